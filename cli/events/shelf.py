"""The shelf of reports in an SQLite database: grouping reads there what it compares, and nothing else is in memory."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

import msgspec

from waqai.extractors.events import Report
from waqai.extractors.events.keys import Key, position
from waqai.extractors.events.shelf import Placement

TABLES = """
CREATE TABLE IF NOT EXISTS event_places (
  report TEXT PRIMARY KEY, event TEXT NOT NULL, position INTEGER NOT NULL, score REAL NOT NULL, near BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS event_places_event ON event_places (event, position);
CREATE INDEX IF NOT EXISTS event_places_position ON event_places (position);
CREATE TABLE IF NOT EXISTS event_near (
  event TEXT, report TEXT, PRIMARY KEY (event, report)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS event_keys (
  key INTEGER, event TEXT, since INTEGER, PRIMARY KEY (key, event)) WITHOUT ROWID;
"""
_KNOWN = 4_000  # articles whose reports are kept in memory
_MANY = 500  # values in a query
T = TypeVar("T")
_Near = list[tuple[str, float]]


class Database:
    """A shelf in a database. `decided` are the reports of articles of which people decided something."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self.decided: Mapping[str, Sequence[Report]] = {}
        self._known: OrderedDict[str, list[Report]] = OrderedDict()
        self._reports = msgspec.msgpack.Decoder(list[Report])
        self._near = msgspec.msgpack.Decoder(_Near)

    def of_article(self, key: str) -> Sequence[Report]:
        """The reports of an article."""
        if key in self.decided:
            return self.decided[key]
        if key not in self._known:
            row = self._database.execute("SELECT reports FROM event_reports WHERE key = ?", (key,)).fetchone()
            self._known[key] = self._reports.decode(row[0])
            if len(self._known) > _KNOWN:
                self._known.popitem(last=False)
        self._known.move_to_end(key)
        return self._known[key]

    def changed(self, key: str) -> None:
        """Has the reports of an article read again."""
        self._known.pop(key, None)

    def report(self, name: str) -> Report:
        """A report by its name."""
        return next(report for report in self.of_article(name.partition(":")[0]) if report.name == name)

    def placement(self, name: str) -> Placement | None:
        """Where a report stands."""
        row = self._database.execute("SELECT event, score, near FROM event_places WHERE report = ?", (name,)).fetchone()
        return Placement(row[0], row[1], self._near.decode(row[2])) if row else None

    def event_of(self, name: str) -> str | None:
        """The event that a report is in."""
        placement = self.placement(name)
        return placement.event if placement else None

    def place(self, report: Report, placement: Placement | None) -> None:
        """Puts a report into an event, or takes it off the shelf."""
        before = self.placement(report.name)
        for event, _ in before.near if before else ():
            self._database.execute("DELETE FROM event_near WHERE (event, report) = (?, ?)", (event, report.name))
        if placement is None:
            self._database.execute("DELETE FROM event_places WHERE report = ?", (report.name,))
            return
        near = msgspec.msgpack.encode(placement.near)
        row = (report.name, placement.event, position(report), placement.score, near)
        self._database.execute("INSERT OR REPLACE INTO event_places VALUES (?, ?, ?, ?, ?)", row)
        for event, _ in placement.near:
            self._database.execute("INSERT OR IGNORE INTO event_near VALUES (?, ?)", (event, report.name))

    def members(self, event: str) -> list[tuple[int, str]]:
        """Position and name of the reports of an event, in order."""
        query = "SELECT position, report FROM event_places WHERE event = ? ORDER BY position, report"
        return self._database.execute(query, (event,)).fetchall()

    def found(self, keys: Iterable[Key], before: int) -> list[tuple[Key, str]]:
        """The events that reports before a position are kept in under keys."""
        numbers = {_number(key): key for key in keys}
        rows: list[tuple[int, int, str]] = []
        for some in chunks(list(numbers), _MANY):
            query = f"SELECT since, key, event FROM event_keys WHERE key IN ({marks(some)}) AND since < ?"
            rows += self._database.execute(query, (*some, before))
        return [(key, event) for _, key, event in sorted((since, numbers[key], event) for since, key, event in rows)]

    def keep(self, event: str, position: int, keys: Iterable[Key]) -> None:
        """Keeps an event under keys, since the report at a position."""
        self._database.executemany(
            "INSERT INTO event_keys VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET since = min(since, excluded.since)",
            [(_number(key), event, position) for key in keys],
        )

    def forget(self, event: str, keys: Iterable[Key]) -> None:
        """Takes keys from an event."""
        rows = [(_number(key), event) for key in keys]
        self._database.executemany("DELETE FROM event_keys WHERE (key, event) = (?, ?)", rows)

    def pointing(self, event: str) -> list[str]:
        """The events of reports that nearly fit an event."""
        query = "SELECT DISTINCT p.event FROM event_near n JOIN event_places p USING (report) WHERE n.event = ?"
        return sorted(other for (other,) in self._database.execute(query, (event,)))

    def last(self) -> int:
        """The position of the last report."""
        return self._database.execute("SELECT max(position) FROM event_places").fetchone()[0] or 0


@lru_cache(maxsize=100_000)
def _number(key: Key) -> int:
    """A key as a number of 63 bits."""
    digest = hashlib.blake2b("\x00".join(map(str, key)).encode(), digest_size=8).digest()
    return int.from_bytes(digest) >> 1


def chunks(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Values in pieces."""
    return (values[first : first + size] for first in range(0, len(values), size))


def marks(values: Sequence[object]) -> str:
    """As many question marks."""
    return ", ".join("?" * len(values))
