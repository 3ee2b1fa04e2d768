"""A page, read fast where it is plain what its article is, and by trafilatura where it is not."""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import dataclass
from typing import Any

from lxml import etree

from ..readers.days import parse_day
from .content import content, of_readers
from .metadata import metadata

# What is shorter, or less of the running text of its page, may be something else than the article.
_LEAST = 250  # characters
_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Page:
    """The article on a page."""

    text: str
    title: str | None = None
    published: dt.date | None = None
    outlet: str | None = None
    url: str | None = None


class NoArticle(ValueError):
    """A page on which no article was found."""


def page(markup: str) -> Page:
    """The article on a page. Raises NoArticle."""
    root = _parsed(markup)
    if root is None:
        return thoroughly(markup)
    about, found = metadata(root), content(root)
    text, title, outlet = found.text, about.title, about.outlet
    if len(text) < _LEAST or found.share < _SHARE:
        try:
            thorough = thoroughly(markup)
            text, title, outlet = thorough.text, title or thorough.title, outlet or thorough.outlet
        except NoArticle:
            if len(text) < _LEAST:
                raise
    return Page(text, title, about.published or _guessed(root), outlet, about.url)


def thoroughly(markup: str) -> Page:
    """The article on a page, by trafilatura. Raises NoArticle."""
    import trafilatura  # half a second, and only some pages need it

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # the failure says what it could not parse
    found = trafilatura.bare_extraction(
        markup, with_metadata=True, include_comments=False, date_extraction_params=_date_parameters()
    )
    if found is None or isinstance(found, dict) or not found.text:
        raise NoArticle("no article found in this page; save its text as .txt")
    published = parse_day(found.date) if found.date else None
    return Page(found.text, found.title, published, found.sitename or None)


def _parsed(markup: str) -> etree._Element | None:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        return etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None


def _guessed(root: etree._Element) -> dt.date | None:
    """The day that htmldate finds where a page declares none in a usual way, comments left out."""
    from htmldate import find_date

    for element in [one for one in root.iter("aside", "div", "ol", "ul", "section") if of_readers(one)]:
        if (above := element.getparent()) is not None:
            above.remove(element)
    found = find_date(etree.tostring(root, encoding="unicode", method="html"), **_date_parameters())
    return parse_day(found) if found else None


def _date_parameters() -> dict[str, Any]:
    """A date that the page does not declare would be a guess."""
    return {"original_date": True, "extensive_search": False, "max_date": dt.date.today().isoformat()}
