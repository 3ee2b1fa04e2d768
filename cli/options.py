"""The options of `waqai extract`, each with its help. Nothing is imported here that `--help` does not need."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How facts are written."""

    auto = "auto"
    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"

    def resolved(self, output: Path | None, terminal: bool) -> Format:
        """What `auto` stands for: a table on a terminal; in a file what its suffix names; JSON Lines elsewhere."""
        if self is not Format.auto:
            return self
        if output is not None:
            suffix = output.suffix.lower().removeprefix(".")
            return Format(suffix) if suffix in ("json", "csv") else Format.jsonl
        return Format.table if terminal else Format.jsonl


class Bidi(StrEnum):
    """Who puts right-to-left text in the order of the screen."""

    auto = "auto"
    terminal = "terminal"
    reorder = "reorder"


Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH", help="Files, folders, - for standard input.")]
FormatOption = Annotated[
    Format, typer.Option(help="auto is a table on a terminal, jsonl when piped, in a file what its name says.")
]
Only = Annotated[str | None, typer.Option(metavar="KIND,...", help="Extract only these kinds, e.g. casualties,dates.")]
Date = Annotated[
    str | None, typer.Option(metavar="YYYY-MM-DD", help="Day of publication; relative dates count from it.")
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE.")]
WithText = Annotated[bool, typer.Option("--with-text", help="Print the articles' text too.")]
TextField = Annotated[str, typer.Option(metavar="NAME", help="JSON field of the text.")]
DateField = Annotated[
    str, typer.Option(metavar="NAME,...", help="JSON fields of the day of publication; the first that is there counts.")
]
IdField = Annotated[str, typer.Option(metavar="NAME", help="JSON field of the id.")]
TitleField = Annotated[str, typer.Option(metavar="NAME", help="JSON field of the title.")]
BidiOption = Annotated[
    Bidi,
    typer.Option(help="Who orders right-to-left text: the terminal, or waqai where the terminal cannot (reorder)."),
]
