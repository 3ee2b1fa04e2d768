"""Whether an outcome is told as having happened: not feared, planned, prevented, denied or only possible."""

from __future__ import annotations

from ..grammar import compile_pattern
from .context import PROMOTION, REFUTED, SUSPENSION, UNREAL_BEFORE
from .vocabulary import LEXICON

_UNREAL_BEFORE = compile_pattern(LEXICON, UNREAL_BEFORE)
_UNTRUE = compile_pattern(LEXICON, f"{SUSPENSION}|{PROMOTION}|{REFUTED}")
_WINDOW = 20  # tokens before an outcome that may deny it


def is_real(classes: str, head: int) -> bool:
    """False where the words before the outcome at token `head`, or a few behind it, make it no fact."""
    window = classes[max(0, head - _WINDOW) : head + 1]
    return _UNREAL_BEFORE.search(window) is None and _UNTRUE.match(classes, head) is None
