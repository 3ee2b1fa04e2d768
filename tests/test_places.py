"""The parts of the places extractor, a table of one's own, GeoJSON, and accuracy on gold articles if at hand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from waqai.cli.app import app
from waqai.extractors import extract
from waqai.extractors.document import Document
from waqai.extractors.places import PlaceExtractor, PlaceFact, WrongTable, names
from waqai.extractors.places.fact import KINDS

GOLD = Path(__file__).parent.parent.parent / "shared" / "gold"


def found(text: str) -> list[PlaceFact]:
    return [fact for fact in extract(text, only=["places"]).facts["places"] if isinstance(fact, PlaceFact)]


def test_the_files_hold_places_of_known_kinds_where_places_can_be() -> None:
    for file in names.FILES[:2]:
        for line in names.lines(file):
            row = names.cells(line)
            assert row[1] in (*KINDS, "none") or (not row[1] and row[7]), line
            assert row[1] == "none" or names._wrong(row) is None, line


def test_the_gazetteer_credits_geonames() -> None:
    head = names.FILES[0].read_text(encoding="utf-8").partition("\n\n")[0]
    assert "GeoNames" in head and "CC BY 4.0" in head


@pytest.mark.parametrize(
    "text",
    [
        "قال السلام على من اتبع الهدى يوم الجمعة في أول الأمر.",
        "الأمن والنصر والاتحاد في بيان الحكومة.",
        "فأس وجدها جده في مقره بعد سيول.",
        "وأدى القتال إلى خسائر كآلية مدمرة.",
        "قالت صحيفة القدس العربي إن ريال مدريد فاز.",
        "أدى الحجاج نسكهم بيسر وسهولة، وقالت وكالة الأنباء السعودية إن القوات السعودية حمت الطريق.",
        "",
    ],
)
def test_words_that_are_also_names_are_no_places(text: str) -> None:
    assert found(text) == []


def test_a_place_is_resolved_by_what_it_lies_in() -> None:
    assert next((fact.name, fact.country) for fact in found("احتجاجات في طرابلس شمال لبنان.")) == ("طرابلس", "LB")
    assert next((fact.name, fact.country) for fact in found("احتجاجات في طرابلس غربي ليبيا.")) == ("طرابلس", "LY")


class TestTable:
    def test_its_places_add_to_the_gazetteer_and_overrule_it(self, tmp_path: Path) -> None:
        table = tmp_path / "places.tsv"
        table.write_text("هيمو\ttown\tSY\tالحسكة\t37.08\t41.15\nالقدس\ttown\tIL\n", encoding="utf-8")
        facts = PlaceExtractor(str(table)).extract(Document("انفجار في هيمو ثم في القدس والقامشلي."))
        told = [(fact.name, fact.country, fact.lat) for fact in facts if isinstance(fact, PlaceFact)]
        assert told == [("هيمو", "SY", 37.08), ("القدس", "IL", None), ("القامشلي", "SY", 37.052)]

    @pytest.mark.parametrize(
        ("row", "message"),
        [
            ("هيمو\tvillage", "'village' is no kind of place"),
            ("\ttown", "no name"),
            ("هيمو\ttown\tSyria", "'Syria' is no country"),
            ("هيمو\ttown\tSY\t\t97\t4", "'97' is no latitude"),
            ("هيمو\ttown\tSY\t\t37\teast", "'east' is no longitude"),
            ("هيمو\ttown\tSY\t\t37\t41\tmany", "'many' is no number"),
        ],
    )
    def test_a_wrong_row_is_told_with_its_line(self, tmp_path: Path, row: str, message: str) -> None:
        table = tmp_path / "places.tsv"
        table.write_text(f"# mine\n{row}\n", encoding="utf-8")
        with pytest.raises(WrongTable, match=message) as error:
            PlaceExtractor(str(table))
        assert str(error.value).startswith(f"{table}:2: ")

    def test_the_command_says_what_is_wrong_with_it(self, tmp_path: Path) -> None:
        article = tmp_path / "a.txt"
        article.write_text("انفجار في هيمو.", encoding="utf-8")
        absent = CliRunner().invoke(app, ["extract", str(article), "--places", str(tmp_path / "no.tsv")])
        assert absent.exit_code == 2


def test_geojson_has_a_feature_for_each_place_and_each_placed_count(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("مقتل 5 أشخاص في حلب، والوزير في الشرق الأوسط.", encoding="utf-8")
    shown = CliRunner().invoke(app, ["extract", str(article), "--format", "geojson", "--quiet"])
    collection = json.loads(shown.stdout)
    assert collection["type"] == "FeatureCollection" and "GeoNames" in collection["credit"]
    places = [one for one in collection["features"] if one["properties"]["extractor"] == "places"]
    assert [one["properties"]["name"] for one in places] == ["حلب", "الشرق الأوسط"]
    assert places[0]["geometry"] == {"type": "Point", "coordinates": [37.161, 36.201]}
    assert places[1]["geometry"] is None


def test_geojson_without_places_is_an_empty_collection(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("لا شيء هنا.", encoding="utf-8")
    shown = CliRunner().invoke(app, ["extract", str(article), "--format", "geojson", "--quiet"])
    assert json.loads(shown.stdout)["features"] == []


@pytest.mark.skipif(not (GOLD / "dev2").is_dir(), reason="the gold articles are not at hand")
def test_accuracy_on_gold_articles() -> None:
    texts = {d["id"]: d["text"] for d in map(json.loads, (GOLD / "dev2/articles.jsonl").open(encoding="utf-8"))}
    right = missed = 0
    for gold in map(json.loads, (GOLD / "dev2/gold.jsonl").open(encoding="utf-8")):
        spans = {(fact.start, fact.end) for fact in found(texts[gold["id"]])}
        for fact in gold["facts"].get("places", []):
            if not fact.get("optional"):
                hit = any(start < fact["end"] and fact["start"] < end for start, end in spans)
                right, missed = right + hit, missed + (not hit)
    assert right / (right + missed) >= 0.88


def test_no_name_of_the_gazetteer_is_spelled_as_in_kurdish_or_uyghur() -> None:
    spelled = [name for row in names.lines(names.FILES[0]) for name in names.cells(row)[0].split("|")]
    assert not [name for name in spelled if re.search("ى\\w", name)]
    assert not {"عهممان", "مهسقهت", "بهغداد", "كهركووك"} & set(spelled)


def test_own_rows_that_only_name_a_place_find_it_in_the_gazetteer() -> None:
    rows = [names.cells(line) for line in names.lines(Path(names.__file__).parent / "gazetteer.tsv")]
    known = {row[7] for row in rows}
    own = [names.cells(line) for line in names.lines(Path(names.__file__).parent / "own.tsv")]
    assert [row[0] for row in own if row[7] and not row[1] and row[7] not in known] == []
