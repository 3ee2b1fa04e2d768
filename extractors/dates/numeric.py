"""Dates in digits: `12/11/2016`, `2016-11-12`, `11/13`."""

from __future__ import annotations

from collections.abc import Iterator

from ..engine.sre import lazy
from ..grammar import Match, Rule
from .chunk import Chunk, before_full_stop, whole
from .hijri import FIRST_YEAR, LAST_YEAR
from .moment import Moment
from .vocabulary import Reading

FRAGMENTS: dict[str, str] = {}
_SEPARATOR = lazy(r"[/.\-–\\]")


def _date(reading: Reading, match: Match) -> Iterator[Chunk]:
    token = reading.first(match, "date")
    form = reading.document.form(token)
    parts = _SEPARATOR.split(form)
    if any(len(part) == 4 and part < "0100" for part in parts):
        return  # 1/1/0000 is no date
    moment = numeric_date(*map(int, parts))
    if moment is not None and (4 in map(len, parts) or ("/" in form and len(parts[2]) == 2)):  # 10-28-10, 16/3/1
        first, end = whole(match)
        yield Chunk(first, end, moment, stop=before_full_stop(reading, end))


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


def _joined(reading: Reading, match: Match) -> Iterator[Chunk]:
    """11/13 after يوم or a weekday or before a clock time, 2/2013: else it is a score, a fraction or a count."""
    token = reading.first(match, "joined")
    form = reading.document.form(token)
    if "/" not in form:
        return
    one, two = map(int, form.split("/"))
    if 1 <= one <= 12 and 1900 <= two < 2100:
        yield Chunk(*whole(match), Moment(month=one, year=two))
        return
    day, month = (two, one) if two > 12 else (one, two)
    if 1 <= day <= 31 and 1 <= month <= 12:
        sure = reading.span(match, "named") or reading.has(token - 1, "WEEKDAY") or reading.span(match, "timed")
        yield Chunk(*whole(match), Moment(day=day, month=month), "HEAD" if sure else "ANY")


def _spaced(reading: Reading, match: Match) -> Iterator[Chunk]:
    """15 / 9 / 1436; من 4 إلى 15 / 9 / 1436 is two dates."""
    first, end = whole(match)
    two, three = (reading.number(reading.first(match, name)) or 0 for name in ("two", "three"))
    quantity = reading.document.quantities[reading.first(match, "first")]
    for number in quantity.numbers:
        moment = numeric_date(int(number.value), two, three)
        if moment is None:
            return
        if number is quantity.numbers[-1]:
            yield Chunk(first, end, moment, start=number.start if len(quantity.numbers) > 1 else None)
        else:
            yield Chunk(first, end, moment, start=number.start, stop=number.end)


def _half_spaced(reading: Reading, match: Match) -> Iterator[Chunk]:
    """15/10/ 1436, 15-10 -2014"""
    form = reading.document.form(reading.first(match, "joined"))
    one, two = _SEPARATOR.split(form) if _SEPARATOR.search(form) else (form, "")
    three = reading.number(reading.first(match, "three")) or 0
    moment = numeric_date(int(one), int(two), three) if two else None
    if moment is not None and three >= 1000:
        yield Chunk(*whole(match), moment)


RULES = (
    Rule(
        "spaced-date",
        """<SLASH>(?P<two><QUANTITY&DAY>)<SLASH>(?P<three><QUANTITY&EXACT>)<ERA|HIJRIERA>?
            (?<=(?P<before><DAYWORD>?(?P<first><QUANTITY&EXACT|RANGE>))<SLASH><*><SLASH><*>{1,2})""",
        "15 / 9 / 1436",
        _spaced,
    ),
    Rule(
        "spaced-date:dash",
        """<DASH>(?P<two><QUANTITY&DAY>)<DASH>(?P<three><YEAR>)<ERA|HIJRIERA>?
             (?<=(?P<before><DAYWORD>?(?P<first><QUANTITY&DAY>))<DASH><*><DASH><*>{1,2})""",
        "03 - 09 - 2013",
        _spaced,
    ),
    Rule(
        "spaced-date:year_first",
        """<DASH>(?P<two><QUANTITY&DAY>)<DASH>(?P<three><QUANTITY&DAY>)
             (?<=(?P<before><DAYWORD>?(?P<first><YEAR>))<DASH><*><DASH><*>)""",
        "2013 - 09 - 03",
        _spaced,
    ),
    Rule(
        "numeric-date", "(?P<date><NUMERIC_DATE>)(?:(?<=(?P<before><DAYWORD>)<*>))?<ERA|HIJRIERA>?", "12/11/2016", _date
    ),
    Rule(
        "half-spaced-date",
        "(?P<joined><JOINED>)(?:(?<=(?P<before><DAYWORD>)<*>))?<SLASH|DASH>(?P<three>{YEAR_NUMBER})<ERA|HIJRIERA>?",
        "15/10/ 1436",
        _half_spaced,
    ),
    Rule(
        "day-slash-month",
        '(?P<joined><JOINED>)(?P<named>(?<=(?P<before><DAYWORD>)<*>)|(?<="بتاريخ"<*>))?(?P<timed>(?=<CLOCK>))?',
        "يوم 11/13",
        _joined,
    ),
)
