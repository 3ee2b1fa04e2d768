"""Families of sources: who repeats whom. A ministry's spokesman in twenty papers is one source, and so is one text."""

from __future__ import annotations

from collections.abc import Iterable

from ..text.folding import fold
from .statements import Figure
from .words import stem, weight

_TELLING = 2.5  # least weight of a word that tells one source from another
_GENERIC = frozenset(
    stem(word)
    for word in fold(
        "المتحدث الناطق باسم مصدر مصادر مسؤول مسؤولون وكالة بيان قال العميد اللواء العقيد الرسمي الأمني الإعلامي"
        " رئيس مدير وزير وزارة المتحدثة الناطقة الرئيس الوزير الدكتور"
    ).split()
)


class Families:
    """Puts figures into families, by who says them, else by the wording of their articles."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def name(self, figures: Iterable[Figure]) -> None:
        """Sets the family of each figure."""
        told = list(figures)
        said = {(f.report.key, f.low, f.high): f for f in told if source_words(f.count.said_by)}
        keys = [_keys(said.get((figure.report.key, figure.low, figure.high), figure)) for figure in told]
        for first, *others in keys:
            for key in others:
                self._join(first, key)
        for figure, (first, *_) in zip(told, keys, strict=True):
            figure.family = self._root(first)

    def _join(self, a: str, b: str) -> None:
        low, high = sorted((self._root(a), self._root(b)))
        self._parent[high] = low

    def _root(self, key: str) -> str:
        while (parent := self._parent.get(key, key)) != key:
            key = parent
        return key


def _keys(figure: Figure) -> list[str]:
    """What a figure shares with others of its family."""
    said = source_words(figure.count.said_by)
    if said:
        return [f"said {word}" for word in said]
    return [f"article {figure.report.key}", *(f"text {gram}" for gram in sorted(figure.report.texts))]


def source_words(said_by: str | None) -> list[str]:
    """The words of an attribution that tell who it is, the rarest first; those of titles are left out."""
    words = [stem(word) for word in fold(said_by or "").split()]
    told = {word for word in words if word not in _GENERIC and weight(word) >= _TELLING and len(word) > 2}
    return sorted(told, key=lambda word: (-weight(word), word))[:2]
