"""`waqai events`: outputs, filters, a database that grows, and decisions."""

from __future__ import annotations

import csv
import datetime as dt
import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
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


def test_a_day_that_is_not_told_is_shown_as_the_days_it_may_be(tmp_path: Path) -> None:
    articles = [
        ("2016-03-20", "حادث في معان", "قتل ثلاثة أشخاص في حادث سير في معان."),
        ("2016-03-01", "حادث في إربد", "قتل أربعة أشخاص في حادث سير في إربد."),
        ("2016-03-08", "حادث في عمان", "قتل شخصان أمس في حادث سير في عمان."),
    ]
    table = run(write(tmp_path / "undated.jsonl", articles), "--format", "table")
    assert [line.split()[0] for line in table.splitlines() if line.startswith("  2016")] == [
        "2016-02-29/03-01",
        "2016-03-07",
        "2016-03-19/20",
    ]


def test_filters_choose_what_is_shown(news: Path) -> None:
    assert len(run(news, "--format", "jsonl", "--min-killed", 10).splitlines()) == 1
    assert len(run(news, "--format", "jsonl", "--from", "2016-03-15").splitlines()) == 1
    assert len(run(news, "--format", "jsonl", "--cause", "bombing").splitlines()) == 1
    assert run(news, "--format", "jsonl", "--outcome", "missing") == ""


def test_one_event_with_its_history(news: Path) -> None:
    first = json.loads(run(news, "--format", "jsonl").splitlines()[0])
    shown = run(news, "--format", "table", "--event", first["id"], "--explain")
    assert "as reported" in shown
    assert "day +1.0, place +1.0" in shown
    assert "opened it" in shown
    assert "a greater figure than before" in shown
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


def test_what_was_checked_counts(news: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts.jsonl"
    invoke("extract", news, "--with-text", "-o", facts, "--jobs", "1", "-q")
    told = {record["id"]: record for record in map(json.loads, facts.read_text().splitlines())}
    (late,) = told["n2"]["facts"]["casualties"]
    (crash,) = told["n3"]["facts"]["casualties"]
    decided = [
        {"source": told[id]["source"], "id": id, "kind": "casualties", "verdict": verdict, "set": fixed}
        | {name: fact[name] for name in ("start", "end", "text")}
        for id, fact, verdict, fixed in (("n2", late, "fixed", {"min": 14, "max": 14}), ("n3", crash, "wrong", {}))
    ]
    checked = tmp_path / "facts.decisions.jsonl"
    checked.write_text("".join(json.dumps(one) + "\n" for one in decided))
    for source in (facts, news):
        events = [json.loads(line) for line in run(source, "--format", "jsonl", "--checked", checked).splitlines()]
        assert [event["tolls"]["killed"]["best"] for event in events] == [14]
    database = tmp_path / "events.db"
    run(news, "--update", database)
    run(news, "--update", database, "--checked", checked)
    assert [row[4] for row in tolls(database) if row[2] == "killed"] == [14]
    assert "no such file" in run(news, "--checked", tmp_path / "none.jsonl", code=2)


def content(database: Path) -> list[list[tuple[Any, ...]]]:
    """What is in the tables of events, without the numbers of articles and the ids of events."""
    queries = [
        "SELECT e.title, e.scope, e.articles, e.review, t.outcome, t.min, t.best, t.max, t.status, t.stale"
        " FROM events e JOIN tolls t USING (event)",
        "SELECT e.title, a.source, a.id, m.start, m.end, m.score FROM event_mentions m JOIN events e USING (event)"
        " JOIN articles a USING (article)",
        "SELECT e.title, a.id, s.start, s.outcome, s.min, s.step FROM statements s JOIN events e USING (event)"
        " JOIN articles a USING (article)",
    ]
    with closing(sqlite3.connect(database)) as opened:
        return [sorted(opened.execute(query).fetchall(), key=str) for query in queries]


class Killed(BaseException):
    """What stops a run as a power cut does: nothing after it is done."""


def dying(left: int) -> type[sqlite3.Connection]:
    """A connection that dies at a statement."""

    class Dying(sqlite3.Connection):
        def execute(self, *arguments: Any) -> sqlite3.Cursor:
            nonlocal left
            left -= 1
            if not left:
                raise Killed
            return super().execute(*arguments)

    return Dying


def test_a_run_that_dies_anywhere_loses_nothing_and_doubles_nothing(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from waqai.cli.events.store import EventStore
    from waqai.cli.events.updating import Updating
    from waqai.cli.events.work import Read
    from waqai.extractors import Article, extract_article
    from waqai.extractors.events import read

    def told(number: int) -> Read:
        day, title, text = ARTICLES[number]
        article = Article(text=text, title=title, published=dt.date.fromisoformat(day), source="a", id=str(number))
        key, copy, reports = read(msgspec.structs.replace(extract_article(article), text=text))
        return Read(key, copy, bytes([number]), title, article.published, reports)

    articles = [told(number) for number in range(len(ARTICLES))]

    def update(path: Path) -> None:
        with closing(EventStore(path)) as store:
            for one in articles:
                store.add(one)
            Updating(store, []).run()

    whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    update(whole)
    connect = sqlite3.connect
    for left in range(5, 400, 13):
        monkeypatch.setattr(sqlite3, "connect", lambda *a, left=left, **k: connect(*a, **k, factory=dying(left)))
        with suppress(Killed):
            update(killed)
    monkeypatch.undo()
    update(killed)
    assert content(killed) == content(whole)


def test_days_in_any_order_decisions_and_changes_are_as_all_at_once(tmp_path: Path) -> None:
    day, title, text = ARTICLES[2]
    changed = [*ARTICLES[:2], (day, title, text.replace("13", "15")), ARTICLES[3]]
    once, grown = tmp_path / "once.db", tmp_path / "grown.db"
    file = tmp_path / "news.jsonl"
    run(write(file, changed), "--update", once)
    event = json.loads(run(write(file, changed), "--format", "jsonl").splitlines()[0])
    keys = [[m["source"], m["article"], m["start"], m["outcome"]] for m in event["mentions"]]
    for order in ([3, 2, 0, 1], [1, 3, 0, 2]):
        grown.unlink(missing_ok=True)
        for number in order:
            run(write(file, [ARTICLES[number]], number), "--update", grown)
        run(write(file, [changed[2]], 2), "--update", grown)
        assert content(grown) == content(once)
    answers = tmp_path / "events.decisions.jsonl"
    answers.write_text(json.dumps({"different": [keys[0], keys[-1]]}) + "\n")
    run(write(file, ARTICLES[:1]), "--update", grown)
    run(write(file, changed), "--update", once)
    assert content(grown) == content(once)
    with closing(sqlite3.connect(grown)) as opened:
        assert opened.execute("SELECT count(*) FROM events").fetchone() == (3,)
    answers.unlink()
    run(write(file, ARTICLES[:1]), "--update", grown)
    with closing(sqlite3.connect(grown)) as opened:
        assert opened.execute("SELECT count(*) FROM events").fetchone() == (2,)


def test_a_page_shows_the_events_asked_for_as_people_decided(news: Path, tmp_path: Path) -> None:
    page = tmp_path / "events.html"
    run(news, "-o", page, "--cause", "bombing")
    assert '"best":13' in page.read_text("utf-8")
    assert page.read_text("utf-8").startswith("<!doctype html>")
    event = json.loads(run(news, "--format", "jsonl").splitlines()[0])
    (mention,) = [m for m in event["mentions"] if m["article"] == "n2"]
    key = [mention["source"], mention["article"], mention["start"], mention["outcome"]]
    (tmp_path / "events.decisions.jsonl").write_text(json.dumps({"leave": key}) + "\n")
    run(news, "-o", page, "--cause", "bombing", "--force")
    assert '"best":13' not in page.read_text("utf-8")
    assert "--update" in run(news, "--format", "html", "--update", tmp_path / "events.db", code=2)


def test_another_thread_may_ask_what_is_known_while_articles_are_added(tmp_path: Path) -> None:
    from waqai.cli.events.store import EventStore
    from waqai.cli.events.work import Read
    from waqai.extractors.events import Copy

    with closing(EventStore(tmp_path / "events.db")) as store, ThreadPoolExecutor(1) as reading:
        store.add(Read("00", Copy("a", "1"), b"1", None, None, []))
        store.commit()
        store.add(Read("01", Copy("a", "2"), b"2", None, None, []))
        assert reading.submit(store.knows_data, "a", b"1").result()
        assert not reading.submit(store.knows_data, "a", b"3").result()


def test_records_without_ids_are_articles_of_their_own(tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    lines = [json.dumps({"date": day, "title": title, "text": text}) for day, title, text in ARTICLES]
    news.write_text("\n".join(lines), "utf-8")
    events = [json.loads(line) for line in run(news, "--format", "jsonl").splitlines()]
    assert [sorted({mention["article"] for mention in event["mentions"]}) for event in events] == [
        ["1", "2", "3"],
        ["4"],
    ]
    database = tmp_path / "events.db"
    run(news, "--update", database)
    run(news, "--update", database)
    with closing(sqlite3.connect(database)) as opened:
        assert opened.execute("SELECT count(*) FROM articles").fetchone() == (4,)
        assert opened.execute("SELECT articles FROM events ORDER BY 1").fetchall() == [(1,), (3,)]


def test_a_database_of_events_given_alone_is_listed(news: Path, tmp_path: Path) -> None:
    database = tmp_path / "events.db"
    assert run(news, "--update", database) == "4 articles added, 2 events\n"
    assert run(news, "--update", database, "--quiet") == ""
    listed = [json.loads(line) for line in run(database, "--format", "jsonl").splitlines()]
    assert [event["tolls"]["killed"]["best"] for event in listed] == [13, 3]
    assert len(run(database, "--format", "jsonl", "--min-killed", 10).splitlines()) == 1
    assert "a database of events" in run(news, database, "--format", "csv", code=1)
    run(database, "--format", "csv", "-o", tmp_path / "events.csv", "--force")
    assert len(tolls(database)) > 0


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--country", "Syria", "--country: 'Syria' is no code of two letters"),
        ("--cause", "quarrel", "--cause: 'quarrel' is none of bombing"),
        ("--outcome", "dead", "--outcome: 'dead' is none of killed"),
        ("--from", "2024-99-01", "--from: '2024-99-01' is not a date"),
        ("-o", "events.xlsx", "--output: no format ends in .xlsx"),
    ],
)
def test_what_no_event_can_have_is_an_error(news: Path, option: str, value: str, said: str) -> None:
    assert said in run(news, option, value, code=2)


def test_a_database_in_no_folder_is_named(news: Path, tmp_path: Path) -> None:
    database = tmp_path / "nowhere" / "events.db"
    assert f"{database}: there is no folder {database.parent}" in run(news, "--update", database, code=1)
