"""Places: named places with what they are, where they lie and how exactly that is known."""

from .extractor import PlaceExtractor
from .fact import Kind, PlaceFact, Precision
from .names import WrongTable

__all__ = ["Kind", "PlaceExtractor", "PlaceFact", "Precision", "WrongTable"]
