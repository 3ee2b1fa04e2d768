"""Facts as Parquet: a folder with one file of articles and one of the facts of each kind."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import cast

from waqai.extractors import available

from .columns import ARTICLES, RowRenderer, tables
from .lock import locked
from .output import Output, Refused, Renderer, Writer, opening


class ParquetOutput(Output):
    """A folder of files, which has its name only when all are whole."""

    needs_file = True
    rows = True
    extra = ("parquet", "pyarrow")

    def check_overwriting(self, output: str) -> None:
        super().check_overwriting(output)
        if Path(output).is_dir() and (others := strangers(Path(output))):
            raise Refused(f"{output} holds {others[0]}, which waqai did not write; choose another folder")

    def lock(self, path: Path) -> AbstractContextManager[None]:
        return locked(part_of(path), folder=True)

    def renderer(self) -> Renderer:
        return RowRenderer(tables(self.kinds, self.with_text))

    @contextmanager
    def opened(self) -> Iterator[Writer]:
        from .parquet_writer import ParquetWriter

        output = cast(str, self.target.output)
        with opening("--output", output):
            folder = ParquetWriter(output, tables(self.kinds, self.with_text))
        with closing(folder):
            yield folder


def part_of(target: Path) -> Path:
    """The folder that files are written to until they are whole."""
    return target.with_name(f".{target.name}.part")


def strangers(target: Path) -> list[str]:
    """What is in a folder that waqai did not write there."""
    ours = {f"{table}.parquet" for table in (ARTICLES, *available())}
    return sorted(path.name for path in target.iterdir() if path.name not in ours)


def aside(target: Path) -> Path:
    """Where the folder that was there is while the new one gets its name."""
    return target.with_name(f".{target.name}.old")


def recover(target: Path) -> None:
    """Gives a folder its name again where a run was killed between the two renames."""
    if aside(target).exists():
        if target.exists():
            shutil.rmtree(aside(target))
        else:
            aside(target).rename(target)
