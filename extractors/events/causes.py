"""Causes and their families: which two of them may be one event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

FAMILIES: Final[dict[str, str]] = {
    **dict.fromkeys(
        "bombing airstrike shelling shooting clash stabbing execution abduction unrest explosion".split(), "violence"
    ),
    **dict.fromkeys("earthquake flood storm fire volcano landslide".split(), "disaster"),
    **dict.fromkeys("road air sea rail collapse blast".split(), "accident"),
    **dict.fromkeys("disease poisoning".split(), "illness"),
}

CAUSES: Final = tuple(cause for cause in FAMILIES if cause != "explosion")  # which is a bombing or a blast in the end


def main_cause(causes: Counter[str]) -> str | None:
    """The cause named most; an explosion is a bombing where an attack is named beside it, and by itself."""
    counted = Counter(causes)
    explosions = counted.pop("explosion", 0)
    if explosions:
        counted["blast" if counted["blast"] else "bombing"] += explosions
    return min(counted, key=lambda cause: (-counted[cause], cause)) if counted else None


def families(causes: Counter[str]) -> set[str]:
    """The families that are named at least half as often as the most named one; those of an explosion are two."""
    totals: Counter[str] = Counter()
    for cause, times in causes.items():
        totals[FAMILIES[cause]] += times
        if cause == "explosion":
            totals["accident"] += times
    most = max(totals.values(), default=0)
    return {family for family, times in totals.items() if 2 * times >= most}


def apart(a: Counter[str], b: Counter[str]) -> bool:
    """Whether two sets of causes are of two families."""
    return bool(a) and bool(b) and not families(a) & families(b)


def is_disaster(causes: Counter[str]) -> bool:
    """Whether nature did it, which reaches over many towns."""
    return FAMILIES.get(main_cause(causes) or "") == "disaster" and main_cause(causes) not in ("fire", "landslide")


def at_sea(causes: Counter[str]) -> bool:
    """Whether it happened at sea, and is told of where the ship came from, and where the living and the dead land."""
    return main_cause(causes) == "sea"


def agree(a: Counter[str], b: Counter[str]) -> float:
    """How well two sets of causes go together: from -1.5 for two families to 0.6 for the same cause."""
    if not a or not b:
        return 0.0
    if apart(a, b):
        return -1.5
    if main_cause(a) == main_cause(b):
        return 0.6
    return 0.2 if set(a) & set(b) else -0.4


def agree_sites(a: Iterable[str], b: Iterable[str]) -> float:
    """How well two sets of sites go together: a church and a police station are two targets."""
    one, other = set(a), set(b)
    if not one or not other:
        return 0.0
    return 0.4 if one & other else -1.2
