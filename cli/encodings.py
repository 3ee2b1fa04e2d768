"""Bytes to text: UTF-8, what a byte order mark or a page says, and the encodings of older Arabic files."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

# A UTF-32 mark begins with a UTF-16 one, so it comes first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ARABIC_CODE_PAGES = ["cp1256", "iso8859_6"]
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_MOST_CONTROLS = 0.01  # share of control characters above which it is no text
_LEAST_ARABIC = 0.75  # share of Arabic beyond ASCII in a legacy file; UTF-8 read as windows-1256 has about half
_SAMPLE = 100_000  # characters looked at to tell


class Unreadable(ValueError):
    """An input, or a part of it, that holds no article. The message says why and names the remedy."""


def marked(head: bytes) -> tuple[int, str | None]:
    """The length of the byte order mark that `head` (4 bytes or more) begins with, and the encoding it names."""
    return next(((len(mark), encoding) for mark, encoding in _MARKS if head.startswith(mark)), (0, None))


def encoding_of(head: bytes) -> tuple[int, str]:
    """The length of the byte order mark at the start of records, and their encoding: UTF-8, or one of wide units."""
    length, encoding = marked(head)
    return length, encoding or _unmarked_utf16(head) or "utf-8"


def decode(data: bytes, declared: str | None = None) -> str:
    """`data` as text without a byte order mark, line ends as they are. `declared` is the encoding a page says it has.

    Raises Unreadable.
    """
    mark, encoding = marked(data[:4])
    for content, known in ((data[mark:], encoding), (data, "utf-8")):
        text = _text(content, known)
        if text is not None:
            return text
    for encoding in (declared, _unmarked_utf16(data), *_code_pages(data)):
        text = _text(data, encoding)
        if text is not None and _is_arabic(text):
            return text
    text = _text(data, declared)  # a page in another language; what it declares was wrong for many old Arabic ones
    if text is None:
        raise _unreadable(data)
    return text


def _text(data: bytes, encoding: str | None) -> str | None:
    """`data` decoded, or None where `encoding` does not fit or what comes out is no text."""
    try:
        text = data.decode(encoding) if encoding else None
    except (UnicodeError, LookupError):
        return None
    return None if text is None or _is_binary(text) else text


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark shows in the zero bytes of blanks and line ends, which stand at even or at odd places."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if max(even, odd) * 50 < len(data):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _code_pages(data: bytes) -> Iterator[str]:
    """Arabic code pages in which the bytes are text, the likeliest first."""
    from charset_normalizer import from_bytes  # only old files pay for its import

    yield from (match.encoding for match in from_bytes(data, cp_isolation=_ARABIC_CODE_PAGES))


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > _MOST_CONTROLS * len(sample)


def _is_arabic(text: str) -> bool:
    sample = text[:_SAMPLE]
    beyond = len(_BEYOND_ASCII.findall(sample))
    return beyond > 0 and len(_ARABIC.findall(sample)) >= _LEAST_ARABIC * beyond


def _unreadable(data: bytes) -> Unreadable:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if not _is_binary(data.decode("latin-1")):
            line = data.count(b"\n", 0, error.start) + 1
            return Unreadable(f"not UTF-8 (line {line}) nor an Arabic encoding; save it as UTF-8")
    return Unreadable("a binary file, not text; give an article as .txt, .html or .jsonl")
