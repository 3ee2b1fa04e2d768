"""Finds organizations: names of the gazetteer first, then names by how they are built, then the longest of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from ..text.document import Document
from ..text.gazetteer import FIRST, Found
from ..text.rules import compile_pattern
from .context import Context, Cues
from .fact import CATEGORIES, Category, OrganizationFact
from .names import Entries, load
from .rules import FRAGMENTS, MORE, OPENS, RULES, is_name, make_lexicon, name_category, name_character

_TIMEOUT = 10.0


class Mention(NamedTuple):
    """A name found: its tokens, end exclusive, and what it is by its trigger or the gazetteer."""

    first: int
    end: int
    category: Category
    rule: str


class OrganizationExtractor:
    """Built-in recogniser of organizations."""

    name = "organizations"
    fact = OrganizationFact
    requires: tuple[str, ...] = ()

    def __init__(self) -> None:
        self._gazetteer = load()
        self._lexicon = make_lexicon(self._gazetteer)
        self._cues = Cues(self._lexicon)
        self._first = compile_pattern(self._lexicon, f"<{FIRST}>")
        self._opens = compile_pattern(self._lexicon, OPENS)
        self._rules = [(rule.name, compile_pattern(self._lexicon, rule.pattern, FRAGMENTS)) for rule in RULES]
        self._categories: dict[str, Category | None] = {}

    def extract(self, document: Document) -> list[OrganizationFact]:
        """The organizations that `document` names, in their order."""
        plain = document.classes(self._lexicon)
        known = self._known(document, plain)
        classes = mark(plain, [name for name in known if self._marked(name, plain)])
        found = [
            mention
            for name, pattern in self._rules
            for match in pattern.finditer(classes, timeout=_TIMEOUT)
            for mention in self._mentions(name, match, classes)
        ]
        found += resolve(known, self._cues.of(plain))
        return [self._fact(document, mention) for mention in longest(found)]

    def _known(self, document: Document, classes: str) -> list[Found[Entries]]:
        """The names of the gazetteer in the document, the longest at each place."""
        names: list[Found[Entries]] = []
        end = 0
        for match in self._first.finditer(classes):
            if match.start() >= end:
                found = self._gazetteer.match(document, match.start())
                if found is not None:
                    names.append(found)
                    end = found.end
        return names

    def _marked(self, name: Found[Entries], classes: str) -> bool:
        """Whether a name is to stand in the class string: an ambiguous one only after a trigger or an opening quote."""
        return not name.value[0].ambiguous or bool(name.first and self._opens.match(classes, name.first - 1))

    def _mentions(self, rule: str, match: regex.Match[str], classes: str) -> Iterator[Mention]:
        first, end = match.span()
        category = self._category(classes[first:end])
        if rule == "dual" and match["second"]:
            yield Mention(first, match.start("second"), category, rule)
            yield Mention(*match.span("second"), category, rule)
        else:
            yield Mention(first, end, category, rule)

    def _category(self, classes: str) -> Category:
        """What the words of a name say it is: a name of the gazetteer in it, else its trigger."""
        for character in classes:
            category = name_category(character) if is_name(character) else None
            if category is not None:
                return category
        return self._trigger(classes[0]) or "other"

    def _trigger(self, character: str) -> Category | None:
        if character not in self._categories:
            have = self._lexicon.features(character)
            self._categories[character] = next((c for c in CATEGORIES if (c.upper() if c != "other" else "OTHER_BODY") in have), None)
        return self._categories[character]

    def _fact(self, document: Document, mention: Mention) -> OrganizationFact:
        start, end, text = document.slice(mention.first, mention.end, self._lexicon)
        return OrganizationFact(start=start, end=end, text=text, name=text, category=mention.category, rule=mention.rule)


def mark(classes: str, known: list[Found[Entries]]) -> str:
    """The class string with the names of the gazetteer in it."""
    parts: list[str] = []
    at = 0
    for name in known:
        parts += [classes[at : name.first], name_character(name.value, name.bits), MORE * (name.end - name.first - 1)]
        at = name.end
    return "".join([*parts, classes[at:]])


def resolve(known: list[Found[Entries]], context: Context) -> Iterator[Mention]:
    """The ambiguous names that stand for a body, by the words around them or an unambiguous name of the same body."""
    sure = {entry.name for found in known for entry in found.value if not entry.ambiguous}
    for found in known:
        if found.value[0].ambiguous:
            for entry in found.value:
                near = context.speaks_of(entry.category, found.first, found.end)
                if near or (entry.name in sure and entry.category not in ("media", "sports")):
                    yield Mention(found.first, found.end, entry.category, "ambiguous")
                    break


def longest(mentions: list[Mention]) -> list[Mention]:
    """Of mentions that overlap the one that begins first, and of those the longest."""
    chosen: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.first, -m.end)):
        if not chosen or mention.first >= chosen[-1].end:
            chosen.append(mention)
    return chosen
