"""Events tied to what sums them: incidents to figures for several, and to the running totals that hold them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import chain

import msgspec

from .result import Event


class Outline(msgspec.Struct, frozen=True):
    """What ties an event to others."""

    id: str
    scope: str
    outside: bool
    cause: str | None
    country: str | None
    first_day: str | None
    last_day: str | None

    @property
    def length(self) -> int:
        """Days that it lasts; 0 where they are not known."""
        if not (self.first_day and self.last_day):
            return 0
        return (dt.date.fromisoformat(self.last_day) - dt.date.fromisoformat(self.first_day)).days

    def meets(self, other: Outline) -> bool:
        """Whether its days meet those of another."""
        if not (self.first_day and self.last_day and other.first_day and other.last_day):
            return False
        return self.first_day <= other.last_day and other.first_day <= self.last_day


def linked(events: Sequence[Event], articles: Mapping[str, Collection[str]]) -> list[Event]:
    """The events with `of` and `parts`; `articles` are the keys of the articles that tell of each event."""
    parts = parts_of([_outline(event) for event in events], articles)
    of = whole_of(parts)
    return [
        msgspec.structs.replace(event, of=of.get(event.id), parts=sorted(parts.get(event.id, ()))) for event in events
    ]


def whole_of(parts: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The event that each part is of."""
    return {part: whole for whole in sorted(parts) for part in parts[whole]}


def parts_of(events: Sequence[Outline], articles: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    """The parts of each event that has any. `articles` must have those of figures for several and their incidents."""
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for whole, inside in chain(_of_several(events, articles).items(), _in_series(events).items()):
        parts[whole] += inside
    return {whole: inside for whole, inside in parts.items() if inside}


def _outline(event: Event) -> Outline:
    country = event.place.country if event.place else None
    return Outline(event.id, event.scope, event.outside, event.cause, country, event.first_day, event.last_day)


def _of_several(events: Sequence[Outline], articles: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    """For each figure for several the incidents of its days in the articles that tell it."""
    by_article: defaultdict[str, list[Outline]] = defaultdict(list)
    for event in events:
        if event.scope == "incident":
            for key in articles.get(event.id, ()):
                by_article[key].append(event)
    found = {}
    for event in events:
        if event.scope == "several":
            told = {other.id: other for key in articles.get(event.id, ()) for other in by_article[key]}
            found[event.id] = [id for id, other in told.items() if event.meets(other)]
    return found


def _in_series(events: Sequence[Outline]) -> dict[str, list[str]]:
    """For each running total of a country the incidents of its violence, or its epidemic, in its days."""
    incidents: defaultdict[tuple[str, str | None], list[Outline]] = defaultdict(list)
    for event in events:
        if event.scope == "incident" and not event.outside and event.country:
            incidents[event.country, event.cause].append(event)
    return {
        event.id: [other.id for other in incidents[event.country, event.cause] if event.meets(other)]
        for event in events
        if event.scope == "series" and event.country and event.length > 1
    }
