"""Right-to-left text on a terminal: isolated, for terminals that know the bidirectional algorithm, or drawn by us.

A terminal that knows the algorithm (UAX #9) would reorder a row across its cells, so each piece of right-to-left text
is isolated by itself (FSI … PDI), which takes no column. For one that does not, letters are joined by arabic-reshaper
and put in the order of the screen by python-bidi.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, TextIO

from rich.text import Text

from .options import Bidi

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

_FSI, _PDI = "\u2068", "\u2069"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
Draw = Callable[[Text], Text]  # a line in logical order → as it is sent to the terminal

# Terminals that draw characters in the order they come, recognised by what they set in the environment.
_PLAIN_VARIABLES = ("KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID", "WT_SESSION", "XTERM_VERSION")
_PLAIN_PROGRAMS = frozenset({"vscode", "WezTerm", "ghostty", "alacritty", "Hyper", "Tabby"})
_PLAIN_TERMS = ("linux", "xterm-kitty", "foot", "alacritty", "xterm-ghostty")

# Lam and alef are always one letter: initial or medial lam, final alef → isolated or final ligature.
_LAMS = ("\ufedf", "\ufee0")
_LAM_ALEF = {"\ufe82": "\ufef5", "\ufe84": "\ufef7", "\ufe88": "\ufef9", "\ufe8e": "\ufefb"}


def drawing(bidi: Bidi, stream: TextIO, environment: Mapping[str, str] = os.environ) -> Draw:
    """How lines are drawn. `auto` reorders on terminals known not to; files and pipes keep the logical order."""
    if bidi is Bidi.auto:
        bidi = Bidi.reorder if stream.isatty() and _knows_no_bidi(environment) else Bidi.terminal
    return reordered if bidi is Bidi.reorder else isolated


def _knows_no_bidi(environment: Mapping[str, str]) -> bool:
    return (
        any(environment.get(name) for name in _PLAIN_VARIABLES)
        or environment.get("TERM_PROGRAM") in _PLAIN_PROGRAMS
        or environment.get("TERM", "").startswith(_PLAIN_TERMS)
    )


def is_right_to_left(line: str) -> bool:
    """Whether a line holds a letter or a number that runs from right to left."""
    return not line.isascii() and any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in line)


def isolated(line: Text) -> Text:
    """A line that a terminal reorders by itself, apart from what stands beside it."""
    return Text.assemble(_FSI, line, _PDI) if is_right_to_left(line.plain) else line


def reordered(line: Text) -> Text:
    """A line with its letters joined and in the order of the screen, each in its style."""
    if not is_right_to_left(line.plain):
        return line
    drawn = Text(style=line.style)
    styles = _styles(line)
    for character, index in _visual(line.plain):
        drawn.append(character, styles[index])
    return drawn


def _styles(line: Text) -> list[str]:
    """The style of each character; what comes later lies over what came before."""
    styles: list[list[str]] = [[] for _ in line.plain]
    for span in line.spans:
        for index in range(span.start, min(span.end, len(styles))):
            styles[index].append(str(span.style))
    return [" ".join(names) for names in styles]


def _visual(line: str) -> list[tuple[str, int]]:
    """The characters of a line from left to right, each with its index in the line."""
    from bidi import algorithm

    storage = algorithm.get_empty_storage()
    shaped = _joined(line)
    text = "".join(character for character, _ in shaped)
    level = algorithm.get_base_level(text)
    storage["base_level"], storage["base_dir"] = level, "LR"[level]
    algorithm.get_embedding_levels(text, storage)
    for letter, (_, index) in zip(storage["chars"], shaped, strict=True):
        letter["index"] = index
    for step in (
        algorithm.explicit_embed_and_overrides,
        algorithm.resolve_weak_types,
        algorithm.resolve_neutral_types,
        algorithm.resolve_implicit_levels,
        algorithm.reorder_resolved_levels,
        algorithm.apply_mirroring,
    ):
        step(storage, False)
    return [(letter["ch"], letter["index"]) for letter in storage["chars"]]


def _joined(line: str) -> list[tuple[str, int]]:
    """The letters of a line in the shapes they have beside each other, each with its index."""
    shapes: str = _reshaper().reshape(line)
    joined: list[tuple[str, int]] = []
    for index, shape in enumerate(shapes):
        if joined and joined[-1][0] in _LAMS and shape in _LAM_ALEF:
            final = joined[-1][0] == _LAMS[1]
            joined[-1] = (chr(ord(_LAM_ALEF[shape]) + final), joined[-1][1])
        else:
            joined.append((shape, index))
    return joined


@cache
def _reshaper() -> ArabicReshaper:
    """A reshaper that gives one shape a letter, so that indices hold."""
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper({"support_ligatures": False, "delete_harakat": False, "delete_tatweel": False})
