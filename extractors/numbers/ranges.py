"""Ranges that only a noun behind them shows to be some: `10-15 مسلحا`, `10 - 15 مسلحا`; else a score or a date."""

from __future__ import annotations

from ..engine.sre import lazy
from .quantity import Number, Quantity

_JOINED = lazy(r"(\d+)[-–](\d+)")


def joined(form: str, start: int, end: int) -> Quantity | None:
    """The range that a token of two joined numbers is; None where it is none."""
    found = _JOINED.fullmatch(form)
    return between(*(Number(start, end, float(bound)) for bound in found.groups())) if found else None


def between(low: Number, high: Number) -> Quantity | None:
    """From one number to another; None where the second is not the greater."""
    if low.value >= high.value:
        return None
    return Quantity(int(low.value), int(high.value), "range", (low, high))
