"""What a count covers: an incident, a period, several incidents at once, or what is past."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import islice

from ..document import Document
from ..grammar import compile_pattern
from ..structure.clauses import Clause, Clauses
from .context import (
    ATTACKS,
    CASE_OF,
    DEATHS,
    EVERYWHERE,
    LONG_AFTER,
    ONE_EVENT,
    PAST,
    PERIOD,
    REGISTERED,
    SEVERAL,
    SINCE_BEGINNING,
    SINCE_EVENT,
    STANDING,
    TRAUMA,
    WAR,
)
from .count import Count
from .fact import Scope
from .joined import Joined
from .other_times import is_unmatched
from .outcome import Outcomes
from .remembered import Remembered
from .sentences import Sentences
from .told_time import Time
from .totals import Totals
from .vocabulary import LEXICON

_TIMES: dict[str, re.Pattern[str]] = {
    "period": compile_pattern(LEXICON, PERIOD),
    "beginning": compile_pattern(LEXICON, SINCE_BEGINNING),
    "several": compile_pattern(LEXICON, SEVERAL),
    "past": compile_pattern(LEXICON, PAST),
    "since": compile_pattern(LEXICON, SINCE_EVENT),
    "event": compile_pattern(LEXICON, ONE_EVENT),
}
_CAUSES: dict[str, re.Pattern[str]] = {
    "attacks": compile_pattern(LEXICON, ATTACKS),
    "everywhere": compile_pattern(LEXICON, EVERYWHERE),
    "war": compile_pattern(LEXICON, WAR),
    "trauma": compile_pattern(LEXICON, TRAUMA),
}
_SINCE = compile_pattern(LEXICON, '"منذ"')
_REGISTERED = compile_pattern(LEXICON, REGISTERED)
_STANDING = compile_pattern(LEXICON, STANDING)
_CASE_OF = compile_pattern(LEXICON, f"{CASE_OF}|{LONG_AFTER}")
_DEATHS = compile_pattern(LEXICON, DEATHS)
_FRESH = dt.timedelta(days=1)  # what happened longer before what the article is about is past
_LATE = dt.timedelta(days=27)  # for which the latest total of an event is told
_BEFORE = 6  # tokens before a count of cases that may say that it was registered
_CASE_REACH = 7  # tokens before a count in which the case that it belongs to is named
_DEEP = 4  # clauses that one may hang from
_BEFORE_IT, _BEHIND_IT = 3, 2  # clauses around one that may tell its time
_LONG = 60  # tokens of a clause that are looked at
_FEW = 5  # victims under whom one incident of several is told
_MASSES = 1000  # victims of a war, not of one incident of it; cases of an epidemic, not of a day


class Scopes:
    """The scopes of the counts of a document. `about` is the day that the article is about, where it is known."""

    def __init__(
        self,
        document: Document,
        sentences: Sentences,
        outcomes: Outcomes,
        totals: Totals,
        remembered: Remembered,
        joined: Joined,
        about: dt.date | None,
    ) -> None:
        self._document = document
        self._remembered = remembered
        self._joined = joined
        self._classes = document.classes(LEXICON)
        self._sentences = sentences
        self._outcomes = outcomes
        self._clauses = document.layer(Clauses)
        self._totals = totals
        self._about = about
        self._by_clause: dict[int, set[str]] = {}

    def of(self, count: Count, told: Time | None, scene: Time | None) -> Scope:
        """The scope of a count; `told` is the time told in its sentence, `scene` that of the sentences around it."""
        told_of = self._words(count)
        time = told or scene
        if told and told.last_day and not self._is_of_epidemic(count, told_of):
            return "period"
        if "several" in told_of:
            return "several"
        if (time and time.stretch) or (not told and self.tells_period(count)):
            return "period"
        if self._is_running_total(count, time if time and time.bound else told):
            return "period"
        if self._is_over_month(count, told) or (told and told.until and (count.quantity.min or 0) >= _MASSES):
            return "period"
        if self._is_past(told, self._totals.is_total(count)) or "past" in told_of or self._is_of_case(count):
            return "past"
        if told is None and self._remembered.is_of(count):
            return "past"
        least = count.quantity.min or 0
        standing = self._is_standing(count) and "trauma" not in told_of
        if told is None and least >= _MASSES and ("war" in told_of or standing):
            return "period"
        several = "everywhere" in told_of or ("attacks" in told_of and count.type != "detained")
        return "several" if least >= _FEW and several and count.type != "infected" else "incident"

    def tells_period(self, count: Count) -> bool:
        """Whether words beside a count say that it runs over a period, the days of which they need not tell."""
        told_of = self._words(count)
        listed = count.of if count.of and count.relation == "also" else count
        new = self._totals.is_new(count) or listed.relation == "added"
        one = count.quantity.max == 1 and not self._totals.is_total(count)
        return (self.runs(count) or "period" in told_of) and not one and not new

    def runs(self, count: Count) -> bool:
        """Whether words beside a count say since when it runs, those beside a total by any event: منذ إعلان الهدنة."""
        told_of = self._words(count)
        if self._is_unmatched(count):
            return False
        return "beginning" in told_of or ("since" in told_of and self._totals.is_total(count))

    def _is_unmatched(self, count: Count) -> bool:
        """Whether what is told behind a count is only that there was nothing like it: في أسوأ يوم منذ حرب غزة."""
        end = self._sentences.span(self._sentences.number(count.anchor))[1]
        since = _SINCE.search(self._classes, count.end, end)
        return since is not None and since.end() < end and is_unmatched(self._document, since.end())

    def _words(self, count: Count) -> set[str]:
        """What the words of the clause of a count and of those around it tell."""
        clause = self._clauses.number(count.anchor)
        if clause not in self._by_clause:
            self._by_clause[clause] = set(self._found(_TIMES, self._beside(clause))) | set(
                self._found(_CAUSES, self._around(clause))
            )
        return self._by_clause[clause]

    def _found(self, words: dict[str, re.Pattern[str]], clauses: Iterator[Clause]) -> Iterator[str]:
        spans = [(clause.first, min(clause.end, clause.first + _LONG)) for clause in clauses]
        for name, pattern in words.items():
            if any(pattern.search(self._classes, *span) for span in spans):
                yield name

    def _beside(self, number: int) -> Iterator[Clause]:
        """A clause and the few before and behind it in its sentence."""
        yield from (self._clauses[at] for at in islice(self._clauses.after(number), _BEHIND_IT))
        for at in range(number, max(-1, number - _BEFORE_IT - 1), -1):
            yield self._clauses[at]
            if self._clauses[at].kind == "main":
                return

    def _around(self, number: int) -> Iterator[Clause]:
        """A clause, the few nearest that it hangs from, and the one joined behind it: قتل 12 | وأصيب 40 في غارات."""
        at: int | None = number
        for _ in range(_DEEP):
            if at is None:
                break
            yield self._clauses[at]
            at = self._clauses[at].parent
        behind = next(self._clauses.after(number), None)
        if behind is not None and self._clauses[behind].kind == "joined":
            yield self._clauses[behind]

    def _is_of_epidemic(self, count: Count, told_of: set[str]) -> bool:
        """Whether a count is of cases or of the deaths among them, which each day has."""
        if count.type == "infected" or self._totals.is_new(count):
            return True
        death = count.type == "killed" and _DEATHS.search(self._classes, count.first, count.end) is not None
        return (death and "event" not in told_of) or self._outcomes.in_epidemic(count.anchor)

    def _is_running_total(self, count: Count, time: Time | None) -> bool:
        """Whether a count is the total of an epidemic, which new cases are added to day by day."""
        dead = count.type in ("killed", "casualty") and self._outcomes.about_epidemic
        if count.type != "infected" and not dead:
            return False
        if self._totals.is_total(count) or count.type == "casualty":
            return self._totals.is_total(count)
        if self._totals.is_new(count) or self._outcomes.in_case_list(count.anchor):
            return False
        if time:
            return time.until
        before = self._classes[max(0, count.first - _BEFORE) : count.anchor]
        new = _REGISTERED.search(before) and (count.quantity.min or 0) < _MASSES
        return count.who is None and not new

    def _is_over_month(self, count: Count, told: Time | None) -> bool:
        """Whether people are counted over a month or a year, and not hurt in one event of it."""
        if told is None or not told.long or (count.quantity.min or 0) < _FEW:
            return False
        return "event" not in self._words(count)

    def _is_of_case(self, count: Count) -> bool:
        """Whether a count is of a deed that a case or a verdict is about, or that happened long before."""
        first = self._joined.governor(count).first
        before = self._classes[max(0, first - _CASE_REACH) : first]
        return count.type != "detained" and _CASE_OF.search(before) is not None

    def _is_past(self, told: Time | None, total: bool) -> bool:
        """Whether a time lies before what the article is about; the latest total of an event is told for weeks."""
        if told is None or not told.year:
            return told is not None and told.value is not None and not told.present
        if self._about is None or told.long:
            return told.long and (self._about is None or told.ends < self._about)
        return self._about - told.ends > (_LATE if total else _FRESH)

    def _is_standing(self, count: Count) -> bool:
        """Whether a count is of people who have fled and not come back."""
        return count.type == "displaced" and _STANDING.search(self._classes, count.first, count.end) is not None
