"""What the matches of a pattern begin with, and what each of them must have: read off its tree.

Sets of class characters are numbers here, one bit a character, see `text/characters.py`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from ..text.atoms import Atom
from ..text.characters import EVERYTHING
from .pattern import Choice, Edge, Fragment, Group, Look, Node, Phrase, Repeat, Sequence

_LONG = 1_000  # tokens: longer than any match


@dataclass(frozen=True, slots=True)
class Beginning:
    """The characters that a match can begin with. `empty`: those that may follow an empty match; None where none is."""

    first: int
    empty: int | None


@dataclass(frozen=True, slots=True)
class Need:
    """Characters of which every match has one, at most `distance` tokens behind its start."""

    characters: int
    distance: int

    def size(self) -> int:
        """How many characters there are; those that are all but some count as more than any."""
        return self.characters.bit_count() if self.characters >= 0 else sys.maxsize


@dataclass(frozen=True, slots=True)
class Demands:
    """What every match of a pattern has, in order; its length at the most; whether it may cross a barrier."""

    needs: tuple[Need, ...]
    longest: int
    crosses: bool


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads trees whose atoms are sets of characters. `barrier` is a set that needs are not looked for behind."""

    characters: Callable[[Atom], int]
    barrier: int = 0

    def beginning(self, node: Node) -> Beginning:
        """What a match of a tree can begin with."""
        match node:
            case Atom():
                return Beginning(self.characters(node), None)
            case Phrase(words):
                return Beginning(self._word(words[0]), None)
            case Edge():
                return Beginning(0, EVERYTHING)
            case Look():
                return Beginning(0, self._allowed(node))
            case Repeat():
                inner = self.beginning(node.node)
                return Beginning(inner.first, inner.empty if node.least else EVERYTHING)
            case Choice(branches):
                return self._any(branches)
            case Sequence(items):
                return self._joined(items)
        return self.beginning(node.node)

    def alone(self, node: Node) -> int:
        """The tokens that a tree matches wherever they stand, and only by themselves."""
        match node:
            case Atom():
                return self.characters(node)
            case Choice(branches):
                return reduce(or_, (self.alone(branch) & ~self._longer(branches, branch) for branch in branches))
            case Sequence((Look(behind=False, negated=True) as look, *items)):
                return self.alone(Sequence(tuple(items))) & ~self._possible(look.node)
            case Sequence((item,)):
                return self.alone(item)
            case Group(name=None) | Fragment():
                return self.alone(node.node)
        return 0

    def _longer(self, branches: tuple[Node, ...], but: Node) -> int:
        """The tokens that branches other than one may begin with and go on after."""
        others = (branch for branch in branches if branch is not but and not _is_one(branch))
        return reduce(or_, map(self._possible, others), 0)

    def _possible(self, node: Node) -> int:
        """The tokens that may stand where a tree matches."""
        beginning = self.beginning(node)
        return beginning.first | (beginning.empty or 0)

    def demands(self, node: Node) -> Demands:
        """What every match of a tree has."""
        match node:
            case Atom():
                return self._one(self.characters(node))
            case Phrase(words):
                return self._in_turn(map(self._one, map(self._word, words)))
            case Sequence(items):
                return self._in_turn(map(self.demands, items))
            case Choice(branches):
                return _in_common([self.demands(branch) for branch in branches])
            case Repeat():
                inner = self.demands(node.node)
                most = _LONG if node.most is None else node.most
                return Demands(inner.needs if node.least else (), min(_LONG, most * inner.longest), inner.crosses)
            case Look():
                ahead = () if node.behind or node.negated else self.demands(node.node).needs
                return Demands(ahead, 0, False)
            case Edge():
                return Demands((), 0, False)
        return self.demands(node.node)

    def _one(self, characters: int) -> Demands:
        return Demands((Need(characters, 0),), 1, bool(characters & self.barrier))

    def _in_turn(self, items: Iterable[Demands]) -> Demands:
        """The demands of patterns one after the other, up to where a match may have crossed a barrier."""
        needs: list[Need] = []
        longest, crosses = 0, False
        for item in items:
            if not crosses:
                needs += [Need(need.characters, need.distance + longest) for need in item.needs]
            longest = min(_LONG, longest + item.longest)
            crosses |= item.crosses
        return Demands(tuple(needs), longest, crosses)

    def _word(self, word: str) -> int:
        return self.characters(Atom(((f'"{word}"',),)))

    def _any(self, branches: tuple[Node, ...]) -> Beginning:
        first, empty = 0, None
        for branch in map(self.beginning, branches):
            first |= branch.first
            if branch.empty is not None:
                empty = branch.empty | (empty or 0)
        return Beginning(first, empty)

    def _joined(self, items: tuple[Node, ...]) -> Beginning:
        first, allowed = 0, EVERYTHING
        for item in map(self.beginning, items):
            first |= item.first & allowed
            if item.empty is None:
                return Beginning(first, None)
            allowed &= item.empty
        return Beginning(first, allowed)

    def _allowed(self, look: Look) -> int:
        """What may follow where a look-around holds."""
        if look.behind:
            return EVERYTHING
        if look.negated:
            return ~self._one_token(look.node)
        return self._possible(look.node)

    def _one_token(self, node: Node) -> int:
        """The tokens that a tree matches by themselves; none where it asks for more than one token."""
        match node:
            case Atom():
                return self.characters(node)
            case Phrase((word,)):
                return self._word(word)
            case Choice(branches):
                together = 0
                for branch in branches:
                    together |= self._one_token(branch)
                return together
            case Phrase() | Edge() | Look() | Repeat() | Sequence():
                return 0
        return self._one_token(node.node)


def _in_common(branches: list[Demands]) -> Demands:
    """What all branches demand: one token of the narrowest needs of each."""
    longest, crosses = max(b.longest for b in branches), any(b.crosses for b in branches)
    if not all(branch.needs for branch in branches):
        return Demands((), longest, crosses)
    narrowest = [min(branch.needs, key=Need.size) for branch in branches]
    together = reduce(or_, (need.characters for need in narrowest))
    return Demands((Need(together, max(need.distance for need in narrowest)),), longest, crosses)


def _is_one(node: Node) -> bool:
    """Whether a tree matches one token, and no group has it."""
    match node:
        case Atom():
            return True
        case Choice(branches):
            return all(map(_is_one, branches))
        case Sequence((*looks, item)):
            return all(isinstance(look, Look) for look in looks) and _is_one(item)
        case Group(name=None) | Fragment():
            return _is_one(node.node)
    return False


def at_start(node: Node) -> bool:
    """Whether every match begins at the start of the text."""
    match node:
        case Edge("^"):
            return True
        case Sequence(items):
            return bool(items) and at_start(items[0])
        case Choice(branches):
            return all(map(at_start, branches))
        case Group():
            return at_start(node.node)
    return False
