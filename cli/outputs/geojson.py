"""GeoJSON (RFC 7946): a feature for each fact that has a place, at the coordinates of its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, TextIO

import msgspec

from .output import Renderer, Writer
from .record import Encoder
from .text import TextOutput, TextWriter

if TYPE_CHECKING:
    from waqai.extractors import ExtractedArticle

_CREDIT = "Places of GeoNames (https://www.geonames.org), CC BY 4.0"
_FIRST = f'{{"type": "FeatureCollection", "credit": "{_CREDIT}", "features": [\n'
_LAST = "\n]}\n"
# Fields of an article, and what they are called as properties of a feature.
_ABOUT = {"source": "source", "id": "article", "title": "title", "published": "published"}


class GeoJsonOutput(TextOutput):
    """A collection of features."""

    def renderer(self) -> Renderer:
        return FeatureRenderer(Encoder(with_sentence=self.with_sentence))

    def writer(self, stream: TextIO) -> Writer:
        return FeatureWriter(stream)


class FeatureWriter(TextWriter):
    """Writes the features of articles as one collection."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream, _FIRST, ",\n", _LAST, empty=_FIRST.rstrip() + _LAST)

    def write_all(self, rendered: Sequence[str]) -> None:
        """Writes the features of those articles that have any."""
        if features := [each for each in rendered if each]:
            super().write_all(features)


class FeatureRenderer(msgspec.Struct, frozen=True):
    """Turns an article into its features, one a line."""

    encoder: Encoder

    def __call__(self, article: ExtractedArticle) -> str:
        features = (
            {"type": "Feature", "geometry": _point(place), "properties": properties}
            for place, properties in self._placed(article)
        )
        return ",\n".join(msgspec.json.encode(feature).decode() for feature in features)

    def _placed(self, article: ExtractedArticle) -> Iterator[tuple[Any, dict[str, Any]]]:
        """The facts that have a place: that place, and what is known of the fact."""
        about = {_ABOUT[name]: getattr(article, name) for name in _ABOUT}
        for kind, facts in article.facts.items():
            for fact in facts:
                place = fact if hasattr(fact, "lat") else getattr(fact, "at", None)
                if place is not None:
                    yield place, {**about, "extractor": kind, **self.encoder.fact(fact, article)}


def _point(place: Any) -> dict[str, Any] | None:
    """Longitude, then latitude; no geometry where they are not known."""
    if place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}
