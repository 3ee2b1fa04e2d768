"""Facts compared with gold: `waqai score` and the figures behind it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import Result

from waqai.cli import scoring
from waqai.extractors import available

from .commandline import invoke

SHARED = Path(__file__).parent.parent.parent / "shared" / "gold"
Fact = dict[str, Any]


def killed(start: int, end: int, count: int, **fields: Any) -> Fact:
    return {"start": start, "end": end, "type": "killed", "min": count, "max": count, **fields}


def said(start: int, end: int, speaker: str | None, official: bool = True, **fields: Any) -> Fact:
    return {"start": start, "end": end, "speaker": speaker, "official": official, **fields}


def headline(kind: str, gold: list[Fact], found: list[Fact]) -> tuple[int, int, int]:
    """Right, missed and spurious facts."""
    figure = next(iter(scoring.score({"1": {kind: gold}}, {"1": {kind: found}}, kind).values()))
    return figure.right, figure.missed, figure.spurious


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ([killed(0, 10, 5)], [killed(8, 12, 5)], (1, 0, 0)),
        ([killed(0, 10, 5)], [killed(10, 12, 5)], (0, 1, 1)),
        ([killed(0, 10, 5)], [killed(0, 10, 6)], (0, 1, 1)),
        ([killed(0, 10, 5)], [killed(0, 10, 5) | {"type": "injured"}], (0, 1, 1)),
        ([killed(0, 10, 5)], [killed(0, 10, 5), killed(2, 8, 5)], (1, 0, 1)),
        ([killed(0, 10, 5, optional=True)], [killed(0, 10, 7)], (0, 0, 0)),
        ([killed(0, 10, 5, optional=True)], [], (0, 0, 0)),
        ([killed(0, 10, 1, implicit=True)], [], (0, 0, 0)),
        ([], [killed(0, 10, 1, implicit=True)], (0, 0, 0)),
        ([], [killed(0, 10, 1)], (0, 0, 1)),
    ],
)
def test_casualties_agree_in_type_and_count(gold: list[Fact], found: list[Fact], expected: object) -> None:
    assert headline("casualties", gold, found) == expected


def test_the_nearest_pair_first_and_each_fact_once() -> None:
    gold = [killed(0, 10, 5), killed(12, 20, 5)]
    assert headline("casualties", gold, [killed(9, 14, 5), killed(0, 10, 5)]) == (2, 0, 0)
    assert headline("casualties", gold, [killed(9, 14, 5)]) == (1, 1, 0)


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        (said(0, 10, "رضا عيسى"), said(0, 10, "عيسى"), (1, 0, 0)),
        (said(0, 10, "مسؤولين عسكريين"), said(0, 10, None, role="مسؤولون", organization="عسكريين"), (1, 0, 0)),
        (said(0, 10, "رضا عيسى"), said(6, 16, "رضا عيسى"), (0, 1, 1)),
        (said(0, 10, "رضا عيسى"), said(0, 10, "عمر سالم"), (0, 1, 1)),
        (said(0, 10, None), said(0, 10, None), (0, 1, 1)),
        (said(0, 10, "شاهد", official=False), said(0, 10, "شاهد"), (0, 0, 0)),
        (said(0, 10, "رضا عيسى"), said(0, 10, "رضا عيسى", official=False), (1, 0, 0)),
    ],
)
def test_quotes_of_officials_share_content_and_speaker(gold: Fact, found: Fact, expected: object) -> None:
    assert headline("quotes", [gold], [found]) == expected


def test_organizations_share_half_of_their_letters_and_exact_ones_all_but_a_clitic() -> None:
    gold = {"1": {"organizations": [{"start": 10, "end": 20}]}}
    for start, end, half, exact in ((10, 20, 1, 1), (8, 20, 1, 1), (7, 20, 1, 0), (10, 15, 1, 0), (10, 14, 0, 0)):
        figures = scoring.score(gold, {"1": {"organizations": [{"start": start, "end": end}]}}, "organizations")
        assert (figures["half the letters shared"].right, figures["span, exact"].right) == (half, exact)


@pytest.mark.parametrize(
    ("changed", "right"),
    [
        ({}, True),
        ({"modifier": "about"}, False),
        ({"attribution": "وزارة الصحة"}, False),
        ({"attribution": "محافظ إدلب"}, False),
        ({"place": "قرب قرية السدرة"}, True),
        ({"place": "ريف إدلب"}, False),
        ({"place": None}, False),
    ],
)
def test_a_casualty_is_all_right_with_its_modifier_source_and_place(changed: Fact, right: bool) -> None:
    gold = killed(0, 10, 5, modifier=None, attribution="مدير صحة إدلب", place="قرية السدرة بريف إدلب")
    figures = scoring.score({"1": {"casualties": [gold]}}, {"1": {"casualties": [gold | changed]}}, "casualties")
    assert (figures["count and type"].right, figures["all right"].right) == (1, right)


def test_implicit_casualties_have_a_figure_of_their_own() -> None:
    gold, found = [killed(0, 9, 1, implicit=True)], [killed(2, 9, 1, implicit=True), killed(20, 29, 1, implicit=True)]
    figure = scoring.score({"1": {"casualties": gold}}, {"1": {"casualties": found}}, "casualties")[
        "implicit: one person, no number"
    ]
    assert (figure.right, figure.missed, figure.spurious) == (1, 0, 1)


def test_the_place_of_a_count_is_compared_by_its_name() -> None:
    gold, found = killed(0, 10, 5, at="إدلب"), killed(0, 10, 5, at={"name": "إدلب", "country": "SY"})
    figures = scoring.score({"1": {"casualties": [gold]}}, {"1": {"casualties": [found]}}, "casualties")
    assert figures["count and type"].shares() == {"at": 1.0}
    figures = scoring.score({"1": {"casualties": [found]}}, {"1": {"casualties": [found]}}, "casualties")
    assert figures["count and type"].shares() == {"at": 1.0}


def test_a_kind_of_somebody_else_is_compared_by_the_fields_of_its_gold() -> None:
    gold = [{"start": 0, "end": 5, "amount": 7, "currency": "USD"}]
    assert headline("money", gold, [{"start": 0, "end": 5, "amount": 7, "currency": "USD", "note": "x"}]) == (1, 0, 0)
    assert headline("money", gold, [{"start": 0, "end": 5, "amount": 7, "currency": "SAR"}]) == (0, 1, 1)
    figures = scoring.score({"1": {"money": gold}}, {"1": {"money": gold}}, "money")
    assert figures["all fields"].shares() == {"amount": 1.0, "currency": 1.0}


spans = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda p: {"start": p[0], "end": p[0] + p[1]})
facts = st.lists(st.tuples(spans, st.sampled_from("DT"), st.booleans()), max_size=8).map(
    lambda told: [span | {"type": type, "value": type, "optional": optional} for span, type, optional in told]
)


@given(gold=facts, found=facts)
def test_every_fact_is_counted_once(gold: list[Fact], found: list[Fact]) -> None:
    for row in scoring.score({"1": {"dates": gold}}, {"1": {"dates": found}}, "dates").values():
        assert row.gold == sum(not fact["optional"] for fact in gold)
        assert row.right + row.spurious <= len(found)
        assert 0 <= row.precision <= 1 and 0 <= row.recall <= 1 and 0 <= row.f1 <= 1
    itself = scoring.score({"1": {"dates": gold}}, {"1": {"dates": gold}}, "dates")["type and value"]
    assert itself.missed == 0


@pytest.mark.parametrize("name", ["dev", "dev2", "casualties", "organizations"])
def test_the_figures_are_those_of_the_reference(name: str, tmp_path: Path) -> None:
    """Predictions made worse in every way, scored by both."""
    if not SHARED.exists():
        pytest.skip("no gold articles here")
    gold = SHARED / name / "gold.jsonl"
    pred = tmp_path / "pred.jsonl"
    pred.write_text("".join(map(worse, gold.read_text(encoding="utf-8").splitlines())), encoding="utf-8")
    reference = subprocess.run(
        [sys.executable, str(SHARED / "score.py"), str(gold), str(pred), "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    figures = {kind: rows for kind, rows in json.loads(reference.stdout).items() if kind in available()}
    expected = {kind: rows for kind, rows in figures.items() if next(iter(rows.values()))["gold"]}
    got = json.loads(run(gold, pred, "--json", "--only", ",".join(expected)).stdout)
    assert got == expected
    assert any(0.2 < row["f1"] < 1 for rows in got.values() for row in rows.values())


def worse(line: str) -> str:
    """The gold facts of an article with every third left out, others moved, cut, doubled or changed in a field."""
    document = json.loads(line)
    for kind, facts in document["facts"].items():
        changed = []
        for number, fact in enumerate(facts):
            fact = {key: value for key, value in fact.items() if key != "optional"}
            length = fact["end"] - fact["start"]
            match number % 7:
                case 0:
                    continue
                case 1:
                    fact["start"] += length // 2
                case 2:
                    fact |= {
                        "start": fact["start"] + (length > 1),
                        "value": "2001",
                        "min": 3,
                        "speaker": None,
                        "role": "وزير",
                    }
                case 3:
                    changed.append(fact | {"end": fact["end"] + 3, "official": True, "modifier": "about"})
                case 4:
                    fact |= {"implicit": True, "official": False, "category": "other"}
            changed.append(fact)
        document["facts"][kind] = changed
    return json.dumps(document, ensure_ascii=False) + "\n"


def run(*args: str | Path) -> Result:
    return invoke("score", *args)


GOLD = {"id": 1, "facts": {"casualties": [killed(0, 12, 13, text="قتل 13 جنديا", victims="جنديا")], "dates": []}}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD) + "\n\n", encoding="utf-8")
    return path


def pred(folder: Path, *facts: Fact, id: str = "1") -> Path:
    path = folder / "pred.jsonl"
    path.write_text(json.dumps({"id": id, "facts": {"casualties": facts}}) + "\n", encoding="utf-8")
    return path


def test_the_figures_are_printed(gold: Path, tmp_path: Path) -> None:
    shown = run(gold, pred(tmp_path, killed(0, 6, 13, victims="الجندي"), killed(20, 25, 4)))
    assert shown.exit_code == 0
    lines = shown.stdout.splitlines()
    assert lines[0].split() == ["kind", "figure", "P", "R", "F1", "gold"]
    assert lines[1].split() == ["casualties", "count", "and", "type", "0.500", "1.000", "0.667", "1"]
    assert lines[2].split() == ["victims", "right,", "of", "these", "0.000"]
    assert not any(line.startswith("quotes") for line in lines)


def test_errors_are_listed(gold: Path, tmp_path: Path) -> None:
    shown = run(gold, pred(tmp_path, killed(20, 25, 4, text="قتل 4", victims=None)), "--errors", "casualties")
    missed, spurious, *_ = shown.stdout.splitlines()
    assert missed == "- 1 [0:12] 'قتل 13 جنديا' " + '{"type":"killed","min":13,"max":13,"victims":"جنديا"}'
    assert spurious == "+ 1 [20:25] 'قتل 4' " + '{"type":"killed","min":4,"max":4}'


@pytest.mark.parametrize(
    ("bars", "code", "said"),
    [
        (["casualties=0.6"], 0, ""),
        (["casualties=0.667"], 0, ""),
        (["casualties:span only=0.5", "casualties=0.7"], 1, "waqai: falls short: casualties 0.667 < 0.7\n"),
        (["quotes=0.1"], 2, "waqai: --min: 'quotes=0.1' is not KIND=F1 or KIND:ROW=F1 of what is scored\n"),
        (["casualties"], 2, "waqai: --min: 'casualties' is not KIND=F1 or KIND:ROW=F1 of what is scored\n"),
    ],
)
def test_figures_can_be_held_to_bars(gold: Path, tmp_path: Path, bars: list[str], code: int, said: str) -> None:
    options = [option for bar in bars for option in ("--min", bar)]
    result = run(gold, pred(tmp_path, killed(0, 6, 13), killed(20, 25, 4)), *options)
    assert (result.exit_code, result.stderr) == (code, said)


def test_articles_without_prediction_are_told_and_count_as_missed(gold: Path, tmp_path: Path) -> None:
    result = run(gold, pred(tmp_path, id="2"), "--json")
    assert result.stderr == "waqai: no prediction for 1 of 1 gold articles, e.g. 1\n"
    assert json.loads(result.stdout)["casualties"]["count and type"] == {
        "precision": 0.0,
        "recall": 0.0,
        "f1": 0.0,
        "gold": 1,
        "attributes": {},
    }


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "Input data was truncated"),
        ('{"id": "1"}', "Object missing required field `facts`"),
        ('{"facts": {}}', "an article needs an id"),
        ('{"id": 1, "facts": {}}\n{"id": "1", "facts": {}}', "a second article with the id 1"),
        (
            '{"id": 1, "facts": {"dates": [{"end": 2}]}}',
            "a fact of dates needs start and end, 0 <= start < end: None, 2",
        ),
        (
            '{"id": 1, "text": "abc", "facts": {"dates": [{"start": 0, "end": 2, "text": "bc"}]}}',
            "dates [0:2]: the article has 'ab' there, not 'bc'",
        ),
        (
            '{"id": 1, "facts": {"casualties": [{"start": 0, "end": 2, "type": "kiled"}]}}',
            "casualties: type cannot be 'kiled'; it is one of ",
        ),
        (
            '{"id": 1, "facts": {}}\n{"id": 2, "facts": {"casualties": [{"start": 0, "end": 2, "count": 3}]}}',
            "casualties has no field 'count'; its fields are start, end, text, ",
        ),
        (
            '{"id": 1, "facts": {"casualties": [{"start": 0, "end": 2, "min": "three"}]}}',
            "casualties: min cannot be 'three'",
        ),
    ],
)
def test_a_file_that_cannot_be_scored_is_said(gold: Path, tmp_path: Path, line: str, reason: str) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text(line, encoding="utf-8")
    result = run(bad, gold)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"waqai: {bad}:{line.count(chr(10)) + 1}: {reason}")


def test_a_kind_without_gold_is_bad_usage(gold: Path) -> None:
    result = run(gold, gold, "--only", "weapons")
    assert result.exit_code == 2
    assert result.stderr == "waqai: no gold facts of the kind 'weapons'; there are: casualties, dates\n"


def test_the_gold_line_of_the_reference_can_be_scored(tmp_path: Path) -> None:
    reference = (Path(__file__).parent.parent / "docs" / "reference.md").read_text(encoding="utf-8")
    section = reference.partition("`waqai score` reads")[2]
    example = tmp_path / "gold.jsonl"
    example.write_text(section.partition("```json\n")[2].partition("```")[0], encoding="utf-8")
    assert run(example, example, "--min", "casualties=1").exit_code == 0
