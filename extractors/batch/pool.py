"""Worker processes that never outlive the process which started them, and are replaced when they die."""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any, ParamSpec, TypeVar

from .channel import receive, send
from .work import WorkersFailed

P = ParamSpec("P")
T = TypeVar("T")
_Call = tuple[Future[Any], Callable[..., Any], tuple[Any, ...], dict[str, Any]]
_CANNOT_START = "worker processes cannot be started; work without (--jobs 1, jobs=1)"
_PROGRAM = "import sys; sys.path[:] = {path!r}; from waqai.extractors.batch.worker import main; main()"


class WorkerDied(RuntimeError):
    """The process that had a call ended in the midst of it; the message says how."""


class Processes(Executor):
    """At most `jobs` processes, each with a thread here that hands it calls. They start when they are first needed.

    They are programs of their own, not forks of this process, whose threads may hold locks. What is called, and with
    what, is found by its module: a call knows nothing of `__main__`.
    """

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._calls: SimpleQueue[_Call | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._workers: set[Worker] = set()
        self._idle = threading.Semaphore(0)  # threads that wait for a call
        self._lock = threading.Lock()
        self._closed = False

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Schedules a call. Its future raises WorkerDied, or WorkersFailed where no process can be started."""
        future: Future[T] = Future()
        self._calls.put((future, fn, args, kwargs))
        if not self._idle.acquire(blocking=False) and len(self._threads) < self._jobs:
            self._threads.append(threading.Thread(target=self._hand_on, name="worker", daemon=True))
            self._threads[-1].start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = True) -> None:
        """Ends the processes at once, whatever they are doing."""
        with self._lock:
            self._closed = True
            for worker in self._workers:
                worker.kill()
        with suppress(Empty):
            while True:
                if (call := self._calls.get_nowait()) is not None:
                    call[0].cancel()
        for _ in self._threads:
            self._calls.put(None)
        for thread in self._threads if wait else ():
            thread.join()

    def _hand_on(self) -> None:
        """What a thread does: gives calls to a process, one at a time, and a new process after each death."""
        _hold_interrupts()
        worker: Worker | None = None
        while (call := self._calls.get()) is not None:
            future, fn, args, kwargs = call
            if future.set_running_or_notify_cancel():
                try:
                    worker = worker or self._start()
                    future.set_result(worker.call(fn, args, kwargs))
                except BaseException as error:  # told where the result is taken
                    if worker is not None and worker.is_dead():
                        self._drop(worker)
                        worker = None
                    future.set_exception(error)
            self._idle.release()
        if worker is not None:
            self._drop(worker)

    def _start(self) -> Worker:
        worker = Worker()
        with self._lock:
            self._workers.add(worker)
            if self._closed:
                worker.kill()
        return worker

    def _drop(self, worker: Worker) -> None:
        with self._lock:
            self._workers.discard(worker)
        worker.end()


class Worker:
    """A process, and the pipes to and from it. Raises WorkersFailed where it cannot be started."""

    def __init__(self) -> None:
        command = [sys.executable, "-c", _PROGRAM.format(path=sys.path)]
        try:
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        except OSError as error:
            raise WorkersFailed(f"{_CANNOT_START} ({error})") from error
        assert self._process.stdin is not None and self._process.stdout is not None
        self._to, self._from = self._process.stdin, self._process.stdout
        try:
            receive(self._from)  # it is there
        except EOFError:
            self.end()
            raise WorkersFailed(_CANNOT_START) from None

    def call(self, fn: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """The result of a call there. Raises what it raises, WorkerDied, or TimeoutError."""
        called = pickle.dumps((fn, args, kwargs), protocol=5)
        try:
            send(self._to, called)
            answer = receive(self._from)
        except (OSError, EOFError):
            raise self._death() from None
        returned, result = pickle.loads(answer)
        if not returned:
            raise result
        return result

    def is_dead(self) -> bool:
        """Whether it has ended."""
        return self._process.poll() is not None

    def kill(self) -> None:
        """Ends it at once."""
        self._process.kill()

    def end(self) -> None:
        """Ends it, and frees what it had here."""
        self.kill()
        self._process.wait()
        for pipe in (self._to, self._from):
            with suppress(OSError):
                pipe.close()

    def _death(self) -> Exception:
        code = self._process.wait()
        if hasattr(signal, "SIGVTALRM") and code == -signal.SIGVTALRM:  # see timeout
            return TimeoutError("not done in time, and had to be killed")
        if code < 0:
            return WorkerDied(f"its process was ended by {signal.Signals(-code).name}")
        return WorkerDied(f"its process ended with exit code {code}")


def _hold_interrupts() -> None:
    """Ctrl-C goes to all processes of a terminal: those started by this thread never see it, this process does."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
