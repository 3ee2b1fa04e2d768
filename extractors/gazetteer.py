"""Gazetteers: long lists of names of one word or many, found in a document word by word.

The class string says where a walk is worth its while: the lexicon gives the words that make a name by themselves, and
the first and second words of longer names, classes of their own (`WHOLE`, `FIRST`, `SECOND`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from .document import Document
from .grammar import compile_pattern
from .text.clitics import ARTICLE, segmentations
from .text.folding import fold
from .text.lexicon import Lexicon
from .text.memo import Memo
from .text.tokens import bare, split

_JOINERS = frozenset("#_")  # hashtag signs inside a name: الجيش_اليمني, ميليشيات #الحوثي
_MEMO_LIMIT = 30_000

T = TypeVar("T")


def forms(text: str) -> list[str]:
    """The folded words and signs of a text."""
    return [fold(bare(piece)) for piece in split(text)[0]]


class Found(NamedTuple, Generic[T]):
    """A name found: its tokens, end exclusive, the clitics (bits) before its first word, what the list says of it."""

    first: int
    end: int
    bits: int
    value: T


class Names(NamedTuple):
    """The names of a gazetteer as they are kept, a line each, as thousands of objects would take long to read back.

    A name is its folded words with spaces between; `values` is what is written of each, `unfinished` what names begin
    with and do not end after.
    """

    names: str
    values: str
    unfinished: str

    @classmethod
    def of(cls, names: Iterable[tuple[str, str]]) -> Names:
        """Names and what is written of each, on one line."""
        values: dict[str, str] = {}
        unfinished: set[str] = set()
        for name, value in names:
            words = forms(name)
            values[" ".join(words)] = value
            unfinished.update(" ".join(words[:length]) for length in range(1, len(words)))
        return cls("\n".join(values), "\n".join(values.values()), "\n".join(sorted(unfinished)))


class Gazetteer(Generic[T]):
    """Names and what is known of each, which `read` reads of what is written of it."""

    def __init__(self, names: Names, read: Callable[[str], T]) -> None:
        self._values = dict(zip(names.names.splitlines(), names.values.splitlines(), strict=True))
        self._unfinished = frozenset(names.unfinished.splitlines())
        self._known: Memo[str, T] = Memo(read, _MEMO_LIMIT)
        self._openings: dict[str, list[tuple[int, str]]] = {}

    def classes(self) -> dict[str, set[str]]:
        """The classes of the words that names begin with, for the `extra` of a lexicon."""
        classes: dict[str, set[str]] = {}
        for name in self._values:
            first, *others = name.split(" ")
            classes.setdefault(first, set()).add("FIRST" if others else "WHOLE")
            for second in others[:1]:
                classes.setdefault(second, set()).add("SECOND")
        return classes

    def finder(self, lexicon: Lexicon) -> re.Pattern[str]:
        """A pattern for the tokens of class strings of `lexicon` where a name may begin."""
        openings = {"WHOLE": "<WHOLE>", "FIRST": "<FIRST>(?=<SECOND|OTHER|QUANTITY|DIGITS|ORDINAL>)"}
        patterns = [pattern for name, pattern in openings.items() if name in lexicon.classes]
        return compile_pattern(lexicon, "|".join(patterns) or "(?!)")

    def find(self, document: Document, classes: str, finder: re.Pattern[str]) -> Iterator[Found[T]]:
        """The names in a document, the longest at each place, none within another."""
        end = 0
        for match in finder.finditer(classes):
            token = match.start()
            if token < end:
                continue
            found: Found[T] | None = None
            for bits, word in self._opening(document.form(token)):
                if word in self._values or self._goes_on(document, word, token + 1):
                    walked = self._walk(document, word, token, bits)
                    if walked is not None and (found is None or walked.end > found.end):
                        found = walked
            if found is not None:
                yield found
                end = found.end

    def _opening(self, form: str) -> list[tuple[int, str]]:
        """The first words that a token can be, with the clitics before each."""
        known = self._openings.get(form)
        if known is None:
            if len(self._openings) >= _MEMO_LIMIT:
                self._openings.clear()
            readings = ((bits, "ال" + rest if bits & ARTICLE else rest) for bits, rest in segmentations(form))
            known = self._openings[form] = [
                (bits, word) for bits, word in readings if word in self._values or word in self._unfinished
            ]
        return known

    def _goes_on(self, document: Document, word: str, token: int) -> bool:
        """Whether a name may have the word at a token for its second."""
        following = document.form(token) if token < len(document) else ""
        pair = f"{word} {following}"
        return pair in self._values or pair in self._unfinished or not following or following in _JOINERS

    def _walk(self, document: Document, name: str, first: int, bits: int) -> Found[T] | None:
        best: Found[T] | None = None
        token = first + 1
        while True:
            if name in self._values:
                best = Found(first, token, bits, self._known[self._values[name]])
            if name not in self._unfinished or token >= len(document):
                return best
            form = document.form(token)
            if form in _JOINERS and token + 1 < len(document):
                token += 1
                continue
            # A number phrase is one token without a form.
            for word in [form] if form else forms(document.text[document.start(token) : document.end(token)]):
                name += f" {word}"
            token += 1
