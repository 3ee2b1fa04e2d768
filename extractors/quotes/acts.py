"""Speech acts as they stand in the text: a cue in its frame, its subject, and where its clause begins."""

from __future__ import annotations

from dataclasses import dataclass

from ..document import Document
from ..grammar import Match
from ..structure import clauses, speaker
from ..structure.lexicon import LEXICON, one, stretch
from ..structure.speaker import Gender, Speaker
from .rules import FRAMES, WRITER

_PARTICIPLE, _PRESENT, _JOINED = one("PARTICIPLE"), one("PRESENT"), one("WA")
_OPINION, _ADDRESSES, _ADDRESSEE = one("OPINION&VERB"), one("ADDRESSES"), one("ADDRESSEE")
_ACCUSES = one("ACCUSES")
_TWO = one("TWO")
_COMMA = one("COMMA")
_MARK, _SENTENCE = one("QUOTE|OPEN"), one("STOP|BREAK")
# After these a verb stands at the head of its clause; after the second ones it may do so without a subject.
_OPENED = one("STOP|BREAK|COMMA|CONNECTS|SEMICOLON|QUOTE|CLOSE|RPAREN|COLON|THAT|DASH|WAS|RELATIVE")
_HEADED = one("STOP|BREAK|COMMA|CONNECTS|SEMICOLON|QUOTE|CLOSE|RPAREN|COLON|THAT|DASH|WAS|TIME|ALREADY")
_PARTED = one("COMMA|CONNECTS|SEMICOLON|STOP|BREAK|QUOTE|CLOSE|RPAREN|DASH")
# What may follow a noun that no lexicon knows, where it is who speaks; and a source after what it said.
_AFTER_OTHER = one("DASH|AT|TIME|COMMA|LI|RELATIVE|LPAREN|FROM|MANNER|HIM|TO|SAYING_SO|THAT|COLON")
_AFTER_SOURCE = one("AT|TIME|LI|RELATIVE|LPAREN|FROM|TO|ABOUT|BI|BMASDAR|LMASDAR|QUANTITY")
# Verbs with another common meaning, and what tells that they are of saying here: بين فلان أن
_AMBIGUOUS = one("CLOSE_CUE&VERB")
_SPEAKING = one(
    "COLON|THAT|OPEN|QUOTE|OFFICE|PRIVATE|HONORIFIC|RANK|GIVEN|BODY|MEDIA|AGENCY|NAMED|COUNTRY|SOURCE|REPORT|SPEECH"
    "|MANNER|TO"
)
_COUNTRY, _CAPITAL, _NAME = one("COUNTRY"), one("CAPITAL"), one("GIVEN|HONOR|HONORIFIC")
_LINE = stretch("<^BREAK>*+")

_NAMES_SOURCE = frozenset({"trailing", "according", "conveyed"})
_PHRASES = frozenset({"to", "for", "on", "about", "from", "with", "act"})
_AFTER_SUBJECT = frozenset({"said", "to", "about", "on", "from"})
_ASIDE = 8  # tokens from a preposition to أن, up to which it belongs to the subject: المسؤول عن الملف
_REACH = 25  # tokens after a verb in which its subject ends
_CLOSE = 4  # tokens from an ambiguous verb to أن
_SHORTEST_LINE, _LONGEST_LINE = 3, 25  # tokens after the colon of a headline


@dataclass(slots=True)
class SpeechAct:
    """A speech act, in tokens. What an earlier speaker said ends at `boundary`, where this clause begins.

    `way` is how what is said follows: the rule, or after a verb of saying that, colon, opening or bare.
    """

    rule: str
    way: str
    cue: int
    cue_end: int
    content: int
    boundary: int
    joined: bool  # و before the verb
    participle: bool
    gender: Gender | None = None  # of the verb
    subject: Speaker | None = None
    before: bool = False  # the subject stands before the verb
    source_end: int | None = None  # the comma after a source that follows what it says
    match: Match | None = None
    instead: int | None = None  # where the content begins, should the subject be nobody but a part of it

    @property
    def backward(self) -> bool:
        """Whether what is said stands before the cue."""
        return self.rule == "trailing"

    @property
    def writer(self) -> bool:
        """Whether nobody speaks but the writer: يذكر أن…"""
        return self.way == "writer"


def find(document: Document) -> list[SpeechAct]:
    """The speech acts of a document in order, one a cue."""
    acts: dict[int, SpeechAct | None] = {}
    classes = document.classes(LEXICON)
    for match in WRITER.finditer(classes):
        (cue, cue_end), content = match.spans["cue"], match.end - 1
        acts[cue] = SpeechAct("writer", "writer", cue, cue_end, content, cue, False, False)
    for match in FRAMES.finditer(classes):
        cue, _ = match.spans["cue"]
        if (known := acts.get(cue)) is None:
            acts[cue] = _act(document, match)
        elif match.name in _PHRASES and _nearer(known, match) and (act := _act(document, match)) is not None:
            acts[cue] = act
    return [act for _, act in sorted(acts.items()) if act is not None]


def independent(classes: str, act: SpeechAct, outer: SpeechAct) -> bool:
    """Whether a speech act inside reported speech is the article's own, not told by the speaker."""
    if act.participle or act.backward:
        return True
    if _PRESENT.match(classes, act.cue) and not _PRESENT.match(classes, outer.cue) and act.subject is None:
        return False
    if act.joined or (act.before and _JOINED.match(classes, act.boundary)):  # وروما تعلن
        return True
    return any(_PARTED.match(classes, token) for token in range(max(0, act.boundary - 1), act.cue))


def _nearer(known: SpeechAct, match: Match) -> bool:
    """Whether a match, read after `known`, tells better what the same cue is followed by."""
    ahead = known.content - _content(match)
    if known.way == "opening" and match.name in ("to", "on"):  # دعا إلى «كذا»
        return ahead >= 0
    return not known.writer and ahead > (_ASIDE if known.way in ("that", "colon", "bare") else 0)


def _way(match: Match) -> str:
    """How what is said follows."""
    if match.name == "according":
        return "so" if "so" in match.spans else "according"
    if match.name != "said":
        return match.name
    return next((way for way in ("colon", "opening", "bare") if way in match.spans), "that")


def _content(match: Match) -> int:
    """The token that what is said begins with."""
    return (match.span("content") or match.spans["so"])[1] - 1


def _act(document: Document, match: Match) -> SpeechAct | None:
    classes = document.classes(LEXICON)
    cue, cue_end = match.spans["cue"]
    content = cue if match.name == "trailing" else _content(match)
    participle = _PARTICIPLE.match(classes, cue) is not None
    joined = not participle and _JOINED.match(classes, cue) is not None
    act = SpeechAct(match.name, _way(match), cue, cue_end, content, clauses.start_of(classes, cue), joined, participle)
    act.match = match
    if act.backward:
        act.source_end = match.end
    if act.rule == "headline":
        return _headline(document, match, act)
    if not _says(classes, act):
        return None
    act.gender = clauses.gender(document, cue)
    if act.rule == "with" and _TWO.match(classes, cue) and not _MARK.match(classes, act.content):
        return _with_two_objects(document, act)
    if act.rule == "object":
        return _with_object(document, act)
    return act if participle else _with_subject(document, match, act)


def _says(classes: str, act: SpeechAct) -> bool:
    """Whether a cue in its frame is one of saying."""
    if act.rule == "according" and act.way != "so":
        return act.cue == 0 or _SENTENCE.match(classes, act.cue - 1) is not None
    if _OPINION.match(classes, act.cue):
        return act.way not in ("opening", "colon", "bare")
    if not _AMBIGUOUS.match(classes, act.cue):
        return True
    if act.way in ("colon", "opening") and _MARK.match(classes, act.content):
        return True
    if act.way == "that" and act.content - act.cue <= _CLOSE:
        return True
    return act.cue_end < len(classes) and _SPEAKING.match(classes, act.cue_end) is not None


def _with_subject(document: Document, match: Match, act: SpeechAct) -> SpeechAct | None:
    """An act with the subject of its verb, after or before it; without one where the last speaker goes on."""
    classes, cue = document.classes(LEXICON), act.cue
    opened = act.joined or cue == 0 or _OPENED.match(classes, cue - 1) is not None
    addresses = _ADDRESSES.match(classes, cue) is not None
    before = clauses.topic(document, cue) if act.joined else clauses.subject_before(document, cue)
    if before is not None and (addresses or act.joined or not opened):
        return _led_by(classes, act, before)
    told = _told(document, match)
    if told is not None and not (addresses and _is_addressee(classes, act, told)):
        act.subject = told
        return act if opened or told.certain else None
    if act.rule in _NAMES_SOURCE or act.way == "bare":
        return None
    if before is not None:
        return _led_by(classes, act, before)
    if act.joined:
        return act if addresses or not _has_other_subject(classes, match) else None
    if _OPINION.match(classes, cue):
        return None
    if clauses.relative_before(classes, cue) is not None:
        return None
    return act if cue == 0 or _HEADED.match(classes, cue - 1) or clauses.fronted(classes, cue) else None


def _with_two_objects(document: Document, act: SpeechAct) -> SpeechAct | None:
    """An act whose content begins with the first of two objects: اتهمت الحكومة | الجماعة بتسليح…"""
    classes = document.classes(LEXICON)
    before = None if act.participle or act.joined else clauses.subject_before(document, act.cue)
    told = None if act.participle or before else speaker.subject(document, act.cue_end, act.content)
    second = None if told is None else clauses.object_from(classes, told[2])
    first = clauses.object_from(classes, act.cue_end)
    if told is not None and second is not None and second < act.content:
        act.subject, first = told[0], second
    elif before is not None:
        _led_by(classes, act, before)
    elif not act.participle and not act.joined:
        return None
    if _OPINION.match(classes, act.cue) and (act.subject is None or not act.subject.certain):
        return None  # يعتبر كذا: it is thought
    if first is not None and first < act.content:
        act.content, act.rule = first, "object"
    return act


def _has_other_subject(classes: str, match: Match) -> bool:
    """Whether something that cannot speak is the subject of a verb: وأشارت أصابع الاتهام إلى."""
    first, end = match.span("gap") or (0, 0)
    return match.name in _AFTER_SUBJECT and first < end and clauses.object_from(classes, first) == first


def _with_object(document: Document, act: SpeechAct) -> SpeechAct | None:
    """An act whose content is the object of the verb, after the subject where one is told."""
    classes = document.classes(LEXICON)
    start = act.cue_end
    if not act.participle:
        before = None if act.joined else clauses.subject_before(document, act.cue)
        told = speaker.subject(document, start, min(len(classes), start + _REACH))
        if before is not None and before[0].certain:
            _led_by(classes, act, before)
        elif told is not None and _agrees(act.gender, told[0].gender):
            act.subject, start = told[0], told[2]
            act.instead = told[1] if act.joined and not told[0].certain else None
        elif not act.joined:
            return None
        if _OPINION.match(classes, act.cue) and (act.subject is None or not act.subject.certain):
            return None
    content = clauses.object_from(classes, start)
    if content is None:
        return None
    act.content = content
    return act


def _agrees(verb: Gender | None, noun: Gender | None) -> bool:
    """Whether a verb that stands first can have a noun as its subject: it shows gender, but no number."""
    return verb is None or noun is None or noun == verb or (noun == "plural" and verb == "masculine")


def _led_by(classes: str, act: SpeechAct, told: clauses.Told) -> SpeechAct | None:
    """An act with a subject that stands before its verb."""
    act.subject, act.before = told[0], True
    if not told[0].certain:
        return None if _OPINION.match(classes, act.cue) else act
    if told[2] <= act.cue and not clauses.opens(classes, act.cue):
        act.boundary = clauses.start_of(classes, told[1])
    return act


def _told(document: Document, match: Match) -> Speaker | None:
    """The speaker between a cue and what is said."""
    classes = document.classes(LEXICON)
    first, end = match.spans["gap"]
    told = (speaker.source if match.name in _NAMES_SOURCE else speaker.subject)(document, first, end)
    if told is None:
        return None
    if match.name == "trailing" and told[0].kind == "title" and end < len(classes) and _COMMA.match(classes, end):
        longer = speaker.source(document, first, min(len(classes), end + _REACH))
        if longer is not None and longer[2] > end:  # حسب قائد الشرطة، فلان، …
            return longer[0]
    if told[2] < end and told[0].kind == "other" and not _AFTER_OTHER.match(classes, told[2]):
        return None
    if told[2] < end and match.name == "trailing" and not _AFTER_SOURCE.match(classes, told[2]):
        return None
    return told[0]


def _is_addressee(classes: str, act: SpeechAct, told: Speaker) -> bool:
    """Whether the noun after دعا, طالب, ناشد is who is called upon."""
    if not _agrees(act.gender, told.gender) or (told.kind == "other" and not told.name.startswith("ال")):
        return True
    if _ADDRESSEE.match(classes, act.cue_end) or (told.kind == "other" and told.name.endswith("ين")):
        return True
    alone = act.content == act.cue_end + 1  # واتهمت إيران بتسليح…
    return alone and act.rule == "with" and _ACCUSES.match(classes, act.cue) is not None


def _headline(document: Document, match: Match, act: SpeechAct) -> SpeechAct | None:
    """A line such as فلان: …, whose first part is nothing but a speaker; no place that an article is dated from."""
    classes = document.classes(LEXICON)
    first, end = match.spans["gap"]
    told = speaker.subject(document, first, end)
    if told is None or told[1:] != (first, end) or told[0].kind in ("other", "report"):
        return None
    line = _LINE.match(classes, act.content)
    length = 0 if line is None else line.end() - line.start()
    if not _SHORTEST_LINE <= length <= _LONGEST_LINE or _NAME.match(classes, act.content):
        return None
    if first > 0 and not told[0].certain:
        return None
    if told[0].kind == "body" and _COUNTRY.match(classes, first) and (first > 0 or not _CAPITAL.match(classes, first)):
        return None  # where it happened, not who speaks
    act.subject, act.boundary = told[0], first
    return act
