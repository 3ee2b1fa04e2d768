"""Messages on standard error, one line at a time, and text that no terminal takes for commands."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO, cast

if TYPE_CHECKING:
    from waqai.extractors import Failure

_TOLD = 3  # lines about one reason in one file

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


class Failures:
    """Says what failed: of one reason in one file the first few lines, and at the end how many more there were."""

    def __init__(self, say: Callable[[str], None] = say) -> None:
        self._say = say
        self._seen: Counter[tuple[str | None, str]] = Counter()

    def tell(self, failure: Failure) -> None:
        """A line about a failure, unless as many like it have been told as anybody reads."""
        kind = failure.source, failure.reason
        self._seen[kind] += 1
        if self._seen[kind] <= _TOLD:
            self._say(str(failure))

    def tell_rest(self) -> None:
        """How many were not told, a line a file and reason."""
        for (source, reason), count in self._seen.items():
            if count > _TOLD:
                self._say(f"{source or 'articles'}: {count - _TOLD:,} more like these: {reason}")


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
