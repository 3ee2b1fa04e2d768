"""Organizations by a neural recognizer: camel-tools' NER, a BERT, where it and its data are installed.

Nothing here reaches for the network, though camel-tools does when its data is missing: what it needs is looked for
before it is imported. How its mentions join the built-in ones is said at `merge` in `mentions.py`.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from ..article import Unavailable
from ..text.tokens import bare, split
from .extractor import OrganizationExtractor

_MODULES = (
    "torch",
    "transformers",
    "numpy",
    "tqdm",
    "pyrsistent",
    "requests",
    "muddler",
)  # what camel_tools.ner imports
_COMPONENT = "NamedEntityRecognition"
_SENTENCE_END = re.compile(r"[.!?؟…\n]")
_LONGEST_SENTENCE = 120  # words, which leaves room for the pieces a BERT breaks them into
_LONGEST_WORD = 50  # letters: what is longer is no word and would overflow the model's input


class Labeller(Protocol):
    """What is used of `camel_tools.ner.NERecognizer`."""

    tokenizer: Any

    def predict(self, sentences: list[list[str]]) -> list[list[str]]:
        """A label (`B-ORG`, `I-ORG`, `O` …) for each word of each sentence."""
        ...


class NeuralRecognizer:
    """Finds organizations in a text with a labeller of words."""

    def __init__(self, labeller: Labeller) -> None:
        self._labeller = labeller
        self._readable = cache(self._has_pieces)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Start and end offsets of the organizations in `text`."""
        sentences = [words for words in _sentences(text, self._readable) if words]
        labels = self._labeller.predict([[word for word, _ in words] for words in sentences])
        return [
            span
            for words, given in zip(sentences, labels, strict=True)
            if len(words) == len(given)  # a labeller that lost a word cannot be trusted with the rest of its sentence
            for span in _organizations(words, given)
        ]

    def _has_pieces(self, word: str) -> bool:
        """Whether the model sees a word at all. camel-tools loses the labels of those it does not see."""
        return len(word) <= _LONGEST_WORD and bool(self._labeller.tokenizer.tokenize(word))


def load_recognizer() -> NeuralRecognizer:
    """camel-tools' recognizer with its installed data. Raises Unavailable."""
    missing = [name for name in ("camel_tools", *_MODULES) if find_spec(name) is None]
    if missing:
        raise Unavailable(f"needs {', '.join(missing)}: install waqai[neural]")
    folder = _data_folder()
    model = _model(folder)
    if not (model / "config.json").is_file():
        raise Unavailable(f"finds no model in {model}: run camel_data -i ner-arabert")
    os.environ["CAMELTOOLS_DATA"] = str(folder)
    os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
    from camel_tools.ner import NERecognizer

    return NeuralRecognizer(NERecognizer(str(model)))


def camel_extractor() -> OrganizationExtractor:
    """The organizations extractor with camel-tools beside the built-in recognizer. Raises Unavailable."""
    return OrganizationExtractor(load_recognizer())


def _data_folder() -> Path:
    """Where camel-tools keeps its data: $CAMELTOOLS_DATA, else ~/.camel_tools."""
    return Path(os.environ.get("CAMELTOOLS_DATA") or "~/.camel_tools").expanduser().absolute()


def _model(folder: Path) -> Path:
    """The folder of the default model. Raises Unavailable where the catalogue is missing or broken."""
    path = folder / "catalogue.json"
    try:
        component = json.loads(path.read_text(encoding="utf-8"))["components"][_COMPONENT]
        return folder / "data" / str(component["datasets"][component["default"]]["path"])
    except FileNotFoundError:
        raise Unavailable(f"finds no {path}: run camel_data -i ner-arabert") from None
    except (OSError, ValueError, KeyError, TypeError):
        raise Unavailable(f"cannot read {path}: run camel_data -i ner-arabert") from None


def _sentences(text: str, readable: Any) -> Iterator[list[tuple[str, int]]]:
    """The words of each sentence that a model can read, with their offsets."""
    words: list[tuple[str, int]] = []
    for piece, start in zip(*split(text), strict=True):
        word = bare(piece)
        if word.strip() and readable(word):
            words.append((word, start))
        if _SENTENCE_END.match(piece) or len(words) >= _LONGEST_SENTENCE:
            yield words
            words = []
    yield words


def _organizations(words: list[tuple[str, int]], labels: list[str]) -> Iterator[tuple[int, int]]:
    """The runs of `B-ORG I-ORG …`; an `I-ORG` with nothing before it begins one too."""
    start = end = -1
    for (word, offset), label in zip(words, labels, strict=True):
        if label == "I-ORG" and start >= 0:
            end = offset + len(word)
            continue
        if start >= 0:
            yield start, end
            start = -1
        if label.endswith("-ORG"):
            start, end = offset, offset + len(word)
    if start >= 0:
        yield start, end
