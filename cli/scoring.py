"""How well facts agree with gold articles: precision, recall and F1 of each kind, and what was missed or is spurious.

Gold facts are paired with found ones, nearest spans first, each with one at most. A gold fact that is `optional`
counts neither way, and nor does a casualty that is `implicit`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

GoldFact = Mapping[str, Any]
Facts = Sequence[GoldFact]
Documents = Mapping[str, Mapping[str, Facts]]  # the facts of each article, by its id, by kind
Same = Callable[[Any, Any], bool]

_PLACE = ("start", "end", "text")
_ASIDE = ("optional", "implicit", "rule")
_MARKS = re.compile(r"[\u0640\u064b-\u065f\u0670]")  # tatweel and vowel signs
_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"})
_PARTICLES = re.compile(r"^(?:[وفبلك]?ال|لل|[وفبلك](?=\w{4}))")
_SLIP = 2  # letters by which the start of an exact span may differ: a particle taken in or left out


def overlap(a: GoldFact, b: GoldFact) -> int:
    """How many characters two facts share."""
    return max(0, int(min(a["end"], b["end"])) - int(max(a["start"], b["start"])))


def shared(a: GoldFact, b: GoldFact) -> float:
    """Intersection over union of two spans, 0 to 1."""
    common = overlap(a, b)
    both = int(a["end"] - a["start"] + b["end"] - b["start"]) - common
    return common / max(1, both)


def same_name(a: str | None, b: str | None) -> bool:
    """Whether two names share half the words of the shorter one, spelling and attached particles aside.

    >>> same_name("وزارة الدفاع الأمريكية", "للدفاع الامريكيه"), same_name("الجيش الليبي", "الشرطة الليبية")
    (True, False)
    """
    one, other = _words(a), _words(b)
    return bool(one and other) and len(one & other) >= 0.5 * min(len(one), len(other))


def _words(text: str | None) -> set[str]:
    folded = _MARKS.sub("", text or "").translate(_LETTERS)
    return {_PARTICLES.sub("", word) for word in re.findall(r"\w+", folded)} - {""}


def _same_span(gold: GoldFact, found: GoldFact) -> bool:
    return bool(gold["end"] == found["end"] and abs(gold["start"] - found["start"]) <= _SLIP)


def _half(gold: GoldFact, found: GoldFact) -> bool:
    return shared(gold, found) >= 0.5


def _overlapping(*fields: str) -> Same:
    def agree(gold: GoldFact, found: GoldFact) -> bool:
        return overlap(gold, found) > 0 and all(gold.get(name) == found.get(name) for name in fields)

    return agree


def _same_fields(gold: GoldFact, found: GoldFact) -> bool:
    fields = [name for name in gold if name not in _PLACE + _ASIDE]
    return _overlapping(*fields)(gold, found)


def _speakers(gold: GoldFact, found: GoldFact) -> bool:
    """Whether the speakers are one; what one side calls the speaker may be the role or the body of the other."""
    if not gold.get("speaker"):
        return False
    pairs = [("speaker", name) for name in ("speaker", "role", "organization")]
    pairs += [(name, "speaker") for name in ("role", "organization")]
    return any(same_name(gold.get(one), found.get(other)) for one, other in pairs)


def _said(gold: GoldFact, found: GoldFact) -> bool:
    return _half(gold, found) and _speakers(gold, found)


def _any(fact: GoldFact) -> bool:
    return True


def _counted(fact: GoldFact) -> bool:
    return not fact.get("implicit")


def _official(fact: GoldFact) -> bool:
    return fact.get("official") is True


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of a kind: when two facts agree, and which facts it is about."""

    name: str
    agree: Same
    about: Callable[[GoldFact], bool] = _any


# The first row of a kind is its headline.
ROWS: dict[str, tuple[Row, ...]] = {
    "casualties": (
        Row("count and type", _overlapping("type", "min", "max"), _counted),
        Row("count only", _overlapping("min", "max"), _counted),
        Row("span only", _overlapping(), _counted),
    ),
    "dates": (
        Row("type and value", _overlapping("type", "value")),
        Row("span, exact", _same_span),
        Row("span, overlap", _overlapping()),
    ),
    "organizations": (
        Row("half the letters shared", _half),
        Row("span, exact", _same_span),
        Row("span, overlap", _overlapping()),
    ),
    "quotes": (
        Row("officials: content and speaker", _said, _official),
        Row("all: content and speaker", _said),
        Row("all: content", _half),
    ),
}
# Any other kind: a fact agrees where the fields that the gold fact has agree.
OTHER_ROWS = (Row("all fields", _same_fields), Row("span, exact", _same_span), Row("span, overlap", _overlapping()))

# Fields that are compared where the headline's pairs are; names need not be the same to the letter.
_NAMES: dict[str, tuple[str, ...]] = {
    "casualties": ("victims", "attribution", "place"),
    "quotes": ("role", "organization"),
}
_EXACT: dict[str, tuple[str, ...]] = {
    "casualties": ("modifier",),
    "dates": ("mod",),
    "organizations": ("category",),
    "quotes": ("kind", "official"),
}


@dataclass(slots=True)
class Figure:
    """Counts of agreeing, missed and spurious facts."""

    right: int = 0
    missed: int = 0
    spurious: int = 0
    fields: dict[str, list[int]] = field(default_factory=dict)  # of the pairs: how many have the field right, have it

    @property
    def gold(self) -> int:
        """How many facts there are to find."""
        return self.right + self.missed

    @property
    def precision(self) -> float:
        """The share of the facts found that is right."""
        return self.right / max(1, self.right + self.spurious)

    @property
    def recall(self) -> float:
        """The share of the facts to find that was found."""
        return self.right / max(1, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.spurious + self.missed)

    def shares(self) -> dict[str, float]:
        """Of each field the share of pairs, of those in which a side has it, that agree on it."""
        return {name: right / there for name, (right, there) in self.fields.items() if there}


@dataclass(frozen=True, slots=True)
class Slip:
    """A gold fact that was missed, or a fact found that is spurious."""

    id: str
    fact: GoldFact
    missed: bool


def kinds(gold: Documents) -> list[str]:
    """The kinds that gold articles have: those known here first, the others as they come."""
    there = dict.fromkeys(kind for facts in gold.values() for kind in facts)
    return [kind for kind in ROWS if kind in there] + [kind for kind in there if kind not in ROWS]


def rows(kind: str) -> tuple[Row, ...]:
    """The figures of a kind, its headline first."""
    return ROWS.get(kind, OTHER_ROWS)


def score(gold: Documents, found: Documents, kind: str) -> dict[str, Figure]:
    """The figures of one kind by row. The headline's also tells how many fields are right."""
    figures = {row.name: _figure(gold, found, kind, row) for row in rows(kind)}
    headline = rows(kind)[0]
    fields = _fields(gold, kind)
    for id, facts in gold.items():
        for pair in _compare(facts.get(kind, ()), _of(found, id, kind), headline)[0]:
            _tally(figures[headline.name].fields, pair, fields)
    return figures


def slips(gold: Documents, found: Documents, kind: str) -> Iterator[Slip]:
    """What the headline of a kind counts as missed and as spurious, article by article."""
    for id, facts in gold.items():
        _, missed, spurious = _compare(facts.get(kind, ()), _of(found, id, kind), rows(kind)[0])
        yield from (Slip(id, fact, missed=True) for fact in missed)
        yield from (Slip(id, fact, missed=False) for fact in spurious)


def _of(documents: Documents, id: str, kind: str) -> Facts:
    return documents.get(id, {}).get(kind, ())


def _figure(gold: Documents, found: Documents, kind: str, row: Row) -> Figure:
    figure = Figure()
    for id, facts in gold.items():
        pairs, missed, spurious = _compare(facts.get(kind, ()), _of(found, id, kind), row)
        figure.right += len(pairs)
        figure.missed += len(missed)
        figure.spurious += len(spurious)
    return figure


def _fields(gold: Documents, kind: str) -> dict[str, Same]:
    """The fields to compare of a kind, and how."""
    if kind in ROWS:
        exact, names = _EXACT.get(kind, ()), _NAMES.get(kind, ())
    else:
        facts = (fact for facts in gold.values() for fact in facts.get(kind, ()))
        exact, names = tuple(dict.fromkeys(n for f in facts for n in f if n not in _PLACE + _ASIDE)), ()
    return {name: lambda a, b: a == b for name in exact} | dict.fromkeys(names, same_name)


def _tally(counts: dict[str, list[int]], pair: tuple[GoldFact, GoldFact], fields: Mapping[str, Same]) -> None:
    for name, same in fields.items():
        gold, found = (fact.get(name) for fact in pair)
        right_and_there = counts.setdefault(name, [0, 0])
        if gold is not None or found is not None:
            right_and_there[0] += same(gold, found)
            right_and_there[1] += 1


def _compare(
    gold: Facts, found: Facts, row: Row
) -> tuple[list[tuple[GoldFact, GoldFact]], list[GoldFact], list[GoldFact]]:
    """The pairs that agree, the gold facts missed, and the facts found that are spurious."""
    required = [fact for fact in gold if not fact.get("optional") and row.about(fact)]
    ignored = [fact for fact in gold if fact.get("optional") or not row.about(fact)]
    near = sorted(
        (abs(g["start"] - f["start"]) + abs(g["end"] - f["end"]), i, j)
        for i, g in enumerate(required)
        for j, f in enumerate(found)
        if row.agree(g, f)
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in near:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return (
        [(required[i], found[j]) for i, j in partner.items()],
        [fact for i, fact in enumerate(required) if i not in partner],
        [
            fact
            for j, fact in enumerate(found)
            if j not in taken and row.about(fact) and not any(overlap(fact, other) for other in ignored)
        ],
    )
