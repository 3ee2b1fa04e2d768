"""Articles to measure on: news of yours, or articles put together from the example sentences of the extractors."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

from waqai import extractors

_SENTENCES = 12  # of a made-up article


def load(news: Path | None, count: int, seed: int = 5) -> list[str]:
    """The texts of `count` articles, the same ones each time; made up where there is no news."""
    rng = random.Random(seed)
    if news is None:
        sentences = list(_examples())
        return [" ".join(rng.choices(sentences, k=_SENTENCES)) for _ in range(count)]
    with (gzip.open if news.suffix == ".gz" else open)(news, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    return [rng.choice(texts) for _ in range(count)] if count > len(texts) else rng.sample(texts, count)


def _examples() -> Iterator[str]:
    for file in sorted(Path(extractors.__file__).parent.glob("*/examples.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


def of_size(texts: list[str], size: int) -> str:
    """One text of about `size` bytes of UTF-8, joined from articles."""
    parts: list[str] = []
    length = 0
    while length < size:
        for text in texts:
            parts.append(text)
            length += len(text.encode()) + 1
            if length >= size:
                break
    return "\n".join(parts).encode()[:size].decode(errors="ignore")
