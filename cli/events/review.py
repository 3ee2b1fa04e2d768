"""Open questions, most doubtful first, asked on a terminal; the answers go to the file of decisions."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from pathlib import Path

import msgspec

from waqai.extractors.events import Decision, Event, MentionRef


class BadDecisions(ValueError):
    """A line of a file of decisions that is none; the message names file and line."""


def read_decisions(path: Path) -> list[Decision]:
    """The decisions in a file, none where there is no file. Raises BadDecisions."""
    if not path.exists():
        return []
    found = []
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if not line.strip():
            continue
        try:
            found.append(msgspec.json.decode(line, type=Decision))
        except msgspec.DecodeError as error:
            raise BadDecisions(f"{path}:{number}: not a decision ({error}); mend or remove the line") from error
    return found


def key(mention: MentionRef, outcome: str) -> tuple[str | None, str | None, int, str]:
    """What a decision calls a mention."""
    id = None if mention.article == mention.source else mention.article
    return mention.source, id, mention.start, outcome


def append(path: Path, decision: Decision) -> None:
    """Adds a decision to a file, on a line of its own, and forces it to the disk."""
    dated = msgspec.structs.replace(decision, at=dt.datetime.now().isoformat(timespec="seconds"))
    with path.open("ab") as file:
        file.write(msgspec.json.encode(dated) + b"\n")
        file.flush()
        os.fsync(file.fileno())


class Question(msgspec.Struct, frozen=True):
    """Whether a mention is of an event; its words, and how well it fits where that was measured."""

    event: Event
    mention: MentionRef
    words: str
    score: float | None


def questions(events: Sequence[Event]) -> list[Question]:
    """Mentions whose place in their event is least sure, the least sure first; then events that may be one."""
    doubtful = sorted(
        (mention.score, event.id, mention.start, number, place)
        for number, event in enumerate(events)
        if "near threshold" in event.review
        for place, mention in enumerate(event.mentions)
        if mention.score
    )
    seen: set[tuple[str | None, str | None, float]] = set()
    found = []
    for score, _, _, number, place in doubtful:
        event = events[number]
        mention, first = event.mentions[place], event.mentions[0]
        where = (mention.source, mention.article, score)
        if where not in seen and (mention.source, mention.article) != (first.source, first.article):
            seen.add(where)
            found.append(Question(event, mention, _words(event, mention), score))
    return found + _alike(events)


def _alike(events: Sequence[Event]) -> list[Question]:
    """Pairs of events that fell just short of being one."""
    by_id = {event.id: event for event in events}
    pairs = [(event, by_id[other]) for event in events for other in event.alike if other in by_id]
    return [Question(one, other.mentions[0], other.title, None) for other, one in pairs]


def _words(event: Event, mention: MentionRef) -> str:
    """The words of a mention, from the history of its toll."""
    history = event.tolls[mention.outcome].history if mention.outcome in event.tolls else []
    return next((told.text for told in history if (told.article, told.start) == (mention.article, mention.start)), "")


def ask(events: Sequence[Event], path: Path) -> int:
    """Asks each question on the terminal, until one is answered with q. How many answers were kept."""
    kept = 0
    for question in questions(events):
        event, mention = question.event, question.mention
        print(f"\n{event.id}  {event.title}")
        print(f"  {question.words}  ({mention.source} {mention.article} [{mention.start}])")
        answer = input("  of this event? y / n / leave / skip / q: ").strip().lower()
        if answer in ("q", "quit"):
            break
        decision = _decision(answer, event.mentions[0], mention)
        if decision is not None:
            append(path, decision)
            kept += 1
    return kept


def _decision(answer: str, anchor: MentionRef, mention: MentionRef) -> Decision | None:
    one, other = key(anchor, anchor.outcome), key(mention, mention.outcome)
    match answer:
        case "y" | "yes":
            return Decision(same=[one, other])
        case "n" | "no" | "split":
            return Decision(different=[one, other])
        case "leave":
            return Decision(leave=other)
        case _:
            return None
