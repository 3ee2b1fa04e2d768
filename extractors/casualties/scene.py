"""The scene of counts: where and when they happened, and what they cover."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from ..document import Document
from ..location import Location
from .attribution import Sources
from .count import Count
from .fact import Scope
from .outcome import Outcomes
from .place import Places
from .scope import Scopes
from .sentences import Sentences
from .speech import introductions
from .times import Time
from .totals import Totals
from .when import When

_RECENT = dt.timedelta(days=3)  # an article is about what happened in the days before it


class Scene:
    """The places, times and scopes of the counts of a document."""

    def __init__(
        self,
        document: Document,
        counts: Sequence[Count],
        outcomes: Outcomes,
        sentences: Sentences,
        totals: Totals,
    ) -> None:
        self._sentences = sentences
        self._totals = totals
        said = introductions(document)
        self._when = When(document, sentences, said, counts, totals)
        self._sources = Sources(document, sentences)
        self._scopes = Scopes(document, sentences, outcomes, totals, self._about(document.published, counts))
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
        time = told or (scene if scope != "past" else None)
        if time is None or (scope == "period" and not self._is_counted_over(time, count)):
            return scope, None
        return scope, time.value

    def _is_counted_over(self, time: Time, count: Count) -> bool:
        """Whether a time is that over which people are counted: a stretch, a month, or a day that no total is of."""
        return time.stretch or time.long or (time.last_day and not self._totals.is_total(count))

    def _together(self, one: Count, other: Count) -> bool:
        return self._sentences.number(one.anchor) == self._sentences.number(other.anchor)

    def _about(self, published: dt.date | None, counts: Sequence[Count]) -> dt.date | None:
        """The day that an article is about: that of its first count where that is recent, else that of publication."""
        first = min(counts, key=lambda count: count.first)
        told: Time | None = self._when.told(first) or self._when.scene(first)
        recent = told and told.year and not told.stretch and (not published or published - told.begins < _RECENT)
        return told.ends if told and recent and told.ends - told.begins < _RECENT else published
