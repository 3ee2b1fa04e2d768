"""Facts of articles read back from JSON Lines, as `waqai extract` prints them or as a person wrote them down."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from waqai.extractors import Failure
from waqai.extractors.comparison import GoldFact

from .scoring import Documents


class Unscorable(ValueError):
    """A file that cannot be scored; the message says where and why."""


class _Document(msgspec.Struct):
    """One article. What else a line holds (title, published …) is not looked at."""

    facts: dict[str, list[dict[str, Any]]]
    id: str | int | None = None
    source: str | None = None
    text: str | None = None


def read_facts(path: Path) -> Documents:
    """The facts in a file, one article a line, by the article's `id`, or its `source` where it has none.

    Raises Unscorable for a line that is no such article, has the id of another, or has a fact at no place in it.
    """
    documents: dict[str, dict[str, list[dict[str, Any]]]] = {}
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise Unscorable(f"{path}: cannot be read: {error.strerror}") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            document = msgspec.json.decode(line, type=_Document)
            id = _name(document)
            if id in documents:
                raise ValueError(f"a second article with the id {id}")
            for kind, facts in document.facts.items():
                for fact in facts:
                    _check(kind, fact, document.text)
        except (msgspec.DecodeError, ValueError) as error:
            raise Unscorable(str(Failure(source=str(path), record=number, reason=str(error)))) from error
        documents[id] = document.facts
    return documents


def _name(document: _Document) -> str:
    name = document.source if document.id is None else document.id
    if name is None:
        raise ValueError("an article needs an id")
    return str(name)


def _check(kind: str, fact: GoldFact, text: str | None) -> None:
    start, end = fact.get("start"), fact.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end:
        raise ValueError(f"a fact of {kind} needs start and end, 0 <= start < end: {start}, {end}")
    if text is not None and fact.get("text", text[start:end]) != text[start:end]:
        raise ValueError(f"{kind} [{start}:{end}]: the article has {text[start:end]!r} there, not {fact['text']!r}")
