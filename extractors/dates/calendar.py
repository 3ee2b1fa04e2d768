"""Days, months and years by name and number: `الثاني عشر من نوفمبر`, `يوليو`, `عام 2011`, `1436هـ`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..text.rules import Match
from .atom import Atom, TimeRule, before_full_stop, whole
from .hijri import FIRST_YEAR
from .moment import Moment
from .vocabulary import Reading

FRAGMENTS = {
    "YEAR_NUMBER": "<QUANTITY&EXACT>",
    # A month by its name; ANY_MONTH takes names that are other words too, where a day or year shows what is meant.
    "HIJRI": '<HIJRIPAIR><ORDINAL1|LASTWORD>|<"ذو"|"ذي"|"ذا"><TAIL&AL>',
    "MONTH": "<MONTH>|<PAIR><ORDINAL1>|{HIJRI}",
    "NUMBERED_MONTH": "<MONTHWORD&AL><ORDINAL1&AL|ORDINAL>",
    "ANY_MONTH": "{MONTH}|<HOMONYM|NAME>|<ZERO>(?={YEAR_NUMBER}|<YEARWORD>)",
    "DAY_NUMBER": "<QUANTITY&DAY|ORDINAL|ORDINAL1|FIRST>",
    "BESIDE_DAY": "(?:(?<=(?P<before><DAYWORD|TODAY|DAYPAIR>)<*>))",
    "HIJRI_ERA": '<HIJRIERA>|"للهجرة"',
    "ERA": '<ERA>|"للميلاد"',
    "OF": '"من"?<MONTHWORD>?',
    "AND": '<"و"|"إلى"|"حتى"|"أو"|COMMA|DASH>',
}


def month_of(reading: Reading, match: Match) -> Moment:
    """The month that the group `month` names."""
    first, end = match.groups.span("month")
    if reading.has(first, "MONTHWORD"):
        return Moment(month=reading.number(end - 1))
    second = reading.value(end - 1, "nth") if end - first > 1 else None
    hijri = reading.value(end - 1, "hijri") or reading.value(first, "hijri")
    month = int(hijri or reading.value(first, "month") or 0)
    if second is not None and second != "1":
        month = month % 12 + 1
    return Moment(month=month, hijri=True if hijri else None)


def _day_month(reading: Reading, match: Match) -> Iterator[Atom]:
    first, end = whole(match)
    day = reading.first(match, "day")
    moment = month_of(reading, match)
    moment.day = reading.number(day)
    if moment.day is None or not 1 <= moment.day <= 31:
        return
    moment.yearless = reading.has(first - 1, "EVENT") or None
    yield Atom(first, end, moment, "NAME" if reading.has(first - 1, "PLACE") else "HEAD")


def _day_list(reading: Reading, match: Match) -> Iterator[Atom]:
    first, end = whole(match)
    yield Atom(first, end, Moment(day=reading.number(end - 1)), "SHARES")


def _day_of_month(reading: Reading, match: Match) -> Iterator[Atom]:
    day = reading.first(match, "day")
    yield Atom(day, day + 1, Moment(day=reading.number(day)), "NEXT")


def _day_range(reading: Reading, match: Match) -> Iterator[Atom]:
    first, end = whole(match)
    token = reading.first(match, "range")
    numbers = joined_numbers(reading, token)
    if numbers is None or not all(1 <= value <= 31 for value, _, _ in numbers):
        return
    (one, start, stop), (two, start_of_second, _) = numbers
    month = month_of(reading, match)
    of_first, of_second = replace(month, day=one), replace(month, day=two)
    if token > first:  # يوليو 13-15
        yield Atom(first, end, of_first, stop=stop)
    else:
        yield Atom(first, end, of_first, "SHARES", start=start, stop=stop)
    yield Atom(first, end, of_second, start=start_of_second)


def joined_numbers(reading: Reading, token: int) -> list[tuple[int, int, int]] | None:
    """Value, start and end of the two numbers of a range: `من 5 إلى 10`, `23-25`. None where they are no whole ones."""
    document = reading.document
    quantity = document.quantities.get(token)
    if quantity is not None:
        numbers = [(int(number.value), number.start, number.end) for number in quantity.numbers]
        return numbers if len(numbers) == 2 else None
    form, start = document.form(token), document.start(token)
    separator = next((sign for sign in form if not sign.isdigit()), "")
    one, _, two = form.partition(separator)
    if not separator or not one.isdigit() or not two.isdigit():
        return None
    second = start + len(one) + len(separator)
    return [(int(one), start, start + len(one)), (int(two), second, second + len(two))]


def _month(reading: Reading, match: Match) -> Iterator[Atom]:
    first, end = whole(match)
    if (
        reading.document.form(end - 1).endswith("اب")
        and "آ" not in reading.document.text[reading.document.start(end - 1) : reading.document.end(end - 1)]
    ):
        return  # إب is a town, أب a father
    beside = reading.has(first, "HOMONYM") and reading.has(first - 1, "MONTH")  # أغسطس آب
    moment = month_of(reading, match)
    moment.yearless = reading.has(first - 1, "EVENT") or None
    yield Atom(first, end, moment, "PREVIOUS" if beside else "HEAD")


def _year(reading: Reading, match: Match) -> Iterator[Atom]:
    token = reading.first(match, "year")
    moment = year_moment(reading.number(token), reading.span(match, "hijri") is not None)
    told = reading.has(match.groups.start(), "YEARWORD")
    if moment is not None and moment.year is not None and (told or moment.year >= 1000):
        first, end = whole(match)
        yield Atom(first, end, moment, stop=before_full_stop(reading, end))


def year_moment(year: int | None, hijri: bool = False) -> Moment | None:
    """A year; one of the Hijri calendar where it says so or, from its number, can be no other in news."""
    if year is None or not 1 <= year < 2200 or (not hijri and year < 600):
        return None
    return Moment(year=year, hijri=True if hijri or FIRST_YEAR <= year < FIRST_YEAR + 120 else None)


def _bare_year(reading: Reading, match: Match) -> Iterator[Atom]:
    """A year without عام: after a preposition or at the head of a list on its own, else only beside a month …"""
    first, end = whole(match)
    listed = reading.has(first - 1, "BREAK") and any(reading.has(end, sign) for sign in ("DASH", "COLON", "COMMA"))
    alone = listed or reading.has(first - 1, "BEFORE_YEAR")
    yield Atom(first, end, Moment(year=reading.number(first)), "HEAD" if alone else "PREVIOUS")


def _bare_hijri_year(reading: Reading, match: Match) -> Iterator[Atom]:
    moment = year_moment(reading.number(reading.first(match, "year")))
    if moment is not None and moment.hijri:
        yield Atom(*whole(match), moment, "PREVIOUS")


def _two_years(reading: Reading, match: Match) -> Iterator[Atom]:
    """`عامي 2011 و2013`, `بين 2011 و2013`, `(1813-1901)`."""
    first, end = whole(match)
    one, two = reading.span(match, "year"), reading.span(match, "second")
    if one and two:
        yield Atom(first, one[1], Moment(year=reading.number(one[0])))
        yield Atom(two[0], end, Moment(year=reading.number(two[0])))
        return
    token = end - 1
    numbers = joined_numbers(reading, token)
    if numbers is None or not all(1000 <= value < 2100 for value, _, _ in numbers) or numbers[0][0] > numbers[1][0]:
        return
    starts = [reading.document.start(first) if first < token else None, None]
    for (value, start, stop), before in zip(numbers, starts, strict=True):
        yield Atom(first, end, Moment(year=value), start=start if before is None else before, stop=stop)


RULES = (
    # يوم 22 آذار; الثاني عشر من شهر نوفمبر; اليوم الثالث من أكتوبر
    TimeRule(
        "day-month", ("(?P<day>{DAY_NUMBER}){BESIDE_DAY}?{OF}(?P<month>{ANY_MONTH}|{NUMBERED_MONTH})",), _day_month
    ),
    # 5 و10 يوليو; الثالث والعشرين وحتى السادس والعشرين من شهر أكتوبر
    TimeRule(
        "day-list",
        (
            "{DAY_NUMBER}{BESIDE_DAY}?(?=(?:{AND}{1,2}{DAY_NUMBER}|<QUANTITY&DAY&WA|ORDINAL1&WA|ORDINAL&WA>){1,4}{OF}{ANY_MONTH})",
        ),
        _day_list,
    ),
    # التاسع من الشهر الحالي
    TimeRule("day-of-month", ('(?P<day>{DAY_NUMBER})"من"(?=<THIS>?<MONTHWORD&AL>)',), _day_of_month),
    # من 5 إلى 10 يوليو; 23-25 أكتوبر
    TimeRule(
        "day-range",
        (
            "(?P<range><RANGE|JOINED>){OF}(?P<month>{ANY_MONTH}|{NUMBERED_MONTH})",
            "(?P<month>{MONTH})(?P<range><JOINED>)",
        ),
        _day_range,
    ),
    # شهر يوليو; كانون الثاني
    TimeRule(
        "month",
        (
            "(?P<month><MONTH>)(?:(?<=(?P<before><MONTHWORD&NOAL|MONTHPAIR&NOAL>)<*>))?",
            "(?P<month><PAIR><ORDINAL1>)(?:(?<=(?P<before><MONTHWORD&NOAL|MONTHPAIR&NOAL>)<*><*>))?",
            "(?P<month>{HIJRI})(?:(?<=(?P<before><MONTHWORD&NOAL>)<*><*>))?",
        ),
        _month,
    ),
    # في مارس; شهر رمضان; مارس/آذار; رمضان الماضي
    TimeRule(
        "month-homonym",
        (
            """(?P<month><HOMONYM|NAME|ZERO>)(?:(?<=(?P<before><MONTHWORD>)<*>)
             | (?<=<EVIDENCE|BOUNDARY><HOMONYM>) | (?<={MONTH}<SLASH|LPAREN|DASH>?<*>)
             | (?=<SLASH|LPAREN|DASH>?{MONTH}|<DIRECTION&AL>|<YEAR>|<YEARWORD>{YEAR_NUMBER})
             | (?={YEAR_NUMBER}<HIJRIERA>))""",
        ),
        _month,
    ),
    # عام 2011; سنة ألفين وأحد عشر; 1436هـ; 2015م
    TimeRule(
        "year",
        (
            "<YEARWORD>(?P<year>{YEAR_NUMBER})(?:(?P<hijri>{HIJRI_ERA})|{ERA})?",
            "(?P<year>{YEAR_NUMBER})(?P<hijri>{HIJRI_ERA})",
            "(?P<year><YEAR>){ERA}",
        ),
        _year,
    ),
    # منذ 2014; أكتوبر 2014; رمضان 1436
    TimeRule("bare-year", ("<YEAR>(?!<MEASURE>)",), _bare_year),
    TimeRule("bare-hijri-year", ("(?P<year>{YEAR_NUMBER})(?<=<HIJRI><*>|<HIJRIPAIR><*><*>)",), _bare_hijri_year),
    # عامي 2011 و2013; بين 2011 و2013; (1813-1901); عام 2016-2017
    TimeRule(
        "two-years",
        (
            "<YEARPAIR>(?P<year>{YEAR_NUMBER}){AND}?(?P<second>{YEAR_NUMBER})",
            "<YEARWORD|YEARPAIR><RANGE|JOINED>",
            "<JOINED>(?<=<LPAREN><*>)(?=<RPAREN>)",
            '<JOINED>(?<=<BEFORE_YEAR|"الفترة"><*>)',
            "<RANGE>(?!<MEASURE|UNIT>)",
        ),
        _two_years,
    ),
)
