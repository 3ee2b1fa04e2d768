"""Tokens: words, numbers and punctuation, each with the white space that follows it.

The pieces of a text cover all of it, so their offsets are the running sum of their lengths and splitting needs no
match object per token. What a number may look like is decided here: `12/11/2016`, `14:09`, `1,800` are one piece each.
"""

from __future__ import annotations

import re

from ..engine import front, plain
from ..engine.sre import lazy
from .folding import DIACRITICS, FRACTIONS, INVISIBLE, LETTERS, TATWEEL, points
from .kept import KEPT

_LETTER = LETTERS
_MARK = DIACRITICS + TATWEEL
# ة ends a word, whatever is glued to it: الحكومةالبلجيكية
_FINAL = "ة"
_INSIDE = LETTERS.replace("\u0620-\u063f", "\u0620-\u0628\u062a-\u063f")
_DIGIT = r"\d"  # of any alphabet
_GAP = " \xa0\u2009\u202f"  # between groups of thousands
# What stands between words; # and _ are there in hashtags: #ميليشيات_الحوثي.
SPACE = "#_ \t\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    chr(c)
    for c in (
        *range(0x2000, 0x2010),
        0xAD,
        *range(0x202A, 0x202F),
        *range(0x2060, 0x206A),
        0xFE0E,
        0xFE0F,
        0xFEFF,
        0x61C,
    )
)

_SPACE = "[" + re.escape(SPACE) + "]"

_SIGNS = ".،,؛;:؟?!\"'«»“”‘’()[]{}-–—/%*+"  # pieces by themselves, unless dots

# One separator throughout. No capturing group, so that `findall` gives the pieces themselves.
_NUMERIC_DATE = "|".join(
    rf"[{_DIGIT}]{{1,4}}{separator}[{_DIGIT}]{{1,2}}{separator}[{_DIGIT}]{{1,4}}"
    for separator in ("/", r"\.", "-", "–", r"\\")
)

_SOURCE = rf"""(?xs)
    (?:
        # an Arabic word; invisible marks inside it belong to it. The words of one letter come below.
        [{_LETTER}](?:[{_INSIDE}{_MARK}]++(?:ة[{_MARK}]*+)?+|ة[{_MARK}]*+)(?:[{INVISIBLE}]++[{_LETTER}{_MARK}]++)*+
      | # an abbreviation: أ.ف.ب or د.
        [{_LETTER}][{INVISIBLE}]*+(?:\.[{_LETTER}](?![{_LETTER}{_MARK}]))*+\.(?!\.)
      | [{_LETTER}][{INVISIBLE}]*+(?:\.[{_LETTER}](?![{_LETTER}{_MARK}]))++
      | # a letter by itself
        [{_LETTER}](?:[{INVISIBLE}]++[{_LETTER}{_MARK}]++)*+
      | # a date in digits: 12/11/2016, 2016-11-12
        (?:{_NUMERIC_DATE})(?![{_DIGIT}])
      | # a time of day: 14:09, 14:09:30
        [{_DIGIT}]{{1,2}}(?::[{_DIGIT}]{{2}}){{1,2}}(?![{_DIGIT}:])
      | # a number with thousands separators: 1,800 or 1.000.000 or ١٬٨٠٠, and a decimal part
        \d{{1,3}}(?:(?:[,،٬]\d{{3}})++|(?:['’]\d{{3}})++|(?:[.٫]\d{{3}}){{2,}}+)(?:[.٫]\d++)?(?!\d)
      | # 1.234,5
        \d{{1,3}}(?:\.\d{{3}})++,\d{{1,2}}(?![\d,])
      | # thousands with spaces, 12 000, where no other digits stand beside them
        (?<!\d[{_GAP}])(?<![\-–/+.,])[1-9١-٩۱-۹]\d{{0,2}}(?:[{_GAP}]\d{{3}})++(?![{_GAP}.,:/\-–]?\d)
      | # what begins with zeros is no number: telephones, 000 655 for 655 000
        0\d\d++(?:[{_GAP}]\d++)++(?![.,٫/\-–:]\d)|00\d*+(?![.,٫/\-–:]\d)
      | # a decimal comma: 6,1
        \d++,\d{{1,2}}(?![\d,])
      | # two numbers joined: 11/13, 13-15, 2-1
        \d++[/\-–—−‐‑‒:]\d++(?!\d)
      | # a plain number, with a decimal part or a fraction
        \d++(?:[.٫]\d++|[{FRACTIONS}])?
      | # a word in another script, with what joins its parts: al-Sisi, U.S., S&P
        [^\W\d_{_LETTER}{FRACTIONS}]++(?:['’.&\-\u200d][^\W\d_{_LETTER}]++)*+
      | # a paragraph break
        \n\s*+
      | # dots that trail off, bars between headlines
        \.{{2,}}+|\|{{2,}}+
      | # a stray mark or space at the start, or a single sign
        {_SPACE}++
      | .
    )
    {_SPACE}*+
"""
# What posts begin with and glue to what follows: #عاجلمقتل
_TAG = "#عاجل"
_GLUED = lazy(rf"(?<={_TAG})(?=[{_LETTER}]{{3}})")
_PIECE = KEPT.pattern("piece", lambda: _SOURCE)


def _kinds() -> bytes:
    """The kinds of characters, by which most pieces are told without the pattern."""
    kinds = bytearray(0x10000)
    for kind, characters in (
        (plain.LETTER, points(_LETTER)),
        (plain.INSIDE, points(_INSIDE)),
        (plain.MARK, points(_MARK)),
        (plain.FINAL, [ord(_FINAL)]),
        (plain.SPACE, map(ord, SPACE)),
        (plain.INVISIBLE, points(INVISIBLE)),
        (plain.SIGN, map(ord, _SIGNS)),
        (plain.LINE, [ord("\n")]),
    ):
        for point in characters:
            kinds[point] |= kind
    return bytes(kinds)


_KINDS = _kinds()


def split(text: str) -> tuple[list[str], list[int]]:
    """The pieces of `text`, which joined give it back, and the offset at which each starts.

    >>> split("قتل 1,800 شخص.")
    (['قتل ', '1,800 ', 'شخص', '.'], [0, 4, 10, 13])
    """
    if _TAG not in text:
        return front.split(text, _PIECE, _KINDS)
    pieces: list[str] = []
    starts: list[int] = []
    for part in _GLUED.split(text):
        more, places = front.split(part, _PIECE, _KINDS)
        before = starts[-1] + len(pieces[-1]) if pieces else 0
        pieces += more
        starts += [before + place for place in places]
    return pieces, starts


def bare(piece: str) -> str:
    """A piece without the white space and invisible marks after it."""
    return piece.rstrip(SPACE + "\n") or piece
