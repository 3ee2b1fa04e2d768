"""The formats articles come in: plain text, web pages, JSON Lines.

An input is first split into raw articles, which costs little; each is parsed by itself, wherever it is worked on.
"""

from __future__ import annotations

import codecs
import datetime as dt
import io
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import msgspec

from waqai.extractors import Article, Failure

from .encodings import Unreadable, decode, marked

_CHARSET = re.compile(rb"""<meta[^>]+charset=["']?([\w-]+)""", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page must name its encoding; HTML asks for it within the first 1024


@dataclass(frozen=True, slots=True)
class Fields:
    """Where a JSON record keeps an article. Of several date fields the first that is there and not null counts."""

    text: str = "text"
    dates: tuple[str, ...] = ("date", "published")
    id: str = "id"
    title: str = "title"


class InputFormat(StrEnum):
    """What an input holds: one article as plain text or a web page, or a record of one on each line."""

    text = "text"
    page = "page"
    records = "records"


class RawArticle(msgspec.Struct, frozen=True):
    """An article as it was read: a whole file, or the record on a line of one. Text where the encoding is known."""

    source: str
    kind: InputFormat
    data: bytes | str
    line: int | None = None

    def parse(self, fields: Fields, published: dt.date | None = None) -> Article | Failure:
        """The article. `published` takes the place of the date that it has itself."""
        try:
            article = _PARSERS[self.kind](self, fields if published is None else replace(fields, dates=()))
        except Unreadable as error:
            return Failure(source=self.source, line=self.line, reason=str(error))
        return article if published is None else msgspec.structs.replace(article, published=published)


def parse_date(value: str) -> dt.date:
    """The day of an ISO 8601 date or date and time, in the time zone it is written in. Raises ValueError."""
    return dt.datetime.fromisoformat(value.strip()).date()


def split(stream: io.BufferedReader, source: str, kind: InputFormat) -> Iterator[RawArticle]:
    """The raw articles in a stream. Raises Unreadable."""
    if kind is InputFormat.records:
        yield from _records(stream, source)
    else:
        yield RawArticle(source, kind, stream.read())


def _records(stream: io.BufferedReader, source: str) -> Iterator[RawArticle]:
    """One article a line; blank lines are passed over."""
    for number, line in enumerate(_lines(stream), 1):
        if line.strip():
            yield RawArticle(source, InputFormat.records, line, number)


def _text_article(raw: RawArticle, fields: Fields) -> Article:
    """The whole file is the article: nothing is stripped, line ends stay, so that offsets are those of the file."""
    return Article(text=_decoded(raw.data), source=raw.source)


def _page_article(raw: RawArticle, fields: Fields) -> Article:
    """The main text of a page, its title and the date it was published. An empty page is an empty article."""
    page = raw.data
    if isinstance(page, bytes):
        charset = _CHARSET.search(page[:_HEAD])
        page = decode(page, charset[1].decode("ascii", "ignore") if charset else None)
    return _main_text(page, raw.source) if page.strip() else Article(text="", source=raw.source)


def _record_article(raw: RawArticle, fields: Fields) -> Article:
    """The article in a record. Without an id it gets the number of its line."""
    record = _record(raw.data)
    text, title = record.get(fields.text), record.get(fields.title)
    if text is None:
        there = ", ".join(list(record)[:10]) or "no field"
        raise Unreadable(f"no {fields.text!r} field; name the one that holds the article with --text-field ({there})")
    if not isinstance(text, str):
        raise Unreadable(f"the {fields.text!r} field is not a string")
    return Article(
        text=text,
        source=raw.source,
        id=_identifier(record.get(fields.id), raw.line),
        title=title if isinstance(title, str) else None,
        published=_published(record, fields),
    )


_PARSERS = {InputFormat.text: _text_article, InputFormat.page: _page_article, InputFormat.records: _record_article}


def _decoded(data: bytes | str) -> str:
    return decode(data) if isinstance(data, bytes) else data


def _main_text(page: str, source: str) -> Article:
    import trafilatura  # half a second, and only pages need it

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it could not parse is told by the Failure
    # A date that the page does not declare would be a guess.
    dates = {"original_date": True, "extensive_search": False, "max_date": dt.date.today().isoformat()}
    found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=dates)
    if found is None or isinstance(found, dict) or not found.text:
        raise Unreadable("no article found in this page; save its text as .txt")
    published = parse_date(found.date) if found.date else None
    return Article(text=found.text, source=source, title=found.title, published=published)


def _lines(stream: io.BufferedReader) -> Iterator[bytes | str]:
    """The lines of a stream: bytes, or text where a byte order mark names another encoding than UTF-8."""
    encoding = marked(stream.peek(4))
    if encoding == "utf-8-sig":
        stream.read(len(codecs.BOM_UTF8))
    if encoding in (None, "utf-8-sig"):
        yield from stream
        return
    try:
        yield from io.TextIOWrapper(stream, encoding=encoding, newline="\n")
    except UnicodeDecodeError as error:
        raise Unreadable(f"not valid {error.encoding} ({error.reason}); save it as UTF-8") from error


def _record(line: bytes | str) -> dict[str, Any]:
    """The JSON object on a line. Raises Unreadable."""
    try:
        record = msgspec.json.decode(_utf8(line))
    except (msgspec.DecodeError, RecursionError) as error:
        raise Unreadable(f"not valid JSON ({error}); give one object a line") from error
    if not isinstance(record, dict):
        raise Unreadable("not a JSON object; give one object a line")
    return record


def _utf8(line: bytes | str) -> bytes | str:
    """A line as the JSON decoder takes it: bytes in UTF-8, or text."""
    if isinstance(line, bytes):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            return decode(line)
    return line


def _published(record: dict[str, Any], fields: Fields) -> dt.date | None:
    name = next((name for name in fields.dates if record.get(name) not in (None, "")), None)
    if name is None:
        return None
    try:
        return parse_date(str(record[name]))
    except ValueError as error:
        raise Unreadable(f"the {name!r} field is {record[name]!r}, not an ISO date such as 2016-11-13") from error


def _identifier(value: object, line: int | None) -> str:
    if value is None:
        return str(line)
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
