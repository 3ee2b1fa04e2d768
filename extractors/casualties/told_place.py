"""The place told for a count in its own sentence: in its clause, else in those it hangs from or that follow."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from ..document import Document
from ..grammar import compile_pattern
from ..structure.clauses import Clauses
from .context import SUSPICION, TOTAL_OF
from .count import Count
from .location import Locations, holds
from .place_phrases import Phrase, PlacePhrases
from .place_rules import AFTER_ASIDE, ELSEWHERE, HAPPENING, LEVEL, LISTS, NAME_BEFORE
from .sentences import Sentences
from .vocabulary import LEXICON

_ELSEWHERE = compile_pattern(LEXICON, ELSEWHERE)
_AFTER_ASIDE = compile_pattern(LEXICON, AFTER_ASIDE)
_HAPPENING = compile_pattern(LEXICON, HAPPENING)
_LEVEL = compile_pattern(LEXICON, LEVEL)
_NAME_BEFORE = compile_pattern(LEXICON, NAME_BEFORE)
_LISTS = compile_pattern(LEXICON, LISTS)
_SUSPICION = compile_pattern(LEXICON, SUSPICION)
_CORPSE = compile_pattern(LEXICON, "<BODY&EVENT>")
_PLACING = compile_pattern(LEXICON, "<PLACING>|<BI>")
_FRESH = compile_pattern(LEXICON, "<COMMA><ACT&NOWA>")
_OUTCOME = compile_pattern(LEXICON, "<ACT|EVENT|BEAT>")
_NUMBER = compile_pattern(LEXICON, "<QUANTITY>")
_TOTAL = compile_pattern(LEXICON, TOTAL_OF)
_TOTAL_REACH = 25  # tokens from a number back to the noun of its total
_HEAD = 3  # tokens at the beginning of a clause, in which its verb stands
_FRONT = 2  # tokens before a place that opens its clause, and up to its count
_NEAR = 3  # tokens before a phrase in which another number has it for its place
PARTS = frozenset({"part", "also"})
_FROM_WHERE = frozenset({"displaced", "detained", "abducted"})


class ToldPlaces:
    """The phrases of place in a document by sentence, and which of them is that of a count."""

    def __init__(
        self, document: Document, sentences: Sentences, introductions: set[int], counts: Sequence[Count]
    ) -> None:
        self._classes = document.classes(LEXICON)
        self._sentences = sentences
        self._clauses = document.layer(Clauses)
        self._by_anchor = {count.anchor: count for count in counts}
        anchors = sorted(self._by_anchor)
        self._parts = [anchor for anchor in anchors if self._by_anchor[anchor].relation in PARTS]
        self._before = dict(zip(anchors, [-1, *anchors], strict=False))
        self._counted = {self._clauses.number(count.anchor) for count in counts}
        self._by_sentence: dict[int, list[Phrase]] = {}
        self._of_sources: dict[int, list[Phrase]] = {}
        phrases = PlacePhrases(document)
        self.locations = Locations(document, phrases.facts)
        for phrase in phrases.find(counts):
            by_sentence = self._of_sources if phrase.first in introductions else self._by_sentence
            by_sentence.setdefault(sentences.number(phrase.first), []).append(phrase)

    def sentences(self) -> Iterator[int]:
        """The numbers of the sentences that tell a place."""
        yield from self._by_sentence

    def phrases(self, sentence: int) -> list[Phrase]:
        """The phrases of a sentence, but for those of who speaks."""
        return self._by_sentence.get(sentence, [])

    def heading(self, sentence: int) -> Phrase | None:
        """The place at the head of the line of a sentence."""
        return next((phrase for phrase in self.phrases(sentence)[:1] if phrase.heading), None)

    def of_source(self, sentence: int) -> Phrase | None:
        """The place of who speaks in a sentence."""
        return next(iter(self._of_sources.get(sentence, [])), None)

    def of(self, count: Count) -> Phrase | None:
        """The place told for a count: that of its number in a list, else of the nearest clause that names one."""
        phrases = self.phrases(self._sentences.number(count.anchor))
        listed = next((phrase for phrase in phrases if self._number_of(phrase) == count.anchor), None)
        if listed is not None:
            return listed
        fled = next((phrase for phrase in phrases if self._is_left(phrase, count)), None)
        if fled is not None:
            return fled
        own = [phrase for phrase in phrases if self._may_be_of(phrase, count)]
        named = [phrase for phrase in own if self.locations.is_named(phrase)]
        own_deed = [phrase for phrase in named if not self._is_of_deed(phrase, count)]
        beside = next((phrase for phrase in own if 0 <= phrase.first - count.end <= 1), None)
        if beside is not None and not any(self._is_within(phrase, beside) for phrase in named):
            return beside  # قتل عشرة في قرية واحدة
        return self._nearest(own_deed, count) or self._nearest(named, count) or self._nearest(own, count)

    def _is_within(self, phrase: Phrase, other: Phrase) -> bool:
        return self._clauses.number(phrase.first) == self._clauses.number(other.first)

    def _is_of_deed(self, phrase: Phrase, count: Count) -> bool:
        """Whether a place is told of what somebody is detained for."""
        return count.type == "detained" and _SUSPICION.search(self._classes, count.end, phrase.first) is not None

    def _nearest(self, own: Sequence[Phrase], count: Count) -> Phrase | None:
        if of_total := self._of_total(own, count):
            return of_total
        before = [phrase for phrase in own if phrase.end <= count.first]
        behind = [
            list(group) for _, group in groupby(own[len(before) :], lambda phrase: self._clauses.number(phrase.first))
        ]
        by_clause = {self._clauses.number(told[0].first): self._of_event(told, count.end) for told in behind}
        home = self._clauses.number(count.anchor)
        relative = self._clauses[home].kind == "relative" and not _FRESH.match(self._classes, count.first - 1)
        if before and relative and home not in by_clause:
            return before[-1]  # the attack in X, | which killed 3
        at_home = [phrase for phrase in before if self._clauses.number(phrase.first) == home]
        for clauses, else_before in (
            (self._inside(home), at_home),
            (self._joined(home), before),
            (self._later(home), []),
        ):
            told = next((by_clause[clause] for clause in clauses if clause in by_clause), None)
            before_it = self._last_told(else_before)
            if told and before_it and self._opens(before_it, count) and self._is_abroad(told, before_it):
                return before_it  # وفي سوريا قتل 237 نتيجة الزلزال الذي يقع مركزه في تركيا
            if told or before_it:
                return told or before_it
        return None

    def _opens(self, phrase: Phrase, count: Count) -> bool:
        """Whether a clause begins with a place, and the count follows it."""
        first = self._clauses[self._clauses.number(count.anchor)].first
        return phrase.first - first <= _FRONT and 0 <= count.first - phrase.end <= _FRONT

    def _is_abroad(self, phrase: Phrase, other: Phrase) -> bool:
        """Whether a place lies in another country than another one."""
        one, two = self.locations.of(phrase), self.locations.of(other)
        return bool(one and two and one.country and two.country and one.country != two.country)

    def _of_total(self, phrases: Sequence[Phrase], count: Count) -> Phrase | None:
        """The place between the noun of a total and its number: حصيلة الوفيات بجهة كذا إلى 24."""
        start = max(count.anchor - _TOTAL_REACH, self._before[count.anchor] + 1)
        total = _TOTAL.search(self._classes[start : count.anchor])
        if total is None:
            return None
        return next((phrase for phrase in phrases if start + total.start() < phrase.first < count.anchor), None)

    def _inside(self, home: int) -> Iterator[int]:
        """A clause and what hangs from it: عندما انفجرت قنبلة في…"""
        yield home
        yield from self._clauses.inside(home)

    def _joined(self, home: int) -> Iterator[int]:
        """The clauses of other counts joined to that of one: قتل 3 | وأصيب 5 في…"""
        for clause in self._clauses.after(home):
            kind = self._clauses[clause].kind
            if kind not in ("relative", "circumstance") and (kind != "joined" or not self._is_outcome(clause)):
                return
            yield clause

    def _is_outcome(self, clause: int) -> bool:
        """Whether a clause tells what came to somebody, with a number or not: وأصيب آخرون."""
        first = self._clauses[clause].first
        return clause in self._counted or _OUTCOME.search(self._classes, first, first + _HEAD) is not None

    def _later(self, home: int) -> Iterator[int]:
        """The clauses behind one, up to where the writer turns to another fact."""
        for clause in self._clauses.after(home):
            if self._clauses[clause].kind == "beside":
                return
            yield clause

    def _last_told(self, phrases: Sequence[Phrase]) -> Phrase | None:
        """Of the last clause of some phrases the first, but for what only stands before its verb: في العراق، انفجرت…"""
        if not phrases:
            return None
        clause = self._clauses.number(phrases[-1].first)
        told = [phrase for phrase in phrases if self._clauses.number(phrase.first) == clause]
        verb = self._clauses.verb(clause)
        behind = [phrase for phrase in told if phrase.first > verb]
        return self._of_event(behind or told, verb if behind else self._clauses[clause].first)

    def _of_event(self, phrases: Sequence[Phrase], start: int) -> Phrase:
        """Of the places told behind a token the first, or where something happens: with ثمانية من أنصار X إثر قصف على Y
        it is Y, with ثمانية في X بقصف على Y as well where Y lies in X.
        """
        first = phrases[0]
        level = next((phrase for phrase in phrases[1:] if self._is_narrower(phrase, first)), None)
        if level is not None:
            return level
        starts = [start, *(phrase.end for phrase in phrases)]
        happens = [
            phrase
            for phrase, begins in zip(phrases, starts, strict=False)
            if _HAPPENING.search(self._classes, begins, phrase.first)
        ]
        if first in happens or not happens:
            return first
        own = _PLACING.search(self._classes, max(0, first.first - 1), first.first + 1)
        at = self.locations.of(first)
        within = at is not None and holds(at, self.locations.of(happens[0]))
        return first if own and not within else happens[0]

    def _is_narrower(self, phrase: Phrase, first: Phrase) -> bool:
        """Whether a place told behind another says where in it: بالرباط، على مستوى مدخل حي كذا."""
        if not _LEVEL.search(self._classes, max(0, phrase.first - 2), phrase.first):
            return False
        at = self.locations.of(phrase)
        return at is None or not holds(at, self.locations.of(first))

    def _may_be_of(self, phrase: Phrase, count: Count) -> bool:
        """False for what heads the line, for the place of another number or part, of a source behind the count, or from
        which somebody came.
        """
        if phrase.heading or self._is_of_part(phrase, count):
            return False
        if self._number_of(phrase) is not None or (phrase.source and not self._is_from_where(phrase, count)):
            return False
        if phrase.first < count.end:
            return True
        if count.relation == "part" and count.of and count.end <= count.of.anchor < phrase.first:
            return False  # 55 حالة من أصل 1230 سجلت في المملكة
        if phrase.first == count.end and "LI" in LEXICON.features(self._classes[phrase.first]):  # مطلوبين للسعودية
            return False
        aside = _AFTER_ASIDE.search(self._classes, count.end, phrase.first) is not None  # ، يوضح المصدر، في حي كذا
        elsewhere = None if aside else _ELSEWHERE.search(self._classes, count.end, phrase.first)
        return elsewhere is None and not self._is_of_another(phrase, count)

    def _is_from_where(self, phrase: Phrase, count: Count) -> bool:
        """Whether people are counted where they come from: 20 نازحا من حلب, جثة انتشلت من النهر."""
        if count.type in _FROM_WHERE:
            return True
        return phrase.first >= count.end and _CORPSE.search(self._classes, count.first, count.end) is not None

    def _is_left(self, phrase: Phrase, count: Count) -> bool:
        """Whether people are told to have fled from a place: نزح 145 شخصا من الضعين."""
        near = count.anchor < phrase.first <= count.end + _NEAR
        return count.type == "displaced" and near and phrase.source

    def _is_of_part(self, phrase: Phrase, count: Count) -> bool:
        """Whether a place told before a count is that of a part right before it: منهم 53 بنجران، و40 وفاة."""
        number = bisect_left(self._parts, phrase.first)
        if count.relation in PARTS or phrase.first >= count.first or number == 0:
            return False
        return phrase.first - self._by_anchor[self._parts[number - 1]].end <= _NEAR

    def _number_of(self, phrase: Phrase) -> int | None:
        """The count of a list that follows the name of its place, known to its end or not: وجدة- أنجاد بـ10 حالات."""
        if phrase.end in self._by_anchor and _LISTS.search(self._classes[max(0, phrase.first - 2) : phrase.first]):
            return phrase.end
        name = _NAME_BEFORE.match(self._classes, phrase.end)
        return name.end() - 1 if name and name.end() - 1 in self._by_anchor else None

    def _is_of_another(self, phrase: Phrase, count: Count) -> bool:
        """Whether a count stands between another and a phrase that is its own place: 7 وفيات، 5 منها بفاس.

        What is told beside a count shares its place: 18 جنديا و11 مدنيا في بعقوبة, 12 قتيلا و30 جريحا في حلب.
        """
        between = range(max(count.end, phrase.first - _NEAR), phrase.first)
        others = [other for at in between if (other := self._by_anchor.get(at))]
        if any(other.relation == "part" or (other.relation == "also" and other.of is not count) for other in others):
            return True
        number = next((at for at in between if _NUMBER.match(self._classes, at)), None)
        if number is None:
            return False
        other = self._by_anchor.get(number)
        if other is None:
            return "WA" in LEXICON.features(self._classes[number])
        added = count.relation == "added" and count.of is other
        return other.type == count.type and other.relation is None and not added
