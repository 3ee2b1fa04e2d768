"""What the commands share: how arguments are checked, where output goes, and how a command ends."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

import typer

from .options import Recognizer

if TYPE_CHECKING:
    import datetime as dt

    from waqai.extractors import Fact

FAILED, USAGE = 1, 2  # exit codes


def day(date: str | None) -> dt.date | None:
    """The day that `--date` names; stops where it names none."""
    from .formats import parse_date

    try:
        return None if date is None else parse_date(date)
    except ValueError:
        stop(f"--date: {date!r} is not an ISO date such as 2016-11-13", USAGE)


def sources(paths: list[str] | None, *outputs: str | Path | None) -> list[str]:
    """The paths given, or standard input where something is piped in. Stops where an output is among them."""
    if not paths:
        if sys.stdin.isatty():
            stop("give files or folders, or pipe an article in; see waqai extract --help", USAGE)
        return ["-"]
    for output in outputs:
        if output is not None:
            _check_apart(paths, Path(output).resolve())
    return paths


def _check_apart(paths: Iterable[str], output: Path) -> None:
    """Stops where the output would overwrite an input or be read as one."""
    from .reading import is_article

    for path in map(Path, paths):
        if path.resolve() == output or (is_article(output.name) and path.resolve() in output.parents):
            stop(f"--output: {output.name} would be among the inputs; write it elsewhere", USAGE)


def wanted(only: str | None) -> dict[str, type[Fact]]:
    """The kinds to extract with the types of their facts."""
    from waqai.extractors import UnknownExtractor, available

    from .catalogue import BrokenExtractor, fact_types

    try:
        kinds = list(available()) if only is None else [kind.strip() for kind in only.split(",")]
        for kind in kinds:
            if kind not in available():  # the other ways to find a kind have options of their own
                raise UnknownExtractor(kind, list(available()))
        return fact_types(kinds)
    except (UnknownExtractor, BrokenExtractor) as error:
        stop(str(error), USAGE)


def extractors_of(kinds: Iterable[str], ner: Recognizer) -> tuple[str, ...]:
    """The names of the extractors of `kinds`. Stops where the recognizer of organizations cannot be used here."""
    if ner is Recognizer.builtin or "organizations" not in kinds:
        return tuple(kinds)
    from waqai.extractors import load
    from waqai.extractors.organizations.neural import RecognizerUnavailable

    name = f"organizations:{ner.value}"
    try:
        load(name)
    except RecognizerUnavailable as error:
        stop(str(error), USAGE)
    return tuple(name if kind == "organizations" else kind for kind in kinds)


@contextmanager
def opened(output: None = None) -> Iterator[TextIO]:
    """Standard output, as UTF-8 with line ends as they are."""
    sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
    yield sys.stdout


def stop(message: str, code: int) -> NoReturn:
    """Ends the command with a message on standard error and an exit code."""
    say(message)
    raise typer.Exit(code)


def say(message: str) -> None:
    """A line on standard error."""
    print(f"waqai: {message}", file=sys.stderr)
