"""The phrases of place in a text: قرية كذا قرب كذا, with the first place that is named in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ..article import Fact
from ..document import Document
from ..engine.sre import lazy
from ..grammar import Matcher, Rule, compile_pattern
from ..structure.clauses import Clauses
from ..text.folding import fold
from ..text.wordlists import words_of
from .count import Count
from .place_rules import (
    BEHIND_LINE_HEAD,
    FLED_FROM,
    GENERIC,
    HEAD_OF_PLACE,
    HEADING,
    HOMOGRAPHS,
    JOINT,
    LEVEL,
    LIES_IN,
    LINE_HEAD,
    LISTED_PLACE,
    NEXT_LISTED,
    NO_SCENE,
    NOWHERE,
    ORIGIN,
    OUT_OF,
    PLACE,
    PLACE_FRAGMENTS,
    STRANGE,
    STRUCK,
    TAKEN,
    TOWARDS,
)
from .vocabulary import LEXICON

_PLACE = Matcher(LEXICON, [Rule("place", PLACE)], PLACE_FRAGMENTS)
_HEADING = Matcher(LEXICON, [Rule("heading", HEADING)], PLACE_FRAGMENTS)
_STRANGE = Matcher(LEXICON, [Rule("strange", STRANGE)], PLACE_FRAGMENTS)
_ORIGIN = compile_pattern(LEXICON, ORIGIN)
_TAKEN = compile_pattern(LEXICON, TAKEN)
_TOWARDS = compile_pattern(LEXICON, TOWARDS)
_GENERIC = compile_pattern(LEXICON, GENERIC)
_JOINT = compile_pattern(LEXICON, JOINT)
_NO_SCENE = compile_pattern(LEXICON, NO_SCENE)
_HEAD = compile_pattern(LEXICON, HEAD_OF_PLACE)
_LISTED = Matcher(LEXICON, [Rule("listed", LISTED_PLACE, "الوفيات: 7، الإصابات: 31، المفقودون: 2")])
_NEXT_LISTED = Matcher(LEXICON, [Rule("next_listed", NEXT_LISTED, "وتوزعت على فاس بـ69 حالة، وبولمان بـ16 حالة")])
_LEVEL = compile_pattern(LEXICON, LEVEL)
_LIES_IN = compile_pattern(LEXICON, LIES_IN)
_LINE_HEAD = compile_pattern(LEXICON, LINE_HEAD)
_BEHIND_LINE_HEAD = compile_pattern(LEXICON, BEHIND_LINE_HEAD)
_OUT_OF = compile_pattern(LEXICON, OUT_OF)
_STRUCK = compile_pattern(LEXICON, STRUCK)
_STRIKES = compile_pattern(LEXICON, "<STRIKE|HAPPEN><^STOP|BREAK|COMMA>{0,3}$")
_FLED_FROM = compile_pattern(LEXICON, FLED_FROM)
_NOWHERE = compile_pattern(LEXICON, NOWHERE)
_NOT_A_NAME = lazy(r"(?:ات|ين|ون|ته|ها|هم|وا)$|^م\wا\w\wه$|^ت\w\wي\w$|^ا\w\wا\w$")  # مشاجرة, تفتيش, أعمال
_POSSESSED = lazy(r"(?:ه|ها|هم|هن|نا|هما|ي|ً)$")  # by a pronoun, but not in ة; or an object
_EVERYDAY = frozenset(map(fold, words_of("everyday_words")))
_SHORTEST = 3  # letters of a name that nobody knows
_EXCLUDED_REACH = 12  # tokens before a place in which it is told that somebody only comes from there
_LINE_HEAD_REACH = 5  # tokens from the head of a line to a place that stands there
_GOES_ON_REACH = 5  # tokens between a phrase and one that says where it lies
_FLED_REACH = 2  # tokens behind a count, from where its people fled
_STRUCK_REACH = 8  # tokens before a place back to the verb that has it for its object


class Phrase(Struct, frozen=True):
    """A phrase of place in tokens first … end - 1, from offset `start` on: its head, what else it says, and the first
    place named in its head, where one is known; `source` is true behind من, `directed` where a direction stands in it,
    `heading` of the place at the head of a line.
    """

    first: int
    end: int
    start: int
    named: Fact | None
    source: bool = False
    directed: bool = False
    heading: bool = False


class PlacePhrases:
    """The phrases of place of one document; `facts` are the places named in it, but for names of months."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._classes = document.classes(LEXICON)
        self._clauses = document.layer(Clauses)
        self._dates = {token for fact in document.facts.get("dates", []) for token in _tokens(document, fact)}
        places = document.facts.get("places", [])
        self.facts = [fact for fact in places if document.token_at(fact.start) not in self._dates]
        self._starts = {document.token_at(fact.start): fact for fact in self.facts}

    def find(self, counts: Sequence[Count]) -> Iterator[Phrase]:
        """All phrases in the order of the text; what says more of the same place is part of one."""
        return self._joined(sorted(self._single(counts), key=lambda phrase: phrase.first))

    def _single(self, counts: Sequence[Count]) -> Iterator[Phrase]:
        """The phrases that patterns find, and the named places that stand in none of them."""
        covered: set[int] = set()
        # Where somebody comes from or is brought, and the ends of phrases that tell it.
        excluded = {first for first, fact in self._starts.items() if self._is_excluded(first, self._end(fact))}
        elsewhere = {self._end(self._starts[first]) for first in excluded if self._is_elsewhere(first)}
        for pattern in (_PLACE, _HEADING):
            for found in pattern.finditer(self._classes):
                first, end = self._trimmed(*found.spans["place"])
                if first >= end or first in covered:
                    continue
                covered.update(range(first, end))
                if self._is_elsewhere(first) or self._goes_on(elsewhere, first):
                    elsewhere.add(end)
                elif not self._is_excluded(first, end) and not self._is_only_word(first, end):
                    yield self._phrase(first, end)
        for found in _STRANGE.finditer(self._classes):
            first, end = found.spans["place"]
            if first not in covered and first not in self._starts and self._may_be_name(first):
                covered.update(range(first, end))
                yield self._phrase(first, end)
        for count in counts:
            listed = self._listed(count) if count.type == "infected" or count.name == "by_place" else None
            if listed and listed.first not in covered:
                covered.update(range(listed.first, listed.end))
                yield listed
        if any(count.type == "infected" or count.name == "by_place" for count in counts):
            for phrase in self._next_listed(counts):
                if phrase.first not in covered:
                    covered.update(range(phrase.first, phrase.end))
                    yield phrase
        for first, fact in self._starts.items():
            told = first not in covered and first not in excluded and self._is_scene(fact, first)
            if told and not self._goes_on(elsewhere, first):
                yield self._phrase(first, self._end(fact))
        yield from self._fled_from(counts, covered)

    def _is_only_word(self, first: int, end: int) -> bool:
        """Whether a name that is an everyday word too names no place here: بفأس, اجتاحت السيول."""
        if end - first > 1 or first in self._starts or "PLACE" not in LEXICON.features(self._classes[first]):
            return False
        form = self._document.form(first)
        word = form[1:] if "BI" in LEXICON.features(self._classes[first]) else form
        return word in HOMOGRAPHS

    def _fled_from(self, counts: Sequence[Count], covered: set[int]) -> Iterator[Phrase]:
        """What no gazetteer knows and people have fled from."""
        for count in counts:
            found = _FLED_FROM.search(self._classes, count.anchor, count.end + _FLED_REACH)
            first = found.start() + 1 if found and count.type == "displaced" else 0
            free = first and first not in covered and first not in self._starts
            if found and free and self._may_be_name(first, ending=False):
                yield self._phrase(first, found.end())

    def _may_be_name(self, first: int, *, ending: bool = True) -> bool:
        """Whether a word that no lexicon knows may be the name of a place: no everyday word, nobody's, no month."""
        word = self._document.text[self._document.start(first) : self._document.end(first)]
        form = self._document.form(first)
        possessed = _POSSESSED.search(word if ending else word.removesuffix("ي"))
        if first in self._dates or possessed or len(word) < _SHORTEST:
            return False
        return not _EVERYDAY & {form, form.removeprefix("ال")} and not _NOT_A_NAME.search(form)

    def _next_listed(self, counts: Sequence[Count]) -> Iterator[Phrase]:
        """The names with و before the numbers of a list, whether known or not: وبولمان بـ16 حالة."""
        anchors = {count.anchor for count in counts}
        for found in _NEXT_LISTED.finditer(self._classes):
            first, end = found.spans["place"]
            fact, form = self._starts.get(first), self._document.form(first)
            counted = not anchors.isdisjoint((end, end + 1))
            if counted and form.startswith("و") and (fact or len(form) > _SHORTEST):
                yield Phrase(first, end, fact.start if fact else self._document.start(first) + 1, fact)

    def _listed(self, count: Count) -> Phrase | None:
        """The place behind a number of a list, whether known or not: 68 بميدلت."""
        found = _LISTED.match(self._classes, count.end)
        if not found:
            return None
        first, end = found.spans["place"]
        if not any(letter.isalpha() and letter not in "ب\u0640" for letter in self._document.form(first)):
            return None
        attached = first == count.end  # ب, which no lexicon may know to be apart from the name
        if attached and not self._document.form(first).startswith("ب"):
            return None
        return Phrase(first, end, self._document.start(first) + attached, self._starts.get(first))

    def _phrase(self, first: int, end: int) -> Phrase:
        fact = self._starts.get(first)
        start = fact.start if fact else self._document.word_start(first, LEXICON)
        source = _OUT_OF.search(self._classes, max(0, first - 2), first) is not None
        directed = "DIRECTION" in LEXICON.features(self._classes[first])
        return Phrase(first, end, start, self._named(first, end), source, directed, self._is_heading(first, end))

    def _is_heading(self, first: int, end: int) -> bool:
        """Whether a place stands at the head of a line, set off from what is told there."""
        at_head = _LINE_HEAD.search(self._classes, max(0, first - _LINE_HEAD_REACH), first)
        return bool(at_head and _BEHIND_LINE_HEAD.match(self._classes, end))

    def _trimmed(self, first: int, end: int) -> tuple[int, int]:
        """A phrase from what has a name on, «منازل المدنيين في قرية كذا» is the village, to the end of that name."""
        found = _GENERIC.match(self._classes, first, end)
        if found and not (found.end() == end and any(token in self._starts for token in range(first, end))):
            first = found.end()
        elif "WORD" in LEXICON.features(self._classes[first]) and not self._may_be_name(first):
            first = next((token for token in range(first + 1, end) if self._begins_place(token)), first)
        named = [token for token in range(first, end) if token in self._starts]
        if named:
            end = max(self._document.token_at(self._starts[named[-1]].end - 1) + 1, named[-1] + 1)
        return first, end

    def _begins_place(self, token: int) -> bool:
        return token in self._starts or "SITE" in LEXICON.features(self._classes[token])

    def _joined(self, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
        """Phrases with what says more of the same place: قرية كذا قرب كذا، جنوب كذا; of two that are told the first."""
        whole: Phrase | None = None
        for phrase in phrases:
            if whole is not None and self._is_joint(whole, phrase):
                whole = replace(whole, end=max(whole.end, phrase.end))
                continue
            if whole is not None:
                yield whole
            whole = phrase
        if whole is not None:
            yield whole

    def _is_joint(self, one: Phrase, other: Phrase) -> bool:
        if self._clauses.number(other.first) != self._clauses.number(one.first):
            return False
        return other.first < one.end or _JOINT.fullmatch(self._classes, one.end, other.first + 1) is not None

    def _is_excluded(self, first: int, end: int) -> bool:
        """Whether a place tells where somebody is from or was taken, or where a report was written; or is a month."""
        if "KA" in LEXICON.features(self._classes[first]):  # مدن موبوءة كالدار البيضاء
            return True
        if first in self._dates or _NO_SCENE.match(self._classes, end) or _NOWHERE.fullmatch(self._classes, first, end):
            return True
        aside = {"DIRECTION", "AL"} <= LEXICON.features(self._classes[first])  # إلى الشرق من بلدة كذا
        towards = not aside and _TOWARDS.search(self._classes, max(0, first - 2), first) is not None
        return towards or self._is_elsewhere(first)

    def _is_elsewhere(self, first: int) -> bool:
        """Whether a place is that from which somebody comes, or to which the wounded are brought."""
        before = self._classes[max(0, first - _EXCLUDED_REACH) : first]
        return _ORIGIN.search(before) is not None or _TAKEN.search(before) is not None

    def _goes_on(self, ends: set[int], first: int) -> bool:
        """Whether a place only says where another lies that is no scene: نقلوا إلى المستشفى الجهوي | بفاس."""
        before = next((end for end in range(first, max(0, first - _GOES_ON_REACH), -1) if end in ends), None)
        return before is not None and _LIES_IN.fullmatch(self._classes, before, first + 1) is not None

    def _end(self, fact: Fact) -> int:
        return self._document.token_at(fact.end - 1) + 1

    def _is_scene(self, fact: Fact, first: int) -> bool:
        """Whether a named place without a preposition may be a scene: no country, which acts, but what is struck."""
        clitics, kind = LEXICON.features(self._classes[first]), getattr(fact, "kind", "")
        if "LI" in clitics:  # نصرة للمسجد الأقصى
            return kind not in ("area", "site")
        if "WARD" in clitics and "BI" not in clitics:  # إسعاف مستشفى كذا
            return _STRIKES.search(self._classes, max(0, first - _STRUCK_REACH), first) is not None
        if kind != "country" or "BI" in clitics:
            return True
        before = self._document.text[: fact.start]
        tagged = before == "#" or before.endswith("\n#")
        struck = "NOWA" in clitics and _STRUCK.search(self._classes, max(0, first - _STRUCK_REACH), first)
        return tagged or bool(struck)

    def _named(self, first: int, end: int) -> Fact | None:
        """The place named in the head of a phrase; behind a site without a name, or on a road, the next."""
        head = _HEAD.match(self._classes, first, end)
        stop = head.end() if head else end
        found = self._first_named(first, stop)
        clitics = LEXICON.features(self._classes[first])
        if found is None and ("ROAD" in clitics or (stop - first == 1 and clitics & {"SITE", "DIRECTION"})):
            level = _LEVEL.search(self._classes, first, end)
            found = self._first_named(level.end() if level else first, end)
        return found

    def _first_named(self, first: int, end: int) -> Fact | None:
        return next((self._starts[token] for token in range(first, end) if token in self._starts), None)


def _tokens(document: Document, fact: Fact) -> range:
    return range(document.token_at(fact.start), document.token_at(fact.end - 1) + 1)
