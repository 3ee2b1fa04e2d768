"""A worker process: does one call after the other, and ends with the process that started it."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import threading
from queue import SimpleQueue
from typing import IO, Any

from . import timeout
from .channel import receive, send

_RARELY = 50_000  # objects: what is loaded is no garbage, and articles leave little


def main() -> None:
    """Takes calls from standard input and answers on standard output, which are then nobody else's."""
    calls, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    try:
        os.dup2(2, 1)  # what an extractor prints
    except OSError:
        os.dup2(nothing, 1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    timeout.may_kill()
    gc.set_threshold(_RARELY)
    waiting: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(calls, waiting), daemon=True).start()
    send(answers, b"")
    while True:
        send(answers, _answer(waiting.get()))


def _listen(calls: IO[bytes], waiting: SimpleQueue[bytes]) -> None:
    """Passes calls on, and ends the process when there will be no more, in whatever it is doing."""
    try:
        while True:
            waiting.put(receive(calls))
    except (EOFError, OSError):
        os._exit(1)


def _answer(call: bytes) -> bytes:
    """Whether a call returned, and what; or what it raised."""
    try:
        fn, args, kwargs = pickle.loads(call)
        return pickle.dumps((True, fn(*args, **kwargs)), protocol=5)
    except BaseException as error:
        return _raised(error)


def _raised(error: BaseException) -> bytes:
    answer: tuple[bool, Any] = (False, error)
    try:
        pickle.loads(data := pickle.dumps(answer, protocol=5))
        return data
    except Exception:
        return pickle.dumps((False, RuntimeError(f"{type(error).__name__}: {error}")), protocol=5)
