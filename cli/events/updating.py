"""Events in a database brought up to date: what new articles touch is grouped and counted again, nothing else.

Reports are placed some articles at a time and events written some at a time, each in one transaction. What is still
to be done stands in the database, so that a run after one that was killed goes on with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import msgspec

from waqai.extractors.events import Copy, Decision, Event, Report
from waqai.extractors.events.assemble import decided_event
from waqai.extractors.events.decisions import Decisions
from waqai.extractors.events.links import Outline, linked, parts_of, whole_of
from waqai.extractors.events.merging import Cluster, Merging
from waqai.extractors.events.placing import Placing

from . import rows
from .ids import with_old_ids
from .shelf import Database
from .store import CHANGED, LEAVING, NEW, PLACED, EventStore

_ARTICLES = 400  # placed in one transaction
_EVENTS = 100  # written in one


class Updating:
    """Brings the events of a store up to date with its articles, as people decided. Raises Contradiction.

    `gone` are the numbers of decisions on what is not there.
    """

    def __init__(self, store: EventStore, decisions: Sequence[Decision]) -> None:
        self._store = store
        self._database = store.database
        self._shelf = Database(store.database)
        store.commit()
        self._decisions = self._decided(decisions)
        self.gone = self._decisions.gone
        self.comparisons = 0

    def run(self) -> None:
        """Places what is new, and writes the events that this touches."""
        while self._place_some():
            pass
        while self._write_some():
            pass
        self._link()

    def events(self, *, explain: bool = False) -> list[Event]:
        """All events, as they are now in the database; with the terms of the score of each mention where asked for."""
        merging = Merging(self._shelf, self._decisions, self._shelf.event_of)
        ids = dict(self._database.execute("SELECT part, event FROM event_parts"))
        was = {id: msgspec.json.decode(old) for id, old in self._database.execute("SELECT event, was FROM events")}
        found, articles = [], {}
        for cluster in merging.merged(ids):
            id = ids[cluster.names[0]]
            alike = sorted({ids[rival] for rival in cluster.rivals if rival in ids} - {id})
            made = decided_event(cluster, self._copies(cluster), self._decisions, explain=explain)
            found.append(msgspec.structs.replace(made, id=id, was=was.get(id, []), alike=alike))
            articles[id] = {report.key for report in cluster.reports}
        return linked(sorted(found, key=lambda event: (event.first_day or "9999", event.id)), articles)

    def _decided(self, decisions: Sequence[Decision]) -> Decisions:
        """The decisions tied to their articles; where they or those changed, all is to be placed again."""
        decided = Decisions(decisions)
        keys = self._store.keys(sorted({(source, id) for d in decisions for source, id, *_ in d.keys}, key=str))
        stamp = hashlib.blake2b(msgspec.msgpack.encode([list(decisions), keys])).digest()
        before = self._database.execute("SELECT value FROM event_settings WHERE name = 'decisions'").fetchone()
        if before is None or before[0] != stamp or self._store.any_changed(keys):
            self._start_anew(stamp)
        told = [report for key in keys for report in self._shelf.of_article(key)]
        tied = decided.tie(told, {key: [copy for _, copy in self._store.copies(key)] for key in keys})
        self._shelf.decided = {key: [report for report in tied if report.key == key] for key in keys}
        return decided

    def _start_anew(self, stamp: bytes) -> None:
        with self._transaction():
            self._database.execute("INSERT OR IGNORE INTO event_touched SELECT part FROM event_parts")
            for table in ("event_places", "event_near", "event_keys"):
                self._database.execute(f"DELETE FROM {table}")
            self._database.execute("DELETE FROM event_reports WHERE state = ?", (LEAVING,))
            self._database.execute(
                "UPDATE event_reports SET state = ?, reports = ifnull(later, reports), later = NULL", (NEW,)
            )
            self._database.execute("INSERT OR REPLACE INTO event_settings VALUES ('decisions', ?)", (stamp,))

    def _place_some(self) -> bool:
        """Places the reports of some new articles, the oldest first, and takes off those of some that are gone."""
        query = "SELECT key FROM event_reports WHERE state = ? ORDER BY published IS NULL, published, key LIMIT ?"
        changed, leaving, new = (
            [key for (key,) in self._database.execute(query, (state, _ARTICLES))] for state in (CHANGED, LEAVING, NEW)
        )
        if not new and not leaving and not changed:
            return False
        with self._transaction():
            placing = Placing(self._shelf, self._decisions)
            placing.settle([], self._reports([*changed, *leaving]))
            for key in changed:
                self._change(key)
            placing.settle(self._reports([*changed, *new]))
            self.comparisons += placing.comparisons
            self._database.executemany(
                "INSERT OR IGNORE INTO event_touched VALUES (?)", [(part,) for part in sorted(placing.touched)]
            )
            placed = [(PLACED, key) for key in (*changed, *new)]
            self._database.executemany("UPDATE event_reports SET state = ? WHERE key = ?", placed)
            self._database.executemany("DELETE FROM event_reports WHERE key = ?", [(key,) for key in leaving])
        return True

    def _change(self, key: str) -> None:
        """Has the reports of an article that was read again take the place of those before."""
        self._database.execute("UPDATE event_reports SET reports = later, later = NULL WHERE key = ?", (key,))
        self._shelf.changed(key)

    def _reports(self, keys: Iterable[str]) -> list[Report]:
        return [report for key in keys for report in self._shelf.of_article(key)]

    def _write_some(self) -> bool:
        """Writes some of the events that were touched."""
        touched = [part for (part,) in self._database.execute("SELECT part FROM event_touched LIMIT ?", (_EVENTS,))]
        if not touched:
            return False
        parts, clusters = self._around(set(touched))
        with self._transaction():
            self._write(parts, clusters)
            self._database.executemany("DELETE FROM event_touched WHERE part = ?", [(part,) for part in parts])
        return True

    def _around(self, parts: set[str]) -> tuple[set[str], list[Cluster]]:
        """What parts of events are now put together as, with all that was or is in one with them."""
        merging = Merging(self._shelf, self._decisions, self._shelf.event_of)
        while True:
            parts |= {part for id in self._events_of(parts) for part in self._parts_of(id)}
            clusters = merging.merged(part for part in parts if self._shelf.members(part))
            self.comparisons += merging.comparisons
            merging.comparisons = 0
            names = {name for cluster in clusters for name in cluster.names}
            if names <= parts:
                return parts, clusters
            parts |= names

    def _events_of(self, parts: Iterable[str]) -> set[str]:
        query = "SELECT event FROM event_parts WHERE part = ?"
        return {id for part in parts for (id,) in self._database.execute(query, (part,))}

    def _parts_of(self, event: str) -> list[str]:
        return [part for (part,) in self._database.execute("SELECT part FROM event_parts WHERE event = ?", (event,))]

    def _write(self, parts: set[str], clusters: Sequence[Cluster]) -> None:
        old = sorted(self._events_of(parts))
        made = [decided_event(cluster, self._copies(cluster), self._decisions) for cluster in clusters]
        before, was = rows.mentions(self._database, old), rows.merged_before(self._database, old)
        rows.delete(self._database, old)
        for id in old:
            self._database.execute("DELETE FROM event_parts WHERE event = ?", (id,))
        for event, cluster in zip(with_old_ids(made, before, was, self._is_taken), clusters, strict=True):
            rows.write(self._database, event, self._numbers(cluster))
            self._database.executemany("INSERT INTO event_parts VALUES (?, ?)", [(n, event.id) for n in cluster.names])

    def _is_taken(self, id: str) -> bool:
        return self._database.execute("SELECT 1 FROM events WHERE event = ?", (id,)).fetchone() is not None

    def _copies(self, cluster: Cluster) -> dict[str, list[Copy]]:
        keys = {report.key for report in cluster.reports}
        return {key: [copy for _, copy in self._store.copies(key)] for key in keys}

    def _numbers(self, cluster: Cluster) -> dict[tuple[str | None, str | None], int]:
        keys = {report.key for report in cluster.reports}
        return {(copy.source, copy.id): number for key in keys for number, copy in self._store.copies(key)}

    def _link(self) -> None:
        """Ties events to what sums them, from their outlines."""
        query = 'SELECT event, scope, outside, cause, country, "from", "to" FROM events ORDER BY "from", event'
        outlines = [Outline(id, scope, bool(out), *rest) for id, scope, out, *rest in self._database.execute(query)]
        several = [outline.id for outline in outlines if outline.scope == "several"]
        of = whole_of(parts_of(outlines, self._articles_beside(several)))
        with self._transaction():
            self._database.executemany(
                "UPDATE events SET part_of = ? WHERE event = ? AND part_of IS NOT ?",
                [(of.get(outline.id), outline.id, of.get(outline.id)) for outline in outlines],
            )

    def _articles_beside(self, events: Sequence[str]) -> dict[str, set[str]]:
        """The articles of events, and of those told in them too."""
        found: dict[str, set[str]] = {}
        query = "SELECT DISTINCT article FROM event_mentions WHERE event = ?"
        articles = sorted({row for event in events for (row,) in self._database.execute(query, (event,))})
        for number in articles:
            told = "SELECT DISTINCT event FROM event_mentions WHERE article = ?"
            for (event,) in self._database.execute(told, (number,)):
                found.setdefault(event, set()).add(str(number))
        return found

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """One transaction: all or nothing."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")
