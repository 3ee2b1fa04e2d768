"""Facts in an SQLite database: what has been committed is whole, and a run can go on where another stopped.

Beside the tables of articles and facts there are `sentences`, each once, with full-text search (`sentences_fts`), and
for each kind a view of its facts with their articles (`casualties_full`).
"""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import cast

from ..job import identity
from .columns import ARTICLES, KEY, SENTENCE, Row, RowRenderer, tables
from .output import CannotResume, Output, Renderer, Writer, opening

APPLICATION = int.from_bytes(b"waqa")  # marks a database of ours (PRAGMA application_id)
_COMMIT = 1.0  # seconds
_TOGETHER = 64  # articles that are inserted at once
_INDEXING = 32 * 10**6  # bytes of memory in which an index is made before it is written
_PATIENCE = 60.0  # seconds to wait for another program that writes to the database
_REFERENCE = f"INTEGER NOT NULL REFERENCES {ARTICLES} ({KEY})"
_SENTENCES = "sentences"
_SEARCH = "sentences_fts"
_TYPES = {int: "INTEGER", float: "REAL", bool: "INTEGER", str: "TEXT", dt.date: "TEXT", object: "TEXT"}


class SqliteOutput(Output):
    """A table of articles and one of the facts of each kind."""

    needs_file = True
    rows = True
    takes_url = False
    resumable = True

    def renderer(self) -> Renderer:
        return RowRenderer(tables(self.kinds, self.with_text))

    @contextmanager
    def opened(self) -> Iterator[Writer]:
        output = cast(str, self.target.output)
        with opening("--output", output), sqlite_errors():
            if self.target.force and not self.target.resume:
                os.truncate(output, 0)  # not removed: it is locked
                for suffix in ("-journal", "-wal", "-shm"):
                    Path(output + suffix).unlink(missing_ok=True)
            database = SqliteWriter(Path(output), tables(self.kinds, self.with_text))
        with sqlite_errors(), closing(database):
            yield database

    def done_in(self, path: Path) -> Counter[int]:
        return _done(path)


def _done(output: Path) -> Counter[int]:
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


class SqliteWriter(Writer):
    """Adds articles to a database, with a commit every second. An article is in it with all its facts or not at all."""

    def __init__(self, path: Path, tables: Mapping[str, Mapping[str, type]]) -> None:
        self._database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        self._database.execute("PRAGMA journal_mode = WAL")  # others may read meanwhile
        self._database.execute("PRAGMA synchronous = NORMAL")
        self._database.execute("BEGIN IMMEDIATE")
        self._database.execute(f"PRAGMA application_id = {APPLICATION}")
        self._insert = {_SENTENCES: f"INSERT INTO {_SENTENCES} VALUES (?, ?)"}
        self._types = {table: tuple(columns.values()) for table, columns in tables.items()} | {_SENTENCES: (str,)}
        self._waiting: dict[str, list[Row]] = {table: [] for table in (*tables, _SENTENCES)}
        for table, columns in tables.items():
            key = "INTEGER PRIMARY KEY" if table == ARTICLES else _REFERENCE
            described = [f"{KEY} {key}", *(f"{_name(name)} {_TYPES[type]}" for name, type in columns.items())]
            self._database.execute(f"CREATE TABLE IF NOT EXISTS {_name(table)} ({', '.join(described)})")
            self._check(table, [KEY, *columns])
            names = ", ".join([KEY, *map(_name, columns)])
            places = ", ".join("?" * (1 + len(columns)))
            self._insert[table] = f"INSERT INTO {_name(table)} ({names}) VALUES ({places})"
            if table != ARTICLES:
                self._database.execute(f"DROP VIEW IF EXISTS {_name(table + '_full')}")
                self._database.execute(_full(table, columns, tables[ARTICLES]))
        self._database.execute(f"CREATE TABLE IF NOT EXISTS {_SENTENCES} ({KEY} {_REFERENCE}, {SENTENCE} TEXT)")
        (last,) = self._database.execute(f"SELECT max({KEY}) FROM {ARTICLES}").fetchone()
        self._first = self._last = int(last or 0)
        self._commit()

    def _check(self, table: str, columns: list[str]) -> None:
        there = [name for _, name, *_ in self._database.execute(f"PRAGMA table_info({_name(table)})")]
        if there != columns:
            self._database.close()
            raise OSError(f"its table of {table} has other columns; use the options that it was written with")

    def write(self, rendered: Mapping[str, list[Row]]) -> None:
        """Adds an article with its facts."""
        self._last += 1
        for table, rows in rendered.items():
            self._waiting[table] += [(self._last, *row) for row in rows]
        # The sentence of a fact is its last column.
        facts = (rows for table, rows in rendered.items() if table != ARTICLES)
        self._waiting[_SENTENCES] += [
            (self._last, text) for text in dict.fromkeys(row[-1] for rows in facts for row in rows)
        ]
        if time.monotonic() - self._committed > _COMMIT:
            self._commit()
        elif len(self._waiting[ARTICLES]) >= _TOGETHER:
            self._insert_waiting()

    def _insert_waiting(self) -> None:
        """Inserts what waits, all of it or nothing."""
        if not self._database.in_transaction:
            self._database.execute("BEGIN")
        self._database.execute("SAVEPOINT articles")
        try:
            for table, rows in self._waiting.items():
                dated = [place for place, type in enumerate(self._types[table], 1) if type is dt.date]
                self._database.executemany(
                    self._insert[table], [_with_text(row, dated) for row in rows] if dated else rows
                )
        except BaseException:
            if self._database.in_transaction:
                self._database.execute("ROLLBACK TO articles")
            raise
        finally:
            self._waiting = {table: [] for table in self._waiting}
        self._database.execute("RELEASE articles")

    def close(self) -> None:
        """Commits; what could not be written is left out, and what was committed before is there."""
        with closing(self._database):
            self._commit()
            self._database.execute(f"PRAGMA cache_size = {-_INDEXING // 1000}")
            for table in self._insert:
                column = "published" if table == ARTICLES else KEY
                index = _name(f"{table}_{column}")
                self._database.execute(f"CREATE INDEX IF NOT EXISTS {index} ON {_name(table)} ({column})")
            if self._last > self._first:
                self._make_searchable()
            self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._database.execute("PRAGMA busy_timeout = 0")
            with suppress(sqlite3.OperationalError):  # somebody is reading: it stays as it is, as good to read
                self._database.execute("PRAGMA journal_mode = DELETE")

    def _make_searchable(self) -> None:
        """Full-text search by parts of words of three letters and more: Arabic writes its particles together with the
        words. There is none where SQLite was built without it."""
        with suppress(sqlite3.OperationalError):
            layout = f'{SENTENCE}, content="{_SENTENCES}", tokenize="trigram"'
            self._database.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS {_SEARCH} USING fts5({layout})")
            self._database.execute(f"INSERT INTO {_SEARCH} ({_SEARCH}, rank) VALUES ('hashsize', {_INDEXING})")
            self._database.execute(
                f"INSERT INTO {_SEARCH} (rowid, {SENTENCE}) SELECT rowid, {SENTENCE} FROM {_SENTENCES} "
                f"WHERE rowid > (SELECT ifnull(max(id), 0) FROM {_SEARCH}_docsize)"
            )

    def _commit(self) -> None:
        if self._waiting[ARTICLES]:
            self._insert_waiting()
        if self._database.in_transaction:
            self._database.execute("COMMIT")
        self._committed = time.monotonic()


@contextmanager
def sqlite_errors() -> Iterator[None]:
    """What SQLite raises, as OSError."""
    try:
        yield
    except sqlite3.Error as error:
        raise OSError(str(error)) from error


def _full(table: str, columns: Mapping[str, type], about: Mapping[str, type]) -> str:
    """The view of a kind's facts, each with what is known of its article."""
    facts = [f"facts.{_name(name)}" for name in (KEY, *columns)]
    articles = [f"{ARTICLES}.{_name(name)} AS {_name(f'{KEY}_{name}' if name in columns else name)}" for name in about]
    return (
        f"CREATE VIEW {_name(table + '_full')} AS SELECT {', '.join([*facts, *articles])} "
        f"FROM {_name(table)} AS facts JOIN {ARTICLES} USING ({KEY})"
    )


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _with_text(row: Row, dated: Sequence[int]) -> Row:
    """A row whose days, which are in these places, are text."""
    values = list(row)
    for place in dated:
        if values[place] is not None:
            values[place] = values[place].isoformat()
    return tuple(values)
