"""One event on a terminal: its tolls, who says which figure, and why each article is counted to it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from waqai.extractors.events import ATTACH, SURE, Event, Toll

from ..bidi import Draw
from ..tables import table
from .table import counted, figure, place

_STEPS = {
    "first": "the first figure",
    "same": "a figure told before, again",
    "up": "a greater figure than before",
    "down": "a smaller figure than before",
    "stale": "a superseded figure, repeated later",
    "part": "some of the people; not added to the whole",
    "outlier": "ten times the others or a tenth; counts for nothing",
    "denial": "somebody denies it",
    "preliminary": "told as a first count; any later figure supersedes it",
}


def as_detail(event: Event, width: int, draw: Draw, explain: bool) -> Iterator[str]:
    """One event with the history of each toll and, where asked for, why each article is counted to it."""
    yield from table(("event", "title", "place"), [(event.id, event.title, _place_and_point(event))], width, draw)
    yield f" {_what(event)}"
    for outcome, toll in event.tolls.items():
        yield ""
        yield from _toll(outcome, toll, width, draw)
    yield ""
    yield from _legend(event)
    if event.review:
        yield f" to review: {', '.join(event.review)}"
    if explain:
        yield ""
        yield " Why each article counts towards this event: reasons for it are positive, reasons against it negative."
        yield f" Their sum must be {ATTACH:.1f} or more; under {SURE:.1f} a person should look."
        yield from table(("article", "fits", "reasons", "text"), list(_reasons(event)), width, draw)


def _what(event: Event) -> str:
    """When it happened, what it was, and how many tell of it."""
    days = event.first_day if event.first_day == event.last_day else f"{event.first_day} to {event.last_day}"
    told = {"told": "told", "lead": "by the lead", "published": "by the day of publication"}
    day = f"{days} ({told[event.day_precision]})" if event.first_day and event.day_precision else "day not told"
    many = f"{counted(event.articles, 'article')} of {counted(event.outlets, 'outlet')}"
    scope = {"series": "running total", "several": "one figure for several events"}.get(event.scope)
    remembered = "remembered only" if event.outside else None
    return " · ".join(part for part in (day, event.cause, scope, remembered, many) if part)


def _toll(outcome: str, toll: Toll, width: int, draw: Draw) -> Iterator[str]:
    checks = "   ".join(f"{check.text} {'✓' if check.ok else '✗'}" for check in toll.checks)
    told = f" {outcome} {figure(toll)}, {toll.status}, {counted(toll.sources, 'source')}, as reported"
    yield f"{told}   {checks}".rstrip()
    yield draw(Text(f" {_why(toll)}")).plain
    rows = [(s.day or "?", _span(s.min, s.max), s.step, s.said_by or "", s.outlet or "", s.text) for s in toll.history]
    yield from table(("day", "figure", "step", "said by", "outlet", "text"), rows, width, draw)


def _why(toll: Toll) -> str:
    """Why the best figure is the best."""
    if toll.best is None:
        return "No number is told, or somebody denies it."
    having = [s for s in toll.history if s.min == toll.best and s.step in ("first", "same", "up", "down")]
    official = next((s for s in having if s.official), None)
    if official is not None:
        return f"{toll.best:,} is the latest figure of an official source ({official.said_by}, {official.day})."
    if len({s.article for s in having}) > 1:
        return f"{toll.best:,} is the latest figure that two or more articles have."
    return f"{toll.best:,} is what one article tells." if having else f"{toll.best:,} is a sum, or a least number."


def _legend(event: Event) -> Iterator[str]:
    """What the steps in the histories mean."""
    steps = {statement.step for toll in event.tolls.values() for statement in toll.history}
    for step, meaning in _STEPS.items():
        if step in steps:
            yield f" {step}: {meaning}"


def _reasons(event: Event) -> Iterator[tuple[str, str, str, str]]:
    """For each article how well it fits, and why."""
    texts = {(s.article, s.start): s.text for toll in event.tolls.values() for s in toll.history}
    seen = set()
    for mention in event.mentions:
        name = mention.article or mention.source or ""
        if (name, mention.score) in seen:
            continue
        seen.add((name, mention.score))
        terms = ", ".join(f"{term} {value:+.1f}" for term, value in mention.terms.items())
        fits = f"{mention.score:.1f}" if mention.score else ""
        yield name, fits, terms if mention.score else "opened it", texts.get((mention.article, mention.start), "")


def _place_and_point(event: Event) -> str:
    """The place with what is known of its coordinates: `تل PS (32.201, 35.213, exact)`."""
    where = event.place
    known = (where.lat, where.lon, where.precision) if where and where.lat is not None else ()
    point = ", ".join(str(part) for part in known if part is not None)
    return f"{place(event)} ({point})" if point else place(event)


def _span(low: int | None, high: int | None) -> str:
    if low is not None and low == high:
        return str(low)
    return f"≥ {low}" if high is None else f"{low or 0}–{high}"
