"""Which count belongs to which: the new figure beside the total that it is added to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from .count import Count
from .sentences import Sentences


def tie(counts: Sequence[Count], sentences: Sentences) -> None:
    """Ties counts of one sentence that are not tied yet: «ليرتفع العدد إلى 12 بعد وفاة اثنين», the two to the 12."""
    ordered = sorted(counts, key=lambda count: count.first)
    for _, group in groupby(ordered, key=lambda count: sentences.number(count.anchor)):
        together = list(group)
        _add(together)
        _add(together[::-1])


def _add(counts: Sequence[Count]) -> None:
    """Ties what is added to the last total before it."""
    total: Count | None = None
    for count in counts:
        if count.name == "total":
            total = count
        elif total and not count.of and count.type == total.type and _most(count) < _most(total):
            count.of, count.relation = total, "added"


def _most(count: Count) -> int:
    return count.quantity.max or count.quantity.min or 0
