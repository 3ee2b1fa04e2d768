"""Many articles at once on any `concurrent.futures.Executor`: in bounded memory, in order, and none of them lost.

Items are read in a thread, cut into chunks and submitted, a few more than there are workers. Chunks grow with the
input's speed: one article where they trickle in, many where workers are busy. A chunk that does not come back, because
the process or machine that had it died, is done again article by article with nothing beside it, so that the article
which kills is known; that one is given up.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

from .work import CHUNK, Work, WorkersFailed

T = TypeVar("T")
R = TypeVar("R")

_MOST = 64  # items in a chunk, however light
_WINDOW = 16  # chunks for each worker that may be under way or wait for their turn


def spread(
    work: Work[T, R], items: Iterable[T], executor: Executor, size: Callable[[], int], *, ordered: bool = True
) -> Iterator[Sequence[R]]:
    """The results of `work` done by `executor`, which has `size()` workers, some at a time; in the order of `items`
    where `ordered`.

    `items` is read in a thread of its own; what it raises is raised here after the results before it. Raises what
    `executor.submit` raises. The executor stays open.
    """
    run = _Run(work, items, executor, size, ordered)
    try:
        yield from run.results()
    finally:
        run.stop()


@dataclass(slots=True)
class _Task(Generic[T]):
    """Consecutive items; `first` is the number of the first. `alone`: done again, with nothing beside it."""

    first: int
    items: list[T]
    alone: bool = False


@dataclass(slots=True)
class _Read(Generic[T]):
    item: T


@dataclass(slots=True)
class _End:
    """The input has ended, or broken off."""

    error: BaseException | None = None


class _Run(Generic[T, R]):
    def __init__(
        self, work: Work[T, R], items: Iterable[T], executor: Executor, size: Callable[[], int], ordered: bool
    ) -> None:
        self._work = work
        self._executor = executor
        self._size = size
        self._ordered = ordered
        self._events: SimpleQueue[_Read[T] | _End | Future[Sequence[R]]] = SimpleQueue()
        self._feed = _Feed(items, work.weight, self._events.put, 2 * CHUNK * max(4, size()))
        self._end: _End | None = None
        self._waiting: deque[T] = deque()  # read, in no task yet
        self._weight = 0  # of those
        self._running: dict[Future[Sequence[R]], _Task[T]] = {}
        self._suspects: deque[_Task[T]] = deque()  # of what was lost, to be done alone
        self._finished: dict[int, Sequence[R]] = {}  # by the number of the first
        self._submitted = 0  # items
        self._next = 0  # the item whose result comes next

    def results(self) -> Iterator[Sequence[R]]:
        self._feed.start()
        while True:
            self._submit_more()
            if self._end and not (self._running or self._finished):
                break
            for event in self._reported():
                match event:
                    case _Read(item):
                        self._waiting.append(item)
                        self._weight += self._work.weight(item)
                    case _End():
                        self._end = event
                    case future:
                        self._take_back(future)
            yield from self._due()
        if self._end.error is not None:
            raise self._end.error

    def stop(self) -> None:
        """Ends the reading, and what has not been begun."""
        self._feed.stop()
        for future in self._running:
            future.cancel()

    def _reported(self) -> Iterator[_Read[T] | _End | Future[Sequence[R]]]:
        """Waits for something to happen; all that has happened by then."""
        yield self._events.get()
        for _ in range(self._events.qsize()):
            try:
                yield self._events.get_nowait()
            except Empty:
                return

    def _submit_more(self) -> None:
        if self._suspects:
            if not self._running:
                self._submit(self._suspects.popleft())
            return
        size = max(1, self._size())
        while self._waiting and len(self._running) + len(self._finished) < _WINDOW * size:
            idle = len(self._running) < size
            ready = self._weight >= CHUNK or len(self._waiting) >= _MOST or self._end is not None
            if not idle and not (ready and len(self._running) < size + max(2, size // 4)):
                break
            self._submit(self._chunk())

    def _chunk(self) -> _Task[T]:
        """The next task: as many of the items that wait as make a chunk, one at least."""
        items: list[T] = []
        weight = 0
        while self._waiting and weight < CHUNK and len(items) < _MOST:
            items.append(self._waiting.popleft())
            weight += self._work.weight(items[-1])
        self._weight -= weight
        self._feed.taken(weight)
        task = _Task(self._submitted, items)
        self._submitted += len(items)
        return task

    def _submit(self, task: _Task[T]) -> None:
        future: Future[Sequence[R]] = self._executor.submit(self._work, task.items)
        self._running[future] = task
        future.add_done_callback(self._events.put)

    def _take_back(self, future: Future[Sequence[R]]) -> None:
        task = self._running.pop(future)
        if future.cancelled():
            raise WorkersFailed("the workers are gone; what was written is whole")
        error = future.exception()
        if isinstance(error, WorkersFailed):
            raise error
        if error is None:
            self._finished[task.first] = future.result()
        elif task.alone:
            self._finished[task.first] = [self._work.lost(task.items[0], _reason(error))]
        else:
            alone = [_Task(task.first + place, [item], alone=True) for place, item in enumerate(task.items)]
            self._suspects = deque(sorted([*self._suspects, *alone], key=lambda suspect: suspect.first))

    def _due(self) -> Iterator[Sequence[R]]:
        """The results whose turn it is."""
        while self._finished:
            first = self._next if self._ordered else next(iter(self._finished))
            if first not in self._finished:
                return
            results = self._finished.pop(first)
            self._next += len(results)
            yield results


def _reason(error: BaseException) -> str:
    """Why an item was lost, on one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())


class _Feed(Generic[T]):
    """Reads items in a thread, ahead of the work by no more than `limit` in weight."""

    def __init__(
        self, items: Iterable[T], weigh: Callable[[T], int], put: Callable[[_Read[T] | _End], None], limit: int
    ) -> None:
        self._items = items
        self._weigh = weigh
        self._put = put
        self._limit = limit
        self._ahead = 0
        self._stopped = False
        self._changed = threading.Condition()

    def start(self) -> None:
        # A daemon, for it may be waiting for input that never comes.
        threading.Thread(target=self._read, name="reader", daemon=True).start()

    def taken(self, weight: int) -> None:
        """What was read is under way: there is room for more."""
        with self._changed:
            self._ahead -= weight
            self._changed.notify()

    def stop(self) -> None:
        with self._changed:
            self._stopped = True
            self._changed.notify()

    def _read(self) -> None:
        try:
            for item in self._items:
                with self._changed:
                    self._changed.wait_for(lambda: self._stopped or self._ahead < self._limit)
                    if self._stopped:
                        return
                    self._ahead += self._weigh(item)
                self._put(_Read(item))
        except BaseException as error:  # told where the results are taken
            self._put(_End(error))
        else:
            self._put(_End())
