"""What an Arabic reader sees on a terminal: labels, months, plural forms, digits, help, and tables from the right."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import get_args

import msgspec
import pytest
import typer
from rich.cells import cell_len

from waqai.cli.app import app
from waqai.cli.options import Language
from waqai.cli.summary import TableWriter
from waqai.cli.translated import READERS, translate
from waqai.cli.words import TranslatedWords, words
from waqai.extractors import available, extract, load
from waqai.extractors.registry import presentation

from .commandline import invoke

TEXT = "قال المتحدث باسم الجيش اليمني سالم الحضرمي إن 13 جنديا قتلوا في عدن أمس، وأصيب نحو 50 آخرين."
ARTICLE = extract(TEXT, dt.date(2019, 3, 14))


@pytest.fixture(autouse=True)
def no_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    words.cache_clear()


def arabic(monkeypatch: pytest.MonkeyPatch, locale: str) -> TranslatedWords:
    monkeypatch.setenv("LANG", locale)
    words.cache_clear()
    chosen = words()
    assert isinstance(chosen, TranslatedWords)
    return chosen


def test_months_and_digits_are_those_of_the_country(monkeypatch: pytest.MonkeyPatch) -> None:
    day = dt.date(2019, 1, 14)
    assert arabic(monkeypatch, "ar_SY.UTF-8").day(day) == "١٤ كانون الثاني ٢٠١٩"
    assert arabic(monkeypatch, "ar_EG.UTF-8").day(day) == "١٤ يناير ٢٠١٩"
    assert arabic(monkeypatch, "ar_DZ").day(day) == "14 جانفي 2019"
    assert arabic(monkeypatch, "ar").number(1234) == "1,234"
    assert arabic(monkeypatch, "ar_EG").number(1234) == "١٬٢٣٤"
    assert words(Language.en).day(day) == "2019-01-14"


def test_plurals_are_those_of_cldr(monkeypatch: pytest.MonkeyPatch) -> None:
    told = [words(Language.ar).articles(number) for number in (0, 1, 2, 3, 11, 100)]
    assert told == ["لا مقالات", "مقالة واحدة", "مقالتان", "3 مقالات", "11 مقالة", "100 مقالة"]


def test_cells_are_translated_and_names_are_not() -> None:
    chosen = words(Language.ar)
    assert [chosen.cell("type", "killed"), chosen.cell("count", "≥ 20"), chosen.cell("where", "حلب SY")] == [
        "قتلى",
        "≥ 20",
        "حلب سوريا",
    ]
    assert [chosen.cell("value", value) for value in ("2019-03-13TEV", "2019-03", "PT3H")] == [
        "13 مارس 2019 مساء",
        "مارس 2019",
        "PT3H",
    ]
    assert chosen.cell("name", "تنظيم IS") == "تنظيم IS"
    assert chosen.note("killed ≥ 20") == "قتلى ≥ 20"


@pytest.mark.parametrize("kind", available())
def test_every_heading_and_choice_of_a_shown_field_has_a_label(kind: str) -> None:
    chosen = words(Language.ar)
    columns = presentation(kind).columns
    assert [name for name in (kind, *(column.name for column in columns)) if chosen.label(name) == name] == []
    types = {field.encode_name: field.type for field in msgspec.structs.fields(load(kind).fact)}
    choices = [value for column in columns if column.name in types for value in get_args(types[column.name])]
    assert [value for value in choices if isinstance(value, str) and chosen.label(value) == value] == []


def test_a_table_runs_from_the_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    stream = io.StringIO()
    writer = TableWriter(stream, words=words(Language.ar))
    writer.write(ARTICLE)
    writer.close()
    shown = [line for line in stream.getvalue().splitlines() if line.strip()]
    assert {cell_len(line.rstrip()) for line in shown if line.startswith(" ")} == {100}
    header = next(line for line in shown if "النوع" in line)
    assert header.index("العدد") < header.index("النوع")
    assert not re.search(r"killed|casualties|source|2019-03", stream.getvalue())


def test_the_locale_or_the_option_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "الضحايا" in invoke("extract", "--format", "table", "--lang", "ar", stdin=TEXT).stdout
    assert "casualties (2)" in invoke("extract", "--format", "table", stdin=TEXT).stdout
    assert "قتلى 13" in invoke("view", "-", "--lang", "ar", stdin=TEXT).stdout
    assert "القاعدة" in invoke("explain", "-", "--only", "casualties", "--lang", "ar", stdin=TEXT).stdout
    words.cache_clear()
    shown = invoke("extract", "--format", "table", stdin=TEXT, env={"LANG": "ar_EG.UTF-8"}).stdout
    assert "الضحايا (٢)" in shown
    # what programs read is the same in every language
    assert invoke("extract", stdin=TEXT, env={"LANG": "ar_EG.UTF-8"}).stdout == invoke("extract", stdin=TEXT).stdout


@pytest.mark.parametrize("name", READERS)
def test_help_is_whole_in_arabic(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    group = typer.main.get_command(app)
    command = group.get_command(None, name) if name else group  # type: ignore[attr-defined]
    monkeypatch.setenv("LANG", "ar_EG.UTF-8")
    translate(command)
    shown = [
        command.help,
        *(getattr(option, "help", None) for option in command.params if "completion" not in str(option.name)),
    ]
    assert [text for text in shown if not re.search("[ء-ي]", text or "")] == []


def test_every_command_says_in_arabic_what_it_does() -> None:
    shown = invoke("--help", env={"LANG": "ar_EG.UTF-8"}).stdout.partition("Commands:")[2]
    assert [line for line in shown.splitlines() if line.strip() and not re.search("[ء-ي]", line)] == []
    assert "Print an article" in invoke("view", "--help").stdout
