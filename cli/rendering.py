"""Facts written out as they come: JSON, JSON Lines, CSV; tables are in `summary.py`."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol, TextIO

import msgspec

from .catalogue import field_names
from .options import Bidi, Format

if TYPE_CHECKING:
    from waqai.extractors import ExtractedArticle, Fact


class Writer(Protocol):
    """Writes articles as they come."""

    def write(self, article: ExtractedArticle) -> None:
        """Writes the facts of one article."""
        ...

    def close(self) -> None:
        """Writes what ends the output; the stream stays open."""
        ...


def writer(
    format: Format,
    stream: TextIO,
    kinds: Mapping[str, type[Fact]],
    with_text: bool = False,
    bidi: Bidi = Bidi.auto,
) -> Writer:
    """The writer of a format other than `auto`; `kinds` are the fact types that may come."""
    match format:
        case Format.json:
            return JsonWriter(stream)
        case Format.csv:
            return CsvWriter(stream, kinds, with_text)
        case Format.table:
            from .bidi import drawing  # rich is only needed here
            from .summary import TableWriter

            return TableWriter(stream, drawing(bidi, stream))
        case _:
            return JsonLinesWriter(stream)


class JsonLinesWriter:
    """One article a line."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, article: ExtractedArticle) -> None:
        self._stream.write(msgspec.json.encode(article).decode() + "\n")

    def close(self) -> None:
        pass


class JsonWriter:
    """One array of all articles, indented."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._separator = "[\n"

    def write(self, article: ExtractedArticle) -> None:
        self._stream.write(self._separator + msgspec.json.format(msgspec.json.encode(article), indent=2).decode())
        self._separator = ",\n"

    def close(self) -> None:
        self._stream.write("[]\n" if self._separator == "[\n" else "\n]\n")


class CsvWriter:
    """One fact a row. Kinds share the columns of fields they both have; `extractor` is the kind."""

    _ARTICLE = ("source", "id", "title", "published")

    def __init__(self, stream: TextIO, kinds: Mapping[str, type[Fact]], with_text: bool) -> None:
        self._article_columns = [*self._ARTICLE, *(["article_text"] if with_text else [])]
        fields = dict.fromkeys(name for fact in kinds.values() for name in field_names(fact))
        self._rows = csv.DictWriter(stream, [*self._article_columns, "extractor", *fields], lineterminator="\n")
        self._rows.writeheader()

    def write(self, article: ExtractedArticle) -> None:
        about: dict[str, Any] = msgspec.to_builtins(article)
        facts = about.pop("facts")
        about["article_text"] = about.pop("text", None)
        columns = {name: about[name] for name in self._article_columns}
        for kind, rows in facts.items():
            for row in rows:
                self._rows.writerow(columns | {"extractor": kind} | {name: _cell(value) for name, value in row.items()})

    def close(self) -> None:
        pass


def _cell(value: object) -> object:
    """A value as a CSV cell: `true` and `false` as in JSON, nothing for null, lists and objects as JSON."""
    if isinstance(value, bool | list | dict):
        return msgspec.json.encode(value).decode()
    return value
