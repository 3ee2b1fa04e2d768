"""Rules over word classes, and how they are matched."""

from ..text.atoms import PatternError
from .compiled import compile_pattern, literals, spans
from .matcher import Matcher
from .rule import Match, Rule

__all__ = ["Match", "Matcher", "PatternError", "Rule", "compile_pattern", "literals", "spans"]
