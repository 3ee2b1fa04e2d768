"""The neural recognizer: what it says where it is not installed, how its labels find their words, how it is merged.

The last tests load a tiny BERT with random weights, made here, through the real camel-tools. They run where the
`neural` extra is installed and are skipped elsewhere.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from waqai.extractors import Document, Unavailable
from waqai.extractors.organizations import OrganizationExtractor, neural
from waqai.extractors.organizations.neural import NeuralRecognizer, load_recognizer

from .commandline import command

LABELS = ("B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O")
needs_camel = pytest.mark.skipif(
    any(find_spec(name) is None for name in neural._MODULES), reason="the neural extra is not installed"
)


class Tokenizer:
    """Sees every word but those of invisible letters."""

    def tokenize(self, word: str) -> list[str]:
        return [] if word.startswith("\u200c") or word == "♥" else [word]


class Labeller:
    """Labels words by a table and, where it is told to, loses one."""

    tokenizer = Tokenizer()

    def __init__(self, table: dict[str, str], loses: str | None = None) -> None:
        self.table, self.loses = table, loses

    def predict(self, sentences: list[list[str]]) -> list[list[str]]:
        return [[self.table.get(word, "O") for word in sentence if word != self.loses] for sentence in sentences]


class Spans:
    """A recognizer that finds given words."""

    def __init__(self, *names: str) -> None:
        self.names = names

    def spans(self, text: str) -> list[tuple[int, int]]:
        return [(text.index(name), text.index(name) + len(name)) for name in self.names]


def texts(labeller: Labeller, text: str) -> list[str]:
    return [text[start:end] for start, end in NeuralRecognizer(labeller).spans(text)]


def test_labels_become_spans_of_the_original_text() -> None:
    labeller = Labeller({"مصنع": "B-ORG", "الأمل": "I-ORG", "دار": "B-ORG", "الكريم": "B-PERS", "نور": "I-ORG"})
    assert texts(labeller, "زار مصنع  الأمل، ودخل دار عبد الكريم و نور.") == ["مصنع  الأمل", "دار", "نور"]


def test_a_word_the_model_does_not_see_shifts_no_label() -> None:
    assert texts(Labeller({"مصنع": "B-ORG"}), "♥ زار ♥ مصنع جديد") == ["مصنع"]


def test_a_sentence_whose_labels_are_short_is_left_alone_and_the_next_is_not() -> None:
    labeller = Labeller({"مصنع": "B-ORG", "دار": "B-ORG"}, loses="زار")
    assert texts(labeller, "زار مصنع جديد. دخل دار قديمة") == ["دار"]


def test_overlong_words_and_sentences_are_kept_from_the_model() -> None:
    labeller = Labeller({"مصنع": "B-ORG"})
    text = "ا" * 5000 + " كلمة" * 1000 + " مصنع"
    assert texts(labeller, text) == ["مصنع"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "♥"])
def test_texts_without_words_have_no_organizations(text: str) -> None:
    assert texts(Labeller({}), text) == []


def test_the_neural_mention_is_added_where_the_built_in_ones_leave_room() -> None:
    text = "وقعت وزارة الدفاع عقدا مع نوفابلاست ولسمكو"
    facts = OrganizationExtractor(Spans("الدفاع عقدا", "نوفابلاست", "ولسمكو")).extract(Document(text))
    assert [(fact.text, fact.rule) for fact in facts] == [
        ("وزارة الدفاع", "plain chain"),
        ("نوفابلاست", "neural"),
        ("ولسمكو", "neural"),
    ]
    assert [fact.category for fact in facts] == ["government", "other", "other"]


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neural, "find_spec", lambda name: None if name == "torch" else object())
    with pytest.raises(Unavailable, match=r"^needs torch: install waqai\[neural\]$"):
        load_recognizer()


@pytest.mark.parametrize(
    ("catalogue", "said"),
    [
        (None, "finds no"),
        ("{}", "cannot read"),
        ("not json", "cannot read"),
        (
            '{"components": {"NamedEntityRecognition": {"default": "a", "datasets": {"a": {"path": "ner/a"}}}}}',
            "finds no model in",
        ),
    ],
)
def test_without_its_data_one_line_says_how_to_get_it(
    catalogue: str | None, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neural, "find_spec", lambda name: object())
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    if catalogue is not None:
        (tmp_path / "catalogue.json").write_text(catalogue, encoding="utf-8")
    with pytest.raises(Unavailable, match=said) as raised:
        load_recognizer()
    assert "camel_data -i ner-arabert" in str(raised.value) and "\n" not in str(raised.value)


@pytest.fixture
def camel_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes a data folder of camel-tools whose model gives every word the label it is told to."""

    def make(label: str) -> None:
        import torch
        from transformers import BertConfig, BertForTokenClassification

        vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "زار", "بنك", "##ا", "."]
        config = BertConfig(
            vocab_size=len(vocabulary),
            hidden_size=8,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=8,
            id2label=dict(enumerate(LABELS)),
            label2id={name: number for number, name in enumerate(LABELS)},
        )
        torch.manual_seed(0)
        model = BertForTokenClassification(config)
        with torch.no_grad():
            model.classifier.bias[LABELS.index(label)] += 100
        folder = tmp_path / "data" / "ner" / "tiny"
        model.save_pretrained(folder)
        (folder / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
        catalogue: dict[str, Any] = {
            "version": "1.6",
            "packages": {},
            "components": {"NamedEntityRecognition": {"default": "tiny", "datasets": {"tiny": {"path": "ner/tiny"}}}},
        }
        (tmp_path / "catalogue.json").write_text(json.dumps(catalogue), encoding="utf-8")

    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    return make


@needs_camel
def test_the_real_recogniser_labels_each_word_it_sees(camel_data: Callable[[str], None]) -> None:
    camel_data("B-ORG")
    text = "زار بنكا \u200d بنك. \ufffd زار" + " بنك" * 600
    spans = load_recognizer().spans(text)
    assert [text[start:end] for start, end in spans][:2] == ["زار", "بنكا"]
    assert [text[start:end] for start, end in spans][-1] == "بنك"
    assert sum(text[start:end] == "بنك" for start, end in spans) == 601


@needs_camel
def test_the_real_recogniser_finds_nothing_where_nothing_is(camel_data: Callable[[str], None]) -> None:
    camel_data("O")
    assert load_recognizer().spans("زار بنك بنكا.") == []


@needs_camel
def test_the_extractor_with_the_real_recogniser_keeps_the_built_in_names(camel_data: Callable[[str], None]) -> None:
    camel_data("B-ORG")
    facts = neural.camel_extractor().extract(Document("زار وزارة الدفاع"))
    assert ("وزارة الدفاع", "government") in [(fact.text, fact.category) for fact in facts]


def waqai(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The real command, on a file of the article «زار بنكا»."""
    article = folder / "article.txt"
    article.write_text("زار بنكا", encoding="utf-8")
    return subprocess.run(command("extract", article, *arguments), capture_output=True, encoding="utf-8", check=False)


def test_the_command_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path / "none"))
    done = waqai("--ner", "camel", folder=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("waqai: --ner camel ") and done.stderr.count("\n") == 1
    assert waqai("--ner", "camel", "--only", "dates", folder=tmp_path).returncode == 0


@needs_camel
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_command_prints_what_the_recogniser_finds(
    camel_data: Callable[[str], None], tmp_path: Path, jobs: str
) -> None:
    camel_data("B-ORG")
    done = waqai("--ner", "camel", "--jobs", jobs, folder=tmp_path)
    assert [fact["text"] for fact in json.loads(done.stdout)["facts"]["organizations"]] == ["زار", "بنكا"]
    assert json.loads(waqai("--jobs", jobs, folder=tmp_path).stdout)["facts"]["organizations"] == []
