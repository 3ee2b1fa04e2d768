"""Who states a count: the speaker of the quotation it stands in, else a source told in its sentence."""

from __future__ import annotations

from bisect import bisect_right

from ..document import Document
from ..evidence import standing
from ..grammar import Matcher, Rule, compile_pattern
from .count import Count
from .sentences import Sentences
from .source_rules import ACCORDING_TO, APART, MORE, REPORTED_BY, SOURCE_FRAGMENTS, UNNAMED
from .vocabulary import LEXICON

_INTRODUCTION = 300  # characters between a speaker and what he says, at most
_DEEPEST = 20  # quotes that may stand within one another
_ACCORDING_TO = Matcher(LEXICON, [Rule("according", ACCORDING_TO)], SOURCE_FRAGMENTS)
_MORE = Matcher(LEXICON, [Rule("more", MORE)])
_APART = compile_pattern(LEXICON, APART)
_UNNAMED = Matcher(LEXICON, [Rule("unnamed", UNNAMED)], SOURCE_FRAGMENTS)
_REPORTED_BY = Matcher(LEXICON, [Rule("reported", REPORTED_BY)], SOURCE_FRAGMENTS)


class Sources:
    """The sources of the counts of a document."""

    def __init__(self, document: Document, sentences: Sentences) -> None:
        self._document = document
        self._sentences = sentences

    def of(self, count: Count, start: int, end: int) -> str | None:
        """The source of a count at offsets start … end - 1, as written; None where the article itself states it."""
        return self._speaker(start, end) or self._beside(count)

    def _speaker(self, start: int, end: int) -> str | None:
        """Role and name, or the name alone, of the innermost quote around a span; None where nobody is quoted."""
        quotes = self._document.facts.get("quotes", [])
        begun = bisect_right(quotes, start, key=lambda quote: quote.start)
        around = [quote for quote in quotes[max(0, begun - _DEEPEST) : begun] if end <= quote.end]
        if not around:
            return None
        quote = min(around, key=lambda quote: quote.end - quote.start)
        speaker, role = getattr(quote, "speaker", None), getattr(quote, "role", None)
        parts = [part for part in (role, speaker) if part]
        return standing(self._fuller(parts, quote.start), parts[-1]) if parts else None

    def _fuller(self, parts: list[str], start: int) -> str:
        """An unnamed source with its adjectives: مصدر → مصدر أمني مطلع; a statement leads to whose it is."""
        if len(parts) > 1 or " " in parts[0]:
            return self._as_written(parts, start)
        said = self._document.text.rfind(parts[0], max(0, start - _INTRODUCTION), start)
        found = _UNNAMED.match(self._document.classes(LEXICON), self._document.token_at(said)) if said >= 0 else None
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
        if apart or not more:
            return " ".join(parts)
        return text[said : max(last + len(parts[-1]), self._document.end(more.end - 1))]

    def _beside(self, count: Count) -> str | None:
        """The source named behind a count or before it: «… بحسب المصدر», «وثقت الشبكة مقتل …»."""
        classes = self._document.classes(LEXICON)
        first, end = self._sentences.span(self._sentences.number(count.anchor))
        behind = _ACCORDING_TO.search(classes, count.end, end)
        if behind is None and count.first > first:
            told = [
                *_ACCORDING_TO.finditer(classes, first, count.first),
                *_REPORTED_BY.finditer(classes, first, count.first),
            ]
            behind = max(told, key=lambda match: match.first, default=None)
        return self._written(*behind.spans["source"]) if behind else None

    def _written(self, first: int, end: int, *, of: bool = False) -> str:
        """A source as written, without the ل that وفقا asks for, or that says whose a statement is."""
        _, _, text = self._document.slice(first, end, LEXICON)
        known = "LI" in LEXICON.features(self._document.classes(LEXICON)[first])
        after_li = first > 0 and (of or self._document.form(first - 1) in ("وفقا", "طبقا", "ووفقا", "وطبقا"))
        if after_li and text.startswith("لل"):
            return "ا" + text[1:]
        return text[1:] if after_li and not known and text.startswith("ل") else text
