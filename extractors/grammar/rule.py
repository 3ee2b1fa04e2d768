"""Rules: named patterns over word classes, each with an example and with what is made of its matches."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import Any

from msgspec import Struct, field


def _file() -> str:
    """The file of the module that makes a rule."""
    return sys._getframe(1).f_code.co_filename


class Rule(Struct, frozen=True):
    """A pattern, see `pattern.py`, under an id that no other rule of its kind has.

    Rules for several ways to say one thing share a name and have ids such as `total:estimated`. `example` is a text
    that the rule matches; `build`, where there is one, makes of a match what the matcher's owner wants.
    """

    id: str
    pattern: str
    example: str = ""
    build: Callable[..., Any] | None = None
    file: str = field(default_factory=_file)

    @property
    def name(self) -> str:
        """The id up to its colon."""
        return self.id.partition(":")[0]


class Match:
    """Where a rule holds, in tokens, end exclusive. `spans` has first token and end of the groups that took part.

    `classes` is the class string that it matched.
    """

    __slots__ = ("classes", "end", "first", "rule", "spans")

    def __init__(self, rule: Rule, found: re.Match[str], groups: list[tuple[str, int]]) -> None:
        places = found.regs
        self.rule = rule
        self.classes = found.string
        self.first, self.end = places[0]
        self.spans = {name: places[number] for name, number in groups if places[number][0] >= 0}

    @property
    def name(self) -> str:
        """The name of its rule."""
        return self.rule.name

    def span(self, group: str) -> tuple[int, int] | None:
        """First token and end of a group; None where it took no part, or the rule has none of that name."""
        return self.spans.get(group)
