"""The facts of many articles: here, in processes, on a cluster. One that breaks an extractor stops no other."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from .. import available, extract_article
from ..article import Article, ExtractedArticle, Failure
from ..registry import builtin, in_order
from .pool import Processes
from .scheduler import CHUNK, Work, cores, spread
from .timeout import time_limit

T = TypeVar("T")
R = TypeVar("R")

_WARM_UP = 0.5  # seconds of work that are not worth processes of their own


def attempt(article: Article, kinds: Sequence[str] | None, *, explain: bool = False) -> ExtractedArticle | Failure:
    """The facts of one article, or why an extractor, which may be anyone's, could not find them."""
    try:
        with limit(kinds, len(article.text)):
            return extract_article(article, kinds, explain=explain)
    except Exception as error:
        return failure(f"{type(error).__name__}: {error}", article.source, article.record, article.id)


def limit(kinds: Sequence[str] | None, size: int) -> AbstractContextManager[None]:
    """The limit to the time that the extractors called `kinds` may take for a text of so many characters."""
    names = list(kinds) if kinds is not None else list(available())
    in_order(names)  # what is loaded first takes its time, which is not the article's
    neural = any(":" in name for name in names)  # another way than the built-in one may be far slower
    return nullcontext() if neural else time_limit(size)


def failure(reason: str, source: str | None, record: int | None = None, id: str | None = None) -> Failure:
    """The failure of an article whose facts could not be found, told on one line."""
    return Failure(source=source, record=record, id=id, reason=" ".join(f"extraction failed: {reason}".split()))


@dataclass(frozen=True, slots=True)
class Extraction:
    """The work of `extract_many`."""

    kinds: Sequence[str] | None
    explain: bool
    here: bool = False  # in this process, whatever may come of it

    def __call__(self, items: Sequence[Article | str]) -> list[ExtractedArticle | Failure]:
        return [self._done(item) for item in items]

    def weight(self, item: Article | str) -> int:
        article = _article(item)
        return 200 + (2 * len(article.text) if isinstance(article, Article) else 0)

    def harmless(self, item: Article | str) -> bool:
        return self.here or builtin(self.kinds)

    def lost(self, item: Article | str, reason: str) -> Failure:
        article = _article(item)
        if isinstance(article, Failure):
            return article
        return failure(reason, article.source, article.record, article.id)

    def _done(self, item: Article | str) -> ExtractedArticle | Failure:
        article = _article(item)
        return article if isinstance(article, Failure) else attempt(article, self.kinds, explain=self.explain)


def _article(item: object) -> Article | Failure:
    """An article as callers give it; a Failure for what is none, such as the None and NaN of tables."""
    if isinstance(item, Article) and isinstance(item.text, str):
        return item
    if isinstance(item, str):
        return Article(text=item)
    text, source, id = (item.text, item.source, item.id) if isinstance(item, Article) else (item, None, None)
    return Failure(source=source, id=id, reason=f"no text, but {text!r:.40}")


def run(
    work: Work[T, R],
    items: Iterable[T],
    *,
    jobs: int | None = None,
    ordered: bool = True,
    executor: Executor | None = None,
    size: Callable[[], int] | None = None,
) -> Iterator[R]:
    """The results of `work`, lazily: by `jobs` processes, or by `executor` with `size()` workers.

    What is harmless is done in this process where `jobs` is 1, and at first where `jobs` is left open.
    """
    workers = jobs or cores()
    if executor is not None:
        yield from spread(work, items, executor, size or (lambda: workers), ordered=ordered)
        return
    rest = iter(items)
    if jobs is None or workers == 1:
        rest = yield from _at_once(work, rest, math.inf if workers == 1 else _WARM_UP)
    with Processes(workers) as processes:
        yield from spread(work, rest, processes, lambda: workers, ordered=ordered)


def _at_once(work: Work[T, R], items: Iterator[T], seconds: float) -> Generator[R, None, Iterator[T]]:
    """Does what is harmless, for so long. Returns the items that are left."""
    spent = 0.0
    for item in items:
        if spent > seconds or not work.harmless(item) or (work.weight(item) > CHUNK and seconds < math.inf):
            return chain([item], items)
        begun = time.perf_counter()
        results = work([item])
        spent += time.perf_counter() - begun
        yield from results
    return items
