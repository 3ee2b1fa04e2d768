"""A named place with what is known of it, as facts and events hold it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

import msgspec


class Location(msgspec.Struct, frozen=True, kw_only=True):
    """A named place: ISO 3166 country, region, degrees north and east, gazetteer id; None where they are not known."""

    name: str
    kind: str | None = None
    country: str | None = None
    region: str | None = None
    lat: float | None = None
    lon: float | None = None
    id: str | None = None


class Countries:
    """The countries that the adjectives of nations in a document are of: `document.layer(Countries)`.

    The kind that knows them gives `read` and `named`, and is asked only where somebody wants to know.
    """

    def __init__(self, _document: object) -> None:
        self.read: Callable[[], Iterable[tuple[int, str]]] = tuple
        self.named: Callable[[str], Location | None] = lambda _: None  # a country by its ISO code

    @cached_property
    def adjectives(self) -> Sequence[tuple[int, str]]:
        """The offset of each adjective and the ISO code of its country, in the order of the text."""
        return list(self.read())
