"""Kin that a possessive makes somebody's, told from women by the last letter: شقيقه and شقيقة are one folded word."""

from __future__ import annotations

from ..document import Document
from .vocabulary import LEXICON

_HIS = "ه"
_CLITICS = ("", "و", "ب", "ل")
_KIN = dict(zip(_CLITICS, LEXICON.tag([f"{clitic}والدها" for clitic in _CLITICS]), strict=True))


def tell_kin(document: Document) -> None:
    """Gives words that are written with the possessive the class of kin alone."""
    told: dict[int, str] = {}
    for token, character in enumerate(document.classes(LEXICON)):
        names = LEXICON.features(character)
        if "KIN_OF" in names and "PERSON" in names and document.text[document.end(token) - 1] == _HIS:
            told[token] = _KIN[next((c for f, c in (("WA", "و"), ("BI", "ب"), ("LI", "ل")) if f in names), "")]
    document.reclassify(LEXICON, told)
