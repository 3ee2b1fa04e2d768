"""What goes into a batch and comes out of it: archives and URLs, databases and folders, failures and progress."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import os
import random
import sqlite3
import subprocess
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from waqai.cli.formats import Parsing
from waqai.cli.job import Job
from waqai.cli.outputs.perfile import place
from waqai.cli.outputs.table import as_it_is
from waqai.cli.readers.raw import RawArticle, RawFormat
from waqai.extractors import Article, ExtractedArticle, Failure, available, extract_many

from .commandline import command, invoke

NEWS = "قتل 13 شخصا وأصيب 200 آخرون"
RECORDS = "".join(json.dumps({"id": f"a{n}", "text": f"{n} {n * 20}", "date": "2016-11-13"}) + "\n" for n in range(9))


def run(*args: object, stdin: bytes | None = None) -> Result:
    return invoke("extract", "--jobs", "1", *args, stdin=stdin)


def ids(output: str) -> list[str]:
    return [json.loads(line)["id"] for line in output.splitlines()]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "a.jsonl"
    path.write_text(RECORDS)
    return path


def zstd(data: bytes) -> bytes:
    zstandard = pytest.importorskip("zstandard")
    return bytes(zstandard.compress(data[:200]) + zstandard.compress(data[200:]))  # two frames


@pytest.mark.usefixtures("plugin")
class TestInputs:
    @pytest.mark.parametrize("pack", [gzip.compress, zstd])
    @pytest.mark.parametrize("name", ["a.jsonl.gz", "A.JSONL.ZST", "a.jsonl", "whatever"])
    def test_compressed_files_are_told_by_their_content(self, tmp_path: Path, pack: object, name: str) -> None:
        assert callable(pack)
        (tmp_path / name).write_bytes(pack(RECORDS.encode()))
        assert len(ids(run(tmp_path / name).stdout)) == 9
        assert len(ids(run(stdin=pack(RECORDS.encode())).stdout)) == 9
        if name != "whatever":
            assert len(ids(run(tmp_path).stdout)) == 9

    def test_what_comes_before_the_damage_is_done(self, tmp_path: Path) -> None:
        whole = gzip.compress("".join(f'{{"text": "{n} {random.random()}"}}\n' for n in range(5000)).encode())
        (tmp_path / "cut.jsonl.gz").write_bytes(whole[: len(whole) // 2])
        (tmp_path / "bad.jsonl.gz").write_bytes(b"\x1f\x8b nonsense")
        (tmp_path / "bad.zip").write_bytes(b"PK nonsense")
        result = run(tmp_path)
        assert result.exit_code == 1
        assert len(result.stdout.splitlines()) > 1000
        assert [line.split(": ")[1].rpartition("/")[2] for line in result.stderr.splitlines()] == [
            *("bad.jsonl.gz", "bad.zip", "cut.jsonl.gz")
        ]
        assert "ends too early" in result.stderr and "cannot be unpacked" in result.stderr

    def test_articles_in_archives(self, tmp_path: Path) -> None:
        with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("x/أخبار.txt", NEWS)
            archive.writestr("b.jsonl.gz", gzip.compress(RECORDS.encode()))
            archive.writestr("__MACOSX/x/._b.txt", "no")
            archive.writestr("notes.mp4", "no")
        zipfile.ZipFile(tmp_path / "empty.zip", "w").close()
        result = run(tmp_path)
        sources = [json.loads(line)["source"] for line in result.stdout.splitlines()]
        assert sources == [f"{tmp_path}/a.zip/b.jsonl.gz"] * 9 + [f"{tmp_path}/a.zip/x/أخبار.txt"]
        assert result.stderr == f"waqai: {tmp_path}/empty.zip: no article in this archive\n"

    def test_files_elsewhere(self, tmp_path: Path) -> None:
        fsspec = pytest.importorskip("fsspec")
        contents: dict[str, bytes] = {
            "in/a.txt": NEWS.encode(),
            "in/b/c.jsonl.gz": gzip.compress(RECORDS.encode()),
            "in/d.md": b"no",
        }
        for name, content in contents.items():
            with fsspec.open(f"memory://{name}", "wb") as file:
                file.write(content)
        assert run("memory://in", "-o", "memory://out/facts.jsonl").exit_code == 0
        with fsspec.open("memory://out/facts.jsonl", "rt", encoding="utf-8") as file:
            assert [json.loads(line)["source"] for line in file][:2] == [
                "memory:///in/a.txt",
                "memory:///in/b/c.jsonl.gz",
            ]
        assert "exists" in run("memory://in", "-o", "memory://out/facts.jsonl").stderr
        assert "no such file" in run("memory://nowhere/a.txt").stderr
        assert "cannot be read" in run("nonsense://a.txt").stderr


@pytest.mark.usefixtures("plugin")
class TestOutputs:
    def test_nothing_is_overwritten_unasked(self, news: Path, tmp_path: Path) -> None:
        for name in ("facts.jsonl", "facts.csv", "facts.db"):
            output = tmp_path / name
            assert run(news, "-o", output, "-q").exit_code == 0
            before = output.read_bytes()
            refused = run(news, "-o", output)
            assert (refused.exit_code, refused.stdout) == (2, "")
            assert "--force overwrites it" in refused.stderr
            assert output.read_bytes() == before
            assert run(news, "-o", output, "-q", "--force").exit_code == 0
            assert len(output.read_bytes()) == len(before)

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["-o", "f.csv", "--resume"], "--resume works with jsonl and sqlite, not with csv"),
            (["--resume"], "--resume needs the --output"),
            (["--format", "sqlite"], "--format sqlite needs --output"),
            (["-o", "f.jsonl.gz"], "--output is not compressed"),
            (["-o", "memory://f", "--resume"], "--resume needs a file on this machine"),
            (["--per-file", "d", "-o", "f"], "--per-file writes JSON and goes without --output"),
        ],
    )
    def test_what_does_not_go_together_is_bad_usage(self, news: Path, arguments: list[str], message: str) -> None:
        result = run(news, *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"waqai: {message}")

    def test_a_half_line_is_mended_and_a_foreign_file_left_alone(self, news: Path, tmp_path: Path) -> None:
        output = tmp_path / "facts.jsonl"
        run(news, "-o", output, "-q")
        whole = output.read_bytes()
        for cut in range(1, len(whole), 97):
            output.write_bytes(whole[:-cut])
            assert run(news, "-o", output, "-q", "--resume").exit_code == 0
            assert output.read_bytes() == whole
        output.write_bytes(whole + b"\x00" * 100)  # a power cut may leave zeros
        run(news, "-o", output, "-q", "--resume")
        assert output.read_bytes() == whole
        output.write_text("my diary\n")
        assert run(news, "-o", output, "--resume").exit_code == 2
        assert output.read_text() == "my diary\n"

    def test_articles_that_look_alike_are_each_done_once(self, tmp_path: Path) -> None:
        alike = tmp_path / "alike.jsonl"
        alike.write_text('{"id": 1, "text": "7"}\n' * 5)
        output = tmp_path / "facts.jsonl"
        run(alike, "-o", output, "-q")
        whole = output.read_text()
        output.write_text("".join(whole.splitlines(keepends=True)[:2]))
        run(alike, "-o", output, "-q", "--resume")
        assert output.read_text() == whole

    def test_a_database_has_a_table_of_articles_and_one_a_kind(self, news: Path, tmp_path: Path) -> None:
        run(news, "-o", tmp_path / "facts.db", "-q", "--with-text")
        database = sqlite3.connect(tmp_path / "facts.db")
        assert database.execute("SELECT count(*) FROM articles").fetchone() == (9,)
        joined = "SELECT id, published, articles.text, min, size, even FROM numbers JOIN articles USING (article)"
        assert database.execute(f"{joined} WHERE min > 150").fetchone() == (
            "a8",
            "2016-11-13",
            "8 160",
            160,
            "large",
            1,
        )

    def test_parquet_has_the_same_tables(self, news: Path, tmp_path: Path) -> None:
        parquet = pytest.importorskip("pyarrow.parquet")
        output = tmp_path / "facts.parquet"
        assert run(news, "-o", output, "-q").exit_code == 0
        assert sorted(path.name for path in output.iterdir()) == ["articles.parquet", "numbers.parquet"]
        numbers = parquet.read_table(output / "numbers.parquet").to_pylist()
        assert len(numbers) == 18
        assert numbers[-1] | {"note": None} == {
            **{"article": 9, "start": 2, "end": 5, "text": "160", "size": "large", "min": 160, "max": 160},
            **{"modifier": None, "note": None, "even": True, "sentence": "8 160"},
        }
        assert parquet.read_table(output / "articles.parquet").to_pylist()[0]["published"] == dt.date(2016, 11, 13)
        assert run(news, "-o", output).exit_code == 2
        assert run(news, "-o", output, "--force", "-q").exit_code == 0

    def test_each_input_has_a_file(self, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "in/b").mkdir(parents=True)
        (tmp_path / "in/b/a.txt").write_text(NEWS)
        assert run("in", "a.jsonl", "--per-file", ".", "-q").exit_code == 0
        assert json.loads((tmp_path / "in/b/a.txt.json").read_text())["source"] == "in/b/a.txt"
        assert len(json.loads((tmp_path / "a.jsonl.json").read_text())) == 9
        assert "in/b/a.txt.json exists" in run("in", "--per-file", ".").stderr
        assert run("in", "--per-file", ".", "--resume").exit_code == 0

    @pytest.mark.parametrize(
        ("source", "path"),
        [
            ("../../a.txt", "out/_up/_up/a.txt.json"),
            ("/x/a.txt", "out/x/a.txt.json"),
            ("s3://b/a.txt", "out/s3/b/a.txt.json"),
        ],
    )
    def test_files_stay_below_their_folder(self, source: str, path: str) -> None:
        assert place(Path("out"), source).as_posix() == path

    def test_failures_alike_are_told_a_few_times_and_counted(self, tmp_path: Path) -> None:
        (tmp_path / "a.jsonl").write_text('{"n": "4"}\n' * 9, encoding="utf-8")
        errors = tmp_path / "errors.json"
        result = run(tmp_path / "a.jsonl", "-o", tmp_path / "out.csv", "--errors", errors)
        *first, rest, summary = result.stderr.splitlines()
        assert [line.split(": ")[1] for line in first] == [f"{tmp_path}/a.jsonl:{record}" for record in (1, 2, 3)]
        assert rest.startswith(f"waqai: {tmp_path}/a.jsonl: 6 more like these: no 'text' field")
        assert "9 failures" in summary and len(errors.read_text(encoding="utf-8").splitlines()) == 9

    def test_failures_go_to_a_file_too(self, tmp_path: Path) -> None:
        (tmp_path / "a.jsonl").write_text(
            '{"text": "انفجر", "id": "x"}\n{"text": 3}\n{"text": "4"}\n', encoding="utf-8"
        )
        errors = tmp_path / "errors.json"
        result = run(tmp_path / "a.jsonl", "-o", tmp_path / "out.csv", "--errors", errors)
        assert result.exit_code == 1
        assert [json.loads(line) for line in errors.read_text(encoding="utf-8").splitlines()] == [
            {"source": f"{tmp_path}/a.jsonl", "id": "x", "record": 1}
            | {"reason": "extraction failed: RuntimeError: boom on two lines"},
            {"source": f"{tmp_path}/a.jsonl", "id": None, "record": 2, "reason": "the 'text' field is not a string"},
        ]
        told = result.stderr.splitlines()
        assert told[-1].startswith("1 article; 1 fact (numbers 1); 2 failures; ")
        assert "--force overwrites it" in run(tmp_path / "a.jsonl", "--errors", errors).stderr


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo-terminals")
@pytest.mark.parametrize("quiet", [False, True])
def test_a_terminal_shows_progress_and_a_summary(tmp_path: Path, quiet: bool) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "في 13 نوفمبر 2016"}\n' * 300 + '{"text": 3}\n', encoding="utf-8")
    terminal, end = os.openpty()
    arguments = ["extract", str(path), "--only", "dates", "-o", str(tmp_path / "out.jsonl"), *(["-q"] if quiet else [])]
    shown = b""
    process = subprocess.Popen(command(*arguments), stderr=end, env=os.environ | {"TERM": "xterm"})
    os.close(end)
    for piece in pieces(terminal):
        shown += piece
    assert process.wait() == 1
    assert b"the 'text' field is not a string" in shown.replace(b"\r\n", b"")
    assert (b"300 articles; 300 facts (dates 300); 1 failure; " in shown) is not quiet
    assert (b"/s" in shown and b"%" in shown) is not quiet


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo-terminals")
@pytest.mark.parametrize("form", ["csv", "json", "jsonl"])
def test_facts_go_to_standard_output_beside_a_bar(tmp_path: Path, form: str) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "في 13 نوفمبر 2016"}\n' * 3, encoding="utf-8")
    terminal, end = os.openpty()
    arguments = command("extract", tmp_path / "a.jsonl", "--only", "dates", "--format", form)
    result = subprocess.run(
        arguments, stderr=end, stdout=subprocess.PIPE, check=True, env=os.environ | {"TERM": "xterm"}
    )
    os.close(end)
    assert result.stdout.count(b"2016-11-13") >= 3
    assert b"2016-11-13" not in b"".join(pieces(terminal))


def pieces(terminal: int) -> Iterator[bytes]:
    try:
        while piece := os.read(terminal, 10_000):
            yield piece
    except OSError:  # Linux: the other end is closed
        pass


class TestMany:
    def test_many_articles_in_order_with_failures_among_them(self, plugin: None) -> None:
        articles = [Article(text="انفجر" if n == 3 else str(n), id=f"a{n}") for n in range(6)]
        found = list(extract_many(articles, jobs=1))
        assert [type(article) for article in found] == [ExtractedArticle] * 3 + [Failure] + [ExtractedArticle] * 2
        assert str(found[3]) == "article: article a3: extraction failed: RuntimeError: boom on two lines"

    @pytest.mark.parametrize("jobs", [1, 2, None])
    def test_they_come_lazily(self, jobs: int | None) -> None:
        read = 0

        def endless() -> Iterator[str]:
            nonlocal read
            while True:
                read += 1
                yield f"قتل {read} أشخاص"

        found = extract_many(endless(), only=["casualties"], jobs=jobs)
        first: list[Any] = [next(found) for _ in range(5)]
        found.close()  # type: ignore[attr-defined]
        assert [fact.min for article in first for fact in article.facts["casualties"]] == [1, 2, 3, 4, 5]
        assert read < 10_000

    def test_what_the_input_raises_is_raised_after_what_came_before(self) -> None:
        def broken() -> Iterator[str]:
            yield from ["قتل 3 أشخاص"] * 70
            raise LookupError("no more")

        found = extract_many(broken(), only=["casualties"], jobs=2)
        with pytest.raises(LookupError, match="no more"):
            for count, _ in enumerate(found, 1):
                assert count <= 70
        assert count == 70


def test_awkward_bytes_break_nothing() -> None:
    """A few of what benchmarks/batch.py tries by the thousand."""
    rng, job = random.Random(0), Job(list(available()), Parsing(), True, as_it_is)
    for _ in range(150):
        text = list("أعلن الجيش الليبي مقتل 13 شخصا أمس، وقال رضا عيسى «لن نتراجع». " * 3)
        for _ in range(20):
            text[rng.randrange(len(text))] = rng.choice(
                ["", " ", '"', "\x00", "\u200f", "9" * 400, "ألف ", "\n", "(", "و"]
            )
        data = "".join(text).encode() + (b"" if rng.random() < 0.8 else rng.randbytes(3))
        (done,) = job([RawArticle("", RawFormat.text, data)])
        if isinstance(done, Failure):
            assert "extraction failed" not in done.reason
            continue
        article = done.rendered
        assert all(f.text == article.text[f.start : f.end] for facts in article.facts.values() for f in facts)


@pytest.mark.parametrize("text", ["قتل 13 شخصا ", 'قال "كلمة ', "الخميس 12 نوفمبر ", "وأضاف أن 5 أصيبوا.\n", "7"])
def test_time_grows_with_the_text(text: str) -> None:
    """Four times the text takes no more than some six times the time; sixteen were quadratic."""
    job = Job(list(available()), Parsing(), False, as_it_is)
    seconds = []
    for times in (1000, 4000):
        begun = time.process_time()
        job([RawArticle("", RawFormat.text, (text * times).encode())])
        seconds.append(time.process_time() - begun)
    assert seconds[1] < 9 * seconds[0] + 0.5
