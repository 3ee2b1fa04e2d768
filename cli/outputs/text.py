"""Outputs that are one stream of text: standard output, a file or a URL."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TextIO, cast

from .. import remote
from ..printed import on_terminal
from ..usage import standard_output
from .durable import DurableFile
from .output import Output, Writer, opening


class TextOutput(Output):
    """A format of text."""

    escapes = True  # what a terminal would obey, where it is one

    @abstractmethod
    def writer(self, stream: TextIO) -> Writer:
        """The writer to a stream, which stays open."""

    @contextmanager
    def opened(self) -> Iterator[Writer]:
        with ExitStack() as stack:
            yield stack.enter_context(closing(self.writer(self._stream(stack))))

    def _stream(self, stack: ExitStack) -> TextIO:
        output = self.target.output
        if output is None:
            stream = standard_output()
            return on_terminal(stream) if self.escapes else stream
        if remote.is_url(output):
            with opening("--output", output):
                return stack.enter_context(remote.text_writer(output))
        with opening("--output", output):
            file = DurableFile(Path(output), append=self.target.resume)
        return cast(TextIO, stack.enter_context(closing(file)))


class TextWriter(Writer):
    """Writes articles with `first` before them, `between` them and `last` after them, or `empty` where there are none.

    An article is one piece for the stream, so that it can be written whole or not at all.
    """

    def __init__(self, stream: TextIO, first: str = "", between: str = "", last: str = "", *, empty: str = "") -> None:
        self._stream = stream
        self._before = first
        self._between = between
        self._last = last
        self._end = empty

    def write(self, rendered: str) -> None:
        self.write_all([rendered])

    def write_all(self, rendered: Sequence[str]) -> None:
        """Writes some articles at once."""
        first, *rest = rendered
        self._stream.writelines([self._before + first, *(self._between + each for each in rest)])
        self._stream.flush()
        self._before, self._end = self._between, self._last

    def close(self) -> None:
        self._stream.write(self._end)
