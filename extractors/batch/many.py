"""The facts of many articles: here, in processes, on a cluster. One that breaks an extractor stops no other."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from functools import partial
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from ..article import Article, ExtractedArticle, Failure
from ..document import Document
from ..pipeline import pipeline
from ..registry import builtin
from .timeout import time_limit
from .work import CHUNK, Work, cores

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")
R = TypeVar("R")

_WARM_UP = 0.5  # seconds of work that are not worth processes of their own
_TOGETHER = 32  # articles; with more, what is known of them falls out of the cache


def attempt(article: Article, kinds: Sequence[str] | None, *, explain: bool = False) -> ExtractedArticle | Failure:
    """The facts of one article, or why they could not be found, see `attempt_all`."""
    return attempt_all([article], kinds, explain=explain)[0]


def attempt_all(
    articles: Sequence[Article | Failure], kinds: Sequence[str] | None, *, explain: bool = False
) -> list[ExtractedArticle | Failure]:
    """The facts of each article, or why an extractor, which may be anyone's, could not find them. Failures stay.

    All articles are read for one kind before the next: what one kind looks up stays in the processor's cache.
    """
    chosen = pipeline(kinds)
    limited = partial(limit, kinds, sum(len(article.text) for article in articles if isinstance(article, Article)))
    documents = each(chosen.document, articles, limited)
    for extractor in chosen.extractors:
        documents = each(partial(chosen.find, extractor), documents, limited)

    def result(article: Article, found: Document | Failure | Exception) -> ExtractedArticle | Failure:
        if isinstance(found, Document):
            return chosen.result(article, found, explain=explain)
        return failure(f"{type(found).__name__}: {found}", article.source, article.record, article.id)

    pairs = zip(articles, documents, strict=True)
    return [article if isinstance(article, Failure) else result(article, found) for article, found in pairs]


def each(
    step: Callable[[T], R],
    items: Sequence[T | Failure | Exception],
    limited: Callable[[], AbstractContextManager[None]],
) -> list[R | Failure | Exception]:
    """What a step gives for each item, or the error it raised, which stops no other. What failed before stays."""
    done: list[R | Failure | Exception] = []
    while len(done) < len(items):
        try:
            with limited():
                for item in islice(items, len(done), None):
                    done.append(item if isinstance(item, (Failure, Exception)) else step(item))  # noqa: PERF401, it may raise
        except Exception as error:
            done.append(error)
    return done


def limit(kinds: Sequence[str] | None, size: int) -> AbstractContextManager[None]:
    """The limit to the time that the extractors called `kinds` may take for texts of so many characters."""
    pipeline(kinds)  # what is loaded first takes its time, which is not the article's
    neural = any(":" in name for name in kinds or ())  # another way than the built-in one may be far slower
    return nullcontext() if neural else time_limit(size)


def failure(reason: str, source: str | None, record: int | None = None, id: str | None = None) -> Failure:
    """The failure of an article whose facts could not be found, told on one line."""
    return Failure(source=source, record=record, id=id, reason=" ".join(f"extraction failed: {reason}".split()))


class Extraction(Struct, frozen=True):
    """The work of `extract_many`."""

    kinds: Sequence[str] | None
    explain: bool
    here: bool = False  # in this process, whatever may come of it

    def __call__(self, items: Sequence[Article | str]) -> list[ExtractedArticle | Failure]:
        return attempt_all([_article(item) for item in items], self.kinds, explain=self.explain)

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


def _article(item: object) -> Article | Failure:
    """An article as callers give it; a Failure for what is none, such as the None and NaN of tables."""
    if isinstance(item, Article) and isinstance(item.text, str):
        return item
    if isinstance(item, str):
        return Article(text=item)
    text, source, id = (item.text, item.source, item.id) if isinstance(item, Article) else (item, None, None)
    return Failure(source=source, id=id, reason=f"no text, but {text!r:.40}")


def one_by_one(found: Generator[Sequence[R], None, None]) -> Iterator[R]:
    """The results that `run` gives some at a time. Closes it where it is not read to its end."""
    with closing(found):
        for results in found:
            yield from results


def run(
    work: Work[T, R],
    items: Iterable[T],
    *,
    jobs: int | None = None,
    ordered: bool = True,
    executor: Executor | None = None,
    size: Callable[[], int] | None = None,
    together: bool = False,
) -> Generator[Sequence[R], None, None]:
    """The results of `work`, lazily, some at a time: by `jobs` processes, or by `executor` with `size()` workers.

    What is harmless is done in this process where `jobs` is 1, and at first where `jobs` is left open; some items at a
    time where they may be read `together`, so that a result waits for the items after it.
    """
    workers = jobs or cores()
    rest: Iterator[T] | None
    rest = unread = iter(items)
    if executor is None and (jobs is None or workers == 1):
        chunks = _chunks(unread, work.weight, _TOGETHER if together else 1)
        rest = yield from _at_once(work, chunks, math.inf if workers == 1 else _WARM_UP)
    if rest is None:
        return

    from .pool import Processes  # which a few articles do not need, nor what it imports
    from .scheduler import spread

    with nullcontext(executor) if executor is not None else Processes(workers) as chosen:
        yield from spread(work, rest, chosen, size or (lambda: workers), ordered=ordered)


def _chunks(items: Iterator[T], weight: Callable[[T], int], most: int) -> Iterator[list[T]]:
    """Items in lists of `most`, of fewer where they are heavy. What `items` raises comes after those before it."""
    chunk: list[T] = []
    heavy = 0
    try:
        for item in items:
            chunk.append(item)
            heavy += weight(item)
            if len(chunk) == most or heavy > CHUNK:
                yield chunk
                chunk, heavy = [], 0
    except Exception:
        yield chunk
        raise
    yield chunk


def _at_once(
    work: Work[T, R], chunks: Iterator[list[T]], seconds: float
) -> Generator[Sequence[R], None, Iterator[T] | None]:
    """Does what is harmless, for so long. Returns the items that are left, if any are."""

    def here(item: T) -> bool:
        return work.harmless(item) and (work.weight(item) <= CHUNK or seconds == math.inf)

    spent = 0.0
    for chunk in chunks:
        light = list(takewhile(here, chunk)) if spent <= seconds else []
        begun = time.perf_counter()
        results = work(light)
        spent += time.perf_counter() - begun
        yield results
        if len(light) < len(chunk):
            return chain(chunk[len(light) :], chain.from_iterable(chunks))
    return None
