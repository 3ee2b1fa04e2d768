"""The gazetteer of organizations: one .tsv a category (or part of one), one organization a row.

A row is `name<TAB>other name<TAB>other name`: the names of one body, and of no other. A name that several bodies bear
(مجلس النواب, الهلال الأحمر) stands in the row of each.

A name after `~` is also an everyday word, a place, somebody else's name (النصر, الحياة, ليفربول) and counts only where
the words around it speak of such a body.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from ..engine.cache import Cache, digest
from ..gazetteer import Gazetteer, Names, forms
from .fact import CATEGORIES, Category

_FOLDER = Path(__file__).with_name("gazetteer")


class Entry(NamedTuple):
    """An organization that has a name: its first name, what it is, whether the name can mean something else."""

    name: str
    category: Category | None  # None for a name that only looks like one of an organization
    ambiguous: bool


Bodies = frozenset[str]  # each by its first name
Entries = tuple[Entry, ...]  # more than one where organizations share a name: الجزيرة the channel and the club


def bodies(entries: Entries, category: Category | None) -> Bodies:
    """The bodies of a category that a name can stand for."""
    return frozenset(entry.name for entry in entries if entry.category == category)


def rows(folder: Path = _FOLDER) -> Iterator[tuple[Category | None, list[str]]]:
    """The rows of all files: a category and the names of one organization, with their `~`."""
    for category in (*CATEGORIES, None):
        for path in sorted(folder.glob(f"{(category or 'none')}*.tsv")):
            for line in path.read_text(encoding="utf-8").splitlines():
                names = [name.strip() for name in line.partition("#")[0].split("\t") if name.strip()]
                if names:
                    yield category, names


def load() -> Gazetteer[Entries]:
    """The gazetteer, built once and kept, see Cache.

    The files are one for each category, and `none` for names that only look like those of organizations.
    """
    return Gazetteer(Cache(_FOLDER, stamp()).remember("gazetteer", _build), msgspec.json.Decoder(Entries).decode)


@cache
def stamp() -> str:
    """A digest of what the gazetteer is built from."""
    return digest(files=[Path(__file__), *sorted(_FOLDER.glob("*.tsv"))])


def _build() -> Names:
    """A name that one row has without `~` is unambiguous, whatever other rows say."""
    found: dict[tuple[str, ...], tuple[str, Entries]] = {}
    for category, names in rows():
        for name in names:
            plain = name.removeprefix("~")
            key = tuple(forms(plain))
            entry = Entry(names[0].removeprefix("~"), category, name != plain)
            found[key] = plain, (*found.get(key, ("", ()))[1], entry)
    meant = ((name, tuple(e for e in given if not e.ambiguous) or given) for name, given in found.values())
    return Names.of((name, msgspec.json.encode(entries).decode()) for name, entries in meant)
