"""An article with its facts coloured in place, a legend, and the value of each fact in the margin."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from itertools import cycle, pairwise, zip_longest
from typing import TYPE_CHECKING, TextIO

from rich.cells import cell_len
from rich.text import Text

from waqai.extractors.registry import presentation

from .bidi import Draw, is_right_to_left, isolated
from .console import Page
from .tables import columns, printed, shortened
from .words import ENGLISH, Words

if TYPE_CHECKING:
    from waqai.extractors import Fact

    from .annotated import AnnotatedArticle

_OTHER_STYLES = ("magenta", "blue", "bright_magenta", "bright_blue", "bright_green", "bright_red")
_BULLET = "● "
_WALL = " │ "
_GAP = "   "  # between the kinds of the legend
_MARGIN = (18, 44)  # least and most columns of the notes
_WORD = re.compile(r"\S+")
# How less is to show colours and take the marks of isolation: as characters of no width.
_LESS = {"LESS": "-FRX", "LESSUTFCHARDEF": "2066-2069:c"}


def styles(kinds: Iterable[str]) -> dict[str, str]:
    """How the facts of each kind look: as it says itself, or in a colour that is left."""
    others = cycle(_OTHER_STYLES)
    return {kind: presentation(kind).style or next(others) for kind in kinds}


def write(
    articles: Sequence[AnnotatedArticle],
    stream: TextIO,
    draw: Draw = isolated,
    pager: bool = True,
    words: Words = ENGLISH,
) -> None:
    """Prints articles with their facts; on a terminal that is too low for them, through the pager."""
    console = Page(stream)
    drawn = [line for article in articles for line in article_lines(article, console.width, draw, words)]
    paged = pager and console.is_terminal and len(drawn) >= console.height
    if paged:
        os.environ.update({name: os.environ.get(name, value) for name, value in _LESS.items()})
    with console.pager(styles=True) if paged else nullcontext():
        console.print(Text("\n").join(drawn), soft_wrap=True)


def article_lines(annotated: AnnotatedArticle, width: int, draw: Draw = isolated, words: Words = ENGLISH) -> list[Text]:
    """The lines of one article: what it is, the legend, and the text beside its notes."""
    colours = styles(annotated.extracted.facts)
    published = annotated.extracted.published
    about = "  ".join(part for part in (annotated.name, words.day(published) if published else None) if part)
    head = [draw(Text(shortened(line, width), "bold")) for line in (about, annotated.extracted.title) if line]
    margin = min(max(_MARGIN[0], width // 3), _MARGIN[1])
    room = max(10, width - margin - len(_WALL))
    text, facts = annotated.article.text, annotated.facts
    body = [
        _beside(note, line, margin, room, draw)
        for paragraph in broken(text, room)
        for note, line in zip_longest(
            _paragraph_notes(paragraph, facts, colours, margin, draw, words),
            [coloured(text, start, end, facts, colours) for start, end in paragraph],
            fillvalue=Text(),
        )
    ]
    return [*head, *_legend(annotated.extracted.facts, colours, width, draw, words), Text(), *body, Text()]


def _legend(
    facts: Mapping[str, Sequence[Fact]], colours: Mapping[str, str], width: int, draw: Draw, words: Words
) -> Iterator[Text]:
    """The kinds and how many facts of each there are, in lines of at most `width` columns."""
    line = Text()
    for kind, found in facts.items():
        told = draw(Text(f"{words.label(kind)} {words.number(len(found))}", colours[kind]))
        if line and line.cell_len + len(_GAP) + told.cell_len > width:
            yield line
            line = Text()
        line = Text(_GAP).join([line, told]) if line else told
    yield line


def broken(text: str, width: int) -> Iterator[list[tuple[int, int]]]:
    """Start and end offsets of the lines of each paragraph, of at most `width` columns, broken between words."""
    position = 0
    for paragraph in text.split("\n"):
        lines: list[tuple[int, int]] = []
        for word in _WORD.finditer(paragraph):
            for start, end in _pieces(text, position + word.start(), position + word.end(), width):
                if lines and cell_len(printed(text[lines[-1][0] : end])) <= width:
                    lines[-1] = (lines[-1][0], end)
                else:
                    lines.append((start, end))
        yield lines or [(position, position)]
        position += len(paragraph) + 1


def _pieces(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """A word in pieces that fit in a line."""
    while cell_len(printed(text[start:end])) > width:
        yield start, start + width
        start += width
    yield start, end


def coloured(text: str, start: int, end: int, facts: Iterable[tuple[str, Fact]], colours: Mapping[str, str]) -> Text:
    """A stretch of the text in the colours of the facts there, shorter ones over longer ones."""
    there = [(kind, fact) for kind, fact in facts if fact.start < end and fact.end > start]
    there.sort(key=lambda pair: pair[1].start - pair[1].end)
    edges = {edge for _, fact in there for edge in (fact.start, fact.end) if start < edge < end}
    line = Text()
    for left, right in pairwise([start, *sorted(edges), end]):
        style = " ".join(colours[kind] for kind, fact in there if fact.start <= left and fact.end >= right)
        line.append(printed(text[left:right]).replace("\t", " "), style)
    return line


def _paragraph_notes(
    paragraph: Iterable[tuple[int, int]],
    facts: Sequence[tuple[str, Fact]],
    colours: Mapping[str, str],
    width: int,
    draw: Draw,
    words: Words,
) -> list[Text]:
    """The notes beside a paragraph: each beside the line that its fact begins in, or below, as there is room."""
    rows: list[Text] = []
    for number, (start, end) in enumerate(paragraph):
        rows += [Text()] * (number - len(rows))
        rows += _notes([pair for pair in facts if start <= pair[1].start < end], colours, width, draw, words)
    return rows


def _notes(
    facts: Iterable[tuple[str, Fact]], colours: Mapping[str, str], width: int, draw: Draw, words: Words
) -> list[Text]:
    """Notes of facts, each drawn by itself, as many beside each other as there is room for."""
    rows: list[Text] = []
    for kind, fact in facts:
        colour = colours[kind].split()[-1]
        short = shortened(note(kind, fact, words), width - cell_len(_BULLET))
        told = Text.assemble((_BULLET, colour), draw(Text(short, colour)))
        if rows and cell_len(rows[-1].plain) + 2 + cell_len(told.plain) <= width:
            rows[-1].append("  ").append(told)
        else:
            rows.append(told)
    return rows


def note(kind: str, fact: Fact, words: Words = ENGLISH) -> str:
    """What a fact says, in a few words."""
    written = presentation(kind).note
    if written is not None:
        return words.note(str(written(fact)))
    header, (cells,) = columns([fact])
    told = [(words.label(name), words.cell(name, cell)) for name, cell in zip(header, cells, strict=True) if cell]
    return ", ".join(f"{name} {cell}" for name, cell in told[1:])


def _beside(note: Text, text: Text, margin: int, room: int, draw: Draw) -> Text:
    """A note on the left, its text on the right, which right-to-left text begins at."""
    shown = draw(text)
    blank = " " * max(0, room - cell_len(shown.plain))
    if not is_right_to_left(text.plain):
        blank = ""
    gap = " " * max(0, margin - cell_len(note.plain))
    beside = Text.assemble(note, gap, (_WALL, "dim"), blank, shown)
    beside.rstrip()
    return beside
