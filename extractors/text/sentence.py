"""The sentence that a stretch of a text stands in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache

from ..engine.sre import lazy

SENTENCE_END = lazy(r"[.!?؟]+(?=[\s\"”»)\]]|$)|\n+")


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence, or the sentences, that hold `text[start:end]`, without white space around them.

    >>> sentence_around("انفجرت سيارة. قتل 13 شخصا في سرت. ثم هدأت.", 17, 22)
    'قتل 13 شخصا في سرت.'
    """
    ends = _ends(text)
    return text[ends[bisect_right(ends, start) - 1] : ends[bisect_left(ends, end)]].strip()


@lru_cache(maxsize=1)
def _ends(text: str) -> list[int]:
    """Where sentences end, from 0 to the end of the text: all facts of an article ask for the same."""
    return [0, *(found.end() for found in SENTENCE_END.finditer(text)), len(text)]
