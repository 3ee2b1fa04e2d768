"""Casualty counts: what other facts of an article say of them."""

from __future__ import annotations

from typing import Any

from waqai.extractors import Document, load
from waqai.extractors.quotes import QuoteFact

TEXT = "قتل 3 جنود. قتل 4 جنود. قتل 5 جنود. قتل 6 جنود."


def quote(first: str, last: str, speaker: str, role: str | None = None) -> QuoteFact:
    start, end = TEXT.index(first), TEXT.index(last) + len(last)
    return QuoteFact(
        start=start,
        end=end,
        text=TEXT[start:end],
        kind="direct",
        cue=None,
        speaker=speaker,
        role=role,
        organization=None,
        official=False,
    )


def test_the_source_of_a_count_speaks_in_the_innermost_quote() -> None:
    document = Document(TEXT)
    inner = quote("قتل 4 جنود", "قتل 4 جنود", "عمر حداد", "مدير المستشفى")
    document.facts = {"quotes": [quote("قتل 3 جنود", "قتل 5 جنود", "وزير الصحة"), inner], "dates": [], "places": []}
    facts: list[Any] = load("casualties").extract(document)
    assert {fact.min: fact.attribution for fact in facts} == {
        3: "وزير الصحة",
        4: "مدير المستشفى عمر حداد",
        5: "وزير الصحة",
        6: None,
    }
