"""Words: what is known of each distinct piece of text, looked up once for all lexicons."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from .clitics import Form
from .folding import fold
from .markers import MARKER
from .tokens import bare

if TYPE_CHECKING:
    from .lexicon import Lexicon

_GENERATION = 20_000  # words; the vocabulary of news is Zipfian, its tail endless


class Word:
    """A distinct piece of text, or the marker that stands for a number phrase.

    `form` is folded, and empty for a marker; `length` leaves out the white space after the word; `characters` has
    the class character of each lexicon.
    """

    __slots__ = ("characters", "form", "length", "piece")

    def __init__(self, piece: str, characters: tuple[str, ...], form: str, length: int) -> None:
        self.piece = piece
        self.characters = characters
        self.form = form
        self.length = length


class Vocabulary(dict[str, Word]):
    """Pieces → words, and the lexicons that they are looked up in.

    The words of two generations are remembered: what the newer one lacks and the older one has moves over, so that
    common words stay and rare ones go.
    """

    def __init__(self) -> None:
        super().__init__()
        self._older: dict[str, Word] = {}
        self._adding = threading.Lock()
        self._lexicons: list[Lexicon] = []
        self._known: set[str] = set()  # the words of all lexicons
        self._characters: dict[str, str] = {}  # one string object for each character, whatever the number of its words

    def add(self, lexicon: Lexicon) -> int:
        """Looks words up in one more lexicon; gives its place among the `characters` of a word."""
        with self._adding:  # threads may load extractors at once
            self._known.update(lexicon.words)
            number = len(self._lexicons)
            self._lexicons.append(lexicon)
            self._older = {}
            self.clear()
        return number

    def __missing__(self, piece: str) -> Word:
        if len(self) >= _GENERATION:
            self._older = dict(self)
            self.clear()
        word = self[piece] = self._older.get(piece) or self._new(piece)
        return word

    def renewed(self, word: Word) -> Word:
        """A word looked up in all lexicons, where one is younger than it."""
        if len(word.characters) == len(self._lexicons):
            return word
        new = self[word.piece] = self._looked_up(word.piece)
        return new

    def _new(self, piece: str) -> Word:
        """A word that is not remembered, after the same one before another sign where that is."""
        plain = bare(piece)
        other = plain if plain != piece else f"{plain} "
        known = self.get(other) or self._older.get(other)
        if known is None or len(known.characters) < len(self._lexicons):
            return self._looked_up(piece)
        return Word(piece, known.characters, known.form, len(plain))

    def _looked_up(self, piece: str) -> Word:
        if piece.startswith(MARKER):
            found = [lexicon.marker_character(piece) for lexicon in self._lexicons]
            return Word(piece, self._shared(found), "", 0)
        plain = bare(piece)
        form = fold(plain)
        read = Form(form)
        if any(rest in self._known for _, rest in read.readings):
            found = [lexicon.character(read) for lexicon in self._lexicons]
        else:  # most rare words
            found = [lexicon.guessed_character(read) for lexicon in self._lexicons]
        return Word(piece, self._shared(found), form, len(plain))

    def _shared(self, characters: list[str]) -> tuple[str, ...]:
        return tuple([self._characters.setdefault(character, character) for character in characters])


VOCABULARY = Vocabulary()
