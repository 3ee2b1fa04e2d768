"""How far what is said goes: pairs of quotation marks, ends of sentences."""

from __future__ import annotations

from ..text.document import Document
from ..text.rules import compile_pattern
from .rules import LEXICON

_MARKS = compile_pattern(LEXICON, "<QUOTE|OPEN|CLOSE|BREAK>|<LPAREN><LPAREN>|<RPAREN><RPAREN>")
_ENDS = compile_pattern(LEXICON, "<STOP|BREAK>")
_BREAK = compile_pattern(LEXICON, "<BREAK>")
_LONGEST = 400  # tokens between quotation marks; a mark whose partner is farther is a slip
_OPENING, _CLOSING = "«“„‹(", "»”›)"


class Extents:
    """The quotation marks and sentence ends of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._classes = document.classes(LEXICON)
        self.closing: dict[int, int] = {}  # token of an opening mark → token of its closing mark
        self._pair()
        self._enclosing = sorted(self.closing.items())

    def _pair(self) -> None:
        document, text = self._document, self._document.text
        opened: int | None = None
        for found in _MARKS.finditer(self._classes):
            token = found.start()
            start, end = document.start(token), document.end(token)
            sign = text[start:end]
            if sign.isspace():
                if opened is not None and text[document.start(opened)] not in _OPENING:
                    opened = None if not self._closes_later(token) else opened
                continue
            if sign[0] in _OPENING:
                opens = True
            elif sign[0] in _CLOSING:
                opens = False
            else:
                before, after = text[start - 1 : start], text[end : end + 1]
                if before.isspace() == after.isspace() or not before or not after:
                    opens = opened is None
                else:
                    opens = not before or before.isspace()
            if opens:
                opened = token
            elif opened is not None:
                if token - opened <= _LONGEST:
                    self.closing[opened] = token
                opened = None

    def _closes_later(self, token: int) -> bool:
        """Whether the first mark of the paragraph after a break closes a quotation."""
        found = _MARKS.search(self._classes, token + 1)
        if found is None or self._document.end(found.start()) - self._document.start(found.start()) != 1:
            return False
        start = self._document.start(found.start())
        text = self._document.text
        return not text[start - 1 : start].isspace() and text[start - 1] not in ":،"

    def after_marks(self, token: int) -> int:
        """The first token after quotation marks and brackets that stand at `token`."""
        while token < len(self._classes) and token in self.closing:
            token += 1
        return token

    def sentence_end(self, token: int) -> int:
        """The full stop or line break that ends the sentence of `token`, outside quotation marks; else the last token."""
        position = token
        spans = self.closing
        while True:
            found = _ENDS.search(self._classes, position)
            if found is None:
                return len(self._classes)
            end = found.start()
            covering = next((spans[o] for o in range(end - 1, max(position, end - _LONGEST) - 1, -1) if o in spans), -1)
            if covering > end:
                position = covering
            elif self._is_ellipsis(end):
                position = end + 1
            else:
                return end

    def paragraph_end(self, token: int) -> int:
        found = _BREAK.search(self._classes, token)
        return len(self._classes) if found is None else found.start()

    def sentence_start(self, token: int) -> int:
        """The first token of the sentence that `token` stands in."""
        start = 0
        for found in _ENDS.finditer(self._classes, max(0, token - 200), token):
            if not self._is_ellipsis(found.start()):
                start = found.end()
        return start

    def _is_ellipsis(self, token: int) -> bool:
        piece = self._document.text[self._document.start(token) : self._document.end(token)]
        return len(piece) > 1 and piece[0] in "…." and self._document.text[self._document.end(token) :][:1] != "\n"

    def direct(self, token: int) -> int | None:
        """The closing mark where a quotation opens at `token`."""
        return self.closing.get(token)
