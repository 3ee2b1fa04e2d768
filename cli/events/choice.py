"""Which events are shown, and how their killed are counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from waqai.extractors.events import Event


@dataclass(frozen=True, slots=True)
class Choice:
    """What an event must have to be shown; None asks for nothing."""

    first: dt.date | None
    last: dt.date | None
    country: str | None
    place: str | None
    cause: str | None
    outcome: str | None
    min_killed: int
    without_attackers: bool
    event: str | None

    def of(self, events: Sequence[Event]) -> list[Event]:
        """The events asked for."""
        told = [without_attackers(event) for event in events] if self.without_attackers else events
        return [event for event in told if self._fits(event)]

    def _fits(self, event: Event) -> bool:
        place = event.place
        killed = event.tolls.get("killed")
        return (
            (self.event is None or event.id == self.event or self.event in event.was)
            and (self.first is None or (event.last_day or "") >= self.first.isoformat())
            and (self.last is None or (event.first_day or "9999") <= self.last.isoformat())
            and (self.country is None or (place is not None and place.country == self.country.upper()))
            and (self.place is None or (place is not None and self.place in (place.name, place.region)))
            and (self.cause is None or event.cause == self.cause)
            and (self.outcome is None or self.outcome in event.tolls)
            and (not self.min_killed or (killed is not None and (killed.best or killed.min) >= self.min_killed))
        )


def without_attackers(event: Event) -> Event:
    """The event with the attackers who died left out of its killed."""
    killed = event.tolls.get("killed")
    if killed is None or not killed.attackers:
        return event
    fewer = msgspec.structs.replace(
        killed,
        min=max(0, killed.min - killed.attackers),
        best=None if killed.best is None else max(0, killed.best - killed.attackers),
        max=None if killed.max is None else max(0, killed.max - killed.attackers),
    )
    return msgspec.structs.replace(event, tolls=event.tolls | {"killed": fewer})
