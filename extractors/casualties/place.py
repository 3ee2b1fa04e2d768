"""Where a count happened: the nearest phrase of place in its sentence."""

from __future__ import annotations

from functools import cached_property

from ..text.document import Document
from ..text.rules import compile_pattern
from .place_rules import PLACE, PLACE_FRAGMENTS
from .vocabulary import LEXICON

_PLACE = compile_pattern(LEXICON, PLACE, PLACE_FRAGMENTS)
_BOUNDARY = compile_pattern(LEXICON, "<STOP|BREAK>")
_TIMEOUT = 10.0


class Places:
    """The phrases of place in a document, found when the first count asks for them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._classes = document.classes(LEXICON)

    @cached_property
    def _phrases(self) -> list[tuple[int, int]]:
        return [match.span("place") for match in _PLACE.finditer(self._classes, timeout=_TIMEOUT)]

    @cached_property
    def _boundaries(self) -> list[int]:
        return [match.start() for match in _BOUNDARY.finditer(self._classes, timeout=_TIMEOUT)]

    def near(self, first: int, end: int) -> str | None:
        """The place of the count in tokens first … end - 1, as written; None where its sentence names none.

        The first place after the count, where another clause does not begin before it; else the last one before it.
        """
        start = max((boundary for boundary in self._boundaries if boundary < first), default=-1)
        stop = min((boundary for boundary in self._boundaries if boundary >= end), default=len(self._classes))
        inside = [span for span in self._phrases if start < span[0] and span[1] <= stop]
        after = [span for span in inside if span[0] >= first]
        before = [span for span in inside if span[0] < first]
        chosen = after[0] if after else before[-1] if before else None
        return self._document.slice(*chosen, LEXICON)[2] if chosen else None
