"""Dates in digits: `12/11/2016`, `2016-11-12`, `11/13`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..text.rules import Match
from .atom import Atom, TimeRule, whole
from .hijri import FIRST_YEAR, LAST_YEAR
from .moment import Moment
from .vocabulary import Reading

FRAGMENTS: dict[str, str] = {}
_SEPARATOR = regex.compile(r"[/.\-–\\]")


def _date(reading: Reading, match: Match) -> Iterator[Atom]:
    token = reading.first(match, "date")
    moment = numeric_date(*map(int, _SEPARATOR.split(reading.document.form(token))))
    if moment is not None:
        yield Atom(*whole(match), moment)


def numeric_date(one: int, two: int, three: int) -> Moment | None:
    """Day first, or year first; month before day where nothing else is possible. None where it is no date."""
    year, month, day = (one, two, three) if one > 31 else (three, two, one)
    if month > 12 and day <= 12:
        month, day = day, month
    if year < 100 and one <= 31 and three < 100:
        year += 2000 if year < 70 else 1900
    hijri = FIRST_YEAR <= year < LAST_YEAR
    if not 1 <= month <= 12 or not 1 <= day <= 31 or not (hijri or 1000 <= year < 2200):
        return None
    return Moment(year=year, month=month, day=day, hijri=True if hijri else None)


def _joined(reading: Reading, match: Match) -> Iterator[Atom]:
    """11/13 after يوم or a weekday or before a clock time, 2/2013: else it is a score, a fraction or a count."""
    token = reading.first(match, "joined")
    form = reading.document.form(token)
    if "/" not in form:
        return
    one, two = map(int, form.split("/"))
    if 1 <= one <= 12 and 1900 <= two < 2100:
        yield Atom(*whole(match), Moment(month=one, year=two))
        return
    day, month = (two, one) if two > 12 else (one, two)
    if 1 <= day <= 31 and 1 <= month <= 12:
        sure = reading.span(match, "named") or reading.has(token - 1, "WEEKDAY") or reading.span(match, "timed")
        yield Atom(*whole(match), Moment(day=day, month=month), "HEAD" if sure else "ANY")


RULES = (
    TimeRule("numeric-date", ('(?P<date><NUMERIC_DATE>)(?:(?<=(?P<before><DAYWORD>)<*>))?<"م"|"ه">?',), _date),
    TimeRule(
        "day-slash-month",
        ('(?P<joined><JOINED>)(?P<named>(?<=(?P<before><DAYWORD>)<*>)|(?<="بتاريخ"<*>))?(?P<timed>(?=<CLOCK>))?',),
        _joined,
    ),
)
