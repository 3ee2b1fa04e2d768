"""Patterns compiled for a lexicon, and kept in its store: a pattern is parsed where it is not there yet."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cache

from ..text.atoms import Atom
from ..text.characters import EVERYTHING, written
from ..text.lexicon import Lexicon
from .pattern import Fragments, Node, parse
from .regular import named_groups, regular

_LITERAL = re.compile(r'"([^"]*)"')


def literals(patterns: Iterable[str]) -> list[str]:
    """The words that patterns name themselves, to be made known to the lexicon."""
    return [word for pattern in patterns for phrase in _LITERAL.findall(pattern) for word in phrase.split()]


def tree(pattern: str, fragments: Mapping[str, str] | None = None) -> Node:
    """The tree of a pattern that may use fragments. Raises PatternError."""
    return parse(pattern, _parsed(tuple((fragments or {}).items())))


@cache
def _parsed(fragments: tuple[tuple[str, str], ...]) -> Fragments:
    return Fragments(dict(fragments))


def key(*parts: str, fragments: Mapping[str, str] | None = None) -> str:
    """The key under which a store keeps what is built from patterns."""
    return hashlib.sha256("\n".join((*parts, _digest(tuple((fragments or {}).items())))).encode()).hexdigest()


@cache
def _digest(fragments: tuple[tuple[str, str], ...]) -> str:
    return hashlib.sha256(repr(fragments).encode()).hexdigest()


def expression(lexicon: Lexicon, node: Node) -> str:
    """The regular expression over class characters of a tree. Raises PatternError."""

    @cache
    def write(atom: Atom) -> str:
        found = lexicon.matching(atom)
        if found == EVERYTHING:
            return "."
        return f"[^{written(~found)}]" if found < 0 else f"[{written(found)}]"

    return regular(node, write)


def compile_pattern(lexicon: Lexicon, pattern: str, fragments: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """A pattern over word classes as a regular expression over class characters. Raises PatternError."""
    return lexicon.cache.pattern(
        key("pattern", pattern, fragments=fragments), lambda: expression(lexicon, tree(pattern, fragments))
    )


# The groups of patterns, which live as long as their rules: by identity, as their hash reads all of their code.
_NAMES: dict[int, tuple[re.Pattern[str], list[tuple[str, int]]]] = {}


def spans(found: re.Match[str]) -> dict[str, tuple[int, int]]:
    """First token and end of each group that took part, by its name."""
    pattern, places = found.re, found.regs
    known = _NAMES.get(id(pattern))
    if known is None or known[0] is not pattern:
        known = _NAMES[id(pattern)] = pattern, named_groups(pattern)
    return {name: places[number] for name, number in known[1] if places[number][0] >= 0}
