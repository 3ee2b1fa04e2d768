"""Events and tolls as they are given out; their fields are those of the contract with users."""

from __future__ import annotations

from typing import Literal

import msgspec

Step = Literal["first", "same", "up", "down", "stale", "part", "outlier", "denial", "preliminary"]
Status = Literal["single", "agreed", "rising", "lowered", "disputed", "denied", "vague"]


class EventPlace(msgspec.Struct, frozen=True, kw_only=True):
    """Where it happened, as in the kind `places`."""

    id: str | None
    name: str
    country: str | None
    region: str | None
    lat: float | None
    lon: float | None
    precision: str | None


class MentionRef(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A fact of the event: `start` and `end` count code points of the article's text.

    `score` tells how well its report fits those before it, 0 where it opened the event; `terms` are the reasons, where
    they were asked for.
    """

    article: str | None
    source: str | None
    kind: str
    outcome: str
    start: int
    end: int
    relation: str | None
    score: float
    terms: dict[str, float] = {}


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A figure as somebody gave it, with the step that it is in the toll's history."""

    day: str | None
    min: int | None
    max: int | None
    modifier: str | None
    said_by: str | None
    official: bool
    outlet: str | None
    article: str | None
    start: int
    end: int
    step: Step
    text: str


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Some of the people of a toll."""

    victims: str | None
    min: int | None
    max: int | None


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """Arithmetic that figures allow: `parts`, `died of wounds`, `day`."""

    kind: str
    ok: bool
    text: str


class Toll(msgspec.Struct, frozen=True, kw_only=True):
    """How many people had one outcome, as reported. `max` is null where open, `best` where only vague words are known.

    `sources` are families of sources that stand apart, not articles; `stale` counts statements of superseded figures.
    """

    min: int
    best: int | None
    max: int | None
    status: Status
    as_of: str | None
    sources: int
    stale: int
    attackers: int = 0
    history: list[Statement] = []
    parts: list[Part] = []
    partitions: list[list[Part]] = []
    checks: list[Check] = []


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Who did it, as claimed in an article."""

    name: str
    claim: Literal["claimed", "accused"]
    by: str | None
    article: str | None
    start: int


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened, with its tolls by outcome. `alike` are ids of events that may be this very one."""

    id: str
    was: list[str]
    title: str
    scope: Literal["incident", "series", "several"]
    outside: bool
    cause: str | None
    first_day: str | None = msgspec.field(name="from")
    last_day: str | None = msgspec.field(name="to")
    day_precision: str | None
    place: EventPlace | None
    tolls: dict[str, Toll]
    actors: list[Actor]
    articles: int
    outlets: int
    first: str | None
    last: str | None
    mentions: list[MentionRef]
    of: str | None
    parts: list[str]
    alike: list[str]
    review: list[str]
