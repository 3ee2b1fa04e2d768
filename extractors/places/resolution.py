"""Which place a mention means: by what it lies in, what else the article names, and how large it is."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from .fact import Kind
from .mention import Link, Mention, Reading
from .names import Atlas, Entry
from .recognizer import Recognizer

# What the gazetteer may call a place that has a class word of a kind.
_KIN: dict[Kind, tuple[Kind, ...]] = {
    "country": ("country",),
    "region": ("region", "country", "district", "town"),
    "district": ("district", "region", "town"),
    "town": ("town",),
    "quarter": ("quarter", "town"),
    "camp": ("camp",),
    "area": ("area", "region", "district", "quarter", "camp", "town", "country", "water"),
    "water": ("water",),
    "site": ("site",),
}
_SMALL = frozenset({"town", "district", "quarter", "area", "camp", "site"})  # of which another may have the name
# What a name alone means before other things of that name in one country.
_RANK: dict[Kind, float] = {"country": 3.0, "town": 0.6, "area": 0.5, "region": -0.5}

_COUNTRY_TOLD = 3.0  # what it counts that an article speaks most of a place's country
_MAIN_NAME = 0.3  # what it counts that a name is the one a place mostly goes by
_SCENE = 6  # votes, of three places or more, by which an article speaks of one country
_KNOWN = 90  # thousands of people of a town that is meant wherever it is named
_WELL_KNOWN = 500  # and of one that is meant though the text says that it lies in another country: القدس
_AS_SPELLED = 6.0  # what it counts that a place's name is spelled with these vowel signs

T = TypeVar("T")


class Resolved(NamedTuple):
    """The place of a mention. `inside` is a place that it lies in, where the gazetteer does not know the place."""

    name: str
    kind: Kind
    country: str | None
    region: str | None
    entry: Entry | None
    inside: Resolved | None = None


class Votes(NamedTuple):
    """How much of an article speaks of each country and region, as shares of the one most spoken of.

    `told` counts what speaks of each country; `by_name` what of it is one name of a place.
    """

    countries: dict[str, float]
    regions: dict[tuple[str | None, str | None], float]
    told: Counter[str]
    by_name: Counter[tuple[str, str]]

    def is_foreign(self, country: str | None, name: str) -> bool:
        """Whether an article speaks of another country, and of this one by no more than this name."""
        if country is None or sum(self.told.values()) - self.told[country] < _SCENE:
            return False
        return self.told[country] <= self.by_name[country, name]


def votes(mentions: Iterable[Mention], nations: Iterable[str]) -> Votes:
    """What the mentions that can be in one country only, and the adjectives of nations, speak of."""
    countries: Counter[str] = Counter(nations)
    regions: Counter[tuple[str | None, str | None]] = Counter()
    by_name: Counter[tuple[str, str]] = Counter()
    for mention in mentions:
        places = {(entry.country, entry.region) for entry in mention.entries}
        of_countries = {country for country, _ in places}
        if len(of_countries) == 1 and (country := of_countries.pop()):
            countries[country] += 2
            by_name[country, mention.name] += 2
            regions.update(place for place in places if place[1] and len(places) == 1)
    return Votes(_shares(countries), _shares(regions), countries, by_name)


def _shares(counts: Counter[T]) -> dict[T, float]:
    most = max(counts.values(), default=1)
    return {key: count / most for key, count in counts.items()}


class Resolver:
    """Resolves the mentions of one document."""

    def __init__(self, atlas: Atlas, recognizer: Recognizer, reading: Reading, mentions: Sequence[Mention]) -> None:
        self._atlas = atlas
        self._mentions = mentions
        self._nations = [recognizer.nation_after(reading, mention) for mention in mentions]
        self._links = [recognizer.link(reading, *pair) for pair in pairwise(mentions)]
        self._votes = votes(mentions, (nation for _, nation in recognizer.nations(reading)))

    def resolve(self) -> list[Resolved]:
        """The places in the order of the mentions. What a place lies in mostly follows it: the last is done first."""
        found: list[Resolved] = []
        for number in range(len(self._mentions) - 1, -1, -1):
            link = self._links[number] if found else None
            found.append(self._resolved(number, found[-1] if link else None, link))
        return self._placed(found[::-1])

    def _resolved(self, number: int, other: Resolved | None, link: Link | None) -> Resolved:
        """The place of a mention, given the one after it, which it lies in or is listed with."""
        inside = link in ("inside", "within")
        mention, nation = self._mentions[number], self._nations[number]
        if mention.rule.startswith("capital") and (capital_of := self._nation_named(mention)):
            return self._capital(mention, capital_of)

        def best_of(entries: Iterable[Entry]) -> Entry | None:
            nation_told = mention.nation or nation
            return max(
                entries,
                key=lambda entry: (
                    self._prior(entry)
                    + _fit(entry, nation_told, other, inside)
                    + self._spelled(entry, mention)
                    + (_MAIN_NAME if entry.name == mention.name else 0.0)
                ),
                default=None,
            )

        around = other if inside else None
        best = best_of(_fitting(mention))
        if best is None:
            namesake = best_of(mention.entries)  # مطار عدن lies in عدن
            container = around if namesake is None or _is_outside(namesake, around) else _known(namesake)
            return Resolved(mention.name, mention.kind or "site", nation, None, None, container)
        if not nation and best.kind in _SMALL and self._is_elsewhere(best, mention, around, link == "within"):
            return Resolved(mention.name, mention.kind or best.kind, None, None, None, around)
        if mention.kind == "region" and best.kind not in ("region", "country"):  # ريف منبج
            return _known(best)._replace(kind="region")
        kind = best.kind if mention.kind is None or best.kind == "country" else mention.kind
        region = self._atlas.region(best) if best.lat is None else None
        return _known(best)._replace(kind=_kind(kind, best), inside=_known(region) if region else None)

    def _is_elsewhere(self, entry: Entry, mention: Mention, around: Resolved | None, within: bool) -> bool:
        """Whether a place of the gazetteer lies in another country than that of which the text speaks here."""
        if _is_own(entry):
            return False
        if around is not None and around.country:
            return entry.people < (_WELL_KNOWN if within else _KNOWN) and _is_outside(entry, around)
        return entry.people < _KNOWN and self._votes.is_foreign(entry.country, mention.name)

    def _nation_named(self, mention: Mention) -> str | None:
        """The nation whose capital a mention is: العاصمة السعودية, العاصمة الأردنية عمان, العاصمة عمان.

        None where a name says more: العاصمة السورية دمشق.
        """
        if not mention.entries:
            return mention.nation
        countries = [entry.country for entry in mention.entries if entry.kind == "country"]
        capitals = [entry.country for entry in mention.entries if self._atlas.is_capital(entry)]
        if mention.nation:
            return mention.nation if mention.nation in (*countries, *capitals) else None
        return next(iter(capitals if countries and capitals else countries), None)

    def _capital(self, mention: Mention, nation: str) -> Resolved:
        """The place of العاصمة السورية."""
        entry = self._atlas.capital(nation)
        name, region = (entry.name, entry.region) if entry else (mention.name, None)
        return Resolved(name, "town", nation, region, entry)

    def _spelled(self, entry: Entry, mention: Mention) -> float:
        """How well the vowel signs of a name fit a place: عُمان is the country, عمّان the city."""
        return _AS_SPELLED if entry.country in self._atlas.signed(mention.name) else 0.0

    def _prior(self, entry: Entry) -> float:
        """How likely a place is meant before anything near it is looked at."""
        size = math.log10(entry.people + 1) if entry.people else (1.2 if _is_own(entry) else 0.0)
        country = self._votes.countries.get(entry.country or "", 0.0)
        region = self._votes.regions.get((entry.country, entry.region), 0.0)
        return size * 0.7 + _RANK.get(entry.kind, 0.0) + _COUNTRY_TOLD * country + 1.0 * region

    def _placed(self, found: list[Resolved]) -> list[Resolved]:
        """The places with country and region filled in where the gazetteer lacks them."""
        placed: list[Resolved] = []
        for number, place in enumerate(found):
            if place.entry is None:
                place = self._beside(place, placed, found[number + 1 :], number)
            placed.append(place)
        return placed

    def _beside(self, place: Resolved, before: list[Resolved], after: list[Resolved], number: int) -> Resolved:
        """An unknown place where what it lies in is, else beside the place named before it, else after it."""
        near = [place.inside, *reversed(before), *after]
        fits = (other for other in near if other and other.country and place.country in (None, other.country))
        other = next(fits, None)
        if other is None:
            return place
        if other.kind == "country":  # a country alone says little: the last region of it that was named
            narrower = (o for o in [*reversed(before), *after] if o.country == other.country and o.region)
            other = next(narrower, other)
        return place._replace(country=other.country, region=other.region, inside=other)


def _is_own(entry: Entry) -> bool:
    """Whether a place is of the table written by hand, of places that news names often."""
    return entry.id.startswith("waqai")


def _is_outside(entry: Entry, around: Resolved | None) -> bool:
    """Whether a place lies in another country than the one that a text says it lies in."""
    return around is not None and None not in (around.country, entry.country) and around.country != entry.country


def _known(entry: Entry) -> Resolved:
    return Resolved(entry.name, entry.kind, entry.country, entry.region, entry)


def _kind(kind: Kind, entry: Entry) -> Kind:
    """The kind of a place that has a class word: منطقة is whatever the place is."""
    return entry.kind if kind == "area" and entry.kind != "town" else kind


def _fitting(mention: Mention) -> list[Entry]:
    """The places that a mention can be, by its class word."""
    if mention.kind is None:
        return list(mention.entries)
    fitting = [entry for entry in mention.entries if entry.kind in _KIN[mention.kind]]
    same = [entry for entry in fitting if entry.kind == mention.kind]
    return same or fitting


def _fit(entry: Entry, nation: str | None, other: Resolved | None, inside: bool) -> float:
    """How well a place fits the adjective of a nation after it and the place that it lies in or is listed with."""
    fit = 0.0
    if nation:
        fit += 5.0 if entry.country == nation else -3.0
    if other is not None and other.country:
        weight = 1.0 if inside else 0.5
        fit += weight * (4.0 if entry.country == other.country else -4.0)
        if other.region and entry.region == other.region:
            fit += weight * 3.0
        if inside and entry.kind == "country":
            fit -= 4.0
        if not inside and entry.kind == other.kind:
            fit += 0.6
    return fit
