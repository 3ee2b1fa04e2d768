"""Events tied to what sums them: incidents to figures for several, and to the running totals that hold them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from .result import Event


def linked(events: Sequence[Event], articles: dict[str, set[str]]) -> list[Event]:
    """The events with `of` and `parts`; `articles` are the keys of the articles that tell of each event."""
    parts = _of_several(events, articles)
    for series, inside in _in_series(events).items():
        parts[series] += inside
    of = {part: whole for whole in sorted(parts) for part in parts[whole]}
    return [
        msgspec.structs.replace(event, of=of.get(event.id), parts=sorted(parts.get(event.id, ()))) for event in events
    ]


def _of_several(events: Sequence[Event], articles: dict[str, set[str]]) -> defaultdict[str, list[str]]:
    """For each figure for several the incidents of its days in the articles that tell it."""
    parts: defaultdict[str, list[str]] = defaultdict(list)
    by_article: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.scope == "incident":
            for key in articles[event.id]:
                by_article[key].append(event)
    for event in events:
        if event.scope == "several":
            told = {other.id: other for key in articles[event.id] for other in by_article[key]}
            parts[event.id] += [id for id, other in told.items() if _meet(event, other)]
    return parts


def _in_series(events: Sequence[Event]) -> dict[str, list[str]]:
    """For each running total of a country the incidents of its violence, or its epidemic, in its days."""
    incidents: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.scope == "incident" and not event.outside and event.place is not None and event.place.country:
            incidents[event.place.country].append(event)
    found = {}
    for event in events:
        long = event.scope == "series" and event.place is not None and event.first_day and event.last_day
        if long and event.place is not None and event.place.country and _length(event) > 1:
            inside = [other for other in incidents[event.place.country] if _meet(event, other)]
            found[event.id] = [other.id for other in inside if other.cause == event.cause]
    return found


def _length(event: Event) -> int:
    return (dt.date.fromisoformat(event.last_day or "") - dt.date.fromisoformat(event.first_day or "")).days


def _meet(a: Event, b: Event) -> bool:
    """Whether the days of two events meet."""
    if not (a.first_day and a.last_day and b.first_day and b.last_day):
        return False
    return a.first_day <= b.last_day and b.first_day <= a.last_day
