"""Number phrases put among the words: each becomes one token."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from operator import itemgetter

from msgspec import Struct, field

from ..text.markers import marker
from ..text.words import WORDS, Word
from .patterns import LEXICON
from .quantity import Number, Quantity


class Numbered(Struct):
    """Words with number phrases put together. `spans` has the offsets of each token that stands for a phrase."""

    words: list[Word]
    starts: list[int]
    classes: str
    quantities: dict[int, Quantity] = field(default_factory=dict)
    ordinals: dict[int, int] = field(default_factory=dict)
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)


class Phrase(Struct):
    """Tokens first … end - 1 that become one token: its marker, its span and what it means."""

    first: int
    end: int
    word: Word
    span: tuple[int, int]
    quantity: Quantity | None = None
    ordinal: int | None = None


def phrase(
    first: int, end: int, place: tuple[int, int], number: Number, kinds: Iterable[str] = (), bits: int = 0
) -> Phrase:
    """The phrase of one number: vague, whole, or one that counts nobody."""
    if number.vague:
        whole = int(number.value)
        size, quantity = ["VAGUE"], Quantity(whole, None, "vague", (number,))
    elif not number.value.is_integer():
        size, quantity = ["FRACTION"], Quantity(None, None, None, (number,))
    else:
        whole = int(number.value)
        size = ["EXACT", "DAY"] if 1 <= whole <= 31 else ["EXACT"]
        quantity = Quantity(whole, whole, None, (number,))
    return Phrase(first, end, WORDS[marker("QUANTITY", *size, *kinds, bits=bits)], place, quantity)


def put_together(text: Numbered, phrases: list[Phrase]) -> Numbered:
    """`text` with each of `phrases` made one token; earlier phrases outside the new ones are shifted."""
    if not phrases:
        return text
    result = Numbered([], [], "")
    classes: list[str] = []
    characters = LEXICON.tag([phrase.word.key for phrase in phrases])
    shifts: list[tuple[int, int, int]] = []  # old tokens done … end - 1, and by how much their index falls
    done = 0
    for phrase, character in zip(phrases, characters, strict=True):
        shifts.append((done, phrase.first, done - len(result.words)))
        result.words += text.words[done : phrase.first]
        result.starts += text.starts[done : phrase.first]
        token = len(result.words)
        result.words.append(phrase.word)
        result.starts.append(text.starts[phrase.first])
        classes += (text.classes[done : phrase.first], character)
        result.spans[token] = phrase.span
        if phrase.quantity is not None:
            result.quantities[token] = phrase.quantity
        if phrase.ordinal is not None:
            result.ordinals[token] = phrase.ordinal
        done = phrase.end
    shifts.append((done, len(text.words), done - len(result.words)))
    result.words += text.words[done:]
    result.starts += text.starts[done:]
    result.classes = "".join((*classes, text.classes[done:]))
    for token, place in text.spans.items():
        first, end, shift = shifts[bisect_right(shifts, token, key=itemgetter(0)) - 1]
        if first <= token < end:
            result.spans[token - shift] = place
            if token in text.quantities:
                result.quantities[token - shift] = text.quantities[token]
            if token in text.ordinals:
                result.ordinals[token - shift] = text.ordinals[token]
    return result
