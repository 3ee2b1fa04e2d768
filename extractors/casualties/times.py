"""The times that a text tells of, in the order of the text: days, and stretches from one day to another."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange

from msgspec.structs import replace

from ..article import Fact
from ..document import Document
from ..engine.sre import lazy
from ..grammar import compile_pattern
from . import other_times
from .context import SAME_PERIOD
from .told_time import Time
from .vocabulary import LEXICON

_SINCE = compile_pattern(LEXICON, '"منذ"')
_SINCE_BEGINNING = compile_pattern(
    LEXICON,
    '"منذ"(?:<BEGINNING><^STOP|BREAK|COMMA|SEMICOLON|RELATIVE|CLAUSE|ACT|EVENT|TOLL|QUANTITY>{0,5}'
    '|(?!<TIME|ERA_LENGTH|QUANTITY>)(?:"أن"<*>)?'
    "<^STOP|BREAK|COMMA|SEMICOLON|RELATIVE|CLAUSE|ACT|TOLL|QUANTITY|TIME>{1,7})$",
)
_LED_TO = compile_pattern(LEXICON, "<^STOP|BREAK|ACT|EVENT|QUANTITY>{0,4}?(?:<RELATIVE><CAUSE>|<CAUSE&WA>)")
_DURING = compile_pattern(LEXICON, "<DURING>")
_IN = compile_pattern(LEXICON, '"في"|"غضون"')
_FROM = compile_pattern(LEXICON, '"من"|"منذ"')
_TO = compile_pattern(LEXICON, '<COMMA>?(?:"إلى"|"حتى"|"لغاية")')
_UNTIL = compile_pattern(LEXICON, '(?:<UNTIL>|"إلى"<LIMIT>)$')
_NAMED_BY_DAY = compile_pattern(LEXICON, "<NAMED_BY_DAY>")
_SAME_PERIOD = compile_pattern(LEXICON, SAME_PERIOD)
_BETWEEN = compile_pattern(LEXICON, '"بين"')
_AND = compile_pattern(LEXICON, "<WA>")
_BEGINNING_REACH = 11  # tokens from منذ to the time of what began
_CALENDARS = dt.timedelta(days=3)  # by which a day may lie elsewhere in another calendar
_SAME_DAY = "الموافق"  # between two dates of one day, the second by another calendar
_NO_YEAR = lazy(r"XXXX-\d\d(-\d\d)?")  # a day or month whose year nobody can know
_SHORTEST = 4  # letters of the value of a time that something happened in: a year, no century
_DATED = lazy(r"(\w{4})-(\d\d)")
_NAMED = slice(5, 7)  # where a value has its month
_PRESENT = lazy("الجاري|الحالي")
_MONTH = 7  # letters of the value of a month
_COMING = lazy("المقبل|القادم")
_DAY = lazy(r"\d+ \D+")  # a day that a thing is called by: ثورة 25 يناير
_LAST = lazy("الماضي|المنصرم|الفائت")
_RECENT = lazy("الماضي|الأخير|المنصرم|آخر|الفائت")
_LENGTH = lazy(r"PT?(\d+)([HDW])")
_UNITS = {"H": dt.timedelta(hours=1), "D": dt.timedelta(days=1), "W": dt.timedelta(weeks=1)}
_A_DAY = _UNITS["D"]


def times(document: Document) -> list[Time]:
    """The times of what happened: none to come, of saying something, or that are all there is in their line."""
    known: dict[str, str] = {}
    dates = [(fact, _completed(fact, known)) for fact in document.facts.get("dates", [])]
    told = [time for fact, value in dates if (time := _time(document, fact, value))]
    told = [time for time in told if not other_times.is_to_come(document, time)]
    joined: list[Time] = []
    for time in told:
        before = joined[-1] if joined else None
        if before and (whole := _joined(document, before, time)):
            joined[-1] = whole
        else:
            joined.append(time)
    return _with_same_periods(document, [time for time in joined if not other_times.is_of_saying(document, time)])


def _with_same_periods(document: Document, told: list[Time]) -> list[Time]:
    """The times of a text with the places where it comes back to a stretch told before: خلال الفترة نفسها."""
    found = [match.span() for match in _SAME_PERIOD.finditer(document.classes(LEXICON))]
    found = [(first, end) for first, end in found if not other_times.is_compared(document, first)]
    again = [
        replace(last, first=first, end=end, here=True) for first, end in found if (last := _last_stretch(told, first))
    ]
    return sorted([*told, *again], key=lambda time: time.first) if again else told


def _last_stretch(told: list[Time], token: int) -> Time | None:
    """The last time before a token that figures were given for; one that goes on only where there is no other."""
    over = [time for time in told if time.end <= token and time.bound and not time.until]
    over = [time for time in over if time.stretch or time.long or time.last_day]
    return next(reversed([time for time in over if not time.open] or over), None)


def _completed(fact: Fact, known: dict[str, str]) -> str:
    """The value of a date, with the year or the month that was told before: سبتمبر 2022 … في سبتمبر.

    `known` holds the year of each month told so far, and under "" the month that is called the present one.
    """
    value: str = getattr(fact, "value", "")
    present = _PRESENT.search(fact.text) is not None
    if present and value.startswith("XXXX-XX-") and "" in known:
        value = known[""] + value[_MONTH:]
    elif value.startswith("XXXX-") and (year := known.get(value[_NAMED])):
        value = year + value[4:]
    if dated := _DATED.match(value):
        known |= {dated[2]: dated[1]} if dated[1] != "XXXX" else {}
        known |= {"": dated[0]} if present else {}
    return value


def _time(document: Document, fact: Fact, value: str) -> Time | None:
    """The time that a date tells of, or the stretch that its preposition makes of it; None where nothing happened."""
    first, end = document.token_at(fact.start), document.token_at(fact.end - 1) + 1
    if _COMING.search(fact.text) or (_DAY.fullmatch(fact.text) and _preceded(document, _NAMED_BY_DAY, first)):
        return None
    if length := _LENGTH.fullmatch(value):
        return _length(document, fact, Time(first, end, None, dt.date.min, dt.date.max), length)
    time = _dated(fact, value, first, end)
    if time is None or (time.year and other_times.is_of_page(document, fact, value)):
        return None
    if other_times.is_compared(document, first) or other_times.is_end_of_event(document, first):
        return None
    return _governed(document, time, value, from_start=getattr(fact, "mod", None) == "START")


def _dated(fact: Fact, value: str, first: int, end: int) -> Time | None:
    """The days of a date in tokens first … end - 1; None where more than the year is not known."""
    if _NO_YEAR.fullmatch(value):
        present = _PRESENT.search(fact.text) is not None
        return Time(first, end, value, dt.date.max, dt.date.max, year=False, present=present)
    begins, ends = getattr(fact, "first", None), getattr(fact, "last", None)
    if begins is None and (whole := _DATED.match(value)) and whole[1] != "XXXX":
        begins, ends = _days(value)
    if "X" in value or len(value) < _SHORTEST or begins is None or ends is None:
        return None
    last = _LAST.search(fact.text) is not None
    return Time(first, end, value, dt.date.fromisoformat(begins), dt.date.fromisoformat(ends), last=last)


def _governed(document: Document, time: Time, value: str, *, from_start: bool) -> Time:
    """A time with what stands before it: up to it, since it, or during it; `from_start` for since its first day."""
    if _is_until(document, time.first):
        return replace(time, value=value.partition("T")[0], until=True, bound=True)
    since = time.first if _preceded(document, _SINCE, time.first) else _since(document, time.first, time.end)
    if since is not None:
        if other_times.is_unmatched(document, since):
            return replace(time, behind=True)
        start = time.begins if from_start and time.year else value
        return replace(time, value=f"{start}/", stretch=True, open=True, bound=True)
    during = _preceded(document, _DURING, time.first)
    return replace(time, stretch=during and (time.ends > time.begins or len(value) == _MONTH), bound=during)


def _days(value: str) -> tuple[str, str]:
    """The first and last day of a day or month, as ISO dates."""
    if len(value) > _MONTH:
        return value[:10], value[:10]
    year, month = map(int, value.split("-"))
    return f"{value}-01", f"{value}-{monthrange(year, month)[1]}"


def _length(document: Document, fact: Fact, time: Time, length: re.Match[str]) -> Time | None:
    """The stretch up to publication of a length of time: خلال 11 يوما, في اليومين الماضيين; None where it is none."""
    lasts = int(length[1]) * _UNITS[length[2]]
    over = _preceded(document, _DURING, time.first) or _RECENT.search(fact.text) is not None
    over = over or (lasts > _A_DAY and _preceded(document, _IN, time.first))
    here = lasts > _A_DAY and _RECENT.search(fact.text) is None  # خلال يومين may be days to come
    if lasts < _A_DAY or not over or other_times.is_unmatched(document, time.first):
        return None
    published, whole = document.published, lasts > _A_DAY
    time = replace(time, stretch=whole, bound=True, here=here)
    if published is None or published - dt.date.min < lasts:
        return replace(time, begins=dt.date.max - lasts, year=False)
    begins = published - lasts
    return replace(time, value=f"{begins}/{published}", begins=begins, ends=published)


def _preceded(document: Document, pattern: re.Pattern[str], token: int) -> bool:
    return token > 0 and pattern.match(document.classes(LEXICON), token - 1) is not None


def _since(document: Document, token: int, end: int) -> int | None:
    """The token behind منذ where a time is that of what counts run from: منذ اندلاع الحرب في 15 أبريل 2023.

    None where it is that of an event and of who fell in it: منذ الهجوم في 26 يونيو، الذي أسفر عن مقتل العشرات.
    """
    start = max(0, token - _BEGINNING_REACH)
    beginning = _SINCE_BEGINNING.search(document.classes(LEXICON)[start:token])
    if beginning is None or _LED_TO.match(document.classes(LEXICON), end):
        return None
    return start + beginning.start() + 1


def _is_until(document: Document, token: int) -> bool:
    return _UNTIL.search(document.classes(LEXICON)[max(0, token - 2) : token]) is not None


def _joined(document: Document, start: Time, end: Time) -> Time | None:
    """The stretch from one time to another: منذ بداية حزيران، حتى 8 من آب; بين 3 و9 مايو; None where they are two."""
    classes = document.classes(LEXICON)
    if start.year != end.year or start.value is None or end.value is None:
        return None
    if _is_elsewhere(document, start, end):
        return replace(start, end=end.end)
    if _SAME_DAY in document.text[document.end(start.end - 1) : document.start(end.end - 1)] and _near(start, end):
        return replace(start, end=end.end)
    numbers = start.first == end.first  # من 24 إلى 30 غشت: one number with two bounds
    reaches = _preceded(document, _FROM, start.first) and _TO.match(classes, start.end)
    between = _preceded(document, _BETWEEN, start.first) and _AND.match(classes, start.end)
    if end.first - start.end > (3 if reaches else 0) or not (numbers or reaches or between):
        return None
    alike = len(start.value) == len(end.value)  # بين عامي 1942 و1944
    day = start.open or (start.begins != start.ends and not alike)
    first = start.begins if day and start.year else start.value.rstrip("/")
    value = f"{str(first)[:10]}/{end.ends if end.begins == end.ends and end.year else end.value}"
    return Time(start.first, end.end, value, start.begins, end.ends, stretch=True, bound=True, year=start.year)


def _is_elsewhere(document: Document, start: Time, end: Time) -> bool:
    """Whether a clock time is the one before it by another clock: الساعة 11:20 (15:20 ت غ)."""
    between = document.text[document.end(start.end - 1) : document.start(end.first)]
    clocks = "T" in (start.value or "") and "T" in (end.value or "")
    return clocks and end.first - start.end <= 1 and between.strip() == "("


def _near(start: Time, end: Time) -> bool:
    return abs(end.begins - start.begins) <= _CALENDARS
