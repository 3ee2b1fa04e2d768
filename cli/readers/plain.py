"""Files that are one article: plain text and web pages."""

from __future__ import annotations

import io
from collections.abc import Iterator

from .raw import RawArticle, RawFormat, whole


def read_text(stream: io.BufferedReader, source: str, most: int) -> Iterator[RawArticle]:
    """The whole file is one article."""
    yield RawArticle(source, RawFormat.text, whole(stream, most))


def read_page(stream: io.BufferedReader, source: str, most: int) -> Iterator[RawArticle]:
    """The whole file is one page."""
    yield RawArticle(source, RawFormat.page, whole(stream, most))
