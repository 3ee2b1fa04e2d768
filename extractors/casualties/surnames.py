"""Family names that an article gives with a first name somewhere: «صالح النمري … مقتل النمري»."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..grammar import compile_pattern
from .vocabulary import LEXICON

_NAMED = compile_pattern(
    LEXICON,
    "(?:(?<!<SITE>)<GIVEN&NOAL>(?:<BIN|GIVEN&NOWA&NOPREP|NAMEPART&NOPREP&NOWA|NAMETAIL&NOWA>{0,3})"
    "<WORD&NOWA|NISBA&NOWA|DEF|DEF_NISBA|FAMILY&NOWA>"
    "|<TITLE&AL|PERSON&SG&AL><WORD&NOWA><WORD&NOWA|NISBA&NOWA|DEF_NISBA|FAMILY&NOWA>)",
)
_ALONE = compile_pattern(LEXICON, "(?<!<GIVEN|NAMEPART|BIN|FAMILY>)<WORD|NISBA|DEF|DEF_NISBA|FAMILY|WA_WORD|BI_WORD>")
_LETTERS = 4  # a name is longer than most of what follows a first name by chance
_SAMPLE = "القذافي"  # a word of the class that they get
_CLITICS = {"": 0, "و": 1, "ب": 1, "ل": 1}


def tell_surnames(document: Document) -> None:
    """Gives family names that stand alone the class that well-known ones have in the lexicon."""
    classes = document.classes(LEXICON)
    known = {document.form(token) for token in _given(classes)}
    known = {form for form in known if len(form) >= _LETTERS}
    if not known:
        return
    tags = dict(zip(_CLITICS, LEXICON.tag([clitic + _SAMPLE for clitic in _CLITICS]), strict=True))
    told: dict[int, str] = {}
    for found in _ALONE.finditer(classes):
        token = found.start()
        form = document.form(token)
        for clitic, length in _CLITICS.items():
            if form.startswith(clitic) and form[length:] in known:
                told[token] = tags[clitic]
    document.reclassify(LEXICON, told)


def _given(classes: str) -> Iterator[int]:
    """The tokens that stand behind a first name as the name of a family does."""
    for found in _NAMED.finditer(classes):
        yield found.end() - 1
