"""Why a fact was found: its rules, the words it matched with their classes, where its fields stand, and how it reads.

All of it is the evidence that the extractor kept, see `evidence.py`. An extractor may have three attributes that the
protocol does not ask for: `lexicon`, whose classes its rules are written in; `matchers`, which run its rules; and
`classes`, which makes the class string that they read, where it is not the document's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .document import Document
from .evidence import Evidence
from .grammar import Match, Matcher
from .trace import Attempt, attempts, branch

if TYPE_CHECKING:
    from .article import Fact
    from .registry import Extractor
    from .text.lexicon import Lexicon

_ABSENT = frozenset({"NOWA", "NOAL", "NOPREP"})  # say that a clitic is not there
_CLITICS = ("WA", "BI", "LI", "KA", "AL")


@dataclass(frozen=True, slots=True)
class Word:
    """A token: its place and text, its classes, clitics last; none where the extractor has no lexicon."""

    start: int
    end: int
    text: str
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why there is a fact.

    `patterns` are the branches of rules that matched, as written; `words` those of the fact; `fields` the words of each
    group of the rules and of each field that was cut out of the text; `notes` what the extractor says about the values,
    by heading.
    """

    rule: str
    patterns: tuple[str, ...]
    words: tuple[Word, ...]
    fields: dict[str, tuple[Word, ...]]
    notes: dict[str, str]


def explain(document: Document, extractor: Extractor, fact: Fact) -> Explanation:
    """Why `extractor` found `fact` in `document`, which was made to be explained."""
    lexicon: Lexicon | None = getattr(extractor, "lexicon", None)
    evidence = (document.evidence or {}).get(fact, Evidence())
    groups = {
        name: (document.start(first), document.end(end - 1))
        for match in evidence.matches
        for name, (first, end) in match.spans.items()
        if first < end
    }
    return Explanation(
        rule=fact.rule if isinstance(fact.rule, str) else "",
        patterns=tuple(_branches(extractor, evidence.matches)),
        words=_words(document, lexicon, fact.start, fact.end),
        fields={name: _words(document, lexicon, *place) for name, place in (groups | dict(evidence.fields)).items()},
        notes=dict(evidence.notes),
    )


def _branches(extractor: Extractor, matches: Iterable[Match]) -> Iterator[str]:
    """The branches that matches took of their rules, as written."""
    for match in matches:
        matcher = next((matcher for matcher in matchers(extractor) if match.rule in matcher.rules), None)
        if matcher is not None:
            yield branch(matcher, match)


def matchers(extractor: Extractor) -> tuple[Matcher, ...]:
    """What runs the rules of an extractor; none where it does not say."""
    return getattr(extractor, "matchers", ())


def class_string(extractor: Extractor, document: Document, matcher: Matcher) -> str:
    """The class string of a document that a matcher of an extractor reads."""
    own: Callable[[Document], str] | None = getattr(extractor, "classes", None)
    return own(document) if own else document.classes(matcher.lexicon)


def rules(extractor: Extractor, name: str) -> list[str]:
    """The ids of the rules of an extractor that have this id or this name."""
    return [rule.id for matcher in matchers(extractor) for rule in matcher.rules if name in (rule.id, rule.name)]


@dataclass(frozen=True, slots=True)
class Trial:
    """A place where a rule was tried: the words it matched, and the word after them.

    `made` is the fact that it made there, if any; else `other` is one that another match made of some of its words.
    """

    attempt: Attempt
    words: tuple[Word, ...]
    following: tuple[Word, ...]
    made: Fact | None
    other: Fact | None


def trials(document: Document, extractor: Extractor, id: str) -> Iterator[Trial]:
    """The places in a document where a rule of an extractor can begin, and how far it came."""
    matcher = next(m for m in matchers(extractor) if id in (rule.id for rule in m.rules))
    ids = {rule.id for rule in matcher.rules}
    made = [
        (match, fact)
        for fact, evidence in (document.evidence or {}).items()
        for match in evidence.matches
        if match.rule.id in ids
    ]
    for attempt in attempts(matcher, id, class_string(extractor, document, matcher)):
        words, following = (
            _words(document, matcher.lexicon, document.start(first), document.end(end - 1)) if first < end else ()
            for first, end in ((attempt.first, attempt.end), (attempt.end, min(attempt.end + 1, len(document))))
        )
        there = [pair for pair in made if _overlap(pair[0], attempt)]
        own = next((fact for match, fact in there if (match.rule.id, match.first) == (id, attempt.first)), None)
        other = next((fact for _, fact in there if own is None), None)
        yield Trial(attempt, words, following, own, other)


def _overlap(match: Match, attempt: Attempt) -> bool:
    """Whether a match has words that an attempt matched with all of its rule."""
    return not attempt.missing and match.first < attempt.end and attempt.first < match.end


def _words(document: Document, lexicon: Lexicon | None, start: int, end: int) -> tuple[Word, ...]:
    classes = document.classes(lexicon) if lexicon else ""
    return tuple(
        Word(
            document.start(token),
            document.end(token),
            document.text[document.start(token) : document.end(token)],
            _named(lexicon.features(classes[token])) if lexicon else (),
        )
        for token in range(document.token_at(start), document.token_at(end - 1) + 1)
        if document.end(token) > start and not document.text[document.start(token) : document.end(token)].isspace()
    )


def _named(features: frozenset[str]) -> tuple[str, ...]:
    """Classes in order: those a word has, then the clitics attached to it. A literal of a rule is no class."""
    names = {name for name in features if not name.startswith('"')} - _ABSENT
    return (*sorted(names - set(_CLITICS)), *(name for name in _CLITICS if name in names))
