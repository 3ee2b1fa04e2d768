"""Number phrases: digits in any script, number words, duals, multipliers, ranges, modifiers, vague quantities.

Two passes: first each run of number words becomes plain numbers (`ثلاثة وعشرين ألفا و110` is one), then the modifiers
and ranges around them are read (`ما لا يقل عن`, `بين 5 و7`). Each phrase becomes one token of the document.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from pathlib import Path

from msgspec.structs import replace

from ..grammar.rules import Scanner, literals
from ..grammar.source import spans
from ..text.clitics import ARTICLE, CONJUNCTION, PREPOSITION, PREPOSITIONS, letters_after
from ..text.lexicon import Lexicon
from ..text.markers import marker
from ..text.words import VOCABULARY, Word
from .arithmetic import Item, NumeralKind, PlainNumber, evaluate
from .quantity import Modifier, Number, Quantity

_BEFORE, _AFTER = 8, 6  # tokens that a phrase may have before and after its number
_GREATEST = 1e15  # above which digits count nothing, and a float is not exact
_CLITICS = {"و": CONJUNCTION, "ف": CONJUNCTION, **PREPOSITIONS}

_NUMBER_WORD = "<DIGITS|DECIMAL|UNIT|TEN|TENS|HUNDRED|HUNDREDS|SCALE|DUAL|VAGUE>"
# A multiplier behind 2-3 is no number of its own: 2-3 آلاف
_PLAIN = rf"""
      (?P<ordinal><ORDINAL>(?:<TEN>|<TENS&WA&AL>))
    | (?!(?<=<JOINED>)<SCALE>)
      (?P<number>(?:<CLITIC>?(?:<PART>(?=<SCALE>)|(?!<HUNDRED&AL&BI>){_NUMBER_WORD})(?:<PART&WA><SCALE&AL>?)?)+)
      (?P<percent><PERCENT>|"في"<HUNDRED&AL>|<HUNDRED&AL&BI>)?
"""
_N = "<QUANTITY>"
_BOUND = '(?:"على"|"عن")?'
# The look-ahead names every token that a phrase can begin with, so that the rest is tried at few places.
_MODIFIED = rf"""
    (?=<MA|"بين"|"من"|"أقل"|"لا"|"دون"|"أكثر"|"أزيد"|EXCEED|APPROX|NEAR|"في"|"حدود"|SEVERAL|QUANTITY>)
    (?:
      (?P<range><MA>?"بين"{_N}(?:<QUANTITY&WA>|(?:"إلى"|"حتى"){_N})|"من"{_N}(?:"إلى"|"حتى"){_N}|{_N}(?:"أو"|"إلى"){_N})
    | (?:
        (?P<at_most>"أقل من"|<MA>?"لا"<EXCEED><COUNT_OF>?{_BOUND}|<MA>(?:"قد")?"يصل"<COUNT_OF>?"إلى"|"دون")
      | (?P<at_least>"أكثر من"|"أزيد من"|<MA>?"لا"<FALL_SHORT><COUNT_OF>?"عن"|<MA>?<EXCEED><COUNT_OF>?{_BOUND})
      | (?P<about>(?:<APPROX>|<MA>?<NEAR><COUNT_OF>?(?:"من")?|"في"?"حدود")(?:<COUNT_OF>)?)
      | (?P<several><SEVERAL>)
      )?
      (?P<count>{_N})
      (?:
        (?P<or_more>"على الأقل"|"على أقل تقدير"|"كحد أدنى"|"أو أكثر"|<"أكثر"&WA>)
      | (?P<or_less>"على الأكثر"|"على أقصى تقدير"|"كحد أقصى")
      | (?P<roughly>"تقريبا")
      )?
    )
"""

_LEXICON = Lexicon(Path(__file__).with_name("numerals.tsv"), literals=literals([_PLAIN, _MODIFIED]))
_PLAIN_SCANNER = Scanner(_LEXICON, _PLAIN)
_MODIFIED_SCANNER = Scanner(_LEXICON, _MODIFIED)


@dataclass(slots=True)
class Numbered:
    """Words with number phrases put together. `spans` has the offsets of each token that stands for a phrase."""

    words: list[Word]
    starts: list[int]
    classes: str
    quantities: dict[int, Quantity] = field(default_factory=dict)
    ordinals: dict[int, int] = field(default_factory=dict)
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)


@dataclass(slots=True)
class _Phrase:
    """Tokens first … end - 1 that become one token: its marker, its span and what it means."""

    first: int
    end: int
    word: Word
    span: tuple[int, int]
    quantity: Quantity | None = None
    ordinal: int | None = None


def parse(words: list[Word], starts: list[int]) -> Numbered:
    """`words` with each number phrase made one token."""
    number = _LEXICON.number
    text = Numbered(words, starts, "".join([word.characters[number] for word in words]))
    plain = _put_together(text, _plain_numbers(text))
    return _put_together(plain, _modified_numbers(plain)) if plain.quantities else plain


def _put_together(text: Numbered, phrases: list[_Phrase]) -> Numbered:
    """`text` with each of `phrases` made one token; phrases that were parsed before and are in none move along."""
    if not phrases:
        return text
    result = Numbered([], [], "")
    classes: list[str] = []
    shifts: list[tuple[int, int, int]] = []  # old tokens done … end - 1, and by how much their index falls
    done = 0
    for phrase in phrases:
        shifts.append((done, phrase.first, done - len(result.words)))
        result.words += text.words[done : phrase.first]
        result.starts += text.starts[done : phrase.first]
        token = len(result.words)
        result.words.append(phrase.word)
        result.starts.append(text.starts[phrase.first])
        classes += (text.classes[done : phrase.first], phrase.word.characters[_LEXICON.number])
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


def _plain_numbers(text: Numbered) -> list[_Phrase]:
    words, starts = text.words, text.starts
    phrases: list[_Phrase] = []
    for found in _PLAIN_SCANNER.finditer(text.classes):
        groups = spans(found)
        if "ordinal" in groups:
            phrases.append(_ordinal(words, starts, *groups["ordinal"]))
            continue
        first, end = groups["number"]
        percent = groups.get("percent")
        if end - first == 1 and not percent:
            if alone := _alone(words[first]):
                phrases.append(_moved(alone, first, starts[first]))
            continue
        numbers = evaluate([_item(words, starts, token) for token in range(first, end)])
        for number in numbers:
            whole = percent and number is numbers[-1] and number.end_token == percent[0]
            phrases.append(_percentage(number, percent[1], words, starts) if percent and whole else _exact(number))
    return phrases


@lru_cache(maxsize=2_000)
def _alone(word: Word) -> _Phrase | None:
    """The phrase that a number of one word is, at the start of a text; most numbers are."""
    numbers = evaluate([_item([word], [0], 0)])
    return _exact(numbers[0]) if numbers else None


def _moved(phrase: _Phrase, token: int, offset: int) -> _Phrase:
    """A phrase of one word at another place."""
    start, end = phrase.span[0] + offset, phrase.span[1] + offset
    quantity = phrase.quantity
    if quantity is not None:
        (number,) = quantity.numbers
        moved = Number(start, end, number.value, number.vague, number.words, number.scale)
        quantity = Quantity(quantity.min, quantity.max, quantity.modifier, (moved,))
    return _Phrase(token, token + 1, phrase.word, (start, end), quantity)


def _ordinal(words: list[Word], starts: list[int], first: int, end: int) -> _Phrase:
    """الثاني عشر, الحادي والعشرين: the values of the parts add up."""
    parts = [_LEXICON.analyse(word.form) for word in words[first:end]]
    bits = parts[0][0]
    place = (letters_after(words[first].piece, starts[first], bits), starts[end - 1] + words[end - 1].length)
    value = int(sum(_value(names) for _, names in parts))
    return _Phrase(first, end, VOCABULARY[marker("ORDINAL", bits=bits)], place, ordinal=value)


def _value(classes: frozenset[str]) -> float:
    return next(float(name) for name in classes if name[0].isdigit())


def _item(words: list[Word], starts: list[int], token: int) -> Item:
    kind, value, bits, marks, offset, length = _reading(words[token])
    start = starts[token]
    return Item(kind, value, bits, start, start + offset, start + length, token, marks)


@lru_cache(maxsize=2_000)
def _reading(word: Word) -> tuple[NumeralKind, float, int, frozenset[str], int, int]:
    """Kind, value, clitics and marks of a number word; where it begins in its piece after clitics, and ends."""
    form, length = word.form, word.length
    bits, classes = _LEXICON.analyse(form)
    if "CLITIC" in classes:
        definite = form.endswith(("ال", "لل"))
        bits = _clitics(form)
        return (
            NumeralKind.CLITIC,
            0,
            bits,
            frozenset(),
            letters_after(word.piece, 0, bits) if definite else length,
            length,
        )
    if "DIGITS" in classes or "DECIMAL" in classes:
        return NumeralKind.DIGITS, _digits(form), bits, frozenset(), 0, length
    kind = next(kind for kind in NumeralKind if kind.name in classes)
    marks = classes & {"COMPOUND", "ALEF", "PLURAL"}
    return kind, _value(classes), bits, marks, letters_after(word.piece, 0, bits), length


def _clitics(form: str) -> int:
    """The bits of clitics written apart from a number: و, بال, ولل."""
    bits = ARTICLE if form.endswith(("ال", "لل")) else 0
    for letter in form.removesuffix("ال"):
        bits |= _CLITICS.get(letter, 0)
    return bits


def _digits(form: str) -> float:
    """`1,800` and `1.000.000` have separators of thousands, `1.5` and `6,1` a decimal mark."""
    head, comma, tail = form.replace("،", ",").rpartition(",")
    if comma and len(tail) < 3:
        form = f"{head}.{tail}"
    form = form.replace(",", "").replace("،", "")
    return float(form.replace(".", "") if form.count(".") > 1 else form)


def _exact(number: PlainNumber) -> _Phrase:
    value = min(number.value, _GREATEST)
    parsed = Number(number.start, number.end, value, number.vague, number.words, number.scale)
    whole = int(value)
    if number.vague:
        kinds = ["VAGUE"]
        quantity = Quantity(whole, None, "vague", (parsed,))
    elif whole != number.value:
        kinds = ["FRACTION"]
        quantity = Quantity(None, None, None, (parsed,))
    else:
        kinds = ["EXACT", "DAY"] if 1 <= whole <= 31 else ["EXACT"]
        if number.four_digits and 1900 <= whole < 2100:
            kinds.append("YEAR")
        quantity = Quantity(whole, whole, None, (parsed,))
    if number.bits & ARTICLE:
        kinds.append("DEFINITE")
    word = VOCABULARY[marker("QUANTITY", *kinds, bits=number.bits & ~ARTICLE)]
    return _Phrase(number.first_token, number.end_token, word, (number.start, number.end), quantity)


def _percentage(number: PlainNumber, end: int, words: list[Word], starts: list[int]) -> _Phrase:
    last = end - 1
    place = (number.start, starts[last] + words[last].length)
    return _Phrase(number.first_token, end, VOCABULARY[marker("PERCENTAGE", bits=number.bits & ~ARTICLE)], place)


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


def _modified_numbers(text: Numbered) -> list[_Phrase]:
    phrases: list[_Phrase] = []
    places = _around(text.quantities)
    for found in (found for place in places for found in _MODIFIED_SCANNER.finditer(text.classes, *place)):
        first, end = found.span()
        if end - first == 1:
            continue  # a plain number
        if found["several"] is not None and text.words[first].piece.rstrip().endswith("ه"):
            continue  # بعده بأربعة أعوام: after it, which folds to بعدة
        inside = [text.quantities[token] for token in range(first, end) if token in text.quantities]
        modifier = _modifier(found.groupdict())
        quantity = combine(inside, modifier)
        if quantity is None:
            continue
        bits = _LEXICON.bits(text.classes[first])
        start, stop = _span(text, first, bits)[0], _span(text, end - 1, 0)[1]
        kind = {"range": "RANGE", "vague": "VAGUE"}.get(quantity.modifier or "")
        word = VOCABULARY[marker("QUANTITY", *([kind] if kind else []), bits=bits & (CONJUNCTION | PREPOSITION))]
        phrases.append(_Phrase(first, end, word, (start, stop), quantity))
    return phrases


def _span(text: Numbered, token: int, bits: int) -> tuple[int, int]:
    """Start of a token after its clitics, and its end."""
    if token in text.spans:
        return text.spans[token]
    start = text.starts[token]
    word = text.words[token]
    return letters_after(word.piece, start, bits), start + word.length


def _modifier(groups: dict[str, str | None]) -> Modifier:
    if groups["range"]:
        return "range"
    if groups["at_least"] or groups["or_more"]:
        return "at_least"
    if groups["at_most"] or groups["or_less"]:
        return "at_most"
    return "vague" if groups["several"] else "about"


def combine(quantities: list[Quantity], modifier: Modifier) -> Quantity | None:
    """The quantity that a modifier makes of the plain ones in its phrase; None where they do not go together."""
    numbers = tuple(number for quantity in quantities for number in quantity.numbers)
    if modifier == "range":
        numbers = _scaled_alike(*numbers)
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
