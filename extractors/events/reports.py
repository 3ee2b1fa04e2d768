"""Reports: what one article tells of one event. An article that tells of three incidents gives three.

The counts of a sentence are one statement. A statement joins the incident with which it agrees best; another day, town
or cause, or words such as منفصل, open the next.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import math
from collections import Counter
from collections.abc import Mapping
from typing import Any

import msgspec

from .causes import agree, agree_sites, main_cause
from .mentions import Count, Days, Mention, Scope, is_day, mentions, rare
from .places import Place, Relation, best_relation
from .sentences import Sentences

_NEXT_DAY = -1.8
_OPEN = 0.6  # what an incident must score for a statement to join it
_MOST_WORDS = 28

Precision = str  # told, lead, published


class Copy(msgspec.Struct, frozen=True, order=True):
    """One place where an article stands: its source and its id there."""

    source: str | None
    id: str | None


class Report(msgspec.Struct, kw_only=True):
    """What one article tells of one event. `key` is that of the article's text, the same in all its copies."""

    key: str
    number: int
    published: dt.date | None
    title: str
    scope: Scope
    days: Days | None
    precision: str | None
    places: list[Place]
    placed: bool
    causes: dict[str, int]
    sites: list[str]
    words: dict[str, float]
    names: frozenset[str]
    counts: list[Count]
    lead: bool
    separate: bool
    front: bool
    headline: str = ""
    texts: frozenset[int] = frozenset()

    @property
    def name(self) -> str:
        """What tells a report from all others."""
        return f"{self.key}:{self.number}"

    @property
    def cause(self) -> str | None:
        """The cause that is named most."""
        return main_cause(Counter(self.causes))


class Incident:
    """The mentions of an article that tell of one event, as they are gathered."""

    def __init__(self, first: Mention) -> None:
        self.mentions = [first]
        self.days = first.days
        self.places = list(first.places)
        self.causes = Counter(first.causes)
        self.sites = Counter(first.sites)
        self.words = dict(first.words)

    def add(self, mention: Mention) -> None:
        """Takes in a mention."""
        self.mentions.append(mention)
        self.days = self.days or mention.days
        self.places += [place for place in mention.places if place not in self.places]
        self.causes += mention.causes
        self.sites += mention.sites
        self.words |= mention.words

    @property
    def scope(self) -> Scope:
        """The scope of its first mention."""
        return self.mentions[0].scope


def article_key(text: str, title: str | None, published: dt.date | None) -> str:
    """What copies of an article share: a hash of its text, its title and its day."""
    told = "\x00".join((text, title or "", str(published)))
    return hashlib.blake2b(told.encode(), digest_size=8).hexdigest()


def reports(
    text: str, title: str | None, published: dt.date | None, facts: Mapping[str, list[Mapping[str, Any]]]
) -> list[Report]:
    """The reports of an article, from its text and its facts."""
    if not facts.get("casualties") and not facts.get("quotes"):
        return []
    sentences = Sentences(text, facts)
    found = incidents(mentions(sentences, facts, published))
    key = article_key(text, title, published)
    context = _Context(sentences, found, published, title or _first_line(text), text)
    return [context.report(key, number, incident) for number, incident in enumerate(found)]


def incidents(told: list[Mention]) -> list[Incident]:
    """The mentions of an article grouped by what they tell of."""
    found: list[Incident] = []
    by_start: dict[int, Incident] = {}
    last: Incident | None = None
    for mention in told:
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
        by_start[mention.count.start] = last = joined
    return found


def _fits(mention: Mention, incident: Incident, current: bool) -> float:
    """How well a mention fits an incident of its article."""
    previous = incident.mentions[-1]
    together = previous.count.sentence == mention.count.sentence
    if mention.scope != incident.scope or (mention.separate and not together):
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
    if found is Relation.apart:
        return -4.0
    if found is Relation.unknown and mention.places and incident.places:
        two = all(place.narrow for place in (*mention.places, *incident.places))
        return 0.0 if together else -1.5 if two else -0.6
    return {Relation.same: 1.2, Relation.contained: 0.6}.get(found, 0.0)


def _day(mention: Mention, incident: Incident, together: bool) -> float:
    if mention.days is None or incident.days is None:
        return 0.0
    gap = days_apart(mention.days, incident.days)
    if gap == 0:
        return 0.6
    if together:
        return 0.0
    return _NEXT_DAY if gap == 1 else -4.0


def _cause(mention: Mention, incident: Incident) -> float:
    return agree(mention.causes, incident.causes) + agree_sites(mention.sites, incident.sites)


def _numbers(mention: Mention, incident: Incident) -> float:
    """Whether the incident already has this very number, which is no proof where it is small."""
    mine = mention.count
    same = any(
        other.count.outcome == mine.outcome and other.count.min == mine.min and mine.min and mine.min > 2
        for other in incident.mentions
    )
    return 1.2 if same else 0.0


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


class _Context:
    """What an article tells around its incidents: its headline and lead, where the incident itself is silent."""

    def __init__(
        self, sentences: Sentences, found: list[Incident], published: dt.date | None, title: str, text: str
    ) -> None:
        self.sentences = sentences
        self.published = published
        self.title = title
        self.text = text
        self.times = Counter(token.stem for sentence in sentences.all for token in sentence.tokens)
        self.lead = sentences.all[:3]
        self.main = self._main(found)

    def _main(self, found: list[Incident]) -> Incident | None:
        """The incident that the article is about: the first told in its headline or lead, else the only one."""
        told = [incident for incident in found if incident.scope != "past"]
        for incident in told:
            if incident.mentions[0].count.sentence <= 2:
                return incident
        return told[0] if len(told) == 1 else None

    def report(self, key: str, number: int, incident: Incident) -> Report:
        """The report on an incident, with what headline and lead add."""
        main = incident is self.main
        days, precision = self._days(incident, main)
        causes = incident.causes or (Counter(self._lead_causes()) if main else Counter())
        words = incident.words
        if main:
            words = rare(t.stem for s in self.lead[:2] for t in s.tokens) | words
        where = {word for place in incident.places for word in place.words}  # compared by themselves
        weighed = {
            word: rarity * (1 + math.log(self.times[word] or 1)) for word, rarity in words.items() if word not in where
        }
        kept = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[:_MOST_WORDS]
        return Report(
            key=key,
            number=number,
            published=self.published,
            title=self.title,
            scope=incident.scope,
            days=days,
            precision=precision,
            places=incident.places or (self._lead_places() if incident.scope != "past" else []),
            placed=any(mention.placed for mention in incident.mentions),
            causes=dict(causes),
            sites=sorted(incident.sites or (self._lead_sites() if main else ())),
            words=dict(kept),
            names=frozenset().union(*(mention.names for mention in incident.mentions)),
            counts=[mention.count for mention in incident.mentions],
            lead=main,
            separate=incident.mentions[0].separate,
            front=any(mention.front for mention in incident.mentions),
            texts=frozenset(self._shingles(incident)),
        )

    def _days(self, incident: Incident, main: bool) -> tuple[Days | None, str | None]:
        told = [mention.days for mention in incident.mentions if mention.days is not None]
        if told:
            return min(told, key=lambda days: (days[1] - days[0], days)), "told"
        if incident.scope in ("past", "period") or self.published is None:
            return None, None
        if main or incident.mentions[0].count.sentence <= 3:
            lead = [days for sentence in self.lead for _, days in sentence.days if is_day(days)]
            near = [days for days in lead if 0 <= (self.published - days[1]).days <= 3]
            if near:
                return near[0], "lead"
        return (self.published - dt.timedelta(days=1), self.published), "published"

    def _lead_causes(self) -> Counter[str]:
        return sum((sentence.cause_counts() for sentence in self.lead), Counter())

    def _lead_sites(self) -> set[str]:
        return {name for sentence in self.lead[:2] for _, name in sentence.sites}

    def _lead_places(self) -> list[Place]:
        return [place for sentence in self.lead for _, place in sentence.places][:2]

    def _shingles(self, incident: Incident) -> set[int]:
        """Hashes of eight words in a row around the counts: outlets that share one copied each other."""
        import zlib

        found = set()
        for index in {mention.count.sentence for mention in incident.mentions}:
            forms = [token.form for token in self.sentences.all[index].tokens if token.form[:1].isalnum()]
            grams = [" ".join(forms[i : i + 8]) for i in range(len(forms) - 7)]
            found |= set(sorted(zlib.crc32(gram.encode()) for gram in grams)[:8])
        return found


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0][:200]
