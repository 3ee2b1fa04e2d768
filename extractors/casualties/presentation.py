"""How casualty counts are shown, and when one found is the one that gold has."""

from __future__ import annotations

from ..comparison import Comparison, GoldFact, Row, equal, overlapping, same_name, same_place, same_scene, same_words
from ..presentation import Column, Highest, Presentation, bounds
from .fact import CasualtyFact


def count(fact: CasualtyFact) -> str:
    """The number of people, as people write it: ≥ 50."""
    return bounds(fact.min, fact.max, fact.modifier)


def other_scope(fact: CasualtyFact) -> str:
    """What a count is of where it is not of one incident: `past`."""
    return "" if fact.scope == "incident" else fact.scope


PRESENTATION = Presentation(
    label="الضحايا",
    style="bold red",
    note=lambda fact: f"{fact.type} {count(fact)}",
    columns=(
        Column("type", lambda fact: fact.type),
        Column("count", count),
        Column("scope", other_scope, rare=True),
        Column("victims", lambda fact: fact.victims),
        Column("place", lambda fact: fact.place),
        Column("source", lambda fact: fact.attribution),
    ),
    tallies=(Highest("killed", "أعلى عدد للقتلى في اليوم"), Highest("injured", "أعلى عدد للجرحى في اليوم")),
)


def _counted(fact: GoldFact) -> bool:
    return not fact.get("implicit")


def _implicit(fact: GoldFact) -> bool:
    return bool(fact.get("implicit"))


def _all_right(gold: GoldFact, found: GoldFact) -> bool:
    """Whether a count can go into a sheet unread: type, bounds, modifier, source and place are right."""
    return (
        overlapping("type", "min", "max", "modifier")(gold, found)
        and same_words(gold.get("attribution"), found.get("attribution"))
        and same_scene(gold.get("place"), found.get("place"))
    )


COMPARISON = Comparison(
    rows=(
        Row("count and type", overlapping("type", "min", "max"), _counted, fields=True),
        Row("all right", _all_right, _counted),
        Row("implicit: one person, no number", overlapping("type"), _implicit),
        Row("count only", overlapping("min", "max"), _counted),
        Row("span only", overlapping(), _counted),
    ),
    fields={
        "modifier": equal,
        "victims": same_name,
        "attribution": same_name,
        "place": same_name,
        "when": equal,
        "at": same_place,
        "scope": equal,
        "relation": equal,
    },
)
