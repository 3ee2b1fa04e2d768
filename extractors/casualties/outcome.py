"""Which outcome a head tells: by its words, by an illness beside them, by the epidemic an article is about."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import islice, pairwise
from typing import cast

from ..document import Document
from ..grammar import compile_pattern
from .context import DISEASE, EPIDEMIC, ILLNESS, TRAUMA
from .epidemic import CASE_LIST
from .fact import Outcome
from .vocabulary import LEXICON, OUTCOMES

_ILLNESS = compile_pattern(LEXICON, ILLNESS)
_TRAUMA = compile_pattern(LEXICON, TRAUMA)
_DISEASE = compile_pattern(LEXICON, DISEASE)
_EPIDEMIC = compile_pattern(LEXICON, EPIDEMIC)
_CASE_LIST = compile_pattern(LEXICON, CASE_LIST)
_BOUNDARY = compile_pattern(LEXICON, "<STOP|BREAK>")
_LEAD = 60  # tokens of headline and lead, which say what an article is about
_TOPICS = frozenset({"AILING", "SUSPECT", "killed", "RECOVER", "UNCOUNTED_CASE"})
_JOINING = frozenset({"OR", "AND_ALONE"})  # between outcomes of one number: قتلوا أو أصيبوا
_MANY_MEANINGS = frozenset({"GO", "PAY", "FALL", "PUT_END"})  # ذهب is gold as well, دفع a push
_TOPIC_REACH = 60  # tokens before cases in which it is told which they are
_MANY = 3  # mentions of an epidemic by which a text without it in its lead is about it all the same
_REACH = 500  # tokens looked at before and after a head, whose sentence may not end


class Outcomes:
    """The outcomes that words of a document tell."""

    def __init__(self, document: Document) -> None:
        self._classes = document.classes(LEXICON)

    def told(self, start: int, end: int) -> Outcome | None:
        """The outcome that the head in tokens start … end - 1 tells; None where it tells none.

        The first word counts, and what is joined to it with و: killed and injured together are casualties.
        """
        words = [LEXICON.features(character) for character in self._classes[start:end]]
        told = [(before, names) for before, names in pairwise([frozenset(), *words]) if names & OUTCOMES]
        joined = [names for i, (before, names) in enumerate(told) if i == 0 or "WA" in names or before & _JOINING]
        outcomes = {name for names in joined for name in names & OUTCOMES}
        if not outcomes:
            return None
        if len(outcomes) > 1:
            taken = joined[0] & {"abducted", "detained"}
            return "killed" if taken and outcomes - taken == {"killed"} else "casualty"  # خطف وقتل ثمانية
        if "AILING" in joined[0] and self._is_illness(end):
            return "infected"
        return cast(Outcome, outcomes.pop())

    def in_epidemic(self, token: int) -> bool:
        """Whether an epidemic is what the sentence of a token, or all of the text, is about."""
        if self.about_epidemic:
            return True
        sentence = self._sentence(token)
        return _EPIDEMIC.search(self._classes, *sentence) is not None or self.in_case_list(token)

    def in_case_list(self, token: int) -> bool:
        """Whether the sentence of a token tells cases place by place."""
        return _CASE_LIST.search(self._classes, *self._sentence(token)) is not None

    def of_cases(self, token: int) -> Outcome | None:
        """The outcome of cases counted at a token without it: what is told before them, in an epidemic; else None."""
        if not self.in_epidemic(token):
            return None
        before = self._classes[max(0, token - _TOPIC_REACH) : token + 1]
        told = (LEXICON.features(c) for c in reversed(before))
        topic = next((name for names in told if not names & _MANY_MEANINGS for name in names & _TOPICS), "AILING")
        return {"AILING": "infected", "SUSPECT": "infected", "killed": "killed"}.get(topic)  # type: ignore[return-value]

    def _is_illness(self, end: int) -> bool:
        if _ILLNESS.match(self._classes, end):
            return True
        sentence = self._sentence(end)
        if _EPIDEMIC.search(self._classes, *sentence) or _CASE_LIST.search(self._classes, *sentence):
            return True
        if _TRAUMA.search(self._classes, *sentence):
            return False
        return self.about_epidemic or _DISEASE.search(self._classes, *sentence) is not None

    @cached_property
    def about_epidemic(self) -> bool:
        """Whether headline or lead name an epidemic."""
        return (
            _EPIDEMIC.search(self._classes, 0, _LEAD) is not None
            or len(list(islice(_EPIDEMIC.finditer(self._classes), _MANY))) == _MANY
        )

    def _sentence(self, token: int) -> tuple[int, int]:
        """The sentence of a token: its first and the end."""
        place = bisect_left(self._boundaries, token)
        start = self._boundaries[place - 1] + 1 if place else 0
        end = self._boundaries[place] if place < len(self._boundaries) else len(self._classes)
        return max(start, token - _REACH), min(end, token + _REACH)

    @cached_property
    def _boundaries(self) -> list[int]:
        return [match.start() for match in _BOUNDARY.finditer(self._classes)]
