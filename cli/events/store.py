"""Events in an SQLite database, with the reports they are made of, so that later runs add to it.

What is read of articles is committed every second; events are written anew in one transaction. A run that is killed
loses at most a second of reading, and the next takes up what is there.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from waqai.extractors.events import Collection, Copy, Event, Report

from .work import Read

_COMMIT = 1.0  # seconds
_VERSION = 1  # of the reports kept; others are read again
_STATE = """
CREATE TABLE IF NOT EXISTS articles (
  article INTEGER PRIMARY KEY, source TEXT, id TEXT, title TEXT, published TEXT, outlet TEXT);
CREATE TABLE IF NOT EXISTS event_articles (
  article INTEGER PRIMARY KEY REFERENCES articles, key TEXT NOT NULL, digest BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS event_articles_key ON event_articles (key);
CREATE TABLE IF NOT EXISTS event_reports (key TEXT PRIMARY KEY, version INTEGER NOT NULL, reports BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS events (
  event TEXT PRIMARY KEY, was TEXT, title TEXT, scope TEXT, cause TEXT, "from" TEXT, "to" TEXT, day_precision TEXT,
  place TEXT, country TEXT, region TEXT, lat REAL, lon REAL, precision TEXT, articles INTEGER, outlets INTEGER,
  first TEXT, last TEXT, review TEXT, part_of TEXT, outside INTEGER, place_id TEXT, actors TEXT);
CREATE TABLE IF NOT EXISTS tolls (
  event TEXT, outcome TEXT, min INTEGER, best INTEGER, max INTEGER, status TEXT, as_of TEXT, sources INTEGER,
  checks TEXT, stale INTEGER, attackers INTEGER, parts TEXT, PRIMARY KEY (event, outcome));
CREATE TABLE IF NOT EXISTS statements (
  event TEXT, outcome TEXT, day TEXT, min INTEGER, max INTEGER, modifier TEXT, step TEXT, said_by TEXT,
  official INTEGER, outlet TEXT, article INTEGER, start INTEGER, "end" INTEGER);
CREATE INDEX IF NOT EXISTS statements_event ON statements (event);
CREATE TABLE IF NOT EXISTS event_mentions (
  event TEXT, article INTEGER, kind TEXT, start INTEGER, "end" INTEGER, relation TEXT, score REAL);
CREATE INDEX IF NOT EXISTS event_mentions_event ON event_mentions (event);
"""
_REPORTS = """
SELECT key, source, id, outlet, reports FROM event_articles JOIN articles USING (article) JOIN event_reports USING (key)
"""


class NotOurs(ValueError):
    """A file that is no database of events; the message says why."""


class EventStore:
    """A database of articles' reports and the events made of them."""

    def __init__(self, path: Path) -> None:
        try:
            self._database = sqlite3.connect(path, isolation_level=None, timeout=10)
            self._database.executescript(_STATE)
        except sqlite3.Error as error:
            raise NotOurs(f"{path}: not a database of events ({error})") from error
        self._committed = time.monotonic()
        self._known = {
            (source, id): (article, bytes(digest))
            for article, source, id, digest in self._database.execute(
                "SELECT article, source, id, digest FROM articles JOIN event_articles USING (article)"
            )
        }
        self._data = {(source, digest) for (source, _), (_, digest) in self._known.items()}

    def knows_data(self, source: str, digest: bytes) -> bool:
        """Whether data of a source is there as it is now."""
        return (source, digest) in self._data

    def add(self, read: Read) -> None:
        """Takes in an article, in place of one of the same source and id."""
        if not self._database.in_transaction:
            self._database.execute("BEGIN IMMEDIATE")
        name = (read.copy.source, read.copy.id)
        before = self._known.get(name)
        if before is not None:
            self._database.execute("DELETE FROM articles WHERE article = ?", (before[0],))
            self._database.execute("DELETE FROM event_articles WHERE article = ?", (before[0],))
        published = read.published.isoformat() if read.published else None
        row = self._database.execute(
            "INSERT INTO articles (source, id, title, published, outlet) VALUES (?, ?, ?, ?, ?)",
            (*name, read.title, published, read.copy.outlet),
        )
        article = row.lastrowid or 0
        self._database.execute("INSERT INTO event_articles VALUES (?, ?, ?)", (article, read.key, read.digest))
        self._database.execute(
            "INSERT OR REPLACE INTO event_reports VALUES (?, ?, ?)",
            (read.key, _VERSION, msgspec.msgpack.encode(read.reports)),
        )
        self._known[name] = (article, read.digest)
        self._data.add((read.copy.source, read.digest))
        if time.monotonic() - self._committed > _COMMIT:
            self.commit()

    def commit(self) -> None:
        """Commits what was added."""
        if self._database.in_transaction:
            self._database.execute("COMMIT")
        self._committed = time.monotonic()

    def collection(self) -> Collection:
        """All reports that are there."""
        found = Collection()
        decoder = msgspec.msgpack.Decoder(list[Report])
        rows = self._database.execute(_REPORTS)
        known: dict[str, list[Report]] = {}
        for key, source, id, outlet, reports in rows:
            if key not in known:
                known[key] = decoder.decode(reports)
            found.add(key, Copy(source, id, outlet), known[key])
        return found

    def before(self) -> dict[str, set[tuple[str | None, str | None, int]]]:
        """The mentions of the events that are there now."""
        found: dict[str, set[tuple[str | None, str | None, int]]] = {}
        rows = self._database.execute(
            "SELECT event, source, id, start FROM event_mentions JOIN articles USING (article)"
        )
        for event, source, id, start in rows:
            found.setdefault(event, set()).add((source, id, start))
        return found

    def was(self) -> dict[str, list[str]]:
        """The ids that were merged into each event before."""
        rows = self._database.execute("SELECT event, was FROM events")
        return {event: msgspec.json.decode(was) for event, was in rows}

    def replace(self, events: Iterable[Event]) -> None:
        """Writes events in place of those that are there, all or none."""
        self.commit()
        self._database.execute("BEGIN IMMEDIATE")
        for table in ("events", "tolls", "statements", "event_mentions"):
            self._database.execute(f"DELETE FROM {table}")
        numbers = {name: article for name, (article, _) in self._known.items()}
        by_name = {id if id is not None else source: article for (source, id), article in numbers.items()}
        for event in events:
            self._insert("events", _event_row(event))
            for outcome, toll in event.tolls.items():
                parts, checks = _json(toll.parts), _json(toll.checks)
                self._insert(
                    "tolls",
                    (event.id, outcome, toll.min, toll.best, toll.max, toll.status, toll.as_of, toll.sources, checks,
                     toll.stale, toll.attackers, parts),
                )  # fmt: skip
                for s in toll.history:
                    row = (event.id, outcome, s.day, s.min, s.max, s.modifier, s.step, s.said_by, s.official, s.outlet)
                    self._insert("statements", (*row, by_name.get(s.article), s.start, s.end))
            for m in event.mentions:
                id = None if m.article == m.source else m.article
                self._insert(
                    "event_mentions",
                    (event.id, numbers.get((m.source, id)), m.kind, m.start, m.end, m.relation, m.score),
                )
        self._database.execute("COMMIT")

    def close(self) -> None:
        """Commits and closes."""
        self.commit()
        self._database.close()

    def _insert(self, table: str, row: tuple[object, ...]) -> None:
        self._database.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)


def _event_row(event: Event) -> tuple[object, ...]:
    place = event.place
    about = (place.name, place.country, place.region, place.lat, place.lon, place.precision) if place else (None,) * 6
    return (
        event.id, _json(event.was), event.title, event.scope, event.cause, event.first_day, event.last_day,
        event.day_precision, *about, event.articles, event.outlets, event.first, event.last, _json(event.review),
        event.of, event.outside, place.id if place else None, _json(event.actors),
    )  # fmt: skip


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def with_old_ids(
    events: list[Event], before: dict[str, set[tuple[str | None, str | None, int]]], was: dict[str, list[str]]
) -> list[Event]:
    """The events, each with the id of the old one with which it shares most mentions; other old ids are in `was`."""
    owner = {mention: old for old, mentions in before.items() for mention in mentions}
    shared: list[tuple[int, str, int]] = []
    for number, event in enumerate(events):
        counted: dict[str, int] = {}
        for m in event.mentions:
            old = owner.get((m.source, None if m.article == m.source else m.article, m.start))
            if old is not None:
                counted[old] = counted.get(old, 0) + 1
        shared += [(-count, old, number) for old, count in counted.items()]
    kept: dict[int, str] = {}
    merged: dict[int, list[str]] = {}
    for _, old, number in sorted(shared):
        if number not in kept and old not in kept.values():
            kept[number] = old
        elif old not in kept.values():
            merged.setdefault(number, []).append(old)
    return list(_renamed(events, kept, merged, was))


def _renamed(
    events: list[Event], kept: dict[int, str], merged: dict[int, list[str]], was: dict[str, list[str]]
) -> Iterator[Event]:
    taken = set(kept.values())
    for number, event in enumerate(events):
        id = kept.get(number)
        if id is None:
            id = event.id if event.id not in taken else f"{event.id}-{number}"
        gone = [old for old in merged.get(number, []) if old not in taken]
        earlier = [old for one in (id, *gone) for old in was.get(one, [])]
        yield msgspec.structs.replace(event, id=id, was=sorted({*gone, *earlier} - {id}))
