"""JSON Lines: a record on each line, read as it comes."""

from __future__ import annotations

import io
from collections.abc import Iterator

from waqai.extractors import Failure

from ..encodings import encoding_of
from .raw import RawArticle, RawFormat, too_large

_HEAD = 4096  # bytes from which the encoding is guessed


def read_lines(stream: io.BufferedReader, source: str, most: int) -> Iterator[RawArticle | Failure]:
    """One article a line; blank lines are skipped."""
    mark, encoding = encoding_of(stream.peek(_HEAD)[:_HEAD])
    stream.read(mark)
    for number, line in enumerate(_lines(stream, encoding, most), 1):
        if line is None:
            yield Failure(source=source, record=number, reason=too_large(most))
            continue
        try:
            content = line if encoding == "utf-8" else line.decode(encoding)
        except UnicodeDecodeError as error:
            reason = f"not valid {error.encoding} ({error.reason}); save it as UTF-8"
            yield Failure(source=source, record=number, reason=reason)
            continue
        if content.strip():
            yield RawArticle(source, RawFormat.record, content, number)


def _lines(stream: io.BufferedReader, encoding: str, most: int) -> Iterator[bytes | None]:
    """The lines of a stream; None for one of more than `most` bytes."""
    end = "\n".encode(encoding)
    while line := _line(stream, end, most + len(end)):
        if len(line) <= most or line.endswith(end):
            yield line
            continue
        yield None
        while line and not _ends(line, end):
            line = _line(stream, end, most)


def _line(stream: io.BufferedReader, end: bytes, most: int) -> bytes:
    """Up to `end`, a whole code unit at a whole place, or as many bytes as make `most`."""
    line = stream.readline(most)
    while len(end) > 1 and line.endswith(b"\n") and not _ends(line, end) and len(line) < most:
        missing = -len(line) % len(end)  # the rest of the unit that this byte begins, or is in
        rest = stream.read(missing) if missing else stream.readline(most - len(line))
        if not rest:
            break
        line += rest
        if missing and not _ends(line, end):
            line += stream.readline(most - len(line))
    return line


def _ends(line: bytes, end: bytes) -> bool:
    return len(line) % len(end) == 0 and line.endswith(end)
