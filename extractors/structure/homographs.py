"""علي, the name, told from على by its dots, where an article writes both: folded they are one word."""

from __future__ import annotations

from ..document import Document
from .lexicon import LEXICON

_DOTTED, _UNDOTTED = "علي", "على"
# The characters of the preposition and those of a given name, alone and behind و.
_NAMES = dict(zip(map(LEXICON.tag, ([_DOTTED], ["و" + _DOTTED])), map(LEXICON.tag, (["محمد"], ["ومحمد"])), strict=True))


class Homographs:
    """Gives the name its class in one document: `document.layer(Homographs)`."""

    def __init__(self, document: Document) -> None:
        if _DOTTED not in document.text or _UNDOTTED not in document.text:
            return
        classes = document.classes(LEXICON)
        document.reclassify(
            LEXICON,
            {
                token: _NAMES[character]
                for token, character in enumerate(classes)
                if character in _NAMES and document.text[document.start(token) : document.end(token)].endswith(_DOTTED)
            },
        )
