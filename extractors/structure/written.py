"""Names and titles as they are written."""

from __future__ import annotations

from .gender import Place
from .lexicon import one, stretch
from .reading import Reading

_WHOLE_IN_MARKS = stretch("<NAME_OPEN><^NAME_CLOSE>+<NAME_CLOSE>|<LPAREN><^RPAREN>+<RPAREN>")
_NAME_START, _NAME_END = one("NAME_OPEN"), one("NAME_CLOSE")


def written(reading: Reading, place: Place) -> str:
    """The words at a place, without the marks around them or the particles attached to the first."""
    first, end = place
    classes = reading.classes
    if _WHOLE_IN_MARKS.fullmatch(classes, first, end):
        first, end = first + 1, end - 1
    elif _NAME_END.match(classes, end - 1) and not _NAME_START.search(classes, first, end):
        end -= 1
    text = reading.written(first, end)
    return "ال" + text[2:] if text.startswith("لل") else text
