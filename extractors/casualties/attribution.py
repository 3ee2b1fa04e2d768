"""Who states a count: who speaks in the reported clause it stands in, else a source told in its sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ..article import Fact
from ..document import Document
from ..grammar import Match, Matcher, Rule, compile_pattern
from ..structure.reading import Reading
from ..structure.reported import is_reported, teller
from ..text.folding import fold
from .count import Count
from .sentences import Sentences
from .source_names import SourceNames
from .source_rules import (
    ACCORDING_TO,
    ANNOUNCED_BY,
    BESIDE,
    CLAIM_OF,
    EARLIER,
    OUTCOME,
    REPORTED_BY,
    SAME_SOURCE,
    SOURCE_FRAGMENTS,
    THEREBY,
)
from .vocabulary import LEXICON

_CLAIM_REACH = 4  # tokens behind a source in which it is told what it claims
_BACK = 4  # sentences before المصدر ذاته in which that source is named
_SAME_WORDS = ("نفسه", "ذاته", "عينه", "نفسها", "ذاتها", "عينها")
_DEEPEST = 20  # quotes that may stand within one another
_ACCORDING_TO = Matcher(LEXICON, [Rule("according", ACCORDING_TO)], SOURCE_FRAGMENTS)
_REPORTED_BY = Matcher(
    LEXICON, [Rule("reported", REPORTED_BY), Rule("announced", ANNOUNCED_BY)], SOURCE_FRAGMENTS, overlaps="first"
)
_SAME = compile_pattern(LEXICON, SAME_SOURCE)
_CLAIM = compile_pattern(LEXICON, CLAIM_OF)
_THEREBY = compile_pattern(LEXICON, THEREBY)
_EARLIER = compile_pattern(LEXICON, EARLIER)
_OUTCOME = compile_pattern(LEXICON, OUTCOME)
_BESIDE = compile_pattern(LEXICON, BESIDE)


class Sources:
    """The sources of the counts of a document."""

    def __init__(self, document: Document, sentences: Sentences) -> None:
        self._document = document
        self._reading = document.layer(Reading)
        self._classes = document.classes(LEXICON)
        self._sentences = sentences
        self._clauses = self._reading.clauses
        self._quotes = document.facts.get("quotes", [])
        self._names = SourceNames(document)

    def of(self, count: Count, start: int, end: int) -> str | None:
        """The source of a count at offsets start … end - 1, as written; None where the article itself states it."""
        quote = self._around(count, start, end)
        if inner := self._told_inside(quote, count):
            behind = self._behind(count)
            return self._resolved(*behind.spans["source"]) if behind else inner
        if quote is None:
            return self._beside(count)
        turned = self._turned(quote, count)
        if turned is not None and (own := self._before(count, turned)):
            return self._resolved(*own.spans["source"])
        if self._is_presupposed(quote, count):
            return None
        behind = None if _cue(quote) & {"ACCORDING", "REPORTED_IT"} else self._behind(count, quoted=True)
        return self._resolved(*behind.spans["source"]) if behind else self._speaker(quote)

    def _around(self, count: Count, start: int, end: int) -> Fact | None:
        """The innermost quote around a span, or the one whose content a clause behind it goes on to tell of."""
        begun = bisect_right(self._quotes, start, key=lambda quote: quote.start)
        before = self._quotes[max(0, begun - _DEEPEST) : begun]
        around = [quote for quote in before if end <= quote.end]
        if not around and before and self._goes_on(before[-1], count):
            return before[-1]
        return min(around, key=lambda quote: quote.end - quote.start, default=None)

    def _goes_on(self, quote: Fact, count: Count) -> bool:
        """Whether a clause behind a quote belongs to what is said: what came of it, and after أن what was meanwhile.

        «أدانت الحكومة الهجمات التي وقعت | وأسفرت عن مقتل»; «أضاف أن العدد بلغ أربعة | في حين نقل عشرون».
        """
        if getattr(quote, "kind", None) == "direct":
            return False
        said = self._clauses.number(self._document.token_at(quote.end - 1))
        number = self._clauses.number(count.anchor)
        clause = self._clauses[number]
        if clause.kind == "result" and clause.parent == said:
            return True
        while clause.kind in ("result", "relative", "circumstance") and clause.parent is not None and number > said + 1:
            number, clause = clause.parent, self._clauses[clause.parent]
        return number == said + 1 and self._is_clause(quote) and _BESIDE.match(self._classes, clause.first) is not None

    def _turned(self, quote: Fact, count: Count) -> int | None:
        """Where a clause around a count begins that stands beside what is said, in the quote or behind it."""
        first, last = self._document.token_at(quote.start), self._document.token_at(quote.end - 1)
        clauses = (self._clauses[number] for number in self._clauses_around(count))
        beside = (clause.first for clause in clauses if clause.kind == "beside" and clause.first > first)
        return next(beside, last + 1 if count.first > last else None)

    def _is_clause(self, quote: Fact) -> bool:
        """Whether what is said is a clause with أن, not a noun phrase."""
        first = self._document.token_at(quote.start)
        return is_reported(self._reading, first)

    def _told_inside(self, quote: Fact | None, count: Count) -> str | None:
        """Who speaks in a clause with أن around a count, inside what somebody else says or where no quote is known."""
        said = -1 if quote is None else self._clauses.number(self._document.token_at(quote.start))
        for number in self._clauses_around(count):
            if number <= said:
                return None
            told = teller(self._reading, number)
            if told is not None and told[0].kind not in ("same", "report"):
                return self._names.told(told)
        return None

    def _clauses_around(self, count: Count) -> Iterator[int]:
        """The clause of a count, and those that it hangs from, inmost first."""
        number: int | None = self._clauses.number(count.anchor)
        while number is not None:
            yield number
            number = self._clauses[number].parent

    def _is_presupposed(self, quote: Fact, count: Count) -> bool:
        """Whether the writer states a count inside a quote: of what somebody only claims, or beside what he says.

        «أعلن التنظيم مسؤوليته عن الهجوم الذي أوقع 20 قتيلا»; «أعلنت الحكومة مساعدات، وذلك بعد زلزال قتل 20»;
        «رفض الحزب الاتهامات، فيما قتل 20». What tells of outcomes goes on: «أعلنت الوزارة 5 وفيات، فيما بلغ العدد 20».
        """
        if getattr(quote, "kind", None) == "direct" or "ACCORDING" in _cue(quote):
            return False
        first = self._document.token_at(quote.start)
        if self._is_clause(quote):
            return _EARLIER.search(self._classes, first, count.first) is not None
        if _CLAIM.match(self._classes, first):
            return True
        turned = _THEREBY.search(self._classes, first, count.first) or _BESIDE.search(self._classes, first, count.first)
        return turned is not None and not _OUTCOME.search(self._classes, first, turned.start())

    def _kinds_between(self, clause: int, count: Count) -> set[str]:
        """The kinds of the clauses by which that of a count hangs from another one before it."""
        return {self._clauses[number].kind for number in self._clauses_around(count) if number > clause}

    def _speaker(self, quote: Fact) -> str | None:
        """Who is quoted, as written; المصدر ذاته is whoever was named before."""
        name = getattr(quote, "speaker", None)
        if name and fold(name).endswith(_SAME_WORDS) and (named := self._named_before(quote.start)):
            return named
        return self._names.of_quote(quote)

    def _named_before(self, start: int) -> str | None:
        """The source named last in the sentences before an offset, whom المصدر ذاته stands for."""
        number = self._sentences.number(self._document.token_at(start))
        for at in range(number - 1, max(-1, number - 1 - _BACK), -1):
            span = self._sentences.span(at)
            found = [*_REPORTED_BY.finditer(self._classes, *span), *_ACCORDING_TO.finditer(self._classes, *span)]
            named = [match for match in found if not _SAME.match(self._classes, *match.spans["source"])]
            if named:
                return self._names.read(*max(named, key=lambda match: match.first).spans["source"])
        return None

    def _beside(self, count: Count) -> str | None:
        """The source named behind a count or before it: «… بحسب المصدر», «وثقت الشبكة مقتل …»."""
        first, _ = self._sentences.span(self._sentences.number(count.anchor))
        told = self._behind(count) or self._before(count, first)
        return self._resolved(*told.spans["source"]) if told else None

    def _before(self, count: Count, first: int) -> Match | None:
        """The source named last between a token and a count, of those that state it."""
        if count.first <= first:
            return None
        found = [
            match
            for matcher in (_ACCORDING_TO, _REPORTED_BY)
            for match in matcher.finditer(self._classes, first, count.first)
            if self._reaches(match, count)
        ]
        return max(found, key=lambda match: match.first, default=None)

    def _behind(self, count: Count, *, quoted: bool = False) -> Match | None:
        """The source that the sentence of a count ends with: «… حسب وزارة الصحة».

        Of a count that somebody tells it is none of what another goes on to say: «قال … إن 5 قتلوا، وأكد … ، بحسب …».
        """
        _, end = self._sentences.span(self._sentences.number(count.anchor))
        begun = bisect_right(self._quotes, self._document.start(count.end - 1), key=lambda quote: quote.start)
        for quote in self._quotes[begun : begun + 1]:
            if quoted and "ACCORDING" not in _cue(quote):
                end = min(end, self._document.token_at(quote.start))
        return _ACCORDING_TO.search(self._classes, count.end, end)

    def _reaches(self, match: Match, count: Count) -> bool:
        """Whether a source before a count states it: not where it claims one or another clause tells it."""
        if _CLAIM.search(self._classes, match.end, min(match.end + _CLAIM_REACH, count.first)):
            return False
        barred = ("relative", "beside") if match.rule.id == "reported" else ("beside",)
        return self._kinds_between(self._clauses.number(match.first), count).isdisjoint(barred)

    def _resolved(self, first: int, end: int) -> str | None:
        """A source as written; المصدر ذاته is who spoke last before."""
        if not _SAME.match(self._classes, first, end):
            return self._names.read(first, end)
        start = self._document.start(first)
        before = [quote for quote in self._quotes if quote.end <= start and getattr(quote, "speaker", None)]
        named = self._speaker(before[-1]) if before else self._named_before(start)
        return named or self._names.written(first, end)


def _cue(quote: Fact) -> frozenset[str]:
    """The classes of the word that introduces a quote, if any does."""
    words = (getattr(quote, "cue", None) or "").split()
    return LEXICON.analyse(fold(words[0]))[1] if words else frozenset()
