"""The toll of one outcome: from what each source says, the figure that stands, its bounds and its history."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from .result import Check, Part, Statement, Status, Step, Toll
from .sources import Families
from .statements import Figure
from .values import Value, best_of, superseded, values_of, without_slips

_FRESH = 3  # days for which a rise makes a toll a rising one
_FAR = 10  # times the median of others, or a tenth of it: an outlier


def toll(outcome: str, told: Sequence[Figure]) -> Toll:
    """The toll of an outcome from all figures on it, which stand in order of time."""
    Families().name(told)
    _part_off(told)
    outliers = _outliers(told)
    wholes = [f for f in told if f.role == "whole" and id(f) not in outliers]
    current = [f for f in wholes if not f.preliminary] or wholes
    denials = [f for f in told if f.role == "denial"]
    values = values_of([f for f in current if not f.vague])
    standing, gone = superseded(values)
    best = best_of(standing)
    standing = without_slips(standing, best)
    values = [value for value in values if value in standing or value in gone]
    low, figure, high = _bounds(standing, best, told, denials)
    added = _added_later(told, best)
    steps = _steps(told, best, gone, outliers, values)
    stale = sum(step == "stale" for step in steps.values())
    attackers = max((f.low for f in told if f.role == "attackers"), default=0)
    if figure is not None:
        figure, low = figure + added, low + added
        high = None if high is None else high + added
        if attackers and high is not None and added == 0:
            high = max(high, figure + attackers)
    return Toll(
        min=low,
        best=figure,
        max=high,
        status=_status(values, standing, best, denials, figure),
        as_of=_iso(max((v.last for v in standing if v.figures), default=None)),
        sources=len({f.family for f in wholes}) or len({f.family for f in told}),
        stale=stale,
        attackers=attackers,
        history=[_statement(f, steps[id(f)]) for f in told],
        parts=_parts(told, best),
        checks=_checks(told, best),
    )


def _part_off(told: Sequence[Figure]) -> None:
    """Makes parts of figures for some where, by then, a greater one for people at large was told."""
    whole: dict[dt.date, int] = {}
    for figure in told:
        if figure.role == "whole" and not figure.some and not figure.vague:
            day = figure.day or dt.date.max
            whole[day] = max(whole.get(day, 0), figure.low)
    for figure in told:
        if figure.role == "whole" and figure.some:
            known = max((low for day, low in whole.items() if day <= (figure.day or dt.date.max)), default=0)
            figure.role = "part" if figure.low < known else "whole"


def _outliers(told: Sequence[Figure]) -> set[int]:
    """The figures that are ten times the median of those of three other articles and more, or a tenth of it."""
    wholes = [f for f in told if f.role == "whole" and not f.vague and f.low > 0]
    greatest: dict[str, int] = {}
    for figure in wholes:
        greatest[figure.report.key] = max(figure.low, greatest.get(figure.report.key, 0))
    found = set()
    for figure in wholes:
        others = [low for key, low in greatest.items() if key != figure.report.key]
        middle = median(others) if len(others) >= 3 else 0
        if middle and not middle / _FAR <= figure.low <= middle * _FAR:
            found.add(id(figure))
    for part in told:
        if part.count.relation == "part":  # nine of five: contradicted at home
            whole = next((f for f in wholes if f.report is part.report and f.count.start == part.count.of), None)
            if whole is not None and whole.high is not None and part.low > whole.high:
                found |= {id(whole), id(part)}
    return found


def _bounds(
    values: list[Value], best: Value | None, told: Sequence[Figure], denials: Sequence[Figure]
) -> tuple[int, int | None, int | None]:
    """The least, the best and the greatest number."""
    if best is None or (denials and all(f.count.implicit for f in best.figures)):
        return _bounds_without_whole(told, denials)
    low = min(value.low for value in values)
    highs = [value.high for value in values]
    high = None if None in highs else max(h for h in highs if h is not None)
    if any(figure.low > 0 for figure in best.figures) and denials and all(d.low == 0 for d in denials):
        low = 0
    parts = [f for f in told if f.count.relation == "part" and f.report.key in {b.report.key for b in best.figures}]
    floor = max((f.low for f in parts if f.role == "part"), default=0)
    return (low if denials else max(low, min(floor, best.low))), best.low, high


def _bounds_without_whole(told: Sequence[Figure], denials: Sequence[Figure]) -> tuple[int, int | None, int | None]:
    """Where no whole is told: parts and named persons are lower bounds, vague words a lower bound without a best."""
    vague = max((f.low for f in told if f.vague and f.role == "whole"), default=None)
    parts = [f for f in told if f.role in ("part", "named", "added", "attackers") and not f.vague]
    least = max([f.low for f in parts] + ([vague] if vague is not None else []), default=0)
    if vague is not None:
        return least, None, None
    if denials:
        claimed = any(d.count.max != 0 for d in denials)
        return 0, None if claimed else 0, max([1, *(f.low for f in told)]) if claimed else 0
    if parts:
        return least, least, None
    return 0, None, None


def _added_later(told: Sequence[Figure], best: Value | None) -> int:
    """Who died after the best figure was told, where no new whole tells it."""
    if best is None:
        return 0
    late = {
        (f.low, f.day)
        for f in told
        if f.role in ("added", "named")
        and "died" in f.count.marks
        and f.count.of is None
        and f.day is not None
        and f.day > best.last
    }
    return sum(low for low, _ in late)


def _steps(
    told: Sequence[Figure], best: Value | None, superseded: list[Value], outliers: set[int], values: list[Value]
) -> dict[int, Step]:
    """The step that each figure is in the history."""
    steps: dict[int, Step] = {}
    of = {id(figure): value for value in values for figure in value.figures}
    last: Value | None = None
    until = best.first if best else dt.date.max
    for figure in told:
        value = of.get(id(figure))
        if id(figure) in outliers:
            step: Step = "outlier"
        elif figure.role == "denial":
            step = "denial"
        elif figure.role in ("part", "named", "added", "attackers"):
            step = "part"
        elif figure.preliminary:
            step = "preliminary"
        elif value is None or value is last:
            step = "same"
        elif value in superseded and (figure.day or dt.date.max) > until:
            step = "stale"
        else:
            step = "first" if last is None else "up" if value.low > last.low else "down"
            last = value
        steps[id(figure)] = step
    return steps


def _status(
    values: list[Value], standing: list[Value], best: Value | None, denials: Sequence[Figure], figure: int | None
) -> Status:
    if denials and (best is not None or figure is None):
        return "denied"
    if best is None:
        return "vague" if figure is None else "single"
    apart = [v for v in standing if v is not best and not v.figures[0].meets(best.low, best.high)]
    if apart:
        return "disputed"
    before = [v for v in values if v is not best and v.first <= best.first]
    if before:
        previous = max(before, key=lambda v: (v.first, v.low))
        if previous.low > best.low:
            return "lowered"
        latest = max(v.last for v in values)
        if previous.low < best.low and best.first < dt.date.max and (latest - best.first).days <= _FRESH:
            return "rising" if latest == best.first and previous.first < best.first else "agreed"
    return "agreed" if len(best.families) > 1 else "single"


def _parts(told: Sequence[Figure], best: Value | None) -> list[Part]:
    """The parts that are told beside the best figure, each once."""
    articles = {figure.report.key for figure in best.figures} if best else {figure.report.key for figure in told}
    found = {
        (f.count.victims, f.count.min, f.count.max): Part(victims=f.count.victims, min=f.count.min, max=f.count.max)
        for f in told
        if f.role in ("part", "named", "attackers") and f.report.key in articles
    }
    return list(found.values())


def _checks(told: Sequence[Figure], best: Value | None) -> list[Check]:
    """Where parts of the best figure, told in one sentence, add up to it, or do not; and who died of wounds."""
    checks: dict[str, Check] = {}
    by_sentence: defaultdict[tuple[str, int], list[Figure]] = defaultdict(list)
    for figure in told:
        by_sentence[figure.report.key, figure.count.sentence].append(figure)
    for figures in by_sentence.values():
        parts = [f.count.min or 0 for f in figures if f.count.relation in ("part", "also") and f.low]
        whole = next((f for f in figures if f.role == "whole" and best and f.low == best.low), None)
        if whole and whole.count.min != whole.low:
            parts.insert(0, whole.count.min or 0)
        if whole and len(parts) > 1:
            text = f"{' + '.join(map(str, parts))} = {whole.low}"
            checks[text] = Check(kind="parts", ok=sum(parts) == whole.low, text=text)
        died = sum(f.low for f in figures if f.role in ("added", "named") and "died" in f.count.marks)
        if died:
            text = f"killed +{died}, injured −{died}"
            checks[text] = Check(kind="died of wounds", ok=True, text=text)
    return list(checks.values())


def _statement(figure: Figure, step: Step) -> Statement:
    count = figure.count
    return Statement(
        day=_iso(figure.day),
        min=figure.low if figure.role == "whole" else count.min,
        max=figure.high if figure.role == "whole" else count.max,
        modifier=count.modifier,
        said_by=count.said_by,
        official=count.official,
        outlet=None,
        article=figure.report.key,
        start=count.start,
        end=count.end,
        step=step,
        text=count.text,
    )


def _iso(day: dt.date | None) -> str | None:
    return None if day is None or day in (dt.date.max, dt.date.min) else day.isoformat()
