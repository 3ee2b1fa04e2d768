"""Facts to annotation tools and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from waqai.cli.annotations import labelstudio
from waqai.cli.annotations.layout import Annotated, Unconvertible, layout
from waqai.cli.catalogue import fact_types
from waqai.cli.converting import convert
from waqai.cli.options import To
from waqai.extractors import available, extract

from .commandline import invoke

TEXT = "🔴🔴 عاجل: قتل 13 شخصا على الأقل\nفي حلب أمس، وقالت وزارة الصحة إن الحصيلة أولية."


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """Two articles as `waqai extract --with-text` prints them."""
    path = tmp_path / "facts.jsonl"
    lines = []
    for id, text in (("a/1", TEXT), ("a/2", "أصيب جنديان في درعا.")):
        extracted = msgspec.structs.replace(extract(text), id=id, text=text)
        lines.append(msgspec.json.encode(extracted) + b"\n")
    path.write_bytes(b"".join(lines))
    return path


def found(path: Path) -> dict[str, Any]:
    """The facts in JSON Lines by the id of the article."""
    return {record["id"]: record["facts"] for record in map(msgspec.json.decode, path.read_bytes().splitlines())}


def types() -> dict[str, Any]:
    return fact_types(available())


def test_label_studio_and_back(facts: Path, tmp_path: Path) -> None:
    tasks, gold = tmp_path / "tasks.json", tmp_path / "gold.jsonl"
    assert convert(facts, To.labelstudio, tasks, types(), "1") == 2
    exported = msgspec.json.decode(tasks.read_bytes())
    for task in exported:  # a person accepts the predictions
        task["annotations"] = [{"result": task["predictions"][0]["result"], "was_cancelled": False}]
    tasks.write_bytes(msgspec.json.encode(exported))
    assert convert(tasks, To.gold, gold, types(), "1") == 2
    assert found(gold) == found(facts)


def test_label_studio_in_utf_16(facts: Path) -> None:
    article = msgspec.json.decode(facts.read_bytes().splitlines()[0], type=Annotated)
    fields = layout(types())
    task = labelstudio.task(article, fields, "1")
    for item in task["predictions"][0]["result"]:
        for place in ("start", "end"):
            item["value"][place] += 2  # the two emoji before count twice
    task["annotations"] = task["predictions"]
    (back,) = labelstudio.gold([task], fields)
    assert back["facts"]["casualties"] == article.facts["casualties"]
    task["annotations"][0]["result"][0]["value"]["text"] = "غيره"
    with pytest.raises(Unconvertible, match="reads 'غيره'"):
        list(labelstudio.gold([task], fields))


def test_the_interface_of_label_studio_names_what_tasks_use(facts: Path, tmp_path: Path) -> None:
    from lxml import etree

    convert(facts, To.labelstudio, tmp_path / "tasks.json", types(), "1")
    config = etree.fromstring((tmp_path / "tasks.xml").read_bytes())
    controls = {element.get("name"): element for element in config.iter() if element.get("name")}
    for task in msgspec.json.decode((tmp_path / "tasks.json").read_bytes()):
        for item in task["predictions"][0]["result"]:
            control = controls[item["from_name"]]
            assert control.tag.lower() == item["type"]
            for choice in item["value"].get("choices", []):
                assert choice in [option.get("value") for option in control]


def test_brat_and_back(facts: Path, tmp_path: Path) -> None:
    folder, gold = tmp_path / "brat", tmp_path / "gold.jsonl"
    assert convert(facts, To.brat, folder, types(), "1") == 2
    assert "[entities]\ncasualties\n" in (folder / "annotation.conf").read_text("utf-8")
    assert (folder / "1.txt").read_text("utf-8") == TEXT
    assert convert(folder, To.gold, gold, types(), "1") == 2
    assert found(gold) == found(facts)


def test_brat_breaks_spans_at_line_ends(facts: Path, tmp_path: Path) -> None:
    folder = tmp_path / "brat"
    article = msgspec.json.decode(facts.read_bytes().splitlines()[0])
    start = TEXT.index("الأقل")
    article["facts"]["casualties"][0] |= {"start": start, "end": start + 8, "text": TEXT[start : start + 8]}
    facts.write_bytes(msgspec.json.encode(article))
    convert(facts, To.brat, folder, types(), "1")
    assert f"T1\tcasualties {start} {start + 5};{start + 6} {start + 8}\tالأقل في\n" in (folder / "1.ann").read_text(
        "utf-8"
    )
    convert(folder, To.gold, tmp_path / "gold.jsonl", types(), "1")
    assert found(tmp_path / "gold.jsonl")["a/1"] == article["facts"]


def test_brat_with_a_wrong_line(facts: Path, tmp_path: Path) -> None:
    folder = tmp_path / "brat"
    convert(facts, To.brat, folder, types(), "1")
    (folder / "1.ann").write_text("T1\tcasualties 0 3\tغيره\n", "utf-8")
    with pytest.raises(Unconvertible, match=r"1\.ann:1: the article has"):
        convert(folder, To.gold, tmp_path / "gold.jsonl", types(), "1")


def test_conll(facts: Path, tmp_path: Path) -> None:
    convert(facts, To.conll, tmp_path / "facts.conll", types(), "1")
    rows = [line.split("\t") for line in (tmp_path / "facts.conll").read_text("utf-8").splitlines() if "\t" in line]
    casualties = 3 + list(available()).index("casualties")
    first = next(number for number, row in enumerate(rows) if row[0] == "عاجل")
    assert [(row[0], row[casualties]) for row in rows[first : first + 5]] == [
        ("عاجل", "O"),
        (":", "O"),
        ("قتل", "B-killed"),
        ("13", "I-killed"),
        ("شخصا", "I-killed"),
    ]


def test_spacy(facts: Path, tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    convert(facts, To.spacy, tmp_path / "facts.spacy", types(), "1")
    documents = list(spacy.tokens.DocBin().from_disk(tmp_path / "facts.spacy").get_docs(spacy.blank("ar").vocab))
    assert [document.text for document in documents] == [TEXT, "أصيب جنديان في درعا."]
    (span,) = documents[1].spans["casualties"]
    assert (span.text, span.label_) == ("أصيب جنديان", "injured")


def test_facts_without_their_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "facts.jsonl").write_text('{"source": "a", "facts": {}}\n', "utf-8")
    with pytest.raises(Unconvertible, match=r"facts\.jsonl:1: no text; give JSON Lines of waqai extract --with-text"):
        convert(tmp_path / "facts.jsonl", To.conll, tmp_path / "x", types(), "1")


@pytest.mark.parametrize(
    ("given", "missing"), [((), "--to and -o missing"), (("--to", "brat"), "-o missing"), (("-o", "x"), "--to missing")]
)
def test_all_options_that_are_missing_are_named(facts: Path, given: tuple[str, ...], missing: str) -> None:
    result = invoke("convert", facts, *given)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"waqai: {missing}, as in: waqai convert")
