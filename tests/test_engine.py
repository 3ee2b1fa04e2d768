"""What is remembered of words, whatever lexicons there are."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from waqai.extractors.document import Document
from waqai.extractors.text import words
from waqai.extractors.text.lexicon import Lexicon
from waqai.extractors.text.words import VOCABULARY


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
    lexicon = Lexicon(file)
    assert "KILL" in lexicon.features(document.classes(lexicon)[0])
