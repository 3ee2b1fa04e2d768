"""Finds places: names of the gazetteer where something shows that a place is meant, and names after a class word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from ..article import Fact
from ..document import Document
from ..location import Countries, Location
from .explain import notes
from .fact import PlaceFact, Precision
from .mention import Mention, Reading
from .names import Entry, load
from .presentation import COMPARISON, PRESENTATION
from .recognizer import Recognizer
from .resolution import Resolved, Resolver

_COARSE: dict[str, Precision] = {
    "country": "country",
    "region": "region",
    "district": "district",
    "area": "district",
    "water": "region",
}


class PlaceExtractor:
    """The built-in extractor of places."""

    name = "places"
    fact: type[Fact] = PlaceFact
    requires: tuple[str, ...] = ()
    presentation = PRESENTATION
    comparison = COMPARISON

    def __init__(self, table: str | None = None) -> None:
        """With a table of places that add to the gazetteer and overrule it. Raises OSError, WrongTable."""
        path = Path(table) if table else None
        self._atlas = load(path)
        self._recognizer = Recognizer(self._atlas, path)
        self.lexicon = self._recognizer.lexicon
        self.matchers = self._recognizer.matchers

    def classes(self, document: Document) -> str:
        """The class string that the rules read: with the names of the gazetteer marked."""
        return self._recognizer.read(document).marked

    def extract(self, document: Document) -> list[Fact]:
        """The places that `document` names, in their order."""
        reading = self._recognizer.read(document)
        countries = document.layer(Countries)
        countries.read, countries.named = partial(self._adjectives, reading), self._country
        mentions = self._recognizer.mentions(reading)
        if not mentions:
            return []
        resolved = Resolver(self._atlas, self._recognizer, reading, mentions).resolve()
        facts: list[Fact] = []
        for mention, place in zip(mentions, resolved, strict=True):
            facts.append(fact := _fact(document, mention, place))
            document.explain(fact, [mention.match] if mention.match else [], partial(notes, mention, place))
        return facts

    def _country(self, code: str) -> Location | None:
        """A country by its ISO code."""
        found = self._atlas.country(code)
        if found is None:
            return None
        return Location(name=found.name, kind=found.kind, country=code, lat=found.lat, lon=found.lon, id=found.id)

    def _adjectives(self, reading: Reading) -> Iterator[tuple[int, str]]:
        """The countries that the adjectives of nations are of, by the offset of each."""
        for token, code in self._recognizer.nations(reading):
            yield reading.document.start(token), code


def _fact(document: Document, mention: Mention, place: Resolved) -> PlaceFact:
    end = document.end(mention.end - 1)
    itself = place.entry if place.entry and place.entry.lat is not None else None
    known = itself or (place.inside.entry if place.inside else None)
    return PlaceFact(
        start=mention.start,
        end=end,
        text=document.text[mention.start : end],
        rule=mention.rule,
        name=place.name,
        kind=place.kind,
        id=place.entry.id if place.entry else None,
        country=place.country,
        region=place.region,
        lat=known.lat if known else None,
        lon=known.lon if known else None,
        precision=_precision(mention, place, known, itself),
    )


def _precision(mention: Mention, place: Resolved, known: Entry | None, itself: Entry | None) -> Precision | None:
    """How near a place is to the coordinates given, which are its own or of what it lies in."""
    if known is None or known.lat is None:
        return None
    if itself is None:
        return _COARSE.get(known.kind, "district")
    coarse = _COARSE.get(place.kind) or ("district" if place.kind == "region" else None)
    return coarse or ("near" if mention.near else "exact")
