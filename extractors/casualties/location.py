"""Where a phrase of place is: the place that it names, or the one that المدينة, البلاد stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ..article import Fact
from ..document import Document
from ..grammar import compile_pattern
from ..location import Location
from ..text.folding import fold
from .place_phrases import Phrase
from .place_rules import HEAD_OF_PLACE, SAME, UNNAMED_SITE
from .vocabulary import LEXICON

_HEAD = compile_pattern(LEXICON, HEAD_OF_PLACE)
_BROAD = frozenset({"country", "region", "area", "district"})
_CALLED_SO = frozenset({"جهه", "اقليم"})  # of which an article may name many that are none
_WHOLE = frozenset({"عموم", "هذه", "هذا"})  # عموم الجهة
_POSSESSED = re.compile(r"..(?:ه|ها|هم|هما)$")  # not ة
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

    def of(self, phrase: Phrase, narrowed_before: int = 0) -> Location | None:
        """What a phrase names or stands for; a place that nobody knows has its name only.

        A region is narrowed to a place inside it that is named before the offset `narrowed_before`.
        """
        named = self._narrowed(phrase.named, narrowed_before) or self._antecedent(phrase)
        if named is not None:
            return _resolved(named)
        head = _HEAD.match(self._classes, phrase.first, phrase.end)
        first, end = phrase.first, head.end() if head else phrase.end
        while first < end and "SITE" in LEXICON.features(self._classes[first]):
            first += 1
        if first == end or self._is_no_name(first):
            return self._around(phrase)
        start = phrase.start if first == phrase.first else self._document.start(first)
        return Location(name=self._document.text[start : self._document.end(end - 1)])

    def _around(self, phrase: Phrase) -> Location | None:
        """What a site without a name lies in: قنصلية بلاده في إسطنبول."""
        start, end = phrase.start, self._document.end(phrase.end - 1)
        return next((_resolved(fact) for fact in self._facts if start <= fact.start < end), None)

    def _narrowed(self, broad: Fact | None, stop: int) -> Fact | None:
        if broad is None or getattr(broad, "kind", None) not in _BROAD:
            return broad
        inside = (fact for fact in self._facts if broad.end <= fact.start < stop and _lies_in(fact, broad))
        return next(inside, broad)

    def _is_no_name(self, token: int) -> bool:
        """Whether a word behind a site only describes it: سوق شعبي, البلدة القديمة, but not حي الصناعية."""
        form, before = self._document.form(token), self._classes[token - 1] if token else ""
        definite = bool(before) and {"SITE", "AL"} <= LEXICON.features(before)
        if _POSSESSED.search(self._document.text[self._document.start(token) : self._document.end(token)]):
            return True
        return form in SAME or form in UNNAMED_SITE or (definite and form.removeprefix("ال") in UNNAMED_SITE)

    def _antecedent(self, phrase: Phrase) -> Fact | None:
        """What المدينة, القطاع, البلاد stand for: the last such place before."""
        first = phrase.first
        while first + 1 < phrase.end and self._document.form(first).lstrip("وبل") in _WHOLE:
            first += 1
        kinds = LEXICON.features(self._classes[first]) & _ANAPHORS.keys()
        if not kinds or any(self._document.form(token) not in SAME for token in range(first + 1, phrase.end)):
            return None
        wanted = frozenset().union(*(_ANAPHORS[kind] for kind in kinds))
        start = self._document.start(phrase.first)
        before = [fact for fact in self._facts if fact.end <= start and getattr(fact, "kind", None) in wanted]
        word = self._document.form(first).partition("ال")[2]
        called_so = [fact for fact in before if fold(fact.text).removeprefix("ال").startswith(word)]  # الجهة: جهة كذا
        return next(reversed(called_so or (before if word not in _CALLED_SO else [])), None)


def _resolved(named: Fact) -> Location:
    fields: dict[str, Any] = {field: getattr(named, field, None) for field in Location.__struct_fields__}
    return Location(**fields)


def _lies_in(fact: Fact, broad: Fact) -> bool:
    if getattr(fact, "kind", None) in _BROAD:
        return False
    of = "country" if getattr(broad, "kind", None) == "country" else "region"
    return getattr(fact, of, None) is not None and getattr(fact, of, None) == getattr(broad, of, None)
