"""Packed inputs: compressed files, recognised by their first bytes, and zip archives of articles."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    import zipfile

PACKED = (".gz", ".zst")  # after the suffix of what is packed: news.jsonl.gz
ARCHIVE = ".zip"


def _ungzip(stream: io.BufferedReader) -> io.BufferedIOBase:
    import gzip  # like all that unpacks, imported where something is packed

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
    """The content of a stream as it comes, decompressed if its first bytes say that it is compressed."""
    head = stream.peek(4)
    for magic, opened in _MAGIC.items():
        if head.startswith(magic):
            return io.BufferedReader(opened(stream))
    return stream


def told(error: Exception) -> str | None:
    """What an exception says of a damaged archive or compressed stream; None where it is of something else."""
    if isinstance(error, EOFError):
        return "compressed data that ends too early; what was read before its end is done"
    if isinstance(error, RuntimeError) and "encrypted" in str(error):  # what zipfile raises for a password
        return "an archive with a password; unpack it first"
    import gzip
    import lzma
    import zipfile
    import zlib

    damage = zlib.error, lzma.LZMAError, gzip.BadGzipFile, zipfile.BadZipFile, NotImplementedError
    # ZstdError is of whichever module reads .zst here.
    if isinstance(error, damage) or type(error).__name__ == "ZstdError":
        return f"cannot be unpacked: {error}"
    return None


class Archive:
    """A zip archive, open."""

    def __init__(self, stream: IO[bytes]) -> None:
        import zipfile

        self._zip = zipfile.ZipFile(stream)

    def members(self) -> Iterator[tuple[str, zipfile.ZipInfo]]:
        """The files in it by name, sorted; a second one of the same name is called `name (2)`.

        Those that are hidden, or what macOS adds, are skipped.
        """
        seen: Counter[str] = Counter()
        for member in sorted(self._zip.infolist(), key=lambda member: member.filename):
            name = member.filename
            if not member.is_dir() and not _is_hidden(name):
                seen[name] += 1
                yield name if seen[name] == 1 else f"{name} ({seen[name]})", member

    def open(self, member: zipfile.ZipInfo) -> io.BufferedReader:
        """The content of a file in it."""
        return io.BufferedReader(self._zip.open(member))  # type: ignore[arg-type]


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in PurePosixPath(name).parts)
