"""Clitics attached to a word: و ف, then ب ل ك, then ال, as bits."""

from __future__ import annotations

from .markers import MARKER, read_marker
from .shapes import shape

# A character of a class string stands for a set of classes and these bits. Their order keeps the ranges of a character
# class few: what asks for ال or for none is half a block.
PREPOSITIONS = {"ب": 1, "ل": 2, "ك": 3}
PREPOSITION = 3
CONJUNCTION = 4  # و ف
ARTICLE = 8  # ال
_CONJUNCTIONS = frozenset("وف")


def segmentations(form: str) -> list[tuple[int, str]]:
    """The ways to read a folded form as clitics and a word, plainest first.

    >>> [rest for _, rest in segmentations("وبالقتلي")]
    ['وبالقتلي', 'بالقتلي', 'القتلي', 'قتلي']
    """
    readings = [(0, form)]
    _add(readings, 0, form)
    if form[:1] in _CONJUNCTIONS and len(form) > 2:
        readings.append((CONJUNCTION, form[1:]))
        _add(readings, CONJUNCTION, form[1:])
    return readings


def _add(readings: list[tuple[int, str]], bits: int, form: str) -> None:
    """Adds the readings of a form with an article, a preposition, or both."""
    if form.startswith("ال"):
        if len(form) > 3:
            readings.append((bits | ARTICLE, form[2:]))
        return
    preposition = PREPOSITIONS.get(form[:1])
    if preposition is None or len(form) < 3:
        return
    bits |= preposition
    readings.append((bits, form[1:]))
    if form.startswith("ال", 1) and len(form) > 4:
        readings.append((bits | ARTICLE, form[3:]))
    if form.startswith("لل"):  # ل + ال + word
        readings.append((bits | ARTICLE, form[2:]))


class Form:
    """A folded form, read once for all lexicons: its readings, the first with ال or else the plainest, their looks.

    A number phrase, given by its marker, has one reading.
    """

    __slots__ = ("definite", "definite_look", "look", "readings")

    def __init__(self, form: str) -> None:
        self.readings = [read_marker(form)] if form.startswith(MARKER) else segmentations(form)
        self.look = shape(form)
        self.definite, self.definite_look = self.readings[0], self.look
        for reading in self.readings:
            if reading[0] & ARTICLE:
                self.definite, self.definite_look = reading, shape(reading[1])
                break


def letters_after(piece: str, start: int, bits: int) -> int:
    """The offset in the text at which the word of a piece at `start` begins, after its clitics و ف ب ل ك.

    ال belongs to the word, and so does the ل of لل, which swallows it.
    """
    letters = bool(bits & CONJUNCTION) + bool(bits & PREPOSITION)
    if bits & ARTICLE and bits & PREPOSITION == PREPOSITIONS["ل"]:
        letters -= 1
    offset = 0
    for _ in range(letters):
        offset += 1
        while offset < len(piece) - 1 and not piece[offset].isalpha():
            offset += 1
    return start + offset
