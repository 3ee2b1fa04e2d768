"""Facts as JSON, JSON Lines, CSV and tables."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from pathlib import Path

import msgspec
import pytest
from rich.cells import cell_len

from waqai.cli.options import Format
from waqai.cli.outputs import output_to
from waqai.cli.outputs.output import Target
from waqai.cli.outputs.text import TextOutput
from waqai.cli.tables import lines, table
from waqai.extractors import ExtractedArticle, Fact

from .conftest import NumberFact

FSI, PDI = "\u2068", "\u2069"
ARABIC = (
    "ونقلت الصحيفة عن مسؤولين عسكريين قولهم إن الجيش يقوم حاليا بجمع 1,800 من البيانات و3 000 صورة بتاريخ 2016-11-13"
)
FACTS: list[Fact] = [
    NumberFact(start=3, end=6, text="667", size="large", min=667, max=667, note=ARABIC),
    NumberFact(start=9, end=11, text="نحو 50", size="small", min=50, max=50, modifier="about", even=True),
    NumberFact(start=12, end=14, text="أكثر من 20", size="small", min=20, modifier="at_least", note='قال: "نعم"'),
]
ARTICLE = ExtractedArticle(
    source="news/سرت.txt", id="1", title="عنوان", published=dt.date(2016, 11, 13), facts={"numbers": FACTS, "dates": []}
)
EMPTY = ExtractedArticle(source="b.txt", facts={"numbers": []})


def written(format: Format, *articles: ExtractedArticle, with_text: bool = False, with_sentence: bool = False) -> str:
    stream = io.StringIO()
    output = output_to(Target(None, format), {"numbers": NumberFact}, with_text, with_sentence=with_sentence)
    assert isinstance(output, TextOutput)
    render, out = output.renderer(), output.writer(stream)
    for article in articles:
        out.write(render(article))
    out.close()
    return stream.getvalue()


def test_json_lines_print_arabic_as_arabic() -> None:
    first, second = written(Format.jsonl, ARTICLE, EMPTY).splitlines()
    assert ARABIC in first
    assert json.loads(second) == {
        "source": "b.txt",
        "record": None,
        "id": None,
        "title": None,
        "published": None,
        "url": None,
        "outlet": None,
        "facts": {"numbers": []},
    }
    facts = json.loads(first)["facts"]["numbers"]
    assert facts[2] == {
        "start": 12,
        "end": 14,
        "text": "أكثر من 20",
        "size": "small",
        "min": 20,
        "max": None,
        "modifier": "at_least",
        "note": 'قال: "نعم"',
        "even": False,
    }


@pytest.mark.parametrize("articles", [[], [ARTICLE], [ARTICLE, EMPTY, ARTICLE]])
def test_json_is_one_array(articles: list[ExtractedArticle]) -> None:
    assert [item["source"] for item in json.loads(written(Format.json, *articles))] == [a.source for a in articles]


def test_csv_has_one_fact_a_row_and_a_header_without_any() -> None:
    rows = list(csv.DictReader(io.StringIO(written(Format.csv, EMPTY, ARTICLE), newline="")))
    assert [row["min"] for row in rows] == ["667", "50", "20"]
    assert rows[2] == {
        "source": "news/سرت.txt",
        "record": "",
        "id": "1",
        "title": "عنوان",
        "published": "2016-11-13",
        "url": "",
        "outlet": "",
        "extractor": "numbers",
        "start": "12",
        "end": "14",
        "text": "أكثر من 20",
        "size": "small",
        "min": "20",
        "max": "",
        "modifier": "at_least",
        "note": 'قال: "نعم"',
        "even": "false",
        "sentence": "",
    }
    assert written(Format.csv, EMPTY).count("\n") == 1


def test_the_text_is_a_column_of_its_own_in_csv() -> None:
    article = ExtractedArticle(source="a", facts={"numbers": FACTS[1:2]}, text="نحو 50,\n\nنعم")
    (row,) = csv.DictReader(io.StringIO(written(Format.csv, article, with_text=True), newline=""))
    assert (row["article_text"], row["text"]) == ("نحو 50,\n\nنعم", "نحو 50")


@pytest.mark.parametrize(
    ("format", "output", "terminal", "expected"),
    [
        (Format.auto, None, True, Format.table),
        (Format.auto, None, False, Format.jsonl),
        (Format.auto, "a.csv", True, Format.csv),
        (Format.auto, "a.json", False, Format.json),
        (Format.auto, "a.xlsx", True, Format.xlsx),
        (Format.json, "a.csv", True, Format.json),
        (Format.table, None, False, Format.table),
    ],
)
def test_auto_is_what_the_output_asks_for(format: Format, output: str | None, terminal: bool, expected: Format) -> None:
    assert format.resolved(Path(output) if output else None, terminal) is expected


@pytest.mark.parametrize("width", [80, 120, 200])
def test_columns_stay_straight_around_arabic(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    drawn = written(Format.table, ARTICLE).splitlines()
    header = next(line for line in drawn if line.startswith("  text "))
    body = drawn[drawn.index(header) + 2 :]
    starts = [found.start() for found in re.finditer(r"\S+", header)]
    assert header.split() == ["text", "size", "count", "note", "even"]
    assert any(FSI in line for line in body)
    for line in body:
        assert cell_len(line) <= width
        cells = line.replace(FSI, "").replace(PDI, "")
        assert all(cells[start - 2 : start].strip() == "" for start in starts)
        assert_isolated(line)
    shown = "".join(body)
    for number in ("667", "≈ 50", "≥ 20", "1,800", "3 000", "2016-11-13"):
        assert number in shown


def test_a_narrow_table_prints_one_field_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "24")
    drawn = written(Format.table, ARTICLE)
    assert "count  667" in drawn and "2016-11-13" in drawn
    assert max(map(cell_len, drawn.splitlines())) <= 24


def test_an_article_without_facts_says_so() -> None:
    assert written(Format.table, EMPTY).splitlines() == ["b.txt", "no facts", ""]


def test_lines_hold_nothing_that_undoes_isolation_or_drives_a_terminal() -> None:
    (line,) = lines("قتل\u202e 13\x1b[2J \u2069شخصا\u200f", 80)
    assert line == f"{FSI}قتل 13[2J شخصا{PDI}"


def test_lines_break_between_words_and_isolate_each_line() -> None:
    assert lines("قتل ثلاثة عشر", 9) == [f"{FSI}قتل ثلاثة{PDI}", f"{FSI}عشر{PDI}"]
    assert lines("plain text", 6) == ["plain", "text"]
    assert lines("http://example.org", 10) == ["http://exa", "mple.org"]


def test_marks_above_letters_take_no_column() -> None:
    vowelled, plain = table(("a", "b"), [("قُتِلَ", "x"), ("قتل", "x")], 80)[2:]
    assert cell_len(vowelled) == cell_len(plain)


def assert_isolated(line: str) -> None:
    """Every right-to-left letter stands in an isolate, and each isolate ends on its line."""
    outside = re.sub(f"{FSI}[^{FSI}{PDI}]*{PDI}", "", line)
    assert not re.search(f"[{FSI}{PDI}\u0590-\u08ff]", outside), line


@pytest.mark.parametrize("format", [format for format in Format if format is not Format.auto])
def test_every_format_has_its_class(format: Format) -> None:
    output = output_to(Target("facts", format), {"numbers": NumberFact})
    assert type(output).__module__ == f"waqai.cli.outputs.{format.partition('-')[0]}"
    assert callable(output.renderer())


SENTENCES = msgspec.structs.replace(ARTICLE, text="قتل نحو 50، وقال: أكثر من 20. انتهى.")


def test_json_has_the_sentence_of_a_fact_where_it_is_asked_for() -> None:
    for format in (Format.jsonl, Format.json, Format.geojson):
        assert "sentence" not in written(format, SENTENCES)
    told = json.loads(written(Format.jsonl, SENTENCES, with_sentence=True))
    assert {fact["sentence"] for fact in told["facts"]["numbers"]} == {"قتل نحو 50، وقال: أكثر من 20."}
    assert "text" not in told and told["published"] == "2016-11-13"
    assert json.loads(written(Format.json, SENTENCES, with_sentence=True)) == [told]
    whole = json.loads(written(Format.jsonl, SENTENCES, with_sentence=True, with_text=True))
    assert whole == told | {"text": SENTENCES.text}


def test_a_table_for_excel_begins_with_a_mark_and_is_else_the_same() -> None:
    assert written(Format.csv_excel, ARTICLE) == "\ufeff" + written(Format.csv, ARTICLE)
    assert written(Format.csv_excel) == "\ufeff" + written(Format.csv)
