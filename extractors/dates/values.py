"""TIMEX3 values of days, weeks, months and years, with the days they cover."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

from msgspec import Struct

from .fact import Mod, Type

DAY = dt.timedelta(days=1)
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # the month it begins in, by the weather and not the sun
_NEAR_PAST = 9  # months: what lies further back than this is taken for the coming one
_COMING_PAST = 6  # the same in a sentence about the future


class Resolved(Struct, frozen=True):
    """A TIMEX3 value and the days it covers, inclusive; None where they cannot be known."""

    type: Type
    value: str
    mod: Mod | None = None
    first: dt.date | None = None
    last: dt.date | None = None


def day_value(day: dt.date) -> Resolved:
    return Resolved("DATE", day.isoformat(), None, day, day)


def month_value(year: int, month: int) -> Resolved:
    first = dt.date(year, month, 1)
    return Resolved("DATE", f"{year:04}-{month:02}", None, first, first.replace(day=monthrange(year, month)[1]))


def year_value(year: int) -> Resolved:
    return Resolved("DATE", f"{year:04}", None, dt.date(year, 1, 1), dt.date(year, 12, 31))


def week_value(day: dt.date) -> Resolved:
    """The ISO week that holds `day`."""
    year, week, weekday = day.isocalendar()
    first = day - (weekday - 1) * DAY
    return Resolved("DATE", f"{year:04}-W{week:02}", None, first, first + 6 * DAY)


def shifted_month(day: dt.date, months: int) -> tuple[int, int]:
    """Year and month `months` after that of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month + 1


def years_away(ahead: int, length: int, direction: int | None, coming: bool) -> int:
    """Years to add so that a date `ahead` units from now, in a year of `length` units, falls in the direction given.

    Without a direction the nearest year is taken, preferring the past, or less so in a sentence about what is coming.
    """
    if direction == 0:
        return 0
    if direction is not None and direction > 0:
        return 1 if ahead <= 0 else 0
    if direction is not None and direction < 0:
        return -1 if ahead >= 0 else 0
    back = -ahead % length
    past = back == 0 or back * 12 <= length * (_COMING_PAST if coming else _NEAR_PAST)
    if past:
        return -1 if ahead > 0 else 0
    return 1 if ahead < 0 else 0
