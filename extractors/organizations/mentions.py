"""Names found in a document: which of those that overlap stand, and where proper names stand again without a head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..document import Document
from ..grammar import Match
from ..text.folding import DIACRITICS
from .entries import Bodies
from .fact import Category

_OPENING, _CLOSING = '["“«„‹(]', '["”»“›)]'
_REPEATED = ("armed_group", "company", "media", "party", "sports")  # bodies that go by their proper names alone


class Mention(NamedTuple):
    """A name found: its tokens, end exclusive, the offset it starts at, and what it is."""

    first: int
    end: int
    start: int
    category: Category
    rule: str
    bodies: Bodies = frozenset()  # the organizations that it can be by the gazetteer
    proper: tuple[int, int] | None = None  # the tokens of the proper name after the trigger: سيتيلينك of شركة سيتيلينك
    match: Match | None = None
    marked: tuple[int, int] | None = None  # the tokens between marks in it: شروق of هيئة التطوير "شروق"


def repeats(document: Document, mentions: list[Mention]) -> Iterator[Mention]:
    """Proper names that stood after a trigger once and stand alone elsewhere: شركة سيتيلينك … سيتيلينك."""
    proper: dict[str, Mention] = {}
    marked: dict[str, Mention] = {}
    for mention in mentions:
        if mention.marked is not None:
            marked.setdefault(_text(document, mention.marked), mention)
        if mention.proper is not None and mention.category in _REPEATED and not _of_a_country(document, mention):
            name = _text(document, mention.proper)
            if len(name) > 3 and (mention.category == "sports" or not name.startswith("ال")):
                proper.setdefault(name, mention)
    letter = rf"[\w{DIACRITICS}]"
    yield from _again(document, proper, rf"(?<!{letter})[وف]?[بلك]?", rf"(?!{letter})")
    yield from _again(document, marked, rf"(?<={_OPENING})", rf"(?={_CLOSING})")
    yield from _again(document, dict(_unmarked(document, marked)), rf"(?<!{letter})[وف]?[بلك]?", rf"(?!{letter})")


def _unmarked(document: Document, marked: dict[str, Mention]) -> Iterator[tuple[str, Mention]]:
    """The names that end between marks, as they are written without them: مجموعة «تدبير», مجموعة تدبير."""
    for name, mention in marked.items():
        if mention.marked is not None and mention.marked[1] + 1 == mention.end:
            head = document.text[mention.start : document.end(mention.marked[0] - 2)]
            yield f"{head} {name}", mention


def _text(document: Document, tokens: tuple[int, int]) -> str:
    return document.text[document.start(tokens[0]) : document.end(tokens[1] - 1)]


def _again(document: Document, names: dict[str, Mention], before: str, after: str) -> Iterator[Mention]:
    """The places where one of the names stands, with what must be before and after it."""
    if not names:
        return
    pattern = re.compile(f"{before}(?P<name>{'|'.join(map(re.escape, names))}){after}")
    for match in pattern.finditer(document.text):
        first, last = document.token_at(match.start("name")), document.token_at(match.end() - 1)
        known = names[match["name"]]
        yield Mention(first, last + 1, match.start("name"), known.category, "repeated", known.bodies)


def _of_a_country(document: Document, mention: Mention) -> bool:
    """Whether a proper name is a country's, which is no team by itself: منتخب ناميبيا."""
    return document.form(mention.first).endswith("منتخب")


def merge(built_in: list[Mention], recognized: list[Mention]) -> list[Mention]:
    """The built-in mentions, which know where a name ends and what it is, and of the others those that touch none."""
    taken = {token for mention in built_in for token in range(mention.first, mention.end)}
    new = [mention for mention in recognized if taken.isdisjoint(range(mention.first, mention.end))]
    return sorted([*built_in, *longest(new)])


def apposed(document: Document, mentions: list[Mention]) -> list[Mention]:
    """A name of one word directly behind a longer one of the same body, as one: وكالة الأنباء السعودية واس."""
    joined: list[Mention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        short = mention.end - mention.first == 1 and mention.start == document.start(mention.first)
        short = short and document.text[mention.start - 1] == " "  # not a hashtag
        if last is not None and short and last.end == mention.first > last.first + 1 and last.bodies & mention.bodies:
            joined[-1] = last._replace(end=mention.end, bodies=last.bodies & mention.bodies)
        else:
            joined.append(mention)
    return joined


def longest(mentions: list[Mention]) -> list[Mention]:
    """Of mentions that overlap the one that begins first, and of those the longest."""
    chosen: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.first, -m.end)):
        if not chosen or mention.first >= chosen[-1].end:
            chosen.append(mention)
    return chosen
