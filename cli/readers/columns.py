"""Under which names tables and records keep an article: the usual English and Arabic ones, or those a user gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct, field

# In order of preference. Names are compared without case, with blanks and hyphens as underscores.
TEXT = (
    "text", "body", "content", "article", "article_text", "article_body", "full_text", "fulltext", "message", "post",
    "نص", "النص", "نص_الخبر", "نص_المقال", "المحتوى", "محتوى", "المتن", "متن", "الخبر", "المنشور",
)  # fmt: skip
TITLE = ("title", "headline", "subject", "العنوان", "عنوان", "عنوان_الخبر")
DATE = (
    "date", "published", "published_at", "publishedat", "publish_date", "date_published", "datepublished", "pubdate",
    "pub_date", "created_at", "datetime", "timestamp", "تاريخ_النشر", "التاريخ", "تاريخ",
)  # fmt: skip
ID = ("id", "_id", "guid", "uuid", "article_id", "المعرف", "معرف", "الرقم", "رقم")
URL = ("url", "link", "permalink", "href", "الرابط", "رابط")
OUTLET = ("outlet", "publisher", "newspaper", "site", "channel", "source_name", "source", "المصدر", "الصحيفة", "الموقع")


class Fields(Struct, frozen=True):
    """Where a record keeps an article: for each part the names to look for, the first that has a value counts."""

    text: tuple[str, ...] = TEXT
    dates: tuple[str, ...] = DATE
    id: tuple[str, ...] = ID
    title: tuple[str, ...] = TITLE
    url: tuple[str, ...] = URL
    outlet: tuple[str, ...] = OUTLET

    def in_record(self, record: Mapping[str, Any]) -> Record:
        """The record with its fields found by name."""
        return Record(record, {plain(name): name for name in reversed(list(record))})


class Record(Struct, frozen=True):
    """A record whose fields are found by any of several names."""

    values: Mapping[str, Any]
    _names: Mapping[str, str] = field(default_factory=dict)

    def find(self, names: Iterable[str], empty: bool = False) -> tuple[str, Any] | None:
        """The first of `names` that the record has a value for, as the record writes it, and that value.

        An empty text is a value where `empty`.
        """
        for name in names:
            own = name if name in self.values else self._names.get(plain(name))
            if own is not None and self.values[own] is not None and (empty or self.values[own] != ""):
                return own, self.values[own]
        return None

    def text(self, names: Iterable[str]) -> str | None:
        """The first value under one of `names` as text; numbers as they are written."""
        found = self.find(names)
        if found is None or isinstance(found[1], dict | list):
            return None
        return str(found[1])


def plain(name: object) -> str:
    """A column name as it is compared.

    >>> plain(" Publish-Date ")
    'publish_date'
    """
    return "_".join(str(name).lower().replace("-", " ").split())


def has_text(names: Iterable[str], fields: Fields) -> bool:
    """Whether a table with these columns holds articles."""
    there = {plain(name) for name in names}
    return any(plain(name) in there for name in fields.text)
