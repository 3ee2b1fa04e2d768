"""Who is meant: the last speaker for a verb without a subject, the full name for a short one, whose البيان is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from ..document import Document
from ..text.folding import DIACRITICS, fold
from . import speaker
from .lexicon import LEXICON
from .speaker import Gender, Speaker

_SHORT = 2  # words of a name that may stand for a longer one
_MEMORY = 4  # how many speakers back a verb without a subject may go
_NEAREST = 50  # mentions of a name that are looked at before and after a quote
_PART = 50_000  # characters; so far before and after a quote names are looked for
_HEADLINE = 20  # tokens at the start of an article, whose people are named below
_WORD = re.compile(rf"[\w{DIACRITICS}]+")
_PARTICLES = re.compile(r"^(?:[وفبلك]?ال|لل)")


@lru_cache(maxsize=1 << 12)
def _plain(word: str) -> str:
    return _PARTICLES.sub("", fold(word))


def _words(text: str) -> list[str]:
    """The words of a name, folded, without ال."""
    return [_plain(word) for word in _WORD.findall(text)]


def _occurrences(name: str, text: str, start: int, end: int) -> Iterator[int]:
    """The offsets of a name between two offsets of a text, not overlapping."""
    at = text.find(name, start, end) if name else -1
    while at >= 0:
        yield at
        at = text.find(name, at + len(name), end)


class _Names:
    """Speakers by the words of a name or role of theirs, so that a long article takes no longer for each."""

    def __init__(self) -> None:
        self._by_word: dict[str, dict[Speaker, list[str]]] = {}

    def add(self, known: Speaker, name: str) -> None:
        """`known` is the one met last from now on."""
        words = _words(name)
        for word in set(words):
            speakers = self._by_word.setdefault(word, {})
            speakers.pop(known, None)
            speakers[known] = words

    def holding(self, words: list[str]) -> Speaker | None:
        """The speaker met last whose name has all of these words."""
        return next((known for known, its in self._with(words) if set(words) <= set(its)), None)

    def beginning(self, words: list[str]) -> Speaker | None:
        """The speaker met last whose name begins with these words."""
        return next((known for known, its in self._with(words) if its[: len(words)] == words), None)

    def _with(self, words: list[str]) -> Iterator[tuple[Speaker, list[str]]]:
        """The speakers with the rarest of some words, the one met last first."""
        speakers = min((self._by_word.get(word, {}) for word in words), key=len, default={})
        return reversed(speakers.items())


class Discourse:
    """The speakers of one article so far, in the order they were met."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._met: deque[Speaker] = deque(maxlen=_MEMORY)
        self._latest: dict[str, Speaker] = {}  # by kind
        self._people, self._holders, self._bodies = _Names(), _Names(), _Names()
        self._offsets: dict[tuple[str, int], list[int]] = {}
        self._named: dict[str, Speaker | None] = {}  # who is named in the article by a short name
        self.last: Speaker | None = None

    def last_for(self, gender: Gender | None) -> Speaker | None:
        """The last speaker that a verb of this gender can go with."""
        for known in reversed(self._met):
            if gender is None or known.gender is None or known.gender == gender:
                return known
        return self.last

    def meet(self, named: Speaker, token: int) -> Speaker:
        """`named` at its fullest; it is the last speaker from now on."""
        full = self._fullest(named, token)
        self._met.append(full)
        self._latest[full.kind] = full
        if full.kind == "person":
            self._people.add(full, full.name)
            self._holders.add(full, full.role or "")
        elif full.kind == "body":
            self._bodies.add(full, full.name)
        self.last = full
        return full

    def _fullest(self, named: Speaker, token: int) -> Speaker:
        words = _words(named.name)
        if named.kind == "report":
            return self.last or speaker.body_before(self._document, token) or named
        if named.kind == "honored":
            return self._honored() or named
        if named.kind == "source" and len(words) == 1 and named.name.startswith("ال"):
            return self._latest.get("source") or (self.last if named.gender == "masculine" else None) or named
        if named.kind in ("person", "other") and len(words) <= _SHORT and (known := self._person(named, words, token)):
            return _joined(named, known)
        if named.kind in ("title", "other") and (known := self._holder(named, words, token)):
            return known
        if named.kind == "title" and len(words) == 2 and (known := self._family(named, words, token)):
            return known
        short = named.name.startswith("ال") and len(words) <= _SHORT
        if short and named.kind in ("body", "other") and (known := self._body(named, words, token)):
            return known
        return named

    def knows(self, named: Speaker, token: int) -> bool:
        """Whether somebody else stands behind a name."""
        return self._fullest(named, token) is not named

    def _honored(self) -> Speaker | None:
        """Who سموه is: the last person that spoke, else the first one named with an office."""
        return self._latest.get("person") or speaker.first_honored(self._document)

    def _person(self, named: Speaker, words: list[str], token: int) -> Speaker | None:
        """The person of whose name these words are a part: one who spoke, else one named in the article."""
        if known := self._people.holding(words):
            return known
        if named.name not in self._named:
            self._named[named.name] = self._named_person(named, words, token)
        return self._named[named.name]

    def _named_person(self, named: Speaker, words: list[str], token: int) -> Speaker | None:
        """Who is named in the article by a name with these words; with an office where one is told."""
        wanted = set(words)
        plain: Speaker | None = None
        for at in self._mentions(named.name, token):
            person = speaker.person_around(self._document, at)
            if person is None or not wanted <= set(_words(person.name)):
                continue
            if person.role:
                return person
            if plain is None and len(_words(person.name)) > len(words):
                plain = person
        return plain

    def _family(self, named: Speaker, words: list[str], token: int) -> Speaker | None:
        """The person of a title and a family name: السفير الفايز."""
        family = msgspec.structs.replace(named, name=named.name.split()[-1])
        known = self._person(family, words[1:], token)
        return known if known is not None and known.name.endswith(family.name) else None

    def _holder(self, named: Speaker, words: list[str], token: int) -> Speaker | None:
        """The person whose role begins with these words: القاضية, وزير العدل."""
        if known := self._holders.beginning(words):
            return known
        for at in self._mentions(named.name, token):
            person = speaker.person_at(self._document, at)
            if person is None or not person.role or (at > token > _HEADLINE):
                continue
            if _words(person.role)[: len(words)] == words:
                return person
        return None

    def _body(self, named: Speaker, words: list[str], token: int) -> Speaker | None:
        """The body whose name begins with these words: المرصد, الوزارة."""
        if known := self._bodies.beginning(words):
            return known
        for at in self._mentions(named.name.removeprefix("ال"), token):
            body = speaker.body_at(self._document, at)
            if at < token and body is not None and _words(body.name)[: len(words)] == words:
                return body
        return None

    def _places(self, name: str, offset: int) -> list[int]:
        """The offsets at which a name stands in the text around one: in all of an article, not in all of a book."""
        part = offset // _PART
        if (name, part) not in self._offsets:
            around = (max(0, part - 1) * _PART, (part + 2) * _PART)
            self._offsets[name, part] = list(_occurrences(name, self._document.text, *around))
        return self._offsets[name, part]

    def _mentions(self, name: str, token: int) -> Iterator[int]:
        """The tokens at which a name begins elsewhere: the ones before `token`, nearest first, then the ones after."""
        start = self._document.start(token)
        offsets = self._places(name, start)
        here = bisect_left(offsets, start)
        for offset in (*reversed(offsets[max(0, here - _NEAREST) : here]), *offsets[here : here + _NEAREST]):
            mention = self._document.token_at(offset)
            if mention != token and self._document.word_start(mention, LEXICON) == offset:
                yield mention


def _joined(named: Speaker, known: Speaker) -> Speaker:
    """One person told twice: the longer name, the nearer role."""
    name = max(known.name, named.name, key=len)
    told = named if named.role else known
    return msgspec.structs.replace(told, kind="person", name=name, official=named.official or known.official)
