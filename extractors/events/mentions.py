"""Mentions: the casualty facts of an article, each with what the article tells of when, where and how.

A field that the fact has itself (`when`, `at`, `scope`, `of`) is taken; what it leaves open is read from its sentence.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from ..text.folding import fold
from .places import Place
from .scene import own_side, timex_days, told_in, when, where
from .scope import Scope, earlier, older, scope
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
_FRESH = 3  # days: what is remembered is older
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
    """A count with its scene. What is empty is not told near it; `own` days stand in its sentence."""

    count: Count
    scope: Scope
    days: Days | None
    own: bool
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
    headline: bool
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
    days = when(fact, sentence, published, died="died" in _marks(fact, sentence))
    first, end = own_side(fact, sentence)
    before = sentences.all[index - 1]
    beside = [before] if index and before.has("day_after") else []
    own = told_in(days, fact, [sentence, *beside], published)
    covers = scope(fact, sentence, days, published)
    old = older(sentence, published)
    if old is not None and not own and covers in ("incident", "past"):
        covers, days, own = "past", old, True
    elif covers == "past" and published is not None and days is not None and (published - days[1]).days < _FRESH:
        days = earlier(sentence, published)  # the day told is that of what it is remembered beside
    return Mention(
        count=_count(fact, index, sentence, facts.get("quotes", [])),
        scope=covers,
        days=days,
        own=own,
        places=where(fact, sentence, facts.get("places")),
        placed=bool(fact.get("at")),
        causes=Counter(name for at, name in sentence.causes if first <= at < end),
        sites=Counter(name for at, name in sentence.sites if first <= at < end),
        words=_words(fact, sentence),
        names=_names(fact, sentence),
        another=sentence.has("another", fact["start"]),
        separate=sentence.has("separate", fact["start"]),
        scene=any(sentence.start <= at < min(fact["start"], sentence.start + _OPENING) for at, _ in sentence.places),
        paragraph=sentence.paragraph,
        headline=sentences.in_headline(sentence),
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
