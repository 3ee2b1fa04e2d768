"""The lexicon of the casualty rules: its files, and what the shape of an unknown word says."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from ..grammar import literals
from ..text.lexicon import Lexicon
from . import chains, context, epidemic, place_rules, source_rules
from .fact import Outcome
from .fragments import FRAGMENTS
from .rules import RULES

_HERE = Path(__file__).parent
_SHAPES = (
    ("DEF_NISBA", r"^ال\w+ي(?:ه|ون|ين|ات|ان|تان|تين)?$"),
    ("DEF", r"^ال\w{2,}"),
    ("BI_WORD", r"^و?بال\w{2,}"),
    ("WA_WORD", r"^و(?:ال\w{2,}|\w+وا|[تي]\w{3,})$"),
    ("NISBA", r"\w{2,}ي(?:ه|ا|ون|ين|ات|ان|تان|تين)?$"),
)

OUTCOMES: frozenset[str] = frozenset(get_args(Outcome))

_TIME_WORDS = ('"منذ" "في" "غضون" "إلى" "حتى" "لغاية" "من" "بين"',)  # of `times.py`

_MODULES = (chains, context, epidemic, place_rules, source_rules)  # whose constants are patterns
_CONSTANTS = (value for module in _MODULES for name, value in vars(module).items() if name.isupper())

_PATTERNS = (
    *(rule.pattern for rule in RULES),
    *(value for value in _CONSTANTS if isinstance(value, str)),
    *_TIME_WORDS,
    '"صفوف"',  # of `victims.py`
    *FRAGMENTS.values(),
    *place_rules.PLACE_FRAGMENTS.values(),
    *source_rules.SOURCE_FRAGMENTS.values(),
)

LEXICON = Lexicon(
    _HERE / "outcomes.tsv",
    _HERE / "persons.tsv",
    _HERE / "words.tsv",
    literals=literals(_PATTERNS),
    suffixes=_SHAPES,
)
