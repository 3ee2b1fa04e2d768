"""All rules of time expressions, compiled once.

A rule makes chunks of a match; none where it is no time after all. A pattern begins with its rarest token, which is
what makes it fast. Words that may stand before that token are looked back at, in a group called `before`.
"""

from __future__ import annotations

import sys

from ..grammar import Matcher, Rule, literals
from . import clock, durations, months, numeric, periods, relative, years
from .chunk import Chunk
from .vocabulary import Reading, lexicon

_PARTS = (months, years, relative, clock, durations, periods, numeric)
FRAGMENTS: dict[str, str] = {name: pattern for part in _PARTS for name, pattern in part.FRAGMENTS.items()}
RULES: tuple[Rule, ...] = tuple(rule for part in _PARTS for rule in part.RULES)

LEXICON = lexicon(literals([*(rule.pattern for rule in RULES), *FRAGMENTS.values()]))
MATCHER = Matcher(LEXICON, RULES, FRAGMENTS)


def chunks(reading: Reading, end: int = sys.maxsize) -> list[Chunk]:
    """All pieces of time expressions in a document, or in its tokens before `end`; they may overlap."""
    found: list[Chunk] = []
    for match in MATCHER.finditer(reading.classes, end=end):
        rule = match.rule
        for chunk in rule.build(reading, match) if rule.build else ():
            chunk.rule, chunk.match = rule.id, match
            found.append(chunk)
    return found
