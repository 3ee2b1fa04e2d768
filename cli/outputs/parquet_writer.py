"""The files of a Parquet output, written with pyarrow."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet

from .. import remote
from .columns import KEY, Row
from .output import Writer
from .parquet import aside, part_of, recover

_GROUP = 20_000  # rows kept in memory and written together
_TYPES: dict[type, Any] = {
    int: pyarrow.int64(),
    float: pyarrow.float64(),
    bool: pyarrow.bool_(),
    str: pyarrow.string(),
    dt.date: pyarrow.date32(),
    object: pyarrow.string(),
}


class ParquetWriter(Writer):
    """Writes the files of a folder, which has its name only when all are whole."""

    def __init__(self, target: str, tables: Mapping[str, Mapping[str, type]]) -> None:
        self._target = target
        self._elsewhere = remote.is_url(target)
        self._part = part_of(Path(target))
        if not self._elsewhere:
            recover(Path(target))
            self._part.mkdir(parents=True, exist_ok=True)
            for file in self._part.glob("*.parquet"):  # of a run that was killed
                file.unlink()
        self._files = {table: _File(self._open, table, columns) for table, columns in tables.items()}
        self._last = 0

    def write(self, rendered: Mapping[str, list[Row]]) -> None:
        """Adds an article with its facts."""
        self._last += 1
        for table, rows in rendered.items():
            self._files[table].add((self._last, *row) for row in rows)

    def close(self) -> None:
        """Ends all files, and gives the folder its name."""
        for file in self._files.values():
            file.close()
        if self._elsewhere:
            return
        target = Path(self._target)
        if target.exists():
            target.rename(aside(target))
        self._part.rename(target)
        shutil.rmtree(aside(target), ignore_errors=True)

    def _open(self, table: str) -> Any:
        if self._elsewhere:
            return remote.created(f"{self._target}/{table}.parquet")
        return (self._part / f"{table}.parquet").open("wb")


class _File:
    def __init__(self, opened: Callable[[str], Any], table: str, columns: Mapping[str, type]) -> None:
        types = [(KEY, pyarrow.int64()), *((name, _TYPES[type]) for name, type in columns.items())]
        self._schema = pyarrow.schema(types)
        self._stream = opened(table)
        self._writer = pyarrow.parquet.ParquetWriter(self._stream, self._schema, compression="zstd")
        self._rows: list[Row] = []

    def add(self, rows: Any) -> None:
        self._rows.extend(rows)
        if len(self._rows) >= _GROUP:
            self._write()

    def close(self) -> None:
        self._write()
        self._writer.close()
        self._stream.flush()
        if hasattr(self._stream, "fileno"):
            os.fsync(self._stream.fileno())
        self._stream.close()

    def _write(self) -> None:
        if self._rows:
            columns = [list(column) for column in zip(*self._rows, strict=True)]
            arrays = [pyarrow.array(column, field.type) for column, field in zip(columns, self._schema, strict=True)]
            self._writer.write_table(pyarrow.Table.from_arrays(arrays, schema=self._schema))
            self._rows.clear()
