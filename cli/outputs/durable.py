"""Files that only grow by whole pieces: cut off at any moment, all but the last piece are in them, and whole."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_SYNC = 2.0  # seconds after which what was written is forced to the disk


class DurableFile:
    """A file to which text is added piece by piece.

    Each piece is handed to the system when it is written, and taken back where it did not go in whole; every few
    seconds all is forced to the disk. Raises OSError.
    """

    def __init__(self, path: Path, *, append: bool = False) -> None:
        self._path = path
        mode = os.O_APPEND if append else os.O_TRUNC
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | mode, 0o666)
        about = os.fstat(self._file)
        self._regular = stat.S_ISREG(about.st_mode)
        self._size = about.st_size
        self._synced = time.monotonic()

    def write(self, piece: str) -> int:
        """Adds a piece."""
        data = memoryview(piece.encode())
        try:
            while data:
                data = data[os.write(self._file, data) :]
        except BrokenPipeError:  # which ends a command in silence where it is of standard output
            raise OSError(0, "its reader is gone", str(self._path)) from None
        except OSError as error:
            self._cut()
            error.filename = str(self._path)
            raise
        except BaseException:
            self._cut()
            raise
        self._size += len(piece.encode()) if self._regular else 0
        if time.monotonic() - self._synced > _SYNC:
            self._sync()
        return len(piece)

    def writelines(self, pieces: Sequence[str]) -> None:
        """Adds pieces at once; where they do not all go in, as many as do."""
        try:
            self.write("".join(pieces))
        except OSError:
            if not self._regular:
                raise
            for piece in pieces:
                self.write(piece)

    def flush(self) -> None:
        """Nothing waits to be written."""

    def isatty(self) -> bool:
        """Whether a terminal shows what is written."""
        return os.isatty(self._file)

    def close(self) -> None:
        """Forces all to the disk."""
        try:
            self._sync()
        finally:
            os.close(self._file)

    def _cut(self) -> None:
        if self._regular:
            with suppress(OSError):
                os.ftruncate(self._file, self._size)
                os.lseek(self._file, self._size, os.SEEK_SET)

    def _sync(self) -> None:
        if self._regular:  # pipes and devices have no disk
            os.fsync(self._file)
        self._synced = time.monotonic()
