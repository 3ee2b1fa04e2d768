"""Which of the names of the gazetteer stand in a document, as they are spelled there, and in which sense."""

from __future__ import annotations

from ..document import Document
from ..engine.sre import lazy
from ..gazetteer import Found
from ..grammar import compile_pattern
from ..text.folding import DIACRITICS, TATWEEL
from ..text.lexicon import Lexicon
from . import symbols
from .mention import Reading, start_of
from .names import Atlas, Meaning, Trust
from .rules import ADJECTIVE, BEFORE_WORD, BEGINNING, DAY, FRAGMENTS, OTHERS

_MARKS = lazy(f"[{DIACRITICS}{TATWEEL}]")
_HAMZA = lazy("[أآإ]")
_SHORT = 3  # letters without ال


class Reader:
    """Marks the names of an atlas in class strings."""

    def __init__(self, atlas: Atlas, lexicon: Lexicon) -> None:
        self._atlas = atlas
        self._lexicon = lexicon
        self._finder = atlas.names.finder(lexicon)
        self._before_word, self._adjective, self._beginning, self._day, self._others = (
            compile_pattern(lexicon, pattern, FRAGMENTS) for pattern in (BEFORE_WORD, ADJECTIVE, BEGINNING, DAY, OTHERS)
        )

    def read(self, document: Document) -> Reading:
        """A document with its names marked. One that is a word too is none where no class word stands before any."""
        plain = document.classes(self._lexicon)
        before = self._before_word.match
        names = list(self._atlas.names.find(document, plain, self._finder))
        told = {n.value for n in names if n.value[0] == Trust.WORD and n.first and before(plain, n.first - 1)}
        longer = {token for n in names if n.end - n.first > 1 for token in range(n.first, n.end)}
        may_be = [
            name
            for name in names
            if name.value[0] >= Trust.WORD
            and not (name.end - name.first == 1 and self._is_part(plain, name.first))
            and (name.first - 1 in longer or not self._others.match(plain, name.first))
            and not self._adjective.match(plain, name.first)
            and self._spelled(document, name)
        ]
        found = [name for name in may_be if name.value[0] > Trust.WORD or name.value in told]
        by_token = {name.first: name for name in found}
        words = {name.first: name for name in may_be if name.first not in by_token}
        return Reading(document, by_token, words, plain, symbols.mark(plain, found))

    def _is_part(self, plain: str, token: int) -> bool:
        """Whether a name of one word is rather the beginning of a longer one, or a day."""
        return bool(self._beginning.match(plain, token) or self._day.match(plain, token))

    def _spelled(self, document: Document, name: Found[Meaning]) -> bool:
        """Whether a name of one word is spelled as one: فأس and كآلية are not فاس and كاليه, nor is جده جدة."""
        start = start_of(document, name)
        text = _MARKS.sub("", document.text[start : document.end(name.end - 1)])
        if name.end - name.first > 1 or not (_HAMZA.search(text, 1) or text.endswith("ه")):
            return True
        spellings = self._atlas.spellings(name.value)
        if text in spellings:
            return True
        doubtful = name.value[0] < Trust.SURE or len(text.removeprefix("ال")) <= _SHORT
        return not _HAMZA.search(text, 1) and not (doubtful and f"{text[:-1]}ة" in spellings)
