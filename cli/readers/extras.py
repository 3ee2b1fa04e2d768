"""Readers that are extras: how they are imported, and what their errors become."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from ..encodings import Unreadable
from ..extras import installing


def extra(module: str, what: str) -> Any:
    """A module of the extra `files`. Raises Unreadable where it is not installed."""
    try:
        return import_module(module)
    except ImportError:
        raise Unreadable(f"{what}; to read it: {installing('files')}") from None


@contextmanager
def reading(what: str) -> Iterator[None]:
    """Whatever a library raises about a damaged file, as Unreadable."""
    try:
        yield
    except (Unreadable, MemoryError, GeneratorExit):
        raise
    except (zipfile.BadZipFile, EOFError) as error:
        raise Unreadable(f"{what} that is cut or damaged ({error}); save it again") from error
    except Exception as error:  # each library has errors of its own
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        raise Unreadable(f"{what} that cannot be read ({reason}); save it again") from error
