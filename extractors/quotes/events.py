"""Speech acts as they stand in the text: a cue in its frame, its subject, and where its clause begins."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from ..text.document import Document
from ..text.rules import Match, compile_pattern
from . import speaker
from .rules import FRAGMENTS, FRAMES, LEXICON
from .speaker import Gender, Speaker


def _class(pattern: str) -> regex.Pattern[str]:
    return compile_pattern(LEXICON, pattern, FRAGMENTS)


_PARTICIPLE = _class("<PARTICIPLE>")
_PRESENT = _class("<PRESENT>")
_JOINED = _class("<WA>")
_OPINION = _class("<OPINION>")
_CLOSE = _class("<CLOSE_CUE>")
_MARK = _class("<QUOTE|OPEN>")
_ADDRESSES = _class("<ADDRESSES>")
_ADDRESSEE = _class("<ADDRESSEE>")
_COUNTRY, _CAPITAL = _class("<COUNTRY>"), _class("<CAPITAL>")
_NAME = _class("<GIVEN|HONOR|HONORIFIC>")
_LINE = _class("<^BREAK>*+(?=<BREAK>|$)")
_CLOSE_NEXT = _class("<COLON|THAT|OPEN|QUOTE|OFFICE|PRIVATE|HONORIFIC|RANK|GIVEN|BODY|MEDIA|AGENCY|NAMED|COUNTRY|SOURCE|REPORT|SPEECH|MANNER|TO>")
# What may stand between the clause before and a cue.
_LINK = _class("<COMMA|CONNECTS|SEMICOLON|THAT|AT|TIME|ALREADY|WAS|DASH>")
_STRONG_LINK = _class("<COMMA|CONNECTS|SEMICOLON|STOP|BREAK|QUOTE|CLOSE|RPAREN|DASH>")
_CLAUSE = _class("<STOP|BREAK|COMMA|CONNECTS|THAT|COLON|SEMICOLON|WAS|RELATIVE|QUOTE|CLOSE|OPEN>")
_HEAD = _class("<STOP|BREAK|COMMA|CONNECTS|SEMICOLON|QUOTE|CLOSE|RPAREN|COLON|THAT|TIME|DASH|WAS|ALREADY>")
_OPENED = _class("<STOP|BREAK|COMMA|CONNECTS|SEMICOLON|QUOTE|CLOSE|RPAREN|COLON|THAT|DASH|WAS|RELATIVE>")
_WAS = _class("<WAS>")
_RELATIVE = _class("<RELATIVE>")
_WAS_OR_ALREADY = _class("<WAS|ALREADY>")
_ADJUNCT = _class("<AT|TO|FROM|ABOUT|ON>")
# What may follow a noun that no lexicon knows, where it is who speaks.
_AFTER_OTHER = _class("<AT|TIME|COMMA|LI|RELATIVE|LPAREN|FROM|MANNER|HIM|TO|SAYING_SO|THAT|COLON>")
_AFTER_SOURCE = _class("<AT|TIME|LI|RELATIVE|LPAREN|FROM|TO|ABOUT|BI|BMASDAR|LMASDAR|QUANTITY>")
_OPENS_SENTENCE = _class("<STOP|BREAK>")
_FILLER = _class("(?:<COMMA|TIME|ALREADY|QUANTITY|AL>)*+")
_PHRASES = frozenset({"to", "for", "on", "about", "from", "with", "act"})
_ASIDE = 8  # tokens from a preposition to أن, up to which it belongs to the subject: المسؤول عن الملف
_CLOSE_REACH = 4  # tokens from such a verb to what is said
_REACH = 20  # tokens before a verb in which its subject may stand


@dataclass(slots=True)
class Event:
    """A speech act, in tokens. What an earlier speaker said ends at `boundary`, where this clause begins."""

    rule: str
    cue: int
    cue_end: int
    content: int
    boundary: int
    joined: bool  # و before the verb
    participle: bool
    gender: Gender | None = None  # of the verb
    subject: Speaker | None = None
    before: bool = False  # the subject stands before the verb

    @property
    def backward(self) -> bool:
        """Whether what is said stands before the cue."""
        return self.rule == "trailing"


def find(document: Document) -> list[Event]:
    """The speech acts of a document in order, one a cue."""
    events: dict[int, Event | None] = {}
    for match in FRAMES.finditer(document):
        cue = match.groups.start("cue")
        if (known := events.get(cue)) is None:
            events[cue] = _event(document, match)
        elif match.rule in _PHRASES and _nearer(known, match) and (event := _event(document, match)) is not None:
            events[cue] = event
    return [event for _, event in sorted(events.items()) if event is not None]


def _nearer(known: Event, match: Match) -> bool:
    """Whether a match, read after `known`, tells better what the same cue is followed by."""
    ahead = known.content - (match.groups.end("content") - 1)
    if known.rule in ("that", "colon", "bare"):
        return ahead > _ASIDE
    return ahead > 0


def _event(document: Document, match: Match) -> Event | None:
    classes = document.classes(LEXICON)
    cue, cue_end = match.groups.span("cue")
    backward = match.rule == "trailing"
    content = cue if backward else match.groups.end("content") - 1
    participle = _PARTICIPLE.match(classes, cue) is not None
    joined = not participle and _JOINED.match(classes, cue) is not None
    boundary = _clause_start(classes, cue)
    rule = _rule(match)
    event = Event(rule, cue, cue_end, content, boundary, joined, participle)
    if match.rule == "according" and cue > 0 and not _OPENS_SENTENCE.match(classes, cue - 1):
        return None
    if match.rule == "impersonal":
        return event
    if match.rule == "headline":
        return _headline(document, match, event)
    if _CLOSE.match(classes, cue) and not _close(classes, event):
        return None
    if rule in ("opening", "colon", "bare") and _OPINION.match(classes, cue):
        return None
    event.gender = _gender(document, cue)
    if participle:
        return event
    addresses = _ADDRESSES.match(classes, cue) is not None
    if addresses and not joined and _look_left(document, event) and event.subject is not None:
        return event
    headed = joined or cue == 0 or _OPENED.match(classes, cue - 1) is not None
    if not headed and _look_left(document, event) and event.subject is not None:
        return event
    told = _told(document, match)
    if told is not None and not headed and not told.certain:
        return None
    if told is not None and not (addresses and _is_addressee(classes, event, told)):
        event.subject = told
        return None if match.rule == "subject_first" else event
    if rule in ("trailing", "according", "conveyed", "bare"):
        return None
    if joined:
        return None if match.rule == "subject_first" else event
    found = _look_left(document, event)
    return event if found and (event.subject is not None or match.rule != "subject_first") else None


def _close(classes: str, event: Event) -> bool:
    """Whether a verb with another common meaning is one of saying here."""
    if event.rule in ("colon", "opening") and _MARK.match(classes, event.content):
        return True
    if event.rule == "that" and event.content - event.cue <= _CLOSE_REACH:
        return True
    return event.cue_end < len(classes) and _CLOSE_NEXT.match(classes, event.cue_end) is not None


def _rule(match: Match) -> str:
    """The rule's name; of the ways to go on after a verb of saying, the one taken."""
    if match.rule != "said":
        return match.rule
    return next((way for way in ("colon", "opening", "bare") if match.groups.start(way) >= 0), "that")


def _is_addressee(classes: str, event: Event, told: Speaker) -> bool:
    """Whether the noun after دعا, طالب, ناشد is who is called upon."""
    return _ADDRESSEE.match(classes, event.cue_end) is not None or (told.kind == "other" and told.name.endswith("ين"))


def _headline(document: Document, match: Match, event: Event) -> Event | None:
    """A line such as فلان: …, whose first part is nothing but a speaker; no place that an article is dated from."""
    classes = document.classes(LEXICON)
    first, end = match.groups.span("gap")
    told = speaker.subject(document, first, end)
    if told is None or told[1] > first or told[2] < end or told[0].kind in ("other", "report", "source"):
        return None
    line = _LINE.match(classes, event.content)
    if line is None or not 3 <= line.end() - event.content <= 25 or _NAME.match(classes, event.content):
        return None
    if first > 0 and not told[0].certain:
        return None
    if told[0].kind == "body" and _COUNTRY.match(classes, first) and (first > 0 or not _CAPITAL.match(classes, first)):
        return None  # where it happened, not who speaks
    event.subject = told[0]
    event.boundary = first
    return event


def _gender(document: Document, token: int) -> Gender | None:
    """The gender and number that a verb or participle shows."""
    form = document.form(token)
    form = form[1:] if _JOINED.match(document.classes(LEXICON), token) else form
    if _PARTICIPLE.match(document.classes(LEXICON), token):
        if form.endswith("ين") and not form.endswith("تين"):
            return "plural"
        return "feminine" if form.endswith(("ه", "ات", "تين")) else "masculine"
    if form.endswith(("وا", "ون")):
        return "plural"
    if _PRESENT.match(document.classes(LEXICON), token):
        return "feminine" if form[0] == "ت" else "masculine"
    return "feminine" if form.endswith("ت") and form != "لفت" else "masculine"


def _told(document: Document, match: Match) -> Speaker | None:
    """The speaker between a cue and what is said."""
    first, end = match.groups.span("gap")
    read = speaker.source if match.rule in ("trailing", "according", "conveyed") else speaker.subject
    told = read(document, first, end)
    if told is None or (told[0].kind == "other" and told[2] < end and not _AFTER_OTHER.match(document.classes(LEXICON), told[2])):
        return None
    if match.rule == "trailing" and told[2] < end and not _AFTER_SOURCE.match(document.classes(LEXICON), told[2]):
        return None
    return told[0]


def _look_left(document: Document, event: Event) -> bool:
    """Finds the subject before its verb: لكن فلان قال إن…; whether the cue can be one."""
    classes = document.classes(LEXICON)
    start = event.cue
    while start > max(0, event.cue - _REACH) and not _CLAUSE.match(classes, start - 1):
        start -= 1
    if start == event.cue and (was := _was_before(classes, start)) is not None:
        start = was
    if start == event.cue and (relative := _relative_before(classes, start)) is not None:
        return _antecedent(document, event, relative)
    if start == event.cue:
        return not _OPINION.match(classes, event.cue)
    told = speaker.subject(document, start, event.cue)
    if told is not None and not told[0].certain and _OPINION.match(classes, event.cue):
        return False
    if told is None or _ADJUNCT.search(classes, start, told[1]) or (told[0].kind == "other" and told[1] > start):
        return _HEAD.match(classes, event.cue - 1) is not None and not _OPINION.match(classes, event.cue)
    if _FILLER.match(classes, told[2], event.cue).end() < event.cue:  # type: ignore[union-attr]
        return False
    event.subject, event.before = told[0], True
    if told[0].certain:
        event.boundary = _clause_start(classes, start)
    return True


def _antecedent(document: Document, event: Event, end: int) -> bool:
    """The noun that a relative clause is about: الوزارة التي أعلنت…"""
    classes = document.classes(LEXICON)
    start = end
    while start > max(0, end - _REACH) and not _CLAUSE.match(classes, start - 1):
        start -= 1
    for first in range(start, end):
        told = speaker.subject(document, first, end)
        if told is not None and told[1] == first and told[2] == end and told[0].kind != "other":
            event.subject, event.before, event.boundary = told[0], True, event.cue
            return True
    return False


def _relative_before(classes: str, token: int) -> int | None:
    """The relative pronoun before a verb: الذي قال, التي كانت قد أعلنت."""
    while token > 0 and _WAS_OR_ALREADY.match(classes, token - 1):
        token -= 1
    return token - 1 if token > 0 and _RELATIVE.match(classes, token - 1) else None


def _was_before(classes: str, token: int) -> int | None:
    """The token after كان, where it opens the clause: وكان المرصد، الاثنين، ذكر."""
    for start in range(token - 1, max(-1, token - _REACH), -1):
        if _WAS.match(classes, start):
            return start + 1
    return None


def _clause_start(classes: str, token: int) -> int:
    """The first of the signs and links before a clause: ، كما; لكن; قبل أن."""
    while token > 0 and _LINK.match(classes, token - 1):
        token -= 1
    return token


def independent(classes: str, event: Event, outer: Event) -> bool:
    """Whether a speech act inside reported speech is the article's own, not told by the speaker."""
    if event.participle or event.backward:
        return True
    if _PRESENT.match(classes, event.cue) and not _PRESENT.match(classes, outer.cue) and event.subject is None:
        return False
    if event.joined:
        return True
    return any(_STRONG_LINK.match(classes, token) for token in range(max(0, event.boundary - 1), event.cue))
