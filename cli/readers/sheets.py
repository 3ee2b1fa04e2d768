"""Tables of text: CSV and TSV as spreadsheets and programs write them."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Generator, Iterator

from waqai.extractors import Failure

from ..encodings import Unreadable, decode, encoding_of
from .columns import plain
from .raw import RawArticle, record

_DELIMITERS = ",;\t|"
_SEP = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # the first line that Excel writes and reads
_HEAD = 65536  # bytes from which the encoding is guessed
# The first columns of what waqai writes itself.
_OWN = ("source", "id", "title", "published")

csv.field_size_limit(min(sys.maxsize, 2**31 - 1))  # an article is longer than the 128 kB allowed by default


def read_csv(stream: io.BufferedReader, source: str, most: int) -> Iterator[RawArticle | Failure]:
    """A record a row, named by the first row; `line` is the line that the row begins on. Raises Unreadable."""
    text = io.TextIOWrapper(stream, encoding=_encoding(stream), newline="")
    lines_read: Generator[str, None, None] | None = None
    try:
        first = text.readline()
        sep = _SEP.fullmatch(first)
        header_line = text.readline() if sep else first
        delimiter = sep[1] if sep else _delimiter(header_line)
        lines = 1 + bool(sep)
        lines_read = _again(header_line, text)
        rows = csv.reader(lines_read, delimiter=delimiter, strict=True)
        header = [name.strip() for name in next(rows, [])]
        if tuple(map(plain, header[:4])) == _OWN and "extractor" in header:
            raise Unreadable("facts that waqai wrote, not articles; write outputs outside the folder of the inputs")
        lines += rows.line_num - 1
        begins = lines + 1
        for row in rows:
            if len(row) > len(header) and any(cell.strip() for cell in row[len(header) :]):
                reason = (
                    f"{len(row)} cells where the first row names {len(header)}; quote cells that hold {delimiter!r}"
                )
                yield Failure(source=source, record=begins, reason=reason)
            elif any(cell.strip() for cell in row):
                yield record(source, begins, dict(zip(header, row, strict=False)))
            begins = lines + rows.line_num
    except csv.Error as error:
        raise Unreadable(f"not a whole table ({error}); save it as CSV again") from error
    except UnicodeDecodeError as error:
        raise Unreadable(f"not valid {error.encoding} ({error.reason}); save it as UTF-8") from error
    finally:
        if lines_read is not None:
            lines_read.close()  # before what it reads from, where no more rows are asked for
        if not stream.closed:
            text.detach()


def _again(line: str, text: io.TextIOWrapper) -> Generator[str, None, None]:
    yield line
    yield from text


def _encoding(stream: io.BufferedReader) -> str:
    """The encoding of a table: by its mark, else UTF-8, else the Arabic code page that its beginning is in."""
    head = stream.peek(_HEAD)[:_HEAD]
    mark, named = encoding_of(head)
    stream.read(mark)
    if named != "utf-8":
        return named
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 4:  # not a letter cut in two
            decode(head)
            return "cp1256"
    return "utf-8"


def _delimiter(header: str) -> str:
    """What stands between the names of the first row."""
    return max(_DELIMITERS, key=header.count)
