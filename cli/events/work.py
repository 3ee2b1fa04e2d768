"""The work on one input of `waqai events`: its facts, found or read from what `waqai extract` wrote, as reports."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from waqai.extractors import ExtractedArticle, Failure
from waqai.extractors.events import Copy, Report, reports_of

from ..decisions import Decisions
from ..formats import Parsed
from ..job import ArticleWork
from ..readers.raw import RawArticle, RawFormat

KINDS = ("casualties", "dates", "organizations", "places", "quotes")


class Read(msgspec.Struct, frozen=True):
    """An article with its reports. `digest` is that of its raw data: what has not changed is not read again."""

    key: str
    copy: Copy
    digest: bytes
    title: str | None
    published: dt.date | None
    reports: list[Report]


class Extracted(msgspec.Struct, kw_only=True):
    """A line that `waqai extract --with-text` wrote."""

    source: str | None = None
    id: str | None = None
    record: int | None = None
    title: str | None = None
    published: dt.date | None = None
    outlet: str | None = None
    text: str | None = None
    facts: dict[str, list[Mapping[str, Any]]]


def digest(raw: RawArticle, checked: Decisions | None = None) -> bytes:
    """What tells the data of an article, and what was decided about facts of its source, from any other."""
    made = hashlib.blake2b(_bytes(raw.data), digest_size=12)
    if checked is not None:
        made.update(checked.stamp(raw.source))
    return made.digest()


class Reporting(ArticleWork[Read], frozen=True):
    """The work on articles: parse them, find their facts, make their reports. Facts that are there already are taken.

    `checked` is what people decided about facts.
    """

    checked: Decisions | None = None

    def __call__(self, items: Sequence[RawArticle | Failure]) -> list[Read | Failure]:
        known = self._each(self._already_read, items, items)
        new = iter(self.done([item for item, one in zip(items, known, strict=True) if one is None]))
        done = [next(new) if one is None else one for one in known]
        return [self._with_digest(one, item) for one, item in zip(done, items, strict=True)]

    def finish(self, parsed: Parsed, extracted: ExtractedArticle) -> Read:
        """The reports of an article."""
        return self._reported(extracted, parsed.article.text, msgspec.to_builtins(extracted.facts))

    def _already_read(self, raw: RawArticle) -> Read | Failure | None:
        """The reports of an article whose facts stand in its record; None for any other."""
        extracted = _already_extracted(raw)
        if extracted is None:
            return None
        if extracted.text is None:
            return Failure(source=raw.source, id=extracted.id, reason="facts without text; extract with --with-text")
        return self._reported(extracted, extracted.text, extracted.facts)

    def _reported(
        self, article: ExtractedArticle | Extracted, text: str, facts: Mapping[str, list[Mapping[str, Any]]]
    ) -> Read:
        if self.checked is not None:
            facts = self.checked.records(article.source, article.id, facts)
        key, found = reports_of(text, article.title, article.published, facts)
        return Read(key, Copy.of(article), b"", article.title, article.published, found)

    def _with_digest(self, read: Read | Failure, item: RawArticle | Failure) -> Read | Failure:
        if isinstance(read, Failure) or isinstance(item, Failure):
            return read
        return msgspec.structs.replace(read, digest=digest(item, self.checked))


def _already_extracted(raw: RawArticle) -> Extracted | None:
    """What `waqai extract` found, where a record holds that."""
    if raw.kind is not RawFormat.record or b'"facts"' not in _bytes(raw.data):
        return None
    try:
        return msgspec.json.decode(raw.data, type=Extracted)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _bytes(data: bytes | str) -> bytes:
    return data if isinstance(data, bytes) else data.encode()
