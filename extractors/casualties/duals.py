"""Duals that are spelled like plurals: «ضبط متهمين بحوزتهما»; written with a vowel, «مطلوبَين» is the dual by itself."""

from __future__ import annotations

from ..document import Document
from ..grammar import compile_pattern
from .sample import like
from .vocabulary import LEXICON

_PLURAL = compile_pattern(LEXICON, "(?<!<QUANTITY|SUCH|TOTAL|FROM|RPAREN>)<PERSON&PL&NOAL>")
_FURTHER = compile_pattern(LEXICON, "<^STOP|BREAK|QUANTITY|PERSON&PL|PERSON&DU|ACT&WA|EVENT&WA|TOLL>{0,5}")
_VOWELLED = "\u064eين"  # with a fatha before the ending
_two = like("شخصين")


def tell_duals(document: Document) -> None:
    """Gives nouns of people in ين the class of the dual, where their vowel or a pronoun behind them shows it."""
    classes = document.classes(LEXICON)
    told: dict[int, str] = {}
    for found in _PLURAL.finditer(classes):
        token = found.start()
        if document.form(token).endswith("ين") and _is_dual(document, classes, token):
            told[token] = _two(found[0])
    document.reclassify(LEXICON, told)


def _is_dual(document: Document, classes: str, token: int) -> bool:
    if _VOWELLED in document.text[document.start(token) : document.end(token)]:
        return True
    further = _FURTHER.match(classes, token + 1)
    return further is not None and any(document.form(n).endswith("هما") for n in range(token + 1, further.end()))
