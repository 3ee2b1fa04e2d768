"""The sentences of an article with what each tells of cause, day, place and discourse."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..text.sentence import SENTENCE_END
from .places import Place, resolved
from .words import Token, causes, cues, sites, tells, tokens

_ARTICLE = "ال"  # by itself before a number in digits: خلال ال48 ساعة
_HEADLINE = 150  # characters that a headline has at most
_WIDEST = 3  # days that a told day may be unsure by

Days = tuple[dt.date, dt.date]  # first and last, inclusive


@dataclass(slots=True)
class Sentence:
    """A sentence: where it stands and what its words tell. `labels` are cues with the offset at which each stands."""

    start: int
    end: int
    paragraph: int
    tokens: list[Token] = field(default_factory=list)
    causes: list[tuple[int, str]] = field(default_factory=list)
    sites: list[tuple[int, str]] = field(default_factory=list)
    labels: list[tuple[int, str]] = field(default_factory=list)
    days: list[tuple[int, Days]] = field(default_factory=list)
    places: list[tuple[int, Place]] = field(default_factory=list)

    def has(self, label: str, before: int | None = None) -> bool:
        """Whether a cue stands in it, or before an offset in it."""
        return any(name == label and (before is None or at < before) for at, name in self.labels)

    def cause_counts(self) -> Counter[str]:
        """How often each cause is named."""
        return Counter(name for _, name in self.causes)


class Sentences:
    """The sentences of one article."""

    def __init__(self, text: str, facts: Mapping[str, Iterable[Mapping[str, Any]]]) -> None:
        self.all = _split(text)
        self._starts = [sentence.start for sentence in self.all]
        self._read(tokens(text))
        for fact in facts.get("dates", ()):
            days = _days(fact)
            if days is not None:
                self.at(fact["start"]).days.append((fact["start"], days))
        for fact in facts.get("places", ()):
            self.at(fact["start"]).places.append((fact["start"], resolved(fact)))

    def index(self, offset: int) -> int:
        """The number of the sentence in which an offset lies."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def at(self, offset: int) -> Sentence:
        """The sentence in which an offset lies."""
        return self.all[self.index(offset)]

    def in_headline(self, sentence: Sentence) -> bool:
        """Whether a sentence stands in a headline: a short first paragraph with others after it."""
        last = next((s for s in self.all if s.paragraph > 0), None)
        return last is not None and sentence.paragraph == 0 and last.start < _HEADLINE

    def _read(self, words: list[Token]) -> None:
        forms = [token.form for token in words]
        for number, token in enumerate(words, 1):
            sentence = self.at(token.start)
            sentence.tokens.append(token)
            if not tells(token.form):
                continue
            after = next((form for form in forms[number : number + 2] if form != _ARTICLE), "")
            sentence.causes += [(token.start, label) for label in sorted(causes().labels(token.form, after))]
            sentence.sites += [(token.start, label) for label in sorted(sites().labels(token.form, after))]
            sentence.labels += [(token.start, label) for label in sorted(cues().labels(token.form, after))]


def _split(text: str) -> list[Sentence]:
    """The sentences of a text, empty ones left out; one at least."""
    found: list[Sentence] = []
    start = paragraph = 0
    for match in SENTENCE_END.finditer(text):
        if text[start : match.end()].strip():
            found.append(Sentence(start, match.end(), paragraph))
        start = match.end()
        paragraph += "\n" in match[0]
    if text[start:].strip() or not found:
        found.append(Sentence(start, len(text), paragraph))
    return found


def _days(fact: Mapping[str, Any]) -> Days | None:
    """The days that a date covers; None where it is a duration, a set, or not known."""
    if fact["type"] not in ("DATE", "TIME") or not fact.get("from") or not fact.get("to"):
        return None
    try:
        return dt.date.fromisoformat(fact["from"]), dt.date.fromisoformat(fact["to"])
    except ValueError:
        return None


def is_day(days: Days) -> bool:
    """Whether days are sure enough to be called a day."""
    return (days[1] - days[0]).days < _WIDEST
