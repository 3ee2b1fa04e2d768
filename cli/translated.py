"""The help of commands in a reader's language, where the locale names one that `help.json` has."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from .options import Language

READERS = ("", "extract", "view", "explain", "report")  # "" is the command that holds the others


def translate(command: Any) -> None:
    """Puts the help of a command into the language of the locale, and that of its options where readers use it."""
    if Language.of_locale() is Language.en:
        return
    held = _help(Language.of_locale())
    name = "" if hasattr(command, "commands") else command.name
    command.help = held["commands"].get(name, command.help)
    command.short_help = None
    for option in command.params if name in READERS else ():
        option.help = held["options"].get(option.name, option.help)


@cache
def _help(language: Language) -> Any:
    import msgspec

    return msgspec.json.decode(Path(__file__).with_name("help.json").read_bytes())[language]
