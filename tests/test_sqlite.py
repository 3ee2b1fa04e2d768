"""The database of facts as other programs see it: sqlite-utils, and through it Datasette."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .commandline import invoke

sqlite_utils = pytest.importorskip("sqlite_utils")

ARTICLES = [
    {
        "id": "a",
        "title": "حلب",
        "date": "2020-03-12",
        "text": "قتل ثلاثة أشخاص في حلب وأصيب خمسة آخرون. وهدأت المدينة.",
    },
    {"id": "b", "title": "حماة", "date": "2020-03-13", "text": "أصيب سبعة أشخاص في حماة."},
]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    lines = "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in ARTICLES)
    (tmp_path / "news.jsonl").write_text(lines, encoding="utf-8")
    written = invoke("extract", tmp_path / "news.jsonl", "-q", "-o", tmp_path / "facts.db", "--with-text")
    assert (written.exit_code, written.stderr) == (0, "")
    return tmp_path / "facts.db"


def test_tables_are_joined_and_searched(database: Path) -> None:
    db = sqlite_utils.Database(database)
    keys = {(key.column, key.other_table, key.other_column) for key in db["casualties"].foreign_keys}
    assert keys == {("article", "articles", "article")}
    assert db["articles"].pks == ["article"]
    assert [index.columns for index in db["casualties"].indexes] == [["article"]]
    assert db["sentences"].detect_fts() == "sentences_fts"
    assert [row["sentence"] for row in db["sentences"].search("قتل")] == ["قتل ثلاثة أشخاص في حلب وأصيب خمسة آخرون."]
    # by a part of a word, each sentence once whatever it tells
    assert [row["article"] for row in db["sentences"].search("صيب", order_by="article")] == [1, 2]


def test_a_view_has_the_articles_of_facts(database: Path) -> None:
    db = sqlite_utils.Database(database)
    rows = list(db["casualties_full"].rows_where(select='type, "min", title, published, article_text, sentence'))
    assert [(row["type"], row["min"], row["title"], row["published"]) for row in rows] == [
        ("killed", 3, "حلب", "2020-03-12"),
        ("injured", 5, "حلب", "2020-03-12"),
        ("injured", 7, "حماة", "2020-03-13"),
    ]
    assert all(row["sentence"] in row["article_text"] for row in rows)


def test_a_run_that_goes_on_is_searched_too(database: Path) -> None:
    more = database.with_name("more.jsonl")
    more.write_text(json.dumps({"text": "اختطف مسلحون طبيبا في درعا."}, ensure_ascii=False) + "\n", encoding="utf-8")
    both = (database.with_name("news.jsonl"), more)
    assert invoke("extract", *both, "-q", "-o", database, "--with-text", "--resume").exit_code == 0
    db = sqlite_utils.Database(database)
    assert [row["article"] for row in db["sentences"].search("مسلحون")] == [3]
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    db.execute("INSERT INTO sentences_fts (sentences_fts, rank) VALUES ('integrity-check', 1)")
