"""Hard-wrapped lines, as mail, PDF and terminals leave them: a line break inside a sentence is white space.

A line was wrapped where the first word of the next one would not have fitted on it. A headline, a list and a
paragraph on one line end where their writer ended them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from .folding import fold

_WIDEST, _NARROWEST = 130, 20  # characters of a wrapped line
_WIDE = 55  # from which on two lines alone show that they were wrapped
_SHARE = 0.75  # of the lines of a block that are full, where it was wrapped
_RAGGED = 0.82  # of the longest line, where letters are not of one width
_NEARLY_ALL = 0.7
_MANY = 4  # full lines, which are no chance
_SENTENCE_ENDS = tuple('.!?؟:…»"”*')
# Nothing ends with one of these.
_GOES_ON = frozenset("في من الى عن مع ان بين حتى منذ خلال او ثم التي الذي الذين ضد لدى عبر حول نحو".split())


def unwrapped(text: str) -> str:
    """`text` with a blank for each line break inside a sentence."""
    lines = text.split("\n")
    if len(lines) < 2:
        return text
    joined = set(_joined(lines))
    if not joined:
        return text
    last = len(lines) - 1
    return "".join([line + (" " if at in joined else "\n") if at < last else line for at, line in enumerate(lines)])


def _joined(lines: list[str]) -> Iterator[int]:
    """The lines that go on in the next."""
    start = 0
    for end in range(len(lines) + 1):
        if end < len(lines) and lines[end].strip():
            continue
        if end - start > 1:
            for at in _joined_in([line.strip() for line in lines[start:end]]):
                yield start + at
        start = end + 1


def _joined_in(block: list[str]) -> Iterator[int]:
    """The lines of a block without blank lines that go on in the next."""
    width = _width(block)
    for at, (line, following) in enumerate(pairwise(block)):
        if (width and _is_full(line, following, width)) or fold(line.rpartition(" ")[2]) in _GOES_ON:
            yield at


def _width(block: list[str]) -> float:
    """From how many characters on a line of the block was full; 0 where its lines were not wrapped."""
    width = max(map(len, block))
    within = [pair for pair in pairwise(block) if not pair[0].endswith(_SENTENCE_ENDS)]
    if not _NARROWEST <= width <= _WIDEST or not within:
        return 0
    if len(block) == 2 and (width < _WIDE or len(block[1]) > len(block[0])):
        return 0
    full = sum(_is_full(*pair, width) for pair in within)
    if full >= (_SHARE if full < _MANY else _SHARE / 2) * len(within):
        return width
    ragged = width * _RAGGED
    full = sum(_is_full(*pair, ragged) for pair in within)
    return ragged if width >= _WIDE and full >= max(_MANY, _NEARLY_ALL * len(within)) else 0


def _is_full(line: str, following: str, width: float) -> bool:
    """Whether the first word of the next line would not have fitted on a line."""
    return len(line) + 1 + len(following.partition(" ")[0]) > width
