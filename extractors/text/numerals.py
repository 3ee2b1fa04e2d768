"""Number phrases: digits in any script, number words, duals, multipliers, ranges, modifiers, vague quantities.

Two passes: first each run of number words becomes plain numbers (`ثلاثة وعشرين ألفا و110` is one), then modifiers and
ranges around them are read (`ما لا يقل عن`, `بين 5 و7`). Each phrase becomes one token of the document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from .folding import fold
from .lexicon import ARTICLE, CONJUNCTION, Lexicon, particles
from .quantity import MARKER, Modifier, Number, Quantity, marker
from .rules import compile_pattern, literals
from .tokens import bare

_LEXICON_FILE = Path(__file__).with_name("numerals.tsv")
_MODIFIERS_FILE = Path(__file__).with_name("modifiers.tsv")
_TIMEOUT = 10.0


@dataclass(slots=True)
class Numbered:
    """Pieces with number phrases put together; `ends` has the end offset of each that stands for more than its piece."""

    pieces: list[str]
    starts: list[int]
    quantities: dict[int, Quantity] = field(default_factory=dict)
    ordinals: dict[int, int] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Item:
    """One token of a run of number words."""

    kind: str
    value: float
    joined: bool  # و before it
    definite: bool
    attached: bool  # a preposition attached
    alef: bool  # accusative or construct dual: ألفا, مليونا
    plural: bool  # آلاف, ملايين
    start: int
    end: int
    token: int


def parse(pieces: list[str], starts: list[int]) -> Numbered:
    """`pieces` with each number phrase made one marker piece."""
    raise NotImplementedError
