"""Gazetteers: long lists of names of one word or many, found in a document by walking a trie of folded words.

The class string says where a walk is worth its while: the lexicon gives every first word of a name the class `FIRST`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from .document import Document
from .folding import fold
from .lexicon import ARTICLE, CONJUNCTION, PREPOSITION, particles
from .tokens import bare, split

FIRST = "FIRST"
_JOINERS = frozenset("#_")  # hashtag signs inside a name: الجيش_اليمني, ميليشيات #الحوثي

T = TypeVar("T")


def forms(text: str) -> list[str]:
    """The folded words and signs of a text."""
    return [fold(bare(piece)) for piece in split(text)[0]]


def stem(form: str) -> str:
    """A folded form without ال, as a lexicon looks it up."""
    return form[2:] if form.startswith("ال") and len(form) > 3 else form


class Found(NamedTuple, Generic[T]):
    """A name found: its tokens, end exclusive, the particles (bits) before its first word, and what the list says of it."""

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

    def first_words(self) -> dict[str, tuple[str, ...]]:
        """The classes of first words, for the `extra` of a lexicon."""
        return dict.fromkeys(map(stem, self._root), (FIRST,))

    def match(self, document: Document, token: int) -> Found[T] | None:
        """The longest name that begins at a token, which may have particles attached; None where there is none."""
        best: Found[T] | None = None
        for bits, word in particles(document.form(token)):
            node = self._root.get("ال" + word if bits & ARTICLE else word)
            if node is not None:
                found = self._walk(document, node, token, bits & (CONJUNCTION | PREPOSITION | ARTICLE))
                if found is not None and (best is None or found.end > best.end):
                    best = found
        return best

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
