"""How batches behave: speed with more processes, memory with more articles, time with longer and stranger articles.

    python -m benchmarks.batch speed NEWS.jsonl.gz     # articles a second with 1 and with 2 processes
    python -m benchmarks.batch memory NEWS.jsonl.gz    # the most memory that 1,000 and 50,000 articles take
    python -m benchmarks.batch growth                  # seconds for awkward texts of doubled lengths
    python -m benchmarks.batch fuzz NEWS.jsonl.gz      # 10,000 random byte strings and mutated articles
    python -m benchmarks.batch kills NEWS.jsonl.gz     # a run killed at random moments, against one that was not

NEWS holds articles as records with a text. Each ends with 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from waqai.cli.formats import Parsing
from waqai.cli.job import Done, Job
from waqai.cli.outputs.table import as_it_is
from waqai.cli.readers.raw import RawArticle, RawFormat
from waqai.extractors import ExtractedArticle, Failure, available, extract

from .articles import stream

SPEEDUP, MEMORY, GROWTH = 1.7, 50, 2.6  # with 2 processes; MB; times the time for twice the length
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


def work() -> Job:
    """What a worker does, with the facts as they are."""
    return Job(list(available()), Parsing(), True, as_it_is)


def fuzz(news: Path, count: int = 10_000) -> bool:
    """Random bytes and mutated articles: none makes an extractor fail, and all facts stand where they say."""
    rng, job, bad, read, facts = random.Random(1), work(), 0, 0, 0
    articles = [text[:3000].encode() for text in stream(news, 500)]
    for number in range(count):
        data = rng.randbytes(rng.randrange(500)) if number % 5 == 0 else mutated(rng, rng.choice(articles), articles)
        kind = RawFormat.record if number % 10 == 0 else RawFormat.text
        (result,) = job([RawArticle(str(number), kind, data, 1)])
        if isinstance(result, Failure):
            if "extraction failed" in result.reason:
                bad += 1
                print(result)
            continue
        read += 1
        bad += misplaced(result)
        facts += sum(result.counts.values())
    print(f"{count:,} inputs, {read:,} of them text, {facts:,} facts; {bad} wrong")
    return bad == 0


def mutated(rng: random.Random, data: bytes, others: list[bytes]) -> bytes:
    """An article with pieces cut out, doubled, put in from others, and characters changed."""
    text = list(data.decode())
    for _ in range(rng.randrange(1, 30)):
        if not text:
            break
        start = rng.randrange(len(text))
        end = min(len(text), start + rng.randrange(1, 60))
        match rng.randrange(6):
            case 0:
                del text[start:end]
            case 1:
                text[start:start] = text[start:end] * rng.randrange(1, 5)
            case 2:
                text[start:end] = rng.choice(others).decode()[start:end]
            case 3:
                text[start] = rng.choice('\x00\u200f\u0640\u064b\ufeff\u2028"«»()،.؟0٣,/-\n\t \U0001f600')
            case 4:
                text[start:end] = reversed(text[start:end])
            case _:
                text[start] = chr(rng.choice([rng.randrange(0x600, 0x700), rng.randrange(1, 0xD800)]))
    mutated = "".join(text).encode()
    if rng.random() < 0.2:  # not always UTF-8
        at = rng.randrange(len(mutated) + 1)
        mutated = mutated[:at] + rng.randbytes(2) + mutated[at:]
    return mutated


def misplaced(result: Done) -> int:
    """How many facts are not where they say."""
    article: ExtractedArticle = result.rendered
    found = [fact for facts in article.facts.values() for fact in facts]
    return sum(fact.text != str(article.text)[fact.start : fact.end] or not fact.text for fact in found)


def kills(news: Path, count: int = 2000, times: int = 30) -> bool:
    """The output of a run that is killed at random moments, and has its end cut off, is that of one that is not."""
    rng = random.Random(2)
    with tempfile.TemporaryDirectory() as folder:
        source = written(folder, news, count)
        undisturbed, output = Path(folder, "undisturbed.jsonl"), Path(folder, "facts.jsonl")
        subprocess.run([*WAQAI, str(source), "-o", str(undisturbed), "-q"], check=True)
        killed = 0
        while True:
            run = subprocess.Popen(
                [*WAQAI, str(source), "-o", str(output), "-q", "--resume", "--jobs", "2"], stderr=subprocess.DEVNULL
            )
            try:
                run.wait(rng.uniform(0.1, 3) if killed < times else None)
                break
            except subprocess.TimeoutExpired:
                run.send_signal(rng.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT]))
                run.wait()
                killed += 1
                if output.exists():
                    with output.open("r+b") as file:
                        file.truncate(max(0, output.stat().st_size - rng.randrange(2000)))
        same = output.read_bytes() == undisturbed.read_bytes()
    print(f"killed {killed} times; the output is {'the same' if same else 'ANOTHER'}")
    return same


if __name__ == "__main__":
    benchmarks = {each.__name__: each for each in (speed, memory, growth, fuzz, kills)}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmark", choices=benchmarks)
    parser.add_argument("news", type=Path, nargs="?")
    arguments = parser.parse_args()
    if arguments.news is None and arguments.benchmark != "growth":
        parser.error("this needs NEWS")
    sys.exit(not benchmarks[arguments.benchmark](arguments.news))
