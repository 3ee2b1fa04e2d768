"""The extractors of some kinds, in the order in which they run, and what they share from article to article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import UNSET
from msgspec.structs import replace

from .article import Article, ExtractedArticle, Fact
from .document import Document
from .evidence import plain
from .registry import Extractor, available, in_order, kind_of
from .text.tagger import Tagger

_CHOICES = 16  # of kinds, for which what is known of words is kept
_TOP = 250  # tokens in which a dateline stands
_YEAR = re.compile(r"\d{4}|\d\s*[-–/\\]\s*\d")  # a year, or a day and month, without which no date is full


class Pipeline:
    """Finds facts: `document` prepares an article, `find` runs one extractor, `result` returns what was found."""

    def __init__(self, names: Sequence[str]) -> None:
        self.extractors = in_order(names)
        self._kinds = [kind_of(name) for name in names]
        self._tagger = Tagger()

    def document(self, article: Article) -> Document:
        """An article's text, prepared for all extractors."""
        return dated(Document(article.text, article.published, tagger=self._tagger))

    def find(self, extractor: Extractor, document: Document) -> Document:
        """A document with the facts of one kind added to it."""
        found = extractor.extract(document)
        document.facts[extractor.name] = sorted(found, key=lambda fact: (fact.start, fact.end))
        return document

    def extract(self, article: Article, document: Document, *, explain: bool = False) -> ExtractedArticle:
        """The facts of an article whose document is prepared."""
        for extractor in self.extractors:
            self.find(extractor, document)
        return self.result(article, document, explain=explain)

    def result(self, article: Article, document: Document, *, explain: bool = False) -> ExtractedArticle:
        """The facts of the kinds that were asked for. With `explain` each names its rule."""
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
            facts={kind: _reported(document.facts[kind], explain) for kind in self._kinds},
        )


def pipeline(only: Sequence[str] | None) -> Pipeline:
    """The pipeline of some kinds, of all where `only` is None, made once. Raises UnknownExtractor."""
    return _pipeline(tuple(available() if only is None else only))


_pipeline = lru_cache(maxsize=_CHOICES)(Pipeline)


def dated(document: Document) -> Document:
    """A document; where it has no day it is given the one of its dateline."""
    if document.published is None and _YEAR.search(document.text, 0, _top(document)):
        from .dates.dateline import dateline  # whoever gives the day needs no dates

        document.published = dateline(document)
    return document


def _top(document: Document) -> int:
    """The offset before which a dateline ends."""
    return document.start(_TOP) if len(document) > _TOP else len(document.text)


def _reported(facts: list[Fact], explain: bool) -> list[Fact]:
    return [plain(fact) for fact in facts] if explain else [replace(fact, rule=UNSET) for fact in facts]
