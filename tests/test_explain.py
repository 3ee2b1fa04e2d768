"""`waqai explain`: why a fact was found."""

from __future__ import annotations

import datetime as dt
import re
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from waqai.cli.app import app
from waqai.extractors import Article, Document, Fact, extract, extract_document, load
from waqai.extractors.explanation import Explanation, explain

from .commandline import invoke

TEXT = "قال المتحدث باسم الجيش اليمني سالم الحضرمي إن 13 جنديا قتلوا وأصيب نحو 50 آخرين أمس الأربعاء."
PUBLISHED = dt.date(2019, 3, 14)


def explained(kind: str, text: str = TEXT, published: dt.date | None = PUBLISHED, number: int = 0) -> Explanation:
    document = Document(text, published, explain=True)
    found = extract_document(document, Article(text=text), explain=True)
    return explain(document, load(kind), found.facts[kind][number])


@pytest.mark.parametrize("kind", ["casualties", "dates", "organizations", "quotes"])
def test_every_built_in_kind_tells_rule_pattern_words_and_classes(kind: str) -> None:
    told = explained(kind)
    assert told.rule and told.patterns
    assert all(TEXT[word.start : word.end] == word.text for word in told.words)
    assert any(word.classes for word in told.words)
    assert not any(set(word.classes) & {"NOWA", "NOAL", "NOPREP"} for word in told.words)


def test_words_have_their_classes_and_clitics() -> None:
    words = {word.text: word.classes for word in explained("casualties", number=1).words}
    assert {"injured", "WA"} <= set(words["وأصيب"])
    assert "QUANTITY" in words["نحو 50"]


def test_fields_are_shown_where_they_stand() -> None:
    speaker = explained("quotes").fields["speaker"]
    assert " ".join(word.text for word in speaker) == "سالم الحضرمي"
    text = "قتل 3 جنود في عدن. ثم عدن عدن."
    (place,) = explained("casualties", text).fields["place"]
    assert place.start == text.index("عدن")


@pytest.mark.parametrize(
    ("text", "published", "resolved"),
    [
        ("أمس الأربعاء", PUBLISHED, "counts from the day of publication, 2019-03-14 (Thursday)"),
        ("أمس الأربعاء", None, "there is no date to count from: give the day of publication with --date"),
        ("في 13 نوفمبر 2016", PUBLISHED, "says its year: needs no date to count from"),
        ("في 13 نوفمبر", PUBLISHED, "says no year: the nearest past one"),
        ("يوم الأحد", PUBLISHED, "the nearest such weekday on or before it"),
        ("يوم الأحد المقبل", PUBLISHED, "the next one"),
        ("استمر ثلاث ساعات", PUBLISHED, "no date to count from"),
    ],
)
def test_dates_tell_what_they_count_from(text: str, published: dt.date | None, resolved: str) -> None:
    assert resolved in explained("dates", text, published).notes["resolved"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("قتل 13 شخصا", "read from the number phrase '13'"),
        ("قتل شخصان", "read from the noun"),
        ("لم يسقط قتلى في الهجوم", "said to be none"),
        ("مقتل القائد العسكري خالد سالم في غارة", "one person, reported without a number"),
    ],
)
def test_casualties_tell_how_the_count_was_read(text: str, count: str) -> None:
    assert count in explained("casualties", text).notes["count"]


def test_the_branch_that_matched_is_shown() -> None:
    (pattern,) = explained("casualties", "بلغ عدد القتلى نحو ثلاثين.").patterns
    assert "<QUANTITY" not in pattern and "{NUMBER}" in pattern
    once = re.sub(r"\(\?:[^()]*\)\{", "", pattern)  # a group that is repeated may take another alternative each time
    assert not re.search(r"\|(?![^<]*>)", once), "one alternative of each group"


def test_groups_of_a_rule_are_shown_where_they_matched() -> None:
    fields = explained("casualties", "أصيب 3 جنود ثم قتل 3 جنود.", number=1).fields
    assert [word.start for word in fields["number"]] == [19]
    assert [word.text for word in fields["victims"]] == ["جنود"]
    assert fields["victims"][0].start == 21


def test_a_field_stands_where_it_was_read_and_not_where_its_text_is_nearest() -> None:
    text = "قال المتحدث باسم الجيش سالم الحضرمي إن الهجوم انتهى. وأضاف أن سالم الحضرمي الآخر قتل."
    speaker = explained("quotes", text, number=1).fields["speaker"]
    assert speaker[0].start == text.index("سالم")


def test_nothing_is_kept_of_a_document_that_is_not_explained() -> None:
    document = Document(TEXT, PUBLISHED)
    extract_document(document, Article(text=TEXT))
    assert document.evidence is None
    assert all(type(fact.text) is str for facts in document.facts.values() for fact in facts)


def test_explaining_does_work_in_proportion_to_the_text() -> None:
    """Counted in calls of functions, which no load of the machine changes."""

    def calls(days: int) -> int:
        text = " ".join(f"وصل الوفد يوم {day % 28 + 1} مايو 2015 إلى المدينة." for day in range(days))
        document = Document(text, PUBLISHED, explain=True)
        found = extract_document(document, Article(text=text), ["dates"], explain=True)
        assert len(found.facts["dates"]) == days
        count = 0

        def counted(frame: object, event: str, argument: object) -> None:
            nonlocal count
            count += event == "call"

        sys.setprofile(counted)
        try:
            for fact in found.facts["dates"]:
                explain(document, load("dates"), fact)
        finally:
            sys.setprofile(None)
        return count

    calls(5)
    assert calls(200) < 5 * calls(50)


TOLD = "ارتفع عدد القتلى في الانفجار بسبب النيران. بلغ عدد القتلى 12 شخصا."


def tried(rule: str, *more: str) -> Result:
    arguments = ["explain", "-", "--rule", rule, *more]
    return CliRunner().invoke(app, arguments, input=TOLD, env={"COLUMNS": "300"}, prog_name="waqai")


def test_a_rule_that_did_not_match_tells_how_far_it_came() -> None:
    shown = tried("casualties.total")
    assert shown.exit_code == 0
    assert "casualties.total: can begin at 2 places" in shown.stdout
    assert "then needed <QUANTITY&LI>" in shown.stdout
    assert "but found" in shown.stdout
    assert "the whole rule: it made the fact 43–65" in shown.stdout
    assert "another match made the fact 43–65" in shown.stdout
    assert "made no fact" not in shown.stdout


@pytest.mark.parametrize(
    ("rule", "reason"), [("casualties.nothing", "has no rule 'nothing'"), ("nothing", "there is no kind 'nothing'")]
)
def test_a_rule_that_is_not_there_is_named(rule: str, reason: str) -> None:
    shown = tried(rule)
    assert shown.exit_code == 2
    assert reason in shown.stderr


def test_an_extractor_that_tells_nothing_is_explained_by_its_rule(plugin: None) -> None:
    told = explained("numbers", "13 و14")
    assert (told.rule, told.patterns, told.notes) == ("digits", (), {})
    assert [(word.text, word.classes) for word in told.words] == [("13", ())]


def test_the_command_explains_each_fact(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("عدن - 14 مارس 2019\n\n" + TEXT, encoding="utf-8")
    shown = invoke("explain", str(tmp_path / "a.txt"), env={"COLUMNS": "120"})
    assert shown.exit_code == 0
    assert "published 2019-03-14, read from the article's dateline" in shown.stdout
    facts: list[tuple[str, Fact]] = [
        (kind, fact)
        for kind, facts in extract("عدن - 14 مارس 2019\n\n" + TEXT, explain=True).facts.items()
        for fact in facts
    ]
    assert len(facts) >= 6
    for kind, fact in facts:
        assert f"{kind} {fact.start}–{fact.end}" in shown.stdout
        assert f"rule {fact.rule}" in shown.stdout
