"""Hijri moments become Gregorian values."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from . import hijri
from .moment import Moment
from .values import SEASON_MONTH, Resolved, day_value, year_value, years_away


def resolve_hijri(moment: Moment, reference: dt.date | None, coming: bool) -> Resolved | None:
    """A Hijri day is a Gregorian day; a Hijri month or year is the interval it covers."""
    year, month = moment.year, moment.month
    if year is None and moment.years is not None and reference is not None:
        year = reference.year + moment.years  # رمضان العام الماضي
    if year is not None and year > hijri.LAST_YEAR and month is not None:  # رمضان 2018
        here = hijri.of(dt.date(year, 12, 31))
        year = next((y for y in (here[0] - 1, here[0]) if _begins_in(y, month, year)), None) if here else None
    if year is None and month is not None:
        here = hijri.of(reference) if reference else None
        if here is None:
            day = f"-{moment.day:02}" if moment.day else ""
            return Resolved("DATE", f"XXXX-XX{'-XX' if day else ''}")
        ahead = month - here[1] if moment.day is None else (month - here[1]) * 30 + moment.day - here[2]
        year = here[0] + years_away(ahead, 12 if moment.day is None else 360, moment.direction, coming)
    if year is None:
        return None
    if not hijri.FIRST_YEAR <= year < hijri.LAST_YEAR:
        return year_value(hijri.gregorian_year(year))
    if month is None:
        first, last = hijri.month(year, 1), hijri.month(year, 12)
        span = (first[0], last[1]) if first and last else None
    elif moment.day is not None:
        day_found = hijri.day(year, month, moment.day)
        return None if day_found is None else day_value(day_found)
    else:
        span = hijri.month(year, month)
    return None if span is None else Resolved("DATE", f"{span[0]}/{span[1]}", None, *span)


def season_of_hijri_year(moment: Moment) -> Moment:
    """صيف 1436: the season of the Gregorian year that begins in that Hijri year."""
    first = hijri.month(moment.year, 1) if moment.year else None
    if first is None or moment.season is None:
        return moment
    start = first[0]
    later = dt.date(start.year, SEASON_MONTH[moment.season], 1) < start
    return replace(moment, year=start.year + later, hijri=None)


def _begins_in(year: int, month: int, gregorian: int) -> bool:
    span = hijri.month(year, month)
    return span is not None and span[0].year == gregorian
