"""Which counts are totals that are added to: «ليصل إجمالي الحالات بالجهة إلى 2954», not «1120 إصابة»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ..document import Document
from ..grammar import compile_pattern
from .context import NEW, TOTAL_OF
from .count import Count
from .vocabulary import LEXICON

_NEW = compile_pattern(LEXICON, NEW)
_TOTAL_OF = compile_pattern(LEXICON, TOTAL_OF)
_REACH = 30  # tokens between the noun of a total and its number
_BEHIND = 2  # tokens behind a count in which جديدة may stand


class Totals:
    """The totals among the counts of a document."""

    def __init__(self, document: Document, counts: Sequence[Count]) -> None:
        self._classes = document.classes(LEXICON)
        self._anchors = sorted(count.anchor for count in counts)

    def is_total(self, count: Count) -> bool:
        """Whether a noun such as إجمالي or حصيلة has a count for its number, with no other count between them."""
        if count.name in ("total", "risen", "bounded"):
            return True
        place = bisect_left(self._anchors, count.anchor)
        after = self._anchors[place - 1] + 1 if place else 0
        start = max(after, count.anchor - _REACH)
        return not self.is_new(count) and _TOTAL_OF.search(self._classes[start : count.anchor]) is not None

    def is_new(self, count: Count) -> bool:
        """Whether a count is called new: 165 إصابة جديدة."""
        return _NEW.search(self._classes, count.first, count.end + _BEHIND) is not None
