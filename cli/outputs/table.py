"""Tables for a terminal, see `summary.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from .output import Renderer, Writer
from .text import TextOutput

if TYPE_CHECKING:
    from waqai.extractors import ExtractedArticle


class TableOutput(TextOutput):
    """One article as panels, many as a table."""

    escapes = False  # the table does so itself

    def renderer(self) -> Renderer:
        return as_it_is

    def writer(self, stream: TextIO) -> Writer:
        from ..bidi import drawing  # rich is only needed here
        from ..summary import TableWriter
        from ..words import words

        return TableWriter(stream, drawing(self.bidi, stream), words(self.lang))


def as_it_is(article: ExtractedArticle) -> ExtractedArticle:
    """The article itself."""
    return article
