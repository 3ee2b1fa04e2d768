"""From a raw article to an article: what a worker does first, whatever reader the raw article came from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec

from waqai.extractors import Article, Failure

from .encodings import Unreadable, decode
from .readers.columns import Fields, Record
from .readers.days import parse_day
from .readers.raw import RawArticle, RawFormat

if TYPE_CHECKING:
    from .pages import Page

_CHARSET = re.compile(rb"""<meta[^>]+charset=["']?([\w-]+)""", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page must name its encoding; HTML asks for it within the first 1024
# References to characters that XML forbids, with which lxml reads no page: &#11; &#x1b;
_FORBIDDEN = re.compile(
    r"&#(?:[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F])(?![0-9a-fA-F])|0*(?:[0-8]|1[124-9]|2\d|3[01])(?!\d));?"
)
_OURS = Fields(("text",), ("date",), ("id",), ("title",), ("url",), ("outlet",))  # of records that readers make


class Parsed(msgspec.Struct, frozen=True):
    """An article, and what could not be read of it: it goes on without that."""

    article: Article
    notes: tuple[str, ...] = ()


class Parsing(msgspec.Struct, frozen=True):
    """How raw articles are parsed: where records keep their parts, and the day of publication.

    `published` takes the place of the day that an article has itself; `day_in_path` finds one in a file's name.
    """

    fields: Fields = msgspec.field(default_factory=Fields)
    published: dt.date | None = None
    day_in_path: re.Pattern[str] | None = None

    def parse(self, raw: RawArticle) -> Parsed | Failure:
        """The article in a raw one, or why there is none."""
        try:
            parsed = _PARSERS[raw.kind](raw, self)
        except Unreadable as error:
            return Failure(source=raw.source, record=raw.record, reason=str(error))
        published = self.published or self._in_path(raw.source)
        if published is None:
            return parsed
        return Parsed(msgspec.structs.replace(parsed.article, published=published), parsed.notes)

    @property
    def wants_day(self) -> bool:
        """Whether an article's own day counts."""
        return self.published is None

    def _in_path(self, path: str) -> dt.date | None:
        """The day that a file's name holds: the named groups year, month, day, or the first group, or all of it."""
        found = self.day_in_path.search(path) if self.day_in_path else None
        if found is None:
            return None
        named = found.groupdict()
        written = "-".join(named[part] for part in ("year", "month", "day")) if named else found[found.re.groups and 1]
        try:
            return parse_day(written)
        except ValueError:
            return None


def _text_article(raw: RawArticle, parsing: Parsing) -> Parsed:
    """The whole file is the article: nothing is stripped, line ends stay, so that offsets are those of the file."""
    text = decode(raw.data) if isinstance(raw.data, bytes) else raw.data
    return Parsed(Article(text=text, source=raw.source, record=raw.record))


def _page_article(raw: RawArticle, parsing: Parsing) -> Parsed:
    """The main text of a page, and what it declares of itself. An empty page is an empty article."""
    page = raw.data
    if isinstance(page, bytes):
        charset = _CHARSET.search(page[:_HEAD])
        page = decode(page, charset[1].decode("ascii", "ignore") if charset else None)
    page = _FORBIDDEN.sub(" ", page)
    id = None if raw.record is None else str(raw.record)
    if not page.strip():
        return Parsed(Article(text="", source=raw.source, record=raw.record, id=id, url=raw.url))
    found = _read_page(page)
    return Parsed(
        Article(
            text=found.text,
            source=raw.source,
            record=raw.record,
            id=id,
            title=found.title,
            published=found.published,
            url=raw.url or found.url,
            outlet=found.outlet,
        )
    )


def _read_page(page: str) -> Page:
    from .pages import NoArticle  # lxml, which only pages need
    from .pages import page as read

    try:
        return read(page)
    except NoArticle as error:
        raise Unreadable(str(error)) from error


def _record_article(raw: RawArticle, parsing: Parsing) -> Parsed:
    """The article in a record. Without an id it gets its number."""
    fields = parsing.fields
    record = fields.in_record(_record(raw.data))
    found = record.find(fields.text) or record.find(fields.text, empty=True)
    if found is None:
        there = ", ".join(map(str, list(record.values)[:10])) or "no field"
        wanted = repr(fields.text[0])
        raise Unreadable(f"no {wanted} field; name the one that holds the article with --text-field ({there})")
    if not isinstance(found[1], str):
        raise Unreadable(f"the {found[0]!r} field is not a string")
    return _from(record, found[1], raw, parsing, fields)


def _made_article(raw: RawArticle, parsing: Parsing) -> Parsed:
    """The article in a record that a reader made; markup is turned into text."""
    values = _record(raw.data)
    if "wikitext" in values:
        from .readers.wiki import wiki_text  # these kinds of files are rare

        text, values["date"] = wiki_text(values["wikitext"])
    else:
        text = values["text"] if "text" in values else text_of(values.get("html") or "")
    parsed = _from(_OURS.in_record(values), text, raw, parsing, _OURS)
    about = {name: values[name] for name in ("forwarded_from", "edited") if values.get(name)}
    return Parsed(msgspec.structs.replace(parsed.article, **about), parsed.notes)


def _document_article(raw: RawArticle, parsing: Parsing) -> Parsed:
    """The text and the title of a Word document."""
    from .readers.office import document_article

    return _made_article(document_article(raw), parsing)


def _pdf_article(raw: RawArticle, parsing: Parsing) -> Parsed:
    """The text and the title of a PDF."""
    from .readers.pdf import pdf_article

    return _made_article(pdf_article(raw), parsing)


def _from(record: Record, text: str, raw: RawArticle, parsing: Parsing, fields: Fields) -> Parsed:
    """The article with this text, and the parts that its record has."""
    published, note = _published(record, fields.dates) if parsing.wants_day else (None, None)
    article = Article(
        text=text,
        source=raw.source,
        record=raw.record,
        id=record.text(fields.id) or (None if raw.record is None else str(raw.record)),
        title=record.text(fields.title),
        published=published,
        url=record.text(fields.url),
        outlet=record.text(fields.outlet),
    )
    return Parsed(article, (note,) if note else ())


_PARSERS: dict[RawFormat, Callable[[RawArticle, Parsing], Parsed]] = {
    RawFormat.text: _text_article,
    RawFormat.page: _page_article,
    RawFormat.document: _document_article,
    RawFormat.pdf: _pdf_article,
    RawFormat.record: _record_article,
    RawFormat.article: _made_article,
}


_BLOCKS = frozenset("p div br li ul ol h1 h2 h3 h4 h5 h6 tr table blockquote section article".split())
_HIDDEN = frozenset({"script", "style", "head"})


def text_of(markup: str) -> str:
    """The text of a fragment of HTML, a line a block.

    >>> text_of("<p>قتل <b>13</b> شخصا.</p><p>وأصيب 20.</p>")
    'قتل 13 شخصا.\\nوأصيب 20.'
    """
    if "<" not in markup and "&" not in markup:
        return markup
    from lxml import html  # which trafilatura brings

    pieces: list[str] = []
    try:
        root = html.fragment_fromstring(markup, create_parent=True)
    except (ValueError, html.etree.ParserError):
        return markup
    for event, element in html.etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if element.tag in _BLOCKS:
                pieces.append("\n")
            pieces.append("" if element.tag in _HIDDEN or not isinstance(element.tag, str) else element.text or "")
        else:
            pieces.append(("\n" if element.tag in _BLOCKS else "") + (element.tail or ""))
    lines = (" ".join(line.split()) for line in "".join(pieces).splitlines())
    return "\n".join(line for line in lines if line)


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


def _published(record: Record, names: tuple[str, ...]) -> tuple[dt.date | None, str | None]:
    """The day in the first date field that holds one; else why there is none, where a field is there."""
    note = None
    for name in names:
        found = record.find([name])
        if found is None:
            continue
        try:
            return parse_day(found[1]), None
        except ValueError:
            note = note or f"the {found[0]!r} field is {str(found[1])[:60]!r}, no date; read without it"
    return None, note
