"""Texts that no newspaper prints: numbers beyond all bounds, odd years, and words without end."""

from __future__ import annotations

import datetime as dt
import json
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from waqai import extractors
from waqai.extractors import Article, Failure, extract, extract_many


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("استمر 1234567 يوما", "P1234567D"),
        ("25 مليون سنة", "P25000000Y"),
        ("استمر 2016999 سنة", "P2016999Y"),
        ("استمر 2.5 سنة", "P2.5Y"),
        ("استمر ستة أشهر", "P6M"),
    ],
)
def test_a_duration_has_all_its_digits(text: str, value: str) -> None:
    assert [fact.value for fact in extract(text, only=["dates"]).facts["dates"]] == [value]  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["استمر {} يوما", "قتل {} شخصا", "قتل أكثر من {} شخص", "قتل نحو {} شخص"])
def test_a_number_beyond_all_counts_is_no_count(text: str) -> None:
    facts = extract(text.format("9" * 16)).facts
    assert facts["casualties"] == []
    assert all("9" not in fact.value for fact in facts["dates"])  # type: ignore[attr-defined]
    assert extract("قتل أكثر من 999 شخص").facts["casualties"] != []


@pytest.mark.parametrize(
    ("text", "value"), [("الأسبوع الماضي", "0850-W09"), ("الربع الأول من هذا العام", "0850-Q1"), ("هذا العام", "0850")]
)
def test_a_year_has_four_digits(text: str, value: str) -> None:
    found = extract(text, published=dt.date(850, 3, 10), only=["dates"]).facts["dates"]
    assert [fact.value for fact in found] == [value]  # type: ignore[attr-defined]


def test_the_year_0_is_no_year() -> None:
    assert extract("في 1/1/0000", only=["dates"]).facts["dates"] == []
    assert extract("في 1/1/2000", only=["dates"]).facts["dates"] != []


@pytest.mark.parametrize("text", [" قتل 13 شخصا، بحسب الشرطة", "قال رضا عيسى: «\nقتل 13 شخصا في سرت أمس الأول.»"])
def test_a_quotation_begins_with_a_word(text: str) -> None:
    found = extract(text, only=["quotes"]).facts["quotes"]
    assert found
    assert all(fact.text == fact.text.strip() for fact in found)


def test_a_text_may_end_anywhere() -> None:
    """As one does that was cut at a number of letters."""
    rng, examples = random.Random(3), []
    for file in sorted(Path(extractors.__file__).parent.glob("*/examples.jsonl")):
        examples += [json.loads(line).get("text", "") for line in file.read_text(encoding="utf-8").splitlines()]
    for text in [*rng.sample(examples, 400), "قال. هجوم على معسكر", "قتل 3 وأصيب 5. إصابة المواطن عمر الحسن (3"]:
        cut = text if rng.random() < 0.2 else text[: rng.randrange(len(text) + 1)]
        for facts in extract(cut).facts.values():
            assert all(fact.text == cut[fact.start : fact.end] for fact in facts)


def test_what_is_no_text_is_a_failure_in_its_place() -> None:
    texts = ["قتل 13 شخصا", None, float("nan"), 7, Article(text=None), "قتل 14 شخصا"]  # type: ignore[arg-type]
    for jobs in (1, 2):
        found = list(extract_many(texts, only=["casualties"], jobs=jobs))  # type: ignore[arg-type]
        assert [isinstance(article, Failure) for article in found] == [False, True, True, True, True, False]
    assert str(found[2]) == "article: no text, but nan"


def names(first: str) -> Callable[[int], str]:
    def text(count: int) -> str:
        rng = random.Random(count)
        return "".join(f"{first} {''.join(rng.choices('ابتثجحخدذرزسشصضطظعغفق', k=6))}تيك " for _ in range(count))

    return text


@pytest.mark.parametrize(
    "text", [names("شركة"), names("وزارة"), names("حركة"), names("صحيفة"), lambda n: "مؤكدا عشرات " * n]
)
def test_time_grows_with_the_number_of_different_names(text: Callable[[int], str]) -> None:
    """Four times as many take some four times the time; sixteen were quadratic."""
    extract("شركة")
    seconds = []
    for count in (1000, 4000):
        written = text(count)
        begun = time.thread_time()
        extract(written, only=["organizations", "quotes"])
        seconds.append(time.thread_time() - begun)
    assert seconds[1] < 9 * seconds[0] + 0.5
