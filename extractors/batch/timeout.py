"""A limit to the time that one article may take, whatever an extractor does with it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

LEAST = 30.0  # seconds for any article
CHARACTERS = 20_000  # per extra second; typical speed is ten times that
_AGAIN = 1.0  # seconds after which the alarm goes off again, where its exception was lost


class _Expired(BaseException):
    """Time is up. No Exception, so that no extractor catches it with its own errors."""


@contextmanager
def time_limit(characters: int) -> Iterator[None]:
    """Raises TimeoutError when a text of so many characters takes far longer inside than any should.

    By an alarm, which stops regular expressions and loops alike. There is none in a thread (on a cluster), on Windows,
    or where the program has set an alarm of its own: then nothing is stopped.
    """
    here = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not here or signal.getitimer(signal.ITIMER_REAL)[0]:
        yield
        return
    seconds = LEAST + characters / CHARACTERS
    running = True

    def stop(_: int, __: FrameType | None) -> None:
        if running:
            raise _Expired

    before = signal.signal(signal.SIGALRM, stop)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
        yield
    except _Expired:
        raise TimeoutError(f"not done in {seconds:.0f} seconds") from None
    finally:
        running = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
