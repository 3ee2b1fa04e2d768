"""Commas and percent signs that a page lost on its way and shows as question marks: قال فلان? أمس? إن 10? من …"""

from __future__ import annotations

import re

# In the middle of a line, after a word and before another one.
_LOST = re.compile(r"(?<=[\w)\"»”])\?(?= +[\w(\"«“])")
_ASKS = re.compile(
    r"(?<!\w)و?ف?(?:هل|لماذا|ماذا|لم|كيف|أين|متى|كم|أليس|ألم|أي|من هو|من هي|ما هو|ما هي|ما الذي|من الذي)(?!\w)"
)
_LINE_OR_STOP = re.compile(r"[.!؟\n]")
_FEW = 3  # marks that may be slips


def restored(text: str) -> str:
    """`text` with the signs that its question marks stand for, where too many of them ask nothing.

    >>> restored("قال سمير? أمس? في بيان? إن 10? منهم رحلوا.")
    'قال سمير، أمس، في بيان، إن 10% منهم رحلوا.'
    """
    lost = [found.start() for found in _LOST.finditer(text) if not _asks(text, found.start())] if "?" in text else []
    if len(lost) < _FEW:
        return text
    signs = list(text)
    for at in lost:
        signs[at] = "%" if text[at - 1].isdigit() else "،"
    return "".join(signs)


def _asks(text: str, mark: int) -> bool:
    """Whether a question mark ends a question: a word that asks stands before it."""
    start = max((found.end() for found in _LINE_OR_STOP.finditer(text, max(0, mark - 200), mark)), default=0)
    return _ASKS.search(text, max(start, mark - 200), mark) is not None
