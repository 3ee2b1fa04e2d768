"""The facts of many articles: here, in processes, on a cluster. One that breaks an extractor stops no other."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from .. import available, extract_article
from ..article import Article, ExtractedArticle, Failure
from ..registry import in_order
from .pool import Processes
from .scheduler import CHUNK, Work, cores, spread
from .timeout import time_limit

T = TypeVar("T")
R = TypeVar("R")

_WARM_UP = 0.5  # seconds of work that are not worth processes of their own


def attempt(article: Article, kinds: Sequence[str] | None, *, explain: bool = False) -> ExtractedArticle | Failure:
    """The facts of one article, or why an extractor, which may be anyone's, could not find them."""
    try:
        names = list(kinds) if kinds is not None else list(available())
        in_order(names)  # what is loaded first takes its time, which is not the article's
        neural = any(":" in name for name in names)  # another way than the built-in one may be far slower
        with nullcontext() if neural else time_limit(len(article.text)):
            return extract_article(article, kinds, explain=explain)
    except Exception as error:
        reason = " ".join(f"extraction failed: {type(error).__name__}: {error}".split())
        return Failure(source=article.source, record=article.record, id=article.id, reason=reason)


@dataclass(frozen=True, slots=True)
class Extraction:
    """The work of `extract_many`."""

    kinds: Sequence[str] | None
    explain: bool

    def __call__(self, items: Sequence[Article | str]) -> list[ExtractedArticle | Failure]:
        return [attempt(_article(item), self.kinds, explain=self.explain) for item in items]

    def weight(self, item: Article | str) -> int:
        return 200 + 2 * len(_article(item).text)

    def lost(self, item: Article | str, reason: str) -> Failure:
        article = _article(item)
        return Failure(source=article.source, id=article.id, reason=f"extraction failed: {reason}")


def _article(item: Article | str) -> Article:
    return Article(text=item) if isinstance(item, str) else item


def run(
    work: Work[T, R],
    items: Iterable[T],
    *,
    jobs: int | None = None,
    ordered: bool = True,
    executor: Executor | None = None,
    size: Callable[[], int] | None = None,
    shield: Callable[[], AbstractContextManager[object]] = nullcontext,
) -> Iterator[R]:
    """The results of `work`, lazily: by `jobs` processes, or by `executor` with `size()` workers.

    One job is done in this process, and so is what takes no time where `jobs` is left open. For `shield` see Processes.
    """
    workers = jobs or cores()
    if executor is not None:
        yield from spread(work, items, executor, size or (lambda: workers), ordered=ordered)
        return
    rest = iter(items)
    if jobs is None and workers > 1:
        rest = yield from _at_once(work, rest)
    if workers == 1:
        for item in rest:
            yield from work([item])
        return
    processes = Processes(workers, shield=shield)
    try:
        yield from spread(work, rest, processes, lambda: workers, ordered=ordered)
    finally:
        processes.shutdown()


def _at_once(work: Work[T, R], items: Iterator[T]) -> Generator[R, None, Iterator[T]]:
    """Does what is done before processes would have started. Returns the items that are left."""
    spent = 0.0
    for item in items:
        if spent > _WARM_UP or work.weight(item) > CHUNK:
            return chain([item], items)
        begun = time.perf_counter()
        results = work([item])
        spent += time.perf_counter() - begun
        yield from results
    return items
