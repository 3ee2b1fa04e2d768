"""A match of a rule → the count it tells."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..document import Document
from ..grammar import Match
from ..numbers.quantity import Modifier, Quantity
from .fact import Outcome, Relation
from .outcome import Outcomes
from .vocabulary import LEXICON

_LEAST: dict[str, Modifier] = {"الاقل": "at_least", "تقدير": "at_least", "تقريبا": "about", "الاكثر": "at_most"}
_PEOPLE = frozenset({"PERSON", "OTHERS", "STATE", "TOLL", "OF_THEM", "FROM", "NATIONAL", "BODY"})
_NONE = Quantity(0, 0, None, ())
_ONE = Quantity(1, 1, None, ())
_TWO = Quantity(2, 2, None, ())
_FAR = 3  # tokens between outcome and count from which on the fact's text leaves the outcome out


class Count(msgspec.Struct):
    """A count found: tokens first … end - 1, its outcome, the token that is its number or noun, and who.

    `of` is the count that it belongs to, and `relation` how.
    """

    rule: str
    first: int
    end: int
    type: Outcome
    anchor: int
    quantity: Quantity
    who: tuple[int, int] | None
    of: Count | None = None
    relation: Relation | None = None
    match: Match | None = None

    @property
    def name(self) -> str:
        """The name of its rule: its id up to the colon."""
        return self.rule.partition(":")[0]

    def tokens(self) -> Iterator[int]:
        """The tokens in which no other count can begin: its number or noun, and its victims."""
        yield self.anchor
        yield from range(*(self.who or (0, 0)))


def read(
    document: Document,
    outcomes: Outcomes,
    match: Match,
    outcome: Outcome | None = None,
    spent: bool = False,
) -> Count | None:
    """The count that a match tells; None where it tells none after all.

    `outcome` is what it inherits; without one its head tells it, but for a `spent` first word, which told another.
    """
    before = match.span("before")  # what must stand before the count and is none of it
    first, end, rule = before[1] if before else match.first, match.end, match.rule.id
    if toll := match.span("toll"):
        outcome = outcomes.told(*toll) or outcomes.of_cases(toll[0])
        return Count(rule, first, end, outcome, toll[0], _NONE, match.span("who")) if outcome else None
    head = match.span("head")
    if head and match.name.startswith("head") and head[1] - head[0] > 1:
        spent = spent or _has_its_subject(document.form(head[0]))
    if outcome is None and head:
        outcome = (
            _told(document, outcomes, match, head, spent) if match.name != "case_count" else outcomes.of_cases(head[0])
        )
    if outcome is None:
        return None
    if outcome == "detained" and _holds_hostages(document, match):
        outcome = "abducted"
    relation: Relation | None = "part" if match.name == "among_counted" else None
    for group, quantity in (("one", _ONE), ("two", _TWO), ("implicit", _ONE)):
        if noun := match.span(group):
            if group == "implicit":
                noun = noun[0], _end_of_name(document, *noun)
                end = min(end, noun[1]) if noun[1] < match.spans[group][1] else end
            start = first + spent if head and head[0] < noun[0] else noun[0]
            told_by = rule if group != "implicit" or match.name == "implicit" else f"implicit:{match.name}"
            quantity = document.quantities.get(noun[1] - 1, quantity)  # شخص واحد على الأقل
            quantity = _with_least(document, match, quantity)
            return Count(told_by, start, end, outcome, noun[0], quantity, noun, relation=relation)
    anchor, _ = match.spans["number"]
    who = match.span("who")
    if who and outcome == "infected" and _may_be_a_place(document, who[0]):
        end = who[0]
        who = None
    if head and who and _is_weak(document, head[0]) and not _is_person(document, who[0]):
        return None  # ضبط 500 علبة
    told = document.counted(*match.spans["number"])
    if told is None:
        return None
    quantity = _with_reached(document, match, _with_least(document, match, told))
    start = first + spent if head and anchor - head[1] <= _FAR else min(anchor, who[0] if who else anchor)
    return Count(rule, start, end, outcome, anchor, quantity, who, relation=relation)


def _holds_hostages(document: Document, match: Match) -> bool:
    """Whether those held are told to be hostages: احتجز مسلحون 20 رهينة."""
    number = match.span("number")
    behind = document.classes(LEXICON)[number[1] : number[1] + 1] if number else ""
    return bool(behind) and {"STATE", "abducted"} <= LEXICON.features(behind)


def _end_of_name(document: Document, first: int, end: int) -> int:
    """Where a name ends: before a word with a preposition and ال, which is part of none."""
    ends = (token for token in range(first + 1, end) if document.form(token).startswith(("لل", "بال")))
    return next(ends, end)


def _may_be_a_place(document: Document, token: int) -> bool:
    """Whether an unknown word behind a number of cases may be a place with ب, which nobody counts: 21 برشيدية."""
    return document.form(token).startswith("ب") and not _is_person(document, token)


def _is_weak(document: Document, head: int) -> bool:
    return "WEAK" in LEXICON.features(document.classes(LEXICON)[head])


def _is_person(document: Document, token: int) -> bool:
    return not _PEOPLE.isdisjoint(LEXICON.features(document.classes(LEXICON)[token]))


def _told(document: Document, outcomes: Outcomes, match: Match, head: tuple[int, int], spent: bool) -> Outcome | None:
    """The outcome that the head of a match tells, or what overrules it: a loss of lives, a verb behind the count."""
    if match.span("lives"):
        return "killed"
    if fate := match.span("fate"):
        return outcomes.told(*fate)
    return outcomes.told(head[0] + spent, head[1])


def _has_its_subject(verb: str) -> bool:
    """Whether a verb is dual or plural, so that its subject went before: «شخصان قتلا وأصيب ثالث»."""
    return verb.endswith(("ا", "ان", "ون"))


def _with_reached(document: Document, match: Match, quantity: Quantity) -> Quantity:
    """`quantity` bounded by a verb that stands before the noun: تجاوز عدد القتلى 300."""
    verb = match.span("reached")
    if verb is None or quantity.modifier:
        return quantity
    classes = LEXICON.features(document.classes(LEXICON)[verb[0]])
    if "EXCEEDING" in classes:
        return msgspec.structs.replace(quantity, max=None, modifier="at_least")
    return msgspec.structs.replace(quantity, modifier="about") if "NEARING" in classes else quantity


def _with_least(document: Document, match: Match, quantity: Quantity) -> Quantity:
    """`quantity` with the modifier that stands behind the victims, if any: 13 شخصا على الأقل."""
    least = match.span("least")
    if least is None:
        return quantity
    modifier = _LEAST[document.form(least[1] - 1)]
    if modifier == "at_least":
        return msgspec.structs.replace(quantity, max=None, modifier=modifier)
    if modifier == "at_most":
        return msgspec.structs.replace(quantity, min=None, modifier=modifier)
    return msgspec.structs.replace(quantity, modifier=quantity.modifier or modifier)
