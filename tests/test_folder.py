"""A folder with one file of every kind: all of it is read, or told; and what is broken costs itself alone."""

from __future__ import annotations

import json
import mailbox
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from waqai.cli.readers import FORMATS

from .commandline import invoke

pytest.importorskip("mwxml")
from .test_readers import DUMP, FILES, FIRST, PAGE, SECOND, TABLES, message, telegram, warc


def mbox(path: Path) -> None:
    box = mailbox.mbox(path)
    for text in (FIRST, SECOND):
        box.add(mailbox.mboxMessage(message("خبر", text)))
    box.close()


def feed(kind: str) -> Callable[[Path], None]:
    """A feed made by feedgen."""

    def make(path: Path) -> None:
        generator = pytest.importorskip("feedgen.feed").FeedGenerator()
        generator.id("https://example.org/")
        generator.title("الصباح")
        generator.description("أخبار")
        generator.link(href="https://example.org/")
        for number, text in enumerate((FIRST, SECOND), 1):
            entry = generator.add_entry(order="append")
            entry.id(f"https://example.org/{number}")
            entry.link(href=f"https://example.org/{number}")
            entry.title(f"خبر {number}")
            entry.published("2020-03-12T10:00:00+03:00")
            entry.content(f"<p>{text}</p>", type="CDATA" if kind == "rss" else "html")
        (generator.rss_file if kind == "rss" else generator.atom_file)(str(path))

    return make


# One of each, by the name of the file: how it is made, and how many articles are in it.
MAKERS: dict[str, tuple[Callable[[Path], object], int]] = {
    "a.txt": (lambda path: path.write_text(FIRST, "utf-8"), 1),
    "a.md": (lambda path: path.write_text(FIRST, "utf-8"), 1),
    "a.html": (lambda path: path.write_text(PAGE, "utf-8"), 1),
    **{name: (TABLES[name], 2) for name in ("comma.csv", "tabs.tsv", "list.json", "a.ndjson", "a.jl", "a.xlsx")},
    **{name: (TABLES[name], 2) for name in ("a.parquet", "a.sqlite", "a.db")},
    "result.json": (telegram, 2),
    "a.rss": (feed("rss"), 2),
    "a.atom": (feed("atom"), 2),
    "a.eml": (lambda path: path.write_bytes(bytes(message("حلب", FIRST))), 1),
    "a.mbox": (mbox, 2),
    "a.warc": (lambda path: warc(path, compressed=False), 2),
    "dump.xml": (lambda path: path.write_text(DUMP, "utf-8"), 1),
    "a.docx": (lambda path: shutil.copy(FILES / "article.docx", path), 1),
    "a.pdf": (lambda path: shutil.copy(FILES / "article.pdf", path), 1),
}
PASSED = ("film.mp4", "film2.mp4", "old.doc", "picture.jpg")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Path = tmp_path_factory.mktemp("everything")
    for name, (make, _) in MAKERS.items():
        make(made / name)
    for name in PASSED:
        (made / name).write_bytes(b"\0\1")
    return made


def extract(folder: Path) -> tuple[Result, Counter[str]]:
    """What is said of a folder, and how many articles each of its files gave."""
    result = invoke("extract", folder, "--only", "dates", "-o", folder.parent / "out.jsonl", "--force")
    lines = (folder.parent / "out.jsonl").read_text("utf-8").splitlines()
    return result, Counter(Path(json.loads(line)["source"]).relative_to(folder).parts[0] for line in lines)


def test_a_folder_of_everything_is_read_and_tells_what_it_passed_over(folder: Path) -> None:
    kinds = {format.suffixes[0] for format in FORMATS if format.suffixes}
    assert kinds - {Path(name).suffix for name in MAKERS} == {".jsonl"}  # which is here as .jl
    result, count = extract(folder)
    assert count == {name: articles for name, (_, articles) in MAKERS.items()}
    assert result.exit_code == 0
    assert "skipped: 4 files of unknown kinds (2 .mp4, 1 .doc, 1 .jpg)\n" in result.stderr


@pytest.mark.parametrize("name", [name for name in MAKERS if Path(name).suffix not in (".txt", ".md")])
def test_one_that_is_cut_costs_itself_alone(folder: Path, tmp_path: Path, name: str) -> None:
    """Half of it is there, between two whole files; what can be read of it is."""
    (tmp_path / "in").mkdir()
    whole = (folder / name).read_bytes()
    for copy in (f"0{name}", f"2{name}"):
        (tmp_path / "in" / copy).write_bytes(whole)
    (tmp_path / "in" / f"1{name}").write_bytes(whole[: len(whole) // 2])
    result, count = extract(tmp_path / "in")
    assert count[f"0{name}"] == count[f"2{name}"] == MAKERS[name][1]
    told = [line for line in result.stderr.splitlines() if f"1{name}" in line]
    if result.exit_code == 0:  # what is cut between two articles, or in the text of the last, is as good as whole
        assert name in ("a.html", "a.eml", "a.mbox") and not told, result.stderr
    else:
        assert (result.exit_code, len(told)) == (1, 1), result.stderr
