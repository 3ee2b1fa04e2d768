"""The extractor of casualty counts: what the rules find, and the counts that go on from there."""

from __future__ import annotations

from collections.abc import Iterator

from ..article import Fact
from ..document import Document
from ..grammar.rules import Grammar, Match, Scanner, compile_pattern
from ..grammar.source import spans
from .attribution import attribute
from .count import Count, read
from .explain import notes
from .fact import CasualtyFact, Outcome
from .factuality import is_real
from .outcome import Outcomes
from .place import Places
from .rules import BREAKDOWN, CHAIN, FRAGMENTS, OUTCOME_WORD, RULES, UNCOUNTED
from .vocabulary import LEXICON

_GRAMMAR = Grammar(LEXICON, RULES, FRAGMENTS, anchor=OUTCOME_WORD)
_CHAIN = compile_pattern(LEXICON, CHAIN, FRAGMENTS)
_UNCOUNTED = Scanner(LEXICON, UNCOUNTED, FRAGMENTS)
_BREAKDOWN = compile_pattern(LEXICON, BREAKDOWN, FRAGMENTS)
_NOBODY = frozenset({"AMONG", "CASE", "TOLL", "ONE_OF_THEM"})  # heads of no noun phrase that says who


class CasualtyExtractor:
    """The built-in extractor of casualty counts."""

    name = "casualties"
    fact: type[Fact] = CasualtyFact
    requires: tuple[str, ...] = ("quotes",)
    lexicon = LEXICON
    rules = RULES

    def extract(self, document: Document) -> list[Fact]:
        """One fact a count, see FACTS.md."""
        counts = _counts(document)
        if not counts:
            return []
        places = Places(document)
        return [_fact(document, count, places) for count in counts]

    def explain(self, document: Document, fact: Fact) -> dict[str, str]:
        """How the count of `fact` was read."""
        return notes(document, fact) if isinstance(fact, CasualtyFact) else {}


def _counts(document: Document) -> list[Count]:
    """The counts that rules find, then those that go on from them."""
    classes = document.classes(LEXICON)
    outcomes = Outcomes(document)
    counts: list[Count] = []
    used: set[int] = set()
    spent: set[int] = set()  # heads behind their count: قتلوا in «47 شخصا قتلوا وأصيب 100»
    for match in _GRAMMAR.finditer(document):
        head, head_end = match.spans["head"]
        count = read(document, outcomes, match, spent=head in spent)
        if count and count.anchor not in used and is_real(classes, head):
            counts.append(count)
            used.update(count.tokens(), range(head, head_end))
            if head > count.anchor:
                spent.add(head)
    for position, outcome in [*_ends(counts), *_uncounted(classes, outcomes)]:
        for more in _continue(document, outcomes, position, outcome):
            if more.anchor not in used:
                counts.append(more)
                used.update(more.tokens())
    return counts


def _ends(counts: list[Count]) -> Iterator[tuple[int, Outcome]]:
    """Where a count may be gone on from: its end, and the end of its victims where more stands behind them."""
    for count in counts:
        yield count.end, count.type
        if count.who and count.who[1] < count.end:
            yield count.who[1], count.type


def _uncounted(classes: str, outcomes: Outcomes) -> Iterator[tuple[int, Outcome]]:
    """Outcomes of nobody counted, after which a breakdown may come: position and outcome."""
    for match in _UNCOUNTED.finditer(classes):
        head = spans(match)["head"]
        outcome = outcomes.told(*head)
        if outcome and is_real(classes, head[0]):
            yield match.end(), outcome


def _continue(document: Document, outcomes: Outcomes, position: int, outcome: Outcome) -> Iterator[Count]:
    """The counts after one that share its outcome: a chain with و, a breakdown, a chain after that."""
    classes = document.classes(LEXICON)
    breakdown = False
    while True:
        found = _CHAIN.match(classes, position)
        rule = "chain"
        if not found and not breakdown:
            found = _BREAKDOWN.match(classes, position)
            rule, breakdown = "breakdown", True
        more = read(document, outcomes, Match(rule, found), outcome) if found else None
        if not found or more is None:
            return
        yield more
        position = found.end()


def _fact(document: Document, count: Count, places: Places) -> CasualtyFact:
    start, end, text = document.slice(count.first, count.end, LEXICON)
    return CasualtyFact(
        start=start,
        end=end,
        text=text,
        rule=count.rule,
        type=count.type,
        min=count.quantity.min,
        max=count.quantity.max,
        modifier=count.quantity.modifier,
        victims=_who(document, count.who),
        attribution=attribute(document, start, end),
        place=places.near(count.first, count.end),
        implicit=count.rule == "implicit",
    )


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
