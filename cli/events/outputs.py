"""Events written out: JSON, JSON Lines, CSV, GeoJSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from waqai.extractors.events import Event

OUTCOMES = ("killed", "injured", "missing", "abducted", "detained", "displaced", "infected", "casualty")
_FIGURES = ("min", "best", "max", "status")
_HEADER = [
    *"event_id title scope outside cause from to day_precision place place_id country region lat lon".split(),
    "place_precision",
    *[f"{outcome}_{figure}" for outcome in OUTCOMES for figure in _FIGURES],
    *"articles outlets sources first_seen last_seen review".split(),
]
_STATEMENTS = "event_id outcome day min max modifier step said_by official outlet article start end text".split()


def as_json(events: Sequence[Event]) -> Iterator[str]:
    """One array."""
    yield msgspec.json.format(msgspec.json.encode(events), indent=2).decode() + "\n"


def as_lines(events: Sequence[Event]) -> Iterator[str]:
    """One event a line."""
    for event in events:
        yield msgspec.json.encode(event).decode() + "\n"


def as_csv(events: Sequence[Event]) -> Iterator[str]:
    """One event a row."""
    yield _row(_HEADER)
    for event in events:
        flat = flat_record(event)
        yield _row([flat.get(name) for name in _HEADER])


def as_statements(events: Sequence[Event]) -> Iterator[str]:
    """One statement of a toll's history a row."""
    yield _row(_STATEMENTS)
    for event in events:
        for outcome, toll in event.tolls.items():
            for statement in toll.history:
                record = msgspec.to_builtins(statement) | {"event_id": event.id, "outcome": outcome}
                yield _row([_cell(record.get(name)) for name in _STATEMENTS])


def as_geojson(events: Sequence[Event]) -> Iterator[str]:
    """A FeatureCollection (RFC 7946) of the events whose place is known on the map."""
    features = [_feature(event) for event in events if event.place is not None and event.place.lat is not None]
    collection = {"type": "FeatureCollection", "features": features}
    yield msgspec.json.format(msgspec.json.encode(collection), indent=1).decode() + "\n"


def flat_record(event: Event) -> dict[str, Any]:
    """The fields of an event in one row."""
    place = event.place
    record: dict[str, Any] = {
        "event_id": event.id,
        "title": event.title,
        "scope": event.scope,
        "outside": _cell(event.outside),
        "cause": event.cause,
        "from": event.first_day,
        "to": event.last_day,
        "day_precision": event.day_precision,
        "articles": event.articles,
        "outlets": event.outlets,
        "sources": max((toll.sources for toll in event.tolls.values()), default=0),
        "first_seen": event.first,
        "last_seen": event.last,
        "review": "; ".join(event.review),
    }
    if place is not None:
        record |= {"place": place.name, "place_id": place.id, "place_precision": place.precision}
        record |= {name: getattr(place, name) for name in ("country", "region", "lat", "lon")}
    for outcome, toll in event.tolls.items():
        record |= {f"{outcome}_{figure}": getattr(toll, figure) for figure in _FIGURES}
    return record


def _feature(event: Event) -> dict[str, Any]:
    place = event.place
    point = None if place is None else {"type": "Point", "coordinates": [place.lon, place.lat]}
    return {"type": "Feature", "id": event.id, "geometry": point, "properties": flat_record(event)}


def _row(cells: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value
