"""Rules: regular expressions over word classes.

A pattern is a regular expression in which an atom is one token:

    <KILL>           a token of class KILL
    <KILL|INJURE>    of one of these classes
    <PERSON&AL>      of both (AL, WA, BI, LI, KA: an attached clitic)
    <^STOP|VERB>     of none of these
    <*>              any token
    "على الأقل"      these words, as they are or with و or ف attached

White space between atoms means nothing; groups, repetition and look-around are those of `re`, where a look-behind may
have alternatives of several lengths, and several groups one name. A match is at most 300 tokens long. No named group
may stand in a possessive repeat, which `re` of Python 3.11 reads wrongly.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ..text.lexicon import Lexicon
from .source import group_end, plain, spans

_LITERAL = re.compile(r'"([^"]*)"')
_ATOM = re.compile(r'(?<!\?P)<(?P<negated>\^?)(?P<names>[^<>=!]+)>|"(?P<phrase>[^"]*)"')
_REACH = 300  # tokens that a match may be long, so that no rule takes more than a text's length of time


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern over word classes. Every match has a token of the classes `needs` in it or after it in its
    sentence, where some are given: sentences without are seen at once.
    """

    name: str
    pattern: str
    needs: str | None = None


class Classed(Protocol):
    """A text whose tokens a lexicon has classes for: a document."""

    def classes(self, lexicon: Lexicon) -> str:
        """The class string: one character a token."""
        ...


class Match:
    """Where a rule holds: token indices, end exclusive. `spans` has the groups that took part."""

    __slots__ = ("groups", "rule", "spans")

    def __init__(self, rule: str, groups: re.Match[str]) -> None:
        self.rule = rule
        self.groups = groups
        self.spans = spans(groups)

    def span(self, group: str) -> tuple[int, int] | None:
        """First token and end of a group; None where it took no part, or the rule has none of that name."""
        return self.spans.get(group)


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
        self._names = [rule.name for rule in rules]
        patterns: list[re.Pattern[str]] = []
        sources: list[str] = []
        for rule in rules:
            ahead = _ahead(rule.needs)
            pattern = compile_pattern(lexicon, ahead + rule.pattern, fragments)
            patterns.append(pattern)
            # What stands further on says nothing of the token that a match begins with.
            sources.append(pattern.pattern.removeprefix(compile_pattern(lexicon, ahead).pattern))
        self._openings = Openings(lexicon, patterns, sources)
        self._anchor = compile_pattern(lexicon, anchor) if anchor else None
        self._sentence = compile_pattern(lexicon, "<^STOP|BREAK>+")

    def finditer(self, document: Classed) -> Iterator[Match]:
        """All matches, rule by rule, in the order the rules are given; those of one rule do not overlap."""
        classes = document.classes(self.lexicon)
        for number, found in self._openings.finditer(classes, self._spans(classes)):
            yield Match(self._names[number], found)

    def _spans(self, classes: str) -> list[tuple[int, int]]:
        """The stretches of a class string that rules are tried on: the sentences with the anchor, or all of it."""
        if self._anchor is None:
            return [(0, len(classes))]
        sentences = [sentence.span() for sentence in self._sentence.finditer(classes)]
        return [span for span in sentences if self._anchor.search(classes, *span)]


class Openings:
    """Several patterns, each tried only at the tokens where it can begin: nearly all can begin at few.

    `sources` are what is to be read of the patterns to tell how they begin, where that is not all of them.
    """

    def __init__(
        self, lexicon: Lexicon, patterns: Sequence[re.Pattern[str]], sources: Sequence[str] | None = None
    ) -> None:
        self._patterns = patterns
        sources = sources or [pattern.pattern for pattern in patterns]
        self._at_start = tuple(number for number, source in enumerate(sources) if source.startswith("^"))
        key = hashlib.sha256("\n".join(sources).encode()).hexdigest()
        self._by_character = lexicon.cache.remember(key, lambda: self._numbers(lexicon, sources))
        self._opening = lexicon.cache.pattern(f"any of {key}", lambda: _any_of(self._by_character))

    def _numbers(self, lexicon: Lexicon, sources: Sequence[str]) -> dict[str, tuple[int, ...]]:
        """The numbers of the patterns that can begin with a character."""
        numbers: dict[str, tuple[int, ...]] = {}
        for number, source in enumerate(sources):
            for character in "" if number in self._at_start else first_characters(lexicon, source):
                numbers[character] = (*numbers.get(character, ()), number)
        one: dict[tuple[int, ...], tuple[int, ...]] = {}  # equal ones are kept once
        return {c: one.setdefault(found, found) for c, found in numbers.items()}

    def finditer(self, classes: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, re.Match[str]]]:
        """The matches within `spans`, pattern by pattern, with its number; those of one pattern do not overlap."""
        for number, tried in self._places(classes, spans):
            for found in _matches_at(self._patterns[number], classes, tried):
                yield number, found

    def _places(self, classes: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, list[tuple[int, int]]]]:
        """The numbers of patterns that can begin in one of `spans`, in order, and where: token and end of the span."""
        places: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for start, end in spans:
            if start == 0:
                for number in self._at_start:
                    places[number] = [(0, end)]
            for opening in self._opening.finditer(classes, start, end):
                place = opening.start(), end
                for number in self._by_character[opening[0]]:
                    places[number].append(place)
        return sorted(places.items())


class Scanner:
    """One pattern, tried only at the tokens where it can begin."""

    def __init__(self, lexicon: Lexicon, pattern: str, fragments: Mapping[str, str] | None = None) -> None:
        self.pattern = compile_pattern(lexicon, pattern, fragments)
        source = self.pattern.pattern
        self._opening = lexicon.cache.pattern(f"first {source}", lambda: _any_of(first_characters(lexicon, source)))

    def finditer(self, classes: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The matches of the pattern between two tokens, not overlapping."""
        match, done = self.pattern.match, start
        for opening in self._opening.finditer(classes, start, end):
            token = opening.start()
            if token >= done and (found := match(classes, token, end)):
                yield found
                done = found.end()


def _matches_at(pattern: re.Pattern[str], classes: str, places: Iterable[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin at one of `places` (token and end of its stretch), not overlapping."""
    match, done = pattern.match, 0
    for token, end in places:
        if token >= done:
            reach = token + _REACH
            found = match(classes, token, reach if reach < end else end)
            if found:
                yield found
                done = found.end()


def first_characters(lexicon: Lexicon, source: str) -> str:
    """The characters that a match of a pattern over class characters can begin with."""

    import regex  # which can match a part of a pattern

    # What a pattern asks of the tokens before it cannot be tried on one character alone.
    ahead = regex.compile(_without_look_behind(source))
    return "".join(c for c in lexicon.characters if ahead.match(c, partial=True))


def _any_of(characters: Iterable[str]) -> str:
    """A pattern for one of some class characters."""
    return f"[{''.join(sorted(characters))}]" if characters else "(?!)"


def _without_look_behind(source: str) -> str:
    """A pattern with what it asks of the tokens before taken out, so that it holds wherever it did and elsewhere too.

    A negative look-ahead that looks behind as well goes as a whole: less of it would forbid more.
    """
    start = 0
    while (start := source.find("(?", start)) >= 0:
        end = group_end(source, start)
        group = source[start:end]
        if group.startswith("(?<=") or (group.startswith("(?!") and ("(?<=" in group or "(?<!" in group)):
            source = source[:start] + source[end:]
        else:
            start += 2
    return source


def _ahead(classes: str | None) -> str:
    """A look-ahead for a token of these classes in the rest of a sentence."""
    return f"(?=<^STOP|BREAK|{classes}>*+<{classes}>)" if classes else ""


def literals(patterns: Sequence[str]) -> list[str]:
    """The words that patterns name themselves, to be made known to the lexicon."""
    return [word for pattern in patterns for phrase in _LITERAL.findall(pattern) for word in phrase.split()]


def expand(pattern: str, fragments: Mapping[str, str] | None) -> str:
    """A pattern with its `{name}` fragments put in; `{2,5}` is left alone. A fragment may use those before it."""
    for name, fragment in reversed(list((fragments or {}).items())):
        pattern = pattern.replace(f"{{{name}}}", f"(?:{fragment})")
    return pattern


def compile_pattern(lexicon: Lexicon, pattern: str, fragments: Mapping[str, str] | None = None) -> re.Pattern[str]:
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

    def atom(found: re.Match[str]) -> str:
        if found["phrase"] is not None:
            return "(?:" + "".join(f"[{characters([one(word)])}]" for word in _quoted(found["phrase"])) + ")"
        if found["names"] == "*":
            return "."
        return f"[{found['negated']}{characters([one(names) for names in found['names'].split('|')])}]"

    expanded = expand(pattern, fragments)
    return lexicon.cache.pattern(expanded, lambda: plain("".join(_ATOM.sub(atom, expanded).split())))


def _quoted(phrase: str) -> list[str]:
    return [f'"{word}"' for word in phrase.split()]
