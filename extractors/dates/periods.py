"""Seasons, quarters, halves, decades, centuries and feasts: `صيف 2015`, `الربع الأول`, `التسعينات`, `عيد الفطر`."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar import Match, Rule
from .chunk import Chunk, whole
from .fact import Mod
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


def _nth_decade(reading: Reading, match: Match) -> Iterator[Chunk]:
    """العقد الثاني من القرن العشرين: the years from 1910 on."""
    nth = reading.number(reading.first(match, "nth"))
    number = reading.span(match, "number")
    published = reading.document.published
    present = (published.year - 1) // 100 + 1 if published else None
    towards = reading.integer(match, "which", "direction") or 0
    century = reading.number(number[0]) if number else present and present + towards
    if nth is not None and century:
        yield Chunk(*whole(match), Moment(decade=(century - 1) * 10 + (nth if nth > 0 else 10) - 1))


def _third(reading: Reading, match: Match) -> Iterator[Chunk]:
    """الثلث الأول من العام: TIMEX3 has no value for it, but its beginning, middle and end."""
    mod = _THIRDS.get(reading.number(reading.first(match, "number")) or 0)
    if mod is not None:
        yield Chunk(*whole(match), Moment(mod=mod), "NEXT")


_THIRDS: dict[int, Mod] = {1: "START", 2: "MID", 3: "END", -1: "END"}
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
    # الثلث الأول من العام
    Rule("third", "<THIRD&AL>(?P<number><ORDINAL1&AL|LASTWORD&AL>)", "الثلث الأول من عام 2020", _third),
    # العقد الأول من القرن الحالي
    Rule(
        "nth-decade",
        """<DECADEWORD&AL>(?P<nth><ORDINAL1&AL|LASTWORD&AL>)"من"<CENTURYWORD&AL>
            (?:(?P<number><ORDINAL1&AL|ORDINAL|QUANTITY&DAY>)|(?P<which><DIRECTION&AL>))""",
        "العقد الثاني من القرن العشرين",
        _nth_decade,
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
