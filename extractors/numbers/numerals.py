"""Number phrases: digits in any script, number words, duals, multipliers, ranges, modifiers, vague quantities.

Two passes: first each run of number words becomes plain numbers (`ثلاثة وعشرين ألفا و110` is one), then the modifiers
and ranges around them are read (`ما لا يقل عن`, `بين 5 و7`). Each phrase becomes one token of the document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from math import isnan, nan
from operator import itemgetter
from pathlib import Path
from unicodedata import numeric

from msgspec.structs import replace

from ..grammar import Matcher, Rule, compile_pattern, literals
from ..text.clitics import ARTICLE, CONJUNCTION, PREPOSITION, PREPOSITIONS, letters_after
from ..text.lexicon import Lexicon
from ..text.markers import marker
from ..text.words import WORDS, Word
from .arithmetic import Item, NumeralKind, PlainNumber, evaluate
from .quantity import Modifier, Number, Quantity

_BEFORE, _AFTER = 8, 6  # tokens that a phrase may have before and after its number
_SEPARATOR = re.compile("[ ,،'’]")
_SEPARATED = re.compile(r"\d[ ,،'’]\d{3}|\.\d{3}\.")
_JOINED = re.compile(r"(\d+)(\D)(\d+)")
_GREATEST = 1e15  # above which digits count nothing, and a float is not exact
_CLITICS = {"و": CONJUNCTION, "ف": CONJUNCTION, **PREPOSITIONS}

_NOUN = "<WORD&NOWA&NOPREP&NOAL>"  # what is counted; no word of numerals.tsv
_NUMBER_WORD = "<DIGITS|DOTTED|DECIMAL|UNIT|TEN|TENS|HUNDRED|HUNDREDS|SCALE|DUAL|VAGUE>"
_PLAIN = rf"""
      (?P<ordinal><ORDINAL>(?:<TEN>|<TENS&WA&AL>))
    | (?P<joined><JOINED><SCALE>)
    | (?P<signed><PLUS><DIGITS>(?!{_NOUN}))
    | (?P<number>(?:<CLITIC>?
          (?:<UNIT>?<PART>(?=<SCALE>)|(?!<HUNDRED&AL&BI>){_NUMBER_WORD})(?:<PART&WA><SCALE>?)?
      )+)
      (?P<percent><PERCENT>|"في"<HUNDRED&AL>|<HUNDRED&AL&BI>)?
"""
_N = "<QUANTITY>"
_BOUND = '(?:"على"|"عن")?'
# The look-ahead names every token that a phrase can begin with, so that the rest is tried at few places.
_MODIFIED = rf"""
    (?=<MA|"بين"|"من"|"أقل"|"لا"|"ليس"|"دون"|"أكثر"|"أزيد"|EXCEED|APPROX|NEAR|"في"|"حدود"|SEVERAL|QUANTITY>)
    (?:
      (?P<range>(?:<APPROX>|<MA>?<NEAR><COUNT_OF>?(?:"من")?)?
        (?:<MA>?"بين"{_N}(?:<QUANTITY&WA>|(?:"إلى"|"حتى"){_N})|(?P<change>"من"{_N}(?:"إلى"|"حتى"){_N})|{_N}(?:"أو"|"إلى"){_N}))
    | (?:
        (?P<at_least>(?:"لا"|"ليس")(?:"أقل"|"بأقل")"من")
      | (?P<at_most>(?:"لا"|"ليس")(?:"أكثر"|"بأكثر"|"أزيد")"من")
      | (?P<at_most>"أقل من"|<MA>?"لا"<EXCEED><COUNT_OF>?{_BOUND}|<MA>(?:"قد")?"يصل"<COUNT_OF>?"إلى"|"دون")
      | (?P<at_least>"أكثر من"|"أزيد من"|<MA>?"لا"<FALL_SHORT><COUNT_OF>?"عن"|<MA>?<EXCEED><COUNT_OF>?{_BOUND})
      | (?P<about>(?:<APPROX>|<MA>?<NEAR><COUNT_OF>?(?:"من")?|"في"?"حدود")(?:<COUNT_OF>)?)
      | (?P<several><SEVERAL>)
      )?
      (?P<count>{_N})
      (?:
        (?P<or_more>"على الأقل"|"على أقل تقدير"|"كحد أدنى"|"أو أكثر"|<"أكثر"&WA>|<PLUS>(?={_NOUN}))
      | (?P<or_less>"على الأكثر"|"على أقصى تقدير"|"كحد أقصى")
      | (?P<roughly>"تقريبا")
      )?
    )
"""

_LEXICON = Lexicon(Path(__file__).with_name("numerals.tsv"), literals=literals([_PLAIN, _MODIFIED]))
_KINDS: dict[str | None, str] = {"range": "RANGE", "vague": "VAGUE"}
_IS_VERB = compile_pattern(_LEXICON, "<EXCEED|NEAR>")
_IS_NOUN = compile_pattern(_LEXICON, _NOUN)
_IS_MEASURED = compile_pattern(_LEXICON, "<SCALE|MEASURE>")
# ارتفع عدد القتلى من 13 إلى 17: two numbers, the later of which holds
_CHANGED = compile_pattern(_LEXICON, "<CHANGE>(?:<^STOP|BREAK|SEMICOLON|QUANTITY>{0,12})$")
_PLAIN_NUMBERS = Matcher(_LEXICON, [Rule("plain", _PLAIN, "ثلاثة وعشرين ألفا")])
_MODIFIED_NUMBERS = Matcher(_LEXICON, [Rule("modified", _MODIFIED, "ما لا يقل عن 20")])


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
    text = Numbered(words, starts, _LEXICON.tag([word.key for word in words]))
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
        classes += (text.classes[done : phrase.first], _LEXICON.tag([phrase.word.key]))
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
    for found in _PLAIN_NUMBERS.finditer(text.classes):
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
        measured = _IS_MEASURED.match(text.classes, end) is not None
        counted = _IS_NOUN.match(text.classes, end) is not None
        if end - first == 1 and not percent:
            if alone := _alone(words[first], measured, counted):
                phrases.append(_moved(alone, first, starts[first]))
            continue
        items = [_item(words, starts, token, measured or token + 1 < end) for token in range(first, end)]
        numbers = evaluate(items, counted)
        for number in numbers:
            whole = percent and number is numbers[-1] and number.end_token == percent[0]
            phrases.append(_percentage(number, percent[1], words, starts) if percent and whole else _exact(number))
    return phrases


@lru_cache(maxsize=2_000)
def _alone(word: Word, measured: bool, counted: bool) -> _Phrase | None:
    """The phrase that a number of one word is, at the start of a text; most numbers are."""
    numbers = evaluate([_item([word], [0], 0, measured)], counted)
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
    return _Phrase(first, end, WORDS[marker("ORDINAL", bits=bits)], place, ordinal=value)


def _value(classes: frozenset[str]) -> float:
    return next(float(name) for name in classes if name[0].isdigit())


def _item(words: list[Word], starts: list[int], token: int, measured: bool) -> Item:
    kind, value, bits, marks, offset, length = _reading(words[token], measured)
    start = starts[token]
    return Item(kind, value, bits, start, start + offset, start + length, token, marks)


@lru_cache(maxsize=2_000)
def _reading(word: Word, measured: bool) -> tuple[NumeralKind, float, int, frozenset[str], int, int]:
    """NumeralKind, value, clitics and marks of a number word; where it begins in its piece after clitics, and ends.

    `measured` where a multiplier or a unit of measure follows, which makes 1.244 a decimal; of people it is a thousand.
    """
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
    if "DOTTED" in classes and not measured:
        return NumeralKind.DIGITS, float(form.replace(".", "")), bits, frozenset(), 0, length
    if classes & {"DIGITS", "DOTTED", "DECIMAL"}:
        marks = frozenset({"SEPARATED"}) if _SEPARATED.search(form) else frozenset()
        return NumeralKind.DIGITS, _digits(form), bits, marks, 0, length
    if form.startswith("واحد") and "أ" in word.piece:  # وأحد الجنود, which folds to واحد
        marks = frozenset({"COMPOUND"})
        return NumeralKind.UNIT, 1, bits | CONJUNCTION, marks, letters_after(word.piece, 0, CONJUNCTION), length
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
    """`1,800`, `12 000`, `1.000.000` have separators of thousands, `1.5` and `6,1` a decimal mark, `2½` a fraction."""
    if not form[-1].isdecimal():
        return float(form[:-1] or 0) + numeric(form[-1])
    head, comma, tail = form.replace("،", ",").rpartition(",")
    if comma and len(tail) < 3:
        form = f"{head.replace('.', '')}.{tail}"
    form = _SEPARATOR.sub("", form)
    return float(form.replace(".", "") if form.count(".") > 1 else form)


def _joined(words: list[Word], starts: list[int], token: int) -> list[_Phrase]:
    """2-3 آلاف, 3/4 مليون; nothing where that is neither a range nor a fraction."""
    low, sign, high = _JOINED.fullmatch(words[token].form).groups()  # type: ignore[union-attr]
    scale = _reading(words[token + 1], False)[1]
    place = starts[token], starts[token + 1] + words[token + 1].length
    if sign == "/" and int(low) < int(high) <= 4:
        number = Number(*place, int(low) / int(high) * scale)
        return [_phrase(token, token + 2, place, number)]
    if sign not in "-–" or int(low) >= int(high):
        return []
    numbers = tuple(Number(*place, int(bound) * scale, scale=scale) for bound in (low, high))
    quantity = Quantity(int(numbers[0].value), int(numbers[1].value), "range", numbers)
    return [_Phrase(token, token + 2, WORDS[marker("QUANTITY", "RANGE")], place, quantity)]


def _uncounted(words: list[Word], starts: list[int], first: int, end: int) -> _Phrase:
    """Digits that count nothing."""
    place = starts[first], starts[end - 1] + words[end - 1].length
    return _phrase(first, end, place, Number(*place, nan))


def _exact(number: PlainNumber) -> _Phrase:
    value = min(number.value, _GREATEST)
    parsed = Number(number.start, number.end, value, number.vague, number.words, number.scale)
    kinds = ["YEAR"] if number.four_digits and 1900 <= value < 2100 else []
    if number.words and value == 1:
        kinds.append("ONE")
    if number.bits & ARTICLE:
        kinds.append("DEFINITE")
    place = number.start, number.end
    return _phrase(number.first_token, number.end_token, place, parsed, kinds, number.bits & ~ARTICLE)


def _phrase(
    first: int, end: int, place: tuple[int, int], number: Number, kinds: Iterable[str] = (), bits: int = 0
) -> _Phrase:
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
    return _Phrase(first, end, WORDS[marker("QUANTITY", *size, *kinds, bits=bits)], place, quantity)


def _percentage(number: PlainNumber, end: int, words: list[Word], starts: list[int]) -> _Phrase:
    last = end - 1
    place = (number.start, starts[last] + words[last].length)
    return _Phrase(number.first_token, end, WORDS[marker("PERCENTAGE", bits=number.bits & ~ARTICLE)], place)


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
    for found in _MODIFIED_NUMBERS.within(text.classes, _around(text.quantities)):
        first, end = found.first, found.end
        if end - first == 1:
            continue  # a plain number
        groups = found.spans
        if "several" in groups and text.words[first].piece.rstrip().endswith("ه"):
            continue  # بعده بأربعة أعوام: after it, which folds to بعدة
        if "change" in groups and _CHANGED.search(text.classes, max(0, first - 14), first):
            continue
        inside = [text.quantities[token] for token in range(first, end) if token in text.quantities]
        modifier = _modifier(groups)
        quantity = combine(inside, modifier)
        if quantity is None:
            continue
        bits = _LEXICON.bits(text.classes[first])
        start, stop = _span(text, first, bits)[0], _span(text, end - 1, 0)[1]
        kinds = [_KINDS[quantity.modifier]] if quantity.modifier in _KINDS else []
        if not kinds and _IS_VERB.match(text.classes, first):
            kinds.append("VERBAL")
        elif not kinds and quantity.numbers[0].words and quantity.numbers[0].value == 1:
            kinds.append("ONE")
        word = WORDS[marker("QUANTITY", *kinds, bits=bits & (CONJUNCTION | PREPOSITION))]
        phrases.append(_Phrase(first, end, word, (start, stop), quantity))
    return phrases


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
