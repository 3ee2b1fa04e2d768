"""What is built from lexicons and rules at start-up, kept on disk so that it is built once.

Compiling the rules takes seconds, reading them back milliseconds. A store lies beside the package's byte code, or in
the user's cache folder where that cannot be written, and is built anew when a lexicon, a rule or this layer changes.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

import regex

T = TypeVar("T")

_HERE = Path(__file__).parent


class Store:
    """Built things by key. `stamp` says what they were built from: a store with another stamp is empty."""

    def __init__(self, name: str, stamp: str) -> None:
        self._file = f"{name}.{sys.implementation.cache_tag}.pickle"
        self._stamp = stamp
        self._built = self._load()
        self._changed = False

    def remember(self, key: str, build: Callable[[], T]) -> T:
        """What is kept under `key`; built and kept where nothing is."""
        if key not in self._built:
            self._built[key] = build()
            if not self._changed:
                self._changed = True
                atexit.register(self._save)
        built: T = self._built[key]  # type: ignore[assignment]
        return built

    def _load(self) -> dict[str, object]:
        for folder in _folders():
            # A store that is absent, cut short or of another make is built again.
            with contextlib.suppress(Exception):
                stamp, built = pickle.loads((folder / self._file).read_bytes())
                if stamp == self._stamp:
                    return dict(built)
        return {}

    def _save(self) -> None:
        content = pickle.dumps((self._stamp, self._built), protocol=5)
        for folder in _folders():
            with contextlib.suppress(OSError):
                folder.mkdir(parents=True, exist_ok=True)
                with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
                    file.write(content)
                Path(file.name).chmod(0o644)  # others may use it where the package is shared
                Path(file.name).replace(folder / self._file)
                return


def digest(*parts: object, files: Iterable[Path] = ()) -> str:
    """A digest of what something is built from: values, files by their content, this layer's code, the versions."""
    made = hashlib.sha256(repr((parts, _code())).encode())
    for file in files:
        made.update(file.read_bytes())
    return made.hexdigest()


@cache
def _code() -> tuple[str, ...]:
    sources = (hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(_HERE.glob("*.py")))
    return (sys.version, regex.__version__, *sources)


def _folders() -> list[Path]:
    """Where stores may lie, the best first."""
    user = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return [_HERE / "__pycache__", user / "waqai"]
