"""A mention of a place, and a document as the rules for places read it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from ..document import Document
from ..gazetteer import Found
from ..grammar import Match
from ..text.clitics import letters_after
from .fact import Kind
from .names import Entry, Meaning

# A place lies in the next one, is said to by في or ب, or is listed with it.
Link = Literal["inside", "within", "listed"]


class Mention(NamedTuple):
    """Words that name a place: their tokens, end exclusive, the offset they start at, and what they say of it."""

    first: int
    end: int
    start: int
    rule: str
    at: int  # the first token of the name without its class word
    name: str  # that name
    kind: Kind | None  # what its class word makes of it
    entries: tuple[Entry, ...]  # the places of the gazetteer that it can be
    nation: str | None  # the nation whose capital it is
    near: bool
    match: Match | None = None  # of the rule


class Reading(NamedTuple):
    """A document as the rules read it: names of the gazetteer by their first token, and the class string with marks.

    `words` are names that are words too, with no class word before them.
    """

    document: Document
    names: dict[int, Found[Meaning]]
    words: dict[int, Found[Meaning]]
    plain: str
    marked: str


def start_of(document: Document, name: Found[Meaning]) -> int:
    """The offset at which a name begins, without the clitics before it."""
    start = document.start(name.first)
    return letters_after(document.text[start : document.end(name.first)], start, name.bits)


def longest(mentions: Iterable[Mention]) -> list[Mention]:
    """Of mentions that overlap the one that begins first, and of those the longest."""
    chosen: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.first, -m.end)):
        if not chosen or mention.first >= chosen[-1].end:
            chosen.append(mention)
    return chosen
