"""Days of publication as people and programs write them."""

from __future__ import annotations

import datetime as dt
import re

_DIGITS = {ord(a): str(i % 10) for i, a in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
_NUMERIC = re.compile(r"(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})(?!\d)")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_MILLISECONDS = 1e11  # from here on a number of seconds would lie beyond the year 5000
_LEAST_EPOCH = 1e8  # 1973; a smaller number is no time of news


def parse_day(value: object) -> dt.date:
    """The day that a value names, in the time zone it is written in. Raises ValueError.

    Read are ISO 8601, RFC 2822, seconds or milliseconds since 1970 (UTC), `20200312`, and days in numbers: of
    `12/03/2020` the day comes first, unless that cannot be.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    written = str(value).strip().translate(_DIGITS)
    for read in (_iso, _compact, _epoch, _numeric, _mail):
        day = read(written)
        if day is not None:
            return day
    raise ValueError(f"{value!r} is no date; write it as 2016-11-13")


def _iso(written: str) -> dt.date | None:
    try:
        return dt.datetime.fromisoformat(written).date() if "-" in written else None
    except ValueError:
        return None


def _compact(written: str) -> dt.date | None:
    found = _COMPACT.fullmatch(written)
    return _day(*found.groups()) if found else None


def _epoch(written: str) -> dt.date | None:
    if not _NUMBER.fullmatch(written) or float(written) < _LEAST_EPOCH:
        return None
    seconds = float(written)
    try:
        return dt.datetime.fromtimestamp(seconds / 1000 if seconds >= _MILLISECONDS else seconds, dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def _numeric(written: str) -> dt.date | None:
    found = _NUMERIC.match(written)
    if found is None:
        return None
    first, middle, last = found.groups()
    if len(first) == 4:
        return _day(first, middle, last)
    return (_day(last, middle, first) or _day(last, first, middle)) if len(last) == 4 else None


def _mail(written: str) -> dt.date | None:
    from email.utils import parsedate_to_datetime  # which imports much

    try:
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, IndexError):
        return None


def _day(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
