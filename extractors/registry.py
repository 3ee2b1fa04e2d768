"""Extractors, built in or third party, and how they are found: by the entry-point group `waqai.extractors`.

Another way to find the same kind is an entry point of the group `waqai.extractors.<kind>` and is named `<kind>:<way>`,
as `organizations:camel`, with an argument as `places:table=FILE`. A name is all that a worker elsewhere needs to be
told.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Protocol, cast

from .article import Fact
from .comparison import ANY, Comparison
from .document import Document
from .engine.cache import save
from .entry_points import EntryPoint, entry_points
from .presentation import Presentation

GROUP = "waqai.extractors"


class Extractor(Protocol):
    """Finds the facts of one kind. Made once a process, called once an article; must keep no state between articles.

    `name` is its key in the output and the name of its entry point; `fact` the struct of its facts; `requires` the
    kinds whose facts it reads from `document.facts`, which run before it. It may also have a `presentation`, which says
    how its facts are shown, and a `comparison`, by which `waqai score` compares them with gold.
    """

    name: str
    fact: type[Fact]
    requires: tuple[str, ...]

    def extract(self, document: Document) -> list[Fact]:
        """The facts of `document`, in any order."""
        ...


class UnknownExtractor(ValueError):
    """A kind, or a way to find it, that no installed package offers."""

    def __init__(self, name: str, known: list[str]) -> None:
        from difflib import get_close_matches  # only needed here

        near = get_close_matches(name, known, 1)
        meant = f"; did you mean {near[0]}?" if near else ";"
        there = "There" if near else "there"
        super().__init__(f"no kind {name!r}{meant} {there} are: {', '.join(known)}")


@cache
def available(kind: str | None = None) -> dict[str, EntryPoint]:
    """The entry points of all installed extractors by name, or the other ways to find a kind; nothing is imported."""
    found = sorted(entry_points(f"{GROUP}.{kind}" if kind else GROUP), key=lambda point: point.name)
    return {f"{kind}:{point.name}" if kind else point.name: point for point in found}


@cache
def load(name: str) -> Extractor:
    """The extractor called `name`. Raises UnknownExtractor where there is none, and what making it raises."""
    point, _, argument = name.partition("=")
    kind, way, _ = point.partition(":")
    points = available(kind) if way else available()
    if point not in points:
        raise UnknownExtractor(name, list(points))
    make = points[point].load()
    made = cast(Extractor, make(argument) if argument else make())
    save()
    return made


def presentation(kind: str) -> Presentation:
    """How facts of a kind are shown, whether or not an extractor for it is installed."""
    found = getattr(load(kind), "presentation", None) if kind in available() else None
    return found if isinstance(found, Presentation) else Presentation()


def comparison(kind: str) -> Comparison:
    """How facts of a kind are compared with gold, whether or not an extractor for it is installed."""
    found = getattr(load(kind), "comparison", None) if kind in available() else None
    return found if isinstance(found, Comparison) else ANY


def builtin(names: Sequence[str] | None) -> bool:
    """Whether all extractors called `names`, or all that are installed, are waqai's own."""
    points = available()
    chosen = points if names is None else {kind_of(name) for name in names}
    return all(name in points and points[name].value.startswith("waqai.extractors.") for name in chosen)


def kind_of(name: str) -> str:
    """The kind of facts that the extractor called `name` finds."""
    return name.partition(":")[0]


def in_order(names: Sequence[str]) -> list[Extractor]:
    """The extractors called `names` and those they require, each after what it requires. Raises UnknownExtractor."""
    ordered: dict[str, Extractor] = {}
    chosen = {kind_of(name): name for name in names}

    def add(kind: str) -> None:
        if kind not in ordered:
            extractor = load(chosen.get(kind, kind))
            for required in extractor.requires:
                add(required)
            ordered[kind] = extractor

    for kind in chosen:
        add(kind)
    return list(ordered.values())
