"""The reference describes every command, option, kind of file and field."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from waqai.cli.catalogue import field_names
from waqai.cli.readers import FORMATS
from waqai.extractors import available, load

from .commandline import invoke

ROOT = Path(__file__).parent.parent
REFERENCE = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
COMMON = ("start", "end", "text")


@pytest.mark.parametrize("command", ["extract", "events", "view", "explain", "report", "score", "convert", "check"])
def test_every_option_is_described(command: str) -> None:
    shown = invoke(command, "--help", env={"COLUMNS": "200"}).stdout
    options = set(re.findall(r"^ +(?:-\w, )?(--[\w-]+)", shown, re.MULTILINE)) - {"--help"}
    assert options
    assert {option for option in options if f"`{option}" not in REFERENCE} == set()


def test_every_kind_of_file_is_described() -> None:
    assert {suffix for format in FORMATS for suffix in format.suffixes if f"`{suffix}`" not in REFERENCE} == set()


def test_every_command_is_described() -> None:
    shown = invoke("--help").stdout.partition("Commands:")[2]
    assert {
        name for name in re.findall(r"^  (\w+)", shown, re.MULTILINE) if f"`waqai {name}`" not in REFERENCE
    } == set()


@pytest.mark.parametrize("kind", available())
def test_every_field_is_described(kind: str) -> None:
    section = re.search(rf"^\*\*{kind}\*\*: .*?\n\n(\|.*?)\n\n", REFERENCE, re.MULTILINE | re.DOTALL)
    assert section is not None
    described = re.findall(r"`([^`]+)`", "".join(re.findall(r"^\|([^|]*)\|", section[1], re.MULTILINE)))
    assert described == [name for name in field_names(load(kind).fact) if name not in COMMON]


@pytest.mark.parametrize("page", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md")), ids=lambda p: p.name)
def test_links_within_the_documentation_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        file, _, heading = target.partition("#")
        if "://" in target:
            continue
        found = page.parent / file if file else page
        assert found.exists(), target
        if heading:
            headings = re.findall(r"^#+ (.*)", found.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in {re.sub(r"[^\w -]", "", text).lower().replace(" ", "-") for text in headings}, target


def test_the_readme_shows_what_the_command_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    shown = invoke("extract", "examples/border.txt", "--format", "table", env={"COLUMNS": "110"}).stdout
    assert f"```text\n{shown.strip(chr(10))}\n```" in (ROOT / "README.md").read_text(encoding="utf-8")
