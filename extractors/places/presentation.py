"""How mentions of places are shown, and when one found is the one that gold has."""

from __future__ import annotations

from ..comparison import SPANS, Comparison, equal, same_name
from ..presentation import Column, Different, Presentation
from .fact import PlaceFact


def _where(fact: PlaceFact) -> str:
    """The region and the country that a place lies in: `حلب SY`."""
    region = fact.region if fact.region != fact.name else None
    return " ".join(part for part in (region, fact.country) if part)


PRESENTATION = Presentation(
    label="الأماكن",
    style="magenta",
    note=lambda fact: " ".join(part for part in (fact.kind, _where(fact)) if part),
    columns=(
        Column("name", lambda fact: fact.name),
        Column("kind", lambda fact: fact.kind),
        Column("where", _where),
    ),
    mentions="name",
    tallies=(Different("places", "الأماكن", field="name", asked="مكان"),),
)
COMPARISON = Comparison(SPANS, fields={"kind": equal, "country": equal, "region": same_name})
