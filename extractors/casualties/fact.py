"""What a casualty fact is, after docs/facts.md; lower bounds of vague counts follow the ACLED codebook."""

from __future__ import annotations

from typing import Literal

from ..article import Fact
from ..location import Location
from ..numbers.quantity import Modifier

Outcome = Literal["killed", "injured", "infected", "missing", "abducted", "detained", "displaced", "casualty"]
Relation = Literal["part", "added", "also"]
Scope = Literal["incident", "period", "several", "past"]
Unit = Literal["persons", "households"]


class CasualtyFact(Fact, frozen=True, kw_only=True):
    """A number of people with one outcome.

    `min` and `max` are inclusive bounds, None where open. `victims`, `attribution` and `place` are as written.
    `implicit` marks one person's outcome told with no count word. `unit` says what is counted. `of` is the `start` of
    the count that this one belongs to, `relation` how: a part of it, added to it, or told beside it with other victims.
    `when` is the TIMEX3 value of the time at which it happened, `at` the narrowest named place where it did. `scope`
    tells one incident from a total over a period, one number for several incidents, and what is past.
    """

    type: Outcome
    min: int | None
    max: int | None
    modifier: Modifier | None = None
    victims: str | None = None
    attribution: str | None = None
    place: str | None = None
    implicit: bool = False
    unit: Unit = "persons"
    of: int | None = None
    relation: Relation | None = None
    when: str | None = None
    at: Location | None = None
    scope: Scope = "incident"
