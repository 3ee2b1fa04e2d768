"""What is installed: the extractors, the fields of their facts, and the schema of what they print together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from waqai.extractors import Fact


class Entry(msgspec.Struct, frozen=True):
    """An installed extractor: its name, the package it came with, the fields of its facts or why it does not load.

    Another way to find a kind has no fields of its own.
    """

    name: str
    source: str
    fields: tuple[str, ...] = ()
    error: str | None = None


class BrokenExtractor(ValueError):
    """An installed extractor that cannot be loaded; `reason` says why."""

    def __init__(self, kind: str, error: Exception) -> None:
        self.reason = f"cannot be loaded: {type(error).__name__}: {error}"
        super().__init__(f"the extractor {kind!r} {self.reason}")


def field_names(fact: type[Fact]) -> tuple[str, ...]:
    """The fields of a fact as they are printed, in order."""
    return tuple(field.encode_name for field in msgspec.structs.fields(fact) if field.encode_name != "rule")


def fact_types(kinds: Iterable[str]) -> dict[str, type[Fact]]:
    """The fact type of each kind. Loads the extractors. Raises UnknownExtractor, BrokenExtractor."""
    from waqai.extractors import UnknownExtractor, load

    types: dict[str, type[Fact]] = {}
    for kind in kinds:
        try:
            types[kind] = load(kind).fact
        except UnknownExtractor:
            raise
        except Exception as error:  # whatever a third party's module raises when it is imported
            raise BrokenExtractor(kind, error) from error
    return types


def entries() -> Iterator[Entry]:
    """All installed extractors, sorted by name, each followed by the other ways to find its kind.

    One that does not load has its error.
    """
    from waqai.extractors import available

    for name, point in available().items():
        try:
            yield Entry(name, point.package, field_names(fact_types([name])[name]))
        except BrokenExtractor as error:
            yield Entry(name, point.package, error=error.reason)
        for way, other in available(name).items():  # not loaded: it may take seconds, or need what is not there
            yield Entry(way, other.package)


def schema(types: Mapping[str, type[Fact]]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one printed article whose facts are of these types."""
    from waqai.extractors import ExtractedArticle

    kinds = [(name, list[fact]) for name, fact in types.items()]  # type: ignore[valid-type]
    facts = msgspec.defstruct("Facts", kinds)
    document = msgspec.defstruct("Article", [("facts", facts)], bases=(ExtractedArticle,), kw_only=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(document)}
