"""The value of a run of number words: `مئة وخمسة وعشرين ألفا و110` → 125,110."""

from __future__ import annotations

from enum import Enum, auto
from itertools import zip_longest
from math import nan

from msgspec import Struct
from msgspec.structs import replace

from ..text.clitics import ARTICLE, CONJUNCTION, PREPOSITION


class NumeralKind(Enum):
    """What a number word is in the grammar of numbers."""

    CLITIC = auto()  # clitics written apart: و 3, الـ 13
    DIGITS = auto()
    UNIT = auto()  # 1–9
    TEN = auto()  # عشر, alone or in a teen
    TENS = auto()  # عشرون
    HUNDRED = auto()  # مئة
    HUNDREDS = auto()  # مئتان, ثلاثمئة
    SCALE = auto()  # ألف, مليون
    DUAL = auto()  # ألفان
    VAGUE = auto()  # عشرات
    PART = auto()  # نصف


class Item(Struct, frozen=True):
    """One token of a run; `start` leaves out attached clitics, `raw_start` does not."""

    kind: NumeralKind
    value: float
    bits: int
    raw_start: int
    start: int
    end: int
    token: int
    marks: frozenset[str] = frozenset()

    @property
    def joined(self) -> bool:
        return bool(self.bits & CONJUNCTION)

    @property
    def definite(self) -> bool:
        return bool(self.bits & ARTICLE)


class PlainNumber(Struct):
    """A number and the tokens it takes up; `bits` are the clitics attached to its first.

    `scale` is the multiplier if the number is one term that ends in a multiplier, else 1: 1000 in 25 ألف, 1 in 25000
    and in ألف وخمسة.
    """

    value: float
    scale: float
    first_token: int
    end_token: int
    start: int
    end: int
    bits: int
    vague: bool
    words: bool
    four_digits: bool


_SLIP = 10_000  # of so many thousands nobody speaks without millions


class _Reader(Struct):
    """Reads numbers off a list of items; each method takes what it can from `at` on."""

    items: list[Item]
    counted: bool  # whether a noun follows the last of them
    at: int = 0
    begin: int = 0
    vague: bool = False
    scale: float = 1  # of the number read last

    def peek(self, *kinds: NumeralKind, joined: bool | None = None, ahead: int = 0) -> Item | None:
        """The next item, or one further on, where it is of one of `kinds` and (if asked) joined with و or not."""
        at = self.at + ahead
        if at >= len(self.items):
            return None
        item = self.items[at]
        if item.kind not in kinds or (item.bits & PREPOSITION and at > self.begin):
            return None
        return item if joined is None or item.joined == joined else None

    def number(self) -> float | None:
        """Terms of falling magnitude joined by و: مليون و200 ألف و50. None where no number starts here."""
        self.begin, self.vague = self.at, False
        value, scale = self.term()
        self.scale = scale
        if value is None:
            return None
        while scale > 1 and self.peek(*NumeralKind, joined=True):
            mark = self.at
            part = self.peek(NumeralKind.PART)
            if part:  # مليون ونصف المليون
                self.at += 1
                if (again := self.peek(NumeralKind.SCALE)) and again.value == scale:
                    self.at += 1
                self.scale = 1
                return value + part.value * scale
            more, next_scale = self.term()
            if more is None or more >= scale or self.vague:
                self.at = mark
                break
            value, scale = value + more, next_scale
            self.scale = 1
        return value

    def term(self) -> tuple[float | None, float]:
        """A number below a thousand and its multipliers: ثلاثمئة ألف; with the last multiplier, 1 without."""
        first = self.items[self.at]
        if first.kind is NumeralKind.DUAL:
            self.at += 1
            return first.value, first.value / 2
        if first.kind is NumeralKind.SCALE:
            self.at += 1
            self.vague |= "PLURAL" in first.marks
            # ألفا قتيل are two thousand; ألفا وخمسمئة and a bare ألفا begin with one
            is_dual = "ALEF" in first.marks and self.counted and self.at == len(self.items)
            return first.value * (2 if is_dual else 1), first.value
        if first.kind in (NumeralKind.DIGITS, NumeralKind.VAGUE, NumeralKind.PART):
            self.at += 1
            self.vague |= first.kind is NumeralKind.VAGUE
            return self.multiplied(first.value, "SEPARATED" in first.marks)
        if first.kind is NumeralKind.UNIT and (
            quarters := self.peek(NumeralKind.PART, joined=False, ahead=1)
        ):  # ثلاثة أرباع المليون
            self.at += 2
            return self.multiplied(first.value * quarters.value)
        value = self.below_thousand()
        return (None, 1) if value is None else self.multiplied(value)

    def multiplied(self, value: float, separated: bool = False) -> tuple[float, float]:
        """A number with the multipliers behind it: 3 ملايين, ثلاثة ونصف مليون; NaN where they contradict it."""
        if (part := self.peek(NumeralKind.PART, joined=True)) and self.peek(NumeralKind.SCALE, joined=False, ahead=1):
            self.at += 1
            value += part.value
        scale = 1.0
        while (multiplier := self.peek(NumeralKind.SCALE, joined=False)) is not None:
            self.at += 1
            plural = "PLURAL" in multiplier.marks
            if (
                scale == 1
                and multiplier.value == 1000
                and ((value >= 1000 and plural) or (value >= _SLIP and not separated))
            ):
                continue  # `3000 آلاف`, a slip for 3000; `31777 ألف`
            # 12,500 مليون: a decimal comma, or thousands of millions
            value, scale = nan if separated else value * multiplier.value, multiplier.value
        return value, scale

    def below_thousand(self) -> float | None:
        """ثلاثمئة وخمسة وعشرون, ثلاث مئة, مئة."""
        mark = self.at
        hundreds: float | None = None
        if item := self.peek(NumeralKind.HUNDREDS, NumeralKind.HUNDRED):
            self.at += 1
            hundreds = item.value
        elif (unit := self.peek(NumeralKind.UNIT)) and unit.value > 2:
            self.at += 1
            if self.peek(NumeralKind.HUNDRED, joined=False):
                self.at += 1
                hundreds = unit.value * 100
            else:
                self.at = mark
        if hundreds is None:
            return self.below_hundred()
        if self.peek(NumeralKind.UNIT, NumeralKind.TEN, NumeralKind.TENS, joined=True):
            mark = self.at
            rest = self.below_hundred()
            if rest is not None:
                return hundreds + rest
            self.at = mark
        return hundreds

    def below_hundred(self) -> float | None:
        """ثلاثة عشر, ثلاثة وعشرون, عشرون, عشرة, ثلاثة."""
        unit = self.peek(NumeralKind.UNIT)
        if unit is None:
            item = self.peek(NumeralKind.TEN, NumeralKind.TENS)
            if item is None:
                return None
            self.at += 1
            return item.value
        self.at += 1
        if tens := self.peek(NumeralKind.TENS, joined=True):
            self.at += 1
            return unit.value + tens.value
        whole = "COMPOUND" not in unit.marks
        if whole and unit.definite and unit.value <= 2:
            return None  # الاثنين is Monday or both of them, and counts nothing
        if ten := self.peek(NumeralKind.TEN, joined=False):
            self.at += 1
            return unit.value + ten.value
        return unit.value if whole else None  # أحد is one of some


def evaluate(items: list[Item], counted: bool = True) -> list[PlainNumber]:
    """The numbers in a run of number words, in order. Words of the run that make no number are left out.

    `counted` where a noun follows the run.
    """
    items, tokens = _attach_clitics(items)
    reader = _Reader(items, counted)
    numbers: list[PlainNumber] = []
    while reader.at < len(items):
        first = reader.at
        value = reader.number()
        if value is None:
            reader.at = first + 1
            continue
        head, last = items[first], items[reader.at - 1]
        digits = head.kind is NumeralKind.DIGITS
        numbers.append(
            PlainNumber(
                value,
                reader.scale,
                tokens[first],
                last.token + 1,
                head.start,
                last.end,
                head.bits,
                reader.vague,
                words=not digits,
                four_digits=digits and reader.at - first == 1 and last.end - last.start == 4,
            )
        )
    return numbers


def _and_eleven(item: Item) -> Item:
    """`وأحد عشر` folds to `واحد عشر`, which is nothing: read it as و and eleven."""
    if item.joined or "COMPOUND" in item.marks:
        return item
    return replace(item, bits=item.bits | CONJUNCTION, start=item.start + 1)


def _attach_clitics(items: list[Item]) -> tuple[list[Item], list[int]]:
    """Clitics written apart put on the digits after them, and the first token of each item then."""
    attached: list[Item] = []
    tokens: list[int] = []
    clitic: Item | None = None
    for item, following in zip_longest(items, items[1:]):
        if item.kind is NumeralKind.CLITIC:
            clitic = item
            continue
        if item.value == 1 and following is not None and following.kind is NumeralKind.TEN and not following.joined:
            item = _and_eleven(item)
        if clitic:
            start = clitic.start if clitic.bits & ARTICLE else item.start
            item = replace(item, bits=item.bits | clitic.bits, raw_start=clitic.raw_start, start=start)
        attached.append(item)
        tokens.append(clitic.token if clitic else item.token)
        clitic = None
    return attached, tokens
