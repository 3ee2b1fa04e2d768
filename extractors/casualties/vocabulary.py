"""The lexicon of the casualty rules: its files, and what the shape of an unknown word says."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from ..text.lexicon import Lexicon
from ..text.rules import literals
from .fact import Outcome
from .place_rules import PLACE, PLACE_FRAGMENTS
from .rules import BREAKDOWN, CHAIN, FRAGMENTS, RULES, UNCOUNTED, UNREAL_BEFORE

_HERE = Path(__file__).parent
_SHAPES = (
    ("DEF_NISBA", r"^ال\w+ي(?:ه|ون|ين|ات|ان|تان|تين)?$"),
    ("DEF", r"^ال\w{2,}"),
    ("BI_WORD", r"^و?بال\w{2,}"),
    ("WA_WORD", r"^و(?:ال)?\w{3,}"),
    ("NISBA", r"\w{2,}ي(?:ه|ا|ون|ين|ات|ان|تان|تين)?$"),
)

OUTCOMES: frozenset[str] = frozenset(get_args(Outcome))

LEXICON = Lexicon(
    _HERE / "outcomes.tsv",
    _HERE / "persons.tsv",
    _HERE / "words.tsv",
    _HERE.parent / "text" / "places.tsv",
    literals=literals(
        [*(rule.pattern for rule in RULES), *FRAGMENTS.values(), CHAIN, BREAKDOWN, UNCOUNTED, UNREAL_BEFORE, PLACE]
        + list(PLACE_FRAGMENTS.values())
    ),
    suffixes=_SHAPES,
)
