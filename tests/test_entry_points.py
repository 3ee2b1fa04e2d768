"""Entry points are those that `importlib.metadata` finds."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest

from waqai.extractors.entry_points import EntryPoint, entry_points


@pytest.mark.parametrize("group", ["console_scripts", "waqai.extractors", "waqai.extractors.places"])
def test_they_are_those_of_importlib(group: str) -> None:
    found = {(point.name, point.value.partition("[")[0].strip()) for point in metadata.entry_points(group=group)}
    assert {(point.name, point.value) for point in entry_points(group)} == found


def test_of_a_package_installed_twice_the_first_on_the_path_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version in (2, 1):
        folder = tmp_path / str(version) / f"a_b-{version}.dist-info"
        folder.mkdir(parents=True)
        written = f"# of a_b\n[trial]\none = json:decoder.v{version} [extra]\n\n[other]\none = json\n"
        (folder / "entry_points.txt").write_text(written)
        monkeypatch.syspath_prepend(tmp_path / str(version))
    assert entry_points("trial") == [EntryPoint("one", "json:decoder.v1", "a-b 1")]


def test_what_they_lead_to_is_imported() -> None:
    import json

    assert EntryPoint("one", "json:decoder.JSONDecoder", "").load() is json.JSONDecoder
    assert EntryPoint("one", "json", "").load() is json
