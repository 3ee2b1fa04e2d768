"""Web pages: the main text, and what a page declares of itself."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress

import pytest

from waqai.cli import pages
from waqai.cli.pages import reading

FIRST = "قتل ثلاثة عشر شخصا على الأقل وأصيب عشرون آخرون بجروح عندما انهار مبنى سكني في مدينة سرت الساحلية يوم السبت."
SECOND = "وقال المتحدث باسم الدفاع المدني إن فرق الإنقاذ تواصل البحث عن ناجين تحت أنقاض المبنى الذي انهار قبل الفجر."
THIRD = "وأضاف أن خمسة من المصابين في حالة خطيرة، وأن السلطات فتحت تحقيقا في أسباب انهيار المبنى المؤلف من ست طبقات."
OTHER = "أعلنت وزارة الصحة في بيان آخر لا علاقة له بالخبر أن حملة التطعيم ستبدأ مطلع الشهر المقبل في جميع المحافظات."
ARTICLE = [FIRST, SECOND, THIRD]
LINKS = "".join(f'<li><a href="/{n}">عنوان طويل لخبر آخر من أخبار الموقع رقم {n}</a></li>' for n in range(6))
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in ARTICLE)


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def page(body: str, head: str = "") -> pages.Page:
    return pages.page(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<nav><ul>{LINKS}</ul></nav><article>{BODY}</article><footer>{OTHER}</footer>", id="elements"),
        pytest.param("<div class=text>" + "<br><br>".join(ARTICLE) + "</div>", id="lines"),
        pytest.param(
            f"<table><tr><td><ul>{LINKS}</ul></td><td><font>{'<br>'.join(ARTICLE)}</font></td></tr></table>", id="table"
        ),
        pytest.param("".join(f"<div class=x><p>{each}</p></div>" for each in ARTICLE), id="a block a paragraph"),
        pytest.param(
            f"<div><div class=part1><p>{FIRST}</p></div><div class=part2><p>{SECOND}</p><p>{THIRD}</p></div></div>",
            id="parts",
        ),
        pytest.param(
            f"<div><p>{FIRST}</p><h3>اقرأ أيضا</h3><ul>{LINKS}</ul><p>{SECOND}</p><p>{THIRD}</p></div>",
            id="links within",
        ),
        pytest.param(
            f"<div><p>{FIRST}</p><p>اقرأ أيضا: <a href='/'>{OTHER}</a></p><p>{SECOND}</p><p>{THIRD}</p></div>",
            id="link",
        ),
        pytest.param(f"<div>{BODY}</div><div class='related-posts'><p>{OTHER}</p><p>{OTHER}</p></div>", id="related"),
        pytest.param(
            f"<article>{BODY}</article><ol class='commentList'>{f'<li><p>{OTHER}</p></li>' * 20}</ol>", id="comments"
        ),
        pytest.param(f"<div class='sidebar-page widget'><div>{BODY}</div></div>", id="named like a sidebar"),
        pytest.param(
            f"<article class='has-related no-comments'><div class='label--hidden'>{BODY}</div></article>",
            id="modifiers",
        ),
        pytest.param(
            f"<div>{BODY}<p style='display: none'>{OTHER}</p><p hidden>{OTHER}</p><p class=sr-only>{OTHER}</p></div>",
            id="unseen",
        ),
        pytest.param(f"<form action='/'><div>{BODY}</div></form>", id="a form around the page"),
        pytest.param(f"<div><figure><img src=a><figcaption>{OTHER}</figcaption></figure>{BODY}</div>", id="caption"),
    ],
)
def test_the_main_text_is_found(body: str) -> None:
    assert page(body).text.split("\n") == ARTICLE


def test_a_link_within_a_sentence_is_text() -> None:
    body = BODY.replace("الدفاع المدني", "<a href='/x'>الدفاع المدني</a>")
    assert page(f"<div>{body}</div>").text.split("\n") == ARTICLE


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<title>انهيار مبنى في سرت - صحيفة المثال</title><meta property='og:site_name' content='صحيفة المثال'>", ""),
        ("<title>المثال | انهيار مبنى في سرت</title><meta property='og:site_name' content='المثال'>", ""),
        ("<title>صحيفة المثال: انهيار مبنى في سرت</title>", "<h1>انهيار مبنى في سرت</h1>"),
        ("<meta property='og:title' content='انهيار مبنى في سرت | أخبار'>", "<h2>انهيار مبنى في سرت</h2>"),
        ("", "<h1>انهيار مبنى في سرت</h1>"),
        (linked('{"@graph": [{"name": "س"}, {"@type": ["NewsArticle"], "headline": "انهيار مبنى &#1601;ي سرت"}]}'), ""),
    ],
)  # fmt: skip
def test_the_title_goes_without_the_name_of_the_site(head: str, body: str) -> None:
    assert page(body + BODY, head).title == "انهيار مبنى في سرت"


def test_a_title_that_is_cut_is_that_of_the_heading() -> None:
    title = "انهيار مبنى سكني من ست طبقات في مدينة سرت الساحلية قبل فجر السبت"
    assert page(f"<h1>{title}</h1>{BODY}", f"<meta property='og:title' content='{title[:40]}...'>").title == title


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (linked('{"@type": "NewsArticle", "datePublished": "2016-11-13T22:30:00Z"}'), ""),
        (linked('[{"@type": "WebPage", "datePublished": "2016-11-13"}]'), ""),
        ("<meta property='article:published_time' content='2016-11-13T10:00:00+02:00'>", ""),
        ("<meta name='pubdate' content='20161113'>", ""),
        ("<link rel=canonical href='https://example.org/2016/11/13/a-story'>", ""),
        ("", "<span itemprop=datePublished content=2016-11-13></span>"),
        ("", "<time datetime='2016-11-13T10:00'>أمس</time>"),
        ("", "<div class=comments><time datetime='2017-01-01'>أمس</time></div><time datetime=2016-11-13></time>"),
        ("<meta name=date content='2999-01-01'><meta name=date content='غدا'>", "<time datetime=2016-11-13></time>"),
        (linked('{"datePublished": 1, ') + "<meta name=date content=2016-11-13>", ""),
    ],
)  # fmt: skip
def test_the_day_is_the_one_declared(head: str, body: str) -> None:
    assert page(body + BODY, head).published == dt.date(2016, 11, 13)


@pytest.mark.parametrize(
    "body", ["<p>13 نوفمبر 2016</p>", "<ol class=comments><li><time datetime=2017-01-01></time></li></ol>"]
)
def test_no_day_is_guessed(body: str) -> None:
    assert page(body + BODY).published is None


def test_the_day_in_the_address_is_that_of_the_site() -> None:
    head = (
        "<link rel=canonical href='https://example.org/2016/11/14/a'>"
        "<meta property='article:published_time' content='2016-11-13T22:00:00Z'>"
    )
    assert page(BODY, head).published == dt.date(2016, 11, 14)


def test_outlet_and_address_are_those_declared() -> None:
    head = "<link rel=canonical href='https://www.example.org/a'>"
    assert page(BODY, head).url == "https://www.example.org/a"
    assert type(page(BODY, head).url) is str  # no string of lxml's, which is no JSON and holds on to the page
    assert page(BODY, head).outlet == "example.org"
    assert page(BODY, head + "<meta property='og:site_name' content='صحيفة  المثال'>").outlet == "صحيفة المثال"
    assert page(BODY, "<link rel=canonical href='/a'>").url is None


def test_what_is_doubtful_is_read_by_trafilatura(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def thoroughly(markup: str) -> pages.Page:
        read.append(markup)
        return pages.Page("نص", "عنوان", outlet="المثال")

    monkeypatch.setattr(reading, "thoroughly", thoroughly)
    assert page(f"<article><p>{FIRST}</p></article>") == pages.Page("نص", "عنوان", outlet="المثال")
    assert len(read) == 1
    page(f"<article>{BODY}</article>")
    assert len(read) == 1


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 5000 + BODY,
        "<p>" + "<span>" * 5000 + FIRST,
        "<frameset></frameset>" + BODY,
        "<?xml version='1.0' encoding='utf-16'?>" + BODY,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + BODY,
        "<p>\x00\ud800</p>" + BODY,
        "<h1></h1>",
        "<!-- -->",
    ],
)
def test_no_page_breaks_the_reader(markup: str) -> None:
    with suppress(pages.NoArticle):
        assert pages.page(markup).text
