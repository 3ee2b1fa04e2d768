"""Ctrl-C and SIGTERM, held back while something is written that must be whole."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupted(KeyboardInterrupt):
    """The run was asked to stop, by `signal`."""

    def __init__(self, signal: int) -> None:
        super().__init__()
        self.signal = signal


class Interrupts:
    """Turns both signals into Interrupted while it is entered, in the main thread."""

    def __init__(self) -> None:
        self._held = False
        self._pending: int | None = None
        self._before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> Interrupts:
        if threading.current_thread() is threading.main_thread():
            self._before = {number: signal.signal(number, self._received) for number in _SIGNALS}
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    @contextmanager
    def held(self) -> Iterator[None]:
        """A first signal meanwhile waits for the end; a second does not."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
        if self._pending is not None:
            raise Interrupted(self._pending)

    def _received(self, number: int, _: FrameType | None) -> None:
        if not self._held or self._pending is not None:
            raise Interrupted(number)
        self._pending = number
