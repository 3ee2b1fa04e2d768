"""Where counts happened: the scene of the event, walked through the article.

A count takes the place told for it in its sentence, and makes it the scene. One without takes what is told of the same
event: beside a count of another outcome, with the same number elsewhere, or the scene, which holds on until another
place of an event is told. A part of a count and what is past do not move the scene.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from ..document import Document
from ..grammar import compile_pattern
from ..location import Location
from ..structure.clauses import Clauses
from .context import EVENTS
from .count import Count
from .fact import Scope
from .location import holds
from .place_phrases import Phrase
from .sentences import Sentences
from .told_place import PARTS, ToldPlaces
from .totals import Totals
from .vocabulary import LEXICON

_EVENTS = compile_pattern(LEXICON, EVENTS)
_MANY_ATTACKS = compile_pattern(LEXICON, "<ATTACKS>")
_SCENES = 5  # sentences that a scene holds on for since it was told or taken up
_LEAD = 2  # first sentences: a headline, and a lead that tells its place more narrowly
_TOLD_AGAIN = 6  # sentences behind a headline in which its count stands again
_POST = 4  # sentences of a post, which has no headline
_MANY = 3  # victims by whose number an event is known again
_BY_OFFICES = frozenset({"infected", "detained"})  # which the offices of a place tell of their own


class _Scene(Struct):
    """A place at which the events of a text happen, and the sentence that told it or took it up last."""

    phrase: Phrase
    at: Location | None
    sentence: int
    total: bool = False  # of a count over a period


class Places:
    """The places of the counts of a document, as written and resolved; `scopes` are those of the counts by anchor."""

    def __init__(
        self,
        document: Document,
        sentences: Sentences,
        introductions: set[int],
        counts: Sequence[Count],
        scopes: Mapping[int, Scope],
        totals: Totals,
    ) -> None:
        self._document = document
        self._classes = document.classes(LEXICON)
        self._clauses = document.layer(Clauses)
        self._sentences = sentences
        self._scopes = scopes
        self._totals = totals
        self._is_post = "#" in document.text and sentences.last <= _POST
        self._told = ToldPlaces(document, sentences, introductions, counts)
        ordered = sorted(counts, key=lambda count: count.anchor)
        self._phrases = {count.anchor: phrase for count in ordered if (phrase := self._told.of(count))}
        self._same = {_event(count): phrase for count in ordered if (phrase := self._phrases.get(count.anchor))}
        self._by_sentence = {
            number: list(group) for number, group in groupby(ordered, lambda count: sentences.number(count.anchor))
        }
        self._places: dict[int, tuple[Phrase, Location | None]] = {}
        self._walk()
        self._narrow(ordered)

    def of(self, count: Count) -> tuple[str | None, Location | None]:
        """The place of a count as written, and resolved; None where none is told."""
        phrase, at = self._places.get(count.anchor, (None, None))
        if phrase is None:
            return None, None
        return self._document.excerpt(phrase.start, self._document.end(phrase.end - 1)), at

    def _walk(self) -> None:
        scene: _Scene | None = None
        for number in sorted({*self._by_sentence, *self._told.sentences()}):
            counts = self._by_sentence.get(number, [])
            heading = self._told.heading(number)
            if heading is not None:
                scene = _Scene(heading, self._located(heading, scene), number)
            for count in counts:
                scene = self._place(count, number, scene)
            if not any(count.anchor in self._phrases for count in counts):
                scene = self._moved(number, scene)

    def _place(self, count: Count, number: int, scene: _Scene | None) -> _Scene | None:
        """Places a count, and gives the scene behind it."""
        phrase = self._phrases.get(count.anchor)
        if phrase is not None:
            at = self._located(phrase, scene)
            self._places[count.anchor] = phrase, at
            moves = count.relation not in PARTS and self._scopes[count.anchor] != "past"
            total = self._scopes[count.anchor] == "period"
            return _Scene(phrase, at, number, total) if moves or scene is None else scene
        phrase = self._beside(count, number) or self._told.heading(number) or self._told_again(count, scene)
        if phrase is not None:
            self._places[count.anchor] = phrase, self._located(phrase, scene)
            return scene
        whole = count.of if count.relation == "part" else None
        if whole is not None and whole.anchor in self._places and self._sentences.number(whole.anchor) == number:
            self._places[count.anchor] = self._places[whole.anchor]
            return scene
        if scene is not None and self._holds(scene, count, number):
            scene.sentence = number
            self._places[count.anchor] = scene.phrase, scene.at
            return scene
        phrase = self._of_lead(count, number) or self._of_source(count, number)
        if phrase is not None:
            self._places[count.anchor] = phrase, self._located(phrase, scene)
        return scene

    def _located(self, phrase: Phrase, scene: _Scene | None) -> Location | None:
        """Where a phrase is; a place without a name lies at the scene, but for a region that is named elsewhere."""
        at = self._told.locations.of(phrase)
        if at is not None or scene is None or self._told.locations.stands_for(phrase):
            return at
        return scene.at

    def _beside(self, count: Count, number: int) -> Phrase | None:
        """The place of a count of another outcome in its sentence: قتل 3، فيما جرح 5 في حلب."""
        others = (
            other for other in self._by_sentence[number] if other.type != count.type and other.relation not in PARTS
        )
        return next((self._phrases[other.anchor] for other in others if other.anchor in self._phrases), None)

    def _told_again(self, count: Count, scene: _Scene | None) -> Phrase | None:
        """The place told for the same number elsewhere, if not more narrowly since; a few are no sign of one event."""
        phrase = self._same.get(_event(count)) if (count.quantity.min or 0) >= _MANY else None
        at = self._told.locations.of(phrase) if phrase is not None else None
        return None if at is not None and scene is not None and holds(at, scene.at) else phrase

    def _holds(self, scene: _Scene, count: Count, number: int) -> bool:
        if number - scene.sentence > _SCENES:
            return False
        scope = self._scopes[count.anchor]
        if scope == "period":
            return self._totals.is_total(count) or (scene.total and self._is_of_next(scene, number))
        return scope in ("incident", "several")

    def _is_of_next(self, scene: _Scene, number: int) -> bool:
        """Whether a sentence is the next behind that of a scene, and names no place."""
        start, end = (
            self._document.start(token)
            for token in (self._sentences.span(number)[0], self._sentences.span(number)[1] - 1)
        )
        return number - scene.sentence == 1 and next(self._told.locations.named(start, end), None) is None

    def _is_total(self, count: Count) -> bool:
        return self._scopes[count.anchor] != "incident" or self._totals.is_total(count)

    def _moved(self, number: int, scene: _Scene | None) -> _Scene | None:
        """The scene behind a sentence that tells no place of a count: the last that an event has there, or any has."""
        told = [phrase for phrase in self._told.phrases(number) if self._told.locations.is_named(phrase)]
        of_events = [phrase for phrase in told if self._is_of_event(phrase)]
        phrase = _first_of_last_clause(of_events, self._clauses) if of_events else told[-1] if told else None
        if phrase is None:
            return scene
        at = self._located(phrase, scene)
        if scene is not None and at is not None and holds(at, scene.at):
            return scene
        return _Scene(phrase, at, number)

    def _is_of_event(self, phrase: Phrase) -> bool:
        clause = self._clauses[self._clauses.number(phrase.first)]
        return _EVENTS.search(self._classes, clause.first, clause.end) is not None

    def _of_lead(self, count: Count, number: int) -> Phrase | None:
        """The first place in the lead of a headline, or in what follows in a post."""
        headline = self._sentences.is_line(number) or self._is_post
        if number >= _LEAD or not headline or self._scopes[count.anchor] == "past":
            return None
        phrases = (self._told.phrases(after) for after in range(number + 1, number + _LEAD + 1))
        return next((told[0] for told in phrases if told and not told[0].source), None)

    def _of_source(self, count: Count, number: int) -> Phrase | None:
        if count.type in _BY_OFFICES or self._scopes[count.anchor] == "period":
            return self._told.of_source(number)
        return None

    def _narrow(self, counts: Sequence[Count]) -> None:
        """Tells the place of a headline or a lead as narrowly as the text does where it goes on."""
        opening = self._sentences.number(counts[0].anchor) + _LEAD
        for count in counts:
            number = self._sentences.number(count.anchor)
            phrase, at = self._places.get(count.anchor, (None, None))
            if number >= opening or phrase is None or at is None or self._is_total(count):
                continue
            around = replace(at, kind="region", name=at.region) if phrase.directed and at.kind == "town" else at
            within = self._told_within(around, count, number, counts)
            if within is None and at.kind != "country" and count.type != "infected" and not self._is_of_many(count):
                within = self._all_within(around, count, number, counts)
                if within is None and number < _LEAD and self._sentences.is_line(number):
                    within = self._named_within(at, phrase, count, number)
            if within is not None:
                self._places[count.anchor] = phrase, within

    def _told_within(self, around: Location, count: Count, number: int, counts: Sequence[Count]) -> Location | None:
        """The place within another at which the same is told again."""
        behind = self._placed_behind(count, number, counts)
        again = (place for other, place in behind if place.kind and _event(other) == _event(count))
        return next((place for place in again if _is_narrower(place, around)), None)

    def _all_within(self, around: Location, count: Count, number: int, counts: Sequence[Count]) -> Location | None:
        """The one place within another where all happened that is told next, of about as many victims."""
        behind = [
            (other, place)
            for other, place in self._placed_behind(count, number, counts)
            if self._scopes[other.anchor] == "incident"
        ]
        within = [place for _, place in behind if place.kind and _is_narrower(place, around)]
        victims = sum(other.quantity.min or 0 for other, _ in behind)
        if not within or len(within) < len(behind) or 2 * victims < (count.quantity.min or 0):
            return None
        return within[0] if len({place.name for place in within}) == 1 else None

    def _placed_behind(self, count: Count, number: int, counts: Sequence[Count]) -> Iterator[tuple[Count, Location]]:
        """The counts told in a few sentences behind one, with where they happened."""
        for other in counts:
            _, place = self._places.get(other.anchor, (None, None))
            near = self._sentences.number(other.anchor) <= number + _TOLD_AGAIN
            if other.anchor > count.anchor and near and place is not None:
                yield other, place

    def _named_within(self, at: Location, phrase: Phrase, count: Count, number: int) -> Location | None:
        """The first place within another that is named right behind a headline which has no sum of several."""
        if self._broken_down(count):
            return None
        last = min(number + _LEAD, self._sentences.last)
        stop = self._document.end(self._sentences.span(last)[1] - 1)
        named = self._told.locations.named(self._document.end(phrase.end - 1), stop)
        return next((place for place in named if holds(at, place)), None)

    def _is_of_many(self, count: Count) -> bool:
        """Whether the victims are those of several attacks, told in the clause of their count: في غارات على ريف كذا."""
        clause = self._clauses[self._clauses.number(count.anchor)]
        return _MANY_ATTACKS.search(self._classes, clause.first, clause.end) is not None

    def _broken_down(self, count: Count) -> bool:
        """Whether the lead goes on with fewer victims of other places, of which a total is the sum."""
        number = self._sentences.number(count.anchor)
        behind = (
            other for after in range(number + 1, number + _LEAD + 1) for other in self._by_sentence.get(after, [])
        )
        return any(other.type == count.type and other.relation is None and _is_less(other, count) for other in behind)


def _first_of_last_clause(phrases: Sequence[Phrase], clauses: Clauses) -> Phrase:
    last = clauses.number(phrases[-1].first)
    return next(phrase for phrase in phrases if clauses.number(phrase.first) == last)


def _is_narrower(place: Location, around: Location) -> bool:
    """Whether a place lies in another, and is not that by its short name: غزة for قطاع غزة."""
    return holds(around, place) and (place.name or "") not in (around.name or "")


def _is_less(one: Count, other: Count) -> bool:
    return (one.quantity.min or 0) < (other.quantity.min or 0)


def _event(count: Count) -> tuple[object, ...]:
    """What two counts of one event have alike."""
    return count.type, count.quantity.min, count.quantity.max
