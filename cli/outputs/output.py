"""An output: one format at one place. What may be written there, what is there already, and how it is written."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from msgspec import Struct

from .. import remote
from ..extras import is_installed, needs
from ..options import Bidi, Format, Language
from .lock import locked

if TYPE_CHECKING:
    from waqai.extractors import ExtractedArticle, Fact, Failure

    from ..reading import Source


class Refused(ValueError):
    """An output that cannot be written as asked; the message says why."""


class CannotResume(ValueError):
    """An output that no run can continue; the message says why."""


class Renderer(Protocol):
    """Puts an article into the form that a format's writer takes. Pickled: it is called where facts are found."""

    def __call__(self, article: ExtractedArticle) -> Any:
        """The article as the writer takes it."""
        ...


class Writer(ABC):
    """Writes rendered articles as they come."""

    @abstractmethod
    def write(self, rendered: Any) -> None:
        """Writes one article."""

    def write_all(self, rendered: Sequence[Any]) -> None:
        """Writes some articles."""
        for each in rendered:
            self.write(each)

    def failed(self, failure: Failure) -> None:  # noqa: B027 - most outputs have no place for it
        """Hears that an article, or an input, has failed."""

    @abstractmethod
    def close(self) -> None:
        """Writes what ends the output."""


class Target(Struct, frozen=True):
    """Where facts go and in which format. `output` is a file, a folder for Parquet, or a URL; None: standard output.

    With `per_file`, a folder, each input has a file of its own there.
    """

    output: str | None
    format: Format
    per_file: Path | None = None
    resume: bool = False
    force: bool = False


class Output(ABC):
    """One format at one place, for facts of these kinds.

    A format is a subclass: it renders an article where its facts are found, and opens a writer of what is rendered.
    """

    needs_file = False  # has no form for standard output
    takes_url = True
    resumable = False
    rows = False  # is made of rows, each with the sentence of its fact
    extra: ClassVar[tuple[str, str] | None] = None  # that it needs, and the package in it

    def __init__(
        self,
        target: Target,
        kinds: Mapping[str, type[Fact]],
        with_text: bool = False,
        bidi: Bidi = Bidi.auto,
        with_sentence: bool = False,
        lang: Language | None = None,
    ) -> None:
        self.target = target
        self.kinds = kinds
        self.with_text = with_text
        self.bidi = bidi
        self.with_sentence = with_sentence
        self.lang = lang

    @property
    def needs_text(self) -> bool:
        """Whether articles are rendered from their text too."""
        return self.with_text or self.with_sentence or self.rows

    def check(self) -> None:
        """Raises Refused where what is there would be lost, or the format does not fit the place."""
        output, format = self.target.output, self.target.format
        self.check_installed()
        if output is None:
            if self.needs_file:
                raise Refused(f"--format {format} needs --output")
            if self.target.resume:
                raise Refused("--resume needs the --output, or --per-file, of the run to continue")
            return
        if output.endswith((".gz", ".zst")):
            raise Refused("--output is not compressed; compress it when it is written")
        if remote.is_url(output) and not self.takes_url:
            raise Refused(f"--format {format} needs a file on this machine")
        if self.target.resume:
            if remote.is_url(output):
                raise Refused("--resume needs a file on this machine")
            if not self.resumable:
                raise Refused(f"--resume works with jsonl and sqlite, not with {format}")
        elif is_full(output):
            self.check_overwriting(output)

    def check_installed(self) -> None:
        """Raises Refused where the format needs an extra that is not installed."""
        if self.extra is not None and not is_installed(self.extra[1]):
            raise Refused(f"--format {self.target.format} {needs(self.extra[0])}")

    def check_overwriting(self, output: str) -> None:
        """Raises Refused where what is there may not be overwritten."""
        if not self.target.force:
            go_on = "--resume continues it, " if self.resumable else ""
            raise Refused(f"{output} exists; {go_on}--force overwrites it")

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keeps other runs from the output. Raises Refused where one has it."""
        output = self.target.output
        with ExitStack() as stack:
            if output is not None and not remote.is_url(output):
                with opening("--output", output):
                    stack.enter_context(self.lock(Path(output)))
            yield

    def lock(self, path: Path) -> AbstractContextManager[None]:
        """The lock of what is at a path."""
        return locked(path)

    def done(self) -> Counter[int]:
        """The articles that are in the output already, see `job.identity`. Raises CannotResume."""
        if not self.target.resume or self.target.output is None:
            return Counter()
        path = Path(self.target.output)
        return self.done_in(path) if path.is_file() else Counter()  # nothing yet, or a pipe

    def done_in(self, path: Path) -> Counter[int]:
        """The same of a file that is there, mended where its run was stopped."""
        raise CannotResume(f"cannot resume into {self.target.format}; use jsonl or sqlite")

    def wanting(self) -> Callable[[Source], bool | Failure]:
        """What says whether an input is to be read: False where it has its file already, or why it can have none."""
        return lambda _: True

    @abstractmethod
    def renderer(self) -> Renderer:
        """What turns articles into what the writer takes."""

    @abstractmethod
    def opened(self) -> AbstractContextManager[Writer]:
        """The writer. What was written stays, whole, however the run ends. Raises Refused, OSError."""


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
