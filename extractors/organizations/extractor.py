"""Finds organizations: names of the gazetteer first, then names by how they are built, then the longest of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from ..text.document import Document
from ..text.gazetteer import FIRST, Found
from ..text.rules import compile_pattern
from .ambiguous import Resolver
from .fact import CATEGORIES, Category, OrganizationFact
from .names import Entries, load
from .rules import FRAGMENTS, FULL_MINISTRY, MORE, OPENS, RULES, SHORT_MINISTRY, is_name, make_lexicon, name_category, name_character

_TIMEOUT = 10.0
_REPEATED = ("armed_group", "company", "media", "party", "sports")  # bodies that go by their proper names alone


class Mention(NamedTuple):
    """A name found: its tokens, end exclusive, and what it is by its trigger or the gazetteer."""

    first: int
    end: int
    category: Category
    rule: str
    proper: tuple[int, int] | None = None  # the tokens of the proper name after the trigger: سيتيلينك of شركة سيتيلينك


class OrganizationExtractor:
    """Built-in recogniser of organizations."""

    name = "organizations"
    fact = OrganizationFact
    requires: tuple[str, ...] = ()

    def __init__(self) -> None:
        self._gazetteer = load()
        self._lexicon = make_lexicon(self._gazetteer)
        self._resolver = Resolver(self._lexicon)
        self._first = compile_pattern(self._lexicon, f"<{FIRST}>")
        self._full_ministry = compile_pattern(self._lexicon, FULL_MINISTRY)
        self._short_ministry = compile_pattern(self._lexicon, SHORT_MINISTRY)
        self._opens = compile_pattern(self._lexicon, OPENS)
        self._rules = [(rule.name, compile_pattern(self._lexicon, rule.pattern, FRAGMENTS)) for rule in RULES]
        self._categories: dict[str, Category | None] = {}

    def extract(self, document: Document) -> list[OrganizationFact]:
        """The organizations that `document` names, in their order."""
        plain = document.classes(self._lexicon)
        known = self._known(document, plain)
        classes = mark(plain, [name for name in known if self._marked(name, plain)])
        mentions = [
            mention
            for name, pattern in self._rules
            for match in pattern.finditer(classes, timeout=_TIMEOUT)
            for mention in self._mentions(name, match, classes, document)
        ]
        mentions += [
            Mention(found.first, found.end, entry.category, "ambiguous")
            for found, entry in self._resolver.resolve(known, plain)
        ]
        mentions += self._ministries(document, plain)
        mentions = longest(mentions)
        mentions = longest([*mentions, *repeats(document, mentions)])
        return [self._fact(document, mention) for mention in mentions]

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

    def _ministries(self, document: Document, classes: str) -> Iterator[Mention]:
        """Ministries without the word, where the article also names them in full."""
        full = {document.form(match.start("name")) for match in self._full_ministry.finditer(classes)}
        if full:
            for match in self._short_ministry.finditer(classes):
                if document.form(match.start()) in full:
                    yield Mention(*match.span(), "government", "short ministry")

    def _marked(self, name: Found[Entries], classes: str) -> bool:
        """Whether a name is to stand in the class string: an ambiguous one only after a trigger or an opening quote."""
        return not name.value[0].ambiguous or bool(name.first and self._opens.match(classes, name.first - 1))

    def _mentions(self, rule: str, match: regex.Match[str], classes: str, document: Document) -> Iterator[Mention]:
        first, end = match.span()
        if rule == "ministry" and not document.form(end - 1).endswith("ه"):
            return  # وزير الخارجية الأميركي: the adjective is the minister's
        category = self._category(classes[first:end])
        if rule == "dual" and match["second"]:
            yield Mention(first, match.start("second"), category, rule)
            yield Mention(*match.span("second"), category, rule)
        else:
            proper = match.span("proper") if "proper" in match.re.groupindex and match["proper"] else None
            yield Mention(first, end, category, rule, proper)

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


def repeats(document: Document, mentions: list[Mention]) -> Iterator[Mention]:
    """Proper names that stood after a trigger once and stand alone elsewhere: شركة سيتيلينك … سيتيلينك."""
    proper: dict[str, Mention] = {}
    for mention in mentions:
        if mention.proper is not None:
            name = document.text[document.start(mention.proper[0]) : document.end(mention.proper[1] - 1)]
            if mention.category in _REPEATED and len(name) > 3 and not name.startswith("ال"):
                proper.setdefault(name, mention)
    if not proper:
        return
    pattern = regex.compile(rf"(?<!\w)[وف]?[بلك]?(?:{'|'.join(map(regex.escape, proper))})(?!\w)")
    for match in pattern.finditer(document.text):
        first, last = document.token_at(match.start()), document.token_at(match.end() - 1)
        category = next(mention.category for name, mention in proper.items() if match[0].endswith(name))
        yield Mention(first, last + 1, category, "repeated")


def longest(mentions: list[Mention]) -> list[Mention]:
    """Of mentions that overlap the one that begins first, and of those the longest."""
    chosen: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.first, -m.end)):
        if not chosen or mention.first >= chosen[-1].end:
            chosen.append(mention)
    return chosen
