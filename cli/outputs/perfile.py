"""One JSON file for each input, in the folders that the inputs have."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TextIO, cast

import msgspec

from waqai.extractors import Failure

from ..options import Format
from .lock import locked
from .output import Output, Refused, Renderer, Writer, opening
from .record import Encoder

if TYPE_CHECKING:
    from waqai.extractors import ExtractedArticle

    from ..reading import Source

_LONGEST = 220  # bytes of a name, to which endings are added; file systems take 255


class PerFileOutput(Output):
    """A folder with a file of JSON for each input."""

    @property
    def folder(self) -> Path:
        return cast(Path, self.target.per_file)

    def check(self) -> None:
        if self.target.output is not None or self.target.format not in (Format.auto, Format.json):
            raise Refused("--per-file writes JSON and goes without --output and --format")

    @contextmanager
    def locked(self) -> Iterator[None]:
        with ExitStack() as stack:
            with opening("--per-file", str(self.folder)):
                stack.enter_context(locked(self.folder, folder=True))
            yield

    def done(self) -> Counter[int]:
        return Counter()  # whole inputs are skipped

    def wanting(self) -> Callable[[Source], bool | Failure]:
        places = Places(self.folder)
        return lambda source: self._wants(source, places)

    def _wants(self, source: Source, places: Places) -> bool | Failure:
        try:
            path = places.take(source.name)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else None
            return Failure(source=source.name, reason=f"no file for its facts: {reason or error}")
        if path is None:
            return False
        there = [each for each in (path, partial(path)) if each.exists()]
        if self.target.force or not there or (self.target.resume and path not in there):
            return True
        if self.target.resume:
            return False
        return Failure(source=source.name, reason=f"{there[0]} exists; --resume continues, --force overwrites it")

    def renderer(self) -> Renderer:
        return PieceRenderer(Encoder(self.with_text, self.with_sentence))

    @contextmanager
    def opened(self) -> Iterator[Writer]:
        files = PerFileWriter(self.folder)
        with ExitStack() as stack:
            stack.callback(files.discard)
            yield files
            files.close()


class Piece(msgspec.Struct, frozen=True):
    """An article as JSON, and the input it comes from; `record` where that may hold others."""

    source: str
    record: bool
    json: str


class PieceRenderer(msgspec.Struct, frozen=True):
    """Turns an article into indented JSON."""

    encode: Encoder

    def __call__(self, article: ExtractedArticle) -> Piece:
        encoded = msgspec.json.format(self.encode(article), indent=2).decode()
        return Piece(article.source or "-", article.record is not None, encoded)


def place(folder: Path, source: str) -> Path:
    """The file for an input: its path as it was given, below `folder`, with `.json` added.

    >>> place(Path("facts"), "../news/2016/a.txt").as_posix()
    'facts/_up/news/2016/a.txt.json'
    """
    path = PurePath(source.replace("://", "/"))
    steps = [_step(step) for step in path.parts if step != path.anchor]
    return folder.joinpath(*steps[:-1], f"{(steps or ['-'])[-1]}.json")


def partial(path: Path) -> Path:
    """What the file for an input is called while something of the input is missing in it."""
    return path.with_name(f"{path.name}.partial")


def _step(name: str) -> str:
    if name == "..":
        return "_up"
    data = name.encode()
    if len(data) <= _LONGEST:
        return name
    return data[: _LONGEST - 20].decode(errors="ignore") + "~" + hashlib.sha256(data).hexdigest()[:16]


class Taken(ValueError):
    """An input whose file another one has; the message says which."""


class Places:
    """The files for the inputs of a run, each for one input."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[Path, str] = {}
        self._folders: dict[Path, str] = {}

    def take(self, source: str) -> Path | None:
        """The file for an input; None where it was given before. Raises Taken, or OSError where there can be none."""
        path = place(self._folder, source)
        if self._sources.get(path) == source:
            return None
        above = [folder for folder in path.parents if folder not in (self._folder, *self._folder.parents)]
        other = self._sources.get(path) or self._folders.get(path) or _first(self._sources, above)
        if other is not None:
            raise Taken(f"its facts would be written over those of {other}; give them to two runs")
        if path.is_dir():
            raise Taken(f"there is a folder where its facts would be written: {path}")
        path.parent.mkdir(parents=True, exist_ok=True)
        self._sources[path] = source
        self._folders.update(dict.fromkeys(above, source))
        return path


def _first(sources: dict[Path, str], paths: list[Path]) -> str | None:
    return next((sources[path] for path in paths if path in sources), None)


class PerFileWriter(Writer):
    """Writes a file for each input: an article, or the array of those in its records.

    The articles and failures of an input come one after the other. A file has its name only when it is whole, and
    another one where an article of its input has failed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._source: str | None = None
        self._whole = True
        self._stream: TextIO | None = None
        self._part = Path()
        self._end = ""

    def write(self, rendered: Piece) -> None:
        """Adds an article to the file of its input."""
        self._turn_to(rendered.source)
        if self._stream is None:
            self._stream = self._begin(rendered.source)
            self._stream.write("[\n" if rendered.record else "")
        else:
            self._stream.write(",\n")
        self._stream.write(rendered.json)
        self._end = "\n]\n" if rendered.record else "\n"

    def failed(self, failure: Failure) -> None:
        """Remembers that something of an input is missing."""
        if failure.source is not None:
            self._turn_to(failure.source)
            self._whole = False

    def close(self) -> None:
        """Ends the file that is open."""
        if self._stream is not None and self._source is not None:
            with self._stream as stream:
                stream.write(self._end)
                stream.flush()
                os.fsync(stream.fileno())
            self._stream = None
            path = place(self._folder, self._source)
            self._part.rename(path if self._whole else partial(path))
            if self._whole:
                partial(path).unlink(missing_ok=True)

    def discard(self) -> None:
        """Drops the file that is open: its input is not done."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None
            self._part.unlink(missing_ok=True)

    def _turn_to(self, source: str) -> None:
        if source != self._source:
            self.close()
            self._source, self._whole = source, True

    def _begin(self, source: str) -> TextIO:
        path = place(self._folder, source)
        self._part = path.with_name(f".{path.name}.part")
        self._part.unlink(missing_ok=True)  # of a run that was killed
        descriptor = os.open(self._part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)  # never through a link
        return os.fdopen(descriptor, "w", encoding="utf-8", newline="")
