"""Dumps of MediaWiki, such as Wikinews: each page of the main namespace is an article."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from .days import parse_day
from .extras import extra, reading
from .raw import RawArticle, article

_DATED = frozenset({"date", "تاريخ"})  # the template that dates an article of Wikinews


def read_dump(stream: io.BufferedReader, source: str, most: int) -> Iterator[RawArticle]:
    """The last revision of each page; redirects are skipped. Raises Unreadable."""
    mwxml = extra("mwxml", "a dump of MediaWiki")
    with reading("a dump of MediaWiki"):
        dump = mwxml.Dump.from_file(stream)
        outlet = dump.site_info.name
        for number, page in enumerate(dump.pages, 1):
            if page.namespace or page.redirect:
                continue
            revision = next(reversed(list(page)), None)
            if revision is None or not revision.text:
                continue
            yield article(source, number, wikitext=revision.text, title=page.title, id=str(page.id), outlet=outlet)


def wiki_text(markup: str) -> tuple[str, str | None]:
    """The text of wikitext, and the day that its template of the date names. Raises Unreadable."""
    parser = extra("mwparserfromhell", "a dump of MediaWiki")
    with reading("a page of MediaWiki"):
        code = parser.parse(markup)
        return _plain(code), _day(code)


def _plain(code: Any) -> str:
    """The text without markup, and without the links to categories and files at its end."""
    for link in code.filter_wikilinks():
        if re.match(r"\s*(?:category|file|image|تصنيف|ملف|صورة)\s*:", str(link.title), re.IGNORECASE):
            code.remove(link)
    return str(code.strip_code()).strip()


def _day(code: Any) -> str | None:
    for template in code.filter_templates():
        if str(template.name).strip().lower() in _DATED and template.params:
            try:
                return parse_day(str(template.params[0].value)).isoformat()
            except ValueError:
                return None
    return None
