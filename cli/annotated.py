"""Articles together with their facts, for the commands that show the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from waqai.extractors import Article, Document, ExtractedArticle, Fact, Failure, extract_article

from .formats import Parsing
from .printed import say
from .reading import read


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
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
        """The document that the facts were found in."""
        document = Document(self.article.text, self.extracted.published)
        document.facts = {kind: list(facts) for kind, facts in self.extracted.facts.items()}
        return document


def annotate(
    paths: Sequence[str], kinds: Sequence[str], parsing: Parsing, id: str | None = None
) -> Iterator[AnnotatedArticle | Failure]:
    """The articles in `paths` with their facts; with `id` only the one that has it."""
    for raw in read(paths):
        parsed = raw if isinstance(raw, Failure) else parsing.parse(raw)
        if isinstance(parsed, Failure):
            yield parsed
        elif id is None or parsed.article.id == id:
            for note in parsed.notes:
                say(str(Failure(source=parsed.article.source, record=parsed.article.record, reason=note)))
            yield _annotated(parsed.article, kinds)


def _annotated(article: Article, kinds: Sequence[str]) -> AnnotatedArticle | Failure:
    try:
        return AnnotatedArticle(article, extract_article(article, kinds, explain=True))
    except Exception as error:  # an extractor may be anyone's, and one article must not stop the rest
        reason = " ".join(f"extraction failed: {type(error).__name__}: {error}".split())
        return Failure(source=article.source or "", reason=f"article {article.id}: {reason}" if article.id else reason)
