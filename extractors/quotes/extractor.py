"""Quotes: who said what."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from itertools import islice

import msgspec

from ..document import Document
from ..grammar import compile_pattern
from ..structure import clauses, speaker
from ..structure.discourse import Discourse
from ..structure.homographs import Homographs
from ..structure.lexicon import LEXICON, end_of, one, stretch
from ..structure.marks import Marks
from ..structure.speaker import Gender, Speaker
from . import acts
from .acts import SpeechAct
from .fact import QuoteFact
from .presentation import COMPARISON, PRESENTATION
from .rules import FRAGMENTS, FRAMES, RULES

_MARKS, _TRAILS = one("QUOTE|CLOSE|OPEN"), one("COMMA|COLON|SEMICOLON|CONNECTS|DASH|STOP|BREAK")
# Before what is said: إن and a colon; where an article is dated from, وقد and لكن of the writer.
_OPENERS = stretch("(?:<COLON|BREAK|THAT|ALREADY|COMMA>|<TIME>(?=<COMMA>)|<LPAREN>(?=<LPAREN>))*+")
_LEADS = stretch("(?:<^STOP|BREAK>{1,12}?<RPAREN><DASH>++)?+(?:<ALREADY|COMMA|COLON|DASH>|<CONNECTS><THAT>?)*+")
_THAT = stretch("<THAT>*+")
# After these marks nothing more of what is said follows a quotation.
_AFTER_DIRECT = one("COMMA|STOP|BREAK|SEMICOLON|CONNECTS|PARTICIPLE|VERB|IN|RPAREN|DASH|NEGATION|MANNER")
_AND, _PREFIXED = one("WAWORD"), one("BMASDAR|LMASDAR")
_IN, _SAYING = one("IN"), one("SAYING")
_FINITE = compile_pattern(LEXICON, "{verb}<VERB|FINITE>", FRAGMENTS)
# What a source interrupts goes on after a comma with anything but a new clause.
_RESUMES = stretch(
    "<COMMA>(?!<PARTICIPLE|CONNECTS|WHILE|RELATIVE|ALREADY|VERB&SAYS|WA|PRONOUN|COMING|NEGATION|MANNER|STOP|BREAK|THIS>)<*>"
)
# Reported speech after a quotation: "…"، وأن
_GOES_ON = stretch("<CLOSE|QUOTE>++<COMMA>?+<THAT&WA|AND_THAT>")
# A quotation that no verb stands in begins what is said: أن "أسرة من كل ثلاث"، أي مليون شخص، ستواجه
_VERBAL = one("FINITE|VERB&NOAL|VERBLIKE&NOAL|PARTICIPLE|WAS|THAT")
_WHILE = stretch("<COMMA><WHILE>")
_FOLLOWED = frozenset({"so", "that", "colon", "opening", "to", "on", "about", "from"})  # after these anybody may speak
_ACCUSATIVE = re.compile(r"\w{3,}[اً]+ \w+[اً]+$|\w{4,}(?:اً|ًا)$")  # an object, not a name
_THAT_CLAUSES = frozenset({"that", "so"})
_CLAUSES = frozenset({"that", "colon", "opening", "bare", "so", "according", "headline", "trailing"})
_FEW = 8  # tokens of a quotation that may be but a subject
_NEAR, _PICKED = 5, 4  # tokens: from a verb to its quotation; of words picked out


_HEADLINE = 30  # tokens at the start of an article

Said = tuple[SpeechAct, Speaker, tuple[int, int, bool]]  # who says what: first token, end, whether it is direct


class QuoteExtractor:
    """Who said what: direct and reported speech with cue, speaker, role and organization."""

    name = "quotes"
    fact = QuoteFact
    requires: tuple[str, ...] = ()
    lexicon = LEXICON
    rules = RULES
    matchers = (FRAMES,)
    presentation = PRESENTATION
    comparison = COMPARISON

    def extract(self, document: Document) -> list[QuoteFact]:
        """The quotes of one article."""
        return _Reading(document).facts()


class _Reading:
    """One article, read from its first speech act to its last."""

    def __init__(self, document: Document) -> None:
        self._document = document
        document.layer(Homographs)
        self._marks = document.layer(Marks)
        self._classes = document.classes(LEXICON)
        self._acts = acts.find(document)
        self._discourse = Discourse(document)

    @cached_property
    def _verbs(self) -> list[int]:
        """The finite verbs of the document."""
        return [found.start() for found in _FINITE.finditer(self._classes)]

    def facts(self) -> list[QuoteFact]:
        """The facts in the order of their cues."""
        said: list[Said] = []
        reach = closed = 0  # ends of the sentence and of the direct quotation that are open
        spoken = -1  # the cue before
        outer: SpeechAct | None = None
        for index, act in enumerate(self._acts):
            if act.cue < closed or (outer is not None and act.cue < reach and self._within(act, outer)):
                continue
            if act.writer:
                reach, outer = self._marks.sentence_end(act.content), None
                continue
            who = self._speaker(act, spoken)
            if who is None:
                continue
            spoken = act.cue
            if act.backward:
                span = self._before(index, reach)
                if span is None:
                    continue
            else:
                span = self._after(index)
                reach, outer = max(span[1], self._marks.sentence_end(act.content)), act
                closed = span[1] if span[2] else 0
                if act.way == "opening" and not self._opens_speech(act, span[2]):
                    continue
            said.append((act, who, span))
            if span[2] and (more := _GOES_ON.match(self._classes, span[1])):  # "…"، وأن
                said.append((act, who, (more.end(), self._limit(index, more.end()), False)))
        self._reveal_headline(said)
        facts = (self._fact(act, self._discourse.revealed(who), *span) for act, who, span in said)
        return [fact for fact in facts if fact is not None]

    def _reveal_headline(self, said: list[Said]) -> None:
        """Tells who the bare source of a headline is: the unnamed one that speaks first below it."""
        if len(said) < 2:
            return
        (act, source, _), (below, who, _) = said[:2]
        unnamed = all(known.kind in ("source", "title") for known in (source, who))
        in_headline = act.cue < _HEADLINE and act.cue < self._marks.paragraph_end(act.cue) < below.cue
        if unnamed and in_headline and " " not in source.name:
            self._discourse.reveal(source, who)

    def _within(self, act: SpeechAct, outer: SpeechAct) -> bool:
        """Whether a speech act is told by the speaker of another one, not by the article."""
        if act.cue < outer.content or act.boundary <= outer.content < act.cue:
            return True
        if outer.way in _THAT_CLAUSES and self._is_predicate(act, outer):
            return True
        return self._marks.enclosing(act.cue) is not None or not acts.independent(self._classes, act, outer)

    def _is_predicate(self, act: SpeechAct, outer: SpeechAct) -> bool:
        """Whether a verb of speech is what reported speech tells of its subject: إن الموظفة، التي كذا، أنكرت."""
        if act.joined or act.participle or act.backward or (act.subject is not None and not act.before):
            return False
        return clauses.is_predicate(self._classes, outer.content, act.cue)

    def _speaker(self, act: SpeechAct, spoken: int) -> Speaker | None:
        """Who speaks: the subject told, else the subject of the sentence, else who spoke last."""
        told = act.subject
        if told is not None:
            if not self._has_speaker(act):
                if act.instead is None:
                    return None
                act.content = act.instead
                return self._discourse.last_for(act.gender)
            return self._discourse.meet(told, act.cue)
        start = self._marks.sentence_start(act.cue)
        if (act.participle or _SAYING.match(self._classes, act.cue)) and (
            who := self._main_subject(max(start, spoken + 1), act)
        ) is not None:
            return who
        if spoken < start < act.cue:
            found = speaker.subject(self._document, start + 1, act.cue)
            if found is not None and self._can_speak(found[0], found[1], act.gender):
                return self._discourse.meet(_without_object(found[0]), found[1])
            led = speaker.subject(self._document, start, act.cue)  # الرئيس أصدر قرارا، وقال إن
            leads = led is not None and led[1] == start and _FINITE.match(self._classes, led[2])
            if led is not None and leads and self._can_speak(led[0], start, act.gender):
                return self._discourse.meet(led[0], start)
        return self._discourse.last_for(act.gender)

    def _has_speaker(self, act: SpeechAct) -> bool:
        """Whether the subject of an act can be who speaks; one without a subject has the last speaker."""
        told = act.subject
        return told is None or self._plausible(act, told) or self._discourse.knows(told, act.cue)

    def _main_subject(self, start: int, act: SpeechAct) -> Speaker | None:
        """Whose verb a participle goes with, where that verb told no speech: نفى فلان ذلك، مؤكدا…"""
        last = bisect_left(self._verbs, act.cue) - 1
        if last < 0 or self._verbs[last] < start:
            return None
        after = self._verbs[last] + 1
        told = speaker.subject(self._document, after, act.cue)
        if told is None or told[1] > after or not self._can_speak(told[0], told[1], act.gender):
            return None
        return self._discourse.meet(told[0], told[1])

    def _opens_speech(self, act: SpeechAct, direct: bool) -> bool:
        """Whether a quotation is what is said, not words picked out of it: all of it, or near the verb and long."""
        closing = self._marks.closing.get(act.content, act.content)
        near, long = act.content - act.cue_end <= _NEAR, closing - act.content > _PICKED
        return (near or long) if direct else (near and long)

    def _can_speak(self, told: Speaker, token: int, verb: Gender | None) -> bool:
        """Whether the subject of a sentence can be who speaks further on in it."""
        if told.kind == "report" or (told.gender and verb and told.gender != verb):
            return False
        return told.certain or self._discourse.knows(told, token)

    def _plausible(self, act: SpeechAct, told: Speaker) -> bool:
        """Whether a word no lexicon knows can be who speaks: a definite noun right after the verb, a name there."""
        if told.certain:
            return True
        return not act.before and act.way in _FOLLOWED

    def _after(self, index: int) -> tuple[int, int, bool]:
        """First token and end of what is said after a cue, and whether it is a direct quotation."""
        act = self._acts[index]
        start = end_of(_OPENERS, self._classes, act.content)
        limit = self._limit(index, start)
        closing = self._marks.closing.get(start)
        if closing is not None and closing > start + 1:
            after = closing + 1
            while after < len(self._classes) and _MARKS.match(self._classes, after):
                after += 1
            picked = closing - start <= _PICKED and _IN.match(self._classes, after)  # "مجزرة" في البلدة
            if act.way in _THAT_CLAUSES and self._is_subject_alone(start, closing, after, limit):
                return start, limit, False
            if after >= min(limit, len(self._classes)) or (_AFTER_DIRECT.match(self._classes, after) and not picked):
                first = start + 1
                while self._marks.closing.get(first) == closing - 1:
                    first, closing = first + 1, closing - 1
                return end_of(_THAT, self._classes, first), closing, True
        elif closing is None and start < limit and _MARKS.match(self._classes, start):
            return start + 1, min(limit, self._marks.paragraph_end(start)), act.way in ("colon", "opening")
        return start, limit, False

    def _is_subject_alone(self, opening: int, closing: int, after: int, limit: int) -> bool:
        """Whether a quotation after أن is but the subject of a clause that goes on after it."""
        if closing - opening > _FEW or _VERBAL.search(self._classes, opening + 1, closing) or after + 1 >= limit:
            return False
        return _VERBAL.search(self._classes, after, limit) is not None

    def _limit(self, index: int, start: int) -> int:
        """Where reported speech ends at the latest: its sentence, after a colon its paragraph, the next speech act."""
        act = self._acts[index]
        if act.way in ("colon", "headline") and start not in self._marks.closing:
            end = self._marks.speech_end(start)
        else:
            end = self._marks.sentence_end(start)
        return self._turn(act, start, self._next_act(index, start, end))

    def _next_act(self, index: int, start: int, end: int) -> int:
        """Where the next speech act that is the article's own begins, before `end`."""
        act = self._acts[index]
        for later in islice(self._acts, index + 1, None):
            if later.cue >= end:
                break
            if later.boundary > start and not self._within(later, act) and self._has_speaker(later):
                change = _WHILE.search(self._classes, start, later.boundary) if later.backward else None
                return change.start() if change is not None else later.boundary
        return end

    def _turn(self, act: SpeechAct, start: int, end: int) -> int:
        """Where the writer goes on before `end`, outside quotation marks."""
        nominal = act.way not in _CLAUSES
        turns = clauses.turns(self._classes, start, end, nominal)
        return min((turn for turn in turns if turn > start and self._marks.enclosing(turn) is None), default=end)

    def _before(self, index: int, reach: int) -> tuple[int, int, bool] | None:
        """First token and end of what is said before a cue; None where somebody else is speaking."""
        act = self._acts[index]
        end = act.boundary
        start = self._marks.sentence_start(act.cue)
        if act.cue < reach:
            change = _WHILE.search(self._classes, start, end)
            if change is None:
                return None
            start = change.end()
        start = end_of(_LEADS, self._classes, start)
        opening = self._marks.opening.get(end - 1)
        if opening is not None and opening <= start:
            return opening + 1, end - 1, True
        return start, self._resumed(index, end), False

    def _resumed(self, index: int, end: int) -> int:
        """Where what is said ends that a source interrupts: قتل، بحسب السلطات، ثلاثة; `end` where it is not resumed."""
        act = self._acts[index]
        comma = act.source_end
        if comma is None or not _RESUMES.match(self._classes, comma):
            return end
        limit = self._next_act(index, comma, self._marks.sentence_end(comma))
        return self._turn(act, comma, limit)

    def _fact(self, act: SpeechAct, who: Speaker, first: int, end: int, direct: bool) -> QuoteFact | None:
        while end > first and _TRAILS.match(self._classes, end - 1):
            end -= 1
        if end <= first:
            return None
        document = self._document
        while first < end - 1 and document.text[document.start(first) : document.end(first)].isspace():
            first += 1
        start, stop = document.start(first), document.end(end - 1)
        if act.backward or act.rule in ("with", "for"):
            start = self._word_start(first, act)
        cue = document.excerpt(document.start(act.cue), document.end(act.cue_end - 1))
        fact = QuoteFact(
            start=start,
            end=stop,
            text=document.text[start:stop],
            kind="direct" if direct else "indirect",
            cue=None if act.rule == "headline" else cue,
            speaker=who.name,
            role=who.role,
            organization=who.organization,
            official=who.official,
            rule=act.rule if act.rule == act.way else f"{act.rule}+{act.way}",
        )
        document.explain(fact, [act.match] if act.match else [])
        return fact

    def _word_start(self, token: int, act: SpeechAct) -> int:
        """The offset of the first word of what is said, without و before a sentence, ب and ل after a verb."""
        text, start = self._document.text, self._document.start(token)
        bare = self._document.word_start(token, LEXICON)
        attached = _AND.match(self._classes, token) if act.backward else _PREFIXED.match(self._classes, token)
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
