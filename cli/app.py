"""The `waqai` command. What a command needs is imported when it runs, so that `--help` answers at once."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from contextlib import closing
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer
from typer.core import TyperGroup

from . import commands, options
from .options import Bidi, Format
from .usage import FAILED, INTERRUPTED, day, opened, say, sources, stop, wanted

if TYPE_CHECKING:
    from waqai.extractors import ExtractedArticle

    from .formats import Failure
    from .rendering import Writer


class _Commands(TyperGroup):
    """The commands, with the ends that all of them share."""

    def invoke(self, ctx: Any) -> Any:
        """A closed pipe (`| head`) is a normal end, Ctrl-C a silent one; what cannot be written is said."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for the flush when Python exits
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
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
    app(prog_name="waqai")


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"waqai {version('waqai')}")
        raise typer.Exit


@app.callback()
def waqai(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Facts out of Arabic news: casualty counts, dates, organizations and quoted officials."""


@app.command()
def extract(
    paths: options.Paths = None,
    format: options.FormatOption = Format.auto,
    only: options.Only = None,
    date: options.Date = None,
    output: options.Output = None,
    with_text: options.WithText = False,
    bidi: options.BidiOption = Bidi.auto,
    text_field: options.TextField = "text",
    date_field: options.DateField = "date,published",
    id_field: options.IdField = "id",
    title_field: options.TitleField = "title",
) -> None:
    """Print the facts found in articles.

    Articles are .txt, .html, .htm and .jsonl files, folders of them, or what is piped in.

    Exit code: 0, or 1 where an input failed, or 2 for bad usage.
    """
    published = day(date)
    inputs = sources(paths, output)
    types = wanted(only)

    from .batch import extract_all
    from .formats import Fields
    from .reading import read
    from .rendering import writer

    fields = Fields(text_field, tuple(date_field.split(",")), id_field, title_field)
    results = extract_all(read(inputs, fields, published), list(types), with_text)
    with opened(output) as stream:
        out = writer(format.resolved(output, stream.isatty()), stream, types, with_text, bidi)
        failed = _write_all(results, out, stream)
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


for command in (commands.score,):
    app.command()(command)


def _write_all(results: Iterable[ExtractedArticle | Failure], writer: Writer, stream: TextIO) -> bool:
    """Writes each article as it comes; says which inputs failed. Whether any did."""
    from .formats import Failure

    failed = False
    with closing(writer):
        for result in results:
            if isinstance(result, Failure):
                failed = True
                say(str(result))
            else:
                writer.write(result)
                stream.flush()
    return failed
