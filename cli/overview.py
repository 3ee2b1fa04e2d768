"""Many articles at a glance: a row each with the figures of each kind, and a line of totals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from waqai.extractors.presentation import Different, Highest, Tally, bounds
from waqai.extractors.registry import presentation

from .bidi import Draw, isolated
from .tables import GAP, row_lines, shortened
from .words import ENGLISH, Words

if TYPE_CHECKING:
    from waqai.extractors import ExtractedArticle, Fact

_LEAST_TITLE = 12
_DAYS = [dt.date(2022, month, 28) for month in range(1, 13)]  # as long as days in words are
T = TypeVar("T", bound=Tally)


class _Number(Generic[T]):
    """A column: how many facts there are, in an article and in all."""

    width = 4

    def __init__(self, tally: T) -> None:
        self.tally = tally
        self.name = tally.name
        self._all = 0

    def add(self, facts: Sequence[Fact]) -> str:
        """The cell of one article, from its facts of the kind."""
        self._all += len(facts)
        return _none_blank(len(facts))

    def total(self) -> str:
        """The cell below all articles."""
        return str(self._all)


class _Different(_Number[Different]):
    """How many different values of a field there are."""

    def __init__(self, tally: Different) -> None:
        super().__init__(tally)
        self._values: set[object] = set()

    def add(self, facts: Sequence[Fact]) -> str:
        field, where = self.tally.field, self.tally.where
        values = {getattr(fact, field) for fact in facts if where is None or getattr(fact, where)} - {None}
        self._values |= values
        return _none_blank(len(values))

    def total(self) -> str:
        return str(len(self._values))


class _Highest(_Number[Highest]):
    """The highest single count of one type in one incident."""

    width = 7

    def __init__(self, tally: Highest) -> None:
        super().__init__(tally)
        self._highest: list[Any] = []

    def add(self, facts: Sequence[Any]) -> str:
        highest = self._top(fact for fact in facts if fact.type == self.name and _of_one_incident(fact))
        self._highest += highest
        return "".join(map(_written, highest))

    def total(self) -> str:
        return "".join(map(_written, self._top(self._highest)))

    @staticmethod
    def _top(facts: Iterable[Any]) -> list[Any]:
        return sorted(facts, key=lambda fact: fact.max or fact.min or 0)[-1:]


def _tallies(kind: str) -> Sequence[Tally]:
    return presentation(kind).tallies or (Tally(kind),)


def _column(tally: Tally) -> _Number[Any]:
    match tally:
        case Different():
            return _Different(tally)
        case Highest():
            return _Highest(tally)
        case _:
            return _Number(tally)


def _of_one_incident(fact: Any) -> bool:
    return getattr(fact, "scope", "incident") == "incident"


def _written(fact: Any) -> str:
    return bounds(fact.min, fact.max, fact.modifier)


def _none_blank(number: int) -> str:
    return str(number) if number else ""


class Overview:
    """A row for each article and a line of totals.

    Which figures there are the kinds say, see `Tally`; the last line is of all articles together.
    """

    def __init__(self, kinds: Sequence[str], width: int, draw: Draw = isolated, words: Words = ENGLISH) -> None:
        self._draw = draw
        self._words = words
        self._columns = [(kind, _column(tally)) for kind in kinds for tally in _tallies(kind)]
        published, *names = (words.label(name) for name in ("published", *(each.name for _, each in self._columns)))
        day = max(*(len(words.day(day)) for day in _DAYS), len(published))
        widths = [day, *(max(len(name), each.width) for name, (_, each) in zip(names, self._columns, strict=True))]
        title = max(_LEAST_TITLE, width - sum(widths) - len(GAP) * (len(widths) + 1))
        self._header, self._widths = [words.label("title"), published, *names], [title, *widths]
        self._articles = 0

    def header(self) -> list[str]:
        """The names of the columns, and a rule."""
        rule = GAP + "─" * (sum(self._widths) + len(GAP) * (len(self._widths) - 1))
        return [*self._row(self._header), rule]

    def row(self, article: ExtractedArticle) -> list[str]:
        """The lines of one article."""
        self._articles += 1
        title = article.title or ":".join(part for part in (article.source, article.id) if part)
        cells = [self._words.cell("", column.add(article.facts.get(kind, ()))) for kind, column in self._columns]
        return self._row([title, self._words.day(article.published) if article.published else "", *cells])

    def totals(self) -> list[str]:
        """The last line."""
        totals = [self._words.cell("", column.total()) for _, column in self._columns]
        return [
            self.header()[-1],
            *self._row([self._words.articles(self._articles), "", *totals]),
        ]

    def _row(self, cells: Sequence[str]) -> list[str]:
        fitting = [shortened(cell, width) for cell, width in zip(cells, self._widths, strict=True)]
        return row_lines(fitting, self._widths, self._draw, self._words.right_to_left)
