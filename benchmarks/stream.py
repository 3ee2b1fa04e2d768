"""How fast articles are read that a process has never seen, as in a long run, where many words are new.

A process of its own reads each choice of kinds, so that none finds the words that another has looked up.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from waqai.extractors import Article, available
from waqai.extractors.batch.many import attempt_all

from . import articles
from .throughput import ALL, FLOOR, WORD, Speed

_BEFORE, _MEASURED = 600, 400  # articles read first, so that the words of all news are known; articles measured
_BLOCK = 20  # articles timed together
_PROCESSES = 3  # of each block the best of so many counts, so that what else runs counts little
_Block = tuple[int, int, float, float]  # words, bytes, seconds of the floor and of the kinds


def speeds(news: Path | None) -> dict[str, Speed]:
    """The speed of all kinds together and of each alone, and of the floor in the same processes."""
    choices = {ALL: list(available()), **{kind: [kind] for kind in available()}}
    runs = {name: [_measured(news, kinds) for _ in range(_PROCESSES)] for name, kinds in choices.items()}
    floor = [_best(blocks, 2) for of_kind in runs.values() for blocks in zip(*of_kind, strict=True)]
    return {FLOOR: _speed(floor)} | {
        name: _speed([_best(blocks, 3) for blocks in zip(*of_kind, strict=True)]) for name, of_kind in runs.items()
    }


def _best(blocks: Sequence[_Block], place: int) -> tuple[int, int, float]:
    """The words, bytes and least seconds of one block in several runs."""
    return blocks[0][0], blocks[0][1], min(float(block[place]) for block in blocks)


def _speed(blocks: Sequence[tuple[int, int, float]]) -> Speed:
    words, size, seconds = (sum(column) for column in zip(*blocks, strict=True))
    return Speed(words / seconds, size / seconds)


def _measured(news: Path | None, kinds: Sequence[str]) -> list[_Block]:
    command = [sys.executable, "-m", "benchmarks.stream", str(news or ""), *kinds]
    found = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [(*block,) for block in json.loads(found)]  # type: ignore[misc]


def _read(news: Path | None, kinds: Sequence[str]) -> list[_Block]:
    """Reads articles for the first time, block by block."""
    texts = articles.load(news, _BEFORE + _MEASURED)
    attempt_all([Article(text=text) for text in texts[:_BEFORE]], kinds)
    blocks = (texts[start : start + _BLOCK] for start in range(_BEFORE, len(texts), _BLOCK))
    return [_timed(block, kinds) for block in blocks]


def _timed(block: Sequence[str], kinds: Sequence[str]) -> _Block:
    begun = time.process_time()
    words = sum(len(WORD.findall(text)) for text in block)
    between = time.process_time()
    attempt_all([Article(text=text) for text in block], kinds)
    done = time.process_time()
    return words, sum(len(text.encode()) for text in block), between - begun, done - between


if __name__ == "__main__":
    file, *chosen = sys.argv[1:]
    print(json.dumps(_read(Path(file) if file else None, chosen)))
