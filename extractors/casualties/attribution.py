"""Who states a count: the speaker of the quotation it stands in."""

from __future__ import annotations

from ..text.document import Document


def attribute(document: Document, start: int, end: int) -> str | None:
    """Role and name, or the name alone, of the innermost quote around the span; None where nobody is quoted."""
    around = [quote for quote in document.facts.get("quotes", ()) if quote.start <= start and end <= quote.end]
    if not around:
        return None
    quote = min(around, key=lambda quote: quote.end - quote.start)
    speaker, role = getattr(quote, "speaker", None), getattr(quote, "role", None)
    return " ".join(part for part in (role, speaker) if part) or None
