"""Numbers with what bounds them: `ما لا يقل عن 20`, `بين 5 و7`, `نحو 50`."""

from __future__ import annotations

from collections.abc import Container, Iterable
from math import isnan

from msgspec.structs import replace

from ..text.clitics import CONJUNCTION, PREPOSITION, letters_after
from ..text.markers import marker
from ..text.words import WORDS
from .patterns import BOUNDED, CHANGED, IS_VERB, LEXICON
from .phrase import Numbered, Phrase
from .quantity import Modifier, Number, Quantity

_BEFORE, _AFTER = 8, 6  # tokens that a phrase may have before and after its number
_KINDS: dict[str | None, str] = {"range": "RANGE", "vague": "VAGUE"}


def bounded_numbers(text: Numbered) -> list[Phrase]:
    phrases: list[Phrase] = []
    for found in BOUNDED.within(text.classes, _around(text.quantities)):
        first, end = found.first, found.end
        if end - first == 1:
            continue  # a plain number
        groups = found.spans
        if "several" in groups and text.words[first].piece.rstrip().endswith("ه"):
            continue  # بعده بأربعة أعوام: after it, which folds to بعدة
        if "change" in groups and CHANGED.search(text.classes, max(0, first - 14), first):
            continue
        inside = [text.quantities[token] for token in range(first, end) if token in text.quantities]
        modifier = _modifier(groups)
        quantity = combine(inside, modifier)
        if quantity is None:
            continue
        bits = LEXICON.bits(text.classes[first])
        start, stop = _span(text, first, bits)[0], _span(text, end - 1, 0)[1]
        kinds = [_KINDS[quantity.modifier]] if quantity.modifier in _KINDS else []
        if not kinds and IS_VERB.match(text.classes, first):
            kinds.append("VERBAL")
        elif not kinds and quantity.numbers[0].words and quantity.numbers[0].value == 1:
            kinds.append("ONE")
        word = WORDS[marker("QUANTITY", *kinds, bits=bits & (CONJUNCTION | PREPOSITION))]
        phrases.append(Phrase(first, end, word, (start, stop), quantity))
    return phrases


def _around(tokens: Iterable[int]) -> list[tuple[int, int]]:
    """The stretches in which phrases that hold one of `tokens` lie."""
    stretches: list[tuple[int, int]] = []
    for token in tokens:
        start, end = max(0, token - _BEFORE), token + _AFTER
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
    return stretches


def _span(text: Numbered, token: int, bits: int) -> tuple[int, int]:
    """Start of a token after its clitics, and its end."""
    if token in text.spans:
        return text.spans[token]
    start = text.starts[token]
    word = text.words[token]
    return letters_after(word.piece, start, bits), start + word.length


def _modifier(groups: Container[str]) -> Modifier:
    if "range" in groups:
        return "range"
    if "at_least" in groups or "or_more" in groups:
        return "at_least"
    if "at_most" in groups or "or_less" in groups:
        return "at_most"
    return "vague" if "several" in groups else "about"


def combine(quantities: list[Quantity], modifier: Modifier) -> Quantity | None:
    """The quantity that a modifier makes of the plain ones in its phrase; None where they do not go together."""
    if any(quantity.modifier == "range" for quantity in quantities):  # نحو 2-3 آلاف is the range
        return None
    numbers = tuple(number for quantity in quantities for number in quantity.numbers)
    if modifier == "range":
        numbers = _scaled_alike(*numbers)
    if any(isnan(number.value) for number in numbers):
        return None
    values = [int(number.value) for number in numbers]
    if modifier == "range":
        low, high = values
        if any(number.vague for number in numbers) or low > high:
            return None
        return Quantity(low, high, "range", numbers)
    value = values[0]
    if modifier == "at_least":
        return Quantity(value, None, "at_least", numbers)
    if modifier == "vague" or numbers[0].vague:
        return Quantity(value, None, "vague", numbers)
    if modifier == "at_most":
        return Quantity(None, value, "at_most", numbers)
    return Quantity(value, value, "about", numbers)


def _scaled_alike(low: Number, high: Number) -> tuple[Number, Number]:
    """بين 20 و25 ألف: the multiplier of the upper bound is meant for the lower as well, where it then is the lower."""
    if low.scale == 1 < high.scale and low.value < high.value / high.scale:
        low = replace(low, value=low.value * high.scale)
    return low, high
