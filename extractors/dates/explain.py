"""How a time expression came to its value, in words: what it says, what it counts from, what was assumed."""

from __future__ import annotations

import datetime as dt

from .combine import Expression
from .moment import Moment

_SHIFTS = ("years", "months", "weeks", "days", "decades", "centuries")

_DIRECTIONS = {
    -2: "the one before the last",
    -1: "the one before it",
    0: "the one it is in",
    1: "the next one",
    2: "the one after the next",
}


def notes(expression: Expression, published: dt.date | None, today: dt.date | None, coming: bool) -> dict[str, str]:
    """Heading → sentence. `today`: what the text calls so. `coming`: the sentence speaks of the future."""
    if expression.chunks[0].resolved is not None:
        return {"resolved": "a length, a set of times or a reference such as now: no date to count from"}
    moment = expression.moment
    told = {"says": ", ".join(f"{name} {value}" for name, value in _said(moment))}
    if moment.hijri:
        told["calendar"] = "Hijri, converted by the Umm al-Qura calendar"
    return told | {"resolved": _reference(expression, published, today, coming)}


def _said(moment: Moment) -> list[tuple[str, object]]:
    """What an expression says; a shift is written with its sign and unit: `days -1`."""
    said = [(name, getattr(moment, name)) for name in moment.__struct_fields__]
    return [
        (name, f"{value:+d}" if name in _SHIFTS else value)
        for name, value in said
        if value is not None and name != "hijri"
    ]


def _reference(expression: Expression, published: dt.date | None, today: dt.date | None, coming: bool) -> str:
    moment = expression.moment
    if moment.anaphoric:
        return "counts from the date named before it" + (f", else from {published}" if published else "")
    if expression.until is not None:
        return "takes what it does not say from the later date beside it"
    if moment.yearless and moment.year is None:
        return "the name of an event: of no particular year"
    if moment.year is not None and not any(getattr(moment, name) is not None for name in _SHIFTS):
        return "says its year: needs no date to count from"
    if published is None or today is None:
        return "there is no date to count from: give the day of publication with --date"
    counted = f"counts from the day of publication, {published} ({published:%A})"
    if today != published:
        counted = f"counts from the day that the text calls today, {today} ({today:%A})"
    if any(getattr(moment, name) is not None for name in _SHIFTS):
        return counted
    if moment.direction is not None:
        return f"{counted}, {_DIRECTIONS[moment.direction]}"
    if moment.undated():
        reason = "the sentence speaks of the future: the next one" if coming else "says no year: the nearest past one"
        return f"{counted}; {reason}, or the present"
    if moment.weekday is not None and moment.day is None:
        return f"{counted}: the nearest such weekday on or before it"
    return counted
