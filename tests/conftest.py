"""Fixtures shared by the tests: a small extractor that is found as a third party's would be."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Literal

import hypothesis
import pytest
import regex

from waqai.extractors import Document, Fact, available, load, registry
from waqai.extractors.entry_points import EntryPoint

# The first example compiles the grammars, which no deadline of milliseconds allows for.
hypothesis.settings.register_profile("waqai", deadline=None)
hypothesis.settings.load_profile("waqai")


class NumberFact(Fact, frozen=True, kw_only=True):
    """A run of digits, as a casualty count would be told."""

    size: Literal["small", "large"]
    min: int
    max: int | None = None
    modifier: str | None = None
    note: str | None = None
    even: bool = False


class NumberExtractor:
    """Finds digits; `انفجر` makes it fail, as a faulty extractor would."""

    name = "numbers"
    fact = NumberFact
    requires: tuple[str, ...] = ()

    def extract(self, document: Document) -> list[Fact]:
        if "انفجر" in document.text:
            raise RuntimeError("boom\n  on two lines")
        return [
            NumberFact(
                start=found.start(),
                end=found.end(),
                text=found[0],
                rule="digits",
                size="large" if int(found[0]) > 100 else "small",
                min=int(found[0]),
                max=int(found[0]),
                note=document.text[found.end() : found.end() + 40].strip() or None,
                even=int(found[0]) % 2 == 0,
            )
            for found in regex.finditer(r"\d+", document.text)
        ]


@pytest.fixture
def plugin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """`numbers` is the only extractor installed."""
    module = ModuleType("waqai.extractors.n")
    module.Numbers = NumberExtractor  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "waqai.extractors.n", module)
    yield from _installed(monkeypatch, {"numbers": "waqai.extractors.n:Numbers"})


@pytest.fixture
def broken_plugin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An installed extractor whose module does not exist."""
    yield from _installed(monkeypatch, {"broken": "waqai_no_such_module:Extractor"})


def _installed(monkeypatch: pytest.MonkeyPatch, extractors: dict[str, str]) -> Iterator[None]:
    points = [EntryPoint(name, value, "waqai-n 1.0") for name, value in extractors.items()]
    monkeypatch.setattr(registry, "entry_points", lambda group: points if group == registry.GROUP else [])
    for cached in (available, load):
        cached.cache_clear()
    yield
    monkeypatch.undo()
    for cached in (available, load):
        cached.cache_clear()
