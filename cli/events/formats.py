"""How events are written, and what a file's name says of it."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path

from ..options import UnknownSuffix
from ..usage import USAGE, stop


class EventFormat(StrEnum):
    """How events are written."""

    auto = "auto"
    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    sqlite = "sqlite"
    geojson = "geojson"
    html = "html"


_SUFFIXES = {
    ".json": EventFormat.json,
    ".csv": EventFormat.csv,
    ".geojson": EventFormat.geojson,
    ".jsonl": EventFormat.jsonl,
    ".ndjson": EventFormat.jsonl,
    ".jl": EventFormat.jsonl,
    ".txt": EventFormat.jsonl,
    "": EventFormat.jsonl,
    ".html": EventFormat.html,
    ".htm": EventFormat.html,
    ".sqlite": EventFormat.sqlite,
    ".sqlite3": EventFormat.sqlite,
    ".db": EventFormat.sqlite,
}


def resolved(format: EventFormat, output: Path | None, update: Path | None) -> EventFormat:
    """What `auto` stands for. Stops where the name of a file promises a format that is none of ours."""
    if format is not EventFormat.auto:
        return format
    if output is not None:
        suffix = output.suffix.lower()
        if suffix not in _SUFFIXES:
            stop(f"--output: {UnknownSuffix(suffix, _SUFFIXES)}", USAGE)
        return _SUFFIXES[suffix]
    if update is not None:
        return EventFormat.sqlite
    return EventFormat.table if sys.stdout.isatty() else EventFormat.jsonl
