"""The articles of a report: read, and their facts and reports of events found, by as many processes as there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from waqai.extractors import ExtractedArticle, Failure
from waqai.extractors.batch import many
from waqai.extractors.events import Copy, reports_of
from waqai.extractors.events import Report as EventReport

from ..decisions import Decisions
from ..formats import Parsed, Parsing
from ..job import ArticleWork, noted
from ..printed import Failures
from ..reading import read


class Entry(msgspec.Struct, frozen=True):
    """An article: `record` is what the page takes; its key, where it stands, and what it reports of events."""

    record: dict[str, Any]
    key: str
    copy: Copy
    reports: list[EventReport]


def entry(article: ExtractedArticle) -> Entry:
    """The entry of an article, which must have its text; rules that found its facts are left out."""
    text = str(article.text)
    facts: dict[str, list[Mapping[str, Any]]] = {
        kind: [_without_rule(fact) for fact in found] for kind, found in article.facts.items()
    }
    about = {name: getattr(article, name) for name in ("source", "id", "title", "published", "url", "outlet")}
    key, reports = reports_of(text, article.title, article.published, facts) if "casualties" in facts else ("", [])
    return Entry(about | {"text": text, "facts": facts}, key, Copy.of(article), reports)


def _without_rule(fact: Any) -> dict[str, Any]:
    record: dict[str, Any] = msgspec.to_builtins(fact)
    record.pop("rule", None)
    return record


class Entries:
    """The entries of the articles in inputs. `failed` tells whether one could not be read, which is told by then."""

    def __init__(
        self, inputs: Sequence[str], kinds: Sequence[str], parsing: Parsing, checked: Decisions | None = None
    ) -> None:
        self._inputs = inputs
        self._work = _Work(kinds, parsing, checked)
        self.failed = False

    def __iter__(self) -> Iterator[Entry]:
        failures = Failures()
        for found in many.one_by_one(many.run(self._work, read(self._inputs))):
            if isinstance(found, Failure):
                self.failed = True
                failures.tell(found)
            else:
                made, notes = found
                for note in notes:
                    failures.tell(note)
                yield made
        failures.tell_rest()


class _Work(ArticleWork[tuple[Entry, tuple[Failure, ...]]], frozen=True):
    """The work on one article. `checked` is what people decided about facts."""

    checked: Decisions | None

    def finish(self, parsed: Parsed, extracted: ExtractedArticle) -> tuple[Entry, tuple[Failure, ...]]:
        """The entry of the article, and what could not be read of it."""
        if self.checked is not None:
            extracted = self.checked.applied(extracted)
        return entry(msgspec.structs.replace(extracted, text=parsed.article.text)), noted(parsed)
