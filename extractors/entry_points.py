"""The entry points of installed packages, read from the files that installers write beside them.

`importlib.metadata` reads more than a name and where it leads, and is slow to import: a tenth of a short run.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

_METADATA = (".dist-info", ".egg-info")


class EntryPoint(NamedTuple):
    """What a package offers under a name: `value` is MODULE:ATTRIBUTE, `package` its name and version."""

    name: str
    value: str
    package: str

    def load(self) -> Any:
        """What it leads to. Raises what importing the module raises, and AttributeError."""
        module, _, attributes = self.value.partition(":")
        found = import_module(module)
        for attribute in filter(None, attributes.split(".")):
            found = getattr(found, attribute)
        return found


def entry_points(group: str) -> list[EntryPoint]:
    """The entry points of a group. Of a package that is installed twice the one that Python imports counts."""
    found: dict[str, list[EntryPoint]] = {}
    for folder in _metadata():
        name, _, version = folder.stem.partition("-")
        with suppress(OSError):
            written = (folder / "entry_points.txt").read_text(encoding="utf-8")
            package = f"{name.replace('_', '-')} {version}".strip()
            found.setdefault(name.lower(), [EntryPoint(*line, package) for line in _lines(written, group)])
    return [point for points in found.values() for point in points]


def _metadata() -> Iterator[Path]:
    """The folders in which packages are described, in the order in which Python looks for modules."""
    for place in dict.fromkeys(sys.path):
        with suppress(OSError):
            names = sorted(entry.name for entry in os.scandir(place or "."))
            yield from (Path(place, name) for name in names if name.endswith(_METADATA))


def _lines(written: str, group: str) -> Iterator[tuple[str, str]]:
    """The names and values that a file of entry points has in a group."""
    inside = False
    for line in map(str.strip, written.splitlines()):
        if line.startswith("["):
            inside = line == f"[{group}]"
        elif inside and "=" in line and not line.startswith("#"):
            name, _, value = line.partition("=")
            yield name.strip(), value.partition("[")[0].strip()  # extras mean nothing here
