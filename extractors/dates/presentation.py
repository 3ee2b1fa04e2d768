"""How time expressions are shown, and when one found is the one that gold has."""

from __future__ import annotations

from ..comparison import Comparison, Row, equal, overlapping, same_span
from ..presentation import Column, Days, Presentation

PRESENTATION = Presentation(
    label="التواريخ",
    style="green",
    note=lambda fact: fact.value,
    columns=(Column("text", lambda fact: fact.text), Column("value", lambda fact: fact.value)),
    tallies=(Days("dates", "التواريخ المذكورة"),),
)
COMPARISON = Comparison(
    rows=(
        Row("type and value", overlapping("type", "value"), fields=True),
        Row("span, exact", same_span),
        Row("span, overlap", overlapping()),
    ),
    fields={"mod": equal},
)
