"""A time that a text tells of: a day, or a stretch from one day to another."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

_FOUR_WEEKS = dt.timedelta(days=27)
_A_DAY = dt.timedelta(days=1)


class Time(Struct, frozen=True):
    """A time told in tokens first … end - 1: its TIMEX3 value where it can be known, the days it begins and ends on.

    `stretch` is true of a period that several incidents may fall into; `open` of one that goes on, `until` of the day
    up to which is counted; `bound` where a word such as خلال makes it the time of what is counted. The days of a time
    with no `year` are of no use but for their distance; `present` is true of one in a month called the present.
    `behind` is true of one that only what is told behind it happened at, `here` of one that is told of its sentence
    only, `last` of one that is called past: السبت الماضي.
    """

    first: int
    end: int
    value: str | None
    begins: dt.date
    ends: dt.date
    stretch: bool = False
    open: bool = False
    until: bool = False
    bound: bool = False
    year: bool = True
    present: bool = False
    behind: bool = False
    here: bool = False
    last: bool = False

    @property
    def long(self) -> bool:
        """Whether it is a month, a year or longer, which no news of the day is told by alone."""
        return self.year and self.ends - self.begins > _FOUR_WEEKS

    @property
    def last_day(self) -> bool:
        """Whether it is the day before a report, which figures are given for every day: خلال الـ24 ساعة الماضية."""
        return self.bound and not self.stretch and self.ends - self.begins == _A_DAY
