"""Finds organizations: names of the gazetteer first, then names by how they are built, then the longest of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from ..text.document import Document
from ..text.gazetteer import FIRST, Found
from ..text.rules import compile_pattern
from .fact import CATEGORIES, Category, OrganizationFact
from .names import Entry, load
from .rules import FRAGMENTS, MORE, RULES, make_lexicon, name_character

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
        self._first = compile_pattern(self._lexicon, f"<{FIRST}>")
        self._rules = [(rule.name, compile_pattern(self._lexicon, rule.pattern, FRAGMENTS)) for rule in RULES]
        self._categories: dict[str, Category | None] = {}

    def extract(self, document: Document) -> list[OrganizationFact]:
        """The organizations that `document` names, in their order."""
        known = self._known(document)
        classes = self._mark(document.classes(self._lexicon), known)
        found = [
            mention
            for name, pattern in self._rules
            for match in pattern.finditer(classes, timeout=_TIMEOUT)
            for mention in self._mentions(name, match, classes)
        ]
        return [self._fact(document, mention) for mention in longest(found)]

    def _known(self, document: Document) -> list[Found[Entry]]:
        """The names of the gazetteer in the document, the longest at each place."""
        names: list[Found[Entry]] = []
        end = 0
        for match in self._first.finditer(document.classes(self._lexicon)):
            if match.start() >= end:
                found = self._gazetteer.match(document, match.start())
                if found is not None:
                    names.append(found)
                    end = found.end
        return names

    @staticmethod
    def _mark(classes: str, known: list[Found[Entry]]) -> str:
        """The class string with the names of the gazetteer in it."""
        parts: list[str] = []
        at = 0
        for name in known:
            parts += [classes[at : name.first], name_character(name.value, name.bits), MORE * (name.end - name.first - 1)]
            at = name.end
        return "".join([*parts, classes[at:]])

    def _mentions(self, rule: str, match: regex.Match[str], classes: str) -> Iterator[Mention]:
        first, end = match.span()
        category = self._category(classes[first:end])
        if rule == "dual" and match["second"]:
            yield Mention(first, match.start("second"), category, rule)
            yield Mention(*match.span("second"), category, rule)
        else:
            yield Mention(first, end, category, rule)

    def _category(self, classes: str) -> Category:
        """What the words of a name say it is: a gazetteer's name in it, else its trigger."""
        first = self._category_of(classes[0])
        for character in classes[1:]:
            if "\ue000" <= character < MORE:
                return self._category_of(character) or first or "other"
        return first or "other"

    def _category_of(self, character: str) -> Category | None:
        if "\ue000" <= character < MORE:
            return CATEGORIES[(ord(character) & 0x3FF) // 16]
        if character not in self._categories:
            have = self._lexicon.features(character)
            self._categories[character] = next((c for c in CATEGORIES if c.upper() in have), None)
        return self._categories[character]

    def _fact(self, document: Document, mention: Mention) -> OrganizationFact:
        start, end, text = document.slice(mention.first, mention.end, self._lexicon)
        return OrganizationFact(start=start, end=end, text=text, name=text, category=mention.category, rule=mention.rule)


def longest(mentions: list[Mention]) -> list[Mention]:
    """Of mentions that overlap the one that begins first, and of those the longest."""
    chosen: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.first, -m.end)):
        if not chosen or mention.first >= chosen[-1].end:
            chosen.append(mention)
    return chosen
