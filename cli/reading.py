"""Where articles come from: files, folders, archives and standard input, found and read one at a time.

What cannot be read is a value among the articles, a `Failure`, so that the rest goes on.
"""

from __future__ import annotations

import io
import os
import stat
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, nullcontext
from functools import partial
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from waqai.extractors import Failure

from . import remote
from .archives import ARCHIVE, PACKED, Archive, told, unpacked
from .encodings import Unreadable
from .readers import HEAD, Format, by_content, by_name
from .readers.raw import MOST_BYTES, RawArticle

STDIN = "-"
T = TypeVar("T")


class Source(Struct, frozen=True):
    """An input with a name to print, and how to open it. `format` is what its name promises."""

    name: str
    open: Callable[[], AbstractContextManager[io.BufferedReader]]
    format: Format | None = None


class Meter:
    """How many bytes of files have been read, of those compressed as they lie on the disk, and what was not read.

    `passed` counts the files in folders whose kind is not read, by the ending of their name.
    """

    def __init__(self) -> None:
        self.read = 0
        self.passed: Counter[str] = Counter()


def read(
    paths: Iterable[str],
    meter: Meter | None = None,
    wanted: Callable[[Source], bool | Failure] = lambda _: True,
    most: int = MOST_BYTES,
) -> Iterator[RawArticle | Failure]:
    """The articles in files, folders, archives and, for `-`, standard input, in the order given.

    `wanted` says which inputs are opened, or why one is not. An article may have `most` bytes.
    """
    meter = meter or Meter()
    for path in paths:
        for found in _guarded(_printable(path), find(path, meter.passed)):
            verdict = found if isinstance(found, Failure) else wanted(found)
            if isinstance(verdict, Failure):
                yield verdict
            elif verdict and isinstance(found, Source):
                yield from _guarded(found.name, _articles(found, meter, most))


def find(path: str, passed: Counter[str] | None = None) -> Iterator[Source | Failure]:
    """The inputs that `path` names: standard input, a file of any name, or all articles in a folder or archive.

    Files in a folder that are skipped are counted in `passed`.
    """
    if path == STDIN:
        yield Source(STDIN, _stdin)
    elif remote.is_url(path):
        yield from _elsewhere(path)
    elif Path(path).is_dir():
        yield from _in_folder(path, Counter() if passed is None else passed)
    else:
        yield from _at(path, partial(_open, path))


def _articles(source: Source, meter: Meter, most: int) -> Iterator[RawArticle | Failure]:
    """The articles in one input."""
    with source.open() as stream:
        content = unpacked(stream)
        format = by_content(content.peek(HEAD)[:HEAD], source.format)
        if format is None:
            raise Unreadable("a kind of file that is not read; `waqai extract --help` names those that are")
        before = meter.read
        position = stream.raw.tell if stream.seekable() else int
        for article in format.split(content, source.name, most):
            meter.read = before + position()
            yield article


def _guarded(name: str, found: Iterator[T]) -> Iterator[T | Failure]:
    """What is found in an input called `name`, and, whatever its reader raises, a Failure where it breaks off."""
    try:
        yield from found
    except Exception as error:
        yield Failure(source=name, reason=_reason(error))


def _reason(error: Exception) -> str:
    match error:
        case Unreadable():
            return str(error)
        case FileNotFoundError():
            return "no such file or folder"
        case MemoryError():
            return "too large for the memory there is"
    if (damage := told(error)) is not None:
        return damage
    if isinstance(error, OSError):
        return f"cannot be read: {error.strerror or error}"
    return " ".join(f"cannot be read: {type(error).__name__}: {error}".split())


def is_article(name: str) -> bool:
    """Whether a file of this name in a folder is taken for one of articles; `a.txt.json` is what --per-file writes."""
    if name.lower().endswith(".json") and _format(name[: -len(".json")]) is not None:
        return False
    return _format(name) is not None or name.lower().endswith(ARCHIVE)


def size(paths: Iterable[str]) -> int | None:
    """The bytes of all files that `paths` name; None where that is not known beforehand."""
    total = 0
    for path in paths:
        if path == STDIN or remote.is_url(path):
            return None
        if Path(path).is_dir():
            total += sum(
                Path(place, name).stat().st_size
                for place, _, files in os.walk(path)
                for name in files
                if is_article(name) and Path(place, name).is_file()
            )
        elif Path(path).is_file():
            total += Path(path).stat().st_size
    return total


def _format(name: str) -> Format | None:
    """What a file of this name holds: `a.jsonl` and `a.jsonl.gz` records."""
    name = name.lower()
    for suffix in PACKED:
        name = name.removesuffix(suffix)
    return by_name(name)


def _at(name: str, opener: Callable[[], io.BufferedReader]) -> Iterator[Source | Failure]:
    """The input in a file, or those in an archive."""
    if not name.lower().endswith(ARCHIVE):
        yield Source(_printable(name), opener, _format(name))
        return
    with ExitStack() as stack:
        archive = Archive(stack.enter_context(opener()))
        members = [(title, member) for title, member in archive.members() if _format(member.filename) is not None]
        if not members:
            yield Failure(source=_printable(name), reason="no article in this archive")
        for title, member in members:
            yield Source(_printable(f"{name}/{title}"), partial(archive.open, member), _format(member.filename))


def _in_folder(folder: str, passed: Counter[str]) -> Iterator[Source | Failure]:
    """Articles in a folder and below, sorted; what is hidden (`.git`, `._copy.txt`) is skipped silently."""
    errors: list[OSError] = []
    empty = True
    for place, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.startswith("."):
                continue
            if not is_article(name):
                passed[Path(name).suffix.lower() or name] += 1
                continue
            empty = False
            path = str(Path(place, name))
            yield from _guarded(_printable(path), _at(path, partial(_open_file, path)))
    for error in errors:
        yield Failure(source=_printable(str(error.filename)), reason=f"cannot be read: {error.strerror}")
    if empty and not errors:
        yield Failure(source=_printable(folder), reason="no article in this folder")


def _open(path: str) -> io.BufferedReader:
    return Path(path).open("rb")


def _open_file(path: str) -> io.BufferedReader:
    """A regular file, open. A pipe or a device in a folder might never end. Raises Unreadable."""
    opened = open(path, "rb", opener=_without_waiting)  # noqa: SIM115
    if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
        opened.close()
        raise Unreadable("not a regular file; give it by its own name to read it")
    return opened


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _elsewhere(url: str) -> Iterator[Source | Failure]:
    """The input at a URL, or all articles in a folder there."""
    urls = remote.found(url)
    for name in urls:
        if name == url or len(urls) == 1 or is_article(name):
            yield from _guarded(_printable(name), _at(name, partial(remote.opened, name)))


def _stdin() -> AbstractContextManager[io.BufferedReader]:
    """Standard input, left open. A program that hosts this one may have put any binary stream in its place."""
    stream = sys.stdin.buffer
    if not isinstance(stream, io.BufferedReader):
        return nullcontext(io.BufferedReader(io.BytesIO(stream.read())))
    # A stream of its own: the thread that waits for input holds its lock, and Python wants that of `sys.stdin` at exit.
    return open(stream.fileno(), "rb", closefd=False)


def _printable(path: str) -> str:
    """A path as text that can be written as UTF-8: a byte of a name that is none is written as `\\xff`, so that two
    names stay two."""
    return os.fsencode(path).decode("utf-8", errors="backslashreplace")
