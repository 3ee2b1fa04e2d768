"""What a count covers: one incident, a stretch of time, several incidents, or what is only remembered.

The fact says it itself; where that is the plain case, or a day stands against it, the words around decide.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Literal

from ..text.folding import fold
from .places import Relation, relation
from .sentences import Days, Sentence

Scope = Literal["incident", "period", "several", "past"]

_PAST = 3  # days before publication from which a told day is another story's
_BEFORE, _AFTER = 60, 90  # characters around a count in which a cue is its own
_LONG = 150  # characters before a count in which `days after` is said of it
_DEATHS = frozenset("مقتل وفاه اغتيال استشهاد مصرع موت رحيل اصابه".split())
_SINCE = 25  # characters between such a word and the day
_VAGUE = 40  # days: what happened in a longer stretch up to now has no told day
_UNLIKELY = 3000  # killed in one incident, unless nature or an accident did it
_FIGHTING = frozenset(("clash", "airstrike", "shelling"))
_NATURE = frozenset("earthquake flood storm volcano landslide sea collapse blast disease".split())


def scope(fact: Mapping[str, Any], sentence: Sentence, days: Days | None, published: dt.date | None) -> Scope:
    """The scope of a fact in its sentence."""
    told: Scope = fact.get("scope") or "incident"
    if _remembered(fact, sentence):
        return "past"
    if told == "several" and _one_fight(sentence, days) and not _of_several(fact, sentence):
        told = "incident"
    if told == "several" or (told == "period" and not _of_a_day(fact, sentence, days)):
        return told
    if _of_a_period(fact, sentence) and not _of_a_day(fact, sentence, days):
        return "period"
    if told in ("past", "period"):
        return "past" if told == "past" and (days is not None or not fact.get("when")) else "incident"
    if _of_several(fact, sentence):
        return "several"
    if "scope" in fact:
        return told
    old = days is not None and published is not None and (published - days[1]).days > _PAST
    return "past" if old else "incident"


def _of_a_period(fact: Mapping[str, Any], sentence: Sentence) -> bool:
    """Whether words such as منذ بدء, خلال اليومين tell of a stretch, or the number is one of a war."""
    near = _near(fact, sentence, _BEFORE, _AFTER)
    if "period" in near:
        return True
    number = fact.get("min") or 0
    causes = {cause for _, cause in sentence.causes}
    least = _UNLIKELY // 3 if fact.get("modifier") == "vague" else _UNLIKELY
    return fact["type"] == "killed" and number >= least and not causes & _NATURE


def _of_a_day(fact: Mapping[str, Any], sentence: Sentence, days: Days | None) -> bool:
    """Whether it is the deadliest day since, or goes on since yesterday: no long stretch."""
    near = _near(fact, sentence, _BEFORE, _AFTER)
    short = days is not None and (days[1] - days[0]).days < 2
    at = {name: [a for a, label in sentence.labels if label == name] for name in ("first", "period")}
    worst = any(0 < since - first < _AFTER for first in at["first"] for since in at["period"])
    return worst or "superlative" in near or ("recent" in near and short)


def _one_fight(sentence: Sentence, days: Days | None) -> bool:
    """Whether it is fighting of a day and a night: one incident, whatever the number of strikes and points."""
    fought = {cause for _, cause in sentence.causes} & _FIGHTING
    return bool(fought) and days is not None and (days[1] - days[0]).days < 2


def _of_several(fact: Mapping[str, Any], sentence: Sentence) -> bool:
    """Whether the count is one for incidents that are told apart, or attacks in two towns."""
    near = _near(fact, sentence, _BEFORE, _AFTER)
    if "several" in near:
        return True
    after = [place for at, place in sentence.places if at >= fact["end"] and place.narrow]
    return "plural" in near and any(relation(a, b) is Relation.apart for a, b in pairwise(after))


def _remembered(fact: Mapping[str, Any], sentence: Sentence) -> bool:
    """Whether words such as بعد أيام من stand before the count, or it is itself that since when."""
    if "earlier" in _near(fact, sentence, _LONG, 0) or sentence.has("before", fact["start"]):
        return True
    since = any(label == "period" and 0 < fact["start"] - at < _SINCE for at, label in sentence.labels)
    return since and not fact["text"][:1].isdigit() and fold(fact["text"]).split()[0] in _DEATHS


def older(sentence: Sentence, published: dt.date | None) -> Days | None:
    """The day of another story that a sentence tells and no later one, the narrowest; None where it tells none."""
    told = [days for _, days in sentence.days if not unsure(days, sentence, published)]
    later = published is not None and any((published - days[1]).days <= _PAST for days in told)
    return None if later else earlier(sentence, published)


def earlier(sentence: Sentence, published: dt.date | None) -> Days | None:
    """The day of another story that a sentence tells, the narrowest; None where it tells none."""
    told = [days for _, days in sentence.days if not unsure(days, sentence, published)]
    old = [days for days in told if published is not None and (published - days[1]).days > _PAST]
    return min(old, key=lambda days: (days[1] - days[0], days), default=None)


def _near(fact: Mapping[str, Any], sentence: Sentence, before: int, after: int) -> set[str]:
    start, end = fact["start"], fact["end"]
    return {label for at, label in sentence.labels if start - before <= at < end + after}


def unsure(days: Days, sentence: Sentence, published: dt.date | None) -> bool:
    """Whether a day is none of a past event: since when protests go on, one to come, or the whole of this year."""
    if published is not None and (days[0] > published or (days[0] == days[1] and 5 <= (published - days[0]).days <= 6)):
        return True
    if published is not None and days[0] <= published <= days[1] and (days[1] - days[0]).days > _VAGUE:
        return True  # this year
    starts = [at for at, other in sentence.days if other == days]
    return any(label == "since" and 0 < start - at < _SINCE for start in starts for at, label in sentence.labels)
