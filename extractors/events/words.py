"""The words of a text as stems, with what each tells: a cause, a cue, how rare it is."""

from __future__ import annotations

import math
from functools import cache, lru_cache
from pathlib import Path

from ..text.folding import fold
from ..text.tokens import bare, split

_HERE = Path(__file__).parent
_PREFIXES = ("وبال", "وال", "بال", "فال", "كال", "ولل", "لل", "ال")
_SINGLE = "وبلف"
_REMEMBERED = 50_000  # words
RAREST = 7.0  # the weight of a word that is not among the frequent ones


@lru_cache(maxsize=_REMEMBERED)
def stem(form: str) -> str:
    """A folded form without the particles before it: of the ways to read it the one that news has most.

    >>> stem("والمسجد"), stem("لمسجد"), stem("وفاه")
    ('مسجد', 'مسجد', 'وفاه')
    """
    readings = stems(form)
    return readings[0] if len(readings) == 1 else min(readings, key=lambda reading: _frequent().get(reading, RAREST))


def _without_article(form: str) -> str:
    """A folded form without ال and what stands before it."""
    for prefix in _PREFIXES:
        if form.startswith(prefix) and len(form) - len(prefix) >= 3:
            return form[len(prefix) :]
    return form


@lru_cache(maxsize=_REMEMBERED)
def stems(form: str) -> tuple[str, ...]:
    """The ways to read a folded form: its stem, and the stem without a particle of one letter."""
    readings = [_without_article(form)]
    rest = form
    while rest[:1] in _SINGLE and len(rest) > 3:
        rest = rest[1:]
        readings.append(_without_article(rest))
    return tuple(dict.fromkeys(readings))


class Token:
    """A word of the text: its offset, its folded form and its stem."""

    __slots__ = ("form", "start", "stem")

    def __init__(self, form: str, start: int) -> None:
        self.form = form
        self.start = start
        self.stem = stem(form)


def tokens(text: str) -> list[Token]:
    """The words and signs of a text."""
    pieces, starts = split(text)
    return [Token(_form(piece), start) for piece, start in zip(pieces, starts, strict=True)]


@lru_cache(maxsize=_REMEMBERED)
def _form(piece: str) -> str:
    return fold(bare(piece))


class Phrases:
    """Classes of words and of pairs of words, by their stems."""

    def __init__(self, name: str) -> None:
        self._words: dict[str, set[str]] = {}
        self._pairs: dict[tuple[str, str], set[str]] = {}
        self._firsts: set[str] = set()  # of pairs
        for line in (_HERE / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                label, _, words = line.partition("\t")
                for word in words.split():
                    self._add(label, word)

    def _add(self, label: str, word: str) -> None:
        first, _, second = fold(word).partition("_")
        if second:
            self._pairs.setdefault((first, second.partition("_")[0]), set()).add(label)
            self._firsts.add(first)
        else:
            self._words.setdefault(first, set()).add(label)

    def labels(self, form: str, following: str) -> frozenset[str]:
        """The classes of a word before `following`; those of the pair where it is one, for they say more."""
        return self._pair(form, following) or self._word(form)

    def knows(self, stem: str) -> bool:
        """Whether a stem by itself has a class."""
        return stem in self._words

    def begins(self, form: str) -> bool:
        """Whether a word has a class, by itself or before some other."""
        return any(reading in self._words or reading in self._firsts for reading in stems(form))

    def _word(self, form: str) -> frozenset[str]:
        return frozenset(label for reading in stems(form) for label in self._words.get(reading, ()))

    def _pair(self, form: str, following: str) -> frozenset[str]:
        second = stem(following)
        return frozenset(label for reading in stems(form) for label in self._pairs.get((reading, second), ()))


@cache
def causes() -> Phrases:
    """The lexicon of causes."""
    return Phrases("causes.tsv")


@cache
def cues() -> Phrases:
    """The lexicon of cues."""
    return Phrases("cues.tsv")


@cache
def sites() -> Phrases:
    """The lexicon of sites."""
    return Phrases("sites.tsv")


@lru_cache(maxsize=_REMEMBERED)
def tells(form: str) -> bool:
    """Whether a form may have a class in one of the lexicons; most have none."""
    return any(lexicon.begins(form) for lexicon in (causes(), sites(), cues()))


@cache
def _frequent() -> dict[str, float]:
    """How much frequent words weigh: the logarithm of how few articles have them."""
    lines = (_HERE / "frequencies.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {word: min(math.log(10_000 / int(per)), RAREST) for word, per in rows}


def weight(word: str) -> float:
    """The inverse document frequency of a stem in Arabic news, natural logarithm."""
    return _frequent().get(word, RAREST)
