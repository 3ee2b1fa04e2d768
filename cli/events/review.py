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


def questions(events: Sequence[Event]) -> list[tuple[Event, MentionRef]]:
    """The mentions whose place in their event is least sure, the least sure first."""
    doubtful = [
        (mention.score, event.id, mention.start, event, mention)
        for event in events
        if "near threshold" in event.review
        for mention in event.mentions
        if mention.score
    ]
    seen: set[tuple[str | None, str | None, float]] = set()
    found = []
    for score, _, _, event, mention in sorted(doubtful, key=lambda row: row[:3]):
        where = (mention.source, mention.article, score)
        if where not in seen:
            seen.add(where)
            found.append((event, mention))
    return found


def ask(events: Sequence[Event], path: Path) -> int:
    """Asks each question on the terminal, until one is answered with q. How many answers were kept."""
    kept = 0
    for event, mention in questions(events):
        anchor = event.mentions[0]
        if (anchor.source, anchor.article) == (mention.source, mention.article):
            continue
        print(f"\n{event.id}  {event.title}")
        print(f"  score {mention.score:.2f}: {mention.source} {mention.article} [{mention.start}]")
        answer = input("  of this event? y / n / leave / skip / q: ").strip().lower()
        if answer in ("q", "quit"):
            break
        decision = _decision(answer, anchor, mention)
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
