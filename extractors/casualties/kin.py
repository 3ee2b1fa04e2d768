"""Kin that a possessive makes somebody's, told from women by the last letter: شقيقه and شقيقة are one folded word."""

from __future__ import annotations

from ..document import Document
from ..grammar import compile_pattern
from .sample import like
from .vocabulary import LEXICON

_HIS, _FEMININE = "هة"
_kin = like("والدها")
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
            told[token] = _kin(found[0])
    document.reclassify(LEXICON, told)
