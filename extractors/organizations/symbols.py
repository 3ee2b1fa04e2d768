"""Gazetteer names in a class string: one character for the first word of a name and MORE for each word after it.

The characters are a block of 16 for each category, and one for names that can mean something else; the low bits are
the clitics before the name, as in the characters of a lexicon.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..gazetteer import Found
from ..text.clitics import ARTICLE, PREPOSITIONS
from .entries import Entries, Entry
from .fact import CATEGORIES, Category

MORE = "\uf000"
_NAME, _BLOCK = 0xE000, 16
_AMBIGUOUS = _NAME + _BLOCK * len(CATEGORIES)
_NONE = "\uf001"  # a name that is no organization's, which no rule knows


def mark(classes: str, names: Iterable[Found[Entries]]) -> str:
    """A class string with names in it."""
    parts: list[str] = []
    at = 0
    for name in names:
        entry = name.value[0]
        parts += [classes[at : name.first], _first(entry, name.bits), MORE * (name.end - name.first - 1)]
        at = name.end
    return "".join([*parts, classes[at:]])


def _first(entry: Entry, bits: int) -> str:
    if entry.category is None:
        return _NONE
    return chr((_AMBIGUOUS if entry.ambiguous else _NAME + _BLOCK * CATEGORIES.index(entry.category)) + bits)


def is_name(character: str) -> bool:
    """Whether a character of the class string begins a name."""
    return chr(_NAME) <= character < MORE


def bits(character: str) -> int:
    """The clitics before a name."""
    return (ord(character) - _NAME) % _BLOCK


def category(character: str) -> Category | None:
    """The category of a name; None for an ambiguous one."""
    index = (ord(character) - _NAME) // _BLOCK
    return CATEGORIES[index] if index < len(CATEGORIES) else None


def _set(first: int, last: int, holds: Callable[[int], bool] = lambda _: True) -> str:
    return "".join(chr(point) for point in range(first, last) if holds(point % _BLOCK))


def _all(*categories: Category) -> str:
    firsts = (_NAME + _BLOCK * CATEGORIES.index(category) for category in categories)
    return "".join(_set(first, first + _BLOCK) for first in firsts)


# The classes of names in patterns: names without doubt; sport clubs; outlets; those that go with what they do
# (مجموعة فيرجين للابتكارات); companies; all with no clitic but ال; those without doubt that have ل or ب attached; each
# word after the first; names of no organization; universities.
SYMBOLS = {
    "KNOWN_NAME": _set(_NAME, _AMBIGUOUS),
    "CLUB_NAME": _all("sports"),
    "PRESS_NAME": _all("media"),
    "COMPANY_NAME": _all("company"),
    "BUSINESS_NAME": _all("company", "academic", "ngo"),
    "PLAIN_NAME": _set(_NAME, _AMBIGUOUS + _BLOCK, lambda bits: bits & ~ARTICLE == 0),
    "FOR_NAME": _set(_NAME, _AMBIGUOUS, lambda bits: bits & ~ARTICLE == PREPOSITIONS["ل"]),
    "AT_NAME": _set(_NAME, _AMBIGUOUS, lambda bits: bits & ~ARTICLE == PREPOSITIONS["ب"]),
    "NAME_REST": MORE,
    "NO_NAME": _NONE,
    "SCHOOL_NAME": _all("academic"),
}
