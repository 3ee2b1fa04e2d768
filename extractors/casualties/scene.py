"""The scene of counts: where and when they happened, and what they cover."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from ..document import Document
from ..grammar import compile_pattern
from ..location import Location
from ..structure.clauses import Clauses
from .attribution import Sources
from .context import LED_TO
from .count import Count
from .fact import Scope
from .joined import Joined
from .outcome import Outcomes
from .place import Places
from .remembered import Remembered
from .scope import Scopes
from .sentences import Sentences
from .speech import introductions
from .told_time import Time
from .totals import Totals
from .vocabulary import LEXICON
from .when import When

_RECENT = dt.timedelta(days=3)  # an article is about what happened in the days before it
_WEEK = dt.timedelta(days=7)  # or in the week before it, where it begins with that
_LED_TO = compile_pattern(LEXICON, LED_TO)
_LEAD = 1  # the last sentence of a beginning: a headline and the next


class Scene:
    """The places, times and scopes of the counts of a document."""

    def __init__(
        self,
        document: Document,
        counts: Sequence[Count],
        outcomes: Outcomes,
        sentences: Sentences,
        totals: Totals,
        joined: Joined,
    ) -> None:
        self._classes = document.classes(LEXICON)
        self._sentences = sentences
        self._clauses = document.layer(Clauses)
        self._totals = totals
        said = introductions(document)
        remembered = Remembered(document, sentences, counts)
        self._remembers = remembered.article
        self._when = When(document, sentences, said, counts, totals, remembered, joined)
        self._sources = Sources(document, sentences)
        self._scopes = Scopes(
            document, sentences, outcomes, totals, remembered, joined, self._about(document.published, counts)
        )
        self._daily = {id(count.of) for count in counts if count.relation == "added" and self._is_of_day(count)}
        scopes = {count.anchor: self.when(count)[0] for count in counts}
        self._places = Places(document, sentences, said, counts, scopes, totals)

    def source(self, count: Count, start: int, end: int) -> str | None:
        """Who states a count, which stands at offsets start … end - 1."""
        return self._sources.of(count, start, end)

    def place(self, count: Count) -> tuple[str | None, Location | None]:
        """The place of a count as written, and resolved."""
        return self._places.of(count)

    def when(self, count: Count) -> tuple[Scope, str | None]:
        """What a count covers, and the TIMEX3 value of the time at which it happened, where that is told."""
        told, scene = self._when.told(count), self._when.scene(count)
        if count.of and count.relation == "part" and (not told or self._together(count, count.of)):
            return self.when(count.of)
        scope = self._scopes.of(count, told, scene)
        if scope == "incident" and id(count) in self._daily:
            scope = "period"
        time = told or (scene if scope != "past" or self._remembers else None)
        if time and not told and (self._when.is_before(count) or self._is_of_own_period(count, scope, time)):
            time = None
        if time is None or (scope == "period" and not self._is_counted_over(time, count)):
            return scope, None
        return scope, time.value

    def _is_of_own_period(self, count: Count, scope: Scope, time: Time) -> bool:
        """Whether a count runs over a stretch told beside it without days, another than that of the sentence before."""
        return scope == "period" and self._scopes.tells_period(count) and not (time.open and self._scopes.runs(count))

    def _is_counted_over(self, time: Time, count: Count) -> bool:
        """Whether a time is that over which people are counted: a stretch, a month, or a day that no total is of."""
        return time.stretch or time.long or (time.last_day and not self._totals.is_total(count))

    def _is_of_day(self, count: Count) -> bool:
        """Whether a count is of the last day, which is added to a total day by day."""
        told = self._when.told(count)
        return told is not None and told.last_day

    def _together(self, one: Count, other: Count) -> bool:
        return self._sentences.number(one.anchor) == self._sentences.number(other.anchor)

    def _about(self, published: dt.date | None, counts: Sequence[Count]) -> dt.date | None:
        """The day that an article is about: that of its first count where that is recent, else that of publication."""
        first = min(counts, key=lambda count: count.first)
        told: Time | None = self._when.told(first) or self._when.scene(first)
        if told is None or not told.year or told.stretch or told.ends - told.begins >= _RECENT:
            return published
        news = self._sentences.number(first.anchor) <= _LEAD and not told.last and self._is_news(first)
        days = _WEEK if news else _RECENT
        return told.ends if not published or published - told.begins < days else published

    def _is_news(self, count: Count) -> bool:
        """Whether a count is not only told of something that is spoken of: بحث الهجوم الذي وقع السبت وأوقع 60 قتيلا."""
        number = self._clauses.number(count.anchor)
        clause = self._clauses[number]
        if clause.kind == "joined" and number:
            clause = self._clauses[number - 1]
        return clause.kind != "relative" or _LED_TO.search(self._classes, clause.first, count.anchor) is not None
