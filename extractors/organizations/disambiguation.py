"""Names that can mean something else (النصر, الحياة, القاعدة): whether the words around one speak of such a body."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..gazetteer import Found
from ..grammar import compile_pattern
from ..text.lexicon import Lexicon
from .entries import Entries, Entry
from .fact import Category

_SPORTS_PAGE = 0.015  # the share of its tokens that speak of sports in an article about sports
_SPORTS_NEAR = 30  # tokens to either side of a club in an article about more, and how many must speak of sports
_LEAST_SPORTS = 4
_CLUBS_APART = 5  # tokens between two clubs named together
_REACH = {"armed_group": 10, "party": 8}  # tokens to either side that are looked at for cues
_LEAST = {"armed_group": 1, "party": 2}  # how many must be

# Never a name: after a person's name or another definite noun (المستطيل الأخضر), before an adjective (الاتفاق المبدئي).
_AFTER_NOUN = "<PERSON&NOPREP|BIN|AL&NOWA>"
_BEFORE_ADJECTIVE = "<AL&ADJ&NOWA&NOPREP|AL&NISBA&NOWA&NOPREP|PERSON>"
# Set off, as in datelines and where things are named: (الراية), الدوحة - الراية:
_OPENING, _CLOSING = "<BREAK|DASH|LPAREN|SLASH|NUMERIC_DATE>", "<DASH|COLON|RPAREN|SLASH|BREAK>"
# A town that heads an article: بغداد - أكرم زين
_DATELINE = "(?<!<^BREAK>)<PLACE><DASH|SLASH|COLON><PERSON|WORD|BREAK>"
_OPENING_QUOTE, _CLOSING_QUOTE = "<OPEN|QUOTE>", "<CLOSE|QUOTE>"
# ذكرت الحياة, نقلا عن الحياة
_MEDIA = "<CUE_MEDIA><STOP>?"
_NOT_CLUB = "<NOT_CLUB>"
_COMPANY = "<CUE_COMPANY>"
_CLUB = "<BESIDE_CLUB|CUE_SPORTS>.?"


class Sighting(NamedTuple):
    """An ambiguous name in a document and one of the organizations it can mean."""

    found: Found[Entries]
    entry: Entry


class Resolver:
    """Patterns over the class strings of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        def compiled(pattern: str) -> re.Pattern[str]:
            return compile_pattern(lexicon, pattern)

        self.after_noun = compiled(_AFTER_NOUN)
        self.no_article = compiled("<NOAL>")
        self.nation = compiled("<NAT&AL&NOWA&NOPREP>")
        self.before_adjective = compiled(_BEFORE_ADJECTIVE)
        self.opening, self.closing = compiled(_OPENING), compiled(_CLOSING)
        self.opening_quote, self.closing_quote = compiled(_OPENING_QUOTE), compiled(_CLOSING_QUOTE)
        self.media, self.company, self.club = compiled(_MEDIA), compiled(_COMPANY), compiled(_CLUB)
        self.not_club, self.cup = compiled(_NOT_CLUB), compiled("<CUP>.*")
        self.place = compiled("<PLACE>")
        self.dateline = compiled(_DATELINE)
        self.with_ = compiled("<WITH>")
        self.for_ = compiled("<LI|FOR>")
        self.that = compiled("<COMMA>?<THAT&NOWA>")
        self.cues = {c: compiled(f"<CUE_{c.upper()}>") for c in ("sports", "armed_group", "party", "media", "told")}
        self.cues["press"] = compiled("<CUE_PRESS|SOURCES>")

    def resolve(self, known: list[Found[Entries]], classes: str) -> Iterator[Sighting]:
        """The sightings that stand for a body."""
        unsure = [found for found in known if found.value[0].ambiguous]
        if not unsure:
            return
        page = _Page(self, known, classes)
        clubs: list[Sighting] = []
        for found in unsure:
            if page.excludes(found):
                continue
            for entry in found.value:
                if entry.category == "sports" and not page.no_club(found):
                    clubs.append(Sighting(found, entry))
                elif page.accepts(found, entry):
                    yield Sighting(found, entry)
                    break
        yield from page.clubs([sighting for sighting in clubs if page.about_sports(sighting.found)])


class _Page:
    """What one document says around its names."""

    def __init__(self, resolver: Resolver, known: Iterable[Found[Entries]], classes: str) -> None:
        self._resolver = resolver
        self._classes = classes
        self._positions: dict[str, list[int]] = {}
        self._ends = {found.end: found for found in known}
        self._sure = {entry.name for found in known for entry in found.value if not entry.ambiguous}
        self._clubs = [f.first for f in known if not f.value[0].ambiguous and f.value[0].category == "sports"]

    def about_sports(self, found: Found[Entries]) -> bool:
        """Whether enough words speak of sports, in all of the article or around a name."""
        cues = self._cues("sports")
        near = bisect_left(cues, found.end + _SPORTS_NEAR) - bisect_left(cues, found.first - _SPORTS_NEAR)
        everywhere = len(cues) >= max(_LEAST_SPORTS, _SPORTS_PAGE * len(self._classes))
        return everywhere or near >= _LEAST_SPORTS

    def excludes(self, found: Found[Entries]) -> bool:
        """Whether the word before or after rules a name out."""
        resolver, classes = self._resolver, self._classes
        if found.end - found.first > 1:
            return False
        if resolver.dateline.match(classes, found.first):
            return True
        listener = resolver.for_.match(classes, found.first)  # قال المدير للحياة
        before = bool(found.first and not listener and resolver.after_noun.match(classes, found.first - 1))
        after = bool(resolver.before_adjective.match(classes, found.end))
        return before or (after and not self._of_nation(found))

    def _of_nation(self, found: Found[Entries]) -> bool:
        """Whether a name without ال has a nationality: ليون الفرنسي."""
        resolver, classes = self._resolver, self._classes
        return bool(resolver.no_article.match(classes, found.first) and resolver.nation.match(classes, found.end))

    def accepts(self, found: Found[Entries], entry: Entry) -> bool:
        """Whether a name that is no club's stands for a body."""
        previous = self._ends.get(found.first)
        if previous is not None and any(other.name == entry.name for other in previous.value):
            return True  # وكالة الأنباء القطرية قنا
        match entry.category:
            case "media":
                return not self.no_club(found) and (self._set_off(found) or self._told(found))
            case "company":
                return self._quoted(found) or bool(self._before(self._resolver.company, found, 1))
            case "armed_group" | "party":
                least = 1 if self._quoted(found) else _LEAST[entry.category]
                beside = self._before(self._resolver.cues[entry.category], found, 1)  # مرشح الإخوان
                return beside or entry.name in self._sure or self._near(entry.category, found) >= least
            case "government" | "military":
                return self._quoted(found)
            case _:
                return entry.name in self._sure

    def clubs(self, sightings: list[Sighting]) -> Iterator[Sighting]:
        """The clubs: those beside a word of sports or another club, and then all that bear the same names."""
        firsts = sorted({*self._clubs, *(s.found.first for s in sightings)})
        certain: set[str] = set(self._sure)
        for sighting in sightings:
            first, end, *_ = sighting.found
            neighbours = bisect_right(firsts, end + _CLUBS_APART) - bisect_left(firsts, first - _CLUBS_APART)
            beside = self._before(self._resolver.club, sighting.found, 2) or self._of_nation(sighting.found)
            beside = beside or self._quoted(sighting.found)
            if neighbours > 1 or beside:
                certain.add(sighting.entry.name)
        return (sighting for sighting in sightings if sighting.entry.name in certain)

    def _cues(self, category: str) -> list[int]:
        if category not in self._positions:
            pattern = self._resolver.cues[category]
            self._positions[category] = [match.start() for match in pattern.finditer(self._classes)]
        return self._positions[category]

    def _near(self, category: Category, found: Found[Entries]) -> int:
        """How many cues stand near a name."""
        reach, cues = _REACH[category], self._cues(category)
        inside = bisect_left(cues, found.end) - bisect_left(cues, found.first)
        return bisect_left(cues, found.end + reach) - bisect_left(cues, found.first - reach) - inside

    def _before(self, pattern: re.Pattern[str], found: Found[Entries], reach: int) -> bool:
        """Whether the pattern holds of one token before, or of as many as `reach`."""
        return any(
            pattern.fullmatch(self._classes, found.first - length, found.first)
            for length in range(1, min(reach, found.first) + 1)
        )

    def _told(self, found: Found[Entries]) -> bool:
        """ذكرت الحياة; في تصريح للحياة; مقابلة مع الحياة; لـ«الحياة»."""
        resolver, classes, first = self._resolver, self._classes, found.first
        if self._before(resolver.media, found, 2):
            return True
        if self._quoted(found):
            told = bool(first > 1 and resolver.for_.match(classes, first - 2)) or self._within("media", first, 5)
            # «الشرق الأوسط» is the newspaper; مصادر "الوطن"
            return told or found.end - first > 1 or self._within("press", first, 3)
        listener = resolver.for_.match(classes, first) or (first and resolver.with_.match(classes, first - 1))
        if not listener:
            return False
        if resolver.that.match(classes, found.end):  # للميادين إن
            return self._within("told", first, 12)
        alone = not self._is_place(first) and not resolver.after_noun.match(classes, first - 1)
        return alone and self._within("told", first, 4)

    def _within(self, category: str, first: int, reach: int) -> bool:
        """Whether a cue stands at most `reach` tokens before."""
        cues = self._cues(category)
        return bisect_left(cues, first) > bisect_left(cues, first - reach)

    def _is_place(self, token: int) -> bool:
        return bool(self._resolver.place.match(self._classes, token))

    def no_club(self, found: Found[Entries]) -> bool:
        """Whether the words before speak of a place or a prize: كأس الإمارات, في قطر, كأس آسيا للشباب."""
        resolver = self._resolver
        young = resolver.for_.match(self._classes, found.first) and self._before(resolver.cup, found, 3)
        return bool(young) or self._before(resolver.not_club, found, 1)

    def _quoted(self, found: Found[Entries]) -> bool:
        resolver, classes = self._resolver, self._classes
        return bool(
            found.first
            and resolver.opening_quote.match(classes, found.first - 1)
            and resolver.closing_quote.match(classes, found.end)
        )

    def _set_off(self, found: Found[Entries]) -> bool:
        """By itself between signs or at the head of a line; a place is so in every dateline."""
        resolver, classes = self._resolver, self._classes
        return (
            not self._is_place(found.first)
            and (not found.first or bool(resolver.opening.match(classes, found.first - 1)))
            and bool(resolver.closing.match(classes, found.end))
        )
