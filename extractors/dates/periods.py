"""Seasons, quarters, halves, decades, centuries and feasts: `صيف 2015`, `الربع الأول`, `التسعينات`, `عيد الفطر`."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar import Match, Rule
from .chunk import Chunk, whole
from .hijri import gregorian_year
from .moment import Moment
from .vocabulary import Reading

FRAGMENTS: dict[str, str] = {}


def _season(reading: Reading, match: Match) -> Iterator[Chunk]:
    """A season by its name needs something beside it; with ال and a direction it stands alone (الصيف الماضي)."""
    moment = Moment(
        season=reading.group(match, "season", "season"), direction=reading.integer(match, "which", "direction")
    )
    yield Chunk(*whole(match), moment, "ANY" if moment.direction is None else "HEAD")


def _quarter(reading: Reading, match: Match) -> Iterator[Chunk]:
    first, end = whole(match)
    number = reading.first(match, "number")
    nth = reading.number(number)
    part = reading.first(match, "part")
    quarter = reading.has(part, "QUARTER|QUARTER_TERM")
    if nth == -1:
        nth = 4 if quarter else 2
    if nth is not None and nth <= (4 if quarter else 2):
        yield Chunk(first, end, Moment(quarter=nth) if quarter else Moment(half=nth), "ANY")


def _century(reading: Reading, match: Match) -> Iterator[Chunk]:
    number = reading.span(match, "number")
    nth = reading.number(number[0]) if number else None
    if nth is not None:
        if reading.span(match, "hijri"):
            nth = gregorian_year(100 * nth - 50) // 100 + 1
        yield Chunk(*whole(match), Moment(century=nth - 1))
    elif number is None:
        yield Chunk(*whole(match), Moment(centuries=reading.integer(match, "which", "direction")))


def _past_decade(reading: Reading, match: Match) -> Iterator[Chunk]:
    yield Chunk(*whole(match), Moment(decades=reading.integer(match, "which", "direction")))


def _decade(reading: Reading, match: Match) -> Iterator[Chunk]:
    """ثمانينات القرن الماضي; of the 20th century where none is named."""
    decade = reading.integer(match, "decade", "decade") or 0
    number = reading.span(match, "number")
    century = (reading.number(number[0]) or 20) if number else 20
    yield Chunk(*whole(match), Moment(decade=(century - 1) * 10 + decade))


_FEASTS = {
    "fitr": (10, 1),
    "adha": (12, 10),
    "new_year": (1, 1),
    "ashura": (1, 10),
    "mawlid": (3, 12),
    "arafa": (12, 9),
}


def _feast(reading: Reading, match: Match) -> Iterator[Chunk]:
    month, day = next(date for name, date in _FEASTS.items() if reading.span(match, name))
    nth = reading.span(match, "nth")  # ثاني أيام عيد الأضحى
    day += (reading.number(nth[0]) or 1) - 1 if nth else 0
    yield Chunk(*whole(match), Moment(month=month, day=day, hijri=True, feast=True))


RULES = (
    Rule(
        "season",
        "(?P<season><SEASON>)(?:(?<=<AL>)(?P<which><DIRECTION&AL>)|(?<=(?P<before><SEASONWORD&NOAL>)<*>))?",
        "صيف 2015",
        _season,
    ),
    Rule(
        "quarter",
        "(?P<part><QUARTER&AL|QUARTER_TERM&AL|HALF&AL|HALF_TERM&AL>)(?P<number><ORDINAL1&AL|LASTWORD&AL>)",
        "الربع الأول",
        _quarter,
    ),
    Rule(
        "century",
        """<CENTURYWORD&AL>
            (?:(?P<number><ORDINAL1&AL|ORDINAL|QUANTITY&DAY>)(?:(?P<hijri>"الهجري")|"الميلادي")?|(?P<which><DIRECTION&AL>))""",
        "القرن الماضي",
        _century,
    ),
    # العقد الماضي
    Rule("past-decade", "<DECADEWORD&AL>(?P<which><DIRECTION&AL>)(?<!<RECENT>)", "العقد الماضي", _past_decade),
    Rule(
        "decade",
        """(?P<decade><DECADE>)
            (?:"من"?<CENTURYWORD&AL>(?:(?P<number><ORDINAL1&AL|ORDINAL|QUANTITY&DEFINITE>)|<DIRECTION&AL>))?(?!"من"<AGE>)""",
        "ثمانينات القرن الماضي",
        _decade,
    ),
    Rule(
        "feast",
        """<FEAST&NOAL>(?:(?<=(?P<before>(?P<nth><ORDINAL1>)<DAYWORD|UNIT&PLURAL>|<DAYWORD>)<*>))?
            (?:(?P<fitr>"الفطر")|(?P<adha>"الأضحى"))<"المبارك"|"السعيد">?""",
        "ثاني أيام عيد الفطر",
        _feast,
    ),
    Rule(
        "feast:named",
        """(?P<new_year>"رأس السنة الهجرية")|(?P<ashura>"عاشوراء")|(?P<mawlid>"المولد النبوي")<"الشريف">?
            |(?P<arafa>"يوم عرفة")""",
        "رأس السنة الهجرية",
        _feast,
    ),
)
