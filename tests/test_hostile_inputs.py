"""Inputs that are damaged, endless, too large or not what they seem: each fails alone, and the rest is done."""

from __future__ import annotations

import gzip
import json
import os
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import Result

from waqai.cli import reading
from waqai.cli.formats import Parsed, Parsing
from waqai.cli.readers import Format
from waqai.cli.readers.raw import RawArticle, RawFormat

from .commandline import invoke

pytestmark = pytest.mark.usefixtures("plugin")


def run(*args: object) -> Result:
    return invoke("extract", "--jobs", "1", "-q", *args)


def sources(result: Result) -> list[str]:
    return [json.loads(line)["source"].rpartition("/")[2] for line in result.stdout.splitlines()]


def damaged_lzma(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", "قتل 13 شخصا " * 500)
    data = bytearray(path.read_bytes())
    data[60:90] = bytes(byte ^ 255 for byte in data[60:90])
    path.write_bytes(data)


def name_of_invalid_bytes(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("أخبار.txt", "13")
    path.write_bytes(path.read_bytes().replace("أخ".encode(), b"\xff\xfe\xff\xfe"))


def encrypted(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "13")
    data = bytearray(path.read_bytes())
    for start in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        data[start] |= 1
    path.write_bytes(data)


def fifo(path: Path) -> None:
    os.mkfifo(path.with_suffix(".txt"))


def fifo_archive(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.with_suffix(".txt").symlink_to("/dev/zero")


def dangling(path: Path) -> None:
    path.with_suffix(".txt").symlink_to("nowhere")


def loop(path: Path) -> None:
    path.with_suffix(".txt").symlink_to(path.with_suffix(".txt").name)


@pytest.mark.skipif(os.name == "nt", reason="POSIX files")
@pytest.mark.parametrize(
    "hostile", [damaged_lzma, name_of_invalid_bytes, encrypted, fifo, fifo_archive, device, dangling, loop]
)
def test_one_hostile_file_in_a_folder_fails_alone(tmp_path: Path, hostile: Callable[[Path], None]) -> None:
    (tmp_path / "a.txt").write_text("13")
    hostile(tmp_path / "b.zip")
    (tmp_path / "c.txt").write_text("14")
    result = run(tmp_path)
    assert result.exit_code == 1
    assert sources(result) == ["a.txt", "c.txt"]
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith(f"waqai: {tmp_path}/b.")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("b.txt", b" " * 2_000_000),
        ("b.txt.gz", gzip.compress(b" " * 20_000_000)),
        ("b.html.gz", gzip.compress(b"<p>" * 1_000_000)),
        ("b.jsonl.gz", gzip.compress(b" " * 20_000_000)),
        ("b.jsonl", b'{"text": "' + b"x" * 2_000_000 + b'"}'),
    ],
)
def test_what_is_too_large_fails_and_is_not_read_to_its_end(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / "a.txt").write_text("13")
    (tmp_path / name).write_bytes(content)
    (tmp_path / "c.txt").write_text("14")
    result = run(tmp_path, "--max-size", 1)
    assert result.exit_code == 1
    assert sources(result) == ["a.txt", "c.txt"]
    place = f"{tmp_path}/{name}" + (":1" if "jsonl" in name else "")
    assert result.stderr == f"waqai: {place}: larger than 1 MB; split it, or allow more with --max-size\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_a_line_that_is_too_long_fails_alone(tmp_path: Path, encoding: str) -> None:
    lines = ['{"text": "13 ؊ਊ"}', '{"text": "' + "ـ" * 5000 + '"}', '{"text": "14"}', "", '{"text": "15"}']
    (tmp_path / "a.jsonl").write_bytes(("\ufeff" + "\n".join(lines)).encode(encoding))
    found = list(reading.read([str(tmp_path / "a.jsonl")], most=4000))
    assert [item.record for item in found] == [1, 2, 3, 5]
    assert [isinstance(item, RawArticle) for item in found] == [True, False, True, True]
    assert isinstance(found[0], RawArticle)
    parsed = Parsing().parse(found[0])
    assert isinstance(parsed, Parsed) and parsed.article.text == "13 ؊ਊ"


@pytest.mark.parametrize("mark", [True, False])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-be"])
def test_half_a_surrogate_pair_costs_its_record_alone(tmp_path: Path, encoding: str, mark: bool) -> None:
    if encoding.startswith("utf-32") and not mark:
        pytest.skip("only UTF-16 is told without a mark")
    lines = [f'{{"text": "{n} قتل"}}\n' for n in range(200)]
    lines[57] = '{"text": "\udc00"}\n'
    data = "".join(["\ufeff" if mark else "", *lines]).encode(encoding, "surrogatepass")
    (tmp_path / "a.jsonl").write_bytes(data)
    result = run(tmp_path)
    assert [json.loads(line)["record"] for line in result.stdout.splitlines()] == [n for n in range(1, 201) if n != 58]
    assert result.stderr.count("\n") == 1 and f"a.jsonl:58: not valid {encoding}" in result.stderr


def test_names_that_no_file_can_have(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("13")
    result = run("x" * 300, tmp_path / "a.txt")
    assert result.exit_code == 1
    assert sources(result) == ["a.txt"]
    assert result.stderr == f"waqai: {'x' * 300}: cannot be read: File name too long\n"


def test_whatever_a_file_system_raises_is_that_inputs_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class PayloadError(Exception):
        """What a client of a store elsewhere raises; no OSError."""

    def broken(*_: object) -> Iterator[RawArticle]:
        yield RawArticle("b.jsonl", RawFormat.record, '{"text": "13"}', 1)
        raise PayloadError("not\nall there")

    split = Format.split
    monkeypatch.setattr(Format, "split", lambda *args: broken() if args[2] == "b.jsonl" else split(*args))
    monkeypatch.chdir(tmp_path)
    for name in ("b.jsonl", "c.txt"):
        Path(name).write_text("14")
    result = run("b.jsonl", "c.txt")
    assert sources(result) == ["b.jsonl", "c.txt"]
    assert (result.exit_code, result.stderr) == (
        1,
        "waqai: b.jsonl: cannot be read: PayloadError: not all there\n",
    )


def test_twins_in_an_archive_are_two(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive, pytest.warns(UserWarning):
        archive.writestr("a.txt", "13")
        archive.writestr("a.txt", "14")
    result = run(tmp_path)
    assert sources(result) == ["a.txt", "a.txt (2)"]
    assert [json.loads(line)["facts"]["numbers"][0]["min"] for line in result.stdout.splitlines()] == [13, 14]


@pytest.mark.parametrize("reference", ["&#11;", "&#8;", "&#x1b;", "&#X0B", "&#0;"])
def test_references_that_xml_forbids_do_not_hide_a_page(tmp_path: Path, reference: str) -> None:
    words = "أعلنت وزارة الدفاع مقتل 13 جنديا في هجوم على نقطة تفتيش شرقي البلاد صباح أمس. " * 5
    page = f"<html><body><article><p>{words}</p><p>{reference}{words}&#1234;</p></article></body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    result = run(tmp_path)
    assert (result.exit_code, result.stderr) == (0, "")
    assert len(json.loads(result.stdout)["facts"]["numbers"]) == 10
