"""Particles attached to a word: و ف, then ب ل ك, then ال, as bits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

# A character of a class string stands for a set of classes and these bits. Their order keeps the ranges of a character
# class few: what asks for ال or for none is half a block.
PREPOSITIONS = {"ب": 1, "ل": 2, "ك": 3}
PREPOSITION = 3
CONJUNCTION = 4  # و ف
ARTICLE = 8  # ال


def particles(form: str) -> Iterator[tuple[int, str]]:
    """The ways to read a folded form as particles and a word, plainest first.

    >>> [rest for _, rest in particles("وبالقتلي")]
    ['وبالقتلي', 'بالقتلي', 'القتلي', 'قتلي']
    """
    yield 0, form
    yield from _article(0, form)
    yield from _preposition(0, form)
    if len(form) > 2 and form[0] in "وف":
        yield CONJUNCTION, form[1:]
        yield from _article(CONJUNCTION, form[1:])
        yield from _preposition(CONJUNCTION, form[1:])


def _article(bits: int, form: str) -> Iterator[tuple[int, str]]:
    if len(form) > 3 and form.startswith("ال"):
        yield bits | ARTICLE, form[2:]


def _preposition(bits: int, form: str) -> Iterator[tuple[int, str]]:
    if len(form) < 3 or form[0] not in PREPOSITIONS:
        return
    with_preposition = bits | PREPOSITIONS[form[0]]
    yield with_preposition, form[1:]
    yield from _article(with_preposition, form[1:])
    if form.startswith("لل"):  # ل + ال + word
        yield with_preposition | ARTICLE, form[2:]


def definite(readings: Sequence[tuple[int, str]]) -> tuple[int, str]:
    """The first reading with ال; else the plainest, which has no particles."""
    return next((reading for reading in readings if reading[0] & ARTICLE), readings[0])


def letters_after(piece: str, start: int, bits: int) -> int:
    """The offset in the text at which the word of a piece at `start` begins, after its particles و ف ب ل ك.

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
