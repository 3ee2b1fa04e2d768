"""A Dask cluster as an executor."""

from __future__ import annotations

import logging
import time
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import Any

from waqai.extractors.batch.pool import Processes
from waqai.extractors.batch.work import WorkersFailed

from .extras import needs

_CONNECT = 15  # seconds for the scheduler to answer, and for a first worker to be there
_RECOUNT = 5.0  # seconds after which workers are counted again: they come and go


@dataclass(frozen=True, slots=True)
class Apart:
    """A call done in a process beside the worker that has it: one that takes too long, or kills, ends that alone."""

    fn: Callable[..., Any]

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return _beside().submit(self.fn, *args, **kwargs).result()


@cache
def _beside() -> Processes:
    """The processes beside this worker, as many as it has threads that call at once."""
    return Processes(1000)


class Cluster(Executor):
    """The workers of a Dask scheduler. They need waqai installed, in the version that is here."""

    def __init__(self, client: Any) -> None:
        self._client = client
        # Not pure: two articles that are alike are two.
        self._executor: Executor = client.get_executor(pure=False)
        self._size = 0
        self._counted = 0.0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Schedules a call. Raises WorkersFailed where the scheduler is gone."""
        try:
            return self._executor.submit(Apart(fn), *args, **kwargs)
        except Exception as error:
            raise WorkersFailed(f"the cluster is gone ({type(error).__name__}: {error})") from error

    def size(self) -> int:
        """How many calls the workers can do at once."""
        now = time.monotonic()
        if now - self._counted > _RECOUNT:
            self._counted = now
            with suppress(Exception):  # if the scheduler is gone, the next submission reports it
                self._size = sum(self._client.nthreads().values())
        return max(1, self._size)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = True) -> None:
        """Forgets what was submitted; the workers stay."""
        with suppress(Exception):
            self._executor.shutdown(wait=False)


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """The cluster of the scheduler at `address`. Raises WorkersFailed."""
    try:
        import distributed
    except ImportError:
        raise WorkersFailed(f"--cluster {needs('cluster')}") from None
    for name in ("distributed", "distributed.client"):  # the run reports what goes wrong
        logging.getLogger(name).setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", module="distributed")
    try:
        client: Any = distributed.Client(address, timeout=_CONNECT, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, RuntimeError) as error:
        raise WorkersFailed(f"no Dask scheduler at {address} ({error or type(error).__name__})") from error
    try:
        _check(client)
        cluster = Cluster(client)
        try:
            yield cluster
        finally:
            cluster.shutdown()
    finally:
        with suppress(Exception):
            client.close(timeout=2)


def _check(client: Any) -> None:
    """Raises WorkersFailed where there are no workers, or their waqai is not the one here."""
    here = version("waqai")
    try:
        client.wait_for_workers(1, timeout=_CONNECT)
        there = set(client.run(version, "waqai").values())
    except TimeoutError:
        raise WorkersFailed("the cluster has no workers") from None
    except Exception as error:
        raise WorkersFailed(f"the workers of the cluster have no waqai {here} ({error})") from error
    if there != {here}:
        raise WorkersFailed(f"the workers of the cluster have waqai {', '.join(sorted(there))}, and here is {here}")
