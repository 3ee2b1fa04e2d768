"""Kin that a possessive makes somebody's, told from women by the last letter: شقيقه and شقيقة are one folded word."""

from __future__ import annotations

from ..document import Document
from ..grammar import compile_pattern
from .vocabulary import LEXICON

_HIS, _FEMININE = "هة"
_CLITICS = {"": "", "WA": "و", "BI": "ب", "LI": "ل"}
_KIN = dict(zip(_CLITICS, LEXICON.tag([f"{clitic}والدها" for clitic in _CLITICS.values()]), strict=True))
_SOMEBODYS = compile_pattern(LEXICON, "<KIN_OF>")


def tell_kin(document: Document) -> None:
    """Gives words that are written with the possessive the class of kin alone, and takes it from feminines."""
    told: dict[int, str] = {}
    for found in _SOMEBODYS.finditer(document.classes(LEXICON)):
        token = found.start()
        last = document.text[document.end(token) - 1]
        if last == _FEMININE:
            told[token] = LEXICON.without("KIN_OF", found[0])
        elif last == _HIS:
            names = LEXICON.features(found[0])
            told[token] = _KIN[next((name for name in ("WA", "BI", "LI") if name in names), "")]
    document.reclassify(LEXICON, told)
