"""How fast articles are read, as fractions of what one pass of a regular expression over them costs.

    python benchmarks/speed.py NEWS.jsonl.gz [ARTICLES]

NEWS holds articles as records with a text. Each line is one core's throughput after warm-up, in words of `\\w+`.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import time
from collections.abc import Callable
from itertools import islice

import regex

from waqai.extractors import available, extract

WORD = regex.compile(r"\w+")
SAMPLE = 600  # articles


def texts(path: str, articles: int) -> list[str]:
    """The texts of some of the articles, always the same ones."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        found = [json.loads(line)["text"] for line in file]
    random.Random(5).shuffle(found)
    return list(islice(found, articles))


def seconds(work: Callable[[str], object], sample: list[str]) -> float:
    """Processor time that work takes on all texts, the best of three."""
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        for text in sample:
            work(text)
        best = min(best, time.process_time() - begun)
    return best


def main() -> None:
    """Prints a line for each kind alone and one for all together."""
    sample = texts(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else SAMPLE)
    words = sum(len(WORD.findall(text)) for text in sample)
    floor = seconds(WORD.findall, sample)
    print(f"{'what':<20}{'words/s':>12}{'of the floor':>14}")
    rows: list[tuple[str, Callable[[str], object]]] = [(r"findall \w+ (floor)", WORD.findall)]
    rows += [(kind, lambda text, kind=kind: extract(text, only=[kind])) for kind in available()]  # type: ignore[misc]
    rows.append(("all kinds", extract))
    for name, work in rows:
        spent = seconds(work, sample)
        print(f"{name:<20}{words / spent:>12,.0f}{f'1/{spent / floor:.1f}':>14}")


if __name__ == "__main__":
    main()
