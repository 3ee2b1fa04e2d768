"""Where a count happened: the nearest phrase of place in its sentence."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from ..document import Document
from ..grammar import Matcher, Rule, compile_pattern
from .place_rules import ELSEWHERE, HEADING, PLACE, PLACE_FRAGMENTS
from .vocabulary import LEXICON

_PLACE = Matcher(LEXICON, [Rule("place", PLACE)], PLACE_FRAGMENTS)
_HEADING = Matcher(LEXICON, [Rule("heading", HEADING)], PLACE_FRAGMENTS)
_BOUNDARY = compile_pattern(LEXICON, "<STOP|BREAK>")
_BREAK = compile_pattern(LEXICON, "<BREAK>")
_ELSEWHERE = compile_pattern(LEXICON, ELSEWHERE)
_REACH = 500  # tokens looked at before and after a count, whose sentence may not end


class Places:
    """The phrases of place in a document, found when the first count asks for them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._classes = document.classes(LEXICON)

    def near(self, first: int, end: int) -> str | None:
        """The place of the count in tokens first … end - 1, as written; None where none is named.

        The first place after the count, unless somebody speaks or a new clause begins before it; else the last one
        before it in its sentence; else the heading of its line; else the last place before it in its paragraph.
        """
        start, stop = self._around(self._boundaries, first, end)
        for found in _PLACE.finditer(self._classes, first, min(stop, end + _REACH)):
            if not _ELSEWHERE.search(self._classes, end, found.first):
                return self._written(found.spans["place"])
        paragraph, _ = self._around(self._breaks, first, end)
        before = (
            self._last_phrase(start + 1, first)
            or self._heading(paragraph, first)
            or self._last_phrase(paragraph + 1, first)
        )
        return self._written(before) if before else None

    def _last_phrase(self, start: int, end: int) -> tuple[int, int] | None:
        found = _PLACE.finditer(self._classes, max(start, end - _REACH), end)
        return max((phrase.spans["place"] for phrase in found), default=None)

    def _heading(self, start: int, end: int) -> tuple[int, int] | None:
        """The last heading that begins between two tokens."""
        before = bisect_left(self._headings, (end,))
        return self._headings[before - 1] if before and self._headings[before - 1][0] > start else None

    @cached_property
    def _headings(self) -> list[tuple[int, int]]:
        return [found.spans["place"] for found in _HEADING.finditer(self._classes)]

    @cached_property
    def _boundaries(self) -> list[int]:
        return [found.start() for found in _BOUNDARY.finditer(self._classes)]

    @cached_property
    def _breaks(self) -> list[int]:
        return [found.start() for found in _BREAK.finditer(self._classes)]

    def _around(self, boundaries: list[int], first: int, end: int) -> tuple[int, int]:
        """The boundaries before `first` and from `end` on."""
        before, after = bisect_left(boundaries, first), bisect_left(boundaries, end)
        return (
            boundaries[before - 1] if before else -1,
            boundaries[after] if after < len(boundaries) else len(self._classes),
        )

    def _written(self, span: tuple[int, int]) -> str:
        return self._document.slice(*span, LEXICON)[2]
