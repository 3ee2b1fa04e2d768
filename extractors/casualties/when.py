"""When a count happened: the time told in its sentence, else that of the scene."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ..document import Document
from ..grammar import compile_pattern
from ..structure.clauses import Clauses
from .context import BEFORE, CASE_OF, EVENTS, LATER, OF_ANOTHER, SHORTLY_AFTER, SUSPICION, TAKEN_UP
from .count import Count
from .joined import Joined
from .remembered import Remembered
from .sentences import Sentences
from .times import times
from .told_time import Time
from .totals import Totals
from .vocabulary import LEXICON

_BEFORE = compile_pattern(LEXICON, BEFORE)
_SUSPICION = compile_pattern(LEXICON, SUSPICION)
_CASE_OF = compile_pattern(LEXICON, CASE_OF)
_TAKEN_UP = compile_pattern(LEXICON, TAKEN_UP)
_EVENTS = compile_pattern(LEXICON, EVENTS)
_LATER = compile_pattern(LEXICON, LATER)
_SHORTLY_AFTER = compile_pattern(LEXICON, SHORTLY_AFTER)
_DEED = compile_pattern(LEXICON, "<ACT|MEET|PERISH|HAPPEN|RELATIVE>")
_OF_ANOTHER = compile_pattern(LEXICON, OF_ANOTHER)
_REACH = 60  # tokens between a time and a count that are looked at
_NEAR = dt.timedelta(days=7)  # what is told of another sentence lies no longer before publication
_DAYS = dt.timedelta(days=3)  # and is as short; of a month or a year no more is told
_FAR = 200  # sentences with a time that are looked back on: all of an article, not all of a book
_ADJACENT = 1  # sentences that a time with no day of publication to measure it by holds on for
_LEAD = 3  # sentences behind a headline in which what it tells is told again
_AFTER_REACH = 14  # tokens before a count in which it is said to have gone before
_A_MONTH = dt.timedelta(days=31)
_MASSES = 1000  # victims of a war, not of an event in it
_DEED_REACH = 25  # tokens between bodies and when they died
_BESIDE = 3  # tokens behind a total in which its own time begins: إلى اثنين خلال 24 ساعة
_ADJOINING = 6  # tokens between one person and a stretch in which that may have happened
_MANY = 100  # victims of what goes on since a time told in the sentence before
_BEHIND = 5  # tokens behind a count in which a time without a year is that of it
_BOUND = 10  # tokens by which a time after خلال or منذ is nearer than one that may be another clause's


class When:
    """The times of a document by sentence, and the scene: the time told last, or first where none is told yet."""

    def __init__(
        self,
        document: Document,
        sentences: Sentences,
        introductions: set[int],
        counts: Sequence[Count],
        totals: Totals,
        remembered: Remembered,
        joined: Joined,
    ) -> None:
        self._remembered = remembered
        self._joined = joined
        self._classes = document.classes(LEXICON)
        self._clauses = document.layer(Clauses)
        self._sentences = sentences
        self._totals = totals
        self._published = document.published
        self._anchors = sorted(count.anchor for count in counts)
        self._counted: dict[int, list[Count]] = {}  # by sentence
        self._told: dict[int, set[tuple[object, ...]]] = {}
        for count in counts:
            here = sentences.number(count.anchor)
            self._counted.setdefault(here, []).append(count)
            self._told.setdefault(here, set()).add((count.type, count.quantity.min, count.quantity.max))
        self._added: dict[int, list[Count]] = {}
        for count in counts:
            if count.of and count.relation == "added":
                self._added.setdefault(id(count.of), []).append(count)
        self._with_total = {sentences.number(count.anchor) for count in counts if totals.is_total(count)}
        totals_here = [count for count in counts if totals.is_total(count)]
        self._behind_total = {token for count in totals_here for token in range(count.end, count.end + _BESIDE)}
        self._by_sentence: dict[int, list[Time]] = {}
        numbers = {count.anchor for count in counts}
        starts = {count.first for count in counts}
        for time in times(document):
            counted_over = time.bound and time.end in starts  # وثقت الشبكة منذ مطلع نوفمبر مقتل 5
            if (counted_over or time.first not in introductions) and numbers.isdisjoint(range(time.first, time.end)):
                self._by_sentence.setdefault(sentences.number(time.first), []).append(time)
        self._numbers = sorted(self._by_sentence)

    def told(self, count: Count) -> Time | None:
        """The time told in the sentence of a count, or of what it tells again or takes up; None where there is none."""
        own = self._own(count)
        if own is not None:
            return own
        here = self._sentences.number(count.anchor)
        if _TAKEN_UP.match(self._classes, *self._sentences.span(here)):
            return self._taken_up(here - 1) if (count.quantity.min or 0) < _MASSES else None
        return self._repeated(count, here) if self._sentences.is_line(here) else None

    def _taken_up(self, sentence: int) -> Time | None:
        """The time of an event that a sentence tells of and the next takes up, where it is long past and no scene."""
        told = self._of_events(self._by_sentence.get(sentence, []))
        last = next((time for time in reversed(told) if time.year and not time.stretch), None)
        past = last is not None and last.ends - last.begins < _A_MONTH and not self.is_recent(last)
        return last if past else None

    def _repeated(self, count: Count, sentence: int) -> Time | None:
        """The time told of the same count in the sentences behind the one that it stands in."""
        told = (count.type, count.quantity.min, count.quantity.max)
        for behind in range(sentence + 1, sentence + _LEAD + 1):
            for other in self._counted.get(behind, ()):
                if told == (other.type, other.quantity.min, other.quantity.max) and (time := self._own(other)):
                    return time
        return None

    def is_before(self, count: Count) -> bool:
        """Whether a count went shortly before what is told: بعد ساعات من وفاة نائب المدير."""
        first = self._joined.governor(count).first
        before = self._classes[max(0, first - _AFTER_REACH) : first]
        return _SHORTLY_AFTER.search(before) is not None

    def _own(self, count: Count) -> Time | None:
        number = self._sentences.number(count.anchor)
        here = [time for time in self._by_sentence.get(number, []) if self._may_be_of(time, count, number)]
        return min(here, key=lambda time: _distance(time, count), default=None)

    def is_recent(self, time: Time) -> bool:
        """Whether a time is one that an article of today may be about."""
        return time.year and self._published is not None and self._published - time.ends < _NEAR

    def _may_be_of(self, time: Time, count: Count, sentence: int) -> bool:
        """Whether a count may have a time: beside a total, that alone runs since a time or up to it.

        One whose year nobody can know stands near by.
        """
        if (not (time.year or time.bound) and time.first > count.end + _BEHIND) or self._is_apart(time, count):
            return False
        if self._remembered.is_behind(count) and self.is_recent(time):
            return False
        if (time.behind and time.first > count.anchor) or self._is_of_added(time, count):
            return False
        return not (time.open or time.until) or self._totals.is_total(count) or sentence not in self._with_total

    def _is_of_added(self, time: Time, total: Count) -> bool:
        """Whether a time is that of what is added to a total: «إلى 12، بعد انتشال جثتين فجر اليوم»."""
        here = self._sentences.number(time.first)
        added = [count for count in self._added.get(id(total), ()) if self._sentences.number(count.anchor) == here]
        if time.last_day or time.stretch or not self.is_recent(time):
            return time.last_day and id(total) in self._added
        apart = self._clauses[self._clauses.number(time.first)].kind != "relative"
        return apart and any(_distance(time, count) < _distance(time, total) for count in added)

    def _is_apart(self, time: Time, count: Count) -> bool:
        """Whether a time is that of the deed somebody is detained for, or that of what went before."""
        start, end = (count.end, time.first) if time.first >= count.end else (time.end, count.first)
        end = min(end, start + _REACH)
        if count.type == "detained" and start == count.end and _SUSPICION.search(self._classes, start, end):
            return True
        if count.type != "detained" and end == count.first and _CASE_OF.search(self._classes[start:end]):
            return True
        if time.first < count.first and _LATER.search(self._classes, start, end):
            return True
        if self._is_of_finding(time, count) or self._is_of_another(time, count):
            return True
        if time.last_day and time.first in self._behind_total and not self._totals.is_total(count):
            return True
        if self._is_stretch_beside(time, count):
            return True
        return _BEFORE.search(self._classes, start, end) is not None

    def _is_stretch_beside(self, time: Time, count: Count) -> bool:
        """Whether a time is a stretch further off from one person: nobody dies over a stretch."""
        far = time.bound and time.first - count.end > _ADJOINING
        return far and count.quantity.max == 1 and count.type != "missing" and not self._totals.is_total(count)

    def _is_of_finding(self, time: Time, count: Count) -> bool:
        """Whether a time is that at which a body was found or buried, and not that of a deed behind it."""
        head = count.match.span("head") if count.match else None
        if head is None or count.quantity.max != 1 or not {"BODY", "EVENT"} <= LEXICON.features(self._classes[head[0]]):
            return False
        behind = count.end <= time.first <= count.end + _DEED_REACH
        return not behind or _DEED.search(self._classes, count.end, time.first) is None

    def _is_of_another(self, time: Time, count: Count) -> bool:
        """Whether a time is told of others in a relative clause: قتل سالم، الذي قتل شقيقه قبل أربع سنوات."""
        if time.first < count.end:
            return False
        relative = _OF_ANOTHER.search(self._classes, count.end, time.first)
        if relative is None:
            return False
        end = min(time.end + _DEED_REACH, self._sentences.span(self._sentences.number(time.first))[1])
        return bisect_left(self._anchors, end) > bisect_right(self._anchors, relative.start())

    def _of_events(self, times: list[Time]) -> list[Time]:
        """Those of the times of a sentence in whose clause something happens; all where it is told in none."""
        happening = [time for time in times if self._is_of_event(time)]
        return happening or times

    def _is_of_event(self, time: Time) -> bool:
        clause = self._clauses[self._clauses.number(time.first)]
        return _EVENTS.search(self._classes, clause.first, clause.end) is not None

    def scene(self, count: Count) -> Time | None:
        """The last time told before the sentence of a count, or the first after it where the same is told again.

        A stretch holds on for the next sentence only, one that goes on where something is counted over it.
        """
        here = self._sentences.number(count.anchor)
        if any(self._is_of_finding(time, count) for time in self._by_sentence.get(here, [])):
            return None
        place = bisect_left(self._numbers, here)
        for number in reversed(self._numbers[max(0, place - _FAR) : place]):
            if self._is_of_arrests(number, count):
                continue
            counted = number in self._counted or (count.quantity.min or 0) >= _MANY
            times = self._by_sentence[number]
            times = times if number in self._counted else self._of_events(times)
            times = [time for time in times if not self._is_of_added(time, count)]
            told = [time for time in times if not time.here and (not time.open or counted)]
            if near := [time for time in told if self._is_near(time, here - number)]:
                return near[-1]
        if (time := self._repeated(count, here)) and self._is_near(time, 2):
            return time
        place = bisect_right(self._numbers, here)
        again = [number for number in self._numbers[place : place + 1] if self._is_told_again(count, here, number)]
        after = (time for number in again for time in self._by_sentence[number])
        return next((time for time in after if self._is_near(time, 2)), None)

    def _is_told_again(self, count: Count, here: int, there: int) -> bool:
        """Whether a later sentence tells what one tells, or says when that happened: ووقع الحادث مساء الأحد."""
        if self._is_of_arrests(there, count):
            return False
        again = bool(self._told[here] & self._told.get(there, set())) or self._sentences.is_line(here)
        return again or _TAKEN_UP.match(self._classes, *self._sentences.span(there)) is not None

    def _is_of_arrests(self, number: int, count: Count) -> bool:
        """Whether a sentence tells only of arrests, and so not when people died whom somebody is arrested for."""
        outcomes = {outcome for outcome, *_ in self._told.get(number, ())}
        return outcomes == {"detained"} and count.type != "detained"

    def _is_near(self, time: Time, sentences: int) -> bool:
        if time.stretch:
            return sentences == _ADJACENT
        if not time.year or time.ends - time.begins > _DAYS:
            return False
        if self._remembered.article:
            return not self.is_recent(time)
        return sentences == _ADJACENT if self._published is None else self._published - time.ends < _NEAR


def _distance(time: Time, count: Count) -> int:
    apart = time.first - count.end if time.first >= count.end else count.first - time.end
    return apart - _BOUND if time.bound else apart
