"""The words of sentences: function words, titles, names, heads of bodies, verbs of speech."""

from __future__ import annotations

import re
from pathlib import Path

from ..engine.cache import digest
from ..grammar import compile_pattern
from ..text.clitics import segmentations
from ..text.lexicon import Lexicon
from ..text.wordlists import file_of, words_of

_HERE = Path(__file__).parent

# Verbal nouns by their measure (إفعال, افتعال, انفعال, استفعال, تفعيل, تفاعل, مفاعلة), also after ب or ل.
_MEASURES = r"(?:ا(?:..ا.|.ت.ا.|ن..ا.|.ا.ه|ست..ا.|ست.ا.ه|.تيا.|نح.ا.)|ت(?:..ي.|..يه|.ا..)|م.ا..ه)(?:ه|ها|هم|هما)?"
SHAPES = (
    ("MASDAR", rf"^{_MEASURES}$"),
    ("BMASDAR", rf"^[وف]?ب{_MEASURES}$"),
    ("LMASDAR", rf"^[وف]?ل{_MEASURES}$"),
    ("BNOUN", r"^[وف]?ب\w{3,}(?:ات|اته|اتها|اتهم)$"),  # ببطولات
    ("MANNER", r"^م(?:ست\w{3}|ت\w{3,4}|\w{3,4})ا$|^ب\w{3,}(?<!ي)ه$"),  # مستشهدا, متحدثا, مغردا; ببرودة
    ("OWNED", r"^\w{2,}(?:ها|هم|هما|اته)$"),
    ("LWORD", r"^ل\w{4,}$"),  # a name, or ل and a name
    ("VERBLIKE", r"^(?:[يت]\w{4,}|سي\w{3,}|ست[^اي]\w{3,})$"),  # a name, or a verb in the present
    ("WAWORD", r"^و\w{3,}$"),  # a name, or و and a word
)

_EVERYDAY = "everyday_words"


def _common() -> dict[str, tuple[str]]:
    """The everyday words of news that look like nothing but a name, and are none where nothing else shows it.

    Words that may begin with a clitic are left out: a word of the lexicon is no longer read as a clitic and a word.
    """
    looks = re.compile("|".join(pattern for _, pattern in SHAPES))
    plain = (word for word in words_of(_EVERYDAY) if not looks.match(word))
    return {word: ("COMMON",) for word in plain if len(segmentations(word)) == 1}


LEXICON = Lexicon(
    *(_HERE / f"{name}.tsv" for name in ("frames", "cues", "titles", "bodies", "names", "nouns", "words", "verbs")),
    suffixes=SHAPES,
    extra=_common,
    extra_stamp=digest(files=[file_of(_EVERYDAY), Path(__file__)]),
    article=True,
)

FRAGMENTS = {
    # A short quotation that is a name: وكالة "سانا", طائرة "بوينغ 777"
    "marked": "<NAME_OPEN><^NAME_CLOSE>++<NAME_CLOSE>",
    "quoted": "{marked}|<QUOTE|OPEN>(?!<COMMA|THAT>)<^STOP|BREAK|QUOTE|CLOSE|OPEN|VERB&NOAL|FINITE&NOAL|QUANTITY>{1,5}+"
    "<QUANTITY>?<QUOTE|CLOSE>",
    "bracketed": "<LPAREN><^STOP|BREAK|LPAREN|RPAREN>{1,12}+<RPAREN>",
    # After something definite, a name, a place or a verb a verbal noun opens a new phrase.
    "closed": "(?<=<AL|COUNTRY|PLACE|GIVEN|FAMILY|NAMED|NAMEPART|NAMETAIL|WORD|VERBLIKE|LWORD|WAWORD|LATIN|HIM|PLURAL"
    "|SOURCE|PRIVATE|TIME|COMMA|CLOSE|QUOTE|NAME_CLOSE|RPAREN|VERB|PARTICIPLE|OWNED|HIS_REPORT>)",
    "owned": "(?<!<OFFICE|RELATIVE|AT|TO|FROM|ABOUT|ON>)<OWNED&NOPREP>",
    "object": "{closed}(?:<MASDAR&NOAL&NOPREP>|(?!<YEAR|DAY>)<QUANTITY>)|{owned}",
}


def one(classes: str) -> re.Pattern[str]:
    """A pattern for one token of these classes: `one("STOP|BREAK")`."""
    return compile_pattern(LEXICON, f"<{classes}>")


def stretch(pattern: str) -> re.Pattern[str]:
    """A pattern over word classes that may use the fragments."""
    return compile_pattern(LEXICON, pattern, FRAGMENTS)


def end_of(pattern: re.Pattern[str], classes: str, token: int = 0, end: int | None = None) -> int:
    """Where a pattern that may be empty ends, begun at `token`."""
    found = pattern.match(classes, token, len(classes) if end is None else end)
    return token if found is None else found.end()
