"""A run of `waqai extract`: inputs, workers, output and progress put together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from waqai.extractors.batch import many
from waqai.extractors.batch.work import WorkersFailed

from .decisions import Decisions
from .formats import Parsing
from .interrupts import Interrupts
from .job import Job, not_done, write_all
from .options import Bidi, Language
from .outputs import output_to
from .outputs.durable import DurableFile
from .outputs.jsonl import check_failures
from .outputs.lock import locked
from .outputs.output import CannotResume, Refused, Target, is_full, opening
from .progress import Progress
from .reading import read
from .usage import FAILED, USAGE, stop

if TYPE_CHECKING:
    from waqai.extractors import Fact


class Wanted(Struct, frozen=True):
    """What to extract: by which extractors, the types of their facts, how articles are parsed.

    An article may have `most` bytes. `decisions` are what people said of its facts.
    """

    extractors: tuple[str, ...]
    types: Mapping[str, type[Fact]]
    parsing: Parsing
    with_text: bool
    with_sentence: bool
    bidi: Bidi
    lang: Language | None
    most: int
    decisions: Decisions | None = None


class Workers(Struct, frozen=True):
    """Who does it: `jobs` processes, all cores where it is None, or the cluster at an address."""

    jobs: int | None = None
    cluster: str | None = None
    ordered: bool = True


def run(
    inputs: Sequence[str], wanted: Wanted, target: Target, workers: Workers, errors: Path | None, progress: Progress
) -> bool:
    """Extracts and writes all articles; whether any failed. Stops where there is no way to go on."""
    try:
        output = output_to(target, wanted.types, wanted.with_text, wanted.bidi, wanted.with_sentence, wanted.lang)
        output.check()
        _check_errors(errors, target)
        with (
            Interrupts() as interrupts,
            _crew(workers, _at_hand(inputs)) as results_of,
            _writing(target),
            output.locked(),
            _failures_to(errors) as told,
        ):
            job = Job(
                wanted.extractors,
                wanted.parsing,
                output.needs_text,
                output.renderer(),
                wanted.decisions,
            )
            articles = not_done(
                read(inputs, progress.meter, output.wanting(), wanted.most), output.done(), wanted.parsing
            )
            with (
                progress,
                output.opened() as writer,
                closing(results_of(job, articles)) as results,
            ):
                write_all(results, writer, progress, told, interrupts)
    except (Refused, CannotResume) as error:
        stop(str(error), USAGE)
    except WorkersFailed as error:
        stop(str(error), FAILED)
    return progress.failures > 0


@contextmanager
def _crew(workers: Workers, together: bool) -> Iterator[Callable[..., Any]]:
    """`many.run` by the workers asked for; `together` where no article is waited for."""
    if workers.cluster is None:
        yield partial(many.run, jobs=workers.jobs, ordered=workers.ordered, together=together)
        return
    from .cluster import connected

    with connected(workers.cluster) as cluster:
        yield partial(many.run, executor=cluster, size=cluster.size, ordered=workers.ordered)


def _at_hand(inputs: Sequence[str]) -> bool:
    """Whether all inputs are on the disk: an article that comes over a pipe or a network may be long in coming."""
    # Unlike those of Path, these raise nothing for a name that no file can have.
    return all(os.path.isfile(path) or os.path.isdir(path) for path in inputs)  # noqa: PTH112, PTH113


def _check_errors(path: Path | None, target: Target) -> None:
    """Raises Refused or CannotResume where the file for failures would overwrite something else."""
    if path is None or target.force or not is_full(str(path)):
        return
    if not target.resume:
        raise Refused(f"{path} exists; --force overwrites it")
    check_failures(path)


@contextmanager
def _failures_to(path: Path | None) -> Iterator[DurableFile | None]:
    """The file for failures. A run that goes on tries what failed again, so it is written anew."""
    if path is None:
        yield None
        return
    with ExitStack() as stack:
        with opening("--errors", str(path)):
            stack.enter_context(locked(path))
            file = stack.enter_context(closing(DurableFile(path)))
        yield file


@contextmanager
def _writing(target: Target) -> Iterator[None]:
    """Stops where an output cannot be written; the command itself reports a closed pipe and standard output."""
    place = target.output or target.per_file
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        place = error.filename or place
        if place is None:
            raise
        stop(f"cannot write {place}: {error.strerror or error}", FAILED)
