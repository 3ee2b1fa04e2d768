"""Inputs that are packed: compressed files, told by their first bytes, and zip archives of articles."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO

from .encodings import Unreadable

PACKED = (".gz", ".zst")  # after the suffix of what is packed: news.jsonl.gz
ARCHIVE = ".zip"


def _ungzip(stream: io.BufferedReader) -> io.BufferedIOBase:
    return gzip.GzipFile(fileobj=stream)


def _unzstd(stream: io.BufferedReader) -> io.BufferedIOBase:
    try:
        from compression import zstd  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        import zstandard

        return io.BufferedReader(zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True))
    opened: io.BufferedIOBase = zstd.ZstdFile(stream)
    return opened


_MAGIC: dict[bytes, Callable[[io.BufferedReader], io.BufferedIOBase]] = {
    b"\x1f\x8b": _ungzip,
    b"\x28\xb5\x2f\xfd": _unzstd,
}


def unpacked(stream: io.BufferedReader) -> io.BufferedReader:
    """The content of a stream, read as it comes, without the compression that its first bytes tell of."""
    head = stream.peek(4)
    for magic, opened in _MAGIC.items():
        if head.startswith(magic):
            return io.BufferedReader(opened(stream))
    return stream


@contextmanager
def unpacking() -> Iterator[None]:
    """What a damaged archive or compressed stream raises, as Unreadable."""
    try:
        yield
    except EOFError as error:
        raise Unreadable("compressed data that ends too early; what was read before its end is done") from error
    except (zlib.error, gzip.BadGzipFile, zipfile.BadZipFile, NotImplementedError) as error:
        raise Unreadable(f"cannot be unpacked: {error}") from error
    except RuntimeError as error:  # what zipfile raises for a password
        if "encrypted" not in str(error):
            raise
        raise Unreadable("an archive with a password; unpack it first") from error
    except Exception as error:
        if type(error).__name__ != "ZstdError":  # of whichever module reads .zst here
            raise
        raise Unreadable(f"cannot be unpacked: {error}") from error


class Archive:
    """A zip archive, open."""

    def __init__(self, stream: IO[bytes]) -> None:
        with unpacking():
            self._zip = zipfile.ZipFile(stream)

    def names(self) -> list[str]:
        """The files in it, sorted; those that are hidden, or what macOS adds, are passed over."""
        return sorted(name for name in self._zip.namelist() if not name.endswith("/") and not _is_hidden(name))

    def open(self, name: str) -> io.BufferedReader:
        """The content of a file in it."""
        with unpacking():
            return io.BufferedReader(self._zip.open(name))  # type: ignore[arg-type]


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in PurePosixPath(name).parts)
