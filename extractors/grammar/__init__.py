"""Rules over word classes, and how they are matched."""

from .compiled import compile_pattern, literals, spans
from .matcher import Matcher
from .pattern import PatternError
from .rule import Match, Rule

__all__ = ["Match", "Matcher", "PatternError", "Rule", "compile_pattern", "literals", "spans"]
