"""Patterns compiled for a lexicon, and kept in its store: a pattern is parsed where it is not there yet."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from ..text.lexicon import Lexicon, written
from .first import ANY
from .pattern import Atom, Fragments, Node, PatternError, parse
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


def token_sets(lexicon: Lexicon) -> Callable[[Atom], int]:
    """How the tokens of an atom are told: as a set of class characters. Raises PatternError for an unknown class."""

    @cache
    def characters_of(atom: Atom) -> int:
        if not atom.choices:
            return ANY
        together = 0
        for choice in atom.choices:
            together |= lexicon.having(_features(lexicon, choice, atom))
        if not together:
            raise PatternError(f"no word has these classes together: {atom}")
        return ~together if atom.negated else together

    return characters_of


def _features(lexicon: Lexicon, choice: tuple[str, ...], atom: Atom) -> list[str]:
    """The features that one alternative of an atom asks for: `PERSON&AL`, `"word"`."""
    features = [f for name in choice for f in (lexicon.literal(name.strip('"')) if name[0] == '"' else [name])]
    unknown = sorted(set(features) - lexicon.classes)
    if unknown:
        raise PatternError(f"no word has the class {', '.join(unknown)}: {atom}")
    return features


def expression(lexicon: Lexicon, node: Node) -> str:
    """The regular expression over class characters of a tree. Raises PatternError."""
    tokens = token_sets(lexicon)

    @cache
    def write(atom: Atom) -> str:
        found = tokens(atom)
        if found == ANY:
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
