"""How well facts agree with gold articles: precision, recall and F1 of each kind, and what was missed or is spurious.

Gold facts are paired with found ones, nearest spans first, each with one at most. A gold fact that is `optional`
counts neither way, and nor does a casualty that is `implicit`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from waqai.extractors.comparison import UNCOMPARED, GoldFact, Row, Same, equal, overlap
from waqai.extractors.registry import available, comparison

Facts = Sequence[GoldFact]
Documents = Mapping[str, Mapping[str, Facts]]  # the facts of each article, by its id, by kind


@dataclass(slots=True)
class Figure:
    """Counts of agreeing, missed and spurious facts."""

    right: int = 0
    missed: int = 0
    spurious: int = 0
    # Of the pairs: how many have the field right, and how many have it. None where fields are not compared.
    fields: dict[str, list[int]] | None = None

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
        return {name: right / there for name, (right, there) in (self.fields or {}).items() if there}


@dataclass(frozen=True, slots=True)
class Slip:
    """A gold fact that was missed, or a fact found that is spurious."""

    id: str
    fact: GoldFact
    missed: bool


def kinds(gold: Documents) -> list[str]:
    """The kinds that gold articles have: those installed first, the others as they come."""
    there = dict.fromkeys(kind for facts in gold.values() for kind in facts)
    return [kind for kind in available() if kind in there] + [kind for kind in there if kind not in available()]


def score(gold: Documents, found: Documents, kind: str) -> dict[str, Figure]:
    """The figures of one kind by row. Some rows also count how many fields are right."""
    fields = _fields(gold, kind)
    return {row.name: _figure(gold, found, kind, row, fields) for row in comparison(kind).rows}


def slips(gold: Documents, found: Documents, kind: str) -> Iterator[Slip]:
    """What the headline of a kind counts as missed and as spurious, article by article."""
    for id, facts in gold.items():
        _, missed, spurious = _compare(facts.get(kind, ()), _of(found, id, kind), comparison(kind).rows[0])
        yield from (Slip(id, fact, missed=True) for fact in missed)
        yield from (Slip(id, fact, missed=False) for fact in spurious)


def _of(documents: Documents, id: str, kind: str) -> Facts:
    return documents.get(id, {}).get(kind, ())


def _figure(gold: Documents, found: Documents, kind: str, row: Row, fields: Mapping[str, Same]) -> Figure:
    figure = Figure(fields={} if row.fields else None)
    for id, facts in gold.items():
        pairs, missed, spurious = _compare(facts.get(kind, ()), _of(found, id, kind), row)
        figure.right += len(pairs)
        figure.missed += len(missed)
        figure.spurious += len(spurious)
        if figure.fields is not None:
            for pair in pairs:
                _tally(figure.fields, pair, fields)
    return figure


def _fields(gold: Documents, kind: str) -> dict[str, Same]:
    """The fields to compare of a kind, and how: those that gold has."""
    there = dict.fromkeys(name for facts in gold.values() for fact in facts.get(kind, ()) for name in fact)
    known = comparison(kind).fields or dict.fromkeys((name for name in there if name not in UNCOMPARED), equal)
    return {name: same for name, same in known.items() if name in there}


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
