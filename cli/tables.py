"""Tables for people: one for each kind of fact in an article, with columns that stay straight around Arabic.

A terminal that knows the bidirectional algorithm would otherwise reorder a row across its cells. So the lines of a
cell are broken here, not by rich, and each that holds right-to-left letters is isolated by itself (UAX #9: FSI … PDI),
which takes no column on the screen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, TextIO

import msgspec
from rich.cells import cell_len, chop_cells, set_cell_size
from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from waqai.extractors import ExtractedArticle, Fact

_FSI, _PDI = "\u2068", "\u2069"
_GAP = "  "
_LONGEST = 30  # columns; a longer word (the address of a page) may be cut, a number is never that long
# What stays on one line: a word, and a number whose thousands are set apart by blanks.
_WORD = re.compile(r"\d{1,3}(?: \d{3})+(?!\d)[^ \t\r\n]*|[^ \t\r\n]+")
# Marks that would undo the isolation, and controls that a terminal obeys.
_UNPRINTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_HIDDEN = ("start", "end", "rule")


class TableWriter:
    """Prints each article with a table for each kind of fact in it."""

    def __init__(self, stream: TextIO) -> None:
        self._console = Console(file=stream, highlight=False)

    def write(self, article: ExtractedArticle) -> None:
        width = self._console.width
        published = article.published.isoformat() if article.published else None
        about = _GAP.join(part for part in (article.source, article.id, published) if part)
        self._print(lines(about, width), "bold")
        if article.title:
            self._print(lines(article.title, width), "bold")
        if article.text:
            self._print(["", *lines(article.text, width)])
        if not any(article.facts.values()):
            self._print(["no facts"], "dim")
        for kind, facts in article.facts.items():
            if facts:
                self._print(["", f"{kind} ({len(facts)})"], "bold cyan")
                self._print(table(*_columns(facts), width))
        self._print([""])

    def close(self) -> None:
        pass

    def _print(self, drawn: Sequence[str], style: str = "") -> None:
        for line in drawn:
            self._console.print(Text(line, style), soft_wrap=True)


def table(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """The lines of a table at most `width` columns wide; where its columns do not fit, one line a field."""
    widths = _widths([header, *rows], width - len(_GAP) * len(header))
    if widths is None:
        return table(("field", "value"), [pair for row in rows for pair in _named(header, row)], width)
    drawn = [_drawn(row, widths) for row in rows]
    airy = any(len(row) > 1 for row in drawn)
    body = [line for row in drawn for line in (*row, *([""] if airy else []))]
    rule = _GAP + "─" * (sum(widths) + len(_GAP) * (len(widths) - 1))
    return [*_drawn(header, widths), rule, *body]


def _named(header: Sequence[str], row: Sequence[str]) -> list[tuple[str, str]]:
    """A row as fields and values, those that say something, and an empty line after them."""
    return [pair for pair in zip(header, row, strict=True) if pair[1]] + [("", "")]


def _drawn(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    """The lines of one row. They begin with a blank: tmux hangs an isolate's mark on the character before it."""
    cells = [lines(cell, width) for cell, width in zip(row, widths, strict=True)]
    return [
        "".join(_GAP + set_cell_size(line, width) for line, width in zip(across, widths, strict=True)).rstrip()
        for across in zip_longest(*cells, fillvalue="")
    ]


def lines(text: str, width: int) -> list[str]:
    """`text` broken between words into lines of at most `width` columns, each isolated where it runs right to left."""
    return [_isolated(line) for paragraph in _printed(text).split("\n") for line in _broken(paragraph, width)]


def _broken(paragraph: str, width: int) -> Iterator[str]:
    line = ""
    for word in _WORD.findall(paragraph):
        for piece in chop_cells(word, width) if cell_len(word) > width else [word]:
            if line and cell_len(line) + 1 + cell_len(piece) > width:
                yield line
                line = piece
            else:
                line = f"{line} {piece}" if line else piece
    yield line


def _isolated(line: str) -> str:
    right_to_left = any(unicodedata.bidirectional(character) in ("R", "AL", "AN") for character in line)
    return f"{_FSI}{line}{_PDI}" if right_to_left else line


def _printed(text: str) -> str:
    return _UNPRINTED.sub("", text)


def _widths(cells: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """Widths for the columns of `cells` that share the lines evenly and cut no word. None where there is no room."""
    columns = list(zip(*cells, strict=True))
    wanted = [max(cell_len(_printed(cell)) for cell in column) for column in columns]
    widths = [max(_longest_word(cell) for cell in column) for column in columns]
    if sum(widths) > room:
        return None
    for _ in range(min(room, sum(wanted)) - sum(widths)):
        lines_needed = [want / max(width, 1) for want, width in zip(wanted, widths, strict=True)]
        widths[lines_needed.index(max(lines_needed))] += 1
    return widths


def _longest_word(cell: str) -> int:
    return min(_LONGEST, max(map(cell_len, _WORD.findall(_printed(cell))), default=0))


def _columns(facts: Sequence[Fact]) -> tuple[list[str], list[list[str]]]:
    """Header and rows for facts of one kind: the text first, then each field that says something in one of them."""
    fields = {field.encode_name: field.default for field in msgspec.structs.fields(facts[0])}
    records = [_with_count(msgspec.to_builtins(fact)) for fact in facts]
    names = dict.fromkeys(name for record in records for name in record if name not in _HIDDEN)
    told = [name for name in names if any(record.get(name) not in (None, fields.get(name)) for record in records)]
    header = ["text", *(name for name in told if name != "text")]
    return header, [[_cell(record.get(name)) for name in header] for record in records]


def _with_count(record: dict[str, Any]) -> dict[str, Any]:
    """`min`, `max` and `modifier` put together in one `count`: 13, ≈ 50, ≥ 50, 1800–2000."""
    if not {"min", "max", "modifier"} <= record.keys():
        return record
    count = _count(record["min"], record["max"], record["modifier"])
    return {
        ("count" if name == "min" else name): (count if name == "min" else value)
        for name, value in record.items()
        if name not in ("max", "modifier")
    }


def _count(least: int | None, most: int | None, modifier: str | None) -> str:
    match least, most:
        case None, None:
            return "some"
        case least, None:
            return f"≥ {least}"
        case None, most:
            return f"≤ {most}"
        case _ if least == most:
            return f"≈ {least}" if modifier == "about" else str(least)
        case _:
            return f"{least}–{most}"


def _cell(value: object) -> str:
    match value:
        case None | False:
            return ""
        case True:
            return "yes"
        case list():
            return ", ".join(map(_cell, value))
        case _:
            return str(value)
