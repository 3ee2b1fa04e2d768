"""Where drawn lines are printed."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console


class Page(Console):
    """A stream to print styled lines to. The command reports a closed pipe, as with other output."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(file=stream, highlight=False)

    def on_broken_pipe(self) -> None:
        """Raises BrokenPipeError, where rich would end the program with exit code 1."""
        raise BrokenPipeError
