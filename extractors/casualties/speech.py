"""Where a text tells who says something: the words between what introduces a quotation and its content."""

from __future__ import annotations

from ..document import Document

_INTRODUCTION = 300  # characters between a cue and what is said, at most


def introductions(document: Document) -> set[int]:
    """The tokens of all introductions, before what is said or behind it: what they name is told of who speaks."""
    tokens: set[int] = set()
    for quote in document.facts.get("quotes", []):
        cue = getattr(quote, "cue", None)
        if not cue:
            continue
        before = document.text.rfind(cue, max(0, quote.start - _INTRODUCTION), quote.start)
        if before >= 0:
            tokens.update(range(document.token_at(before), document.token_at(quote.start)))
            continue
        behind = document.text.find(cue, quote.end, quote.end + _INTRODUCTION)
        if behind >= 0:
            speaker = getattr(quote, "speaker", None) or ""
            end = max(behind + len(cue), document.text.find(speaker, behind, behind + _INTRODUCTION) + len(speaker))
            tokens.update(range(document.token_at(behind), document.token_at(end - 1) + 1))
    return tokens
