"""Events as a page: the report of `waqai report`, as people decided and with the events asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TextIO

from waqai.extractors import ExtractedArticle, Failure
from waqai.extractors.events import Event

from ..annotated import AnnotatedArticle, annotate
from ..decisions import Decisions
from ..formats import Parsing
from ..options import Language
from ..printed import say
from ..report import Report

Group = Callable[[Sequence[ExtractedArticle]], list[Event]]


class Webpage:
    """A page of the articles in inputs. `failed` tells whether one could not be read."""

    def __init__(
        self, inputs: Sequence[str], kinds: Sequence[str], parsing: Parsing, checked: Decisions | None, group: Group
    ) -> None:
        self.failed = False
        self._checked = checked
        self._report = Report(self._articles(annotate(inputs, kinds, parsing)), group)

    def write(self, stream: TextIO) -> None:
        """Writes it, in the language of the locale."""
        self._report.write(stream, Language.of_locale())

    def _articles(self, found: Iterator[AnnotatedArticle | Failure]) -> Iterator[AnnotatedArticle]:
        for one in found:
            if isinstance(one, Failure):
                self.failed = True
                say(str(one))
            elif self._checked is not None:
                yield replace(one, extracted=self._checked.applied(one.extracted))
            else:
                yield one
