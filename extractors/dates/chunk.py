"""What a rule finds: one piece of a time expression."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from ..grammar import Match
from .moment import Moment
from .values import Resolved
from .vocabulary import Reading

# HEAD stands on its own; ANY needs another piece beside it (مساء), NEXT one after it (بداية), PREVIOUS one before it
# (الماضي); SHARES takes its month and year from the next expression (`5 و10 يوليو`); NAME is part of a place's name
# (مدينة السادس من أكتوبر) and no date.
Role = Literal["HEAD", "ANY", "NEXT", "PREVIOUS", "SHARES", "NAME"]


class Chunk(Struct):
    """Tokens first … end - 1 and what they say: a moment, or with `resolved` a finished duration, set or reference.

    `start` and `stop` are offsets in the text where they are not those of the tokens (`23-25 أكتوبر` is two dates).
    """

    first: int
    end: int
    moment: Moment = field(default_factory=Moment)
    role: Role = "HEAD"
    resolved: Resolved | None = None
    start: int | None = None
    stop: int | None = None
    length: tuple[tuple[float, str], ...] = ()  # amounts and units of a length of time, the largest first
    rule: str = ""
    match: Match | None = None


def before_full_stop(reading: Reading, end: int) -> int | None:
    """Where an expression ends whose last word took the full stop with it: 2015م. at the end of a sentence."""
    return reading.document.end(end - 1) - 1 if reading.document.form(end - 1).endswith(".") else None


def joined_numbers(reading: Reading, token: int) -> list[tuple[int, int, int]] | None:
    """Value, start and end of the two numbers of a range: `من 5 إلى 10`, `23-25`. None where they are no whole ones."""
    document = reading.document
    quantity = document.quantities.get(token)
    if quantity is not None:
        numbers = [(int(number.value), number.start, number.end) for number in quantity.numbers]
        return numbers if len(numbers) == 2 else None
    form, start = document.form(token), document.start(token)
    separator = next((sign for sign in form if not sign.isdigit()), None)
    if separator is None:
        return None
    one, _, two = form.partition(separator)
    if not one.isdigit() or not two.isdigit():
        return None
    second = start + len(one) + len(separator)
    return [(int(one), start, start + len(one)), (int(two), second, second + len(two))]


def whole(match: Match) -> tuple[int, int]:
    """First token and end of a match, what it looked back at included."""
    first, end = match.first, match.end
    before = match.span("before")
    return (before[0], end) if before else (first, end)
