"""The counts that go on from one: the next of a list, the parts of a breakdown, cases place by place."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from msgspec import Struct

from ..document import Document
from ..grammar import Match, Matcher, Rule, compile_pattern
from .chains import BREAKDOWN, CHAIN, NAMED_NEXT, NAMES, PARTS, PLACES
from .count import Count, read
from .epidemic import BY_PLACE, SPLIT
from .fact import Outcome
from .fragments import FRAGMENTS
from .outcome import Outcomes
from .vocabulary import LEXICON

_OF_NAMES = frozenset({"implicit:namely", "implicit:among"})
_IN_BRACKETS = compile_pattern(LEXICON, "<LPAREN><QUANTITY><RPAREN>")
_OF_EPIDEMICS: frozenset[Outcome] = frozenset({"infected", "killed"})


class _Step(Struct, frozen=True):
    """A way to go on; whether parts begin with it, and what it is for alone: epidemics, lists, names, parts."""

    matcher: Matcher
    splits: bool = False
    epidemic: bool = False
    names: bool = False
    after_name: bool = False
    within: bool = False


def _matcher(id: str, pattern: str, example: str) -> Matcher:
    return Matcher(LEXICON, [Rule(id, pattern, example)], FRAGMENTS)


_STEPS = (
    _Step(_matcher("chain", CHAIN, "و5 مدنيين")),
    _Step(_matcher("implicit:names", NAMES, "، أحمد سالم،"), names=True),
    _Step(_matcher("implicit:named_next", NAMED_NEXT, "، أحمد سالم، عمر حسن"), after_name=True),
    _Step(_matcher("by_place", BY_PLACE, "و15 حالة في حلب"), epidemic=True),
    _Step(_matcher("parts", PARTS, "، 3 نساء،"), within=True),
    _Step(_matcher("breakdown", BREAKDOWN, "بينهم 3 أطفال"), splits=True),
    _Step(_matcher("breakdown:places", PLACES, "، حلب 22، إدلب 14"), splits=True),
    _Step(_matcher("by_place:split", SPLIT, "، 15 منهم في حلب"), splits=True, epidemic=True),
)

MATCHERS = tuple(step.matcher for step in _STEPS)


def go_on(
    document: Document, outcomes: Outcomes, position: int, outcome: Outcome, origin: Count | None
) -> Iterator[Count]:
    """The counts from token `position` on that share an outcome: a list, then a breakdown, and the list of its parts.

    `origin` is the count that they go on from, where it was counted.
    """
    classes = document.classes(LEXICON)
    named = origin is not None and (origin.rule in _OF_NAMES or _is_of_each(document, origin))
    epidemic = outcome in _OF_EPIDEMICS and outcomes.in_epidemic(position)
    after_name = origin is not None and origin.name == "implicit"
    split = parts = False
    left = _most(origin)
    position = _behind_repeated(document, position, origin)
    while True:
        steps = [
            step
            for step in _STEPS
            if (epidemic or not step.epidemic)
            and (named or not step.names)
            and (after_name or not step.after_name)
            and not (split and step.splits)
            and (split or not step.within)
        ]
        taken = next(((step, found) for step in steps if (found := step.matcher.match(classes, position))), None)
        more = read(document, outcomes, taken[1], outcome) if taken else None
        if taken is None or more is None:
            return
        more.match = taken[1]
        named = named or taken[0].after_name
        split = split or taken[0].splits
        if split:
            left -= more.quantity.min or 0
        if left < 0 and _says_among(classes, taken[1]):  # 5 قتلى بينهم تسعة جنود: the text contradicts itself
            left = inf
        if left < 0:  # more than the whole: no part of it, but told beside it where it is joined
            if taken[0].splits or taken[0].within:
                return
            split, parts, left = False, False, inf
        parts = parts or split or _points_back(classes, more)
        _tie(classes, more, origin, parts)
        if not _is_counterpart(document, more):
            yield more
        position = taken[1].end


def _behind_repeated(document: Document, position: int, origin: Count | None) -> int:
    """`position`, or behind a number in brackets that says a count again: شخصين (2)."""
    repeated = document.quantities.get(position + 1)
    if origin is None or repeated is None or not _IN_BRACKETS.match(document.classes(LEXICON), position):
        return position
    return position + 3 if (repeated.min, repeated.max) == (origin.quantity.min, origin.quantity.max) else position


def _says_among(classes: str, match: Match) -> bool:
    """Whether a word such as بينهم says that what matched are parts."""
    return any("AMONG" in LEXICON.features(c) for c in classes[match.first : match.end])


def _most(whole: Count | None) -> float:
    """How many the parts of a whole can be together."""
    at_most = whole is not None and whole.quantity.modifier in (None, "at_most")
    return (whole.quantity.max or inf) if whole is not None and at_most else inf


def _is_of_each(document: Document, origin: Count) -> bool:
    """Whether a person is the first of a list of names: «كل من فلان، فلان»."""
    before = [document.form(token) for token in range(max(0, origin.anchor - 3), origin.anchor)]
    return origin.name == "implicit" and any(word in ("كل", "كلا") for word in before)


def _tie(classes: str, more: Count, origin: Count | None, part: bool) -> None:
    """Ties a count to the one it goes on from: a part of it, or of what that is a part of, or told beside it."""
    first = more.match.first if more.match else more.first
    beside = any("MEANWHILE" in LEXICON.features(c) for c in classes[first : first + 2])
    if part and not beside:
        more.of, more.relation = origin, "part"
    elif origin and origin.relation == "part":
        more.of, more.relation = origin.of, ("also" if beside and origin.of else "part")
    elif origin:
        more.of, more.relation = origin, "also"


def _is_counterpart(document: Document, more: Count) -> bool:
    """Whether a noun is the feminine of the one before it, counted with it: 12 طالبا وطالبة."""
    if more.name != "chain" or more.anchor == 0:
        return False
    masculine = document.form(more.anchor - 1).removesuffix("ا")
    return document.form(more.anchor) == f"و{masculine}ه" and more.anchor - 2 in document.quantities


def _points_back(classes: str, count: Count) -> bool:
    """Whether a word such as منهم or أحدهم makes a count a part of the one before."""
    pointing = classes[count.first : count.end]
    return any(LEXICON.features(c) & {"OF_THEM", "ONE_OF_THEM"} for c in pointing)
