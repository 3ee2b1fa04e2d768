"""When a fact found is the one that gold has: comparisons of places in the text, of names, and of whole facts.

An extractor has a `comparison` or none; without one a fact agrees where all fields of the gold fact do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct, field

GoldFact = Mapping[str, Any]
Same = Callable[[Any, Any], bool]

UNCOMPARED = frozenset({"start", "end", "text", "optional", "implicit", "rule"})  # no fields of a fact's own
_MARKS = r"[\u0640\u064b-\u065f\u0670]"  # tatweel and vowel signs
_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"})
_CLITICS = r"^(?:[وفبلك]?ال|لل|[وفبلك](?=\w{4}))"
# Words that say where in or beside a place something is, as folded and without clitics.
_EDGES = frozenset("محيط طراف اطراف مشارف قرب وسط شرق غرب شمال جنوب شرقي غربي شمالي جنوبي".split())
_SLIP = 2  # letters by which the start of an exact span may differ: a clitic taken in or left out


def any_fact(fact: GoldFact) -> bool:
    """True."""
    return True


class Row(Struct, frozen=True):
    """One figure of a kind: when two facts agree, which facts it is about, and whether it compares their fields."""

    name: str
    agree: Same
    about: Callable[[GoldFact], bool] = any_fact
    fields: bool = False


class Comparison(Struct, frozen=True):
    """The figures of a kind, its headline first, and the fields to compare in pairs, each with how.

    Without `fields` all that gold has are compared, and must be equal.
    """

    rows: tuple[Row, ...]
    fields: Mapping[str, Same] = field(default_factory=dict)


def overlap(a: GoldFact, b: GoldFact) -> int:
    """How many characters two facts share."""
    return max(0, int(min(a["end"], b["end"])) - int(max(a["start"], b["start"])))


def shared(a: GoldFact, b: GoldFact) -> float:
    """Intersection over union of two spans, 0 to 1."""
    common = overlap(a, b)
    both = int(a["end"] - a["start"] + b["end"] - b["start"]) - common
    return common / max(1, both)


def half_shared(gold: GoldFact, found: GoldFact) -> bool:
    """Whether two spans share half of the letters they cover together."""
    return shared(gold, found) >= 0.5


def same_span(gold: GoldFact, found: GoldFact) -> bool:
    """Whether two spans are the same but for a clitic at the start."""
    return bool(gold["end"] == found["end"] and abs(gold["start"] - found["start"]) <= _SLIP)


def equal(gold: Any, found: Any) -> bool:
    """Whether two values are equal."""
    return bool(gold == found)


def overlapping(*fields: str) -> Same:
    """Whether two facts overlap and are equal in `fields`."""

    def agree(gold: GoldFact, found: GoldFact) -> bool:
        return overlap(gold, found) > 0 and all(gold.get(name) == found.get(name) for name in fields)

    return agree


def _same_fields(gold: GoldFact, found: GoldFact) -> bool:
    return overlapping(*(name for name in gold if name not in UNCOMPARED))(gold, found)


SPANS = (
    Row("half the letters shared", half_shared, fields=True),
    Row("span, exact", same_span),
    Row("span, overlap", overlapping()),
)
ANY = Comparison((Row("all fields", _same_fields, fields=True), *SPANS[1:]))  # for a kind that says nothing else


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


def same_place(gold: Any, found: Any) -> bool:
    """Whether two places have one name: each a mention, or a resolved place with its `name`."""
    return same_name(*(place.get("name") if isinstance(place, Mapping) else place for place in (gold, found)))


def _words(text: str | None) -> list[str]:
    folded = re.sub(_MARKS, "", text or "").translate(_LETTERS)
    return [word for word in (re.sub(_CLITICS, "", word) for word in re.findall(r"[^\W_]+", folded)) if word]
