"""Reports put into events, each by what was published before it.

A report joins the event that it fits best or opens one. What comes later changes nothing before it, so that new
articles need a second look only at later reports that may meet the events they touch. The outcome is the same as if
all had been there at once.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Iterable
from heapq import heapify, heappop, heappush

from .decisions import Decisions
from .keys import Key, kept, looked_for, position
from .profile import Profile
from .reports import Report
from .shelf import Placement, Shelf
from .similarity import ATTACH, DOUBT, score

_CROWD = 150  # events under one key beyond which it says too little to be looked for
_CANDIDATES = 25  # comparisons a report at most
_NEAR = 3  # events that a report nearly fits, of which note is taken
_UNLIKE = -9.0  # the score of an event that shares most words, as it does not fit
_EVER = (1 << 63) - 1  # after all positions
_REMEMBERED = 4_000  # events whose profiles are kept in memory


class _Growing:
    """The profile of an event as it grows: that of its reports before a position."""

    def __init__(self, shelf: Shelf, event: str) -> None:
        self._shelf = shelf
        self.members = shelf.members(event)
        self._known = 0
        self._profile: Profile | None = None

    def until(self, position: int) -> Profile:
        """The profile of its reports before a position, each time a later one."""
        while self._known < len(self.members) and self.members[self._known][0] < position:
            one = Profile.of(self._shelf.report(self.members[self._known][1]))
            if self._profile is None:
                self._profile = one
            else:
                self._profile.absorb(one)
            self._known += 1
        assert self._profile is not None  # an event that is found has a report before
        return self._profile

    def names(self) -> list[str]:
        """The names of those reports."""
        return [name for _, name in self.members[: self._known]]


class Placing:
    """Puts reports on a shelf into events. `touched` are the events that have changed."""

    def __init__(self, shelf: Shelf, decisions: Decisions) -> None:
        self._shelf = shelf
        self._decisions = decisions
        self._profiles: OrderedDict[str, _Growing] = OrderedDict()
        self.touched: set[str] = set()
        self.comparisons = 0

    def settle(self, new: Iterable[Report], gone: Iterable[Report] = ()) -> None:
        """Puts new reports into events, takes others away, and looks again at those that this may move."""
        self._profiles.clear()
        leaving = {report.name for report in gone}
        waiting = [(position(report), report.name) for report in [*new, *gone]]
        heapify(waiting)
        settled: set[str] = set()
        while waiting:
            here, name = heappop(waiting)
            if name in settled:
                continue
            settled.add(name)
            for later in self._settle(self._shelf.report(name), here, name in leaving):
                heappush(waiting, later)

    def _settle(self, report: Report, here: int, leaving: bool) -> set[tuple[int, str]]:
        """Puts one report in its place. The later reports that must be looked at again."""
        before = self._shelf.placement(report.name)
        after = None if leaving else self._placement(report, here)
        if after == before:
            return set()
        moved = {placement.event for placement in (before, after) if placement is not None}
        self.touched |= moved
        if before is not None and after is not None and before.event == after.event:
            self._shelf.place(report, after)
            return set()
        late = here >= self._shelf.last()
        again = set() if late else self._meeting(moved, here)
        if before is not None:
            self._leave(before.event, here, report)
        self._shelf.place(report, after)
        if after is not None:
            self._join(after.event, here, report)
        return again if late else again | self._meeting(moved, here)

    def _leave(self, event: str, here: int, report: Report) -> None:
        """Keeps an event only under the keys of the reports that it still has."""
        self._shelf.forget(event, kept(report))
        for since, member in self._shelf.members(event):
            if member != report.name:
                self._shelf.keep(event, since, kept(self._shelf.report(member)))
        if event in self._profiles:
            self._profiles[event].members.remove((here, report.name))

    def _join(self, event: str, here: int, report: Report) -> None:
        self._shelf.keep(event, here, kept(report))
        if event in self._profiles:
            insort(self._profiles[event].members, (here, report.name))

    def _meeting(self, events: Iterable[str], here: int) -> set[tuple[int, str]]:
        """The reports after a position that are in events or may look for them."""
        keys = {
            key
            for event in events
            for _, member in self._shelf.members(event)
            for key in kept(self._shelf.report(member))
        }
        near = {near for key in keys for near in key.near()}
        meeting = {*events, *(other for _, other in self._shelf.found(sorted(near), _EVER))}
        return {member for event in meeting for member in self._shelf.members(event) if member[0] > here}

    def _placement(self, report: Report, here: int) -> Placement:
        """The event that a report fits best, its own where none fits."""
        profile = Profile.of(report)
        scored = []
        likely = self._candidates(report, here)
        for event in likely:
            growing = self._growing(event)
            other = growing.until(here)
            if not self._decisions.apart(report.name, growing.names):
                self.comparisons += 1
                scored.append((-score(profile, other), event))
        scored.sort(key=lambda pair: pair[0])  # of equals the first stays first
        best = scored[0] if scored and -scored[0][0] >= ATTACH else None
        near = [(event, -value) for value, event in scored if -value >= ATTACH - DOUBT and (value, event) != best]
        near = near[:_NEAR]
        if likely and not best and likely[0] not in dict(near):  # more may be told of it that brings them together
            near.append((likely[0], _UNLIKE))
        return Placement(best[1] if best else report.name, -best[0] if best else 0.0, near)

    def _candidates(self, report: Report, here: int) -> list[str]:
        """The events that share most with a report: rare words, places and names, in days that may be its own."""
        keys = looked_for(report)
        under: defaultdict[Key, list[str]] = defaultdict(list)
        for key, event in self._shelf.found(keys, here):
            under[key].append(event)
        found: Counter[str] = Counter()
        for key, weight in keys.items():
            if len(under[key]) <= _CROWD:
                for event in under[key]:
                    found[event] += round(weight * 10)
        return sorted(found, key=lambda event: (-found[event], self._opened(event)))[:_CANDIDATES]

    def _opened(self, event: str) -> int:
        """Where the report stands after which an event is named."""
        return position(self._shelf.report(event))

    def _growing(self, event: str) -> _Growing:
        growing = self._profiles.get(event)
        if growing is None:
            growing = self._profiles[event] = _Growing(self._shelf, event)
            if len(self._profiles) > _REMEMBERED:
                self._profiles.popitem(last=False)
        self._profiles.move_to_end(event)
        return growing
