"""Runs that go on where another stopped: which articles they know again, and whose files they leave alone."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import Result

from waqai.cli.outputs.lock import locked

from .commandline import invoke

pytestmark = pytest.mark.usefixtures("plugin")


def run(*args: object) -> Result:
    return invoke("extract", "--jobs", "1", "-q", *args)


def records(path: Path, *texts: str, id: str = "x") -> Path:
    path.write_text("".join(json.dumps({"id": id, "text": text}) + "\n" for text in texts), encoding="utf-8")
    return path


def done(output: Path) -> list[int]:
    """The numbers of the records in an output."""
    if output.suffix == ".sqlite":
        with contextlib.closing(sqlite3.connect(output)) as database:
            return [record for (record,) in database.execute("SELECT record FROM articles ORDER BY article")]
    return [json.loads(line)["record"] for line in output.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("format", ["jsonl", "sqlite"])
def test_of_records_with_one_id_only_those_that_failed_are_done_again(tmp_path: Path, format: str) -> None:
    articles = records(tmp_path / "a.jsonl", "انفجر 1", "2", "3")
    output = tmp_path / f"out.{format}"
    assert run(articles, "-o", output).exit_code == 1
    assert done(output) == [2, 3]
    records(articles, "1", "2", "3")
    assert run(articles, "-o", output, "--resume").exit_code == 0
    assert done(output) == [2, 3, 1]
    assert run(articles, "-o", output, "--resume").exit_code == 0
    assert done(output) == [2, 3, 1]


def test_of_a_file_given_twice_each_article_is_done_twice(tmp_path: Path) -> None:
    articles, output = records(tmp_path / "a.jsonl", "1", "2", "3"), tmp_path / "out.jsonl"
    assert run(articles, articles, "-o", output).exit_code == 0
    whole = output.read_bytes()
    output.write_bytes(whole[: len(whole) * 2 // 3])
    assert run(articles, articles, "-o", output, "--resume").exit_code == 0
    assert Counter(done(output)) == {1: 2, 2: 2, 3: 2}


def test_a_path_may_be_written_in_another_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    records(tmp_path / "a.jsonl", "1", "2")
    for path in ("a.jsonl", "./a.jsonl", tmp_path / "a.jsonl", ".//a.jsonl"):
        assert run(path, "-o", "out.jsonl", "--resume").exit_code == 0
        assert done(tmp_path / "out.jsonl") == [1, 2]


def test_records_that_moved_are_not_passed_over(tmp_path: Path) -> None:
    articles, output = tmp_path / "a.jsonl", tmp_path / "out.jsonl"
    articles.write_text('{"id": "a", "text": "1"}\n')
    run(articles, "-o", output)
    articles.write_text('{"id": "new", "text": "2"}\n{"id": "a", "text": "1"}\n')
    assert run(articles, "-o", output, "--resume").exit_code == 0
    assert "new" in [json.loads(line)["id"] for line in output.read_text().splitlines()]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.txt", b"important data without a line end"),
        ("cfg.jsonl", b'{"my":"json"}'),
        ("other.jsonl", b'{"source":"BBC","text":"x"}'),
        ("lines.jsonl", b'{"source":"BBC","text":"x"}\n'),
        ("zip.jsonl", b"PK\x03\x04"),
    ],
)
def test_files_of_others_are_left_alone(tmp_path: Path, name: str, content: bytes) -> None:
    articles, foreign = records(tmp_path / "a.jsonl", "1"), tmp_path / name
    foreign.write_bytes(content)
    for arguments in (("-o", foreign), ("-o", tmp_path / "out.jsonl", "--errors", foreign)):
        if arguments[0] == "-o" and len(arguments) == 4 and content.startswith(b'{"source"'):
            continue  # failures are told by their beginning alone
        result = run(articles, *arguments, "--resume")
        assert result.exit_code == 2
        assert "waqai wrote" in result.stderr and foreign.name in result.stderr
        assert foreign.read_bytes() == content


def test_databases_of_others_are_left_alone(tmp_path: Path) -> None:
    articles, foreign = records(tmp_path / "a.jsonl", "1"), tmp_path / "app.sqlite"
    with contextlib.closing(sqlite3.connect(foreign)) as database:
        database.execute("CREATE TABLE articles (source, record, id, title)")
    before = foreign.read_bytes()
    result = run(articles, "-o", foreign, "--resume")
    assert (result.exit_code, "not a database that waqai wrote" in result.stderr) == (2, True)
    assert foreign.read_bytes() == before


def test_a_damaged_database_is_not_gone_on_with(tmp_path: Path) -> None:
    articles, output = records(tmp_path / "a.jsonl", *map(str, range(200))), tmp_path / "out.sqlite"
    assert run(articles, "-o", output).exit_code == 0
    content = bytearray(output.read_bytes())
    content[8192:12288] = bytes(4096)
    output.write_bytes(content)
    result = run(articles, "-o", output, "--resume")
    assert result.exit_code == 2
    assert "out.sqlite" in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device")
def test_a_device_is_not_read_to_its_end(tmp_path: Path) -> None:
    result = run(records(tmp_path / "a.jsonl", "1"), "-o", "/dev/full", "--resume")
    assert result.exit_code == 1
    assert result.stderr == "waqai: cannot write /dev/full: No space left on device\n"


@pytest.mark.parametrize("tail", [b"\0" * 300, b'{"source":"a', b"{", b'{"source":null,"record":1,"id":"a\xd8'])
def test_what_a_power_cut_left_is_cut_off(tmp_path: Path, tail: bytes) -> None:
    articles, output = records(tmp_path / "a.jsonl", "1", "2"), tmp_path / "out.jsonl"
    run(articles, "-o", output)
    whole = output.read_bytes()
    output.write_bytes(whole.splitlines(keepends=True)[0] + tail)
    assert run(articles, "-o", output, "--resume").exit_code == 0
    assert output.read_bytes() == whole


@pytest.mark.skipif(os.name == "nt", reason="no flock")
@pytest.mark.parametrize(
    ("arguments", "path", "folder"),
    [
        (("-o", "out.jsonl"), "out.jsonl", False),
        (("-o", "out.csv"), "out.csv", False),
        (("-o", "out.sqlite"), "out.sqlite", False),
        (("-o", "out.parquet"), ".out.parquet.part", True),
        (("--per-file", "out"), "out", True),
        (("-o", "out.jsonl", "--errors", "failed.jsonl"), "failed.jsonl", False),
    ],
)
def test_two_runs_never_write_to_one_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], path: str, folder: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    articles = records(tmp_path / "a.jsonl", "1", "2")
    resume = () if path.endswith(("csv", "part")) else ("--resume",)
    with locked(Path(path), folder=folder):
        result = run(articles, *arguments, *resume)
        assert result.exit_code == 2
        assert "another run is writing to it" in result.stderr
    assert run(articles, *arguments, *resume).exit_code == 0
