"""Time against the length of one article and against the number of articles: both have to grow as the text does."""

from __future__ import annotations

import time
from itertools import pairwise

from waqai.extractors import extract, extract_many

from .articles import of_size

MOST = 3.0  # times as long as in proportion, over ten times the length; a square would take ten times
LENGTHS = [10**3, 10**4, 10**5, 10**6, 10**7, 3 * 10**7]  # bytes of one article
COUNTS = [10, 100, 1_000, 10_000]  # articles
_BRIEF = 0.02  # seconds below which a time says nothing


def lengths(texts: list[str], most: int) -> list[tuple[int, float]]:
    """Bytes of one article, and the seconds it takes."""
    return [(size, _seconds(of_size(texts, size))) for size in LENGTHS if size <= most]


def counts(texts: list[str], most: int) -> list[tuple[int, float]]:
    """A number of articles, and the seconds they take in one process."""
    found = []
    for count in (count for count in COUNTS if count <= most):
        begun = time.process_time()
        for _ in extract_many((texts[number % len(texts)] for number in range(count)), jobs=1):
            pass
        found.append((count, time.process_time() - begun))
    return found


def _seconds(text: str) -> float:
    """The best of a few tries, fewer of long ones."""
    best, spent = float("inf"), 0.0
    for _ in range(5):
        begun = time.process_time()
        extract(text)
        took = time.process_time() - begun
        best, spent = min(best, took), spent + took
        if spent > 3:
            break
    return best


def linear(measured: list[tuple[int, float]]) -> bool:
    """Whether no step takes much more time than in proportion to its size."""
    steps = pairwise(measured)
    return all(after < MOST * before * size / small or after < _BRIEF for (small, before), (size, after) in steps)


def lines(measured: list[tuple[int, float]], unit: str) -> str:
    """A line for each size: the time, and how long each takes of it."""
    return "\n".join(
        f"{size:>12,} {unit:<9}{seconds:>10.3f} s {seconds / size * 1e6:>10.2f} µs each" for size, seconds in measured
    )
