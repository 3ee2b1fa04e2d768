"""Reading for `waqai events`: inputs to reports, by as many processes as there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from waqai.extractors import Failure
from waqai.extractors.batch import many
from waqai.extractors.events import Collection

from ..decisions import Decisions
from ..formats import Parsing
from ..printed import Failures
from ..readers.raw import RawArticle
from ..reading import read
from .database import SUFFIXES, records
from .work import Read, Reporting, digest


class Reader:
    """Reads articles as reports. `failed` tells whether an input could not be read, `quiet` whether to say less."""

    def __init__(
        self,
        inputs: Sequence[str],
        kinds: Sequence[str],
        parsing: Parsing,
        jobs: int | None,
        quiet: bool,
        checked: Decisions | None = None,
    ) -> None:
        self._inputs = inputs
        self._checked = checked
        self._work = Reporting(kinds, parsing, checked)
        self._jobs = jobs
        self.quiet = quiet
        self.failed = False

    def read(self, known: Callable[[str, bytes], bool] = lambda source, digest: False) -> Iterator[Read]:
        """The articles that are not known, in the order of the inputs; failures are told."""
        failures = Failures()
        for result in many.one_by_one(many.run(self._work, self._raw(known), jobs=self._jobs)):
            if isinstance(result, Failure):
                self.failed = True
                failures.tell(result)
            else:
                yield result
        failures.tell_rest()

    def collection(self) -> Collection:
        """All articles."""
        found = Collection()
        for one in self.read():
            found.add(one.key, one.copy, one.reports)
        return found

    def _raw(self, known: Callable[[str, bytes], bool]) -> Iterator[RawArticle | Failure]:
        for item in _read(self._inputs):
            if isinstance(item, Failure) or not known(item.source, digest(item, self._checked)):
                yield item


def _read(inputs: Sequence[str]) -> Iterator[RawArticle | Failure]:
    """The articles in inputs, those in databases of facts too."""
    for path in inputs:
        yield from records(path) if path.lower().endswith(SUFFIXES) else read([path])
