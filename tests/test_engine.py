"""Patterns over class characters: what `re` lacks, and what is remembered of words."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from waqai.extractors.document import Document
from waqai.extractors.engine.sre import compiled, loaded
from waqai.extractors.grammar.rules import Grammar, Rule
from waqai.extractors.grammar.source import plain, spans
from waqai.extractors.text import words
from waqai.extractors.text.lexicon import Lexicon
from waqai.extractors.text.words import VOCABULARY

PATTERNS = [
    "(?<=[a]|[b][c])[d]",
    "(?<![a]|[b][c])[d]",
    "(?<=[a](?:[b]|[c][b]){1,2})[d]",
    "(?<=[a][b]?)[d]",
    "(?<!(?:[a]|[b][b]){0,2}[c])[d]",
    "(?:(?P<x>[a])|[b](?P<x>[c]))[d]",
    "(?<=(?P<x>[a][b]?)[c])[d]",
    "(?=(?<=[a]|[b][c])[d])[d](?:[a]*+[b])?",
]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=st.text("abcd", max_size=12))
def test_patterns_hold_where_they_hold_for_regex(pattern: str, text: str) -> None:
    ours, theirs = loaded(compiled(plain(pattern))), regex.compile(pattern)
    found = [(match.span(), spans(match)) for match in ours.finditer(text)]
    expected = [
        (match.span(), {name: match.span(name) for name in theirs.groupindex if match.start(name) >= 0})
        for match in theirs.finditer(text)
    ]
    assert found == expected


def test_a_look_behind_of_any_length_is_refused() -> None:
    with pytest.raises(ValueError, match="no certain length"):
        plain("(?<=[a]*)[b]")


def test_words_that_come_again_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "_GENERATION", 20)
    VOCABULARY.clear()
    common = VOCABULARY["قال "]
    for number in range(100):
        assert VOCABULARY[f"كلمة{number} "].form == f"كلمه{number}"
        assert VOCABULARY["قال "] is common
    assert len(VOCABULARY) <= 20


def test_a_word_that_lacks_a_lexicon_is_looked_up_again(tmp_path: Path) -> None:
    file = tmp_path / "words.tsv"
    file.write_text("KILL\tقتل\n", encoding="utf-8")
    old = VOCABULARY["قتل"]
    lexicon = Lexicon(file)
    VOCABULARY["قتل"] = old  # as another thread leaves it that began before the lexicon was there
    document = Document("شخص قتل")
    assert "KILL" in lexicon.features(document.classes(lexicon)[1])


def test_threads_that_add_lexicons_get_numbers_of_their_own(tmp_path: Path) -> None:
    files = [tmp_path / str(number) / "words.tsv" for number in range(16)]
    for file in files:
        file.parent.mkdir()
        file.write_text("KILL\tقتل\n", encoding="utf-8")
    with ThreadPoolExecutor(4) as threads:
        lexicons = list(threads.map(Lexicon, files))
    assert len({lexicon.number for lexicon in lexicons}) == 16


def test_a_document_is_read_by_a_lexicon_younger_than_it(tmp_path: Path) -> None:
    document = Document("قتل جندي")
    file = tmp_path / "words.tsv"
    file.write_text("KILL\tقتل\n", encoding="utf-8")
    grammar = Grammar(Lexicon(file), [Rule("kill", "<KILL>")])
    assert [match.groups.span() for match in grammar.finditer(document)] == [(0, 1)]


def test_rules_that_need_a_class_are_tried_where_it_is_in_the_sentence(tmp_path: Path) -> None:
    file = tmp_path / "words.tsv"
    file.write_text("KILL\tقتل\nPERSON\tجندي\n", encoding="utf-8")
    grammar = Grammar(Lexicon(file), [Rule("kill", "<KILL><*>*?", needs="PERSON")])
    assert [match.groups.start() for match in grammar.finditer(Document("قتل. قتل في سرت جندي"))] == [2]
