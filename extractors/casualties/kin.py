"""Kin that a possessive makes somebody's, told from women by the last letter: شقيقه and شقيقة are one folded word."""

from __future__ import annotations

from ..document import Document
from ..grammar import compile_pattern
from .vocabulary import LEXICON

_HIS = "ه"
_CLITICS = {"": "", "WA": "و", "BI": "ب", "LI": "ل"}
_KIN = dict(zip(_CLITICS, LEXICON.tag([f"{clitic}والدها" for clitic in _CLITICS.values()]), strict=True))
_EITHER = compile_pattern(LEXICON, "<KIN_OF&PERSON>")


def tell_kin(document: Document) -> None:
    """Gives words that are written with the possessive the class of kin alone."""
    told: dict[int, str] = {}
    for found in _EITHER.finditer(document.classes(LEXICON)):
        token = found.start()
        if document.text[document.end(token) - 1] == _HIS:
            names = LEXICON.features(found[0])
            told[token] = _KIN[next((name for name in ("WA", "BI", "LI") if name in names), "")]
    document.reclassify(LEXICON, told)
