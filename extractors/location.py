"""A named place with what is known of it, as facts and events hold it."""

from __future__ import annotations

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
