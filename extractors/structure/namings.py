"""How the speech acts of an article name who speaks: by his own name, or by what leads to another one."""

from __future__ import annotations

from ..document import Document
from .speaker import Speaker

TELLING = frozenset({"person", "title", "body", "other"})  # kinds of speakers whose names tell who they are


class Namings:
    """How the speech acts of an article name who speaks, by the offsets of what is said: `document.layer(Namings)`."""

    def __init__(self, document: Document) -> None:
        self._named: dict[tuple[int, int], Speaker] = {}

    def add(self, start: int, end: int, named: Speaker) -> None:
        """Keeps who is named with what stands between two offsets."""
        self._named[start, end] = named

    def of(self, start: int, end: int) -> Speaker | None:
        """Who is named with what stands between two offsets, where the name tells by itself who that is: المرصد.

        None where nobody is named, or he only by what leads to another name: المتحدث, المصدر ذاته, البيان.
        """
        named = self._named.get((start, end))
        return None if named is None or named.refers or named.kind not in TELLING else named
