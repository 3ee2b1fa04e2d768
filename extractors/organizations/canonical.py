"""The canonical name of a mention: the fullest name that the article uses for the same body."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from ..engine.sre import lazy
from ..gazetteer import forms
from ..text.folding import JOINER, TATWEEL
from ..text.legible import legible
from ..text.lexicon import forms_of
from .entries import Bodies

_ENDING = lazy(r"(?:يا|يه|ي|ا|ه)$")
_SIGNS = frozenset("\"'()[]{}«»“”„‹›’‘#_:،,")


# Stems that tell no nation, but a part of the world, a people or a part of a country.
_REGIONS = frozenset("عرب خليج افريق اوروب اورب اسيو دول عالم غرب شرق اسلام كرد كتالون كاتالون بافار باريس".split())


def fullest(names: Iterable[tuple[str, Bodies]]) -> dict[str, str]:
    """For each name of an article, given with the bodies of the gazetteer that it can stand for, the fullest.

    A name is short for another of a body that both can stand for; where one of the two is not in the gazetteer, for one
    that it begins, or that has one word more before it (الداخلية, وزارة الداخلية). One that is short for two different
    names (وزارة الدفاع of two countries) stays as it is, and none takes another's nation.
    """
    bodies: dict[str, Bodies] = {}
    for name, known_as in names:
        bodies[name] = bodies.get(name) or known_as
    full: dict[str, str] = {}
    known = _FullNames()
    for text in sorted(bodies, key=len, reverse=True):
        longer = [other for other in known.like(text, bodies[text]) if len(other) > len(text)]
        if len({_key(other) for other in longer}) == 1:
            full[text] = longer[0]
        else:
            full[text] = text
            known.add(text, bodies[text])
    return full


class _FullNames:
    """Names that are short for no other, the longest first, by body and by all that can be short for them."""

    def __init__(self) -> None:
        self._bodies: dict[str, Bodies] = {}
        self._by_body: dict[str, list[str]] = {}
        self._by_part: tuple[dict[tuple[str, ...], list[str]], ...] = ({}, {})  # from the first word, from the second

    def add(self, name: str, bodies: Bodies) -> None:
        self._bodies[name] = bodies
        for body in bodies:
            self._by_body.setdefault(body, []).append(name)
        key = _key(name)
        for start, names in enumerate(self._by_part):
            for end in range(start + 1, len(key) + 1):
                names.setdefault(key[start:end], []).append(name)

    def like(self, name: str, bodies: Bodies) -> list[str]:
        """The names of the same body, and those that `name` is a part of where one of the two has no known body."""
        found = list(dict.fromkeys(other for body in bodies for other in self._by_body.get(body, ())))
        short = _key(name)
        for start in (0,) if bodies or not short else (0, 1):
            found += [other for other in self._by_part[start].get(short, ()) if not (bodies and self._bodies[other])]
        return [other for other in found if not _differ(short, _key(other))]


def _differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names that begin alike are of two bodies: by their nations, or by what is said behind a nation.

    حزب العدالة التركي and حزب العدالة المغربي; الجيش السوري and الجيش السوري الحر.
    """
    if differ_in_nation(one, other):
        return True
    alike = 0
    while alike < min(len(one), len(other)) and one[alike] == other[alike]:
        alike += 1
    rest, other_rest = one[alike:], other[alike:]
    if rest and other_rest:
        told = [[_nation(word) for word in words] for words in (rest, other_rest)]
        return alike > 0 and told[0] != told[1] and all(map(all, told))
    longer = rest or other_rest
    follows = longer and longer[0].startswith("ال") and not _nation(longer[0])
    return bool(follows and alike > 1 and _nation(one[alike - 1]))


def differ_in_nation(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two names, given by their folded words, tell different nations, and so cannot be of one body."""
    nations = [{nation for word in name if (nation := _nation(word))} - _REGIONS for name in (one, other)]
    return all(nations) and nations[0].isdisjoint(nations[1])


def _nation(word: str) -> str | None:
    """What an adjective of nationality and its country have in common: سور of السوري; None of other words."""
    stem = _ENDING.sub("", word.removeprefix("ال").replace("اميرك", "امريك").replace("انكليز", "انجليز"))
    return stem if word.startswith("ال") and stem in _nations() and stem != word.removeprefix("ال") else None


@cache
def _nations() -> frozenset[str]:
    return frozenset(_ENDING.sub("", word) for word in forms_of(["@nationalities/adjective"]))


def spelled_out(text: str) -> str:
    """A name without what its place in the text did to it.

    >>> spelled_out("للأمم المتحدة"), spelled_out("الجيش_اليمني"), spelled_out("ميليشيات #الحوثي")
    ('الأمم المتحدة', 'الجيش اليمني', 'ميليشيات الحوثي')
    >>> spelled_out("حـ.ـزب الله")
    'حزب الله'
    """
    if TATWEEL in text or "*" in text:  # حـ.ـزب الله
        text = legible(text).replace(JOINER, "").replace(TATWEEL, "")
    name = " ".join(text.replace("_", " ").replace("#", " ").split())
    return "ال" + name[2:] if name.startswith("لل") else name


@lru_cache(maxsize=20_000)
def _key(name: str) -> tuple[str, ...]:
    """The folded words of a name, without signs."""
    return tuple(form for form in forms(spelled_out(name)) if form not in _SIGNS)
