"""The lists of words in `lexicons/`: one file a concept, one word or lemma a line, for the lexicons of every kind.

A row of a lexicon names a list with `@`: `PLACE<TAB>@countries/bare` gives its words the class PLACE, each in the
forms of the paradigm after the slash.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lexicons"
_NAMED = re.compile(r"@(\w+)")
_LISTED = re.compile(r"@(\w+)(?=[/+]|$)")


def file_of(name: str) -> Path:
    """The file of a list."""
    return FOLDER / f"{name}.txt"


@cache
def words_of(name: str) -> tuple[str, ...]:
    """The words of a list, in the order of its file. Raises ValueError where there is no such list."""
    path = file_of(name)
    if not path.is_file():
        raise ValueError(f"there is no list {name} in {FOLDER.name}/, choose from {', '.join(names())}")
    lines = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line)


def names() -> list[str]:
    """The names of all lists."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def lists_in(paths: Iterable[Path]) -> list[Path]:
    """The files of the lists that the rows of some lexicons name."""
    named = {name for path in paths for name in _NAMED.findall(path.read_text(encoding="utf-8"))}
    return [path for name in sorted(named) if (path := file_of(name)).is_file()]


def entries(written: Iterable[str]) -> Iterator[str]:
    """The entries of a row with its lists written out: `@ranks/definite` is عميد/definite عقيد/definite …"""
    for entry in written:
        if listed := _LISTED.match(entry):
            yield from (word + entry[listed.end() :] for word in words_of(listed[1]))
        else:
            yield entry
