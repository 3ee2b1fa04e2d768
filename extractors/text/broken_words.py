"""Words that posts break up so that filters do not see them: `مقـ ـتل`, `إصـ.ـابة`, `قُ*تل`.

What breaks a word is a sign or a space beside a tatweel, or a star between two letters. Tatweel also stands where no
word is broken: behind particles (`لـ وزارة`), the era (`1436هـ. وقال`), the letter ك, and by itself for a dash.
"""

from __future__ import annotations

import re

from ..engine.sre import lazy
from .folding import DIACRITICS, INVISIBLE, JOINER, LETTERS, TATWEEL, fold

_SIGN = r".*…·•٭/|\\~^+=@$:_\-–" + INVISIBLE
_STAR = r"*^~@$+٭"
_LETTER = f"[{LETTERS}][{LETTERS}{DIACRITICS}]*+"
# Tatweel that stands in no word, but for what a particle ends in.
_HINT = lazy(
    rf"{TATWEEL}(?:(?<=[ {_SIGN}]{TATWEEL})|(?<=\d{TATWEEL})(?=\d)"
    rf"|(?=[ {_SIGN}])(?!(?<=[\s#\"«(“][بلكوف]{TATWEEL})|(?<=ه{TATWEEL})))"
)
_BROKEN = lazy(
    rf"""(?x)
    (?P<left>{_LETTER})
    (?:
        (?P<both>{TATWEEL}+[\ {_SIGN}]{{1,4}}{TATWEEL}[{TATWEEL}{_SIGN}]*+)  # مقـ ـتل, إصـ.ـابة
      | (?P<sign>{TATWEEL}+[{_STAR}.…]{{1,3}}{TATWEEL}*+|[{_STAR}.…]{{1,3}}{TATWEEL}+)  # مقـ.تل, قـ*تل
      | (?P<star>[{_STAR}]{{1,2}})  # قت*له
      | (?P<space>{TATWEEL}+[.…]{{0,2}}\ )  # داعـ ش
    )
    (?=(?P<right>{_LETTER}))
    """
)
_BETWEEN_DIGITS = lazy(rf"(?<=\d){TATWEEL}(?=\d)")
_ALONE = lazy(rf"(?<!\S){TATWEEL}+(?!\S)")
_DIACRITICS = lazy(f"[{DIACRITICS}]+")
_PARTICLE = lazy(r"[وف]?[بلك]?(?:ال|ل)?")
_SHORT = 3  # letters of a piece that is no word by itself
_SHORT_WORDS = frozenset(
    "من في عن ان ما لا قد لم لن هو هي هم كل او ثم بل اي يا له لي به لك بن ابن ابو ام على الى اذا هذا هذه"
    " كان منذ بعد قبل عند".split()
)
_JOINING = frozenset("بتثجحخسشصضطظعغفقلمنهيئ")  # letters that join to the next; not ك, whose tatweel is only its shape


def joined_up(text: str) -> str:
    """`text` with what breaks words replaced by joiners, and tatweel that stands for a dash by a dash."""
    if TATWEEL in text and _HINT.search(text):
        text = _BROKEN.sub(_join, text)
        text = _ALONE.sub(_dash, _BETWEEN_DIGITS.sub("-", text))
    elif "*" in text:
        text = _BROKEN.sub(_join, text)
    return text


def _join(found: re.Match[str]) -> str:
    left, right = fold(found["left"]), fold(found["right"])
    if found["sign"] is not None:
        broken = left != "ه"  # the era: 1436هـ.
    elif found["star"] is not None:
        broken = min(len(left.removeprefix("ال")), len(right)) <= _SHORT
    elif found["space"] is not None:
        broken = (
            _DIACRITICS.sub("", found["left"])[-1] in _JOINING
            and not _PARTICLE.fullmatch(left)
            and left != "ه"
            and len(right) <= _SHORT
            and right not in _SHORT_WORDS
        )
    else:
        broken = True
    if not broken:
        return found[0]
    gap = found[0][len(found["left"]) :]
    return found["left"] + "".join([sign if sign == TATWEEL else JOINER for sign in gap])


def _dash(found: re.Match[str]) -> str:
    return "–".ljust(len(found[0]), JOINER)
