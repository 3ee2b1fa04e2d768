"""Gazetteers: long lists of names of one word or many, found in a document by walking a trie of folded words.

The class string says where a walk is worth its while: the lexicon gives the words that make a name by themselves, and
the first and second words of longer names, classes of their own (`WHOLE`, `FIRST`, `SECOND`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from .document import Document
from .folding import fold
from .lexicon import ARTICLE, Lexicon, particles
from .rules import compile_pattern
from .tokens import bare, split

_JOINERS = frozenset("#_")  # hashtag signs inside a name: الجيش_اليمني, ميليشيات #الحوثي
_MEMO_LIMIT = 100_000

T = TypeVar("T")


def forms(text: str) -> list[str]:
    """The folded words and signs of a text."""
    return [fold(bare(piece)) for piece in split(text)[0]]


class Found(NamedTuple, Generic[T]):
    """A name found: its tokens, end exclusive, the particles (bits) before its first word, what the list says of it."""

    first: int
    end: int
    bits: int
    value: T


class _Node(dict[str, "_Node[T]"], Generic[T]):
    """What may follow, by folded word; `value` where a name ends."""

    value: T | None = None


class Gazetteer(Generic[T]):
    """Names and what is known of each."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        self._root: _Node[T] = _Node()
        for name, value in names:
            node = self._root
            for form in forms(name):
                node = node.setdefault(form, _Node())
            node.value = value
        self._openings: dict[str, list[tuple[int, _Node[T]]]] = {}

    def classes(self) -> dict[str, set[str]]:
        """The classes of the words that names begin with, for the `extra` of a lexicon."""
        classes: dict[str, set[str]] = {}
        for first, node in self._root.items():
            known = classes.setdefault(first, set())
            if node.value is not None:
                known.add("WHOLE")
            if node:
                known.add("FIRST")
            for second in node:
                classes.setdefault(second, set()).add("SECOND")
        return classes

    def finder(self, lexicon: Lexicon) -> re.Pattern[str]:
        """A pattern for the tokens of class strings of `lexicon` where a name may begin."""
        openings = {"WHOLE": "<WHOLE>", "FIRST": "<FIRST>(?=<SECOND|OTHER|QUANTITY|DIGITS|ORDINAL>)"}
        patterns = [pattern for name, pattern in openings.items() if name in lexicon.classes]
        source = "|".join(compile_pattern(lexicon, pattern).pattern for pattern in patterns)
        return re.compile(source or "(?!)")  # the standard library looks large sets up in constant time

    def find(self, document: Document, classes: str, finder: re.Pattern[str]) -> Iterator[Found[T]]:
        """The names in a document, the longest at each place, none within another."""
        end = 0
        for match in finder.finditer(classes):
            if match.start() >= end:
                found = self._match(document, match.start())
                if found is not None:
                    yield found
                    end = found.end

    def _match(self, document: Document, token: int) -> Found[T] | None:
        best: Found[T] | None = None
        for bits, node in self._opening(document.form(token)):
            found = self._walk(document, node, token, bits)
            if found is not None and (best is None or found.end > best.end):
                best = found
        return best

    def _opening(self, form: str) -> list[tuple[int, _Node[T]]]:
        """The first words that a token can be, with the particles before each."""
        known = self._openings.get(form)
        if known is None:
            if len(self._openings) >= _MEMO_LIMIT:
                self._openings.clear()
            readings = ((bits, "ال" + rest if bits & ARTICLE else rest) for bits, rest in particles(form))
            known = self._openings[form] = [(bits, self._root[word]) for bits, word in readings if word in self._root]
        return known

    @staticmethod
    def _walk(document: Document, node: _Node[T], first: int, bits: int) -> Found[T] | None:
        best: Found[T] | None = None
        token = first + 1
        while True:
            if node.value is not None:
                best = Found(first, token, bits, node.value)
            if not node or token >= len(document):
                return best
            form = document.form(token)
            if form in _JOINERS and token + 1 < len(document):
                token += 1
                continue
            for word in [form] if form else forms(document.text[document.start(token) : document.end(token)]):
                following = node.get(word)
                if following is None:
                    return best
                node = following
            token += 1
