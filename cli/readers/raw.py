"""An article as a reader hands it on: split from its input, not yet parsed, so that workers share that work."""

from __future__ import annotations

import io
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import msgspec

from ..encodings import Unreadable


class RawFormat(StrEnum):
    """What a raw article is: plain text, a web page, a Word document, a PDF, a record with fields of its own, or one
    with ours."""

    text = "text"
    page = "page"
    document = "document"
    pdf = "pdf"
    record = "record"
    article = "article"


class RawArticle(msgspec.Struct, frozen=True):
    """An article as it was read: a whole file, or a record of one. Text where the encoding is known.

    `record` is the number of a record in its input, from 1 (that of its line in JSON Lines and CSV). `url` is where a
    page was fetched from.
    """

    source: str
    kind: RawFormat
    data: bytes | str
    record: int | None = None
    url: str | None = None


MOST_BYTES = 64 * 10**6  # of one article
DOCUMENTS = 4  # as many times that may a file have that is read as a whole and holds many articles


def too_large(most: int) -> str:
    """Why an article of more than `most` bytes is not read."""
    return f"larger than {most / 10**6:g} MB; split it, or allow more with --max-size"


def whole(stream: io.BufferedReader, most: int, articles: bool = False) -> bytes:
    """All of a stream that holds one article, or a document of many. Raises Unreadable where it is too large."""
    most = most * DOCUMENTS if articles else most
    data = stream.read(most + 1)
    if len(data) > most:
        raise Unreadable(too_large(most))
    return data


def record(source: str, number: int, values: Mapping[str, Any]) -> RawArticle:
    """A row of a table, or an object of a list: what its columns mean is found when it is parsed."""
    return RawArticle(source, RawFormat.record, _json(values), number)


def article(source: str, number: int | None, **values: Any) -> RawArticle:
    """An article whose parts are known: its text, html or wikitext, and title, date, id, url, outlet, forwarded_from,
    edited."""
    return RawArticle(source, RawFormat.article, _json({k: v for k, v in values.items() if v is not None}), number)


def _json(values: Mapping[str, Any]) -> str:
    return msgspec.json.encode(values, enc_hook=str).decode("utf-8", "surrogatepass")
