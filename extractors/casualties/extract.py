"""The extractor of casualty counts: what the rules find, and the counts that go on from there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..article import Fact
from ..document import Document
from ..grammar import Matcher, Rule
from ..structure.homographs import tell_names
from .chains import UNCOUNTED
from .continuation import MATCHERS, go_on
from .count import Count, read
from .explain import notes
from .fact import CasualtyFact, Outcome, Unit
from .factuality import is_real
from .fragments import FRAGMENTS
from .outcome import Outcomes
from .presentation import COMPARISON, PRESENTATION
from .rules import RULES
from .scene import Scene
from .sentences import Sentences
from .ties import Ties
from .totals import Totals
from .vocabulary import LEXICON

_COUNTS = Matcher(LEXICON, RULES, FRAGMENTS, sentences=True)
_UNCOUNTED = Matcher(LEXICON, [Rule("uncounted", UNCOUNTED)], FRAGMENTS)
_NOBODY = frozenset({"AMONG", "CASE", "TOLL", "ONE_OF_THEM"})  # heads of no noun phrase that says who


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
        outcomes = Outcomes(document)
        counts = _counts(document, outcomes)
        if not counts:
            return []
        sentences = Sentences(document)
        totals = Totals(document, counts)
        Ties(document, counts, sentences, totals).tie()
        scene = Scene(document, counts, outcomes, sentences, totals)
        return [_fact(document, count, scene) for count in counts]


def _counts(document: Document, outcomes: Outcomes) -> list[Count]:
    """The counts that rules find, then those that go on from them."""
    classes = document.classes(LEXICON)
    found: dict[int, Count] = {}  # by the tokens in which no other count can begin
    heads: dict[int, Count] = {}
    spent: set[int] = set()  # heads behind their count: قتلوا in «47 شخصا قتلوا وأصيب 100»
    for match in _COUNTS.finditer(classes):
        head, head_end = match.spans["head"]
        count = read(document, outcomes, match, spent=head in spent)
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


def _distinct(found: dict[int, Count]) -> list[Count]:
    return list({id(count): count for count in found.values()}.values())


def _ends(counts: list[Count]) -> Iterator[tuple[int, Outcome, Count]]:
    """Where a count may be gone on from: its end, and the end of its victims where more stands behind them."""
    for count in counts:
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


def _fact(document: Document, count: Count, scene: Scene) -> CasualtyFact:
    start, end, text = document.slice(count.first, count.end, LEXICON)
    scope, when = scene.when(count)
    place, at = scene.place(count, scope)
    fact = CasualtyFact(
        start=start,
        end=end,
        text=text,
        rule=count.rule,
        type=count.type,
        min=count.quantity.min,
        max=count.quantity.max,
        modifier=count.quantity.modifier,
        victims=_who(document, count.who),
        attribution=scene.source(count, start, end),
        place=place,
        at=at,
        implicit=count.name == "implicit",
        unit=_unit(document, count.who),
        of=document.slice(count.of.first, count.of.end, LEXICON)[0] if count.of else None,
        relation=count.relation,
        when=when,
        scope=scope,
    )
    document.explain(fact, [count.match] if count.match else [], partial(notes, document, fact))
    return fact


def _unit(document: Document, who: tuple[int, int] | None) -> Unit:
    """What is counted: households where the victims are families."""
    families = who is not None and "HOUSEHOLD" in LEXICON.features(document.classes(LEXICON)[who[0]])
    return "households" if families else "persons"


def _who(document: Document, who: tuple[int, int] | None) -> str | None:
    """The victims as written, without the من before them; None where the words only point back or name the outcome."""
    if who is None:
        return None
    first, end = who
    if LEXICON.features(document.classes(LEXICON)[first]) & _NOBODY:
        return None
    if document.form(first) == "من" and end > first + 1:
        first += 1
    return document.slice(first, end, LEXICON)[2]
