"""Moments become TIMEX3 values, and the days they cover, against a reference date."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

from msgspec.structs import replace

from .moment import FRIDAY, Moment
from .resolve_hijri import resolve_hijri, season_of_hijri_year
from .values import (
    DAY,
    SEASON_MONTH,
    Resolved,
    day_value,
    month_value,
    shifted_month,
    week_value,
    year_value,
    years_away,
)


def resolve(moment: Moment, reference: dt.date | None, coming: bool = False) -> Resolved | None:
    """The value of `moment` seen from `reference`; None where there is no such day.

    `coming`: the sentence speaks of what is to be, so a month or day without a year is the next one.
    """
    if moment.before_christ:
        return _before_christ(moment)
    try:
        if moment.yearless and moment.year is None:
            day = f"-{moment.day:02}" if moment.day else ""
            return Resolved("DATE", f"XXXX-{moment.month:02}{day}", moment.mod)
        resolved = _calendar(moment, reference, coming)
    except (ValueError, OverflowError):
        return None
    if resolved is None or (moment.part is None and moment.hour is None):
        return resolved and replace(resolved, mod=moment.mod or resolved.mod)
    if moment.overnight and resolved.last is not None:
        resolved = replace(resolved, last=resolved.last + DAY)
    return replace(resolved, type="TIME", value=resolved.value + time_of_day(moment), mod=moment.mod)


def _before_christ(moment: Moment) -> Resolved | None:
    """BC0950, BC03 for the fourth century."""
    if moment.year is not None:
        return Resolved("DATE", f"BC{moment.year:04}", moment.mod)
    return None if moment.century is None else Resolved("DATE", f"BC{moment.century:02}", moment.mod)


def resolve_before(moment: Moment, day: dt.date) -> Resolved | None:
    """The value of a moment without a year that is named before `day` (من سبتمبر إلى يناير الماضي): the last one."""
    if moment.hijri or moment.month is None:
        return resolve(moment, day)
    for year in (day.year, day.year - 1):
        resolved = resolve(replace(moment, year=year), day)
        if resolved is not None and resolved.first is not None and resolved.first <= day:
            return resolved
    return None


def time_of_day(moment: Moment) -> str:
    """`T08:30` on the 24-hour clock, or `TMO` where only the part of the day is named."""
    hour, part = moment.hour, moment.part
    if hour is None:
        return f"T{part}"
    if hour < 12 and (part in ("AF", "EV") or (part == "NI" and hour > 5) or (part == "MI" and hour < 10)):
        hour += 12
    elif hour == 12 and part in ("MO", "NI"):
        hour = 0
    return f"T{hour:02}:{moment.minute or 0:02}"


def _calendar(moment: Moment, reference: dt.date | None, coming: bool) -> Resolved | None:
    """The day, week, month … of a moment, its time of day left out."""
    if "C" in moment.levels():
        return _long_period(moment, reference)
    if moment.hijri and moment.season:
        moment = season_of_hijri_year(moment)
    if moment.hijri and moment.nth is None and (moment.years is None or moment.month is not None):
        return resolve_hijri(moment, reference, coming)
    if moment.half and moment.month is not None:  # النصف الثاني من مايو
        month = _month(moment, reference, coming)
        return replace(month, mod="START" if moment.half == 1 else "END")
    if moment.season or moment.quarter or moment.half:
        return _part_of_year(moment, reference)
    if moment.nth is not None:
        return _nth(moment, reference, coming)
    if moment.day is not None:
        return _day_of_month(moment, reference, coming)
    if moment.days is not None or moment.weekday is not None:
        return _relative_day(moment, reference)
    if moment.weeks is not None:
        return _week(moment, reference, coming)
    if moment.month is not None or moment.months is not None:
        return _month(moment, reference, coming)
    year = _year(moment, reference)
    if year is not None:
        return year_value(year)
    if moment.years is not None:
        return Resolved("DATE", "XXXX")
    if moment.part or moment.hour is not None:
        return day_value(reference) if reference else Resolved("DATE", "XXXX-XX-XX")
    return None


def _year(moment: Moment, reference: dt.date | None) -> int | None:
    if moment.year is not None and not (moment.hijri and moment.years is not None):  # هذا العام 1436هـ is this year
        return moment.year
    return None if moment.years is None or reference is None else reference.year + moment.years


def _long_period(moment: Moment, reference: dt.date | None) -> Resolved:
    if moment.half and moment.century is not None:
        return replace(_long_period(replace(moment, half=None), reference), mod="START" if moment.half == 1 else "END")
    if moment.decades is not None:
        moment = replace(moment, decade=reference.year // 10 + moment.decades if reference else None)
    if moment.decade is not None:
        return Resolved(
            "DATE", str(moment.decade), None, dt.date(moment.decade * 10, 1, 1), dt.date(moment.decade * 10 + 9, 12, 31)
        )
    century = moment.century
    if century is None:
        if reference is None:
            return Resolved("DATE", "XX")
        century = (reference.year - 1) // 100 + (moment.centuries or 0)
    return Resolved(
        "DATE", f"{century:02}", None, dt.date(century * 100 + 1, 1, 1), dt.date(century * 100 + 100, 12, 31)
    )


def _relative_day(moment: Moment, reference: dt.date | None) -> Resolved | None:
    weekday, towards = moment.weekday, moment.direction or 0
    if reference is None:
        return Resolved("DATE", f"XXXX-WXX-{weekday}" if weekday else "XXXX-XX-XX")
    if moment.weeks is not None and weekday:
        monday = reference + (7 * moment.weeks - reference.weekday()) * DAY
        return day_value(monday + (weekday - 1) * DAY)
    if moment.days is not None:
        day = reference + moment.days * DAY
        if moment.year is not None:
            day = day.replace(year=moment.year)
        if weekday and day.isoweekday() != weekday:  # the article was written a day or two beside its date
            day += ((weekday - day.isoweekday() + 3) % 7 - 3) * DAY
        return day_value(day)
    assert weekday is not None
    back = (reference.isoweekday() - weekday) % 7
    if towards > 0:
        return day_value(reference + (7 * towards - back) * DAY)
    return day_value(reference - ((back or (7 if towards else 0)) + 7 * max(0, -towards - 1)) * DAY)


def _week(moment: Moment, reference: dt.date | None, coming: bool) -> Resolved:
    if reference is None:
        return Resolved("DATE", "XXXX-WXX")
    week = week_value(reference + 7 * (moment.weeks or 0) * DAY)
    if moment.weekend and week.first:
        if not coming and not moment.mod and reference.isoweekday() < FRIDAY:
            week = week_value(week.first - DAY)  # the last weekend
        assert week.first is not None
        friday = week.first + 4 * DAY
        return Resolved("DATE", week.value + "-WE", None, friday, friday + 2 * DAY)
    return week


def _month(moment: Moment, reference: dt.date | None, coming: bool) -> Resolved:
    if moment.month is None:
        if reference is None:
            return Resolved("DATE", "XXXX-XX")
        return month_value(*shifted_month(reference, moment.months or 0))
    year = _year(moment, reference)
    if year is None:
        if reference is None:
            return Resolved("DATE", f"XXXX-{moment.month:02}")
        year = reference.year + years_away(moment.month - reference.month, 12, moment.direction, coming)
    return month_value(year, moment.month)


def _day_of_month(moment: Moment, reference: dt.date | None, coming: bool) -> Resolved | None:
    assert moment.day is not None
    year, month = _year(moment, reference), moment.month
    if month is None:
        return _bare_day(moment, reference)
    if year is None:
        if reference is None:
            return Resolved("DATE", f"XXXX-{month:02}-{moment.day:02}")
        if moment.weekday and moment.direction is None:
            days = [dt.date(reference.year + years, month, moment.day) for years in (0, -1, 1)]
            fitting = [day for day in days if day.isoweekday() == moment.weekday]
            if fitting:
                return day_value(min(fitting, key=lambda day: abs(day - reference)))
        ahead = (month - reference.month) * 31 + moment.day - reference.day
        year = reference.year + years_away(ahead, 372, moment.direction, coming)
    return day_value(dt.date(year, month, moment.day))


def _bare_day(moment: Moment, reference: dt.date | None) -> Resolved | None:
    """The 16th: of the month that a shift names, or of the one where it falls on the weekday said, or else the last."""
    assert moment.day is not None
    if reference is None:
        return Resolved("DATE", f"XXXX-XX-{moment.day:02}")
    if moment.months is not None:
        return day_value(dt.date(*shifted_month(reference, moment.months), moment.day))
    candidates = []
    for months in (0, -1, 1):
        year, month = shifted_month(reference, months)
        if moment.day <= monthrange(year, month)[1]:
            candidates.append(dt.date(year, month, moment.day))
    fitting = [day for day in candidates if moment.weekday is None or day.isoweekday() == moment.weekday]
    before = [day for day in fitting if day <= reference or moment.weekday]
    return day_value((before or fitting or candidates)[0])


def _nth(moment: Moment, reference: dt.date | None, coming: bool) -> Resolved | None:
    """The second Tuesday, the last day, the first week of a month."""
    nth = moment.nth or 1
    if moment.hijri:
        span = resolve_hijri(moment, reference, coming)
    elif moment.month or moment.months is not None:
        span = _month(moment, reference, coming)
    else:
        span = _whole_year(moment, reference)
    if span is None or span.first is None or span.last is None:
        return None
    if moment.weekday is None and moment.nth_unit == "D":
        return day_value(span.last if nth < 0 else span.first + (nth - 1) * DAY)
    if moment.weekday is None:
        if nth < 0:
            return week_value(span.last - 6 * DAY if span.last.isoweekday() != 7 else span.last)
        monday = span.first + (-span.first.weekday() % 7) * DAY
        return week_value(monday + 7 * (nth - 1) * DAY)
    if nth < 0:
        return day_value(span.last - (span.last.isoweekday() - moment.weekday) % 7 * DAY)
    first = span.first + (moment.weekday - span.first.isoweekday()) % 7 * DAY
    return day_value(first + 7 * (nth - 1) * DAY)


def _whole_year(moment: Moment, reference: dt.date | None) -> Resolved | None:
    year = _year(moment, reference)
    return None if year is None else year_value(year)


def _part_of_year(moment: Moment, reference: dt.date | None) -> Resolved | None:
    year = _year(moment, reference)
    if moment.season:
        name, month, months = moment.season, SEASON_MONTH[moment.season], 3
    elif moment.quarter:
        name, month, months = f"Q{moment.quarter}", 3 * moment.quarter - 2, 3
    else:
        name, month, months = f"H{moment.half}", 6 * (moment.half or 1) - 5, 6
    if year is None:
        if reference is None:
            return Resolved("DATE", f"XXXX-{name}")
        year = reference.year + _period_away(month - reference.month, months, moment.direction)
    end = shifted_month(dt.date(year, month, 1), months - 1)
    return Resolved("DATE", f"{year:04}-{name}", None, dt.date(year, month, 1), month_value(*end).last)


def _period_away(ahead: int, months: int, direction: int | None) -> int:
    """In which year lies a part of the year that begins `ahead` months from now: the last past or present one."""
    if direction == 0:
        return 0
    if direction == 1:
        return 1 if ahead <= 0 else 0
    if direction == -1:
        return 0 if ahead + months <= 0 else -1
    return 0 if ahead <= 0 else -1
