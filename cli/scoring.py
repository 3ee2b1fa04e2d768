"""How well facts agree with gold articles: precision, recall and F1 of each kind, and what was missed or is spurious.

Gold facts are paired with found ones, nearest spans first, each with one at most. A gold fact that is `optional`
counts neither way, and nor does a casualty that is `implicit`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

GoldFact = Mapping[str, Any]
Facts = Sequence[GoldFact]
Documents = Mapping[str, Mapping[str, Facts]]  # the facts of each article, by its id, by kind
Same = Callable[[Any, Any], bool]

_PLACE = ("start", "end", "text")
_ASIDE = ("optional", "implicit", "rule")
_MARKS = re.compile(r"[\u0640\u064b-\u065f\u0670]")  # tatweel and vowel signs
_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"})
_CLITICS = re.compile(r"^(?:[وفبلك]?ال|لل|[وفبلك](?=\w{4}))")
# Words that say where in or beside a place something is, as folded and without clitics.
_EDGES = frozenset("محيط طراف اطراف مشارف قرب وسط شرق غرب شمال جنوب شرقي غربي شمالي جنوبي".split())
_SLIP = 2  # letters by which the start of an exact span may differ: a clitic taken in or left out


def overlap(a: GoldFact, b: GoldFact) -> int:
    """How many characters two facts share."""
    return max(0, int(min(a["end"], b["end"])) - int(max(a["start"], b["start"])))


def shared(a: GoldFact, b: GoldFact) -> float:
    """Intersection over union of two spans, 0 to 1."""
    common = overlap(a, b)
    both = int(a["end"] - a["start"] + b["end"] - b["start"]) - common
    return common / max(1, both)


def same_name(a: str | None, b: str | None) -> bool:
    """Whether two names share half the words of the shorter one, spelling and attached clitics aside.

    >>> same_name("وزارة الدفاع الأمريكية", "للدفاع الامريكيه"), same_name("الجيش الليبي", "الشرطة الليبية")
    (True, False)
    """
    one, other = set(_words(a)), set(_words(b))
    return bool(one and other) and len(one & other) >= 0.5 * min(len(one), len(other))


def same_words(a: str | None, b: str | None) -> bool:
    """Whether two names have at least four of five words in common, or both are absent.

    >>> same_words("وزارة الدفاع الأمريكية", "للدفاع الامريكيه"), same_words("وزارة الدفاع", "ووزارة الدفاع")
    (False, True)
    """
    one, other = set(_words(a)), set(_words(b))
    if not (one and other):
        return not a and not b
    return len(one & other) >= 0.8 * len(one | other)


def same_scene(a: str | None, b: str | None) -> bool:
    """Whether two descriptions of a place have the same words, or one names the same spot less fully.

    >>> same_scene("محيط قرية السدرة", "قرية السدرة بريف إدلب"), same_scene("ريف إدلب", "قرية السدرة بريف إدلب")
    (True, False)
    """
    if same_words(a, b):
        return True
    short, long = sorted(([word for word in _words(name) if word not in _EDGES] for name in (a, b)), key=len)
    return bool(short) and short[0] == long[0] and set(short) <= set(long)


def same_place(gold: str | None, found: Any) -> bool:
    """Whether the mention that gold has names the place that was resolved, a record with its `name`."""
    return same_name(gold, found.get("name") if isinstance(found, Mapping) else found)


def _words(text: str | None) -> list[str]:
    folded = _MARKS.sub("", text or "").translate(_LETTERS)
    return [word for word in (_CLITICS.sub("", word) for word in re.findall(r"[^\W_]+", folded)) if word]


def _same_span(gold: GoldFact, found: GoldFact) -> bool:
    return bool(gold["end"] == found["end"] and abs(gold["start"] - found["start"]) <= _SLIP)


def _half(gold: GoldFact, found: GoldFact) -> bool:
    return shared(gold, found) >= 0.5


def _overlapping(*fields: str) -> Same:
    def agree(gold: GoldFact, found: GoldFact) -> bool:
        return overlap(gold, found) > 0 and all(gold.get(name) == found.get(name) for name in fields)

    return agree


def _same_fields(gold: GoldFact, found: GoldFact) -> bool:
    fields = [name for name in gold if name not in _PLACE + _ASIDE]
    return _overlapping(*fields)(gold, found)


def _speakers(gold: GoldFact, found: GoldFact) -> bool:
    """Whether the speakers are one; what one side calls the speaker may be the role or the body of the other."""
    if not gold.get("speaker"):
        return False
    pairs = [("speaker", name) for name in ("speaker", "role", "organization")]
    pairs += [(name, "speaker") for name in ("role", "organization")]
    return any(same_name(gold.get(one), found.get(other)) for one, other in pairs)


def _said(gold: GoldFact, found: GoldFact) -> bool:
    return _half(gold, found) and _speakers(gold, found)


def _casualty_right(gold: GoldFact, found: GoldFact) -> bool:
    """Whether a casualty can go into a sheet unread: type, bounds, modifier, source and place are right."""
    return (
        _overlapping("type", "min", "max", "modifier")(gold, found)
        and same_words(gold.get("attribution"), found.get("attribution"))
        and same_scene(gold.get("place"), found.get("place"))
    )


def _quote_right(gold: GoldFact, found: GoldFact) -> bool:
    """Whether a quote can go into a sheet unread: content, speaker, role and the official mark are right."""
    return (
        _half(gold, found)
        and bool(gold.get("speaker"))
        and same_words(gold.get("speaker"), found.get("speaker"))
        and gold.get("official") == found.get("official")
        and same_words(gold.get("role"), found.get("role"))
    )


def _any(fact: GoldFact) -> bool:
    return True


def _counted(fact: GoldFact) -> bool:
    return not fact.get("implicit")


def _implicit(fact: GoldFact) -> bool:
    return bool(fact.get("implicit"))


def _official(fact: GoldFact) -> bool:
    return fact.get("official") is True


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of a kind: when two facts agree, which facts it is about, and whether it compares their fields."""

    name: str
    agree: Same
    about: Callable[[GoldFact], bool] = _any
    fields: bool = False


_SPANS = (
    Row("half the letters shared", _half, fields=True),
    Row("span, exact", _same_span),
    Row("span, overlap", _overlapping()),
)
# The first row of a kind is its headline.
ROWS: dict[str, tuple[Row, ...]] = {
    "casualties": (
        Row("count and type", _overlapping("type", "min", "max"), _counted, fields=True),
        Row("all right", _casualty_right, _counted),
        Row("implicit: one person, no number", _overlapping("type"), _implicit),
        Row("count only", _overlapping("min", "max"), _counted),
        Row("span only", _overlapping(), _counted),
    ),
    "dates": (
        Row("type and value", _overlapping("type", "value"), fields=True),
        Row("span, exact", _same_span),
        Row("span, overlap", _overlapping()),
    ),
    "organizations": _SPANS,
    "places": _SPANS,
    "quotes": (
        Row("officials: content and speaker", _said, _official, fields=True),
        Row("all: content and speaker", _said, fields=True),
        Row("all right", _quote_right),
        Row("all: content", _half),
    ),
}
# Any other kind: a fact agrees where the fields that the gold fact has agree.
OTHER_ROWS = (
    Row("all fields", _same_fields, fields=True),
    Row("span, exact", _same_span),
    Row("span, overlap", _overlapping()),
)


def _equal(gold: Any, found: Any) -> bool:
    return bool(gold == found)


# Fields that are compared in pairs, where gold has them at all; names need not be the same to the letter.
FIELDS: dict[str, dict[str, Same]] = {
    "casualties": {
        "modifier": _equal,
        "victims": same_name,
        "attribution": same_name,
        "place": same_name,
        "when": _equal,
        "at": same_place,
        "scope": _equal,
        "relation": _equal,
    },
    "dates": {"mod": _equal},
    "organizations": {"name": same_name, "category": _equal},
    "places": {"kind": _equal, "country": _equal, "region": same_name},
    "quotes": {"kind": _equal, "official": _equal, "role": same_name, "organization": same_name},
}


@dataclass(slots=True)
class Figure:
    """Counts of agreeing, missed and spurious facts."""

    right: int = 0
    missed: int = 0
    spurious: int = 0
    # Of the pairs: how many have the field right, and how many have it. None where fields are not compared.
    fields: dict[str, list[int]] | None = None

    @property
    def gold(self) -> int:
        """How many facts there are to find."""
        return self.right + self.missed

    @property
    def precision(self) -> float:
        """The share of the facts found that is right."""
        return self.right / max(1, self.right + self.spurious)

    @property
    def recall(self) -> float:
        """The share of the facts to find that was found."""
        return self.right / max(1, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.spurious + self.missed)

    def shares(self) -> dict[str, float]:
        """Of each field the share of pairs, of those in which a side has it, that agree on it."""
        return {name: right / there for name, (right, there) in (self.fields or {}).items() if there}


@dataclass(frozen=True, slots=True)
class Slip:
    """A gold fact that was missed, or a fact found that is spurious."""

    id: str
    fact: GoldFact
    missed: bool


def kinds(gold: Documents) -> list[str]:
    """The kinds that gold articles have: those known here first, the others as they come."""
    there = dict.fromkeys(kind for facts in gold.values() for kind in facts)
    return [kind for kind in ROWS if kind in there] + [kind for kind in there if kind not in ROWS]


def rows(kind: str) -> tuple[Row, ...]:
    """The figures of a kind, its headline first."""
    return ROWS.get(kind, OTHER_ROWS)


def score(gold: Documents, found: Documents, kind: str) -> dict[str, Figure]:
    """The figures of one kind by row. Some rows also tell how many fields are right."""
    fields = _fields(gold, kind)
    return {row.name: _figure(gold, found, kind, row, fields) for row in rows(kind)}


def slips(gold: Documents, found: Documents, kind: str) -> Iterator[Slip]:
    """What the headline of a kind counts as missed and as spurious, article by article."""
    for id, facts in gold.items():
        _, missed, spurious = _compare(facts.get(kind, ()), _of(found, id, kind), rows(kind)[0])
        yield from (Slip(id, fact, missed=True) for fact in missed)
        yield from (Slip(id, fact, missed=False) for fact in spurious)


def _of(documents: Documents, id: str, kind: str) -> Facts:
    return documents.get(id, {}).get(kind, ())


def _figure(gold: Documents, found: Documents, kind: str, row: Row, fields: Mapping[str, Same]) -> Figure:
    figure = Figure(fields={} if row.fields else None)
    for id, facts in gold.items():
        pairs, missed, spurious = _compare(facts.get(kind, ()), _of(found, id, kind), row)
        figure.right += len(pairs)
        figure.missed += len(missed)
        figure.spurious += len(spurious)
        if figure.fields is not None:
            for pair in pairs:
                _tally(figure.fields, pair, fields)
    return figure


def _fields(gold: Documents, kind: str) -> dict[str, Same]:
    """The fields to compare of a kind, and how: those that gold has."""
    there = dict.fromkeys(name for facts in gold.values() for fact in facts.get(kind, ()) for name in fact)
    known = FIELDS.get(kind) or dict.fromkeys((name for name in there if name not in _PLACE + _ASIDE), _equal)
    return {name: same for name, same in known.items() if name in there}


def _tally(counts: dict[str, list[int]], pair: tuple[GoldFact, GoldFact], fields: Mapping[str, Same]) -> None:
    for name, same in fields.items():
        gold, found = (fact.get(name) for fact in pair)
        right_and_there = counts.setdefault(name, [0, 0])
        if gold is not None or found is not None:
            right_and_there[0] += same(gold, found)
            right_and_there[1] += 1


def _compare(
    gold: Facts, found: Facts, row: Row
) -> tuple[list[tuple[GoldFact, GoldFact]], list[GoldFact], list[GoldFact]]:
    """The pairs that agree, the gold facts missed, and the facts found that are spurious."""
    required = [fact for fact in gold if not fact.get("optional") and row.about(fact)]
    ignored = [fact for fact in gold if fact.get("optional") or not row.about(fact)]
    near = sorted(
        (abs(g["start"] - f["start"]) + abs(g["end"] - f["end"]), i, j)
        for i, g in enumerate(required)
        for j, f in enumerate(found)
        if row.agree(g, f)
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in near:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return (
        [(required[i], found[j]) for i, j in partner.items()],
        [fact for i, fact in enumerate(required) if i not in partner],
        [
            fact
            for j, fact in enumerate(found)
            if j not in taken and row.about(fact) and not any(overlap(fact, other) for other in ignored)
        ],
    )
