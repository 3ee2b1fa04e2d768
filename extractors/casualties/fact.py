"""What a casualty fact is, after FACTS.md; lower bounds of vague counts follow the ACLED codebook."""

from __future__ import annotations

from typing import Literal

from ..article import Fact
from ..numbers.quantity import Modifier

Outcome = Literal["killed", "injured", "infected", "missing", "abducted", "detained", "displaced", "casualty"]


class CasualtyFact(Fact, frozen=True, kw_only=True):
    """A number of people with one outcome.

    `min` and `max` are inclusive bounds, None where open. `victims`, `attribution` and `place` are as written.
    `implicit` marks one person's outcome told with no count word.
    """

    type: Outcome
    min: int | None
    max: int | None
    modifier: Modifier | None = None
    victims: str | None = None
    attribution: str | None = None
    place: str | None = None
    implicit: bool = False
