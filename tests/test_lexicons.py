"""The lists of words that several kinds read, and the lexicons of the kinds."""

from __future__ import annotations

from pathlib import Path

import pytest

from waqai.extractors.text import wordlists
from waqai.extractors.text.folding import fold
from waqai.extractors.text.lexicon import forms_of, rows

LISTS = sorted(wordlists.FOLDER.glob("*.txt"))
LEXICONS = [
    path
    for path in sorted(wordlists.FOLDER.parent.parent.rglob("*.tsv"))
    if "gazetteer" not in str(path) and path.parent.name != "events" and path.name not in ("own.tsv", "trust.tsv")
]


def table(tmp_path: Path, row: str) -> Path:
    path = tmp_path / "words.tsv"
    path.write_text(row + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_list_says_what_belongs_in_it(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_list_is_in_order_and_has_no_word_twice(path: Path) -> None:
    words = list(wordlists.words_of(path.stem))
    assert words == sorted(words)
    assert len({fold(word) for word in words}) == len(words)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_every_list_is_read(path: Path) -> None:
    assert path in wordlists.lists_in(LEXICONS)


def test_a_row_takes_in_lists_with_a_paradigm() -> None:
    assert {"العقيد", "العميد"} <= set(forms_of(["@ranks/definite"]))
    assert {"عراق", "مصر"} <= set(forms_of(["@countries/bare"]))


def test_a_row_leaves_words_out_of_its_lists(tmp_path: Path) -> None:
    [(classes, forms)] = rows(table(tmp_path, "TITLE\t@ranks -لواء ناظر"))
    assert classes == ["TITLE"]
    assert "لواء" not in forms and {"عميد", "ناظر"} <= set(forms)


@pytest.mark.parametrize(
    ("row", "error"),
    [("TITLE\t@rank", "no list rank"), ("TITLE\t@ranks -وزير", "وزير"), ("TITLE\t@ranks/plural", "no such paradigm")],
)
def test_an_error_names_the_file_and_the_row(tmp_path: Path, row: str, error: str) -> None:
    with pytest.raises(ValueError, match=rf"words\.tsv:1: .*{error}"):
        list(rows(table(tmp_path, row)))
