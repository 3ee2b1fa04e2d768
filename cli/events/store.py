"""Articles in an SQLite database of events, with the reports they are made of, so that later runs add to it.

What is read of articles is committed every second. A run that is killed loses at most a second of reading, and the
next takes up what is there.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from waqai.extractors.events import Copy

from . import rows, shelf
from .work import Read

_COMMIT = 1.0  # seconds
_VERSION = 2  # of the tables of state; others are made anew from the reports
NEW, PLACED, LEAVING, CHANGED = range(4)
_STATE = """
CREATE TABLE IF NOT EXISTS articles (
  article INTEGER PRIMARY KEY, source TEXT, id TEXT, title TEXT, published TEXT, outlet TEXT);
CREATE INDEX IF NOT EXISTS articles_source ON articles (source, id);
CREATE TABLE IF NOT EXISTS event_articles (
  article INTEGER PRIMARY KEY REFERENCES articles, key TEXT NOT NULL, digest BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS event_articles_key ON event_articles (key);
CREATE INDEX IF NOT EXISTS event_articles_digest ON event_articles (digest);
CREATE TABLE IF NOT EXISTS event_reports (
  key TEXT PRIMARY KEY, state INTEGER NOT NULL, published TEXT, reports BLOB NOT NULL, later BLOB);
CREATE INDEX IF NOT EXISTS event_reports_state ON event_reports (state, published);
CREATE TABLE IF NOT EXISTS event_touched (part TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS event_parts (part TEXT PRIMARY KEY, event TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS event_parts_event ON event_parts (event);
CREATE TABLE IF NOT EXISTS event_settings (name TEXT PRIMARY KEY, value BLOB);
"""


class NotOurs(ValueError):
    """A file that is no database of events; the message says why."""


class EventStore:
    """A database of articles' reports. `database` is the connection, in which nothing is begun but by it."""

    def __init__(self, path: Path) -> None:
        try:
            self.database = sqlite3.connect(path, isolation_level=None, timeout=60)
            if self.database.execute("PRAGMA user_version").fetchone()[0] not in (0, _VERSION):
                raise NotOurs(f"{path}: made by another version of waqai; make it anew with -o and --force")
            self.database.executescript(_STATE + rows.TABLES + shelf.TABLES)
            self.database.execute(f"PRAGMA user_version = {_VERSION}")
        except sqlite3.Error as error:
            if not path.parent.is_dir():
                raise NotOurs(f"{path}: there is no folder {path.parent}") from error
            raise NotOurs(f"{path}: not a database of events ({error})") from error
        self._reading = sqlite3.connect(path, isolation_level=None, timeout=60, check_same_thread=False)
        self._committed = time.monotonic()

    def knows_data(self, source: str, digest: bytes) -> bool:
        """Whether data of a source was there as it is now. It may be asked in another thread."""
        query = "SELECT 1 FROM event_articles JOIN articles USING (article) WHERE digest = ? AND source IS ?"
        return bool(self._reading.execute(query, (digest, source)).fetchall())

    def add(self, read: Read) -> None:
        """Takes in an article, in place of one of the same source and id."""
        if not self.database.in_transaction:
            self.database.execute("BEGIN IMMEDIATE")
        self._remove(read.copy)
        published = read.published.isoformat() if read.published else None
        row = self.database.execute(
            "INSERT INTO articles (source, id, title, published, outlet) VALUES (?, ?, ?, ?, ?)",
            (read.copy.source, read.copy.id, read.title, published, read.copy.outlet),
        )
        self.database.execute("INSERT INTO event_articles VALUES (?, ?, ?)", (row.lastrowid, read.key, read.digest))
        self._keep(read.key, published, msgspec.msgpack.encode(read.reports))
        self._touch(read.key)
        if time.monotonic() - self._committed > _COMMIT:
            self.commit()

    def _keep(self, key: str, published: str | None, reports: bytes) -> None:
        """Keeps the reports of an article; those that stand on the shelf until they are taken off."""
        row = self.database.execute("SELECT state, reports FROM event_reports WHERE key = ?", (key,)).fetchone()
        if row is None or row[0] == NEW:
            values = (key, NEW, published, reports, None)
            self.database.execute("INSERT OR REPLACE INTO event_reports VALUES (?, ?, ?, ?, ?)", values)
            return
        changed = row[1] != reports
        self.database.execute(
            "UPDATE event_reports SET state = ?, later = ? WHERE key = ?",
            (CHANGED if changed else PLACED, reports if changed else None, key),
        )

    def _remove(self, copy: Copy) -> None:
        """Takes an article out, and its reports where no other copy of it is there."""
        query = "SELECT article, key FROM articles JOIN event_articles USING (article) WHERE source IS ? AND id IS ?"
        for article, key in self.database.execute(query, (copy.source, copy.id)).fetchall():
            self._touch(key)
            for table in ("articles", "event_articles"):
                self.database.execute(f"DELETE FROM {table} WHERE article = ?", (article,))
            if self.database.execute("SELECT 1 FROM event_articles WHERE key = ?", (key,)).fetchone() is None:
                self.database.execute("DELETE FROM event_reports WHERE key = ? AND state = ?", (key, NEW))
                self.database.execute("UPDATE event_reports SET state = ? WHERE key = ?", (LEAVING, key))

    def _touch(self, key: str) -> None:
        """Has the events of an article written again."""
        self.database.execute(
            "INSERT OR IGNORE INTO event_touched SELECT event FROM event_places WHERE report > ? AND report < ?",
            (f"{key}:", f"{key};"),
        )

    def commit(self) -> None:
        """Commits what was added."""
        if self.database.in_transaction:
            self.database.execute("COMMIT")
        self._committed = time.monotonic()

    def keys(self, copies: Sequence[tuple[str | None, str | None]]) -> list[str]:
        """The keys of articles by source and id, of those that are there."""
        query = "SELECT key FROM articles JOIN event_articles USING (article) WHERE source IS ? AND id IS ?"
        return sorted({key for copy in copies for (key,) in self.database.execute(query, copy)})

    def copies(self, key: str) -> Iterator[tuple[int, Copy]]:
        """Where an article stands, with its numbers."""
        query = (
            "SELECT article, source, id, outlet FROM event_articles JOIN articles USING (article) WHERE key = ?"
            " ORDER BY source, id"
        )
        for article, *copy in self.database.execute(query, (key,)):
            yield article, Copy(*copy)

    def any_changed(self, keys: Sequence[str]) -> bool:
        """Whether the reports of some of these articles were read again and are others now."""
        query = "SELECT 1 FROM event_reports WHERE key = ? AND state = ?"
        return any(self.database.execute(query, (key, CHANGED)).fetchone() for key in keys)

    def events(self) -> int:
        """How many events there are."""
        (number,) = self.database.execute("SELECT count(*) FROM events").fetchone()
        return int(number)

    def close(self) -> None:
        """Closes; what was not committed is not there."""
        self._reading.close()
        self.database.close()
