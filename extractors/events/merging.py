"""Events put in one that prove alike now that all is told of them, or that people decided to be one.

Those that met while reports were placed are compared; what is put in one does not reach beyond them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .decisions import Decisions
from .keys import kind
from .profile import Profile
from .reports import Report
from .shelf import Shelf
from .similarity import ATTACH, DOUBT, MERGE, score

_ROUNDS = 3  # for what is merged may prove alike to others


class Cluster:
    """An event while it is gathered: its reports, what they tell together, and events that may be the same."""

    def __init__(self, name: str, reports: list[Report], scores: dict[str, float], rivals: set[str]) -> None:
        self.names = [name]
        self.reports = reports
        self.scores = scores
        self.rivals = rivals
        self.kind = kind(reports[0])
        self.profile = Profile.of(reports[0])
        for report in reports[1:]:
            self.profile.absorb(Profile.of(report))

    def take(self, other: Cluster) -> None:
        """Takes in all reports of another event."""
        self.names += other.names
        self.reports += other.reports
        self.scores |= other.scores
        self.rivals |= other.rivals
        self.profile.absorb(other.profile)


class Merging:
    """Puts events of a shelf in one."""

    def __init__(self, shelf: Shelf, decisions: Decisions, owner: Callable[[str], str | None]) -> None:
        """`owner` tells the event that a report of this name is in, None where there is no such report."""
        self._shelf = shelf
        self._decisions = decisions
        self._clusters: dict[str, Cluster] = {}
        self._alike: dict[tuple[str, str], float] = {}
        self._linked: dict[str, set[str]] = {}
        for pair in decisions.same():
            one, other = map(owner, pair)
            if one is not None and other is not None and one != other:
                self._linked.setdefault(one, set()).add(other)
                self._linked.setdefault(other, set()).add(one)
        self.comparisons = 0

    def merged(self, events: Iterable[str]) -> list[Cluster]:
        """What events are after merging, those among them too that they are put in one with."""
        found = []
        seen: set[str] = set()
        for event in sorted(events):
            if event not in seen:
                together = self._together(event)
                seen |= together
                found += self._merge(sorted(together))
                self._clusters.clear()
                self._alike.clear()
        return found

    def _together(self, event: str) -> set[str]:
        """The events that an event is tied to by a chain of alike ones."""
        together, waiting = {event}, [event]
        while waiting:
            one = waiting.pop()
            for other in self._neighbours(one) - together:
                if other in self._linked.get(one, ()) or self._score(one, other) >= MERGE:
                    together.add(other)
                    waiting.append(other)
        return together

    def _neighbours(self, event: str) -> set[str]:
        """The events that it met while reports were placed, or is decided to be one with."""
        placements = [self._shelf.placement(name) for _, name in self._shelf.members(event)]
        near = {other for placement in placements if placement for other, _ in placement.near}
        found = near | set(self._shelf.pointing(event)) | self._linked.get(event, set())
        return {other for other in found if other != event and self._shelf.members(other)}

    def _score(self, one: str, other: str) -> float:
        pair = (one, other) if one < other else (other, one)
        if pair not in self._alike:
            self.comparisons += 1
            self._alike[pair] = score(self._cluster(pair[0]).profile, self._cluster(pair[1]).profile)
        return self._alike[pair]

    def _cluster(self, event: str) -> Cluster:
        if event not in self._clusters:
            members = [name for _, name in self._shelf.members(event)]
            placed = {name: placement for name in members if (placement := self._shelf.placement(name)) is not None}
            opened = [placement for placement in placed.values() if not placement.score]
            rivals = {other for placement in opened for other, fits in placement.near[:1] if fits >= ATTACH - DOUBT}
            scores = {name: placement.score for name, placement in placed.items() if placement.score}
            self._clusters[event] = Cluster(event, [self._shelf.report(name) for name in members], scores, rivals)
        return self._clusters[event]

    def _merge(self, events: list[str]) -> list[Cluster]:
        """Events that are tied to each other, the most alike put in one first, as long as what is merged is alike."""
        clusters = {event: self._cluster(event) for event in events}
        within = {event: event for event in events}
        neighbours = {event: sorted(self._neighbours(event) & set(events)) for event in events}
        for event, linked in sorted(self._linked.items()):
            for other in sorted(linked & set(events)):
                if event in within:
                    _join(clusters, within, event, other)
        for _ in range(_ROUNDS):
            before = len(clusters)
            for _, one, other in self._pairs(clusters, within, neighbours):
                a, b = within[one], within[other]
                if a != b and self._are_one(clusters[a], clusters[b]):
                    _join(clusters, within, one, other)
            if len(clusters) == before:
                break
        return list(clusters.values())

    def _pairs(
        self, clusters: dict[str, Cluster], within: dict[str, str], neighbours: dict[str, list[str]]
    ) -> list[tuple[float, str, str]]:
        """Pairs of what is left that are alike, the most alike first."""
        pairs = {
            (min(within[one], within[other]), max(within[one], within[other]))
            for one, others in neighbours.items()
            for other in others
            if within[one] != within[other]
        }
        scored = [(-score(clusters[a].profile, clusters[b].profile), a, b) for a, b in sorted(pairs)]
        self.comparisons += len(scored)
        return sorted(pair for pair in scored if -pair[0] >= MERGE)

    def _are_one(self, a: Cluster, b: Cluster) -> bool:
        names = [report.name for report in b.reports]
        apart = any(self._decisions.apart(report.name, lambda: names) for report in a.reports)
        return not apart and score(a.profile, b.profile) >= MERGE


def _join(clusters: dict[str, Cluster], within: dict[str, str], one: str, other: str) -> None:
    """Makes two events one."""
    first, second = sorted((within[one], within[other]))
    if first != second:
        clusters[first].take(clusters.pop(second))
        for event, held in within.items():
            if held == second:
                within[event] = first
