"""Events on a terminal: a line each with its tolls, then the sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from waqai.extractors.events import SURE, Event, Toll

from ..bidi import Draw
from ..tables import table

_BARS = "▁▂▃▄▅▆▇█"
_MOST = {"title": lambda _: 2}  # lines


def as_table(events: Sequence[Event], width: int, draw: Draw) -> Iterator[str]:
    """A line for each incident, series and figures for several below, and the sums."""
    incidents = [event for event in events if event.scope == "incident" and not event.outside]
    told = [event for event in incidents if event.articles > 1]
    yield f" {counted(len(told), 'event')} in two or more articles, {len(incidents) - len(told):,} in one article only"
    yield ""
    if incidents:
        header = ("day", "place", "cause", "killed", "injured", "articles", "status", "title", "id")
        yield from table(header, [_row(event) for event in incidents], width, draw, most=_MOST)
        yield ""
    yield f" told one by one, as reported: {totals(incidents)}"
    series = [event for event in events if event.scope == "series"]
    if series:
        yield " running totals, not added:"
        since = ("since", "place", "killed", "injured", "title")
        yield from table(since, [_series(event) for event in series], width, draw, most=_MOST)
    several = [event for event in events if event.scope == "several"]
    if several:
        yield f" {counted(len(several), 'figure')} for several events together, not added"
    outside = sum(event.outside for event in events)
    if outside:
        yield f" {counted(outside, 'event')} mentioned only as past, not in the sums"
    doubtful = sum(bool(event.review) for event in events)
    if doubtful:
        yield f" {doubtful} to review: waqai events PATH --review"


def totals(events: Sequence[Event]) -> str:
    """The sums of the killed and the injured, with their bounds."""
    return ", ".join(_total(events, outcome) for outcome in ("killed", "injured"))


def _total(events: Sequence[Event], outcome: str) -> str:
    """A sum of best figures; its least takes events that may be one for one, its greatest doubtful reports for more."""
    told = [event for event in events if outcome in event.tolls]
    told = [event for event in told if event.tolls[outcome].best is not None]  # vague words are in no sum
    tolls = [event.tolls[outcome] for event in told]
    best = sum(toll.best or 0 for toll in tolls)
    low = sum(toll.min for toll in tolls) - _twice(told, outcome)
    high = sum(toll.max if toll.max is not None else toll.best or 0 for toll in tolls)
    high += sum(_doubtful(event, outcome) for event in told)
    open_end = "+" if any(toll.max is None for toll in tolls) else ""
    return f"{best:,} {outcome} ({low:,}–{high:,}{open_end})"


def _twice(events: Sequence[Event], outcome: str) -> int:
    """What the sum of the least numbers holds twice where events that are alike are one."""
    least = {event.id: event.tolls[outcome].min for event in events}
    pairs = {tuple(sorted((event.id, other))) for event in events for other in event.alike}
    return sum(min(least.get(a, 0), least.get(b, 0)) for a, b in pairs)


def _doubtful(event: Event, outcome: str) -> int:
    """What those articles tell that may be on another event: their greatest figure, for they may all be on that one."""
    unsure = {mention.article for mention in event.mentions if 0 < mention.score < SURE}
    steps = ("part", "outlier", "denial")
    history = event.tolls[outcome].history
    return max((s.min or 0 for s in history if s.article in unsure and s.step not in steps), default=0)


def figure(toll: Toll | None) -> str:
    """A toll in short: 15, 40 (7–40), ≥ 30, –."""
    if toll is None:
        return "–"
    if toll.best is None:
        return f"≥ {toll.min}" if toll.min else "?"
    if toll.min == toll.best == toll.max:
        return f"{toll.best:,}"
    if toll.max is None:
        return f"≥ {toll.best:,}" if toll.min == toll.best else f"{toll.best:,} (≥ {toll.min:,})"
    return f"{toll.best:,} ({toll.min:,}–{toll.max:,})"


def _row(event: Event) -> tuple[str, ...]:
    killed, injured = event.tolls.get("killed"), event.tolls.get("injured")
    main = killed or injured or next(iter(event.tolls.values()), None)
    return (
        days(event),
        place(event),
        event.cause or "",
        figure(killed),
        figure(injured),
        str(event.articles),
        f"{main.status} {sparkline(main)}".rstrip() if main else "",
        event.title,
        event.id,
    )


def _series(event: Event) -> tuple[str, ...]:
    tolls = event.tolls
    return event.first_day or "?", place(event), figure(tolls.get("killed")), figure(tolls.get("injured")), event.title


def days(event: Event) -> str:
    """The day, or the first and the last that it may have been, as an interval of ISO 8601: 2016-03-10/11."""
    first, last = event.first_day, event.last_day
    if first is None or last is None or first == last:
        return first or "?"
    same = 8 if first[:8] == last[:8] else 5 if first[:5] == last[:5] else 0  # letters of year and month, of year
    return f"{first}/{last[same:]}"


def place(event: Event) -> str:
    """The name and the country of a place."""
    if event.place is None:
        return ""
    return " ".join(part for part in (event.place.name, event.place.country) if part)


def sparkline(toll: Toll) -> str:
    """The values of a toll as they came, where they changed: `▂▁▃ 17 13 15`."""
    values = changes(toll)
    if len(values) < 2:
        return ""
    most = max(values) or 1
    bars = "".join(_BARS[min(len(_BARS) - 1, value * len(_BARS) // (most + 1))] for value in values)
    return f"{bars} {' '.join(map(str, values))}"


def changes(toll: Toll) -> list[int]:
    """The values that a toll went through, the last six."""
    steps = [s.min for s in toll.history if s.step in ("first", "up", "down", "preliminary") and s.min is not None]
    kept = [value for i, value in enumerate(steps) if i == 0 or value != steps[i - 1]]
    return kept[-6:]


def counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
