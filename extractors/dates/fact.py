"""A time expression, with its TIMEX3 value resolved against the article's date."""

from __future__ import annotations

from typing import Literal

import msgspec

from ..article import Fact

Type = Literal["DATE", "TIME", "DURATION", "SET"]
Mod = Literal[
    "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"
]
Calendar = Literal["gregorian", "hijri"]


class DateFact(Fact, frozen=True, kw_only=True):
    """A date, time, duration or set of times (ISO-TimeML TIMEX3).

    `first` and `last` (JSON `from` and `to`) are the days it covers as ISO dates, inclusive; null where not known.
    `calendar` is the one it is written in; the value is always Gregorian.
    """

    type: Type
    value: str
    mod: Mod | None = None
    first: str | None = msgspec.field(name="from", default=None)
    last: str | None = msgspec.field(name="to", default=None)
    calendar: Calendar = "gregorian"
