"""The sentence that a stretch of a text stands in."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?؟؛]+(?=[\s\"”»)\]]|$)|\n")


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence, or the sentences, that hold `text[start:end]`, without white space around them.

    >>> sentence_around("انفجرت سيارة. قتل 13 شخصا في سرت. ثم هدأت.", 17, 22)
    'قتل 13 شخصا في سرت.'
    """
    first = 0
    for found in _END.finditer(text, 0, start):
        first = found.end()
    last = _END.search(text, max(start, end - 1))
    return text[first : last.end() if last else len(text)].strip()
