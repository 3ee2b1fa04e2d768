"""Worker processes that never outlive the process which started them, and are replaced when they die."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from multiprocessing.connection import Connection
from typing import ParamSpec, TypeVar

from .scheduler import WorkersFailed

P = ParamSpec("P")
T = TypeVar("T")


class Processes(Executor):
    """A `ProcessPoolExecutor` that starts when it is first needed, and anew after a worker died.

    Workers are started by `method`, else by a server process, or afresh where there is none: never by a fork of this
    process, whose threads may hold locks. While they are started `shield()` is entered: it keeps signal handlers from
    raising where that would leave half a pool.
    """

    def __init__(
        self, jobs: int, method: str | None = None, shield: Callable[[], AbstractContextManager[object]] = nullcontext
    ) -> None:
        there = multiprocessing.get_all_start_methods()
        self._context = multiprocessing.get_context(method or ("forkserver" if "forkserver" in there else "spawn"))
        self._jobs = jobs
        self._shield = shield
        self._pool: ProcessPoolExecutor | None = None
        self._lifeline: Connection | None = None

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Schedules a call. The workers' death is the exception of its future. Raises WorkersFailed."""
        while True:
            try:
                with self._shield():
                    return (self._pool or self._start()).submit(fn, *args, **kwargs)
            except BrokenExecutor:
                self.shutdown()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = True) -> None:
        """Ends the workers at once, whatever they are doing; a later `submit` starts new ones."""
        pool, lifeline, self._pool, self._lifeline = self._pool, self._lifeline, None, None
        if lifeline is not None:
            lifeline.close()
        if pool is not None:
            pool.shutdown(wait, cancel_futures=cancel_futures)

    def _start(self) -> ProcessPoolExecutor:
        # Workers hold one end of a pipe and end when the other is closed, as it is however this process ends.
        theirs, self._lifeline = self._context.Pipe(duplex=False)
        with _sigint_held():
            self._pool = ProcessPoolExecutor(
                self._jobs, mp_context=self._context, initializer=_begin, initargs=(theirs,)
            )
            try:
                self._pool.submit(os.getpid).result()
            except BrokenExecutor as error:
                self.shutdown()
                raise WorkersFailed(
                    "worker processes cannot be started; work with one (jobs=1), or, in a program of your own, start "
                    'it under `if __name__ == "__main__":`'
                ) from error
        return self._pool


@contextmanager
def _sigint_held() -> Iterator[None]:
    """Ctrl-C goes to all processes of a terminal: those started meanwhile never see it, this one sees it after."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(lifeline: Connection) -> None:
    """What a worker does first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_live_by, args=(lifeline,), daemon=True).start()


def _live_by(lifeline: Connection) -> None:
    with suppress(EOFError, OSError):
        lifeline.recv_bytes()
    os._exit(1)
