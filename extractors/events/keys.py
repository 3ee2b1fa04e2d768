"""What a report is found by: its rarest words, places and names, in the stretches of time that its event may lie in.

A report is kept under the stretches of its days, and looks for others in those in which its event may be kept.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from .mentions import Days
from .reports import Report

_BUCKET = 8  # days
_LONG = 3 * _BUCKET  # days of a stretch from which it is kept by its years
_YEARS = 3  # under which a long stretch is kept at most
_SEASON = 128  # days of publication within which running totals and what is remembered are told again
WINDOW = 16  # days of publication after which an event that is not told of any more is not looked for
_KEY_WORDS = 10  # of a report
_UNDATED = (1 << 20) - 1  # a day after all others; a position has 63 bits
_PLACE, _NAME = 5.0, 7.0  # the weight of a word of a place, of a name


class Key(NamedTuple):
    """A word in a stretch of time: days, years, or seasons in which something is remembered or summed."""

    kind: str
    word: str
    unit: str
    number: int

    def near(self) -> Iterator[Key]:
        """The keys of which at least one is kept by every report that looks for this one."""
        before, after = (1, 3) if self.unit == "days" else (0, 1)
        for number in range(self.number - before, self.number + after + 1):
            yield self._replace(number=number)


def kind(report: Report) -> str:
    """What a report may be grouped with: incidents, remembered ones too; series; figures for several incidents."""
    return {"period": "series", "several": "several"}.get(report.scope, "incident")


def position(report: Report) -> int:
    """Where a report stands in the order of grouping: by day; what headlines and leads tell first; by text."""
    day = min(report.published.toordinal(), _UNDATED) if report.published else _UNDATED
    place = day << 2 | (not report.lead) << 1 | (report.scope == "past")
    return (place << 30 | int(report.key[:8], 16) >> 2) << 11 | min(report.number, 2047)


def kept(report: Report) -> list[Key]:
    """The keys under which a report is kept."""
    return [Key(kind(report), word, *stretch) for word in _words(report) for stretch in _kept_in(report)]


def looked_for(report: Report) -> dict[Key, float]:
    """The keys under which a report looks for its event, with their weights."""
    stretches = _looked_in(report)
    return {
        Key(kind(report), word, *stretch): weight for word, weight in _words(report).items() for stretch in stretches
    }


def _words(report: Report) -> dict[str, float]:
    words = dict(list(report.words.items())[:_KEY_WORDS])
    for place in report.places:
        words |= dict.fromkeys(place.words, _PLACE)
    return words | dict.fromkeys(report.names, _NAME)


def _looked_in(report: Report) -> list[tuple[str, int]]:
    if kind(report) == "series":
        return _seasons(report, "series", 1)
    if report.days is not None and report.precision == "told":
        return _buckets(report.days, 1)
    if report.published is None or report.scope == "past":
        return _seasons(report, "past", 1)
    return _buckets((report.published - dt.timedelta(days=WINDOW), report.published), 0)


def _kept_in(report: Report) -> list[tuple[str, int]]:
    if kind(report) == "series":
        return _seasons(report, "series", 0)
    if report.days is None:
        return _seasons(report, "past", 0)
    return _buckets(report.days, 0) + (_seasons(report, "past", 0) if report.scope == "past" else [])


def _seasons(report: Report, name: str, before: int) -> list[tuple[str, int]]:
    """The stretches of publication for what has no day of its own, the one before too where it is looked for."""
    if report.published is None:
        return [(name, 0)]
    season = report.published.toordinal() // _SEASON
    return [(name, season - back) for back in range(before + 1)]


def _buckets(days: Days, around: int) -> list[tuple[str, int]]:
    """The stretches of eight days that days touch; of a long time its years."""
    first, last = days[0].toordinal(), days[1].toordinal()
    if last - first > _LONG:
        return [("years", year) for year in range(days[0].year, min(days[1].year, days[0].year + _YEARS) + 1)]
    return [("days", number) for number in range((first - around) // _BUCKET, (last + around) // _BUCKET + 1)]
