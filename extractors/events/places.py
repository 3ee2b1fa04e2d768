"""Where something happened, and how two places stand to each other."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import Any

from ..location import Location
from ..text.folding import fold
from .words import stem

NEAR = 25.0  # kilometres within which two towns may be one place
_DISPUTED = frozenset(map(frozenset, (("PS", "IL"), ("SY", "IL"), ("UA", "RU"), ("EH", "MA"))))
_NARROW = frozenset({"town", "quarter", "camp", "site", "district"})
_CLASS_WORDS = frozenset(
    fold(
        "مدينة محافظة مديرية منطقة قرية بلدة حي مخيم ولاية إقليم ريف شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط قرب"
        " ضواحي ضاحية قضاء ناحية مركز جزيرة جبهة في من على قطاع محيط أطراف مقر العاصمة البلاد المدينة الموقع مكان"
    ).split()
)


class Place(Location, frozen=True, kw_only=True):
    """A place as far as it is known: resolved, or only its name. `words` are the stems of its name."""

    precision: str | None = None

    @property
    def words(self) -> frozenset[str]:
        """The stems of the name, without words such as city and province."""
        return name_words(self.name)

    @property
    def narrow(self) -> bool:
        """Whether it is a town or less, and where it lies is known."""
        return self.kind in _NARROW and self.lat is not None


@lru_cache(maxsize=50_000)
def name_words(name: str) -> frozenset[str]:
    """The stems of a place name that tell it from others."""
    words = [stem(word) for word in fold(name).replace("_", " ").split()]
    return frozenset(word for word in words if word not in _CLASS_WORDS and len(word) > 1)


def resolved(fields: Mapping[str, Any]) -> Place:
    """The place that a fact names in its fields."""
    known = {name: fields.get(name) for name in Place.__struct_fields__ if name != "name"}
    return Place(name=fields["name"], **known)


class Relation(IntEnum):
    """How two places stand to each other."""

    apart = -1
    unknown = 0
    contained = 1
    same = 2


@lru_cache(maxsize=200_000)
def relation(a: Place, b: Place) -> Relation:
    """How `a` and `b` stand to each other.

    Towns more than 25 km apart, two regions and two countries are apart. Of names that are only names the words tell.
    """
    if a.id is not None and a.id == b.id:
        return Relation.same
    if a.country and b.country and a.country != b.country:
        return _across(a, b)
    if {a.kind, b.kind} & {"water", "area"}:  # without an edge; a wreck is told of by either shore
        return _by_words(a, b)
    if a.kind == "country" or b.kind == "country":
        return Relation.contained if a.country and a.country == b.country else _by_words(a, b)
    narrow = a.narrow and b.narrow
    if narrow and a.id is not None and b.id is not None:  # others have the coordinates of what they lie in
        return _close(a, b) if distance(a, b) <= NEAR else Relation.apart
    if a.region and b.region and fold(a.region) != fold(b.region):
        return Relation.apart
    if narrow:
        return _close(a, b)
    if a.region and b.region:
        return Relation.same if a.kind == b.kind and a.words == b.words else Relation.contained
    return _by_words(a, b)


def _across(a: Place, b: Place) -> Relation:
    """How places of two countries stand: one name read in two ways, or a disputed land, puts nothing apart."""
    if frozenset((a.country, b.country)) in _DISPUTED:
        return _by_words(a, b)
    return Relation.unknown if a.words and a.words == b.words else Relation.apart


def _close(a: Place, b: Place) -> Relation:
    """How two places near each other stand: a quarter lies in its town, but two quarters or towns are two."""
    if a.words and a.words == b.words:
        return Relation.same
    return Relation.contained if a.kind != b.kind or a.words & b.words else Relation.unknown


def _by_words(a: Place, b: Place) -> Relation:
    if a.words and a.words == b.words:
        return Relation.same
    return Relation.contained if a.words & b.words else Relation.unknown


def one_country(ones: Sequence[Place], others: Sequence[Place]) -> bool:
    """Whether two lists of places have a country in common."""
    return bool({a.country for a in ones if a.country} & {b.country for b in others if b.country})


def distance(a: Place, b: Place) -> float:
    """Kilometres between two places, by the haversine formula."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    across = math.radians(b.lon - a.lon)
    h = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(across / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(h))


def _narrower(places: Sequence[Place]) -> Sequence[Place]:
    """The places without countries, which say nothing where a narrower one is told."""
    return [place for place in places if place.kind != "country"] or places


def best_relation(ones: Sequence[Place], others: Sequence[Place]) -> Relation:
    """How two lists of places stand to each other: apart only where nothing brings them together."""
    ones, others = _narrower(ones), _narrower(others)
    quarters = [[place for place in places if place.kind == "quarter"] for places in (ones, others)]
    if all(quarters):
        ones, others = quarters
    found = [relation(a, b) for a in ones for b in others]
    return max(found, key=lambda r: (r > 0, abs(r), r)) if found else Relation.unknown
