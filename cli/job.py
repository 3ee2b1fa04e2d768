"""Many articles, from raw to written: what a worker does with each, and what becomes of the results."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from functools import lru_cache, partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

import msgspec

from waqai.extractors import ExtractedArticle, Failure
from waqai.extractors.batch.many import attempt_all, each, failure, limit
from waqai.extractors.registry import builtin

from .decisions import Decisions
from .formats import Parsed, Parsing
from .readers.raw import RawArticle, RawFormat

if TYPE_CHECKING:
    from .interrupts import Interrupts
    from .outputs.durable import DurableFile
    from .outputs.output import Renderer, Writer
    from .progress import Progress


R = TypeVar("R")
S = TypeVar("S")
T = TypeVar("T")
_LARGE_PAGE = 256_000  # bytes that a parser may take seconds for
_PICTURES = 50  # bytes of a document that are counted as a character


class Done(msgspec.Struct, frozen=True):
    """An article's facts, rendered, how many there are of each kind, and what could not be read of it."""

    rendered: Any
    counts: dict[str, int]
    notes: tuple[Failure, ...] = ()


def harmless(item: RawArticle | Failure, kinds: Sequence[str]) -> bool:
    """Whether the work on an article can be stopped: large markup may keep its parser busy, deaf to signals, and a
    document may do so, or end its process, whatever its size."""
    if isinstance(item, Failure):
        return True
    match item.kind:
        case RawFormat.document | RawFormat.pdf:
            return False
        case RawFormat.page | RawFormat.article:
            return len(item.data) < _LARGE_PAGE and builtin(kinds)
    return builtin(kinds)


def characters(item: RawArticle | Failure) -> int:
    """How much of an article there is to read, about."""
    if isinstance(item, Failure):
        return 0
    packed = item.kind in (RawFormat.document, RawFormat.pdf)  # the pictures in them cost no time
    return len(item.data) // _PICTURES if packed else len(item.data)


class ArticleWork(msgspec.Struct, Generic[R], frozen=True):
    """The work on one article: parse it, find its facts, finish it. Failures pass through in their place."""

    kinds: Sequence[str]
    parsing: Parsing

    explain: ClassVar[bool] = False

    def finish(self, parsed: Parsed, extracted: ExtractedArticle) -> R:
        """What becomes of an article and its facts."""
        raise NotImplementedError

    def __call__(self, items: Sequence[RawArticle | Failure]) -> list[R | Failure]:
        return self.done(items)

    def done(self, items: Sequence[RawArticle | Failure]) -> list[R | Failure]:
        """What becomes of each article; a kind is found in all of them before the next."""
        parsed = self._each(self.parsing.parse, items, items)
        articles = [one.article if isinstance(one, Parsed) else one for one in parsed]
        found = zip(parsed, attempt_all(articles, self.kinds, explain=self.explain), strict=True)
        read = [(one, facts) if isinstance(one, Parsed) else one for one, facts in found]
        return self._each(self._finished, read, items)

    def weight(self, item: RawArticle | Failure) -> int:
        """The size of an article in bytes, and something for the objects around it."""
        return 200 + (0 if isinstance(item, Failure) else len(item.data))

    def lost(self, item: RawArticle | Failure, reason: str) -> Failure:
        """The failure of an article whose workers died."""
        return item if isinstance(item, Failure) else failure(reason, item.source, item.record)

    def harmless(self, item: RawArticle | Failure) -> bool:
        """Whether it needs no process of its own."""
        return harmless(item, self.kinds)

    def _finished(self, read: tuple[Parsed, ExtractedArticle | Failure]) -> R | Failure:
        parsed, extracted = read
        return extracted if isinstance(extracted, Failure) else self.finish(parsed, extracted)

    def _each(
        self, step: Callable[[T], S | Failure], values: Sequence[T | Failure], items: Sequence[RawArticle | Failure]
    ) -> list[S | Failure]:
        """What a step gives for each item; a page may break its parser, a fact of a third party the format."""
        done = each(step, values, partial(limit, self.kinds, sum(map(characters, items))))
        return [
            self.lost(item, f"{type(result).__name__}: {result}") if isinstance(result, Exception) else result
            for item, result in zip(items, done, strict=True)
        ]


class Job(ArticleWork[Done], frozen=True):
    """The work of `waqai extract`: facts are rendered."""

    needs_text: bool
    render: Renderer
    decisions: Decisions | None = None

    def finish(self, parsed: Parsed, extracted: ExtractedArticle) -> Done:
        """The facts as the format has them."""
        article = parsed.article
        if self.decisions is not None:
            extracted = self.decisions.applied(extracted)
        if self.needs_text:
            extracted = msgspec.structs.replace(extracted, text=article.text)
        counts = {kind: len(facts) for kind, facts in extracted.facts.items()}
        return Done(self.render(extracted), counts, noted(parsed))


def noted(parsed: Parsed) -> tuple[Failure, ...]:
    """What could not be read of an article that could."""
    article = parsed.article
    return tuple(Failure(source=article.source, record=article.record, reason=note) for note in parsed.notes)


def identity(source: str | None, record: int | None, id: str | None) -> int:
    """What identifies an article in a run: its source, however its path is written, and its number there.

    Its id is part of it, so that nothing is skipped where records have moved in a source that was changed.
    """
    return hash((_place(source), record, id))


@lru_cache(maxsize=1000)
def _place(source: str | None) -> str | None:
    return source if source is None or "://" in source else str(Path.cwd() / source)


def not_done(
    items: Iterable[RawArticle | Failure], done: Counter[int], parsing: Parsing
) -> Iterator[RawArticle | Failure]:
    """The articles that are not among those done. Of a source given twice, as many as are done are left out."""
    for item in items:
        known = _identity(item, parsing) if done else None
        if known is not None and done[known] > 0:
            done[known] -= 1
            if not done[known]:
                del done[known]
        else:
            yield item


def _identity(item: RawArticle | Failure, parsing: Parsing) -> int | None:
    """The identity of an article; None for what was never done."""
    if isinstance(item, Failure):
        return None
    if item.record is None:
        return identity(item.source, None, None)
    parsed = parsing.parse(item)
    if isinstance(parsed, Failure):
        return None
    return identity(parsed.article.source, parsed.article.record, parsed.article.id)


def write_all(
    found: Iterable[Sequence[Done | Failure]],
    writer: Writer,
    progress: Progress,
    errors: DurableFile | None = None,
    interrupts: Interrupts | None = None,
) -> None:
    """Writes results as they come, some at a time. With `interrupts` none of them is cut in two."""
    for results in found:
        with interrupts.held() if interrupts else nullcontext():
            for done, alike in groupby(results, key=lambda result: isinstance(result, Done)):
                if done:
                    _write([result for result in alike if isinstance(result, Done)], writer, progress)
                else:
                    _tell([result for result in alike if isinstance(result, Failure)], writer, progress, errors)


def _write(results: Sequence[Done], writer: Writer, progress: Progress) -> None:
    writer.write_all([result.rendered for result in results])
    for result in results:
        progress.done(result.counts)
        for note in result.notes:
            progress.noted(note)


def _tell(failures: Sequence[Failure], writer: Writer, progress: Progress, errors: DurableFile | None) -> None:
    for failed in failures:
        progress.failed(failed)
        writer.failed(failed)
        if errors is not None:
            errors.write(msgspec.json.encode(failed).decode() + "\n")
