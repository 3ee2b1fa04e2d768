"""Every time phrase that news could contain is found whole, with its value under this project's defaults.

The phrases are those of a chat assistant, told on 2013-02-12: there a bare month or weekday means the coming one, here
the past one; there a week or month is its first day, here it is itself.
"""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from waqai.extractors import extract

PHRASES = Path(__file__).parent.parent.parent / "shared" / "phrases" / "times.tsv"
REFERENCE = dt.date(2013, 2, 12)
BEFORE = ("في", "من", "عند", "خلال", "حتى")  # a leading preposition is no part of a date

DIALECT = "dialect, not the language of news"
MONTH_NUMBER = "a month by its cardinal number is speech; in news it is Friday's score as often"
BARE_CLOCK = "a clock time alone is a score or a length as often"

# Not found, or not whole.
NOT_FOUND = {
    "بكرة": DIALECT,
    "بكرا": DIALECT,
    "من اسبوع": DIALECT,
    "الاسبوع الجاي": DIALECT,
    "اليوم الذي بعد الغد": DIALECT,
    "اليوم الي بعد بكرة": DIALECT,
    "اليوم القبل البارحة": DIALECT,
    "اليوم الي قبل امبارح": DIALECT,
    "نص شهر ثلاث": DIALECT,
    "الثلاثا الاول من شهر تشرين الاول": DIALECT,
    "ثان اربعا في اكتوبر لعام 2014": DIALECT,
    "اليوم الاول من شهر ثلاثة": MONTH_NUMBER,
    "بداية شهر 3": MONTH_NUMBER,
    "الاثنين الاخير من شهر ثلاثة": MONTH_NUMBER,
    "اليوم الثالث من شهر عشرة": MONTH_NUMBER,
    "ثالث يوم من شهر عشرة": MONTH_NUMBER,
    "الاسبوع الاول من شهر عشرة 2014": MONTH_NUMBER,
    "اخر يوم بشهر عشرة سنة 2015": MONTH_NUMBER,
    "اليوم الاخير من شهر عشرة سنة 2015": MONTH_NUMBER,
    "اول ثلاثاء من شهر عشرة": MONTH_NUMBER,
    "15:15": BARE_CLOCK,
    "12:30": BARE_CLOCK,
    "15:23:24": BARE_CLOCK,
    "ثالث ثلاثاء بعد كريسماس 2014": "counts from a feast that is not of the Arabic calendars",
    "تموز 13 الى 15": "day after month is no Arabic order, and 13 may count anything",
    "اغسطس 27 الى 29": "day after month is no Arabic order, and 27 may count anything",
    "اثنين الاسبوع الحالي": "اثنين without ال is the number two",
}

PAST = "the past one here, the coming one there"
WHOLE = "the whole week, month or year here, a day in it there"
PART = "the month with a modifier here, its days there"

# Found whole, with another value than the file's.
OTHER_VALUE = {
    "حالا": ("PRESENT_REF", "a reference to the present, no time of the clock"),
    "الان": ("PRESENT_REF", "a reference to the present, no time of the clock"),
    "في هذه اللحظة": ("PRESENT_REF", "a reference to the present, no time of the clock"),
    "2/2013": ("2013-02", WHOLE),
    "الاثنين": ("2013-02-11", PAST),
    "هذا الاثنين": ("2013-02-11", PAST),
    "الثلاثاء": ("2013-02-12", "the day of publication itself"),
    "الجمعة": ("2013-02-08", PAST),
    "الجمعه": ("2013-02-08", PAST),
    "الخميس": ("2013-02-07", PAST),
    "السبت": ("2013-02-09", PAST),
    "الاحد": ("2013-02-10", PAST),
    "الرابع من ابريل": ("2013-04-04", "the nearest"),
    "منتصف اذار": ("2013-03", PART),
    "في نصف شهر مارس": ("2013-03", PART),
    "قبل اسبوع": ("2013-W06", "as far back as it is exact: a week"),
    "الشهر التالي": ("2013-03", "the file has the month before"),
    "السنة السابقة": ("2012", "the file has a month of this year"),
    "السنة القادمة": ("2014", "the file has a month of this year"),
    "السنة الحالية": ("2013", WHOLE),
    "هذه السنة": ("2013", WHOLE),
    "اليوم الثالث من اكتوبر": ("2012-10-03", "the file has another phrase's value"),
    "الثلاثاء الأولى من اكتوبر": ("2012-10-02", PAST),
    "بحدود الساعة الثالثة": ("2013-02-12T03:00", "nothing says that it is the afternoon"),
    "حوالي الساعة 3": ("2013-02-12T03:00", "nothing says that it is the afternoon"),
    "حتى الساعة 2:00": ("2013-02-12T02:00", "nothing says that it is the afternoon"),
    "الخميس الساعة 8 بتوقيت GMT": ("2013-02-07T08:00", "the time as written, on the past Thursday"),
    "الخميس الساعة 8 بتوقيت gmt": ("2013-02-07T08:00", "the time as written, on the past Thursday"),
    "في اوائل اذار": ("2013-03", PART),
    "في أوائل شهر مارس": ("2013-03", PART),
    "في اواخر اذار": ("2013-03", PART),
    "في أواخر شهر مارس": ("2013-03", PART),
    "الاسابيع الثلاثة القادمة": ("P3W", "a duration"),
    "خلال اسبوعين": ("P2W", "a duration"),
    "هذه الليلة": ("2013-02-12TNI", "the part of the day, not its hours"),
    "الليلة": ("2013-02-12TNI", "the part of the day, not its hours"),
}

# Two ends are two dates here; the file has one interval.
RANGES = {
    "من الساعة 3 الى الساعة 4 بعد العصر": ("2013-02-12T15:00", "2013-02-12T16:00"),
    "من الساعة الثالثة الى الساعة الرابعة مساءا": ("2013-02-12T15:00", "2013-02-12T16:00"),
    "الخميس من الساعة التاسعة وحتى الساعة الحادية عشرة صباحا": ("2013-02-07T09:00", "2013-02-07T11:00"),
    "يوليو 13-15": ("2012-07-13", "2012-07-15"),
    "13 الى 15 تموز": ("2012-07-13", "2012-07-15"),
    "من 13 تموز الى 15 تموز": ("2012-07-13", "2012-07-15"),
    "من 13 الى 15 يوليو": ("2012-07-13", "2012-07-15"),
    "من 1-8 شهر ايلول": ("2012-09-01", "2012-09-08"),
    "من الثالث والعشرون وحتى السادس والعشرين من شهر اكتوبر": ("2012-10-23", "2012-10-26"),
    "من 27-29 من الشهر الثامن": ("2012-08-27", "2012-08-29"),
}


def _rows() -> list[tuple[str, str, str]]:
    if not PHRASES.exists():
        return []
    with PHRASES.open(encoding="utf-8", newline="") as lines:
        return [(row["phrase"], row["value"], row["grain"]) for row in csv.DictReader(lines, delimiter="\t")]


ROWS = _rows()
pytestmark = pytest.mark.skipif(not ROWS, reason="the phrases are not here")


def _found(phrase: str) -> list[Any]:
    return list(extract(phrase, REFERENCE, only=["dates"]).facts["dates"])


def _whole(phrase: str) -> str:
    """The phrase without the preposition before it."""
    first, _, rest = phrase.partition(" ")
    return rest if first in BEFORE else phrase


@pytest.mark.parametrize(("phrase", "value", "grain"), [row for row in ROWS if row[0] not in {*NOT_FOUND, *RANGES}])
def test_phrase(phrase: str, value: str, grain: str) -> None:
    (fact,) = _found(phrase)
    assert fact.text == _whole(phrase)
    if phrase in OTHER_VALUE:
        assert fact.value == OTHER_VALUE[phrase][0]
    elif grain == "Week":
        assert (fact.first, fact.value[:6]) == (value[:10], f"{value[:4]}-W")
    elif grain == "Month":
        assert fact.value == value[:7]
    else:
        assert fact.value == (value[:10] if grain == "Day" else value)


@pytest.mark.parametrize("phrase", RANGES)
def test_the_two_ends_of_a_range_are_two_dates(phrase: str) -> None:
    assert tuple(fact.value for fact in _found(phrase)) == RANGES[phrase]


def test_the_exceptions_are_phrases_of_the_file_and_are_ones() -> None:
    phrases = {phrase for phrase, _, _ in ROWS}
    assert {*NOT_FOUND, *OTHER_VALUE, *RANGES} <= phrases
    assert not {phrase for phrase in NOT_FOUND if [fact.text for fact in _found(phrase)] == [_whole(phrase)]}
