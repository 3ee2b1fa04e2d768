"""What each article says of a toll: of its counts, one figure for each source in it, and the parts it names."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Literal

import msgspec

from .mentions import Count
from .reports import Report

_DIED_LATER = 5  # more people do not die of wounds in one piece of news
Role = Literal["whole", "part", "named", "added", "denial", "attackers"]


class Figure(msgspec.Struct, kw_only=True):
    """A number of people with one outcome, as one source in one article has it.

    `high` is None where it is open. `place` orders the figures of one article.
    """

    outcome: str
    role: Role
    low: int
    high: int | None
    vague: bool
    count: Count
    report: Report
    day: dt.date | None
    place: int = 0
    preliminary: bool = False
    total: bool = False
    up: bool = False
    primary: bool = False
    family: str = ""

    @property
    def supported(self) -> bool:
        """Whether somebody said it who should know: an official or medical source."""
        return self.count.official or "medical" in self.count.marks

    @property
    def some(self) -> bool:
        """Whether it counts some of those harmed only: children, soldiers."""
        return "some" in self.count.marks

    def meets(self, low: int, high: int | None) -> bool:
        """Whether it agrees with the interval from `low` to `high`, a tolerance for round figures included."""
        slack = max(1, self.low // 20) if self.count.modifier == "about" else 0
        return (high is None or self.low - slack <= high) and (self.high is None or low <= self.high + slack)


def figures(report: Report) -> list[Figure]:
    """The figures of a report, for each outcome those of each source."""
    found: list[Figure] = []
    by_outcome: defaultdict[str, list[Count]] = defaultdict(list)
    for count in report.counts:
        by_outcome[count.outcome].append(count)
    for counts in by_outcome.values():
        found += _of_outcome(report, counts)
    return found


def _of_outcome(report: Report, counts: list[Count]) -> list[Figure]:
    told = [_figure(report, count, place, counts) for place, count in enumerate(counts) if count.value is not None]
    wholes = [figure for figure in told if figure.role == "whole"]
    _say_again(wholes)
    _sum_lists(wholes, told)
    _sum_others(wholes, told)
    _sum_added(wholes, told)
    _part_off(wholes)
    _fit_in(wholes)
    if not wholes:
        return told
    rest = [figure for figure in told if figure.role != "whole"]
    best = _choose(wholes)
    best.primary = True
    return _one_for_each_source(wholes, best) + rest


def _figure(report: Report, count: Count, place: int, counts: list[Count]) -> Figure:
    low, high = count.value or (0, None)
    return Figure(
        outcome=count.outcome,
        role=_role(count, counts),
        low=low,
        high=high,
        vague=count.modifier == "vague",
        count=count,
        report=report,
        day=report.published,
        place=place,
        preliminary="preliminary" in count.marks,
        total="total" in count.marks,
        up="up" in count.marks,
    )


def _role(count: Count, counts: list[Count]) -> Role:
    if count.max == 0 or "denied" in count.marks:
        return "denial"
    if count.relation == "part":
        return "part"
    died = "died" in count.marks and not count.marks & {"total", "up", "sum"} and (count.min or 0) <= _DIED_LATER
    if count.relation == "added" or died or ("wounded" in count.marks and count.relation is None):
        return "added"
    if "attackers" in count.marks and any("attackers" not in c.marks and not c.implicit for c in counts):
        return "attackers"
    begins = any(c.relation == "also" and c.of == count.start for c in counts)  # قائد كتيبة وأربعة جنود
    if count.implicit and not begins and any(not c.implicit and c.value for c in counts):
        return "named"
    if "bodies" in count.marks and any("bodies" not in c.marks for c in counts):
        return "part"
    return "whole"


def _say_again(wholes: list[Figure]) -> None:
    """Makes preliminary what the same article calls so elsewhere: a headline does not."""
    preliminary = {(figure.low, figure.high) for figure in wholes if figure.preliminary}
    for figure in wholes:
        figure.preliminary = (figure.low, figure.high) in preliminary


def _sum_lists(wholes: list[Figure], told: list[Figure]) -> None:
    """Adds to a whole what a list under one verb goes on with: ten soldiers, and three workers."""
    heads = {figure.count.start: figure for figure in told}
    for figure in list(wholes):
        head = heads.get(figure.count.of) if figure.count.relation == "also" and figure.count.of is not None else None
        if head is None or head.role != "whole":
            continue
        head.low += figure.low
        head.high = None if head.high is None or figure.high is None else head.high + figure.high
        figure.role = "part"
        wholes.remove(figure)


def _sum_others(wholes: list[Figure], told: list[Figure]) -> None:
    """Adds `others` to those told of just before: three soldiers; then six others."""
    for before, figure in pairwise(told):
        beside = figure.count.sentence - before.count.sentence <= 1 and before.role in ("whole", "named")
        if figure not in wholes or "others" not in figure.count.marks or not beside or before.vague:
            continue
        again = figure.low == before.low and figure.count.sentence != before.count.sentence  # a headline's five
        if figure.count.relation is None and "others" not in before.count.marks and not again:
            figure.low += before.low
            figure.high = None if figure.high is None or before.high is None else figure.high + before.high
            before.role = "part"
            if before in wholes:
                wholes.remove(before)


def _part_off(wholes: list[Figure]) -> None:
    """Makes parts of figures for some (children, soldiers) where a greater one for people at large is told."""
    whole = max((f.low for f in wholes if not f.some), default=0)
    for figure in list(wholes):
        if figure.some and figure.low < whole:
            figure.role = "part"
            wholes.remove(figure)


def _fit_in(wholes: list[Figure]) -> None:
    """Makes parts of two different figures and more that together fit into the greatest: those of towns or of sides."""
    exact = [figure for figure in wholes if not figure.vague]
    most = max((figure.low for figure in exact), default=0)
    fewer = {figure.low for figure in exact if 0 < figure.low < most}
    if len(fewer) > 1 and sum(fewer) <= most:
        for figure in exact:
            if figure.low in fewer:
                figure.role = "part"
                wholes.remove(figure)


def _sum_added(wholes: list[Figure], told: list[Figure]) -> None:
    """Where the rise of a part is told (to 12 after two died), the whole of that part (10 and 3) rises too."""
    added = [figure for figure in told if figure.role == "added"]
    for figure in added:
        total = next((w for w in wholes if w.count.start == figure.count.of), None)
        if total is None:
            continue
        before = total.low - figure.low
        for other in wholes:
            if other is not total and other.count.min == before and other.low > total.low and other.place < total.place:
                total.low = total.high = other.low + figure.low


def _choose(wholes: list[Figure]) -> Figure:
    """The figure that an article stands by: its total, else the greatest that is not a first one."""
    final = [figure for figure in wholes if not figure.preliminary] or wholes
    exact = [figure for figure in final if not figure.vague] or final
    totals = [figure for figure in exact if "sum" in figure.count.marks or (figure.total and figure.up)]
    if totals:
        return max(totals, key=lambda figure: figure.place)
    return max(exact, key=lambda figure: (figure.low, figure.high is not None, -figure.place))


def _one_for_each_source(wholes: list[Figure], best: Figure) -> list[Figure]:
    """The best figure of each source; others of the same source are said before or beside it."""
    kept = {best.count.said_by: best}
    for figure in wholes:
        source = figure.count.said_by
        other = kept.get(source)
        if other is None or (other is not best and (figure.low, not figure.vague) > (other.low, not other.vague)):
            kept[source] = figure
    for figure in wholes:
        if figure is not kept[figure.count.said_by]:
            figure.role = "part" if figure.low < best.low else figure.role
            figure.preliminary = True
    return wholes


def all_figures(reports: Iterable[Report]) -> list[Figure]:
    """The figures of all reports in order of time."""
    found = [figure for report in reports for figure in figures(report)]
    return sorted(found, key=lambda f: (f.day or dt.date.max, f.report.key, f.report.number, f.place))
