"""What a command costs before it does anything, beside importing what it is made with; what a worker holds."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ARTICLE = "قالت وزارة الداخلية اليوم الخميس إن 13 شخصا قتلوا وأصيب نحو 20 آخرين في انفجار.\n"
_MAIN = "from waqai.cli.app import main; main()"
_TRIES = 9
_ALONE = """
import sys
from pathlib import Path
from benchmarks.articles import stream
from waqai.extractors import extract
for text in stream(Path(sys.argv[1]) if sys.argv[1] else None, 5000):
    extract(text)
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))  # kB, at most
"""


def seconds() -> dict[str, float]:
    """The time of each command, the best of some tries, with byte code as an installed package has it."""
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder, "article.txt")
        article.write_text(ARTICLE, encoding="utf-8")
        commands = {
            "import typer, rich.table, regex": ["-c", "import typer, rich.table, regex"],
            "waqai --help": ["-c", _MAIN, "--help"],
            "waqai extract article.txt --format json": ["-c", _MAIN, "extract", str(article), "--format", "json"],
        }
        best: dict[str, float] = {}
        for _ in range(_TRIES + 1):  # the first writes byte code and is not counted
            for name, command in commands.items():
                took = _run(command, folder)
                best[name] = min(took, best.get(name, float("inf"))) if name in best else float("inf")
    return best


def _run(command: list[str], folder: str) -> float:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": f"{folder}/byte code"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.perf_counter()
    subprocess.run([sys.executable, *command], check=True, capture_output=True, env=environment)
    return time.perf_counter() - begun


def memory(news: Path | None) -> float:
    """The most MB that a process has held when it has read 5,000 articles. On Linux, which tells."""
    subprocess.run([sys.executable, "-c", "from waqai.extractors import extract; extract('')"], check=True)  # builds
    found = subprocess.run([sys.executable, "-c", _ALONE, str(news or "")], check=True, capture_output=True, text=True)
    return int(found.stdout) / 1000
