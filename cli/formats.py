"""The formats articles come in: plain text, web pages, JSON Lines.

An input is first split into raw articles, which costs little; each is parsed by itself, wherever it is worked on.
"""

from __future__ import annotations

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

from .encodings import Unreadable, decode, encoding_of

_CHARSET = re.compile(rb"""<meta[^>]+charset=["']?([\w-]+)""", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page must name its encoding; HTML asks for it within the first 1024
MOST_BYTES = 64 * 10**6  # of one article
# References to characters that XML forbids, with which lxml reads no page: &#11; &#x1b;
_FORBIDDEN = re.compile(
    r"&#(?:[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F])(?![0-9a-fA-F])|0*(?:[0-8]|1[124-9]|2\d|3[01])(?!\d));?"
)


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
    """An article as it was read: a whole file, or a record of one. Text where the encoding is known."""

    source: str
    kind: InputFormat
    data: bytes | str
    record: int | None = None

    def parse(self, fields: Fields, published: dt.date | None = None) -> Article | Failure:
        """The article. `published` takes the place of the date that it has itself."""
        try:
            article = _PARSERS[self.kind](self, fields if published is None else replace(fields, dates=()))
        except Unreadable as error:
            return Failure(source=self.source, record=self.record, reason=str(error))
        return article if published is None else msgspec.structs.replace(article, published=published)


def parse_date(value: str) -> dt.date:
    """The day of an ISO 8601 date or date and time, in the time zone it is written in. Raises ValueError."""
    return dt.datetime.fromisoformat(value.strip()).date()


def split(
    stream: io.BufferedReader, source: str, kind: InputFormat, most: int = MOST_BYTES
) -> Iterator[RawArticle | Failure]:
    """The raw articles in a stream, each of `most` bytes. Raises Unreadable where it is one article that has more."""
    if kind is InputFormat.records:
        yield from _records(stream, source, most)
        return
    data = stream.read(most + 1)
    if len(data) > most:
        raise Unreadable(_too_large(most))
    yield RawArticle(source, kind, data)


def _records(stream: io.BufferedReader, source: str, most: int) -> Iterator[RawArticle | Failure]:
    """One article a line; blank lines are passed over."""
    mark, encoding = encoding_of(stream.peek(_HEAD)[:_HEAD])
    stream.read(mark)
    for number, line in enumerate(_lines(stream, encoding, most), 1):
        if line is None:
            yield Failure(source=source, record=number, reason=_too_large(most))
            continue
        try:
            content = line if encoding == "utf-8" else line.decode(encoding)
        except UnicodeDecodeError as error:
            reason = f"not valid {error.encoding} ({error.reason}); save it as UTF-8"
            yield Failure(source=source, record=number, reason=reason)
            continue
        if content.strip():
            yield RawArticle(source, InputFormat.records, content, number)


def _too_large(most: int) -> str:
    return f"larger than {most / 10**6:g} MB; split it, or allow more with --max-size"


def _text_article(raw: RawArticle, fields: Fields) -> Article:
    """The whole file is the article: nothing is stripped, line ends stay, so that offsets are those of the file."""
    return Article(text=_decoded(raw.data), source=raw.source)


def _page_article(raw: RawArticle, fields: Fields) -> Article:
    """The main text of a page, its title and the date it was published. An empty page is an empty article."""
    page = raw.data
    if isinstance(page, bytes):
        charset = _CHARSET.search(page[:_HEAD])
        page = decode(page, charset[1].decode("ascii", "ignore") if charset else None)
    page = _FORBIDDEN.sub(" ", page)
    return _main_text(page, raw.source) if page.strip() else Article(text="", source=raw.source)


def _record_article(raw: RawArticle, fields: Fields) -> Article:
    """The article in a record. Without an id it gets its number."""
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
        record=raw.record,
        id=_identifier(record.get(fields.id), raw.record),
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


def _lines(stream: io.BufferedReader, encoding: str, most: int) -> Iterator[bytes | None]:
    """The lines of a stream; None for one of more than `most` bytes."""
    end = "\n".encode(encoding)
    while line := _line(stream, end, most + len(end)):
        if len(line) <= most or line.endswith(end):
            yield line
            continue
        yield None
        while line and not _ends(line, end):
            line = _line(stream, end, most)


def _line(stream: io.BufferedReader, end: bytes, most: int) -> bytes:
    """Up to `end`, a whole code unit at a whole place, or as many bytes as make `most`."""
    line = stream.readline(most)
    while len(end) > 1 and line.endswith(b"\n") and not _ends(line, end) and len(line) < most:
        missing = -len(line) % len(end)  # the rest of the unit that this byte begins, or is in
        rest = stream.read(missing) if missing else stream.readline(most - len(line))
        if not rest:
            break
        line += rest
        if missing and not _ends(line, end):
            line += stream.readline(most - len(line))
    return line


def _ends(line: bytes, end: bytes) -> bool:
    return len(line) % len(end) == 0 and line.endswith(end)


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


def _identifier(value: object, number: int | None) -> str:
    if value is None:
        return str(number)
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
