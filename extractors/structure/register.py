"""The register of an article: who and what it names, by the words of their names, whenever a short form is met."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from ..document import Document
from ..engine.sre import lazy
from ..text.folding import DIACRITICS, fold
from . import speaker
from .lexicon import LEXICON
from .reading import Reading
from .speaker import Speaker

_NEAREST = 50  # mentions of a name that are looked at before and after a quote
_PART = 50_000  # characters; so far before and after a quote names are looked for
_HEADLINE = 20  # tokens at the start of an article, whose people are named below
_TITLE = 14  # tokens of an unnamed source at most
_OFFICE_WORDS = 2
_MOST = 400  # bodies of one article that are kept
_WORD = lazy(rf"[\w{DIACRITICS}]+")
_GOES_ON = lazy(r"لل?\w{3}|في$|[(\"«“]|ال\w+ي[ةه]?$")
_MINISTRY = "وزاره"
_LAND_ENDS = "ايه"  # in which روسيا and روسي, السعودية and سعودي differ
_SERVANT, _FATHER = lazy(r"\bعبدال(?=\w)"), lazy(r"\b[أا]بو(?=\w\w)")
_PARTICLES = lazy(r"^(?:[وفبلك]?ال|لل)")


@lru_cache(maxsize=1 << 12)
def _plain(word: str) -> str:
    return _PARTICLES.sub("", fold(word))


def words_of(text: str) -> list[str]:
    """The words of a name, folded, without ال; عبدالله is two, as is أبوزيد."""
    return list(_words(text))


@lru_cache(maxsize=1 << 12)  # a name is asked for at each of its mentions
def _words(text: str) -> tuple[str, ...]:
    return tuple(_plain(word) for word in _WORD.findall(_FATHER.sub("أبو ", _SERVANT.sub("عبد ال", text))))


class Names:
    """Speakers by the words of a name or role of theirs, so that a long article takes no longer for each."""

    def __init__(self) -> None:
        self._by_word: dict[str, dict[Speaker, list[str]]] = {}

    def add(self, known: Speaker, name: str) -> None:
        """Adds a speaker, or makes it the most recent one."""
        words = words_of(name)
        for word in set(words):
            speakers = self._by_word.setdefault(word, {})
            speakers.pop(known, None)
            speakers[known] = words

    def holding(self, words: list[str]) -> Speaker | None:
        """The most recent speaker whose name has all of these words."""
        return next((known for known, its in self._with(words) if set(words) <= set(its)), None)

    def beginning(self, words: list[str]) -> Speaker | None:
        """The most recent speaker whose name begins with these words."""
        return next((known for known, its in self._with(words) if its[: len(words)] == words), None)

    def of_land(self, words: list[str]) -> Speaker | None:
        """The most recent speaker with this title, whose country is named or told by an adjective.

        وزير خارجية روسيا is وزير الخارجية الروسي.
        """
        stems = [word.rstrip(_LAND_ENDS) for word in words]
        for known, its in reversed(self._by_word.get(words[0], {}).items()) if len(words) > 2 else ():
            if its[0] == words[0] and [word.rstrip(_LAND_ENDS) for word in its[: len(words)]] == stems:
                return known
        return None

    def _with(self, words: list[str]) -> Iterator[tuple[Speaker, list[str]]]:
        """The speakers with the rarest of some words, the most recent one first."""
        speakers = min((self._by_word.get(word, {}) for word in words), key=len, default={})
        return reversed(speakers.items())


class Register:
    """The people and bodies that a document names, for short forms: `document.layer(Register)`."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._reading = document.layer(Reading)
        self._offsets: dict[tuple[str, int], list[int]] = {}
        self._people: dict[str, Speaker | None] = {}  # who is named in the article by a short name
        self._bodies: dict[str, list[tuple[int, Speaker]]] | None = None  # by each word of their names

    def person(self, named: Speaker, words: list[str], token: int) -> Speaker | None:
        """Who is named in the article by a name with these words; with an office where one is named."""
        if named.name not in self._people:
            self._people[named.name] = self._named_person(named, words, token)
        return self._people[named.name]

    def holder(self, named: Speaker, words: list[str], token: int) -> Speaker | None:
        """The person whose role begins with these words: القاضية, وزير العدل."""
        for at in self._mentions(named.name, token):
            person = self._titled(at, words)
            if person is not None and not (at > token > _HEADLINE):
                return person
        return None

    def office(self, name: str, words: list[str], token: int) -> Speaker | None:
        """The last person before a token with an office of one or two words, told without the article.

        السفيرة is سفيرة كذا فلانة, رئيس الأركان is رئيس أركان الجيش فلان.
        """
        first, _, last = name.rpartition(" ")
        if len(words) > _OFFICE_WORDS or not last.startswith("ال") or first.startswith("ال"):
            return None
        indefinite = f"{first} {last[2:]}".lstrip()
        before = (at for at in self._mentions(indefinite, token) if at < token)
        return next(filter(None, (self._titled(at, words) for at in before)), None)

    def _titled(self, at: int, words: list[str]) -> Speaker | None:
        """The person whose role at a token begins with some words: before his name, or behind it."""
        person = speaker.person_at(self._reading, at) or speaker.person_around(self._reading, at)
        told = person is not None and person.role and words_of(person.role)[: len(words)] == words
        return person if told else None

    def unnamed(self, name: str, token: int) -> Speaker | None:
        """Who was named before a token without the article: المصدر الطبي is مصدر طبي في المستشفى."""
        indefinite = " ".join(word.removeprefix("ال") for word in name.split())
        for at in self._mentions(indefinite, token):
            told = speaker.subject(self._reading, at, min(at + _TITLE, token)) if at < token else None
            if told is not None and told[1] == at and told[0].kind in ("source", "title"):
                return told[0]
        return None

    def body(self, name: str, token: int) -> Speaker | None:
        """The body that has a longer name in the article: المرصد, الوزارة, الناتو.

        The nearest one before a token, else the one that is named after it where it is the only one.
        """
        longer = [(at, body) for at, body in self._bodies_with(words_of(name)[:1]) if is_short_for(name, body.name)]
        before = [body for at, body in longer if at < token]
        if before:
            return before[-1]
        return longer[0][1] if len({tuple(words_of(body.name)) for _, body in longer}) == 1 else None

    def _bodies_with(self, words: list[str]) -> list[tuple[int, Speaker]]:
        """The bodies with any of some words in their names."""
        if self._bodies is None:
            self._bodies = defaultdict(list)
            for at, body in speaker.bodies(self._reading, _MOST):
                for word in set(words_of(body.name)):
                    self._bodies[word].append((at, body))
        return [body for word in words for body in self._bodies.get(word, ())]

    def _named_person(self, named: Speaker, words: list[str], token: int) -> Speaker | None:
        wanted = set(words)
        plain: Speaker | None = None
        for at in self._mentions(named.name, token):
            person = speaker.person_around(self._reading, at)
            if person is None or not wanted <= set(words_of(person.name)):
                continue
            longer = len(words_of(person.name)) > len(words)
            if person.role and (longer or len(words) > 1 or person.role != named.role):
                return person
            if plain is None and longer:
                plain = person
        return plain

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


def joined(named: Speaker, known: Speaker) -> Speaker:
    """One person, named twice: the longer name; the nearer role, but a rank gives way to an office."""
    name = max(known.name, named.name, key=len)
    told = named if named.role and not (named.rank and known.role and not known.rank) else known
    return msgspec.structs.replace(told, kind="person", name=name, official=named.official or known.official)


def is_short_for(name: str, full: str) -> bool:
    """Whether one name of a body is a short form of another.

    A word begins it, or is its alias at the end (الناتو), or a ministry's (الخزانة); more words go on with ل, في, an
    alias or a nationality, lack the first one (الخارجية السورية), or are its first and some later ones (اتحاد الشغل).
    """
    words, longer = words_of(name), words_of(full)
    if not words or len(longer) <= len(words):
        return False
    if longer[: len(words)] == words:
        rest = full.split()[len(name.split()) :]
        return len(words) == 1 or not rest or _GOES_ON.match(rest[0]) is not None
    if len(words) == 1:
        return longer[-1] == words[0] or (longer[0] == _MINISTRY and longer[1] == words[0])
    return longer[1:] == words or (longer[0] == words[0] and _in_order(words, longer))


def _in_order(words: list[str], longer: list[str]) -> bool:
    rest = iter(longer)
    return all(word in rest for word in words)


def _occurrences(name: str, text: str, start: int, end: int) -> Iterator[int]:
    """The offsets of a name between two offsets of a text, not overlapping."""
    at = text.find(name, start, end) if name else -1
    while at >= 0:
        yield at
        at = text.find(name, at + len(name), end)
