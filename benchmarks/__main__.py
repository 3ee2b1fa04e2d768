"""Prints what waqai costs: throughput beside others, start-up, memory, growth.

    python -m benchmarks [--news NEWS.jsonl.gz]   # all of it, some minutes
    python -m benchmarks --short                  # growth alone, some seconds; ends with 1 where it is not linear
    python -m benchmarks --readme                 # all of it, and puts the table into README.md

NEWS holds articles as records with a text; without it articles are made up from the examples of the extractors.
"""

from __future__ import annotations

import argparse
import platform
import sys
from pathlib import Path

from waqai.extractors import available

from . import articles, growth, startup, stream, throughput
from .throughput import ALL, FLOOR, Speed

README = Path(__file__).parent.parent / "README.md"
BEGIN, END = "<!-- written by python -m benchmarks --readme -->\n", "<!-- end -->\n"
_ARTICLES = 400


def main() -> int:
    """What the command line asks for. 1 where time grows faster than the text."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--news", type=Path)
    parser.add_argument("--short", action="store_true", help="growth alone, on short texts")
    parser.add_argument("--readme", action="store_true", help="put the table into README.md")
    options = parser.parse_args()
    texts = articles.load(options.news, 100 if options.short else _ARTICLES)
    if not options.short:
        found, new = throughput.speeds(texts), stream.speeds(options.news)
        print(throughput.table(found, new), "\n")
        seconds, held = startup.seconds(), startup.memory(options.news)
        base, *_ = seconds.values()
        for name, took in seconds.items():
            print(f"{name:<42}{took:>8.3f} s{took / base:>8.2f} times the first")
        print(f"a process after 5,000 articles{held:>18.0f} MB\n")
        print(*bars(found, new, list(seconds.values()), held), sep="\n", end="\n\n")
        if options.readme:
            write(f"{throughput.table(found, new)}\n\nPython {platform.python_version()}.")
    return 0 if grows_with_the_text(texts, options.short) else 1


def grows_with_the_text(texts: list[str], short: bool) -> bool:
    """Prints time against size. Whether it is in proportion."""
    by_length = growth.lengths(texts, 10**6 if short else max(growth.LENGTHS))
    print(growth.lines(by_length, "bytes"))
    by_count = growth.counts(texts, 1_000 if short else max(growth.COUNTS))
    print(growth.lines(by_count, "articles"))
    linear = growth.linear(by_length) and growth.linear(by_count)
    print("in proportion to the text" if linear else "MORE THAN IN PROPORTION TO THE TEXT")
    return linear


def bars(again: dict[str, Speed], new: dict[str, Speed], seconds: list[float], held: float) -> list[str]:
    """What is asked of waqai, and whether it holds here and now."""
    base, help_, extract = seconds
    asked = [
        (f"{name}: 1/{most} of the floor", found[ALL].words * most >= found[FLOOR].words, _share(found))
        for name, found, most in (("articles read again", again, 30), ("new articles", new, 38))
    ]
    asked += [
        ("--help: as long as the imports", help_ <= base, f"{help_ / base:.2f}"),
        ("one article: twice the imports at most", extract <= 2 * base, f"{extract / base:.2f}"),
        ("a worker: under 130 MB", held < 130, f"{held:.0f}"),
    ]
    for name, (words, _) in again.items():
        if name.startswith("camel-tools"):
            slowest = min(available(), key=lambda kind: again[kind].words)
            asked.append(("each kind: faster than camel-tools", again[slowest].words > words, slowest))
        if name.startswith("dateparser"):
            times = again["dates"].words / words
            asked.append(("dates: 25 times dateparser", times >= 25, f"{times:.0f}"))
    return [f"{'held  ' if holds else 'MISSED'}  {what:<46}{value:>12}" for what, holds, value in asked]


def _share(found: dict[str, Speed]) -> str:
    return f"1/{found[FLOOR].words / found[ALL].words:.1f}"


def write(table: str) -> None:
    """Puts the table into the README, between its marks."""
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    README.write_text(f"{before}{BEGIN}\n{table}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
