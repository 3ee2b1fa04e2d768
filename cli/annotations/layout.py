"""What the annotation tools have in common: articles with facts, and the fields of each kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from waqai.extractors import Fact

PLACE = ("start", "end", "text")


class Unconvertible(ValueError):
    """A file, or an article in it, that cannot be converted. The message says where and why."""


class Widget(StrEnum):
    """How a person edits a field."""

    choice = "choice"
    number = "number"
    text = "text"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a fact: its name, how it is edited, and the values to choose from."""

    name: str
    widget: Widget
    choices: tuple[str, ...] = ()


class Annotated(msgspec.Struct):
    """One article with its text and its facts by kind, as `waqai extract --with-text` prints it."""

    text: str
    facts: dict[str, list[dict[str, Any]]]
    id: str | None = None
    source: str | None = None
    title: str | None = None
    published: str | None = None

    @property
    def name(self) -> str:
        """What identifies the article: its id, else its source."""
        return self.id or self.source or "article"


def layout(types: Mapping[str, type[Fact]]) -> dict[str, list[Field]]:
    """The fields of each kind that a person may edit, in order."""
    return {
        kind: [
            _field(field.encode_name, msgspec.inspect.type_info(field.type))
            for field in msgspec.structs.fields(fact)
            if field.encode_name not in (*PLACE, "rule")
        ]
        for kind, fact in types.items()
    }


def _field(name: str, annotation: Any) -> Field:
    options = [
        option
        for option in (annotation.types if isinstance(annotation, msgspec.inspect.UnionType) else (annotation,))
        if not isinstance(option, msgspec.inspect.NoneType)
    ]
    only = options[0] if len(options) == 1 else None
    if isinstance(only, msgspec.inspect.BoolType):
        return Field(name, Widget.choice, ("true", "false"))
    if isinstance(only, msgspec.inspect.LiteralType) and all(isinstance(value, str) for value in only.values):
        return Field(name, Widget.choice, tuple(sorted(map(str, only.values))))
    if isinstance(only, msgspec.inspect.IntType | msgspec.inspect.FloatType):
        return Field(name, Widget.number)
    return Field(name, Widget.text)


def written(value: object) -> str:
    """A value as a tool shows it: text as it is, the rest as JSON."""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def read_back(field: Field, value: str | float) -> Any:
    """The value that a tool's `value` of a field stands for."""
    if field.widget is Widget.number:
        return int(value) if float(value).is_integer() else float(value)
    if field.widget is Widget.choice and field.choices == ("true", "false"):
        return value == "true"
    text = str(value)
    if text[:1] in "{[":
        try:
            return msgspec.json.decode(text)
        except msgspec.DecodeError:
            return text
    return text
