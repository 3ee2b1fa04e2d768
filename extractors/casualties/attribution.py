"""Who states a count: the speaker of the quotation it stands in, else a source told in its sentence."""

from __future__ import annotations

from bisect import bisect_right

from ..article import Fact
from ..document import Document
from ..evidence import standing
from ..grammar import Match, Matcher, Rule, compile_pattern
from ..structure.clauses import Clauses
from ..text.folding import fold
from .count import Count
from .sentences import Sentences
from .source_rules import (
    ACCORDING_TO,
    APART,
    CLAIM_OF,
    FURNISHED,
    MORE,
    REPORTED_BY,
    SAME_SOURCE,
    SOURCE_FRAGMENTS,
    UNNAMED,
)
from .vocabulary import LEXICON

_INTRODUCTION = 300  # characters between a speaker and what he says, at most
_CLAIM_REACH = 4  # tokens behind a source in which it is told what it claims
_SAME_WORDS = ("نفسه", "ذاته", "عينه", "نفسها", "ذاتها", "عينها")
_DEEPEST = 20  # quotes that may stand within one another
_ACCORDING_TO = Matcher(LEXICON, [Rule("according", ACCORDING_TO)], SOURCE_FRAGMENTS)
_MORE = Matcher(LEXICON, [Rule("more", MORE)])
_APART = compile_pattern(LEXICON, APART)
_UNNAMED = Matcher(LEXICON, [Rule("unnamed", UNNAMED)], SOURCE_FRAGMENTS)
_FURNISHED = Matcher(LEXICON, [Rule("furnished", FURNISHED)], SOURCE_FRAGMENTS)
_SAME = compile_pattern(LEXICON, SAME_SOURCE)
_CLAIM = compile_pattern(LEXICON, CLAIM_OF)
_ADDED = compile_pattern(LEXICON, '"وذلك"')
_REPORTED_BY = Matcher(LEXICON, [Rule("reported", REPORTED_BY)], SOURCE_FRAGMENTS)


class Sources:
    """The sources of the counts of a document."""

    def __init__(self, document: Document, sentences: Sentences) -> None:
        self._document = document
        self._classes = document.classes(LEXICON)
        self._sentences = sentences
        self._clauses = document.layer(Clauses)
        self._quotes = document.facts.get("quotes", [])

    def of(self, count: Count, start: int, end: int) -> str | None:
        """The source of a count at offsets start … end - 1, as written; None where the article itself states it."""
        quote = self._around(count, start, end)
        if quote is None:
            return self._beside(count)
        if self._is_presupposed(quote, count):
            return None
        nearer = None if _cue(quote) & {"ACCORDING", "REPORTED_IT"} else self._behind(count)
        return self._resolved(*nearer.spans["source"]) if nearer else self._speaker(quote)

    def _around(self, count: Count, start: int, end: int) -> Fact | None:
        """The innermost quote around a span, or the one whose content a clause behind it goes on to tell of."""
        begun = bisect_right(self._quotes, start, key=lambda quote: quote.start)
        before = self._quotes[max(0, begun - _DEEPEST) : begun]
        around = [quote for quote in before if end <= quote.end]
        if not around and before and self._goes_on(before[-1], count):
            return before[-1]
        return min(around, key=lambda quote: quote.end - quote.start, default=None)

    def _goes_on(self, quote: Fact, count: Count) -> bool:
        """Whether a clause hangs from what is said: أدانت الحكومة الهجمات التي وقعت | وأسفرت عن مقتل."""
        said = self._clauses.number(self._document.token_at(quote.end - 1))
        clause = self._clauses[self._clauses.number(count.anchor)]
        return clause.kind == "result" and clause.parent == said and getattr(quote, "kind", None) != "direct"

    def _is_presupposed(self, quote: Fact, count: Count) -> bool:
        """Whether the writer states a count inside a quote: of a thing that somebody only claims, or behind وذلك.

        «أعلن التنظيم مسؤوليته عن الهجوم الذي أوقع 20 قتيلا»; «أعلنت الحكومة مساعدات، وذلك بعد زلزال قتل 20».
        """
        first = self._document.token_at(quote.start)
        if _CLAIM.match(self._classes, first) and self._clauses[self._clauses.number(first)].kind != "reported":
            return True
        return _ADDED.search(self._classes, first, count.first) is not None

    def _kinds_between(self, clause: int, count: Count) -> set[str]:
        """The kinds of the clauses by which that of a count hangs from another one before it."""
        kinds: set[str] = set()
        at: int | None = self._clauses.number(count.anchor)
        while at is not None and at > clause:
            kinds.add(self._clauses[at].kind)
            at = self._clauses[at].parent
        return kinds

    def _speaker(self, quote: Fact) -> str | None:
        """Role and name of who is quoted, or the name alone."""
        speaker, role = getattr(quote, "speaker", None), getattr(quote, "role", None)
        parts = [part for part in (role, speaker) if part]
        if not parts:
            return None
        if fold(parts[-1]).endswith(_SAME_WORDS) and (named := self._named_before(quote.start)):
            return named
        return standing(self._fuller(parts, quote), parts[-1])

    def _named_before(self, start: int) -> str | None:
        """The source named last in the sentence before an offset, whom المصدر ذاته stands for."""
        number = self._sentences.number(self._document.token_at(start))
        if number == 0:
            return None
        found = [*_REPORTED_BY.finditer(self._classes, *self._sentences.span(number - 1))]
        return self._written(*found[-1].spans["source"]) if found else None

    def _fuller(self, parts: list[str], quote: Fact) -> str:
        """An unnamed source with its adjectives: مصدر → مصدر أمني مطلع; a statement leads to whose it is."""
        if len(parts) > 1 or " " in parts[0]:
            return self._as_written(parts, quote.start)
        said = self._document.text.rfind(parts[0], max(0, quote.start - _INTRODUCTION), quote.start)
        if said < 0:
            said = self._document.text.find(parts[0], quote.end, quote.end + _INTRODUCTION)
        if said < 0:
            return parts[0]
        end = self._document.token_at(said + len(parts[0]) - 1) + 1
        found = _FURNISHED.match(self._classes, end) or _UNNAMED.match(self._classes, self._document.token_at(said))
        return self._written(*found.spans["source"], of=True) if found else parts[0]

    def _as_written(self, parts: list[str], start: int) -> str:
        """Role and name with what stands between and behind them before what is said: الشيخ; البريطانية; من الشرطة."""
        text, classes = self._document.text, self._document.classes(LEXICON)
        said = text.rfind(parts[0], max(0, start - _INTRODUCTION), start)
        last = text.find(parts[-1], said, start) if said >= 0 else -1
        if last < 0:
            return " ".join(parts)
        role_end = self._document.token_at(said + len(parts[0]) - 1) + 1
        apart = len(parts) > 1 and not _APART.fullmatch(classes, role_end, self._document.token_at(last))
        more = _MORE.match(classes, self._document.token_at(last + len(parts[-1]) - 1) + 1)
        if apart or not more or more.end > self._document.token_at(start):  # what is said is no part of the name
            return " ".join(parts)
        return text[said : max(last + len(parts[-1]), self._document.end(more.end - 1))]

    def _beside(self, count: Count) -> str | None:
        """The source named behind a count or before it: «… بحسب المصدر», «وثقت الشبكة مقتل …»."""
        first, _ = self._sentences.span(self._sentences.number(count.anchor))
        told = self._behind(count)
        if told is None and count.first > first:
            before = [
                match
                for matcher in (_ACCORDING_TO, _REPORTED_BY)
                for match in matcher.finditer(self._classes, first, count.first)
                if self._reaches(match, count)
            ]
            told = max(before, key=lambda match: match.first, default=None)
        return self._resolved(*told.spans["source"]) if told else None

    def _behind(self, count: Count) -> Match | None:
        """The source that the sentence of a count ends with: «… حسب وزارة الصحة»."""
        _, end = self._sentences.span(self._sentences.number(count.anchor))
        return _ACCORDING_TO.search(self._classes, count.end, end)

    def _reaches(self, match: Match, count: Count) -> bool:
        """Whether a source before a count states it: not where it claims one or another clause tells it."""
        if _CLAIM.search(self._classes, match.end, min(match.end + _CLAIM_REACH, count.first)):
            return False
        return self._kinds_between(self._clauses.number(match.first), count).isdisjoint(("relative", "beside"))

    def _resolved(self, first: int, end: int) -> str | None:
        """A source as written; المصدر ذاته is who spoke last before."""
        if not _SAME.match(self._classes, first, end):
            return self._written(first, end)
        start = self._document.start(first)
        before = [quote for quote in self._quotes if quote.end <= start and getattr(quote, "speaker", None)]
        named = self._speaker(before[-1]) if before else self._named_before(start)
        return named or self._written(first, end)

    def _written(self, first: int, end: int, *, of: bool = False) -> str:
        """A source as written, without the ل that وفقا asks for, or that says whose a statement is."""
        _, _, text = self._document.slice(first, end, LEXICON)
        known = "LI" in LEXICON.features(self._document.classes(LEXICON)[first])
        after_li = first > 0 and (of or self._document.form(first - 1) in ("وفقا", "طبقا", "ووفقا", "وطبقا"))
        if after_li and text.startswith("لل"):
            return "ا" + text[1:]
        return text[1:] if after_li and not known and text.startswith("ل") else text


def _cue(quote: Fact) -> frozenset[str]:
    """The classes of the word that introduces a quote, if any does."""
    words = (getattr(quote, "cue", None) or "").split()
    return LEXICON.analyse(fold(words[0]))[1] if words else frozenset()
