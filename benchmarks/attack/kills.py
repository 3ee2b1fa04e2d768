"""Runs killed at random moments, over records that are alike and records that fail: each article is done once."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ..articles import stream

_WAQAI = [sys.executable, "-m", "waqai", "extract"]
_RECORDS = 1_500
_KILLS = 4  # of a run


def kills(rng: random.Random, news: Path | None) -> Iterator[str | None]:
    """Each run is killed a few times, and its output cut as a power cut would."""
    texts = [text[:400] for text in stream(news, 300)]
    while True:
        with tempfile.TemporaryDirectory() as folder:
            expected, failing = _inputs(rng, Path(folder), texts)
            output = rng.choice(["out.jsonl", "out.jsonl", "out.sqlite", "facts"])
            options = [
                *rng.choice([(), ("--jobs", "1"), ("--jobs", "2")]),
                "--only",
                rng.choice(["dates", "casualties"]),
            ]
            options += ["--unordered"] if output == "out.jsonl" and rng.random() < 0.3 else []
            run = [*_WAQAI, "in", *options, "--per-file" if output == "facts" else "-o", output]
            run += ["--resume", "-q", "--errors", "failed.jsonl"]
            _killed(rng, run, Path(folder), output)
            ended = subprocess.run(run, cwd=folder, capture_output=True, text=True, check=False)
            yield _told(ended, Path(folder), output, expected, failing)


def _inputs(rng: random.Random, folder: Path, texts: list[str]) -> tuple[Counter[tuple[str, int]], int]:
    """Two files of records with few ids among them. The records expected, and how many fail."""
    (folder / "in").mkdir()
    expected: Counter[tuple[str, int]] = Counter()
    failing = 0
    for name in ("a.jsonl", "b.jsonl"):
        bad = set(rng.sample(range(1, _RECORDS + 1), rng.randrange(4)))
        failing += len(bad)
        records = [
            {"id": f"x{number % 7}", "text": 3 if number in bad else rng.choice(texts)}
            for number in range(1, _RECORDS + 1)
        ]
        (folder / "in" / name).write_text("".join(json.dumps(record) + "\n" for record in records))
        expected.update((f"in/{name}", number) for number in range(1, _RECORDS + 1) if number not in bad)
    return expected, failing


def _killed(rng: random.Random, run: list[str], folder: Path, output: str) -> None:
    """Starts the run and kills it, some times; its exit in between is as good."""
    for _ in range(rng.randrange(1, _KILLS + 1)):
        process = subprocess.Popen(run, cwd=folder, stderr=subprocess.DEVNULL)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(rng.uniform(0.5, 6))
        process.send_signal(rng.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT]))
        process.wait()
        path = folder / output
        if output.endswith(".jsonl") and path.exists():
            size = max(0, path.stat().st_size - rng.choice([0, rng.randrange(2000)]))
            os.truncate(path, size)
            if rng.random() < 0.3:
                os.truncate(path, size + rng.randrange(5000))  # zeros, as of blocks that were never written


def _told(
    ended: subprocess.CompletedProcess[str], folder: Path, output: str, expected: Counter[tuple[str, int]], failing: int
) -> str | None:
    about = f"{' '.join(ended.args[3:])}: rc {ended.returncode}"
    if ended.returncode != (1 if failing else 0) or "Traceback" in ended.stderr:
        return f"{about}: {ended.stderr[-300:]}"
    done = Counter(_done(folder / output))
    if done != expected:
        return f"{about}: lost {list(expected - done)[:3]}, repeated {list(done - expected)[:3]}"
    failed = len((folder / "failed.jsonl").read_text().splitlines())
    left = list(folder.rglob(".*.part"))
    return None if failed == failing and not left else f"{about}: {failed} failures of {failing}, left {left}"


def _done(output: Path) -> Iterator[tuple[str, int]]:
    """Source and number of each article in an output."""
    if output.suffix == ".sqlite":
        with contextlib.closing(sqlite3.connect(output)) as database:
            yield from database.execute("SELECT source, record FROM articles")
        return
    if output.suffix == ".jsonl":
        articles = map(json.loads, output.read_text(encoding="utf-8").splitlines())
    else:
        files = [path for path in output.rglob("*") if path.is_file()]
        articles = (article for path in files for article in json.loads(path.read_text(encoding="utf-8")))
    yield from ((article["source"], article["record"]) for article in articles)
