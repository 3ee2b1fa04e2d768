"""Quotation marks: which opens and which closes, whatever way round they were typed.

Typesetting programs turn them (`”…“`, `»…«`), keyboards double them (`''…''`, `<<…>>`), languages differ (`„…“`).
A mark is replaced by the one that says what it does; two signs that are one mark become one and a joiner.
"""

from __future__ import annotations

import re

from ..engine.sre import lazy
from .folding import JOINER

_PAIRS = ("«»", "“”", "‹›")
_VARIANTS = str.maketrans("„‟〝❝〞❞", "““““””")
_DOUBLED = lazy(r"''|``|´´|’’|‘‘|<<|>>")
_DOUBLES = {"<<": "«", ">>": "»"}


def directed(text: str) -> str:
    """`text` with quotation marks that open where they open and close where they close."""
    if "''" in text or ">>" in text or "’’" in text or "``" in text or "´´" in text:
        text = _DOUBLED.sub(_single, text)
    if "„" in text or "❝" in text or "〝" in text or "‟" in text:
        text = text.translate(_VARIANTS)
    for pair in _PAIRS:
        if pair[0] in text or pair[1] in text:
            text = _directed(text, *pair)
    return text


def _single(found: re.Match[str]) -> str:
    """One mark for two signs, the joiner on its inner side."""
    mark = _DOUBLES.get(found[0], '"')
    opens = found.string[found.end() : found.end() + 1].isalnum()
    return mark + JOINER if opens else JOINER + mark


def _directed(text: str, opening: str, closing: str) -> str:
    """`text` with one kind of marks turned, where a paragraph has them in disorder but in pairs."""
    marks = re.compile(f"[{opening}{closing}\n]")
    turned: list[tuple[int, str]] = []
    found: list[int] = []
    for at in [*(mark.start() for mark in marks.finditer(text)), len(text)]:
        if at < len(text) and text[at] != "\n":
            found.append(at)
            continue
        if len(found) % 2 == 0 and not _in_order([text[place] == opening for place in found]):
            turned += ((place, (opening, closing)[number % 2]) for number, place in enumerate(found))
        found = []
    if not turned:
        return text
    characters = list(text)
    for place, mark in turned:
        characters[place] = mark
    return "".join(characters)


def _in_order(opens: list[bool]) -> bool:
    """Whether each mark that closes has one before it that opened, and none is left open."""
    depth = 0
    for is_opening in opens:
        depth += 1 if is_opening else -1
        if depth < 0:
            return False
    return depth == 0
