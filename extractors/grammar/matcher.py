"""The matcher: runs rules over class strings, each only where it can begin and where what it needs follows."""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from ..text.atoms import Atom, PatternError
from ..text.characters import characters, written
from ..text.lexicon import Lexicon
from .compiled import compile_pattern, expression, key, tree
from .first import Need, Reader, at_start
from .pattern import Node
from .regular import named_groups
from .rule import Match, Rule

Overlaps = Literal["all", "first", "longest"]
Place = tuple[int, int]  # a token, and how far from it a match may go

_REACH = 300  # tokens that a match may be long, so that no rule takes more than a text's length of time
_NEAR = 3  # tokens: a need that is nearer than this to the start is not looked ahead for
_LOOKS = 3  # needs that are looked for: what few characters stand for may be in any text
_BARRIER = Atom((("STOP",), ("BREAK",)))
_COMMON = Atom((("WORD", "NOAL", "NOWA", "NOPREP"),))  # what takes these is not rare


class _Compiled(NamedTuple):
    """A rule as a regular expression over class characters, and its groups."""

    rule: Rule
    pattern: re.Pattern[str]
    groups: list[tuple[str, int]]


class Matcher:
    """Rules over one lexicon. `fragments` are named patterns, written `{name}` in a rule.

    Matches of one rule do not overlap. Of matches of several rules that do, `all` gives each, rule by rule; `first`
    those of the earlier rule; `longest` the longest at each token, none within another. With `sentences` rules look
    at one sentence at a time. Raises PatternError, which names file and rule, for a rule that is wrong.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        rules: Sequence[Rule],
        fragments: Mapping[str, str] | None = None,
        overlaps: Overlaps = "all",
        *,
        sentences: bool = False,
    ) -> None:
        twice = [id for id, times in Counter(rule.id for rule in rules).items() if times > 1]
        if twice:
            raise PatternError(f"{rules[0].file}: two rules have the id {twice[0]}")
        self.rules = tuple(rules)
        self.lexicon = lexicon
        self.fragments = dict(fragments or {})
        self._overlaps = overlaps
        self._sentence = compile_pattern(lexicon, "<^STOP|BREAK>+") if sentences else None
        self._rules = [_compiled(lexicon, rule, fragments or {}, sentences) for rule in rules]
        all_of_them = key("first", *(rule.pattern for rule in rules), fragments=fragments)
        self._by_character, self._at_start = lexicon.cache.remember(
            all_of_them, lambda: _beginnings(lexicon, rules, fragments or {})
        )
        self._opening = lexicon.cache.pattern(f"any {all_of_them}", lambda: _any_of(self._by_character))

    def finditer(self, classes: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Match]:
        """The matches in a class string, or between two tokens of it."""
        return self.within(classes, self._spans(classes, start, end))

    def within(self, classes: str, spans: Iterable[Place]) -> Iterator[Match]:
        """The matches in stretches of a class string, given by first token and end, beyond which no rule looks."""
        if self._overlaps == "longest":
            return self._longest(classes, spans)
        return self._all(classes, spans) if self._overlaps == "all" else _earlier(self._all(classes, spans))

    def match(self, classes: str, token: int, end: int = sys.maxsize) -> Match | None:
        """The match of the first rule that holds at a token."""
        for rule, pattern, groups in self._rules:
            found = pattern.match(classes, token, end)
            if found is not None:
                return Match(rule, found, groups)
        return None

    def search(self, classes: str, start: int = 0, end: int = sys.maxsize) -> Match | None:
        """The first match that `finditer` gives."""
        return next(self.finditer(classes, start, end), None)

    def beginnings(self, id: str, classes: str) -> list[Place]:
        """The tokens where the rule of an id can begin, and how far it may go from each."""
        number = [rule.id for rule in self.rules].index(id)
        places = dict(self._places(classes, self._spans(classes, 0, len(classes))))
        return places.get(number, [])

    def _spans(self, classes: str, start: int, end: int) -> list[Place]:
        """The stretches of a class string that rules look at: each sentence, or all of it."""
        if self._sentence is None:
            return [(start, end if end < len(classes) else len(classes))]
        return [sentence.span() for sentence in self._sentence.finditer(classes, start, end)]

    def _all(self, classes: str, spans: Iterable[Place]) -> Iterator[Match]:
        """The matches rule by rule."""
        for number, places in self._places(classes, spans):
            rule, pattern, groups = self._rules[number]
            match, done = pattern.match, 0
            for token, end in places:
                if token >= done:
                    reach = token + _REACH
                    found = match(classes, token, reach if reach < end else end)
                    if found:
                        yield Match(rule, found, groups)
                        done = found.end()

    def _places(self, classes: str, spans: Iterable[Place]) -> list[tuple[int, list[Place]]]:
        """The numbers of the rules that can begin within `spans`, in order, and where."""
        places: dict[int, list[Place]] = defaultdict(list)
        for start, end in spans:
            if start == 0:
                for number in self._at_start:
                    places[number] = [(0, end)]
            for opening in self._opening.finditer(classes, start, end):
                place = opening.start(), end
                for number in self._by_character[opening[0]]:
                    places[number].append(place)
        return sorted(places.items())

    def _longest(self, classes: str, spans: Iterable[Place]) -> Iterator[Match]:
        for start, end in spans:
            done = start
            for opening in self._opening.finditer(classes, start, end):
                token = opening.start()
                if token < done:
                    continue
                best: re.Match[str] | None = None
                best_rule = 0
                for number in self._by_character[opening[0]]:
                    found = self._rules[number].pattern.match(classes, token, end)
                    if found is not None and (best is None or found.end() > best.end()):
                        best, best_rule = found, number
                if best is not None:
                    rule, _, groups = self._rules[best_rule]
                    done = best.end()
                    yield Match(rule, best, groups)


def _earlier(matches: Iterable[Match]) -> Iterator[Match]:
    """Of matches rule by rule those that overlap none before them."""
    taken: set[int] = set()
    for match in matches:
        tokens = range(match.first, match.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            yield match


def _compiled(lexicon: Lexicon, rule: Rule, fragments: Mapping[str, str], sentences: bool) -> _Compiled:
    pattern = lexicon.cache.pattern(
        key("sentence" if sentences else "text", rule.pattern, fragments=fragments),
        lambda: _expression(lexicon, rule, fragments, sentences),
    )
    return _Compiled(rule, pattern, named_groups(pattern))


def _tree(rule: Rule, fragments: Mapping[str, str]) -> Node:
    try:
        return tree(rule.pattern, fragments)
    except PatternError as error:
        raise PatternError(f"{rule.file}: rule {rule.id}: {error}") from None


def _expression(lexicon: Lexicon, rule: Rule, fragments: Mapping[str, str], sentences: bool) -> str:
    """The regular expression of a rule, behind a look-ahead for what is far from its start and must follow."""
    node = _tree(rule, fragments)
    try:
        return _ahead(lexicon, node, sentences) + expression(lexicon, node)
    except PatternError as error:
        raise PatternError(f"{rule.file}: rule {rule.id}: {error}") from None


def _ahead(lexicon: Lexicon, node: Node, sentences: bool) -> str:
    """Look-aheads for the rarest of what a match must have; empty where nothing far off is rare.

    They go no further than the sentence for what it is sure to have; with `sentences` a match has nothing beyond.
    """
    barrier = lexicon.matching(_BARRIER)
    inside, anywhere = Reader(lexicon.matching, 0 if sentences else barrier), Reader(lexicon.matching)
    for reader, end in ((inside, barrier), (anywhere, 0)):
        if found := _rare(lexicon, reader, node):
            return "".join(f"(?=[^{written(end | wanted)}]*+[{written(wanted)}])" for wanted in found[:_LOOKS])
    return ""


def _rare(lexicon: Lexicon, reader: Reader, node: Node) -> list[int]:
    """Sets of characters, the smallest first: every match has one of each far from its start, and none is common."""
    common = lexicon.matching(_COMMON)
    far = [n for n in reader.demands(node).needs if n.distance > _NEAR and not n.characters & common]
    return [need.characters for need in sorted(far, key=Need.size)]


def _beginnings(
    lexicon: Lexicon, rules: Sequence[Rule], fragments: Mapping[str, str]
) -> tuple[dict[str, tuple[int, ...]], tuple[int, ...]]:
    """The numbers of the rules that can begin with a character, and of those that begin where the text does."""
    reader, everything = Reader(lexicon.matching), lexicon.everything
    numbers: dict[str, tuple[int, ...]] = {}
    start: list[int] = []
    for number, rule in enumerate(rules):
        node = _tree(rule, fragments)
        if at_start(node):
            start.append(number)
            continue
        beginning = reader.beginning(node)
        first = everything if beginning.empty is not None else beginning.first & everything
        if not first:
            raise PatternError(f"{rule.file}: rule {rule.id}: no token can begin a match")
        for character in characters(first):
            numbers[character] = (*numbers.get(character, ()), number)
    one: dict[tuple[int, ...], tuple[int, ...]] = {}  # equal ones are kept once
    return {c: one.setdefault(found, found) for c, found in numbers.items()}, tuple(start)


def _any_of(found: Iterable[str]) -> str:
    """The source of a pattern for one of these characters."""
    return f"[{''.join(map(re.escape, found))}]" if found else "(?!)"
