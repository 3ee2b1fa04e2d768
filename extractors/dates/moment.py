"""A point in time as an expression says it, before it is resolved: calendar fields, shifts from the article's date, and
what qualifies them. Neighbouring pieces (`مساء` + `أمس` + `الخميس`) merge into one moment where their fields agree.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Any, Literal

from msgspec import Struct

from .fact import Mod

Part = Literal["MO", "MI", "AF", "EV", "NI"]
FRIDAY = 5


class Moment(Struct):
    """None where the expression says nothing. A plural (`years`) is a shift in that unit from the article's date."""

    year: int | None = None
    years: int | None = None
    month: int | None = None
    months: int | None = None
    weeks: int | None = None
    day: int | None = None
    days: int | None = None
    weekday: int | None = None  # ISO: Monday is 1
    part: Part | None = None
    overnight: bool | None = None  # of the night between two days, of which the first is named
    hour: int | None = None
    minute: int | None = None
    season: str | None = None  # SP, SU, FA, WI
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None  # 199 for the 1990s
    century: int | None = None  # 19 for the 20th century
    decades: int | None = None
    centuries: int | None = None
    nth: int | None = None  # the nth, or with -1 the last, day or week or weekday of the month
    nth_unit: str | None = None  # D, W
    weekend: bool | None = None
    direction: int | None = None  # -1 past, 0 present, 1 coming
    mod: Mod | None = None
    hijri: bool | None = None  # year, month and day are of the Hijri calendar
    anaphoric: str | None = None  # SAME, AFTER: shifts count from the date named before, not from the article's
    feast: bool | None = None  # a day by its name: عيد الفطر
    before_christ: bool | None = None  # year and century count backwards
    yearless: bool | None = None  # in the name of an event: of no particular year

    def merged(self, other: Moment) -> Moment | None:
        """Both in one; None where they contradict each other or do not form one expression."""
        both: dict[str, Any] = {}
        for name, mine, its in zip(_NAMES, _VALUES(self), _VALUES(other), strict=True):
            if its is None or mine is None or mine == its:
                both[name] = mine if its is None else its
            elif name == "mod" and "APPROX" in (mine, its):
                both[name] = mine if its == "APPROX" else its
            else:
                return None
        whole = Moment(**both)
        if self.hijri != other.hijri and _clash(self, other):
            return None
        return whole if whole.coherent() else None

    def levels(self) -> set[str]:
        """The grains it names: T time, D day, N nth, W week, M month, Q quarter or season, Y year, C decade up."""
        return {level for (_, level), value in zip(_LEVELS, _LEVEL_VALUES(self), strict=True) if value is not None}

    def undated(self) -> bool:
        """Whether only the sentence can show which year or week is meant."""
        calendar = self.month is not None or self.weekend is not None
        return calendar and self.year is None and self.years is None and self.direction is None

    def coherent(self) -> bool:
        """Whether the grains it names go together: a weekday and a month need a day of the month between them."""
        levels = self.levels()
        if not any(levels <= chain for chain in _CHAINS):
            return False
        day_in = levels & ({"M"} if self.anaphoric else {"M", "Y"})  # اليوم نفسه من عام 1931
        if "D" in levels and day_in and self.day is None and self.nth is None:
            return False
        if "T" in levels and levels & {"M", "W", "Y"} and "D" not in levels:
            return False
        if self.feast and self.days is not None:
            return False
        if "Q" in levels and levels & {"M", "C"} and self.half is None:
            return False
        midnight = self.mod == "MID" and self.part == "NI"  # منتصف ليل الخميس
        return midnight or not (self.mod in ("START", "MID", "END") and levels & {"D", "T"})


_NAMES = Moment.__struct_fields__
_VALUES = attrgetter(*_NAMES)
_LEVELS = (
    ("part", "T"),
    ("hour", "T"),
    ("day", "D"),
    ("days", "D"),
    ("weekday", "D"),
    ("nth", "N"),
    ("weekend", "W"),
    ("weeks", "W"),
    ("month", "M"),
    ("months", "M"),
    ("season", "Q"),
    ("quarter", "Q"),
    ("half", "Q"),
    ("year", "Y"),
    ("years", "Y"),
    ("decade", "C"),
    ("century", "C"),
    ("decades", "C"),
    ("centuries", "C"),
)
_LEVEL_VALUES = attrgetter(*[name for name, _ in _LEVELS])
_CHAINS = tuple(map(frozenset, ("TDNMY", "TDW", "NWMY", "QMY", "QC")))


def _clash(one: Moment, other: Moment) -> bool:
    """Whether a Hijri and a Gregorian moment name months of both calendars; رمضان 2018 names one only."""
    gregorian, hijri = (other, one) if one.hijri else (one, other)
    return gregorian.month is not None and (hijri.month is not None or hijri.year is not None)
