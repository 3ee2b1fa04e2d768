"""The inner loops of reading, in Python. `_front.c` has the same ones compiled, see `front.py`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from itertools import accumulate
from typing import Protocol

# Kinds of characters, one bit each, that tell the compiled `split` where most pieces end, without the pattern:
# a letter; a letter inside a word, a mark, a letter that ends it; space; what is not seen; a sign that is a piece by
# itself where no other of its kind follows; a line break.
LETTER, INSIDE, MARK, FINAL, SPACE, INVISIBLE, SIGN, LINE = (1 << bit for bit in range(8))

Reading = tuple[int, str]  # the clitics of a form, as bits, and the word that is left
Place = tuple[int, int]  # a token, and how far from it a match may go
Beginnings = list[tuple[str, tuple[int, ...]]]  # characters, each of which begins the same rules, by their numbers


def split(text: str, pattern: re.Pattern[str], kinds: bytes) -> tuple[list[str], list[int]]:
    """The pieces of a text, each the match of a pattern behind the one before, and the offsets at which they start.

    `kinds` has the kinds of the characters below 65,536, which say of most pieces what the pattern says.
    """
    pieces: list[str] = pattern.findall(text)
    starts = list(accumulate(map(len, pieces), initial=0))
    starts.pop()
    return pieces, starts


def columns(rows: Mapping[str, str], keys: list[str], count: int) -> list[str]:
    """The rows of `keys`, each of `count` characters, one below the other, read as columns."""
    together = "".join(map(rows.__getitem__, keys))
    return [together[place::count] for place in range(count)]


class Openings:
    """Where rules can begin in class strings. `pattern` finds the characters that any of them begins with."""

    def __init__(self, beginnings: Beginnings, pattern: re.Pattern[str]) -> None:
        self._beginnings = beginnings
        self._pattern = pattern

    @cached_property
    def _rules(self) -> dict[str, tuple[int, ...]]:
        return {character: numbers for characters, numbers in self._beginnings for character in characters}

    def find(self, classes: str, start: int, end: int) -> list[tuple[int, tuple[int, ...]]]:
        """The tokens of classes[start:end] where rules can begin, each with the numbers of those rules."""
        return [(found.start(), self._rules[found[0]]) for found in self._pattern.finditer(classes, start, end)]

    def add(self, places: dict[int, list[Place]], classes: str, start: int, end: int, possible: frozenset[int]) -> None:
        """Adds to `places` where in classes[start:end] each rule that is possible can begin, with that end."""
        for token, numbers in self.find(classes, start, end):
            for number in numbers:
                if number in possible:
                    places.setdefault(number, []).append((token, end))


class Form(Protocol):
    """What a word is looked up by: its readings, the one with an article, and the looks of the first and that one."""

    readings: list[Reading]
    look: str
    definite: Reading
    definite_look: str


class Lookup:
    """Gives forms their characters: `first`, and a step for each bit of its clitics and each set of classes.

    `words` has the numbers of the sets of classes of known words, `alone` those of sets of one class; of the groups of
    `suffix`, each named after a class, the one that matches a word guesses its class. With `article` a guess is made
    of the reading with one.
    """

    def __init__(
        self,
        words: dict[str, int],
        alone: dict[str, int],
        suffix: re.Pattern[str] | None,
        article: bool,
        first: int,
        bits_step: int,
        set_step: int,
    ) -> None:
        self._words = words
        self._alone = alone
        self._suffix = suffix
        self._article = article
        self._first = first
        self._bits_step = bits_step
        self._set_step = set_step

    def character(self, form: Form) -> str:
        """The character of the plainest reading whose word is known; else of the class that ending or look suggest."""
        for bits, word in form.readings:
            number = self._words.get(word)
            if number is not None:
                return self._character(bits, number)
        (bits, word), look = (form.definite, form.definite_look) if self._article else (form.readings[0], form.look)
        found = self._suffix.match(word) if self._suffix and word[:1].isalpha() else None
        return self._character(bits, self._alone[found.lastgroup or look if found else look])

    def _character(self, bits: int, number: int) -> str:
        return chr(self._first + bits * self._bits_step + number * self._set_step)
