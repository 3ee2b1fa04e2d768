"""RSS and Atom feeds that were saved to a file."""

from __future__ import annotations

import calendar
import datetime as dt
import io
from collections.abc import Iterator
from typing import Any

from ..encodings import Unreadable
from .extras import extra, reading
from .raw import RawArticle, article, whole


def read_feed(stream: io.BufferedReader, source: str, most: int) -> Iterator[RawArticle]:
    """An article an entry: the fullest text it has. Raises Unreadable."""
    feedparser = extra("feedparser", "an RSS or Atom feed")
    with reading("an RSS or Atom feed"):
        # The markup of entries is read later, off the page that it is.
        feed = feedparser.parse(whole(stream, most, articles=True), sanitize_html=False, resolve_relative_uris=False)
    for number, entry in enumerate(feed.entries, 1):
        yield article(
            source,
            number,
            html=_fullest(entry),
            title=entry.get("title"),
            date=_day(entry),
            id=entry.get("id"),
            url=entry.get("link"),
            outlet=feed.feed.get("title"),
        )
    error = feed.get("bozo_exception")
    if type(error).__name__ == "SAXParseException":  # others report what was put right
        reason = " ".join(str(error).split()).removeprefix("<unknown>:")
        raise Unreadable(f"a feed that is cut or damaged (line {reason}); what came before it was read")


def _fullest(entry: Any) -> str:
    """The longest of the texts of an entry, its title where it has no other."""
    texts = [content.get("value") or "" for content in entry.get("content", [])] + [entry.get("summary") or ""]
    return max(texts, key=len) or entry.get("title", "")


def _day(entry: Any) -> str | None:
    """When an entry was published, else updated."""
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    return dt.datetime.fromtimestamp(calendar.timegm(parsed), dt.UTC).date().isoformat() if parsed else None
