"""Events: what happened, once each, with one toll, out of the facts of many articles."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from ..article import ExtractedArticle
from .assemble import events
from .causes import CAUSES
from .decisions import Contradiction, Decision, Decisions
from .merging import Merging
from .placing import Placing
from .reports import Copy, Report, article_key, reports
from .result import Event, MentionRef, Toll
from .shelf import Memory
from .similarity import ATTACH, SURE

__all__ = [
    "ATTACH",
    "CAUSES",
    "SURE",
    "Collection",
    "Contradiction",
    "Copy",
    "Decision",
    "Event",
    "MentionRef",
    "Report",
    "Toll",
    "group",
    "reports_of",
]


class Collection:
    """Reports of articles, each article once however often it stands somewhere.

    >>> Collection().events()
    []
    """

    def __init__(self) -> None:
        self._reports: dict[str, list[Report]] = {}
        self._copies: defaultdict[str, set[Copy]] = defaultdict(set)

    def add(self, key: str, copy: Copy, found: list[Report]) -> None:
        """Takes in an article by its key, the place where it stands and its reports."""
        self._reports.setdefault(key, found)
        self._copies[key].add(copy)

    def events(
        self, decisions: Sequence[Decision] = (), gone: list[int] | None = None, *, explain: bool = False
    ) -> list[Event]:
        """The events of all articles, as people decided. `gone` gets the numbers of decisions on what is not there.

        `explain` has each mention tell the terms of its score.

        Raises Contradiction.
        """
        copies = {key: sorted(found, key=str) for key, found in self._copies.items()}
        decided = Decisions(decisions)
        told = decided.tie((report for found in self._reports.values() for report in found), copies)
        if gone is not None:
            gone += decided.gone
        shelf = Memory(told)
        Placing(shelf, decided).settle(told)
        merged = Merging(shelf, decided, shelf.event_of).merged(shelf.events())
        return events(merged, copies, decided, explain=explain)


def group(articles: Iterable[ExtractedArticle], decisions: Sequence[Decision] = ()) -> list[Event]:
    """The events that articles tell of. Each article must have its text, as `waqai extract --with-text` prints it.

    Raises ValueError where it has none, Contradiction where two decisions cannot both hold.
    """
    collection = Collection()
    for article in articles:
        collection.add(*read(article))
    return collection.events(decisions)


def read(article: ExtractedArticle) -> tuple[str, Copy, list[Report]]:
    """The key of an article, where it stands, and its reports. Raises ValueError where its text is not there."""
    if not isinstance(article.text, str):
        raise ValueError(f"{article.source or 'article'}: no text; write it with --with-text")
    key, found = reports_of(article.text, article.title, article.published, msgspec.to_builtins(article.facts))
    return key, Copy.of(article), found


def reports_of(
    text: str, title: str | None, published: dt.date | None, facts: Mapping[str, list[Mapping[str, Any]]]
) -> tuple[str, list[Report]]:
    """The key of an article, the same for all its copies, and its reports, from its facts as records."""
    return article_key(text, title, published), reports(text, title, published, facts)
