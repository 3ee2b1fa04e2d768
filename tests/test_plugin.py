"""The example of a third-party package: installed into an environment of its own, found there, and right."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

pytest.importorskip("setuptools", minversion="77")  # which builds the package

ROOT = Path(__file__).parent.parent
PLUGIN = ROOT / "examples" / "plugin"
_WIDE = os.environ | {"COLUMNS": "200"}


class Environment:
    """A virtual environment that sees the packages of this one, and what is installed into it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._uv("venv", "--quiet", "--offline", "--python", sys.executable, folder)
        here = sysconfig.get_path("purelib")
        site = Path(self.run("python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
        (site / "borrowed.pth").write_text(f"import site; site.addsitedir({here!r})\n", encoding="utf-8")

    def install(self, package: Path) -> None:
        """Installs a package from its folder, without anything from a network."""
        python = self._folder / "bin" / "python"
        self._uv(
            "pip", "install", "--quiet", "--offline", "--no-deps", "--no-build-isolation", "--python", python, package
        )

    def run(self, program: str, *args: str | Path, cwd: Path | None = None) -> str:
        """What a program of the environment prints."""
        return _run(self._folder / "bin" / program, *args, cwd=cwd)

    @staticmethod
    def _uv(*args: str | Path) -> None:
        _run("uv", *args)


def _run(*command: str | Path, cwd: Path | None = None) -> str:
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, cwd=cwd, env=_WIDE, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    if shutil.which("uv") is None or sys.platform == "win32":
        pytest.skip("uv makes the environment")
    folder = tmp_path_factory.mktemp("plugin")
    source = folder / "source"
    shutil.copytree(PLUGIN, source, ignore=shutil.ignore_patterns("build", "*.egg-info", "__pycache__"))
    environment = Environment(folder / "environment")
    environment.install(source)
    return environment


def waqai(environment: Environment, *args: str | Path) -> str:
    return environment.run("python", "-m", "waqai", *args)


def test_it_is_listed(environment: Environment) -> None:
    listed = waqai(environment, "extractors")
    line = next(line for line in listed.splitlines() if line.split()[:1] == ["money"])
    assert line.split() == [
        "money",
        "waqai-money",
        "0.1.0",
        "start",
        "end",
        "text",
        "min",
        "max",
        "modifier",
        "currency",
    ]
    assert "casualties" in listed


def test_its_facts_are_extracted_explained_and_viewed(environment: Environment, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("بلغت قيمة العقد نحو 10 ملايين دولار أمريكي، وقتل 13 شخصا.", encoding="utf-8")
    document = json.loads(waqai(environment, "extract", article))
    (fact,) = document["facts"]["money"]
    assert (fact["text"], fact["min"], fact["currency"]) == ("نحو 10 ملايين دولار أمريكي", 10_000_000, "USD")
    assert len(document["facts"]["casualties"]) == 1
    explained = waqai(environment, "explain", article, "--only", "money")
    assert "rule amount" in explained and "<CURRENCY&NOWA&NOPREP>" in explained and "code=USD" in explained
    assert "currency USD" in waqai(environment, "view", article)


def test_its_own_tests_pass(environment: Environment) -> None:
    done = environment.run("python", "-m", "pytest", "-c", "pyproject.toml", "-p", "no:cacheprovider", cwd=PLUGIN)
    assert "8 passed" in done


def test_the_guide_shows_its_files() -> None:
    """What the guide prints of a file is in the file."""
    guide = (ROOT / "docs" / "extractors.md").read_text(encoding="utf-8")
    blocks = guide.split("\n`examples/plugin/")[1:]
    assert len(blocks) >= 5
    for block in blocks:
        path, _, rest = block.partition("`")
        code = rest.partition("```")[2].partition("\n")[2].partition("```")[0]
        content = (PLUGIN / path).read_text(encoding="utf-8")
        for part in code.split("…\n"):
            assert part.strip() and part.strip() in content, f"{path}: {part}"
