"""What one number word says: its kind, its value, the clitics before it."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import numeric

from ..engine.sre import lazy
from ..text.clitics import ARTICLE, CONJUNCTION, PREPOSITIONS, letters_after
from ..text.words import Word
from .arithmetic import Item, NumeralKind
from .patterns import LEXICON

_SEPARATOR = lazy("[ ,،'’]")
_SEPARATED = lazy(r"\d[ ,،'’]\d{3}|\.\d{3}\.")
_CLITICS = {"و": CONJUNCTION, "ف": CONJUNCTION, **PREPOSITIONS}


def item(words: list[Word], starts: list[int], token: int, measured: bool) -> Item:
    kind, value, bits, marks, offset, length = reading(words[token], measured)
    start = starts[token]
    return Item(kind, value, bits, start, start + offset, start + length, token, marks)


@lru_cache(maxsize=2_000)
def reading(word: Word, measured: bool) -> tuple[NumeralKind, float, int, frozenset[str], int, int]:
    """NumeralKind, value, clitics and marks of a number word; where it begins in its piece after clitics, and ends.

    `measured` where a multiplier or a unit of measure follows, which makes 1.244 a decimal; of people it is a thousand.
    """
    form, length = word.form, word.length
    bits, classes = LEXICON.analyse(form)
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
    return kind, value_of(classes), bits, marks, letters_after(word.piece, 0, bits), length


def value_of(classes: frozenset[str]) -> float:
    return next(float(name) for name in classes if name[0].isdigit())


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
