"""Counts that are joined to the one before by و: مقتل 14 شخصا، بينهم طفل، وإصابة عشرة."""

from __future__ import annotations

from collections.abc import Sequence

from ..document import Document
from ..grammar import compile_pattern
from .count import Count
from .vocabulary import LEXICON

_JOINED = compile_pattern(LEXICON, "<COMMA|CLOSE|QUOTE>?(?:<AND_ALONE><*>|<WA>)")
_VERB = compile_pattern(LEXICON, "<ACT>")


class Joined:
    """Which count of a document each is joined to; parts of that may stand between them."""

    def __init__(self, document: Document, counts: Sequence[Count]) -> None:
        self._classes = document.classes(LEXICON)
        self._before: dict[int, Count] = {}
        whole: Count | None = None
        end = 0
        for count in sorted(counts, key=lambda count: count.anchor):
            if whole and _JOINED.fullmatch(self._classes, end, count.first + 1):
                self._before[count.anchor] = whole
            if count.relation != "part":
                whole = count
            end = count.end

    def before(self, count: Count) -> Count | None:
        """The count that one is joined to; None where it begins anew."""
        return self._before.get(count.anchor)

    def governor(self, count: Count) -> Count:
        """The count before which the words stand that govern one too: بعد أيام من مقتل 14 وإصابة 10."""
        while (before := self.before(count)) and not _VERB.match(self._classes, count.first):
            count = before
        return count
