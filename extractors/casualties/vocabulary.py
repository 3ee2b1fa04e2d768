"""The lexicon of the casualty rules: its files, and what the shape of an unknown word says."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from ..grammar import literals
from ..text.lexicon import Lexicon
from .chains import BREAKDOWN, CHAIN, NAMES, UNCOUNTED
from .context import DISEASE, EPIDEMIC, ILLNESS, NEW, PAST, PERIOD, SEVERAL, TRAUMA, UNREAL_BEFORE
from .epidemic import BY_PLACE, CASE_LIST, SPLIT
from .fact import Outcome
from .fragments import FRAGMENTS
from .place_rules import (
    AFTER_ASIDE,
    DATELINE,
    ELSEWHERE,
    GENERIC,
    HEAD_OF_PLACE,
    HEADING,
    JOINT,
    LISTED_PLACE,
    NAME_BEFORE,
    NEXT_LISTED,
    NOWHERE,
    ORIGIN,
    OUT_OF,
    PLACE,
    PLACE_FRAGMENTS,
    TAKEN,
)
from .rules import RULES
from .source_rules import (
    ACCORDING_TO,
    APART,
    CLAIM_OF,
    FURNISHED,
    MORE,
    REPORTED_BY,
    SAME_SOURCE,
    SOURCE_FRAGMENTS,
    UNNAMED,
)

_HERE = Path(__file__).parent
_SHAPES = (
    ("DEF_NISBA", r"^ال\w+ي(?:ه|ون|ين|ات|ان|تان|تين)?$"),
    ("DEF", r"^ال\w{2,}"),
    ("BI_WORD", r"^و?بال\w{2,}"),
    ("WA_WORD", r"^و(?:ال\w{2,}|\w+وا|[تي]\w{3,})$"),
    ("NISBA", r"\w{2,}ي(?:ه|ا|ون|ين|ات|ان|تان|تين)?$"),
)

OUTCOMES: frozenset[str] = frozenset(get_args(Outcome))

_TIME_WORDS = ('"منذ" "إلى" "حتى" "لغاية" "من" "بين"',)  # of `times.py`

_PATTERNS = (
    *(rule.pattern for rule in RULES),
    *(
        CHAIN,
        NAMES,
        BREAKDOWN,
        UNCOUNTED,
        UNREAL_BEFORE,
        ILLNESS,
        TRAUMA,
        DISEASE,
        EPIDEMIC,
        PLACE,
        HEADING,
        ELSEWHERE,
        AFTER_ASIDE,
    ),
    *(DATELINE, ORIGIN, OUT_OF, TAKEN, GENERIC, JOINT, HEAD_OF_PLACE, LISTED_PLACE, NAME_BEFORE, NEXT_LISTED, NOWHERE),
    *(BY_PLACE, SPLIT, CASE_LIST),
    *(ACCORDING_TO, REPORTED_BY, SAME_SOURCE, CLAIM_OF, FURNISHED, '"وذلك"', UNNAMED, APART, MORE),
    *(PERIOD, SEVERAL, PAST, NEW),
    *_TIME_WORDS,
    '"صفوف"',  # of `victims.py`
    *FRAGMENTS.values(),
    *PLACE_FRAGMENTS.values(),
    *SOURCE_FRAGMENTS.values(),
)

LEXICON = Lexicon(
    _HERE / "outcomes.tsv",
    _HERE / "persons.tsv",
    _HERE / "words.tsv",
    literals=literals(_PATTERNS),
    suffixes=_SHAPES,
)
