"""Reports of many articles grouped into events, one day of publication after the other.

A report joins the event that it fits best or opens one, and stays: what is grouped by a day depends only on what was
published up to it. So articles that come later need no second look at those before, and the order in which files are
read, their names and copies of an article change nothing.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable

from .decisions import Decisions
from .mentions import Days
from .profile import Profile
from .reports import Report
from .similarity import ATTACH, DOUBT, MERGE, score

_BUCKET = 8  # days
_SEASON = 128  # days of publication within which running totals and what is remembered are told again
_WINDOW = 16  # days of publication after which an event that is not told of any more is closed
_KEY_WORDS = 10  # of a report, by which events are looked up
_CROWD = 150  # events under one key beyond which it says too little to be looked up
_ROUNDS = 3  # of merging, for what is merged may prove alike to others
_NEAR = 8  # comparisons an event at most, when all is told
_CANDIDATES = 25  # comparisons a report at most


class Cluster:
    """An event while it is gathered: its reports and what they tell together."""

    def __init__(self, number: int, first: Report) -> None:
        self.number = number
        self.reports = [first]
        self.profile = Profile.of(first)
        self.kind = kind(first)
        self.scores: dict[str, float] = {}
        self.rivals: list[int] = []  # events that it is almost one with

    def add(self, report: Report, profile: Profile, score: float) -> None:
        """Takes in a report that scored so well."""
        self.reports.append(report)
        self.scores[report.name] = score
        self.profile.absorb(profile)

    def take(self, other: Cluster) -> None:
        """Takes in all reports of another event."""
        self.reports += other.reports
        self.scores |= other.scores
        self.rivals += other.rivals
        self.profile.absorb(other.profile)


class _Union:
    """Events that are put together, each under the least of their numbers."""

    def __init__(self, clusters: Iterable[Cluster]) -> None:
        self.clusters = {cluster.number: cluster for cluster in clusters}
        self._parent = {number: number for number in self.clusters}

    def root(self, number: int) -> int:
        """The number under which an event stands now."""
        while (parent := self._parent[number]) != number:
            number = parent
        return number

    def of(self, number: int) -> Cluster:
        """The event that holds what was an event of this number."""
        return self.clusters[self.root(number)]

    def join(self, a: int, b: int) -> None:
        """Makes two events one."""
        first, second = sorted((self.root(a), self.root(b)))
        if first != second:
            self.clusters[first].take(self.clusters.pop(second))
            self._parent[second] = first


def kind(report: Report) -> str:
    """What a report may be grouped with: incidents, remembered ones too; series; figures for several incidents."""
    return {"period": "series", "several": "several"}.get(report.scope, "incident")


def order(report: Report) -> tuple[object, ...]:
    """The order in which reports are grouped: by day; those that headlines and leads tell first; by text."""
    return (report.published or dt.date.max, not report.lead, report.scope == "past", report.key, report.number)


class Grouping:
    """Groups reports that come in order of publication."""

    def __init__(self, decisions: Decisions | None = None) -> None:
        self.clusters: list[Cluster] = []
        self.comparisons = 0
        self._decisions = decisions or Decisions()
        self._index: defaultdict[tuple[str, object], list[int]] = defaultdict(list)

    def add(self, reports: Iterable[Report]) -> None:
        """Groups reports, each of which must come after those before by `order`."""
        for report in sorted(reports, key=order):
            self._place(report)

    def _place(self, report: Report) -> Cluster:
        profile = Profile.of(report)
        best: tuple[float, int] = (ATTACH, 1)
        rival: tuple[float, int] = (ATTACH - DOUBT, 1)
        for number in self._candidates(report):
            cluster = self.clusters[number]
            if self._decisions.apart(report.name, cluster.reports):
                continue
            self.comparisons += 1
            scored = score(profile, cluster.profile)
            best, rival = max(best, (scored, -number)), max(rival, (scored, -number))
        if best[1] <= 0:
            cluster = self.clusters[-best[1]]
            cluster.add(report, profile, best[0])
        else:
            cluster = Cluster(len(self.clusters), report)
            self.clusters.append(cluster)
            if rival[1] <= 0:
                cluster.rivals.append(-rival[1])
        self._register(report, cluster)
        return cluster

    def merged(self) -> list[Cluster]:
        """The events, those put in one that people decided to be one, or that prove so alike now that all is told."""
        union = _Union(self.clusters)
        held = {report.name: cluster.number for cluster in self.clusters for report in cluster.reports}
        for one, other in self._decisions.same():
            union.join(held[one], held[other])
        for _ in range(_ROUNDS):
            before = len(union.clusters)
            for _, a, b in self._alike(union):
                first, second = union.of(a), union.of(b)
                if first is not second and self._are_one(first, second):
                    union.join(a, b)
            if len(union.clusters) == before:
                break
        for cluster in union.clusters.values():
            cluster.rivals = sorted({union.root(rival) for rival in cluster.rivals} - {cluster.number})
        return list(union.clusters.values())

    def _alike(self, union: _Union) -> list[tuple[float, int, int]]:
        """Pairs of events that look like one, the most alike first."""
        found = []
        for cluster in union.clusters.values():
            for number in self._near(cluster, union):
                self.comparisons += 1
                alike = score(cluster.profile, union.clusters[number].profile)
                if alike >= MERGE:
                    found.append((-alike, number, cluster.number))
        return sorted(found)

    def _near(self, cluster: Cluster, union: _Union) -> list[int]:
        """Earlier events of a kind that share words and days with an event, those that share most."""
        words = sorted(cluster.profile.words.items(), key=lambda item: (-item[1], item[0]))[:_KEY_WORDS]
        buckets = {bucket for report in cluster.reports[:_KEY_WORDS] for bucket in registered(report)}
        found: Counter[int] = Counter()
        for word, _ in words:
            for bucket in buckets:
                roots = {union.root(number) for number in self._index.get((word, bucket), ())[:_CROWD]}
                found.update(number for number in roots if number < cluster.number)
        fitting = [number for number in found if union.clusters[number].kind == cluster.kind]
        return sorted(fitting, key=lambda number: (-found[number], number))[:_NEAR]

    def _are_one(self, a: Cluster, b: Cluster) -> bool:
        apart = any(self._decisions.apart(report.name, b.reports) for report in a.reports)
        return not apart and score(a.profile, b.profile) >= MERGE

    def _candidates(self, report: Report) -> list[int]:
        """The events that share most with a report: rare words, places and names, in days that may be its own."""
        found: Counter[int] = Counter()
        for word, weight in _words(report).items():
            for bucket in looked_up(report):
                numbers = self._index.get((word, bucket), ())
                if len(numbers) <= _CROWD:
                    for number in numbers:
                        found[number] += round(weight * 10)
        wanted = kind(report)
        fitting = [number for number in found if self.clusters[number].kind == wanted]
        return sorted(fitting, key=lambda number: (-found[number], number))[:_CANDIDATES]

    def _register(self, report: Report, cluster: Cluster) -> None:
        for word in _words(report):
            for bucket in registered(report):
                numbers = self._index[word, bucket]
                if cluster.number not in numbers[-_CROWD:]:
                    numbers.append(cluster.number)


def _words(report: Report) -> dict[str, float]:
    """The words by which a report is found: its rarest, its places', its victims' names."""
    words = dict(list(report.words.items())[:_KEY_WORDS])
    for place in report.places:
        words |= dict.fromkeys(place.words, 5.0)
    return words | dict.fromkeys(report.names, 7.0)


def looked_up(report: Report) -> list[object]:
    """The stretches of time in which the event of a report may be registered."""
    if kind(report) == "series":
        return _seasons(report, "series", 1)
    if report.days is not None and report.precision == "told":
        return _buckets(report.days, 1)
    if report.published is None or report.scope == "past":
        return _seasons(report, "past", 1)
    return _buckets((report.published - dt.timedelta(days=_WINDOW), report.published), 0)


def registered(report: Report) -> list[object]:
    """The stretches of time under which a report is registered."""
    if kind(report) == "series":
        return _seasons(report, "series", 0)
    days = report.days
    if days is None:
        return _seasons(report, "past", 0)
    return _buckets(days, 0) + (_seasons(report, "past", 0) if report.scope == "past" else [])


def _seasons(report: Report, name: str, before: int) -> list[object]:
    """The stretches of publication for what has no day of its own, the one before too where it is looked up."""
    if report.published is None:
        return [name]
    season = report.published.toordinal() // _SEASON
    return [f"{name} {season - back}" for back in range(before + 1)]


def _buckets(days: Days, around: int) -> list[object]:
    """The stretches of eight days that days touch; of a long time its year."""
    first, last = days[0].toordinal() - around, days[1].toordinal() + around
    if last - first > 3 * _BUCKET:
        return [f"year {year}" for year in range(days[0].year, min(days[1].year, days[0].year + 3) + 1)]
    return list(range(first // _BUCKET, last // _BUCKET + 1))
