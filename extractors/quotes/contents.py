"""What is said in a speech act: where it begins and ends, and whether it is a direct quotation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ..structure import arguments
from ..structure.lexicon import end_of, one, stretch
from ..structure.reading import Reading
from .act import SpeechAct, independent
from .speakers import Speakers

_MARKS, _COMMA, _IN = one("QUOTE|CLOSE|OPEN"), one("COMMA"), one("IN")
# Before what is said: إن and a colon; where an article is dated from, وقد and لكن of the writer.
_OPENERS = stretch("(?:<COLON|BREAK|THAT|ALREADY|COMMA>|<TIME>(?=<COMMA>)|<LPAREN>(?=<LPAREN>))*+")
_LEADS = stretch("(?:<^STOP|BREAK>{1,12}?<RPAREN><DASH>++)?+(?:<ALREADY|COMMA|COLON|DASH>|<CONNECTS><THAT>?)*+")
_THAT = one("THAT")
# After these marks nothing more of what is said follows a quotation.
_AFTER_DIRECT = one("COMMA|STOP|BREAK|SEMICOLON|CONNECTS|PARTICIPLE|VERB|IN|RPAREN|DASH|NEGATION|MANNER")
# What a source interrupts goes on after a comma with anything but a new clause.
_RESUMES = stretch(
    "<COMMA>(?!<PARTICIPLE|CONNECTS|WHILE|RELATIVE|ALREADY|VERB&SAYS|WA|PRONOUN|COMING|NEGATION|MANNER|STOP|BREAK|THIS>)(?!<IN><MEANTIME>)<*>"
)
# A relative clause about the source; what belongs to a verb before it: اقتصرت التجربة، بحسب الشركة | على الأطفال
_WHO = stretch("(?:<RELATIVE><^STOP|BREAK|COMMA|SEMICOLON>{1,20}+(?=<COMMA>))?")
_COMPLEMENT = one("ON|TO")
# From a source to what it says: its title, a comma, فإن
_TO_CONTENT = stretch(
    "(?:<COMMA><OFFICE|PRIVATE|RELATIVE><^COMMA|STOP|BREAK>{0,14}(?=<COMMA>))?+<COMMA>?+<SO_THAT|THAT>?+"
)
# Reported speech after a quotation: "…"، وأن
_GOES_ON = stretch("<CLOSE|QUOTE>++<COMMA>?+<THAT&WA|AND_THAT>")
# A quotation that no verb stands in begins what is said: أن "أسرة من كل ثلاث"، أي مليون شخص، ستواجه
_VERBAL = stretch("(?!<AT>)<FINITE|VERB&NOAL|VERBLIKE&NOAL|PARTICIPLE|WAS|THAT>")
_PREDICATE = one("FINITE|VERB&NOAL|VERBLIKE&NOAL|WAS|QUANTITY")
_GOES_TO_VERB = stretch("<COMMA><FINITE&NOWA|VERB&NOAL&NOWA|VERBLIKE&NOAL&NOWA>")
_OCCASION, _AS = (
    stretch("<COMMA>(?:<THIS&WA>|<AS_WELL>(?!<AT|PRESENT|ALREADY|PARTICLE|PRONOUN|NEGATION>))"),
    one("AS_WELL"),
)
_JOINED_AFTER = stretch("<CLOSE|QUOTE><COMMA>(?=<FINITE&WA|ALREADY&WA|WAS&WA>)")
_APART = one("STOP|BREAK|COMMA|COLON|QUOTE|CLOSE")
_LINK = stretch("<LATIN><COLON><SLASH>")
_WHILE = stretch("<COMMA><WHILE>")
_THAT_CLAUSES = frozenset({"that", "so"})
_CLAUSES = frozenset({"that", "colon", "opening", "bare", "so", "according", "headline", "trailing"})
_FEW = 8  # tokens of a quotation that may be but a subject
_LEAST = 2  # tokens of what is said before its source: بالمثل، يقول فلان
_NEAR, _PICKED, _LONG = 5, 4, 9  # tokens: from a verb to its quotation; of words picked out; of surely a sentence

Span = tuple[int, int, bool]  # first token, end, whether it is a direct quotation


class Contents:
    """What is said in each of the speech acts of one article."""

    def __init__(self, reading: Reading, acts: list[SpeechAct], speakers: Speakers) -> None:
        self._reading = reading
        self._acts = acts
        self._speakers = speakers
        self._marks = reading.marks
        self._clauses = reading.clauses
        self._classes = reading.classes

    def after(self, index: int) -> Span:
        """First token and end of what is said after a cue, and whether it is a direct quotation."""
        act = self._acts[index]
        start = end_of(_OPENERS, self._classes, act.content)
        limit = self._limit(index, start)
        closing = self._marks.closing.get(start)
        if (around := self._marks.closing.get(start - 1)) is not None:  # طالب "بكذا"
            return start, around, True
        if closing is None and start < limit and _MARKS.match(self._classes, start):
            direct = act.way in ("colon", "opening") and start not in self._marks.opening  # it is never closed
            paragraph = self._marks.paragraph_end(start)
            return start + 1, self._next_act(index, start, paragraph) if direct else min(limit, paragraph), direct
        if closing is not None and closing > start + 1 and self._is_all(act, start, closing, limit):
            return self._inside(start, closing)
        return start, limit, False

    def after_quotation(self, index: int, end: int) -> Span | None:
        """The reported speech that goes on after a direct quotation: "…"، وأن."""
        more = _GOES_ON.match(self._classes, end)
        return None if more is None else (more.end(), self._limit(index, more.end()), False)

    def before(self, index: int, reach: int) -> Span | None:
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
        if start >= end:
            return self._behind_source(index)
        resumed = self._resumed(index, start, end)
        return (start, resumed, False) if resumed - start >= _LEAST else None

    def _behind_source(self, index: int) -> Span | None:
        """What is said behind a source that a sentence begins with: بحسب فلان، مدير المعهد، فإن…"""
        act = self._acts[index]
        if act.source_end is None or not _COMMA.match(self._classes, act.source_end):
            return None
        start = end_of(_TO_CONTENT, self._classes, act.source_end)
        limit = self._turn(act, start, self._next_act(index, start, self._marks.sentence_end(start)))
        return (start, limit, False) if limit - start >= _LEAST else None

    def quoted_before(self, index: int, reach: int) -> Span | None:
        """The quotation right before a cue that goes on with another one: «…»، قال فلان، «…»."""
        act = self._acts[index]
        opening = None if act.joined or act.participle else self._marks.opening.get(act.boundary - 1)
        if opening is None or opening < reach or act.boundary - 1 - opening <= _PICKED:
            return None
        if opening > 0 and not _APART.match(self._classes, opening - 1):
            return None
        return opening + 1, act.boundary - 1, True

    def opens_speech(self, act: SpeechAct, direct: bool) -> bool:
        """Whether a quotation is what is said, not words picked out of it: all of it, or near the verb, or long."""
        closing = self._marks.closing.get(act.content)
        near = act.content - act.cue_end <= _NEAR
        length = _LONG + 1 if closing is None else closing - act.content
        return (near or length > _PICKED) if direct else (length > _LONG or (near and length > _PICKED))

    def within(self, act: SpeechAct, outer: SpeechAct) -> bool:
        """Whether a speech act is told by the speaker of another one, not by the article."""
        if act.cue < outer.content:  # أضاف الوزير الذي كشف عن كذا، أن
            return not (act.before and act.content < outer.content)
        if act.boundary <= outer.content < act.cue:
            return True
        if outer.way in _THAT_CLAUSES and self._is_predicate(act, outer):
            return True
        return self._marks.enclosing(act.cue) is not None or not independent(self._classes, act, outer)

    def _is_predicate(self, act: SpeechAct, outer: SpeechAct) -> bool:
        """Whether a verb of speech is what reported speech tells of its subject: إن الموظفة، التي كذا، أنكرت."""
        if act.joined or act.participle or act.backward or (act.subject is not None and not act.before):
            return False
        return arguments.is_predicate(self._classes, outer.content, act.cue)

    def _is_all(self, act: SpeechAct, opening: int, closing: int, limit: int) -> bool:
        """Whether a quotation is all that is said, not its beginning: قال إن "مجزرة" في البلدة."""
        after = closing + 1
        while after < len(self._classes) and _MARKS.match(self._classes, after):
            after += 1
        if act.way in _THAT_CLAUSES and self._is_subject_alone(opening, closing, after, limit):
            return False
        if after >= min(limit, len(self._classes)):
            return True
        picked = closing - opening <= _PICKED and _IN.match(self._classes, after)
        return not picked and _AFTER_DIRECT.match(self._classes, after) is not None

    def _inside(self, opening: int, closing: int) -> Span:
        """What stands in quotation marks, without more marks around all of it."""
        first = opening + 1
        while self._marks.closing.get(first) == closing - 1:
            first, closing = first + 1, closing - 1
        return first + self._is_linked(first), closing, True

    def _is_linked(self, first: int) -> bool:
        """Whether the word after an opening mark links what is said to its verb, أن; إن is the speaker's own word."""
        return self._reading.text(first)[0] == "أ" and _THAT.match(self._classes, first) is not None

    def _is_subject_alone(self, opening: int, closing: int, after: int, limit: int) -> bool:
        """Whether a quotation after أن is but the subject of a clause that goes on after it."""
        if closing - opening > _FEW or _VERBAL.search(self._classes, opening + 1, closing) or after + 1 >= limit:
            return False
        return _VERBAL.search(self._classes, after, limit) is not None

    def _limit(self, index: int, start: int) -> int:
        """Where reported speech ends at the latest: its sentence, after a colon its paragraph, the next speech act."""
        act = self._acts[index]
        around = next((known.content for known in self._acts[max(0, index - 2) : index] if known.content > start), None)
        if around is not None:
            return around - 1
        if act.way in ("colon", "headline") and start not in self._marks.closing:
            end = self._marks.speech_end(start)
        else:
            end = self._marks.sentence_end(start)
        return self._turn(act, start, self._next_act(index, start, self._before_link(start, end)))

    def _before_link(self, start: int, end: int) -> int:
        """Where the address of a page stands in a post, which nobody says."""
        found = _LINK.search(self._classes, start, end)
        return end if found is None else found.start()

    def _next_act(self, index: int, start: int, end: int) -> int:
        """Where the next speech act that is the article's own begins, before `end`."""
        act = self._acts[index]
        for later in islice(self._acts, index + 1, None):
            if later.cue >= end:
                break
            if later.boundary > start and not self.within(later, act) and self._speakers.has_speaker(later):
                change = _WHILE.search(self._classes, start, later.boundary) if later.backward else None
                return change.start() if change is not None else later.boundary
        return end

    def _turn(self, act: SpeechAct, start: int, end: int) -> int:
        """Where the writer goes on before `end`, outside quotation marks."""
        nominal = act.way not in _CLAUSES
        turns = self._clauses.turns(start, end, nominal)
        occasions = self._occasions(start, end) if nominal else ()
        ends: list[int] = [at for at in (*turns, *occasions) if at > start and self._marks.enclosing(at) is None]
        return min(self._after_quotation(start, end), end, *ends)

    def _occasions(self, start: int, end: int) -> Iterator[int]:
        """Where the writer tells when something was announced, or adds a deed: ، | وذلك بعد; ، | كما زار."""
        for found in _OCCASION.finditer(self._classes, start, end):
            after = found.end()
            compares = after < end and self._reading.form(after).startswith("ي")  # كما ينص القانون
            if not (compares and _AS.match(self._classes, after - 1)):
                yield found.start()

    def _after_quotation(self, start: int, end: int) -> int:
        """Where a verb is joined to what ends in a long quotation, which is no longer the speaker's: "…"، | وانطلق."""
        for found in _JOINED_AFTER.finditer(self._classes, start, end):
            opening = self._marks.opening.get(found.start())
            if opening is not None and opening >= start and found.start() - opening > _LONG:
                return found.start() + 1
        return end

    def _resumed(self, index: int, start: int, end: int) -> int:
        """Where what is said ends that a source interrupts: قتل، بحسب السلطات، ثلاثة; `end` where it is not resumed."""
        act = self._acts[index]
        if act.source_end is None or act.source_end >= len(self._classes):
            return end
        comma = end_of(_WHO, self._classes, act.source_end)
        interrupted = _GOES_TO_VERB.match(self._classes, comma) and not _PREDICATE.search(self._classes, start, end)
        if not interrupted and not _RESUMES.match(self._classes, comma) and not _COMPLEMENT.match(self._classes, comma):
            return end
        limit = self._next_act(index, comma, self._marks.sentence_end(comma))
        return self._turn(act, comma, limit)
