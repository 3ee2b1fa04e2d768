"""Markers: the pieces that stand for number phrases among the tokens."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

# A number phrase is one token of the document, whose piece is MARKER and the classes of the phrase:
#   QUANTITY      any number phrase that counts something
#   EXACT         one whole number without a modifier
#   ONE           واحد, واحدة, behind the noun that it counts; with a modifier too: واحد على الأقل
#   VERBAL        with the verb that bounds it: تجاوز 300, ناهز 300
#   DAY, YEAR     an exact number that can be a day of the month or, in four digits, a year
#   RANGE, VAGUE  بين 5 و7; عشرات
#   DEFINITE      with ال: الثلاثة
#   FRACTION      1.5
#   PERCENTAGE    50%, never a QUANTITY
#   ORDINAL       more than one word: الثاني عشر, الحادي والعشرين
# No piece of a text begins like this: one that begins with a blank is blank throughout.
MARKER = " \0"


def marker(*classes: str, bits: int = 0) -> str:
    """The piece that stands for a number phrase of these classes with these clitics attached, see `lexicon.py`."""
    return f"{MARKER}{bits} {' '.join(sorted(classes))}"


def read_marker(piece: str) -> tuple[int, str]:
    """The clitics of a marker piece, and what lexicons know it by without them."""
    bits, _, classes = piece[len(MARKER) :].partition(" ")
    return int(bits), _bare(classes.split())


def _bare(classes: Iterable[str]) -> str:
    return MARKER + " ".join(sorted(classes))


_CLASSES: tuple[frozenset[str], ...] = (
    frozenset({"PERCENTAGE"}),
    frozenset({"ORDINAL"}),
    frozenset({"QUANTITY", "RANGE"}),
    frozenset({"QUANTITY", "ONE"}),
    frozenset({"QUANTITY", "VERBAL"}),
    *(
        frozenset({"QUANTITY", *size, *definite})
        for size, definite in product(
            ((), ("EXACT",), ("EXACT", "DAY"), ("EXACT", "DAY", "ONE"), ("EXACT", "YEAR"), ("FRACTION",), ("VAGUE",)),
            ((), ("DEFINITE",)),
        )
    ),
)

# The classes of all number phrases by what lexicons know their markers by.
MARKERS = {_bare(classes): classes for classes in _CLASSES}
