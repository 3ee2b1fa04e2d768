"""Number phrases: digits in any script, number words, duals, multipliers, ranges, modifiers, vague quantities.

Two passes: first each run of number words becomes plain numbers (`ثلاثة وعشرين ألفا و110` is one), then the modifiers
and ranges around them are read (`ما لا يقل عن`, `بين 5 و7`). Each phrase becomes one token of the document.
"""

from __future__ import annotations

from ..text.words import Word
from .bounded import bounded_numbers
from .phrase import Numbered, put_together
from .plain import plain_numbers


def parse(words: list[Word], starts: list[int], classes: str) -> Numbered:
    """`words`, with their class string in the lexicon of numbers, with each number phrase made one token."""
    text = Numbered(words, starts, classes)
    plain = put_together(text, plain_numbers(text))
    return put_together(plain, bounded_numbers(plain)) if plain.quantities else plain
