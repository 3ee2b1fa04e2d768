"""Whether two profiles are of one event: what forbids it, and terms that add up.

Numbers never forbid: they are what is disputed. Days, towns, families of causes and named victims do.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from .causes import agree, agree_sites, apart, at_sea, is_disaster, main_cause
from .incidents import days_apart, overlap
from .mentions import Days, is_day
from .places import Relation, best_relation, one_country
from .profile import Profile

ATTACH = 2.0  # the least score of two that are one event
MERGE = 2.8  # and of two events, when all is told
DOUBT = 0.5  # how far around that a person should look
SURE = ATTACH + DOUBT  # the least score of a mention that is surely of its event

_SAME_DAY, _NEXT_DAY, _SAME_STRETCH = 1.0, -0.2, 0.5
_LAG = 0.06  # for each day between an event and an article that does not tell its day
_LONGEST_LAG = 15
_OLD = 2  # days after which something is remembered
_PLACE = {Relation.same: 1.0, Relation.contained: 0.5, Relation.unknown: -0.3, Relation.apart: -math.inf}
_MAYBE_APART = -1.2  # where a place is that of a sentence, not that of a count
_WORDS = 5.0
_NAME = 1.5
_OTHER_NAME = -math.inf
_NUMBER = 0.4
_OTHER_NUMBER = -0.6  # of two events with few reports: they may be two of one day
_FEW = 4
_GREAT = 10  # people
_TOLD_APART, _SEPARATE = -0.7, -4.0
_SERIES = 1.0  # a running total of one place is told with few words
_OTHER_POINT = -1.5
FIGHTING = ("clash", "airstrike", "shelling")


class Term(NamedTuple):
    """One reason for or against, and its weight; -inf forbids."""

    name: str
    value: float


def terms(a: Profile, b: Profile) -> list[Term]:
    """The reasons for and against that two profiles are of one event."""
    return [Term(name, value) for name, value in _terms(a, b) if value]


def score(a: Profile, b: Profile) -> float:
    """The sum of the terms."""
    return sum(value for _, value in _terms(a, b))


def _terms(a: Profile, b: Profile) -> Iterator[tuple[str, float]]:
    shared = sum(1 for name in a.names if name in b.names)
    known = bool(shared) or _same_figures(a, b)
    yield "names", _NAME * min(shared, 2) if shared else _other_names(a, b)
    yield "day", _day(a, b)
    yield "place", max(_place(a, b), _PLACE[Relation.unknown]) if known else _place(a, b)
    yield "cause", _cause(a, b, known)
    yield "site", agree_sites(a.sites, b.sites)
    yield "words", _WORDS * overlap(a.words, b.words)
    yield "numbers", _numbers(a, b)
    yield "series", _SERIES if a.series and best_relation(a.main_places, b.main_places) > 0 else 0.0
    yield "article", _article(a, b)
    yield "fighting", _fighting(a, b)


def _other_names(a: Profile, b: Profile) -> float:
    """Two named victims, each one person, are of two events."""
    single = not a.values and not b.values and a.names and b.names
    return _OTHER_NAME if single else 0.0


def _day(a: Profile, b: Profile) -> float:
    """How the days go together. Told days more than one apart are of two events."""
    if a.told and b.told:
        return max(_told(one, other) for one in a.main_days for other in b.main_days)
    if _too_young(a, b) or _too_young(b, a):
        return -math.inf
    if a.days is None or b.days is None:
        return 0.0
    if a.past or b.past:  # what is only remembered, without a day, tells nothing of when
        return 0.0
    earlier, later = sorted((a.days, b.days))
    gap = days_apart(earlier, later)
    if gap == 0:
        return _SAME_DAY * 0.8
    restated = (b if later is b.days else a).told == {}
    if not restated or gap > _LONGEST_LAG:
        return -math.inf if gap > 1 else 0.2
    return 0.5 - _LAG * gap


def _too_young(remembered: Profile, other: Profile) -> bool:
    """Whether what is only remembered, without a day, was told when the other had hardly happened."""
    if remembered.past < remembered.size or remembered.days or not remembered.first or not other.days:
        return False
    return (remembered.first - other.days[1]).days < _OLD


def _told(a: Days, b: Days) -> float:
    gap = days_apart(a, b)
    if gap > 1:
        return -math.inf
    if gap == 1:
        return _NEXT_DAY if is_day(a) and is_day(b) else 0.0
    return _SAME_DAY if is_day(a) and is_day(b) else _SAME_STRETCH


def _place(a: Profile, b: Profile) -> float:
    if not a.places or not b.places:
        return 0.0
    found = best_relation(a.main_places, b.main_places)
    wide = is_disaster(a.causes) and is_disaster(b.causes)
    if found is Relation.apart and wide and one_country(a.main_places, b.main_places):
        return _PLACE[Relation.contained]
    if found is Relation.apart and at_sea(a.causes) and at_sea(b.causes):
        return _PLACE[Relation.unknown]
    if found is Relation.apart and not (a.placed and b.placed):
        return _MAYBE_APART
    return _PLACE[found]


def _same_figures(a: Profile, b: Profile) -> bool:
    """Whether two outcomes have the same figures, too great for chance: then a place or a cause was misread."""
    shared = {outcome for outcome, number in a.values if number >= _GREAT and (outcome, number) in b.values}
    return len(shared) > 1


def _cause(a: Profile, b: Profile, known: bool) -> float:
    if apart(a.causes, b.causes) and not known:
        return -math.inf
    return max(agree(a.causes, b.causes), -0.4)


def _numbers(a: Profile, b: Profile) -> float:
    shared = [value for value in a.values if value in b.values]
    if not shared and not a.series and a.size + b.size <= _FEW and _outcomes(a) & _outcomes(b):
        return _OTHER_NUMBER
    return _NUMBER * min(2, len(shared)) + (0.5 if any(n > 20 and n % 10 for _, n in shared) else 0.0)


def _article(a: Profile, b: Profile) -> float:
    """An article that tells of two incidents knows them apart."""
    if not a.articles & b.articles:
        return 0.0
    return _SEPARATE if a.separate or b.separate else _TOLD_APART


def _outcomes(profile: Profile) -> set[str]:
    return {outcome for outcome, _ in profile.values}


def _fighting(a: Profile, b: Profile) -> float:
    """Communiqués of one war agree in all their words: another figure is another day's or another point's."""
    if not (_is_fighting(a) and _is_fighting(b)):
        return 0.0
    if not a.values or not b.values or set(a.values) & set(b.values) or set(a.names) & set(b.names):
        return 0.0
    return _OTHER_POINT


def _is_fighting(profile: Profile) -> bool:
    causes = profile.causes
    return main_cause(causes) in FIGHTING and not causes["unrest"]
