"""What counts from the article's day: `أمس`, `الخميس المقبل`, `العام الماضي`, `هذا الأسبوع`, `في اليوم التالي`."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar import Match, Rule
from ..text.folding import fold
from .chunk import Chunk, Role, whole
from .moment import Moment
from .values import Resolved
from .vocabulary import Reading

FRAGMENTS = {
    "CALENDAR_UNIT": "<DAYWORD&AL|TODAY|WEEKWORD&AL|MONTHWORD&AL|YEARWORD&AL>",
    "IN_MONTH": '(?=<"من"|"في"|MONTHWORD&BI|MONTH&BI>)',
    "TWICE": '<"قبل"|"بعد">',  # العام قبل الماضي
    "WHICH": "<DIRECTION&AL|FOLLOWING&AL|SAMEAFTER|ORDINAL1&AL|YEARKIND&AL|QUANTITY&DEFINITE>",
}
_SHIFTS = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}


def _towards(reading: Reading, match: Match) -> int:
    """How far the group `which` points: الماضي −1, المقبل 1, قبل الماضي −2."""
    return (reading.integer(match, "which", "direction") or 0) * (2 if reading.span(match, "twice") else 1)


def shift(reading: Reading, token: int, by: int) -> Moment:
    """`by` of the unit that `token` names: days, weeks, months or years from now."""
    moment = Moment()
    setattr(moment, _SHIFTS[reading.value(token, "unit") or "D"], by)
    return moment


def _weekday(reading: Reading, match: Match) -> Iterator[Chunk]:
    yield Chunk(*whole(match), Moment(weekday=reading.integer(match, "weekday", "weekday")))


def _weekday_of_week(reading: Reading, match: Match) -> Iterator[Chunk]:
    yield Chunk(*whole(match), Moment(weekday=reading.integer(match, "weekday", "weekday")), "NEXT")


def _weekday_and_day(reading: Reading, match: Match) -> Iterator[Chunk]:
    day = reading.first(match, "day")
    if fold(reading.text(day)).split()[0].endswith("ه"):
        return  # الجمعة السابعة عشرة, the seventeenth of a series of Fridays
    yield Chunk(*whole(match), Moment(weekday=reading.integer(match, "weekday", "weekday"), day=reading.number(day)))


def _night_between(reading: Reading, match: Match) -> Iterator[Chunk]:
    yield Chunk(*whole(match), Moment(weekday=reading.integer(match, "weekday", "weekday"), part="NI", overnight=True))


def _near_day(reading: Reading, match: Match) -> Iterator[Chunk]:
    days = reading.integer(match, "day", "days") or 0
    if reading.span(match, "further") is not None:
        days *= 2
    yield Chunk(*whole(match), Moment(days=days))


def _today(reading: Reading, match: Match) -> Iterator[Chunk]:
    first, end = whole(match)
    if not (reading.has(first - 1, "OPEN") and reading.has(end, "CLOSE")):  # a newspaper of that name
        yield Chunk(first, end, Moment(days=0))


def _tonight(reading: Reading, match: Match) -> Iterator[Chunk]:
    moment = Moment(days=_towards(reading, match))
    moment.part = reading.group(match, "part", "part")  # type: ignore[assignment]
    yield Chunk(*whole(match), moment)


def _part(reading: Reading, match: Match) -> Iterator[Chunk]:
    """مساء beside a day or an hour; المساء and بعد الظهر after one."""
    token = reading.span(match, "definite") or reading.span(match, "part") or (0, 0)
    part = reading.value(token[0], "part")
    if part == "MI" and reading.span(match, "after"):
        part = "AF"
    elif part == "MI" and reading.span(match, "earlier"):
        part = "MO"
    alone = reading.has(token[0], "PARTADV") or reading.span(match, "after") or reading.span(match, "earlier")
    role: Role = "PREVIOUS" if reading.has(token[0], "AL") else "ANY" if alone else "NEXT"
    yield Chunk(*whole(match), Moment(part=part), role)  # type: ignore[arg-type]


def _unit(reading: Reading, match: Match) -> Iterator[Chunk]:
    """العام الماضي, هذا الأسبوع."""
    token = reading.first(match, "unit")
    yield Chunk(*whole(match), shift(reading, token, _towards(reading, match)))


def _named_before(reading: Reading, match: Match) -> Iterator[Chunk]:
    """نفس العام, العام نفسه, اليوم التالي: counts from the date named before."""
    token = reading.first(match, "unit")
    following = reading.span(match, "following") is not None
    moment = shift(reading, token, 1 if following else 0)
    moment.anaphoric = "AFTER" if following else "SAME"
    yield Chunk(*whole(match), moment)


def _boundary(reading: Reading, match: Match) -> Iterator[Chunk]:
    mod = "MID" if reading.span(match, "middle") else reading.group(match, "mod", "mod")
    yield Chunk(*whole(match), Moment(mod=mod), "NEXT")  # type: ignore[arg-type]


def _boundary_of_unit(reading: Reading, match: Match) -> Iterator[Chunk]:
    """نهاية العام: of the present one."""
    token = reading.first(match, "unit")
    moment = shift(reading, token, 0)
    moment.mod = reading.group(match, "mod", "mod")  # type: ignore[assignment]
    yield Chunk(*whole(match), moment)


def _weekend(reading: Reading, match: Match) -> Iterator[Chunk]:
    yield Chunk(*whole(match), Moment(weeks=0, weekend=True))


def _direction(reading: Reading, match: Match) -> Iterator[Chunk]:
    yield Chunk(*whole(match), Moment(direction=_towards(reading, match)), "PREVIOUS")


def _approximately(reading: Reading, match: Match) -> Iterator[Chunk]:
    yield Chunk(*whole(match), Moment(mod="APPROX"), "NEXT")


def _nth(reading: Reading, match: Match) -> Iterator[Chunk]:
    """آخر اثنين من, الأسبوع الأول من, ثالث يوم من."""
    nth = reading.first(match, "nth")
    moment = Moment(nth=reading.number(nth), weekday=reading.integer(match, "weekday", "weekday"))
    day = reading.span(match, "weekday")
    if day and moment.weekday is None:  # آخر اثنين: two, by its looks
        if reading.number(day[0]) != 2:
            return
        moment.weekday = 1
    if moment.weekday is None:
        moment.nth_unit = reading.group(match, "unit", "unit") or "D"
    yield Chunk(*whole(match), moment, "NEXT")


def _month_by_number(reading: Reading, match: Match) -> Iterator[Chunk]:
    number = reading.first(match, "number")
    yield Chunk(*whole(match), Moment(month=reading.number(number)), "ANY")


def _reference(reading: Reading, match: Match) -> Iterator[Chunk]:
    if "آل" in reading.text(match.first):
        return  # آلان, a name
    kind = reading.group(match, "reference", "reference") or "PRESENT"
    yield Chunk(*whole(match), resolved=Resolved("DATE", f"{kind}_REF"))


RULES = (
    # يوم الخميس
    Rule(
        "weekday",
        '(?P<weekday><WEEKDAY&AL>)(?<!<"صلاة"|"خطبة"|"بين"|"سوق"><*>)(?:(?<=(?P<before><DAYWORD|DAYPAIR|THIS>)<*>))?',
        "وصل يوم الخميس",
        _weekday,
    ),
    # خميس الأسبوع الماضي
    Rule(
        "weekday-of-week",
        "(?P<weekday><WEEKDAY&NOAL>)(?=<THIS>?<WEEKWORD&AL>)",
        "خميس الأسبوع الماضي",
        _weekday_of_week,
    ),
    # السبت السادس عشر
    Rule(
        "weekday-day",
        "(?P<weekday><WEEKDAY&AL>)(?:(?<=(?P<before><DAYWORD>)<*>))?(?P<day><ORDINAL>)",
        "السبت السادس عشر من الشهر",
        _weekday_and_day,
    ),
    # ليل الخميس الجمعة
    Rule(
        "night-between",
        '<NIGHT>(?P<weekday><WEEKDAY&AL>)<DASH|"إلى"|"على"|SLASH>?<WEEKDAY&AL>',
        "ليل الخميس الجمعة",
        _night_between,
    ),
    # أمس, يوم غد, أول من أمس, بعد غد, أمس الأول
    Rule(
        "near-day",
        """(?P<day><YESTERDAY|TOMORROW>)(?:(?P<further>(?<=<YESTERDAY>)"الأول")
             | (?<=(?P<before><DAYWORD|TODAY>?(?P<further>"أول"|"أول من"|"بعد"|"قبل"))<*>)
             | (?<=(?P<before><DAYWORD>)<*>))?""",
        "أول من أمس",
        _near_day,
    ),
    Rule(
        "today",
        """<TODAY>(?<!<OUTLET><*>|"في"<*>|<THAT|SAME><*>|"مثل"<THIS><*>)(?!<DAYOF&AL>|{WHICH}|<ORDINAL>|<"الذي"|"حيث">)
            (?:(?<=(?P<before><THIS>)<*>))?""",
        "وصل الوفد اليوم",
        _today,
    ),
    # الليلة الماضية, هذا المساء
    Rule("tonight", "(?P<part><NIGHT&AL>)(?P<twice>{TWICE})?(?P<which><DIRECTION&AL>)", "الليلة الماضية", _tonight),
    Rule("tonight:this", "(?P<part><PART&AL>)(?<=(?P<before><THIS>)<*>)(?<!<ERA_WORD>)", "هذا المساء", _tonight),
    Rule(
        "tonight:alone",
        "(?P<part><TONIGHT&AL&NOPREP>)(?<!<THAT|SAME><*>)(?!<ORDINAL1&AL|LASTWORD&AL|DAYOF&AL|FOLLOWING&AL|SAMEAFTER|QUANTITY|ORDINAL>)",
        "يصل الوفد الليلة",
        _tonight,
    ),
    # مساء, بعد ظهر, ليلا
    Rule(
        "part-of-day:noon",
        '(?P<part><MIDDAY|PART&AL>)(?<=(?P<before>(?P<after>"بعد")|(?P<earlier>"قبل"))<*>)',
        "بعد ظهر الأحد",
        _part,
    ),
    Rule("part-of-day:definite", "(?P<definite><PART&AL|EVENING&AL>)", "يوم الأحد في المساء", _part),
    Rule(
        "part-of-day:midnight",
        '(?P<definite><NIGHT&AL>)(?<=(?P<before>"بعد منتصف"|"منتصف")<*>)',
        "بعد منتصف الليل",
        _part,
    ),
    Rule("part-of-day", "(?P<part><PARTADV|PART&NOAL>)", "مساء الأحد", _part),
    Rule("this-unit", "<THIS>(?P<unit><WEEKWORD&AL|MONTHWORD&AL|YEARWORD&AL>)", "هذا الأسبوع", _unit),
    Rule(
        "unit",
        "(?P<unit>{CALENDAR_UNIT})(?<!<OFFICE><YEARWORD>)(?P<twice>{TWICE})?(?P<which><DIRECTION&AL>)(?!(?<=<RECENT>){IN_MONTH})",
        "العام الماضي",
        _unit,
    ),
    Rule(
        "named-before",
        "(?P<unit>{CALENDAR_UNIT})(?:<SAMEAFTER>|(?P<following><FOLLOWING&AL>)|(?<=(?P<before><SAME|THAT>)<*>)(?!<DIRECTION&AL>))",
        "وفي العام نفسه",
        _named_before,
    ),
    Rule("boundary", "(?P<mod><BOUNDARY&NOAL>)", "مطلع عام 2015", _boundary),
    Rule("boundary:middle", "(?P<middle><HALF&NOAL>)(?=<MONTHWORD&NOAL>?{ANY_MONTH})", "في نصف شهر يوليو", _boundary),
    Rule(
        "boundary-of-unit",
        "(?P<mod><BOUNDARY&NOAL>)(?P<unit><WEEKWORD&AL|MONTHWORD&AL|YEARWORD&AL>)(?!{WHICH}|<QUANTITY>)",
        "نهاية العام",
        _boundary_of_unit,
    ),
    Rule("weekend", '<"عطلة"|"إجازة">"نهاية الأسبوع"', "في عطلة نهاية الأسبوع", _weekend),
    Rule("direction", "(?P<twice>{TWICE})?(?P<which><DIRECTION&AL>)", "الخميس المقبل", _direction),
    Rule("approximately", "<APPROXIMATE>", "حوالي الساعة التاسعة", _approximately),
    Rule("approximately:limit", '"بحدود"', "بحدود الساعة التاسعة", _approximately),
    Rule(
        "nth",
        "(?P<nth><ORDINAL1&NOAL|LASTWORD&NOAL>)(?:(?P<unit><DAYWORD|WEEKWORD>)|(?P<weekday><WEEKDAY|QUANTITY&DAY>)){1,2}{IN_MONTH}",
        "آخر يوم من رمضان",
        _nth,
    ),
    Rule(
        "nth:unit",
        "(?P<unit><TODAY|WEEKWORD&AL>)(?P<nth><ORDINAL1&AL|LASTWORD&AL>){IN_MONTH}",
        "الأسبوع الأول من يوليو",
        _nth,
    ),
    Rule(
        "nth:weekday",
        "(?P<weekday><WEEKDAY&AL>)(?P<nth><ORDINAL1&AL|LASTWORD&AL>){IN_MONTH}",
        "الأحد الأول من يوليو",
        _nth,
    ),
    Rule("month-by-number", "<MONTHWORD&AL>(?P<number><ORDINAL1&AL|ORDINAL>)", "الشهر التاسع", _month_by_number),
    Rule("reference", "(?P<reference><REFERENCE>)", "حاليا", _reference),
    Rule("reference:time", '"الوقت"<"الحالي"|"الراهن">', "في الوقت الحالي", _reference),
    Rule("reference:moment", '"هذه اللحظة"', "حتى هذه اللحظة", _reference),
)
