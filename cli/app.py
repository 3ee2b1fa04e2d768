"""The `waqai` command. What a command needs is imported when it runs, so that `--help` answers at once."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from . import commands, curation, options
from .events.command import events
from .options import BUILT_IN, Bidi, Format
from .printed import is_terminal
from .translated import translate
from .usage import FAILED, USAGE, decided, extractors_of, opened, parsing, sources, stop, wanted

RARELY = 50_000  # objects: what is loaded is no garbage, and articles leave little


class _Commands(TyperGroup):
    """The commands, with the ends that all of them share, and help in the language of the locale."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """A command by its name."""
        command = super().get_command(ctx, cmd_name)
        if command is not None:
            translate(command)
        return command

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the help of all commands."""
        translate(self)
        super().format_help(ctx, formatter)

    def invoke(self, ctx: Any) -> Any:
        """A closed pipe (`| head`) ends normally, Ctrl-C silently; write errors are reported."""
        try:
            result = super().invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()
            return result
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for the flush when Python exits
        except KeyboardInterrupt as stopped:
            raise typer.Exit(128 + getattr(stopped, "signal", signal.SIGINT)) from None
        except OSError as error:
            stop(f"cannot write: {error.strerror or error}", FAILED)


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: no rich to import
    pretty_exceptions_enable=False,
)


def main() -> None:
    """The entry point of the `waqai` script."""
    gc.set_threshold(RARELY)
    app(prog_name="waqai")


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        from waqai.extractors.engine.front import COMPILED

        print(f"waqai {version('waqai')} ({'compiled' if COMPILED else 'Python'})")
        raise typer.Exit


@app.callback()
def waqai(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Facts out of Arabic news: casualty counts, dates, organizations, places and quoted officials."""


@app.command()
def extract(
    paths: options.Paths = None,
    format: options.FormatOption = Format.auto,
    only: options.Only = None,
    ner: options.Ner = BUILT_IN,
    places: options.PlacesFile = None,
    date: options.Date = None,
    output: options.Output = None,
    with_text: options.WithText = False,
    with_sentence: options.WithSentence = False,
    bidi: options.BidiOption = Bidi.auto,
    lang: options.Lang = None,
    date_from: options.DateFrom = None,
    text_field: options.TextField = None,
    date_field: options.DateField = None,
    id_field: options.IdField = None,
    title_field: options.TitleField = None,
    url_field: options.UrlField = None,
    outlet_field: options.OutletField = None,
    per_file: options.PerFile = None,
    resume: options.Resume = False,
    force: options.Force = False,
    errors: options.Errors = None,
    max_size: options.MaxSize = 64,
    jobs: options.Jobs = None,
    unordered: options.Unordered = False,
    cluster: options.Cluster = None,
    decisions: options.DecisionsFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Print the facts found in articles.

    Articles are text, web pages, tables (CSV, Excel, Parquet, SQLite), JSON and JSON Lines, exports of Telegram,
    feeds, e-mail, web archives, Word documents and PDF, compressed or in .zip archives, folders of them, URLs, or
    what is piped in.

    Exit code: 0, or 1 if an input failed, or 2 for bad usage.
    """
    parsed = parsing(date, text_field, date_field, id_field, title_field, url_field, outlet_field, date_from)
    inputs = sources(paths, output, errors)
    types = wanted(only)
    names = extractors_of(types, ner, places)

    from .outputs.output import Target
    from .pipeline import Wanted, Workers, run
    from .progress import Progress

    shown = output is None and per_file is None and is_terminal(sys.stdout)  # facts, where a bar would be
    try:
        chosen = format if per_file else format.resolved(output, shown)
    except options.UnknownSuffix as error:
        stop(f"--output: {error}", USAGE)
    target = Target(output, chosen, per_file, resume, force)
    bar = is_terminal(sys.stderr) and not quiet and not shown
    summary = not quiet and (bar or target.output is not None or target.per_file is not None)
    failed = run(
        inputs,
        Wanted(names, types, parsed, with_text, with_sentence, bidi, lang, int(max_size * 10**6), decided(decisions)),
        target,
        Workers(jobs, cluster, ordered=not unordered or per_file is not None),
        errors,
        Progress(inputs, bar=bar, summary=summary),
    )
    if failed:
        raise typer.Exit(FAILED)


@app.command()
def extractors() -> None:
    """List the installed extractors with the fields of their facts."""
    from .catalogue import entries
    from .tables import table

    rows = [(entry.name, entry.source, entry.error or " ".join(entry.fields)) for entry in entries()]
    drawn = table(("extractor", "source", "fields"), rows, shutil.get_terminal_size().columns)
    with opened(None) as stream:
        print(*drawn, sep="\n", file=stream)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the output for one article."""
    import msgspec

    from .catalogue import schema as document_schema

    with opened(None) as stream:
        encoded = msgspec.json.encode(document_schema(wanted(None)))
        stream.write(msgspec.json.format(encoded, indent=2).decode() + "\n")


for command in (
    events,
    commands.view,
    commands.explain,
    commands.report,
    commands.score,
    curation.convert,
    curation.check,
):
    app.command()(command)
