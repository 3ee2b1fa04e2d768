"""Where a count happened: the nearest phrase of place in its sentence."""

from __future__ import annotations

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
        inside = [span for span in self._phrases if start < span[0] and span[1] <= stop]
        for span in inside:
            if span[0] >= first and not _ELSEWHERE.search(self._classes, end, span[0], timeout=_TIMEOUT):
                return self._written(span)
        paragraph, _ = self._around(self._breaks, first, end)
        before = [span for span in self._phrases if start < span[0] < first]
        heading = [span for span in self._headings if paragraph < span[0] < first]
        earlier = [span for span in self._phrases if paragraph < span[0] < first]
        for spans in (before, heading, earlier):
            if spans:
                return self._written(spans[-1])
        return None

    @cached_property
    def _phrases(self) -> list[tuple[int, int]]:
        return self._spans(_PLACE, "place")

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
        start = max((boundary for boundary in boundaries if boundary < first), default=-1)
        stop = min((boundary for boundary in boundaries if boundary >= end), default=len(self._classes))
        return start, stop

    def _written(self, span: tuple[int, int]) -> str:
        return self._document.slice(*span, LEXICON)[2]
