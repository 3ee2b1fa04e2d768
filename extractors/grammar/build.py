"""What is built from patterns and rules once and kept in the store of their lexicon. Matching needs nothing of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from ..engine.plain import Beginnings
from ..text.atoms import Atom, PatternError
from ..text.characters import EVERYTHING, characters, written
from ..text.lexicon import Lexicon
from .first import Need, Reader, at_start
from .neighbours import Neighbours
from .pattern import Fragments, Node, parse
from .regular import regular
from .rule import Rule

_NEAR = 3  # tokens: a need that is nearer than this to the start is not looked ahead for
_LOOKS = 3  # needs that are looked for: what few characters stand for may be in any text
_SETS = 1_000  # sets of characters whose classes are remembered
_BARRIER = Atom((("STOP",), ("BREAK",)))
_COMMON = Atom((("WORD", "NOAL", "NOWA", "NOPREP"),))  # what takes these is not rare


def tree(pattern: str, fragments: Mapping[str, str] | None = None) -> Node:
    """The tree of a pattern that may use fragments. Raises PatternError."""
    return parse(pattern, _parsed(tuple((fragments or {}).items())))


@cache
def _parsed(fragments: tuple[tuple[str, str], ...]) -> Fragments:
    return Fragments(dict(fragments))


def expression(lexicon: Lexicon, node: Node) -> str:
    """The regular expression over class characters of a tree. Raises PatternError."""

    @cache
    def write(atom: Atom) -> str:
        return _one_of(lexicon.matching(atom))

    return regular(node, write, lambda inner: _first_ahead(lexicon, inner), lambda inner: _alone(lexicon, inner))


@lru_cache(_SETS)
def _one_of(characters: int) -> str:
    if characters == EVERYTHING:
        return "."
    return f"[^{written(~characters)}]" if characters < 0 else f"[{written(characters)}]"


def _first_ahead(lexicon: Lexicon, node: Node) -> str:
    """A look-ahead for what every match of a tree begins with; empty where that may be anything, or nothing."""
    beginning = Reader(lexicon.matching).beginning(node)
    anything = beginning.empty is not None or beginning.first in (0, EVERYTHING)
    return "" if anything else f"(?={_one_of(beginning.first)})"


def _alone(lexicon: Lexicon, node: Node) -> str:
    """The tokens that all of a tree's matches are, see `Reader.alone`; empty where there are none."""
    found = Reader(lexicon.matching).alone(node)
    return _one_of(found) if found else ""


def pattern_expression(lexicon: Lexicon, pattern: str, fragments: Mapping[str, str] | None) -> str:
    """The regular expression of a pattern, behind a look-ahead for its first token: most tokens are not tried then."""
    node = tree(pattern, fragments)
    written = expression(lexicon, node)
    ahead = "" if written.startswith("[") else _first_ahead(lexicon, node)
    return f"{ahead}(?:{written})" if ahead else written


def rule_tree(rule: Rule, fragments: Mapping[str, str]) -> Node:
    """The tree of a rule's pattern. Raises PatternError, which names file and rule."""
    try:
        return tree(rule.pattern, fragments)
    except PatternError as error:
        raise PatternError(f"{rule.file}: rule {rule.id}: {error}") from None


def rule_expression(lexicon: Lexicon, rule: Rule, fragments: Mapping[str, str], sentences: bool) -> str:
    """The regular expression of a rule, behind a look-ahead for what is far from its start and must follow."""
    node = rule_tree(rule, fragments)
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


def beginnings(
    lexicon: Lexicon, rules: Sequence[Rule], fragments: Mapping[str, str]
) -> tuple[Beginnings, tuple[int, ...]]:
    """The numbers of the rules that can begin with each character, and of those that begin where the text does."""
    reader, everything = Reader(lexicon.matching), lexicon.everything
    numbers: dict[str, tuple[int, ...]] = {}
    start: list[int] = []
    for number, rule in enumerate(rules):
        node = rule_tree(rule, fragments)
        if at_start(node):
            start.append(number)
            continue
        beginning = reader.beginning(node)
        first = everything if beginning.empty is not None else beginning.first & everything
        if not first:
            raise PatternError(f"{rule.file}: rule {rule.id}: no token can begin a match")
        for character in characters(first):
            numbers[character] = (*numbers.get(character, ()), number)
    together: dict[tuple[int, ...], str] = {}
    for character, found in numbers.items():
        together[found] = together.get(found, "") + character
    return [(alike, found) for found, alike in together.items()], tuple(start)


def needs(
    lexicon: Lexicon, rules: Sequence[Rule], fragments: Mapping[str, str]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Sets of characters, and for each rule those of which every match has a character, one bit a set."""
    reader = Reader(lexicon.matching)
    found: dict[int, int] = {}
    wanted: list[int] = []
    for rule in rules:
        sets = {need.characters for need in reader.demands(rule_tree(rule, fragments)).needs if need.characters > 0}
        wanted.append(sum(1 << found.setdefault(characters, len(found)) for characters in sets))
    return tuple(found), tuple(wanted)


def beside(
    lexicon: Lexicon, rules: Sequence[Rule], fragments: Mapping[str, str]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """For each rule the characters one of which must stand before a match, and those one of which is second in it."""
    neighbours = Neighbours(lexicon.matching)
    trees = [rule_tree(rule, fragments) for rule in rules]
    return tuple(map(neighbours.before, trees)), tuple(map(neighbours.after, trees))


def any_of(beginnings: Beginnings) -> str:
    """The source of a pattern for the characters that a rule can begin with."""
    found = "".join(characters for characters, _ in beginnings)
    return f"[{re.escape(found)}]" if found else "(?!)"
