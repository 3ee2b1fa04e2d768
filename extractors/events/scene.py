"""When and where a count happened, as its fact says it, else as its sentence does."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any

from .places import Place, resolved
from .scope import unsure
from .sentences import Days, Sentence, is_day

# The first and the last year there are: programs write their days where they know none.
PLACEHOLDERS = frozenset({dt.MINYEAR, dt.MAXYEAR})
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def when(fact: Mapping[str, Any], sentence: Sentence, published: dt.date | None, *, died: bool) -> Days | None:
    """The days of a fact; `died` tells that its day is that of a death from wounds, not of the event."""
    if died:
        told = [days for _, days in sentence.days if is_day(days)]
        return min(told) if len(told) > 1 else None
    if "when" in fact:
        days = timex_days(fact["when"], published) if fact["when"] else None
        return None if days and unsure(days, sentence, published) else _own_side(days, fact, sentence)
    near = [(abs(at - fact["start"]), days) for at, days in sentence.days if published is None or days[0] <= published]
    return min(near)[1] if near else None


def told_in(
    days: Days | None, fact: Mapping[str, Any], sentences: Iterable[Sentence], published: dt.date | None
) -> bool:
    """Whether sentences tell the days of a fact, or the day from which they were reckoned."""
    reckoned = timex_days(fact["when"], published) if fact.get("when") else None
    return any(told in (days, reckoned) for sentence in sentences for _, told in sentence.days)


def own_side(fact: Mapping[str, Any], sentence: Sentence) -> tuple[int, int]:
    """Where the event of a fact is told in its sentence: before or after words such as `a day after`."""
    cuts = [at for at, label in sentence.labels if label == "day_after"]
    return (
        max((at for at in cuts if at <= fact["start"]), default=sentence.start),
        min((at for at in cuts if at > fact["start"]), default=sentence.end),
    )


def _own_side(days: Days | None, fact: Mapping[str, Any], sentence: Sentence) -> Days | None:
    """The days of a fact; those that are told only of the event a day later or earlier, a day off."""
    first, end = own_side(fact, sentence)
    told = [at for at, others in sentence.days if others == days]
    if days is None or not told or any(first <= at < end for at in told):
        return days
    off = dt.timedelta(days=-1 if told[0] < first else 1)
    return days[0] + off, days[1] + off


def timex_days(value: str, published: dt.date | None) -> Days | None:
    """The days of a TIMEX3 value; a stretch that goes on lasts to the day of publication."""
    first, stroke, last = value.partition("/")
    start = _iso(first)
    if start is None:
        return None
    if not stroke:
        return start
    end = _iso(last) if last else None
    return start[0], end[1] if end else max(published or start[1], start[1])


def _iso(value: str) -> Days | None:
    match = _ISO.match(value)
    if match is None:
        return None
    parts = [int(part) for part in match[0].split("-")]
    if parts[0] in PLACEHOLDERS:
        return None
    try:
        if len(parts) == 3:
            return (dt.date(*parts),) * 2
        month = parts[1] if len(parts) == 2 else None
        start = dt.date(parts[0], month or 1, 1)
        after = dt.date(parts[0] + (month in (None, 12)), 1 if month in (None, 12) else month + 1, 1)
        return start, after - dt.timedelta(days=1)
    except ValueError:
        return None


def where(fact: Mapping[str, Any], sentence: Sentence, known: list[Mapping[str, Any]] | None) -> list[Place]:
    """The place of a fact, with the precision at which the article tells it; else those near it in its sentence.

    Where the places of an article are not `known`, it is as written. A name that is none of them is no place.
    """
    told = fact.get("at")
    if known is None:
        written = told["name"] if told else fact.get("place")
        return [resolved(told)] if told and told.get("country") else [Place(name=written)] if written else []
    if told and told["kind"] == "area" and not told.get("country"):
        return []  # a continent
    if told and told.get("country"):
        same = [place for place in known if (place["id"], place["name"]) == (told["id"], told["name"])]
        return [resolved(told | {"precision": _nearest(same, fact)["precision"]} if same else told)]
    if told:
        named = [place for place in known if place["text"] in told["name"] or told["name"] in place["text"]]
        inside = [place for place in named if sentence.start <= place["start"] < sentence.end]
        if named:
            return [resolved(min(inside or named, key=_narrowness))]
    near = sorted(sentence.places, key=lambda found: abs(found[0] - fact["start"]))
    return [place for _, place in near[:2]]


def _nearest(places: list[Mapping[str, Any]], fact: Mapping[str, Any]) -> Mapping[str, Any]:
    return min(places, key=lambda place: abs(int(place["start"]) - int(fact["start"])))


def _narrowness(place: Mapping[str, Any]) -> tuple[bool, int]:
    """What puts the quarters and sites of a phrase first, then its first name: the narrowest stands first."""
    return place["kind"] not in ("quarter", "site", "camp"), place["start"]
