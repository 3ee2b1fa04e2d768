"""`waqai convert`: facts to the files of annotation tools, and what people corrected there back to gold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from .annotations import brat, labelstudio
from .annotations.layout import Annotated, Field, Unconvertible, layout
from .options import To

if TYPE_CHECKING:
    from waqai.extractors import Fact


def convert(source: Path, to: To, output: Path, types: Mapping[str, type[Fact]], version: str) -> int:
    """Converts a file, or a folder of brat's, and writes `output`; how many articles. Raises Unconvertible, OSError."""
    fields = layout(types)
    if to is To.gold:
        articles = list(_corrected(source, fields))
        output.write_bytes(b"".join(msgspec.json.encode(article) + b"\n" for article in articles))
        return len(articles)
    found = list(extracted(source))
    match to:
        case To.labelstudio:
            tasks = [labelstudio.task(article, fields, version) for article in found]
            output.write_bytes(msgspec.json.format(msgspec.json.encode(tasks), indent=1) + b"\n")
            output.with_suffix(".xml").write_text(labelstudio.config(fields), "utf-8")
        case To.brat:
            _write_collection(output, found, fields)
        case To.spacy:
            from .annotations.spacy import doc_bin

            output.write_bytes(doc_bin(found))
        case To.conll:
            from .annotations.conll import columns

            output.write_text("".join(columns(article, list(fields)) for article in found), "utf-8", newline="")
    return len(found)


def extracted(source: Path) -> Iterator[Annotated]:
    """The articles in JSON Lines of `waqai extract --with-text`."""
    for number, line in enumerate(source.read_bytes().splitlines(), 1):
        if not line.strip():
            continue
        try:
            article = msgspec.json.decode(line, type=Annotated)
        except msgspec.DecodeError as error:
            told = "no text" if "`text`" in str(error) else str(error)
            raise Unconvertible(f"{source}:{number}: {told}; give JSON Lines of waqai extract --with-text") from error
        for kind, facts in article.facts.items():
            for fact in facts:
                if article.text[fact.get("start", 0) : fact.get("end", 0)] != fact.get("text"):
                    raise Unconvertible(f"{source}:{number}: a fact of {kind} is not where it says it is")
        yield article


def _corrected(source: Path, fields: Mapping[str, Sequence[Field]]) -> Iterator[dict[str, object]]:
    """The articles in a collection of brat's or an export of Label Studio."""
    if source.is_dir():
        yield from brat.gold(source, fields)
        return
    try:
        tasks = msgspec.json.decode(source.read_bytes())
    except msgspec.DecodeError as error:
        raise Unconvertible(f"{source}: not valid JSON ({error}); export the project as JSON") from error
    if not isinstance(tasks, list):
        raise Unconvertible(f"{source}: no list of tasks; export the project as JSON, or name a folder of brat's")
    try:
        yield from labelstudio.gold(tasks, fields)
    except Unconvertible as error:
        raise Unconvertible(f"{source}: {error}") from error


def _write_collection(folder: Path, articles: Sequence[Annotated], fields: Mapping[str, Sequence[Field]]) -> None:
    """A collection of brat's: numbered files, as ids may be no names of files."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / brat.CONFIG).write_text(brat.config(fields), "utf-8")
    digits = len(str(len(articles)))
    for number, article in enumerate(articles, 1):
        path = folder / f"{number:0{digits}}.txt"
        path.write_bytes(article.text.encode())
        path.with_suffix(".ann").write_text(brat.standoff(article, fields), "utf-8", newline="")
        about = {"id": article.id, "source": article.source, "title": article.title, "published": article.published}
        path.with_suffix(".json").write_bytes(msgspec.json.encode(about))
