"""Plain numbers, each run of number words one of them: `ثلاثة وعشرين ألفا و110`; percentages, ordinals, 2-3 آلاف."""

from __future__ import annotations

from functools import lru_cache
from math import nan

from ..engine.sre import lazy
from ..text.clitics import ARTICLE, letters_after
from ..text.markers import marker
from ..text.words import WORDS, Word
from .arithmetic import PlainNumber, evaluate
from .patterns import IS_MEASURED, IS_NOUN, LEXICON, PLAIN
from .phrase import Numbered, Phrase, phrase
from .quantity import Number, Quantity
from .words import item, reading, value_of

_JOINED = lazy(r"(\d+)(\D)(\d+)")
_GREATEST = 1e15  # above which digits count nothing, and a float is not exact


def plain_numbers(text: Numbered) -> list[Phrase]:
    words, starts = text.words, text.starts
    phrases: list[Phrase] = []
    for found in PLAIN.finditer(text.classes):
        groups = found.spans
        if "ordinal" in groups:
            phrases.append(_ordinal(words, starts, *groups["ordinal"]))
            continue
        if "signed" in groups:  # +3 behind a post: pictures that are not shown
            phrases.append(_uncounted(words, starts, *groups["signed"]))
            continue
        if "joined" in groups:
            phrases += _joined(words, starts, groups["joined"][0])
            continue
        first, end = groups["number"]
        percent = groups.get("percent")
        measured = IS_MEASURED.match(text.classes, end) is not None
        counted = IS_NOUN.match(text.classes, end) is not None
        if end - first == 1 and not percent:
            if alone := _alone(words[first], measured, counted):
                phrases.append(_moved(alone, first, starts[first]))
            continue
        items = [item(words, starts, token, measured or token + 1 < end) for token in range(first, end)]
        numbers = evaluate(items, counted)
        for number in numbers:
            whole = percent and number is numbers[-1] and number.end_token == percent[0]
            phrases.append(_percentage(number, percent[1], words, starts) if percent and whole else _exact(number))
    return phrases


@lru_cache(maxsize=2_000)
def _alone(word: Word, measured: bool, counted: bool) -> Phrase | None:
    """The phrase that a number of one word is, at the start of a text; most numbers are."""
    numbers = evaluate([item([word], [0], 0, measured)], counted)
    return _exact(numbers[0]) if numbers else None


def _moved(phrase: Phrase, token: int, offset: int) -> Phrase:
    """A phrase of one word at another place."""
    start, end = phrase.span[0] + offset, phrase.span[1] + offset
    quantity = phrase.quantity
    if quantity is not None:
        (number,) = quantity.numbers
        moved = Number(start, end, number.value, number.vague, number.words, number.scale)
        quantity = Quantity(quantity.min, quantity.max, quantity.modifier, (moved,))
    return Phrase(token, token + 1, phrase.word, (start, end), quantity)


def _ordinal(words: list[Word], starts: list[int], first: int, end: int) -> Phrase:
    """الثاني عشر, الحادي والعشرين: the values of the parts add up."""
    parts = [LEXICON.analyse(word.form) for word in words[first:end]]
    bits = parts[0][0]
    place = (letters_after(words[first].piece, starts[first], bits), starts[end - 1] + words[end - 1].length)
    value = int(sum(value_of(names) for _, names in parts))
    return Phrase(first, end, WORDS[marker("ORDINAL", bits=bits)], place, ordinal=value)


def _joined(words: list[Word], starts: list[int], token: int) -> list[Phrase]:
    """2-3 آلاف, 3/4 مليون; nothing where that is neither a range nor a fraction."""
    low, sign, high = _JOINED.fullmatch(words[token].form).groups()  # type: ignore[union-attr]
    scale = reading(words[token + 1], False)[1]
    place = starts[token], starts[token + 1] + words[token + 1].length
    if sign == "/" and int(low) < int(high) <= 4:
        number = Number(*place, int(low) / int(high) * scale)
        return [phrase(token, token + 2, place, number)]
    if sign not in "-–" or int(low) >= int(high):
        return []
    numbers = tuple(Number(*place, int(bound) * scale, scale=scale) for bound in (low, high))
    quantity = Quantity(int(numbers[0].value), int(numbers[1].value), "range", numbers)
    return [Phrase(token, token + 2, WORDS[marker("QUANTITY", "RANGE")], place, quantity)]


def _uncounted(words: list[Word], starts: list[int], first: int, end: int) -> Phrase:
    """Digits that count nothing."""
    place = starts[first], starts[end - 1] + words[end - 1].length
    return phrase(first, end, place, Number(*place, nan))


def _exact(number: PlainNumber) -> Phrase:
    value = number.value if number.value <= _GREATEST else nan
    parsed = Number(number.start, number.end, value, number.vague, number.words, number.scale)
    kinds = ["YEAR"] if number.four_digits and 1900 <= value < 2100 else []
    if number.words and value == 1:
        kinds.append("ONE")
    if number.bits & ARTICLE:
        kinds.append("DEFINITE")
    place = number.start, number.end
    return phrase(number.first_token, number.end_token, place, parsed, kinds, number.bits & ~ARTICLE)


def _percentage(number: PlainNumber, end: int, words: list[Word], starts: list[int]) -> Phrase:
    last = end - 1
    place = (number.start, starts[last] + words[last].length)
    return Phrase(number.first_token, end, WORDS[marker("PERCENTAGE", bits=number.bits & ~ARTICLE)], place)
