"""Class characters and sets of them. A set is a number with a bit for each character, so that sets join quickly."""

from __future__ import annotations

import re
from collections.abc import Iterable

FIRST = 0x4E00  # class characters come from here on: letters without case, outside every other use
EVERYTHING = -1  # the set of all characters


def set_of(points: Iterable[int]) -> int:
    """The set of the characters with these code points."""
    signs = bytearray(b"0")
    for point in points:
        place = point - FIRST
        if place >= len(signs):
            signs += b"0" * (place + 1 - len(signs))
        signs[place] = ord("1")
    return int(signs[::-1], 2)


def written(characters: int) -> str:
    """A set as the body of a regular-expression class."""
    runs = re.finditer("1+", bin(characters)[:1:-1])
    ends = ((chr(FIRST + run.start()), chr(FIRST + run.end() - 1)) for run in runs)
    return "".join(first if first == last else f"{first}-{last}" for first, last in ends)


def characters(characters: int) -> str:
    """The characters of a set."""
    return "".join(chr(FIRST + bit.start()) for bit in re.finditer("1", bin(characters)[:1:-1]))
