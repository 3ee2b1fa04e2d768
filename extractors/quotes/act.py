"""A speech act, and whether it is the article's own."""

from __future__ import annotations

from msgspec import Struct

from ..grammar import Match
from ..structure.gender import Gender
from ..structure.lexicon import one
from ..structure.reading import Reading
from ..structure.speaker import Speaker

_PRESENT, _JOINED = one("PRESENT"), one("WA")
_IN_IT = frozenset({"فيه", "فيها", "فيهم", "خلاله", "خلالها"})
_PARTED = one("COMMA|CONNECTS|SEMICOLON|STOP|BREAK|QUOTE|CLOSE|RPAREN|DASH")


class SpeechAct(Struct):
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


def independent(classes: str, act: SpeechAct, outer: SpeechAct) -> bool:
    """Whether a speech act inside reported speech is the article's own, not told by the speaker."""
    if act.participle or act.backward:
        return True
    told_in_past = not outer.participle and not _PRESENT.match(classes, outer.cue)
    if _PRESENT.match(classes, act.cue) and told_in_past and act.subject is None:
        return False
    if act.joined or (act.before and _JOINED.match(classes, act.boundary)):  # وروما تعلن
        return True
    return any(_PARTED.match(classes, token) for token in range(max(0, act.boundary - 1), act.cue))


def is_of_statement(reading: Reading, act: SpeechAct) -> bool:
    """Whether فيه stands after a verb, which says what a statement told of before says: بيانا قالت فيه."""
    return act.cue_end < len(reading) and reading.form(act.cue_end) in _IN_IT
