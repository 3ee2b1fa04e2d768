"""Words and phrases repeated by the hundred, some of their words new each time: time grows with the text."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

from waqai.extractors import available, extract

from ..articles import stream

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_TIMES = (150, 600)
_FACTOR, _SLACK = 9, 0.15  # times the time of four times the text, where 16 would be quadratic; seconds


def families(rng: random.Random, news: Path | None) -> Iterator[str | None]:
    """One to four words of the news, in a row, with a new word or a sign after them now and then."""
    words = sorted({word for text in stream(news, 2_000) for word in text.split()})
    extract("".join(words[:100]))
    while True:
        family = [rng.choice(words) for _ in range(rng.randrange(1, 5))]
        if rng.random() < 0.5:
            family.insert(rng.randrange(len(family) + 1), "")  # a new word each time
        end = rng.choice([" ", " ", " ", "، ", ". ", "\n", " (", " «", '" '])
        kinds = [rng.choice(list(available()))] if rng.random() < 0.3 else None
        yield _told(rng, family, end, kinds)


def _told(rng: random.Random, family: list[str], end: str, kinds: list[str] | None) -> str | None:
    seconds = [_seconds(_text(rng, family, end, times), kinds) for times in _TIMES]
    if seconds[1] < _FACTOR * seconds[0] + _SLACK:
        return None
    return (
        f"{' '.join(word or '…' for word in family)}{end!r} {kinds}: {seconds[0]:.2f} s, four times {seconds[1]:.2f} s"
    )


def _text(rng: random.Random, family: list[str], end: str, times: int) -> str:
    return "".join(" ".join(word or "".join(rng.choices(_LETTERS, k=6)) for word in family) + end for _ in range(times))


def _seconds(text: str, kinds: list[str] | None) -> float:
    begun = time.thread_time()
    extract(text, only=kinds)
    return time.thread_time() - begun
