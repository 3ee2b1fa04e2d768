"""Names that stand in a list behind one class word or one name: فصائل "أحرار السهل" و"صقور الوادي"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from ..document import Document
from ..grammar import compile_pattern
from ..text.lexicon import Lexicon
from .fact import Category
from .fragments import FRAGMENTS
from .mentions import Mention

# A name in marks; behind a class word of several bodies; behind another.
_ITEM = "(?=<OPEN|QUOTE><^VERB|STOP>)(?P<marks>{in_marks}|{spelled})"
_FIRST = f"<MANY&NOAL>(?:(?<=<MEDIA>)<SUBJECT&AL&NOPREP&NOWA>{{adj}}{{0,2}})?{_ITEM}"
_NEXT = f"(?:<COMMA>?<AND>|<COMMA>){_ITEM}"
# What a faction is called, joined to the name of another: لواء الحق | وأحرار السهل
_FACTION = "<COMMA>?<AND>?(?P<name><BANNER&NOAL&NOPREP>{noun}{adj}*)"


class Lists:
    """Finds the names that a list goes on with."""

    def __init__(self, lexicon: Lexicon, category: Callable[[str], Category | None]) -> None:
        self._lexicon = lexicon
        self._category = category
        self._first, self._next, self._faction = (
            compile_pattern(lexicon, pattern, FRAGMENTS) for pattern in (_FIRST, _NEXT, _FACTION)
        )

    def find(self, document: Document, classes: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
        """The names behind class words of several bodies, and behind names of factions."""
        for first in self._first.finditer(classes):
            category = self._category(classes[first.start()])
            if category is not None:
                yield _inside(document, first, category)
                yield from self._marked(document, classes, first.end(), category)
        for mention in mentions:
            if mention.marked is not None and mention.category in ("armed_group", "media"):
                yield from self._marked(document, classes, mention.end, mention.category)
            if mention.category == "armed_group":
                yield from self._factions(document, classes, mention)

    def _marked(self, document: Document, classes: str, at: int, category: Category) -> Iterator[Mention]:
        while item := self._next.match(classes, at):
            yield _inside(document, item, category)
            at = item.end()

    def _factions(self, document: Document, classes: str, mention: Mention) -> Iterator[Mention]:
        at = mention.end
        while item := self._faction.match(classes, at):
            first, at = item.span("name")
            yield Mention(first, at, document.word_start(first, self._lexicon), "armed_group", "listed")


def _inside(document: Document, item: re.Match[str], category: Category) -> Mention:
    """What stands between marks, with all of its letters: «فانت كاتر أور»."""
    first, end = item.start("marks") + 1, item.end("marks") - 1
    return Mention(first, end, document.start(first), category, "listed")
