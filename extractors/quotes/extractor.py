"""Quotes: who said what."""

from __future__ import annotations

from ..text.document import Document
from ..text.rules import compile_pattern
from . import events
from .discourse import Discourse
from .events import Event
from .extent import Extents
from .fact import QuoteFact
from .rules import FRAGMENTS, LEXICON
from .speaker import Speaker

_TRAILS = compile_pattern(LEXICON, "<COMMA|COLON|SEMICOLON|CONNECTS|DASH|STOP|BREAK>", FRAGMENTS)
_LEADS = compile_pattern(LEXICON, "(?:<ALREADY|COMMA|CONNECTS|COLON|DASH>)*+", FRAGMENTS)
_MARKS = compile_pattern(LEXICON, "<QUOTE|CLOSE|OPEN>", FRAGMENTS)
_THAT = compile_pattern(LEXICON, "(?:<COLON|BREAK>|<THAT>)*+", FRAGMENTS)
_AFTER_DIRECT = compile_pattern(LEXICON, "<COMMA|STOP|BREAK|SEMICOLON|CONNECTS|PARTICIPLE|VERB|AT|RPAREN|DASH>", FRAGMENTS)
_WHILE = compile_pattern(LEXICON, "<COMMA><WHILE>", FRAGMENTS)


class QuoteExtractor:
    """Who said what: direct and reported speech with cue, speaker, role and organization."""

    name = "quotes"
    fact = QuoteFact
    requires: tuple[str, ...] = ()

    def extract(self, document: Document) -> list[QuoteFact]:
        """The quotes of one article."""
        return _Reading(document).facts()


class _Reading:
    """One article, read from its first speech act to its last."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._classes = document.classes(LEXICON)
        self._events = events.find(document)
        self._extents = Extents(document)
        self._discourse = Discourse(document)

    def facts(self) -> list[QuoteFact]:
        facts: list[QuoteFact] = []
        reach = closed = 0  # ends of the sentence and of the direct quotation that are open
        for index, event in enumerate(self._events):
            if event.cue < closed or (event.cue < reach and not self._independent(event)):
                continue
            if event.rule == "impersonal":
                reach = self._extents.sentence_end(event.content)
                continue
            speaker = self._speaker(event)
            if speaker is None:
                continue
            if event.backward:
                span = self._before(event, reach)
                if span is None:
                    continue
            else:
                span = self._after(index)
                reach = max(span[1], self._extents.sentence_end(event.content))
                closed = span[1] if span[2] else 0
            fact = self._fact(event, speaker, *span)
            if fact is not None:
                facts.append(fact)
        return facts

    def _independent(self, event: Event) -> bool:
        return self._extents.enclosing(event.cue) is None and events.independent(self._classes, event)

    def _speaker(self, event: Event) -> Speaker | None:
        if event.subject is not None:
            return self._discourse.meet(event.subject, event.cue)
        return self._discourse.last

    def _after(self, index: int) -> tuple[int, int, bool]:
        """First token and end of what is said after a cue, and whether it is a direct quotation."""
        event = self._events[index]
        start = _THAT.match(self._classes, event.content).end()  # type: ignore[union-attr]
        limit = self._limit(index, start)
        closing = self._extents.closing.get(start)
        while closing is not None and self._extents.closing.get(start + 1) == closing - 1:
            start, closing = start + 1, closing - 1
        if closing is not None and closing > start + 1:
            after = closing + 1
            while after < len(self._classes) and _MARKS.match(self._classes, after):
                after += 1
            if after >= min(limit, len(self._classes)) or _AFTER_DIRECT.match(self._classes, after):
                return start + 1, closing, True
        return start, limit, False

    def _limit(self, index: int, start: int) -> int:
        """Where reported speech ends at the latest: its sentence (after a colon its paragraph) or the next speech act."""
        if self._events[index].rule == "colon" and start not in self._extents.closing:
            end = self._extents.paragraph_end(start)
        else:
            end = self._extents.sentence_end(start)
        for later in self._events[index + 1 :]:
            if later.cue >= end:
                break
            if later.boundary > start and self._independent(later):
                return later.boundary
        return end

    def _before(self, event: Event, reach: int) -> tuple[int, int, bool] | None:
        """First token and end of what is said before a cue; None where somebody else is speaking."""
        end = event.boundary
        start = self._extents.sentence_start(event.cue)
        if event.cue < reach:
            change = next((found for found in _WHILE.finditer(self._classes, start, end)), None)
            if change is None:
                return None
            start = change.end()
        start = _LEADS.match(self._classes, start).end()  # type: ignore[union-attr]
        opening = self._extents.opening.get(end - 1)
        if opening is not None and opening <= start:
            return opening + 1, end - 1, True
        return start, end, False

    def _fact(self, event: Event, speaker: Speaker, first: int, end: int, direct: bool) -> QuoteFact | None:
        while end > first and _TRAILS.match(self._classes, end - 1):
            end -= 1
        if end <= first:
            return None
        document = self._document
        if event.rule == "with" or event.backward:
            start = document.word_start(first, LEXICON)
            if start == document.start(first) and event.rule == "with" and document.text[start] == "ب":
                start += 1
        else:
            start = document.start(first)
        stop = document.end(end - 1)
        return QuoteFact(
            start=start,
            end=stop,
            text=document.text[start:stop],
            kind="direct" if direct else "indirect",
            cue=document.text[document.start(event.cue) : document.end(event.cue_end - 1)],
            speaker=speaker.name,
            role=speaker.role,
            organization=speaker.organization,
            official=speaker.official,
            rule=event.rule,
        )
