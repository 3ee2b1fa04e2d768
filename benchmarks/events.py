"""What grouping costs as articles grow, and whether a run that is killed loses or doubles anything.

python -m benchmarks.events growth FACTS.jsonl…   # facts with text, as waqai extract --with-text writes them
python -m benchmarks.events kills ARTICLES.jsonl  # kills waqai events --update at random moments, thirty times
"""

from __future__ import annotations

import datetime as dt
import json
import os
import random
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

from waqai.extractors.events import Report, reports_of
from waqai.extractors.events.assemble import events
from waqai.extractors.events.decisions import Decisions
from waqai.extractors.events.merging import Merging
from waqai.extractors.events.placing import Placing
from waqai.extractors.events.shelf import Memory

TIMES = (1, 2, 4)
_APART = 400  # days between a copy of the news and the next
_KILLS = 30
_MOST_RUNS = 120
_TABLES = ("articles", "events", "tolls", "statements", "event_mentions")


def growth(paths: list[str]) -> None:
    """Prints comparisons and seconds a mention at one, two and four times the news, on other days, in other places."""
    begun = time.process_time()
    told = [report for path in paths for report in _reports(Path(path))]
    articles = sum(Path(path).read_bytes().count(b"\n") for path in paths)
    print(f"{articles:,} articles, {len(told):,} reports: {time.process_time() - begun:.1f} s to read and report")
    for times in TIMES:
        many = [_moved(report, copy) for copy in range(times) for report in told]
        mentions = sum(len(report.counts) for report in many)
        begun = time.process_time()
        shelf = Memory(many)
        placing = Placing(shelf, Decisions())
        placing.settle(many)
        merging = Merging(shelf, Decisions(), shelf.event_of)
        clusters = merging.merged(shelf.events())
        grouped = time.process_time()
        made = events(clusters, {}, Decisions())
        ended = time.process_time()
        print(
            f"{times} times: {articles * times:>9,} articles {mentions:>9,} mentions {len(made):>8,} events"
            f"{(placing.comparisons + merging.comparisons) / mentions:>7.2f} comparisons a mention"
            f"{(grouped - begun) / mentions * 1e6:>8.1f} µs a mention to group"
            f"{(ended - grouped) / mentions * 1e6:>8.1f} µs to count"
        )


def _reports(path: Path) -> Iterator[Report]:
    with path.open("rb") as lines:
        for line in lines:
            record = json.loads(line)
            published = dt.date.fromisoformat(record["published"]) if record["published"] else None
            yield from reports_of(record["text"], record["title"], published, record["facts"])[1]


def _moved(report: Report, copy: int) -> Report:
    """A report of another time and place."""
    if not copy:
        return report
    by = dt.timedelta(days=_APART * copy)
    days = report.days and (report.days[0] + by, report.days[1] + by)
    places = [msgspec.structs.replace(p, name=f"{p.name}{copy}", id=None, lat=None) for p in report.places]
    return msgspec.structs.replace(
        report,
        key=f"{report.key}{copy}",
        published=report.published and report.published + by,
        days=days,
        places=places,
        words={f"{word}{copy}" if weight > 8 else word: weight for word, weight in report.words.items()},
    )


def kills(path: str) -> None:
    """Kills a run thirty times and ends it; prints whether its database is that of a run which was left alone."""
    with tempfile.TemporaryDirectory() as folder:
        whole, killed = Path(folder, "whole.db"), Path(folder, "killed.db")
        begun = time.monotonic()
        _run(path, whole).wait()
        took = time.monotonic() - begun
        hit = runs = 0
        while hit < _KILLS and runs < _MOST_RUNS:
            run = _run(path, killed)
            time.sleep(random.Random(runs).uniform(0.2, took if runs % 2 else 1.0))
            if run.poll() is None:
                os.killpg(run.pid, signal.SIGKILL)
                hit += 1
            run.wait()
            runs += 1
        _run(path, killed).wait()
        same = _content(whole) == _content(killed)
        print(f"{runs} runs, {hit} killed while at work: {'nothing lost or doubled' if same else 'NOT THE SAME'}")


def _run(path: str, database: Path) -> subprocess.Popen[bytes]:
    command = ["waqai"]
    return subprocess.Popen(
        [*command, "events", path, "--update", str(database), "--quiet"],
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _content(database: Path) -> list[object]:
    """What is in the tables, numbers of articles and ids aside."""
    with closing(sqlite3.connect(database)) as opened:
        counts = [opened.execute(f"SELECT count(*) FROM {table}").fetchone() for table in _TABLES]
        rows = opened.execute(
            'SELECT title, scope, cause, "from", outcome, min, best, max, status, articles FROM events JOIN tolls'
            " USING (event) ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10"
        ).fetchall()
    return [counts, rows]


if __name__ == "__main__":
    growth(sys.argv[2:]) if sys.argv[1] == "growth" else kills(sys.argv[2])
