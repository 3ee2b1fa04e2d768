"""The work on one input of `waqai events`: its facts, found or read from what `waqai extract` wrote, as reports."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from waqai.extractors import ExtractedArticle, Failure
from waqai.extractors.batch.many import attempt, failure
from waqai.extractors.events import Copy, Report, reports_of

from ..decisions import Decisions
from ..formats import Parsing
from ..job import harmless, limited
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


@dataclass(frozen=True, slots=True)
class Reporting:
    """The work on articles: parse each, find its facts, make its reports. Failures pass through in their place.

    `checked` is what people decided about facts.
    """

    kinds: Sequence[str]
    parsing: Parsing
    checked: Decisions | None = None

    def __call__(self, items: Sequence[RawArticle | Failure]) -> list[Read | Failure]:
        return [item if isinstance(item, Failure) else self._read(item) for item in items]

    def weight(self, item: RawArticle | Failure) -> int:
        """The size of an article in bytes, and something for the objects around it."""
        return 200 + (0 if isinstance(item, Failure) else len(item.data))

    def harmless(self, item: RawArticle | Failure) -> bool:
        """Whether it needs no process of its own."""
        return harmless(item, self.kinds)

    def lost(self, item: RawArticle | Failure, reason: str) -> Failure:
        """The failure of an article whose workers died."""
        return item if isinstance(item, Failure) else failure(reason, item.source, item.record)

    def _read(self, raw: RawArticle) -> Read | Failure:
        try:
            extracted = _already_extracted(raw)
            if extracted is not None:
                return self._from_facts(raw, extracted)
            with limited(raw, self.kinds):
                parsed = self.parsing.parse(raw)
                if isinstance(parsed, Failure):
                    return parsed
                found = attempt(parsed.article, self.kinds)
                if isinstance(found, Failure):
                    return found
                return self._reported(raw, found, parsed.article.text, msgspec.to_builtins(found.facts))
        except Exception as error:  # a page may break its parser, a fact of a third party the reports
            return failure(f"{type(error).__name__}: {error}", raw.source, raw.record)

    def _from_facts(self, raw: RawArticle, extracted: Extracted) -> Read | Failure:
        if extracted.text is None:
            return Failure(source=raw.source, id=extracted.id, reason="facts without text; extract with --with-text")
        return self._reported(raw, extracted, extracted.text, extracted.facts)

    def _reported(
        self,
        raw: RawArticle,
        article: ExtractedArticle | Extracted,
        text: str,
        facts: Mapping[str, list[Mapping[str, Any]]],
    ) -> Read:
        if self.checked is not None:
            facts = self.checked.records(article.source, article.id, facts)
        key, found = reports_of(text, article.title, article.published, facts)
        return Read(key, Copy.of(article), digest(raw, self.checked), article.title, article.published, found)


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
