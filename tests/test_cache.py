"""What is compiled at start-up is kept on disk, and built again when what it was made of changes."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path
from zlib import crc32

import pytest

from waqai.extractors.engine.cache import Cache, before_building, digest, save


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


def test_what_is_built_is_there_before_the_process_ends(tmp_path: Path) -> None:
    built = Cache(tmp_path, "1")
    pattern = built.pattern("key", lambda: "(?P<a>[丁-丂]+)")
    save()
    assert Cache(tmp_path, "1").remember("key", lambda: None) is not None
    assert pattern.search("x丁丂") is not None
    assert built.pattern("other", lambda: "丁").search("x丁") is not None


def test_somebody_hears_once_that_things_are_built(tmp_path: Path) -> None:
    heard: list[str] = []
    before_building(lambda: heard.append("building"))
    cache = Cache(tmp_path, "1")
    cache.remember("key", lambda: heard.append("built"))
    cache.remember("other", lambda: heard.append("built"))
    cache.remember("key", lambda: heard.append("built"))
    assert heard == ["building", "built", "built"]


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


def file_of(folder: Path) -> Path:
    (file,) = (folder / "__pycache__").iterdir()
    return file


@pytest.mark.parametrize("content", [b"", b"cut short", b"\x80\x05K\x01.", bytes(4096)])
def test_a_spoilt_cache_is_built_and_written_again(tmp_path: Path, content: bytes) -> None:
    kept(tmp_path, "1", "first")
    file_of(tmp_path).write_bytes(content)
    assert kept(tmp_path, "1", "second") == "second"
    assert kept(tmp_path, "1", "third") == "second"


def test_no_flipped_bit_is_read(tmp_path: Path) -> None:
    kept(tmp_path, "1", "first")
    whole = file_of(tmp_path).read_bytes()
    for place in range(len(whole)):
        file_of(tmp_path).write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        assert Cache(tmp_path, "1").remember("key", lambda: "built") == "built"


def test_no_spoilt_pattern_is_run(tmp_path: Path) -> None:
    built = Cache(tmp_path, "1")
    built.pattern("key", lambda: "[丁-丂]+")
    built.save()
    whole = file_of(tmp_path).read_bytes()
    for place in range(len(whole) - 200, len(whole)):
        file_of(tmp_path).write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        assert Cache(tmp_path, "1").pattern("key", lambda: "[丁-丂]+").findall("x丁丂") == ["丁丂"]


def test_what_a_run_adds_is_kept_beside_what_was_there(tmp_path: Path) -> None:
    for key in "ab":
        cache = Cache(tmp_path, "1")
        cache.pattern(key, lambda key=key: key)  # type: ignore[misc]
        cache.save()
    assert [Cache(tmp_path, "1").pattern(key, lambda: "c").findall("abc") for key in "ab"] == [["a"], ["b"]]


def test_what_another_user_could_have_written_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path, "1", "first")
    for mode, read in ((0o666, "built"), (0o664, "built"), (0o644, "first")):
        file_of(tmp_path).chmod(mode)
        assert Cache(tmp_path, "1").remember("key", lambda: "built") == read
    monkeypatch.setattr("waqai.extractors.engine.cache._owners", lambda _: {os.getuid() + 1})
    assert Cache(tmp_path, "1").remember("key", lambda: "built") == "built"


def test_a_cache_calls_nothing(tmp_path: Path) -> None:
    class Planted:
        def __reduce__(self) -> tuple[object, ...]:
            return (tmp_path.joinpath("ran").touch, ())

    assert pickle.loads(pickle.dumps(Planted())) is None and (tmp_path / "ran").exists()
    (tmp_path / "ran").unlink()
    kept(tmp_path, "1", "first")
    planted = pickle.dumps(("1", {"key": Planted()}))
    body = len(planted).to_bytes(8, "big") + planted
    file_of(tmp_path).write_bytes(crc32(body).to_bytes(4, "big") + body)
    assert kept(tmp_path, "1", "second") == "second"
    assert not (tmp_path / "ran").exists()


def test_no_umask_opens_it_to_others(tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.write_text("no folder")
    before = os.umask(0)
    try:
        kept(package, "1", "first")
    finally:
        os.umask(before)
    made = [tmp_path / "cache", *(tmp_path / "cache").rglob("*")]
    assert len(made) == 4
    assert all(not path.stat().st_mode & 0o022 for path in made)
    made[-2].chmod(0o777)  # somebody opens the folder: nothing is written there any more
    made[-1].unlink()
    assert [kept(package, "1", "second"), kept(package, "1", "third")] == ["second", "third"]


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


def test_what_the_extractors_keep_can_be_read_again() -> None:
    program = "import os; from waqai.extractors.engine import cache; cache.Cache.save = lambda self: os._exit(3); "
    program += "from waqai.extractors import extract; extract('قتل 13 شخصا في سرت أمس')"
    subprocess.run([sys.executable, "-c", "from waqai.extractors import extract; extract('13')"], check=True)
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
