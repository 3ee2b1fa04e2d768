"""From a document to its time expressions: pieces found, joined, resolved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from ..document import Document
from ..grammar import Match
from .combine import Expression, expressions, longest
from .durations import compounded
from .explain import notes
from .fact import DateFact
from .presentation import COMPARISON, PRESENTATION
from .resolve import resolve, resolve_before
from .rules import LEXICON, MATCHER, chunks
from .values import DAY, Resolved
from .vocabulary import Reading

_SPANS = {"days": 0, "weeks": 6, "months": 31, "years": 366}  # how many days more than one a date may cover to name it
_APART = 2  # days by which an article may be older than the page that it is published on
_SENTENCE = 25  # tokens before an expression in which a future verb makes it a coming one


class DateExtractor:
    """Finds time expressions."""

    name = "dates"
    fact = DateFact
    requires: tuple[str, ...] = ()
    lexicon = LEXICON
    matchers = (MATCHER,)
    presentation = PRESENTATION
    comparison = COMPARISON

    def extract(self, document: Document) -> list[DateFact]:
        """The time expressions of `document`, in order of place."""
        reading = Reading(document, LEXICON)
        found = expressions(reading, compounded(reading, longest(chunks(reading))))
        facts: list[DateFact] = []
        named: dict[str, dt.date] = {}  # the day, month and year named last, for العام نفسه
        today = _today(document.published, found)
        for expression in found:
            resolved = _resolved(reading, expression, named, today)
            if resolved is None:
                continue
            named.update(_naming(resolved))
            fact = _fact(reading, expression, resolved)
            document.explain(fact, _matches(expression), partial(_notes, reading, expression, today))
            facts.append(fact)
        return facts


def _matches(expression: Expression) -> Iterator[Match]:
    """The matches that the chunks of an expression were made of."""
    return (chunk.match for chunk in expression.chunks if chunk.match is not None)


def _notes(reading: Reading, expression: Expression, today: dt.date | None) -> dict[str, str]:
    """How the value of an expression was resolved."""
    return notes(expression, reading.document.published, today, _coming(reading, expression.first))


def _today(published: dt.date | None, found: list[Expression]) -> dt.date | None:
    """The day that a text calls today: that of its first «اليوم السبت», a day or two before publication, else that."""
    shifted = (expression.moment for expression in found if expression.moment.days is not None)
    moment = next((moment for moment in shifted if moment.weekday), None)
    resolved = resolve(moment, published) if moment and published else None
    if published is None or moment is None or resolved is None or resolved.first is None:
        return published
    today = resolved.first - (moment.days or 0) * DAY
    return today if 0 < (published - today).days <= _APART else published


def _naming(resolved: Resolved) -> dict[str, dt.date]:
    """Which of `years`, `months`, `weeks`, `days` a value names, and when."""
    if resolved.first is None or resolved.last is None:
        return {}
    days = 0 if resolved.type == "TIME" else (resolved.last - resolved.first).days
    return {shift: resolved.first for shift, most in _SPANS.items() if days <= most}


def _resolved(
    reading: Reading, expression: Expression, named: dict[str, dt.date], today: dt.date | None
) -> Resolved | None:
    finished = expression.chunks[0].resolved
    if finished is not None:
        return finished
    if expression.moment.anaphoric:  # اليوم التالي with no day named before it follows the article's own
        shift = next((shift for shift in _SPANS if getattr(expression.moment, shift) is not None), "years")
        reference = named.get(shift, today if expression.moment.anaphoric == "AFTER" else None)
        return resolve(expression.moment, reference) if reference else None
    later = _resolved(reading, expression.until, named, today) if expression.until else None
    if later is not None and later.first is not None:
        return resolve_before(expression.moment, later.first)
    coming = expression.moment.undated() and _coming(reading, expression.first)
    reference = today
    if expression.since is not None and reference and _coming(reading, expression.since.first):
        begin = resolve(replace(expression.since.moment, direction=1), reference)
        assert begin is not None and begin.first is not None
        return resolve(expression.moment, begin.first + 6 * DAY)  # the first after it
    if expression.moment.hour is not None and expression.moment.levels() == {"T"} and not _is_line(reading, expression):
        reference = named.get("days", reference)  # of the day named last
    return resolve(expression.moment, reference, coming)


def _is_line(reading: Reading, expression: Expression) -> bool:
    """Whether an expression is all of its line: the time at which a page was put up."""
    first, end = expression.first, expression.end
    opens = first == 0 or reading.has(first - 1, "BREAK")
    return opens and (end == len(reading.classes) or reading.has(end, "BREAK"))


def _coming(reading: Reading, token: int) -> bool:
    """Whether the sentence up to `token` speaks of the future: سيعقد, من المقرر, بحلول."""
    for before in range(token - 1, max(-1, token - _SENTENCE), -1):
        if reading.has(before, "STOP|BREAK|SINCE"):
            return False
        if reading.has(before, "FUTUREVERB|FUTURE"):
            return True
    return False


def _fact(reading: Reading, expression: Expression, resolved: Resolved) -> DateFact:
    start, end = _span(reading, expression)
    return DateFact(
        start=start,
        end=end,
        text=reading.document.text[start:end],
        rule="+".join(chunk.rule for chunk in expression.chunks),
        type=resolved.type,
        value=resolved.value,
        mod=resolved.mod,
        first=resolved.first.isoformat() if resolved.first else None,
        last=resolved.last.isoformat() if resolved.last else None,
        calendar="hijri" if expression.moment.hijri else "gregorian",
    )


def _span(reading: Reading, expression: Expression) -> tuple[int, int]:
    """Start and end offset of an expression."""
    start, end, _ = reading.document.slice(expression.first, expression.end, reading.lexicon)
    head, tail = expression.chunks[0], expression.chunks[-1]
    return head.start if head.start is not None else start, tail.stop if tail.stop is not None else end
