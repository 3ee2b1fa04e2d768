"""Matches of the rules → casualty facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import msgspec
import regex

from ..article import Fact
from ..text.document import Document
from ..text.quantity import Modifier, Quantity
from ..text.rules import Grammar, compile_pattern
from .attribution import attribute
from .fact import CasualtyFact, Outcome
from .place import Places
from .reality import is_real
from .rules import BREAKDOWN, CHAIN, FRAGMENTS, ILLNESS, RULES, UNCOUNTED
from .vocabulary import LEXICON, OUTCOMES

_GRAMMAR = Grammar(LEXICON, RULES, FRAGMENTS)
_CHAIN = compile_pattern(LEXICON, CHAIN, FRAGMENTS)
_UNCOUNTED = compile_pattern(LEXICON, UNCOUNTED, FRAGMENTS)
_BREAKDOWN = compile_pattern(LEXICON, BREAKDOWN, FRAGMENTS)
_ILLNESS = compile_pattern(LEXICON, ILLNESS)
_LEAST: dict[str, Modifier] = {"الاقل": "at_least", "تقدير": "at_least", "تقريبا": "about", "الاكثر": "at_most"}
_NOBODY = frozenset({"AMONG", "CASE", "TOLL", "ONE_OF_THEM"})  # heads of no noun phrase that says who
_TIMEOUT = 10.0


@dataclass(slots=True)
class Count:
    """A count found: tokens first … end - 1, its outcome, the token that is its number or noun, and who."""

    rule: str
    first: int
    end: int
    type: Outcome
    anchor: int
    quantity: Quantity
    who: tuple[int, int] | None


class CasualtyExtractor:
    """The built-in extractor of casualty counts."""

    name = "casualties"
    fact: type[Fact] = CasualtyFact
    requires: tuple[str, ...] = ()

    def extract(self, document: Document) -> list[Fact]:
        """One fact a count, see FACTS.md."""
        counts = _counts(document)
        places = Places(document)
        return [_fact(document, count, places) for count in counts]


def _counts(document: Document) -> list[Count]:
    """The counts that rules find, then those that go on from them."""
    classes = document.classes(LEXICON)
    counts: list[Count] = []
    taken: set[int] = set()

    def add(count: Count) -> None:
        counts.append(count)
        taken.update(_tokens(count))

    spent: set[int] = set()  # heads behind their count: قتلوا in «47 شخصا قتلوا وأصيب 100»
    for match in _GRAMMAR.finditer(document):
        head = match.groups.start("head")
        count = _read(document, classes, match.rule, match.groups, spent=head in spent)
        if count and count.anchor not in taken and is_real(classes, head):
            add(count)
            taken.update(range(*match.groups.span("head")))
            if head > count.anchor:
                spent.add(head)
    for position, outcome in [*_ends(counts), *_uncounted(classes)]:
        for more in _continue(document, classes, position, outcome):
            if more.anchor not in taken:
                add(more)
    return counts


def _ends(counts: list[Count]) -> Iterator[tuple[int, Outcome]]:
    """Where a count may be gone on from: its end, and the end of its victims where more stands behind them."""
    for count in counts:
        yield count.end, count.type
        if count.who and count.who[1] < count.end:
            yield count.who[1], count.type


def _tokens(count: Count) -> Iterator[int]:
    """The tokens a count takes up, in which no other can begin: its number or noun, and its victims."""
    yield count.anchor
    yield from range(*(count.who or (0, 0)))


def _uncounted(classes: str) -> list[tuple[int, Outcome]]:
    """Outcomes of nobody counted, after which a breakdown may come: position and outcome."""
    found = [
        (match.end(), _outcome(classes, *match.span("head")))
        for match in _UNCOUNTED.finditer(classes, timeout=_TIMEOUT)
        if is_real(classes, match.start("head"))
    ]
    return [(position, outcome) for position, outcome in found if outcome]


def _continue(document: Document, classes: str, position: int, outcome: Outcome) -> Iterator[Count]:
    """The counts after one that share its outcome: a chain with و, a breakdown, a chain after that."""
    breakdown = False
    while True:
        found = _CHAIN.match(classes, position, timeout=_TIMEOUT)
        rule = "chain"
        if not found and not breakdown:
            found = _BREAKDOWN.match(classes, position, timeout=_TIMEOUT)
            rule, breakdown = "breakdown", True
        if not found:
            return
        more = _read(document, classes, rule, found, outcome)
        if more is None:
            return
        yield more
        position = found.end()


def _read(
    document: Document,
    classes: str,
    rule: str,
    found: regex.Match[str],
    outcome: Outcome | None = None,
    spent: bool = False,
) -> Count | None:
    """The count that a match tells; None where it tells none after all. A `spent` head word told another."""
    groups = found.groupdict()
    first, end = found.span()
    if rule == "none":
        toll = found.start("toll")
        outcome = _outcome(classes, toll, toll + 1)
        return Count(rule, first, end, outcome, toll, Quantity(0, 0, None, ()), None) if outcome else None
    if outcome is None:
        outcome = "killed" if rule == "lost" and found["lives"] is not None else None
        outcome = outcome or _outcome(classes, found.start("head") + spent, found.end("head"))
    if outcome is None:
        return None
    who = found.span("who") if groups.get("who") is not None else None
    for group, number in (("one", 1), ("two", 2)):
        if groups.get(group) is not None:
            start, stop = found.span(group)
            quantity = _with_least(document, found, Quantity(number, number, None, ()))
            return Count(rule, first, end, outcome, start, quantity, (start, stop))
    anchor = found.start("number")
    quantity = _with_least(document, found, document.quantities[anchor])
    start = anchor if _far(found) else first + spent
    return Count(rule, start, end, outcome, anchor, quantity, who)


def _far(found: regex.Match[str]) -> bool:
    """Whether so much stands between outcome and count that the outcome is left out of the fact's text."""
    try:
        head_end = found.end("head")
    except IndexError:
        return True
    return found.start("number") - head_end > 3


def _outcome(classes: str, start: int, end: int) -> Outcome | None:
    """The outcome that a head tells by its first word; joined with a different one, casualties. An illness infects."""
    told = [names for token in range(start, end) if (names := LEXICON.features(classes[token])) & OUTCOMES]
    outcomes = {name for i, names in enumerate(told) if i == 0 or "WA" in names for name in names & OUTCOMES}
    if not outcomes:
        return None
    if len(outcomes) > 1:
        return "casualty"
    outcome = outcomes.pop()
    if outcome == "injured" and _ILLNESS.match(classes, end, timeout=_TIMEOUT):
        return "infected"
    return cast(Outcome, outcome)


def _with_least(document: Document, found: regex.Match[str], quantity: Quantity) -> Quantity:
    """`quantity` with the modifier that stands behind the victims, if any: 13 شخصا على الأقل."""
    end = found.end("least") if "least" in found.re.groupindex else -1
    if end < 0:
        return quantity
    modifier = _LEAST[document.form(end - 1)]
    if modifier == "at_least":
        return msgspec.structs.replace(quantity, max=None, modifier=modifier)
    if modifier == "at_most":
        return msgspec.structs.replace(quantity, min=None, modifier=modifier)
    return msgspec.structs.replace(quantity, modifier=quantity.modifier or modifier)


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
