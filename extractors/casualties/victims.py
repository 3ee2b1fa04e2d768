"""Who was hurt, as written: what a rule found, else a group named behind the count or the next one of its list."""

from __future__ import annotations

from collections.abc import Sequence

from ..document import Document
from ..grammar import Matcher, Rule
from .count import Count
from .fact import Unit
from .fragments import FRAGMENTS
from .vocabulary import LEXICON

# 13 حالة إصابة بالفيروس في صفوف التلاميذ
RANKS = '{GAP}{0,6}?(?:"في"|"من"|"بين")"صفوف"(?P<who>{GROUP})|"بين"(?P<who><PERSON&PL>)'

_RANKS = Matcher(LEXICON, [Rule("ranks", RANKS, "في صفوف التلاميذ")], FRAGMENTS)
_NOBODY = frozenset({"AMONG", "CASE", "TOLL"})  # heads of no noun phrase that says who
_JOINT = 2  # tokens from a count to the next one of a list, whose victims are its own too

Span = tuple[int, int]


class Victims:
    """The victims of the counts of a document."""

    def __init__(self, document: Document, counts: Sequence[Count]) -> None:
        self._document = document
        self._classes = document.classes(LEXICON)
        ordered = sorted(counts, key=lambda count: count.first)
        self._next = dict(zip((count.anchor for count in ordered), ordered[1:], strict=False))

    def of(self, count: Count) -> str | None:
        """The victims as written, without the من before them; None where the words only name the outcome."""
        span = self._span(count)
        if span is None:
            return None
        first, end = span
        if self._document.form(first) == "من" and end > first + 1:
            first += 1
        return self._document.slice(first, end, LEXICON)[2]

    def unit(self, count: Count) -> Unit:
        """What is counted: households where the victims are families."""
        families = count.who is not None and "HOUSEHOLD" in LEXICON.features(self._classes[count.who[0]])
        return "households" if families else "persons"

    def _span(self, count: Count) -> Span | None:
        if count.who is not None:
            return None if self._is_outcome(count, count.who) else count.who
        found = _RANKS.match(self._classes, count.end)
        return found.spans["who"] if found else self._shared(count)

    def _is_outcome(self, count: Count, who: Span) -> bool:
        """Whether what is counted only names the outcome: معتقلا, حالات, but توفي جريح."""
        classes = LEXICON.features(self._classes[who[0]])
        if "STATE" in classes and "PERSON" not in classes and who[1] - who[0] == 1:
            return True
        return not classes.isdisjoint(_NOBODY) and (count.name != "died_of" or "casualty" in classes)

    def _shared(self, count: Count) -> Span | None:
        """The group that the next count of a list is of: 40 قتيلا و60 جريحا من عناصر الجيش."""
        following = self._next.get(count.anchor)
        if following is None or not 0 <= following.first - count.end <= _JOINT or following.who is None:
            return None
        first = following.who[0]
        if following.match is None or following.match.spans.get("head", (0, 0))[0] > first:
            return None  # who it is of stands before its own verb: 3 قتلى، وخمسة من المارة أصيبوا
        return following.who if "من" in (self._document.form(first), self._document.form(first - 1)) else None
