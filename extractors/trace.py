"""How far a rule came in a text where it made no fact, and which branch of it matched where it did."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from .grammar import Match, Matcher
from .grammar.build import expression, tree
from .grammar.pattern import Choice, Fragment, Group, Node, Sequence
from .text.lexicon import Lexicon

_AFTER = 300  # tokens that a rule is tried on


@dataclass(frozen=True, slots=True)
class Attempt:
    """A place where a rule was tried: tokens first … end - 1 are what it matched, `missing` the part that failed.

    `missing` is empty where all of it matched.
    """

    first: int
    end: int
    matched: str
    missing: str


def attempts(matcher: Matcher, id: str, classes: str) -> Iterator[Attempt]:
    """The places where a rule of a matcher can begin, and how far it came. Raises KeyError for an id it has not."""
    rule = {rule.id: rule for rule in matcher.rules}[id]
    node = tree(rule.pattern, matcher.fragments)
    compiled = _Parts(matcher.lexicon)
    for first, last in matcher.beginnings(id, classes):
        yield _Reader(compiled, classes, last).furthest(node, first)


def branch(matcher: Matcher, match: Match) -> str:
    """The branch of a rule that a match took, as written: its pattern with one alternative in each group."""
    node = tree(match.rule.pattern, matcher.fragments)
    reader = _Reader(_Parts(matcher.lexicon), match.classes, len(match.classes))
    return str(reader.taken(node, lambda part: part, match))


class _Parts(dict[Node, "re.Pattern[str]"]):
    """Parts of patterns, compiled when they are first tried."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, node: Node) -> re.Pattern[str]:
        pattern = self[node] = re.compile(expression(self._lexicon, node))
        return pattern


class _Reader:
    """Tries parts of patterns on a class string, up to token `last`."""

    def __init__(self, compiled: _Parts, classes: str, last: int) -> None:
        self._compiled = compiled
        self._classes = classes
        self._last = last

    def end(self, node: Node, first: int) -> int | None:
        """Where a match of a tree ends that begins at a token; None where there is none."""
        found = self._compiled[node].match(self._classes, first, min(self._last, first + _AFTER))
        return None if found is None else found.end()

    def taken(self, node: Node, whole: Callable[[Node], Node], found: Match) -> Node:
        """A tree with its choices narrowed to the branches that a match took; `whole` puts it where it stood."""
        match node:
            case Choice(branches):
                holds = (b for b in branches if self.end(whole(b), found.first) == found.end)
                branch = next(holds, None)
                return node if branch is None else self.taken(branch, whole, found)
            case Group(inner, name):
                return Group(self.taken(inner, lambda part: whole(Group(part, name)), found), name)
            case Sequence(items):
                for number, item in enumerate(items):
                    before, after = items[:number], items[number + 1 :]
                    around = partial(_around, whole, before, after)
                    items = (*before, self.taken(item, around, found), *after)
                return Sequence(items)
        return node

    def furthest(self, node: Node, first: int, before: tuple[Node, ...] = ()) -> Attempt:
        """How far a tree comes behind others that matched."""
        end = self.end(Sequence((*before, _bracketed(node))), first)
        if end is not None:
            return Attempt(first, end, _printed((*before, node)), "")
        match node:
            case Sequence(items):
                return self._in_turn(items, first, before)
            case Choice(branches):
                tried = [self.furthest(branch, first, before) for branch in branches]
                return max(tried, key=lambda attempt: (attempt.end, len(attempt.matched)))
            case Fragment() | Group():
                return self.furthest(node.node, first, before)
        reached = self.end(Sequence(before), first)
        return Attempt(first, first if reached is None else reached, _printed(before), str(node))

    def _in_turn(self, items: tuple[Node, ...], first: int, before: tuple[Node, ...]) -> Attempt:
        """The same of patterns one after the other: the first that fails behind those before it."""
        for number, item in enumerate(items):
            done = (*before, *items[:number])
            if self.end(Sequence((*done, _bracketed(item))), first) is None:
                return self.furthest(item, first, done)
        return Attempt(first, first, _printed(before), _printed(items))


def _around(whole: Callable[[Node], Node], before: tuple[Node, ...], after: tuple[Node, ...], part: Node) -> Node:
    return whole(Sequence((*before, _bracketed(part), *after)))


def _bracketed(node: Node) -> Node:
    return Group(node) if isinstance(node, Choice) else node


def _printed(items: tuple[Node, ...]) -> str:
    return str(Sequence(items))
