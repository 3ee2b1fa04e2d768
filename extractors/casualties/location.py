"""Where a phrase of place is: the place that it names, or the one that المدينة, البلاد stand for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from ..article import Fact
from ..document import Document
from ..engine.sre import lazy
from ..grammar import compile_pattern
from ..location import Countries, Location
from ..text.folding import fold
from .place_phrases import Phrase
from .place_rules import HEAD_OF_PLACE, LEVEL, SAME, UNNAMED_SITE
from .vocabulary import LEXICON

_HEAD = compile_pattern(LEXICON, HEAD_OF_PLACE)
_LEVEL = compile_pattern(LEXICON, LEVEL)
_CALLED_SO = frozenset({"جهه", "اقليم"})  # of which an article may name many that are none
_WHOLE = frozenset({"عموم", "هذه", "هذا", "من", "كل", "جميع", "انحاء", "مختلف"})  # عموم الجهة, شرق البلاد
_WORLD = "العالم"
_LANDS = frozenset(
    fold(word) for word in "أراضي مناطق سواحل ساحل حدود مدن قرى بلدات أحياء سجون محافظات ولايات أقاليم".split()
)
_MANY = frozenset(fold(word) for word in "مدن قرى بلدات مناطق أحياء سجون ولايات محافظات مستشفيات مدارس مواقع".split())
_POSSESSED = lazy(r"..(?:ه|ها|هم|هما)$")  # not ة
_ANAPHORS: dict[str, frozenset[str]] = {
    "THE_TOWN": frozenset({"town"}),
    "THE_REGION": frozenset({"region"}),
    "THE_STRIP": frozenset({"region", "area"}),
    "THE_COUNTRY": frozenset({"country"}),
    "THE_CAMP": frozenset({"camp"}),
    "THE_QUARTER": frozenset({"quarter"}),
}


class Locations:
    """The resolved places of phrases; `facts` are the places that the document names."""

    def __init__(self, document: Document, facts: Sequence[Fact]) -> None:
        self._document = document
        self._classes = document.classes(LEXICON)
        self._facts = facts
        self._found: dict[tuple[int, int], Location | None] = {}  # by the tokens of the phrase

    def is_named(self, phrase: Phrase) -> bool:
        """Whether a phrase has a name of its own, or stands for a place that has one: not منزل, مركز أمني."""
        if self.of(phrase) is not None or self.stands_for(phrase):
            return True
        classes = [LEXICON.features(self._classes[token]) for token in range(phrase.first, phrase.end)]
        of_nation = any("NAT" in token for token in classes)
        return of_nation or _LEVEL.search(self._classes, phrase.first, phrase.end) is not None

    def named(self, start: int, stop: int) -> Iterator[Location]:
        """The places named between two offsets; they are in the order of the text."""
        first, last = (bisect_left(self._facts, offset, key=lambda fact: fact.start) for offset in (start, stop))
        return map(_resolved, self._facts[first:last])

    def of(self, phrase: Phrase) -> Location | None:
        """What a phrase names or stands for; a place that nobody knows has its name, and lies in what it lies in."""
        key = phrase.first, phrase.end
        if key not in self._found:
            self._found[key] = self._resolve(phrase)
        return self._found[key]

    def _resolve(self, phrase: Phrase) -> Location | None:
        named = phrase.named or self._antecedent(phrase)
        if named is not None:
            return _resolved(named)
        if "THE_COUNTRY" in self.stands_for(phrase):
            return self._country(phrase)
        if self.stands_for(phrase) or self._document.form(phrase.end - 1) == _WORLD:
            return None
        around, name = self._around(phrase), self._name(phrase)
        if name is None:
            return around or self._nation(phrase)
        return Location(
            name=self._document.text[name[0] : name[1]],
            country=around.country if around else None,
            region=around.region if around else None,
        )

    def _name(self, phrase: Phrase) -> tuple[int, int] | None:
        """The offsets of the name in a phrase, without the nouns before it; None where these have none."""
        start = first = self._head(phrase) if phrase.directed else phrase.first
        head = _HEAD.match(self._classes, start, phrase.end)
        end = head.end() if head else phrase.end
        while first < end and LEXICON.features(self._classes[first]) & {"SITE", "SUCH", "QUANTITY"}:
            first += 1
        if first == end or self._is_no_name(first) or any(map(self._is_possessed, range(first, end))):
            return None
        if first > start:
            if self._is_described(first, end) or self._is_of_many(start, first, end):  # حاجز قضائي, سجون الحكومة
                return None
            if self._is_kind_of_building(first):  # مصنع ملابس
                return None
            if self._is_of_nation(first, end):  # البرلمان البريطاني, but not الأراضي الأفغانية
                if self._document.form(first - 1).lstrip("وب").removeprefix("ال") in _LANDS:
                    return None
                first = start
            bare = first == start and self._is_definite(first)  # المستشفى التركي
            while end - first > 1 and not bare and self._is_of_nation(end - 1, end):  # مدينة كاسور الباكستانية
                end -= 1
            if end - first == 1 and not self._is_definite(first) and "SITE" in LEXICON.features(self._classes[first]):
                return None  # جامعة كينية
        offset = phrase.start if first == phrase.first else self._document.start(first)
        return offset, self._document.end(end - 1)

    def _is_of_many(self, start: int, first: int, end: int) -> bool:
        """Whether a phrase speaks of several places, and the words behind them name none: 5 ولايات, سجون الحكومة."""
        numbered = "QUANTITY" in LEXICON.features(self._classes[start])
        found = (LEXICON.features(self._classes[token]) for token in range(first, end))
        named = any("PLACE" in features and "NAT" not in features for features in found)
        return numbered or (not named and self._document.form(first - 1).lstrip("وب") in _MANY)

    def _is_kind_of_building(self, token: int) -> bool:
        """Whether an indefinite word behind a noun of a building says of what kind it is and is no name."""
        return "BUILDING" in LEXICON.features(self._classes[token - 1]) and not self._is_definite(token)

    def _is_definite(self, token: int) -> bool:
        return self._document.form(token).startswith("ال")

    def _around(self, phrase: Phrase) -> Location | None:
        """What a site without a name lies in: قنصلية بلاده في إسطنبول."""
        start, end = phrase.start, self._document.end(phrase.end - 1)
        return next(self.named(start, end), None)

    def _is_possessed(self, token: int) -> bool:
        return (
            _POSSESSED.search(self._document.text[self._document.start(token) : self._document.end(token)]) is not None
        )

    def _is_no_name(self, token: int) -> bool:
        """Whether a word behind a site only describes it: سوق شعبي, البلدة القديمة, but not حي الصناعية."""
        form, before = self._document.form(token), self._classes[token - 1] if token else ""
        definite = bool(before) and {"SITE", "AL"} <= LEXICON.features(before)
        if form.startswith("لل"):  # مسجد للشيعة
            return True
        if (
            definite
            and form.startswith("ال")
            and self._document.form(token - 1).lstrip("وب").removeprefix("ال") in _MANY
        ):
            return True  # إحدى المدن الترفيهية
        return form in SAME or form in UNNAMED_SITE or (definite and form.removeprefix("ال") in UNNAMED_SITE)

    def _antecedent(self, phrase: Phrase) -> Fact | None:
        """What المدينة, القطاع, شرق البلاد stand for: the last such before; المسجد: the last called so."""
        head = self._head(phrase)
        if not self._is_bare(head, phrase.end):
            return None
        start = self._document.start(phrase.first)
        before = self._facts[: bisect_right(self._facts, start, key=lambda fact: fact.end)]
        word = self._document.form(head).partition("ال")[2]
        wanted = frozenset().union(*(_ANAPHORS[kind] for kind in self.stands_for(phrase)))
        fitting = [fact for fact in before if getattr(fact, "kind", None) in wanted]
        for fact in reversed(fitting if wanted else before):
            if word and fold(fact.text).removeprefix("ال").startswith(word):
                return fact
        return fitting[-1] if fitting and word not in _CALLED_SO else None

    def _nation(self, phrase: Phrase) -> Location | None:
        """The country of the one adjective of a nation in a phrase of lands: مختلف المحافظات اليمنية."""
        start, end = phrase.start, self._document.end(phrase.end - 1)
        countries = self._document.layer(Countries)
        codes = [code for offset, code in countries.adjectives if start <= offset < end]
        lands = any(
            self._document.form(token).lstrip("وب").removeprefix("ال") in _LANDS - {"حدود"}
            for token in range(phrase.first, phrase.end)
        )
        return countries.named(codes[0]) if lands and len(codes) == 1 else None

    def _country(self, phrase: Phrase) -> Location | None:
        """The country of which a text speaks most before a phrase that names none, else first behind it: في البلاد."""
        start = self._document.start(phrase.first)
        countries = self._document.layer(Countries)
        told = [code for offset, code in countries.adjectives if offset < start]
        told += [code for fact in self._facts if fact.start < start and (code := getattr(fact, "country", None))]
        told = told or [code for _, code in countries.adjectives[:1]]
        return countries.named(max(told, key=told.count)) if told else None

    def stands_for(self, phrase: Phrase) -> frozenset[str]:
        """The kinds of place that a phrase stands for, as classes of the lexicon; none where it names one."""
        head = self._head(phrase)
        if not self._is_bare(head, phrase.end):
            return frozenset()
        return LEXICON.features(self._classes[head]) & _ANAPHORS.keys()

    def _is_bare(self, head: int, end: int) -> bool:
        """Whether a definite noun of place stands alone: المسجد, المدينة ذاتها."""
        if head == end or not {"SITE", "AL"} <= LEXICON.features(self._classes[head]):
            return False
        return all(self._document.form(token) in SAME for token in range(head + 1, end))

    def _head(self, phrase: Phrase) -> int:
        """The first word of a phrase that says what the place is: شرق | البلاد, عموم | الجهة."""
        head = phrase.first
        while head + 1 < phrase.end and self._is_before_head(head):
            head += 1
        return head

    def _is_before_head(self, token: int) -> bool:
        return self._document.form(token).lstrip("وبل") in _WHOLE or "DIRECTION" in LEXICON.features(
            self._classes[token]
        )

    def _is_described(self, first: int, end: int) -> bool:
        """Whether only indefinite adjectives stand behind a site."""
        described = (LEXICON.features(self._classes[token]) for token in range(first, end))
        return all("NISBA" in classes for classes in described)

    def _is_of_nation(self, first: int, end: int) -> bool:
        """Whether only adjectives of nations stand behind a site: المناطق | السورية."""
        return all("NAT" in LEXICON.features(self._classes[token]) for token in range(first, end))


def _resolved(named: Fact) -> Location:
    fields: dict[str, Any] = {field: getattr(named, field, None) for field in Location.__struct_fields__}
    return Location(**fields)


def holds(broad: Location, narrow: Location | None) -> bool:
    """Whether a place lies in another: a town in its region, a region in its country."""
    if narrow is None or broad.name is None or narrow.name == broad.name or narrow.country != broad.country:
        return False
    return broad.kind == "country" or (broad.kind == "region" and narrow.region == broad.name)
