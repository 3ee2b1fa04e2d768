"""The README tells all there is: every option, every extractor, every field."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from waqai.cli.catalogue import field_names
from waqai.cli.readers import FORMATS
from waqai.extractors import available, load

from .commandline import invoke

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
COMMON = ("start", "end", "text")


@pytest.mark.parametrize("command", ["extract", "events", "view", "explain", "report", "score", "convert", "check"])
def test_every_option_is_described(command: str) -> None:
    shown = invoke(command, "--help", env={"COLUMNS": "200"}).stdout
    options = set(re.findall(r"^ +(?:-\w, )?(--[\w-]+)", shown, re.MULTILINE)) - {"--help"}
    assert options
    assert {option for option in options if f"`{option}" not in README} == set()


def test_every_kind_of_file_is_described() -> None:
    assert {suffix for format in FORMATS for suffix in format.suffixes if f"`{suffix}`" not in README} == set()


def test_every_command_is_described() -> None:
    shown = invoke("--help").stdout.partition("Commands:")[2]
    assert {name for name in re.findall(r"^  (\w+)", shown, re.MULTILINE) if f"`waqai {name}`" not in README} == set()


@pytest.mark.parametrize("kind", available())
def test_every_field_is_described(kind: str) -> None:
    section = re.search(rf"^\*\*{kind}\*\*: .*?\n\n(\|.*?)\n\n", README, re.MULTILINE | re.DOTALL)
    assert section is not None
    described = re.findall(r"`([^`]+)`", "".join(re.findall(r"^\|([^|]*)\|", section[1], re.MULTILINE)))
    assert described == [name for name in field_names(load(kind).fact) if name not in COMMON]
