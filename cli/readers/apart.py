"""Reading in a process of its own: a file that is made to do harm costs that process, and no other file.

Libraries for workbooks, Parquet and databases may need all memory for a small file, or all time, or crash. Their
process has limits to both, see `batch/timeout.py`; it reads one file after the other and is replaced when it dies.
"""

from __future__ import annotations

import atexit
import io
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from waqai.extractors import Failure
from waqai.extractors.batch.pool import Worker, WorkerDied
from waqai.extractors.batch.timeout import CHARACTERS, time_limit

from ..encodings import Unreadable
from .raw import DOCUMENTS, RawArticle, too_large

Item = RawArticle | Failure
Reader = Callable[[io.BufferedReader, str, int], Iterator[Item]]

_BATCH = 500_000  # bytes of articles that are handed over at a time
_WAIT = 0.1  # seconds after which fewer are
_SECOND = 10**6  # bytes of a file that lengthen the time limit by a second
_MEMORY = 2 * 2**30  # bytes that a reader may have

_idle: list[Worker] = []


def read_apart(reader: Reader, stream: io.BufferedReader, source: str, most: int) -> Iterator[Item]:
    """What `reader` reads in a stream, by another process. Raises Unreadable, also where that process dies."""
    with _on_disk(stream, most) as path, _borrowed() as worker:
        try:
            worker.call(_begin, (reader, path, source, most), {})
            more = True
            while more:
                items, more, broken = worker.call(_more, (), {})
                yield from items
                if broken is not None:
                    raise broken
        except TimeoutError as error:
            raise Unreadable(f"a file that takes too long to read ({error}); save it again, or split it") from error
        except WorkerDied as error:
            raise Unreadable(f"a file that its reader cannot stand ({error}); save it again") from error


@contextmanager
def _borrowed() -> Iterator[Worker]:
    """A process that reads nothing else. One that was left in the midst of a file is ended."""
    worker = _idle.pop() if _idle else Worker()
    try:
        yield worker
    except BaseException:
        worker.end()
        raise
    _idle.append(worker)


@atexit.register
def _end_idle() -> None:
    while _idle:
        _idle.pop().end()


@contextmanager
def _on_disk(stream: io.BufferedReader, most: int) -> Iterator[str]:
    """The path of a file with the content of a stream: its own, or that of a copy. Raises Unreadable."""
    name = stream.raw.name if isinstance(stream.raw, io.FileIO) else None
    if isinstance(name, str) and Path(name).is_file():
        yield name
        return
    with tempfile.TemporaryDirectory(prefix="waqai-") as folder:
        path = Path(folder, "copy")
        with path.open("wb") as copy:
            shutil.copyfileobj(_Bounded(stream, most * DOCUMENTS), copy)
        yield str(path)


class _Bounded(io.RawIOBase):
    """A stream that may be unpacked to any size. Raises Unreadable where it is longer than `most` bytes."""

    def __init__(self, stream: BinaryIO, most: int) -> None:
        self._stream, self._most, self._left = stream, most, most

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise Unreadable(too_large(self._most))
        return data


# What the other process does.

_reading: Iterator[Item] = iter(())
_size = 0


def _begin(reader: Reader, path: str, source: str, most: int) -> None:
    global _reading, _size
    _limit_memory()
    _reading, _size = _read(reader, path, source, most), Path(path).stat().st_size


def _read(reader: Reader, path: str, source: str, most: int) -> Iterator[Item]:
    with Path(path).open("rb") as stream:
        yield from reader(stream, source, most)


def _more() -> tuple[list[Item], bool, Exception | None]:
    """The next articles, whether there may be more, and what broke the reading off."""
    items: list[Item] = []
    size, begun = 0, time.monotonic()
    try:
        with time_limit(_size // _SECOND * CHARACTERS):
            for item in _reading:
                items.append(item)
                size += 200 + (0 if isinstance(item, Failure) else len(item.data))
                if size > _BATCH or time.monotonic() - begun > _WAIT:
                    return items, True, None
    except MemoryError:
        return items, False, Unreadable("too large for the memory that a reader may have; split it")
    except Exception as error:
        return items, False, error
    return items, False, None


def _limit_memory() -> None:
    with suppress(ImportError, OSError, ValueError):  # not everywhere is there such a limit
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, hard))
