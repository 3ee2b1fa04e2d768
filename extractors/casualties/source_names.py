"""How a source reads: the words that name it, told apart from what it says."""

from __future__ import annotations

from ..article import Fact
from ..document import Document
from ..evidence import standing
from ..grammar import Matcher, Rule, compile_pattern
from ..structure import speaker
from ..structure.arguments import Told
from ..structure.lexicon import one
from ..structure.namings import Namings
from ..structure.reading import Reading
from .source_rules import APART, AT_PLACE, CLOSES, FURNISHED, MORE, NAME_ENDS, PLACED, SOURCE_FRAGMENTS, UNNAMED
from .vocabulary import LEXICON

INTRODUCTION = 300  # characters between a speaker and what he says, at most
_LONGEST = 25  # tokens in which the name of a source ends
_NAMES = frozenset({"person", "body", "source"})  # kinds of speakers that are read to their end
_MORE = Matcher(LEXICON, [Rule("more", MORE)])
_APART = compile_pattern(LEXICON, APART)
_AT_PLACE = compile_pattern(LEXICON, AT_PLACE)
_SITE, _NAME = compile_pattern(LEXICON, "<SITE&NOAL>"), compile_pattern(LEXICON, "<PLACE|WORD|DEF|NISBA|DEF_NISBA>")
_CLOSES = compile_pattern(LEXICON, CLOSES)
_NAME_ENDS = compile_pattern(LEXICON, NAME_ENDS)
_PLACED = compile_pattern(LEXICON, PLACED, SOURCE_FRAGMENTS)
_UNNAMED = Matcher(LEXICON, [Rule("unnamed", UNNAMED)], SOURCE_FRAGMENTS)
_FURNISHED = Matcher(LEXICON, [Rule("furnished", FURNISHED)], SOURCE_FRAGMENTS)
_OFFICE = one("OFFICE&NOAL")
_OWNERS = frozenset({"وفقا", "طبقا", "ووفقا", "وطبقا"})  # what asks for ل before a source


class SourceNames:
    """The names of the sources of a document as written."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._reading = document.layer(Reading)
        self._classes = document.classes(LEXICON)

    def read(self, first: int, end: int) -> str:
        """The source that begins at token `first`: as far as who it is goes, else to `end`."""
        while first > 0 and _OFFICE.match(self._reading.classes, first - 1):  # وزير | الصحة: …
            first -= 1
        told = speaker.source(self._reading, first, min(len(self._document), first + _LONGEST))
        if told is None or told[1] != first or told[0].kind not in _NAMES:
            return self.written(first, end)
        last = speaker.dependence_after(self._reading, self._with_place(told[2], end))
        if _CLOSES.match(self._classes, end) and "#" not in self._document.text[slice(*self._offsets(first, end))]:
            last = max(last, end)
        ends = _NAME_ENDS.search(self._classes, first + 1, last)
        return self.written(first, ends.start() if ends else last)

    def _offsets(self, first: int, end: int) -> tuple[int, int]:
        return self._document.start(first), self._document.end(end - 1)

    def _with_place(self, last: int, end: int) -> int:
        """Where a name ends with the place it goes on with: مديرية الصحة | بمدينة كذا; السلطات المحلية لإقليم | كذا."""
        if _AT_PLACE.match(self._classes, last):
            last = max(last, end)
        return last + 1 if _SITE.match(self._classes, last - 1) and _NAME.match(self._classes, last) else last

    def told(self, told: Told) -> str:
        """Who says something, as written."""
        return self.written(told[1], self._placed(speaker.dependence_after(self._reading, told[2])))

    def _placed(self, end: int) -> int:
        """Where the place ends that is told behind a source which ends at a token; that token where none is."""
        placed = _PLACED.match(self._classes, end)
        return placed.end() if placed else end

    def written(self, first: int, end: int, *, of: bool = False) -> str:
        """A source as written, without the ل that وفقا asks for, or that says whose a statement is."""
        _, _, text = self._document.slice(first, end, LEXICON)
        known = "LI" in LEXICON.features(self._classes[first])
        after_li = first > 0 and (of or self._document.form(first - 1) in _OWNERS)
        if after_li and text.startswith("لل"):
            return "ا" + text[1:]
        return text[1:] if after_li and not known and text.startswith("ل") else text

    def of_quote(self, quote: Fact) -> str | None:
        """Role and name of who is quoted, or the name alone, as the quote names him."""
        named = self._document.layer(Namings).of(quote.start, quote.end)
        told = quote if named is None else named
        name, role = getattr(told, "speaker", None) or getattr(told, "name", None), getattr(told, "role", None)
        parts = [part for part in (role, name) if part]
        return standing(self._fuller(parts, quote), parts[-1]) if parts else None

    def _fuller(self, parts: list[str], quote: Fact) -> str:
        """An unnamed source with its adjectives: مصدر → مصدر أمني مطلع; a statement leads to whose it is."""
        if len(parts) > 1 or " " in parts[0]:
            return self._as_written(parts, quote)
        said = self._last_before(parts[0], quote.start)
        if said < 0:
            said = self._document.text.find(parts[0], quote.end, quote.end + INTRODUCTION)
        if said < 0:
            return parts[0]
        end = self._document.token_at(said + len(parts[0]) - 1) + 1
        found = _FURNISHED.match(self._classes, end) or _UNNAMED.match(self._classes, self._document.token_at(said))
        return self.written(*found.spans["source"], of=True) if found else parts[0]

    def _last_before(self, word: str, start: int) -> int:
        """Where a word stands last before an offset, by itself: of المصدر ذاته no مصدر; -1 where it does not."""
        text, first = self._document.text, max(0, start - INTRODUCTION)
        said = text.rfind(word, first, start)
        while said > 1 and text[said - 2 : said] == "ال":
            said = text.rfind(word, first, said)
        return said

    def _as_written(self, parts: list[str], quote: Fact) -> str:
        """Role and name with what stands between and behind them before what is said: الشيخ; البريطانية; من الشرطة."""
        text, start = self._document.text, quote.start
        said = text.rfind(parts[0], max(0, start - INTRODUCTION), start)
        last = text.find(parts[-1], said, start) if said >= 0 else -1
        if last < 0:
            return self._behind(parts, quote.end)
        role_end = self._document.token_at(said + len(parts[0]) - 1) + 1
        apart = len(parts) > 1 and not _APART.fullmatch(self._classes, role_end, self._document.token_at(last))
        end = self._document.token_at(last + len(parts[-1]) - 1) + 1
        depends = speaker.dependence_after(self._reading, end)
        if len(parts) == 1:
            depends = self._placed(depends)
        if not apart and end < depends <= self._document.token_at(start):
            return text[said : self._document.end(depends - 1)]
        more = _MORE.match(self._classes, end)
        if apart or not more or more.end > self._document.token_at(start):  # what is said is no part of the name
            return " ".join(parts)
        return text[said : max(last + len(parts[-1]), self._document.end(more.end - 1))]

    def _behind(self, parts: list[str], start: int) -> str:
        """Role and name as they stand behind what was said, with the place that is told behind them."""
        said = self._document.text.find(parts[0], start, start + INTRODUCTION) if len(parts) == 1 else -1
        if said < 0:
            return " ".join(parts)
        end = self._document.token_at(said + len(parts[0]) - 1) + 1
        return self._document.text[said : self._document.end(self._placed(end) - 1)]
