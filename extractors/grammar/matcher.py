"""The matcher: runs rules over class strings, each only where it can begin and where what it needs follows."""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from types import ModuleType
from typing import Literal, NamedTuple

from ..engine.front import Openings
from ..engine.sre import Code, loaded
from ..text.atoms import PatternError
from ..text.characters import FIRST
from ..text.lexicon import Lexicon
from ..text.memo import Memo
from .compiled import compile_pattern, key, named_groups
from .rule import Match, Rule

Overlaps = Literal["all", "first", "longest"]
Place = tuple[int, int]  # a token, and how far from it a match may go

_REMEMBERED = 10_000  # sets of needs that a sentence meets
_NOWHERE = 0x10000  # the place, among characters, of what stands beyond a text
_REACH = 300  # tokens that a match may be long, so that no rule takes more than a text's length of time


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
        codes = [_code(lexicon, rule, self.fragments, sentences) for rule in rules]
        self._rules: Memo[int, _Compiled] = Memo(lambda number: _compiled(rules[number], codes[number]), sys.maxsize)
        all_of_them = key("first", *(rule.pattern for rule in rules), fragments=fragments)
        beginnings, self._at_start = lexicon.cache.remember(
            all_of_them, lambda: _build().beginnings(lexicon, rules, self.fragments)
        )
        opening = lexicon.cache.pattern(f"any {all_of_them}", lambda: _build().any_of(beginnings))
        self._openings = Openings(beginnings, opening)
        before: Sequence[int] = ()
        after: Sequence[int] = ()
        if overlaps == "longest":  # which tries many rules at each token; elsewhere a try costs less than the question
            before, after = lexicon.cache.remember(
                f"beside {all_of_them}", lambda: _build().beside(lexicon, rules, self.fragments)
            )
        self._before, self._after = _sets_with(before), _sets_with(after)
        needs: tuple[int, ...] = ()
        self._wanted: tuple[int, ...] = ()
        if sentences:
            needs, self._wanted = lexicon.cache.remember(
                f"needs {all_of_them}", lambda: _build().needs(lexicon, rules, self.fragments)
            )
        self._met = _sets_with(needs)
        self._numbers = frozenset(range(len(rules)))
        self._possible: Memo[int, frozenset[int]] = Memo(self._possible_with, _REMEMBERED)

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
        for rule, pattern, groups in map(self._rules.__getitem__, range(len(self.rules))):
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
        places: dict[int, list[Place]] = defaultdict(list)
        for start, end in self._spans(classes, 0, len(classes)):
            self._add_places(places, classes, start, end, frozenset({number}))
        return places[number]

    def _spans(self, classes: str, start: int, end: int) -> list[Place]:
        """The stretches of a class string that rules look at: each sentence, or all of it."""
        if self._sentence is None:
            return [(start, end if end < len(classes) else len(classes))]
        return [sentence.span() for sentence in self._sentence.finditer(classes, start, end)]

    def _all(self, classes: str, spans: Iterable[Place]) -> Iterator[Match]:
        """The matches rule by rule."""
        for number, places in self._places(classes, spans):
            done = 0
            for token, end in places:
                if token >= done:
                    rule, pattern, groups = self._rules[number]
                    reach = token + _REACH
                    found = pattern.match(classes, token, reach if reach < end else end)
                    if found:
                        yield Match(rule, found, groups)
                        done = found.end()

    def _places(self, classes: str, spans: Iterable[Place]) -> list[tuple[int, list[Place]]]:
        """The numbers of the rules that can match within `spans`, in order, and where they can begin."""
        places: dict[int, list[Place]] = defaultdict(list)
        for start, end in spans:
            if possible := self._possible_in(classes[start:end]):
                self._add_places(places, classes, start, end, possible)
        return sorted(places.items())

    def _add_places(
        self, places: dict[int, list[Place]], classes: str, start: int, end: int, possible: frozenset[int]
    ) -> None:
        """Adds where rules that are possible can begin between two tokens."""
        if start == 0:
            for number in possible.intersection(self._at_start):
                places[number] = [(0, end)]
        self._openings.add(places, classes, start, end, possible)

    def _possible_in(self, classes: str) -> frozenset[int]:
        """The numbers of the rules that have all they need in a sentence. A whole text has nearly always all."""
        if self._sentence is None:
            return self._numbers
        return self._possible[reduce(or_, map(self._met.__getitem__, set(classes)), 0)]

    def _possible_with(self, met: int) -> frozenset[int]:
        """The numbers of the rules that need nothing beyond what is met."""
        return frozenset(number for number, wanted in enumerate(self._wanted) if wanted & met == wanted)

    def _likely(self, classes: str, token: int) -> int:
        """The numbers of the rules that the tokens beside one allow to begin there, one bit each."""
        return self._before[classes[token - 1 : token]] & self._after[classes[token + 1 : token + 2]]

    def _longest(self, classes: str, spans: Iterable[Place]) -> Iterator[Match]:
        for start, end in spans:
            done = start
            for token, numbers in self._openings.find(classes, start, end):
                if token < done:
                    continue
                best: re.Match[str] | None = None
                best_rule = 0
                likely, reach = self._likely(classes, token), min(end, token + _REACH)
                for number in numbers:
                    if not likely >> number & 1:
                        continue
                    found = self._rules[number].pattern.match(classes, token, reach)
                    if found is not None and (best is None or found.end() > best.end()):
                        best, best_rule = found, number
                if best is not None:
                    rule, _, groups = self._rules[best_rule]
                    done = best.end()
                    yield Match(rule, best, groups)


def _sets_with(sets: Sequence[int]) -> Memo[str, int]:
    """For each character the numbers of the sets that have it, one bit each; for none those of unlimited ones."""
    alike: dict[int, int] = defaultdict(int)
    for number, characters in enumerate(sets):
        alike[characters] |= 1 << number

    # A bit of a long number is read only by shifting all of it, a byte of many at once.
    packed = [
        (characters.to_bytes(characters.bit_length() // 8 + 1, "little", signed=True), characters < 0, numbers)
        for characters, numbers in alike.items()
    ]

    def having(character: str) -> int:
        place = ord(character) - FIRST if character else _NOWHERE
        byte, bit = place >> 3, 1 << (place & 7)
        return sum(numbers for held, rest, numbers in packed if (held[byte] & bit if byte < len(held) else rest))

    return Memo(having, sys.maxsize)


def _earlier(matches: Iterable[Match]) -> Iterator[Match]:
    """Of matches rule by rule those that overlap none before them."""
    taken: set[int] = set()
    for match in matches:
        tokens = range(match.first, match.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            yield match


def _code(lexicon: Lexicon, rule: Rule, fragments: Mapping[str, str], sentences: bool) -> Callable[[], Code]:
    return lexicon.cache.code(
        key("sentence" if sentences else "text", rule.pattern, fragments=fragments),
        lambda: _build().rule_expression(lexicon, rule, fragments, sentences),
    )


def _compiled(rule: Rule, code: Callable[[], Code]) -> _Compiled:
    """A rule, loaded when it is first tried: a short text tries few of them."""
    pattern = loaded(code())
    return _Compiled(rule, pattern, named_groups(pattern))


def _build() -> ModuleType:
    from . import build  # needed only where the rules are not kept yet

    return build
