"""`waqai check`: a person walks through facts in their sentence and says which are right."""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import msgspec

from .annotations.layout import PLACE, Annotated, Field, Widget, read_back, written
from .decisions import Decision, Decisions, append

_AROUND = 120  # characters shown before and after a fact at most
_HELP = "y right · n wrong · FIELD=VALUE fix (several: field=value; field=value) · s skip · b back · q quit"

Ask = Callable[[str], str]
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Question:
    """A fact to be looked at, in its article."""

    article: Annotated
    kind: str
    fact: dict[str, Any]

    def doubt(self) -> float:
        """How unsure the fact is, 0 to 1: values that are open or unknown, and fields that found nothing."""
        values = [value for name, value in self.fact.items() if name not in PLACE]
        unsure = sum(value is None or (isinstance(value, str) and "XX" in value) for value in values)
        vague = self.fact.get("modifier") == "vague" or self.fact.get("implicit") is True
        return (unsure / max(1, len(values)) + vague) / 2


def questions(articles: Sequence[Annotated], decisions: Decisions | None, kinds: Sequence[str]) -> list[Question]:
    """What is not decided yet, the most doubtful first; what is as doubtful stays in order."""
    made = decisions or Decisions()
    open_questions = [
        Question(article, kind, fact)
        for article in articles
        for kind in kinds
        for fact in article.facts.get(kind, [])
        if made.about(article.source, article.id, kind, fact) is None
    ]
    return sorted(open_questions, key=Question.doubt, reverse=True)


def walk(
    asked: Sequence[Question], fields: Mapping[str, Sequence[Field]], path: Path, ask: Ask, say: Say, who: str = ""
) -> int:
    """Asks one question after the other; each answer is written at once. How many were answered."""
    say(_HELP)
    answered, number = 0, 0
    while number < len(asked):
        question = asked[number]
        say(f"\n{number + 1}/{len(asked)}  {question.article.name}  {question.kind}")
        say(_in_its_sentence(question))
        say("  " + "  ".join(f"{field.name}={_shown(question.fact, field)}" for field in fields[question.kind]))
        answer = _answer(ask, say, fields[question.kind], question.fact)
        if answer == "quit":
            break
        if answer == "back":
            number = max(0, number - 1)
            continue
        if answer != "skip":
            append(path, [_decision(question, answer, who)])
            answered += 1
        number += 1
    return answered


def _answer(
    ask: Ask, say: Say, fields: Sequence[Field], fact: Mapping[str, Any]
) -> Literal["quit", "back", "skip"] | bool | dict[str, Any]:
    """What a person says: right (true), wrong, what is to be fixed, or where to go on. Asked until it is plain."""
    while True:
        try:
            said = ask("> ").strip()
        except EOFError:
            return "quit"
        match said.lower():
            case "y" | "yes" | "نعم":
                return True
            case "n" | "no" | "لا":
                return False
            case "s" | "skip" | "":
                return "skip"
            case "b" | "back":
                return "back"
            case "q" | "quit":
                return "quit"
        fixed = _fixes(said, fields)
        wrong = fixed if isinstance(fixed, str) else _out_of_order({**fact, **fixed})
        if isinstance(fixed, dict) and not wrong:
            return fixed
        say(wrong)


def _fixes(said: str, fields: Sequence[Field]) -> dict[str, Any] | str:
    """The fields that an answer such as `min=15; max=15; modifier=about` sets, or why it is none."""
    fixed: dict[str, Any] = {}
    for part in said.split(";"):
        name, equals, value = (piece.strip() for piece in part.partition("="))
        field = next((field for field in fields if field.name == name), None)
        if not equals or field is None:
            return f"{part.strip()!r} is no answer; {_HELP}; fields: {', '.join(field.name for field in fields)}"
        if value in ("", "null", "none"):
            fixed[name] = None
        elif field.choices and value not in field.choices:
            return f"{name} is one of {', '.join(field.choices)}"
        elif field.widget is Widget.number and not value.lstrip("-").isdigit():
            return f"{name} is a number"
        else:
            fixed[name] = read_back(field, float(value) if field.widget is Widget.number else value)
    return fixed


def _out_of_order(fact: Mapping[str, Any]) -> str:
    """What is wrong with the bounds of a fact as it would be fixed, or nothing."""
    low, high = fact.get("min"), fact.get("max")
    if not isinstance(low, int | float) or not isinstance(high, int | float) or low <= high:
        return ""
    return f"min={low} is greater than max={high}; set both: min=NUMBER; max=NUMBER"


def _decision(question: Question, answer: bool | dict[str, Any], who: str) -> Decision:
    article, fact = question.article, question.fact
    return Decision(
        source=article.source,
        id=article.id,
        kind=question.kind,
        start=fact["start"],
        end=fact["end"],
        text=fact["text"],
        verdict="fixed" if isinstance(answer, dict) else "right" if answer else "wrong",
        set=answer if isinstance(answer, dict) else {},
        at=dt.datetime.now().isoformat(timespec="seconds"),
        who=who or _user(),
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name to be had
        return ""


def _in_its_sentence(question: Question) -> str:
    """The fact between brackets, with the words around it on its line."""
    text, start, end = question.article.text, question.fact["start"], question.fact["end"]
    before, after = text[:start].rpartition("\n")[2], text[end:].partition("\n")[0]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return f"\u2068{before}【{text[start:end]}】{after}\u2069"


def _shown(fact: Mapping[str, Any], field: Field) -> str:
    value = fact.get(field.name)
    return "–" if value is None else f"\u2068{written(value)}\u2069"


def gold(articles: Sequence[Annotated], decisions: Decisions | None, kinds: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The articles all of whose facts of these kinds are decided, with what is right: gold for `waqai score`."""
    made = decisions or Decisions()
    for article in articles:
        facts = {kind: list(_right(article, kind, made)) for kind in kinds}
        if all(fact is not None for found in facts.values() for fact in found):
            kept = {kind: [fact for fact in found if fact] for kind, found in facts.items()}
            yield {"id": article.id, "source": article.source, "text": article.text, "facts": kept}


def _right(article: Annotated, kind: str, decisions: Decisions) -> Iterator[dict[str, Any] | None]:
    """Each fact as it should be, an empty one where it is wrong, None where nobody said."""
    for fact in article.facts.get(kind, []):
        made = decisions.about(article.source, article.id, kind, fact)
        yield None if made is None else {} if made.verdict == "wrong" else fact | made.set


def encode(records: Iterator[dict[str, Any]]) -> bytes:
    """Records as JSON Lines."""
    return b"".join(msgspec.json.encode(record) + b"\n" for record in records)
