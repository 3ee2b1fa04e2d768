"""Who did it, as claimed: what an article says of who took responsibility, and whom somebody accused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

import msgspec

from .sentences import Sentence

_NEAR = 120  # characters between the verb and the name


class Claim(msgspec.Struct, kw_only=True):
    """A name, whether it claimed the deed or was accused of it, and who accused it."""

    name: str
    claim: Literal["claimed", "accused"]
    by: str | None
    start: int


def claims(sentences: Iterable[Sentence], organizations: Iterable[Mapping[str, Any]]) -> list[Claim]:
    """The claims of an article in order of place."""
    bodies = list(organizations)
    found = []
    for sentence in sentences:
        for at, label in sentence.labels:
            if label in ("claimed", "accused"):
                near = [
                    b for b in bodies if sentence.start <= b["start"] < sentence.end and abs(b["start"] - at) < _NEAR
                ]
                found += _claimed(near, at) if label == "claimed" else _accused(near, at)
    return found


def _claimed(near: list[Mapping[str, Any]], at: int) -> list[Claim]:
    """Who claimed it: the body nearest to the verb, no news agency."""
    bodies = [body for body in near if body["category"] not in ("media", "company")]
    if not bodies:
        return []
    body = min(bodies, key=lambda b: abs(b["start"] - at))
    return [Claim(name=body["name"], claim="claimed", by=None, start=body["start"])]


def _accused(near: list[Mapping[str, Any]], at: int) -> list[Claim]:
    """Who is accused, after the verb, and by whom: the body between, or before it."""
    after = sorted((b for b in near if b["start"] > at), key=lambda b: int(b["start"]))
    before = [b for b in near if b["start"] < at]
    if not after:
        return []
    accused = after[-1] if len(after) > 1 and not before else after[0]
    accuser = before[-1] if before else after[0] if accused is not after[0] else None
    return [
        Claim(name=accused["name"], claim="accused", by=accuser["name"] if accuser else None, start=accused["start"])
    ]
