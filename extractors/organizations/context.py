"""Whether the words around a name speak of such a body, for names that can mean something else."""

from __future__ import annotations

from bisect import bisect_left

from ..text.lexicon import Lexicon
from ..text.rules import compile_pattern
from .fact import Category

# How many tokens to either side are looked at, and how many of them must be cues.
_WINDOWS: dict[Category, tuple[int, int]] = {
    "sports": (25, 3),
    "media": (3, 1),
    "company": (12, 2),
    "armed_group": (10, 1),
    "party": (8, 1),
}


class Cues:
    """Finds the cue words of each category, classes `CUE_…` of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._patterns = {c: compile_pattern(lexicon, f"<CUE_{c.upper()}>") for c in _WINDOWS}

    def of(self, classes: str) -> Context:
        """The cues of one class string."""
        return Context(self, classes)

    def positions(self, category: Category, classes: str) -> list[int]:
        """The tokens that are cues."""
        pattern = self._patterns.get(category)
        return [match.start() for match in pattern.finditer(classes)] if pattern else []


class Context:
    """The cues of one document, looked up by category when first needed."""

    def __init__(self, cues: Cues, classes: str) -> None:
        self._cues = cues
        self._classes = classes
        self._positions: dict[Category, list[int]] = {}

    def speaks_of(self, category: Category, first: int, end: int) -> bool:
        """Whether enough cues of a category stand near the tokens first … end - 1."""
        if category not in _WINDOWS:
            return False
        if category not in self._positions:
            self._positions[category] = self._cues.positions(category, self._classes)
        positions = self._positions[category]
        reach, least = _WINDOWS[category]
        inside = bisect_left(positions, end) - bisect_left(positions, first)
        return bisect_left(positions, end + reach) - bisect_left(positions, first - reach) - inside >= least
