"""The speech acts of an article: a cue in its frame, its subject, and where its clause begins."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar import Match
from ..structure import arguments, speaker
from ..structure.lexicon import one
from ..structure.reading import Reading
from .act import SpeechAct
from .cues import manner_of, says
from .headlines import headline
from .rules import FRAMES, WRITER
from .sources import fronted_source, tells_so
from .subjects import with_object, with_subject, with_two_objects

_PARTICIPLE = one("PARTICIPLE")
_TWO = one("TWO")
_MARK, _THAT_WITH = one("QUOTE|OPEN"), one("THAT&BI")
_PHRASES = frozenset({"to", "for", "on", "about", "from", "with", "act"})
_ASIDE = 8  # tokens from a preposition to أن, up to which it belongs to the subject: المسؤول عن الملف


def find(reading: Reading) -> list[SpeechAct]:
    """The speech acts of a document in order, one a cue."""
    acts: dict[int, SpeechAct | None] = {}
    otherwise: dict[int, Match] = {}  # how else a cue can be read that has أن far off
    classes = reading.classes
    for match in WRITER.finditer(classes):
        (cue, cue_end), content = match.spans["cue"], match.end - 1
        acts[cue] = SpeechAct("writer", "writer", cue, cue_end, content, cue, False, False)
    for match in FRAMES.finditer(classes):
        cue, _ = match.spans["cue"]
        if (known := acts.get(cue)) is None:
            acts[cue] = _act(reading, match)
        elif match.name in _PHRASES and _nearer(reading, known, match) and (act := _act(reading, match)) is not None:
            acts[cue] = act
        elif match.name in _PHRASES and known.way == "that":
            otherwise.setdefault(cue, match)
    said: set[int] = set()
    for cue in sorted(acts):  # the first verb before أن is that which it belongs to: أضاف الوزير الذي كشف عن كذا، أن
        if (known := acts[cue]) is None:
            continue
        if known.content in said and cue in otherwise:
            acts[cue] = _act(reading, otherwise[cue])
        said.add(known.content)
    return list(_own([act for _, act in sorted(acts.items()) if act is not None]))


def _own(acts: list[SpeechAct]) -> Iterator[SpeechAct]:
    """The acts without the verb inside a source, and without a source that tells of nothing but another's speech.

    وفق ما أعلن is one cue; of وفقا للوكالة فقد قال البيان إن the statement speaks.
    """
    sources = [act for act in acts if act.match and act.match.name in ("according", "trailing")]
    inside = {token for act in sources if not _is_as(act) for token in range(act.cue + 1, act.cue_end)}
    speaking = {act.cue for act in acts if act.subject is not None and act.way in ("that", "colon")}
    for act in acts:
        passes_on = act.way == "so" and not speaking.isdisjoint((act.content, act.content + 1))
        if act.cue not in inside and not passes_on:
            yield act


def _is_as(act: SpeechAct) -> bool:
    """Whether an act is كما قال, whose verb may as well begin a sentence."""
    return act.match is not None and act.match.rule.id == "trailing:as"


def _nearer(reading: Reading, known: SpeechAct, match: Match) -> bool:
    """Whether a match, read after `known`, tells better what the same cue is followed by."""
    ahead = known.content - _content(match)
    if known.rule == "to" and match.name == "for" and known.subject is not None:
        told = speaker.subject(reading, known.cue_end, known.content)
        if told is not None and told[2] > _content(match):  # دعت بعثة الأمم المتحدة للدعم إلى
            return False
    if known.way == "opening":  # دعا إلى «كذا»; دعا «إلى كذا», دعا «لكذا»
        return ahead >= (0 if match.name in ("to", "on", "from", "about") else -1)
    return not known.writer and ahead > (_ASIDE if known.way in ("that", "colon", "bare") else 0)


def _is_of_object(classes: str, act: SpeechAct) -> bool:
    """Whether ب or بأن tells something of an object: وصف العملية بأنها ضربة."""
    return act.content > act.cue_end and (
        (act.rule == "with" and not _MARK.match(classes, act.content))
        or (act.way == "that" and _THAT_WITH.match(classes, act.content - 1) is not None)
    )


def _way(match: Match) -> str:
    """How what is said follows."""
    if match.name == "according":
        return "so" if "so" in match.spans else "according"
    if match.name != "said" and "colon" not in match.spans:
        return match.name
    return next((way for way in ("colon", "opening", "bare") if way in match.spans), "that")


def _content(match: Match) -> int:
    """The token that what is said begins with."""
    return (match.span("content") or match.spans["so"])[1] - 1


def _act(reading: Reading, match: Match) -> SpeechAct | None:
    classes = reading.classes
    cue, cue_end = match.spans["cue"]
    content = _content(match) if "content" in match.spans or "so" in match.spans else cue
    participle = _PARTICIPLE.match(classes, cue) is not None
    joined = not participle and arguments.is_joined(classes, cue)
    trails = match.name == "trailing"
    boundary = arguments.start_of(classes, match.first) if trails else arguments.clause_start(reading, cue)
    act = SpeechAct(match.name, _way(match), cue, cue_end, content, boundary, joined, participle)
    act.match = match
    if act.backward:
        act.source_end = match.end
    if act.rule == "headline":
        return headline(reading, match, act)
    if "own" in match.spans or match.rule.id == "report:it":
        return act
    if match.rule.id == "according:fronted" or (act.way == "according" and tells_so(reading, match)):
        return fronted_source(reading, match, act)
    if not says(classes, act):
        return None
    act.gender = arguments.gender(reading, cue)
    if _TWO.match(classes, cue) and _is_of_object(classes, act):
        return with_two_objects(reading, match, act)
    if act.rule == "object":
        return with_object(reading, act)
    if match.rule.id == "said:noun" and (verb := manner_of(classes, cue)) is not None:
        act.gender, act.joined = arguments.gender(reading, verb), arguments.is_joined(classes, verb)
        act.boundary = arguments.start_of(classes, verb)
        return act
    return act if participle else with_subject(reading, match, act)
