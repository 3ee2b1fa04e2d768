"""Runs over many articles as processes of their own: workers that die, runs that are killed, disks that are full."""

from __future__ import annotations

import contextlib
import json
import os
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from waqai.extractors import Article, Failure
from waqai.extractors.batch import many, timeout
from waqai.extractors.pipeline import Pipeline

from . import commandline

PATIENCE = 300  # seconds
TRIAL = Path(__file__).parent / "trial.py"
Text = Callable[[int], str]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="POSIX signals")


@pytest.fixture
def trial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`trial` is installed for processes that are started, as a package of a third party is."""
    site = tmp_path / "site"
    (site / "waqai_trial-1.dist-info").mkdir(parents=True)
    shutil.copy(TRIAL, site / "waqai_trial.py")
    (site / "waqai_trial-1.dist-info" / "METADATA").write_text("Name: waqai-trial\nVersion: 1\n")
    (site / "waqai_trial-1.dist-info" / "entry_points.txt").write_text(
        "[waqai.extractors]\ntrial = waqai_trial:TrialExtractor\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(site))
    monkeypatch.chdir(tmp_path)


def command(*args: object) -> list[str]:
    return commandline.command("extract", "--only", "trial", *args)


def extract(*args: object, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*args), capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload, no-any-return]


@contextlib.contextmanager
def started(*args: object, **options: object) -> Iterator[subprocess.Popen[Any]]:
    """A run in the background, which does not outlive the test."""
    process = subprocess.Popen(command(*args), **options)  # type: ignore[call-overload]
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def records(path: Path, count: int, text: Text = "number {}".format) -> Path:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": text(number), "id": f"a{number}"}) + "\n" for number in range(count))
    return path


def ids(output: str) -> list[str]:
    return [json.loads(line)["id"] for line in output.splitlines()]


def descendants(pid: int) -> list[int]:
    """The processes that were started by `pid`, and by those."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    parents = {int(line.split()[0]): int(line.split()[1]) for line in listed.splitlines()}
    found = [pid]
    for parent in found:
        found += [child for child, its in parents.items() if its == parent]
    return found[1:]


def alive(pids: list[int]) -> list[int]:
    stats = [Path(f"/proc/{pid}/stat") for pid in pids]
    return [int(stat.parent.name) for stat in stats if stat.exists() and ") Z " not in stat.read_text()]


def wait_for(holds: Callable[[], object]) -> None:
    """Waits as long as a busy machine may need; what never comes fails the test."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.02)


@pytest.mark.usefixtures("trial")
class TestWorkers:
    def test_order_is_that_of_the_input(self, tmp_path: Path) -> None:
        articles = records(tmp_path / "a.jsonl", 400, lambda n: "sleep 0.2 x" if n == 3 else f"{n} " * (n % 50))
        wanted = [f"a{number}" for number in range(400)]
        assert ids(extract(articles, "--jobs", 2).stdout) == wanted
        assert ids(extract(articles).stdout) == wanted
        unordered = ids(extract(articles, "--jobs", 3, "--unordered").stdout)
        assert sorted(unordered) == sorted(wanted)

    def test_one_job_and_several_print_the_same(self, tmp_path: Path) -> None:
        articles = records(tmp_path / "a.jsonl", 300, lambda n: "raise" if n % 70 == 5 else f"{n} {n * n}")
        for format in ("json", "csv"):
            one, three = (extract(articles, "--jobs", jobs, "--format", format) for jobs in (1, 3))
            assert one.stdout == three.stdout
            assert one.stderr == three.stderr
            assert one.stderr.count("boom") == 4 and "2 more like these" in one.stderr

    @pytest.mark.parametrize("jobs", [1, 2])
    def test_a_runaway_expression_is_that_articles_failure(self, tmp_path: Path, jobs: int) -> None:
        articles = records(tmp_path / "a.jsonl", 20, lambda n: "loop" if n == 7 else str(n))
        result = extract(articles, "--jobs", jobs)
        assert result.returncode == 1
        assert len(ids(result.stdout)) == 19
        assert result.stderr == f"waqai: {articles}:8: article a7: extraction failed: TimeoutError: regex timed out\n"

    @staticmethod
    def stubborn() -> None:
        while True:
            with contextlib.suppress(Exception):
                time.sleep(60)

    @pytest.mark.parametrize(
        "forever", [stubborn, lambda: re.search(r"(?:a|aa|a?a)+$", "a" * 200 + "b"), lambda: time.sleep(60)]
    )
    def test_what_never_ends_is_stopped(self, monkeypatch: pytest.MonkeyPatch, forever: Callable[[], object]) -> None:
        monkeypatch.setattr(timeout, "LEAST", 0.3)
        monkeypatch.setattr(Pipeline, "document", lambda *_: forever())
        failure = many.attempt(Article(text="5"), None)
        assert isinstance(failure, Failure)
        assert failure.reason == "extraction failed: TimeoutError: not done in 0 seconds"
        assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)

    def test_a_machine_that_stalls_fails_no_article(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The alarm goes off while the article has had next to no processor time."""
        monkeypatch.setattr(timeout, "LEAST", 0.2)
        with timeout.time_limit(0):
            time.sleep(0.6)

    def test_what_waits_for_ever_is_stopped(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(timeout, "LEAST", 0.05)
        monkeypatch.setattr(timeout, "_AGAIN", 0.05)
        with pytest.raises(TimeoutError), timeout.time_limit(0):
            time.sleep(PATIENCE)

    @pytest.mark.skipif(not hasattr(signal, "SIGVTALRM"), reason="no timer of processor time")
    def test_what_hears_no_signal_is_killed_and_the_rest_is_done(self, tmp_path: Path) -> None:
        articles = records(tmp_path / "a.jsonl", 20, lambda n: "deaf" if n == 7 else str(n))
        limits = "from waqai.extractors.batch import timeout; timeout.LEAST = 0.3\n"
        (tmp_path / "site" / "sitecustomize.py").write_text(limits)
        result = extract(articles)
        assert result.returncode == 1
        assert ids(result.stdout) == [f"a{n}" for n in range(20) if n != 7]
        assert "a.jsonl:8: extraction failed: TimeoutError: not done in time" in result.stderr

    @pytest.mark.parametrize("options", [(), ("--jobs", 1)])
    def test_an_article_that_kills_kills_no_run(self, tmp_path: Path, options: tuple[object, ...]) -> None:
        articles = records(tmp_path / "a.jsonl", 50, lambda n: "die" if n == 2 else str(n))
        output = tmp_path / "out.jsonl"
        for resume in ((), ("--resume",)):
            result = extract(articles, "-o", output, *options, *resume)
            assert result.returncode == 1
            assert ids(output.read_text()) == [f"a{n}" for n in range(50) if n != 2]
            assert result.stderr.startswith(f"waqai: {articles}:3: extraction failed: WorkerDied: ")

    def test_a_worker_that_dies_is_replaced_and_its_article_reported(self, tmp_path: Path) -> None:
        deadly = (5, 6, 150)
        articles = records(tmp_path / "a.jsonl", 200, lambda n: "die" if n in deadly else "x" * 3000 + str(n))
        result = extract(articles, "--jobs", 2, "--errors", tmp_path / "failed.jsonl")
        assert result.returncode == 1
        assert ids(result.stdout) == [f"a{number}" for number in range(200) if number not in deadly]
        failures = [json.loads(line) for line in (tmp_path / "failed.jsonl").read_text().splitlines()]
        assert [(failure["source"], failure["record"]) for failure in failures] == [
            (str(articles), n + 1) for n in deadly
        ]
        assert all("WorkerDied: its process was ended by SIGKILL" in failure["reason"] for failure in failures)
        assert [line.split(": ")[1] for line in result.stderr.splitlines()] == [f"{articles}:{n + 1}" for n in deadly]

    def test_an_article_that_killed_only_once_is_done(self, tmp_path: Path) -> None:
        marker = tmp_path / "marker"
        articles = records(tmp_path / "a.jsonl", 50, lambda n: f"once {marker} {n}" if n == 9 else str(n))
        result = extract(articles, "--jobs", 2)
        assert (result.returncode, result.stderr) == (0, "")
        assert ids(result.stdout) == [f"a{number}" for number in range(50)]

    def test_articles_come_out_while_others_are_waited_for(self, tmp_path: Path) -> None:
        """With workers too the first is printed before the second is there to be read."""
        with started("--jobs", "2", stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdin is not None and process.stdout is not None
            for number in range(3):
                process.stdin.write(json.dumps({"text": str(number)}).encode() + b"\n")
                process.stdin.flush()
                assert json.loads(process.stdout.readline())["id"] == str(number + 1)
            process.stdin.close()
            assert process.wait(PATIENCE) == 0

    def test_a_closed_pipe_stops_the_workers(self, tmp_path: Path) -> None:
        articles = records(tmp_path / "a.jsonl", 20_000, lambda n: "x" * 2000)
        with started(articles, "--jobs", 2, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None and process.stderr is not None
            process.stdout.readline()
            workers = descendants(process.pid)
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait(PATIENCE) == 0
            wait_for(lambda: not alive(workers))


@pytest.mark.usefixtures("trial")
class TestStopped:
    @pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)])
    def test_a_signal_stops_at_once_and_leaves_whole_lines_and_no_workers(
        self, tmp_path: Path, number: signal.Signals, code: int
    ) -> None:
        articles = records(tmp_path / "a.jsonl", 400, lambda n: str(n) if n < 300 else "until never")
        output = tmp_path / "out.jsonl"
        run = (articles, "-o", output, "--jobs", 2)
        with started(*run, stderr=subprocess.PIPE, start_new_session=True) as process:
            wait_for(lambda: _size(output) > 1000)
            workers = descendants(process.pid)
            assert workers
            if number is signal.SIGINT:
                os.killpg(process.pid, number)  # as a terminal does: to all of them
            else:
                process.send_signal(number)
            assert process.wait(PATIENCE) == code  # what is under way would never end
            wait_for(lambda: not alive(workers))
            written = output.read_text(encoding="utf-8")
            assert written.endswith("\n")
            assert ids(written) == [f"a{n}" for n in range(len(ids(written)))]
            assert process.stderr is not None
            if number is not signal.SIGKILL:
                assert process.stderr.read().startswith(f"stopped: {len(ids(written))} articles; ".encode())

    @pytest.mark.parametrize(("format", "order"), [("jsonl", ()), ("jsonl", ("--unordered",)), ("sqlite", ())])
    def test_a_run_killed_again_and_again_does_each_article_once(
        self, tmp_path: Path, format: str, order: tuple[str, ...]
    ) -> None:
        """Twins too, one of which fails. Each run but the last is killed before it can pass a gate."""
        count, rng = 400, random.Random(f"{format}{order}")
        gates = {90: "gate1", 180: "gate2", 270: "gate3", 360: "gate4"}
        articles = records(
            tmp_path / "a.jsonl",
            count,
            lambda n: "raise" if n % 100 == 50 else f"until {gates[n]} {n}" if n in gates else f"sleep 0.001 {n}",
        )
        articles.write_text(articles.read_text().replace('"a51"', '"a50"'))
        output = tmp_path / f"out.{format}"
        run = (articles, "-o", output, "--resume", "--jobs", 2, "--errors", "failed.jsonl", *order)
        for gate in gates.values():
            size = _size(output)
            with started(*run, stderr=subprocess.DEVNULL) as process:
                reached = tmp_path / f"{gate}.reached"
                wait_for(lambda: reached.exists() or _size(output) > size + 300)  # noqa: B023
                time.sleep(rng.uniform(0, 0.1))
                assert process.poll() is None
            (tmp_path / gate).touch()
            if format == "jsonl" and output.exists():  # what a power cut takes from the end
                os.truncate(output, max(0, _size(output) - rng.randrange(200)))
        last = subprocess.run(command(*run), capture_output=True, text=True, check=False)
        assert last.returncode == 1, last.stderr
        if format == "jsonl":
            done = ids(output.read_text(encoding="utf-8"))
        else:
            done = [id for (id,) in sqlite3.connect(output).execute("SELECT id FROM articles ORDER BY article")]
        expected = [f"a{50 if n == 51 else n}" for n in range(count) if n % 100 != 50]
        assert (sorted(done), len(done)) == (sorted(expected), len(expected))
        assert order or done == expected
        failed = (tmp_path / "failed.jsonl").read_text().splitlines()
        assert [json.loads(line)["id"] for line in failed] == [f"a{n}" for n in range(50, count, 100)] or order

    def test_files_are_gone_on_with_one_by_one(self, tmp_path: Path) -> None:
        for number in range(150):
            path = tmp_path / "news" / str(number % 7) / f"{number}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"until gate {number}" if number == 76 else str(number))  # the last but a few
        records(tmp_path / "news" / "z.jsonl", 5)
        run = ("news", "--per-file", "facts", "--jobs", 2, "--resume", "--quiet")
        with started(*run):
            wait_for(lambda: list((tmp_path / "facts").rglob("*.json")))
        (tmp_path / "gate").touch()
        before = {path: path.stat().st_mtime_ns for path in (tmp_path / "facts").rglob("*.json")}
        assert 0 < len(before) < 151
        assert subprocess.run(command(*run), check=False).returncode == 0
        found = {str(path.relative_to(tmp_path / "facts")): json.loads(path.read_text()) for path in whole(tmp_path)}
        assert len(found) == 151
        assert found["news/3/10.txt.json"]["facts"]["trial"][-1]["value"] == 10
        assert [article["id"] for article in found["news/z.jsonl.json"]] == [f"a{n}" for n in range(5)]
        assert all(path.stat().st_mtime_ns == changed for path, changed in before.items())


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def whole(folder: Path) -> Iterator[Path]:
    """The files in `facts`; none of them is a part of one."""
    for path in (folder / "facts").rglob("*"):
        if path.is_file():
            assert path.suffix == ".json", path
            yield path


@pytest.mark.usefixtures("trial")
@pytest.mark.parametrize("format", ["jsonl", "csv", "sqlite"])
def test_a_full_disk_is_said_and_what_was_written_stays(tmp_path: Path, format: str) -> None:
    """RLIMIT_FSIZE stands for the full disk: no file grows beyond it."""
    articles = records(tmp_path / "a.jsonl", 3000)
    output, limit = tmp_path / f"out.{format}", 100_000
    limited = extract(
        articles,
        *("-o", output, "--jobs", 2, "--quiet"),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert limited.returncode == 1
    assert limited.stderr.startswith(f"waqai: cannot write {output}: ")
    assert limited.stderr.count("\n") == 1
    if format == "sqlite":
        assert sqlite3.connect(output).execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    else:
        written = output.read_text(encoding="utf-8")
        assert limit - 500 < len(written) <= limit
        assert written.endswith("\n")
    if format != "csv":
        assert extract(articles, "-o", output, "--resume", "--quiet").returncode == 0
    if format == "jsonl":
        assert ids(output.read_text(encoding="utf-8")) == [f"a{n}" for n in range(3000)]
    if format == "sqlite":
        database = sqlite3.connect(output)
        assert database.execute("SELECT count(*), count(DISTINCT id) FROM articles").fetchone() == (3000, 3000)
        assert database.execute("SELECT count(DISTINCT article) FROM trial").fetchone() == (3000,)
