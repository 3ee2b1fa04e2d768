"""What a mention of a place is."""

from __future__ import annotations

from typing import Literal, get_args

from ..article import Fact

Kind = Literal["country", "region", "district", "town", "quarter", "camp", "area", "water", "site"]
Precision = Literal["exact", "near", "district", "region", "country"]

KINDS: tuple[Kind, ...] = get_args(Kind)


class PlaceFact(Fact, frozen=True, kw_only=True):
    """One mention of a named place.

    `name` is its canonical Arabic name, `id` names it in the gazetteer (`geonames:170063`, `iso:SY`, `waqai:…`).
    `country` is its ISO 3166-1 alpha-2 code, `region` the name of its region. `lat` and `lon` are degrees (WGS 84):
    of a region those of its seat, of a country of its capital. `precision` says how near to them the mention is.
    """

    name: str
    kind: Kind
    id: str | None
    country: str | None
    region: str | None
    lat: float | None
    lon: float | None
    precision: Precision | None
