"""A run on a Dask cluster: a scheduler and two workers, all processes of their own on this machine."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from waqai.cli.cluster import connected
from waqai.extractors import Article, ExtractedArticle, extract_many
from waqai.extractors.batch.work import WorkersFailed

from .test_batch import PATIENCE, extract, ids, records, started, trial, wait_for

pytest.importorskip("distributed")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
__all__ = ["trial"]  # a fixture


def dask(*args: str, log: Path) -> subprocess.Popen[bytes]:
    with log.open("wb") as stderr:
        return subprocess.Popen([sys.executable, "-m", *args], stderr=stderr, stdout=stderr, start_new_session=True)


@pytest.fixture
def cluster(trial: None, tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler; its process and those of its two workers."""
    log = tmp_path / "scheduler.log"
    limits = "from waqai.extractors.batch import timeout; timeout.LEAST = 0.5\n"
    (tmp_path / "site" / "sitecustomize.py").write_text(limits)
    local = ("--host", "127.0.0.1", "--no-dashboard")
    processes = [dask("distributed.cli.dask_scheduler", "--port", "0", *local, log=log)]
    try:
        wait_for(lambda: re.search(r"tcp://127\.0\.0\.1:\d+", log.read_text()))
        address = re.findall(r"tcp://127\.0\.0\.1:\d+", log.read_text())[0]
        for number in range(2):
            one = ("--nworkers", "1", "--nthreads", "1", "--no-nanny")
            worker = ("distributed.cli.dask_worker", address, *one, *local)
            processes.append(dask(*worker, log=tmp_path / f"worker{number}.log"))
        wait_for(lambda: log.read_text().count("Register worker") == 2)
        yield address, processes
    finally:
        for process in processes:
            process.kill()
            process.wait()


def test_a_run_on_a_cluster_outlives_a_worker_and_itself(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    address, (scheduler, worker, _) = cluster
    articles = records(tmp_path / "a.jsonl", 1000, lambda n: "raise" if n == 500 else f"sleep 0.005 {n}")
    output = tmp_path / "out.jsonl"
    run = (articles, "-o", output, "--cluster", address, "--resume", "--quiet")

    with started(*run):
        wait_for(lambda: output.exists() and output.stat().st_size > 10_000)
    before = ids(output.read_text(encoding="utf-8").rpartition("\n")[0])
    assert 0 < len(before) < 900

    size = output.stat().st_size
    with started(*run, stderr=subprocess.PIPE, text=True) as gone_on:
        wait_for(lambda: output.stat().st_size > size + 5_000)
        worker.kill()
        _, told = gone_on.communicate(timeout=PATIENCE)
        assert gone_on.returncode == 1
    assert told == f"waqai: {articles}:501: article a500: extraction failed: RuntimeError: boom\n"
    assert ids(output.read_text(encoding="utf-8")) == [f"a{n}" for n in range(1000) if n != 500]

    # With nobody left to schedule, the run ends and says so.
    records(articles, 5000, lambda n: f"sleep 0.005 {n}")
    size = output.stat().st_size
    with started(*run, stderr=subprocess.PIPE, text=True) as lost:
        wait_for(lambda: output.stat().st_size > size + 5_000)
        scheduler.kill()
        _, told = lost.communicate(timeout=PATIENCE)
        assert lost.returncode == 1
    assert told.startswith("waqai: the workers are gone")
    assert output.read_text(encoding="utf-8").endswith("}\n")


def test_what_kills_or_takes_too_long_on_a_cluster_fails_alone(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    articles = records(tmp_path / "a.jsonl", 30, lambda n: {3: "die", 7: "deaf"}.get(n, str(n)))
    result = extract(articles, "--cluster", cluster[0])
    assert result.returncode == 1
    assert ids(result.stdout) == [f"a{n}" for n in range(30) if n not in (3, 7)]
    assert [line.split("extraction failed: ")[1].split(":")[0] for line in result.stderr.splitlines()] == [
        *("WorkerDied", "TimeoutError")
    ]
    assert all(process.poll() is None for process in cluster[1])


def test_a_scheduler_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("waqai.cli.cluster._CONNECT", 0.5)
    with (
        pytest.raises(WorkersFailed, match=r"no Dask scheduler at tcp://127\.0\.0\.1:1 "),
        connected("tcp://127.0.0.1:1"),
    ):
        pass


def test_any_executor_will_do() -> None:
    """What the cluster is to the batch, threads are too."""
    texts = [f"قتل {number} أشخاص" for number in range(200)]
    with ThreadPoolExecutor(3) as executor:
        articles = list(extract_many(texts, only=["casualties"], executor=executor, jobs=3))
    assert [json.loads(article.facts["casualties"][0].text.split()[1]) for article in found(articles)] == [*range(200)]


def found(articles: Sequence[object]) -> Iterator[ExtractedArticle]:
    for article in articles:
        assert isinstance(article, ExtractedArticle)
        yield article


def test_articles_keep_what_they_come_with() -> None:
    (article,) = extract_many([Article(text="قتل 3 أشخاص", source="s", id="7")], only=["casualties"], jobs=1)
    assert (article.source, article.id) == ("s", "7")
