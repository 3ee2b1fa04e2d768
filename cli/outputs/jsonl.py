"""Facts as JSON Lines, an article a line; a run that was stopped can continue them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

import msgspec

from ..job import identity
from .output import CannotResume, Renderer, Writer
from .record import Encoder
from .text import TextOutput, TextWriter

if TYPE_CHECKING:
    from waqai.extractors import ExtractedArticle


class JsonLinesOutput(TextOutput):
    """A line for each article."""

    resumable = True

    def renderer(self) -> Renderer:
        return LineRenderer(Encoder(self.with_text, self.with_sentence))

    def writer(self, stream: TextIO) -> Writer:
        return TextWriter(stream)

    def done_in(self, path: Path) -> Counter[int]:
        """A last line that is not whole is cut off."""
        return _done(path)


class LineRenderer(msgspec.Struct, frozen=True):
    """Turns an article into a line of JSON."""

    encode: Encoder

    def __call__(self, article: ExtractedArticle) -> str:
        return self.encode(article).decode() + "\n"


class _Line(msgspec.Struct):
    """What identifies the article on a line of output."""

    source: str | None
    record: int | None
    id: str | None
    facts: msgspec.Raw


_BEGINS = b'{"source":'  # what a line of facts or of failures begins with


def check_failures(path: Path) -> None:
    """Raises CannotResume where a file for failures holds something else."""
    if path.is_file():
        with path.open("rb") as stream:
            _check_beginning(path, stream)


def _done(output: Path) -> Counter[int]:
    done: Counter[int] = Counter()
    decoder = msgspec.json.Decoder(_Line)
    whole = 0
    with output.open("r+b") as stream:
        _check_beginning(output, stream)
        for number, line in enumerate(stream, 1):
            cut = not line.endswith(b"\n")
            if cut and _is_beginning(line) and not _is_json(line):
                break
            try:
                article = decoder.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise CannotResume(f"{output}:{number}: not a line that waqai wrote; mend or remove it") from error
            if cut:
                break
            done[identity(article.source, article.record, article.id)] += 1
            whole += len(line)
        stream.truncate(whole)
    return done


def _check_beginning(path: Path, stream: BinaryIO) -> None:
    """Raises CannotResume for a file of somebody else's, before its lines, which may be of any length, are read."""
    if not _is_beginning(stream.read(len(_BEGINS))):
        raise CannotResume(f"{path}: not a file that waqai wrote; choose another, or remove it")
    stream.seek(0)


def _is_beginning(piece: bytes) -> bool:
    """Whether a piece begins as a line of ours; after a power cut zeros may stand in its place."""
    written = piece[: len(_BEGINS)].rstrip(b"\0")
    return _BEGINS.startswith(written)


def _is_json(line: bytes) -> bool:
    try:
        msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True
