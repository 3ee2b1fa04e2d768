"""How a casualty count was read, in words."""

from __future__ import annotations

from ..document import Document
from .fact import CasualtyFact

_MODIFIED = {
    "about": "an estimate: both bounds are the number",
    "at_least": "a lower bound: there is no highest number",
    "at_most": "an upper bound: there is no lowest number",
    "range": "a range: its ends",
    "vague": "dozens, hundreds …: the least that such a word means (ACLED's bounds), no highest number",
}


def notes(document: Document, fact: CasualtyFact) -> dict[str, str]:
    """Heading → sentence."""
    told = {"count": _count(document, fact)}
    if fact.modifier is not None:
        told["modifier"] = _MODIFIED[fact.modifier]
    if fact.attribution is not None:
        told["attribution"] = "the speaker of the quotation that holds the count, else a source named in its sentence"
    return told


def _count(document: Document, fact: CasualtyFact) -> str:
    if fact.implicit:
        return "one person, reported without a number"
    if fact.min == fact.max == 0:
        return "said to be none"
    tokens = range(document.token_at(fact.start), document.token_at(fact.end - 1) + 1)
    place = next((document.phrase_span(token) for token in tokens if token in document.quantities), None)
    if place is not None:
        return f"read from the number phrase {document.text[slice(*place)]!r}"
    return "read from the noun, singular or dual" if fact.min in (1, 2) else "read from the words, without a number"
