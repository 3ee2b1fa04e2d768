"""brat's standoff format: for each article a `.txt` and an `.ann`, and an `annotation.conf` for the collection.

A fact is a text-bound annotation whose type is its kind; choices are attributes, other fields a note in JSON.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from .layout import PLACE, Annotated, Field, Unconvertible, Widget, read_back, written

CONFIG = "annotation.conf"
_LINE_ENDS = re.compile(r"[\r\n]+")
_SPAN = re.compile(r"T(?P<id>\d+)\t(?P<kind>\S+) (?P<places>\d+ \d+(?:;\d+ \d+)*)\t(?P<text>.*)")
_ATTRIBUTE = re.compile(r"[AM]\d+\t(?P<name>\S+) T(?P<id>\d+)(?: (?P<value>\S+))?")
_NOTE = re.compile(r"#\d+\tAnnotatorNotes T(?P<id>\d+)\t(?P<note>.*)")


def config(fields: Mapping[str, Sequence[Field]]) -> str:
    """The `annotation.conf` of a collection."""
    attributes = [
        f"{kind}_{field.name}\tArg:{kind}, Value:{'|'.join(field.choices)}"
        for kind, own in fields.items()
        for field in own
        if field.widget is Widget.choice
    ]
    return "\n".join(["[entities]", *fields, "", "[relations]", "", "[events]", "", "[attributes]", *attributes, ""])


def standoff(article: Annotated, fields: Mapping[str, Sequence[Field]]) -> str:
    """The `.ann` of an article."""
    lines, attributes, number = [], 0, 0
    for kind, facts in article.facts.items():
        for fact in facts:
            number += 1
            places = ";".join(f"{start} {end}" for start, end in _pieces(article.text, fact["start"], fact["end"]))
            lines.append(f"T{number}\t{kind} {places}\t{_LINE_ENDS.sub(' ', fact['text'])}")
            note = {}
            for field in fields.get(kind, ()):
                value = fact.get(field.name)
                if field.widget is Widget.choice and value is not None:
                    attributes += 1
                    lines.append(f"A{attributes}\t{kind}_{field.name} T{number} {written(value)}")
                elif field.widget is not Widget.choice:
                    note[field.name] = value
            lines.append(f"#{number}\tAnnotatorNotes T{number}\t{msgspec.json.encode(note).decode()}")
    return "".join(line + "\n" for line in lines)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a span between its line ends, over which brat allows none."""
    for piece in re.finditer(r"[^\r\n]+", text[start:end]):
        yield start + piece.start(), start + piece.end()


def gold(folder: Path, fields: Mapping[str, Sequence[Field]]) -> Iterator[dict[str, Any]]:
    """The articles of a folder with the facts that a person left in them. Raises Unconvertible."""
    for path in sorted(folder.glob("*.ann")):
        text = path.with_suffix(".txt").read_bytes().decode()
        names = path.with_suffix(".json")
        about = msgspec.json.decode(names.read_bytes()) if names.exists() else {"id": path.stem}
        yield about | {"text": text, "facts": _facts(path, text, fields)}


def _facts(path: Path, text: str, fields: Mapping[str, Sequence[Field]]) -> dict[str, list[dict[str, Any]]]:
    facts: dict[str, tuple[str, dict[str, Any]]] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if (span := _SPAN.fullmatch(line)) is not None:
            places = [int(place) for place in re.findall(r"\d+", span["places"])]
            start, end = places[0], places[-1]
            if _LINE_ENDS.sub(" ", text[start:end]) != _LINE_ENDS.sub(" ", span["text"]):
                raise Unconvertible(f"{path}:{number}: the article has {text[start:end]!r} there")
            own = fields.get(span["kind"], ())
            fact = dict(zip(PLACE, (start, end, text[start:end]), strict=True)) | {field.name: None for field in own}
            facts[span["id"]] = span["kind"], fact
        elif (attribute := _ATTRIBUTE.fullmatch(line)) is not None and attribute["id"] in facts:
            kind, fact = facts[attribute["id"]]
            name = attribute["name"].removeprefix(f"{kind}_")
            field = next((field for field in fields.get(kind, ()) if field.name == name), None)
            if field is None:
                raise Unconvertible(f"{path}:{number}: {kind} has no field {name!r}")
            fact[name] = read_back(field, attribute["value"] or "true")
        elif (note := _NOTE.fullmatch(line)) is not None and note["id"] in facts:
            try:
                facts[note["id"]][1].update(msgspec.json.decode(note["note"]))
            except (msgspec.DecodeError, TypeError, ValueError) as error:
                raise Unconvertible(f"{path}:{number}: a note that is no JSON object ({error})") from error
    sorted_facts: dict[str, list[dict[str, Any]]] = {kind: [] for kind in fields}
    for kind, fact in sorted(facts.values(), key=lambda pair: (pair[1]["start"], pair[1]["end"])):
        sorted_facts.setdefault(kind, []).append(fact)
    return sorted_facts
