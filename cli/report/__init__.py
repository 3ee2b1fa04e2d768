"""A report: HTML that shows what happened, who said what, and the articles with their facts; it asks no network."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import msgspec

from .page import page

if TYPE_CHECKING:
    from waqai.extractors.events import Collection, Event

    from .entries import Entry

_PER_PAGE = 200  # articles on a page of a folder
_AROUND = 160  # characters around a count that its evidence shows
# What the facts of an index are told apart by: what its filters and charts ask for.
_ASKED = {"organizations": ("name", "text"), "places": ("name", "text"), "quotes": ("speaker", "official")}
_OF_QUOTES = ("speaker", "role", "organization", "official")
_QUOTED = 400  # characters of a quote in an index


class Report:
    """The articles of a report with their facts, and the events in them, as `group` tells them."""

    def __init__(self, entries: Iterable[Entry], group: Callable[[Collection], list[Event]] | None = None) -> None:
        from waqai.extractors.events import Collection

        self._records: list[dict[str, Any]] = []
        collection, named = Collection(), {}
        for entry in entries:
            self._records.append(entry.record)
            named[entry.key] = named[str(entry.copy.name)] = entry.record
            if "casualties" in entry.record["facts"]:
                collection.add(entry.key, entry.copy, entry.reports)
        self.events = [_event(event, named) for event in (group or Collection.events)(collection)]

    def __len__(self) -> int:
        return len(self._records)

    def page(self, language: str, made: dt.date | None = None) -> str:
        """All of it as one page."""
        return page(self._records, self.events, language, made)

    def write(self, stream: TextIO, language: str) -> None:
        """Writes all of it as one page."""
        stream.write(self.page(language))

    def write_folder(self, folder: Path, language: str) -> None:
        """Writes an index, with events, speakers and what articles there are, and pages of articles beside it."""
        folder.mkdir(parents=True, exist_ok=True)
        index: list[dict[str, Any]] = []
        quotes: list[list[dict[str, Any]]] = []
        for number, first in enumerate(range(0, len(self._records), _PER_PAGE), 1):
            held = self._records[first : first + _PER_PAGE]
            name = f"articles-{number}.html"
            index += [_indexed(record, name) for record in held]
            quotes += [_shortened_quotes(record) for record in held]
            (folder / name).write_text(page(held, (), language, home="index.html"), encoding="utf-8", newline="")
        (folder / "index.html").write_text(
            page(index, self.events, language, quotes=quotes), encoding="utf-8", newline=""
        )


def _name(record: dict[str, Any]) -> str:
    """How the page names an article."""
    return str(record["id"] or record["source"])


def _event(event: Event, named: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """An event whose statements have the words around them."""
    told: dict[str, Any] = msgspec.to_builtins(event)
    for toll in told["tolls"].values():
        for statement in toll["history"]:
            article = named.get(statement["article"])
            if article is not None:
                statement["article"] = _name(article)
                statement["words"] = _around(article["text"], statement["start"], statement["end"])
    return told


def _around(text: str, start: int, end: int) -> list[str]:
    """What stands before, in and after a count, on its line."""
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = text[end : end + _AROUND].partition("\n")[0]
    return [before, text[start:end], after]


def _indexed(record: dict[str, Any], page: str) -> dict[str, Any]:
    """What an index tells of an article on another page: how many facts it has, and what it is filtered by."""
    facts = record["facts"]
    about = {name: record[name] for name in ("source", "id", "title", "published", "url", "outlet") if record[name]}
    counts = {kind: len(found) for kind, found in facts.items()}
    asked = {kind: _alike(facts[kind], fields) for kind, fields in _ASKED.items() if kind in facts}
    return about | {"page": page, "counts": counts, "facts": asked}


def _alike(facts: Sequence[Mapping[str, Any]], fields: Sequence[str]) -> list[dict[str, Any]]:
    """Facts that agree in these fields once, with their number."""
    counted = Counter(tuple(fact[field] for field in fields) for fact in facts)
    return [dict(zip(fields, values, strict=True)) | {"n": number} for values, number in counted.items()]


def _shortened_quotes(record: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The quotes of an article, long ones cut, without what an index does not show."""
    return [
        {name: quote[name] for name in _OF_QUOTES if quote[name]} | {"text": _shortened(quote["text"])}
        for quote in record["facts"].get("quotes", [])
    ]


def _shortened(text: str) -> str:
    return text if len(text) <= _QUOTED else text[: _QUOTED - 1] + "…"
