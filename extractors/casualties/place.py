"""Where a count happened: the place told for it in its sentence, else that of the scene."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..article import Fact
from ..document import Document
from ..grammar import Matcher, Rule, compile_pattern
from .count import Count
from .fact import Location, Scope
from .place_rules import (
    DATELINE,
    ELSEWHERE,
    GENERIC,
    HEAD_OF_PLACE,
    HEADING,
    JOINT,
    LISTED_PLACE,
    NAME_BEFORE,
    NOWHERE,
    ORIGIN,
    PLACE,
    PLACE_FRAGMENTS,
    SAME,
    TAKEN,
    UNNAMED_SITE,
)
from .sentences import Sentences
from .vocabulary import LEXICON

_PLACE = Matcher(LEXICON, [Rule("place", PLACE)], PLACE_FRAGMENTS)
_HEADING = Matcher(LEXICON, [Rule("heading", HEADING)], PLACE_FRAGMENTS)
_ELSEWHERE = compile_pattern(LEXICON, ELSEWHERE)
_ORIGIN = compile_pattern(LEXICON, ORIGIN)
_TAKEN = compile_pattern(LEXICON, TAKEN)
_GENERIC = compile_pattern(LEXICON, GENERIC)
_JOINT = compile_pattern(LEXICON, JOINT)
_DATELINE = compile_pattern(LEXICON, DATELINE)
_HEAD = compile_pattern(LEXICON, HEAD_OF_PLACE)
_LISTED = Matcher(LEXICON, [Rule("listed", LISTED_PLACE, "الوفيات: 7، الإصابات: 31، المفقودون: 2")])
_NAME_BEFORE = compile_pattern(LEXICON, NAME_BEFORE)
_NOWHERE = compile_pattern(LEXICON, NOWHERE)
_NUMBER = compile_pattern(LEXICON, "<QUANTITY>")
_NOT_A_NAME = re.compile(r"(?:ات|ين|ون|ته|ها|هم|وا)$")
_AHEAD = 12  # tokens by which a place behind a count is nearer than one before it
_NEAR = 3  # tokens before a phrase in which another number has it for its place
_SCENES = 3  # sentences that a scene holds on for
_LEAD = 2  # first sentences: a headline, and a lead that tells its place more narrowly
_BROAD = frozenset({"country", "region", "area", "district"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of place in tokens first … end - 1, from offset `start` on: its head, what else it says, and the first
    place named in its head, where one is known; `source` is true behind من.
    """

    first: int
    end: int
    start: int
    named: Fact | None
    source: bool = False


class Places:
    """The phrases of place in a document, and which is that of a count."""

    def __init__(
        self, document: Document, sentences: Sentences, introductions: set[int], counts: Sequence[Count]
    ) -> None:
        self._document = document
        self._classes = document.classes(LEXICON)
        self._sentences = sentences
        self._dates = {token for fact in document.facts.get("dates", []) for token in _tokens(document, fact)}
        places = document.facts.get("places", [])
        self._facts = [fact for fact in places if document.token_at(fact.start) not in self._dates]
        self._starts = {document.token_at(fact.start): fact for fact in self._facts}
        self._counts = sorted(counts, key=lambda count: count.anchor)
        self._relations = {count.anchor: count.relation for count in self._counts}
        self._by_sentence: dict[int, list[Phrase]] = {}
        self._of_sources: dict[int, list[Phrase]] = {}
        for phrase in self._joined(sorted(self._phrases(), key=lambda phrase: phrase.first)):
            by_sentence = self._of_sources if phrase.first in introductions else self._by_sentence
            by_sentence.setdefault(sentences.number(phrase.first), []).append(phrase)
        self._numbers = sorted(self._by_sentence)

    def of(self, count: Count, scope: Scope) -> tuple[str | None, Location | None]:
        """The place of a count as written, and resolved; None where none is told."""
        number = self._sentences.number(count.anchor)
        phrase = self._told(count, number)
        if phrase is None and (count.type == "infected" or scope == "period"):
            phrase = next(iter(self._of_sources.get(number, [])), None)
        if phrase is None and scope == "incident":
            phrase = self._scene(number)
        if phrase is None:
            return None, None
        narrow = scope == "incident" and count.type != "infected"
        named = self._narrowed(phrase, number) if narrow else phrase.named
        return self._document.excerpt(phrase.start, self._document.end(phrase.end - 1)), self._location(phrase, named)

    def _phrases(self) -> Iterator[Phrase]:
        """The phrases that patterns find, and the named places that stand in none of them."""
        covered: set[int] = set()
        for pattern in (_PLACE, _HEADING):
            for found in pattern.finditer(self._classes):
                first, end = self._trimmed(*found.spans["place"])
                if first < end and covered.isdisjoint((first,)) and not self._is_excluded(first, end):
                    covered.update(range(first, end))
                    yield self._phrase(first, end)
        for count in self._counts:
            listed = self._listed(count) if count.type == "infected" or count.name == "by_place" else None
            if listed and listed.first not in covered:
                covered.update(range(listed.first, listed.end))
                yield listed
        for first, fact in self._starts.items():
            end = self._document.token_at(fact.end - 1) + 1
            if first not in covered and self._is_scene(fact, first, end):
                yield self._phrase(first, end)

    def _listed(self, count: Count) -> Phrase | None:
        """The place behind a number of a list, whether known or not: 68 بميدلت."""
        found = _LISTED.match(self._classes, count.end)
        if not found:
            return None
        first, end = found.spans["place"]
        attached = first == count.end  # ب, which no lexicon may know to be apart from the name
        if attached and not self._document.form(first).startswith("ب"):
            return None
        return Phrase(first, end, self._document.start(first) + attached, self._starts.get(first))

    def _phrase(self, first: int, end: int) -> Phrase:
        fact = self._starts.get(first)
        start = fact.start if fact else self._document.word_start(first, LEXICON)
        source = first > 0 and "FROM" in LEXICON.features(self._classes[first - 1])
        return Phrase(first, end, start, self._named(first, end), source)

    def _trimmed(self, first: int, end: int) -> tuple[int, int]:
        """A phrase from what has a name on, «منازل المدنيين في قرية كذا» is the village, to the end of that name."""
        found = _GENERIC.match(self._classes, first, end)
        if found:
            first = found.end()
        elif "WORD" in LEXICON.features(self._classes[first]) and _NOT_A_NAME.search(self._document.form(first)):
            first = next((token for token in range(first + 1, end) if token in self._starts), first)
        named = [token for token in range(first, end) if token in self._starts]
        if named:
            end = max(self._document.token_at(self._starts[named[-1]].end - 1) + 1, named[-1] + 1)
        return first, end

    def _joined(self, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
        """Phrases with what says more of the same place: قرية كذا قرب كذا، جنوب كذا; of two that are told the first."""
        whole: Phrase | None = None
        for phrase in phrases:
            joint = (
                whole is not None
                and phrase.first >= whole.end
                and _JOINT.fullmatch(self._classes, whole.end, phrase.first + 1)
            )
            if whole is not None and (joint or phrase.first < whole.end):
                whole = replace(whole, end=max(whole.end, phrase.end))
                continue
            if whole is not None:
                yield whole
            whole = phrase
        if whole is not None:
            yield whole

    def _is_joint(self, one: Phrase, other: Phrase) -> bool:
        if other.first < one.end:
            return True
        return _JOINT.fullmatch(self._classes, one.end, other.first + 1) is not None

    def _is_excluded(self, first: int, end: int) -> bool:
        """Whether a place tells where somebody is from or was taken, or where a report was written; or is a month."""
        if first in self._dates or _DATELINE.match(self._classes, end) or _NOWHERE.fullmatch(self._classes, first, end):
            return True
        before = self._classes[max(0, first - 8) : first]
        return _ORIGIN.search(before) is not None or _TAKEN.search(before) is not None

    def _is_scene(self, fact: Fact, first: int, end: int) -> bool:
        """Whether a named place without a preposition may be a scene: no country, which acts."""
        if self._is_excluded(first, end):
            return False
        return getattr(fact, "kind", "") != "country" or bool(LEXICON.features(self._classes[first]) & {"BI", "LI"})

    def _named(self, first: int, end: int) -> Fact | None:
        """The place named in the head of a phrase; behind a site without a name the next one."""
        head = _HEAD.match(self._classes, first, end)
        stop = head.end() if head else end
        found = next((self._starts[token] for token in range(first, stop) if token in self._starts), None)
        if found is None and (stop - first == 1 or "ROAD" in LEXICON.features(self._classes[first])):
            found = next((self._starts[token] for token in range(first, end) if token in self._starts), None)
        return found

    def _told(self, count: Count, number: int) -> Phrase | None:
        """The nearest phrase in the sentence of a count, unless another clause begins between them."""
        apart = [(self._distance(phrase, count), phrase.first, phrase) for phrase in self._by_sentence.get(number, [])]
        return min(((d, f, phrase) for d, f, phrase in apart if d is not None), default=(0, 0, None))[2]

    def _distance(self, phrase: Phrase, count: Count) -> int | None:
        """Tokens between a phrase and a count; None where the phrase is not its place."""
        listed = self._number_of(phrase)
        if listed == count.anchor:
            return -_AHEAD
        if listed is not None or (phrase.source and count.type not in _FROM_WHERE):
            return None
        if phrase.first >= count.end:
            if _ELSEWHERE.search(self._classes, count.end, phrase.first) or self._is_of_another(phrase, count):
                return None
            return phrase.first - count.end - _AHEAD
        if phrase.end <= count.first:
            return count.first - phrase.end
        return 0

    def _number_of(self, phrase: Phrase) -> int | None:
        """The count of a list that follows the name of its place, known to its end or not: وجدة- أنجاد بـ10 حالات."""
        name = _NAME_BEFORE.match(self._classes, phrase.end)
        return name.end() - 1 if name and name.end() - 1 in self._relations else None

    def _is_of_another(self, phrase: Phrase, count: Count) -> bool:
        """Whether a number stands between a count and a phrase that has it for its own place: 7 وفيات، 5 منها بفاس.

        What is told beside the count shares its place: 18 جنديا و11 مدنيا في بعقوبة.
        """
        start = max(count.end, phrase.first - _NEAR)
        number = _NUMBER.search(self._classes, start, phrase.first) if start < phrase.first else None
        return number is not None and self._relations.get(number.start()) != "also"

    def _scene(self, number: int) -> Phrase | None:
        """The last phrase of the sentences before; of a headline the first in its lead."""
        place = bisect_left(self._numbers, number)
        if place and number - self._numbers[place - 1] <= _SCENES:
            return self._by_sentence[self._numbers[place - 1]][-1]
        if number < _LEAD and place < len(self._numbers) and self._numbers[place] <= number + _LEAD:
            return self._by_sentence[self._numbers[place]][0]
        return None

    def _narrowed(self, phrase: Phrase, number: int) -> Fact | None:
        """The place named in a phrase, or a narrower one inside it where a headline leaves that to the lead."""
        broad = phrase.named
        if broad is None or number > _LEAD or getattr(broad, "kind", None) not in _BROAD:
            return broad
        stop = self._document.end(self._sentences.span(min(number + _LEAD, self._sentences.last))[1] - 1)
        inside = (fact for fact in self._facts if broad.end <= fact.start < stop and _lies_in(fact, broad))
        return next(inside, broad)

    def _location(self, phrase: Phrase, named: Fact | None) -> Location | None:
        """What is named in a phrase, or what it stands for; a place that nobody knows has its name only."""
        if named is None:
            named = self._antecedent(phrase)
        if named is not None:
            fields: dict[str, Any] = {field: getattr(named, field, None) for field in Location.__struct_fields__}
            return Location(**fields)
        head = _HEAD.match(self._classes, phrase.first, phrase.end)
        first, end = phrase.first, head.end() if head else phrase.end
        while first < end and "SITE" in LEXICON.features(self._classes[first]):
            first += 1
        if first == end or self._is_no_name(first):
            return None
        start = phrase.start if first == phrase.first else self._document.start(first)
        return Location(name=self._document.text[start : self._document.end(end - 1)])

    def _is_no_name(self, token: int) -> bool:
        """Whether a word behind a site only describes it: سوق شعبي, البلدة القديمة, but not حي الصناعية."""
        form, before = self._document.form(token), self._classes[token - 1] if token else ""
        definite = bool(before) and {"SITE", "AL"} <= LEXICON.features(before)
        return form in SAME or form in UNNAMED_SITE or (definite and form.removeprefix("ال") in UNNAMED_SITE)

    def _antecedent(self, phrase: Phrase) -> Fact | None:
        """What المدينة, القطاع, البلاد stand for: the last such place before."""
        kinds = LEXICON.features(self._classes[phrase.first]) & _ANAPHORS.keys()
        if not kinds or any(self._document.form(token) not in SAME for token in range(phrase.first + 1, phrase.end)):
            return None
        wanted = frozenset().union(*(_ANAPHORS[kind] for kind in kinds))
        start = self._document.start(phrase.first)
        before = [fact for fact in self._facts if fact.end <= start and getattr(fact, "kind", None) in wanted]
        return before[-1] if before else None


_FROM_WHERE = frozenset({"displaced", "detained", "abducted"})
_ANAPHORS: dict[str, frozenset[str]] = {
    "THE_TOWN": frozenset({"town"}),
    "THE_REGION": frozenset({"region"}),
    "THE_STRIP": frozenset({"region", "area"}),
    "THE_COUNTRY": frozenset({"country"}),
    "THE_CAMP": frozenset({"camp"}),
    "THE_QUARTER": frozenset({"quarter"}),
}


def _lies_in(fact: Fact, broad: Fact) -> bool:
    if getattr(fact, "kind", None) in _BROAD:
        return False
    of = "country" if getattr(broad, "kind", None) == "country" else "region"
    return getattr(fact, of, None) is not None and getattr(fact, of, None) == getattr(broad, of, None)


def _tokens(document: Document, fact: Fact) -> range:
    return range(document.token_at(fact.start), document.token_at(fact.end - 1) + 1)
