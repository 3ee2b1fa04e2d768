"""Which count belongs to which: parts to their whole, what is new to the total that it is added to, lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from ..document import Document
from ..grammar import compile_pattern
from .context import AMONG, RIVAL
from .count import Count
from .fact import Outcome, Relation
from .sentences import Sentences
from .totals import Totals
from .vocabulary import LEXICON

_LISTED = compile_pattern(LEXICON, "<COMMA>?<QUANTITY&WA|CASE&WA|TOLL&WA>")
_OF_THOSE = compile_pattern(LEXICON, '<QUANTITY>"من"<TOLL&PL&AL>')
_DISTRIBUTED = compile_pattern(LEXICON, "(?!<DISTRIBUTION&NOAL>)<DISTRIBUTE>")
_WHOLE = compile_pattern(LEXICON, "<QUANTITY&DEFINITE|QUANTITY&LI>")
_AMONG = compile_pattern(LEXICON, f"(?<!<SURVIVE>)(?:{AMONG})<*>?$")
_OF_THEM = compile_pattern(LEXICON, "<OF_THEM>")
_JOINED = compile_pattern(LEXICON, "<WA>")
_BRACKET = compile_pattern(LEXICON, "<^RPAREN>*<LPAREN><EVENT>?<*>$")
_HEAVIEST = compile_pattern(LEXICON, '<HEAVIEST><TALLY><*>?(?:<BI_WORD|BI>|"في"|"على")')
_LAST_DAY = compile_pattern(LEXICON, '<DURING><*>{0,2}"ساعة"')
_RIVAL = compile_pattern(LEXICON, RIVAL)
_REACH = 2  # sentences behind a whole in which its parts are told
_OF_VICTIMS = frozenset({"among_counted", "namely"})
_MANY = 3  # parts that need not sum up to the whole told before: one may be missing
_LIST = 40  # counts behind a whole that may be parts of it
_NEAR = 5  # tokens between a whole and its part with another outcome
_BEFORE = 12  # tokens before a count in which it is called the heaviest of several
_FEW = 3  # counts before «خمسة منهم» that they may be of
_GAP = 9  # tokens between one count of a list and the next


class Ties:
    """Ties the counts of a document that are not tied yet."""

    def __init__(self, document: Document, counts: Sequence[Count], sentences: Sentences, totals: Totals) -> None:
        self._classes = document.classes(LEXICON)
        self._sentences = sentences
        self._totals = totals
        self._ordered = sorted(counts, key=lambda count: count.first)
        by_sentence = groupby(self._ordered, key=lambda count: sentences.number(count.anchor))
        self._by_sentence = {number: list(group) for number, group in by_sentence}

    def tie(self) -> None:
        """Ties parts that sum up to a whole, what is added to a total, and what a list goes on with."""
        self._retype()
        for number, whole in enumerate(self._ordered):
            self._tie_parts(whole, self._ordered[number + 1 : number + 1 + _LIST])
        for number, together in self._by_sentence.items():
            self._distribute(number, together)
        for number, count in enumerate(self._ordered):
            self._tie_of_them(number, count)
        for whole, part in pairwise(self._ordered):
            self._tie_among(whole, part)
            if whole.relation == "part":
                self._go_on(whole, part)
        for together in self._by_sentence.values():
            self._sum_up(together)
            self._add(together)
        for number, together in self._by_sentence.items():
            self._add_beside(together, number + 1, self._totals.is_new)
            self._add_beside(together, number - 1, self._is_of_last_day)
            self._add_beside(together, number + 1, self._is_of_last_day)
        wholes: dict[str, Count] = {}
        before: Count | None = None
        for count in self._ordered:
            if before is not None:
                self._tie_bracketed(before, count)
                self._go_on(before, count)
                self._tie_among(before, count)
            before = count
            self._tie_back(count, wholes.get(count.type))
            if count.relation != "part":
                wholes[count.type] = count
        for added in self._ordered:
            if added.of and added.relation == "added":
                self._tie_new(added, added.of)

    def _tie_parts(self, whole: Count, behind: Sequence[Count]) -> None:
        """Ties to a whole the parts told behind it: «151 حالة. سجلت 26 بأزيلال و28 ببني ملال و97 بخنيفرة»."""
        if whole.relation == "part" or self._totals.is_total(whole) or whole.quantity.min is None:
            return
        here = self._sentences.number(whole.anchor)
        for number, group in groupby(behind, key=lambda count: self._sentences.number(count.anchor)):
            if number > here + _REACH:
                return
            listed = [count for count in group if self._may_be_part(count, whole)]
            summed = list(_summing_up(listed, whole.quantity.min))
            if not summed and number == here + 1 and self._is_breakdown(listed, whole):
                summed = [] if any(count.of is whole for count in behind) else listed
            if number > here and any(count.name == "implicit" for count in summed):
                continue  # who they were is told again: استشهاد رجل وزوجته وأطفاله الثلاثة
            if summed:
                return _tie_all(summed, whole, "part")

    def _may_be_part(self, count: Count, whole: Count) -> bool:
        return (
            count.type == whole.type
            and count.relation in (None, "also")
            and count.of is not whole
            and not self._totals.is_total(count)
            and (self._totals.is_new(whole) or not self._totals.is_new(count))
        )

    def _is_breakdown(self, listed: Sequence[Count], whole: Count) -> bool:
        """Whether many counts behind one called new tell it place by place, though not all of it."""
        if len(listed) < _MANY or not self._totals.is_new(whole) or self._totals.is_new(listed[0]):
            return False
        return sum(_least(count) for count in listed) < _least(whole)

    def _distribute(self, number: int, together: Sequence[Count]) -> None:
        """Ties what is told place by place: «توزعت الإصابات على حلب بـ86»; of a whole without a number, too."""
        for verb in _DISTRIBUTED.finditer(self._classes, *self._sentences.span(number)):
            parts = [count for count in together if count.first > verb.start() and not self._totals.is_total(count)]
            if not parts:
                return
            whole = self._distributed(verb.start(), parts[0], together)
            for count in parts:
                if count is not whole and count.type == parts[0].type and count.relation in (None, "also"):
                    count.of, count.relation = whole, "part"

    def _distributed(self, verb: int, first: Count, together: Sequence[Count]) -> Count | None:
        """What is told place by place: the count in «توزع القتلى الـ16 على», else the last before."""
        if _WHOLE.match(self._classes, first.anchor):
            return first
        before = (count for count in reversed(together) if count.anchor < verb)
        return next((count for count in before if count.type == first.type and count.relation != "part"), None)

    def _tie_among(self, before: Count, count: Count) -> None:
        """Ties a part that has its own outcome: «728 إصابة، منها 164 حالة وفاة», «70 ضحية، بينهم 4 ضحايا»."""
        near = 0 <= count.first - before.end <= _NEAR
        if near and count.relation is None and _least(count) < _most_of(before):
            among = _AMONG.search(self._classes, before.end, count.first)
            joined = _JOINED.match(self._classes, count.first) is not None
            if among is not None and not joined:
                count.of, count.relation = before, "part"
            elif joined and before.of and before.relation == "part" and before.of.type == "casualty":
                count.of, count.relation = before.of, "part"

    def _tie_new(self, added: Count, total: Count) -> None:
        """Ties parts called new to what is added: «رفعت 4 وفيات العدد إلى 212، ضمنها 3 وفيات جديدة بتطوان»."""
        parts = [count for count in self._ordered if count.of is total and count.relation == "part"]
        if parts and self._totals.is_new(parts[0]) and sum(map(_least, parts)) <= _least(added):
            _tie_all(parts, added, "part")

    def _tie_of_them(self, number: int, count: Count) -> None:
        """Ties a part with a verb of its own to those told before it: «أصيب 20 شخصا، فيما توفي خمسة منهم»."""
        if count.relation or not count.who or not _OF_THEM.match(self._classes, count.who[0]):
            return
        here = self._sentences.number(count.anchor)
        for whole in reversed(self._ordered[max(0, number - _FEW) : number]):
            if here - self._sentences.number(whole.anchor) > 1:
                return
            if _least(whole) > _least(count) and whole.relation in (None, "also", "added"):
                count.of, count.relation = whole, "part"
                return

    def _tie_bracketed(self, before: Count, count: Count) -> None:
        """Ties the first part in brackets behind its whole: «ستة أشخاص توفوا غرقا (5 حالات في السدود…»."""
        near = 0 <= count.anchor - before.end <= _GAP and _BRACKET.match(self._classes, before.end, count.anchor + 1)
        may_be = count.relation is None and count.type == before.type and before.relation != "part"
        if near and may_be and _least(count) < _least(before):
            count.of, count.relation = before, "part"

    def _sum_up(self, together: Sequence[Count]) -> None:
        """Ties to a total what sums up to it before it: «1498 في تركيا و783 في سوريا، ما يرفع العدد إلى 2281»."""
        for number, total in enumerate(together):
            if self._totals.is_total(total):
                before = [count for count in together[:number] if self._may_be_part(count, total)]
                _tie_all(_summing_up(before[::-1], _least(total)), total, "part")

    def _add(self, together: Sequence[Count]) -> None:
        """Ties what is added to the nearest total: «ليرتفع العدد إلى 12 بعد وفاة اثنين», the two to the 12."""
        totals = [count for count in together if self._totals.is_total(count)]
        for count in together:
            if count.of or self._totals.is_total(count):
                continue
            added_to = [total for total in totals if self._may_be_added(count, total)]
            if added_to:
                count.of, count.relation = min(added_to, key=lambda total: _apart(count, total)), "added"

    def _may_be_added(self, count: Count, total: Count) -> bool:
        """Whether a count may be added to a total, which nobody else tells beside it: «فيما تقدر العدد بنحو 130»."""
        return count.type == total.type and _most(count) < _most(total) and not self._are_rivals(count, total)

    def _are_rivals(self, *counts: Count) -> bool:
        """Whether somebody else tells the later of two counts: «قتل 1374، فيما قدرت الوكالة العدد بـ1558»."""
        first, last = sorted(counts, key=lambda count: count.first)
        return _RIVAL.search(self._classes, first.end, last.first) is not None

    def _add_beside(self, counts: Sequence[Count], beside: int, is_added: Callable[[Count], bool]) -> None:
        """Ties counts to the total of the sentence beside: «8 إصابات جديدة. وارتفعت الحصيلة إلى 199 حالة»."""
        totals = {
            total.type: total for total in self._by_sentence.get(beside, [])[::-1] if self._totals.is_total(total)
        }
        for count in counts:
            total = totals.get(count.type)
            if (
                total
                and not count.of
                and _most(count) < _most(total)
                and is_added(count)
                and not self._has_added(total)
            ):
                count.of, count.relation = total, "added"

    def _has_added(self, total: Count) -> bool:
        """Whether something is added to a total in its own sentence."""
        together = self._by_sentence[self._sentences.number(total.anchor)]
        return any(count.of is total and count.relation == "added" for count in together)

    def _is_of_last_day(self, count: Count) -> bool:
        """Whether a count is told beside a total for its last day: «147 قتيلا خلال 24 ساعة»."""
        sentence = self._sentences.span(self._sentences.number(count.anchor))
        return not self._totals.is_total(count) and _LAST_DAY.search(self._classes, *sentence) is not None

    def _go_on(self, before: Count, count: Count) -> None:
        """Ties what a list goes on with: «منها 54 بالرشيدية، و11 بورزازات، و9 إصابات بميدلت», the nine as the 54."""
        if count.of or count.type != before.type or not self._is_listed(before, count):
            return
        if before.relation == "part" and before.of and _least(count) <= _least(before.of):
            count.of, count.relation = before.of, "part"
        elif before.relation in (None, "also"):
            count.of, count.relation = (before.of or before), "also"

    def _tie_back(self, count: Count, whole: Count | None) -> None:
        """Ties «15 من الضحايا», «من بين القتلى 98 طفلا» to the count of them told last."""
        if whole is None or _least(count) >= _least(whole) or count.of:
            return
        heaviest = _HEAVIEST.search(self._classes, max(0, count.first - _BEFORE), count.first)
        if (
            count.relation == "part"
            or count.rule == "implicit:among"
            or heaviest
            or _OF_THOSE.match(self._classes, count.anchor)
        ):
            count.of, count.relation = whole, "part"

    def _retype(self) -> None:
        """Gives victims the outcome of those killed shortly before: «قتل سبعة. ومن بين الضحايا ثلاثة»."""
        wholes: dict[str, Count] = {}
        for count in self._ordered:
            if count.rule in _OF_VICTIMS and count.type == "casualty" and "casualty" not in wholes:
                count.type = self._told_of(count, wholes)
            elif count.of and count.of.rule in _OF_VICTIMS and count.type == "casualty":
                count.type = count.of.type  # the next of a list
            if count.relation != "part":
                wholes[count.type] = count
        for together in self._by_sentence.values():
            for total in together:
                if total.type == "casualty" and self._totals.is_total(total) and self._grows_by_dead(total, together):
                    total.type = "killed"

    def _grows_by_dead(self, total: Count, together: Sequence[Count]) -> bool:
        """Whether those told beside a total of victims are fewer and dead: «7 وفيات، ليصل عدد ضحايا كورونا إلى 299»."""
        beside = [count for count in together if count.type in ("killed", "injured", "casualty") and count is not total]
        dead = all(count.type == "killed" and _most(count) < _most(total) for count in beside)
        return bool(beside) and dead and not any(self._are_rivals(count, total) for count in beside)

    def _told_of(self, count: Count, wholes: Mapping[str, Count]) -> Outcome:
        """The outcome of the victims whom a count is of: killed, where a killing of more went shortly before."""
        killed = wholes.get("killed")
        if killed is None or _least(count) >= _least(killed):
            return count.type
        near = self._sentences.number(count.anchor) - self._sentences.number(killed.anchor) <= _REACH
        return "killed" if near else count.type

    def _is_listed(self, before: Count, count: Count) -> bool:
        near = 0 <= count.first - before.end <= _GAP
        same = self._sentences.number(before.anchor) == self._sentences.number(count.anchor)
        beside = before.end == count.first == count.anchor and _JOINED.match(self._classes, count.first) is not None
        joined = beside or _LISTED.match(self._classes, count.first) is not None
        return near and same and joined and not self._totals.is_total(before) and not self._totals.is_total(count)


def _summing_up(counts: Sequence[Count], whole: int) -> Iterator[Count]:
    """The first of `counts` where two or more of them sum up to a whole; none where they do not."""
    known = 0
    for number, count in enumerate(counts, 1):
        known += _least(count)
        if known == whole and number > 1:
            yield from counts[:number]
        if known >= whole:
            return


def _apart(one: Count, other: Count) -> int:
    return max(one.first - other.end, other.first - one.end)


def _tie_all(counts: Iterable[Count], to: Count, relation: Relation) -> None:
    for count in counts:
        count.of, count.relation = to, relation


def _least(count: Count) -> int:
    return count.quantity.min or count.quantity.max or 0


def _most_of(whole: Count) -> int:
    """How many a part of a whole may be: of those that it is a part of, where it is itself one."""
    return _least(whole.of if whole.of and whole.relation == "part" else whole)


def _most(count: Count) -> int:
    return count.quantity.max or count.quantity.min or 0
