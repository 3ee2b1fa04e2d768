"""Quotes: who said what."""

from .extractor import QuoteExtractor
from .fact import QuoteFact

__all__ = ["QuoteExtractor", "QuoteFact"]
