"""Where a count happened: the nearest phrase of place in its sentence."""

from __future__ import annotations

from ..text.document import Document


class Places:
    """The phrases of place in a document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def near(self, first: int, end: int) -> str | None:
        """The place of the count in tokens first … end - 1, as written; None where its sentence names none."""
        return None
