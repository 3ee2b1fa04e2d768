"""One JSON file for each input, in the folders that the inputs have."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TextIO

import msgspec

if TYPE_CHECKING:
    from waqai.extractors import ExtractedArticle


@dataclass(frozen=True, slots=True)
class Piece:
    """An article as JSON, and the input it comes from; `record` where that may hold others."""

    source: str
    record: bool
    json: str


def render_piece(article: ExtractedArticle) -> Piece:
    """An article as indented JSON."""
    encoded = msgspec.json.format(msgspec.json.encode(article), indent=2).decode()
    return Piece(article.source or "-", article.id is not None, encoded)


def place(folder: Path, source: str) -> Path:
    """The file for an input: its path as it was given, below `folder`, with `.json` added.

    >>> place(Path("facts"), "../news/2016/a.txt").as_posix()
    'facts/news/2016/a.txt.json'
    """
    steps = [step for step in PurePath(source.replace("://", "/")).parts if step not in ("..", PurePath(source).anchor)]
    return folder.joinpath(*steps[:-1], f"{(steps or ['-'])[-1]}.json")


class PerFileWriter:
    """Writes a file for each input: an article, or the array of those in its records.

    The articles of an input come one after the other. A file has its name only when it is whole.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._source: str | None = None
        self._stream: TextIO | None = None
        self._part = Path()

    def write(self, piece: Piece) -> None:
        """Adds an article to the file of its input."""
        if self._stream is None or piece.source != self._source:
            self.close()
            self._begin(piece.source)
            self._put("[\n" if piece.record else "")
        else:
            self._put(",\n")
        self._put(piece.json)
        self._end = "\n]\n" if piece.record else "\n"

    def close(self) -> None:
        """Ends the file that is open."""
        if self._stream is not None and self._source is not None:
            with self._stream as stream:
                stream.write(self._end)
                stream.flush()
                os.fsync(stream.fileno())
            self._stream = None
            self._part.rename(place(self._folder, self._source))

    def discard(self) -> None:
        """Drops the file that is open: its input is not done."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None
            self._part.unlink(missing_ok=True)

    def _begin(self, source: str) -> None:
        path = place(self._folder, source)
        path.parent.mkdir(parents=True, exist_ok=True)
        self._source = source
        self._part = path.with_name(f".{path.name}.part")
        self._stream = self._part.open("w", encoding="utf-8", newline="")

    def _put(self, text: str) -> None:
        if self._stream is not None:
            self._stream.write(text)
