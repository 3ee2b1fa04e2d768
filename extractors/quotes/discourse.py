"""Who is meant: the last speaker for a verb without a subject, the full name for a short one, the body of البيان."""

from __future__ import annotations

from dataclasses import replace

import regex

from ..text.document import Document
from ..text.folding import fold
from .rules import LEXICON
from .speaker import Speaker, with_role

_WORD = regex.compile(r"\w+")


def content_words(text: str) -> list[str]:
    """The words of a name, folded, without و, ب, ل and ال."""
    return [regex.sub(r"^[وفبلك]?(?:ال|لل)", "", fold(word)) for word in _WORD.findall(text)]


class Discourse:
    """The speakers of one article so far."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: list[Speaker] = []
        self.last: Speaker | None = None

    def meet(self, speaker: Speaker) -> Speaker:
        """`speaker` in its fullest form; it is the last speaker from now on."""
        full = self.resolve(speaker)
        self._known.append(full)
        self.last = full
        return full

    def resolve(self, speaker: Speaker) -> Speaker:
        if speaker.kind == "report":
            if self.last is not None and self.last.kind != "person":
                return self.last
            return self.last or speaker
        if speaker.kind == "source" and speaker.name.startswith("ال"):
            return self._latest("source") or self.last or speaker
        words = content_words(speaker.name)
        if speaker.kind in ("person", "other") and len(words) <= 2:
            found = self._person(words)
            if found is not None:
                return with_role(found, speaker) if speaker.role is None else with_role(replace(speaker, name=found.name), found)
        if speaker.kind == "title" or speaker.kind == "other":
            found = self._holder(words)
            if found is not None:
                return found
        if speaker.kind in ("body", "other"):
            found = self._fuller(words)
            if found is not None:
                return found
        return speaker

    def _latest(self, kind: str) -> Speaker | None:
        return next((known for known in reversed(self._known) if known.kind == kind), None)

    def _person(self, words: list[str]) -> Speaker | None:
        """A person met before whose name has these words."""
        for known in reversed(self._known):
            if known.kind == "person" and set(words) <= set(content_words(known.name)):
                return known
        return None

    def _holder(self, words: list[str]) -> Speaker | None:
        """The person met before whose role begins with these words: القاضية, وزير العدل."""
        for known in reversed(self._known):
            if known.kind == "person" and known.role and content_words(known.role)[: len(words)] == words:
                return known
        return None

    def _fuller(self, words: list[str]) -> Speaker | None:
        """The body met before of which these are the first words: المرصد, الوزارة."""
        for known in reversed(self._known):
            if known.kind == "body" and content_words(known.name)[: len(words)] == words:
                return known
        return None
