"""The canonical name of a mention: the fullest name that the article uses for the same body."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from ..gazetteer import forms
from ..text import lexicon
from ..text.folding import JOINER, TATWEEL
from ..text.legible import legible
from ..text.lexicon import rows

_PLACES = Path(lexicon.__file__).with_name("places.tsv")
_ENDING = re.compile(r"(?:يا|يه|ي|ا|ه)$")
_SIGNS = frozenset("\"'()[]{}«»“”„‹›’‘#_:،,")


def fullest(names: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """For each name of an article, given with the gazetteer's organization where one is known, the fullest.

    A name is short for another that it begins, or that has one word more before it (الداخلية, وزارة الداخلية). One that
    is short for two different names (وزارة الدفاع of two countries) stays as it is.
    """
    bodies: dict[str, str | None] = {}
    for name, body in names:
        bodies[name] = bodies.get(name) or body
    full: dict[str, str] = {}
    known = _FullNames()
    for text in sorted(bodies, key=len, reverse=True):
        body = bodies[text]
        longer = [other for other in known.like(text, body) if len(other) > len(text)]
        if len({_key(other) for other in longer}) == 1:
            full[text] = longer[0]
        else:
            full[text] = text
            known.add(text, body)
    return full


class _FullNames:
    """Names that are short for no other, the longest first, by body and by their first two words."""

    def __init__(self) -> None:
        self._bodies: dict[str, str | None] = {}
        self._by_body: dict[str, list[str]] = {}
        self._by_word: tuple[dict[str, list[str]], dict[str, list[str]]] = ({}, {})

    def add(self, name: str, body: str | None) -> None:
        self._bodies[name] = body
        if body:
            self._by_body.setdefault(body, []).append(name)
        for word, names in zip(_key(name), self._by_word, strict=False):
            names.setdefault(word, []).append(name)

    def like(self, name: str, body: str | None) -> list[str]:
        """The names of the same body, and those that `name` is a part of where one of the two has no known body."""
        found = list(self._by_body.get(body, ())) if body else []
        short = _key(name)
        for start in (0,) if body or not short else (0, 1):
            for other in self._by_word[start].get(short[0] if short else "", ()):
                if not (body and self._bodies[other]) and _key(other)[start : start + len(short)] == short:
                    found.append(other)
        return [other for other in found if not _differ(short, _key(other))]


def _differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names that begin alike are of two bodies: by their nations, or by what is said behind a nation.

    حزب العدالة التركي and حزب العدالة المغربي; الجيش السوري and الجيش السوري الحر.
    """
    alike = 0
    while alike < min(len(one), len(other)) and one[alike] == other[alike]:
        alike += 1
    rest, other_rest = one[alike:], other[alike:]
    if rest and other_rest:
        nations = [[_nation(word) for word in words] for words in (rest, other_rest)]
        return alike > 0 and nations[0] != nations[1] and all(map(all, nations))
    longer = rest or other_rest
    follows = longer and longer[0].startswith("ال") and not _nation(longer[0])
    return bool(follows and alike > 1 and _nation(one[alike - 1]))


def _nation(word: str) -> str | None:
    """What an adjective of nationality and its country have in common: سور of السوري; None of other words."""
    stem = _ENDING.sub("", word.removeprefix("ال").replace("اميرك", "امريك"))
    return stem if word.startswith("ال") and stem in _nations() and stem != word.removeprefix("ال") else None


@cache
def _nations() -> frozenset[str]:
    return frozenset(_ENDING.sub("", word) for _, words in rows(_PLACES) for word in words)


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


@lru_cache(maxsize=2_000)
def _key(name: str) -> tuple[str, ...]:
    """The folded words of a name, without signs."""
    return tuple(form for form in forms(spelled_out(name)) if form not in _SIGNS)
