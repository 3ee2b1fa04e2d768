"""Facts as an Excel workbook: a sheet of articles and one of the facts of each kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, cast

from .columns import ARTICLES, KEY, Row, RowRenderer, tables
from .output import Output, Renderer, Writer, opening

_ROWS = 1_048_576  # that a sheet of Excel has
_LETTERS = 32_767  # that a cell of Excel holds


class XlsxOutput(Output):
    """A workbook, which has its name only when it is whole. Sheets run from right to left."""

    needs_file = True
    takes_url = False
    rows = True
    extra = ("files", "openpyxl")

    def renderer(self) -> Renderer:
        return WorkbookRenderer(tables(self.kinds, self.with_text))

    @contextmanager
    def opened(self) -> Iterator[Writer]:
        output = Path(cast(str, self.target.output))
        with opening("--output", str(output)):
            part = output.with_name(f".{output.name}.part")
            part.touch()
        book = WorkbookWriter(part, tables(self.kinds, self.with_text))
        try:
            with closing(book):
                yield book
            part.replace(output)
        finally:
            part.unlink(missing_ok=True)


class WorkbookRenderer(RowRenderer, frozen=True):
    """Rows whose texts fit into cells. Raises ValueError for one that does not."""

    def __call__(self, article: Any) -> dict[str, list[Row]]:
        rendered = RowRenderer.__call__(self, article)
        for value in (value for rows in rendered.values() for row in rows for value in row):
            if isinstance(value, str) and len(value) > _LETTERS:
                raise ValueError(f"a text of {len(value):,} characters; a cell of Excel holds {_LETTERS:,}: use csv")
        return rendered


class WorkbookWriter(Writer):
    """Writes rows as they come; the workbook is a file when it is closed."""

    def __init__(self, path: Path, tables: Mapping[str, Mapping[str, type]]) -> None:
        from openpyxl import Workbook

        self._path = path
        self._book = Workbook(write_only=True)
        self._sheets = {}
        self._rows = dict.fromkeys(tables, 1)
        for table, columns in tables.items():
            sheet = self._sheets[table] = self._book.create_sheet(table)
            sheet.sheet_view.rightToLeft = True
            sheet.freeze_panes = "A2"
            sheet.append([self._cell(table, name, bold=True) for name in (KEY, *columns)])

    def write(self, rendered: Mapping[str, list[Row]]) -> None:
        """Adds an article with its facts, each linked to the row of its article."""
        number = self._rows[ARTICLES]
        for table, rows in rendered.items():
            if self._rows[table] + len(rows) > _ROWS:
                raise OSError(f"more than {_ROWS:,} rows of {table}, which no sheet of Excel holds; use csv or sqlite")
            self._rows[table] += len(rows)
            for row in rows:
                key = self._cell(table, number)
                if table != ARTICLES:
                    key.hyperlink = self._link(table, number)
                self._sheets[table].append([key, *(self._cell(table, value) for value in row)])

    def close(self) -> None:
        """Writes the workbook."""
        self._book.save(self._path)

    def _link(self, table: str, number: int) -> Any:
        """A link from a fact to the row of its article."""
        from openpyxl.worksheet.hyperlink import Hyperlink

        return Hyperlink(ref="", location=f"'{ARTICLES}'!A{number + 1}")

    def _cell(self, table: str, value: object, bold: bool = False) -> Any:
        """A cell that is a text, a number or a day, never a formula."""
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
        from openpyxl.styles import Font

        if isinstance(value, str):
            value = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)
        cell = WriteOnlyCell(self._sheets[table], value)
        if isinstance(value, str):
            cell.data_type = "s"
        elif isinstance(value, dt.date):
            cell.number_format = "yyyy-mm-dd"
        if bold:
            cell.font = Font(bold=True)
        return cell
