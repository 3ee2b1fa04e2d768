"""The lexicon of time words, and the values that stand beside their classes (`month=7`, `weekday=4`)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from ..document import Document
from ..grammar import Match
from ..text.lexicon import Lexicon

HERE = Path(__file__).parent
FILES = (HERE / "months.tsv", HERE / "words.tsv")


def lexicon(literals: Iterable[str]) -> Lexicon:
    """The time words and the words that the rules name themselves."""
    return Lexicon(
        *FILES, literals=literals, article=True, suffixes=(("FUTUREVERB", "^[وف]?س[يت](?!ار|اس|طر|نا|نم|د|ول|ل)..."),)
    )


class Reading:
    """One document seen through the lexicon of time words: what builders of facts read values from."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.lexicon = lexicon
        self.classes = document.classes(lexicon)
        self._words = _words(lexicon)

    def has(self, token: int, name: str) -> bool:
        """Whether a token has a class; False beside the text."""
        return 0 <= token < len(self.classes) and name in self._words[self.classes[token]].features

    def value(self, token: int, key: str) -> str | None:
        """The value of a token under `key`; None where it has none."""
        return self._words[self.classes[token]].values.get(key)

    def written(self, token: int) -> str:
        """The text of a token, with its clitics and its letters composed."""
        return normalize("NFC", self.document.text[self.document.start(token) : self.document.end(token)])

    @staticmethod
    def span(match: Match, group: str) -> tuple[int, int] | None:
        """First token and end of a group; None where it took no part or the rule has none of that name."""
        return match.span(group)

    def first(self, match: Match, group: str) -> int:
        """The first token of a group that is known to have taken part."""
        return match.spans[group][0]

    def group(self, match: Match, group: str, key: str) -> str | None:
        """The value of the first token of a group."""
        span = self.span(match, group)
        return None if span is None else self.value(span[0], key)

    def integer(self, match: Match, group: str, key: str) -> int | None:
        """As `group`, for whole numbers."""
        value = self.group(match, group, key)
        return None if value is None else int(value)

    def a_day(self, token: int) -> bool:
        """Whether a token is a number that a day of the month can have."""
        return any(self.has(token, name) for name in ("DAY", "ORDINAL", "ORDINAL1"))

    def number(self, token: int) -> int | None:
        """The whole number a token is, in digits or words, cardinal or ordinal; None where it is none."""
        ordinal = self.document.ordinals.get(token)
        if ordinal is not None:
            return ordinal
        quantity = self.document.quantities.get(token)
        if quantity is not None:
            value = quantity.numbers[-1].value
            return int(value) if value == int(value) else None
        nth = self.value(token, "nth")
        return None if nth is None else int(nth)


class _Word(NamedTuple):
    """What a class character stands for."""

    features: frozenset[str]
    values: dict[str, str]


class _Words(dict[str, _Word]):
    """Class characters → what they stand for, each looked up once."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, character: str) -> _Word:
        features = self._lexicon.features(character)
        pairs = (name.partition("=") for name in features if "=" in name)
        word = self[character] = _Word(features, {key: value for key, _, value in pairs if key.isalpha()})
        return word


_words = cache(_Words)
