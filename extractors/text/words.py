"""Words: what is known of each distinct piece of text, looked up once for all lexicons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .folding import fold
from .quantity import MARKER
from .tokens import bare

if TYPE_CHECKING:
    from .lexicon import Lexicon

_MOST = 30_000  # words remembered; the vocabulary of news is Zipfian, its tail endless


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
    """Pieces → words, and the lexicons that they are looked up in."""

    def __init__(self) -> None:
        super().__init__()
        self._lexicons: list[Lexicon] = []
        self._characters: dict[str, str] = {}  # one string object for each character, whatever the number of its words

    def add(self, lexicon: Lexicon) -> int:
        """Looks words up in one more lexicon; gives its place among the `characters` of a word."""
        self._lexicons.append(lexicon)
        self.clear()
        return len(self._lexicons) - 1

    def __missing__(self, piece: str) -> Word:
        if len(self) >= _MOST:
            self.clear()
        number = piece.startswith(MARKER)
        plain = "" if number else bare(piece)
        form = fold(plain)
        found = (lexicon.character(piece if number else form) for lexicon in self._lexicons)
        characters = tuple(self._characters.setdefault(character, character) for character in found)
        word = self[piece] = Word(piece, characters, form, len(plain))
        return word


VOCABULARY = Vocabulary()
