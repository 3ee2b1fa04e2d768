"""Where articles come from: files, folders and standard input, found and read one at a time.

What cannot be read is a value among the articles, a `Failure`, so that the rest goes on.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from waqai.extractors import Article

from .encodings import Unreadable, marked
from .formats import Failure, Fields, read_html, read_json_lines, read_text

Reader = Callable[[io.BufferedReader, str, Fields], Iterator[Article | Failure]]

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_json_lines,
}
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """An input with a name to print, and how to open it. Without a `reader` the content tells the format."""

    name: str
    open: Callable[[], AbstractContextManager[io.BufferedReader]]
    reader: Reader | None = None


def read(paths: Iterable[str], fields: Fields, published: dt.date | None = None) -> Iterator[Article | Failure]:
    """The articles in files, folders and, for `-`, standard input, in the order given.

    `published` is put in the place of the dates that the articles have themselves.
    """
    if published is not None:
        fields = replace(fields, dates=())
    for path in paths:
        for found in find(path):
            for article in [found] if isinstance(found, Failure) else read_source(found, fields):
                if published is not None and isinstance(article, Article):
                    article = msgspec.structs.replace(article, published=published)
                yield article


def find(path: str) -> Iterator[Source | Failure]:
    """The inputs that `path` names: standard input, a file of any name, or all articles in a folder."""
    if path == STDIN:
        yield Source(STDIN, _stdin)
    elif Path(path).is_dir():
        yield from _in_folder(path)
    else:
        yield _file(Path(path))


def read_source(source: Source, fields: Fields) -> Iterator[Article | Failure]:
    """The articles in one input."""
    try:
        with source.open() as stream:
            reader = source.reader or _sniffed(stream.peek(io.DEFAULT_BUFFER_SIZE))
            yield from reader(stream, source.name, fields)
    except Unreadable as error:
        yield Failure(source.name, str(error))
    except FileNotFoundError:
        yield Failure(source.name, "no such file or folder")
    except OSError as error:
        yield Failure(source.name, f"cannot be read: {error.strerror or error}")


def _in_folder(folder: str) -> Iterator[Source | Failure]:
    """Articles in a folder and below, sorted; what is hidden (`.git`, `._copy.txt`) is passed over."""
    errors: list[OSError] = []
    empty = True
    for place, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in READERS:
                empty = False
                yield _file(Path(place, name))
    for error in errors:
        yield Failure(_printable(str(error.filename)), f"cannot be read: {error.strerror}")
    if empty and not errors:
        yield Failure(_printable(folder), f"no {', '.join(READERS)} file in this folder")


def _file(path: Path) -> Source:
    return Source(_printable(str(path)), lambda: path.open("rb"), READERS.get(path.suffix.lower()))


def _stdin() -> AbstractContextManager[io.BufferedReader]:
    """Standard input, left open. A program that hosts this one may have put any binary stream in its place."""
    stream = sys.stdin.buffer
    if not isinstance(stream, io.BufferedReader):
        stream = io.BufferedReader(io.BytesIO(stream.read()))
    return nullcontext(stream)


def _sniffed(head: bytes) -> Reader:
    """The reader for an input whose name tells nothing: JSON Lines begin with a brace, pages with a tag."""
    start = head.decode(marked(head) or "latin-1", errors="ignore").lstrip()
    if start.startswith("{"):
        return read_json_lines
    return read_html if start.startswith("<") else read_text


def _printable(path: str) -> str:
    """A path as text that can be written as UTF-8, whatever bytes the file system holds."""
    return os.fsencode(path).decode("utf-8", errors="replace")
