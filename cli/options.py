"""The options of commands, each with its help. Nothing is imported here that `--help` does not need."""

from __future__ import annotations

import os
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path, PurePath
from typing import Annotated

import typer

BUILT_IN = "builtin"  # who finds organizations if nobody else is named


class UnknownSuffix(ValueError):
    """An output whose name promises a format that is none of ours."""

    def __init__(self, suffix: str, suffixes: Iterable[str]) -> None:
        known = ", ".join(sorted(filter(None, suffixes)))
        super().__init__(f"no format ends in {suffix}; use one of {known}, or say --format")


class Format(StrEnum):
    """How facts are written."""

    auto = "auto"
    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    csv_excel = "csv-excel"
    parquet = "parquet"
    sqlite = "sqlite"
    geojson = "geojson"
    xlsx = "xlsx"

    def resolved(self, output: str | Path | None, terminal: bool) -> Format:
        """What `auto` stands for: a table on a terminal; in a file what its suffix names; JSON Lines elsewhere.

        Raises UnknownSuffix for a new file with another one.
        """
        if self is not Format.auto:
            return self
        if output is not None:
            suffix = PurePath(output).suffix.lower()
            if suffix not in _SUFFIXES and not Path(output).exists():
                raise UnknownSuffix(suffix, _SUFFIXES)
            return _SUFFIXES.get(suffix, Format.jsonl)
        return Format.table if terminal else Format.jsonl


_SUFFIXES = {
    ".json": Format.json,
    ".csv": Format.csv,
    ".parquet": Format.parquet,
    ".sqlite": Format.sqlite,
    ".sqlite3": Format.sqlite,
    ".db": Format.sqlite,
    ".geojson": Format.geojson,
    ".xlsx": Format.xlsx,
    ".jsonl": Format.jsonl,
    ".ndjson": Format.jsonl,
    ".jl": Format.jsonl,
    ".txt": Format.jsonl,
    "": Format.jsonl,
    ".gz": Format.jsonl,  # which is refused with the reason
    ".zst": Format.jsonl,
}


class To(StrEnum):
    """What `waqai convert` writes."""

    labelstudio = "labelstudio"
    brat = "brat"
    spacy = "spacy"
    conll = "conll"
    gold = "gold"


class Language(StrEnum):
    """The language of what a reader sees."""

    en = "en"
    ar = "ar"

    @classmethod
    def of_locale(cls) -> Language:
        """Arabic where the locale's messages are, else English."""
        return cls.ar if cls.named().lower().split("_")[0].split(".")[0] == "ar" else cls.en

    @staticmethod
    def named() -> str:
        """The locale of messages, such as `ar_EG.UTF-8`."""
        return next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")


class Bidi(StrEnum):
    """Who puts right-to-left text in the order of the screen."""

    auto = "auto"
    terminal = "terminal"
    reorder = "reorder"


Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH", help="Files, folders, - for standard input.")]
FormatOption = Annotated[
    Format, typer.Option(help="auto is a table on a terminal, jsonl into a pipe; for a file, its name decides.")
]
Only = Annotated[str | None, typer.Option(metavar="KIND,...", help="Extract only these kinds, e.g. casualties,dates.")]
Ner = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help="What finds organizations: builtin, or another recognizer (camel, with waqai[neural]); "
        "waqai extractors lists them.",
    ),
]
PlacesFile = Annotated[
    Path | None, typer.Option("--places", metavar="FILE", help="Your own places, which overrule the gazetteer.")
]
Date = Annotated[
    str | None, typer.Option(metavar="YYYY-MM-DD", help="Day of publication; relative dates count from it.")
]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, or to a URL.")]
PerFile = Annotated[Path | None, typer.Option(metavar="DIR", help="Write one JSON file for each input, below DIR.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite existing output.")]
Resume = Annotated[bool, typer.Option("--resume", help="Continue a run that was stopped while it wrote this output.")]
Errors = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write failures to FILE too, one JSON object a line.")
]
MaxSize = Annotated[
    float, typer.Option(metavar="MB", min=0.001, help="Largest article in megabytes; larger ones fail.")
]
Jobs = Annotated[int | None, typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes; all cores by default.")]
Unordered = Annotated[bool, typer.Option("--unordered", help="Write articles as they are finished, not in order.")]
Cluster = Annotated[
    str | None, typer.Option(metavar="ADDRESS", help="Work on a Dask cluster, e.g. tcp://scheduler:8786.")
]
Lang = Annotated[
    Language | None, typer.Option(help="Language of labels, months and digits; that of the locale by default.")
]
DecisionsFile = Annotated[
    Path | None,
    typer.Option("--decisions", metavar="FILE", help="Apply the decisions made with waqai check."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary; failures are still reported.")]
WithText = Annotated[bool, typer.Option("--with-text", help="Also print the text of each article.")]
WithSentence = Annotated[
    bool, typer.Option("--with-sentence", help="Also print the sentence of each fact; rows always have it.")
]
TextField = Annotated[str | None, typer.Option(metavar="NAME", help="Column or field of the text.")]
DateField = Annotated[
    str | None,
    typer.Option(metavar="NAME,...", help="Columns of the day of publication; the first that has one counts."),
]
IdField = Annotated[str | None, typer.Option(metavar="NAME", help="Column or field of the id.")]
TitleField = Annotated[str | None, typer.Option(metavar="NAME", help="Column or field of the title.")]
UrlField = Annotated[str | None, typer.Option(metavar="NAME", help="Column or field of the address.")]
OutletField = Annotated[str | None, typer.Option(metavar="NAME", help="Column or field of the outlet.")]
DateFrom = Annotated[
    str | None,
    typer.Option(metavar="path:REGEX", help="Read the day of publication from a file's path, by the first group."),
]
BidiOption = Annotated[
    Bidi,
    typer.Option(help="Who orders right-to-left text: the terminal, or waqai where the terminal cannot (reorder)."),
]
