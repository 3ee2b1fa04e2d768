"""What goes in and what comes out: articles and facts, as frozen typed structs."""

from __future__ import annotations

import datetime as dt

import msgspec
from msgspec import UNSET, UnsetType


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One news article. Offsets of facts count code points of `text`, which is never changed.

    `record` is its number among the records of `source`, from 1 (that of its line in JSON Lines); None for a file.
    `outlet` is the paper, site or channel that published it. Posts have `forwarded_from` and `edited` (when).
    """

    text: str
    source: str | None = None
    record: int | None = None
    id: str | None = None
    title: str | None = None
    published: dt.date | None = None
    url: str | None = None
    outlet: str | None = None
    forwarded_from: str | UnsetType = UNSET
    edited: str | UnsetType = UNSET


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """A fact and its place: `text == article.text[start:end]`.

    `rule` names the rule that found it; it is printed only when an explanation is asked for.
    """

    start: int
    end: int
    text: str
    rule: str | UnsetType = UNSET


class ExtractedArticle(msgspec.Struct, frozen=True, kw_only=True):
    """The facts of one article by kind, each kind sorted by `start`. `text` is set only where it is asked for."""

    source: str | None = None
    record: int | None = None
    id: str | None = None
    title: str | None = None
    published: dt.date | None = None
    url: str | None = None
    outlet: str | None = None
    forwarded_from: str | UnsetType = UNSET
    edited: str | UnsetType = UNSET
    facts: dict[str, list[Fact]]
    text: str | UnsetType = UNSET


class Unavailable(RuntimeError):
    """What an extractor raises that cannot be used here; the message says what it needs."""


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """An article that gave no facts, or an input that gave no article, and why. `record` as in Article.

    Printed as `file:record: reason`.
    """

    source: str | None
    record: int | None = None
    id: str | None = None
    reason: str

    def __str__(self) -> str:
        place = self.source or "article"
        if self.record is not None:
            place += f":{self.record}"
        if self.id is not None and self.id != str(self.record):
            place += f": article {self.id}"
        return f"{place}: {self.reason}"
