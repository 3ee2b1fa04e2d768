"""Facts that `waqai extract --with-text` wrote to SQLite, read back as records."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from waqai.extractors import Failure

from ..readers.raw import RawArticle, record

SUFFIXES = (".sqlite", ".sqlite3", ".db")


def records(path: str) -> Iterator[RawArticle | Failure]:
    """The articles in a database, each as a record with its facts; a Failure where it holds none."""
    try:
        with closing(sqlite3.connect(f"file:{Path(path).resolve()}?mode=ro", uri=True)) as database:
            database.row_factory = sqlite3.Row
            yield from _articles(database, path)
    except sqlite3.Error as error:
        yield Failure(source=path, reason=f"not a database that waqai extract wrote ({error})")


def holds_events(path: str) -> bool:
    """Whether a file is a database that waqai events wrote."""
    try:
        with closing(sqlite3.connect(f"file:{Path(path).resolve()}?mode=ro", uri=True)) as database:
            return _is_of_events(database)
    except sqlite3.Error:
        return False


def _is_of_events(database: sqlite3.Connection) -> bool:
    return {"events", "event_reports"} <= set(_tables(database))


def _articles(database: sqlite3.Connection, path: str) -> Iterator[RawArticle | Failure]:
    names = [row[1] for row in database.execute("PRAGMA table_info(articles)")]
    if _is_of_events(database):
        yield Failure(source=path, reason="a database of events, without texts; waqai events lists it if given alone")
        return
    if "text" not in names:
        yield Failure(source=path, reason="no articles with text; extract with --with-text")
        return
    kinds = [table for table in _tables(database) if {"article", "start", "end"} <= _columns(database, table)]
    for article in database.execute("SELECT * FROM articles ORDER BY article"):
        facts = {kind: list(_facts(database, kind, article["article"])) for kind in kinds}
        about = {name: article[name] for name in names if name != "article"}
        yield record(path, article["article"], about | {"facts": facts})


def _facts(database: sqlite3.Connection, kind: str, article: int) -> Iterator[dict[str, Any]]:
    for row in database.execute(f'SELECT * FROM "{kind}" WHERE article = ? ORDER BY start, "end"', (article,)):
        yield {name: _value(row[name]) for name in row.keys() if name != "article"}  # noqa: SIM118


def _value(value: Any) -> Any:
    """A value of a column; lists and objects are kept as JSON."""
    return json.loads(value) if isinstance(value, str) and value[:1] in "{[" and value[-1:] in "}]" else value


def _tables(database: sqlite3.Connection) -> list[str]:
    return [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]


def _columns(database: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in database.execute(f'PRAGMA table_info("{table}")')}
