"""Evidence: what a fact was made of, kept where a document is to be explained and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from .article import Fact
from .grammar import Match

StructT = TypeVar("StructT", bound=msgspec.Struct)


class Excerpt(str):
    """A part of a text that knows where it stands: offsets `start` and `end`."""

    __slots__ = ("end", "start")

    start: int
    end: int

    def __new__(cls, text: str, start: int, end: int) -> Excerpt:
        excerpt = super().__new__(cls, text)
        excerpt.start, excerpt.end = start, end
        return excerpt


def standing(text: str, part: str) -> str:
    """`text`, said to stand where `part` does, from which it was made."""
    return Excerpt(text, part.start, part.end) if isinstance(part, Excerpt) else text


class Evidence(msgspec.Struct, frozen=True):
    """The matches of rules that a fact was made of, the offsets of its fields, and notes on its values by heading."""

    matches: tuple[Match, ...] = ()
    fields: Mapping[str, tuple[int, int]] = msgspec.field(default_factory=dict)
    notes: Mapping[str, str] = msgspec.field(default_factory=dict)


def places(fact: Fact) -> dict[str, tuple[int, int]]:
    """Start and end offset of each field of a fact that was cut out of the text."""
    cut = ((name, getattr(fact, name)) for name in fact.__struct_fields__ if name != "text")
    return {name: (value.start, value.end) for name, value in cut if isinstance(value, Excerpt)}


def plain(fact: StructT) -> StructT:
    """A fact, or a struct in one, whose texts are no excerpts: as it is printed."""
    values = {name: getattr(fact, name) for name in fact.__struct_fields__}
    changed: dict[str, object] = {name: str(value) for name, value in values.items() if isinstance(value, Excerpt)}
    changed |= {name: plain(value) for name, value in values.items() if isinstance(value, msgspec.Struct)}
    return msgspec.structs.replace(fact, **changed) if changed else fact
