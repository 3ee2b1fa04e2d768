"""`waqai events`: outputs, filters, a database that grows, and decisions."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest

from .commandline import invoke

ARTICLES = [
    (
        "2016-03-12",
        "11 قتيلا في تفجير جامع الرحمة",
        "قتل 11 شخصا وأصيب ستة أمس في تفجير انتحاري استهدف جامع الرحمة في المكلا.",
    ),
    (
        "2016-03-12",
        "تفجير المكلا",
        "أعلنت الشرطة مقتل 11 شخصا أمس في التفجير الانتحاري الذي استهدف جامع الرحمة في المكلا.",
    ),
    (
        "2016-03-13",
        "ارتفاع الحصيلة",
        "ارتفعت حصيلة التفجير الذي استهدف جامع الرحمة في المكلا الجمعة إلى 13 قتيلا، بحسب الشرطة.",
    ),
    ("2016-03-20", "حادث سير في الأردن", "قتل ثلاثة أشخاص أمس في حادث سير على الطريق الصحراوي جنوب عمان."),
]
TOLLS = """
SELECT title, "from", outcome, min, best, max, status FROM events JOIN tolls USING (event) ORDER BY 1, 2, 3
"""


def write(path: Path, articles: list[tuple[str, str, str]], first: int = 0) -> Path:
    lines = [
        json.dumps(
            {"id": f"n{first + i}", "date": day, "title": title, "text": f"{title}\n\n{text}"}, ensure_ascii=False
        )
        for i, (day, title, text) in enumerate(articles)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def run(*arguments: object, code: int = 0) -> str:
    result = invoke("events", *arguments, "--jobs", "1")
    assert result.exit_code == code, result.output
    return result.output


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return write(tmp_path / "news.jsonl", ARTICLES)


def tolls(database: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as opened:
        return opened.execute(TOLLS).fetchall()


def test_json_lines_are_one_event_each(news: Path) -> None:
    events = [json.loads(line) for line in run(news, "--format", "jsonl").splitlines()]
    assert [(event["tolls"]["killed"]["best"], event["articles"]) for event in events] == [(13, 3), (3, 1)]
    assert [step["min"] for step in events[0]["tolls"]["killed"]["history"]] == [11, 11, 11, 13]


def test_extracted_facts_give_the_same_events(news: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts.jsonl"
    result = invoke("extract", str(news), "--with-text", "-o", str(facts), "--jobs", "1", "-q")
    assert result.exit_code == 0
    assert run(facts, "--format", "jsonl") == run(news, "--format", "jsonl")


def test_a_database_of_facts_gives_the_same_events(news: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts.sqlite"
    result = invoke("extract", news, "--with-text", "-o", facts, "--jobs", "1", "-q")
    assert result.exit_code == 0
    assert run(facts, "--format", "csv") == run(news, "--format", "csv")


def test_facts_without_text_are_told(news: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts.jsonl"
    invoke("extract", str(news), "-o", str(facts), "--jobs", "1", "-q")
    assert "--with-text" in run(facts, "--format", "jsonl", code=1)


def test_csv_geojson_and_table(news: Path) -> None:
    rows = list(csv.DictReader(run(news, "--format", "csv").splitlines()))
    assert [row["killed_best"] for row in rows] == ["13", "3"]
    told = list(csv.DictReader(run(news, "--format", "csv", "--statements").splitlines()))
    assert {row["outcome"] for row in told} == {"killed", "injured"}
    assert json.loads(run(news, "--format", "geojson"))["type"] == "FeatureCollection"
    assert "told one by one, as reported: 16 killed" in run(news, "--format", "table")


def test_filters_choose_what_is_shown(news: Path) -> None:
    assert len(run(news, "--format", "jsonl", "--min-killed", 10).splitlines()) == 1
    assert len(run(news, "--format", "jsonl", "--from", "2016-03-15").splitlines()) == 1
    assert len(run(news, "--format", "jsonl", "--cause", "bombing").splitlines()) == 1
    assert run(news, "--format", "jsonl", "--outcome", "missing") == ""


def test_one_event_with_its_history(news: Path) -> None:
    first = json.loads(run(news, "--format", "jsonl").splitlines()[0])
    shown = run(news, "--format", "table", "--event", first["id"], "--explain")
    assert "as reported" in shown
    assert "score" in shown
    assert first["place"]["lat"] is not None
    assert "None" not in shown
    assert "no event" in run(news, "--event", "2000-01-01-XX-0000", code=1)


def test_a_database_that_grows_is_as_one_made_at_once(news: Path, tmp_path: Path) -> None:
    once, grown = tmp_path / "once.db", tmp_path / "grown.db"
    run(news, "-o", once)
    for number, article in enumerate(ARTICLES):
        run(write(tmp_path / f"day{number}.jsonl", [article], number), "--update", grown)
    assert tolls(grown) == tolls(once)
    run(news, "--update", once)
    assert tolls(grown) == tolls(once)


def test_ids_stay_when_articles_are_added(tmp_path: Path) -> None:
    database = tmp_path / "events.db"
    run(write(tmp_path / "late.jsonl", ARTICLES[2:3], 2), "--update", database)
    with closing(sqlite3.connect(database)) as opened:
        (before,) = opened.execute("SELECT event FROM events").fetchone()
    run(write(tmp_path / "early.jsonl", ARTICLES[:2]), "--update", database)
    with closing(sqlite3.connect(database)) as opened:
        assert opened.execute("SELECT event, articles FROM events").fetchall() == [(before, 3)]


def test_what_is_there_is_not_overwritten(news: Path, tmp_path: Path) -> None:
    output = tmp_path / "events.json"
    run(news, "-o", output)
    assert "--force" in run(news, "-o", output, code=2)
    run(news, "-o", output, "--force")
    assert "not a database" in run(news, "--update", output, code=1)


def test_decisions_beside_the_output_are_applied(news: Path, tmp_path: Path) -> None:
    event = json.loads(run(news, "--format", "jsonl").splitlines()[0])
    (mention,) = [m for m in event["mentions"] if m["article"] == "n2"]
    key = [mention["source"], mention["article"], mention["start"], mention["outcome"]]
    answers = tmp_path / "events.decisions.jsonl"
    answers.write_text(
        json.dumps({"leave": key}) + "\n" + json.dumps({"leave": ["gone.txt", None, 3, "killed"]}) + "\n"
    )
    shown = run(news, "--format", "json", "-o", tmp_path / "events.json")
    assert "decision 2" in shown
    assert json.loads((tmp_path / "events.json").read_text())[0]["tolls"]["killed"]["best"] == 11
    answers.write_text('{"same": 1}\n')
    assert "events.decisions.jsonl:1" in run(news, "--decisions", answers, code=1)


def test_questions_name_the_words_and_the_answers_are_decisions(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    from waqai.cli.events import review
    from waqai.extractors.events import Event

    events = [msgspec.json.decode(line, type=Event) for line in run(news, "--format", "jsonl").splitlines()]
    doubtful = msgspec.structs.replace(events[0], review=["near threshold"])
    alike = msgspec.structs.replace(events[1], alike=[events[0].id])
    asked = review.questions([doubtful, alike])
    assert asked[0].words and asked[0].mention.article != doubtful.mentions[0].article
    assert asked[-1].event.id == events[0].id
    answers = iter(["y", "n", "skip", "q"])
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    assert review.ask([doubtful, alike], tmp_path / "d.jsonl") == 2
    same, different = review.read_decisions(tmp_path / "d.jsonl")
    assert len(same.same) == len(different.different) == 2


def test_a_village_that_the_gazetteer_lacks_is_at_no_exact_point(tmp_path: Path) -> None:
    text = "قتل خمسة مدنيين في غارة على بلدة تل السنديان شمال مدينة الرقة السورية."
    news = tmp_path / "news.jsonl"
    news.write_text(json.dumps({"id": "1", "date": "2016-11-13", "text": text}), "utf-8")
    place = json.loads(run(news, "--format", "jsonl").splitlines()[0])["place"]
    assert (place["name"], place["region"], place["id"], place["precision"]) == (
        "تل السنديان",
        "الرقة",
        None,
        "district",
    )


def test_the_sum_is_bounded_by_what_may_be_one_event_and_what_may_be_two() -> None:
    from waqai.cli.events.table import totals
    from waqai.extractors.events import Event

    def event(id: str, killed: tuple[int, int], alike: list[str], scores: list[float]) -> Event:
        toll = {"min": min(killed), "best": killed[0], "max": max(killed), "status": "disputed", "as_of": None}
        told = {"day": None, "modifier": None, "said_by": None, "official": False, "outlet": None, "start": 0, "end": 1}
        history = [
            told | {"article": f"{id}{number}", "min": figure, "max": figure, "step": "first", "text": ""}
            for number, figure in enumerate(killed)
        ]
        mention = {"source": "s", "kind": "casualties", "outcome": "killed", "start": 0, "end": 1, "relation": None}
        mentions = [mention | {"article": f"{id}{number}", "score": score} for number, score in enumerate(scores)]
        tolls = {"killed": toll | {"sources": 2, "stale": 0, "history": history}}
        return msgspec.convert(
            {"id": id, "was": [], "title": "", "scope": "incident", "outside": False, "cause": None, "from": None,
             "to": None, "day_precision": None, "place": None, "tolls": tolls, "actors": [], "articles": 2,
             "outlets": 2, "first": None, "last": None, "mentions": mentions, "of": None, "parts": [],
             "alike": alike, "review": []},
            Event,
        )  # fmt: skip

    sure = [event("a", (5, 5), [], [0.0, 3.0]), event("b", (8, 7), [], [0.0, 3.0])]
    assert totals(sure).startswith("13 killed (12–13)")
    may_be_one = [sure[0], event("b", (8, 7), ["a"], [0.0, 3.0])]
    assert totals(may_be_one).startswith("13 killed (7–13)")
    may_be_two = [sure[0], event("b", (8, 7), [], [0.0, 2.1])]
    assert totals(may_be_two).startswith("13 killed (12–20)")
