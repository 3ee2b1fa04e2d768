"""Quotes: cues in their frames, each with its speaker and the extent of what is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..text.document import Document
from ..text.rules import Match, compile_pattern
from .discourse import Discourse
from .extent import Extents
from .fact import QuoteFact
from .rules import FRAGMENTS, FRAMES, LEXICON
from .speaker import Speaker, parse

_BACKWARD = frozenset({"trailing", "as", "after"})
_PARTICIPLE = compile_pattern(LEXICON, "<PARTICIPLE>", FRAGMENTS)
_WA = compile_pattern(LEXICON, "<WA>", FRAGMENTS)
_LINK = compile_pattern(LEXICON, "<COMMA|CONNECTS|CLOSE|QUOTE|STOP|BREAK|SEMICOLON|WA>", FRAGMENTS)
_CLAUSE = compile_pattern(LEXICON, "<STOP|BREAK|COMMA|CONNECTS|THAT|COLON|SEMICOLON|WAS>", FRAGMENTS)
_SKIP = compile_pattern(LEXICON, "<COMMA|CLOSE|QUOTE|RPAREN|COLON>*+", FRAGMENTS)
_SUBJECT_REACH = 16  # tokens before a verb in which its subject may stand


@dataclass(slots=True)
class _Event:
    """One cue in its frame; tokens. `boundary` is where the content of the quote before it ends."""

    rule: str
    cue: int
    cue_end: int
    gap: tuple[int, int]
    content: int
    end: int
    boundary: int
    participle: bool
    subject: Speaker | None = None


class QuoteExtractor:
    """Who said what."""

    name = "quotes"
    fact = QuoteFact
    requires: tuple[str, ...] = ()

    def extract(self, document: Document) -> list[QuoteFact]:
        """The quotes of one article."""
        return list(_Reading(document).facts())


class _Reading:
    """One article being read."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._classes = document.classes(LEXICON)
        self._extents = Extents(document)
        self._discourse = Discourse(document)

    def facts(self) -> list[QuoteFact]:
        facts: list[QuoteFact] = []
        events = self._events()
        reach = -1  # where the sentence of the quote that is open ends
        closed = -1  # where the direct quotation that is open ends
        for index, event in enumerate(events):
            if event.cue < closed:
                continue
            if event.cue < reach and not self._independent(event):
                continue
            speaker = self._speaker(event)
            if speaker is None:
                continue
            backward = event.rule in _BACKWARD
            if backward:
                if event.cue < reach:
                    continue
                start, end, direct = self._before(event, reach)
            else:
                limit = self._limit(events, index)
                start, end, direct = self._after(event, limit)
                if direct:
                    closed = end
                reach = max(end, limit)
            fact = self._fact(event, speaker, start, end, direct)
            if fact is not None:
                facts.append(fact)
        return facts

    def _events(self) -> list[_Event]:
        events: dict[int, _Event] = {}
        for match in FRAMES.finditer(self._document):
            event = self._event(match)
            if event is not None and event.cue not in events:
                events[event.cue] = event
        return [events[cue] for cue in sorted(events)]

    def _event(self, match: Match) -> _Event | None:
        cue, gap = match.span("cue"), match.span("gap")
        if cue is None or gap is None:
            return None
        content = match.groups.end("content") - 1 if match.rule not in _BACKWARD else cue[0]
        first, last = match.span() or cue
        boundary = cue[0]
        while boundary > 0 and _LINK.match(self._classes, boundary - 1) and not _WA.match(self._classes, boundary - 1):
            boundary -= 1
        participle = _PARTICIPLE.match(self._classes, cue[0]) is not None
        event = _Event(match.rule, cue[0], cue[1], gap, content, last, boundary, participle)
        parsed = parse(self._document, *gap)
        if parsed is not None:
            event.subject = parsed[0]
        elif not participle and match.rule not in _BACKWARD and match.rule not in ("conveyed", "according", "report"):
            self._look_left(event)
        if match.rule == "headline_act" and event.subject is None:
            return None
        return event

    def _look_left(self, event: _Event) -> None:
        """The subject before its verb: لكن دريك قال إن…"""
        if _WA.match(self._classes, event.cue):
            return
        start = event.cue
        while start > max(0, event.cue - _SUBJECT_REACH) and not _CLAUSE.match(self._classes, start - 1):
            start -= 1
        if start == event.cue:
            return
        parsed = parse(self._document, start, event.cue)
        if parsed is not None and parsed[2] >= event.cue - 3:
            event.subject = parsed[0]
            event.boundary = start
            while event.boundary > 0 and _LINK.match(self._classes, event.boundary - 1):
                event.boundary -= 1

    def _independent(self, event: _Event) -> bool:
        """Whether a cue inside what somebody says is a speech act of the article, not told by the speaker."""
        if event.participle or _WA.match(self._classes, event.cue):
            return True
        return event.boundary < event.cue and _LINK.match(self._classes, event.boundary) is not None

    def _limit(self, events: list[_Event], index: int) -> int:
        """Where what is said in reported speech must end: its sentence, or the next speech act."""
        event = events[index]
        end = self._extents.sentence_end(event.content)
        if event.rule == "colon":
            end = self._extents.paragraph_end(event.content)
        for later in events[index + 1 :]:
            if later.cue >= end:
                break
            if later.boundary > event.content and self._independent(later) and not self._inside_marks(event, later.cue):
                return later.boundary
        return end

    def _inside_marks(self, event: _Event, token: int) -> bool:
        closing = self._extents.direct(event.content)
        return closing is not None and token < closing

    def _after(self, event: _Event, limit: int) -> tuple[int, int, bool]:
        start = event.content
        closing = self._extents.direct(start)
        if closing is not None and closing - start > 1:
            after = closing + 1
            if after >= len(self._classes) or _LINK.match(self._classes, after) or after >= limit:
                return start + 1, closing, True
        return start, limit, False

    def _before(self, event: _Event, reach: int) -> tuple[int, int, bool]:
        end = event.boundary
        start = max(self._extents.sentence_start(event.cue), 0)
        if end > start and end - 1 in self._extents.closing.values():
            opening = next(o for o, c in self._extents.closing.items() if c == end - 1)
            if opening <= start + 1:
                return opening + 1, end - 1, True
        return start, end, False

    def _speaker(self, event: _Event) -> Speaker | None:
        if event.subject is not None:
            return self._discourse.meet(event.subject)
        return self._discourse.last

    def _fact(self, event: _Event, speaker: Speaker, start: int, end: int, direct: bool) -> QuoteFact | None:
        while end > start and _SKIP.match(self._classes, end - 1, end).end() == end and not direct and (end - 1) not in self._extents.closing.values():  # type: ignore[union-attr]
            end -= 1
        if end - start < 1:
            return None
        first, last, text = self._document.slice(start, end, LEXICON)
        if not text.strip():
            return None
        kind: Literal["direct", "indirect"] = "direct" if direct else "indirect"
        cue = self._document.text[self._document.start(event.cue) : self._document.end(event.cue_end - 1)]
        return QuoteFact(
            start=first,
            end=last,
            text=text,
            kind=kind,
            cue=cue,
            speaker=speaker.name,
            role=speaker.role,
            organization=speaker.organization,
            official=speaker.official,
            rule=event.rule,
        )
