"""Who states a count: the speaker of the quotation it stands in."""

from __future__ import annotations

from bisect import bisect_right

from ..document import Document

_DEEPEST = 20  # quotes that may stand within one another


def attribute(document: Document, start: int, end: int) -> str | None:
    """Role and name, or the name alone, of the innermost quote around the span; None where nobody is quoted."""
    quotes = document.facts.get("quotes", [])
    begun = bisect_right(quotes, start, key=lambda quote: quote.start)
    around = [quote for quote in quotes[max(0, begun - _DEEPEST) : begun] if end <= quote.end]
    if not around:
        return None
    quote = min(around, key=lambda quote: quote.end - quote.start)
    speaker, role = getattr(quote, "speaker", None), getattr(quote, "role", None)
    return " ".join(part for part in (role, speaker) if part) or None
