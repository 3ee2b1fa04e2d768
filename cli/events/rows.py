"""The tables of events in a database, and their rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

import msgspec

from waqai.extractors.events import Event

TABLES = """
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
CREATE INDEX IF NOT EXISTS event_mentions_article ON event_mentions (article);
"""
_EACH = ("events", "tolls", "statements", "event_mentions")
Mention = tuple[str | None, str | None, int]  # source, id, start


def delete(database: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Takes events out of all tables."""
    for id in ids:
        for table in _EACH:
            database.execute(f"DELETE FROM {table} WHERE event = ?", (id,))


def write(database: sqlite3.Connection, event: Event, articles: Mapping[tuple[str | None, str | None], int]) -> None:
    """Writes an event. `articles` are the numbers of the articles that tell of it, by source and id."""
    by_name = {id if id is not None else source: number for (source, id), number in articles.items()}
    _insert(database, "events", [_event(event)])
    _insert(
        database,
        "tolls",
        [
            (event.id, outcome, toll.min, toll.best, toll.max, toll.status, toll.as_of, toll.sources,
             _json(toll.checks), toll.stale, toll.attackers, _json(toll.parts))
            for outcome, toll in event.tolls.items()
        ],
    )  # fmt: skip
    _insert(
        database,
        "statements",
        [
            (event.id, outcome, s.day, s.min, s.max, s.modifier, s.step, s.said_by, s.official, s.outlet,
             by_name.get(s.article), s.start, s.end)
            for outcome, toll in event.tolls.items()
            for s in toll.history
        ],
    )  # fmt: skip
    _insert(
        database,
        "event_mentions",
        [
            (event.id, articles.get(mention_key(m.source, m.article)), m.kind, m.start, m.end, m.relation, m.score)
            for m in event.mentions
        ],
    )


def mention_key(source: str | None, article: str | None) -> tuple[str | None, str | None]:
    """The source and id of the article of a mention, which is called by its source where it has no id."""
    return source, None if article == source else article


def mentions(database: sqlite3.Connection, ids: Iterable[str]) -> dict[str, set[Mention]]:
    """The mentions of events that are there."""
    query = "SELECT source, id, start FROM event_mentions JOIN articles USING (article) WHERE event = ?"
    return {id: set(database.execute(query, (id,))) for id in ids}


def merged_before(database: sqlite3.Connection, ids: Iterable[str]) -> dict[str, list[str]]:
    """The ids that were merged into events that are there."""
    rows = [database.execute("SELECT event, was FROM events WHERE event = ?", (id,)).fetchone() for id in ids]
    return {row[0]: msgspec.json.decode(row[1]) for row in rows if row}


def _insert(database: sqlite3.Connection, table: str, rows: list[tuple[object, ...]]) -> None:
    if rows:
        database.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def _event(event: Event) -> tuple[object, ...]:
    place = event.place
    about = (place.name, place.country, place.region, place.lat, place.lon, place.precision) if place else (None,) * 6
    return (
        event.id, _json(event.was), event.title, event.scope, event.cause, event.first_day, event.last_day,
        event.day_precision, *about, event.articles, event.outlets, event.first, event.last, _json(event.review),
        event.of, event.outside, place.id if place else None, _json(event.actors),
    )  # fmt: skip


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
