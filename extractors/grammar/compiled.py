"""Patterns compiled for a lexicon, and kept in its store: a pattern is parsed where it is not there yet."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cache

from ..text.lexicon import Lexicon

_LITERAL = re.compile(r'"([^"]*)"')


def literals(patterns: Iterable[str]) -> list[str]:
    """The words that patterns name themselves, to be made known to the lexicon."""
    return [word for pattern in patterns for phrase in _LITERAL.findall(pattern) for word in phrase.split()]


def key(*parts: str, fragments: Mapping[str, str] | None = None) -> str:
    """The key under which a store keeps what is built from patterns."""
    return hashlib.sha256("\n".join((*parts, _digest(tuple((fragments or {}).items())))).encode()).hexdigest()


@cache
def _digest(fragments: tuple[tuple[str, str], ...]) -> str:
    return hashlib.sha256(repr(fragments).encode()).hexdigest()


def compile_pattern(lexicon: Lexicon, pattern: str, fragments: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """A pattern over word classes as a regular expression over class characters. Raises PatternError."""
    return lexicon.cache.pattern(
        key("pattern", pattern, fragments=fragments), lambda: _source(lexicon, pattern, fragments)
    )


def _source(lexicon: Lexicon, pattern: str, fragments: Mapping[str, str] | None) -> str:
    from .build import pattern_expression  # needed only where the pattern is not kept yet

    return pattern_expression(lexicon, pattern, fragments)


def named_groups(pattern: re.Pattern[str]) -> list[tuple[str, int]]:
    """The groups of a regular expression by the name that the pattern gave them, and their numbers."""
    return [(name.rstrip("_"), number) for name, number in pattern.groupindex.items()]


# The groups of patterns, which live as long as their rules: by identity, as their hash reads all of their code.
_NAMES: dict[int, tuple[re.Pattern[str], list[tuple[str, int]]]] = {}


def spans(found: re.Match[str]) -> dict[str, tuple[int, int]]:
    """First token and end of each group that took part, by its name."""
    pattern, places = found.re, found.regs
    known = _NAMES.get(id(pattern))
    if known is None or known[0] is not pattern:
        known = _NAMES[id(pattern)] = pattern, named_groups(pattern)
    return {name: places[number] for name, number in known[1] if places[number][0] >= 0}
