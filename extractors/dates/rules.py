"""All rules of time expressions, compiled once."""

from __future__ import annotations

from ..text.rules import Grammar, Rule, expand, literals
from . import clock, durations, months, numeric, periods, relative, years
from .atom import Atom, TimeRule
from .vocabulary import Reading, lexicon

_PARTS = (months, years, relative, clock, durations, periods, numeric)
FRAGMENTS: dict[str, str] = {name: pattern for part in _PARTS for name, pattern in part.FRAGMENTS.items()}
RULES: tuple[TimeRule, ...] = tuple(rule for part in _PARTS for rule in part.RULES)

_PATTERNS = [Rule(rule.name, expand(pattern, FRAGMENTS)) for rule in RULES for pattern in rule.patterns]

LEXICON = lexicon(literals([pattern.pattern for pattern in _PATTERNS]))
_GRAMMAR = Grammar(LEXICON, _PATTERNS)
_BUILDERS = {rule.name: rule.build for rule in RULES}


def atoms(reading: Reading) -> list[Atom]:
    """All pieces of time expressions in a document; they may overlap."""
    found: list[Atom] = []
    for match in _GRAMMAR.finditer(reading.document):
        for atom in _BUILDERS[match.rule](reading, match):
            atom.rule = match.rule
            found.append(atom)
    return found
