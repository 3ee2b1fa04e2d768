"""The gazetteer of organizations: one .tsv a category, one organization a row.

A row is `name<TAB>other name<TAB>other name`. A name after `~` is also an everyday word, a place or somebody else's name
(النصر, الحياة, ليفربول) and counts only where the words around it speak of such a body.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..text.gazetteer import Gazetteer
from .fact import CATEGORIES, Category

_FOLDER = Path(__file__).with_name("gazetteer")


class Entry(NamedTuple):
    """An organization the gazetteer knows, by one of its names."""

    name: str
    category: Category
    ambiguous: bool


def entries(folder: Path = _FOLDER) -> Iterator[tuple[str, Entry]]:
    """The names of all files with their entries; a name that several rows have keeps the last."""
    for category in CATEGORIES:
        for path in sorted(folder.glob(f"{category}*.tsv")):
            for line in path.read_text(encoding="utf-8").splitlines():
                names = [name.strip() for name in line.partition("#")[0].split("\t") if name.strip()]
                for name in names:
                    yield name.lstrip("~"), Entry(names[0].lstrip("~"), category, name.startswith("~"))


def load() -> Gazetteer[Entry]:
    """The gazetteer."""
    return Gazetteer(entries())
