"""Who was hurt, as written: what a rule found, else a group named behind the count or the next one of its list."""

from __future__ import annotations

from collections.abc import Sequence

from ..document import Document
from ..grammar import Matcher, Rule
from .count import Count
from .fact import Unit
from .fragments import FRAGMENTS
from .totals import Totals
from .vocabulary import LEXICON

# 13 حالة إصابة بالفيروس في صفوف التلاميذ
RANKS = (
    '{GAP}{0,6}?(?:"في"|"من"|"بين")"صفوف"(?P<who>{GROUP})|"بين"(?P<who><PERSON&PL>)'
    "|<QUALITY&NOWA>?(?P<who><PERSON&LI>{ADJECTIVE}{0,2})"  # ثلاث جثث لمهاجرين
)
# عدد الشهداء الصحفيين; عدد الجرحى من المدنيين; عدد الأطباء الذين قتلوا; حصيلة قتلى الجيش; تكبد الجيش
WHOSE = (
    '<TOTAL>(?:<TOLL&AL|STATE&AL>"من"?(?P<who><PERSON&PL&AL|NATIONAL&PL&AL>(?:<DEF_NISBA|NAT&AL>)?)'
    "|(?P<who><PERSON&PL&AL>(?:<DEF_NISBA|NAT&AL>)?)<RELATIVE>"
    "|<TOLL&PL&NOAL|STATE&PL&NOAL>(?P<who>(?=<HOUSEHOLD|BODY|PERSON&PL>){GROUP}))"
    "|<SUFFER_LOSS>(?P<who>(?=<BODY|PERSON&PL>){GROUP})"
)

_WHOSE = Matcher(LEXICON, [Rule("whose", WHOSE, "عدد الشهداء الصحفيين")], FRAGMENTS)
_RANKS = Matcher(LEXICON, [Rule("ranks", RANKS, "في صفوف التلاميذ")], FRAGMENTS)
_OF = ("من", "صفوف")
_TO = "الي"  # إلى, folded
_NOBODY = frozenset({"AMONG", "CASE", "TOLL"})  # heads of no noun phrase that says who
_REACH = 30  # tokens between the noun of a total and its number
_JOINT = 2  # tokens from a count to the next one of a list, whose victims are its own too

Span = tuple[int, int]


class Victims:
    """The victims of the counts of a document."""

    def __init__(self, document: Document, counts: Sequence[Count], totals: Totals) -> None:
        self._document = document
        self._totals = totals
        self._classes = document.classes(LEXICON)
        ordered = sorted(counts, key=lambda count: count.first)
        self._before = dict(
            zip((count.anchor for count in ordered), [-1, *(count.anchor for count in ordered)], strict=False)
        )
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
        if count.who is not None and not self._is_outcome(count, count.who):
            return count.who
        found = _RANKS.match(self._classes, count.end)
        return found.spans["who"] if found else self._shared(count) or self._whose(count)

    def _whose(self, count: Count) -> Span | None:
        """Who a total is of, or who lost people: ارتفع عدد الشهداء الصحفيين إلى 74 شهيدا."""
        start = max(self._before[count.anchor] + 1, count.anchor - _REACH)
        found = [match.spans["who"] for match in _WHOSE.finditer(self._classes, start, count.anchor)]
        if not found:
            return None
        who = found[-1]
        total = self._totals.is_total(count) or who[1] == count.first or self._document.form(count.first - 1) == _TO
        return who if total else None

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
        before = {self._document.form(first), self._document.form(first - 1)}
        return None if before.isdisjoint(_OF) else following.who
