"""The sentences and paragraphs of a document, as tokens."""

from __future__ import annotations

from bisect import bisect_left

from ..document import Document
from ..grammar import compile_pattern
from .vocabulary import LEXICON

_STOP = compile_pattern(LEXICON, "<STOP|BREAK>+")
_ELLIPSES = ("..", "…")


class Sentences:
    """Where sentences end: at a full stop or a line break."""

    def __init__(self, document: Document) -> None:
        self._length = len(document)
        self._document = document
        self._ends = [found.start() for found in _STOP.finditer(document.classes(LEXICON))]

    @property
    def last(self) -> int:
        """The number of the last sentence."""
        return len(self._ends)

    def number(self, token: int) -> int:
        """Which sentence a token stands in, from 0."""
        return bisect_left(self._ends, token)

    def span(self, number: int) -> tuple[int, int]:
        """First token and end of a sentence."""
        start = self._ends[number - 1] + 1 if number else 0
        return start, self._ends[number] if number < len(self._ends) else self._length

    def is_line(self, number: int) -> bool:
        """Whether a sentence ends with its line and no full stop, as a headline does, or breaks off: قتلى .. في حلب."""
        if number >= len(self._ends):
            return False
        end = self._ends[number]
        return not self._document.form(end).strip() or self._document.text.startswith(
            _ELLIPSES, self._document.start(end)
        )
