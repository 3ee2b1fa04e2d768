"""Who is meant: the last speaker for a verb without a subject, the full name for a short one, whose البيان is."""

from __future__ import annotations

from functools import cached_property

import msgspec
import regex

from ..text.document import Document
from ..text.folding import fold
from . import speaker
from .speaker import Gender, Speaker

_MEMORY = 4  # how many speakers back a verb without a subject may go
_HEADLINE = 20  # tokens at the start of an article, whose people are named below
_WORD = regex.compile(r"\w+")
_PARTICLES = regex.compile(r"^(?:[وفبلك]?ال|لل)")


def _words(text: str) -> list[str]:
    """The words of a name, folded, without ال."""
    return [_PARTICLES.sub("", fold(word)) for word in _WORD.findall(text)]


class Discourse:
    """The speakers of one article so far, in the order they were met."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._met: list[Speaker] = []
        self.last: Speaker | None = None

    def last_for(self, gender: Gender | None) -> Speaker | None:
        """The last speaker that a verb of this gender can go with."""
        for known in reversed(self._met[-_MEMORY:]):
            if gender is None or known.gender is None or known.gender == gender:
                return known
        return self.last

    def meet(self, named: Speaker, token: int) -> Speaker:
        """`named` at its fullest; it is the last speaker from now on."""
        full = self._fullest(named, token)
        self._met.append(full)
        self.last = full
        return full

    def _fullest(self, named: Speaker, token: int) -> Speaker:
        words = _words(named.name)
        if named.kind == "report":
            return self.last or named
        if named.kind == "honored":
            return self._honored(token) or named
        if named.kind == "source" and len(words) == 1 and named.name.startswith("ال"):
            return self._latest("source") or self.last or named
        if named.kind in ("person", "other") and len(words) <= 2 and (known := self._person(words, token)):
            return _joined(named, known)
        if named.kind in ("title", "other") and (known := self._holder(words, token)):
            return known
        if named.kind in ("body", "other") and len(words) <= 2 and (known := self._body(words, token)):
            return known
        return named

    def knows(self, named: Speaker, token: int) -> bool:
        """Whether somebody else stands behind a name."""
        return self._fullest(named, token) is not named

    @cached_property
    def _persons(self) -> list[tuple[int, Speaker, list[str]]]:
        return [(token, person, _words(person.name)) for token, person in speaker.persons(self._document)]

    @cached_property
    def _bodies(self) -> list[tuple[int, Speaker, list[str]]]:
        return [(token, body, _words(body.name)) for token, body in speaker.bodies(self._document)]

    def _latest(self, kind: str) -> Speaker | None:
        return next((known for known in reversed(self._met) if known.kind == kind), None)

    def _honored(self, token: int) -> Speaker | None:
        """Who سموه is: the last person that spoke, else the first one named with an office."""
        named = (person for at, person, _ in self._persons if at < token and person.official)
        return self._latest("person") or next(named, None)

    def _person(self, words: list[str], token: int) -> Speaker | None:
        """The person of whose name these words are a part: one who spoke, else one named in the article."""
        wanted = set(words)
        for known in reversed(self._met):
            if known.kind == "person" and wanted <= set(_words(known.name)):
                return known
        named = [(at, person) for at, person, name in self._persons if wanted <= set(name) and at != token]
        if not named:
            return None
        with_role = [(at, person) for at, person in named if person.role]
        before = [person for at, person in with_role or named if at < token]
        return before[-1] if before else (with_role or named)[0][1]

    def _holder(self, words: list[str], token: int) -> Speaker | None:
        """The person whose role begins with these words: القاضية, وزير العدل."""
        for known in reversed(self._met):
            if known.role and known.kind == "person" and _words(known.role)[: len(words)] == words:
                return known
        holders = [(at, p) for at, p, _ in self._persons if p.role and _words(p.role)[: len(words)] == words]
        before = [person for at, person in holders if at < token]
        if before:
            return before[-1]
        return holders[0][1] if holders and token < _HEADLINE else None

    def _body(self, words: list[str], token: int) -> Speaker | None:
        """The body whose name begins with these words: المرصد, الوزارة."""
        for known in reversed(self._met):
            if known.kind == "body" and _words(known.name)[: len(words)] == words:
                return known
        for at, body, name in reversed(self._bodies):
            if at < token and name[: len(words)] == words:
                return body
        return None


def _joined(named: Speaker, known: Speaker) -> Speaker:
    """One person told twice: the longer name, the nearer role."""
    name = max(known.name, named.name, key=len)
    told = named if named.role else known
    return msgspec.structs.replace(told, kind="person", name=name, official=named.official or known.official)
