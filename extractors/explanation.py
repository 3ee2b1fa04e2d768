"""Why a fact was found: its rule, the words it matched with their classes, where its fields stand, and how it reads.

An extractor may help by three attributes that the protocol does not ask for: `lexicon`, whose classes its rules are
written in; `rules`, its rules; and `explain(document, fact)`, which
gives what else there is to say, such as the date that a relative one counts from, as heading → sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from .document import Document

if TYPE_CHECKING:
    from .article import Fact
    from .registry import Extractor
    from .text.lexicon import Lexicon

_ABSENT = frozenset({"NOWA", "NOAL", "NOPREP"})  # tell that a clitic is not there
_CLITICS = ("WA", "BI", "LI", "KA", "AL")


@dataclass(frozen=True, slots=True)
class Word:
    """A token: its place and text, its classes, clitics last; none where the extractor tells no lexicon."""

    start: int
    end: int
    text: str
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why there is a fact.

    `patterns` are the rule's, as written; `words` those of the fact; `fields` the words of each field that is itself
    in the text, where it stands nearest; `notes` what the extractor says about the values, by heading.
    """

    rule: str
    patterns: tuple[str, ...]
    words: tuple[Word, ...]
    fields: dict[str, tuple[Word, ...]]
    notes: dict[str, str]


def explain(document: Document, extractor: Extractor, fact: Fact) -> Explanation:
    """Why `extractor` found `fact` in `document`, extracted with its rule (`explain=True`)."""
    lexicon: Lexicon | None = getattr(extractor, "lexicon", None)
    more = getattr(extractor, "explain", None)
    rule = fact.rule if isinstance(fact.rule, str) else ""
    return Explanation(
        rule=rule,
        patterns=tuple(_patterns(extractor, rule)),
        words=_words(document, lexicon, fact.start, fact.end),
        fields={name: _words(document, lexicon, *place) for name, place in _places(document.text, fact)},
        notes=more(document, fact) if more else {},
    )


def _patterns(extractor: Extractor, name: str) -> Iterator[str]:
    """The patterns of a rule; several rules that made a fact together are joined with `+`."""
    for rule in getattr(extractor, "rules", ()):
        if rule.id == name or not {rule.id, rule.name}.isdisjoint(name.split("+")):
            yield " ".join(rule.pattern.split())


def _words(document: Document, lexicon: Lexicon | None, start: int, end: int) -> tuple[Word, ...]:
    classes = document.classes(lexicon) if lexicon else ""
    return tuple(
        Word(
            document.start(token),
            document.end(token),
            document.text[document.start(token) : document.end(token)],
            _told(lexicon.features(classes[token])) if lexicon else (),
        )
        for token in range(document.token_at(start), document.token_at(end - 1) + 1)
        if document.end(token) > start and not document.text[document.start(token) : document.end(token)].isspace()
    )


def _told(features: frozenset[str]) -> tuple[str, ...]:
    """Classes in order: those a word has, then the clitics attached to it. A literal of a rule is no class."""
    names = {name for name in features if not name.startswith('"')} - _ABSENT
    return (*sorted(names - set(_CLITICS)), *(name for name in _CLITICS if name in names))


def _places(text: str, fact: Fact) -> Iterator[tuple[str, tuple[int, int]]]:
    """The fields of a fact whose value is in the text outside the fact, and where it stands nearest to it."""
    for name, value in msgspec.structs.asdict(fact).items():
        if isinstance(value, str) and value and value != fact.text and name not in ("rule", "text"):
            found = [match.span() for match in re.finditer(re.escape(value), text)]
            if found:
                yield name, min(found, key=lambda place: abs(place[0] - fact.start))
