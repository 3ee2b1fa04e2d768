"""What stands before the first token of a match, and what stands behind it: read off a pattern's tree.

Sets of class characters are numbers here, one bit a character, see `text/characters.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from itertools import takewhile
from operator import and_, or_
from typing import NamedTuple

from ..text.atoms import Atom
from ..text.characters import EVERYTHING
from .pattern import Choice, Edge, Fragment, Group, Look, Node, Phrase, Repeat, Sequence


class Pair(NamedTuple):
    """The first and second characters of matches, and whether any has `one` token, or is `empty`."""

    first: int
    second: int
    one: bool = False
    empty: bool = False

    @property
    def short(self) -> bool:
        """Whether there may be no second one."""
        return self.one or self.empty

    def then(self, other: Pair) -> Pair:
        """How the matches of two patterns, one after the other, begin."""
        second = self.second | (other.first if self.one else 0) | (other.second if self.empty else 0)
        first = self.first | (other.first if self.empty else 0)
        one = (self.one and other.empty) or (self.empty and other.one)
        return Pair(first, second, one, self.empty and other.empty)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Reads trees whose atoms are sets of characters."""

    characters: Callable[[Atom], int]

    def before(self, node: Node) -> int:
        """The characters one of which stands before every match of a tree, by the look-behinds that it begins with."""
        match node:
            case Look(behind=True, negated=False):
                return self._last(node.node)
            case Choice(branches):
                return reduce(or_, map(self.before, branches))
            case Sequence(items):
                empty = len(list(takewhile(lambda item: isinstance(item, Look | Edge), items)))
                return reduce(and_, map(self.before, items[: empty + 1]), EVERYTHING)
            case Group() | Fragment():
                return self.before(node.node)
        return EVERYTHING

    def after(self, node: Node) -> int:
        """The characters one of which stands second in what every match of a tree looks at."""
        pair = self._pair(node, last=True)
        return EVERYTHING if pair.short else pair.second

    def _pair(self, node: Node, last: bool) -> Pair:
        """How the matches of a tree begin. A look-ahead that is the `last` thing looked at is read like a match."""
        match node:
            case Atom():
                return Pair(self.characters(node), 0, one=True)
            case Phrase(words):
                return _in_turn(Pair(self._word(word), 0, one=True) for word in words)
            case Look(behind=False, negated=False) if last:
                return self._pair(node.node, last)
            case Look() | Edge():
                return Pair(0, 0, empty=True)
            case Repeat():
                once = self._pair(node.node, last=False)
                several = once if node.most == 1 else once.then(once._replace(empty=True))
                return several._replace(empty=once.empty or not node.least)
            case Choice(branches):
                pairs = [self._pair(branch, last) for branch in branches]
                return Pair(*(reduce(or_, column) for column in zip(*pairs, strict=True)))
            case Sequence(items):
                final = len(items) - 1
                return _in_turn(self._pair(item, last and at == final) for at, item in enumerate(items))
        return self._pair(node.node, last)

    def _word(self, word: str) -> int:
        return self.characters(Atom(((f'"{word}"',),)))

    def _last(self, node: Node) -> int:
        """The characters that a match of a tree can end with."""
        match node:
            case Atom():
                return self.characters(node)
            case Choice(branches):
                return reduce(or_, map(self._last, branches))
            case Sequence(items) if items:
                return self._last(items[-1])
            case Group() | Fragment():
                return self._last(node.node)
        return EVERYTHING


def _in_turn(pairs: Iterable[Pair]) -> Pair:
    """How the matches of patterns one after the other begin."""
    return reduce(Pair.then, pairs, Pair(0, 0, empty=True))
