"""One article as panels, many as rows: what they tell, and columns that stay straight around Arabic."""

from __future__ import annotations

import datetime as dt
import io
import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.text import Text

from waqai.cli.bidi import drawing, isolated, reordered
from waqai.cli.options import Bidi
from waqai.cli.summary import TableWriter, panel
from waqai.cli.tables import broken, shortened, table
from waqai.extractors import ExtractedArticle, Fact, extract, registry
from waqai.extractors.presentation import Column, Different, Presentation, Tally

from .commandline import invoke

FSI, PDI = "\u2068", "\u2069"
FIRST = re.compile(r"  (type|text|name|speaker|title) ")
SHAPED = re.compile(r"[\ufb50-\ufdff\ufe70-\ufefc]")
TEXT = (
    "قال المتحدث باسم الجيش اليمني سالم الحضرمي إن 13 جنديا قتلوا وأصيب نحو 50 آخرين"
    " في هجوم على نقطة تفتيش أمس الأربعاء.\n"
    "وأكدت الأمم المتحدة مقتل أكثر من 20 شخصا في 14 مارس 2019، ودعت الأمم المتحدة إلى ضبط النفس."
)
ARTICLE = extract(TEXT, dt.date(2019, 3, 14))


def article(number: int, text: str = TEXT) -> ExtractedArticle:
    found = extract(text, dt.date(2019, 3, number))
    return ExtractedArticle(
        source="news.jsonl",
        id=str(number),
        title="هجوم على نقطة تفتيش قرب الحدود" if number % 2 else None,
        published=found.published,
        facts=found.facts,
    )


def drawn(*articles: ExtractedArticle, bidi: Bidi = Bidi.terminal) -> list[str]:
    stream = io.StringIO()
    writer = TableWriter(stream, drawing(bidi, stream))
    for one in articles:
        writer.write(one)
    writer.close()
    return stream.getvalue().splitlines()


def test_a_panel_tells_the_fields_that_matter() -> None:
    header, rows = panel("casualties", ARTICLE.facts["casualties"], 80)
    assert header == ["type", "count", "victims", "place", "source"]
    assert [row[:2] for row in rows] == [["killed", "13"], ["injured", "≈ 50"], ["killed", "≥ 20"]]
    assert panel("dates", ARTICLE.facts["dates"], 80) == (
        ["text", "value"],
        [["أمس الأربعاء", "2019-03-13"], ["14 مارس 2019", "2019-03-14"]],
    )
    assert panel("organizations", ARTICLE.facts["organizations"], 80) == (
        ["name", "category", "mentions"],
        [["الجيش اليمني", "military", "1"], ["الأمم المتحدة", "international", "2"]],
    )
    header, rows = panel("quotes", ARTICLE.facts["quotes"], 80)
    assert header == ["speaker", "role", "quote"]
    assert rows[0][0] == "سالم الحضرمي"
    assert all(cell_len(row[2]) <= 40 for row in rows)


def test_what_is_past_is_marked_and_is_no_figure_of_an_article() -> None:
    found = extract("قتل 9 أشخاص في انفجار أمس. وكان 12 شخصا قتلوا في هجوم مماثل العام الماضي.", dt.date(2019, 3, 14))
    header, rows = panel("casualties", found.facts["casualties"], 80)
    assert header == ["type", "count", "scope", "victims", "place", "source"]
    assert [row[1:3] for row in rows] == [["9", ""], ["12", "past"]]
    two = drawn(found, found)
    assert not any(re.search(r"\b12\b", line) for line in two)
    assert sum(bool(re.search(r"\b9\b", line)) for line in two) == 3


class _Sightings:
    """A kind of somebody else that says how it is shown."""

    class Sighting(Fact, frozen=True, kw_only=True):
        bird: str
        sure: bool = True

    name = "sightings"
    fact = Sighting
    presentation = Presentation(
        label="مشاهدات",
        columns=(Column("bird", lambda fact: fact.bird),),
        mentions="bird",
        tallies=(Different("birds", field="bird", where="sure"), Tally("sightings")),
    )


def test_a_kind_says_itself_how_it_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "available", lambda: {"sightings": None})
    monkeypatch.setattr(registry, "load", lambda name: _Sightings())
    birds = (("نسر", True), ("صقر", False), ("نسر", True))
    facts: list[Fact] = [_Sightings.Sighting(start=0, end=3, text=bird, bird=bird, sure=sure) for bird, sure in birds]
    assert panel("sightings", facts, 80) == (["bird", "mentions"], [["نسر", "2"], ["صقر", "1"]])
    lines = drawn(*[ExtractedArticle(source="a", facts={"sightings": facts})] * 2)
    assert lines[0].split() == ["title", "published", "birds", "sightings"]
    assert [line.split()[-2:] for line in (lines[2], lines[-1])] == [["1", "3"], ["1", "6"]]


def test_a_quotation_is_cut_between_words() -> None:
    assert shortened("قال  نعم\nولا", 20) == "قال نعم ولا"
    assert shortened("قال نعم ولا", 9) == "قال نعم …"
    assert shortened("examples/border.txt", 10) == "examples/…"  # a word that is too long alone


def test_cells_are_cut_to_whole_lines() -> None:
    rows = [["1", "قال نعم ولا ثم قال نعم ولا"]]
    assert table(("n", "title"), rows, 18, lambda text: text, most={"title": lambda _: 2})[2:4] == [
        "  1  قال نعم ولا",
        "     ثم قال نعم …",
    ]
    assert broken("قال نعم …", 8) == ["قال", "نعم …"]


def test_one_article_is_panels_and_many_are_rows_and_a_total() -> None:
    assert [line for line in drawn(article(15)) if line.startswith("casualties")] == ["casualties (3)"]
    lines = drawn(article(15), article(14), article(17, "قتل 70 شخصا ولم يصب أحد."))
    assert len(lines) == 7
    assert lines[0].split() == ["title", "published", "killed", "injured", "dates", "orgs", "places", "officials"]
    assert lines[3].split() == ["news.jsonl:14", "2019-03-14", "≥", "20", "≈", "50", "2", "2", "2"]
    assert lines[4].split()[-3:] != []
    assert lines[6].split() == ["3", "articles", "70", "≈", "50", "4", "2", "0", "2"]


def test_only_what_was_asked_for_has_a_column() -> None:
    only = [ExtractedArticle(source="a", facts={"dates": []})] * 2
    assert drawn(*only)[0].split() == ["title", "published", "dates"]


@pytest.mark.parametrize("width", [80, 120, 200])
@pytest.mark.parametrize("bidi", [Bidi.terminal, Bidi.reorder])
@pytest.mark.parametrize("articles", [1, 4])
def test_columns_stay_straight(monkeypatch: pytest.MonkeyPatch, width: int, bidi: Bidi, articles: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = drawn(*(article(number) for number in range(15, 15 + articles)), bidi=bidi)
    assert max(map(cell_len, lines)) <= width
    headers = [number for number, line in enumerate(lines) if "──" in line and FIRST.match(lines[number - 1])]
    checked = 0
    for number in headers:
        starts = [found.start() for found in re.finditer(r"\S+", lines[number - 1])]
        for line in lines[number + 1 :]:
            if not line.startswith("  ") or "──" in line:
                break
            columns = by_column(line)
            assert all(columns[start - 1 : start].strip() == "" for start in starts), line
            assert all(columns[start - 2 : start].strip() == "" for start in starts), line
            checked += 1
    assert checked >= articles
    shown = "\n".join(lines)
    assert bool(SHAPED.search(shown)) is (bidi is Bidi.reorder)
    assert (FSI in shown) is (bidi is Bidi.terminal)


def by_column(line: str) -> str:
    """A line with one character for each column of the screen."""
    return "".join(character for character in line if cell_len(character))


class TestReordering:
    def test_letters_join_and_run_from_right_to_left(self) -> None:
        assert reordered(Text("قتل 13 شخصا")).plain == "\ufe8e\ufebc\ufea8\ufeb7 13 \ufede\ufe98\ufed7"

    def test_lam_and_alef_are_one(self) -> None:
        assert reordered(Text("لأن ولا")).plain == "\ufefb\ufeed \ufee5\ufef7"

    def test_brackets_are_mirrored(self) -> None:
        assert reordered(Text("(لا)")).plain == "(\ufefb)"

    def test_a_line_from_left_to_right_stays(self) -> None:
        assert reordered(Text("a (b)")).plain == isolated(Text("a (b)")).plain == "a (b)"

    def test_each_letter_keeps_its_style(self) -> None:
        line = Text("قتل 13 لا")
        line.stylize("red", 0, 3)
        line.stylize("bold", 7, 9)
        turned = reordered(line)
        styled = {str(span.style): turned.plain[span.start : span.end] for span in turned.spans if span.style}
        assert {style.strip() for style in styled} == {"red", "bold"}
        assert turned.plain.startswith("\ufefb")
        assert [str(span.style) for span in turned.spans if span.start == 0] == ["bold"]


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("bidi", "stream", "environment", "draw"),
    [
        (Bidi.auto, _Screen(), {"TERM": "xterm-kitty"}, reordered),
        (Bidi.auto, _Screen(), {"TERM": "linux"}, reordered),
        (Bidi.auto, _Screen(), {"TERM_PROGRAM": "vscode", "TERM": "xterm-256color"}, reordered),
        (Bidi.auto, _Screen(), {"VTE_VERSION": "7600", "TERM": "xterm-256color"}, isolated),
        (Bidi.auto, io.StringIO(), {"TERM": "linux"}, isolated),
        (Bidi.reorder, io.StringIO(), {}, reordered),
        (Bidi.terminal, _Screen(), {"TERM": "linux"}, isolated),
    ],
)
def test_who_orders(bidi: Bidi, stream: io.StringIO, environment: dict[str, str], draw: object) -> None:
    assert drawing(bidi, stream, environment) is draw


def test_the_command_draws_as_asked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    command = ["extract", str(tmp_path), "--format", "table", "--bidi"]
    shown = {bidi: invoke(*command, bidi).stdout for bidi in ("terminal", "reorder")}
    assert FSI in shown["terminal"] and not SHAPED.search(shown["terminal"])
    assert FSI not in shown["reorder"] and SHAPED.search(shown["reorder"])
