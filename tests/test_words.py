"""What is remembered of words, whatever lexicons there are."""

from __future__ import annotations

from pathlib import Path

from waqai.extractors import Document
from waqai.extractors.text.lexicon import Lexicon
from waqai.extractors.text.memo import Memo
from waqai.extractors.text.tagger import Tagger


def test_what_comes_again_is_remembered_in_bounded_memory() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Memo(length, 20)
    for number in range(100):
        assert lengths[f"كلمة{number}"] == len(f"كلمة{number}")
        assert lengths["قال"] == 3
    assert asked.count("قال") < 10
    assert len(lengths) <= 20


def test_a_lexicon_made_after_a_document_reads_it(tmp_path: Path) -> None:
    document = Document("قتل 3 جنود")
    file = tmp_path / "words.tsv"
    file.write_text("KILL\tقتل\n", encoding="utf-8")
    lexicon = Lexicon(file)
    classes = document.classes(lexicon)
    assert "KILL" in lexicon.features(classes[0])
    assert {"QUANTITY", "DAY"} <= lexicon.features(classes[1])


def test_lexicons_in_use_read_words_together_as_each_does_alone(tmp_path: Path) -> None:
    (tmp_path / "verbs.tsv").write_text("KILL\tقتل\n", encoding="utf-8")
    (tmp_path / "nouns.tsv").write_text("MAN\tجندي\nSIGN\tقتل\n", encoding="utf-8")
    lexicons = [Lexicon(tmp_path / "verbs.tsv"), Lexicon(tmp_path / "nouns.tsv", article=True)]
    tagger = Tagger()
    Document("كتب", tagger=tagger).classes(lexicons[0])
    Document("كتب", tagger=tagger).classes(lexicons[1])
    together = Document("وقتل 3 جنود والجندي، بالقتل", tagger=tagger)
    alone = Document(together.text)
    assert [together.classes(lexicon) for lexicon in lexicons] == [alone.classes(lexicon) for lexicon in lexicons]
    assert len(tagger.tag(["قتل"], lexicons[0])) > 1
