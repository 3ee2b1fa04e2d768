"""What a page declares of itself: title, day of publication, outlet and address.

Read are JSON-LD (schema.org), OpenGraph and other meta elements, microdata, `<time>`, `<title>` and the headings.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from ..readers.days import parse_day
from .content import of_readers

_ARTICLE = re.compile(r"Article|Posting|Report|Review$")  # types of schema.org that are one article
_DAYS = (  # names of meta elements, as sites and publishing systems write them
    *("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "publisheddate"),
    *("publish-date", "publish_date", "publishdate", "published_time", "publication_date", "pubdate", "pub_date"),
    *("dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "date"),
    *("sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "article.published", "datecreated"),
)
_TITLES = ("og:title", "twitter:title", "headline", "dc.title", "dcterms.title", "parsely-title", "title")
_OUTLETS = ("og:site_name", "application-name", "twitter:site")
_IN_ADDRESS = re.compile(r"[/-]((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/.?-]|$)")
_FIRST = dt.date(1995, 1, 1)  # there were no news sites
_AROUND = re.compile(r"\s+[-–—|•·:»«]+\s+|\s*\|\s*")  # between a title and the name of a site
_SHARE = 0.4  # of a title with the site's name, the least that is the title
_marked = etree.XPath(
    "descendant::*[@itemprop='datePublished' or @property='schema:datePublished' or @property='schema:dateCreated']"
)
_scripts = etree.XPath("descendant::script[@type='application/ld+json']/text()", smart_strings=False)
_canonical = etree.XPath("string(descendant::link[@rel='canonical']/@href)", smart_strings=False)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page declares. `description` is the summary for other sites, mostly the first words of the article."""

    title: str | None
    published: dt.date | None
    outlet: str | None
    url: str | None
    description: str | None


def metadata(page: etree._Element) -> Metadata:
    """What a parsed page declares of itself."""
    meta = _meta(page)
    linked = list(_linked(page))
    article = next((thing for thing in linked if _is_article(thing)), {})
    url = _canonical(page) or meta.get("og:url")
    outlet = _outlet(meta, article, linked, url)
    return Metadata(
        _title(page, meta, article, outlet),
        _first_day(_declared(page, meta, article, linked, url)),
        outlet,
        url if url and url.startswith("http") else None,
        meta.get("og:description") or meta.get("description"),
    )


def _meta(page: etree._Element) -> dict[str, str]:
    """The meta elements by their names; the first of a name counts."""
    found: dict[str, str] = {}
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), unescape(content))
    return found


def _linked(page: etree._Element) -> Iterator[Mapping[str, Any]]:
    """The things that JSON-LD describes; what is broken is left out."""
    for script in _scripts(page):
        try:
            yield from _things(json.loads(script, strict=False))
        except (ValueError, RecursionError):
            continue


def _things(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        for each in value:
            yield from _things(each)
    elif isinstance(value, dict):
        yield value
        yield from _things(value.get("@graph"))
        yield from _things(value.get("mainEntity"))


def _is_article(thing: Mapping[str, Any]) -> bool:
    types = thing.get("@type")
    return any(
        isinstance(name, str) and _ARTICLE.search(name) for name in (types if isinstance(types, list) else [types])
    )


def _first_day(declared: Iterable[object]) -> dt.date | None:
    """The first that can be a day. Days in words are not read: on many pages they are of today."""
    return next((day for value in declared if (day := _day(value))), None)


def _declared(
    page: etree._Element,
    meta: Mapping[str, str],
    article: Mapping[str, Any],
    linked: Iterable[Mapping[str, Any]],
    url: str | None,
) -> Iterator[object]:
    """The days of publication that a page declares, the surest first."""
    yield _in_address(url)  # in the site's own time zone
    yield article.get("datePublished")
    yield from (meta.get(name) for name in _DAYS)
    yield from (thing.get("datePublished") for thing in linked)
    yield from (element.get("content") or element.get("datetime") for element in _marked(page))
    yield from (element.get("datetime") for element in page.iter("time") if not _around(element))


def _day(value: object) -> dt.date | None:
    if not value:
        return None
    try:
        day = parse_day(value)
    except ValueError:
        return None
    return day if _FIRST <= day <= dt.date.today() else None


def _around(element: etree._Element | None) -> bool:
    """Whether an element stands in what is no part of an article, such as a comment."""
    while element is not None:
        if of_readers(element) or element.tag in ("aside", "nav", "footer"):
            return True
        element = element.getparent()
    return False


def _in_address(url: str | None) -> str | None:
    found = _IN_ADDRESS.search(url or "")
    return "-".join((found[1], found[2].zfill(2), found[3].zfill(2))) if found else None


def _outlet(
    meta: Mapping[str, str], article: Mapping[str, Any], linked: Iterable[Mapping[str, Any]], url: str | None
) -> str | None:
    publisher = article.get("publisher")
    site = next((thing for thing in linked if thing.get("@type") == "WebSite"), {})
    declared = (
        meta.get("og:site_name"),
        publisher.get("name") if isinstance(publisher, dict) else None,
        site.get("name"),
        *(meta.get(name) for name in _OUTLETS),
        urlsplit(url).netloc.removeprefix("www.") if url else None,
    )
    return next((name for value in declared if isinstance(value, str) and (name := _spaced(value).lstrip("@"))), None)


def _title(page: etree._Element, meta: Mapping[str, str], article: Mapping[str, Any], outlet: str | None) -> str | None:
    """The title without the name of the site: the heading that agrees with what is declared, where there is one."""
    declared = [article.get("headline"), *(meta.get(name) for name in _TITLES), _text(page.find(".//title"))]
    titles = [title for value in declared if isinstance(value, str) and (title := _spaced(value))]
    for tags in (("h1",), ("h2", "h3")):
        headings = [text for element in page.iter(*tags) if (text := _text(element))]
        agreeing = next((both for title in titles if (both := [one for one in headings if _agree(one, title)])), None)
        if agreeing:
            return max(agreeing, key=len)
    if titles:
        return _without_site(titles[0], outlet)
    return _text(page.find(".//h1")) or None


def _agree(heading: str, title: str) -> bool:
    """Whether a title is a heading, with the name of the site or cut."""
    cut = title.rstrip("….")
    return (heading in title and len(heading) >= _SHARE * len(title)) or (heading.startswith(cut) and len(cut) > 20)


def _without_site(title: str, outlet: str | None) -> str:
    """A title whose first or last part is the name of the site, without that."""
    parts = _AROUND.split(title)
    if outlet is None or len(parts) == 1:
        return title
    if parts[-1].strip() == outlet:
        return title[: title.rindex(parts[-1])].rstrip(" -–—|•·:»«")
    if parts[0].strip() == outlet:
        return title[len(parts[0]) :].lstrip(" -–—|•·:»«")
    return title


def _text(element: etree._Element | None) -> str:
    return "" if element is None else _spaced("".join(element.itertext()))


def _spaced(text: str) -> str:
    return " ".join(unescape(text).split())
