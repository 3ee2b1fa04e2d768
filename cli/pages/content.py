"""The main text of a page: where most running text lies, without what is around it and put in between.

Text in links counts for nothing, nor does what the page marks as no part of the article: by its elements (`nav`,
`aside`), or by the words in the names of its classes (`related-posts`), which most publishing systems share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

_LONG = 30  # characters of running text; what is shorter is in menus and labels
_INLINE = frozenset(
    "a abbr b bdi bdo big br center cite code dfn em font i ins kbd label mark q s samp small span strike strong sub"
    " sup td th time tt u var wbr".split()
)
_PARAGRAPHS = frozenset("p blockquote li h2 h3 h4 h5 h6 dd pre".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 dt".split())
_SKIPPED = frozenset(
    "script style noscript template head title button select option textarea iframe svg video audio object figure"
    " figcaption map canvas marquee input amp-ad amp-sidebar amp-list".split()
)
_AROUND = frozenset("nav aside footer form dl".split())
_ROLES = frozenset("navigation complementary contentinfo search dialog banner".split())
# Words in the names of classes, and of elements. Comments may be longer than the article.
_OF_READERS = frozenset("comment comments commentlist commentslist disqus respond".split())
_OF_SITE = frozenset(
    "ad ads advert advertisement advertising adsense adspot adslot author bio banner breadcrumb breadcrumbs breaking"
    " byline caption cookie copyright credit crumbs e3lan footer latest links menu meta modal most mostread nav navbar"
    " navigation newsletter pager pagination poll popular popup print promo rating recommended recommendations related"
    " share sharing shortlink sidebar social sponsored subscribe tags tagcloud taboola teaser teasers ticker toolbar"
    " trending trends widget outbrain".split()
)
_UNSEEN = frozenset("hidden hide invisible sr-only visually-hidden screen-reader-text d-none".split())  # classes
_POST = "hentry"  # the class of a whole article, among which are those of its subjects
_OTHERWISE = re.compile(r"\b(?:has|no|with|is|without)[-_]\S*|--\S*")  # how a thing is, not what: `has-sidebar`
_AROUND_WORDS = _OF_READERS | _OF_SITE | _UNSEEN
_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_running = etree.XPath(
    f"descendant::body/descendant::text()[string-length() > {_LONG}][not(parent::script or parent::style)]"
)
_LINKED = 0.5  # share of text in links from which a block is a list of links
_LINKED_PARAGRAPH = 0.65
_LABELS = 80  # characters, below which there are only the labels of links
_BESIDE = 80  # characters of running text from which what is beside the best block may belong to it
_LINKED_BESIDE = 0.15  # share of text in links up to which it does


@dataclass(frozen=True, slots=True)
class Content:
    """The main text, and the share of it in all running text of the page that is not marked as no part of it."""

    text: str
    share: float


def content(page: etree._Element) -> Content:
    """The main text of a parsed page; empty where there is no running text."""
    found = _Running()
    for text in _running(page):
        if (length := len(text.strip())) > _LONG:
            found.add(text.getparent() if not text.is_tail else text.getparent().getparent(), length)
    around = found.around()
    scores = found.scores(around)
    if not scores:
        return Content("", 0.0)
    lines = _Lines(around, found.held)
    for element in _with_those_beside(max(scores, key=scores.__getitem__), scores, around):
        lines.fill(element)
        lines.end()
    written = lines.text()
    return Content(written, len(written) / found.total(around))


@dataclass(slots=True)
class _Running:
    """Where the running text of a page lies. `held` is how much there is in what is marked as no part of an article."""

    held: dict[etree._Element, int] = field(default_factory=dict)
    _blocks: dict[etree._Element, int] = field(default_factory=dict)
    _marks: dict[etree._Element, tuple[etree._Element, ...] | None] = field(default_factory=dict)

    def add(self, element: etree._Element, length: int) -> None:
        """Adds a piece of text that stands in an element."""
        if self._marked(element) is not None:
            block = _block(element)
            if block.tag not in _HEADINGS:
                self._blocks[block] = self._blocks.get(block, 0) + length

    def around(self) -> set[etree._Element]:
        """The elements that are no part of the article. One that holds most of the text is no sidebar, whatever its
        name."""
        for block, length in self._blocks.items():
            for marked in self._marked(block) or ():
                self.held[marked] = self.held.get(marked, 0) + length
        half = sum(self._blocks.values()) / 2
        return {element for element, length in self.held.items() if length <= half or of_readers(element)}

    def scores(self, around: set[etree._Element]) -> dict[etree._Element, float]:
        """How much text each element that may be the article's has, in the paragraphs next to it above all."""
        scores: dict[etree._Element, float] = {}
        for block, length in self._inside(around):
            for level, element in enumerate(_containers(block), 1):
                scores[element] = scores.get(element, 0.0) + length / level
        return scores

    def total(self, around: set[etree._Element]) -> int:
        """The characters of all running text that is not in one of these elements."""
        return sum(length for _, length in self._inside(around))

    def _inside(self, around: set[etree._Element]) -> Iterator[tuple[etree._Element, int]]:
        for block, length in self._blocks.items():
            if around.isdisjoint(self._marked(block) or ()):
                yield block, length

    def _marked(self, element: etree._Element) -> tuple[etree._Element, ...] | None:
        """An element and those around it that are marked as no part of an article; None in a link or a script."""
        if element not in self._marks:
            above = element.getparent()
            around = () if above is None else self._marked(above)
            tag = element.tag
            if around is None or tag == "a" or tag in _SKIPPED:
                self._marks[element] = None
            else:
                self._marks[element] = (*around, element) if is_around(element) else around
        return self._marks[element]


def is_around(element: etree._Element) -> bool:
    """Whether an element is marked as no part of an article."""
    tag = element.tag
    if tag in ("html", "body"):
        return False
    if tag in _AROUND or element.get("role") in _ROLES or element.get("hidden") is not None:
        return True
    style = element.get("style")
    if style and _HIDDEN.search(style):
        return True
    words = _words_of(element)
    if words.isdisjoint(_AROUND_WORDS):
        return False
    return not (tag in ("article", "main") or _POST in words) or not words.isdisjoint(_OF_READERS)


def of_readers(element: etree._Element) -> bool:
    """Whether an element holds the comments of readers."""
    return not _words_of(element).isdisjoint(_OF_READERS)


def _words_of(element: etree._Element) -> frozenset[str]:
    return _words(f"{element.get('class', '')} {element.get('id', '')}")


@lru_cache(maxsize=4096)
def _words(names: str) -> frozenset[str]:
    """The words in names: `itemRelated`, `related-posts` and `related_posts` are two each."""
    unseen = _UNSEEN.intersection(names.split())
    return unseen.union(word.lower() for word in _WORD.findall(_OTHERWISE.sub("", names)))


def _block(element: etree._Element) -> etree._Element:
    """The element of its own lines in which an element stands."""
    while element.tag in _INLINE and (above := element.getparent()) is not None:
        element = above
    return element


def _containers(block: etree._Element) -> Iterator[etree._Element]:
    """The elements that may be the article's, from the inside: paragraphs are in one."""
    element = block.getparent() if block.tag in _PARAGRAPHS else block
    for _ in range(3):
        if element is None or element.tag == "html":
            return
        yield element
        element = element.getparent()


def _with_those_beside(
    best: etree._Element, scores: dict[etree._Element, float], around: set[etree._Element]
) -> list[etree._Element]:
    """The best block and what is beside it that is running text too, in their order."""
    above = best.getparent()
    if above is None:
        return [best]
    return [
        one
        for one in above
        if one is best or (one not in around and scores.get(one, 0.0) >= _BESIDE and _linked(one) <= _LINKED_BESIDE)
    ]


def _linked(element: etree._Element) -> float:
    """The share of an element's text that stands in links."""
    length = len("".join(element.itertext()))
    return sum(len("".join(link.itertext())) for link in element.iter("a")) / max(1, length)


class _Size(NamedTuple):
    """The characters of what was added, of those in links, and of what was dropped."""

    length: int
    linked: int
    dropped: int

    def is_links(self, most: float) -> bool:
        """Whether there are links, or were, and little else."""
        return self.linked > most * self.length or self.dropped > self.length < _LABELS


_NOTHING = _Size(0, 0, 0)


@dataclass(slots=True)
class _Lines:
    """The lines of elements, a block a line, without what is marked as no part of the article.

    What is marked but is a part of it is in `_held` and not in `_around`.
    """

    _around: set[etree._Element]
    _held: dict[etree._Element, int]
    _pieces: list[str] = field(default_factory=list)

    def end(self) -> None:
        """Ends a line."""
        self._pieces.append("\n")

    def text(self) -> str:
        """All lines that hold something."""
        lines = (" ".join(line.split()) for line in "".join(self._pieces).split("\n"))
        return "\n".join(line for line in lines if line)

    def add(self, element: etree._Element) -> _Size:
        """Adds an element and what is in it, but for lists of links."""
        tag = element.tag
        if tag in _SKIPPED or not isinstance(tag, str):
            return _NOTHING
        if tag == "br":
            self._pieces.append("\n")
            return _NOTHING
        if tag in _INLINE:
            self._pieces.append("\t" if tag in ("td", "th") else "")
            size = self.fill(element)
            return size._replace(linked=size.length) if tag == "a" else size
        begun = len(self._pieces)
        self._pieces.append("\n")
        size = self.fill(element)
        self._pieces.append("\n")
        if not size.is_links(_LINKED_PARAGRAPH if tag == "p" else _LINKED):
            return size
        del self._pieces[begun:]
        return _Size(0, 0, size.dropped + size.length)

    def fill(self, element: etree._Element) -> _Size:
        """Adds what is in an element."""
        length, linked, dropped = self._write(element.text), 0, 0
        label = None  # where a heading begins that nothing has followed
        for child in element:
            begun = len(self._pieces)
            size = _NOTHING if self._is_around(child) else self.add(child)
            if size.dropped and not size.length and label is not None:
                del self._pieces[label:]
            if size.length:
                label = begun if child.tag in _HEADINGS else None
            length += size.length + self._write(child.tail)
            linked += size.linked
            dropped += size.dropped
        return _Size(length, linked, dropped)

    def _is_around(self, element: etree._Element) -> bool:
        if element in self._held:
            return element in self._around
        return element.tag not in _INLINE and is_around(element)

    def _write(self, text: str | None) -> int:
        if not text:
            return 0
        self._pieces.append(text.replace("\n", " "))
        return len(text.strip())
