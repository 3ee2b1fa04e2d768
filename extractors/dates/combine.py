"""Neighbouring pieces become one expression: `مساء` + `أمس` + `الخميس`, `أكتوبر` / `تشرين الأول` + `2015`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from .chunk import Chunk
from .moment import Moment
from .vocabulary import Reading

_OPENING, _CLOSING = ("LPAREN", "OPEN", "QUOTE"), ("RPAREN", "CLOSE", "QUOTE")
_MOST = 12  # pieces of one expression
_COARSER = {"T": "DWMQYC", "D": "WMYC", "N": "WMYC", "W": "MY", "M": "Y", "Q": "MYC"}


class Expression(Struct):
    """Atoms put together: tokens first … end - 1."""

    chunks: list[Chunk]
    moment: Moment
    end: int
    opened: bool = False  # a bracket that its last chunks stand in
    until: Expression | None = None  # the later one it is coordinated with, which gives its year
    since: Expression | None = None  # the weekday that a range begins with, of which this is the end

    @property
    def first(self) -> int:
        return self.chunks[0].first


def longest(chunks: list[Chunk]) -> list[Chunk]:
    """Of chunks that overlap, the one that begins first, of those the longest; two parts of one token both stay."""
    chosen: list[Chunk] = []
    end = 0
    for chunk in sorted(
        chunks, key=lambda chunk: (chunk.first, -chunk.end, chunk.role == "PREVIOUS", chunk.start or 0)
    ):
        if chunk.first >= end or (
            chosen and chunk.start is not None and chosen[-1].rule == chunk.rule and chosen[-1].first == chunk.first
        ):
            chosen.append(chunk)
            end = max(end, chunk.end)
    return chosen


def expressions(reading: Reading, chunks: list[Chunk]) -> list[Expression]:
    """The expressions that chunks in order of place form; pieces that need another and have none are left out."""
    found: list[Expression] = []
    current: Expression | None = None
    told = {token for chunk in chunks for token in range(chunk.first, chunk.end)}
    for chunk in chunks:
        if chunk.role == "NAME":
            continue
        joined = current and _joined(reading, current, chunk, told)
        if joined:
            current = joined
            continue
        if current:
            found.extend(_closed(current))
        current = None if chunk.role == "PREVIOUS" else Expression([chunk], chunk.moment, chunk.end)
    if current:
        found.extend(_closed(current))
    return _shared(reading, found)


def _closed(expression: Expression) -> Iterator[Expression]:
    """The expression without pieces at its end that nothing followed; nothing where no piece stands on its own."""
    chunks = expression.chunks
    if chunks[-1].role == "NEXT":
        while chunks and chunks[-1].role == "NEXT":
            chunks = chunks[:-1]
        moment: Moment | None = Moment()
        for chunk in chunks:
            moment = moment and moment.merged(chunk.moment)
        if not chunks or moment is None:
            return
        expression = Expression(chunks, moment, chunks[-1].end)
    if any(chunk.role in ("HEAD", "SHARES") for chunk in chunks):
        yield expression


def _joined(reading: Reading, current: Expression, chunk: Chunk, told: set[int]) -> Expression | None:
    """The expression with `chunk` added; None where the two are separate."""
    last = current.chunks[-1]
    if len(current.chunks) == _MOST:
        return None
    if chunk.first - current.end > 2 or chunk.resolved or last.resolved or last.role == "SHARES":
        return None
    between = range(current.end, chunk.first)
    if (chunk.start is not None and chunk.first < current.end) or reading.has(chunk.first, "WA"):
        return None
    opens = len(between) == 1 and _has_one(reading, between[0], _OPENING)
    if opens and not _all_told(reading, chunk, told):
        return None
    if not _linked(reading, current, chunk, between):
        return None
    moment = current.moment.merged(chunk.moment)
    if moment is None:
        return None
    opened = current.opened or opens
    closes = opened and _has_one(reading, chunk.end, _CLOSING)
    return Expression([*current.chunks, chunk], moment, chunk.end + closes, opened and not closes)


def _all_told(reading: Reading, chunk: Chunk, told: set[int]) -> bool:
    """Whether from `chunk` to the closing bracket there is nothing but pieces of time expressions."""
    token = chunk.end
    while token in told:
        token += 1
    return _has_one(reading, token, _CLOSING)


def _has_one(reading: Reading, token: int, names: tuple[str, ...]) -> bool:
    return any(reading.has(token, name) for name in names)


def _linked(reading: Reading, current: Expression, chunk: Chunk, between: range) -> bool:
    """Whether the words and signs between an expression and the next chunk allow them to be one."""
    if len(between) == 0:
        return True
    mine, its = current.moment.levels(), chunk.moment.levels()
    if chunk.role == "PREVIOUS" and not chunk.moment.year:
        return False
    if chunk.moment.hour is not None and all(reading.has(token, "AT_HOUR") for token in between):
        return "D" in mine  # الأحد عند الساعة العاشرة
    if len(between) == 1:
        token = between[0]
        if reading.has(token, "OF"):
            return _coarser(mine, its) or current.chunks[-1].role == "NEXT"
        if reading.has(token, "COMMA"):
            if its == {"T"}:  # الساعة 6:40، مساء السبت
                return chunk.moment.hour is not None if "D" in mine else current.moment.hour is not None
            if its == {"Y"}:
                return "D" in mine
            return "D" in mine and "D" in its and current.moment.weekday != chunk.moment.weekday
        if reading.has(token, "SLASH|DASH"):
            if its == {"T"}:  # 12 نوفمبر 2016 | 9:05
                return "D" in mine and chunk.moment.hour is not None
            return reading.document.form(token) != "|" and _alike(mine, its)
        if reading.has(token, "OPEN|QUOTE"):  # 15 حزيران "يونيو"
            return "M" in mine and its == {"M"}
        if reading.has(token, "LPAREN"):
            return _alike(mine, its) or its == {"Y"}
    return (
        all(reading.has(token, "COMMA|CORRESPONDING") for token in between)
        and "D" in mine
        and "D" in its
        and "M" not in mine
    )


def _alike(mine: set[str], its: set[str]) -> bool:
    """Whether two names may be of one thing: two of a month, two of a day."""
    return ("M" in mine and its == {"M"}) or ("D" in mine and "D" in its) or ("D" in mine and its == {"M"})


def _coarser(mine: set[str], its: set[str]) -> bool:
    """Whether what follows من or في is the larger period that what is before it lies in."""
    if not its:
        return False
    if "T" in mine and "D" not in mine:
        return bool(its & set("TD"))
    if its == {"T"}:  # الخميس من الساعة التاسعة
        return "D" in mine
    finest = next((level for level in "TDNWMQYC" if level in mine and level != "T"), None)
    return (
        finest is not None
        and its != {"D"}
        and all(level in _COARSER.get(finest, "") or level == finest == "D" for level in its)
    )


def _shared(reading: Reading, found: list[Expression]) -> list[Expression]:
    """`مايو ويونيو في 2017`: an expression takes month, year and direction from the one it is coordinated with."""
    for before, after in pairwise(found):  # الخميس من الساعة التاسعة حتى العاشرة: both are on that day
        if _coordinated(reading, before, after) and after.moment.levels() == {"T"} and "D" in before.moment.levels():
            after.moment = (
                replace(before.moment, hour=None, minute=None, part=None).merged(after.moment) or after.moment
            )
    kept: list[Expression] = []
    following: Expression | None = None
    for expression in reversed(found):
        needs = expression.chunks[-1].role == "SHARES"
        if following is not None and _coordinated(reading, expression, following):
            expression.moment = _filled(expression.moment, following.moment)
            if following.moment.before_christ and expression.moment.year:  # بين عامي 1320 و1318 قبل الميلاد
                expression.moment = replace(expression.moment, before_christ=True)
            if _yearless(expression.moment, following.moment):
                expression.until = following
            elif _is_range(reading, expression, following):
                expression.until, following.since = following, expression
        if not needs or expression.moment.month is not None or expression.moment.months is not None:
            kept.append(expression)
            following = expression
    return kept[::-1]


def _coordinated(reading: Reading, expression: Expression, following: Expression) -> bool:
    if expression.chunks[-1].resolved or following.chunks[0].resolved:
        return False
    between = range(expression.end, following.first)
    if following.first < expression.end or (len(between) == 0 and expression.chunks[-1].role == "SHARES"):
        return True
    if len(between) == 0:
        return reading.has(following.first, "WA")
    return len(between) <= 2 and all(reading.has(token, "AND") or reading.has(token, "DASH") for token in between)


def _is_range(reading: Reading, expression: Expression, following: Expression) -> bool:
    """Whether two weekdays with nothing to say of which week are the ends of a range: من الأحد إلى الخميس."""
    bare = all(each.moment == Moment(weekday=each.moment.weekday) for each in (expression, following))
    return bare and any(reading.has(token, "UNTIL") for token in range(expression.end, following.first))


def _filled(moment: Moment, other: Moment) -> Moment:
    """`moment` with the part of the day or the month of the expression it is coordinated with, where it has none."""
    if moment.hour is not None and other.hour is not None and moment.part is None:
        return replace(moment, part=other.part)
    if moment.day is not None and other.day is not None and moment.month is None and moment.months is None:
        return replace(moment, month=other.month, months=other.months, hijri=other.hijri)
    return moment


def _yearless(moment: Moment, other: Moment) -> bool:
    """Whether a month, or a weekday beside one with a direction, has nothing that says of which year or week it is."""
    if moment.direction is not None or moment.year is not None or moment.years is not None or moment.yearless:
        return False
    if moment.month is not None:
        return other.month is not None and (moment.day is None) == (other.day is None)
    return moment.levels() == {"D"} == other.levels() and moment.weekday is not None and other.direction is not None
