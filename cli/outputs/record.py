"""An article as JSON has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import UNSET

from .columns import SENTENCE, sentence_of

if TYPE_CHECKING:
    from waqai.extractors import ExtractedArticle, Fact


class Encoder(msgspec.Struct, frozen=True):
    """Encodes articles, with the sentence of each fact where it is asked for. Then they must have their text."""

    with_text: bool = False
    with_sentence: bool = False

    def __call__(self, article: ExtractedArticle) -> bytes:
        if not self.with_sentence:
            return msgspec.json.encode(article)
        shown = article if self.with_text else msgspec.structs.replace(article, text=UNSET)
        facts = {kind: [self.fact(fact, article) for fact in found] for kind, found in article.facts.items()}
        about = {name: value for name, value in msgspec.structs.asdict(shown).items() if value is not UNSET}
        return msgspec.json.encode(about | {"facts": facts})

    def fact(self, fact: Fact, article: ExtractedArticle) -> dict[str, Any]:
        """A fact of an article as its fields."""
        fields: dict[str, Any] = msgspec.to_builtins(fact)
        return fields | {SENTENCE: sentence_of(fact, article)} if self.with_sentence else fields
