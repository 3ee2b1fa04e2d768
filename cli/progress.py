"""Progress of a run on standard error: a bar on a terminal, a line for each failure, a summary at the end."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from waqai.extractors import Failure

from .printed import Failures, safe, say, tell
from .reading import Meter, size

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_REFRESH = 0.1  # seconds


class Progress:
    """Counts what is done, and reports it.

    With `bar` a bar shows how much of `paths` has been read, by `meter`. With `summary` a last line sums up.
    """

    def __init__(self, paths: Sequence[str], *, bar: bool, summary: bool) -> None:
        self._paths = paths
        self.meter = Meter()
        self._with_bar = bar
        self._summary = summary
        self._bar: Bar | None = None
        self._begun = self._drawn = time.monotonic()
        self.articles = 0
        self.failures = 0
        self.facts: Counter[str] = Counter()
        self._told = Failures(self._say)

    def __enter__(self) -> Progress:
        if self._with_bar:
            self._bar = _bar()
            self._task = self._bar.add_task("", total=_size(self._paths), articles=0, rate="", failures="")
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
        self._told.tell_rest()
        if self.meter.passed:
            tell(passed_over(self.meter.passed))
        if self._summary and (kind is None or issubclass(kind, KeyboardInterrupt)):
            tell(self.told(stopped=kind is not None))

    def done(self, counts: Mapping[str, int]) -> None:
        """An article is written, with so many facts of each kind."""
        self.articles += 1
        self.facts.update(counts)
        self._draw()

    def failed(self, failure: Failure) -> None:
        """An article has failed."""
        self.failures += 1
        self._told.tell(failure)
        self._draw()

    def noted(self, note: Failure) -> None:
        """Something of an article could not be read; it is written without that."""
        self._told.tell(note)

    def told(self, *, stopped: bool = False) -> str:
        """The summary: articles, facts of each kind, failures, seconds."""
        seconds = time.monotonic() - self._begun
        kinds = ", ".join(f"{kind} {count:,}" for kind, count in self.facts.items())
        facts = _counted(self.facts.total(), "fact") + (f" ({kinds})" if kinds else "")
        parts = [_counted(self.articles, "article"), facts, _counted(self.failures, "failure"), f"{seconds:,.1f} s"]
        return ("stopped: " if stopped else "") + "; ".join(parts)

    def _say(self, message: str) -> None:
        """A line on standard error, above the bar where there is one."""
        if self._bar is None:
            say(message)
            return
        with suppress(OSError):  # the terminal is gone
            self._bar.console.print(f"waqai: {safe(message)}", markup=False, highlight=False, soft_wrap=True)

    def _draw(self) -> None:
        now = time.monotonic()
        if self._bar is None or now - self._drawn < _REFRESH:
            return
        self._drawn = now
        finished = self.articles + self.failures
        self._bar.update(
            self._task,
            completed=self.meter.read,
            articles=finished,
            rate=f"{finished / (now - self._begun):,.0f}/s",
            failures=_counted(self.failures, "failure") if self.failures else "",
        )


def passed_over(passed: Mapping[str, int]) -> str:
    """What folders hold that is not read.

    >>> passed_over({".doc": 2, ".mp4": 10})
    'skipped: 12 files of unknown kinds (10 .mp4, 2 .doc)'
    """
    kinds = sorted(passed.items(), key=lambda item: (-item[1], item[0]))
    told = ", ".join(f"{count:,} {ending}" for ending, count in kinds)
    return f"skipped: {_counted(sum(passed.values()), 'file')} of unknown kinds ({told})"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def _size(paths: Sequence[str]) -> int | None:
    """The bytes to read, where they are known."""
    try:
        return size(paths) or None
    except OSError:  # reported when it is read
        return None


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.fields[articles]:,} articles"),
        TextColumn("{task.fields[rate]}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        TextColumn("[red]{task.fields[failures]}"),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,  # facts go there, into a file or a pipe
    )
