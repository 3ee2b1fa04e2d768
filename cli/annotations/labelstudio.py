"""Label Studio: tasks with predictions out, annotations back. Offsets are code points, as ours are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any

from .layout import PLACE, Annotated, Field, Unconvertible, Widget, read_back, written

_KIND = "kind"  # the control that marks spans; one label a kind
_TAGS = {Widget.choice: "Choices", Widget.number: "Number", Widget.text: "TextArea"}
_TYPES = {Widget.choice: "choices", Widget.number: "number", Widget.text: "textarea"}
_COLOURS = ("#c0392b", "#2471a3", "#1e8449", "#b7950b", "#7d3c98", "#5f6a6a", "#ba4a00", "#117a65")


def config(fields: Mapping[str, Sequence[Field]]) -> str:
    """The labelling interface of a project: paste it under Settings › Labeling Interface › Code."""
    labels = "".join(
        f'    <Label value={_quoted(kind)} background="{_COLOURS[number % len(_COLOURS)]}"/>\n'
        for number, kind in enumerate(fields)
    )
    controls = "".join(_control(kind, field) for kind, own in fields.items() for field in own)
    return (
        f'<View>\n  <Labels name="{_KIND}" toName="text">\n{labels}  </Labels>\n'
        f'  <View style="direction: rtl">\n    <Text name="text" value="$text"/>\n  </View>\n{controls}</View>\n'
    )


def _quoted(value: str) -> str:
    """A value of an XML attribute."""
    return f'"{escape(value)}"'


def _control(kind: str, field: Field) -> str:
    """The control of one field, shown for a span of its kind."""
    tag = _TAGS[field.widget]
    choices = "".join(f"    <Choice value={_quoted(choice)}/>\n" for choice in field.choices)
    rows = ' rows="1" maxSubmissions="1" editable="true"' if field.widget is Widget.text else ""
    return (
        f'  <View visibleWhen="region-selected" whenTagName="{_KIND}" whenLabelValue={_quoted(kind)}>\n'
        f'    <Header value={_quoted(field.name)} size="6"/>\n'
        f'    <{tag} name={_quoted(f"{kind}.{field.name}")} toName="text" perRegion="true"{rows}'
        + (f">\n{choices}    </{tag}>\n" if choices else "/>\n")
        + "  </View>\n"
    )


def task(article: Annotated, fields: Mapping[str, Sequence[Field]], version: str) -> dict[str, Any]:
    """An article as a task whose prediction has its facts."""
    result = [
        item
        for kind, facts in article.facts.items()
        for number, fact in enumerate(facts)
        for item in _region(kind, f"{kind}-{number}", fact, fields.get(kind, ()))
    ]
    about = {"id": article.id, "source": article.source, "title": article.title, "published": article.published}
    return {
        "data": {"text": article.text} | {name: value for name, value in about.items() if value is not None},
        "predictions": [{"model_version": f"waqai {version}", "result": result}],
    }


def _region(kind: str, id: str, fact: Mapping[str, Any], fields: Sequence[Field]) -> Iterator[dict[str, Any]]:
    span = {name: fact[name] for name in PLACE}
    about = {"id": id, "to_name": "text"}
    yield about | {"from_name": _KIND, "type": "labels", "value": span | {"labels": [kind]}}
    for field in fields:
        value = fact.get(field.name)
        if value is None:
            continue
        key = _TYPES[field.widget]
        shown = value if field.widget is Widget.number else [written(value)]
        key = "text" if field.widget is Widget.text else key
        held = {name: fact[name] for name in ("start", "end")} | {key: shown}
        yield about | {"from_name": f"{kind}.{field.name}", "type": _TYPES[field.widget], "value": held}


def gold(tasks: Iterable[Mapping[str, Any]], fields: Mapping[str, Sequence[Field]]) -> Iterator[dict[str, Any]]:
    """The articles of an export (JSON) with the facts that a person left in them. Raises Unconvertible.

    The last annotation of a task counts; a task that nobody annotated is left out.
    """
    for number, exported in enumerate(tasks, 1):
        try:
            annotations = [a for a in exported["annotations"] if not a.get("was_cancelled")]
            data = exported["data"]
            if annotations:
                facts = _facts(annotations[-1]["result"], data["text"], fields)
                about = {name: data.get(name) for name in ("id", "source", "title", "published")}
                yield about | {"text": data["text"], "facts": facts}
        except (KeyError, TypeError, AttributeError, IndexError) as error:
            raise Unconvertible(
                f"task {number}: not a task of Label Studio ({error!r}); export the project as JSON"
            ) from error


def _facts(
    result: Iterable[Mapping[str, Any]], text: str, fields: Mapping[str, Sequence[Field]]
) -> dict[str, list[dict[str, Any]]]:
    spans: dict[str, tuple[str, dict[str, Any]]] = {}
    values: dict[str, dict[str, Any]] = defaultdict(dict)
    for item in result:
        value = item["value"]
        if item["from_name"] == _KIND:
            spans[item["id"]] = value["labels"][0], _placed(value, text)
        elif "." in item["from_name"]:
            kind, _, name = item["from_name"].partition(".")
            held = value.get("number", (value.get("choices") or value.get("text") or [None])[0])
            values[item["id"]][name] = held
    facts: dict[str, list[dict[str, Any]]] = {kind: [] for kind in fields}
    for id, (kind, span) in spans.items():
        known = {
            field.name: None if (held := values[id].get(field.name)) is None else read_back(field, held)
            for field in fields.get(kind, ())
        }
        facts.setdefault(kind, []).append(span | known)
    return {kind: sorted(found, key=lambda fact: (fact["start"], fact["end"])) for kind, found in facts.items()}


def _placed(value: Mapping[str, Any], text: str) -> dict[str, Any]:
    """The place of a span. Some versions count UTF-16 units, which differ after an emoji; its text decides."""
    start, end = value["start"], value["end"]
    said = value.get("text")
    if said is not None and text[start:end] != said:
        units = text.encode("utf-16-le")
        first, last = (len(units[: 2 * place].decode("utf-16-le", "ignore")) for place in (start, end))
        if text[first:last] != said:
            raise Unconvertible(f"the span {start}–{end} reads {said!r}, the article has {text[start:end]!r} there")
        start, end = first, last
    return {"start": start, "end": end, "text": text[start:end]}
