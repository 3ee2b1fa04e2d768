"""Tables with columns that stay straight around Arabic.

The lines of a cell are broken here, not by rich, so that each can be drawn by itself, see `bidi.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import zip_longest
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import msgspec
from rich.cells import cell_len, chop_cells, set_cell_size
from rich.text import Text

from waqai.extractors.presentation import bounds

from .bidi import Draw, isolated
from .words import ENGLISH, Words

if TYPE_CHECKING:
    from waqai.extractors import Fact

GAP = "  "
_LONGEST = 30  # columns; a longer word (the address of a page) may be cut, a number is never that long
# What stays on one line: a word with the ellipsis after it, and a number whose thousands are set apart by blanks.
_WORD = re.compile(r"(?:\d{1,3}(?: \d{3})+(?!\d)[^ \t\r\n]*|[^ \t\r\n]+)(?: …(?![^ \t\r\n]))?")
# Marks that would undo the isolation, and controls that a terminal obeys.
_UNPRINTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_HIDDEN = ("start", "end", "rule")
Lines = Callable[[int], int]  # how many there may be in a column, from its width


def table(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    width: int,
    draw: Draw = isolated,
    words: Words = ENGLISH,
    most: Mapping[str, Lines] = MappingProxyType({}),
) -> list[str]:
    """The lines of a table at most `width` columns wide; where its columns do not fit, one line a field.

    `most` says to how many lines the cells of a column are cut.
    """
    widths = _widths([header, *rows], width - len(GAP) * len(header))
    if widths is None:
        names = words.label("field"), words.label("value")
        return table(names, [pair for row in rows for pair in _named(header, row)], width, draw, words)
    rows = [
        [
            cut(cell, size, most[name](size)) if name in most else cell
            for name, cell, size in zip(header, row, widths, strict=True)
        ]
        for row in rows
    ]
    drawn = [row_lines(row, widths, draw, words.right_to_left) for row in rows]
    airy = any(len(row) > 1 for row in drawn)
    body = [line for row in drawn for line in (*row, *([""] if airy else []))]
    rule = GAP + "─" * (sum(widths) + len(GAP) * (len(widths) - 1))
    return [*row_lines(header, widths, draw, words.right_to_left), rule, *body]


def _named(header: Sequence[str], row: Sequence[str]) -> list[tuple[str, str]]:
    """A row as fields and values, those that say something, and an empty line after them."""
    return [pair for pair in zip(header, row, strict=True) if pair[1]] + [("", "")]


def row_lines(
    row: Sequence[str], widths: Sequence[int], draw: Draw = isolated, right_to_left: bool = False
) -> list[str]:
    """The lines of one row, the first column on the right where it runs from there.

    They begin with a blank: tmux hangs an isolate's mark on the character before it.
    """
    cells = [lines(cell, width, draw) for cell, width in zip(row, widths, strict=True)]
    across = [list(zip(line, widths, strict=True)) for line in zip_longest(*cells, fillvalue="")]
    if right_to_left:
        return ["".join(GAP + at_right(cell, width) for cell, width in reversed(line)) for line in across]
    return ["".join(GAP + set_cell_size(cell, width) for cell, width in line).rstrip() for line in across]


def at_right(line: str, width: int) -> str:
    """A line with blanks before it, so that it ends at column `width`."""
    return " " * (width - cell_len(line)) + line


def lines(text: str, width: int, draw: Draw = isolated) -> list[str]:
    """`text` broken between words into lines of at most `width` columns, each drawn."""
    return [draw(Text(line)).plain for line in broken(text, width)]


def broken(text: str, width: int) -> list[str]:
    """`text` broken between words into lines of at most `width` columns, in logical order."""
    return [line for paragraph in printed(text).split("\n") for line in _broken(paragraph, width)]


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


def cut(text: str, width: int, most: int) -> str:
    """`text` cut between words to what fills `most` lines of `width` columns."""
    drawn = broken(text, width)
    return (
        text if len(drawn) <= most else "\n".join([*drawn[: most - 1], shortened(" ".join(drawn[most - 1 :]), width)])
    )


def shortened(text: str, width: int) -> str:
    """`text` in one line of at most `width` columns, cut with an ellipsis: between words if it can be."""
    words = printed(text).split()
    if cell_len(" ".join(words)) <= width:
        return " ".join(words)
    kept = ""
    for word in words:
        longer = f"{kept} {word}" if kept else word
        if cell_len(longer) > width - 2:
            break
        kept = longer
    return f"{kept} …" if kept else f"{chop_cells(words[0], max(width - 1, 1))[0]}…"


def printed(text: str) -> str:
    """`text` without marks of direction and without controls."""
    return _UNPRINTED.sub("", text)


def _widths(cells: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """Widths for the columns of `cells` that share the lines evenly and cut no word. None where there is no room."""
    columns = list(zip(*cells, strict=True))
    wanted = [max(cell_len(printed(cell)) for cell in column) for column in columns]
    widths = [max(_longest_word(cell) for cell in column) for column in columns]
    if sum(widths) > room:
        return None
    for _ in range(min(room, sum(wanted)) - sum(widths)):
        lines_needed = [want / max(width, 1) for want, width in zip(wanted, widths, strict=True)]
        widths[lines_needed.index(max(lines_needed))] += 1
    return widths


def _longest_word(cell: str) -> int:
    return min(_LONGEST, max(map(cell_len, _WORD.findall(printed(cell))), default=0))


def columns(facts: Sequence[Fact]) -> tuple[list[str], list[list[str]]]:
    """Header and rows for facts of one kind: the text first, then each field that says something in one of them."""
    fields = {field.encode_name: field.default for field in msgspec.structs.fields(facts[0])}
    records = [_with_count(msgspec.to_builtins(fact)) for fact in facts]
    names = dict.fromkeys(name for record in records for name in record if name not in _HIDDEN)
    filled = [name for name in names if any(record.get(name) not in (None, fields.get(name)) for record in records)]
    header = ["text", *(name for name in filled if name != "text")]
    return header, [[shown(record.get(name)) for name in header] for record in records]


def _with_count(record: dict[str, Any]) -> dict[str, Any]:
    """`min`, `max` and `modifier` put together in one `count`: 13, ≈ 50, ≥ 50, 1800–2000."""
    if not {"min", "max", "modifier"} <= record.keys():
        return record
    count = bounds(record["min"], record["max"], record["modifier"])
    return {
        ("count" if name == "min" else name): (count if name == "min" else value)
        for name, value in record.items()
        if name not in ("max", "modifier")
    }


def shown(value: object) -> str:
    """The value of a field as text."""
    match value:
        case None | False:
            return ""
        case True:
            return "yes"
        case list():
            return ", ".join(map(shown, value))
        case _:
            return str(value)
