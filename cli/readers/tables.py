"""Tables of databases: SQLite and Parquet."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from waqai.extractors import Failure

from ..encodings import Unreadable
from .columns import Fields, has_text
from .extras import extra, reading
from .raw import RawArticle, record

_BATCH = 500  # rows of Parquet read at a time


def read_sqlite(stream: io.BufferedReader, source: str, most: int) -> Iterator[RawArticle | Failure]:
    """A record a row of every table with a column of text, in the order of rows. Raises Unreadable."""
    path = quote(Path(stream.name).absolute().as_posix())  # SQLite reads no streams
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as database:
        database.text_factory = lambda data: data.decode("utf-8", "replace")
        try:
            names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            columns = {
                name: [row[1] for row in database.execute(f"PRAGMA table_info({_quoted(name)})")] for name in names
            }
            held = [name for name in names if has_text(columns[name], Fields()) and "start" not in columns[name]]
            if not held:
                there = ", ".join(names) or "none"
                raise Unreadable(f"no table with a column of articles such as 'text' in this database ({there})")
            for name in held:
                rows = database.execute(f"SELECT * FROM {_quoted(name)}")
                for number, row in enumerate(rows, 1):
                    values = {key: value for key, value in zip(columns[name], row, strict=True) if value is not None}
                    yield record(source if len(held) == 1 else f"{source}/{name}", number, values)
        except sqlite3.Error as error:
            raise Unreadable(f"a database that cannot be read ({error})") from error


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def read_parquet(stream: io.BufferedReader, source: str, most: int) -> Iterator[RawArticle | Failure]:
    """A record a row, in order. Raises Unreadable."""
    parquet = extra("pyarrow.parquet", "a Parquet file")
    number = 0
    with reading("a Parquet file"):
        for batch in parquet.ParquetFile(stream).iter_batches(batch_size=_BATCH):
            for row in batch.to_pylist():
                number += 1
                yield record(source, number, {key: value for key, value in row.items() if value is not None})
