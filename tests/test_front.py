"""The compiled inner loops find what those in Python do, on any text."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from waqai.extractors.engine import plain
from waqai.extractors.text import tokens
from waqai.extractors.text.clitics import Form
from waqai.extractors.text.folding import DIACRITICS, INVISIBLE, LETTERS, TATWEEL, fold, points
from waqai.extractors.text.markers import MARKERS, marker
from waqai.extractors.text.shapes import SHAPES, UNKNOWN

front = pytest.importorskip("waqai.extractors.engine._front", reason="not compiled")

COMMON = st.sampled_from([*"قتل أمس في حلب ةةىؤ و12٣/.-:،,«»'\n\n  _#|", *map(chr, points(DIACRITICS + INVISIBLE))])
RARE = st.sampled_from([*map(chr, points(LETTERS)), TATWEEL, *tokens.SPACE, "a", "½", "\U0001f600", "\ud800", "\0"])
TEXTS = st.lists(st.one_of(COMMON, COMMON, RARE, st.characters()), max_size=60).map("".join)
FORMS = st.one_of(
    TEXTS.map(fold), st.sampled_from(["وبالقتلي", "للقتلي", "العربيه", "ال", marker("QUANTITY", "RANGE", bits=5)])
)
RULES = st.dictionaries(st.sampled_from("一丁丂七"), st.lists(st.integers(0, 9), max_size=4).map(tuple), min_size=1)


@given(TEXTS)
@example("الحكومةالبلجيكية قُتِل. .. «حلب» د. أ.ف.ب ة ةة \n\n_ \u200fقتل\u200f 1,800 و")
def test_texts_are_split_alike(text: str) -> None:
    found = front.split(text, tokens._PIECE, tokens._KINDS)
    assert found == plain.split(text, tokens._PIECE, tokens._KINDS)
    assert "".join(found[0]) == text


@given(st.lists(st.sampled_from(["a", "b", "c"])), st.integers(1, 4))
def test_columns_are_alike(keys: list[str], count: int) -> None:
    class Rows(dict[str, str]):
        def __missing__(self, key: str) -> str:
            self[key] = "丂" * (count - 1) + "\U0001f600"
            return self[key]

    found = front.columns(Rows(a="一" * count, b="x" * count), keys, count)
    assert found == plain.columns(Rows(a="一" * count, b="x" * count), keys, count)


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="another number"):
        front.columns({"a": "一"}, ["a"], 2)


@given(
    RULES, st.text("一丁丂七万丈x\U0001f600"), st.integers(0, 9), st.integers(0, 30), st.frozensets(st.integers(0, 9))
)
def test_rules_begin_at_the_same_tokens(
    rules: dict[str, tuple[int, ...]], classes: str, start: int, end: int, possible: frozenset[int]
) -> None:
    beginnings = [(character * 2, numbers) for character, numbers in rules.items()]
    compiled, python = (kind.Openings(beginnings, re.compile(f"[{''.join(rules)}]")) for kind in (front, plain))
    found: dict[int, list[plain.Place]] = {3: [(0, 1)]}
    expected: dict[int, list[plain.Place]] = {3: [(0, 1)]}
    compiled.add(found, classes, start, end, possible)
    python.add(expected, classes, start, end, possible)
    assert found == expected
    assert compiled.find(classes, start, end) == python.find(classes, start, end)


@given(FORMS, st.booleans())
def test_words_are_looked_up_alike(form: str, article: bool) -> None:
    words = {"قتلي": 0, "حلب": 1, **dict.fromkeys(MARKERS, 2)}
    alone = {name: number for number, name in enumerate([*(name for name, _ in SHAPES), UNKNOWN, "NISBA"])}
    made_of = words, alone, re.compile(r"(?P<NISBA>\w{2,}(?:يه|ي)$)"), article, 0x4E00, 1, 16
    assert front.Lookup(*made_of).character(Form(form)) == plain.Lookup(*made_of).character(Form(form))


def test_a_look_without_a_class_is_told() -> None:
    for kind in (front, plain):
        with pytest.raises(KeyError):
            kind.Lookup({}, {}, None, False, 0x4E00, 1, 16).character(Form("قتل"))


FACTS = """
import sys, msgspec
from waqai.extractors import extract
from waqai.extractors.engine import front
print(front.COMPILED)
for text in msgspec.json.decode(sys.stdin.buffer.read()):
    print(msgspec.json.encode(extract(text, explain=True)).decode())
"""


def test_the_facts_are_the_same_without_it() -> None:
    folder = Path(tokens.__file__).parents[1]
    lines = [line for file in sorted(folder.glob("*/examples.jsonl")) for line in file.read_text("utf-8").splitlines()]
    texts = [record["text"] for record in map(json.loads, lines) if "text" in record][::5]
    compiled, *found = _run(texts, "0")
    python, *expected = _run(texts, "1")
    assert (compiled, python) == ("True", "False")
    assert found == expected and len(found) == len(texts)


def _run(texts: list[str], python: str) -> list[str]:
    environment = {**os.environ, "WAQAI_PYTHON": python}
    command = [sys.executable, "-c", FACTS]
    return subprocess.run(
        command, input=json.dumps(texts), env=environment, capture_output=True, text=True, check=True
    ).stdout.splitlines()
