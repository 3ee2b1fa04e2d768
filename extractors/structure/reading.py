"""A document as sentences: what the parts of the structure and the quotes read of it."""

from __future__ import annotations

from ..document import Document
from ..view import View
from .clauses import Clauses
from .homographs import Homographs
from .lexicon import LEXICON
from .marks import Marks


class Reading(View):
    """A document through the lexicon of sentences, after marks and homographs are told: `document.layer(Reading)`."""

    __slots__ = ("clauses", "marks")

    def __init__(self, document: Document) -> None:
        document.layer(Homographs)
        self.marks = document.layer(Marks)
        super().__init__(document, LEXICON)
        self.clauses = document.layer(Clauses)

    def begins_hashtag(self, token: int) -> bool:
        """Whether # stands before a token."""
        start = self.document.start(token)
        return start > 0 and self.document.text[start - 1] == "#"
