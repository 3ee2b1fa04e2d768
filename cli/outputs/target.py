"""Where facts go: standard output, a file, a folder or a URL, and what may be overwritten there."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

from waqai.extractors import Failure

from .. import remote
from ..options import Bidi, Format
from ..printed import on_terminal
from ..rendering import Renderer, Writer, renderer, writer
from ..usage import standard_output
from .durable import DurableFile
from .lock import locked

if TYPE_CHECKING:
    from waqai.extractors import Fact

    from ..reading import Source
    from .perfile import Places


_RESUMABLE = (Format.jsonl, Format.sqlite)


class Refused(ValueError):
    """An output that cannot be written as asked; the message says why."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where facts go and in which format. `output` is a file, a folder for Parquet, or a URL; None: standard output.

    With `per_file`, a folder, each input has a file of its own there.
    """

    output: str | None
    format: Format
    per_file: Path | None = None
    resume: bool = False
    force: bool = False

    def check(self) -> None:
        """Raises Refused where what is there would be lost, or the format does not fit the place."""
        output = self.output
        if self.per_file is not None:
            if output is not None or self.format not in (Format.auto, Format.json):
                raise Refused("--per-file writes JSON and goes without --output and --format")
            return
        if output is None:
            if self.format in (Format.parquet, Format.sqlite):
                raise Refused(f"--format {self.format} needs --output")
            if self.resume:
                raise Refused("--resume needs the --output, or --per-file, of the run to go on with")
            return
        if output.endswith((".gz", ".zst")):
            raise Refused("--output is not compressed; compress it when it is written")
        if self.format is Format.sqlite and remote.is_url(output):
            raise Refused("--format sqlite needs a file on this machine")
        if self.resume:
            if remote.is_url(output):
                raise Refused("--resume needs a file on this machine")
            if self.format not in _RESUMABLE:
                raise Refused(f"--resume goes on with jsonl and sqlite, not with {self.format}")
        elif is_full(output):
            self._check_overwriting(output)

    def _check_overwriting(self, output: str) -> None:
        """Raises Refused where what is there may not be overwritten."""
        if not self.force:
            go_on = "--resume goes on with it, " if self.format in _RESUMABLE else ""
            raise Refused(f"{output} exists; {go_on}--force overwrites it")
        if self.format is Format.parquet and Path(output).is_dir():
            from .parquet import strangers

            if others := strangers(Path(output)):
                raise Refused(f"{output} holds {others[0]}, which waqai did not write; choose another folder")

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keeps other runs from the output. Raises Refused where one has it."""
        path, folder = self.per_file, True
        if path is None and self.output is not None and not remote.is_url(self.output):
            path, folder = Path(self.output), self.format is Format.parquet
            if folder:
                from .parquet import part_of

                path = part_of(path)
        with ExitStack() as stack:
            if path is not None:
                with opening("--per-file" if self.per_file else "--output", str(self.per_file or self.output)):
                    stack.enter_context(locked(path, folder=folder))
            yield

    def done(self) -> Counter[int]:
        """The articles that are in the output already, see `job.identity`. Raises CannotResume."""
        if not self.resume or self.output is None:
            return Counter()
        from ..resume import articles_done

        return articles_done(Path(self.output), self.format)

    def wanting(self) -> Callable[[Source], bool | Failure]:
        """What says whether an input is to be read: False where it has its file already, or why it can have none."""
        if self.per_file is None:
            return lambda _: True
        from .perfile import Places

        places = Places(self.per_file)
        return lambda source: self._wants(source, places)

    def _wants(self, source: Source, places: Places) -> bool | Failure:
        from .perfile import partial

        try:
            path = places.take(source.name)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else None
            return Failure(source=source.name, reason=f"no file for its facts: {reason or error}")
        if path is None:
            return False
        there = [each for each in (path, partial(path)) if each.exists()]
        if self.force or not there or (self.resume and path not in there):
            return True
        if self.resume:
            return False
        return Failure(source=source.name, reason=f"{there[0]} exists; --resume goes on, --force overwrites it")

    def renderer(self, kinds: Mapping[str, type[Fact]], with_text: bool) -> Renderer:
        """What turns articles into what `opened` writes."""
        if self.per_file is not None:
            from .perfile import render_piece

            return render_piece
        return renderer(self.format, kinds, with_text)

    @contextmanager
    def opened(self, kinds: Mapping[str, type[Fact]], with_text: bool, bidi: Bidi) -> Iterator[Writer]:
        """The writer. What was written stays, whole, however the run ends. Raises OSError."""
        with ExitStack() as stack:
            if self.per_file is not None:
                from .perfile import PerFileWriter

                files = PerFileWriter(self.per_file)
                stack.callback(files.discard)
                yield files
                files.close()
                return
            if self.format in (Format.parquet, Format.sqlite):
                yield stack.enter_context(self._tables(kinds, with_text))
                return
            stream = self._stream(stack)
            yield stack.enter_context(closing(writer(self.format, stream, kinds, with_text, bidi)))

    def _stream(self, stack: ExitStack) -> TextIO:
        if self.output is None:
            stream = standard_output()
            return stream if self.format is Format.table else on_terminal(stream)
        if remote.is_url(self.output):
            with opening("--output", self.output):
                return stack.enter_context(remote.text_writer(self.output))
        with opening("--output", self.output):
            file = DurableFile(Path(self.output), append=self.resume)
        return cast(TextIO, stack.enter_context(closing(file)))

    @contextmanager
    def _tables(self, kinds: Mapping[str, type[Fact]], with_text: bool) -> Iterator[Writer]:
        from .columns import tables

        output, layout = cast(str, self.output), tables(kinds, with_text)
        if self.format is Format.parquet:
            try:
                from .parquet import ParquetWriter
            except ImportError:
                raise Refused("--format parquet needs pyarrow: pip install 'waqai[parquet]'") from None

            with opening("--output", output):
                folder = ParquetWriter(output, layout)
            with closing(folder):
                yield folder
            return
        from .sqlite import SqliteWriter, sqlite_errors

        with opening("--output", output), sqlite_errors():
            if self.force and not self.resume:
                os.truncate(output, 0)  # not removed: it is locked
                for suffix in ("-journal", "-wal", "-shm"):
                    Path(output + suffix).unlink(missing_ok=True)
            database = SqliteWriter(Path(output), layout)
        with sqlite_errors(), closing(database):
            yield database


@contextmanager
def opening(option: str, output: str) -> Iterator[None]:
    """What keeps an output from being opened, as Refused."""
    try:
        yield
    except OSError as error:
        raise Refused(f"{option}: cannot write {output}: {error.strerror or error}") from error


def is_full(output: str) -> bool:
    """Whether something is there that would be lost. A pipe, a device or an empty file is nothing to lose."""
    if remote.is_url(output):
        return remote.exists(output)
    path = Path(output)
    if path.is_dir():
        return any(path.iterdir())
    return path.is_file() and path.stat().st_size > 0
