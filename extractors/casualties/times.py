"""The times that a text tells of, in the order of the text: days, and stretches from one day to another."""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct
from msgspec.structs import replace

from ..article import Fact
from ..document import Document
from ..engine.sre import lazy
from ..grammar import compile_pattern
from .vocabulary import LEXICON

_SINCE = compile_pattern(LEXICON, '"منذ"')
_SINCE_BEGINNING = compile_pattern(
    LEXICON, '"منذ"<BEGINNING><^STOP|BREAK|COMMA|SEMICOLON|RELATIVE|CLAUSE|ACT|EVENT|TOLL|QUANTITY>{0,5}$'
)
_DURING = compile_pattern(LEXICON, "<DURING>")
_FROM = compile_pattern(LEXICON, '"من"|"منذ"')
_TO = compile_pattern(LEXICON, '<COMMA>?(?:"إلى"|"حتى"|"لغاية")')
_UNTIL = compile_pattern(LEXICON, '(?:<UNTIL>|"إلى"<LIMIT>)$')
_SAID = compile_pattern(LEXICON, "<ACCORDING|REPORTED_IT><^STOP|BREAK|COMMA|QUANTITY>{0,12}$")
_NAMED_BY_DAY = compile_pattern(LEXICON, "<NAMED_BY_DAY>")
_STARTING = compile_pattern(LEXICON, "<STARTING><FROM>$")
_BETWEEN = compile_pattern(LEXICON, '"بين"')
_AND = compile_pattern(LEXICON, "<WA>")
_BEGINNING_REACH = 8  # tokens from منذ to the time of what began
_SAID_REACH = 13  # tokens from who says something to the time of saying it
_ZONES = dt.timedelta(days=1)  # by which it may be later where something happened than where it was published
_CALENDARS = dt.timedelta(days=3)  # by which a day may lie elsewhere in another calendar
_SAME_DAY = "الموافق"  # between two dates of one day, the second by another calendar
_NO_YEAR = lazy(r"XXXX-\d\d(-\d\d)?")  # a day or month whose year nobody can know
_ALONE = lazy(r"[^\w\n]*(?:\n|$)")
_COMING = lazy("المقبل|القادم")
_DAY = lazy(r"\d+ \D+")  # a day that a thing is called by: ثورة 25 يناير
_RECENT = lazy("الماضي|الأخير|المنصرم|آخر")
_LAST_DAY = frozenset({"PT24H", "P1D"})  # of a total that is given every day


class Time(Struct, frozen=True):
    """A time told in tokens first … end - 1: its TIMEX3 value, the days it begins and ends on.

    `stretch` is true of a period that several incidents may fall into; `open` of one that goes on, `until` of the day
    up to which is counted; `bound` where a word such as خلال makes it the time of what is counted. The days of a time
    with no `year` are of no use.
    """

    first: int
    end: int
    value: str
    begins: dt.date
    ends: dt.date
    stretch: bool = False
    open: bool = False
    until: bool = False
    bound: bool = False
    year: bool = True


def times(document: Document) -> list[Time]:
    """The times of what happened: none to come, of saying something, or that are all there is in their line."""
    told = [time for fact in document.facts.get("dates", []) if (time := _time(document, fact))]
    told = [time for time in told if not _is_to_come(document, time) and not _is_of_saying(document, time)]
    joined: list[Time] = []
    for time in told:
        before = joined[-1] if joined else None
        if before and (whole := _joined(document, before, time)):
            joined[-1] = whole
        else:
            joined.append(time)
    return joined


def _time(document: Document, fact: Fact) -> Time | None:
    value: str = getattr(fact, "value", "")
    first, end = document.token_at(fact.start), document.token_at(fact.end - 1) + 1
    if _COMING.search(fact.text) or (_DAY.fullmatch(fact.text) and _preceded(document, _NAMED_BY_DAY, first)):
        return None
    recent = _preceded(document, _DURING, first) or _RECENT.search(fact.text) is not None
    if value in _LAST_DAY and document.published and document.published > dt.date.min and recent:
        day_before = document.published - dt.timedelta(days=1)
        return Time(first, end, f"{day_before}/{document.published}", day_before, document.published, bound=True)
    begins, ends = getattr(fact, "first", None), getattr(fact, "last", None)
    if _NO_YEAR.fullmatch(value) and not _preceded(document, _SINCE, first) and not _is_beginning(document, first):
        return Time(first, end, value, dt.date.max, dt.date.max, year=False)
    if "X" in value or begins is None or ends is None or _stands_alone(document, fact):
        return None
    time = Time(first, end, value, dt.date.fromisoformat(begins), dt.date.fromisoformat(ends))
    if _is_until(document, first):
        return replace(time, value=value.partition("T")[0], until=True, bound=True)
    if _preceded(document, _SINCE, first) or _is_beginning(document, first):
        start = value if getattr(fact, "mod", None) != "START" else begins
        return replace(time, value=f"{start}/", stretch=True, open=True, bound=True)
    during = _preceded(document, _DURING, first)
    return replace(time, stretch=during and time.ends > time.begins, bound=during)


def _preceded(document: Document, pattern: re.Pattern[str], token: int) -> bool:
    return token > 0 and pattern.match(document.classes(LEXICON), token - 1) is not None


def _is_beginning(document: Document, token: int) -> bool:
    """Whether a time tells when something began that counts run from: منذ اندلاع الحرب في 15 أبريل 2023."""
    return _SINCE_BEGINNING.search(document.classes(LEXICON)[max(0, token - _BEGINNING_REACH) : token]) is not None


def _stands_alone(document: Document, fact: Fact) -> bool:
    line = document.text.rfind("\n", 0, fact.start) + 1
    return not document.text[line : fact.start].strip(" \t-–—|") and _ALONE.match(document.text, fact.end) is not None


def _is_to_come(document: Document, time: Time) -> bool:
    """Whether a time lies behind the day of publication, or something goes on from it: ابتداء من يوم الثلاثاء."""
    if _STARTING.search(document.classes(LEXICON)[max(0, time.first - 2) : time.first]):
        return True
    return time.year and document.published is not None and time.begins - document.published > _ZONES


def _is_of_saying(document: Document, time: Time) -> bool:
    """Whether a time tells when something was said: وفق المعطيات التي أعلنتها المديرية مساء الأربعاء."""
    before = document.classes(LEXICON)[max(0, time.first - _SAID_REACH) : time.first]
    return not time.bound and _SAID.search(before) is not None


def _is_until(document: Document, token: int) -> bool:
    return _UNTIL.search(document.classes(LEXICON)[max(0, token - 2) : token]) is not None


def _joined(document: Document, start: Time, end: Time) -> Time | None:
    """The stretch from one time to another: منذ بداية حزيران، حتى 8 من آب; بين 3 و9 مايو; None where they are two."""
    classes = document.classes(LEXICON)
    if not (start.year and end.year):
        return None
    if _SAME_DAY in document.text[document.end(start.end - 1) : document.start(end.end - 1)] and _near(start, end):
        return replace(start, end=end.end)
    numbers = start.first == end.first  # من 24 إلى 30 غشت: one number with two bounds
    reaches = _preceded(document, _FROM, start.first) and _TO.match(classes, start.end)
    between = _preceded(document, _BETWEEN, start.first) and _AND.match(classes, start.end)
    if end.first - start.end > (3 if reaches else 0) or not (numbers or reaches or between):
        return None
    alike = len(start.value) == len(end.value)  # بين عامي 1942 و1944
    first = start.begins if start.open or (start.begins != start.ends and not alike) else start.value
    value = f"{str(first)[:10]}/{end.ends if end.begins == end.ends else end.value}"
    return Time(start.first, end.end, value, start.begins, end.ends, stretch=True, bound=True)


def _near(start: Time, end: Time) -> bool:
    return abs(end.begins - start.begins) <= _CALENDARS
