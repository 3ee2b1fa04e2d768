"""What people decided: which mentions are of one event, which are not, which are of none, and figures they set.

A decision names mentions, never events, so it holds when events move: by source, id of the article, start and outcome.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from .reports import Copy, Report

Key = tuple[str | None, str | None, int, str]  # source, id, start, outcome


class Decision(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One line of a file of decisions: what it says of mentions, by whom and when."""

    at: str | None = None
    who: str | None = None
    note: str | None = None
    same: list[Key] = []
    different: list[Key] = []
    leave: Key | None = None
    toll: Key | None = None
    outcome: str | None = None
    min: int | None = None
    best: int | None = None
    max: int | None = None
    event: Key | None = None
    set: dict[str, Any] = {}

    @property
    def keys(self) -> list[Key]:
        """The mentions it speaks of."""
        single = [key for key in (self.leave, self.toll, self.event) if key is not None]
        return [*self.same, *self.different, *single]


class Contradiction(ValueError):
    """Two decisions that cannot both hold; the message names their lines."""


class Decisions:
    """Decisions tied to the reports that hold their mentions.

    `gone` are the lines of those whose mentions are not there: left out, and kept in their file.
    """

    def __init__(self, decisions: Sequence[Decision] = ()) -> None:
        self._all = list(decisions)
        self._same: dict[str, str] = {}
        self._apart: dict[str, set[str]] = {}
        self.tolls: dict[str, list[Decision]] = {}  # by the name of the report that they speak of
        self.events: dict[str, list[Decision]] = {}
        self.gone: list[int] = []

    def tie(self, reports: Iterable[Report], copies: Mapping[str, Sequence[Copy]]) -> list[Report]:
        """The reports after what is decided inside articles: split, or without what is no event.

        Raises Contradiction.
        """
        found = list(reports)
        if not self._all:
            return found
        places = {
            (copy.source, copy.id, count.start, count.outcome): (report.key, count.start, count.outcome)
            for report in found
            for copy in copies.get(report.key, ())
            for count in report.counts
        }
        tied = [[places.get(key) for key in decision.keys] for decision in self._all]
        self.gone = [line for line, keys in enumerate(tied, 1) if None in keys]
        held = [
            (line, decision, [key for key in keys if key is not None])
            for line, (decision, keys) in enumerate(zip(self._all, tied, strict=True), 1)
            if None not in keys
        ]
        for _, decision, keys in held:
            if decision.leave is not None:
                found = _without(found, keys[-1])
            if decision.different:
                found = _split(found, keys[: len(decision.different)])
        self._link(found, held)
        return found

    def _link(self, reports: list[Report], held: list[tuple[int, Decision, list[tuple[str, int, str]]]]) -> None:
        names = {(report.key, count.start, count.outcome): report.name for report in reports for count in report.counts}
        joined: dict[str, int] = {}
        for line, decision, keys in held:
            if decision.same:
                self._join([names[key] for key in keys if key in names])
                joined |= dict.fromkeys([names[key] for key in keys if key in names], line)
        for line, decision, keys in held:
            if decision.different:
                self._part(line, [names[key] for key in keys if key in names], joined)
        for _, decision, keys in held:
            if decision.toll is not None and keys[-1] in names:
                self.tolls.setdefault(names[keys[-1]], []).append(decision)
            if decision.event is not None and keys[-1] in names:
                self.events.setdefault(names[keys[-1]], []).append(decision)

    def _join(self, names: list[str]) -> None:
        for name in names[1:]:
            low, high = sorted((self.group(names[0]), self.group(name)))
            self._same[high] = low

    def _part(self, line: int, names: list[str], joined: Mapping[str, int]) -> None:
        for i, one in enumerate(names):
            for other in names[:i]:
                a, b = self.group(one), self.group(other)
                if a == b:
                    before = joined.get(one) or joined.get(other)
                    raise Contradiction(f"lines {before} and {line} say both that two mentions are one event, and not")
                self._apart.setdefault(a, set()).add(b)
                self._apart.setdefault(b, set()).add(a)

    def group(self, name: str) -> str:
        """The least name of the reports that are decided to be of one event with this one."""
        while (parent := self._same.get(name, name)) != name:
            name = parent
        return name

    def same(self) -> list[tuple[str, str]]:
        """Pairs of reports that are of one event."""
        return sorted((name, self.group(name)) for name in self._same)

    def apart(self, name: str, others: Callable[[], Iterable[str]]) -> bool:
        """Whether a report is decided to be of another event than some of others, given by their names."""
        barred = self._apart.get(self.group(name))
        return bool(barred) and any(self.group(other) in barred for other in others())  # type: ignore[operator]


def _without(reports: list[Report], key: tuple[str, int, str]) -> list[Report]:
    """The reports without a mention and those of its sentence and report."""
    found = []
    for report in reports:
        at = next((c.sentence for c in report.counts if (report.key, c.start, c.outcome) == key), None)
        counts = [count for count in report.counts if count.sentence != at] if at is not None else report.counts
        if counts:
            found.append(report if counts is report.counts else msgspec.structs.replace(report, counts=counts))
    return found


def _split(reports: list[Report], keys: Sequence[tuple[str, int, str]]) -> list[Report]:
    """The reports, one that holds several of the mentions cut before each but the first."""
    found = []
    for report in reports:
        starts = sorted(key[1] for key in keys if any((report.key, c.start, c.outcome) == key for c in report.counts))
        if len(starts) < 2:
            found.append(report)
            continue
        cuts = [0, *starts[1:], 1 << 62]
        for number, (first, end) in enumerate(pairwise(cuts)):
            counts = [count for count in report.counts if first <= count.start < end]
            piece = msgspec.structs.replace(report, counts=counts, number=report.number + 1000 * number)
            found.append(piece if number == 0 else msgspec.structs.replace(piece, lead=False))
    return found
