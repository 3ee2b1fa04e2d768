"""Facts as one JSON array."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

import msgspec

from .output import Renderer, Writer
from .record import Encoder
from .text import TextOutput, TextWriter

if TYPE_CHECKING:
    from waqai.extractors import ExtractedArticle


class JsonOutput(TextOutput):
    """An array of articles."""

    def renderer(self) -> Renderer:
        return JsonRenderer(Encoder(self.with_text, self.with_sentence))

    def writer(self, stream: TextIO) -> Writer:
        return TextWriter(stream, "[\n", ",\n", "\n]\n", empty="[]\n")


class JsonRenderer(msgspec.Struct, frozen=True):
    """Turns an article into indented JSON."""

    encode: Encoder

    def __call__(self, article: ExtractedArticle) -> str:
        return msgspec.json.format(self.encode(article), indent=2).decode()
