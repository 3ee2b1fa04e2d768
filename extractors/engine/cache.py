"""What is built from lexicons and rules at start-up, kept on disk so that it is built once.

Compiling the rules takes seconds, reading them back milliseconds. A cache lies beside the byte code of the rules, or
in the user's cache folder where that cannot be written, and is built anew when a lexicon or the code that builds it
changes, or when its content is not what was written.

What a cache holds is run as patterns: it is read only where nobody could have written it who could not change the code
as well, its checksum is compared before anything else, and it makes nothing but values.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import io
import os
import pickle
import re
import stat
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeVar
from zlib import crc32

from .sre import Code, compiled, later, version

T = TypeVar("T")

# A file begins with the checksum and the size of its index, which says where in the rest the code of each pattern is.
_CHECKSUM, _SIZE = 4, 8  # bytes
_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH

# What is built depends on the code of these rooms.
_ROOMS = tuple(Path(__file__).parents[1] / name for name in ("engine", "text", "grammar"))


_listeners: list[Callable[[], None]] = []
_unsaved: set[Cache] = set()


def before_building(listener: Callable[[], None]) -> None:
    """Has `listener`, and no other, called once, before the first thing is built that no cache holds."""
    _listeners[:] = [listener]


@atexit.register
def save() -> None:
    """Writes what has been built, so that processes which start from now on need not build it."""
    while _unsaved:
        _unsaved.pop().save()


class _Part(NamedTuple):
    """Where the code of a pattern lies behind the index of a file."""

    start: int
    size: int
    checksum: int


class Cache:
    """Built things by key, for what lies in `folder`.

    `stamp` says what they were built from: a cache with another stamp is empty.
    """

    def __init__(self, folder: Path, stamp: str, name: str = "lexicon") -> None:
        self._owners = _owners(folder)
        self._folders = [folder / "__pycache__"]
        with contextlib.suppress(RuntimeError):  # nobody's home
            user = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
            self._folders.append(user / "waqai" / hashlib.sha256(str(folder).encode()).hexdigest()[:16])
        self._file = f"{name}.{sys.implementation.cache_tag}.cache"
        self._stamp = stamp
        self._kept = Path()  # the file that was read, and where in it the codes begin
        self._codes = 0
        self._built = self._load()

    def remember(self, key: str, build: Callable[[], T]) -> T:
        """What is kept under `key`; built and kept where nothing is."""
        if key not in self._built:
            while _listeners:
                _listeners.pop()()
            self._built[key] = build()
            _unsaved.add(self)
        built: T = self._built[key]  # type: ignore[assignment]
        return built

    def pattern(self, key: str, source: Callable[[], str]) -> re.Pattern[str]:
        """The pattern kept under `key`, compiled from its source where none is."""
        return later(self.code(key, source))

    def code(self, key: str, source: Callable[[], str]) -> Callable[[], Code]:
        """What reads the code of a pattern, when it is needed; it is compiled at once where none is kept."""
        self.remember(key, lambda: compiled(source()))

        def read() -> Code:
            kept = self._built[key]
            if isinstance(kept, _Part):
                with contextlib.suppress(Exception):  # what is spoilt is compiled again
                    kept = _Values(io.BytesIO(self._written(kept))).load()
            return kept if isinstance(kept, Code) else compiled(source())

        return read

    def _written(self, part: _Part) -> bytes:
        """The code of a pattern as it is written; nothing where it is spoilt."""
        written = b""
        with contextlib.suppress(OSError), self._open(self._kept) as file:
            file.seek(self._codes + part.start)
            written = file.read(part.size)
        return written if crc32(written) == part.checksum else b""

    def _load(self) -> dict[str, object]:
        for folder in self._folders:
            # A cache that is absent, damaged, of another make or of somebody else is built again.
            with contextlib.suppress(Exception), self._open(folder / self._file) as file:
                checksum, size = file.read(_CHECKSUM), file.read(_SIZE)
                index = file.read(int.from_bytes(size, "big"))
                if checksum == crc32(size + index).to_bytes(_CHECKSUM, "big"):
                    stamp, built = _Values(io.BytesIO(index)).load()
                    if stamp == self._stamp:
                        self._kept, self._codes = folder / self._file, file.tell()
                        return dict(built)
        return {}

    def save(self) -> None:
        """Writes what is kept, where it can be written, and lets go of the code of patterns, which is read again."""
        index, codes = self._parts()
        payload = pickle.dumps((self._stamp, index), protocol=5)
        body = len(payload).to_bytes(_SIZE, "big") + payload
        content = crc32(body).to_bytes(_CHECKSUM, "big") + body + codes
        for folder in self._folders:
            with contextlib.suppress(OSError):
                _make(folder)
                if self._is_safe(folder.stat()):
                    self._write(folder, content)
                    self._built.update(self._load())
                    return

    def _parts(self) -> tuple[dict[str, object], bytes]:
        """What is kept, and the code of patterns by itself."""
        index: dict[str, object] = {}
        codes = bytearray()
        for key, kept in self._built.items():
            if isinstance(kept, _Part | Code):
                written = self._written(kept) if isinstance(kept, _Part) else pickle.dumps(kept, protocol=5)
                index[key] = _Part(len(codes), len(written), crc32(written))
                codes += written
            else:
                index[key] = kept
        return index, bytes(codes)

    def _write(self, folder: Path, content: bytes) -> None:
        import tempfile  # needed only here

        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(file.name).chmod(0o644)  # others may use it where the package is shared
        Path(file.name).replace(folder / self._file)

    def _open(self, path: Path) -> BinaryIO:
        """A file, open. Raises OSError, also where anybody else could have written it."""
        file = path.open("rb", buffering=0)
        if not self._is_safe(os.fstat(file.fileno())):
            file.close()
            raise PermissionError(f"{path} is somebody else's")
        return file

    def _is_safe(self, about: os.stat_result) -> bool:
        """Whether only those can have written a file, or can write to a folder, who could change the code as well."""
        return self._owners is None or (about.st_uid in self._owners and not about.st_mode & _WRITABLE_BY_OTHERS)


class _Values(pickle.Unpickler):
    """Reads plain values and those of waqai's own classes: a pickle that would call anything else is refused."""

    def find_class(self, module: str, name: str) -> type:
        """The class of a value."""
        found = super().find_class(module, name)
        if not isinstance(found, type) or found.__module__ != module or not module.startswith("waqai.extractors."):
            raise pickle.UnpicklingError(f"{module}.{name} is no value")
        return found


def _owners(folder: Path) -> set[int] | None:
    """The users to trust: root, this one, and whose the code is. None on Windows, where a folder is one user's."""
    if not hasattr(os, "getuid"):
        return None
    owners = {0, os.getuid()}
    with contextlib.suppress(OSError):
        owners.add(folder.stat().st_uid)
    return owners


def _make(folder: Path) -> None:
    """Makes a folder and those above it, writable by this user alone whatever the umask."""
    for path in (*reversed(folder.parents), folder):
        if not path.is_dir():
            path.mkdir(mode=0o755, exist_ok=True)


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
