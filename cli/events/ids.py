"""Ids of events that hold over runs: an event keeps the id of the one with which it shares most mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from waqai.extractors.events import Event

from .rows import Mention, mention_key


def with_old_ids(
    events: Sequence[Event],
    before: Mapping[str, set[Mention]],
    was: Mapping[str, list[str]],
    taken: Callable[[str], bool],
) -> list[Event]:
    """The events, each with the id of the old one with which it shares most mentions; other old ids are in `was`.

    `taken` tells whether an id is that of another event.
    """
    owner = {mention: old for old, mentions in before.items() for mention in mentions}
    shared = []
    for number, event in enumerate(events):
        told = [(*mention_key(m.source, m.article), m.start) for m in event.mentions]
        counted = Counter(owner[mention] for mention in told if mention in owner)
        shared += [(-count, old, number) for old, count in counted.items()]
    kept: dict[int, str] = {}
    merged: dict[int, list[str]] = {}
    for _, old, number in sorted(shared):
        if number not in kept and old not in kept.values():
            kept[number] = old
        elif old not in kept.values():
            merged.setdefault(number, []).append(old)
    return list(_renamed(events, kept, merged, was, taken))


def _renamed(
    events: Sequence[Event],
    kept: Mapping[int, str],
    merged: Mapping[int, list[str]],
    was: Mapping[str, list[str]],
    taken: Callable[[str], bool],
) -> Iterator[Event]:
    given = set(kept.values())
    for number, event in enumerate(events):
        id = kept.get(number) or _free(event.id, lambda id: id in given or taken(id))
        given.add(id)
        gone = [old for old in merged.get(number, []) if old not in kept.values()]
        earlier = [old for one in (id, *gone) for old in was.get(one, [])]
        yield msgspec.structs.replace(event, id=id, was=sorted({*gone, *earlier} - {id}))


def _free(id: str, taken: Callable[[str], bool]) -> str:
    """An id, with a number after it where it is taken."""
    free, again = id, 1
    while taken(free):
        again += 1
        free = f"{id}-{again}"
    return free
