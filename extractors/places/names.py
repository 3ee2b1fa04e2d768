"""The gazetteer of places: gazetteer.tsv, which a program writes, and own.tsv, which is written by hand.

A row is `names<TAB>kind<TAB>country<TAB>region<TAB>latitude<TAB>longitude<TAB>thousands of people<TAB>id`, the names
with `|` between, the canonical one first; cells at the end may be left out. How far a name can be trusted to be the
place, trust.tsv says.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple, cast

from ..engine.cache import Cache, digest
from ..engine.sre import lazy
from ..gazetteer import Gazetteer, Names, forms
from ..text.folding import DIACRITICS, fold
from .fact import KINDS, Kind

_FOLDER = Path(__file__).parent
_GAZETTEER, _OWN, _TRUST = FILES = tuple(_FOLDER / name for name in ("gazetteer.tsv", "own.tsv", "trust.tsv"))
_JOINING = frozenset("دير أبو ابو أم ام تل خان عين رأس راس بني بيت كفر جسر بئر".split())
_SIGN = lazy(f"[{DIACRITICS}]")
_CELLS = 8
_NO_PLACE = "none"  # in place of a kind: names that hold one of a place and are another's
_SHORT = 2  # letters without ال; such a name is a word


class Trust(IntEnum):
    """How far a name can be trusted to be the place, see trust.tsv."""

    NONE = -1  # never
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


# What a name can mean: how far it is to be trusted, then numbers of rows.
Meaning = tuple[int, ...]


class Kept(NamedTuple):
    """What an atlas is made of, as it is kept: names with their meanings, rows with a line each, numbers of rows."""

    names: Names
    rows: str
    capitals: dict[str, int]  # by country
    countries: dict[str, int]  # by country
    regions: dict[str, int]  # by country and region
    signed: dict[str, frozenset[str]]  # the countries that have a name with these vowel signs


class Atlas:
    """The gazetteer with its rows."""

    def __init__(self, kept: Kept) -> None:
        self.names = Gazetteer(kept.names, _meaning)
        self._kept = kept
        self._entries: dict[int, Entry] = {}

    @cached_property
    def _rows(self) -> list[str]:
        return self._kept.rows.split("\n")

    def entries(self, name: Meaning) -> tuple[Entry, ...]:
        """The places that a name can mean."""
        return tuple([self._entry(row) for row in name[1:]])

    def spellings(self, name: Meaning) -> frozenset[str]:
        """All names of the places that a name can mean, as they are written."""
        return frozenset(spelled for row in name[1:] for spelled in self._rows[row].partition("\t")[0].split("|"))

    def signed(self, text: str) -> frozenset[str]:
        """The countries of which a place is spelled with these vowel signs: of عُمان Oman, of عمّان Jordan."""
        return self._kept.signed.get(text, frozenset())

    def is_capital(self, place: Entry) -> bool:
        """Whether a place is the capital of its country."""
        return place.country is not None and place == self.capital(place.country)

    def country(self, code: str) -> Entry | None:
        """A country by its ISO code."""
        row = self._kept.countries.get(code)
        return self._entry(row) if row is not None else None

    def capital(self, country: str) -> Entry | None:
        """The capital of a country."""
        row = self._kept.capitals.get(country)
        return self._entry(row) if row is not None else None

    def region(self, place: Entry) -> Entry | None:
        """The region that a place lies in."""
        row = self._kept.regions.get(f"{place.country} {place.region}")
        return self._entry(row) if row is not None else None

    def _entry(self, row: int) -> Entry:
        found = self._entries.get(row)
        if found is None:
            found = self._entries[row] = entry(self._rows[row])
        return found


class WrongTable(ValueError):
    """A table of places that cannot be read; the message says where and why."""


def load(table: Path | None = None) -> Atlas:
    """The gazetteer, built once and kept, see Cache; with the rows of a table first. Raises OSError, WrongTable."""
    cache_name = "gazetteer with table" if table else "gazetteer"
    return Atlas(Cache(_FOLDER, stamp(table), cache_name).remember("atlas", lambda: _build(table)))


@cache
def stamp(table: Path | None = None) -> str:
    """A digest of what the gazetteer is built from."""
    return digest(files=[Path(__file__), *FILES, *([table] if table else [])])


def checked(table: Path) -> Iterator[list[str]]:
    """The rows of a user's table as cells. Raises OSError, WrongTable."""
    try:
        text = table.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise WrongTable(f"{table}: not UTF-8; save it as UTF-8") from None
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        row = [cell.strip() for cell in cells(line)]
        if wrong := _wrong(row):
            raise WrongTable(f"{table}:{number}: {wrong}")
        yield row


def _wrong(row: list[str]) -> str | None:
    """What is wrong with a row of a user's table."""
    if len(row) > _CELLS:
        return f"{len(row)} cells; a row has at most {_CELLS}, with a tab between"
    if not row[0].strip("|~ "):
        return "no name in the first cell"
    if row[1] not in KINDS and not (row[7] and not row[1]):
        return f"{row[1]!r} is no kind of place; the second cell is one of {', '.join(KINDS)}"
    if row[2] and not (len(row[2]) == 2 and row[2].isascii() and row[2].isupper()):
        return f"{row[2]!r} is no country; the third cell is an ISO code of two letters, such as SY"
    for cell, name, most in ((row[4], "latitude", 90), (row[5], "longitude", 180)):
        if cell and not _is_number(cell, most):
            return f"{cell!r} is no {name}; give degrees, such as 36.2"
    return None if not row[6] or row[6].isdecimal() else f"{row[6]!r} is no number of thousands of people"


def _is_number(cell: str, most: float) -> bool:
    try:
        return abs(float(cell)) <= most
    except ValueError:
        return False


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
    return found + [""] * (_CELLS - len(found))


def _meaning(written: str) -> Meaning:
    return tuple(map(int, written.split()))


def _build(table: Path | None = None) -> Kept:
    """The gazetteer out of its files. What a table says of a name is all that it means."""
    rows = _joined([cells(line) for line in lines(_GAZETTEER)], [cells(line) for line in lines(_OWN)])
    if table:
        rows = _overruled(rows, list(checked(table)))
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
        if any(rows[number][1] == _NO_PLACE for number in numbers):
            trust = Trust.NONE
        elif key in words or len(key.removeprefix("ال")) <= _SHORT:
            trust = Trust.WORD
        found.append((plain, " ".join(map(str, (int(trust), *numbers)))))
    written = ["\t".join(row) for row in rows]
    countries = {row[2]: number for number, row in enumerate(rows) if row[1] == "country"}
    regions = {f"{row[2]} {row[3]}": number for number, row in enumerate(rows) if row[1] == "region" and row[4]}
    capitals = _capitals([entry(row) for row in written])
    return Kept(Names.of(found), "\n".join(written), capitals, countries, regions, _signed(written))


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


def _signed(rows: list[str]) -> dict[str, frozenset[str]]:
    """The countries that the rows give to each spelling with vowel signs."""
    found: dict[str, frozenset[str]] = {}
    for names, _, country, *_ in map(cells, rows):
        for name in names.split("|") if _SIGN.search(names) else ():
            if _SIGN.search(name):
                found[name] = found.get(name, frozenset()) | {country}
    return found


def _overruled(rows: list[list[str]], users: list[list[str]]) -> list[list[str]]:
    """The rows without the names that a user's table has, and the places of the table."""
    by_id = {row[7]: row for row in rows if row[7]}
    named = {fold(name.removeprefix("~")) for row in users for name in row[0].split("|")}
    theirs = [_righted(by_id[row[7]], row) if row[7] in by_id else row for row in users]
    replaced = {row[7] for row in theirs if row[7]}
    kept = []
    for row in rows:
        names = "|".join(name for name in row[0].split("|") if fold(name.removeprefix("~")) not in named)
        if names and row[7] not in replaced:
            kept.append([names, *row[1:]])
    return [*kept, *theirs]


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
