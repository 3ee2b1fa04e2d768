"""A lock on an output, so that two runs never write to it at once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


@contextmanager
def locked(path: Path, *, folder: bool = False) -> Iterator[None]:
    """Keeps other runs away from a file or folder, which is made where it is not there.

    Pipes and devices have no lock. Raises OSError where another run has it.
    """
    if fcntl is None or (path.exists() and not (path.is_file() or path.is_dir())):
        yield
        return
    opened = _opened(path, folder)
    try:
        yield
    finally:
        os.close(opened)


def _opened(path: Path, folder: bool) -> int:
    """The descriptor that holds the lock."""
    while True:
        if folder:
            path.mkdir(parents=True, exist_ok=True)
            opened = os.open(path, os.O_RDONLY)
        else:
            opened = os.open(path, os.O_RDONLY | os.O_CREAT, 0o666)
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(opened)
            raise OSError("another run is writing to it") from None
        except OSError:  # a file system without locks
            return opened
        if path.exists() and os.path.samestat(os.fstat(opened), path.stat()):
            return opened
        os.close(opened)  # another run has just ended, and moved what it wrote to another name
