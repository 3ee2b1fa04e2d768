"""PDF with text in it. Its reader is an extra."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..encodings import Unreadable
from .extras import extra, reading
from .raw import MOST_BYTES, RawArticle, RawFormat, article, too_large, whole

_ENDS = re.compile(r"[.!?؟:؛…\"”»)\]]\s*$")  # a line that ends so, and is not full, ends a paragraph
_FULL = 0.75  # share of the longest line from which a line is taken for full
_ALEFS = frozenset("اأإآ")


def read_pdf(stream: io.BufferedReader, source: str, most: int) -> Iterator[RawArticle]:
    """The whole file is one article."""
    yield RawArticle(source, RawFormat.pdf, whole(stream, most))


def pdf_article(raw: RawArticle) -> RawArticle:
    """The text of a PDF, its lines joined to paragraphs. Raises Unreadable."""
    pdfium = extra("pypdfium2", "a PDF")
    with reading("a PDF"):
        document = pdfium.PdfDocument(raw.data)
        text = "\n".join(_bounded(_joined(_text(page.get_textpage())) for page in document))
        title = document.get_metadata_dict().get("Title")
    if not text.strip():
        raise Unreadable("a PDF of pictures, without text; run it through an OCR program first")
    return article(raw.source, raw.record, text=text, title=title or None)


def _bounded(pages: Iterable[str]) -> Iterator[str]:
    """The pages, of which a small file may have millions. Raises Unreadable where their text is too large."""
    size = 0
    for page in pages:
        size += len(page)
        if size > MOST_BYTES:
            raise Unreadable(too_large(MOST_BYTES))
        yield page


def _text(page: Any) -> str:
    """The characters of a page in reading order.

    The two letters of a ligature (لا) stand in one box; PDFium turns them around with the rest of a line that runs
    from right to left, so that they come out as ال.
    """
    characters = list(page.get_text_range())
    if len(characters) != page.count_chars():  # characters that no text holds: their boxes are unknown
        return "".join(characters)
    for index in range(len(characters) - 1):
        if characters[index] in _ALEFS and characters[index + 1] == "ل" and _share_a_box(page, index):
            characters[index], characters[index + 1] = characters[index + 1], characters[index]
    return "".join(characters)


def _share_a_box(page: Any, index: int) -> bool:
    first, second = page.get_charbox(index), page.get_charbox(index + 1)
    return bool(first == second and first[2] > first[0])


def _joined(page: str) -> str:
    """The text of a page with the line ends inside paragraphs turned into blanks."""
    lines = [line.strip() for line in page.splitlines()]
    longest = max(map(len, lines), default=0)
    text = ""
    for line in lines:
        full = len(line) >= _FULL * longest
        text += line + (" " if full and not (_ENDS.search(line) and len(line) < longest) else "\n")
    return text.strip()
