"""How a place was resolved, in words."""

from __future__ import annotations

from .mention import Mention
from .resolution import Resolved


def notes(mention: Mention, place: Resolved) -> dict[str, str]:
    """Heading → sentence."""
    sentences = {"place": _place(mention, place)}
    if place.inside is not None and (place.entry is None or place.entry.lat is None):
        sentences["coordinates"] = f"those of {place.inside.name}, in which it lies"
    if mention.rule == "repeated":
        sentences["rule"] = "the name stands elsewhere in the article with a sign of a place around it"
    if mention.rule == "listed":
        sentences["rule"] = "the name stands in a list with a place"
    return sentences


def _place(mention: Mention, place: Resolved) -> str:
    if place.entry is None:
        return "not in the gazetteer; the class word before it says what kind of place it is"
    others = len(mention.entries) - 1
    if others < 1:
        return f"{place.entry.id}, the only place of this name in the gazetteer"
    return f"{place.entry.id}, chosen from {others + 1} of this name by what else the article names, and by size"
