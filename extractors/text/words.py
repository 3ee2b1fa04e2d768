"""Words: what is known of each distinct piece of text, whatever the lexicon."""

from __future__ import annotations

from .folding import fold
from .markers import MARKER
from .memo import Memo
from .tokens import bare


class Word:
    """A distinct piece of text, or the marker that stands for a number phrase.

    `form` is folded, and empty for a marker; `key` is what lexicons know it by: the form, or the marker. `length`
    leaves out the white space after the word.
    """

    __slots__ = ("form", "key", "length", "piece")

    def __init__(self, piece: str) -> None:
        self.piece = piece
        if piece.startswith(MARKER):
            self.form, self.key, self.length = "", piece, 0
        else:
            plain = bare(piece)
            self.form = self.key = fold(plain)
            self.length = len(plain)


WORDS: Memo[str, Word] = Memo(Word, 40_000)  # the vocabulary of news is Zipfian, its tail endless
