"""The package as it is installed: all its data comes along, and not what it can do without."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
UV = shutil.which("uv")
# What uv says where there is no network.
OFFLINE = ("error sending request", "dns error", "Could not connect", "Failed to fetch", "Network is unreachable")


def test_all_data_is_packaged() -> None:
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = settings["tool"]["setuptools"]["package-data"]["*"]
    data = [
        path
        for room in ("cli", "extractors")
        for path in (REPOSITORY / room).rglob("*")
        if path.is_file() and path.suffix not in (".py", ".c", ".so", ".pyd") and "__pycache__" not in path.parts
    ]
    assert data
    assert [path for path in data if not any(fnmatch(path.name, pattern) for pattern in patterns)] == []


@pytest.mark.slow
@pytest.mark.skipif(UV is None, reason="no uv")
def test_a_light_tool_works_and_has_no_torch(tmp_path: Path) -> None:
    """As the README says; needs a network, or what uv has fetched before."""
    environment = os.environ | {"UV_TOOL_DIR": str(tmp_path / "tools"), "UV_TOOL_BIN_DIR": str(tmp_path / "bin")}
    command = [str(UV), "tool", "install", str(REPOSITORY), "--overrides", str(REPOSITORY / "light.txt")]
    installed = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=280)
    if installed.returncode and any(sign in installed.stderr for sign in OFFLINE):
        pytest.skip("no network")
    assert installed.returncode == 0, installed.stderr
    (site,) = (tmp_path / "tools").glob("waqai/lib/*/site-packages")
    there = {path.name for path in site.iterdir()}
    assert "camel_tools" in there and not there & {"torch", "transformers", "scipy", "sklearn", "pandas", "numpy"}
    waqai = str(tmp_path / "bin" / "waqai")
    (tmp_path / "a.txt").write_text("قتل 13 شخصا أمس في سرت.", encoding="utf-8")
    found = subprocess.run([waqai, "extract", "a.txt"], cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert json.loads(found.stdout)["facts"]["casualties"][0]["min"] == 13, found.stderr
    report = subprocess.run([waqai, "report", "a.txt", "-o", "a.html"], cwd=tmp_path, capture_output=True, timeout=120)
    assert report.returncode == 0 and (tmp_path / "a.html").stat().st_size > 10_000, report.stderr
