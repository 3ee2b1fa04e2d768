"""The `waqai` command. What a command needs is imported when it runs, so that `--help` answers at once."""

from __future__ import annotations

import gc
import os
import signal
import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from .translated import translate
from .usage import FAILED, stop

_RARELY = 50_000  # objects: what is loaded is no garbage, and articles leave little

# Each command, and the module that it is imported from when it is asked for.
_MODULES = {
    "extract": ".extraction",
    "extractors": ".extraction",
    "schema": ".extraction",
    "events": ".events.command",
    "view": ".commands",
    "explain": ".commands",
    "report": ".commands",
    "score": ".commands",
    "convert": ".curation",
    "check": ".curation",
}


class _Commands(TyperGroup):
    """The commands, with the ends that all of them share, and help in the language of the locale."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = dict.fromkeys(_MODULES)  # type: ignore[assignment]  # by these names typer tells what may be meant

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """A command by its name, made when it is asked for."""
        if cmd_name not in _MODULES:
            return None
        command = _made(cmd_name)
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


_PLAIN: Any = {"rich_markup_mode": None, "pretty_exceptions_enable": False}  # no rich to import

app = typer.Typer(cls=_Commands, no_args_is_help=True, **_PLAIN)


def _made(name: str) -> Any:
    """A command, of its function's options, which takes typer a while."""
    alone = typer.Typer(add_completion=False, **_PLAIN)
    alone.command(name)(getattr(import_module(_MODULES[name], __package__), name))
    return typer.main.get_command(alone)


def main() -> None:
    """The entry point of the `waqai` script."""
    gc.set_threshold(_RARELY)
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
