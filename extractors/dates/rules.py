"""All rules of time expressions, compiled once."""

from __future__ import annotations

from ..grammar.rules import Match, Openings, compile_pattern, expand, literals
from . import clock, durations, months, numeric, periods, relative, years
from .chunk import Chunk, TimeRule
from .vocabulary import Reading, lexicon

_PARTS = (months, years, relative, clock, durations, periods, numeric)
FRAGMENTS: dict[str, str] = {name: pattern for part in _PARTS for name, pattern in part.FRAGMENTS.items()}
RULES: tuple[TimeRule, ...] = tuple(rule for part in _PARTS for rule in part.RULES)


LEXICON = lexicon(literals([expand(pattern, FRAGMENTS) for rule in RULES for pattern in rule.patterns]))
_TRIED = [rule for rule in RULES for _ in rule.patterns]  # the rule of each pattern
_OPENINGS = Openings(
    LEXICON, [compile_pattern(LEXICON, pattern, FRAGMENTS) for rule in RULES for pattern in rule.patterns]
)


def chunks(reading: Reading) -> list[Chunk]:
    """All pieces of time expressions in a document; they may overlap."""
    found: list[Chunk] = []
    for number, groups in _OPENINGS.finditer(reading.classes, [(0, len(reading.classes))]):
        rule = _TRIED[number]
        for chunk in rule.build(reading, Match(rule.name, groups)):
            chunk.rule = rule.name
            found.append(chunk)
    return found
