"""Words that are one folded and two as written: علي and على, by the dots where an article writes ي and ى apart; آمر."""

from __future__ import annotations

import re

from ..document import Document
from ..engine.sre import lazy
from ..text.lexicon import Lexicon
from .lexicon import LEXICON

_DOTTED, _UNDOTTED = "علي", "على"
# What is always written with ى where a writer tells it from ي; with ي where he does not.
_TELLS, _MIXES = re.compile(r"\b(?:[إا]لى|حتى|لدى)\b"), re.compile(r"\b(?:[إا]لي|حتي)\b")
_PREPOSITION = "⧼⧽"  # على, and nothing else
_IN, _UNDOTTED_IN = lazy(r"\bفي\b"), lazy(r"\bفى\b")


# What is a name or an office as it is written, and the word whose class it has; folded: أمر, الآن, أنا, ال and وسط.
_WRITTEN = {"آمر": "محافظ", "آلان": "ديفيد", "ألان": "ديفيد", "آنا": "مريم", "الوالي": "المحافظ", "الوسط": "الزخمر"}
_GOVERNOR = "والي"  # folded it is وإلى
_APART = re.compile(r"(?<!\w)[دم] \.(?= ?\w)")  # د .علي: the point ends no sentence
_NO_ARTICLE = re.compile(r"(?<!\w)[أإآ]ل\w")  # إلسا, ألبير: no word with ال, though folded it looks like one
_UNKNOWN, _DEFINITE = LEXICON.tag(["زخمر"]), LEXICON.tag(["الزخمر"])  # of words that nobody knows


class Homographs:
    """Gives both words their class in one document: `document.layer(Homographs)`."""

    def __init__(self, document: Document) -> None:
        tell_names(document, LEXICON)
        if _IN.search(document.text) and not _UNDOTTED_IN.search(document.text):
            _reclassify(document, LEXICON, _UNDOTTED, _PREPOSITION)
        for written, like in _WRITTEN.items():
            if written in document.text:
                _take_for(document, written, like)
        if " ." in document.text:
            points = (document.token_at(found.end() - 1) for found in _APART.finditer(document.text))
            document.reclassify(LEXICON, dict.fromkeys(points, LEXICON.tag(["د."])))
        _tell_articles(document)
        if _GOVERNOR in document.text and _tells_apart(document.text):
            _take_for(document, _GOVERNOR, "محافظ")


def _tell_articles(document: Document) -> None:
    """Gives words that no row knows, written with a hamza before ل, the class of an unknown word without ال."""
    classes = document.classes(LEXICON)
    tokens = {document.token_at(found.start()) for found in _NO_ARTICLE.finditer(document.text)}
    document.reclassify(LEXICON, {token: _UNKNOWN for token in tokens if classes[token] == _DEFINITE})


def tell_names(document: Document, lexicon: Lexicon) -> None:
    """Gives the name the class that a given name has in a lexicon."""
    if _DOTTED in document.text and _tells_apart(document.text):
        _reclassify(document, lexicon, _DOTTED, "محمد")


def _tells_apart(text: str) -> bool:
    return _UNDOTTED in text or (_TELLS.search(text) is not None and _MIXES.search(text) is None)


def _reclassify(document: Document, lexicon: Lexicon, written: str, like: str) -> None:
    """Gives the tokens written in one of the two ways the characters of another word, alone and behind و."""
    if written not in document.text:
        return
    both = [[_DOTTED], ["و" + _DOTTED]]  # folded, both are spelt so
    characters = dict(zip(map(lexicon.tag, both), map(lexicon.tag, ([like], ["و" + like])), strict=True))
    classes = document.classes(lexicon)
    tokens = {document.token_at(found.start()) for found in re.finditer(written, document.text)}
    document.reclassify(
        lexicon,
        {
            token: characters[classes[token]]
            for token in tokens
            if classes[token] in characters
            and document.text[document.start(token) : document.end(token)].endswith(written)
        },
    )


def _take_for(document: Document, written: str, like: str) -> None:
    """Gives the tokens that are written so, alone, the class of another word."""
    mentions = re.finditer(rf"(?<!\w){written}(?!\w)", document.text)
    character = LEXICON.tag([like])
    document.reclassify(LEXICON, {document.token_at(mention.start()): character for mention in mentions})
