"""Facts as one table of comma-separated values, a row each."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

import msgspec

from ..catalogue import field_names
from .columns import SENTENCE, sentence_of
from .output import Renderer, Writer
from .text import TextOutput, TextWriter

if TYPE_CHECKING:
    from waqai.extractors import ExtractedArticle, Fact

BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class CsvOutput(TextOutput):
    """A header, and a row for each fact."""

    rows = True

    def renderer(self) -> Renderer:
        return CsvRenderer(csv_columns(self.kinds, self.with_text))

    def writer(self, stream: TextIO) -> Writer:
        header = CsvRenderer.row(csv_columns(self.kinds, self.with_text))
        return TextWriter(stream, header, empty=header)


class ExcelCsvOutput(CsvOutput):
    """The same with the mark by which Excel knows UTF-8, without which it shows Arabic as other letters."""

    def writer(self, stream: TextIO) -> Writer:
        header = BOM + CsvRenderer.row(csv_columns(self.kinds, self.with_text))
        return TextWriter(stream, header, empty=header)


def csv_columns(kinds: Mapping[str, type[Fact]], with_text: bool) -> list[str]:
    """The columns of the one table of all facts. Kinds share those of fields they both have."""
    fields = dict.fromkeys(name for fact in kinds.values() for name in field_names(fact))
    about = ["source", "record", "id", "title", "published", "url", "outlet"]
    return [*about, *(["article_text"] if with_text else []), "extractor", *fields, SENTENCE]


@dataclass(frozen=True, slots=True)
class CsvRenderer:
    """Turns an article into one row a fact; `extractor` is its kind."""

    columns: Sequence[str]

    def __call__(self, article: ExtractedArticle) -> str:
        about: dict[str, Any] = msgspec.to_builtins(article)
        facts = about.pop("facts")
        about["article_text"] = about.pop("text", None)
        rows = [
            about | {"extractor": kind, SENTENCE: sentence_of(found, article)} | fact
            for kind, records in facts.items()
            for fact, found in zip(records, article.facts[kind], strict=True)
        ]
        return "".join(self.row([_cell(row.get(name)) for name in self.columns]) for row in rows)

    @staticmethod
    def row(cells: Sequence[object]) -> str:
        """A line of CSV."""
        line = io.StringIO()
        csv.writer(line, lineterminator="\r\n").writerow(cells)  # so that what holds either is put in quotes
        return line.getvalue().removesuffix("\r\n") + "\n"


def _cell(value: object) -> object:
    """A value as a CSV cell: `true` and `false` as in JSON, nothing for null, lists and objects as JSON.

    A text that a spreadsheet would take for a formula begins with an apostrophe.
    """
    if isinstance(value, bool | list | dict):
        return msgspec.json.encode(value).decode()
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
