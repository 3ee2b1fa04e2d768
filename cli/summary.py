"""Articles at a glance: of one article a panel for each kind of fact, of many a row each and a line of totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, TextIO

from rich.text import Text

from waqai.extractors.registry import presentation

from .bidi import Draw, isolated
from .console import Page
from .outputs.output import Writer
from .overview import Overview
from .tables import GAP, at_right, columns, lines, shortened, shown, table
from .words import ENGLISH, Words

if TYPE_CHECKING:
    from waqai.extractors import ExtractedArticle, Fact
    from waqai.extractors.presentation import Column

Panel = tuple[Sequence[str], list[list[str]]]  # header, rows


class TableWriter(Writer):
    """Prints one article as panels, many as a table. An article with its text is printed by itself."""

    def __init__(self, stream: TextIO, draw: Draw = isolated, words: Words = ENGLISH) -> None:
        self._console = Page(stream)
        self._draw = draw
        self._words = words
        self._first: ExtractedArticle | None = None
        self._overview: Overview | None = None

    def write(self, article: ExtractedArticle) -> None:
        """Prints an article, the first as soon as it is known whether others follow."""
        if article.text:
            self._print_one(article)
        elif self._overview is not None:
            self._print(self._overview.row(article))
        elif self._first is None:
            self._first = article
        else:
            self._overview = Overview(list(article.facts), self._console.width, self._draw, self._words)
            self._print(self._overview.header(), "bold")
            self._print([*self._overview.row(self._first), *self._overview.row(article)])

    def close(self) -> None:
        """Prints what could not be printed before."""
        if self._overview is not None:
            self._print(self._overview.totals(), "bold")
        elif self._first is not None:
            self._print_one(self._first)

    def _print_one(self, article: ExtractedArticle) -> None:
        width = self._console.width
        published = self._words.day(article.published) if article.published else None
        about = GAP.join(part for part in (article.source, article.id, published) if part)
        self._print(lines(about, width, self._draw), "bold")
        if article.title:
            self._print(lines(article.title, width, self._draw), "bold")
        if article.text:
            self._print(["", *lines(article.text, width, self._draw)])
        if not any(article.facts.values()):
            self._print(lines(self._words.label("no facts"), width, self._draw), "dim")
        for kind, facts in article.facts.items():
            if facts:
                heading = f"{self._words.label(kind)} ({self._words.number(len(facts))})"
                self._print(["", *lines(heading, width, self._draw)], "bold cyan")
                most = {self._words.label(column.name): partial(_lines, width) for column in _long(kind)}
                self._print(table(*panel(kind, facts, width, self._words), width, self._draw, self._words, most))
        self._print([""])

    def _print(self, drawn: Sequence[str], style: str = "") -> None:
        if self._words.right_to_left:
            drawn = [at_right(line, self._console.width) if line else "" for line in drawn]
        self._console.print(Text("\n".join(drawn), style), soft_wrap=True)


def panel(kind: str, facts: Sequence[Fact], width: int, words: Words = ENGLISH) -> Panel:
    """The header and rows that sum up the facts of a kind; all fields if the kind does not choose some."""
    how = presentation(kind)
    if not how.columns:
        names, rows = columns(facts)
        return [*map(words.label, names)], [[*map(words.cell, names, row)] for row in rows]
    told = [column for column in how.columns if not column.rare or any(map(column.cell, facts))]
    cells = [[_cell(column, fact, width, words) for column in told] for fact in facts]
    header = [words.label(column.name) for column in told]
    if how.mentions is None:
        return header, cells
    mentioned = [getattr(fact, how.mentions) for fact in facts]
    first = dict(zip(reversed(mentioned), reversed(cells), strict=True))
    counted = [[*first[name], words.number(number)] for name, number in Counter(mentioned).items()]
    return [*header, words.label("mentions")], counted


def _long(kind: str) -> list[Column]:
    return [column for column in presentation(kind).columns if column.long]


def _lines(width: int, size: int) -> int:
    """How many lines of a column the half of a line of the page fills, so that no cell ends in a word by itself."""
    return max(1, round(width / 2 / size))


def _cell(column: Column, fact: Fact, width: int, words: Words) -> str:
    text = words.cell(column.name, shown(column.cell(fact)))
    return shortened(text, width // 2) if column.long else text
