"""The canonical name of a mention: the fullest name that the article uses for the same body."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ..text.gazetteer import forms

_SIGNS = frozenset("\"'()[]{}«»“”„‹›’‘#_:،,")


def fullest(names: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """For each name of an article, given with the gazetteer's organization where one is known, the fullest.

    A name is short for another that it begins, or that has one word more before it (الداخلية, وزارة الداخلية). One that
    is short for two different names (وزارة الدفاع of two countries) stays as it is.
    """
    bodies: dict[str, str | None] = {}
    for name, body in names:
        bodies[name] = bodies.get(name) or body
    texts = sorted(bodies, key=len, reverse=True)
    full: dict[str, str] = {}
    for text in texts:
        mine = _key(text)
        body = bodies[text]
        longer = [
            other
            for other in texts
            if len(other) > len(text)
            and full.get(other, other) == other
            and (body == bodies[other] if body and bodies[other] else _short_for(mine, _key(other), body is None))
        ]
        full[text] = longer[0] if len({_key(other) for other in longer}) == 1 else text
    return full


def spelled_out(text: str) -> str:
    """A name without what its place in the text did to it.

    >>> spelled_out("للأمم المتحدة"), spelled_out("الجيش_اليمني"), spelled_out("ميليشيات #الحوثي")
    ('الأمم المتحدة', 'الجيش اليمني', 'ميليشيات الحوثي')
    """
    name = " ".join(text.replace("_", " ").replace("#", " ").split())
    return "ال" + name[2:] if name.startswith("لل") else name


def _short_for(short: tuple[str, ...], long: tuple[str, ...], anywhere: bool) -> bool:
    size = len(short)
    return long[:size] == short or (anywhere and long[1 : size + 1] == short)


@lru_cache(maxsize=10_000)
def _key(name: str) -> tuple[str, ...]:
    """The folded words of a name, without signs."""
    return tuple(form for form in forms(spelled_out(name)) if form not in _SIGNS)
