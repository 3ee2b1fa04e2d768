"""Where a count happened: the nearest phrase of place in its sentence."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

import regex

from ..text.document import Document
from ..text.rules import compile_pattern
from .place_rules import ELSEWHERE, HEADING, PLACE, PLACE_FRAGMENTS
from .vocabulary import LEXICON

_PLACE = compile_pattern(LEXICON, PLACE, PLACE_FRAGMENTS)
_HEADING = compile_pattern(LEXICON, HEADING, PLACE_FRAGMENTS)
_BOUNDARY = compile_pattern(LEXICON, "<STOP|BREAK>")
_BREAK = compile_pattern(LEXICON, "<BREAK>")
_ELSEWHERE = compile_pattern(LEXICON, ELSEWHERE)
_TIMEOUT = 10.0


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
        for found in _PLACE.finditer(self._classes, first, stop, timeout=_TIMEOUT):
            if not _ELSEWHERE.search(self._classes, end, found.start(), timeout=_TIMEOUT):
                return self._written(found.span("place"))
        paragraph, _ = self._around(self._breaks, first, end)
        heading = [span for span in self._headings if paragraph < span[0] < first]
        for spans in (self._phrases(start + 1, first), heading, self._phrases(paragraph + 1, first)):
            if spans:
                return self._written(spans[-1])
        return None

    def _phrases(self, start: int, end: int) -> list[tuple[int, int]]:
        return [found.span("place") for found in _PLACE.finditer(self._classes, start, end, timeout=_TIMEOUT)]

    @cached_property
    def _headings(self) -> list[tuple[int, int]]:
        return self._spans(_HEADING, "place")

    @cached_property
    def _boundaries(self) -> list[int]:
        return [first for first, _ in self._spans(_BOUNDARY)]

    @cached_property
    def _breaks(self) -> list[int]:
        return [first for first, _ in self._spans(_BREAK)]

    def _spans(self, pattern: regex.Pattern[str], group: str | int = 0) -> list[tuple[int, int]]:
        return [match.span(group) for match in pattern.finditer(self._classes, timeout=_TIMEOUT)]

    def _around(self, boundaries: list[int], first: int, end: int) -> tuple[int, int]:
        """The boundaries before `first` and from `end` on."""
        before, after = bisect_left(boundaries, first), bisect_left(boundaries, end)
        return (
            boundaries[before - 1] if before else -1,
            boundaries[after] if after < len(boundaries) else len(self._classes),
        )

    def _written(self, span: tuple[int, int]) -> str:
        return self._document.slice(*span, LEXICON)[2]
