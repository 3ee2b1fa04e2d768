"""Outputs of runs that were stopped: mended, and read for what is done."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import msgspec

from .job import identity
from .options import Format


class CannotResume(ValueError):
    """An output that no run can go on with; the message says why."""


class _Line(msgspec.Struct):
    """What tells the article on a line of output from others."""

    source: str | None
    id: str | None
    title: str | None
    facts: msgspec.Raw


def articles_done(output: Path, format: Format) -> Counter[int]:
    """The identities of the articles in an output. A last line that is not whole is cut off. Raises CannotResume."""
    if not output.exists():
        return Counter()
    if format is Format.sqlite:
        return _in_database(output)
    if format is Format.jsonl:
        return _in_lines(output)
    raise CannotResume(f"a {format} output cannot be gone on with; write jsonl or sqlite")


def _in_lines(output: Path) -> Counter[int]:
    done: Counter[int] = Counter()
    decoder = msgspec.json.Decoder(_Line)
    whole = 0
    with output.open("r+b") as stream:
        for number, line in enumerate(stream, 1):
            if not line.endswith(b"\n"):
                break
            try:
                article = decoder.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise CannotResume(f"{output}:{number}: not a line that waqai wrote; mend or remove it") from error
            done[identity(article.source, article.id, article.title)] += 1
            whole += len(line)
        stream.truncate(whole)
    return done


def _in_database(output: Path) -> Counter[int]:
    try:
        with closing(sqlite3.connect(output)) as database:
            if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'articles'").fetchone():
                return Counter()
            rows = database.execute("SELECT source, id, title FROM articles")
            return Counter(identity(*row) for row in rows)
    except sqlite3.Error as error:
        raise CannotResume(f"{output}: not a database that waqai wrote ({error})") from error
