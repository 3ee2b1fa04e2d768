"""How tests start the command line: in this process, or in one of its own."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from typer.testing import CliRunner, Result

from waqai.cli.app import app


def invoke(*args: object, stdin: str | bytes | None = None, env: Mapping[str, str] | None = None) -> Result:
    """Runs waqai here, where what a test has patched holds."""
    return CliRunner().invoke(app, [str(arg) for arg in args], input=stdin, env=env, prog_name="waqai")


def command(*args: object) -> list[str]:
    """The command of a process that runs waqai."""
    return [sys.executable, "-m", "waqai", *map(str, args)]
