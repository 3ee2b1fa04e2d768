"""The commands for looking at facts: at how good they are, where they come from, and where they stand in the text."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from . import options
from .options import Bidi, Language
from .printed import is_terminal, on_terminal, say
from .usage import FAILED, USAGE, opened, parsing, sources, stop, wanted

if TYPE_CHECKING:
    from .annotated import AnnotatedArticle
    from .formats import Parsing
    from .scoring import Figure, Slip

Errors = Annotated[
    str | None, typer.Option(metavar="KIND", help="List the missed (-) and the spurious (+) facts of this kind.")
]
Least = Annotated[
    list[str] | None,
    typer.Option("--min", metavar="KIND[:ROW]=F1", help="Exit with 1 if the F1 of this row is lower; repeatable."),
]

Article = Annotated[list[str] | None, typer.Argument(metavar="ARTICLE", help="A file, or - for standard input.")]
Id = Annotated[str | None, typer.Option(metavar="ID", help="Choose the article with this id.")]

_OTHER_FORMAT = re.compile(r"\.[A-Za-z]{3,5}")  # the ending of a file, hardly of a folder: .pdf, not .2024


def view(
    article: Article = None,
    only: options.Only = None,
    date: options.Date = None,
    id: Id = None,
    bidi: options.BidiOption = Bidi.auto,
    date_from: options.DateFrom = None,
    text_field: options.TextField = None,
    date_field: options.DateField = None,
    id_field: options.IdField = None,
    title_field: options.TitleField = None,
    pager: Annotated[bool, typer.Option(help="Use a pager if the text is longer than the terminal.")] = True,
    lang: options.Lang = None,
) -> None:
    """Print an article with its facts coloured in place.

    The margin gives the value of each fact where it begins.
    """
    from .bidi import drawing
    from .view import write
    from .words import words

    parsed = parsing(date, text_field, date_field, id_field, title_field, date_from=date_from)
    articles = list(_annotated(article, only, parsed, id))
    with opened() as stream:
        write(articles, stream, drawing(bidi, stream), pager, words(lang))


def explain(
    article: Article = None,
    only: options.Only = None,
    rule: Annotated[
        str | None, typer.Option(metavar="KIND.RULE", help="Show how far this rule came, where it can begin.")
    ] = None,
    date: options.Date = None,
    id: Id = None,
    bidi: options.BidiOption = Bidi.auto,
    date_from: options.DateFrom = None,
    text_field: options.TextField = None,
    date_field: options.DateField = None,
    id_field: options.IdField = None,
    title_field: options.TitleField = None,
    lang: options.Lang = None,
) -> None:
    """Say why each fact was found.

    Shows the rule, the words it matched and their classes, where the fields stand, and how the value was resolved:
    which day it counts from, what was assumed.
    """
    from .bidi import drawing
    from .explain import write, write_trials
    from .words import words

    parsed = parsing(date, text_field, date_field, id_field, title_field, date_from=date_from)
    if rule is not None:
        _check_rule(rule)
    with opened() as stream:
        for annotated in _annotated(article, only, parsed, id):
            if rule is None:
                write(annotated, stream, drawing(bidi, stream), words(lang))
            else:
                write_trials(annotated, rule, stream, drawing(bidi, stream))


def _check_rule(named: str) -> None:
    """Stops where there is no rule of this name."""
    from waqai.extractors import available, load
    from waqai.extractors.explanation import rules

    kind, _, name = named.partition(".")
    if kind not in available():
        stop(f"--rule: there is no kind {kind!r}; name a rule as KIND.RULE, such as casualties.total", USAGE)
    if not rules(load(kind), name):
        stop(f"--rule: {kind} has no rule {name!r}; waqai explain names the rules of facts", USAGE)


def report(
    paths: options.Paths = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, or pages to a folder FILE/.")
    ] = None,
    lang: Annotated[Language | None, typer.Option(help="Language of the page; that of the locale by default.")] = None,
    only: options.Only = None,
    date: options.Date = None,
    force: options.Force = False,
    date_from: options.DateFrom = None,
    text_field: options.TextField = None,
    date_field: options.DateField = None,
    id_field: options.IdField = None,
    title_field: options.TitleField = None,
) -> None:
    """Write what happened, who said what, and the articles with their facts as an HTML page.

    The page needs no network. It opens with events: a map, a timeline and a table, each event with the history of its
    toll. An output without .html is a folder of pages, for thousands of articles.

    Exit code: 0, or 1 if an input failed, or 2 for bad usage.
    """
    if output is None and is_terminal(sys.stdout):
        stop("a report is HTML, not for a terminal; write it to a file: -o report.html", USAGE)
    parsed = parsing(date, text_field, date_field, id_field, title_field, date_from=date_from)
    inputs, kinds = sources(paths, output), list(wanted(only))
    folder = output if output is not None and output.suffix.lower() not in (".html", ".htm") else None
    if folder is not None and _OTHER_FORMAT.fullmatch(folder.suffix) and not folder.is_dir():
        stop(f"--output: a report is no {folder.suffix} file; name a file in .html, or a folder", USAGE)
    if folder is not None and not force and folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        stop(f"{folder} exists; --force overwrites it", USAGE)

    from .report import Report
    from .report.entries import Entries

    entries = Entries(inputs, kinds, parsed)
    made = Report(entries)
    if not made:
        stop("no article was read; no report is written", FAILED)
    language = lang or Language.of_locale()
    if folder is not None:
        _written(folder, lambda: made.write_folder(folder, language))
    else:
        with _file(output, force) as stream:
            made.write(stream, language)
    if entries.failed:
        raise typer.Exit(FAILED)


def _written(path: Path, write: Callable[[], None]) -> None:
    try:
        write()
    except OSError as error:
        stop(f"--output: cannot write {path}: {error.strerror}", USAGE)


@contextmanager
def _file(path: Path | None, force: bool) -> Iterator[TextIO]:
    """A file to write text to, which has its name when it is whole, or standard output."""
    if path is None:
        with opened() as stream:
            yield stream
        return
    if path.is_file() and path.stat().st_size and not force:
        stop(f"{path} exists; --force overwrites it", USAGE)
    # A pipe or a device is written as it is.
    part = path if path.exists() and not path.is_file() else path.with_name(f".{path.name}.part")
    try:
        part.unlink(missing_ok=True) if part != path else None
        file = part.open("w", encoding="utf-8", newline="")
    except OSError as error:
        stop(f"--output: cannot write {path}: {error.strerror}", USAGE)
    try:
        with file:
            yield file
        if part != path:
            part.replace(path)
    except BaseException:
        if part != path:
            part.unlink(missing_ok=True)
        raise


def _annotated(
    paths: list[str] | None, only: str | None, parsed: Parsing, id: str | None = None
) -> Iterator[AnnotatedArticle]:
    """The articles in files with their facts. Stops where one cannot be read, or none has the id."""
    inputs, kinds = sources(paths, None), list(wanted(only))

    from waqai.extractors import Failure

    from .annotated import annotate

    there = False
    for annotated in annotate(inputs, kinds, parsed, id):
        if isinstance(annotated, Failure):
            stop(str(annotated), FAILED)
        there = True
        yield annotated
    if not there:
        stop("no article there" if id is None else f"no article with the id {id!r} there", FAILED)


def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Articles with the facts that are in them.")],
    pred: Annotated[Path, typer.Argument(metavar="PRED", help="What waqai extract --format jsonl found in them.")],
    only: options.Only = None,
    errors: Errors = None,
    least: Least = None,
    json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Compare facts with gold articles: precision, recall, F1.

    Both files are JSON Lines, one article a line with its id and facts; docs/reference.md describes the format.

    Exit code: 0, or 1 where a file cannot be scored or a figure falls short of --min, or 2 for bad usage.
    """
    from . import scoring
    from .goldfiles import Unscorable, read_facts

    try:
        wanted, found = read_facts(gold, gold=True), read_facts(pred)
    except Unscorable as error:
        stop(str(error), FAILED)
    absent = [id for id in wanted if id not in found]
    if absent:
        say(f"no prediction for {len(absent)} of {len(wanted)} gold articles, e.g. {absent[0]}")
    kinds = scoring.kinds(wanted) if only is None else [kind.strip() for kind in only.split(",")]
    for kind in [*kinds, *([errors] if errors else [])]:
        if kind not in scoring.kinds(wanted):
            stop(f"no gold facts of the kind {kind!r}; there are: {', '.join(scoring.kinds(wanted))}", USAGE)
    figures = {kind: scoring.score(wanted, found, kind) for kind in kinds}
    bars = [_bar(bar, figures) for bar in least or []]
    with opened() as stream:
        if errors:
            on_terminal(stream).writelines(_slip(slip) for slip in scoring.slips(wanted, found, errors))
        print(_figures_as_json(figures) if json else _figures_as_table(figures), file=stream)
    short = [f"{name} {figure.f1:.3f} < {f1}" for name, figure, f1 in bars if round(figure.f1, 3) < f1]
    if short:
        stop("falls short: " + ", ".join(short), FAILED)


def _bar(bar: str, figures: dict[str, dict[str, Figure]]) -> tuple[str, Figure, float]:
    """The row that a `--min` names, the figure it has and the F1 asked of it."""
    name, _, f1 = bar.rpartition("=")
    kind, _, row = name.partition(":")
    try:
        rows = figures[kind]
        return name, rows[row] if row else next(iter(rows.values())), float(f1)
    except (KeyError, ValueError):
        stop(f"--min: {bar!r} is not KIND=F1 or KIND:ROW=F1 of what is scored", USAGE)


def _slip(slip: Slip) -> str:
    import msgspec

    fact = {key: value for key, value in slip.fact.items() if value is not None}
    start, end, text = fact.pop("start"), fact.pop("end"), fact.pop("text", "")
    rest = msgspec.json.encode(fact).decode()
    return f"{'-' if slip.missed else '+'} {slip.id} [{start}:{end}] {text!r} {rest}\n"


def _figures_as_table(figures: dict[str, dict[str, Figure]]) -> str:
    lines = [f"{'kind':14} {'figure':32} {'P':>6} {'R':>6} {'F1':>6} {'gold':>6}"]
    for kind, rows in figures.items():
        for row, f in rows.items():
            lines.append(f"{kind:14} {row:32} {f.precision:6.3f} {f.recall:6.3f} {f.f1:6.3f} {f.gold:6d}")
            lines += [f"{'':14}   {name + ' right, of these':30} {'':13} {n:6.3f}" for name, n in f.shares().items()]
    return "\n".join(lines)


def _figures_as_json(figures: dict[str, dict[str, Figure]]) -> str:
    import msgspec

    told = {kind: {row: _record(figure) for row, figure in rows.items()} for kind, rows in figures.items()}
    return msgspec.json.format(msgspec.json.encode(told), indent=1).decode()


def _record(figure: Figure) -> dict[str, Any]:
    record: dict[str, Any] = {name: round(getattr(figure, name), 3) for name in ("precision", "recall", "f1")}
    record["gold"] = figure.gold
    shares = {name: round(share, 3) for name, share in figure.shares().items()}
    return record | ({} if figure.fields is None else {"attributes": shares})
