"""The commands for looking at facts: at how good they are, where they come from, and where they stand in the text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from . import options
from .usage import FAILED, USAGE, opened, say, stop

if TYPE_CHECKING:
    from .scoring import Figure, Slip

Errors = Annotated[
    str | None, typer.Option(metavar="KIND", help="List the missed (-) and the spurious (+) facts of this kind.")
]
Least = Annotated[
    list[str] | None,
    typer.Option("--min", metavar="KIND[:ROW]=F1", help="Exit with 1 where the F1 of this row is lower; repeatable."),
]


def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Articles with the facts that are in them.")],
    pred: Annotated[Path, typer.Argument(metavar="PRED", help="What waqai extract --format jsonl found in them.")],
    only: options.Only = None,
    errors: Errors = None,
    least: Least = None,
    json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Compare facts with gold articles: precision, recall, F1.

    Both files are JSON Lines, one article a line with its id and facts; the README describes the format.

    Exit code: 0, or 1 where a file cannot be scored or a figure falls short of --min, or 2 for bad usage.
    """
    from . import scoring
    from .goldfiles import Unscorable, read_facts

    try:
        wanted, found = read_facts(gold), read_facts(pred)
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
    with opened(None) as stream:
        if errors:
            stream.writelines(_slip(slip) for slip in scoring.slips(wanted, found, errors))
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
    return record | ({"attributes": shares} if shares else {})
