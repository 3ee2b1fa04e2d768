"""The kinds of files that articles come in: how each is recognised, by name and by content, and what reads it.

A reader splits an input into raw articles, which costs little; each is parsed by itself, wherever it is worked on.
What is damaged inside an input is a `Failure` among them; where an input cannot be read on, its reader raises.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import PurePath

from msgspec import Struct

from waqai.extractors import Failure

from ..encodings import encoding_of
from .columns import Fields, has_text
from .raw import MOST_BYTES, RawArticle, too_large

__all__ = ["FORMATS", "HEAD", "Format", "by_content", "by_name"]

Reader = Callable[[io.BufferedReader, str, int], Iterator[RawArticle | Failure]]
HEAD = 8192  # bytes by which a kind is recognised


class Format(Struct, frozen=True):
    """A kind of file: what it is called, the endings of its names, and where its reader is (`module:function`).

    One that is read `apart` is read by another process, see `apart.py`.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str
    apart: bool = False

    def split(self, stream: io.BufferedReader, source: str, most: int = MOST_BYTES) -> Iterator[RawArticle | Failure]:
        """The raw articles in a stream, each of `most` bytes. The caller reports what a reader raises."""
        module, _, function = self.reader.partition(":")
        reader: Reader = getattr(import_module(f".{module}", __package__), function)
        for raw in _apart(reader, stream, source, most) if self.apart else reader(stream, source, most):
            if isinstance(raw, RawArticle) and len(raw.data) > most:
                yield Failure(source=source, record=raw.record, reason=too_large(most))
            else:
                yield raw


def _apart(reader: Reader, stream: io.BufferedReader, source: str, most: int) -> Iterator[RawArticle | Failure]:
    from .apart import read_apart  # starts processes, which few kinds need

    return read_apart(reader, stream, source, most)


TEXT = Format("plain text", (".txt", ".md"), "plain:read_text")
PAGE = Format("web page", (".html", ".htm", ".xhtml"), "plain:read_page")
LINES = Format("JSON Lines", (".jsonl", ".ndjson", ".jl"), "lines:read_lines")
JSON = Format("JSON", (".json",), "jsons:read_json")
CSV = Format("CSV", (".csv", ".tsv"), "sheets:read_csv")
WORKBOOK = Format("Excel workbook", (".xlsx", ".xlsm"), "office:read_workbook", apart=True)
DOCUMENT = Format("Word document", (".docx",), "office:read_document")
PDF = Format("PDF", (".pdf",), "pdf:read_pdf")
PARQUET = Format("Parquet", (".parquet",), "tables:read_parquet", apart=True)
SQLITE = Format("SQLite", (".sqlite", ".sqlite3", ".db"), "tables:read_sqlite", apart=True)
FEED = Format("RSS or Atom feed", (".rss", ".atom", ".xml"), "feeds:read_feed")  # or a dump: the content decides
MESSAGE = Format("e-mail", (".eml",), "mail:read_message")
MAILBOX = Format("mailbox", (".mbox",), "mail:read_mailbox")
WARC = Format("web archive", (".warc",), "warc:read_warc")
DUMP = Format("MediaWiki dump", (), "wiki:read_dump")

FORMATS = (
    TEXT, PAGE, LINES, JSON, CSV, WORKBOOK, DOCUMENT, PDF, PARQUET, SQLITE, FEED, MESSAGE, MAILBOX, WARC, DUMP,
)  # fmt: skip
_BY_SUFFIX = {suffix: format for format in FORMATS for suffix in format.suffixes}
_MAGIC = (
    (b"%PDF-", PDF),
    (b"PAR1", PARQUET),
    (b"SQLite format 3\0", SQLITE),
    (b"WARC/", WARC),
    (b"From ", MAILBOX),
)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]")
_DUMP = re.compile(r"<mediawiki[\s>]")
_HEADERS = re.compile(r"(?:[A-Za-z][A-Za-z-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){3,}")
_MAIL = re.compile(r"^(?:From|Subject|Date|Received|Return-Path|Message-ID):", re.IGNORECASE | re.MULTILINE)


def by_name(name: str) -> Format | None:
    """The kind of file that a name without `.gz` or the like promises."""
    return _BY_SUFFIX.get(PurePath(name.lower()).suffix)


def by_content(head: bytes, named: Format | None) -> Format | None:
    """The kind of file that begins with `head` and has a name of kind `named`; None for what is not read.

    Binary kinds are recognised by their first bytes, whatever the name says. Text keeps the kind of its name.
    """
    binary = next((format for magic, format in _MAGIC if head.startswith(magic)), None)
    if binary is not None and (binary is not MAILBOX or named in (None, MAILBOX)):
        return binary
    if head.startswith(b"PK\x03\x04"):
        return _packed(head, named)
    return named if named in _KEPT else _by_text(head, named)


# A text with such a name is what the name says.
_KEPT = frozenset({TEXT, LINES, CSV, MESSAGE, MAILBOX})


def _packed(head: bytes, named: Format | None) -> Format | None:
    """Office files are zip archives; the names of their members say which."""
    if b"xl/" in head or named is WORKBOOK:
        return WORKBOOK
    return DOCUMENT if b"word/" in head or named is DOCUMENT else None


def _by_text(head: bytes, named: Format | None) -> Format | None:
    mark, encoding = encoding_of(head)
    start = head[mark:].decode(encoding, errors="replace").lstrip("\ufeff \t\r\n")
    if start.startswith("["):
        return JSON
    if start.startswith("{"):
        first, line, _ = start.partition("\n")
        return LINES if named is not JSON and (not line or first.rstrip().endswith("}")) else JSON
    if start.startswith("<"):
        return DUMP if _DUMP.search(start) else FEED if _FEED.search(start) else PAGE
    if named is None and _HEADERS.match(start) and _MAIL.search(start):
        return MESSAGE
    if named is None and _is_table(start):
        return CSV
    return named or TEXT


def _is_table(start: str) -> bool:
    """Whether a first line names columns, one of them that of the text."""
    names = re.split(r"[,;\t|]", start.partition("\n")[0].replace('"', ""))
    return len(names) > 1 and has_text(names, Fields())
