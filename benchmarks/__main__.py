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

from . import articles, growth, startup, throughput
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
        found = throughput.speeds(texts)
        print(throughput.table(found), "\n")
        seconds, held = startup.seconds(), startup.memory(options.news)
        base, *_ = seconds.values()
        for name, took in seconds.items():
            print(f"{name:<42}{took:>8.3f} s{took / base:>8.2f} times the first")
        print(f"a process after 5,000 articles{held:>18.0f} MB\n")
        print(*bars(found, list(seconds.values()), held), sep="\n", end="\n\n")
        if options.readme:
            write(f"{throughput.table(found)}\n\nPython {platform.python_version()}.")
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


def bars(found: dict[str, Speed], seconds: list[float], held: float) -> list[str]:
    """What is asked of waqai, and whether it holds here and now."""
    everything, floor = found[ALL].words, found[FLOOR].words
    base, help_, extract = seconds
    asked = [
        ("all kinds: 150,000 words a second", everything >= 150_000, f"{everything:,.0f}"),
        ("all kinds: 1/15 of the floor", everything * 15 >= floor, f"1/{floor / everything:.1f}"),
        ("--help: twice the imports at most", help_ <= 2 * base, f"{help_ / base:.2f}"),
        ("one article: 3.5 times the imports at most", extract <= 3.5 * base, f"{extract / base:.2f}"),
        ("a worker: under 120 MB", held < 120, f"{held:.0f}"),
    ]
    others = [speed.words for name, speed in found.items() if name.startswith("dateparser")]
    asked += [
        ("dates: 10 times dateparser", found["dates"].words >= 10 * o, f"{found['dates'].words / o:.0f}")
        for o in others
    ]
    return [f"{'held  ' if holds else 'MISSED'}  {what:<46}{value:>12}" for what, holds, value in asked]


def write(table: str) -> None:
    """Puts the table into the README, between its marks."""
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    README.write_text(f"{before}{BEGIN}\n{table}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
