"""The gazetteer of places: gazetteer.tsv, which a program writes, and own.tsv, which is written by hand.

A row is `names<TAB>kind<TAB>country<TAB>region<TAB>latitude<TAB>longitude<TAB>thousands of people<TAB>id`, the names
with `|` between, the canonical one first; cells at the end may be left out. How far a name can be trusted to be the
place tells trust.tsv.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

from ..engine.cache import Cache, digest
from ..gazetteer import Gazetteer, forms
from ..text.folding import fold
from .fact import Kind

_FOLDER = Path(__file__).parent
_GAZETTEER, _OWN, _TRUST = FILES = tuple(_FOLDER / name for name in ("gazetteer.tsv", "own.tsv", "trust.tsv"))
_JOINING = frozenset("دير أبو ابو أم ام تل خان عين رأس راس بني بيت كفر جسر بئر".split())
_SHORT = 2  # letters without ال; such a name is a word


class Trust(IntEnum):
    """How far a name can be trusted to be the place, see trust.tsv."""

    WORD = 0
    PLAIN = 1
    SURE = 2


class Entry(NamedTuple):
    """A place of the gazetteer. `people` counts thousands."""

    name: str
    kind: Kind
    country: str | None
    region: str | None
    lat: float | None
    lon: float | None
    people: int
    id: str


# What a name can mean: how far it is to be trusted, then numbers of rows. A plain tuple, as thousands are read back.
Meaning = tuple[int, ...]


class Atlas:
    """The gazetteer with its rows."""

    def __init__(self, names: Gazetteer[Meaning], rows: list[str], capitals: dict[str, int]) -> None:
        self.names = names
        self._rows = rows
        self._capitals = capitals
        self._entries: dict[int, Entry] = {}

    def __getstate__(self) -> dict[str, object]:
        return {**self.__dict__, "_entries": {}}

    def entries(self, name: Meaning) -> tuple[Entry, ...]:
        """The places that a name can mean."""
        return tuple([self._entry(row) for row in name[1:]])

    def capital(self, country: str) -> Entry | None:
        """The capital of a country."""
        row = self._capitals.get(country)
        return self._entry(row) if row is not None else None

    def _entry(self, row: int) -> Entry:
        found = self._entries.get(row)
        if found is None:
            found = self._entries[row] = entry(self._rows[row])
        return found


def load() -> Atlas:
    """The gazetteer, built once and kept, see Cache."""
    return Cache(_FOLDER, stamp(), "gazetteer").remember("atlas", build)


@cache
def stamp() -> str:
    """A digest of what the gazetteer is built from."""
    return digest(files=[Path(__file__), *FILES])


def lines(path: Path) -> Iterator[str]:
    """The rows of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def entry(row: str) -> Entry:
    """The place of a row."""
    names, kind, country, region, lat, lon, people, id_ = cells(row)
    name = names.partition("|")[0].removeprefix("~")
    return Entry(
        name=name,
        kind=cast(Kind, kind),
        country=country or None,
        region=region or None,
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        people=int(people or 0),
        id=id_ or f"waqai:{name.replace(' ', '_')}",
    )


def cells(row: str) -> list[str]:
    """The eight cells of a row, those left out empty."""
    found = row.split("\t")
    return found + [""] * (8 - len(found))


def build() -> Atlas:
    """The gazetteer out of its files."""
    rows = _joined([cells(line) for line in lines(_GAZETTEER)], [cells(line) for line in lines(_OWN)])
    joined: set[str] = set()
    for row in rows:
        spelled = set(_joined_spellings(row[0].split("|")))
        joined |= spelled
        row[0] = "|".join(dict.fromkeys([*row[0].split("|"), *sorted(spelled)]))
    meanings: dict[str, tuple[str, list[int]]] = {}
    words = set()
    for number, row in enumerate(rows):
        for name in row[0].split("|"):
            plain = name.removeprefix("~")
            key = " ".join(forms(plain))
            meanings.setdefault(key, (plain, []))[1].append(number)
            if plain != name:
                words.add(key)
    trusted = _trust()
    found = []
    for key, (plain, numbers) in meanings.items():
        sure = any(rows[number][1] == "country" for number in numbers) or " " in key or plain in joined
        trust = trusted.get(key, Trust.SURE if sure else Trust.PLAIN)
        if key in words or len(key.removeprefix("ال")) <= _SHORT:
            trust = Trust.WORD
        found.append((plain, (int(trust), *numbers)))
    written = ["\t".join(row) for row in rows]
    return Atlas(Gazetteer(found), written, _capitals([entry(row) for row in written]))


def _capitals(entries: list[Entry]) -> dict[str, int]:
    """The number of the row of each country's capital: the largest town where the country is placed."""
    seats = {e.country: e for e in entries if e.kind == "country" and e.country}
    found: dict[str, int] = {}
    for number, town in sorted(enumerate(entries), key=lambda each: each[1].people):
        seat = seats.get(town.country or "")
        if town.kind == "town" and town.country and seat and _close(town, seat):
            found[town.country] = number
    return found


def _close(a: Entry, b: Entry) -> bool:
    """Whether two places lie within about twenty kilometres."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    return abs(a.lat - b.lat) < 0.2 and abs(a.lon - b.lon) < 0.2


def _joined(rows: list[list[str]], own: list[list[str]]) -> list[list[str]]:
    """The rows of the gazetteer, put right by own ones of the same place, and the other own rows."""
    by_id = {row[7]: number for number, row in enumerate(rows)}
    by_name = {(row[1], row[2], fold(name)): n for n, row in enumerate(rows) for name in row[0].split("|")}
    rows = list(rows)
    for row in own:
        first = fold(row[0].partition("|")[0].removeprefix("~"))
        number = by_id.get(row[7]) if row[7] else by_name.get((row[1], row[2], first))
        if number is not None and (row[7] or _close(entry("\t".join(rows[number])), entry("\t".join(row)))):
            rows[number] = _righted(rows[number], row)
        elif row[1]:
            rows.append(row)
    return rows


def _joined_spellings(names: list[str]) -> Iterator[str]:
    """The names of two words of which the first is often written together with the second: ديرالزور."""
    for name in names:
        first, _, second = name.partition(" ")
        if first in _JOINING and second and " " not in second:
            yield first + second


def _righted(row: list[str], better: list[str]) -> list[str]:
    """A row with the names of a better one first, and what else that fills."""
    names = dict.fromkeys([*better[0].split("|"), *row[0].split("|")])
    others = [name for name in names if f"~{name}" not in names]
    return ["|".join(others), *(new or old for new, old in zip(better[1:], row[1:], strict=True))]


def _trust() -> dict[str, Trust]:
    found: dict[str, Trust] = {}
    for line in lines(_TRUST):
        trust, _, names = line.partition("\t")
        found |= {name.replace("_", " "): Trust[trust] for name in names.split()}
    return found
