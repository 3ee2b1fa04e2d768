"""Dates: the months table against CLDR, Hijri against Gregorian, resolution, datelines."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from importlib import import_module
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from waqai.extractors import extract
from waqai.extractors.text.lexicon import rows

babel = pytest.importorskip("babel")
vocabulary = import_module("waqai.extractors.dates.vocabulary")
resolution = import_module("waqai.extractors.dates.resolve")
hijri = import_module("waqai.extractors.dates.hijri")
moments = import_module("waqai.extractors.dates.moment")

PUBLISHED = dt.date(2016, 11, 13)
LOCALES = (
    "ar",
    "ar_EG",
    "ar_SA",
    "ar_AE",
    "ar_SY",
    "ar_LB",
    "ar_JO",
    "ar_IQ",
    "ar_DZ",
    "ar_TN",
    "ar_MA",
    "ar_MR",
    "ar_LY",
)


def dates(text: str, published: dt.date | None = PUBLISHED) -> list[Any]:
    return list(extract(text, published, only=["dates"]).facts["dates"])


def values(text: str, published: dt.date | None = PUBLISHED) -> list[str]:
    return [fact.value for fact in dates(text, published)]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_month_name_of_cldr_is_known(locale: str) -> None:
    for month, name in babel.Locale(locale).months["format"]["wide"].items():
        assert values(f"وصل الوفد في 5 {name} 2014.") == [f"2014-{month:02}-05"], name


def test_every_weekday_of_cldr_is_known() -> None:
    for weekday, name in babel.Locale("ar").days["format"]["wide"].items():
        assert values(f"وصل الوفد {name}.", None) == [f"XXXX-WXX-{weekday + 1}"], name


def test_no_name_stands_for_two_months() -> None:
    meanings = defaultdict[str, set[str]](set)
    for classes, words in rows(vocabulary.HERE / "months.tsv"):
        for word in words:
            meanings[word].update(name for name in classes if "=" in name)
    assert {word for word, months in meanings.items() if len(months) > 1} == set()


HIJRI_PAIRS = [
    ("12 رمضان 1436هـ الموافق 29 يونيو 2015م", "2015-06-29"),
    ("26 شوال 1436 هـ الموافق 11 اغسطس 2015 م", "2015-08-11"),
    ("1 محرم 1440 هـ الموافق 11 سبتمبر 2018", "2018-09-11"),
    ("9/10/1436هـ الموافق 25/7/2015م", "2015-07-25"),
    ("السادس من ذي القعدة 1436 الموافق 21 أغسطس 2015", "2015-08-21"),
]


@pytest.mark.parametrize(("text", "day"), HIJRI_PAIRS)
def test_a_hijri_day_and_its_gregorian_one_agree_within_a_day(text: str, day: str) -> None:
    facts = dates(text)
    assert [fact.calendar for fact in facts] == ["hijri", "gregorian"]
    there, here = (dt.date.fromisoformat(fact.value) for fact in facts)
    assert here == dt.date.fromisoformat(day)
    assert abs((there - here).days) <= 1


@given(st.integers(hijri.FIRST_YEAR, hijri.LAST_YEAR - 2), st.integers(1, 12), st.integers(1, 28))
def test_hijri_days_go_to_gregorian_and_back(year: int, month: int, day: int) -> None:
    assert hijri.of(hijri.day(year, month, day)) == (year, month, day)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2070, 1, 1)), st.integers(1, 7))
def test_a_weekday_is_the_last_one_and_the_coming_one_the_next(reference: dt.date, weekday: int) -> None:
    last = resolution.resolve(moments.Moment(weekday=weekday), reference).first
    coming = resolution.resolve(moments.Moment(weekday=weekday, direction=1), reference).first
    past = resolution.resolve(moments.Moment(weekday=weekday, direction=-1), reference).first
    assert last.isoweekday() == coming.isoweekday() == past.isoweekday() == weekday
    assert reference - dt.timedelta(6) <= last <= reference < coming <= reference + dt.timedelta(7)
    assert reference - dt.timedelta(7) <= past < reference


@given(st.dates(dt.date(1950, 1, 1), dt.date(2070, 1, 1)), st.integers(1, 12), st.sampled_from([-1, 0, 1]))
def test_a_direction_decides_the_year_of_a_month(reference: dt.date, month: int, direction: int) -> None:
    found = resolution.resolve(moments.Moment(month=month, direction=direction), reference).first
    away = (found.year - reference.year) * 12 + month - reference.month
    assert {-1: -12 <= away < 0, 0: found.year == reference.year, 1: 0 < away <= 12}[direction]


@given(
    st.builds(
        moments.Moment,
        hour=st.integers(0, 23),
        minute=st.integers(0, 59),
        part=st.sampled_from(["MO", "MI", "AF", "EV", "NI", None]),
    )
)
def test_a_time_of_day_is_on_the_clock(moment: object) -> None:
    assert regex.fullmatch(r"T([01]\d|2[0-3]):[0-5]\d", resolution.time_of_day(moment))


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("عنوان الخبر\n\nالجزيرة - 12 مايو 2018\n\nقال المصدر أمس.", "2018-05-12"),
        ("عنوان الخبر\n\nنشر في: 12/11/2016 14:09\n\nقال المصدر أمس.", "2016-11-12"),
        ("القاهرة في 3 يناير 2020 (وكالات) - قال المصدر أمس.", "2020-01-03"),
        ("الرياض 26 شوال 1436 هـ الموافق 11 اغسطس 2015 م\nقال المصدر أمس.", "2015-08-11"),
        ("عنوان الخبر\n\nقال المصدر أمس إن المبنى شيد في 3 يناير 1920.", None),
        ("هجمات 11 سبتمبر 2001\n\nقال المصدر أمس.", None),
        ("عنوان الخبر\n\nوقعت الحرب في 5 يونيو 1967 وانتهت بعد ستة أيام.", None),
        ("عنوان الخبر\n\nقال المصدر أمس الأحد.", None),
    ],
)
def test_the_dateline_dates_an_article_without_a_date(text: str, published: str | None) -> None:
    for only in ("dates", "casualties"):
        found = extract(text, only=[only]).published
        assert (found.isoformat() if found else None) == published


def test_a_date_that_was_given_is_kept() -> None:
    assert extract("الجزيرة - 12 مايو 2018\nقال أمس.", PUBLISHED, only=["dates"]).published == PUBLISHED


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("أكتوبر الماضي", ("2016-10-01", "2016-10-31")),
        ("العام الماضي", ("2015-01-01", "2015-12-31")),
        ("الأسبوع الماضي", ("2016-10-31", "2016-11-06")),
        ("أمس", ("2016-11-12", "2016-11-12")),
        ("الربع الأول من عام 2015", ("2015-01-01", "2015-03-31")),
        ("النصف الثاني من عام 2015", ("2015-07-01", "2015-12-31")),
        ("التسعينات", ("1990-01-01", "1999-12-31")),
        ("شهر رمضان 1436هـ", ("2015-06-18", "2015-07-16")),
        ("ستة أشهر", (None, None)),
    ],
)
def test_a_date_says_which_days_it_covers(text: str, interval: tuple[str | None, str | None]) -> None:
    (fact,) = dates(text)
    assert (fact.first, fact.last) == interval


@given(
    st.text(
        alphabet=st.sampled_from("وصل يوم أمس الخميس 12/1:4هـ،)( نوفمبر الماضي من إلى عام 2015\nقبل ساعة"), max_size=60
    )
)
def test_every_span_holds_its_text(text: str) -> None:
    for fact in extract(text, PUBLISHED, only=["dates"]).facts["dates"]:
        assert fact.text == text[fact.start : fact.end] != ""


_ENDS = (
    "الأحد",
    "يوم الخميس",
    "5",
    "20 ديسمبر",
    "5 يناير",
    "2019",
    "الجمعة المقبل",
    "رمضان",
    "العام الماضي",
    "العقد الأول من القرن الحالي",
)


@given(
    st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1)), st.sampled_from(_ENDS), st.sampled_from(_ENDS), st.booleans()
)
def test_no_date_ends_before_it_begins(published: dt.date, begin: str, end: str, coming: bool) -> None:
    text = f"{'ستجتمع' if coming else 'اجتمعت'} اللجنة من {begin} إلى {end}."
    found: list[Any] = extract(text, published=published, only=["dates"]).facts["dates"]
    for fact in found:
        assert fact.first is None or fact.last is None or fact.first <= fact.last


@given(
    st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1)),
    st.permutations(["الأحد", "الثلاثاء", "الخميس", "السبت"]),
    st.booleans(),
)
def test_no_range_of_weekdays_ends_before_it_begins(published: dt.date, days: list[str], coming: bool) -> None:
    text = f"{'ستجتمع' if coming else 'اجتمعت'} اللجنة من {days[0]} إلى {days[1]}."
    begin, end = list[Any](extract(text, published=published, only=["dates"]).facts["dates"])
    assert begin.first <= end.first
    assert (begin.first > published.isoformat()) == coming
