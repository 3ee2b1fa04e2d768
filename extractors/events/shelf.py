"""Where reports stand while they are grouped: each in its place, in an event that others find by its keys."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol

import msgspec

from .keys import Key, position
from .reports import Report


class Placement(msgspec.Struct, frozen=True):
    """The event that a report is in, named after its first report; how well it fits; events that it nearly fits."""

    event: str
    score: float = 0.0
    near: list[tuple[str, float]] = []


class Shelf(Protocol):
    """What grouping asks of where reports are kept."""

    def report(self, name: str) -> Report:
        """A report by its name."""

    def placement(self, name: str) -> Placement | None:
        """Where a report stands, None where it stands nowhere yet."""

    def place(self, report: Report, placement: Placement | None) -> None:
        """Puts a report into an event, or takes it off the shelf."""

    def members(self, event: str) -> list[tuple[int, str]]:
        """Position and name of the reports of an event, in order."""

    def found(self, keys: Iterable[Key], before: int) -> list[tuple[Key, str]]:
        """The events that reports before a position are kept in under keys, in order of position."""

    def keep(self, event: str, position: int, keys: Iterable[Key]) -> None:
        """Keeps an event under keys, since the report at a position; the first position counts."""

    def forget(self, event: str, keys: Iterable[Key]) -> None:
        """Takes keys from an event."""

    def pointing(self, event: str) -> list[str]:
        """The events of reports that nearly fit an event."""

    def last(self) -> int:
        """The position of the last report."""


class Memory:
    """A shelf in memory."""

    def __init__(self, reports: Iterable[Report] = ()) -> None:
        self._reports = {report.name: report for report in reports}
        self._placements: dict[str, Placement] = {}
        self._members: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        self._index: defaultdict[Key, dict[str, int]] = defaultdict(dict)
        self._pointing: defaultdict[str, set[str]] = defaultdict(set)
        self._last = 0

    def event_of(self, name: str) -> str | None:
        """The event that a report is in."""
        placement = self._placements.get(name)
        return placement.event if placement else None

    def names(self) -> list[str]:
        """The names of all reports."""
        return sorted(self._placements)

    def events(self) -> list[str]:
        """All events."""
        return sorted(event for event, members in self._members.items() if members)

    def add(self, reports: Iterable[Report]) -> list[str]:
        """Takes in reports; their names."""
        new = {report.name: report for report in reports}
        self._reports |= new
        return list(new)

    def report(self, name: str) -> Report:
        """A report by its name."""
        return self._reports[name]

    def placement(self, name: str) -> Placement | None:
        """Where a report stands."""
        return self._placements.get(name)

    def place(self, report: Report, placement: Placement | None) -> None:
        """Puts a report into an event, or takes it off the shelf."""
        name, here = report.name, position(report)
        before = self._placements.pop(name, None)
        if before is not None:
            self._members[before.event].remove((here, name))
            for event, _ in before.near:
                self._pointing[event].discard(name)
        if placement is not None:
            self._placements[name] = placement
            insort(self._members[placement.event], (here, name))
            for event, _ in placement.near:
                self._pointing[event].add(name)
            self._last = max(self._last, here)

    def members(self, event: str) -> list[tuple[int, str]]:
        """Position and name of the reports of an event, in order."""
        return list(self._members[event])

    def found(self, keys: Iterable[Key], before: int) -> list[tuple[Key, str]]:
        """The events that reports before a position are kept in under keys."""
        rows = [(since, key, event) for key in keys for event, since in self._index[key].items() if since < before]
        return [(key, event) for _, key, event in sorted(rows)]

    def keep(self, event: str, position: int, keys: Iterable[Key]) -> None:
        """Keeps an event under keys, since the report at a position."""
        for key in keys:
            kept = self._index[key]
            kept[event] = min(position, kept.get(event, position))

    def forget(self, event: str, keys: Iterable[Key]) -> None:
        """Takes keys from an event."""
        for key in keys:
            self._index[key].pop(event, None)

    def pointing(self, event: str) -> list[str]:
        """The events of reports that nearly fit an event."""
        return sorted({self._placements[name].event for name in self._pointing[event]})

    def last(self) -> int:
        """The position of the last report."""
        return self._last
