"""What a number phrase means."""

from __future__ import annotations

from typing import Literal

import msgspec

Modifier = Literal["about", "at_least", "at_most", "range", "vague"]


class Number(msgspec.Struct, frozen=True):
    """A plain number and its place in the text, without attached clitics. `vague` for عشرات, مئات, آلاف.

    `scale` is the multiplier of a number like 25 ألف.
    """

    start: int
    end: int
    value: float
    vague: bool = False
    words: bool = False  # written in words, not digits
    scale: float = 1


class Quantity(msgspec.Struct, frozen=True):
    """A number phrase with its modifier; `numbers` are the plain numbers in it, two for a range.

    Bounds follow docs/facts.md: `about 50` is 50–50, `at least 50` has no max, `at most 50` no
    min, `dozens` is 10 and more.
    """

    min: int | None
    max: int | None
    modifier: Modifier | None
    numbers: tuple[Number, ...]
