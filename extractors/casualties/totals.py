"""Which counts are totals that are added to: «ليصل إجمالي الحالات بالجهة إلى 2954», not «1120 إصابة»."""

from __future__ import annotations

from collections.abc import Sequence

from ..document import Document
from ..grammar import compile_pattern
from .context import NEW, TOTAL_OF
from .count import Count
from .joined import Joined
from .vocabulary import LEXICON

_NEW = compile_pattern(LEXICON, NEW)
_TOTAL_OF = compile_pattern(LEXICON, TOTAL_OF)
_REACH = 30  # tokens between the noun of a total and its number
_BEHIND = 2  # tokens behind a count in which جديدة may stand


class Totals:
    """The totals among the counts of a document."""

    def __init__(self, document: Document, counts: Sequence[Count], joined: Joined) -> None:
        self._classes = document.classes(LEXICON)
        anchors = sorted(count.anchor for count in counts)
        before = dict(zip(anchors, [-1, *anchors], strict=False))
        self._new = {count.anchor for count in counts if _NEW.search(self._classes, count.first, count.end + _BEHIND)}
        self._totals = {count.anchor for count in counts if self._has_noun(count, before[count.anchor])}
        self._spread(sorted(counts, key=lambda count: count.anchor), joined)

    def is_total(self, count: Count) -> bool:
        """Whether a noun such as إجمالي or حصيلة has a count for its number, with no other count between them."""
        return count.anchor in self._totals

    def is_new(self, count: Count) -> bool:
        """Whether a count is called new: 165 إصابة جديدة."""
        return count.anchor in self._new

    def _spread(self, ordered: Sequence[Count], joined: Joined) -> None:
        """Makes totals of what is joined to one, with another outcome: «الحصيلة 62 قتيلا، بينهم طفل، و156 جريحا»."""
        for count in ordered:
            total = joined.before(count)
            if total is None or total.anchor not in self._totals or count.relation is not None:
                continue
            if count.type != total.type and not self.is_new(count):
                self._totals.add(count.anchor)

    def _has_noun(self, count: Count, before: int) -> bool:
        if self.is_new(count) or count.name in ("total", "risen", "bounded"):
            return not self.is_new(count)
        start = max(0, before + 1, count.anchor - _REACH)
        return _TOTAL_OF.search(self._classes[start : count.anchor]) is not None
