"""How batches behave: speed with more processes, memory with more articles, time with longer and stranger articles.

    python -m benchmarks.batch speed NEWS.jsonl.gz     # articles a second with 1 and with 2 processes
    python -m benchmarks.batch parent NEWS.jsonl.gz    # processor time of the parent, and of its workers, an article
    python -m benchmarks.batch memory NEWS.jsonl.gz    # the most memory that 1,000 and 50,000 articles take
    python -m benchmarks.batch growth                  # seconds for awkward texts of doubled lengths

NEWS holds articles as records with a text. Each ends with 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from waqai.cli.job import Job
from waqai.cli.readers.raw import RawArticle, RawFormat
from waqai.extractors import Failure, extract

from .articles import stream
from .attack.fuzz import work

SPEEDUP, MEMORY, GROWTH = 1.7, 50, 2.6  # with 2 processes; MB; times the time for twice the length
_RUN = """
import atexit, resource
from waqai.cli.app import main

def report():
    for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        used = resource.getrusage(whose)
        print(used.ru_utime + used.ru_stime)

atexit.register(report)
main()
"""
WAQAI = [sys.executable, "-m", "waqai", "extract"]


def written(folder: str, news: Path, count: int) -> Path:
    """A file of `count` articles, each with words that no other has, so that what is remembered of words shows."""
    path, rng = Path(folder, f"{count}.jsonl"), random.Random(count)
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(stream(news, count)):
            new = " ".join("".join(rng.choices("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", k=6)) for _ in range(10))
            file.write(json.dumps({"id": str(number), "text": f"{text} {new}"}, ensure_ascii=False) + "\n")
    return path


def speed(news: Path) -> bool:
    """Articles a second over all of NEWS."""
    extract("")  # what is compiled on first use
    seconds = {}
    with tempfile.TemporaryDirectory() as folder:
        for jobs in (1, 2, 1, 2):
            begun = time.perf_counter()
            output = Path(folder, "facts.jsonl")
            subprocess.run(
                [*WAQAI, str(news), "-o", str(output), "--jobs", str(jobs), "--force", "--quiet"], check=True
            )
            took = time.perf_counter() - begun
            with output.open("rb") as lines:
                count = sum(1 for _ in lines)
            seconds[jobs] = min(took, seconds.get(jobs, took))
            print(f"{jobs} jobs: {count:,} articles in {took:.1f} s, {count / took:,.0f} a second", flush=True)
    print(f"2 jobs are {seconds[1] / seconds[2]:.2f} times as fast as 1")
    return seconds[1] / seconds[2] >= SPEEDUP


def parent(news: Path, most: int = 4_000) -> bool:
    """Processor time that the process which reads and writes takes for an article, and that of the workers.

    The quotient is the number of workers that one parent can keep busy.
    """
    with tempfile.TemporaryDirectory() as folder:
        for output in ("facts.jsonl", "facts.csv", "facts.db"):
            few, many = (_times(written(folder, news, count), Path(folder, output)) for count in (100, 100 + most))
            here, there = ((more - less) / most for less, more in zip(few, many, strict=True))
            print(
                f"{output}: {1e6 * here:.0f} us here, {1e3 * there:.1f} ms in workers: {there / here:.0f}", flush=True
            )
    return True


def _times(articles: Path, output: Path) -> list[float]:
    """Processor seconds of a run with two workers: of the parent, and of the workers."""
    command = [sys.executable, "-c", _RUN, "extract", str(articles), "-o", str(output), "--jobs", "2", "--force", "-q"]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)
    return [float(seconds) for seconds in ran.stdout.split()]


def memory(news: Path) -> bool:
    """The most that a run and its workers have in memory together, sampled."""
    peaks = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in (1_000, 50_000):
            run = subprocess.Popen(
                [*WAQAI, str(written(folder, news, count)), "-o", f"{folder}/facts.jsonl", "--force", "--jobs", "2"]
            )
            peaks[count] = 0
            while run.poll() is None:
                peaks[count] = max(peaks[count], sum(map(resident, family(run.pid))))
                time.sleep(0.2)
            print(f"{count:,} articles: {peaks[count] / 1000:,.0f} MB at most", flush=True)
    return abs(peaks[50_000] - peaks[1_000]) < MEMORY * 1000


def family(pid: int) -> list[int]:
    """A process and those it started, directly or not."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    parents = [tuple(map(int, line.split())) for line in listed.splitlines()]
    found = [pid]
    for parent in found:
        found += [child for child, its in parents if its == parent]
    return found


def resident(pid: int) -> int:
    """The memory of a process in kB, what it shares divided among those who do."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


AWKWARD: dict[str, Callable[[int], bytes]] = {  # about so many words
    "a word": lambda n: "قتل ".encode() * n,
    "words of saying": lambda n: "وقال إن ".encode() * (n // 2),
    "numbers": lambda n: "ثلاثة وعشرون ألفا و 13 ".encode() * (n // 5),
    "digits": lambda n: b"1234567890 " * n,
    "one number": lambda n: b"7" * (5 * n),
    "dates": lambda n: "الخميس 12 نوفمبر/ تشرين الثاني الماضي ".encode() * (n // 6),
    "names": lambda n: "وزير الدفاع الأمريكي محمد علي رضا ".encode() * (n // 6),
    "open quotes": lambda n: 'قال "كلمة «أخرى '.encode() * (n // 3),
    "brackets": lambda n: "( [ « ".encode() * (n // 3),
    "one line": lambda n: "أعلن الجيش الليبي مقتل جنديين في سرت أمس ".encode() * (n // 8),
    "sentences": lambda n: "أعلن الجيش الليبي مقتل جنديين. وأضاف أن 5 أصيبوا.\n".encode() * (n // 9),
    "one word": lambda n: "قتلى".encode() * n,
    "marks": lambda n: "قُتِلَـــ ".encode() * n,
    "blank lines": lambda n: b"\n" * (5 * n),
    "NUL bytes": lambda n: "قتل 13 شخصا \x00 في سرت ".encode() * (n // 6),
    "invalid UTF-8": lambda n: "قتل 13 شخصا ".encode() * (n // 3) + b"\xff\xfe",
    "and a thousand times": lambda n: "و ".encode() * n,
    "words of all kinds": lambda n: " ".join(random.Random(n).choices(WORDS, k=n)).encode(),
}

WORDS = """
قتل وأصيب مقتل جرحى شخصا مدنيين ثلاثة عشرين ألف مئات نحو أكثر من 13 أمس الخميس شهر أكتوبر الماضي قبل منذ قال وأضاف أعلن
أن إن إلى بحسب المتحدث باسم وزير رئيس وزارة الدفاع الجيش الليبي تنظيم داعش شركة محمد علي رضا عيسى " « » ( ) : ، .
في من على
""".split()


def growth(_: Path | None, most: int = 100_000) -> bool:
    """Seconds for texts of doubled lengths, from bytes to facts."""
    held = True
    job = work()
    job([RawArticle("", RawFormat.text, "قتل 13 شخصا أمس.".encode())])
    lengths = [most // 4, most // 2, most]
    print(f"{'words':24}" + "".join(f"{length:>10,}" for length in lengths) + "   factor")
    for name, made in AWKWARD.items():
        seconds = [timed(job, made(length)) for length in lengths]
        factor = (seconds[-1] / seconds[0]) ** 0.5  # for each doubling
        linear = factor < GROWTH or seconds[-1] < 0.5
        held &= linear
        drawn = "".join(f"{second:10.3f}" for second in seconds)
        print(f"{name:24}{drawn}   {factor:.2f}{'' if linear else '  MORE THAN LINEAR'}", flush=True)
    return held


def timed(job: Job, data: bytes) -> float:
    """Seconds for one article, which may not fail by an extractor."""
    begun = time.process_time()
    (result,) = job([RawArticle("", RawFormat.text, data)])
    took = time.process_time() - begun
    if isinstance(result, Failure) and "extraction failed" in result.reason:
        print(result)
        return float("inf")
    return took


if __name__ == "__main__":
    benchmarks = {each.__name__: each for each in (speed, parent, memory, growth)}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmark", choices=benchmarks)
    parser.add_argument("news", type=Path, nargs="?")
    arguments = parser.parse_args()
    if arguments.news is None and arguments.benchmark != "growth":
        parser.error("this needs NEWS")
    sys.exit(not benchmarks[arguments.benchmark](arguments.news))
