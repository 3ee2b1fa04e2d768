"""The article's own date, written at its top: `11/13 14:09`, `الجزيرة - 12 مايو 2018`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from .combine import Expression
from .vocabulary import Reading

_TOP = 80  # tokens in which a dateline stands


def dateline(reading: Reading, found: Sequence[Expression]) -> dt.date | None:
    """The date of the first full date near the top that stands on a short line of its own or in a dateline."""
    return None
