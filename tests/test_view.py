"""`waqai view`: the text with its facts in colour, and what they say beside it."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import subprocess
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.text import Text
from typer.testing import Result

from waqai.cli import view
from waqai.cli.annotated import AnnotatedArticle
from waqai.cli.bidi import reordered
from waqai.extractors import Article, extract

from .commandline import command, invoke

TEXT = (
    "قال المتحدث باسم الجيش اليمني سالم الحضرمي إن 13 جنديا قتلوا وأصيب نحو 50 آخرين أمس الأربعاء.\n\n"
    "Plain words end it; \u202eهنا\u202c نص \x1b[31mأحمر."
)
ARTICLE = AnnotatedArticle(Article(text=TEXT, source="a.txt"), extract(TEXT, dt.date(2019, 3, 14), explain=True))
COLOURS = view.styles(ARTICLE.extracted.facts)


def run(*args: str | Path) -> Result:
    return invoke("view", *args)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_lines_are_the_text_in_order_and_none_is_too_wide() -> None:
    for width in (20, 44, 150):
        lines = [place for paragraph in view.broken(TEXT, width) for place in paragraph]
        assert all(cell_len(TEXT[start:end]) <= width + 8 for start, end in lines)
        assert "".join(TEXT[start:end] for start, end in lines).split() != []
        kept = "".join("".join(TEXT[start:end] for start, end in lines).split())
        assert kept == "".join(TEXT.split())


def test_a_word_longer_than_a_line_is_cut() -> None:
    assert list(view.broken("ab cdefgh", 3)) == [[(0, 2), (3, 6), (6, 9)]]


def test_each_fact_has_its_colour_and_a_quotation_shows_through() -> None:
    line = view.coloured(TEXT, 0, TEXT.index("\n"), ARTICLE.facts, COLOURS)
    styled = {str(span.style): line.plain[span.start : span.end] for span in line.spans}
    assert styled["cyan"] == "الجيش اليمني"
    assert "underline yellow bold red" in styled or "underline yellow red bold" in styled
    assert line.plain == TEXT.partition("\n")[0]
    killed = ARTICLE.extracted.facts["casualties"][0]
    inner = next(span for span in line.spans if span.start == killed.start)
    assert "bold red" in str(inner.style) and line.plain[inner.start : inner.end] in killed.text


def test_notes_say_what_the_facts_are() -> None:
    notes = [view.note(kind, fact) for kind, fact in ARTICLE.facts]
    assert notes == ["military", "سالم الحضرمي", "killed 13", "injured ≈ 50", "2019-03-13"]


def test_a_fact_of_another_kind_is_told_by_its_fields(plugin: None) -> None:
    (fact, *_) = extract("2019").facts["numbers"]
    assert view.note("numbers", fact) == "size large, count 2019"


def test_the_command_shows_text_legend_and_notes(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    for width in (60, 80, 120, 200):
        monkeypatch.setenv("COLUMNS", str(width))
        shown = run(file, "--date", "2019-03-14")
        assert shown.exit_code == 0
        lines = shown.stdout.splitlines()
        legend = "   ".join(lines[1 : lines.index("")])
        assert legend == "casualties 2   dates 1   organizations 1   places 0   quotes 1"
        assert max(map(cell_len, lines)) <= width
        walls = {by_column(line).index("│") for line in lines if "│" in line}
        assert len(walls) == 1
        assert "killed 13" in shown.stdout and "2019-03-13" in shown.stdout
        assert "\u202e" not in shown.stdout and "\x1b" not in shown.stdout


def by_column(line: str) -> str:
    return "".join(character for character in line if cell_len(character))


def test_only_some_kinds(file: Path) -> None:
    shown = run(file, "--only", "dates").stdout
    assert "dates 1" in shown and "killed" not in shown


def test_lines_can_be_reordered(file: Path) -> None:
    shown = run(file, "--bidi", "reorder").stdout
    assert reordered(Text("الجيش اليمني")).plain in shown and "\u2068" not in shown


def test_one_article_of_many_is_named_by_its_id(tmp_path: Path) -> None:
    records = tmp_path / "a.jsonl"
    records.write_text('{"id": "a", "text": "قتل 13 شخصا"}\n{"id": "b", "text": "قتل 14 شخصا"}\n', encoding="utf-8")
    assert "killed 14" in run(records, "--id", "b").stdout
    assert "killed 13" not in run(records, "--id", "b").stdout
    assert "killed 13" in run(records).stdout
    missing = run(records, "--id", "c")
    assert (missing.exit_code, missing.stderr) == (1, "waqai: no article with the id 'c' there\n")


@pytest.mark.parametrize("command", ["view", "explain"])
def test_what_cannot_be_read_is_said(tmp_path: Path, command: str) -> None:
    result = invoke(command, str(tmp_path / "none.txt"))
    assert (result.exit_code, result.stderr) == (1, f"waqai: {tmp_path / 'none.txt'}: no such file or folder\n")


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo-terminals")
@pytest.mark.parametrize(("options", "paged"), [([], True), (["--no-pager"], False)])
def test_a_terminal_gets_colours_and_a_pager(tmp_path: Path, options: list[str], paged: bool) -> None:
    article, pager = tmp_path / "a.txt", tmp_path / "pager"
    article.write_text("قتل 13 شخصا.\n" * 40, encoding="utf-8")
    pager.write_text("#!/bin/sh\ncat >/dev/null; echo PAGED $LESS\n", encoding="utf-8")
    pager.chmod(0o755)
    terminal, end = os.openpty()
    environment = os.environ | {"PAGER": str(pager), "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
    process = subprocess.Popen(command("view", article, *options), stdin=end, stdout=end, env=environment)
    os.close(end)
    shown = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(terminal)
    assert process.wait(timeout=60) == 0
    assert (b"PAGED -FRX" in shown) is paged
    assert bool(re.search(rb"\x1b\[1;31m", shown)) is not paged


def test_nothing_is_paged_in_a_pipe() -> None:
    stream = io.StringIO()
    view.write([ARTICLE] * 30, stream)
    assert stream.getvalue().count("a.txt") == 30
