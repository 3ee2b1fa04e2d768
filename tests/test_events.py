"""Events: the worked cases of `extractors/events/examples.jsonl`, and what must not change what comes out."""

from __future__ import annotations

import datetime as dt
import random
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from waqai.extractors import Article, ExtractedArticle, extract_article
from waqai.extractors.events import Contradiction, Decision, Event, group, read
from waqai.extractors.events.decisions import Decisions
from waqai.extractors.events.merging import Merging
from waqai.extractors.events.placing import Placing
from waqai.extractors.events.shelf import Memory

EXAMPLES = Path(__file__).parent.parent / "extractors" / "events" / "examples.jsonl"


class Told(msgspec.Struct, frozen=True):
    """An article of a case."""

    published: dt.date
    title: str
    text: str


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A few articles and the events that they tell of, each with the fields that matter."""

    case: int
    note: str
    articles: list[Told]
    events: list[dict[str, Any]]


CASES = [msgspec.json.decode(line, type=Case) for line in EXAMPLES.read_text(encoding="utf-8").splitlines()]


@cache
def extracted(told: Told, source: str) -> ExtractedArticle:
    article = Article(text=told.text, title=told.title, published=told.published, source=source, id="1")
    return msgspec.structs.replace(extract_article(article), text=told.text)


def articles(case: Case, name: str = "a") -> list[ExtractedArticle]:
    return [extracted(told, f"{name}{number}.txt") for number, told in enumerate(case.articles)]


def facts(event: Event, expected: dict[str, Any]) -> dict[str, Any]:
    """The fields of an event that a case tells of, in its form."""
    found: dict[str, Any] = msgspec.to_builtins(event)
    tolls = event.tolls
    main = tolls.get("killed") or next(iter(tolls.values()))
    for name, toll in tolls.items():
        found[name] = [toll.min, toll.best, toll.max]
    found |= {"status": main.status, "stale": main.stale, "checks": [check.text for check in main.checks if check.ok]}
    return {name: found.get(name) for name in expected}


@pytest.mark.parametrize("case", CASES, ids=[f"{case.case}: {case.note}" for case in CASES])
def test_worked_case(case: Case) -> None:
    events = group(articles(case))
    assert len(events) == len(case.events)
    left = list(events)
    for expected in case.events:
        fitting = next((event for event in left if facts(event, expected) == expected), None)
        assert fitting is not None, (expected, [facts(event, expected) for event in left])
        left.remove(fitting)


def bare(events: list[Event]) -> list[dict[str, Any]]:
    """What events say, without where copies of their articles stand."""
    kept = []
    for event in events:
        record: dict[str, Any] = msgspec.to_builtins(event)
        for name in ("mentions", "outlets"):
            del record[name]
        kept.append(record)
    return kept


def test_copies_and_order_change_nothing() -> None:
    once = [article for case in CASES for article in articles(case)]
    names = random.Random(5).sample(range(10_000), 10 * len(once))
    copies = [msgspec.structs.replace(article, source=f"{name}.txt") for article in once for name in names[:10]]
    random.Random(6).shuffle(copies)
    assert bare(group(copies)) == bare(group(once))


def test_no_mention_is_lost_and_none_is_in_two_events() -> None:
    told = [article for case in CASES for article in articles(case, f"{case.case}-")]
    events = group(told)
    held = [(m.source, m.start, m.outcome) for event in events for m in event.mentions if m.kind == "casualties"]
    wanted = [(article.source, fact.start, fact.type) for article in told for fact in article.facts["casualties"]]  # type: ignore[attr-defined]
    assert sorted(held) == sorted(wanted)


def key(event: Event, number: int = 0) -> tuple[str | None, str | None, int, str]:
    mention = event.mentions[number]
    return mention.source, mention.article, mention.start, mention.outcome


def test_decisions_join_part_leave_and_set() -> None:
    two = group(articles(next(case for case in CASES if case.case == 33)))
    told = articles(next(case for case in CASES if case.case == 33))
    (joined,) = group(told, [Decision(same=[key(two[0]), key(two[1])])])
    assert joined.articles == 2
    one = articles(next(case for case in CASES if case.case == 8))
    (event,) = group(one)
    other = next(i for i, mention in enumerate(event.mentions) if mention.source != event.mentions[0].source)
    parted = group(one, [Decision(different=[key(event), key(event, other)])])
    assert [part.articles for part in parted] == [1, 1]
    assert len(group(told, [Decision(leave=key(two[0]))])) == 1
    (first, _) = group(told, [Decision(toll=key(two[0]), outcome="killed", min=3, best=5, max=6)])
    assert (first.tolls["killed"].min, first.tolls["killed"].best, first.tolls["killed"].max) == (3, 5, 6)
    with pytest.raises(Contradiction, match="lines 1 and 2"):
        group(
            told,
            [Decision(same=[key(two[0]), key(two[1])]), Decision(different=[key(two[0]), key(two[1])])],
        )


def holding(events: list[Event], wanted: tuple[str | None, str | None, int, str]) -> str:
    """The id of the event that holds a mention."""
    return next(event.id for event in events for number in range(len(event.mentions)) if key(event, number) == wanted)


def test_three_joins_and_three_partings_hold_when_more_articles_come() -> None:
    few = [article for case in CASES[:-3] for article in articles(case, f"{case.case}-")]
    more = [article for case in CASES for article in articles(case, f"{case.case}-")]
    before = group(few)
    lone = [event for event in before if event.scope == "incident" and event.articles == 1][:6]
    many = [event for event in before if event.scope == "incident" and event.articles > 1][:3]
    joined = [(key(one), key(other)) for one, other in zip(lone[::2], lone[1::2], strict=True)]
    parted = [
        (key(event), key(event, next(i for i, m in enumerate(event.mentions) if m.source != event.mentions[0].source)))
        for event in many
    ]
    decisions = [Decision(same=list(pair)) for pair in joined] + [Decision(different=list(pair)) for pair in parted]
    assert len(decisions) == 6
    for told in (few, more, more[::-1]):
        events = group(told, decisions)
        assert all(holding(events, one) == holding(events, other) for one, other in joined)
        assert all(holding(events, one) != holding(events, other) for one, other in parted)


def places(shelf: Memory) -> list[object]:
    """Where each report stands, and what is one event in the end."""
    decided = Decisions()
    merged = Merging(shelf, decided, shelf.event_of).merged(shelf.events())
    return [
        {name: shelf.placement(name) for name in shelf.names()},
        sorted(sorted(report.name for report in cluster.reports) for cluster in merged),
    ]


def test_reports_that_come_in_any_order_or_again_give_what_all_give_at_once() -> None:
    told = [read(article)[2] for case in CASES for article in articles(case)]
    whole = Memory(report for reports in told for report in reports)
    Placing(whole, Decisions()).settle([report for reports in told for report in reports])
    for seed in range(6):
        chance = random.Random(seed)
        coming = chance.sample(told, len(told))
        shelf = Memory()
        while coming:
            size = chance.choice((1, 3, 20))
            batch = [report for reports in coming[:size] for report in reports]
            shelf.add(batch)
            Placing(shelf, Decisions()).settle(batch)
            coming = coming[size:]
        for reports in chance.sample(told, 5):
            Placing(shelf, Decisions()).settle([], reports)
            shelf.add(reports)
            Placing(shelf, Decisions()).settle(reports)
        assert places(shelf) == places(whole)
