"""The lists of words that several kinds read, and the lexicons of the kinds."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from waqai.extractors.organizations.fact import Category
from waqai.extractors.text import wordlists
from waqai.extractors.text.folding import fold
from waqai.extractors.text.lexicon import forms_of, rows
from waqai.extractors.text.shapes import SHAPES

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


EXTRACTORS = wordlists.FOLDER.parent.parent
READERS = {  # the lexicons of a folder, and the folders whose rules read them
    "structure": ("structure", "quotes", "casualties", "organizations", "places", "events"),
    "casualties": ("casualties",),
    "organizations": ("organizations",),
    "places": ("places",),
    "dates": ("dates",),
    "numbers": ("numbers",),
}
FLAGS = {"WA", "AL", "BI", "LI", "KA", "PREP", "NOWA", "NOAL", "NOPREP"}
UNREAD = {"NO_GUESS"}  # words that are only to be known
# The forms of verbs with principal parts, and the shapes of words that no row knows.
FORMS = {"VERB", "PRESENT", "PARTICIPLE", *(name for name, _ in SHAPES)}


def classes(folder: str) -> dict[str, Path]:
    """The classes of the lexicons of a folder, each with a file that has it; without values and numbers.

    The codes of nations, NAT_SY and the others, are one.
    """
    names = {name: path for path in LEXICONS if path.parent.name == folder for found, _ in rows(path) for name in found}
    return {
        re.sub("^NAT_..$", "NAT_", name): path
        for name, path in names.items()
        if name.isidentifier() and name not in FORMS
    }


def comments(folder: str) -> str:
    """What the comments of the lexicons of a folder say."""
    files = [path.read_text(encoding="utf-8") for path in LEXICONS if path.parent.name == folder]
    return "\n".join(line.partition("#")[2] for text in files for line in text.splitlines())


def strings(folder: str) -> Iterator[str]:
    """The strings in the code of a folder that are no docstrings."""
    for path in (EXTRACTORS / folder).glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
                yield node.value


def read(folder: str) -> tuple[set[str], tuple[str, ...]]:
    """The classes that the code of a folder's readers names, and the beginnings that it puts classes together from."""
    written = [text for reader in READERS[folder] for text in strings(reader)]
    names = {name for text in written for name in re.findall(r"\w+", text)}
    return names | {name.upper() for name in get_args(Category)}, tuple(
        text.strip("<") for text in written if text[-1:] == "_"
    )


@pytest.mark.parametrize("folder", READERS)
def test_every_class_is_described(folder: str) -> None:
    described = set(re.findall(r"\w+", comments(folder)))
    assert not sorted(f"{path.name}: {name}" for name, path in classes(folder).items() if name not in described)


@pytest.mark.parametrize("folder", READERS)
def test_no_comment_describes_a_class_that_no_row_has(folder: str) -> None:
    described = set(re.findall(r"\b[A-Z][A-Z_]+[A-Z]\b", comments(folder)))
    known = classes(folder).keys() | FLAGS | {"ISO"} | FORMS
    assert not sorted(described - known)


@pytest.mark.parametrize("folder", READERS)
def test_every_class_is_read(folder: str) -> None:
    names, beginnings = read(folder)
    unread = {name: path for name, path in classes(folder).items() if name not in names | UNREAD}
    assert not sorted(f"{path.name}: {name}" for name, path in unread.items() if not name.startswith(beginnings))


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_word_stands_twice_under_the_same_classes(path: Path) -> None:
    twice = Counter(
        (tuple(sorted(row.split())), word if word[0] in "@-" else fold(word))
        for line in path.read_text(encoding="utf-8").splitlines()
        for row, _, words in [line.partition("#")[0].partition("\t")]
        for word in words.split()
    )
    assert not {word for (_, word), times in twice.items() if times > 1}
