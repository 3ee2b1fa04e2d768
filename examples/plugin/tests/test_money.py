"""The examples hold, and every rule is shown at work by one."""

import json
from importlib.resources import files

import msgspec
import pytest
from waqai_money.rules import RULES

from waqai.extractors import extract

EXAMPLES = json.loads(files("waqai_money").joinpath("examples.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"][:30])
def test_example(example):
    facts = [msgspec.to_builtins(fact) for fact in extract(example["text"], only=["money"]).facts["money"]]
    assert [fact["text"] for fact in facts] == [fact["text"] for fact in example["facts"]]
    for fact, expected in zip(facts, example["facts"], strict=True):
        assert {name: fact[name] for name in expected} == expected
        assert fact["text"] == example["text"][fact["start"] : fact["end"]]


def test_every_rule_is_shown():
    facts = [fact for e in EXAMPLES for fact in extract(e["text"], only=["money"], explain=True).facts["money"]]
    assert {fact.rule for fact in facts} == {rule.id for rule in RULES}
