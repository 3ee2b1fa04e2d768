"""The text layer: folding, tokens, clitics, lexicons and rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from waqai.extractors import Document
from waqai.extractors.text.folding import fold
from waqai.extractors.text.inflection import PARADIGMS, inflect
from waqai.extractors.text.lexicon import Lexicon, rows
from waqai.extractors.text.tokens import bare, split


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("قُتِلَ", "قتل"),
        ("إصـابـة", "اصابه"),
        ("مسؤولي", "مسوولي"),
        ("مسئولى", "مسيولي"),
        ("آلاف", "الاف"),
        ("ﻗﺘﻠﻰ", "قتلي"),
        ("٢٠١٦", "2016"),
        ("۲۰۱۶", "2016"),
        ("ک\u200cی", "كي"),
        ("\u200fقتل\u200f", "قتل"),
        ("NATO", "nato"),
    ],
)
def test_folding_unites_spellings(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("12/11/2016 و14:09", ["12/11/2016", "و", "14:09"]),
        ("1,800 و١٬٨٠٠ و6,1", ["1,800", "و", "١٬٨٠٠", "و", "6,1"]),
        ("فاز 2-1", ["فاز", "2-1"]),
        ("أ.ف.ب قالت", ["أ.ف.ب", "قالت"]),
        ("د. محمد", ["د.", "محمد"]),
        ("#ميليشيات_الحوثي", ["", "ميليشيات", "الحوثي"]),
        ("وصل...", ["وصل", "..."]),
        ("2015م", ["2015", "م"]),
        ("قال\n\n  نعم", ["قال", "\n\n", "نعم"]),
    ],
)
def test_what_one_piece_is(text: str, pieces: list[str]) -> None:
    found, _ = split(text)
    assert [bare(piece).rstrip(" ") if bare(piece) != "#" else "" for piece in found] == pieces


def test_paradigms_give_the_forms_of_a_lemma() -> None:
    assert list(inflect("قتل/verb")) == ["قتل", "قتلت", "قتلا", "قتلتا", "قتلوا", "قتلن"]
    assert list(inflect("امرأة/dual")) == ["امرأتان", "امرأتين"]
    assert list(inflect("جندي")) == ["جندي"]
    with pytest.raises(ValueError, match="no such paradigm"):
        list(inflect("قتل/verbs"))


@pytest.fixture
def lexicon(tmp_path: Path) -> Lexicon:
    file = tmp_path / "words.tsv"
    file.write_text("KILL\tقتل/verb\nPERSON\tشخص جندي\nPERSON WOUNDED\tجريح\n", encoding="utf-8")
    return Lexicon(file, literals=["على", "الأقل"], suffixes=[("NISBA", r"\w{3,}ي$")])


@pytest.mark.parametrize(
    ("word", "features"),
    [
        ("قتل", {"KILL", "NOWA", "NOAL", "NOPREP"}),
        ("وقتلوا", {"KILL", "WA", "NOAL", "NOPREP"}),
        ("للجريح", {"PERSON", "WOUNDED", "NOWA", "AL", "LI", "PREP"}),
        ("وبالشخص", {"PERSON", "WA", "AL", "BI", "PREP"}),
        ("ليبي", {"NISBA", "NOWA", "NOAL", "NOPREP"}),
        ("كتاب", {"WORD", "NOWA", "NOAL", "NOPREP"}),
        ("،", {"COMMA", "NOWA", "NOAL", "NOPREP"}),
    ],
)
def test_clitics_are_looked_through_once(lexicon: Lexicon, word: str, features: set[str]) -> None:
    assert lexicon.features(Document(word).classes(lexicon)) == features


def test_a_row_without_a_tab_is_named(tmp_path: Path) -> None:
    file = tmp_path / "words.tsv"
    file.write_text("# words\nKILL قتل\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"words\.tsv:2: a row is CLASSES<TAB>words"):
        list(rows(file))


def test_the_documented_paradigms_are_those_there_are() -> None:
    page = (Path(__file__).parent.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\S+)/(\w+)` \| .*? \| (.*?) \|$", page, re.MULTILINE)
    assert {paradigm for _, paradigm, _ in rows} == PARADIGMS.keys()
    for lemma, paradigm, told in rows:
        forms = told.removesuffix(" …").split()
        assert set(forms) <= set(inflect(f"{lemma}/{paradigm}")), lemma
        assert told.endswith(" …") or set(forms) == set(inflect(f"{lemma}/{paradigm}")), lemma
