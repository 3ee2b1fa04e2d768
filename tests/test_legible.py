"""The text as it is read: broken words, wrapped lines, quotation marks, composed letters."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from waqai.extractors import Document, extract
from waqai.extractors.text.folding import JOINER, fold
from waqai.extractors.text.legible import legible

OBFUSCATED = Path(__file__).parents[2] / "shared" / "phrases" / "obfuscated.tsv"


def words(text: str) -> list[str]:
    document = Document(text)
    return [document.form(token) for token in range(len(document))]


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("تفـ ـجير", "تفجير"),
        ("هجـ.ـوم", "هجوم"),
        ("انفـ.جار", "انفجار"),
        ("جـ..ـريح", "جريح"),
        ("شهـ*ـداء", "شهداء"),
        ("جر*حى", "جرحى"),
        ("قُ*تل", "قتل"),
        ("وقـ.ـتـ ـلى", "وقتلى"),
        ("ضحــ.ـ.ــايا", "ضحايا"),
        ("مسلـ ح", "مسلح"),
        ("رصـ/ـاص", "رصاص"),
        ("بـ.ـالنار", "بالنار"),
    ],
)
def test_a_broken_word_is_read_as_the_word(written: str, word: str) -> None:
    text = f"عاجل {written} في البلدة"
    document = Document(text)
    assert document.form(1) == fold(word)
    assert text[document.start(1) : document.end(1)] == written


@pytest.mark.parametrize(
    "text",
    [
        "عام 1436هـ. وقال",
        "قال لـ وزارة الصحة",
        "كلمة الـ نائب",
        "عاد إلى المرفأ*قريب من هنا",
        "ذلكـ النظام",
        "وصل إلى تمارةـ و24 إلى",
        "انتهى.وقال",
    ],
)
def test_what_is_not_broken_stays_apart(text: str) -> None:
    assert JOINER not in legible(text)


@pytest.mark.skipif(not OBFUSCATED.exists(), reason="collected forms are not there")
def test_nearly_all_collected_forms_are_read() -> None:
    rows = [line.split("\t") for line in OBFUSCATED.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    read = [words(f"عاجل {written} في البلدة")[1] == fold(word) for written, word, *_ in rows]
    assert sum(read) >= 0.95 * len(read)


def test_wrapped_lines_are_read_as_one() -> None:
    text = (
        "قالت وزارة الصحة في بيان نشرته مساء الأحد إن 13 شخصا قتلوا في انفجار وقع في "
        "سوق شعبي وسط العاصمة، وأضافت أن 40 آخرين أصيبوا بجروح متفاوتة الخطورة ونقلوا إلى مستشفيات المدينة."
    )
    for width in (40, 60, 72):
        wrapped = "\n".join(textwrap.wrap(text, width))
        facts: list[Any] = extract(wrapped).facts["casualties"]
        found = [(fact.type, fact.min) for fact in facts]
        assert found == [("killed", 13), ("injured", 40)]


@pytest.mark.parametrize(
    "text",
    [
        "مقتل خمسة في انفجار وسط المدينة\nقالت الشرطة إن انفجارا وقع مساء الأحد في سوق وسط المدينة وقتل فيه خمسة.",
        "القتلى: 5\nالجرحى: 12\nالمفقودون: 3",
        "الخبر الأول هنا\n\nالخبر الثاني هنا",
    ],
)
def test_lines_that_end_stay_lines(text: str) -> None:
    assert legible(text) == text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("قال: ”نعم“.", "قال: “نعم”."),
        ("قال: »نعم«.", "قال: «نعم»."),
        ("قال: „نعم“.", "قال: “نعم”."),
        ("قال: ” نعم ” ثم ” لا ”.", "قال: “ نعم ” ثم “ لا ”."),
        ("قال: ''نعم''.", f'قال: "{JOINER}نعم{JOINER}".'),
        ("قال: <<نعم>>.", f"قال: «{JOINER}نعم{JOINER}»."),
        ("قال: «حركة «فتح» قوية».", "قال: «حركة «فتح» قوية»."),
        ("قال: «نعم.\nوأضاف.", "قال: «نعم.\nوأضاف."),
    ],
)
def test_quotation_marks_get_their_direction(written: str, read: str) -> None:
    assert legible(written) == read


def test_decomposed_letters_are_read_as_composed_ones() -> None:
    text = "أعلنت أ.ف.ب أن ثمانية أشخاص قتلوا في مؤتمر بئر العبد وآخرين في Orléans"
    decomposed = normalize("NFD", text)
    assert len(legible(decomposed)) == len(decomposed) > len(text)
    assert words(decomposed) == words(text)


def test_question_marks_that_ask_nothing_are_lost_commas() -> None:
    written = "قال كريم? أمس? إن الطريق? التي أغلقت? مفتوحة. فهل تكفي?"
    assert legible(written) == "قال كريم، أمس، إن الطريق، التي أغلقت، مفتوحة. فهل تكفي?"
    assert legible("لماذا؟ هل نام? قال الشيخ? نعم") == "لماذا؟ هل نام? قال الشيخ? نعم"
