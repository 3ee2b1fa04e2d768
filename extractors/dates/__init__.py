"""Dates, times, durations and sets of times, as TIMEX3 values resolved against the article's date."""

from .extractor import DateExtractor
from .fact import DateFact

__all__ = ["DateExtractor", "DateFact"]
