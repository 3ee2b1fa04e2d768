"""The classes of one word given to others, which the lexicon takes for something else."""

from __future__ import annotations

from collections.abc import Callable

from .vocabulary import LEXICON

_CLITICS = {"WA": "و", "BI": "ب", "LI": "ل", "": ""}


def like(word: str) -> Callable[[str], str]:
    """A function that gives a class character the classes of `word`, and keeps its و, ب or ل."""
    tags = dict(zip(_CLITICS, LEXICON.tag([clitic + word for clitic in _CLITICS.values()]), strict=True))

    def reclassified(character: str) -> str:
        names = LEXICON.features(character)
        return next(tag for clitic, tag in tags.items() if not clitic or clitic in names)

    return reclassified
