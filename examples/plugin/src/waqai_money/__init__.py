"""Amounts of money in Arabic news: an extractor of another package than waqai."""

from .extractor import MoneyExtractor, MoneyFact

__all__ = ["MoneyExtractor", "MoneyFact"]
