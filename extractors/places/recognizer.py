"""Finds the mentions of places: which words of a text name one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from ..document import Document
from ..engine.sre import lazy
from ..gazetteer import Found
from ..grammar import Match, Matcher, compile_pattern
from ..text.clitics import CONJUNCTION, PREPOSITION, PREPOSITIONS, letters_after, segmentations
from ..text.folding import fold
from .fact import Kind
from .mention import Link, Mention, Reading, longest, start_of
from .names import Atlas, Meaning, Trust
from .reader import Reader
from .rules import (
    BEGINNING,
    BEHIND_NUMBER,
    CONTAINED,
    FRAGMENTS,
    HEADED,
    LISTED,
    NAMED,
    NEAR,
    NUMBERED,
    PLACING,
    make_lexicon,
)

_KINDS: dict[str, Kind] = {
    "TOWN": "town",
    "REGION": "region",
    "DISTRICT": "district",
    "QUARTER": "quarter",
    "CAMP": "camp",
    "AREA": "area",
    "WATER": "water",
    "SITE": "site",
}
_QUOTES = "\"'«»“”„‟()"
_LIST_REACH = 8  # tokens between two places of a list with their numbers
_NUMBER_REACH = 3  # tokens from a place of a list back to its number
_APART = 6  # tokens between a place and the one it lies in, at most

_TAG = lazy(r"#(?=\w)")
_DIVISIONS = frozenset({"region", "district"})
_LISTS = frozenset({"several", "several words", "listed"})


class Recognizer:
    """The rules over the gazetteer's names."""

    def __init__(self, atlas: Atlas, table: Path | None = None) -> None:
        self._atlas = atlas
        self.lexicon = make_lexicon(atlas, table)
        self._reader = Reader(atlas, self.lexicon)
        self.matchers = (
            Matcher(self.lexicon, HEADED, FRAGMENTS),
            Matcher(self.lexicon, NAMED, FRAGMENTS),
        )
        self._heads = self._compiled("<HEAD&NOAL|QUARTER&AL>")
        self._bare = self._compiled("<TOWN&HEAD&AL|REGION&HEAD&AL|DISTRICT&HEAD&AL|QUARTER&HEAD&AL|CAMP&HEAD&AL>")
        self._tag_heads = self._compiled("<PROPER&SITE&NOAL|TAGGED&NOAL|CAMP&HEAD&NOAL>")
        self._beginning = self._compiled(BEGINNING)
        self._placing = self._compiled(PLACING)
        self._near = self._compiled(NEAR)
        self._inside = self._compiled(CONTAINED)
        self._within = self._compiled("<IN>")
        self._of_nation = self._compiled("<ADJECTIVE>")
        self._numbered = self._compiled(NUMBERED)
        self._behind_number = self._compiled(BEHIND_NUMBER)
        self._listed = self._compiled(LISTED)
        self._nation = self._compiled("<NAT>")
        self._nation_after = self._compiled("<NAT&AL&NOPREP&NOWA>")
        self._kinds: dict[str, Kind | None] = {}
        self._nations: dict[str, str | None] = {}

    def _compiled(self, pattern: str) -> re.Pattern[str]:
        return compile_pattern(self.lexicon, pattern, FRAGMENTS)

    def read(self, document: Document) -> Reading:
        """A document with its names marked."""
        return self._reader.read(document)

    def mentions(self, reading: Reading) -> list[Mention]:
        """The mentions in a document, none within another."""
        headed_by, named_by = self.matchers
        headed = (
            self._headed_mention(reading, match)
            for match in headed_by.finditer(reading.marked)
            if not _is_verb(reading.document, match.first) and self._fits(reading, match)
        )
        matches: dict[int, Match] = {}  # by the first token of a name; the first rule counts
        for match in named_by.finditer(reading.marked):
            matches.setdefault(match.first, match)
        named = (
            self._named_mention(reading, m.rule.id, token, m)
            for token, m in matches.items()
            if m.name != "several" or self._fits_several(reading, token)
        )
        found = longest(chain(headed, named, self._tagged(reading)))
        found = longest([*found, *self._repeated(reading, found), *self._repeated_unknown(reading, found)])
        found = longest([*found, *self._counted(reading, found)])
        return self._listed_alike(reading, longest([*found, *self._beside(reading, found)]))

    def _fits(self, reading: Reading, match: Match) -> bool:
        """Whether a name can be what the class word before it says: no region is the town of Emmen in ولاية أمن."""
        name, kind = reading.names.get(match.first + 1), self.kind(reading.plain[match.first])
        if name is None:
            return True
        kinds = {entry.kind for entry in self._atlas.entries(name.value)}
        if kind == "site":
            return kinds != {"country"}  # معسكر النمسا
        return name.value[0] > Trust.WORD or kind not in ("region", "district") or not kinds.isdisjoint(_DIVISIONS)

    def _fits_several(self, reading: Reading, token: int) -> bool:
        """Whether a name that is a word too is a region, where the class word of several says so: إقليمي فان وآغري."""
        name = reading.names[token]
        if name.value[0] > Trust.WORD or self.kind(reading.plain[token - 1]) != "region":
            return True
        return not {entry.kind for entry in self._atlas.entries(name.value)}.isdisjoint(_DIVISIONS)

    def _headed_mention(self, reading: Reading, match: Match) -> Mention:
        rule, end = match.name, match.end
        first, _ = match.span("place") or (match.first, end)
        after = first
        while after < end - 1 and self._heads.match(reading.marked, after):
            after += 1
        name = next((reading.names[token] for token in range(after, end) if token in reading.names), None)
        if name and name.first > after and self._beginning.match(reading.plain, name.first - 1):
            name = None  # the end of an unknown one: عين السواقي
        kind = "town" if rule.startswith(("capital", "unknown")) else self.kind(reading.plain[match.first])
        known = name is not None and rule != "road"
        entries = self._atlas.entries(name.value) if name else ()
        nation = self.nation(reading.plain[first + 1]) if rule.startswith("capital") else None
        start = reading.document.word_start(first, self.lexicon)
        at = name.first if name and known else after
        if not known and kind == "site" and end - at == 1 and self._bare.match(reading.plain, at):
            at = first  # مستشفى المدينة
        text = reading.document.text[reading.document.start(at) : reading.document.end(end - 1)].strip(_QUOTES)
        return Mention(first, end, start, rule, at, text, kind, entries, nation, self._is_near(reading, first), match)

    def _named_mention(self, reading: Reading, rule: str, token: int, match: Match | None = None) -> Mention:
        name = reading.names.get(token) or reading.words[token]
        entries = self._atlas.entries(name.value)
        kind = self.kind(reading.plain[token - 1]) if rule == "several" else None
        if kind not in {entry.kind for entry in entries}:
            kind = None
        start, near = start_of(reading.document, name), self._is_near(reading, token)
        text = reading.document.text[start : reading.document.end(name.end - 1)]
        return Mention(name.first, name.end, start, rule, token, text, kind, entries, None, near, match)

    def _tagged(self, reading: Reading) -> Iterator[Mention]:
        """What is all of a hashtag: a name, #حفر_الباطن, or a class word with one, #مرفأ_بيروت."""
        document, found = reading.document, _tags(reading.document)
        for token in found:
            name = reading.names.get(token)
            if name is not None and not name.bits and not self._is_tied(document, name.end):
                yield self._named_mention(reading, "hashtag", token)
            elif self._tag_heads.match(reading.plain, token) and self._is_tied(document, token + 1):
                end = token + 2
                while self._is_tied(document, end):
                    end += 1
                text = document.text[document.start(token + 1) : document.end(end - 1)].replace("_", " ")
                kind = self.kind(reading.plain[token])
                yield Mention(token, end, document.start(token), "hashtag", token + 1, text, kind, (), None, False)

    def _is_tied(self, document: Document, end: int) -> bool:
        """Whether a token goes on the hashtag of the one before it."""
        return document.text.startswith("_", document.end(end - 1)) and end < len(document)

    def _repeated(self, reading: Reading, found: Iterable[Mention]) -> Iterator[Mention]:
        """Names without a sign of a place around them that stand elsewhere in the article with one."""
        seen = {reading.names[mention.at].value for mention in found if mention.at in reading.names}
        for token, name in reading.names.items():
            if name.value[0] > Trust.WORD and name.value in seen and not self._is_adjective(reading, name):
                yield self._named_mention(reading, "repeated", token)

    def _is_adjective(self, reading: Reading, name: Found[Meaning]) -> bool:
        """Whether a name is rather the adjective of its nation: جندي مالي."""
        return name.end - name.first == 1 and self._of_nation.match(reading.plain, name.first) is not None

    def _repeated_unknown(self, reading: Reading, found: Iterable[Mention]) -> Iterator[Mention]:
        """Names that the gazetteer lacks where they stand again, after a word of place: قرية المحسنلي … في المحسنلي."""
        document = reading.document
        unknown = {_stem(mention.name): mention for mention in found if not mention.entries and mention.kind == "town"}
        endings = tuple(unknown)
        again = (
            (token for token in range(1, len(document)) if document.form(token).endswith(endings)) if endings else ()
        )
        for token in again:
            for bits, form in segmentations(document.form(token)):
                mention = unknown.get(form)
                placed = bits & PREPOSITION == PREPOSITIONS["ب"] or self._placing.match(reading.plain, token)
                if mention is not None and placed:
                    start = letters_after(document.text[document.start(token) :], document.start(token), bits)
                    near = self._is_near(reading, token)
                    yield mention._replace(
                        first=token, end=token + 1, start=start, rule="repeated", at=token, near=near
                    )

    def _beside(self, reading: Reading, found: Iterable[Mention]) -> Iterator[Mention]:
        """Names that stand in a list with a place: عامودا والدرباسية; فاس بـ69 حالة، وبولمان بـ16."""
        ends = {end for mention in found for end in self._list_goes_on(reading, mention.end)}
        starts = {mention.first for mention in found if self._bits(reading, mention) & CONJUNCTION}
        for token, name in sorted([*reading.names.items(), *reading.words.items()]):
            after_place = token in ends and bool(name.bits & CONJUNCTION)
            told = after_place or name.end in starts
            if token in reading.words:  # والحاجب in فاس ومكناس والحاجب وصفرو
                told = after_place and self._is_within_list(reading, name)
            if told and not name.bits & PREPOSITION:
                ends.update(self._list_goes_on(reading, name.end))
                yield self._named_mention(reading, "listed", token)

    def _counted(self, reading: Reading, found: Sequence[Mention]) -> Iterator[Mention]:
        """Names behind a number in a list of such places: 5 حالات بسطات، و3 باليوسفية."""
        counted = [mention.first for mention in found if self._is_counted(reading, mention.first)]
        for token, name in reading.words.items():
            near = any(abs(token - other) <= _LIST_REACH for other in counted)
            if near and name.bits & PREPOSITION == PREPOSITIONS["ب"] and self._is_counted(reading, token):
                yield self._named_mention(reading, "listed", token)

    def _is_counted(self, reading: Reading, token: int) -> bool:
        """Whether a number stands before a name, with what it counts."""
        return self._behind_number.search(reading.plain, max(0, token - _NUMBER_REACH), token) is not None

    def _list_goes_on(self, reading: Reading, end: int) -> Iterator[int]:
        """Where the next name of a list may stand behind one: right there, and behind its number."""
        yield end
        if number := self._numbered.match(reading.plain, end):
            yield number.end()

    def _is_within_list(self, reading: Reading, name: Found[Meaning]) -> bool:
        """Whether a list goes on behind a name, with a number or another name."""
        after = reading.names.get(name.end)
        joined = after is not None and bool(after.bits & CONJUNCTION) and not after.bits & PREPOSITION
        return joined or self._numbered.match(reading.plain, name.end) is not None

    def _listed_alike(self, reading: Reading, found: list[Mention]) -> list[Mention]:
        """The mentions, where all of a list are what the class word before its first says: محافظتي حلب وإدلب."""
        alike: list[Mention] = []
        for mention in found:
            before = alike[-1] if alike else mention
            of_list = before.rule in _LISTS and before.kind in {entry.kind for entry in mention.entries}
            if of_list and mention.kind is None and self.link(reading, before, mention) == "listed":
                mention = mention._replace(kind=before.kind, rule="listed")
            alike.append(mention)
        return alike

    def _is_near(self, reading: Reading, first: int) -> bool:
        return bool(self._near.match(reading.plain, first))

    def kind(self, character: str) -> Kind | None:
        """The kind that a class word makes of the name after it."""
        if character not in self._kinds:
            have = self.lexicon.features(character)
            self._kinds[character] = next((kind for name, kind in _KINDS.items() if name in have), None)
        return self._kinds[character]

    def nation(self, character: str) -> str | None:
        """The country of an adjective of nationality."""
        if character not in self._nations:
            have = self.lexicon.features(character)
            code = next((name for name in have if name.startswith("NAT_")), None)
            self._nations[character] = code and code.removeprefix("NAT_")
        return self._nations[character]

    def nations(self, reading: Reading) -> Iterator[tuple[int, str]]:
        """All adjectives of nationality in a document: the token and the country of each."""
        for match in self._nation.finditer(reading.marked):
            if nation := self.nation(match[0]):
                yield match.start(), nation

    def nation_after(self, reading: Reading, mention: Mention) -> str | None:
        """The country of the adjective right after a mention: مدينة الطبقة السورية."""
        found = self._nation_after.match(reading.marked, mention.end)
        return self.nation(found[0]) if found else None

    def link(self, reading: Reading, mention: Mention, after: Mention) -> Link | None:
        """How a place stands to the next one named."""
        between = mention.end, after.first
        if between[1] - between[0] > _APART:
            return None
        bits = self._bits(reading, after)
        if bits & CONJUNCTION or (between[0] < between[1] and self._listed.fullmatch(reading.marked, *between)):
            return "listed" if between[1] - between[0] <= 1 else None
        attached = bits & PREPOSITION == PREPOSITIONS["ب"]
        if between[0] == between[1]:
            return "within" if attached else None
        if not self._inside.fullmatch(reading.marked, *between):
            return None
        return "within" if attached or self._within.search(reading.marked, *between) else "inside"

    def _bits(self, reading: Reading, mention: Mention) -> int:
        """The clitics before a mention."""
        name = reading.names.get(mention.first) or reading.words.get(mention.first)
        return name.bits if name else self.lexicon.bits(reading.plain[mention.first])


def _tags(document: Document) -> list[int]:
    """The first tokens of the hashtags in a document."""
    return [document.token_at(found.end()) for found in _TAG.finditer(document.text)]


def _stem(name: str) -> str:
    """A name folded, without ال."""
    return fold(name).removeprefix("ال")


def _is_verb(document: Document, token: int) -> bool:
    """Whether a token is وأدى, which folds to وادي."""
    return document.text.startswith("وأ", document.start(token))
