"""Articles and facts as rows, for the formats that have tables: one of articles, and one of the facts of each kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from waqai.extractors.text.sentence import sentence_around

if TYPE_CHECKING:
    from waqai.extractors import ExtractedArticle, Fact

ARTICLES = "articles"
KEY = "article"  # the number of the article, in all tables
SENTENCE = "sentence"  # in which a fact stands, so that it can be judged without the whole article

Row = tuple[Any, ...]
_BITS = 64
_PLAIN: dict[type, type] = {
    msgspec.inspect.IntType: int,
    msgspec.inspect.FloatType: float,
    msgspec.inspect.BoolType: bool,
    msgspec.inspect.StrType: str,
    msgspec.inspect.LiteralType: str,
    msgspec.inspect.EnumType: str,
    msgspec.inspect.DateType: dt.date,
}


def tables(kinds: Mapping[str, type[Fact]], with_text: bool) -> dict[str, dict[str, type]]:
    """The columns of each table with their types: int, float, bool, str, date, or object for what is kept as JSON."""
    about: dict[str, type] = {"source": str, "record": int, "id": str, "title": str, "published": dt.date}
    about |= {"url": str, "outlet": str}
    if with_text:
        about["text"] = str
    facts = {
        kind: {field.encode_name: _type(field.type) for field in msgspec.structs.fields(fact) if field.name != "rule"}
        | {SENTENCE: str}
        for kind, fact in kinds.items()
    }
    return {ARTICLES: about, **facts}


def _type(annotation: Any) -> type:
    """The type of a column that holds a field's values, None aside."""
    info = msgspec.inspect.type_info(annotation)
    options = list(info.types) if isinstance(info, msgspec.inspect.UnionType) else [info]
    found = {_PLAIN.get(type(option), object) for option in options if type(option) is not msgspec.inspect.NoneType}
    return found.pop() if len(found) == 1 else object


class RowRenderer(msgspec.Struct, frozen=True):
    """Turns an article into the rows of each table, without the article's number. It must have its text."""

    tables: Mapping[str, Mapping[str, type]]

    def __call__(self, article: ExtractedArticle) -> dict[str, list[Row]]:
        about = [_value(getattr(article, name), type) for name, type in self.tables[ARTICLES].items()]
        rows = {ARTICLES: [tuple(about)]}
        for kind, facts in article.facts.items():
            columns = list(self.tables[kind].items())
            rows[kind] = [
                tuple([_value(record.get(name), type) for name, type in columns])
                for record in (_record(fact, article) for fact in facts)
            ]
        return rows


def _record(fact: Fact, article: ExtractedArticle) -> dict[str, Any]:
    record: dict[str, Any] = msgspec.to_builtins(fact, builtin_types=(dt.date,))
    record[SENTENCE] = sentence_of(fact, article)
    return record


def sentence_of(fact: Fact, article: ExtractedArticle) -> str | None:
    """The sentence that a fact stands in; None for an article without its text."""
    return sentence_around(article.text, fact.start, fact.end) if isinstance(article.text, str) else None


def _value(value: Any, type: type) -> Any:
    """A value as a table can hold it. Raises ValueError, before any of the article is written."""
    if value is None:
        return None
    if type is object:
        value = msgspec.json.encode(value).decode()
    if isinstance(value, str):
        value.encode()  # raises where a character is half a surrogate pair
    elif isinstance(value, int) and value.bit_length() >= _BITS:
        raise ValueError(f"{value} is beyond the {_BITS} bits that a table keeps for a number")
    return value
