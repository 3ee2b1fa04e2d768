"""The canonical name of a mention: the fullest name that the article uses for the same body."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ..gazetteer import forms

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
        return found


def spelled_out(text: str) -> str:
    """A name without what its place in the text did to it.

    >>> spelled_out("للأمم المتحدة"), spelled_out("الجيش_اليمني"), spelled_out("ميليشيات #الحوثي")
    ('الأمم المتحدة', 'الجيش اليمني', 'ميليشيات الحوثي')
    """
    name = " ".join(text.replace("_", " ").replace("#", " ").split())
    return "ال" + name[2:] if name.startswith("لل") else name


@lru_cache(maxsize=2_000)
def _key(name: str) -> tuple[str, ...]:
    """The folded words of a name, without signs."""
    return tuple(form for form in forms(spelled_out(name)) if form not in _SIGNS)
