"""Extractors, built in or third party, and how they are found: by the entry-point group `waqai.extractors`."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol, cast

from .article import Fact
from .text.document import Document

GROUP = "waqai.extractors"


class Extractor(Protocol):
    """Finds the facts of one kind. Made once a process, called once an article; must keep no state between articles.

    `name` is its key in the output and the name of its entry point; `fact` the struct of its facts; `requires` the
    kinds whose facts it reads from `document.facts`, which run before it.
    """

    name: str
    fact: type[Fact]
    requires: tuple[str, ...]

    def extract(self, document: Document) -> list[Fact]:
        """The facts of `document`, in any order."""
        ...


class UnknownExtractor(ValueError):
    """A kind that no installed package offers."""

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(f"no extractor named {name!r}; there are: {', '.join(known)}")


@cache
def available() -> dict[str, EntryPoint]:
    """The entry points of all installed extractors by name, sorted; nothing is imported."""
    return {point.name: point for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)}


@cache
def load(name: str) -> Extractor:
    """The extractor called `name`. Raises UnknownExtractor where there is none."""
    points = available()
    if name not in points:
        raise UnknownExtractor(name, list(points))
    return cast(Extractor, points[name].load()())


def in_order(names: list[str]) -> list[Extractor]:
    """The extractors called `names` and those they require, each after what it requires. Raises UnknownExtractor."""
    ordered: dict[str, Extractor] = {}

    def add(name: str) -> None:
        if name not in ordered:
            extractor = load(name)
            for required in extractor.requires:
                add(required)
            ordered[name] = extractor

    for name in names:
        add(name)
    return list(ordered.values())
