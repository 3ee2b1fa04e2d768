"""Compiled patterns are kept as values, and compiled by `re.compile` where Python's inside is not the one known."""

from __future__ import annotations

import re
import sys
from array import array
from pathlib import Path

import pytest

from waqai.extractors.engine import sre
from waqai.extractors.engine.cache import Cache

SOURCE = "(?P<a>[丁-丂]++)(?:c|d)?"


def held(pattern: re.Pattern[str]) -> list[tuple[tuple[int, int], str | None]]:
    return [(match.span(), match["a"]) for match in pattern.finditer("x丁丂c丁")]


EXPECTED = [((1, 4), "丁丂"), ((4, 5), "丁")]


def test_code_that_was_kept_is_the_pattern() -> None:
    code = sre.compiled(SOURCE)
    assert code.code
    assert held(sre.loaded(code)) == EXPECTED == held(re.compile(SOURCE))


def test_an_error_in_a_pattern_is_raised() -> None:
    with pytest.raises(re.error):
        sre.compiled("(?P<a>[b]")


class _Other:
    """An inside of `re` that is another than the one known here."""

    MAGIC, CODESIZE = 1, 4

    @staticmethod
    def compile(*arguments: object) -> None:
        raise TypeError("compile() takes 7 arguments")


@pytest.mark.parametrize("inside", [None, _Other], ids=["absent", "another"])
def test_without_the_inside_that_is_known_re_compiles(
    inside: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = sre.compiled(SOURCE)
    monkeypatch.setitem(sys.modules, "_sre", inside)
    assert held(sre.loaded(kept)) == EXPECTED
    assert held(Cache(tmp_path, "1").pattern("key", lambda: SOURCE)) == EXPECTED
    with pytest.raises(re.error):
        sre.loaded(sre.compiled("(?P<a>[b]"))


def test_a_parser_that_moved_leaves_the_way_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(re, "_parser", None)
    monkeypatch.setitem(sys.modules, "re._parser", None)
    code = sre.compiled(SOURCE)
    assert not code.code
    assert held(sre.loaded(code)) == EXPECTED


def test_what_is_kept_is_stamped_with_the_inside_it_was_made_for(monkeypatch: pytest.MonkeyPatch) -> None:
    here = sre.version()
    monkeypatch.setitem(sys.modules, "_sre", _Other)
    assert sre.version() != here


@pytest.mark.parametrize(
    "source",
    [
        "[一-丅丐]+x|[^一-丅丐]",
        "(?:[一-丁万]|[丈-上下])[^丐-丑且][一丁]*+",
        "[一-丁万]a|[一-丁万]b|[^一-丁万]",
        "(?<=[一-丁万])(?P<a>(?![一-丁万])[^一-丁万]{2,3}?)(?=[一丁][一])",
    ],
)
def test_a_class_that_is_parsed_once_gives_the_code_that_re_gives(source: str) -> None:
    from re import _compiler, _parser  # type: ignore[attr-defined]

    tree = _parser.parse(source)
    code = array("I", _compiler._code(tree, tree.state.flags)).tobytes()
    assert sre.compiled(source).code == code
