"""Spelling folded, so that the many ways of writing one Arabic word are one key.

Words are folded one by one and keep their place in the original text, so no offset ever has to be mapped back:
what is deleted here (diacritics, tatweel, invisible marks) stays inside the token it stood in.
"""

from __future__ import annotations

import sys

from .kept import KEPT
from .memo import Memo

LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f"
    "\ufb50-\ufdfb\ufe70-\ufefc"  # presentation forms
)
# Harakat, superscript alef and Quranic annotation; tatweel; what is invisible: zero-width and bidi marks, soft hyphen.
DIACRITICS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
TATWEEL = "\u0640"
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff\u061c"
FRACTIONS = "\u00bc-\u00be\u2150-\u215e"  # ½
JOINER = "\u200d"  # an invisible mark: it belongs to the word it stands in, and is no letter of it


def points(ranges: str) -> list[int]:
    """The code points of a character-class body such as `\\u064b-\\u065f\\u0670`."""
    points: list[int] = []
    i = 0
    while i < len(ranges):
        if i + 2 < len(ranges) and ranges[i + 1] == "-":
            points.extend(range(ord(ranges[i]), ord(ranges[i + 2]) + 1))
            i += 3
        else:
            points.append(ord(ranges[i]))
            i += 1
    return points


_PLAIN: dict[int, str | None] = {
    **dict.fromkeys(points(DIACRITICS + TATWEEL + INVISIBLE)),
    ord("ؤ"): "و",
    ord("ئ"): "ي",
    ord("ی"): "ي",
    ord("ې"): "ي",
    ord("ک"): "ك",
    ord("ھ"): "ه",
    ord("ہ"): "ه",
    ord("ە"): "ه",
    ord("٫"): ".",
    ord("٬"): ",",
    **dict.fromkeys(map(ord, "—−‐‑‒"), "-"),
    **{ord(c): str(i) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩")},
    **{ord(c): str(i) for i, c in enumerate("۰۱۲۳۴۵۶۷۸۹")},
}


_COMMON = range(0x700)  # characters of Latin and Arabic, what each of which folds to is kept


def _folded(point: int) -> str:
    """What a character folds to."""
    from camel_tools.utils import normalize  # slow to import, and asked for rare characters only

    if chr(point) in _FRACTIONS:  # whose compatibility form is 1⁄2
        return chr(point)
    plain = normalize.normalize_unicode(chr(point)).translate(_PLAIN)
    plain = normalize.normalize_alef_maksura_ar(normalize.normalize_alef_ar(plain))
    folded: str = normalize.normalize_teh_marbuta_ar(plain).lower()
    return folded


_FRACTIONS = frozenset(map(chr, points(FRACTIONS)))
_FOLDED: Memo[int, str] = Memo(_folded, sys.maxsize)
_FOLDED.update(enumerate(KEPT.remember("folded", lambda: list(map(_folded, _COMMON)))))


def fold(word: str) -> str:
    """`word` without diacritics, tatweel and invisible marks; hamza, ى, ة and digits in their plainest form.

    >>> fold("إِصـابةُ"), fold("مسؤولي"), fold("١٣"), fold("ﻗﺘﻠﻰ")
    ('اصابه', 'مسوولي', '13', 'قتلي')
    """
    return word.translate(_FOLDED)
