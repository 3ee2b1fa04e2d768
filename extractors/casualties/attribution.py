"""Who states a count: the speaker of the quotation it stands in, else a source told in its sentence."""

from __future__ import annotations

from bisect import bisect_right

from ..document import Document
from ..grammar import Matcher, Rule
from .count import Count
from .sentences import Sentences
from .source_rules import ACCORDING_TO, REPORTED_BY, SOURCE_FRAGMENTS, UNNAMED
from .vocabulary import LEXICON

_INTRODUCTION = 300  # characters between a speaker and what he says, at most
_DEEPEST = 20  # quotes that may stand within one another
_ACCORDING_TO = Matcher(LEXICON, [Rule("according", ACCORDING_TO)], SOURCE_FRAGMENTS)
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
        told = " ".join(part for part in (role, speaker) if part)
        return self._fuller(told, quote.start) if told else None

    def _fuller(self, speaker: str, start: int) -> str:
        """An unnamed source with its adjectives: مصدر → مصدر أمني مطلع; a statement leads to whose it is."""
        said = self._document.text.rfind(speaker, max(0, start - _INTRODUCTION), start)
        if " " in speaker or said < 0:
            return speaker
        first = self._document.token_at(said)
        found = _UNNAMED.match(self._document.classes(LEXICON), first)
        return self._written(*found.spans["source"], of=True) if found else speaker

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
