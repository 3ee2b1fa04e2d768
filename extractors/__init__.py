"""Facts out of Arabic news as a library: `extract(text)` gives typed facts with their places in the text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET
from msgspec.structs import replace

from .article import Article, ExtractedArticle, Fact, Failure, Unavailable
from .document import Document
from .evidence import plain
from .registry import Extractor, UnknownExtractor, available, in_order, kind_of, load

if TYPE_CHECKING:
    from concurrent.futures import Executor

_TOP = 4_000  # characters in which a dateline stands
_YEAR = re.compile(r"\d{4}|\d\s*[-–/\\]\s*\d")  # a year, or a day and month, without which no date is full

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
    return extract_document(Document(article.text, article.published), article, only, explain=explain)


def extract_document(
    document: Document, article: Article, only: Sequence[str] | None = None, *, explain: bool = False
) -> ExtractedArticle:
    """The facts of an article whose text is already a document, see `extract`. Raises UnknownExtractor."""
    wanted = list(only) if only is not None else list(available())
    if document.published is None:
        document.published = _dateline(document)
    for extractor in in_order(wanted):
        found = extractor.extract(document)
        document.facts[extractor.name] = sorted(found, key=lambda fact: (fact.start, fact.end))
    return ExtractedArticle(
        source=article.source,
        record=article.record,
        id=article.id,
        title=article.title,
        published=document.published,
        url=article.url,
        outlet=article.outlet,
        forwarded_from=article.forwarded_from,
        edited=article.edited,
        facts={kind: _reported(document.facts[kind], explain) for kind in map(kind_of, wanted)},
    )


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
    from .batch.many import Extraction, run  # `extract` alone needs no processes

    in_order(list(only) if only is not None else list(available()))
    return run(Extraction(only, explain, jobs == 1), articles, jobs=jobs, ordered=ordered, executor=executor)


def _dateline(document: Document) -> dt.date | None:
    if not _YEAR.search(document.text, 0, _TOP):
        return None
    from .dates.dateline import dateline  # whoever gives the day needs no dates

    return dateline(document)


def _reported(facts: list[Fact], explain: bool) -> list[Fact]:
    return [plain(fact) for fact in facts] if explain else [replace(fact, rule=UNSET) for fact in facts]
