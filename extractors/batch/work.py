"""What is done with many items, whoever does it: in this process, in others, on a cluster."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Protocol, TypeVar

T_contra = TypeVar("T_contra", contravariant=True)
R_co = TypeVar("R_co", covariant=True)

CHUNK = 128_000  # weight of a full chunk, in bytes: a fraction of a second of work


class WorkersFailed(RuntimeError):
    """There are no workers, or none any more; the message says why."""


class Work(Protocol[T_contra, R_co]):
    """What is done to each item. Pickled, and called elsewhere."""

    def __call__(self, items: Sequence[T_contra]) -> Sequence[R_co]:
        """One result for each item, in order. An item that cannot be done has a result that says so."""
        ...

    def weight(self, item: T_contra) -> int:
        """The size of an item in memory, about, in bytes."""
        ...

    def harmless(self, item: T_contra) -> bool:
        """Whether an item can neither kill the process that works on it nor keep it from hearing a signal."""
        ...

    def lost(self, item: T_contra, reason: str) -> R_co:
        """The result for an item that no worker came back with."""
        ...


def cores() -> int:
    """The processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not Linux
        return os.cpu_count() or 1
