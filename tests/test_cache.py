"""What is compiled at start-up is kept on disk, and built again when what it was made of changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from waqai.extractors.engine.cache import Cache, digest


def kept(folder: Path, stamp: str, value: object) -> object:
    """What a cache remembers under one key, offered `value`; saved as at the end of a run."""
    cache = Cache(folder, stamp)
    remembered = cache.remember("key", lambda: value)
    cache.save()
    return remembered


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_a_run_finds_what_the_run_before_built(tmp_path: Path) -> None:
    assert kept(tmp_path, "1", "built first") == "built first"
    assert kept(tmp_path, "1", "built again") == "built first"


def test_another_stamp_builds_anew(tmp_path: Path) -> None:
    kept(tmp_path, "1", "old")
    assert kept(tmp_path, "2", "new") == "new"


def test_a_compiled_pattern_comes_back_whole(tmp_path: Path) -> None:
    built = Cache(tmp_path, "1")
    built.pattern("key", lambda: "(?P<a>[丁-丂]+)")
    built.save()
    found = Cache(tmp_path, "1").pattern("key", lambda: "another").search("x丁丂")
    assert found is not None
    assert found["a"] == "丁丂"


@pytest.mark.parametrize("content", [b"", b"cut short", b"\x80\x05K\x01."])
def test_a_spoilt_store_is_built_again(tmp_path: Path, content: bytes) -> None:
    kept(tmp_path, "1", "first")
    (file,) = (tmp_path / "__pycache__").iterdir()
    file.write_bytes(content)
    assert kept(tmp_path, "1", "second") == "second"


def test_where_the_package_cannot_be_written_the_cache_folder_serves(tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.write_text("a file where a folder is wanted: nothing can be written below")
    assert kept(package, "1", "first") == "first"
    assert kept(package, "1", "second") == "first"


def test_a_digest_changes_with_the_content_of_files(tmp_path: Path) -> None:
    file = tmp_path / "words.tsv"
    file.write_text("KILL\tقتل\n", encoding="utf-8")
    before = digest("a", files=[file])
    assert digest("a", files=[file]) == before != digest("b", files=[file])
    file.write_text("KILL\tمات\n", encoding="utf-8")
    assert digest("a", files=[file]) != before
