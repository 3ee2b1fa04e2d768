"""The extractor of casualty counts: what the rules find, and the counts that go on from there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..article import Fact
from ..document import Document
from ..engine.sre import lazy
from ..grammar import Matcher, Rule
from ..structure.homographs import tell_names
from .chains import UNCOUNTED
from .continuation import MATCHERS, go_on
from .count import Count, read
from .duals import tell_duals
from .explain import notes
from .fact import CasualtyFact, Outcome
from .factuality import is_real
from .fragments import FRAGMENTS
from .joined import Joined
from .kin import tell_kin
from .outcome import Outcomes
from .presentation import COMPARISON, PRESENTATION
from .rules import RULES
from .scene import Scene
from .sentences import Sentences
from .surnames import tell_surnames
from .ties import Ties
from .totals import Totals
from .victims import Victims
from .vocabulary import LEXICON

_COUNTS = Matcher(LEXICON, RULES, FRAGMENTS, sentences=True)
_UNCOUNTED = Matcher(LEXICON, [Rule("uncounted", UNCOUNTED)], FRAGMENTS)
_DAY = lazy(r"\d{1,2} (?:من )?[^\W\d]{3,}")


class CasualtyExtractor:
    """The built-in extractor of casualty counts."""

    name = "casualties"
    fact: type[Fact] = CasualtyFact
    requires: tuple[str, ...] = ("quotes", "dates", "places")
    lexicon = LEXICON
    matchers = (_COUNTS, *MATCHERS)
    presentation = PRESENTATION
    comparison = COMPARISON

    def extract(self, document: Document) -> list[Fact]:
        """One fact a count, see docs/facts.md."""
        tell_names(document, LEXICON)
        tell_kin(document)
        tell_surnames(document)
        tell_duals(document)
        outcomes = Outcomes(document)
        counts = _counts(document, outcomes)
        if not counts:
            return []
        sentences = Sentences(document)
        joined = Joined(document, counts)
        totals = Totals(document, counts, joined)
        Ties(document, counts, sentences, totals).tie()
        scene = Scene(document, counts, outcomes, sentences, totals, joined)
        victims = Victims(document, counts, totals)
        return [_fact(document, count, scene, victims) for count in counts]


def _counts(document: Document, outcomes: Outcomes) -> list[Count]:
    """The counts that rules find, then those that go on from them."""
    classes = document.classes(LEXICON)
    found: dict[int, Count] = {}  # by the tokens in which no other count can begin
    heads: dict[int, Count] = {}
    dated = _days(document)
    spent: set[int] = set()  # heads behind their count: قتلوا in «47 شخصا قتلوا وأصيب 100»
    for match in _COUNTS.finditer(classes):
        head, head_end = match.spans["head"]
        count = read(document, outcomes, match, spent=head in spent)
        if count and count.anchor in dated:
            continue
        if count:
            count.match = match
        if count and count.anchor not in found and count.anchor not in heads and is_real(classes, head):
            found.update(dict.fromkeys(count.tokens(), count))
            heads.update(dict.fromkeys([*range(head, head_end), *range(*(match.span("old") or (0, 0)))], count))
            if head > count.anchor:
                spent.add(head)
    for position, outcome, origin in [*_ends(_distinct(found)), *_uncounted(classes, outcomes)]:
        for more in go_on(document, outcomes, position, outcome, origin):
            known = found.get(more.anchor) or heads.get(more.anchor)
            if known is None:
                found.update(dict.fromkeys(more.tokens(), more))
            elif known is not more.of and known.of is None and known.type == more.type:
                known.of, known.relation = more.of, more.relation
    return _distinct(found)


def _days(document: Document) -> set[int]:
    """The tokens that days of a month begin with: 12 أغسطس, which nobody is counted by."""
    days = (fact for fact in document.facts.get("dates", []) if _DAY.match(fact.text))
    return {document.token_at(fact.start) for fact in days}


def _distinct(found: dict[int, Count]) -> list[Count]:
    return list({id(count): count for count in found.values()}.values())


def _ends(counts: list[Count]) -> Iterator[tuple[int, Outcome, Count]]:
    """Where a count may be gone on from: its end, and the end of its victims where more stands behind them.

    Nobody has no parts: لم يصب أي من الأعضاء، بينهم الرئيس.
    """
    for count in counts:
        if count.quantity.max == 0:
            continue
        yield count.end, count.type, count
        if count.who and count.who[1] < count.end:
            yield count.who[1], count.type, count


def _uncounted(classes: str, outcomes: Outcomes) -> Iterator[tuple[int, Outcome, None]]:
    """Outcomes of nobody counted, after which a breakdown may come: position and outcome."""
    for match in _UNCOUNTED.finditer(classes):
        head = match.spans["head"]
        outcome = outcomes.told(*head)
        if outcome and is_real(classes, head[0]):
            yield match.end, outcome, None


def _fact(document: Document, count: Count, scene: Scene, victims: Victims) -> CasualtyFact:
    start, end, text = document.slice(count.first, count.end, LEXICON)
    scope, when = scene.when(count)
    place, at = scene.place(count)
    fact = CasualtyFact(
        start=start,
        end=end,
        text=text,
        rule=count.rule,
        type=count.type,
        min=count.quantity.min,
        max=count.quantity.max,
        modifier=count.quantity.modifier,
        victims=victims.of(count),
        attribution=scene.source(count, start, end),
        place=place,
        at=at,
        implicit=count.name == "implicit",
        unit=victims.unit(count),
        of=document.slice(count.of.first, count.of.end, LEXICON)[0] if count.of else None,
        relation=count.relation,
        when=when,
        scope=scope,
    )
    document.explain(fact, [count.match] if count.match else [], partial(notes, document, fact))
    return fact
