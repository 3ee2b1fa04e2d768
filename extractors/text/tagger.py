"""Class strings in several lexicons at once: a new word is read once for all of them."""

from __future__ import annotations

from sys import intern

from ..engine.front import columns
from .clitics import Form
from .lexicon import Lexicon
from .memo import Memo

_REMEMBERED = 60_000  # words; the vocabulary of news is Zipfian, its tail endless


class Tagger:
    """Gives words their class characters in the lexicons in use, which are those that a class string was asked of."""

    def __init__(self) -> None:
        self._words = _Words(())

    def tag(self, keys: list[str], lexicon: Lexicon) -> dict[Lexicon, str]:
        """The class strings of words, given by their keys, in one lexicon and those others that cost nothing more."""
        words = self._words
        if lexicon not in words.lexicons:
            self._words = _Words((*words.lexicons, lexicon))
            return {lexicon: lexicon.tag(keys)}
        return dict(zip(words.lexicons, columns(words, keys, len(words.lexicons)), strict=True))


class _Words(Memo[str, str]):
    """The characters of each word, one for each lexicon; equal ones are one string."""

    def __init__(self, lexicons: tuple[Lexicon, ...]) -> None:
        super().__init__(self._read, _REMEMBERED)
        self.lexicons = lexicons
        self._characters = [lexicon.lookup.character for lexicon in lexicons]

    def _read(self, key: str) -> str:
        form = Form(key)
        return intern("".join([character(form) for character in self._characters]))
