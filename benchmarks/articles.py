"""Articles to measure on: news of yours, or articles put together from the example sentences of the extractors."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from waqai import extractors

_SENTENCES = 12  # of a made-up article
_MOST = 8_000  # articles that are looked at to choose from


def load(news: Path | None, count: int, seed: int = 5) -> list[str]:
    """The texts of `count` articles from all over the news, the same ones each time."""
    return random.Random(seed).sample(list(stream(news, max(count, _MOST))), count)


def stream(news: Path | None, count: int) -> Iterator[str]:
    """The texts of the first `count` articles, from the first again where there are fewer; made up without news."""
    if news is None:
        rng, sentences = random.Random(count), list(_examples())
        yield from (" ".join(rng.choices(sentences, k=_SENTENCES)) for _ in range(count))
        return
    while count > 0:
        with (gzip.open if news.suffix == ".gz" else open)(news, "rt", encoding="utf-8") as lines:
            for line in islice(lines, count):
                yield json.loads(line)["text"]
                count -= 1


def _examples() -> Iterator[str]:
    for file in sorted(Path(extractors.__file__).parent.glob("*/examples.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            yield from (told["text"] for told in record.get("articles", [record]))


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
