"""What a count covers: an incident, a period, several incidents at once, or what is past."""

from __future__ import annotations

import datetime as dt
import re

from ..document import Document
from ..grammar import compile_pattern
from .context import NEW, PAST, PERIOD, SEVERAL
from .count import Count
from .fact import Scope
from .outcome import Outcomes
from .sentences import Sentences
from .times import Time
from .vocabulary import LEXICON

_WORDS: dict[Scope, re.Pattern[str]] = {
    "period": compile_pattern(LEXICON, PERIOD),
    "several": compile_pattern(LEXICON, SEVERAL),
    "past": compile_pattern(LEXICON, PAST),
}
_NEW = compile_pattern(LEXICON, NEW)
_FRESH = dt.timedelta(days=1)  # what happened longer before what the article is about is past
_MONTH = dt.timedelta(days=31)  # no news of the day is told by a longer time alone


class Scopes:
    """The scopes of the counts of a document. `about` is the day that the article is about, where it is known."""

    def __init__(self, document: Document, sentences: Sentences, outcomes: Outcomes, about: dt.date | None) -> None:
        self._classes = document.classes(LEXICON)
        self._sentences = sentences
        self._outcomes = outcomes
        self._about = about
        self._by_sentence: dict[int, set[Scope]] = {}

    def of(self, count: Count, told: Time | None, scene: Time | None) -> Scope:
        """The scope of a count; `told` is the time told in its sentence, `scene` that of the sentences around it."""
        told_of = self._words(self._sentences.number(count.anchor))
        if "several" in told_of:
            return "several"
        time = told or scene
        if (time and time.stretch) or (not told and "period" in told_of):
            return "period"
        if self._is_running_total(count, time if time and time.bound else told):
            return "period"
        return "past" if self._is_past(told) or "past" in told_of else "incident"

    def _words(self, sentence: int) -> set[Scope]:
        """The scopes that the words of a sentence tell."""
        if sentence not in self._by_sentence:
            span = self._sentences.span(sentence)
            self._by_sentence[sentence] = {
                scope for scope, words in _WORDS.items() if words.search(self._classes, *span)
            }
        return self._by_sentence[sentence]

    def _is_running_total(self, count: Count, time: Time | None) -> bool:
        """Whether a count is the total of an epidemic, which new cases are added to day by day."""
        if count.type != "infected" and not (count.type == "killed" and self._outcomes.about_epidemic):
            return False
        if count.name == "total":
            return True
        if self._outcomes.in_case_list(count.anchor):
            return False
        return not time and count.who is None and not _NEW.search(self._classes, count.first, count.end + 2)

    def _is_past(self, told: Time | None) -> bool:
        if told is None or self._about is None:
            return told is not None and told.ends - told.begins > _MONTH
        return told.ends < self._about - _FRESH
