"""Hijri days, months and years as Gregorian ones (Umm al-Qura). hijridate is imported with the first Hijri date."""

from __future__ import annotations

import datetime as dt

FIRST_YEAR, LAST_YEAR = 1343, 1500  # the years hijridate knows


def of(day: dt.date) -> tuple[int, int, int] | None:
    """Hijri year, month and day of a Gregorian day; None outside the known years."""
    from hijridate import Gregorian

    try:
        hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return hijri.year, hijri.month, hijri.day


def month(year: int, month: int) -> tuple[dt.date, dt.date] | None:
    """First and last Gregorian day of a Hijri month; None outside the known years."""
    from hijridate import Hijri

    if not (FIRST_YEAR <= year < LAST_YEAR and 1 <= month <= 12):
        return None
    start = Hijri(year, month, 1)
    first: dt.date = dt.date(*start.to_gregorian().datetuple())
    return first, first + dt.timedelta(days=start.month_length() - 1)


def day(year: int, number: int, day: int) -> dt.date | None:
    """The Gregorian day of a Hijri one; the thirtieth of a month with 29 days is the first of the next."""
    span = month(year, number)
    return None if span is None or not 1 <= day <= 30 else span[0] + dt.timedelta(days=day - 1)


def gregorian_year(year: int) -> int:
    """The Gregorian year in which most of a Hijri year lies, for years before the known ones."""
    return int(year * 0.970224 + 622.05)
