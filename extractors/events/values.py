"""The different numbers that sources tell of one outcome: which agree, which take the place of which, which stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from .statements import Figure

_LEAP = 3  # times as many: no rise but another way of counting, where both have support
_SLIP = 4  # times as many families that a lone figure stands against


class Value:
    """A number that figures agree on: who has it, since when."""

    def __init__(self, low: int, high: int | None) -> None:
        self.low = low
        self.high = high
        self.figures: list[Figure] = []

    @property
    def families(self) -> set[str]:
        """The families of sources that have it."""
        return {figure.family for figure in self.figures}

    @property
    def first(self) -> dt.date:
        """The day on which it was first told."""
        return min((figure.day or dt.date.max for figure in self.figures), default=dt.date.max)

    @property
    def last(self) -> dt.date:
        """The day on which it was last told."""
        return max((figure.day or dt.date.max for figure in self.figures), default=dt.date.min)

    @property
    def supported(self) -> bool:
        """Whether an official or medical source has it, or two families."""
        return any(figure.supported for figure in self.figures) or len(self.families) > 1

    @property
    def open(self) -> bool:
        """Whether somebody told it as a lower bound."""
        return any(figure.high is None for figure in self.figures)

    @property
    def medical(self) -> bool:
        """Whether a medical source has it."""
        return any("medical" in figure.count.marks for figure in self.figures)

    @property
    def up(self) -> bool:
        """Whether somebody says that the toll has risen to it."""
        return any(figure.up for figure in self.figures)

    @property
    def primary(self) -> int:
        """How many articles stand by it."""
        return sum(figure.primary for figure in self.figures)


def values_of(figures: Sequence[Figure]) -> list[Value]:
    """The different numbers; open, round and wide figures go with an exact one that they meet."""
    exact: dict[int, Value] = {}
    loose: list[Figure] = []
    for figure in figures:
        if figure.high == figure.low and figure.count.modifier != "about":
            exact.setdefault(figure.low, Value(figure.low, figure.low)).figures.append(figure)
        else:
            loose.append(figure)
    values = list(exact.values())
    for figure in sorted(loose, key=lambda f: (f.high is None, -f.low)):
        meeting = [value for value in values if figure.meets(value.low, value.high)]
        if meeting:
            min(meeting, key=lambda value: abs(value.low - figure.low)).figures.append(figure)
        else:
            value = Value(figure.low, figure.high)
            value.figures.append(figure)
            values.append(value)
    return values


def superseded(values: list[Value]) -> tuple[list[Value], list[Value]]:
    """The values that stand, and those that later ones with support have taken the place of."""
    floors = [(f.low, f.day or dt.date.max) for value in values for f in value.figures if f.high is None]
    gone = [value for value in values if any(_supersedes(v, value, floors) for v in values if v is not value)]
    standing = [value for value in values if value not in gone]
    return (standing, gone) if standing else (values, [])


def _supersedes(new: Value, old: Value, floors: Sequence[tuple[int, dt.date]]) -> bool:
    if not new.supported and not (new.families & old.families and new.first > old.first):
        return False
    if old.open and new.low > old.low and new.last >= old.first:
        return True
    if new.low < old.low and any(low > new.low and day >= new.first for low, day in floors):
        return False  # open figures told beside it or later say that it is too low
    if new.first > old.first:
        if new.low > _LEAP * old.low and old.supported and not new.families & old.families:
            return False  # another way of counting, no rise
        return new.low > old.low or len(old.families) <= 2 * len(new.families)
    same_time = new.first == old.first or new.last >= old.last
    # what one source counts on one day only grows
    grown = bool(new.families & old.families) and new.low <= _LEAP * old.low
    return same_time and new.low > old.low and (new.up or grown)


def best_of(values: list[Value]) -> Value | None:
    """The value with the latest first appearance among those with support; then more sources, then the lower."""
    if not values:
        return None
    if len({figure.report.key for value in values for figure in value.figures}) == 1:
        return max(values, key=lambda value: (value.primary, value.up, -value.low))  # what the one article stands by
    supported = [value for value in values if value.supported] or values
    leading = max(len(value.families) for value in supported)
    weighty = [value for value in supported if len(value.families) * _SLIP > leading] or supported
    return max(weighty, key=lambda v: (v.first, v.up, v.medical, len(v.families), v.primary, -v.low))


def without_slips(values: list[Value], best: Value | None) -> list[Value]:
    """Without the values that one family has against many."""
    if best is None or len(best.families) < _SLIP:
        return values
    return [v for v in values if v is best or len(v.families) > 1 or len({f.report.key for f in v.figures}) > 1]
