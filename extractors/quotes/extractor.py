"""Quotes: who said what."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..structure.discourse import Discourse
from ..structure.lexicon import LEXICON, one
from ..structure.namings import Namings
from ..structure.reading import Reading
from ..structure.speaker import Speaker
from . import acts
from .act import SpeechAct
from .contents import Contents, Span
from .fact import QuoteFact
from .presentation import COMPARISON, PRESENTATION
from .rules import FRAMES
from .speakers import Speakers

_TRAILS = one("COMMA|COLON|SEMICOLON|CONNECTS|DASH|STOP|BREAK")
_AND, _PREFIXED = one("WAWORD"), one("BMASDAR|BNOUN|LMASDAR")
_MARK = one("QUOTE|OPEN|CLOSE")
_ACT = one("ACT")  # whose object may begin with words picked out: يعلن "فوزه" في الانتخابات
_HEADLINE = 30  # tokens at the start of an article

Said = tuple[SpeechAct, Speaker, Span]  # who says what


class QuoteExtractor:
    """Who said what: direct and reported speech with cue, speaker, role and organization."""

    name = "quotes"
    fact = QuoteFact
    requires: tuple[str, ...] = ()
    lexicon = LEXICON
    matchers = (FRAMES,)
    presentation = PRESENTATION
    comparison = COMPARISON

    def extract(self, document: Document) -> list[QuoteFact]:
        """The quotes of one article."""
        return _Article(document).facts()


class _Article:
    """One article, read from its first speech act to its last."""

    def __init__(self, document: Document) -> None:
        self._document = document
        reading = document.layer(Reading)
        self._marks = reading.marks
        self._classes = reading.classes
        self._acts = acts.find(reading)
        self._discourse = Discourse(document)
        self._speakers = Speakers(reading, self._discourse)
        self._contents = Contents(reading, self._acts, self._speakers)
        # The closing marks that a verb of speech follows.
        self._ended = {act.boundary - 1 for act in self._acts if act.match and act.match.rule.id == "trailing:verb"}
        self._spoken = -1  # the cue before
        self._outer: SpeechAct | None = None  # the act whose sentence is open
        self._reach = self._closed = 0  # where that sentence ends, and its direct quotation

    def facts(self) -> list[QuoteFact]:
        """The facts in the order of their cues."""
        said = list(self._said())
        self._reveal_headline(said)
        facts = (self._fact(act, self._discourse.revealed(who), *span) for act, who, span in said)
        return [fact for fact in facts if fact is not None]

    def _said(self) -> Iterator[Said]:
        """Who says what in the article's own speech acts."""
        for index, act in enumerate(self._acts):
            if self._is_told_inside(act):
                continue
            if act.writer:
                self._reach, self._outer = self._marks.sentence_end(act.content), None
                continue
            spans = list(self._spans(index, act)) if act.backward else None
            if spans == [] and self._speakers.passes_on(act):
                continue
            if (who := self._speakers.of(act, self._spoken)) is None:
                continue
            self._spoken = act.cue
            for span in self._spans(index, act) if spans is None else spans:
                yield act, who, span

    def _is_told_inside(self, act: SpeechAct) -> bool:
        """Whether an act stands in what somebody else says."""
        if act.cue < self._closed or self._is_in_quotation_before(act):
            return True
        return self._outer is not None and act.cue < self._reach and self._contents.within(act, self._outer)

    def _is_in_quotation_before(self, act: SpeechAct) -> bool:
        """Whether an act stands in a quotation whose speaker is told after it: «أكدوا أن كذا»، قال فلان."""
        around = None if act.backward else self._marks.enclosing(act.cue)
        return around is not None and around[1] in self._ended

    def _spans(self, index: int, act: SpeechAct) -> Iterator[Span]:
        """What is said before or after a cue, and reported after a quotation."""
        led = None if act.backward else self._contents.quoted_before(index, self._reach)
        span = self._contents.before(index, self._reach) if act.backward else self._after(index, act)
        if span is None:
            return
        if act.backward:  # what goes on behind its source is told inside too: إن الحزب، يقول البيان، يعلن كذا
            self._closed = max(self._closed, span[1])
        if led is not None:
            yield led
        yield span
        if span[2] and (more := self._contents.after_quotation(index, span[1])) is not None:
            yield more

    def _after(self, index: int, act: SpeechAct) -> Span | None:
        """What is said after a cue, whose sentence is now the open one; None for words picked out."""
        span = self._contents.after(index)
        _, end, direct = span
        self._reach, self._outer = max(end, self._marks.sentence_end(act.content)), act
        self._closed = end if direct else 0
        picked = act.way == "opening" and not self._contents.opens_speech(act, direct)
        return None if picked and not (act.content == act.cue_end and _ACT.match(self._classes, act.cue)) else span

    def _reveal_headline(self, said: list[Said]) -> None:
        """Tells who the bare source of a headline is: the unnamed one that speaks first below it."""
        if len(said) < 2:
            return
        (act, source, _), (below, who, _) = said[:2]
        unnamed = all(known.kind in ("source", "title") for known in (source, who))
        in_headline = act.cue < _HEADLINE and act.cue < self._marks.paragraph_end(act.cue) < below.cue
        if unnamed and in_headline and " " not in source.name:
            self._discourse.reveal(source, who)

    def _fact(self, act: SpeechAct, who: Speaker, first: int, end: int, direct: bool) -> QuoteFact | None:
        while end > first and (_TRAILS.match(self._classes, end - 1) or self._is_stray(end - 1)):
            end -= 1
        document = self._document
        while first < end and document.text[document.start(first) : document.end(first)].isspace():
            first += 1
        if end <= first:
            return None
        start, stop = document.start(first), document.end(end - 1)
        if act.backward or (act.rule in ("with", "for") and not direct):
            start = self._word_start(first, act)
        elif act.way == "so":
            start = document.word_start(first, LEXICON)
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
        if act.subject is not None:
            document.layer(Namings).add(start, stop, act.subject)
        return fact

    def _is_stray(self, token: int) -> bool:
        """Whether a mark stands alone, the slip of a writer: كذا "."""
        return _MARK.match(self._classes, token) is not None and token not in self._marks.opening

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
