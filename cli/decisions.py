"""What a person decided about facts: kept in a file of JSON Lines that only grows, applied to later runs.

A decision names its fact by the article (source, id), the kind and the place, so that it holds when rules change. It
holds as long as the article has the same words there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec

from waqai.extractors import ExtractedArticle, Fact

Verdict = Literal["right", "wrong", "fixed"]


class Undecidable(ValueError):
    """A file of decisions that cannot be read. The message says where and why."""


class Decision(msgspec.Struct, omit_defaults=True):
    """What a person said of one fact; `set` has the fields that were fixed."""

    source: str | None
    id: str | None
    kind: str
    start: int
    end: int
    text: str
    verdict: Verdict
    set: dict[str, Any] = {}
    at: str = ""
    who: str = ""


Key = tuple[str | None, str | None, str, int, int]


class Decisions:
    """The decisions in a file; of several about one fact the last counts. Raises Undecidable."""

    def __init__(self, path: Path | None = None) -> None:
        self._made: dict[Key, Decision] = {}
        self._articles: set[tuple[str | None, str | None]] = set()
        if path is not None and path.exists():
            for decision in _read(path):
                self.add(decision)

    def __len__(self) -> int:
        return len(self._made)

    def add(self, decision: Decision) -> None:
        """Takes a decision in."""
        self._made[decision.source, decision.id, decision.kind, decision.start, decision.end] = decision
        self._articles.add((decision.source, decision.id))

    def about(self, source: str | None, id: str | None, kind: str, fact: Mapping[str, Any]) -> Decision | None:
        """What was decided about a fact, where the article still has the same words there."""
        made = self._made.get((source, id, kind, fact["start"], fact["end"]))
        return made if made is not None and made.text == fact["text"] else None

    def applied(self, article: ExtractedArticle) -> ExtractedArticle:
        """The article without facts that are wrong, and with those that were fixed as they should be.

        Raises Undecidable for a fixed field that the fact cannot have.
        """
        if (article.source, article.id) not in self._articles:
            return article
        facts = {kind: list(self._kept(article, kind, found)) for kind, found in article.facts.items()}
        return msgspec.structs.replace(article, facts=facts)

    def records(
        self, source: str | None, id: str | None, facts: Mapping[str, Sequence[Mapping[str, Any]]]
    ) -> dict[str, list[Mapping[str, Any]]]:
        """The facts of an article as records, without those that are wrong, and with those that were fixed as set."""
        if (source, id) not in self._articles:
            return {kind: list(found) for kind, found in facts.items()}
        return {kind: list(self._kept_records(source, id, kind, found)) for kind, found in facts.items()}

    def _kept_records(
        self, source: str | None, id: str | None, kind: str, facts: Sequence[Mapping[str, Any]]
    ) -> Iterator[Mapping[str, Any]]:
        for fact in facts:
            made = self.about(source, id, kind, fact)
            if made is None or made.verdict == "right":
                yield fact
            elif made.verdict == "fixed":
                yield {**fact, **made.set}

    def stamp(self, source: str | None) -> bytes:
        """What changes where something else is decided about facts of a source."""
        return msgspec.json.encode([made for made in self._made.values() if made.source == source])

    def _kept(self, article: ExtractedArticle, kind: str, facts: Sequence[Fact]) -> Iterator[Fact]:
        for fact in facts:
            place = {"start": fact.start, "end": fact.end, "text": fact.text}
            made = self.about(article.source, article.id, kind, place)
            if made is None or made.verdict == "right":
                yield fact
            elif made.verdict == "fixed":
                yield _fixed(fact, made)


def _fixed(fact: Fact, made: Decision) -> Fact:
    """The fact with the fields that were fixed."""
    values = {field.encode_name: getattr(fact, field.name) for field in msgspec.structs.fields(fact)}
    values = {name: value for name, value in values.items() if value is not msgspec.UNSET} | made.set
    try:
        return msgspec.convert(values, type(fact))
    except msgspec.ValidationError as error:
        raise Undecidable(
            f"the decision about {made.kind} {made.start}–{made.end} of {made.source}: {error}"
        ) from error


def append(path: Path, decisions: Iterable[Decision]) -> None:
    """Adds decisions at the end of a file, which begins where there is none."""
    with path.open("ab") as stream:
        for decision in decisions:
            stream.write(msgspec.json.encode(decision) + b"\n")


def _read(path: Path) -> Iterator[Decision]:
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise Undecidable(f"{path}: cannot be read: {error.strerror}") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield msgspec.json.decode(line, type=Decision)
            except msgspec.DecodeError as error:
                raise Undecidable(f"{path}:{number}: not a decision ({error}); mend or remove the line") from error
