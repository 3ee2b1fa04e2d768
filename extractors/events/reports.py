"""Reports: what one article tells of one event, with what its headline and lead add."""

from __future__ import annotations

import datetime as dt
import hashlib
import math
from collections import Counter
from collections.abc import Mapping
from typing import Any, Protocol

import msgspec

from .actors import Claim, claims
from .causes import main_cause
from .incidents import Incident, incidents
from .mentions import Count, Days, Scope, is_day, mentions, rare
from .places import Place
from .scene import PLACEHOLDERS
from .sentences import Sentences

_MOST_WORDS = 28
_TITLE = 200  # characters of a first line that stands for a title

Precision = str  # told, lead, published


class _Article(Protocol):
    @property
    def source(self) -> str | None: ...
    @property
    def id(self) -> str | None: ...
    @property
    def record(self) -> int | None: ...
    @property
    def outlet(self) -> str | None: ...


class Copy(msgspec.Struct, frozen=True, order=True):
    """One place where an article stands: its source, its id or number there, and the outlet that published it."""

    source: str | None
    id: str | None
    outlet: str | None = None

    @classmethod
    def of(cls, article: _Article) -> Copy:
        """Where an article stands; a record without an id is known by its number."""
        numbered = article.id is None and article.record is not None
        return cls(article.source, str(article.record) if numbered else article.id, article.outlet)

    @property
    def name(self) -> str | None:
        """What the article is called there: its id or number, its source where it has none."""
        return self.id if self.id is not None else self.source


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
    claims: list[Claim] = []
    texts: frozenset[int] = frozenset()

    @property
    def name(self) -> str:
        """What tells a report from all others."""
        return f"{self.key}:{self.number}"

    @property
    def cause(self) -> str | None:
        """The cause that is named most."""
        return main_cause(Counter(self.causes))


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
    key = article_key(text, title, published)
    if published and published.year in PLACEHOLDERS:
        published = None
    sentences = Sentences(text, facts)
    found = incidents(mentions(sentences, facts, published))
    context = _Context(sentences, found, published, title or _first_line(text))
    made = [context.report(key, number, incident) for number, incident in enumerate(found)]
    for claim in claims(sentences.all, facts.get("organizations", [])) if made else ():
        _told_last(made, claim.start).claims.append(claim)
    return made


def _told_last(made: list[Report], start: int) -> Report:
    """The report whose counts stand last before a place in the text, or first after it."""
    return min(made, key=lambda report: min((c.start > start, abs(c.start - start)) for c in report.counts))


class _Context:
    """What an article tells around its incidents: its headline and lead, where the incident itself is silent."""

    def __init__(self, sentences: Sentences, found: list[Incident], published: dt.date | None, title: str) -> None:
        self.sentences = sentences
        self.published = published
        self.title = title
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
    """The first line of a text as its title, cut between words."""
    line = text.strip().partition("\n")[0]
    return line if len(line) <= _TITLE else (line[:_TITLE].rpartition(" ")[0] or line[:_TITLE]) + " …"
