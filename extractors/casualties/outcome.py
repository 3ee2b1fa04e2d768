"""Which outcome a head tells: by its words, by an illness beside them, by the epidemic an article is about."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import cast

from ..document import Document
from ..grammar import compile_pattern
from .fact import Outcome
from .rules import DISEASE, EPIDEMIC, ILLNESS, TRAUMA
from .vocabulary import LEXICON, OUTCOMES

_ILLNESS = compile_pattern(LEXICON, ILLNESS)
_TRAUMA = compile_pattern(LEXICON, TRAUMA)
_DISEASE = compile_pattern(LEXICON, DISEASE)
_EPIDEMIC = compile_pattern(LEXICON, EPIDEMIC)
_BOUNDARY = compile_pattern(LEXICON, "<STOP|BREAK>")
_LEAD = 60  # tokens of headline and lead, which say what an article is about
_REACH = 500  # tokens looked at before and after a head, whose sentence may not end


class Outcomes:
    """The outcomes that words of a document tell."""

    def __init__(self, document: Document) -> None:
        self._classes = document.classes(LEXICON)

    def told(self, start: int, end: int) -> Outcome | None:
        """The outcome that the head in tokens start … end - 1 tells; None where it tells none.

        The first word counts, and what is joined to it with و: killed and injured together are casualties.
        """
        told = [names for token in range(start, end) if (names := LEXICON.features(self._classes[token])) & OUTCOMES]
        outcomes = {name for i, names in enumerate(told) if i == 0 or "WA" in names for name in names & OUTCOMES}
        if not outcomes:
            return None
        if len(outcomes) > 1:
            return "casualty"
        if "AILING" in told[0] and self._is_illness(end):
            return "infected"
        return cast(Outcome, outcomes.pop())

    def _is_illness(self, end: int) -> bool:
        if _ILLNESS.match(self._classes, end):
            return True
        sentence = self._sentence(end)
        if _TRAUMA.search(self._classes, *sentence):
            return False
        return self.about_epidemic or _DISEASE.search(self._classes, *sentence) is not None

    @cached_property
    def about_epidemic(self) -> bool:
        """Whether headline or lead name an epidemic."""
        return _EPIDEMIC.search(self._classes, 0, _LEAD) is not None

    def _sentence(self, token: int) -> tuple[int, int]:
        """The sentence of a token: its first and the end."""
        place = bisect_left(self._boundaries, token)
        start = self._boundaries[place - 1] + 1 if place else 0
        end = self._boundaries[place] if place < len(self._boundaries) else len(self._classes)
        return max(start, token - _REACH), min(end, token + _REACH)

    @cached_property
    def _boundaries(self) -> list[int]:
        return [match.start() for match in _BOUNDARY.finditer(self._classes)]
