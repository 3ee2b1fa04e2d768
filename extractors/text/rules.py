"""Rules: regular expressions over word classes.

A pattern is a regular expression in which an atom is one token:

    <KILL>           a token of class KILL
    <KILL|INJURE>    of one of these classes
    <PERSON&AL>      of both (AL, WA, BI, LI, KA: an attached particle)
    <^STOP|VERB>     of none of these
    <*>              any token
    "على الأقل"      these words, as they are or with و or ف attached

White space between atoms means nothing; groups, repetition and look-around are those of `regex`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import regex

from .lexicon import Lexicon

if TYPE_CHECKING:
    from .document import Document

_LITERAL = regex.compile(r'"([^"]*)"')
_ATOM = regex.compile(r'(?<!\?P)<(?P<negated>\^?)(?P<names>[^<>=!]+)>|"(?P<phrase>[^"]*)"')
_TIMEOUT = 10.0  # seconds one rule may take for one article


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern over word classes. Only sentences with the atom `needs` are tried, where one is given."""

    name: str
    pattern: str
    needs: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule holds: token indices, end exclusive."""

    rule: str
    groups: regex.Match[str] = field(repr=False)

    def span(self, group: str | int = 0) -> tuple[int, int] | None:
        """First token and end of a group; None where it took no part."""
        start, end = self.groups.span(group)
        return None if start < 0 else (start, end)


class Grammar:
    """Rules over one lexicon, compiled. `fragments` are named sub-patterns, written `{name}` in a rule.

    `anchor` is a class that every match has somewhere in its sentence: sentences without it are skipped, which no
    rule may look beyond.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        rules: Sequence[Rule],
        fragments: Mapping[str, str] | None = None,
        anchor: str | None = None,
    ) -> None:
        self.lexicon = lexicon
        self._compiled = [(rule.name, compile_pattern(lexicon, rule.pattern, fragments), rule.needs) for rule in rules]
        needs = {rule.needs for rule in rules if rule.needs}
        self._needed = {atom: compile_pattern(lexicon, atom) for atom in needs}
        self._anchor = compile_pattern(lexicon, anchor) if anchor else None
        self._sentence = compile_pattern(lexicon, "<^STOP|BREAK>+")

    def finditer(self, document: Document) -> Iterator[Match]:
        """All matches, rule by rule, in the order the rules are given."""
        classes = document.classes(self.lexicon)
        sentences = self._spans(classes)
        spans: dict[str | None, list[tuple[int, int]]] = {None: sentences}
        for atom, needed in self._needed.items():
            spans[atom] = _with(needed, classes, sentences)
        for name, pattern, needs in self._compiled:
            for start, end in spans[needs]:
                # Most rules match nowhere in most sentences: `search` says so at half the cost of `finditer`.
                while found := pattern.search(classes, start, end, timeout=_TIMEOUT):
                    yield Match(name, found)
                    start = max(found.end(), found.start() + 1)

    def _spans(self, classes: str) -> list[tuple[int, int]]:
        """The stretches of a class string that rules are tried on: the sentences with the anchor, or all of it."""
        if self._anchor is None:
            return [(0, len(classes))]
        sentences = [sentence.span() for sentence in self._sentence.finditer(classes, timeout=_TIMEOUT)]
        return _with(self._anchor, classes, sentences)


def _with(pattern: regex.Pattern[str], classes: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans of a class string in which a pattern holds somewhere."""
    return [span for span in spans if pattern.search(classes, *span, timeout=_TIMEOUT)]


def literals(patterns: Sequence[str]) -> list[str]:
    """The words that patterns name themselves, to be made known to the lexicon."""
    return [word for pattern in patterns for phrase in _LITERAL.findall(pattern) for word in phrase.split()]


def expand(pattern: str, fragments: Mapping[str, str] | None) -> str:
    """A pattern with its `{name}` fragments put in; `{2,5}` is left alone. A fragment may use those before it."""
    for name, fragment in reversed(list((fragments or {}).items())):
        pattern = pattern.replace(f"{{{name}}}", f"(?:{fragment})")
    return pattern


def compile_pattern(lexicon: Lexicon, pattern: str, fragments: Mapping[str, str] | None = None) -> regex.Pattern[str]:
    """A pattern over word classes as a regular expression over class characters.

    Raises ValueError for a class that no word has.
    """

    def one(names: str) -> frozenset[str]:
        """The features that one alternative of an atom asks for: `PERSON&AL`, `"word"`."""
        wanted = [lexicon.literal(name[1:-1]) if name[0] == '"' else [name] for name in names.strip().split("&")]
        return frozenset().union(*wanted)

    def characters(alternatives: list[frozenset[str]]) -> str:
        unknown = frozenset().union(*alternatives) - lexicon.classes
        if unknown:
            raise ValueError(f"no word has the class {', '.join(sorted(unknown))}: {pattern}")
        body = lexicon.character_class(alternatives)
        if not body:
            raise ValueError(f"no word has these classes together: {' or '.join('&'.join(a) for a in alternatives)}")
        return body

    def atom(found: regex.Match[str]) -> str:
        if found["phrase"] is not None:
            return "(?:" + "".join(f"[{characters([one(word)])}]" for word in _quoted(found["phrase"])) + ")"
        if found["names"] == "*":
            return "."
        return f"[{found['negated']}{characters([one(names) for names in found['names'].split('|')])}]"

    def compiled() -> regex.Pattern[str]:
        return regex.compile("".join(_ATOM.sub(atom, expanded).split()))

    expanded = expand(pattern, fragments)
    return lexicon.store.remember(expanded, compiled)


def _quoted(phrase: str) -> list[str]:
    return [f'"{word}"' for word in phrase.split()]
