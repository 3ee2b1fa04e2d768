"""The commands for people who correct facts: `waqai convert` and `waqai check`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from . import options
from .usage import FAILED, USAGE, decided, stop, wanted

Source = Annotated[
    Path,
    typer.Argument(
        metavar="FILE", help="JSON Lines of waqai extract --with-text; an export of Label Studio, a folder of brat's."
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE; for brat a folder.")
]


def convert(
    source: Source,
    output: Output = None,
    to: Annotated[options.To | None, typer.Option(help="What to write; gold reads back what people corrected.")] = None,
    force: options.Force = False,
) -> None:
    """Convert facts to the files of annotation tools, and back to gold.

    labelstudio writes tasks with predictions and, beside them, the labelling interface (.xml). gold reads an export of
    Label Studio or a folder of brat's and writes JSON Lines for waqai score.

    Exit code: 0, or 1 if the file cannot be converted, or 2 for bad usage.
    """
    from importlib.metadata import version

    from .annotations.layout import Unconvertible
    from .converting import convert as write

    if to is None or output is None:
        missing = [option for option, given in (("--to", to), ("-o", output)) if given is None]
        stop(f"{' and '.join(missing)} missing, as in: waqai convert facts.jsonl --to brat -o brat/", USAGE)
    if not source.exists():
        stop(f"{source}: no such file or folder", FAILED)
    if not force and output.exists() and not (output.is_dir() and not any(output.iterdir())):
        stop(f"{output} exists; --force overwrites it", USAGE)
    try:
        write(source, to, output, wanted(None), version("waqai"))
    except Unconvertible as error:
        stop(str(error), FAILED)
    except OSError as error:
        stop(f"cannot write {output}: {error.strerror or error}", FAILED)


def check(
    source: Annotated[Path, typer.Argument(metavar="FACTS", help="JSON Lines of waqai extract --with-text.")],
    only: options.Only = None,
    decisions: Annotated[
        Path | None, typer.Option(metavar="FILE", help="File of answers; beside FACTS by default.")
    ] = None,
    gold: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the articles whose facts are all decided, as gold.")
    ] = None,
) -> None:
    """Walk through facts in their sentence and say which are right, the most doubtful first.

    Answers are saved at once, in a file that waqai extract --decisions applies: it leaves out what is wrong and
    corrects what you fixed.

    Exit code: 0, or 1 if the file cannot be read, or 2 for bad usage.
    """
    from . import checking
    from .annotations.layout import Unconvertible, layout
    from .converting import extracted
    from .printed import tell

    path = decisions or source.with_name(f"{source.stem}.decisions.jsonl")
    types = wanted(only)
    try:
        articles = list(extracted(source))
    except OSError as error:
        stop(f"{source}: {error.strerror}", FAILED)
    except Unconvertible as error:
        stop(str(error), FAILED)
    made = decided(path) if path.exists() else None
    asked = checking.questions(articles, made, list(types))
    answered = checking.walk(asked, layout(types), path, input, print)
    tell(f"{answered} answered, {len(asked) - answered} open: {path}")
    if gold is not None:
        gold.write_bytes(
            checking.encode(checking.gold(articles, decided(path) if path.exists() else None, list(types)))
        )
