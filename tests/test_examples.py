"""Each kind's `examples.jsonl` is its specification: every line of it holds, and every rule is exercised by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
import pytest

from waqai.extractors import Article, Document, Fact, available, extract, extract_document, load
from waqai.extractors.explanation import class_string, matchers
from waqai.extractors.grammar import Matcher, Rule

EXTRACTORS = Path(__file__).parent.parent / "extractors"
KINDS = [name for name, point in available().items() if point.value.startswith("waqai.extractors.")]


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text, the day it was published, and all facts of one kind in it, each with the fields that matter."""

    text: str
    published: dt.date | None
    facts: list[dict[str, Any]]


def examples(kind: str) -> Iterator[tuple[int, Example]]:
    """The examples of a kind by line; none where there is no file, which a test below tells."""
    path = EXTRACTORS / kind / "examples.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    for number, line in enumerate(lines, 1):
        try:
            yield number, msgspec.json.decode(line, type=Example)
        except msgspec.DecodeError as error:
            raise ValueError(f"{path}:{number}: {error}") from error


@cache
def found(kind: str, text: str, published: dt.date | None) -> list[Fact]:
    """The facts of a kind, each with the rule that found it."""
    return extract(text, published, only=[kind], explain=True).facts[kind]


ALL = [pytest.param(kind, example, id=f"{kind}:{number}") for kind in KINDS for number, example in examples(kind)]


@pytest.mark.parametrize(("kind", "example"), ALL)
def test_example(kind: str, example: Example) -> None:
    facts: list[dict[str, Any]] = msgspec.to_builtins(found(kind, example.text, example.published))
    assert [fact["text"] for fact in facts] == [fact["text"] for fact in example.facts]
    assert [
        {field: fact[field] for field in expected} for fact, expected in zip(facts, example.facts, strict=True)
    ] == example.facts
    for fact in facts:
        assert fact["text"] == example.text[fact["start"] : fact["end"]]


@pytest.mark.parametrize("kind", KINDS)
def test_every_rule_is_exercised(kind: str) -> None:
    rules = {rule.name for rule in import_module(f"waqai.extractors.{kind}.rules").RULES}
    facts = [fact for _, example in examples(kind) for fact in found(kind, example.text, example.published)]
    used = {rule.partition(":")[0] for fact in facts for rule in str(fact.rule).split("+")}
    assert rules, "a kind without rules"
    assert not rules - used, "rules that no example shows at work"


@pytest.mark.parametrize("kind", KINDS)
def test_every_pattern_is_exercised(kind: str) -> None:
    """Of the rules of one name each matches in an example, and every example can be explained."""
    extractor = load(kind)
    matched: set[str] = set()
    for _, example in examples(kind):
        document = Document(example.text, example.published, explain=True)
        extract_document(document, Article(text=example.text, published=example.published), [kind], explain=True)
        for matcher in matchers(extractor):
            matched |= {match.rule.id for match in matcher.finditer(class_string(extractor, document, matcher))}
    assert not {rule.id for _, rule in rules(kind)} - matched, "rules that match in no example"


@pytest.mark.parametrize("kind", KINDS)
def test_every_printed_field_stands_in_an_example(kind: str) -> None:
    defaults = {field.encode_name: field.default for field in msgspec.structs.fields(load(kind).fact)}
    told = {name for _, example in examples(kind) for fact in example.facts for name in fact}
    varied = {
        name
        for _, example in examples(kind)
        for fact in example.facts
        for name, value in fact.items()
        if value not in (None, defaults[name])
    }
    fields = defaults.keys() - {"start", "end", "rule", "at"}  # `at` is a place, as the examples of places tell it
    assert not fields - told, "fields that no example tells"
    assert not fields - varied, "fields that no example tells with a value of their own"


@pytest.mark.parametrize("kind", KINDS)
def test_examples_say_what_is_a_fact_and_what_is_none(kind: str) -> None:
    assert {bool(example.facts) for _, example in examples(kind)} == {True, False}


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_may_begin_and_end_anywhere(kind: str) -> None:
    for _, example in examples(kind):
        words = example.text.split(" ")
        for cut in range(1, len(words), 2):
            for text in (" ".join(words[:cut]), " ".join(words[cut:])):
                for fact in extract(text, example.published, only=[kind]).facts[kind]:
                    assert fact.text == text[fact.start : fact.end]


def rules(kind: str) -> list[tuple[Matcher, Rule]]:
    """The rules of a kind, each with the matcher that runs it."""
    return [(matcher, rule) for matcher in matchers(load(kind)) for rule in matcher.rules]


@pytest.mark.parametrize("kind", KINDS)
def test_every_rule_matches_its_example(kind: str) -> None:
    extractor = load(kind)
    shown = [(matcher, rule) for matcher, rule in rules(kind) if rule.example]
    assert len(shown) > 0.9 * len(rules(kind)) > 0
    for matcher, rule in shown:
        classes = class_string(extractor, Document(rule.example), matcher)
        assert rule.id in {match.rule.id for match in matcher.finditer(classes)}, (rule.id, rule.example)
