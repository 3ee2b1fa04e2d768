"""How quotes are shown, and when one found is the one that gold has."""

from __future__ import annotations

from ..comparison import Comparison, GoldFact, Row, equal, half_shared, same_name, same_words
from ..presentation import Column, Different, Presentation

PRESENTATION = Presentation(
    label="التصريحات",
    style="underline yellow",
    note=lambda fact: fact.speaker or fact.kind,
    columns=(
        Column("speaker", lambda fact: fact.speaker),
        Column("role", lambda fact: fact.role),
        # With the word of saying, for what is denied is no claim.
        Column("quote", lambda fact: f"{fact.cue}: {fact.text}" if fact.cue else fact.text, long=True),
    ),
    tallies=(Different("officials", "المسؤولون", field="speaker", where="official", asked="متحدث"),),
)


def _official(fact: GoldFact) -> bool:
    return fact.get("official") is True


def _same_speaker(gold: GoldFact, found: GoldFact) -> bool:
    """Whether the speakers are one; what one side calls the speaker may be the role or the body of the other."""
    if not gold.get("speaker"):
        return False
    pairs = [("speaker", name) for name in ("speaker", "role", "organization")]
    pairs += [(name, "speaker") for name in ("role", "organization")]
    return any(same_name(gold.get(one), found.get(other)) for one, other in pairs)


def _content_and_speaker(gold: GoldFact, found: GoldFact) -> bool:
    return half_shared(gold, found) and _same_speaker(gold, found)


def _all_right(gold: GoldFact, found: GoldFact) -> bool:
    """Whether a quote can go into a sheet unread: content, speaker, role and the official mark are right."""
    return (
        half_shared(gold, found)
        and bool(gold.get("speaker"))
        and same_words(gold.get("speaker"), found.get("speaker"))
        and gold.get("official") == found.get("official")
        and same_words(gold.get("role"), found.get("role"))
    )


COMPARISON = Comparison(
    rows=(
        Row("officials: content and speaker", _content_and_speaker, _official, fields=True),
        Row("all: content and speaker", _content_and_speaker, fields=True),
        Row("all right", _all_right),
        Row("all: content", half_shared),
    ),
    fields={"kind": equal, "official": equal, "role": same_name, "organization": same_name},
)
