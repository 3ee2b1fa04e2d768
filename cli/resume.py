"""Outputs of runs that were stopped: mended, and read for what is done."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

import msgspec

from .job import identity
from .options import Format
from .outputs.sqlite import APPLICATION


class CannotResume(ValueError):
    """An output that no run can go on with; the message says why."""


class _Line(msgspec.Struct):
    """What tells the article on a line of output from others."""

    source: str | None
    record: int | None
    id: str | None
    facts: msgspec.Raw


_BEGINS = b'{"source":'  # what a line of facts or of failures begins with


def articles_done(output: Path, format: Format) -> Counter[int]:
    """The identities of the articles in an output. A last line that is not whole is cut off. Raises CannotResume."""
    if not output.is_file():  # nothing yet, or a pipe
        return Counter()
    if format is Format.sqlite:
        return _in_database(output)
    if format is Format.jsonl:
        return _in_lines(output)
    raise CannotResume(f"a {format} output cannot be gone on with; write jsonl or sqlite")


def check_failures(path: Path) -> None:
    """Raises CannotResume where a file for failures holds something else."""
    if path.is_file():
        with path.open("rb") as stream:
            _check_beginning(path, stream)


def _in_lines(output: Path) -> Counter[int]:
    done: Counter[int] = Counter()
    decoder = msgspec.json.Decoder(_Line)
    whole = 0
    with output.open("r+b") as stream:
        _check_beginning(output, stream)
        for number, line in enumerate(stream, 1):
            cut = not line.endswith(b"\n")
            if cut and _is_beginning(line) and not _is_json(line):
                break
            try:
                article = decoder.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise CannotResume(f"{output}:{number}: not a line that waqai wrote; mend or remove it") from error
            if cut:
                break
            done[identity(article.source, article.record, article.id)] += 1
            whole += len(line)
        stream.truncate(whole)
    return done


def _check_beginning(path: Path, stream: BinaryIO) -> None:
    """Raises CannotResume for a file of somebody else's, before its lines, which may be of any length, are read."""
    if not _is_beginning(stream.read(len(_BEGINS))):
        raise CannotResume(f"{path}: not a file that waqai wrote; choose another, or remove it")
    stream.seek(0)


def _is_beginning(piece: bytes) -> bool:
    """Whether a piece begins as a line of ours; after a power cut zeros may stand in its place."""
    written = piece[: len(_BEGINS)].rstrip(b"\0")
    return _BEGINS.startswith(written)


def _is_json(line: bytes) -> bool:
    try:
        msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True


def _in_database(output: Path) -> Counter[int]:
    try:
        with closing(sqlite3.connect(output)) as database:
            if not database.execute("SELECT 1 FROM sqlite_master").fetchone():
                return Counter()
            if database.execute("PRAGMA application_id").fetchone() != (APPLICATION,):
                raise CannotResume(f"{output}: not a database that waqai wrote; choose another, or remove it")
            (state,) = database.execute("PRAGMA quick_check(1)").fetchone()
            if state != "ok":
                raise CannotResume(f"{output}: damaged ({state}); remove it, or restore a copy")
            return Counter(identity(*row) for row in database.execute("SELECT source, record, id FROM articles"))
    except sqlite3.Error as error:
        raise CannotResume(f"{output}: not a database that waqai wrote ({error})") from error
