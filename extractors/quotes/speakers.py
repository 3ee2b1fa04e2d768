"""Who speaks in a speech act: its subject, the subject of its sentence, or who spoke last."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

import msgspec

from ..engine.sre import lazy
from ..grammar import compile_pattern
from ..structure import speaker
from ..structure.discourse import Discourse
from ..structure.gender import Gender
from ..structure.lexicon import LEXICON, end_of, one, stretch
from ..structure.reading import Reading
from ..structure.speaker import Speaker
from .act import SpeechAct, is_of_statement
from .fragments import FRAGMENTS

_PERSONAL = one("PERSONAL")  # what only people and bodies do, so that any noun before the verb is who speaks
_SAYS, _SAYING_SO = stretch("(?!<CLOSE_CUE>)<VERB&SAYS>"), one("SAYING_SO")
_QUOTED, _OPINION = one("QUOTE|CLOSE"), one("OPINION")
_SAID_IT = one("SAID_IT")
_SAYING, _ACCORDING = one("SAYING"), one("ACCORDING|ACCORDING_WHAT")
_FINITE = compile_pattern(LEXICON, "{verb}(?!<AT&TAKES_ABOUT>)<VERB|FINITE>", FRAGMENTS)
_LEADING = stretch("<ALREADY|NEGATION>*+")  # before the verb of a sentence: وقد عمل, ولم يكشف
_NAMED_WITHIN = 100  # tokens before a participle in which its sentence may name who speaks
_BACK = 3  # sentences before one without a subject in which who speaks may be named
_FOLLOWED = frozenset({"so", "that", "colon", "opening", "to", "on", "about", "from"})  # after these anybody may speak
_ACCUSATIVE = lazy(r"\w{3,}[اً]+ \w+[اً]+$|\w{4,}(?:اً|ًا)$")  # an object, not a name


class Speakers:
    """Who speaks in the speech acts of one article; asked from its first act to its last."""

    def __init__(self, reading: Reading, discourse: Discourse) -> None:
        self._reading = reading
        self._discourse = discourse
        self._marks = reading.marks
        self._classes = reading.classes

    @cached_property
    def _verbs(self) -> list[int]:
        """The finite verbs of the document."""
        return [found.start() for found in _FINITE.finditer(self._classes)]

    def of(self, act: SpeechAct, spoken: int) -> Speaker | None:
        """Who speaks in an act, given the cue of the act before it; None where the article does not tell."""
        if act.subject is not None:
            return self._told(act, act.subject)
        start = self._marks.sentence_start(act.cue)
        who: Speaker | None = None
        if act.participle or is_of_statement(self._reading, act) or _SAYING.match(self._classes, act.cue):
            who = self._main_subject(max(start, spoken + 1), act)
        if who is None and spoken < start < act.cue:
            who = self._sentence_subject(start, act) or self._named_in(start, act)
        return who or self._discourse.last_for(act.gender) or self._told_of(start, act)

    def passes_on(self, act: SpeechAct) -> bool:
        """Whether a report or a medium only passes on what somebody says, who goes on: قال كذا، وفق التقرير. وأضاف."""
        return act.subject is not None and self.has_speaker(act) and self._discourse.meet_aside(act.subject, act.cue)

    def has_speaker(self, act: SpeechAct) -> bool:
        """Whether the subject of an act can be who speaks; one without a subject has the last speaker."""
        told = act.subject
        return told is None or self._plausible(act, told) or self._discourse.knows(told, act.cue)

    def _told(self, act: SpeechAct, told: Speaker) -> Speaker | None:
        """The subject of an act; one that cannot speak may begin what the last speaker says."""
        if self.has_speaker(act):
            return self._discourse.meet(told, act.cue)
        if act.instead is None:
            return None
        act.content = act.instead
        return self._discourse.last_for(act.gender)

    def _sentence_subject(self, start: int, act: SpeechAct) -> Speaker | None:
        """Who a sentence tells of, after its verb or before it: الرئيس أصدر قرارا، وقال إن."""
        verb = end_of(_LEADING, self._classes, start)
        found = speaker.subject(self._reading, verb + 1, act.cue)
        if found is not None and self._can_speak(found[0], found[1], act.gender):
            return self._discourse.meet(_without_object(found[0]), found[1])
        led = speaker.subject(self._reading, start, act.cue)
        leads = led is not None and led[1] == start and _FINITE.match(self._classes, led[2])
        if led is not None and leads and self._can_speak(led[0], start, act.gender):
            return self._discourse.meet(led[0], start)
        return None

    def _named_in(self, start: int, act: SpeechAct) -> Speaker | None:
        """The first person that the sentence of a participle names, with a title: قدم الوالد فلان شكره، مؤكدا أن."""
        if not act.participle:
            return None
        for token in range(max(start, act.cue - _NAMED_WITHIN), act.cue):
            told = speaker.person_at(self._reading, token)
            if told is not None and told.role and self._can_speak(told, token, act.gender):
                return self._discourse.meet(told, token)
        return None

    def _told_of(self, start: int, act: SpeechAct) -> Speaker | None:
        """Who the sentences before tell of, where nobody has spoken yet: عثر رجال الشرطة على الطفل. وقالوا إنه بخير."""
        for _ in range(_BACK):
            if start == 0:
                return None
            start = self._marks.sentence_start(start - 1)
            if (who := self._sentence_subject(start, act)) is not None:
                return who
        return None

    def _main_subject(self, start: int, act: SpeechAct) -> Speaker | None:
        """Whose verb a participle goes with, where that verb told no speech: نفى فلان ذلك، مؤكدا…"""
        last = bisect_left(self._verbs, act.cue) - 1
        if last < 0 or self._verbs[last] < start:
            return None
        after = self._verbs[last] + 1
        told = speaker.subject(self._reading, after, act.cue)
        if told is None or told[1] > after:
            return None
        # وأضاف الأحمدي، …، قائلا
        says = _SAYS.match(self._classes, self._verbs[last]) and _SAYING_SO.match(self._classes, act.cue)
        if not self._can_speak(told[0], told[1], act.gender, certain=says is not None):
            return None
        return self._discourse.meet(told[0], told[1])

    def _can_speak(self, told: Speaker, token: int, verb: Gender | None, certain: bool = False) -> bool:
        """Whether the subject of a sentence can be who speaks further on in it."""
        if told.kind == "report" or (told.gender and verb and told.gender != verb):
            return False
        return certain or told.certain or self._discourse.knows(told, token)

    def _plausible(self, act: SpeechAct, told: Speaker) -> bool:
        """Whether a word no lexicon knows can be who speaks: a definite noun right after the verb, a name there."""
        if told.certain or (told.kind == "person" and _ACCORDING.match(self._classes, act.cue)):
            return True
        if (
            act.backward
            and not _OPINION.match(self._classes, act.cue)
            and _QUOTED.match(self._classes, act.boundary - 1)
        ):  # "كذا"، يقول لزرق
            return True
        if act.backward and _SAID_IT.match(self._classes, act.cue_end - 1):  # بحسب ما ذكر الإعلام الرسمي
            return True
        if act.before and _PERSONAL.match(self._classes, act.cue):
            return told.gender in (None, act.gender)
        if act.before:
            return False
        return act.way in _FOLLOWED or (act.way == "with" and _PERSONAL.match(self._classes, act.cue) is not None)


def _without_object(told: Speaker) -> Speaker:
    """The subject of a verb that is not one of saying: الوزير of عقد الوزير مؤتمرا."""
    if told.role is None or not _ACCUSATIVE.match(told.name):
        return told
    return msgspec.structs.replace(told, kind="title", name=told.role, role=None)
