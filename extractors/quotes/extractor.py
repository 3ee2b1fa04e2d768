"""Quotes: who said what."""

from __future__ import annotations

import re

import msgspec

from ..document import Document
from . import events, speaker
from .discourse import Discourse
from .events import Event
from .extent import Extents
from .fact import QuoteFact
from .rules import LEXICON, RULES, end_of, one, stretch
from .speaker import Gender, Speaker

_MARKS, _TRAILS = one("QUOTE|CLOSE|OPEN"), one("COMMA|COLON|SEMICOLON|CONNECTS|DASH|STOP|BREAK")
# Before what is said: إن and a colon; where an article is dated from, وقد and لكن of the writer.
_OPENERS = stretch("(?:<COLON|BREAK|THAT|ALREADY|COMMA>|<TIME>(?=<COMMA>)|<LPAREN>(?=<LPAREN>))*+")
_LEADS = stretch("(?:<^STOP|BREAK>{1,12}?<RPAREN><DASH>++)?+(?:<ALREADY|COMMA|COLON|DASH>|<CONNECTS><THAT>?)*+")
_THAT = stretch("<THAT>*+")
# After these marks nothing more of what is said follows a quotation.
_AFTER_DIRECT = one("COMMA|STOP|BREAK|SEMICOLON|CONNECTS|PARTICIPLE|VERB|IN|RPAREN|DASH|NEGATION|MANNER")
_AND, _PREFIXED = one("WAWORD"), one("BMASDAR|LMASDAR")
_IN = one("IN")
_FINITE = stretch("{verb}<VERB>")
_WHILE = stretch("<COMMA><WHILE>")
_FOLLOWED = frozenset({"that", "colon", "opening", "to", "on", "about", "from"})  # ways in which anybody may speak
_ACCUSATIVE = re.compile(r"\w{3,}[اً]+ \w+[اً]+$|\w{4,}(?:اً|ًا)$")  # an object, not a name
_NEAR, _PICKED = 5, 4  # tokens: from a verb to its quotation; of words picked out


class QuoteExtractor:
    """Who said what: direct and reported speech with cue, speaker, role and organization."""

    name = "quotes"
    fact = QuoteFact
    requires: tuple[str, ...] = ()
    lexicon = LEXICON
    rules = RULES

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
        """The facts in the order of their cues."""
        facts: list[QuoteFact] = []
        reach = closed = 0  # ends of the sentence and of the direct quotation that are open
        spoken = -1  # the cue before
        outer: Event | None = None
        for index, event in enumerate(self._events):
            if event.cue < closed or (outer is not None and event.cue < reach and self._within(event, outer)):
                continue
            if event.writer:
                reach, outer = self._extents.sentence_end(event.content), None
                continue
            who = self._speaker(event, spoken)
            if who is None:
                continue
            spoken = event.cue
            if event.backward:
                span = self._before(event, reach)
                if span is None:
                    continue
            else:
                span = self._after(index)
                reach, outer = max(span[1], self._extents.sentence_end(event.content)), event
                closed = span[1] if span[2] else 0
                if event.way == "opening" and not self._opens_speech(event, span[2]):
                    continue
            fact = self._fact(event, who, *span)
            if fact is not None:
                facts.append(fact)
        return facts

    def _within(self, event: Event, outer: Event) -> bool:
        """Whether a speech act is told by the speaker of another one, not by the article."""
        if event.cue < outer.content or event.boundary <= outer.content < event.cue:
            return True
        return self._extents.enclosing(event.cue) is not None or not events.independent(self._classes, event, outer)

    def _speaker(self, event: Event, spoken: int) -> Speaker | None:
        """Who speaks: the subject told, else the subject of the sentence, else who spoke last."""
        told = event.subject
        if told is not None:
            if not self._plausible(event, told) and not self._discourse.knows(told, event.cue):
                return None
            return self._discourse.meet(told, event.cue)
        start = self._extents.sentence_start(event.cue)
        if event.participle and (who := self._main_subject(max(start, spoken + 1), event)) is not None:
            return who
        if spoken < start < event.cue:
            found = speaker.subject(self._document, start + 1, event.cue)
            if found is not None and self._can_speak(found[0], found[1], event.gender):
                return self._discourse.meet(_without_object(found[0]), found[1])
        return self._discourse.last_for(event.gender)

    def _main_subject(self, start: int, event: Event) -> Speaker | None:
        """Whose verb a participle goes with, where that verb told no speech: نفى فلان ذلك، مؤكدا…"""
        verbs = [found.start() for found in _FINITE.finditer(self._classes, start, event.cue)]
        told = speaker.subject(self._document, verbs[-1] + 1, event.cue) if verbs else None
        if told is None or told[1] > verbs[-1] + 1 or not self._can_speak(told[0], told[1], event.gender):
            return None
        return self._discourse.meet(told[0], told[1])

    def _opens_speech(self, event: Event, direct: bool) -> bool:
        """Whether a quotation is what is said, not words picked out of it: all of it, or near the verb and long."""
        closing = self._extents.closing.get(event.content, event.content)
        near, long = event.content - event.cue_end <= _NEAR, closing - event.content > _PICKED
        return (near or long) if direct else (near and long)

    def _can_speak(self, told: Speaker, token: int, verb: Gender | None) -> bool:
        """Whether the subject of a sentence can be who speaks further on in it."""
        if told.kind == "report" or (told.gender and verb and told.gender != verb):
            return False
        return told.certain or self._discourse.knows(told, token)

    def _plausible(self, event: Event, told: Speaker) -> bool:
        """Whether a word no lexicon knows can be who speaks: a definite noun right after the verb, a name there."""
        if told.certain:
            return True
        return not event.before and event.way in _FOLLOWED

    def _after(self, index: int) -> tuple[int, int, bool]:
        """First token and end of what is said after a cue, and whether it is a direct quotation."""
        event = self._events[index]
        start = end_of(_OPENERS, self._classes, event.content)
        limit = self._limit(index, start)
        closing = self._extents.closing.get(start)
        if closing is not None and closing > start + 1:
            after = closing + 1
            while after < len(self._classes) and _MARKS.match(self._classes, after):
                after += 1
            picked = closing - start <= _PICKED and _IN.match(self._classes, after)  # "مجزرة" في البلدة
            if after >= min(limit, len(self._classes)) or (_AFTER_DIRECT.match(self._classes, after) and not picked):
                first = start + 1
                while self._extents.closing.get(first) == closing - 1:
                    first, closing = first + 1, closing - 1
                return end_of(_THAT, self._classes, first), closing, True
        elif closing is None and start < limit and _MARKS.match(self._classes, start):
            return start + 1, min(limit, self._extents.paragraph_end(start)), event.way in ("colon", "opening")
        return start, limit, False

    def _limit(self, index: int, start: int) -> int:
        """Where reported speech ends at the latest: its sentence, after a colon its paragraph, the next speech act."""
        event = self._events[index]
        if event.way in ("colon", "headline") and start not in self._extents.closing:
            end = self._extents.speech_end(start)
        else:
            end = self._extents.sentence_end(start)
        for number in range(index + 1, len(self._events)):
            later = self._events[number]
            if later.cue >= end:
                break
            if later.boundary > start and not self._within(later, event):
                change = _WHILE.search(self._classes, start, later.boundary) if later.backward else None
                return change.start() if change is not None else later.boundary
        return end

    def _before(self, event: Event, reach: int) -> tuple[int, int, bool] | None:
        """First token and end of what is said before a cue; None where somebody else is speaking."""
        end = event.boundary
        start = self._extents.sentence_start(event.cue)
        if event.cue < reach:
            change = _WHILE.search(self._classes, start, end)
            if change is None:
                return None
            start = change.end()
        start = end_of(_LEADS, self._classes, start)
        opening = self._extents.opening.get(end - 1)
        if opening is not None and opening <= start:
            return opening + 1, end - 1, True
        return start, end, False

    def _fact(self, event: Event, who: Speaker, first: int, end: int, direct: bool) -> QuoteFact | None:
        while end > first and _TRAILS.match(self._classes, end - 1):
            end -= 1
        if end <= first:
            return None
        document = self._document
        start, stop = document.start(first), document.end(end - 1)
        if event.backward or event.rule in ("with", "for"):
            start = self._word_start(first, event)
        cue = document.text[document.start(event.cue) : document.end(event.cue_end - 1)]
        return QuoteFact(
            start=start,
            end=stop,
            text=document.text[start:stop],
            kind="direct" if direct else "indirect",
            cue=None if event.rule == "headline" else cue,
            speaker=who.name,
            role=who.role,
            organization=who.organization,
            official=who.official,
            rule=event.rule if event.rule == event.way else f"{event.rule}+{event.way}",
        )

    def _word_start(self, token: int, event: Event) -> int:
        """The offset of the first word of what is said, without و before a sentence, ب and ل after a verb."""
        text, start = self._document.text, self._document.start(token)
        bare = self._document.word_start(token, LEXICON)
        attached = _AND.match(self._classes, token) if event.backward else _PREFIXED.match(self._classes, token)
        if bare > start or not attached:
            return bare
        start += 1
        while not text[start].isalpha():
            start += 1
        return start


def _without_object(told: Speaker) -> Speaker:
    """The subject of a verb that is not one of saying: الوزير of عقد الوزير مؤتمرا."""
    if told.role is None or not _ACCUSATIVE.match(told.name):
        return told
    return msgspec.structs.replace(told, kind="title", name=told.role, role=None)
