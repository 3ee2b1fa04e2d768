"""Many articles, one after the other: the facts of each, or why there are none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from waqai.extractors import Article, ExtractedArticle, extract_article

from .formats import Failure


def extract_all(
    articles: Iterable[Article | Failure], kinds: Sequence[str], with_text: bool = False
) -> Iterator[ExtractedArticle | Failure]:
    """The facts of each article, in order; failures pass through, and an article that breaks an extractor is one."""
    for article in articles:
        yield article if isinstance(article, Failure) else _extracted(article, kinds, with_text)


def _extracted(article: Article, kinds: Sequence[str], with_text: bool) -> ExtractedArticle | Failure:
    try:
        extracted = extract_article(article, kinds)
    except Exception as error:  # an extractor may be anyone's, and one article must not stop the rest
        place = f"article {article.id}: " if article.id else ""
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        return Failure(article.source or "", f"{place}extraction failed: {reason}")
    return msgspec.structs.replace(extracted, text=article.text) if with_text else extracted
