"""The commands that print facts, and what there is of them: `waqai extract`, `extractors` and `schema`."""

from __future__ import annotations

import shutil
import sys

import typer

from . import options
from .options import BUILT_IN, Bidi, Format
from .printed import is_terminal
from .usage import FAILED, USAGE, decided, extractors_of, opened, parsing, sources, stop, wanted


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


def extractors() -> None:
    """List the installed extractors with the fields of their facts."""
    from .catalogue import entries
    from .tables import table

    rows = [(entry.name, entry.source, entry.error or " ".join(entry.fields)) for entry in entries()]
    drawn = table(("extractor", "source", "fields"), rows, shutil.get_terminal_size().columns)
    with opened(None) as stream:
        print(*drawn, sep="\n", file=stream)


def schema() -> None:
    """Print the JSON Schema of the output for one article."""
    import msgspec

    from .catalogue import schema as document_schema

    with opened(None) as stream:
        encoded = msgspec.json.encode(document_schema(wanted(None)))
        stream.write(msgspec.json.format(encoded, indent=2).decode() + "\n")
