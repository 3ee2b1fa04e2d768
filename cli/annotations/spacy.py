"""spaCy: a `DocBin` of Arabic documents; the facts of a kind are the span group of its name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .layout import Annotated, Unconvertible

_LABEL = ("type", "category", "kind")


def doc_bin(articles: Iterable[Annotated]) -> bytes:
    """The articles as `DocBin.from_bytes` reads them. Fields of facts are in `Doc.user_data["facts"]`.

    Raises Unconvertible where spaCy is not installed.
    """
    try:
        import spacy
        from spacy.tokens import DocBin
    except ImportError:
        raise Unconvertible("--to spacy needs spaCy: uv run --with spacy waqai …") from None
    tokenizer = spacy.blank("ar")
    tokenizer.max_length = 2**31
    documents = DocBin(store_user_data=True)
    for article in articles:
        document = tokenizer.make_doc(article.text)
        for kind, facts in article.facts.items():
            document.spans[kind] = [_span(document, kind, fact) for fact in facts]
        document.user_data["id"] = article.name
        document.user_data["facts"] = article.facts
        documents.add(document)
    data: bytes = documents.to_bytes()
    return data


def _span(document: Any, kind: str, fact: dict[str, Any]) -> Any:
    """The span of a fact, widened to whole tokens: spaCy does not cut particles off."""
    label = next((str(fact[name]) for name in _LABEL if fact.get(name)), kind)
    return document.char_span(fact["start"], fact["end"], label=label, alignment_mode="expand")
