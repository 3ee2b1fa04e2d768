"""Facts as one table of comma-separated values, a row each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
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
_ABOUT = ("source", "record", "id", "title", "published", "url", "outlet")  # columns of articles
_REMEMBERED = 1_000  # texts: facts of an article share sentences, speakers, places
_SPECIAL = re.compile(r'[",\r\n]')


class CsvOutput(TextOutput):
    """A header, and a row for each fact."""

    rows = True

    def renderer(self) -> Renderer:
        return CsvRenderer(csv_columns(self.kinds, self.with_text))

    def writer(self, stream: TextIO) -> Writer:
        header = row(csv_columns(self.kinds, self.with_text))
        return TextWriter(stream, header, empty=header)


class ExcelCsvOutput(CsvOutput):
    """The same with the mark by which Excel knows UTF-8, without which it shows Arabic as other letters."""

    def writer(self, stream: TextIO) -> Writer:
        header = BOM + row(csv_columns(self.kinds, self.with_text))
        return TextWriter(stream, header, empty=header)


def csv_columns(kinds: Mapping[str, type[Fact]], with_text: bool) -> list[str]:
    """The columns of the one table of all facts. Kinds share those of fields they both have."""
    fields = dict.fromkeys(_column(name) for fact in kinds.values() for name in field_names(fact))
    return [*_ABOUT, *(["article_text"] if with_text else []), "extractor", *fields, SENTENCE]


def _column(field: str) -> str:
    """The column of a field of facts; articles have an `id` too."""
    return f"fact_{field}" if field in _ABOUT else field


class CsvRenderer(msgspec.Struct, frozen=True):
    """Turns an article into one row a fact; `extractor` is its kind."""

    columns: Sequence[str]

    def __call__(self, article: ExtractedArticle) -> str:
        places = {name: place for place, name in enumerate(self.columns)}
        of_facts = places | {name: places[column] for name in _ABOUT if (column := _column(name)) in places}
        about: dict[str, Any] = msgspec.to_builtins(article)
        facts = about.pop("facts")
        about["article_text"] = about.pop("text", None)
        empty = _filled([""] * len(self.columns), about, places)
        rows = []
        for kind, records in facts.items():
            cells = _filled(empty.copy(), {"extractor": kind}, places)
            for record, fact in zip(records, article.facts[kind], strict=True):
                record[SENTENCE] = sentence_of(fact, article)
                rows.append(",".join(_filled(cells.copy(), record, of_facts)) + "\n")
        return "".join(rows)


def _filled(cells: list[str], values: Mapping[str, object], places: Mapping[str, int]) -> list[str]:
    """Cells with those values that there are columns for. Most columns are of other kinds, and empty."""
    for name, value in values.items():
        if value is not None and name in places:
            cells[places[name]] = _cell(value)
    return cells


def row(names: Sequence[str]) -> str:
    """A line of CSV."""
    return ",".join(map(_cell, names)) + "\n"


def _cell(value: object) -> str:
    """A value as a CSV cell: `true` and `false` as in JSON, lists and objects as JSON."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool | list | dict):
        return _quoted(msgspec.json.encode(value).decode())
    return str(value)


@lru_cache(_REMEMBERED)
def _text(text: str) -> str:
    """A text as a cell. One that a spreadsheet would take for a formula begins with an apostrophe."""
    return _quoted(f"'{text}" if text.startswith(_FORMULA) else text)


def _quoted(written: str) -> str:
    """A cell in quotation marks where it must be."""
    return '"' + written.replace('"', '""') + '"' if _SPECIAL.search(written) else written
