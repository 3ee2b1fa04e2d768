"""What is built from lexicons and rules at start-up, kept on disk so that it is built once.

Compiling the rules takes seconds, reading them back milliseconds. A cache lies beside the byte code of the rules, or
in the user's cache folder where that cannot be written, and is built anew when a lexicon or the code that builds it
changes.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import os
import pickle
import re
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

from .sre import compiled, loaded, version

T = TypeVar("T")

# What is built depends on the code of these rooms.
_ROOMS = tuple(Path(__file__).parents[1] / name for name in ("engine", "text", "grammar"))


class Cache:
    """Built things by key, for what lies in `folder`.

    `stamp` says what they were built from: a cache with another stamp is empty.
    """

    def __init__(self, folder: Path, stamp: str, name: str = "lexicon") -> None:
        self._folders = [folder / "__pycache__"]
        with contextlib.suppress(RuntimeError):  # nobody's home
            user = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
            self._folders.append(user / "waqai" / hashlib.sha256(str(folder).encode()).hexdigest()[:16])
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
                atexit.register(self.save)
        built: T = self._built[key]  # type: ignore[assignment]
        return built

    def pattern(self, key: str, source: Callable[[], str]) -> re.Pattern[str]:
        """The pattern kept under `key`, compiled from its source where none is."""
        return loaded(self.remember(key, lambda: compiled(source())))

    def _load(self) -> dict[str, object]:
        for folder in self._folders:
            # A cache that is absent, cut short or of another make is built again.
            with contextlib.suppress(Exception):
                stamp, built = pickle.loads((folder / self._file).read_bytes())
                if stamp == self._stamp:
                    return dict(built)
        return {}

    def save(self) -> None:
        """Writes what is kept, where it can be written. Runs by itself when Python ends."""
        content = pickle.dumps((self._stamp, self._built), protocol=5)
        for folder in self._folders:
            with contextlib.suppress(OSError):
                folder.mkdir(parents=True, exist_ok=True)
                with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
                    file.write(content)
                Path(file.name).chmod(0o644)  # others may use it where the package is shared
                Path(file.name).replace(folder / self._file)
                return


def digest(*parts: object, files: Iterable[Path] = ()) -> str:
    """A digest of what something is built from: values, files by their content, the code that builds, the versions."""
    made = hashlib.sha256(repr((parts, _code())).encode())
    for file in files:
        made.update(file.read_bytes())
    return made.hexdigest()


@cache
def _code() -> tuple[str, ...]:
    sources = (hashlib.sha256(path.read_bytes()).hexdigest() for room in _ROOMS for path in sorted(room.glob("*.py")))
    return (sys.version, str(version()), *sources)
