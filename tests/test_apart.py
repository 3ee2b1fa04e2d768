"""Files that are made to do harm: their reader has a process of its own, and each costs one line."""

from __future__ import annotations

import gzip
import io
import sys
import zipfile
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import pytest

from waqai.cli.encodings import Unreadable
from waqai.cli.formats import Parsing
from waqai.cli.readers import apart
from waqai.cli.readers.apart import read_apart
from waqai.cli.reading import read
from waqai.extractors import Failure

pytest.importorskip("mwxml")
from .test_readers import parquet, workbook

READERS = """
import os, signal, time
from waqai.cli.readers.raw import record

def rows(stream, source, most):
    for number, line in enumerate(stream, 1):
        yield record(source, number, {"text": line.decode().strip()})

def raises(stream, source, most):
    yield from rows(stream, source, most)
    raise RuntimeError("no more")

def dies(stream, source, most):
    yield from rows(stream, source, most)
    time.sleep(0.3)
    yield record(source, 3, {"text": "c"})
    os.kill(os.getpid(), signal.SIGSEGV)

def hungry(stream, source, most):
    yield from rows(stream, source, most)
    held = []
    while True:
        held.append(bytearray(2**28))
"""


@pytest.fixture
def readers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Readers that both processes can import."""
    (tmp_path / "readers_on_trial.py").write_text(READERS)
    monkeypatch.syspath_prepend(str(tmp_path))
    apart._end_idle()  # processes that know another path
    yield import_module("readers_on_trial")
    apart._end_idle()
    sys.modules.pop("readers_on_trial")


@pytest.fixture
def two(tmp_path: Path) -> Path:
    path = tmp_path / "two"
    path.write_text("a\nb\n")
    return path


def read_until(reader: Any, path: Path) -> tuple[int, str]:
    """How many articles were read, and what was told then."""
    count = 0
    with path.open("rb") as stream:
        try:
            for _ in read_apart(reader, stream, "two", 1000):
                count += 1
        except Exception as error:
            return count, f"{type(error).__name__}: {error}"
    return count, ""


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory, and signals")
def test_a_reader_that_fails_costs_no_other_file(readers: Any, two: Path) -> None:
    assert read_until(readers.rows, two) == (2, "")
    assert read_until(readers.raises, two) == (2, "RuntimeError: no more")
    count, told = read_until(readers.dies, two)
    assert count >= 2 and told.startswith("Unreadable") and "SIGSEGV" in told
    assert read_until(readers.hungry, two) == (
        2,
        "Unreadable: too large for the memory that a reader may have; split it",
    )
    assert read_until(readers.rows, two) == (2, "")


def test_what_is_unpacked_without_end_is_not_copied(readers: Any, two: Path) -> None:
    stream = cast(io.BufferedReader, io.BufferedReader(io.BytesIO(b"a\n" * 5000)))
    with pytest.raises(Unreadable, match="larger than"):
        list(read_apart(readers.rows, stream, "two", 1000))


def grown(path: Path, member: str, make: Callable[[Path], None]) -> None:
    """An office file one of whose members is small and unpacks to 40 MB."""
    make(path)
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert member in held
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in held.items():
            archive.writestr(name, content + b" " * 40_000_000 * (name == member))


def document(path: Path) -> None:
    import docx

    docx.Document().save(str(path))


@pytest.mark.parametrize(
    ("name", "member", "make"),
    [("a.xlsx", "xl/worksheets/sheet1.xml", workbook), ("a.docx", "word/document.xml", document)],
)
def test_an_office_file_that_unpacks_to_more_is_not_unpacked(
    tmp_path: Path, name: str, member: str, make: Callable[[Path], None]
) -> None:
    grown(tmp_path / name, member, make)
    assert (tmp_path / name).stat().st_size < 200_000
    (told,) = read([str(tmp_path / name)], most=2_000_000)
    assert isinstance(told, Failure) and "larger than" in told.reason


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory")
def test_a_table_of_few_bytes_and_many_letters_is_told(tmp_path: Path) -> None:
    import pyarrow
    import pyarrow.parquet

    column = pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * 1000, pyarrow.int32()), ["x" * 20_000_000])
    pyarrow.parquet.write_table(pyarrow.table({"text": column}), tmp_path / "a.parquet", compression="gzip")
    parquet(tmp_path / "b.parquet")
    told = list(read([str(tmp_path)]))
    assert [isinstance(item, Failure) for item in told] == [True, False, False]
    assert "too large for the memory" in str(told[0])


def test_a_compressed_workbook_is_read_from_a_copy(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx")
    (tmp_path / "b.xlsx.gz").write_bytes(gzip.compress((tmp_path / "a.xlsx").read_bytes()))
    found = [Parsing().parse(raw) for raw in read([str(tmp_path / "b.xlsx.gz")]) if not isinstance(raw, Failure)]
    assert len(found) == 2
