"""Number phrases: every way news writes a number, and what stands around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from waqai.extractors import Document, extract
from waqai.extractors.casualties import CasualtyFact

PHRASES = Path(__file__).parents[2] / "shared" / "phrases" / "numbers.tsv"

# Of the phrases those that count no people: fractions, and zero as a word, which is also the month Safar.
NO_COUNT = {"صفر"}


def quantity(text: str) -> tuple[str, int | None, int | None, str | None]:
    """The only number phrase in a text: as written, min, max, modifier."""
    document = Document(text)
    ((token, found),) = document.quantities.items()
    return text[slice(*document.phrase_span(token))], found.min, found.max, found.modifier


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في 667 موقعا", ("667", 667, 667, None)),
        ("قرابة ثلاثة عشر شخصا", ("قرابة ثلاثة عشر", 13, 13, "about")),
        ("١٬٨٠٠ شخص", ("١٬٨٠٠", 1800, 1800, None)),
        ("1.000.000 شخص", ("1.000.000", 1_000_000, 1_000_000, None)),
        ("مئة وخمسة وعشرين ألفا و110 أشخاص", ("مئة وخمسة وعشرين ألفا و110", 125_110, 125_110, None)),
        ("ثلاث مئة وألفين", None),
        ("ألفين وأحد عشر", ("ألفين وأحد عشر", 2011, 2011, None)),
        ("مليونا نازح", ("مليونا", 2_000_000, 2_000_000, None)),
        ("20 ألفا فقط", ("20 ألفا", 20_000, 20_000, None)),
        ("1.5 مليون", ("1.5 مليون", 1_500_000, 1_500_000, None)),
        ("6,1 ملايين", ("6,1 ملايين", 6_100_000, 6_100_000, None)),
        ("مليون ونصف المليون", ("مليون ونصف المليون", 1_500_000, 1_500_000, None)),
        ("نصف مليون", ("نصف مليون", 500_000, 500_000, None)),
        ("3000 آلاف", ("3000 آلاف", 3000, 3000, None)),
        ("5 آلاف", ("5 آلاف", 5000, 5000, None)),
        ("عشرات الآلاف", ("عشرات الآلاف", 10_000, None, "vague")),
        ("عدة مئات", ("عدة مئات", 100, None, "vague")),
        ("آلاف الأسر", ("آلاف", 1000, None, "vague")),
        ("أكثر من مئة", ("أكثر من مئة", 100, None, "at_least")),
        ("ما لا يقل عن 50", ("ما لا يقل عن 50", 50, None, "at_least")),
        ("ما يزيد على 50", ("ما يزيد على 50", 50, None, "at_least")),
        ("نحو 60 على الأقل", ("نحو 60 على الأقل", 60, None, "at_least")),
        ("أقل من 50", ("أقل من 50", None, 50, "at_most")),
        ("ما لا يزيد على 50", ("ما لا يزيد على 50", None, 50, "at_most")),
        ("ما يصل إلى 50", ("ما يصل إلى 50", None, 50, "at_most")),
        ("ما بين 1,800 و2000", ("ما بين 1,800 و2000", 1800, 2000, "range")),
        ("من 5 إلى 7", ("من 5 إلى 7", 5, 7, "range")),
        ("ما بين 20 و25 ألفا", ("ما بين 20 و25 ألفا", 20_000, 25_000, "range")),
        ("ثلاثة أو أربعة ملايين", ("ثلاثة أو أربعة ملايين", 3_000_000, 4_000_000, "range")),
        ("بين 500 و3 آلاف", ("بين 500 و3 آلاف", 500, 3000, "range")),
        ("بين 20 و25000", ("بين 20 و25000", 20, 25_000, "range")),
        ("بين 800 ومليون", ("بين 800 ومليون", 800, 1_000_000, "range")),
        ("12.500 شخص", ("12.500", 12_500, 12_500, None)),
        ("١٢٫٥٠٠ شخص", ("١٢٫٥٠٠", 12_500, 12_500, None)),
        ("12.500 مليون", ("12.500 مليون", 12_500_000, 12_500_000, None)),
        ("700.000 ألف شخص", ("700.000 ألف", 700_000, 700_000, None)),
        ("12'500 شخص", ("12'500", 12_500, 12_500, None)),
        ("12،500 شخص", ("12،500", 12_500, 12_500, None)),
        ("12 500 شخص", ("12 500", 12_500, 12_500, None)),
        ("۱۲\u202f۵۰۰ شخص", ("۱۲\u202f۵۰۰", 12_500, 12_500, None)),
        ("１２ شخصا", ("１２", 12, 12, None)),
        ("ألفا شخص", ("ألفا", 2000, 2000, None)),
        ("ألفا ومئتين وخمسين شخصا", ("ألفا ومئتين وخمسين", 1250, 1250, None)),
        ("مليونا و200 ألف نازح", ("مليونا و200 ألف", 1_200_000, 1_200_000, None)),
        ("بلغ عددهم ألفا خلال شهر", ("ألفا", 1000, 1000, None)),
        ("ربع مليون نازح", ("ربع مليون", 250_000, 250_000, None)),
        ("ثلاثة أرباع المليون نازح", ("ثلاثة أرباع المليون", 750_000, 750_000, None)),
        ("¾ مليون نازح", ("¾ مليون", 750_000, 750_000, None)),
        ("1/4 مليون نازح", ("1/4 مليون", 250_000, 250_000, None)),
        ("2½ مليون نازح", ("2½ مليون", 2_500_000, 2_500_000, None)),
        ("ثلاثة ونصف مليون نازح", ("ثلاثة ونصف مليون", 3_500_000, 3_500_000, None)),
        ("مليون ونصف مليون نازح", ("مليون ونصف مليون", 1_500_000, 1_500_000, None)),
        ("2-3 آلاف", ("2-3 آلاف", 2000, 3000, "range")),
        ("نحو 5 أو 6 أشخاص", ("نحو 5 أو 6", 5, 6, "range")),
        ("لا أقل من 50 شخصا", ("لا أقل من 50", 50, None, "at_least")),
        ("ليس أكثر من 50 شخصا", ("ليس أكثر من 50", None, 50, "at_most")),
        ("50+ شهيدا", ("50+", 50, None, "at_least")),
        ("بـ30 جريحا", ("30", 30, 30, None)),
        ("والـ13 الآخرون", ("الـ13", 13, 13, None)),
    ],
)
def test_a_number_phrase(text: str, expected: tuple[str, int | None, int | None, str | None] | None) -> None:
    if expected is None:  # two numbers that make no one number
        assert [(found.min, found.max) for found in Document(text).quantities.values()] == [(300, 300), (2000, 2000)]
    else:
        assert quantity(text) == expected


@pytest.mark.parametrize("text", ["50%", "بنسبة 50 في المئة", "12/11/2016", "14:09", "2-1", "كأحد زملائه"])
def test_what_counts_nothing(text: str) -> None:
    assert not Document(text).quantities


@pytest.mark.parametrize(
    "text",
    ["1.244 متر", "12,500 مليون شخص", "12,500 ألف", "ثلث مليون نازح", "½ شخص", "0.125 شخص", "000 655 شخصا", "صورة +3"],
)
def test_what_can_be_read_two_ways_is_no_count(text: str) -> None:
    assert [(found.min, found.max) for found in Document(text).quantities.values()] in ([], [(None, None)])


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("ارتفع عدد القتلى من 13 إلى 17", [13, 17]),
        ("بكوفيد-19 227 حالة", [19, 227]),
        ("0933 123 456", []),
        ("12 345 67", [12, 345, 67]),
        ("عام 2016 300 شخص", [2016, 300]),
    ],
)
def test_numbers_that_are_not_one(text: str, numbers: list[int]) -> None:
    assert [found.min for found in Document(text).quantities.values()] == numbers


def test_a_joined_range_stays_one_whatever_stands_before_it() -> None:
    for text in ("نحو 2-3 آلاف", "1.500 أو 2-3 آلاف"):
        found = list(Document(text).quantities.values())[-1]
        assert (found.min, found.max, found.modifier) == (2000, 3000, "range")


def test_a_number_right_behind_a_range_stays_itself() -> None:
    document = Document("بين خمس وسبع وعشر سنوات")
    assert [(found.min, found.max) for found in document.quantities.values()] == [(5, 7), (10, 10)]
    assert [document.phrase_span(token) for token in document.quantities] == [(0, 12), (14, 17)]


@pytest.mark.skipif(not PHRASES.exists(), reason="the phrases lie beside the repository")
def test_every_whole_number_phrase_counts_people() -> None:
    misread = []
    for line in PHRASES.read_text(encoding="utf-8").splitlines()[1:]:
        phrase, _, value = line.partition("\t")
        facts = extract(f"مقتل {phrase} شخصا", only=["casualties"]).facts["casualties"]
        counts = [(fact.min, fact.max) for fact in facts if isinstance(fact, CasualtyFact)]
        whole = float(value).is_integer() and phrase not in NO_COUNT
        if counts != ([(int(value), int(value))] if whole else []):
            misread.append((phrase, counts))
    assert not misread


@pytest.mark.parametrize("text", ["قتل الال 13 شخصا", "9" * 400 + " قتيلا", "7" * 20 + " جريحا"])
def test_what_is_no_number_breaks_nothing(text: str) -> None:
    assert not any(number.value > 1e15 for found in Document(text).quantities.values() for number in found.numbers)
    assert extract(text, only=["casualties"]).facts["casualties"] == []  # rather none than a wrong one
