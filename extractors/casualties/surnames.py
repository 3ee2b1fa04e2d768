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
_CLITICS = ("", "و", "ب", "ل")


def tell_surnames(document: Document) -> None:
    """Gives family names that stand alone the class that well-known ones have in the lexicon."""
    classes = document.classes(LEXICON)
    known = {document.form(token) for token in _given(classes)}
    known = {form for form in known if len(form) >= _LETTERS}
    if not known:
        return
    tags = zip(_CLITICS, LEXICON.tag([clitic + _SAMPLE for clitic in _CLITICS]), strict=True)
    tagged = {clitic + form: tag for clitic, tag in tags for form in known}
    alone = (token for token in document.tokens_of(tagged) if _ALONE.match(classes, token))
    document.reclassify(LEXICON, {token: tagged[document.form(token)] for token in alone})


def _given(classes: str) -> Iterator[int]:
    """The tokens that stand behind a first name as the name of a family does."""
    for found in _NAMED.finditer(classes):
        yield found.end() - 1
