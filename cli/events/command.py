"""The command `waqai events`."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO, get_args

import typer

from .. import options
from ..options import Bidi, Language
from ..printed import say, tell
from ..usage import FAILED, USAGE, day, decided, opened, parsing, sources, stop, wanted
from .formats import EventFormat, resolved

if TYPE_CHECKING:
    from waqai.extractors.events import Collection, Decision, Event

    from ..decisions import Decisions
    from ..formats import Parsing
    from .choice import Choice


FormatOption = Annotated[
    EventFormat, typer.Option(help="auto is a table on a terminal, jsonl into a pipe; for a file, its name decides.")
]
Update = Annotated[Path | None, typer.Option(metavar="DB", help="Add the articles to this SQLite database of events.")]
DecisionsFile = Annotated[
    Path | None,
    typer.Option("--decisions", metavar="FILE", help="What people decided; events.decisions.jsonl beside the output."),
]
Checked = Annotated[Path | None, typer.Option(metavar="FILE", help="Apply the decisions made with waqai check.")]
From = Annotated[str | None, typer.Option("--from", metavar="YYYY-MM-DD", help="Show events of this day and later.")]
To = Annotated[str | None, typer.Option("--to", metavar="YYYY-MM-DD", help="Show events of this day and earlier.")]


def events(
    paths: options.Paths = None,
    format: FormatOption = EventFormat.auto,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE.")] = None,
    update: Update = None,
    decisions: DecisionsFile = None,
    checked: Checked = None,
    review: Annotated[bool, typer.Option("--review", help="Ask about doubtful cases, and save the answers.")] = False,
    event: Annotated[str | None, typer.Option(metavar="ID", help="Show one event with its history.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Say why each mention belongs to its event.")] = False,
    statements: Annotated[bool, typer.Option("--statements", help="As CSV: one row for each figure stated.")] = False,
    first: From = None,
    last: To = None,
    country: Annotated[str | None, typer.Option(metavar="XX", help="Show events in this country (ISO 3166-1).")] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="Show events whose place has this name.")] = None,
    cause: Annotated[str | None, typer.Option(metavar="CAUSE", help="Show events of this cause.")] = None,
    outcome: Annotated[str | None, typer.Option(metavar="OUTCOME", help="Show events with this outcome.")] = None,
    min_killed: Annotated[int, typer.Option(metavar="N", help="Show events with at least N killed.")] = 0,
    without_attackers: Annotated[
        bool, typer.Option("--without-attackers", help="Do not count attackers among the killed.")
    ] = False,
    date: options.Date = None,
    bidi: options.BidiOption = Bidi.auto,
    date_from: options.DateFrom = None,
    text_field: options.TextField = None,
    date_field: options.DateField = None,
    id_field: options.IdField = None,
    title_field: options.TitleField = None,
    force: options.Force = False,
    jobs: options.Jobs = None,
    quiet: options.Quiet = False,
) -> None:
    """Print what happened: one line for each event, with one toll, out of many articles.

    Articles are given as for waqai extract, or as the JSON Lines that waqai extract --with-text wrote.
    Figures are as reported. Filters choose what is shown; all articles are grouped.

    Exit code: 0, or 1 if an input failed, or 2 for bad usage.
    """
    from .choice import Choice
    from .run import Reader

    shape = resolved(format, output, update)
    _check_filters(country, cause, outcome)
    database = update or (output if shape is EventFormat.sqlite else None)
    if shape is EventFormat.sqlite and database is None:
        stop("--format sqlite needs --output", USAGE)
    if shape is EventFormat.html and (update is not None or review):
        stop("--format html goes with neither --update nor --review", USAGE)
    if output is not None and not force and output.exists() and output.stat().st_size:
        stop(f"--output: {output} exists; --force overwrites it, --update adds to a database", USAGE)
    inputs = [] if update is not None and not paths and sys.stdin.isatty() else sources(paths, output, update)
    if database is None and shape is not EventFormat.html and _is_database_of_events(inputs):
        database, inputs = Path(inputs[0]), []  # what it holds is listed
    parsed = parsing(date, text_field, date_field, id_field, title_field, date_from=date_from)
    facts = decided(checked, "--checked")
    answers = decisions or (output or database or Path()).parent / "events.decisions.jsonl"
    choice = Choice(
        day(first, "--from"), day(last, "--to"), country, place, cause, outcome, min_killed, without_attackers, event
    )
    if shape is EventFormat.html:
        if _page(inputs, parsed, facts, answers, choice, output):
            raise typer.Exit(FAILED)
        return
    reader = Reader(inputs, list(wanted(None)), parsed, jobs, quiet, facts)
    shown = review or event is not None or shape is not EventFormat.sqlite
    fresh = force and update is None and shape is EventFormat.sqlite
    found = _found(reader, database, answers, fresh=fresh, shown=shown, explain=explain)
    if review:
        _ask(found, answers)
    else:
        chosen = choice.of(found)
        if event is not None and not chosen:
            stop(f"no event {event}; waqai events PATH lists all events", FAILED)
        _write(chosen, shape, output, Shown(statements, event is not None, explain, bidi))
    if reader.failed:
        raise typer.Exit(FAILED)


def _check_filters(country: str | None, cause: str | None, outcome: str | None) -> None:
    """Stops where a filter names what no event can have."""
    from waqai.extractors.casualties.fact import Outcome
    from waqai.extractors.events import CAUSES

    if country is not None and not (len(country) == 2 and country.isascii() and country.isalpha()):
        stop(f"--country: {country!r} is no code of two letters such as SY", USAGE)
    for option, value, known in (("--cause", cause, CAUSES), ("--outcome", outcome, get_args(Outcome))):
        if value is not None and value not in known:
            stop(f"{option}: {value!r} is none of {', '.join(known)}", USAGE)


class Shown:
    """How events are shown where a format leaves a choice."""

    def __init__(self, statements: bool, one: bool, explain: bool, bidi: Bidi) -> None:
        self.statements = statements
        self.one = one
        self.explain = explain
        self.bidi = bidi


def _is_database_of_events(inputs: Sequence[str]) -> bool:
    from .database import SUFFIXES, holds_events

    return len(inputs) == 1 and inputs[0].lower().endswith(SUFFIXES) and holds_events(inputs[0])


def _found(
    reader: Any, database: Path | None, answers: Path, *, fresh: bool, shown: bool, explain: bool
) -> list[Event]:
    """The events of all inputs, those of a database among them where they are to be shown."""
    from .review import BadDecisions, read_decisions
    from .store import NotOurs

    try:
        decided = read_decisions(answers)
        if database is None:
            return _grouped(reader.collection(), decided, answers, explain)
        return _in_database(reader, database, decided, answers, fresh=fresh, shown=shown, explain=explain)
    except (BadDecisions, NotOurs) as error:
        stop(str(error), FAILED)


def _in_database(
    reader: Any, database: Path, decided: list[Decision], answers: Path, *, fresh: bool, shown: bool, explain: bool
) -> list[Event]:
    """Brings a database up to date; its events where they are to be shown."""
    from waqai.extractors.events import Contradiction

    from .store import EventStore
    from .table import counted
    from .updating import Updating

    if fresh:
        for suffix in ("", "-journal", "-wal", "-shm"):
            Path(f"{database}{suffix}").unlink(missing_ok=True)
    with closing(EventStore(database)) as store:
        added = 0
        for read in reader.read(store.knows_data):
            store.add(read)
            added += 1
        try:
            updating = Updating(store, decided)
        except Contradiction as error:
            stop(f"{answers}: {error}; remove one of them", FAILED)
        updating.run()
        _tell_gone(updating.gone, answers)
        if not shown and not reader.quiet:
            tell(f"{counted(added, 'article')} added, {counted(store.events(), 'event')}")
        return updating.events(explain=explain) if shown else []


def _grouped(collection: Collection, decided: Sequence[Decision], answers: Path, explain: bool) -> list[Event]:
    from waqai.extractors.events import Contradiction

    gone: list[int] = []
    try:
        found = collection.events(decided, gone, explain=explain)
    except Contradiction as error:
        stop(f"{answers}: {error}; remove one of them", FAILED)
    _tell_gone(gone, answers)
    return found


def _tell_gone(lines: Sequence[int], answers: Path) -> None:
    for line in lines:
        say(f"{answers}: decision {line} is kept but not applied: a mention in it is missing or has changed")


def _page(
    inputs: Sequence[str],
    parsed: Parsing,
    checked: Decisions | None,
    answers: Path,
    choice: Choice,
    output: Path | None,
) -> bool:
    """Writes the events as a page. Whether an input failed."""
    from ..report import Report
    from ..report.entries import Entries
    from .review import BadDecisions, read_decisions

    try:
        decisions = read_decisions(answers)
    except BadDecisions as error:
        stop(str(error), FAILED)

    def group(collection: Collection) -> list[Event]:
        return choice.of(_grouped(collection, decisions, answers, explain=False))

    entries = Entries(inputs, list(wanted(None)), parsed, checked)
    page = Report(entries, group)
    with _stream(output) as stream:
        page.write(stream, Language.of_locale())
    return entries.failed


def _write(found: Sequence[Event], shape: EventFormat, output: Path | None, shown: Shown) -> None:
    from . import outputs

    if shape is EventFormat.sqlite:
        return
    writers = {
        EventFormat.json: outputs.as_json,
        EventFormat.jsonl: outputs.as_lines,
        EventFormat.csv: outputs.as_statements if shown.statements else outputs.as_csv,
        EventFormat.geojson: outputs.as_geojson,
    }
    with _stream(output) as stream:
        if shape is EventFormat.table:
            stream.writelines(line + "\n" for line in _drawn(found, shown, stream))
        else:
            stream.writelines(writers[shape](found))


def _drawn(found: Sequence[Event], shown: Shown, stream: TextIO) -> Iterator[str]:
    from ..bidi import drawing
    from .detail import as_detail
    from .table import as_table

    width = shutil.get_terminal_size((120, 24)).columns
    draw = drawing(shown.bidi, stream)
    if not (shown.one or shown.explain):
        yield from as_table(found, width, draw)
        return
    for event in found:
        yield from as_detail(event, width, draw, shown.explain)


@contextmanager
def _stream(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        with opened() as stream:
            yield stream
        return
    try:
        file = path.open("w", encoding="utf-8", newline="")
    except OSError as error:
        stop(f"--output: cannot write {path}: {error.strerror}", USAGE)
    with file:
        yield file


def _ask(found: Sequence[Event], answers: Path) -> None:
    """Asks the open questions and keeps the answers."""
    from .review import ask

    if not sys.stdin.isatty():
        stop("--review asks on a terminal; there is none", USAGE)
    kept = ask(found, answers)
    say(f"{kept} answers kept in {answers}")
