"""One foreign name in several spellings: غوتيريش, جوتيريس and غوتيريس are Guterres.

Arabic has no letters for g, v and p and writes short vowels of other languages as long ones or not at all, so each
paper spells foreign names its own way. Arabic names differ by the same letters (حسن, حسين; قاسم, جاسم), so nothing is
joined that may be Arabic: names of a single word, or with a letter or an article of Arabic, or with a first word that
is no name, and words that are both known given names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ..engine.sre import lazy
from .folding import fold
from .wordlists import words_of

_ARABIC = lazy(r"[عحصضظ]")  # letters that spell no sound of another language
_VOWELS = lazy(r"(?<=.)[اوي]")
_LOANS = str.maketrans(
    {"ج": "غ", "ك": "غ", "گ": "غ", "ش": "س", "ط": "ت", "ڤ": "ف", "پ": "ب", "ڨ": "غ", "ث": "ت", "چ": "س"}
)
_ENDING = lazy(r"[اوي]ن$")
_DOUBLED = lazy(r"(.)\1+")
_LEAST = 3  # consonants of a word that tell it from others


def one_spelling(names: Iterable[str]) -> dict[str, str]:
    """The names that are another spelling of one before them, each with that one.

    >>> one_spelling(["أنطونيو غوتيريش", "انطونيو جوتيريس", "محمد حسن", "محمد حسين"])
    {'انطونيو جوتيريس': 'أنطونيو غوتيريش'}
    """
    first: dict[tuple[str, ...], list[str]] = {}
    same: dict[str, str] = {}
    for name in dict.fromkeys(names):
        alike = first.setdefault(tuple(map(_skeleton, _words(name))), [])
        known = next((other for other in alike if _are_one(_words(name), _words(other))), None)
        if known is None:
            alike.append(name)
        else:
            same[name] = known
    return same


def _words(name: str) -> list[str]:
    return [fold(word) for word in re.findall(r"\w+", name)]


def _skeleton(word: str) -> str:
    """The consonants of a word, those that stand for one foreign sound as one letter."""
    bare = _VOWELS.sub("", word.removesuffix("ه").translate(_LOANS))
    return _DOUBLED.sub(r"\1", bare)


def _are_one(name: list[str], other: list[str]) -> bool:
    """Whether two names of the same consonants are one."""
    if name == other:
        return True
    if len(name) == 1 or any(_is_arabic(word) for word in (*name, *other)):
        return False
    if name[0] in _words_of("everyday_words") - _given_names():
        return False
    return all(_are_one_word(one, two) for one, two in zip(name, other, strict=True))


def _are_one_word(one: str, other: str) -> bool:
    if one.replace("ج", "غ") == other.replace("ج", "غ"):
        return True
    if _ENDING.sub("", one) == _ENDING.sub("", other):
        return False  # one word in two numbers or cases
    return len(_skeleton(one)) >= _LEAST and not {one, other} <= _given_names()


def _is_arabic(word: str) -> bool:
    return bool(_ARABIC.search(word)) or word.startswith("ال")


@cache
def _given_names() -> frozenset[str]:
    """Given names, men's and women's, as they are compared."""
    lists = ("given_names", "given_names_female", "given_names_ambiguous", "given_names_ambiguous_female")
    return frozenset().union(*map(_words_of, lists))


@cache
def _words_of(name: str) -> frozenset[str]:
    """A list of words as they are compared."""
    return frozenset(map(fold, words_of(name)))
