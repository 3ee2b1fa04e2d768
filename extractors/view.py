"""A document seen through one lexicon: which classes its tokens have, and the values that stand beside them."""

from __future__ import annotations

from .document import Document
from .text.lexicon import Lexicon


class View:
    """What rules and builders of facts read of a document. `classes` is its class string, one character a token."""

    __slots__ = ("classes", "document", "lexicon")

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.lexicon = lexicon
        self.classes = document.classes(lexicon)

    def __len__(self) -> int:
        return len(self.classes)

    def has(self, token: int, atom: str) -> bool:
        """Whether a token is one of an atom, written as in patterns: `view.has(token, "COMMA|STOP&NOWA")`.

        False beside the text. Raises PatternError for a class that no word has.
        """
        return 0 <= token < len(self.classes) and self.lexicon.is_one(self.classes[token], atom)

    def value(self, token: int, key: str) -> str | None:
        """The value of a token under `key`, from a class such as `month=7`; None where it has none."""
        return self.lexicon.values(self.classes[token]).get(key)

    def form(self, token: int) -> str:
        """The folded form of a token; empty for a number phrase."""
        return self.document.form(token)

    def number(self, token: int) -> int | None:
        """The whole number a token is, in digits or words, cardinal or ordinal; None where it is none."""
        ordinal = self.document.ordinals.get(token)
        if ordinal is not None:
            return ordinal
        quantity = self.document.quantities.get(token)
        if quantity is not None:
            value = quantity.numbers[-1].value
            return int(value) if value == int(value) else None
        nth = self.value(token, "nth")
        return None if nth is None else int(nth)

    def text(self, token: int) -> str:
        """The text of a token, with its clitics."""
        return self.document.text[self.document.start(token) : self.document.end(token)]

    def written(self, first: int, end: int) -> str:
        """The text of tokens first … end - 1, without the clitics attached to the first."""
        return self.document.slice(first, end, self.lexicon)[2]
