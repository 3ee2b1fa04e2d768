"""A limit to the time that one article may take, whatever an extractor or a parser does with it.

Processor time is counted, so that a machine that is busy, asleep or stopped fails no article.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

LEAST = 30.0  # seconds for any article
CHARACTERS = 20_000  # per extra second; typical speed is ten times that
WAITING = 10  # times as long may be waited without work, as for a disk
_AGAIN = 1.0  # seconds between alarms, after the first
_DEAF = 2  # times the limit, after which what does not hear the alarm is killed

_expendable = False


class _Expired(BaseException):
    """Time is up. No Exception, so that no extractor catches it with its own errors."""


def may_kill() -> None:
    """Lets a limit end this process, a worker that is replaced, where code in C hears no alarm."""
    global _expendable
    _expendable = True


@contextmanager
def time_limit(size: int) -> Iterator[None]:
    """Raises TimeoutError when a text of so many characters takes far longer inside than any should.

    By an alarm, which stops regular expressions and loops alike. There is none in a thread, on Windows, or where the
    program, or a limit outside of this one, has set an alarm: then nothing is stopped.
    """
    here = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not here or signal.getitimer(signal.ITIMER_REAL)[0]:
        yield
        return
    seconds = LEAST + size / CHARACTERS
    begun, alarms, running = time.thread_time(), 0, True

    def stop(_: int, __: FrameType | None) -> None:
        nonlocal alarms
        alarms += 1  # while a process is stopped or a machine asleep they do not add up
        waited = seconds + alarms * _AGAIN
        if running and (time.thread_time() - begun >= seconds or waited > seconds * WAITING):
            raise _Expired

    before = signal.signal(signal.SIGALRM, stop)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
        _set_killer(seconds * _DEAF)
        yield
    except _Expired:
        raise TimeoutError(f"not done in {seconds:.0f} seconds") from None
    finally:
        running = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        _set_killer(0)
        signal.signal(signal.SIGALRM, before)


def _set_killer(seconds: float) -> None:
    """The system ends a worker that has worked for so long: nobody handles SIGVTALRM. 0 takes it back."""
    if _expendable:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
