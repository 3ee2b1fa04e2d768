"""The formats that facts are written in: a module and a class each, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from ..options import Bidi, Format, Language

if TYPE_CHECKING:
    from waqai.extractors import Fact

    from .output import Output, Target

_CLASSES = {
    Format.table: "table:TableOutput",
    Format.json: "json:JsonOutput",
    Format.jsonl: "jsonl:JsonLinesOutput",
    Format.csv: "csv:CsvOutput",
    Format.csv_excel: "csv:ExcelCsvOutput",
    Format.geojson: "geojson:GeoJsonOutput",
    Format.parquet: "parquet:ParquetOutput",
    Format.sqlite: "sqlite:SqliteOutput",
    Format.xlsx: "xlsx:XlsxOutput",
}


def output_to(
    target: Target,
    kinds: Mapping[str, type[Fact]],
    with_text: bool = False,
    bidi: Bidi = Bidi.auto,
    with_sentence: bool = False,
    lang: Language | None = None,
) -> Output:
    """The output to a target, for facts of these kinds."""
    name = "perfile:PerFileOutput" if target.per_file is not None else _CLASSES[target.format]
    module, _, chosen = name.partition(":")
    made: Callable[..., Output] = getattr(import_module(f".{module}", __package__), chosen)
    return made(target, kinds, with_text, bidi, with_sentence, lang)
