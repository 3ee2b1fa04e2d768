"""Mentions: the casualty facts of an article, each with what the article tells of when, where and how.

A field that the fact has itself (`when`, `at`, `scope`, `of`) is taken; what it leaves open is read from its sentence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from ..text.folding import fold
from .places import Place, resolved
from .scope import Scope, scope, unsure
from .sentences import Days, Sentence, Sentences, is_day
from .words import RAREST, causes, cues, stem, stems, weight

_AROUND = 25  # words on either side of a count that describe it
_DESCRIBING = 3.2  # least weight of a word that describes
_OUTCOMES = {
    **dict.fromkeys("مقتل قتل وفاه موت اغتيال استشهاد مصرع تصفيه".split(), "killed"),
    **dict.fromkeys("اصابه جرح".split(), "injured"),
}
_NAME_WORDS = 3  # of a name
_REACH = {"wounded": 0, "attackers": 0, "some": 0, "others": 0, "bodies": 25, "died": 25}  # characters after a count
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_OPENING = 25  # characters in which a sentence says where it leads: وفي كركوك
_NEARBY = 90  # characters between a count and the day or cue that belongs to it


class Count(msgspec.Struct, kw_only=True):
    """A count as an article tells it: the figures of a casualty fact, who says it, and what marks it."""

    outcome: str
    kind: str = "casualties"
    min: int | None
    max: int | None
    modifier: str | None
    start: int
    end: int
    text: str
    victims: str | None = None
    implicit: bool = False
    said_by: str | None = None
    official: bool = False
    relation: str | None = None
    of: int | None = None
    marks: frozenset[str] = frozenset()
    sentence: int = 0

    @property
    def value(self) -> tuple[int, int | None] | None:
        """The least and the greatest number, None where none is told."""
        if self.min is None and self.max is None:
            return None
        return self.min or 0, self.max


class Mention(msgspec.Struct, kw_only=True):
    """A count with its scene. What is empty is not told near it."""

    count: Count
    scope: Scope
    days: Days | None
    places: list[Place]
    placed: bool
    causes: Counter[str]
    sites: Counter[str]
    words: dict[str, float]
    names: frozenset[str]
    another: bool
    separate: bool
    scene: bool
    paragraph: int
    front: bool = False


def mentions(
    sentences: Sentences, facts: Mapping[str, list[Mapping[str, Any]]], published: dt.date | None
) -> list[Mention]:
    """The mentions of an article in order of place, deaths that somebody denies among them."""
    counts = facts.get("casualties", [])
    told = [_mention(fact, sentences, facts, published) for fact in [*counts, *_denied(sentences, facts)]]
    told.sort(key=lambda mention: mention.count.start)
    _of_headline(told)
    return told


def _of_headline(told: list[Mention]) -> None:
    """Gives the counts of a headline, which has no room to say it, the scope of the same count in the body."""
    for mention in told:
        if mention.count.sentence or mention.scope != "incident":
            continue
        what = (mention.count.outcome, mention.count.min)
        body = [m.scope for m in told if m.count.sentence and (m.count.outcome, m.count.min) == what]
        mention.scope = body[0] if body else mention.scope


def _denied(sentences: Sentences, facts: Mapping[str, list[Mapping[str, Any]]]) -> Iterator[Mapping[str, Any]]:
    """Deaths and injuries in what somebody denies, which are no casualty facts, as records of such."""
    known = [(fact["start"], fact["end"]) for fact in facts.get("casualties", [])]
    for quote in facts.get("quotes", []):
        start, end = quote["start"], quote["end"]
        if not any("denied" in cues().labels(word, "") for word in fold(quote["cue"] or "").split()):
            continue
        outcome = _outcome(quote["text"])
        if outcome is not None and not any(start <= at < end for at, _ in known):
            yield {
                "type": outcome,
                "min": 0,
                "max": 1,
                "start": start,
                "end": end,
                "text": quote["text"],
                "attribution": quote["speaker"],
                "victims": quote["text"],
                "implicit": True,
                "denial": True,
            }


def _outcome(text: str) -> str | None:
    """What a text says of people first: that they were killed, or injured."""
    for word in fold(text).split():
        for reading in stems(word):
            if reading in _OUTCOMES:
                return _OUTCOMES[reading]
    return None


def _mention(
    fact: Mapping[str, Any],
    sentences: Sentences,
    facts: Mapping[str, list[Mapping[str, Any]]],
    published: dt.date | None,
) -> Mention:
    index = sentences.index(fact["start"])
    sentence = sentences.all[index]
    days = _when(fact, sentence, published)
    return Mention(
        count=_count(fact, index, sentence, facts.get("quotes", [])),
        scope=scope(fact, sentence, days, published),
        days=days,
        places=_where(fact, sentence, facts.get("places")),
        placed=bool(fact.get("at")),
        causes=sentence.cause_counts(),
        sites=Counter(name for _, name in sentence.sites),
        words=_words(fact, sentence),
        names=_names(fact, sentence),
        another=sentence.has("another", fact["start"]),
        separate=sentence.has("separate", fact["start"]),
        scene=any(sentence.start <= at < min(fact["start"], sentence.start + _OPENING) for at, _ in sentence.places),
        paragraph=sentence.paragraph,
        front=sentence.has("front"),
    )


def _count(fact: Mapping[str, Any], index: int, sentence: Sentence, quotes: Iterable[Mapping[str, Any]]) -> Count:
    said = next((quote for quote in quotes if quote["start"] <= fact["start"] < quote["end"]), None)
    return Count(
        outcome=fact["type"],
        kind="quotes" if fact.get("denial") else "casualties",
        min=fact["min"],
        max=fact["max"],
        modifier=fact.get("modifier"),
        start=fact["start"],
        end=fact["end"],
        text=fact["text"],
        victims=fact.get("victims"),
        implicit=fact.get("implicit", False),
        said_by=fact.get("attribution") or (said["speaker"] if said else None),
        official=bool(said and said["official"]),
        relation=fact.get("relation"),
        of=fact.get("of"),
        marks=frozenset({*_marks(fact, sentence), *(["denied"] if fact.get("denial") else [])}),
        sentence=index,
    )


def _marks(fact: Mapping[str, Any], sentence: Sentence) -> Iterable[str]:
    """The cues that belong to a count: those near it."""
    for at, label in sentence.labels:
        if label == "wounded" and fact["type"] != "killed":
            continue
        if fact["start"] - _NEARBY / 2 <= at < fact["end"] + _NEARBY / 3 and label not in ("another", "period"):
            reach = _REACH.get(label)
            if label == "denied" or (reach is not None and not fact["start"] <= at < fact["end"] + reach):
                continue
            yield label
            if label == "wounded":
                yield "died"


def _when(fact: Mapping[str, Any], sentence: Sentence, published: dt.date | None) -> Days | None:
    if "died" in _marks(fact, sentence):  # the day of a death, not of the event
        told = [days for _, days in sentence.days if is_day(days)]
        return min(told) if len(told) > 1 else None
    if "when" in fact:
        when = timex_days(fact["when"], published) if fact["when"] else None
        return None if when and unsure(when, sentence, published) else when
    near = [(abs(at - fact["start"]), days) for at, days in sentence.days if published is None or days[0] <= published]
    return min(near)[1] if near else None


def timex_days(value: str, published: dt.date | None) -> Days | None:
    """The days of a TIMEX3 value; a stretch that goes on lasts to the day of publication."""
    first, stroke, last = value.partition("/")
    start = _iso(first)
    if start is None:
        return None
    if not stroke:
        return start
    end = _iso(last) if last else None
    return start[0], end[1] if end else max(published or start[1], start[1])


def _iso(value: str) -> Days | None:
    match = _ISO.match(value)
    if match is None:
        return None
    parts = [int(part) for part in match[0].split("-")]
    try:
        if len(parts) == 3:
            return (dt.date(*parts),) * 2
        month = parts[1] if len(parts) == 2 else None
        start = dt.date(parts[0], month or 1, 1)
        after = dt.date(parts[0] + (month in (None, 12)), 1 if month in (None, 12) else month + 1, 1)
        return start, after - dt.timedelta(days=1)
    except ValueError:
        return None


def _where(fact: Mapping[str, Any], sentence: Sentence, known: list[Mapping[str, Any]] | None) -> list[Place]:
    """The place of a fact: resolved, or the known place of its name; else those near it in its sentence.

    Where the places of an article are not `known`, it is as written.
    """
    told = fact.get("at")
    if told and told.get("country"):
        return [resolved(told)]
    if known is None:
        written = told["name"] if told else fact.get("place")
        return [Place(name=written)] if written else []
    near = sorted(sentence.places, key=lambda found: abs(found[0] - fact["start"]))
    if told:
        named = [place for place in known if place["text"] in told["name"] or told["name"] in place["text"]]
        if named:
            inside = [place for place in named if sentence.start <= place["start"] < sentence.end]
            return [resolved(min(inside or named, key=_narrowness))]
        if not near:
            return [resolved(told)]
    return [place for _, place in near[:2]]


def _narrowness(place: Mapping[str, Any]) -> tuple[bool, int]:
    """What puts the quarters and sites of a phrase first, then its first name: the narrowest stands first."""
    return place["kind"] not in ("quarter", "site", "camp"), place["start"]


def _words(fact: Mapping[str, Any], sentence: Sentence) -> dict[str, float]:
    """The rare words around a count with their weights."""
    inside = [i for i, token in enumerate(sentence.tokens) if fact["start"] <= token.start < fact["end"]]
    first, last = (inside[0], inside[-1]) if inside else (0, len(sentence.tokens) - 1)
    around = sentence.tokens[max(0, first - _AROUND) : last + _AROUND + 1]
    return rare(token.stem for token in around)


def rare(stems: Iterable[str]) -> dict[str, float]:
    """The words among `stems` that describe, with their weights."""
    weights = {word: weight(word) for word in stems if len(word) > 2 and word[0].isalpha() and not causes().knows(word)}
    return {word: rarity for word, rarity in weights.items() if rarity >= _DESCRIBING}


def _names(fact: Mapping[str, Any], sentence: Sentence) -> frozenset[str]:
    """The rare words of a victim who is one known person, and of a name that follows يدعى, المكنى near the count."""
    written = fact["victims"].split() if fact.get("implicit") and fact.get("victims") else []
    words = [*map(_folded_stem, written), *_called(fact, sentence)]
    return frozenset(word for word in words if weight(word) > RAREST * 0.6)


def _called(fact: Mapping[str, Any], sentence: Sentence) -> list[str]:
    """The stems of the words after يدعى and the like."""
    found: list[str] = []
    for at, label in sentence.labels:
        if label == "called" and abs(at - fact["start"]) < _NEARBY:
            after = [token.stem for token in sentence.tokens if token.start > at and token.form[:1].isalpha()]
            found += after[:_NAME_WORDS]
    return found


def _folded_stem(word: str) -> str:
    return stem(fold(word))


__all__ = ["Count", "Days", "Mention", "Scope", "is_day", "mentions", "rare", "timex_days"]
