"""Deeds of other years that an article speaks of because of their day: ذكرى انفجار المصنع."""

from __future__ import annotations

from collections.abc import Sequence

from ..document import Document
from ..grammar import compile_pattern
from .context import ANNIVERSARY
from .count import Count
from .sentences import Sentences
from .vocabulary import LEXICON

_ANNIVERSARY = compile_pattern(LEXICON, ANNIVERSARY)
_LEAD = 2  # sentences behind the first in which an article says what it is about


class Remembered:
    """Where a document speaks of an anniversary, and whether all of it does."""

    def __init__(self, document: Document, sentences: Sentences, counts: Sequence[Count]) -> None:
        self._sentences = sentences
        self._places: dict[int, int] = {}
        for found in _ANNIVERSARY.finditer(document.classes(LEXICON)):
            self._places.setdefault(sentences.number(found.start()), found.start())
        first = min(self._places.values(), default=len(document))
        lead = sentences.number(first) <= _LEAD and all(count.first > first for count in counts)
        self.article = bool(self._places) and lead

    def is_behind(self, count: Count) -> bool:
        """Whether a sentence speaks of an anniversary before a count, so that its day is that of the celebration."""
        return self._places.get(self._sentences.number(count.anchor), count.anchor) < count.anchor

    def is_of(self, count: Count) -> bool:
        """Whether a count is of what is remembered: behind it in its sentence, or in an article about it."""
        return self.article or self.is_behind(count)
