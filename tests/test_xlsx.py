"""Workbooks of Excel, and the sentence that stands beside each fact in rows."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from waqai.cli.app import app

openpyxl = pytest.importorskip("openpyxl")
TEXT = "انفجرت سيارة في حلب أمس. قتل 13 شخصا على الأقل، بحسب مصدر طبي.\nوأصيب 20."


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    records = [
        {
            "id": "1",
            "title": "=1+1",
            "date": "2020-03-12",
            "outlet": "الصباح",
            "url": "https://example.org/1",
            "text": TEXT,
        },
        {"id": "2", "title": "\x0bب", "text": "=قتل 3 أشخاص."},
    ]
    Path("news.jsonl").write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), "utf-8")
    return tmp_path


def extract(*arguments: str) -> Any:
    return CliRunner().invoke(app, ["extract", "news.jsonl", "--only", "casualties", *arguments], prog_name="waqai")


def rows(sheet: Any) -> list[dict[str, Any]]:
    head, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


def test_a_workbook_has_a_sheet_a_kind_that_links_to_articles(news: Path) -> None:
    assert extract("-o", "facts.xlsx").exit_code == 0
    book = openpyxl.load_workbook("facts.xlsx")
    assert book.sheetnames == ["articles", "casualties"]
    assert all(sheet.sheet_view.rightToLeft for sheet in book)
    first, second = rows(book["articles"])
    assert (first["title"], str(first["published"])[:10], first["outlet"]) == ("=1+1", "2020-03-12", "الصباح")
    assert second["title"] == "\ufffdب"
    assert book["articles"]["E2"].data_type == "s"  # a text, no formula
    killed, injured, last = rows(book["casualties"])
    assert (killed["min"], killed["sentence"]) == (13, "قتل 13 شخصا على الأقل، بحسب مصدر طبي.")
    assert injured["sentence"] == "وأصيب 20."
    assert (last["article"], last["sentence"]) == (2, "=قتل 3 أشخاص.")
    assert book["casualties"]["A4"].hyperlink.location == "'articles'!A3"


def test_a_workbook_has_its_name_only_when_it_is_whole(news: Path) -> None:
    Path("facts.xlsx").write_bytes(b"good")
    assert extract("-o", "facts.xlsx").exit_code == 2
    assert Path("facts.xlsx").read_bytes() == b"good"
    assert extract("-o", "facts.xlsx", "--force").exit_code == 0
    assert sorted(path.name for path in news.iterdir() if "xlsx" in path.name and "lock" not in path.name) == [
        "facts.xlsx"
    ]


def test_a_text_that_no_cell_holds_fails_alone(news: Path) -> None:
    record = {"id": "3", "text": "قتل 5 أشخاص. " + "س" * 40_000}
    with Path("news.jsonl").open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    result = extract("-o", "facts.xlsx", "--with-text")
    assert result.exit_code == 1
    assert "news.jsonl:3: extraction failed: ValueError: a text of 40,013 characters" in result.stderr
    assert len(rows(openpyxl.load_workbook("facts.xlsx")["articles"])) == 2


def test_sentences_stand_in_csv_and_sqlite(news: Path) -> None:
    assert extract("-o", "facts.csv").exit_code == 0
    with Path("facts.csv").open(encoding="utf-8", newline="") as stream:
        found = list(csv.DictReader(stream))
    assert [row["sentence"] for row in found][:2] == ["قتل 13 شخصا على الأقل، بحسب مصدر طبي.", "وأصيب 20."]
    assert found[2]["sentence"] == "'=قتل 3 أشخاص."
    assert (found[0]["outlet"], found[0]["url"]) == ("الصباح", "https://example.org/1")
    assert extract("-o", "facts.sqlite").exit_code == 0
    with sqlite3.connect("facts.sqlite") as database:
        (sentence, outlet) = database.execute(
            "SELECT sentence, outlet FROM casualties JOIN articles USING (article) ORDER BY start DESC LIMIT 1"
        ).fetchone()
    assert (sentence, outlet) == ("وأصيب 20.", "الصباح")


def test_an_ending_that_promises_another_format_is_refused(news: Path) -> None:
    result = extract("-o", "facts.docx")
    assert result.exit_code == 2
    assert "no format ends in .docx" in result.stderr and "--format" in result.stderr
    assert not Path("facts.docx").exists()
    assert extract("-o", "facts.docx", "--format", "jsonl").exit_code == 0


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")
def test_libreoffice_reads_a_workbook(news: Path) -> None:
    assert extract("-o", "facts.xlsx").exit_code == 0
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    command = [
        "soffice",
        f"-env:UserInstallation={(news / 'office').as_uri()}",
        "--headless",
        "--convert-to",
        every_sheet,
    ]
    subprocess.run([*command, "facts.xlsx"], check=True, capture_output=True, timeout=120)
    with Path("facts-casualties.csv").open(encoding="utf-8", newline="") as stream:
        found = list(csv.DictReader(stream))
    assert [(row["article"], row["min"]) for row in found] == [("1", "13"), ("1", "20"), ("2", "3")]
    assert found[2]["sentence"] == "=قتل 3 أشخاص."
    with Path("facts-articles.csv").open(encoding="utf-8", newline="") as stream:
        assert next((row["title"], row["published"]) for row in csv.DictReader(stream)) == ("=1+1", "2020-03-12")
