"""Facts of articles read back from JSON Lines, as `waqai extract` prints them or as a person wrote them down."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from waqai.extractors import Failure, available, load
from waqai.extractors.comparison import GoldFact

from .scoring import Documents

# What gold says of a fact besides its fields: that it counts neither way, and which event it is about.
_BESIDES = frozenset({"optional", "event"})


class Unscorable(ValueError):
    """A file that cannot be scored; the message says where and why."""


class _Document(msgspec.Struct):
    """One article. What else a line holds (title, published …) is not looked at."""

    facts: dict[str, list[dict[str, Any]]]
    id: str | int | None = None
    source: str | None = None
    text: str | None = None


def read_facts(path: Path, gold: bool = False) -> Documents:
    """The facts in a file, one article a line, by the article's `id`, or its `source` where it has none.

    Raises Unscorable for a line that is no such article, has the id of another, or has a fact at no place in it; of
    `gold` also for a field, or a value of one, that facts of its kind cannot have: nothing would ever agree with it.
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
                    if gold and kind in available():
                        _check_fields(kind, fact)
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


def _check_fields(kind: str, fact: GoldFact) -> None:
    fields = _fields(kind)
    for name, value in fact.items():
        if name not in fields and name not in _BESIDES:
            raise ValueError(f"{kind} has no field {name!r}; its fields are {', '.join(fields)}")
        if name in fields and value is not None and not _may_be(value, fields[name]):
            raise ValueError(f"{kind}: {name} cannot be {value!r}{_choices(fields[name])}")


@cache
def _fields(kind: str) -> dict[str, Any]:
    """The fields of a kind with their types."""
    return {field.encode_name: field.type for field in msgspec.structs.fields(load(kind).fact)}


def _may_be(value: object, type: Any) -> bool:
    """Whether a field of this type can have a value. A place may be written down by its name alone."""
    try:
        msgspec.convert(value, type)
    except msgspec.ValidationError:
        return isinstance(value, str) and any(isinstance(each, msgspec.inspect.StructType) for each in _options(type))
    return True


def _options(type: Any) -> tuple[msgspec.inspect.Type, ...]:
    info = msgspec.inspect.type_info(type)
    return info.types if isinstance(info, msgspec.inspect.UnionType) else (info,)


def _choices(type: Any) -> str:
    """What a field of this type can be, where that is a choice."""
    for each in _options(type):
        if isinstance(each, msgspec.inspect.LiteralType):
            return f"; it is one of {', '.join(map(str, each.values))}"
    return ""
