"""A person checks facts, and later runs honour it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from waqai.cli import checking
from waqai.cli.annotations.layout import Annotated
from waqai.cli.decisions import Decisions, Undecidable

from .commandline import invoke

TEXT = "قتل 13 شخصا في حلب وأصيب العشرات.\nواعتقل رجلان."


@pytest.fixture
def facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, "utf-8")
    assert run("extract", "a.txt", "--only", "casualties", "--with-text", "-o", "facts.jsonl").exit_code == 0
    return tmp_path / "facts.jsonl"


def run(*arguments: object, answers: str = "") -> Any:
    return invoke(*arguments, stdin=answers)


def counts(*arguments: object) -> list[tuple[str, int]]:
    result = run("extract", "a.txt", "--only", "casualties", "--format", "jsonl", *arguments)
    assert result.exit_code == 0, result.stderr
    return [(fact["type"], fact["min"]) for fact in json.loads(result.stdout)["facts"]["casualties"]]


def test_answers_are_kept_and_applied(facts: Path) -> None:
    assert counts() == [("killed", 13), ("injured", 10), ("detained", 2)]
    result = run("check", facts, "--only", "casualties", answers="min=12; modifier=about\nn\ny\n")
    assert result.exit_code == 0
    assert "3 answered, 0 open" in result.stderr
    assert counts("--decisions", "facts.decisions.jsonl") == [("killed", 13), ("injured", 12)] or (
        len(counts("--decisions", "facts.decisions.jsonl")) == 2
    )
    again = run("check", facts, "--only", "casualties")
    assert "0 answered, 0 open" in again.stderr


def test_the_most_doubtful_is_asked_first(facts: Path) -> None:
    result = run("check", facts, "--only", "casualties", answers="q\n")
    assert "1/3  a.txt  casualties" in result.stdout
    assert "【أصيب العشرات】" in result.stdout  # a vague count


def test_answers_that_are_none_are_asked_again(facts: Path) -> None:
    answers = "maybe\ntype=eaten\nmin=many\nprice=3\ns\ns\nb\nq\n"
    result = run("check", facts, "--only", "casualties", answers=answers)
    assert "type is one of abducted, casualty, detained" in result.stdout
    assert "min is a number" in result.stdout
    assert result.stdout.count("2/3") == 2  # once more after b
    assert "0 answered, 3 open" in result.stderr
    assert not facts.with_name("facts.decisions.jsonl").exists()


def test_a_fix_that_turns_the_bounds_round_is_asked_again(facts: Path) -> None:
    answers = "s\nmin=14; modifier=about\nmax=12\nmin=14; max=14; modifier=about\nq\n"
    result = run("check", facts, "--only", "casualties", answers=answers)
    assert "min=14 is greater than max=13; set both" in result.stdout
    assert "min=13 is greater than max=12; set both" in result.stdout
    decided = [json.loads(line) for line in facts.with_name("facts.decisions.jsonl").read_text("utf-8").splitlines()]
    assert [made["set"] for made in decided] == [{"min": 14, "max": 14, "modifier": "about"}]


def test_what_is_decided_becomes_gold(facts: Path, tmp_path: Path) -> None:
    run("check", facts, "--only", "casualties", "--gold", "gold.jsonl", answers="y\ny\n")
    assert (tmp_path / "gold.jsonl").read_bytes() == b""  # one fact is open
    run("check", facts, "--only", "casualties", "--gold", "gold.jsonl", answers="n\n")
    (gold,) = map(json.loads, (tmp_path / "gold.jsonl").read_text("utf-8").splitlines())
    assert len(gold["facts"]["casualties"]) == 2
    assert run("score", "gold.jsonl", facts, "--only", "casualties").exit_code == 0


def test_a_decision_holds_while_the_words_are_there(facts: Path) -> None:
    run("check", facts, "--only", "casualties", answers="n\nn\nn\n")
    assert counts("--decisions", "facts.decisions.jsonl") == []
    Path("a.txt").write_text(TEXT.replace("13", "31"), "utf-8")
    assert counts("--decisions", "facts.decisions.jsonl") == [("killed", 31)]


def test_a_file_that_holds_no_decisions_is_told_by_its_line(facts: Path) -> None:
    Path("d.jsonl").write_text('{"source": "a.txt"}\n', "utf-8")
    with pytest.raises(Undecidable, match=r"d\.jsonl:1: not a decision"):
        Decisions(Path("d.jsonl"))
    result = run("extract", "a.txt", "--decisions", "d.jsonl")
    assert result.exit_code == 2 and "d.jsonl:1" in result.stderr


def test_answers_are_written_one_by_one(facts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A walk that is cut off keeps what was said."""
    said: Iterator[str] = iter(["y"])

    def ask(_: str) -> str:
        try:
            return next(said)
        except StopIteration:
            raise KeyboardInterrupt from None

    from waqai.cli.annotations.layout import layout
    from waqai.cli.catalogue import fact_types
    from waqai.cli.converting import extracted

    types = fact_types(["casualties"])
    asked = checking.questions(list(extracted(facts)), None, ["casualties"])
    with pytest.raises(KeyboardInterrupt):
        checking.walk(asked, layout(types), Path("d.jsonl"), ask, lambda _: None)
    (kept,) = Path("d.jsonl").read_text("utf-8").splitlines()
    assert dt.datetime.fromisoformat(json.loads(kept)["at"]) and json.loads(kept)["verdict"] == "right"


def test_what_stands_around_a_fact_is_cut_between_words() -> None:
    text = "سابق " * 40 + "قتل 13 شخصا" + " لاحق" * 40
    start = text.index("قتل")
    question = checking.Question(Annotated(text, {}), "casualties", {"start": start, "end": start + 11})
    before, _, after = checking._in_its_sentence(question).strip("\u2068\u2069").replace("】", "【").split("【")
    assert set(before.split()) == {"…", "سابق"} and set(after.split()) == {"لاحق", "…"}
