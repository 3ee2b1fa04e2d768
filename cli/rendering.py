"""Facts written out as they come: JSON, JSON Lines, CSV; tables are in `summary.py`."""

from __future__ import annotations

import csv
import io
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TextIO

import msgspec

from .catalogue import field_names
from .options import Bidi, Format

if TYPE_CHECKING:
    from waqai.extractors import ExtractedArticle, Fact, Failure


class Renderer(Protocol):
    """Puts an article into the form that a format's writer takes. Pickled: it is called where facts are found."""

    def __call__(self, article: ExtractedArticle) -> Any:
        """The article as the writer takes it."""
        ...


class Writer(ABC):
    """Writes rendered articles as they come."""

    @abstractmethod
    def write(self, rendered: Any) -> None:
        """Writes one article."""

    def failed(self, failure: Failure) -> None:  # noqa: B027 - most outputs have no place for it
        """Hears that an article, or an input, has failed."""

    @abstractmethod
    def close(self) -> None:
        """Writes what ends the output."""


def renderer(format: Format, kinds: Mapping[str, type[Fact]], with_text: bool = False) -> Renderer:
    """The renderer of a format other than `auto`; `kinds` are the fact types that may come."""
    match format:
        case Format.json:
            return render_json
        case Format.csv:
            return CsvRenderer(csv_columns(kinds, with_text))
        case Format.table:
            return as_it_is
        case Format.geojson:
            from .outputs.geojson import render_features

            return render_features
        case Format.parquet | Format.sqlite:
            from .outputs.columns import RowRenderer, tables

            return RowRenderer(tables(kinds, with_text))
        case _:
            return render_line


def writer(
    format: Format,
    stream: TextIO,
    kinds: Mapping[str, type[Fact]],
    with_text: bool = False,
    bidi: Bidi = Bidi.auto,
) -> Writer:
    """The writer of a format of text other than `auto`; the stream stays open."""
    match format:
        case Format.json:
            return TextWriter(stream, "[\n", ",\n", "\n]\n", empty="[]\n")
        case Format.csv:
            header = CsvRenderer.row(csv_columns(kinds, with_text))
            return TextWriter(stream, header, empty=header)
        case Format.geojson:
            from .outputs.geojson import FeatureWriter

            return FeatureWriter(stream)
        case Format.table:
            from .bidi import drawing  # rich is only needed here
            from .summary import TableWriter

            return TableWriter(stream, drawing(bidi, stream))
        case _:
            return TextWriter(stream)


class TextWriter(Writer):
    """Writes articles with `first` before them, `between` them and `last` after them, or `empty` where there are none.

    Each article is one `write` of the stream, so that it can be written whole or not at all.
    """

    def __init__(self, stream: TextIO, first: str = "", between: str = "", last: str = "", *, empty: str = "") -> None:
        self._stream = stream
        self._before = first
        self._between = between
        self._last = last
        self._end = empty

    def write(self, rendered: str) -> None:
        self._stream.write(self._before + rendered)
        self._stream.flush()
        self._before, self._end = self._between, self._last

    def close(self) -> None:
        self._stream.write(self._end)


def render_line(article: ExtractedArticle) -> str:
    """An article as a line of JSON."""
    return msgspec.json.encode(article).decode() + "\n"


def render_json(article: ExtractedArticle) -> str:
    """An article as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(article), indent=2).decode()


def as_it_is(article: ExtractedArticle) -> ExtractedArticle:
    """The article itself."""
    return article


_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_columns(kinds: Mapping[str, type[Fact]], with_text: bool) -> list[str]:
    """The columns of the one table of all facts. Kinds share those of fields they both have."""
    fields = dict.fromkeys(name for fact in kinds.values() for name in field_names(fact))
    about = ["source", "record", "id", "title", "published", *(["article_text"] if with_text else [])]
    return [*about, "extractor", *fields]


@dataclass(frozen=True, slots=True)
class CsvRenderer:
    """Turns an article into one row a fact; `extractor` is its kind."""

    columns: Sequence[str]

    def __call__(self, article: ExtractedArticle) -> str:
        about: dict[str, Any] = msgspec.to_builtins(article)
        facts = about.pop("facts")
        about["article_text"] = about.pop("text", None)
        rows = [about | {"extractor": kind} | fact for kind, found in facts.items() for fact in found]
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
