"""Shapes: what a token is by its look alone, where no lexicon knows it."""

from __future__ import annotations

from ..engine.sre import lazy
from .kept import KEPT

# The first that fits.
SHAPES: tuple[tuple[str, str], ...] = (
    ("BREAK", r"\s*\n\s*"),
    ("STOP", r"[.!?؟…]+|[٭*•]|\|{2,}"),
    ("SEMICOLON", r"[؛;]"),
    ("COMMA", r"[،,]"),
    ("COLON", r":"),
    ("OPEN", r"[«“‹]"),
    ("CLOSE", r"[»”›]"),
    ("QUOTE", r"[\"'’‘`´＂]+"),
    ("LPAREN", r"[(\[{﴾]"),
    ("RPAREN", r"[)\]}﴿]"),
    ("DASH", r"[-–—]"),
    ("SLASH", r"[/\\|]"),
    ("PLUS", r"[+＋]"),
    ("PERCENT", r"[%٪]"),
    ("NUMERIC_DATE", r"\d{1,4}(?P<separator>[/.\-–\\])\d{1,2}(?P=separator)\d{1,4}"),
    ("CLOCK", r"\d{1,2}(:\d{2}){1,2}"),
    ("CODE", r"0\d{2,}( \d+)+|00\d*"),
    ("DIGITS", r"\d{1,3}([,،]\d{3})+|\d{1,3}(['’]\d{3})+|\d{1,3}( \d{3})+|\d{1,3}(\.\d{3}){2,}|\d+"),
    ("DOTTED", r"[1-9]\d{0,2}\.\d{3}"),  # thousands or thousandths
    ("DECIMAL", r"[\d,،.]*\d\.\d+|[\d.]*\d,\d{1,2}|\d*[\u00bc-\u00be\u2150-\u215e]"),
    ("JOINED", r"\d+[/\-–—−‐‑‒:]\d+"),
    ("LATIN", r"[^\W\d_\u0600-\u06ff]+(['’.&\-]\w+)*"),
    ("WORD", r"[\u0600-\u06ff.]+"),
)
UNKNOWN = "OTHER"  # a sign without a shape
_LETTERS = lazy(r"[\u0620-\u064a\u0671-\u06d3]+")  # no other shape than WORD has them
_SHAPE = KEPT.pattern("shape", lambda: "|".join(f"(?P<{name}>{pattern})" for name, pattern in SHAPES))


def shape(form: str) -> str:
    """The class that the look of a folded form alone gives: `DIGITS`, `LATIN`, `WORD`, `STOP` …"""
    if _LETTERS.fullmatch(form):
        return "WORD"
    found = _SHAPE.fullmatch(form)
    return found.lastgroup or UNKNOWN if found else UNKNOWN
