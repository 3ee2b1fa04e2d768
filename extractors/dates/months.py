"""Days and months by name and number: `الثاني عشر من نوفمبر`, `5 و10 يوليو`, `شهر آب`, `رمضان`."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from ..grammar import Match, Rule
from .chunk import Chunk, joined_numbers, whole
from .moment import Moment
from .vocabulary import Reading

# Patterns begin with the month, which is rarer than a number, and look back from it at the day.
FRAGMENTS = {
    "YEAR_NUMBER": "<QUANTITY&EXACT>",
    "DAY_NUMBER": "<QUANTITY&DAY|ORDINAL|ORDINAL1|FIRST>",
    "AND": '<"و"|"إلى"|"حتى"|"أو"|COMMA|DASH>',
    "OF": '"من"?<MONTHWORD>?',
    # A month by its name. Some names are other words too: a month where a day or a year shows that it is meant.
    "HIJRI_MONTH": "<HIJRIPAIR><ORDINAL1|LASTWORD>|<DHU><TAIL&AL>",
    "MONTH": "<MONTH>|<PAIR><ORDINAL1>|{HIJRI_MONTH}",
    "ANY_MONTH": "{MONTH}|<HOMONYM|NAME>|<ZERO>(?={YEAR_NUMBER}|<YEARWORD>)",
    "MONTH_START": "<MONTH|HOMONYM|NAME|ZERO|PAIR|HIJRIPAIR|DHU>",
    # What is left of a month's name after its first word.
    "MONTH_REST": "(?:(?<=<PAIR>)<ORDINAL1>|(?<=<HIJRIPAIR>)<ORDINAL1|LASTWORD>|(?<=<DHU>)<TAIL&AL>"
    "|(?<=<MONTH|HOMONYM|NAME>)|(?<=<ZERO>)(?:(?<=<MONTHWORD><*>)|(?={YEAR_NUMBER}|<YEARWORD>)))",
    "DAY_BEFORE": "(?<=(?P<before><DAYWORD|TODAY|DAYPAIR>?(?:(?P<day>{DAY_NUMBER})|(?P<day><ORDINAL1>)<DAYS>){OF})<*>)",
    "JOINT_BEFORE": "(?<=(?P<before><DAYWORD>?(?P<day><QUANTITY&DAY>)<DASH|SLASH>)<*>)",
    "RANGE_BEFORE": "(?<=(?P<before>(?P<range><RANGE|JOINED>){OF})<*>)",
    "MONTHWORD_BEFORE": "(?:(?<=(?P<before><MONTHWORD&NOAL|MONTHPAIR&NOAL>)<*>))",
}
_LIST = 5  # days in a series before the one that the month follows


def month_of(reading: Reading, match: Match) -> Moment:
    """The month that the group `month` names."""
    first, end = match.spans["month"]
    if reading.has(first, "MONTHWORD"):
        return Moment(month=reading.number(end - 1))
    second = reading.value(end - 1, "nth") if end - first > 1 else None
    hijri = reading.value(end - 1, "hijri") or reading.value(first, "hijri")
    month = int(hijri or reading.value(first, "month") or 0)
    if second is not None and second != "1":
        month = month % 12 + 1
    return Moment(month=month, hijri=True if hijri else None)


def _day_month(reading: Reading, match: Match) -> Iterator[Chunk]:
    first, end = whole(match)
    day = reading.first(match, "day")
    moment = month_of(reading, match)
    moment.day = reading.number(day)
    year = reading.span(match, "year")
    if year is not None:
        moment.year = reading.number(year[0])
    if moment.day is None or not 1 <= moment.day <= 31:
        return
    moment.yearless = reading.has(first - 1, "EVENT") or None
    if first == day:
        yield from _days_before(reading, first)
    yield Chunk(first, end, moment, "NAME" if reading.has(first - 1, "PLACE") else "HEAD")


def _days_before(reading: Reading, token: int) -> Iterator[Chunk]:
    """The days that a series names before its last: 5 و10 يوليو."""
    for _ in range(_LIST):
        joined = reading.has(token, "WA")
        while reading.has(token - 1, "AND|COMMA|DASH"):
            token, joined = token - 1, True
        token -= 1
        if not joined or token < 0 or not reading.a_day(token):
            return
        beside = reading.has(token - 1, "DAYWORD|DAYPAIR|TODAY")
        yield Chunk(token - beside, token + 1, Moment(day=reading.number(token)), "SHARES")


def _day_of_month(reading: Reading, match: Match) -> Iterator[Chunk]:
    first, _ = whole(match)
    day = reading.first(match, "day")
    if reading.span(match, "which"):
        yield Chunk(*whole(match), Moment(day=reading.number(day), months=reading.integer(match, "which", "direction")))
        return
    yield Chunk(first, day + 1, Moment(day=reading.number(day)), "NEXT")


def _day_range(reading: Reading, match: Match) -> Iterator[Chunk]:
    first, end = whole(match)
    token = reading.first(match, "range")
    numbers = joined_numbers(reading, token)
    if numbers is None or not all(1 <= value <= 31 for value, _, _ in numbers):
        return
    (one, start, stop), (two, start_of_second, _) = numbers
    month = month_of(reading, match)
    of_first, of_second = replace(month, day=one), replace(month, day=two)
    if token > first:  # يوليو 13-15
        yield Chunk(first, end, of_first, stop=stop)
    else:
        yield Chunk(first, end, of_first, "SHARES", start=start, stop=stop)
    yield Chunk(first, end, of_second, start=start_of_second)


def _month(reading: Reading, match: Match) -> Iterator[Chunk]:
    first, end = whole(match)
    august = reading.document.form(end - 1).endswith("اب")
    paired = reading.has(first - 1, "SLASH|DASH|LPAREN|MONTH")
    if august and not paired and "آ" not in reading.text(end - 1):
        return  # إب is a town, أب a father
    beside = reading.has(first, "HOMONYM") and reading.has(first - 1, "MONTH")  # أغسطس آب
    moment = month_of(reading, match)
    moment.yearless = reading.has(first - 1, "EVENT") or None
    yield Chunk(first, end, moment, "PREVIOUS" if beside else "HEAD")


RULES = (
    # يوم 22 آذار; الثاني عشر من شهر نوفمبر; 5 و10 يوليو; الخامس من الشهر التاسع
    Rule("day-month", "(?P<month>{MONTH_START}{DAY_BEFORE}{MONTH_REST})", "يوم 22 آذار", _day_month),
    Rule(
        "day-month:numbered",
        "(?P<month><MONTHWORD&AL>{DAY_BEFORE}<ORDINAL1&AL|ORDINAL>)",
        "الخامس من الشهر التاسع",
        _day_month,
    ),
    Rule(
        "day-month:joint",
        "(?P<month>{MONTH_START}{JOINT_BEFORE}{MONTH_REST})<DASH|SLASH>(?P<year><YEAR>)",
        "19-نوفمبر-2012",
        _day_month,
    ),
    Rule(
        "day-month:behind",
        "(?P<month>{MONTH})(?P<day><QUANTITY&DAY>)<COMMA>?(?P<year><YEAR>)",
        "نوفمبر 12، 2014",
        _day_month,
    ),
    # التاسع من الشهر الحالي
    Rule(
        "day-of-month",
        '<MONTHWORD&AL>(?<=(?P<before><DAYWORD|TODAY>?(?P<day>{DAY_NUMBER}))"من"<THIS>?<*>)',
        "التاسع من الشهر الحالي",
        _day_of_month,
    ),
    Rule(
        "day-of-month:number",
        "<MONTHWORD&AL>(?<=(?P<before><DAYWORD>(?P<day><QUANTITY&DAY>))<*>)(?=<DIRECTION&AL>)",
        "يوم 9 الشهر الجاري",
        _day_of_month,
    ),
    Rule(
        "day-of-month:introduced",
        '<MONTHWORD&AL>(?<=<EVIDENCE|"بتاريخ">(?P<before>(?P<day><QUANTITY&DAY>))<*>)(?=<DIRECTION&AL>)',
        "في 9 الشهر الجاري",
        _day_of_month,
    ),
    Rule(
        "day-of-month:directed",
        "(?P<which><DIRECTION&AL>)(?<=(?P<before><DAYWORD>(?P<day><QUANTITY&DAY>))<*>)",
        "يوم 3 الجاري",
        _day_of_month,
    ),
    # من 5 إلى 10 يوليو; 23-25 أكتوبر; يوليو 13-15
    Rule("day-range", "(?P<month>{MONTH_START}{RANGE_BEFORE}{MONTH_REST})", "من 5 إلى 10 يوليو", _day_range),
    Rule(
        "day-range:numbered",
        "(?P<month><MONTHWORD&AL>{RANGE_BEFORE}<ORDINAL1&AL|ORDINAL>)",
        "من 5 إلى 10 من الشهر التاسع",
        _day_range,
    ),
    Rule("day-range:behind", "(?P<month><MONTH>)(?P<range><JOINED>)", "يوليو 13-15", _day_range),
    # شهر يوليو; كانون الثاني
    Rule("month", "(?P<month><MONTH|PAIR|HIJRIPAIR|DHU>{MONTHWORD_BEFORE}?{MONTH_REST})", "شهر يوليو", _month),
    # في مارس; شهر رمضان; مارس/آذار; رمضان الماضي
    Rule(
        "month-homonym",
        """(?P<month><HOMONYM|NAME|ZERO>)(?:(?<=(?P<before><MONTHWORD>)<*>)
             | (?<=<EVIDENCE|BOUNDARY><HOMONYM>) | (?<={MONTH}<SLASH|LPAREN|DASH|QUOTE|OPEN>?<*>)
             | (?=<SLASH|LPAREN|DASH>?{MONTH}|<DIRECTION&AL>|<YEAR>|<YEARWORD>{YEAR_NUMBER}|"من"?<THIS>?<YEARWORD&AL>)
             | (?={YEAR_NUMBER}<HIJRIERA>))""",
        "في مارس/آذار الماضي",
        _month,
    ),
)
