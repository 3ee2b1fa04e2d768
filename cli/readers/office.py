"""Files of office programs: workbooks of Excel and documents of Word. Their readers are extras."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from waqai.extractors import Failure

from ..encodings import Unreadable
from .columns import Fields, has_text
from .extras import extra, reading
from .raw import DOCUMENTS, RawArticle, RawFormat, article, record, too_large, whole


def read_workbook(stream: io.BufferedReader, source: str, most: int) -> Iterator[RawArticle | Failure]:
    """A record a row of every sheet with a column of text; the first row names the columns. Raises Unreadable."""
    openpyxl = extra("openpyxl", "an Excel workbook")
    with reading("an Excel workbook"):
        _check_size(stream, most * DOCUMENTS)
        book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
        sheets = [(sheet, rows, header) for sheet in book.worksheets for rows, header in [_headed(sheet)]]
    held = [(sheet, rows, header) for sheet, rows, header in sheets if has_text(header, Fields())]
    for sheet, rows, header in held or sheets[:1]:
        name = source if len(sheets) == 1 else f"{source}/{sheet.title}"
        with reading("an Excel workbook"):
            for number, row in enumerate(rows, 2):
                values = {key: _value(cell) for key, cell in zip(header, row, strict=False) if cell is not None}
                if values:
                    yield record(name, number, values)


def _headed(sheet: Any) -> tuple[Iterator[tuple[Any, ...]], list[str]]:
    """The rows of a sheet after the first, and the names in the first."""
    rows = sheet.iter_rows(values_only=True)
    return rows, [str(cell).strip() if cell is not None else "" for cell in next(rows, ())]


def _value(cell: Any) -> Any:
    """A cell as JSON holds it: Excel keeps whole numbers as fractions."""
    if isinstance(cell, dt.datetime | dt.date):
        return cell.isoformat()
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def read_document(stream: io.BufferedReader, source: str, most: int) -> Iterator[RawArticle]:
    """The whole file is one article. Raises Unreadable."""
    data = whole(stream, most, articles=True)
    with reading("a Word document"):
        _check_size(io.BytesIO(data), most)
    yield RawArticle(source, RawFormat.document, data)


def document_article(raw: RawArticle) -> RawArticle:
    """The paragraphs and tables of a Word document. Raises Unreadable."""
    docx = extra("docx", "a Word document")
    assert isinstance(raw.data, bytes)
    with reading("a Word document"):
        document = docx.Document(io.BytesIO(raw.data))
        blocks = "\n".join(_blocks(document))
        title = document.core_properties.title
    return article(raw.source, raw.record, text=blocks, title=title or None)


def _blocks(container: Any) -> Iterator[str]:
    """The text of paragraphs and of the cells of tables, in order."""
    for block in container.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield "\t".join("\n".join(_blocks(cell)) for cell in row.cells)
        else:
            yield block.text


def _check_size(stream: BinaryIO, most: int) -> None:
    """Raises Unreadable where an office file grows by more than `most` bytes when it is unpacked. Pictures grow little.

    No more of a member is read than the size that the archive gives.
    """
    with zipfile.ZipFile(stream) as archive:
        growth = sum(member.file_size - member.compress_size for member in archive.infolist())
    if growth > most:
        raise Unreadable(too_large(most))
