"""Quotes: what holds of every text, whom discourse means, and figures on gold articles where they are at hand."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.extractors.document import Document
from waqai.extractors.quotes import QuoteExtractor, QuoteFact
from waqai.extractors.structure.gender import title_gender
from waqai.extractors.structure.reading import Reading

SHARED = Path(__file__).parent.parent.parent / "shared"
EXTRACTOR = QuoteExtractor()

WORDS = st.sampled_from(
    'قال وقال أضاف أكد مؤكدا أن إن أنه : " « » “ ” ( ) ، . \n المتحدث باسم وزارة الدفاع محمد العمير بحسب وفقا ل إلى على'
    " عن من بيان الجيش أعلن مقتل كان قد الذي دعا طالب بوقف نقلت قوله 13 رئيس الوزراء لكن كما".split(" ")
)


def quotes(text: str) -> list[QuoteFact]:
    return sorted(EXTRACTOR.extract(Document(text)), key=lambda fact: fact.start)


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80))
def test_every_quote_is_where_it_says(text: str) -> None:
    for fact in quotes(text):
        assert fact.text == text[fact.start : fact.end]
        assert fact.text.strip()
        assert fact.speaker


@pytest.mark.parametrize("marks", ['"{}"', "«{}»", "“{}”", "(({}))"])
def test_quotation_marks_are_left_out(marks: str) -> None:
    [fact] = quotes(f"وقال وزير الصحة كمال رزق: {marks.format('وصلت اللقاحات. نبدأ غدا')}.")
    assert (fact.kind, fact.text) == ("direct", "وصلت اللقاحات. نبدأ غدا")


@pytest.mark.parametrize(
    ("subject", "speaker", "role"),
    [
        ("رئيس الوزراء جان ديبوا", "جان ديبوا", "رئيس الوزراء"),
        ("رئيس الوزراء، جان ديبوا،", "جان ديبوا", "رئيس الوزراء"),
        ("جان ديبوا رئيس الوزراء", "جان ديبوا", "رئيس الوزراء"),
        ("جان ديبوا، رئيس الوزراء،", "جان ديبوا", "رئيس الوزراء"),
        ("أمين السوق الدكتور جريدي المنصوري", "جريدي المنصوري", "أمين السوق"),
        ("حاكم ولاية لوغار حليم فداي", "حليم فداي", "حاكم ولاية لوغار"),
        ("مساعد قائد الشرطة عبد الرحمن رحيمي", "عبد الرحمن رحيمي", "مساعد قائد الشرطة"),
        ("العقيد حميد الخليدي", "حميد الخليدي", "العقيد"),
        ("مسؤول أمني", "مسؤول أمني", None),
        ("مصدر قريب من التحقيق", "مصدر قريب من التحقيق", None),
        ("وزارة الدفاع الأمريكية", "وزارة الدفاع الأمريكية", None),
    ],
)
@pytest.mark.parametrize("adjunct", ["", " في بيان", " لوكالة الأنباء", " أمس الخميس"])
def test_names_and_titles_part(subject: str, speaker: str, role: str | None, adjunct: str) -> None:
    [fact] = quotes(f"وقال {subject}{adjunct} إن الأمر انتهى.")
    assert (fact.speaker, fact.role, fact.text) == (speaker, role, "الأمر انتهى")


def test_a_short_name_means_the_full_one() -> None:
    facts = quotes("قال وزير النفط كريم الساعدي إن الأسعار ترتفع.\nوقال الساعدي إن الإنتاج ثابت.\nوأضاف أن الطلب يزيد.")
    assert [(fact.speaker, fact.role, fact.official) for fact in facts] == [("كريم الساعدي", "وزير النفط", True)] * 3


def test_extraction_keeps_nothing_between_articles() -> None:
    quotes("قال وزير النفط كريم الساعدي إن الأسعار ترتفع.")
    assert not quotes("وأضاف أن الطلب يزيد.")


@pytest.mark.skipif(not SHARED.exists(), reason="needs the shared articles")
def test_quotes_of_an_article() -> None:
    text = (SHARED / "articles" / "sirte.txt").read_text(encoding="utf-8")
    speakers = [fact.speaker for fact in quotes(text)]
    assert {"مسؤولين عسكريين", "فايز السراج", "رضا عيسى", "إيثان كورين"} <= set(speakers)
    [last] = [fact for fact in quotes(text) if fact.speaker == "إيثان كورين"]
    assert last.text.endswith('"عدم تجانس من يقاتلون ضد التنظيم وانعدام الدوافع الحقيقية لدى بعضهم"')


@pytest.mark.skipif(not SHARED.exists(), reason="needs the gold articles")
@pytest.mark.parametrize(
    ("row", "least"),
    [("officials: content and speaker", 0.90), ("all: content and speaker", 0.87), ("all: content", 0.90)],
)
def test_figures_on_gold_articles(row: str, least: float) -> None:
    score = _score()
    totals = [0, 0, 0]
    gold = [json.loads(line) for line in _lines("gold.jsonl")]
    articles = {article["id"]: article["text"] for article in map(json.loads, _lines("articles.jsonl"))}
    for document in gold:
        found: list[dict[str, Any]] = [msgspec.to_builtins(fact) for fact in quotes(articles[document["id"]])]
        keep = (lambda fact: fact["official"]) if row.startswith("officials") else (lambda fact: True)
        counted = score.score_document(document["facts"]["quotes"], found, score.RULES["quotes"][row], keep)
        totals = [total + len(part) for total, part in zip(totals, counted, strict=True)]
    pairs, missed, spurious = totals
    assert 2 * pairs / (2 * pairs + missed + spurious) >= least


def _lines(name: str) -> list[str]:
    return (SHARED / "gold" / "dev" / name).read_text(encoding="utf-8").splitlines()


def _score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("title", "gender"), [("أمين", "masculine"), ("مسؤولين", "plural"), ("محللون", "plural")])
def test_a_short_title_in_een_is_no_plural(title: str, gender: str) -> None:
    assert title_gender(Document(title).layer(Reading), 0) == gender
