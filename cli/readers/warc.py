"""Web archives (WARC): each page that was fetched is an article."""

from __future__ import annotations

import io
from collections.abc import Iterator

from ..encodings import Unreadable
from .extras import extra
from .raw import RawArticle, RawFormat

_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(stream: io.BufferedReader, source: str, most: int) -> Iterator[RawArticle]:
    """The pages in the order of the archive. Their day is the page's own, not that of the crawl. Raises Unreadable."""
    warcio = extra("warcio.archiveiterator", "a web archive")
    number = 0
    try:
        for record in warcio.ArchiveIterator(stream):
            number += 1
            if record.rec_type not in ("response", "resource") or not _is_page(record):
                continue
            page = record.content_stream().read(most + 1)
            if len(page) <= most and getattr(record.raw_stream, "limit", 0) > 0:  # shorter than its header says
                raise Unreadable(f"a web archive cut in record {number}; what came before it was read")
            yield RawArticle(source, RawFormat.page, page, number, record.rec_headers.get_header("WARC-Target-URI"))
    except (Unreadable, MemoryError, OSError, EOFError):
        raise
    except Exception as error:  # warcio has several errors without a common base
        raise Unreadable(f"a web archive damaged at record {number + 1} ({' '.join(str(error).split())})") from error


def _is_page(record: object) -> bool:
    headers = getattr(record, "http_headers", None) or record.rec_headers  # type: ignore[attr-defined]
    status = headers.get_statuscode() if getattr(record, "http_headers", None) else "200"
    return (headers.get_header("Content-Type") or "").split(";")[0].strip().lower() in _PAGES and status == "200"
