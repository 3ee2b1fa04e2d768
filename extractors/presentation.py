"""How the facts of a kind are shown: what a kind says of itself to tables, to marked texts and to reports.

An extractor has a `presentation` or none; without one all fields are shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec


class Column(NamedTuple):
    """A column of the table of one article's facts.

    The cells of a `long` one are cut to half the width of a line. A `rare` one is left out where all its cells are
    empty.
    """

    name: str
    cell: Callable[[Any], object]
    long: bool = False
    rare: bool = False


class Tally(msgspec.Struct, frozen=True, tag=True):
    """A figure of an article, and of many: the heading of its column and, in Arabic, the title of its chart.

    Without a title it has no chart. This one is the number of facts.
    """

    name: str
    title: str = ""


class Days(Tally, frozen=True, tag=True):
    """The number of facts. Its chart shows the days that they cover, `from` … `to`."""


class Different(Tally, frozen=True, tag=True):
    """The number of different values of a field, in facts in which the field `where` is true if it is given.

    With an `asked`, its name in Arabic, articles of a report can be filtered by the field.
    """

    field: str = ""
    where: str | None = None
    asked: str = ""


class Highest(Tally, frozen=True, tag=True):
    """The highest single count, by `max` or else `min`, among the facts whose `type` is the name of the column.

    Where facts have a `scope`, only those of one incident count: what is past is no figure of an article's own.
    """


class Presentation(msgspec.Struct, frozen=True):
    """How a kind is shown.

    `label` is its name in Arabic. `style` is how its facts look on a terminal, a colour last: red, green, cyan, yellow,
    magenta or blue; an `underline` lets the colours of facts inside show. `note` is what a fact says, in a few words.
    Facts that agree in the field `mentions` share a row, with their number. `tallies` are the figures that it adds to
    the overview of many articles and the charts of a report; without any it adds the number of its facts.
    """

    label: str = ""
    style: str = ""
    note: Callable[[Any], str] | None = None
    columns: tuple[Column, ...] = ()
    mentions: str | None = None
    tallies: tuple[Tally, ...] = ()


def bounds(least: int | None, most: int | None, modifier: str | None) -> str:
    """A count as people write it.

    >>> bounds(13, 13, None), bounds(50, 50, "about"), bounds(50, None, "at_least"), bounds(1800, 2000, "range")
    ('13', '≈ 50', '≥ 50', '1800–2000')
    """
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
