"""The text as it is read: what only gets in the way of words, lines and quotation marks is evened out.

The copy is as long as the text, character for character, so that every offset holds in both.
"""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

from ..engine.sre import lazy
from .broken_words import joined_up
from .damaged_signs import restored
from .folding import JOINER
from .quotation_marks import directed
from .wrapped_lines import unwrapped

_DECOMPOSED = lazy(r"\w[\u0300-\u036f\u0653-\u0655]+")


def legible(text: str) -> str:
    """`text` as it is read.

    >>> legible("مقـ ـتل").replace(JOINER, "|")
    'مقـ|ـتل'
    """
    return directed(unwrapped(joined_up(restored(_composed(text)))))


def _composed(text: str) -> str:
    """Letters with a mark of their own (أ) as one character, as Unicode's form C has them."""
    return text if is_normalized("NFC", text) else _DECOMPOSED.sub(_compose, text)


def _compose(found: re.Match[str]) -> str:
    return normalize("NFC", found[0]).ljust(len(found[0]), JOINER)
