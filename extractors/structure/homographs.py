"""علي, the name, distinguished from على by its dots where an article writes both: folded they are one word."""

from __future__ import annotations

from ..document import Document
from ..text.lexicon import Lexicon
from .lexicon import LEXICON

_DOTTED, _UNDOTTED = "علي", "على"


class Homographs:
    """Gives the name its class in one document: `document.layer(Homographs)`."""

    def __init__(self, document: Document) -> None:
        tell_names(document, LEXICON)


def tell_names(document: Document, lexicon: Lexicon) -> None:
    """Gives the name the class that a given name has in a lexicon."""
    if _DOTTED not in document.text or _UNDOTTED not in document.text:
        return
    # The characters of the preposition and those of a given name, alone and behind و.
    given = map(lexicon.tag, (["محمد"], ["ومحمد"]))
    names = dict(zip(map(lexicon.tag, ([_DOTTED], ["و" + _DOTTED])), given, strict=True))
    document.reclassify(
        lexicon,
        {
            token: names[character]
            for token, character in enumerate(document.classes(lexicon))
            if character in names and document.text[document.start(token) : document.end(token)].endswith(_DOTTED)
        },
    )
