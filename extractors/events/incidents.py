"""The incidents that one article tells of: its mentions put together by what they tell.

The counts of a sentence are one statement. A statement joins the incident with which it agrees best; another day, town
or cause, or words such as منفصل, open the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from .causes import agree, agree_sites, at_sea, is_disaster
from .causes import apart as two_causes
from .mentions import Days, Mention, is_day
from .places import Relation, best_relation, one_country
from .scope import Scope

_NEXT_DAY = -1.8
_OTHER_STRETCH = -2.5  # a month told beside a day
_SMALL, _HEADLINE = 2, 5.0
_APART, _ELSEWHERE = -4.0, -2.2
_OPEN = 0.6  # what an incident must score for a statement to join it


class Incident:
    """The mentions of an article that tell of one event, as they are gathered."""

    def __init__(self, first: Mention) -> None:
        self.mentions = [first]
        self.days = first.days
        self.own = first.own
        self.places = list(first.places)
        self.causes = Counter(first.causes)
        self.sites = Counter(first.sites)
        self.words = dict(first.words)

    def add(self, mention: Mention) -> None:
        """Takes in a mention."""
        self.mentions.append(mention)
        if mention.days is not None and (self.days is None or (mention.own and not self.own)):
            self.days, self.own = mention.days, mention.own
        self.places += [place for place in mention.places if place not in self.places]
        self.causes += mention.causes
        self.sites += mention.sites
        self.words |= mention.words

    @property
    def scope(self) -> Scope:
        """The scope of its first mention."""
        return self.mentions[0].scope


def incidents(told: list[Mention]) -> list[Incident]:
    """The mentions of an article grouped by what they tell of."""
    found: list[Incident] = []
    by_start: dict[int, Incident] = {}
    for part in (False, True):  # a headline takes its sense from the body
        last: Incident | None = None
        for mention in told:
            if mention.headline is part:
                last = _placed(mention, found, by_start, last)
                by_start[mention.count.start] = last
    for incident in found:
        incident.mentions.sort(key=lambda mention: mention.count.start)
    found.sort(key=lambda incident: incident.mentions[0].count.start)
    return _with_running_total(_remembered(found))


def _remembered(found: list[Incident]) -> list[Incident]:
    """Marks as past what is told of a month, in an article on something of a later day."""
    latest = max((i.days[0] for i in found if i.days and is_day(i.days) and i.scope == "incident"), default=None)
    for incident in found:
        days = incident.days
        if incident.scope == "incident" and latest and days and not is_day(days) and days[0] < latest:
            for mention in incident.mentions:
                mention.scope = "past"
    return found


def _placed(
    mention: Mention, found: list[Incident], by_start: Mapping[int, Incident], last: Incident | None
) -> Incident:
    """The incident that a mention joins or opens."""
    joined = by_start.get(mention.count.of) if mention.count.of is not None else None
    if joined is None:
        scored = [(_fits(mention, incident, incident is last), -i) for i, incident in enumerate(found)]
        best, place = max(scored, default=(0.0, 0))
        joined = found[-place] if scored and best >= _OPEN else None
    if joined is None:
        joined = Incident(mention)
        found.append(joined)
    else:
        joined.add(mention)
    return joined


def _with_running_total(found: list[Incident]) -> list[Incident]:
    """In an article on a running total its figures without a day and of no other place belong to it."""
    if not found or found[0].scope != "period" or found[0].mentions[0].count.sentence > 1:
        return found
    total, *others = found
    kept = [total]
    for other in others:
        apart = best_relation(total.places, other.places) is Relation.apart or two_causes(total.causes, other.causes)
        if other.scope != "incident" or other.days is not None or apart:
            kept.append(other)
            continue
        for mention in other.mentions:
            total.add(mention)
    total.mentions.sort(key=lambda mention: mention.count.start)
    return kept


def _fits(mention: Mention, incident: Incident, current: bool) -> float:
    """How well a mention fits an incident of its article."""
    previous = incident.mentions[-1]
    together = previous.count.sentence == mention.count.sentence
    if (mention.separate and not together) or (mention.scope != incident.scope and not _again(mention, incident)):
        return -9
    score = _place(mention, incident, together) + _day(mention, incident, together) + _cause(mention, incident)
    if current:
        score += 0.9 + (0.4 if previous.paragraph == mention.paragraph else 0.0)
    score += 0.4 if incident.mentions[0].count.sentence <= 1 else 0.0
    score += 2.0 if together else 0.0
    score += 2.5 * overlap(mention.words, incident.words)
    score += _numbers(mention, incident)
    if mention.another and current and not together:
        score -= 2.5
    return score


def _place(mention: Mention, incident: Incident, together: bool) -> float:
    found = best_relation(mention.places, incident.places)
    if found is Relation.apart and is_disaster(mention.causes or incident.causes) and is_disaster(incident.causes):
        return 0.0 if one_country(mention.places, incident.places) else _APART
    if found is Relation.apart and at_sea(incident.causes) and at_sea(mention.causes or incident.causes):
        return 0.0
    if found is Relation.apart:
        return _APART if mention.scene else _ELSEWHERE
    if found is Relation.unknown and mention.places and incident.places:
        two = all(place.narrow for place in (*mention.places, *incident.places))
        return 0.0 if together else _APART if two and mention.scene else -1.5 if two else -0.6
    return {Relation.same: 1.2, Relation.contained: 0.6}.get(found, 0.0)


def _day(mention: Mention, incident: Incident, together: bool) -> float:
    if mention.days is None or incident.days is None:
        return 0.0
    gap = days_apart(mention.days, incident.days)
    if together:
        return 0.6 if gap == 0 else 0.0
    if is_day(mention.days) != is_day(incident.days):
        return _OTHER_STRETCH
    if gap == 0:
        return 0.6
    if gap == 1:
        return _NEXT_DAY if mention.own and incident.own and mention.count.modifier != "vague" else 0.0
    return -4.0


def _cause(mention: Mention, incident: Incident) -> float:
    return agree(mention.causes, incident.causes) + agree_sites(mention.sites, incident.sites)


def _again(mention: Mention, incident: Incident) -> bool:
    """Whether a number is told again that a headline or the sentence before has."""
    mine = mention.count
    return any(
        (other.count.outcome, other.count.min) == (mine.outcome, mine.min)
        and (mention.headline or mine.sentence - other.count.sentence == 1)
        for other in incident.mentions
        if mine.min and mine.min > _SMALL
    )


def _numbers(mention: Mention, incident: Incident) -> float:
    """Whether the incident already has this very number: no proof where it is small, one where a headline has it."""
    mine = mention.count
    if not mine.min or mine.min <= _SMALL:
        return 0.0
    same = any((other.count.outcome, other.count.min) == (mine.outcome, mine.min) for other in incident.mentions)
    if not same:
        return 0.0
    return _HEADLINE if mention.headline else 1.2


def days_apart(a: Days, b: Days) -> int:
    """How many days lie between two stretches; 0 where they meet."""
    return max(0, (a[0] - b[1]).days, (b[0] - a[1]).days)


def overlap(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The cosine of two bags of weighted words."""
    if not a or not b:
        return 0.0
    if len(b) < len(a):
        a, b = b, a
    shared = sum(value * b[word] for word, value in a.items() if word in b)
    if not shared:
        return 0.0
    length = sum(v * v for v in a.values()) * sum(v * v for v in b.values())
    return float(shared / length**0.5)
