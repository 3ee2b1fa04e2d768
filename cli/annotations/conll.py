"""CoNLL columns: a token a line with a BIO tag for each kind, a blank line after each sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from .layout import Annotated

_TOKEN = re.compile(r"\w+|[^\w\s]")
_LABEL = ("type", "category", "kind")  # the field, if a kind has one, by which tags differ
_SENTENCE_ENDS = frozenset(".!?؟")


def columns(article: Annotated, kinds: Sequence[str]) -> str:
    """The tokens of an article. Of facts of one kind that overlap the longest has the tags."""
    tags = {kind: _tags(article.facts.get(kind, [])) for kind in kinds}
    lines = [f"# id = {article.name}", f"# columns = token start end {' '.join(kinds)}"]
    last = 0
    for token in _TOKEN.finditer(article.text):
        start, end = token.span()
        if lines[-1] and not lines[-1].startswith("#") and "\n" in article.text[last:start]:
            lines.append("")
        row = [_tag(tags[kind], start, end) for kind in kinds]
        lines.append("\t".join([token[0], str(start), str(end), *row]))
        if token[0] in _SENTENCE_ENDS:
            lines.append("")
        last = end
    return "\n".join(lines).rstrip("\n") + "\n\n"


def _tags(facts: Sequence[Mapping[str, Any]]) -> list[tuple[int, int, str]]:
    """Spans with their labels, none inside another."""
    kept: list[tuple[int, int, str]] = []
    for fact in sorted(facts, key=lambda fact: (fact["start"] - fact["end"], fact["start"])):
        start, end = fact["start"], fact["end"]
        if all(end <= other or start >= stop for other, stop, _ in kept):
            label = next((str(fact[name]) for name in _LABEL if fact.get(name)), "fact")
            kept.append((start, end, label))
    return sorted(kept)


def _tag(spans: Sequence[tuple[int, int, str]], start: int, end: int) -> str:
    for first, last, label in spans:
        if start < last and end > first:
            return f"{'B' if start <= first else 'I'}-{label}"
    return "O"
