"""Facts out of Arabic news as a library: `extract(text)` gives typed facts with their places in the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from .article import Article, ExtractedArticle, Fact, Failure, Unavailable
from .document import Document
from .pipeline import dated, pipeline
from .registry import Extractor, UnknownExtractor, available, load

if TYPE_CHECKING:
    from concurrent.futures import Executor

__all__ = [
    "Article",
    "Document",
    "ExtractedArticle",
    "Extractor",
    "Fact",
    "Failure",
    "Unavailable",
    "UnknownExtractor",
    "available",
    "extract",
    "extract_article",
    "extract_document",
    "extract_many",
    "load",
]


def extract(
    text: str, published: dt.date | None = None, only: Sequence[str] | None = None, *, explain: bool = False
) -> ExtractedArticle:
    """The facts in `text`, with dates resolved against `published`. `only` names the kinds wanted; None means all.

    Without `published` the day in the text's dateline is taken, where it has one.

    A kind may be named with another way to find it, as `organizations:camel`; see `registry`.
    With `explain` each fact names the rule that found it. Raises UnknownExtractor.
    """
    return extract_article(Article(text=text, published=published), only, explain=explain)


def extract_article(article: Article, only: Sequence[str] | None = None, *, explain: bool = False) -> ExtractedArticle:
    """The facts of one article, see `extract`. Raises UnknownExtractor."""
    chosen = pipeline(only)
    return chosen.extract(article, chosen.document(article), explain=explain)


def extract_document(
    document: Document, article: Article, only: Sequence[str] | None = None, *, explain: bool = False
) -> ExtractedArticle:
    """The facts of an article whose text is already a document, see `extract`. Raises UnknownExtractor."""
    return pipeline(only).extract(article, dated(document), explain=explain)


def extract_many(
    articles: Iterable[Article | str],
    only: Sequence[str] | None = None,
    *,
    jobs: int | None = None,
    ordered: bool = True,
    executor: Executor | None = None,
    explain: bool = False,
) -> Iterator[ExtractedArticle | Failure]:
    """The facts of each article, lazily and in bounded memory; a Failure for one that could not be done.

    `jobs` processes share the work, as many as there are cores where it is None; 1 is this process. Or `executor`
    does it, which then has `jobs` workers. Results come in the order of `articles`, which are read in a thread ahead
    of them, or as they are done where `ordered` is false. Raises UnknownExtractor, WorkersFailed.
    """
    from .batch.many import Extraction, one_by_one, run  # `extract` alone needs no processes

    pipeline(only)
    work, together = Extraction(only, explain, jobs == 1), isinstance(articles, Sequence)
    return one_by_one(run(work, articles, jobs=jobs, ordered=ordered, executor=executor, together=together))
