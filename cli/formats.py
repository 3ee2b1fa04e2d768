"""The formats articles come in: plain text, web pages, JSON Lines."""

from __future__ import annotations

import codecs
import datetime as dt
import io
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from waqai.extractors import Article

from .encodings import Unreadable, decode, marked

_CHARSET = re.compile(rb"""<meta[^>]+charset=["']?([\w-]+)""", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page must name its encoding; HTML asks for it within the first 1024


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no article, or none on `line`, and why. Printed as `file:line: reason`."""

    source: str
    reason: str
    line: int | None = None

    def __str__(self) -> str:
        place = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{place}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Fields:
    """Where a JSON record keeps an article. Of several date fields the first that is there and not null counts."""

    text: str = "text"
    dates: tuple[str, ...] = ("date", "published")
    id: str = "id"
    title: str = "title"


def parse_date(value: str) -> dt.date:
    """The day of an ISO 8601 date or date and time, in the time zone it is written in. Raises ValueError."""
    return dt.datetime.fromisoformat(value.strip()).date()


def read_text(stream: io.BufferedReader, source: str, fields: Fields) -> Iterator[Article]:
    """The whole file is the article: nothing is stripped, line ends stay, so that offsets are those of the file."""
    yield Article(text=decode(stream.read()), source=source)


def read_html(stream: io.BufferedReader, source: str, fields: Fields) -> Iterator[Article | Failure]:
    """The main text of a page, its title and the date it was published. An empty page is an empty article."""
    data = stream.read()
    charset = _CHARSET.search(data[:_HEAD])
    page = decode(data, charset[1].decode("ascii", "ignore") if charset else None)
    yield _main_text(page, source) if page.strip() else Article(text="", source=source)


def _main_text(page: str, source: str) -> Article | Failure:
    import trafilatura  # half a second, and only pages need it

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it could not parse is told by the Failure
    # A date that the page does not declare would be a guess.
    dates = {"original_date": True, "extensive_search": False, "max_date": dt.date.today().isoformat()}
    found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=dates)
    if found is None or isinstance(found, dict) or not found.text:
        return Failure(source, "no article found in this page; save its text as .txt")
    published = parse_date(found.date) if found.date else None
    return Article(text=found.text, source=source, title=found.title, published=published)


def read_json_lines(stream: io.BufferedReader, source: str, fields: Fields) -> Iterator[Article | Failure]:
    """One article a line; blank lines are passed over. A record without an id gets the number of its line."""
    for number, line in enumerate(_lines(stream), 1):
        if line.strip():
            try:
                article: Article | Failure = _article(_record(line), source, number, fields)
            except Unreadable as error:
                article = Failure(source, str(error), number)
            yield article


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


def _article(record: dict[str, Any], source: str, line: int, fields: Fields) -> Article:
    """The article in a record. Raises Unreadable."""
    text, title = record.get(fields.text), record.get(fields.title)
    if text is None:
        there = ", ".join(list(record)[:10]) or "no field"
        raise Unreadable(f"no {fields.text!r} field; name the one that holds the article with --text-field ({there})")
    if not isinstance(text, str):
        raise Unreadable(f"the {fields.text!r} field is not a string")
    return Article(
        text=text,
        source=source,
        id=_identifier(record.get(fields.id), line),
        title=title if isinstance(title, str) else None,
        published=_published(record, fields),
    )


def _published(record: dict[str, Any], fields: Fields) -> dt.date | None:
    name = next((name for name in fields.dates if record.get(name) not in (None, "")), None)
    if name is None:
        return None
    try:
        return parse_date(str(record[name]))
    except ValueError as error:
        raise Unreadable(f"the {name!r} field is {record[name]!r}, not an ISO date such as 2016-11-13") from error


def _identifier(value: object, line: int) -> str:
    if value is None:
        return str(line)
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
