"""A function with a memory of bounded size."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memo(dict[K, V]):
    """What `function` gives for each key. At most `most` values are kept.

    When half of them are new, the older half is forgotten but for what was asked for since. Threads may share it: at
    worst they compute a value twice.
    """

    def __init__(self, function: Callable[[K], V], most: int) -> None:
        super().__init__()
        self._function = function
        self._half = most // 2
        self._older: dict[K, V] = {}

    def __missing__(self, key: K) -> V:
        if len(self) >= self._half:
            self._older = dict(self)
            self.clear()
        older = self._older
        value = self[key] = older[key] if key in older else self._function(key)
        return value
