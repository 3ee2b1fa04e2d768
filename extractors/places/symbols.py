"""Names of places in a class string: one character for the first word of a name and MORE for each word after it.

The characters are a block of 16 for each degree of trust; the low bits are the clitics before the name, as in the
characters of a lexicon.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..gazetteer import Found
from ..text.clitics import ARTICLE, PREPOSITION, PREPOSITIONS
from .names import Meaning, Trust

MORE = "\uf000"
_NAME, _BLOCK = 0xE000, 16


def mark(classes: str, names: Iterable[Found[Meaning]]) -> str:
    """A class string with names in it."""
    parts: list[str] = []
    at = 0
    for name in names:
        first = chr(_NAME + _BLOCK * name.value[0] + name.bits)
        parts += [classes[at : name.first], first, MORE * (name.end - name.first - 1)]
        at = name.end
    return "".join([*parts, classes[at:]])


def _set(least: Trust, most: Trust, holds: Callable[[int], bool] = lambda _: True) -> str:
    first, last = _NAME + _BLOCK * least, _NAME + _BLOCK * (most + 1)
    return "".join(chr(point) for point in range(first, last) if holds(point % _BLOCK))


def _at(bits: int) -> bool:
    return bits & PREPOSITION == PREPOSITIONS["ب"]


def _bare(bits: int) -> bool:
    return bits & ~ARTICLE == 0


# The classes of names in patterns: any with no clitic but ال; those that are no words too, with no preposition or
# with ب; those that are hardly anything else, with any clitics or with ب; each word after the first.
SYMBOLS = {
    "NAME": _set(Trust.WORD, Trust.SURE, _bare),
    "TRUSTED": _set(Trust.PLAIN, Trust.SURE, lambda bits: not bits & PREPOSITION),
    "TRUSTED_AT": _set(Trust.PLAIN, Trust.SURE, _at),
    "SURE": _set(Trust.SURE, Trust.SURE),
    "SURE_AT": _set(Trust.SURE, Trust.SURE, _at),
    "NAME_REST": MORE,
}
