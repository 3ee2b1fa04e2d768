"""Years by number: `عام 2011`, `1436هـ`, `منذ 2014`, `بين عامي 1982 و1990`."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar import Match, Rule
from .chunk import Chunk, before_full_stop, joined_numbers, whole
from .hijri import FIRST_YEAR
from .moment import Moment
from .vocabulary import Reading

FRAGMENTS: dict[str, str] = {}


def _year(reading: Reading, match: Match) -> Iterator[Chunk]:
    token = reading.first(match, "year")
    moment = year_moment(reading.number(token), reading.span(match, "hijri") is not None)
    told = reading.has(token - 1, "YEARWORD")
    if moment is not None and moment.year is not None and (told or moment.year >= 1000):
        first, end = whole(match)
        yield Chunk(first, end, moment, stop=before_full_stop(reading, end))


def year_moment(year: int | None, hijri: bool = False) -> Moment | None:
    """A year; one of the Hijri calendar where it says so or, from its number, can be no other in news."""
    if year is None or not 1 <= year < 2200 or (not hijri and year < 600):
        return None
    return Moment(year=year, hijri=True if hijri or FIRST_YEAR <= year < FIRST_YEAR + 120 else None)


def _bare_year(reading: Reading, match: Match) -> Iterator[Chunk]:
    """A year without عام: after a preposition or at the head of a list on its own, else only beside a month …"""
    first, end = whole(match)
    listed = reading.has(first - 1, "BREAK") and reading.has(end, "DASH|COLON|COMMA")
    alone = listed or _introduced(reading, first)
    yield Chunk(first, end, Moment(year=reading.number(first)), "HEAD" if alone else "PREVIOUS")


def _introduced(reading: Reading, token: int) -> bool:
    """Whether a preposition stands before a year or before the series it is in: في 1934 و1958 و1966."""
    while reading.has(token, "WA") and reading.has(token - 1, "YEAR"):
        token -= 1
    return reading.has(token - 1, "BEFORE_YEAR")


def _bare_hijri_year(reading: Reading, match: Match) -> Iterator[Chunk]:
    moment = year_moment(reading.number(reading.first(match, "year")))
    if moment is not None and moment.hijri:
        year = reading.first(match, "year")
        yield Chunk(year, year + 1, moment, "PREVIOUS")


def _two_years(reading: Reading, match: Match) -> Iterator[Chunk]:
    """`عامي 2011 و2013`, `بين 2011 و2013`, `(1813-1901)`."""
    first, end = whole(match)
    one, two = reading.span(match, "year"), reading.span(match, "second")
    if one and two:
        yield Chunk(first, one[1], Moment(year=reading.number(one[0])))
        yield Chunk(two[0], end, Moment(year=reading.number(two[0])))
        return
    token = reading.first(match, "both")
    numbers = joined_numbers(reading, token)
    if numbers is None or not all(1000 <= value < 2100 for value, _, _ in numbers) or numbers[0][0] > numbers[1][0]:
        return
    starts = [reading.document.start(first) if first < token else None, None]
    for (value, start, stop), before in zip(numbers, starts, strict=True):
        yield Chunk(first, end, Moment(year=value), start=start if before is None else before, stop=stop)


def _before_christ(reading: Reading, match: Match) -> Iterator[Chunk]:
    year = reading.span(match, "year")
    moment = Moment(year=reading.number(year[0]) if year else None, before_christ=True)
    yield Chunk(*whole(match), moment, "HEAD" if year else "PREVIOUS")


RULES = (
    # عام 950 قبل الميلاد; القرن الرابع ق.م
    Rule(
        "before-christ",
        '<"الميلاد">(?<=(?P<before><YEARWORD>?(?P<year>{YEAR_NUMBER})"قبل")<*>)',
        "عام 950 قبل الميلاد",
        _before_christ,
    ),
    Rule(
        "before-christ:abbreviated",
        '<"ق.م"|"ق.م.">(?<=(?P<before><YEARWORD>?(?P<year>{YEAR_NUMBER}))<*>)',
        "950 ق.م",
        _before_christ,
    ),
    Rule(
        "before-christ:letters",
        '<"ق">"م"(?<=(?P<before><YEARWORD>?(?P<year>{YEAR_NUMBER}))<*><*>)',
        "950 ق م",
        _before_christ,
    ),
    Rule(
        "before-christ:era",
        '"قبل"(?:"الميلاد"|"ميلاد"<"المسيح"|"السيد">)|<"ق.م"|"ق.م.">|"ق" "م"',
        "القرن الرابع قبل الميلاد",
        _before_christ,
    ),
    # عام 2011; سنة ألفين وأحد عشر; 1436هـ; 2015م
    Rule("year", "<YEARWORD>(?P<year>{YEAR_NUMBER})(?:(?P<hijri><HIJRIERA>)|<ERA>)?", "عام 2011", _year),
    Rule("year:hijri", "(?P<hijri><HIJRIERA>)(?<=(?P<before>(?P<year>{YEAR_NUMBER}))<*>)", "1436هـ", _year),
    Rule("year:era", "<ERA>(?<=(?P<before>(?P<year><YEAR>))<*>)", "2015م", _year),
    # منذ 2014; أكتوبر 2014; رمضان 1436
    Rule("bare-year", "<YEAR>(?!<MEASURE>)", "منذ 2014", _bare_year),
    Rule(
        "bare-hijri-year",
        "(?:<HIJRI>|(?<=<HIJRIPAIR>)<ORDINAL1|LASTWORD>)(?P<year>{YEAR_NUMBER})",
        "رمضان 1436",
        _bare_hijri_year,
    ),
    # عامي 2011 و2013; بين 2011 و2013; (1813-1901); عام 2016-2017
    Rule(
        "two-years", "<YEARPAIR>(?P<year>{YEAR_NUMBER}){AND}?(?P<second>{YEAR_NUMBER})", "عامي 2011 و2013", _two_years
    ),
    Rule(
        "two-years:joined",
        """(?P<both><RANGE|JOINED>)(?:(?<=(?P<before><YEARWORD|YEARPAIR>)<*>) | (?<=<LPAREN><JOINED>)(?=<RPAREN>)
             | (?<=<BEFORE_YEAR|"الفترة"><JOINED>) | (?<=<RANGE>)(?!<MEASURE|UNIT>))""",
        "عام 2016-2017",
        _two_years,
    ),
)
