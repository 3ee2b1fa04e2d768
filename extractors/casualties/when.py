"""When a count happened: the time told in its sentence, else that of the scene."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left

from ..document import Document
from .count import Count
from .sentences import Sentences
from .times import Time, times

_NEAR = dt.timedelta(days=7)  # what is told of another sentence lies no longer before publication
_BOUND = 10  # tokens by which a time after خلال or منذ is nearer than one that may be another clause's


class When:
    """The times of a document by sentence, and the scene: the time told last, or first where none is told yet."""

    def __init__(self, document: Document, sentences: Sentences, introductions: set[int]) -> None:
        self._sentences = sentences
        self._published = document.published
        self._by_sentence: dict[int, list[Time]] = {}
        for time in times(document):
            if time.first not in introductions:
                self._by_sentence.setdefault(sentences.number(time.first), []).append(time)
        self._numbers = sorted(self._by_sentence)

    def told(self, count: Count) -> Time | None:
        """The time told in the sentence of a count; None where there is none."""
        here = self._by_sentence.get(self._sentences.number(count.anchor), [])
        return min(here, key=lambda time: _distance(time, count), default=None)

    def scene(self, count: Count) -> Time | None:
        """The last time told before the sentence of a count, or the first after it: a headline has that of its lead.

        A stretch holds on for the next sentence only.
        """
        here = self._sentences.number(count.anchor)
        place = bisect_left(self._numbers, here)
        for number in reversed(self._numbers[:place]):
            if near := [time for time in self._by_sentence[number] if self._is_near(time, here - number)]:
                return near[-1]
        after = [time for number in self._numbers[place : place + 1] for time in self._by_sentence[number]]
        return next((time for time in after if self._is_near(time, 2)), None)

    def _is_near(self, time: Time, sentences: int) -> bool:
        if time.stretch:
            return sentences == 1
        return self._published is None or time.ends > self._published - _NEAR


def _distance(time: Time, count: Count) -> int:
    apart = time.first - count.end if time.first >= count.end else count.first - time.end
    return apart - _BOUND if time.bound else apart
