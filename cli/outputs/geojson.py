"""GeoJSON (RFC 7946): a feature for each fact that has a place, at the coordinates of its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TextIO

import msgspec

from .output import Renderer, Writer
from .text import TextOutput, TextWriter

if TYPE_CHECKING:
    from waqai.extractors import ExtractedArticle, Fact

_CREDIT = "Places of GeoNames (https://www.geonames.org), CC BY 4.0"
_FIRST = f'{{"type": "FeatureCollection", "credit": "{_CREDIT}", "features": [\n'
_LAST = "\n]}\n"
# Fields of an article, and what they are called as properties of a feature.
_ABOUT = {"source": "source", "id": "article", "title": "title", "published": "published"}


class GeoJsonOutput(TextOutput):
    """A collection of features."""

    def renderer(self) -> Renderer:
        return render_features

    def writer(self, stream: TextIO) -> Writer:
        return FeatureWriter(stream)


class FeatureWriter(TextWriter):
    """Writes the features of articles as one collection."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream, _FIRST, ",\n", _LAST, empty=_FIRST.rstrip() + _LAST)

    def write(self, rendered: str) -> None:
        """Writes the features of an article, if it has any."""
        if rendered:
            super().write(rendered)


def render_features(article: ExtractedArticle) -> str:
    """The features of an article, one a line."""
    about = {_ABOUT[name]: value for name, value in msgspec.to_builtins(article).items() if name in _ABOUT}
    features = (feature for kind, facts in article.facts.items() for feature in _features(kind, facts, about))
    return ",\n".join(msgspec.json.encode(feature).decode() for feature in features)


def _features(kind: str, facts: list[Fact], about: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for fact in facts:
        place = fact if hasattr(fact, "lat") else getattr(fact, "at", None)
        if place is not None:
            properties = {**about, "extractor": kind, **msgspec.to_builtins(fact)}
            yield {"type": "Feature", "geometry": _point(place), "properties": properties}


def _point(place: Any) -> dict[str, Any] | None:
    """Longitude, then latitude; no geometry where they are not known."""
    if place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}
