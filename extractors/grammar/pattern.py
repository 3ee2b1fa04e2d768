"""Patterns over word classes, parsed into trees.

A pattern is a regular expression in which an atom is one token:

    <KILL>           a token of class KILL
    <KILL|INJURE>    of one of these classes
    <PERSON&AL>      of both (AL, WA, BI, LI, KA: an attached particle)
    <^STOP|VERB>     of none of these
    <*>              any token, as is a dot
    "على الأقل"      these words, as they are or with و or ف attached
    {name}           a fragment: a named pattern, which may use those defined before it

White space between atoms means nothing. Groups `(…)`, `(?:…)`, `(?P<name>…)`, repetition, `|`, `^`, `$` and look-around
are those of `re`. Beyond `re`, a look-behind may have alternatives of several lengths, and several groups one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..text.atoms import Atom, PatternError, atom

_ATOM = re.compile(r"<([^<>]*)>")
_PHRASE = re.compile(r'"([^"]*)"')
_FRAGMENT = re.compile(r"\{(\w*[^\W\d]\w*)\}")
_REPEAT = re.compile(r"(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})([?+]?)")
_GROUP = re.compile(r"\((?:\?(?:(:)|P<(\w+)>|(<?[=!])))?")
_ENDLESS = {"*": (0, None), "+": (1, None), "?": (0, 1)}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that the pattern names itself."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        return f'"{" ".join(self.words)}"'


@dataclass(frozen=True, slots=True)
class Edge:
    """The start of the text (`^`) or its end (`$`)."""

    sign: str

    def __str__(self) -> str:
        return self.sign


@dataclass(frozen=True, slots=True)
class Fragment:
    """A pattern called by its name."""

    name: str
    node: Node

    def __str__(self) -> str:
        return f"{{{self.name}}}"


@dataclass(frozen=True, slots=True)
class Group:
    """A pattern in brackets, whose tokens may have a name."""

    node: Node
    name: str | None = None

    def __str__(self) -> str:
        return f"({f'?P<{self.name}>' if self.name else '?:'}{self.node})"


@dataclass(frozen=True, slots=True)
class Look:
    """What must, or must not, stand before or after a place."""

    node: Node
    behind: bool
    negated: bool

    def __str__(self) -> str:
        return f"{self.opening}{self.node})"

    @property
    def opening(self) -> str:
        """The sign that opens it."""
        return f"(?{'<' * self.behind}{'!' if self.negated else '='}"


@dataclass(frozen=True, slots=True)
class Repeat:
    """A pattern several times; `most` is None without a limit, `mode` is `?` (few first), `+` (possessive) or empty."""

    node: Node
    least: int
    most: int | None
    mode: str = ""

    def __str__(self) -> str:
        return f"{self.node}{self.sign}"

    @property
    def sign(self) -> str:
        """How often, as written behind a pattern."""
        for sign, bounds in _ENDLESS.items():
            if bounds == (self.least, self.most):
                return sign + self.mode
        most = "" if self.most is None else str(self.most)
        return f"{{{self.least}{'' if self.most == self.least else f',{most}'}}}{self.mode}"


@dataclass(frozen=True, slots=True)
class Sequence:
    """Patterns one after the other."""

    items: tuple[Node, ...]

    def __str__(self) -> str:
        return " ".join(map(str, self.items))


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several patterns, the first that holds."""

    branches: tuple[Node, ...]

    def __str__(self) -> str:
        return " | ".join(map(str, self.branches))


Node = Atom | Phrase | Edge | Fragment | Group | Look | Repeat | Sequence | Choice


def parse(pattern: str, fragments: Mapping[str, Node] | None = None) -> Node:
    """The tree of a pattern, which may use `fragments`. Raises PatternError."""
    return _Parser(pattern, fragments or {}).pattern()


class Fragments(dict[str, Node]):
    """Named patterns, parsed; each may use those before it. Raises PatternError, which names the fragment."""

    def __init__(self, patterns: Mapping[str, str]) -> None:
        super().__init__()
        for name, pattern in patterns.items():
            try:
                self[name] = parse(pattern, self)
            except PatternError as error:
                later = (
                    " (a fragment may use only those before it)"
                    if any(f"{{{n}}}" in pattern for n in patterns if n not in self)
                    else ""
                )
                raise PatternError(f"fragment {name}: {error}{later}") from None


def walk(node: Node) -> Iterator[Node]:
    """A tree and all trees in it, those of fragments too."""
    yield node
    for inner in children(node):
        yield from walk(inner)


def children(node: Node) -> tuple[Node, ...]:
    """The trees that a tree is made of."""
    match node:
        case Sequence(items):
            return items
        case Choice(branches):
            return branches
        case Atom() | Phrase() | Edge():
            return ()
        case _:
            return (node.node,)


class _Parser:
    """Reads one pattern from left to right."""

    def __init__(self, source: str, fragments: Mapping[str, Node]) -> None:
        self._source = source
        self._fragments = fragments
        self._at = 0

    def pattern(self) -> Node:
        node = self._choice()
        if self._at < len(self._source):
            raise self._error("a bracket is closed that was not opened")
        return node

    def _choice(self) -> Node:
        branches = [self._sequence()]
        while self._take("|"):
            branches.append(self._sequence())
        return branches[0] if len(branches) == 1 else Choice(tuple(branches))

    def _sequence(self) -> Node:
        items: list[Node] = []
        while self._next() not in ("", "|", ")"):
            items.append(self._repeated(self._item()))
        return items[0] if len(items) == 1 else Sequence(tuple(items))

    def _repeated(self, node: Node) -> Node:
        self._next()
        found = _REPEAT.match(self._source, self._at)
        if found is None:
            return node
        self._at = found.end()
        sign, least, comma, most, mode = found.groups()
        if sign:
            return Repeat(node, *_ENDLESS[sign], mode)
        return Repeat(node, int(least), int(most) if most else None if comma else int(least), mode)

    def _item(self) -> Node:
        sign = self._source[self._at]
        match sign:
            case "<":
                return self._atom()
            case '"':
                return Phrase(tuple(self._read(_PHRASE, "a quotation mark is missing")[1].split()))
            case "{":
                return self._fragment()
            case "(":
                return self._group()
            case ".":
                self._at += 1
                return Atom(())
            case "^" | "$":
                self._at += 1
                return Edge(sign)
        raise self._error(f"{sign!r} means nothing here")

    def _atom(self) -> Atom:
        return atom(self._read(_ATOM, "an atom is not closed")[1])

    def _fragment(self) -> Fragment:
        name = self._read(_FRAGMENT, "a brace neither repeats anything nor names a fragment")[1]
        if name not in self._fragments:
            raise self._error(f"no fragment is named {name}")
        return Fragment(name, self._fragments[name])

    def _group(self) -> Node:
        found = self._read(_GROUP, "a kind of group that patterns have not")
        _, name, look = found.groups()
        node = self._choice()
        if not self._take(")"):
            raise self._error("a bracket is not closed")
        if look:
            return Look(node, look[0] == "<", look[-1] == "!")
        return Group(node, name)

    def _next(self) -> str:
        """The next sign that is no white space; empty at the end."""
        while self._source[self._at : self._at + 1].isspace():
            self._at += 1
        return self._source[self._at : self._at + 1]

    def _take(self, sign: str) -> bool:
        if self._next() != sign:
            return False
        self._at += 1
        return True

    def _read(self, expected: re.Pattern[str], otherwise: str) -> re.Match[str]:
        found = expected.match(self._source, self._at)
        if found is None:
            raise self._error(otherwise)
        self._at = found.end()
        return found

    def _error(self, reason: str) -> PatternError:
        before, after = self._source[max(0, self._at - 30) : self._at], self._source[self._at : self._at + 30]
        return PatternError(f"{reason}, at {before}⟨here⟩{after}")
