"""What grouping costs as articles grow, and whether a run that is killed loses or doubles anything.

python -m benchmarks.events growth FACTS.jsonl…   # facts with text, as waqai extract --with-text writes them
python -m benchmarks.events kills ARTICLES.jsonl  # kills waqai events --update at random points of its progress
"""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec

from waqai.cli.events.store import EventStore
from waqai.cli.events.updating import Updating
from waqai.cli.events.work import Read
from waqai.extractors.events import Copy, Report, reports_of

SIZES = (25_000, 50_000, 100_000)  # articles
_DAY = 250  # articles that are added to them afterwards
_APART = 400  # days between a copy of the news and the next
_KILLS = 30
_MOST_RUNS = 120
_TABLES = ("articles", "events", "tolls", "statements", "event_mentions")


def growth(paths: list[str], sizes: tuple[int, ...] = SIZES) -> None:
    """Prints what a mention costs as articles grow: the same news again, on other days and in other places."""
    begun = time.process_time()
    told = [reports for path in paths for reports in _reports(Path(path))]
    print(f"{len(told):,} articles with counts or quotes: {time.process_time() - begun:.1f} s to make reports")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder, closing(EventStore(Path(folder, "events.db"))) as store:
            print(f"{size:>8,} articles: {_measured(store, told, 0, size)}")
            print(f"{_DAY:>8,} more:     {_measured(store, told, size, size + _DAY)}")
            _size = Path(folder, "events.db").stat().st_size / 1e6
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
            print(f"          database {_size:,.0f} MB, at most {memory:,.0f} MB of memory", flush=True)


def _measured(store: EventStore, told: list[list[Report]], first: int, last: int) -> str:
    """What it costs to add articles to a database."""
    mentions = 0
    begun = time.process_time()
    for number in range(first, last):
        reports = [_moved(report, number // len(told)) for report in told[number % len(told)]]
        key = reports[0].key if reports else f"{number:016x}"
        mentions += sum(len(report.counts) for report in reports)
        published = reports[0].published if reports else None
        store.add(Read(key, Copy("a", str(number)), number.to_bytes(4), None, published, reports))
    added = time.process_time()
    updating = Updating(store, [])
    updating.run()
    ended = time.process_time()
    (events,) = store.database.execute("SELECT count(*) FROM events").fetchone()
    mentions = max(1, mentions)
    return (
        f"{mentions:>9,} mentions {events:>8,} events {updating.comparisons / mentions:>6.2f} comparisons"
        f" {(added - begun) / mentions * 1e6:>7,.0f} µs to keep"
        f" {(ended - added) / mentions * 1e6:>7,.0f} µs to group and count, a mention"
    )


def _reports(path: Path) -> Iterator[list[Report]]:
    with path.open("rb") as lines:
        for line in lines:
            record = json.loads(line)
            published = dt.date.fromisoformat(record["published"]) if record["published"] else None
            yield reports_of(record["text"], record["title"], published, record["facts"])[1]


def _moved(report: Report, copy: int) -> Report:
    """A report of another time and place."""
    if not copy:
        return report
    by = dt.timedelta(days=_APART * copy)
    days = report.days and (report.days[0] + by, report.days[1] + by)
    places = [msgspec.structs.replace(p, name=f"{p.name}{copy}", id=None, lat=None) for p in report.places]
    return msgspec.structs.replace(
        report,
        key=f"{int(report.key, 16) ^ copy << 40:016x}",
        published=report.published and report.published + by,
        days=days,
        places=places,
        words={f"{word}{copy}" if weight > 6 else word: weight for word, weight in report.words.items()},
    )


def kills(path: str) -> None:
    """Kills a run thirty times and ends it; prints whether its database is that of a run which was left alone."""
    with tempfile.TemporaryDirectory() as folder:
        whole, killed = Path(folder, "whole.db"), Path(folder, "killed.db")
        if _run(path, whole).wait():
            sys.exit("waqai events failed")
        most = _progress(whole)
        hit = runs = 0
        while hit < _KILLS and runs < _MOST_RUNS:
            chance = random.Random(runs)
            until = chance.uniform(0, most)
            if runs % 10 == 9:
                for suffix in ("", "-journal"):  # from the start again: most of the work is done by now
                    Path(f"{killed}{suffix}").unlink(missing_ok=True)
            run = _run(path, killed)
            while run.poll() is None and _progress(killed) < until:
                time.sleep(0.005)
            time.sleep(chance.uniform(0, 0.05))
            if run.poll() is None:
                os.killpg(run.pid, signal.SIGKILL)
                hit += 1
            run.wait()
            runs += 1
        _run(path, killed).wait()
        one, other = _content(whole), _content(killed)
        print(
            f"{runs} runs, {hit} killed while at work: {'nothing lost or doubled' if one == other else 'NOT THE SAME'}"
        )
        for here, there in zip(one, other, strict=False):
            if here != there:
                print(f"  {here}\n  {there}")


def _run(path: str, database: Path) -> subprocess.Popen[bytes]:
    command = ["waqai"]
    return subprocess.Popen(
        [*command, "events", path, "--update", str(database), "--quiet"],
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _progress(database: Path) -> int:
    """How much is read, placed and written."""
    query = "SELECT count(*) FROM"
    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=0.01)) as opened:
            counts = [
                opened.execute(f"{query} {table}").fetchone()[0] for table in ("articles", "event_places", "events")
            ]
    except sqlite3.Error:
        return 0
    return sum(counts)


def _content(database: Path) -> list[object]:
    """What is in the tables, numbers of articles and ids aside."""
    with closing(sqlite3.connect(database)) as opened:
        counts = [opened.execute(f"SELECT count(*) FROM {table}").fetchone() for table in _TABLES]
        rows = opened.execute(
            'SELECT title, scope, cause, "from", outcome, min, best, max, status, articles FROM events JOIN tolls'
            " USING (event) ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10"
        ).fetchall()
    return [*counts, *rows]


if __name__ == "__main__":
    growth(sys.argv[2:]) if sys.argv[1] == "growth" else kills(sys.argv[2])
