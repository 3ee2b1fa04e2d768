"""Messages on standard error, one line at a time, and text that no terminal takes for commands."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TextIO, cast

# Controls (C0, C1), line and paragraph separators, what turns the direction of all that follows, half surrogates.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def safe(text: str, keep: str = "") -> str:
    """`text` with each character that a terminal would obey written out; those in `keep` stay.

    >>> safe("\x1b[31mred\\n")
    '\\\\x1b[31mred\\\\n'
    """
    return _UNSAFE.sub(lambda found: found[0] if found[0] in keep else _written(found[0]), text)


def _written(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def say(message: str) -> None:
    """What went wrong, as a line on standard error."""
    tell(f"waqai: {message}")


def tell(line: str) -> None:
    """A line on standard error. Where nobody can read it, the work goes on."""
    with suppress(OSError, ValueError):  # its reader is gone, its disk is full, it is closed
        print(safe(line), file=sys.stderr, flush=True)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is there and is a terminal."""
    with suppress(OSError, ValueError):
        return stream is not None and stream.isatty()
    return False


class SafeStream:
    """A terminal to write text to that is not to command it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Writes `text`, with its lines and tabs."""
        return self._stream.write(safe(text, keep="\n\t"))

    def writelines(self, pieces: Sequence[str]) -> None:
        """Writes all pieces."""
        self.write("".join(pieces))

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


def on_terminal(stream: TextIO) -> TextIO:
    """`stream`, made safe where it is a terminal."""
    return cast(TextIO, SafeStream(stream)) if is_terminal(stream) else stream
