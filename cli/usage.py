"""What the commands share: how arguments are checked, where output goes, and how a command ends."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

import typer

from .options import BUILT_IN
from .printed import is_terminal, say, tell

if TYPE_CHECKING:
    import datetime as dt

    from waqai.extractors import Fact

    from .decisions import Decisions
    from .formats import Parsing

FAILED, USAGE = 1, 2  # exit codes


def day(date: str | None, option: str = "--date") -> dt.date | None:
    """The day that an option names; stops where it names none."""
    from .readers.days import parse_day

    try:
        return None if date is None else parse_day(date)
    except ValueError:
        stop(f"{option}: {date!r} is not a date such as 2016-11-13", USAGE)


def parsing(
    date: str | None = None,
    text: str | None = None,
    dates: str | None = None,
    id: str | None = None,
    title: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    date_from: str | None = None,
) -> Parsing:
    """How articles are parsed, by the options of a command: the day given, and the names of columns."""
    from .formats import Parsing
    from .readers.columns import Fields

    given = {"text": text, "dates": dates, "id": id, "title": title, "url": url, "outlet": outlet}
    names = {part: tuple(written.split(",")) for part, written in given.items() if written}
    return Parsing(Fields(**names), day(date), _day_in_path(date_from))


def _day_in_path(pattern: str | None) -> re.Pattern[str] | None:
    """The pattern that `--date-from` gives; stops where it gives none."""
    if pattern is None:
        return None
    place, _, regex = pattern.partition(":")
    try:
        if place == "path":
            return re.compile(regex)
    except re.error as error:
        stop(f"--date-from: {regex!r} is not a regular expression: {error}", USAGE)
    stop(f"--date-from: {pattern!r} is not path:REGEX, such as path:(\\d{{4}}-\\d\\d-\\d\\d)", USAGE)


def sources(paths: list[str] | None, *outputs: str | Path | None) -> list[str]:
    """The paths given, or standard input where something is piped in. Stops where an output is among them."""
    written = [Path(output) for output in outputs if output is not None]
    if len(written) == 2 and _same(*written):
        stop(f"--errors: {written[0]} is the output too; write failures to another file", USAGE)
    if not paths:
        if sys.stdin is None or is_terminal(sys.stdin):
            stop("give files or folders, or pipe an article in; see waqai extract --help", USAGE)
        return ["-"]
    for output in written:
        for path in map(Path, paths):
            if _reads(path, output):
                stop(f"--output: {output.name} would be among the inputs; write it elsewhere", USAGE)
    return paths


def _reads(path: Path, output: Path) -> bool:
    """Whether an output is an input, or in a folder of inputs, by whatever name."""
    from .reading import is_article

    with suppress(OSError):  # reported where it is read
        if _same(path, output) or (is_article(output.name) and path.resolve() in output.resolve().parents):
            return True
        if output.is_file() and output.stat().st_nlink > 1 and path.is_dir():
            return any(_same(Path(place, name), output) for place, _, names in os.walk(path) for name in names)
    return False


def _same(one: Path, other: Path) -> bool:
    """Whether two paths are one file. A pipe or a device, such as a terminal, may be named twice."""
    with suppress(OSError):
        if one.exists() and other.exists():
            return one.samefile(other) and (one.is_file() or one.is_dir())
        return one.resolve() == other.resolve()
    return False


def decided(path: Path | None, option: str = "--decisions") -> Decisions | None:
    """The decisions in a file. Stops where they cannot be read."""
    if path is None:
        return None
    from .decisions import Decisions, Undecidable

    if not path.exists():
        stop(f"{option}: {path}: no such file", USAGE)
    try:
        return Decisions(path)
    except Undecidable as error:
        stop(str(error), USAGE)


def wanted(only: str | None) -> dict[str, type[Fact]]:
    """The kinds to extract with the types of their facts."""
    from waqai.extractors import UnknownExtractor, available

    from .catalogue import BrokenExtractor, fact_types

    _tell_of_compiling()
    try:
        kinds = list(available()) if only is None else [kind.strip() for kind in only.split(",")]
        for kind in kinds:
            if kind not in available():  # the other ways to find a kind have options of their own
                raise UnknownExtractor(kind, list(available()))
        return fact_types(kinds)
    except (UnknownExtractor, BrokenExtractor) as error:
        stop(str(error), USAGE)


def _tell_of_compiling() -> None:
    """Has a person at a terminal told why the first run takes long."""
    from waqai.extractors.engine.cache import before_building

    if is_terminal(sys.stderr):
        before_building(lambda: tell("compiling the word lists and rules, once; this takes some seconds"))


def extractors_of(kinds: Iterable[str], ner: str, places: Path | None = None) -> tuple[str, ...]:
    """The names of the extractors of `kinds`: organizations with another recognizer, places with a table of one's own.

    Stops where either cannot be used.
    """
    names = {kind: kind for kind in kinds}
    if ner != BUILT_IN:
        _check_recognizer(ner)
        if "organizations" in names:
            names["organizations"] = _with_recognizer(ner)
    if places is not None and "places" in names:
        names["places"] = _with_table(places)
    return tuple(names.values())


def _check_recognizer(ner: str) -> None:
    from waqai.extractors import available

    ways = [way.partition(":")[2] for way in available("organizations")]
    if ner not in ways:
        stop(f"--ner: no recognizer {ner!r}; there are: {', '.join([BUILT_IN, *ways])}", USAGE)


def _with_recognizer(ner: str) -> str:
    from waqai.extractors import Unavailable, load

    name = f"organizations:{ner}"
    try:
        load(name)
    except Unavailable as error:
        stop(f"--ner {ner} {error}", USAGE)
    return name


def _with_table(table: Path) -> str:
    from waqai.extractors import load
    from waqai.extractors.places import WrongTable

    name = f"places:table={table.absolute()}"
    try:
        load(name)
    except OSError as error:
        stop(f"--places: {table}: {error.strerror}", USAGE)
    except WrongTable as error:
        stop(f"--places: {error}", USAGE)
    return name


@contextmanager
def opened(output: None = None) -> Iterator[TextIO]:
    """Standard output, as UTF-8 with line ends as they are."""
    yield standard_output()


def standard_output() -> TextIO:
    """Standard output, as UTF-8 with line ends as they are. Stops where it is closed."""
    if sys.stdout is None:
        stop("standard output is closed; write to a file with --output", FAILED)
    sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
    return sys.stdout


def stop(message: str, code: int) -> NoReturn:
    """Ends the command with a message on standard error and an exit code."""
    say(message)
    raise typer.Exit(code)
