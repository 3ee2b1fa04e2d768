"""Speech acts as they stand in the text: a cue in its frame, its subject, and where its clause begins."""

from __future__ import annotations

from dataclasses import dataclass

from ..text.document import Document
from ..text.rules import Match, compile_pattern
from . import speaker
from .rules import FRAGMENTS, FRAMES, LEXICON
from .speaker import Speaker

_PARTICIPLE = compile_pattern(LEXICON, "<PARTICIPLE>", FRAGMENTS)
_ADDRESSES = compile_pattern(LEXICON, "<ADDRESSES>", FRAGMENTS)
_JOINED = compile_pattern(LEXICON, "<WA>", FRAGMENTS)
_OPINION = compile_pattern(LEXICON, "<OPINION|CLOSE_CUE>", FRAGMENTS)
_ADDS = compile_pattern(LEXICON, "<ADDS>", FRAGMENTS)
_LINK = compile_pattern(LEXICON, "<COMMA|CONNECTS|SEMICOLON|THAT|AT|TIME|ALREADY|WAS|DASH>", FRAGMENTS)
_STRONG_LINK = compile_pattern(LEXICON, "<COMMA|CONNECTS|SEMICOLON|STOP|BREAK|QUOTE|CLOSE|RPAREN|DASH>", FRAGMENTS)
_CLAUSE = compile_pattern(LEXICON, "<STOP|BREAK|COMMA|CONNECTS|THAT|COLON|SEMICOLON|WAS|RELATIVE|QUOTE|CLOSE|OPEN>", FRAGMENTS)
_HEAD = compile_pattern(LEXICON, "<STOP|BREAK|COMMA|CONNECTS|SEMICOLON|QUOTE|CLOSE|RPAREN|COLON|THAT|RELATIVE|WHAT>", FRAGMENTS)
_REACH = 20  # tokens before a verb in which its subject may stand


@dataclass(slots=True)
class Event:
    """A speech act, in tokens. What an earlier speaker said ends at `boundary`, where this clause begins."""

    rule: str
    cue: int
    cue_end: int
    content: int
    boundary: int
    joined: bool  # a participle, or و before the verb
    subject: Speaker | None = None

    @property
    def backward(self) -> bool:
        """Whether what is said stands before the cue."""
        return self.rule == "trailing"


def find(document: Document) -> list[Event]:
    """The speech acts of a document in order, one a cue."""
    events: dict[int, Event | None] = {}
    for match in FRAMES.finditer(document):
        cue = match.groups.start("cue")
        if events.get(cue) is None:
            event = _event(document, match)
            if event is not None or cue not in events:
                events[cue] = event
    return [event for _, event in sorted(events.items()) if event is not None]


def _event(document: Document, match: Match) -> Event | None:
    classes = document.classes(LEXICON)
    cue, cue_end = match.groups.span("cue")
    content = match.groups.end("content") - 1 if match.rule != "trailing" else cue
    participle = _PARTICIPLE.match(classes, cue) is not None
    joined = participle or _JOINED.match(classes, cue) is not None
    event = Event(match.rule, cue, cue_end, content, _clause_start(classes, cue), joined)
    if match.rule == "impersonal":
        return event
    gap = match.groups.span("gap")
    read = speaker.source if match.rule in ("trailing", "according", "conveyed") else speaker.subject
    told = None if participle else read(document, *gap)
    if told is not None:
        event.subject = told[0]
    elif match.rule in ("trailing", "according", "conveyed"):
        return None
    elif not joined:
        _look_left(document, event)
    if event.subject is None and not _stands_alone(classes, event):
        return None
    return event


def _stands_alone(classes: str, event: Event) -> bool:
    """Whether a cue without a subject of its own can be one."""
    if event.rule in ("subject_first", "bare") or _OPINION.match(classes, event.cue):
        return False
    if _ADDS.match(classes, event.cue) and not event.joined:
        return event.cue == 0 or _HEAD.match(classes, event.cue - 1) is not None
    return True


def _clause_start(classes: str, token: int) -> int:
    """The first of the signs and links before a clause: ، كما; لكن; قبل أن."""
    while token > 0 and _LINK.match(classes, token - 1):
        token -= 1
    return token


def _look_left(document: Document, event: Event) -> None:
    """The subject before its verb: لكن فلان قال إن…"""
    classes = document.classes(LEXICON)
    start = event.cue
    while start > max(0, event.cue - _REACH) and not _CLAUSE.match(classes, start - 1):
        start -= 1
    told = speaker.subject(document, start, event.cue) if start < event.cue else None
    if told is not None and told[2] >= event.cue - 2:
        event.subject = told[0]
        event.boundary = _clause_start(classes, start)


def independent(classes: str, event: Event) -> bool:
    """Whether a speech act inside reported speech is the article's own, not told by the speaker."""
    if event.joined or event.backward:
        return True
    return any(_STRONG_LINK.match(classes, token) for token in range(max(0, event.boundary - 1), event.cue))
