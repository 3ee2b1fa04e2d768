"""Facts as one JSON array."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

import msgspec

from .output import Renderer, Writer
from .text import TextOutput, TextWriter

if TYPE_CHECKING:
    from waqai.extractors import ExtractedArticle


class JsonOutput(TextOutput):
    """An array of articles."""

    def renderer(self) -> Renderer:
        return render_json

    def writer(self, stream: TextIO) -> Writer:
        return TextWriter(stream, "[\n", ",\n", "\n]\n", empty="[]\n")


def render_json(article: ExtractedArticle) -> str:
    """An article as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(article), indent=2).decode()
