"""Nothing that is written is lost, mixed up or half there, and nothing of others is overwritten."""

from __future__ import annotations

import contextlib
import csv
import gzip
import io
import json
import os
import sqlite3
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest
from typer.testing import Result

from waqai.cli.outputs.columns import RowRenderer, tables
from waqai.cli.outputs.csv import CsvRenderer, csv_columns, row
from waqai.cli.outputs.sqlite import SqliteWriter
from waqai.extractors import ExtractedArticle

from .commandline import invoke
from .conftest import NumberFact

pytestmark = pytest.mark.usefixtures("plugin")


def run(*args: object) -> Result:
    return invoke("extract", "--jobs", "1", "-q", *args)


def names(folder: str) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("13")
    Path("b.jsonl").write_text('{"text": "13"}\n{"text": "انفجر"}\n{"text": "14"}\n', encoding="utf-8")


class TestPerFile:
    def test_an_input_with_a_failure_is_not_taken_for_done(self) -> None:
        assert run("b.jsonl", "--per-file", "o", "--errors", "e").exit_code == 1
        assert names("o") == ["b.jsonl.json.partial"]
        assert len(json.loads(Path("o/b.jsonl.json.partial").read_text())) == 2
        assert "exists" in run("b.jsonl", "--per-file", "o").stderr
        assert run("b.jsonl", "--per-file", "o", "--errors", "e", "--resume").exit_code == 1
        assert len(Path("e").read_text().splitlines()) == 1
        Path("b.jsonl").write_text('{"text": "13"}\n' * 3)
        assert run("b.jsonl", "--per-file", "o", "--errors", "e", "--resume").exit_code == 0
        assert names("o") == ["b.jsonl.json"]
        assert len(json.loads(Path("o/b.jsonl.json").read_text())) == 3

    def test_an_input_that_was_cut_is_read_again_when_it_is_whole(self) -> None:
        whole = gzip.compress("".join(f'{{"text": "{n * 7919 % 10007}"}}\n' for n in range(1500)).encode())
        Path("c.jsonl.gz").write_bytes(whole[: len(whole) // 2])
        assert run("c.jsonl.gz", "--per-file", "o").exit_code == 1
        assert not Path("o/c.jsonl.gz.json").exists()
        Path("c.jsonl.gz").write_bytes(whole)
        assert run("c.jsonl.gz", "--per-file", "o", "--resume").exit_code == 0
        assert len(json.loads(Path("o/c.jsonl.gz.json").read_text())) == 1500

    def test_a_failure_that_comes_first_counts_too(self) -> None:
        Path("b.jsonl").write_text('{"text": "انفجر"}\n{"text": "14"}\n', encoding="utf-8")
        run("b.jsonl", "a.txt", "--per-file", "o")
        assert names("o") == ["a.txt.json", "b.jsonl.json.partial"]

    def test_an_input_given_twice_is_written_once(self) -> None:
        assert run("a.txt", "a.txt", "--per-file", "o").exit_code == 0
        assert json.loads(Path("o/a.txt.json").read_text())["source"] == "a.txt"

    def test_inputs_of_one_name_in_several_folders_stay_apart(self) -> None:
        Path("x").mkdir()
        Path("x/a.txt").write_text("14")
        os.chdir("x")
        assert run("a.txt", "../a.txt", "--per-file", "o").exit_code == 0
        assert json.loads(Path("o/a.txt.json").read_text())["source"] == "a.txt"
        assert json.loads(Path("o/_up/a.txt.json").read_text())["source"] == "../a.txt"

    def test_twins_in_an_archive_have_a_file_each(self) -> None:
        with zipfile.ZipFile("a.zip", "w") as archive, pytest.warns(UserWarning):
            archive.writestr("a.txt", "13")
            archive.writestr("a.txt", "14")
        assert run("a.zip", "--per-file", "o").exit_code == 0
        texts = [
            json.loads(path.read_text())["facts"]["numbers"][0]["min"] for path in sorted(Path("o/a.zip").iterdir())
        ]
        assert sorted(texts) == [13, 14]

    @pytest.mark.skipif(os.name == "nt", reason="names are text there")
    def test_names_of_invalid_bytes_stay_apart(self) -> None:
        Path("d").mkdir()
        for name in (b"d/bad\xff\xfe.txt", b"d/bad\xff\xfd.txt"):
            Path(os.fsdecode(name)).write_text("13")
        assert run("d", "--per-file", "o").exit_code == 0
        assert len(list(Path("o/d").iterdir())) == 2

    def test_two_inputs_for_one_place_are_told(self) -> None:
        with zipfile.ZipFile("a.zip", "w") as archive:
            archive.writestr("a.txt", "13")
            archive.writestr("a.txt.json/b.txt", "14")
            archive.writestr("c.txt", "15")
        result = run("a.zip", Path.cwd() / "a.txt", "--per-file", "o")
        assert result.exit_code == 1
        assert result.stderr == (
            "waqai: a.zip/a.txt.json/b.txt: no file for its facts: "
            "its facts would be written over those of a.zip/a.txt; give them to two runs\n"
        )
        assert sorted(path.name for path in Path("o").rglob("*.json")) == ["a.txt.json", "a.txt.json", "c.txt.json"]

    def test_long_names_are_cut(self) -> None:
        with zipfile.ZipFile("a.zip", "w") as archive:
            archive.writestr("x" * 300 + "1.txt", "13")
            archive.writestr("x" * 300 + "2.txt", "14")
        Path("y" * 250 + ".txt").write_text("15")
        assert run("a.zip", "y" * 250 + ".txt", "--per-file", "o").exit_code == 0
        assert len(list(Path("o").rglob("*.json"))) == 3

    @pytest.mark.skipif(os.name == "nt", reason="symbolic links")
    def test_nothing_is_written_through_a_planted_link(self) -> None:
        Path("o").mkdir()
        Path("victim").write_text("mine")
        Path("o/.a.txt.json.part").symlink_to("../victim")
        assert run("a.txt", "--per-file", "o").exit_code == 0
        assert Path("victim").read_text() == "mine"
        assert not Path("o/a.txt.json").is_symlink()


class TestApart:
    def test_failures_and_facts_need_two_files(self) -> None:
        result = run("b.jsonl", "-o", "o.jsonl", "--errors", "./o.jsonl")
        assert (result.exit_code, Path("o.jsonl").exists()) == (2, False)

    @pytest.mark.skipif(os.name == "nt", reason="hard links")
    @pytest.mark.parametrize("source", ["b.jsonl", "."])
    @pytest.mark.parametrize("option", ["-o", "--errors"])
    def test_an_input_by_another_name_is_not_overwritten(self, source: str, option: str) -> None:
        before = Path("b.jsonl").read_bytes()
        os.link("b.jsonl", "hl")
        result = run(source, option, "hl", "--force")
        assert result.exit_code == 2
        assert Path("b.jsonl").read_bytes() == before


class TestSqlite:
    def test_an_article_is_there_with_all_its_facts_or_not_at_all(self) -> None:
        layout = tables({"numbers": NumberFact}, False)
        writer = SqliteWriter(Path("o.sqlite"), layout)
        about: tuple[Any, ...] = ("a.jsonl", 1, "1", None, None, None, None)
        good: tuple[Any, ...] = (0, 1, "1", "small", 1, 1, None, None, False, None)
        writer.write({"articles": [about], "numbers": [good]})
        writer.close()
        writer = SqliteWriter(Path("o.sqlite"), layout)
        writer.write({"articles": [about], "numbers": [good, good]})
        writer.write({"articles": [about], "numbers": [good, (10**30, *good[1:])]})
        with pytest.raises(OverflowError):
            writer.close()
        with contextlib.closing(sqlite3.connect("o.sqlite")) as database:
            assert database.execute("SELECT article FROM articles ORDER BY 1").fetchall() == [(1,)]
            assert database.execute("SELECT article FROM numbers ORDER BY 1").fetchall() == [(1,)]

    @pytest.mark.parametrize("format", ["sqlite", "parquet"])
    def test_a_number_that_no_table_holds_is_that_articles_failure(self, format: str) -> None:
        if format == "parquet":
            pytest.importorskip("pyarrow")
        Path("c.jsonl").write_text(
            '{"text": "10"}\n{"text": "11 and 99999999999999999999999999999 and 5"}\n{"text": "12"}\n'
        )
        result = run("c.jsonl", "-o", f"o.{format}")
        assert result.exit_code == 1
        assert result.stderr.startswith(
            "waqai: c.jsonl:2: extraction failed: ValueError: 99999999999999999999999999999 is"
        )
        if format == "sqlite":
            with contextlib.closing(sqlite3.connect("o.sqlite")) as database:
                assert database.execute("SELECT record FROM articles").fetchall() == [(1,), (3,)]
                assert database.execute("SELECT count(*) FROM numbers").fetchone() == (2,)

    def test_half_a_surrogate_pair_is_that_articles_failure(self) -> None:
        render = RowRenderer(tables({"numbers": NumberFact}, False))
        with pytest.raises(UnicodeEncodeError):
            render(ExtractedArticle(title="\ud800", facts={}))

    def test_somebody_may_look_at_it_meanwhile(self) -> None:
        layout = tables({"numbers": NumberFact}, False)
        writer = SqliteWriter(Path("o.sqlite"), layout)
        row: Mapping[str, Any] = {"articles": [("a", 1, "1", None, None, None, None)]}
        writer.write(row)
        writer._commit()
        with contextlib.closing(sqlite3.connect("o.sqlite")) as reader:
            cursor = reader.execute("SELECT a.record, b.record FROM articles a, articles b")
            assert cursor.fetchone() == (1, 1)  # and keeps the database open for reading
            writer.write(row)
            writer._commit()
            writer.close()
        with contextlib.closing(sqlite3.connect("o.sqlite")) as database:
            assert database.execute("SELECT count(*) FROM articles").fetchone() == (2,)

    def test_other_options_are_told(self) -> None:
        assert run("a.txt", "-o", "o.sqlite").exit_code == 0
        result = run("b.jsonl", "-o", "o.sqlite", "--resume", "--with-text")
        assert (result.exit_code, "has other columns" in result.stderr) == (2, True)


class TestParquet:
    @pytest.fixture(autouse=True)
    def _pyarrow(self) -> None:
        pytest.importorskip("pyarrow")

    def test_files_of_others_are_left_alone(self) -> None:
        Path("data").mkdir()
        Path("data/mine.parquet").write_text("mine")
        result = run("a.txt", "-o", "data", "--format", "parquet", "--force")
        assert (result.exit_code, "mine.parquet" in result.stderr) == (2, True)
        assert Path("data/mine.parquet").read_text() == "mine"

    def test_a_run_killed_between_two_names_has_lost_nothing(self) -> None:
        assert run("a.txt", "-o", "data", "--format", "parquet").exit_code == 0
        Path("data").rename(".data.old")  # as close() does, before it gives the name to the new folder
        result = run("a.txt", "nowhere.txt", "-o", "data", "--format", "parquet", "--force")
        assert result.exit_code == 1
        assert names("data") == ["articles.parquet", "numbers.parquet"]
        assert not [name for name in names(".") if name.startswith(".data")]


class NamedFact(NumberFact, frozen=True, kw_only=True):
    """A number with a field that articles have too."""

    id: str | None = None


class TestCsv:
    @pytest.mark.parametrize("title", ["one\rtwo", "one\ntwo", "one\r\ntwo", 'a"b,c'])
    def test_a_row_stays_a_row(self, title: str) -> None:
        line = row(["a", title, "b"])
        assert line.endswith("b\n")
        assert list(csv.reader(io.StringIO(line, newline=""))) == [["a", title, "b"]]

    def test_a_fact_with_an_id_leaves_that_of_its_article(self) -> None:
        columns = csv_columns({"numbers": NamedFact}, with_text=False)
        assert len(set(columns)) == len(columns)
        fact = NamedFact(start=0, end=1, text="5", size="small", min=5, id="n5")
        article = ExtractedArticle(id="x", facts={"numbers": [fact]})
        rows = list(csv.DictReader(io.StringIO(row(columns) + CsvRenderer(columns)(article), newline="")))
        assert [(one["id"], one["fact_id"], one["text"]) for one in rows] == [("x", "n5", "5")]

    @pytest.mark.parametrize("title", ["=cmd|'/c calc'!A1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])
    def test_a_spreadsheet_runs_nothing(self, title: str) -> None:
        article = ExtractedArticle(
            title=title, facts={"numbers": [NumberFact(start=0, end=1, text="5", size="small", min=-5)]}
        )
        (cells,) = csv.reader(io.StringIO(CsvRenderer(["title", "min"])(article), newline=""))
        assert cells == [f"'{title}", "-5"]


def test_a_report_is_overwritten_only_when_asked() -> None:
    def report(*args: str) -> Result:
        return invoke("report", "a.txt", "-o", "r.html", *args)

    Path("r.html").write_text("mine")
    assert report().exit_code == 2
    assert Path("r.html").read_text() == "mine"
    assert report("--force").exit_code == 0
    assert Path("r.html").read_text().startswith("<!")
    assert names(".") == ["a.txt", "b.jsonl", "r.html"]


def test_records_keep_their_numbers_in_every_format() -> None:
    assert run("b.jsonl", "-o", "o.csv").exit_code == 1
    rows = csv.DictReader(Path("o.csv").read_text().splitlines())
    assert [row["record"] for row in rows] == ["1", "3"]
    run("b.jsonl", "-o", "o.jsonl")
    line = Path("o.jsonl").read_text().splitlines()[1]
    assert msgspec.json.decode(line)["record"] == 3
