"""Days at the ends of the calendar, which many programs write where they know none, stop nothing."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from waqai.extractors import extract
from waqai.extractors.events import group

_TEXTS = [
    "قتل 13 شخصا في حلب أمس. وأصيب 5 خلال الساعات الأخيرة.",
    "قتل 13 شخصا في حلب يوم 31/12/9999 وأصيب 4 في اليوم التالي، منذ 1/1/0001.",
    "اعتقل 5 في سرت في 1 يناير 0001 ثم قتل 3 غداة ذلك. وقال مدير الأمن إن 7 قتلوا في اليوم السابق.",
    "قتل 3 في درعا يوم 31 ديسمبر 9999. وقتل 4 في حمص قبل يومين وأصيب 5 مساء الجمعة المقبل خلال الأسبوع الماضي.",
    "شهدت حمص الجمعة هجوما قتل فيه 4. ويأتي ذلك بعد أيام من مقتل 20 في درعا الثلاثاء الماضي.",
]


@pytest.mark.parametrize("day", [dt.date.min, dt.date(1, 1, 8), dt.date(9999, 12, 25), dt.date.max])
def test_articles_of_such_days_are_read_and_grouped(day: dt.date) -> None:
    articles = [
        msgspec.structs.replace(extract(text, day), text=text, id=str(number)) for number, text in enumerate(_TEXTS)
    ]
    counts = [fact for article in articles for fact in article.facts["casualties"]]
    mentions = [mention for event in group(articles) for mention in event.mentions]
    assert len(counts) >= 12
    assert mentions
