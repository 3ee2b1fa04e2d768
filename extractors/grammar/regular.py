"""Trees of patterns as regular expressions over class characters, for the standard library's `re`.

What `re` lacks is made up for here: groups of one name in several alternatives (the second is called `name_`), and
look-behinds whose alternatives differ in length (one look-behind for each length).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import groupby, product

from ..text.atoms import Atom, PatternError
from .pattern import Choice, Edge, Fragment, Group, Look, Node, Phrase, Repeat, Sequence, walk

_GROUP_NAME = re.compile(r"\(\?P<(\w+)>")

# What a pattern can be, written without alternatives and repeats that change its length; and how long it is.
Variant = tuple[str, int]


def regular(
    node: Node, characters: Callable[[Atom], str], ahead: Callable[[Node], str], alone: Callable[[Node], str]
) -> str:
    """The regular expression of a tree. Raises PatternError.

    `characters` writes an atom, `ahead` a look-ahead for what a tree begins with, or nothing, `alone` the tokens that
    it is sure to match by themselves, or nothing.
    """
    _check_groups(node)
    return _names_apart(_Writer(characters, ahead, alone).write(node))


def _names_apart(expression: str) -> str:
    """A regular expression in which no two groups have one name."""
    seen: Counter[str] = Counter()

    def apart(found: re.Match[str]) -> str:
        name = found[1]
        seen[name] += 1
        return f"(?P<{name}{'_' * (seen[name] - 1)}>"

    return _GROUP_NAME.sub(apart, expression)


def _check_groups(node: Node) -> None:
    """Raises PatternError for a named group in a possessive repeat, on which `re` of Python 3.11 to 3.13 fails."""
    for part in walk(node):
        if isinstance(part, Repeat) and part.mode == "+":
            named = [inner.name for inner in walk(part) if isinstance(inner, Group) and inner.name]
            if named:
                raise PatternError(
                    f"the group {named[0]} stands in a possessive repeat, which Python's re cannot match"
                )


def _opening(node: Group | Fragment) -> str:
    return f"(?P<{node.name}>" if isinstance(node, Group) and node.name else "(?:"


def _has_alternatives(node: Node) -> bool:
    """Whether a tree is a choice of more than single tokens."""
    return isinstance(node, Choice) and not all(isinstance(branch, Atom) for branch in node.branches)


class _Writer:
    """Writes one regular expression. Alternatives stand behind a look-ahead: `re` tries none where none can begin."""

    def __init__(
        self, characters: Callable[[Atom], str], ahead: Callable[[Node], str], alone: Callable[[Node], str]
    ) -> None:
        self._characters = characters
        self._ahead = ahead
        self._alone = alone

    def write(self, node: Node) -> str:
        match node:
            case Atom():
                return self._characters(node)
            case Phrase(words):
                return f"(?:{''.join(map(self._word, words))})"
            case Edge(sign):
                return sign
            case Sequence(items):
                return "".join(map(self.write, items))
            case Choice(branches):
                return "|".join(map(self.write, branches))
            case Repeat():
                return self._repeated(node.node) + node.sign
            case Look(behind=True):
                return self._look_behind(node)
            case Look():
                return f"{node.opening}{self.write(node.node)})"
        return f"{_opening(node)}{self._looked_ahead(node.node)})"

    def _looked_ahead(self, node: Node) -> str:
        ahead = self._ahead(node) if _has_alternatives(node) else ""
        return f"{ahead}(?:{self.write(node)})" if ahead else self.write(node)

    def _repeated(self, node: Node) -> str:
        """A tree that is repeated. The tokens that are all that it can match are most: they are looked at first."""
        alone = "" if isinstance(node, Atom) else self._alone(node)
        return f"(?:{alone}|(?!{alone}){self.write(node)})" if alone else self.write(node)

    def _word(self, word: str) -> str:
        return self._characters(Atom(((f'"{word}"',),)))

    def _look_behind(self, look: Look) -> str:
        """One look-behind for each length that what is looked for can have."""
        parts = [
            f"{look.opening}{'|'.join(written for written, _ in same)})"
            for _, same in groupby(self._variants(look.node), key=lambda variant: variant[1])
        ]
        return "".join(parts) if look.negated else f"(?:{'|'.join(parts)})"

    def _variants(self, node: Node) -> list[Variant]:
        """What a tree can be, one length each. Raises PatternError where it has no certain length."""
        match node:
            case Atom():
                return [(self.write(node), 1)]
            case Phrase(words):
                return [(self.write(node), len(words))]
            case Edge() | Look():
                return [(self.write(node), 0)]
            case Choice(branches):
                return [variant for branch in branches for variant in self._variants(branch)]
            case Sequence(items):
                return self._joined(items)
            case Repeat():
                if node.most is None:
                    raise PatternError(f"a look-behind has no certain length: {node}")
                counts = range(node.most, node.least - 1, -1)
                return [variant for count in counts for variant in self._joined((node.node,) * count)]
        return [(f"{_opening(node)}{written})", length) for written, length in self._variants(node.node)]

    def _joined(self, items: tuple[Node, ...]) -> list[Variant]:
        return [
            ("".join(written for written, _ in chosen), sum(length for _, length in chosen))
            for chosen in product(*map(self._variants, items))
        ]
