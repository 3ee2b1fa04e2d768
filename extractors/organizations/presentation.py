"""How mentions of organizations are shown, and when one found is the one that gold has."""

from __future__ import annotations

from ..comparison import SPANS, Comparison, equal, same_name
from ..presentation import Column, Different, Presentation

PRESENTATION = Presentation(
    label="المؤسسات",
    style="cyan",
    note=lambda fact: fact.category,
    columns=(Column("name", lambda fact: fact.name), Column("category", lambda fact: fact.category)),
    mentions="name",
    tallies=(Different("orgs", "المؤسسات", field="name", asked="مؤسسة"),),
)
COMPARISON = Comparison(SPANS, fields={"name": same_name, "category": equal})
