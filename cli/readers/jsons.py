"""JSON documents: a list of records, an object that holds one, a single record, or an export of Telegram."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from waqai.extractors import Failure

from ..encodings import Unreadable, decode
from .columns import Fields
from .lines import read_lines
from .raw import RawArticle, record, whole
from .telegram import is_export, read_export

_DEEPEST = 4  # levels down to which a list of records is looked for: {"data": {"hits": [{"_source": …}]}}


def read_json(stream: io.BufferedReader, source: str, most: int) -> Iterator[RawArticle | Failure]:
    """The records of a document, numbered from 1. One that is really JSON Lines is read as such. Raises Unreadable."""
    data = whole(stream, most, articles=True)
    try:
        content = msgspec.json.decode(decode(data))
    except msgspec.DecodeError as error:
        if not _begins_with_a_record(data):
            raise Unreadable(f"not valid JSON ({error})") from error
        yield from read_lines(io.BufferedReader(io.BytesIO(data)), source, most)
        return
    except RecursionError as error:
        raise Unreadable("JSON that is nested too deeply") from error
    if is_export(content):
        yield from read_export(content, source)
        return
    records = _records(content)
    if any(isinstance(item, dict) and "facts" in item and "text" not in item for item in (records or [content])[:1]):
        raise Unreadable("facts that waqai wrote, not articles; write outputs outside the folder of the inputs")
    if records is None:
        raise Unreadable("no list of articles in this JSON; give a list of objects, or one object a line (.jsonl)")
    for number, item in enumerate(records, 1):
        if isinstance(item, dict):
            yield record(source, number, item.get("_source", item) if "_id" in item else item)
        else:
            yield Failure(source=source, record=number, reason="not a JSON object; give a list of objects")


def _begins_with_a_record(data: bytes) -> bool:
    """Whether the first line is a whole object: JSON Lines under another name."""
    first = data.lstrip().split(b"\n", 1)[0]
    try:
        return isinstance(msgspec.json.decode(first), dict)
    except (msgspec.DecodeError, RecursionError):
        return False


def _records(content: Any, depth: int = 0) -> Sequence[Any] | None:
    """The list of records in a document: the document, itself one record, or the longest list of objects in it."""
    if isinstance(content, list):
        return content
    if not isinstance(content, dict) or depth >= _DEEPEST:
        return None
    if depth == 0 and Fields().in_record(content).text(Fields().text) is not None:
        return [content]
    lists = [found for value in content.values() if (found := _records(value, depth + 1)) is not None]
    objects = [found for found in lists if any(isinstance(item, dict) for item in found)]
    return max(objects or lists, key=len, default=None)
