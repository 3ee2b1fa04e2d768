"""Attacks waqai for some minutes and prints what broke.

    python -m benchmarks.attack                              # every part, ten minutes
    python -m benchmarks.attack --minutes 60 --seed 7
    python -m benchmarks.attack --parts texts,kills --news NEWS.jsonl.gz

Each part has its share of the time and ends early when it has done all it does. The same seed tries the same things.
Ends with 1 where something broke.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from . import fuzz, growth, hostile, kills

# What a part tries, one after the other: None where it held, or what broke. And how many are enough.
Part = Callable[[random.Random, Path | None], Iterator[str | None]]
PARTS: dict[str, tuple[Part, int]] = {
    "texts": (fuzz.texts, 60_000),
    "archives": (fuzz.archives, 60_000),
    "pages": (fuzz.pages, 10_000),
    "lines": (fuzz.lines, 10_000),
    "kills": (kills.kills, 300),
    "hostile": (hostile.folders, 20),
    "growth": (growth.families, 4_000),
}
_SHOWN = 10  # of what broke in a part


def main() -> int:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.attack", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--news", type=Path, help="articles to mutate; without it some are made up")
    parser.add_argument("--parts", default=",".join(PARTS), help="of: %(default)s")
    options = parser.parse_args()
    names = options.parts.split(",")
    broke = [attack(name, options.seed, options.news, 60 * options.minutes / len(names)) for name in names]
    return 1 if any(broke) else 0


def attack(name: str, seed: int, news: Path | None, seconds: float) -> int:
    """Tries a part for so long. How often something broke."""
    part, enough = PARTS[name]
    begun, tried, broke = time.monotonic(), 0, 0
    for told in part(random.Random(f"{name} {seed}"), news):
        tried += 1
        if told is not None:
            broke += 1
            if broke <= _SHOWN:
                print(f"  {name} {tried}: {told}", flush=True)
        if tried >= enough or time.monotonic() - begun > seconds:
            break
    print(f"{name:10}{tried:>8,} tried{broke:>6,} broke{time.monotonic() - begun:>8,.0f} s", flush=True)
    return broke


if __name__ == "__main__":
    sys.exit(main())
