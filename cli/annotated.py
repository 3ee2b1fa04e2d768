"""Articles together with their facts, for the commands that show the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import ClassVar

from msgspec import Struct

from waqai.extractors import Article, Document, ExtractedArticle, Fact, Failure, extract_document
from waqai.extractors.batch import many

from .formats import Parsed, Parsing
from .job import ArticleWork, noted
from .printed import say
from .reading import read


class AnnotatedArticle(Struct, frozen=True):
    """An article and the facts in it, each with the rule that found it."""

    article: Article
    extracted: ExtractedArticle

    @property
    def name(self) -> str:
        """What to call it where it has no title."""
        return ":".join(part for part in (self.article.source, self.article.id) if part)

    @property
    def facts(self) -> list[tuple[str, Fact]]:
        """All facts with their kinds, in order of place; of those that begin together the longest first."""
        told = chain.from_iterable([(kind, fact) for fact in facts] for kind, facts in self.extracted.facts.items())
        return sorted(told, key=lambda pair: (pair[1].start, -pair[1].end))

    def document(self) -> Document:
        """The document with the evidence of the facts."""
        document = Document(self.article.text, self.extracted.published, explain=True)
        extract_document(document, self.article, list(self.extracted.facts), explain=True)
        return document


class Annotation(ArticleWork[tuple[AnnotatedArticle, tuple[Failure, ...]] | None], frozen=True):
    """The work of the commands that show the text; with `id` None for articles with another one."""

    id: str | None

    explain: ClassVar[bool] = True

    def finish(
        self, parsed: Parsed, extracted: ExtractedArticle
    ) -> tuple[AnnotatedArticle, tuple[Failure, ...]] | None:
        """The article with its facts, and what could not be read of it."""
        article = parsed.article
        return (AnnotatedArticle(article, extracted), noted(parsed)) if self.id in (None, article.id) else None


def annotate(
    paths: Sequence[str], kinds: Sequence[str], parsing: Parsing, id: str | None = None
) -> Iterator[AnnotatedArticle | Failure]:
    """The articles in `paths` with their facts; with `id` only the one that has it."""
    for found in many.one_by_one(many.run(Annotation(kinds, parsing, id), read(paths))):
        if isinstance(found, Failure):
            yield found
        elif found is not None:
            annotated, notes = found
            for note in notes:
                say(str(note))
            yield annotated
