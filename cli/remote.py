"""Files elsewhere: `s3://`, `hdfs://`, `memory://` and all else that fsspec knows."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from .extras import needs

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def is_url(path: str) -> bool:
    """Whether a path names something elsewhere."""
    return _URL.match(path) is not None


def place(url: str) -> tuple[Any, str]:
    """The file system of a URL and the path on it. Raises OSError where there is no way to it."""
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise OSError(f"a URL {needs('remote')}") from None
    with _as_os_errors():
        files, path = url_to_fs(url)
        return files, path


def found(url: str) -> list[str]:
    """The URLs of all files in a folder and below, sorted, or the one of a file. Raises OSError."""
    files, path = place(url)
    with _as_os_errors():
        names = sorted(files.find(path)) if files.isdir(path) else [path]
        return [files.unstrip_protocol(name) for name in names]


def opened(url: str) -> io.BufferedReader:
    """A file to read. Raises OSError."""
    files, path = place(url)
    with _as_os_errors():
        stream = files.open(path, "rb")
        return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)


@contextmanager
def _as_os_errors() -> Iterator[None]:
    """Whatever a file system of fsspec raises, as OSError."""
    try:
        yield
    except OSError:
        raise
    except Exception as error:
        raise OSError(f"{type(error).__name__}: {error}") from error


def created(url: str) -> Any:
    """A new file to write bytes to; it is there when it is closed. Raises OSError."""
    files, path = place(url)
    with _as_os_errors():
        return files.open(path, "wb")


def exists(url: str) -> bool:
    """Whether there is something at a URL. Raises OSError."""
    files, path = place(url)
    with _as_os_errors():
        return bool(files.exists(path))


@contextmanager
def text_writer(url: str) -> Iterator[TextIO]:
    """A new file to write text to, as UTF-8; it is there when it is closed. Raises OSError."""
    with io.TextIOWrapper(created(url), encoding="utf-8", newline="") as stream:
        yield stream
