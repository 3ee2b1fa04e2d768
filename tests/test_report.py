"""The report in a browser: what it shows is right, and nothing in an article becomes part of the page."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from waqai.cli import report
from waqai.cli.annotated import AnnotatedArticle
from waqai.cli.app import app
from waqai.extractors import Article, extract

webdriver = pytest.importorskip("selenium.webdriver")
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
browser_needed = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no Chromium with its driver")

ATTACK = (
    "قال المتحدث باسم الجيش اليمني سالم الحضرمي إن 13 جنديا قتلوا وأصيب نحو 50 آخرين في هجوم أمس الأربعاء. 😀\n\n"
    "ودعت الأمم المتحدة إلى ضبط النفس، وقتل 7 أشخاص في 14 مارس 2019."
)
HOSTILE = (
    "</script><script>document.title='owned'</script> <img src=x onerror=alert(1)> \"'`${1}` &lt;b&gt; \u2028"
    "قتل \u202e13\u202c شخصا في <b>عدن</b>.\u2066 أمس الثلاثاء -->"
)
TITLE = "<script>document.title='owned'</script>\u202eعنوان"
FLOOD = "وقالت وزارة الصحة السودانية إن 4 أشخاص قتلوا في السيول يوم الأحد الماضي. 😀 قتل طفلان."


def annotated(text: str, published: dt.date | None, **about: Any) -> AnnotatedArticle:
    article = Article(text=text, published=published, **about)
    found = extract(text, published, explain=True)
    return AnnotatedArticle(article, type(found)(title=article.title, published=found.published, facts=found.facts))


ARTICLES = [
    annotated(ATTACK, dt.date(2019, 3, 14), source="a.txt", title="هجوم على نقطة تفتيش"),
    annotated(HOSTILE, dt.date(2018, 1, 3), source="<b>.txt", title=TITLE),
    annotated(FLOOD, dt.date(2018, 8, 21), source="c.jsonl", id="7"),
]


def written(articles: list[AnnotatedArticle]) -> str:
    stream = io.StringIO()
    assert report.write(articles, stream) == len(articles)
    return stream.getvalue()


def test_the_page_holds_the_articles_as_they_are_and_no_markup_of_theirs() -> None:
    page = written(ARTICLES)
    assert page.count("<script") == page.count("</script>") == 3
    data = re.search(r'<script id="data" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    held = json.loads(data[1])
    assert [article["text"] for article in held] == [ATTACK, HOSTILE, FLOOD]
    assert held[1]["title"] == TITLE
    assert not re.search(r"[<>&\u2028]", data[1])
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "") and "https://" not in page
    assert json.loads(re.search(r"application/json\">(.*?)</script>", written([]), re.DOTALL)[1]) == []  # type: ignore[index]


def test_the_command_writes_a_page_and_says_what_failed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ATTACK, encoding="utf-8")
    output = tmp_path / "report.html"
    arguments = ["report", str(tmp_path / "a.txt"), str(tmp_path / "none"), "-o", str(output), "--date", "2019-03-14"]
    result = CliRunner().invoke(app, arguments, prog_name="waqai")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"waqai: {tmp_path / 'none'}: no such file or folder\n"
    assert '"published":"2019-03-14"' in output.read_text(encoding="utf-8")
    arguments = ["report", str(tmp_path / "a.txt"), "-o", str(tmp_path / "no" / "r.html")]
    refused = CliRunner().invoke(app, arguments, prog_name="waqai")
    assert refused.exit_code == 2 and "cannot write" in refused.stderr


class Page:
    """A report opened in a browser."""

    def __init__(self, driver: Any, file: Path) -> None:
        self.driver = driver
        driver.get_log("browser"), driver.get_log("performance")
        driver.get("about:blank")
        driver.get(file.as_uri())

    def all(self, selector: str) -> list[Any]:
        return list(self.driver.find_elements(By.CSS_SELECTOR, selector))

    def one(self, selector: str) -> Any:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def open(self, number: int) -> None:
        self.run("location.hash = arguments[0]", f"#{number}")
        wait(
            lambda: self.one("#article").is_displayed() and self.run("return ARTICLES.indexOf(state.current)") == number
        )

    def titles(self) -> list[str]:
        return [link.text for link in self.all("#index bdi")]

    def fill(self, field: str, value: str) -> None:
        self.run(
            "const f = document.getElementById(arguments[0]); f.value = arguments[1];"
            "f.dispatchEvent(new Event('input', {bubbles: true}))",
            field,
            value,
        )
        time.sleep(0.3)

    def requests(self) -> list[str]:
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        urls = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
        return [url for url in urls if not url.startswith(("data:", "about:"))]

    def errors(self) -> list[str]:
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]


def wait(condition: Callable[[], bool], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def without_signs(shown: str) -> str:
    """What is shown without the signs that stand for marks of direction."""
    return re.sub(r"U\+[0-9A-F]{4}", "", shown)


def without_marks(text: str) -> str:
    """A text without its marks of direction."""
    return re.sub(r"[\u202a-\u202e\u2066-\u2069]", "", text)


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"):
        options.add_argument(argument)
    options.add_argument(f"--user-data-dir={tmp_path_factory.mktemp('browser')}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    opened = webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=DRIVER))
    opened.set_window_size(1280, 900)
    yield opened
    opened.quit()


@pytest.fixture
def page(driver: Any, tmp_path: Path) -> Iterator[Page]:
    file = tmp_path / "report.html"
    file.write_text(written(ARTICLES), encoding="utf-8", newline="")
    opened = Page(driver, file)
    yield opened
    driver.set_window_size(1280, 900)
    assert opened.requests() == [file.as_uri()]
    assert opened.errors() == []


@browser_needed
class TestInABrowser:
    def test_highlights_sit_on_the_right_words(self, page: Page) -> None:
        for number, article in enumerate(ARTICLES):
            page.open(number)
            for kind, facts in article.extracted.facts.items():
                for index, fact in enumerate(facts):
                    parts = page.all(f'mark[data-kind="{kind}"][data-number="{index}"]')
                    shown = "".join(page.run("return arguments[0].textContent", part) for part in parts)
                    assert without_signs(shown) == without_marks(fact.text)
            text = page.run("return document.querySelector('.text').textContent")
            assert re.sub(r"U\+[0-9A-F]{4}", "", text) == re.sub(
                r"[\u202a-\u202e\u2066-\u2069]", "", article.article.text
            )

    def test_overlapping_facts_are_all_there_to_see(self, page: Page) -> None:
        page.open(0)
        inner = page.one("mark[data-kind=quotes] mark[data-kind=casualties]")
        page.run("arguments[0].focus()", inner)
        assert page.one("#card").is_displayed()
        card = page.one("#card").text
        assert "killed" in card and "الضحايا" in card and "التصريحات" in card and "سالم الحضرمي" in card
        assert page.run("return getComputedStyle(arguments[0]).backgroundColor", inner) != "rgba(0, 0, 0, 0)"

    def test_the_keyboard_does_it_all(self, page: Page) -> None:
        page.one("#search").send_keys("تفتيش")
        time.sleep(0.5)
        wait(lambda: page.titles() == ["هجوم على نقطة تفتيش"])
        page.one("#index a").send_keys(Keys.ENTER)
        wait(lambda: page.one("#article").is_displayed())
        page.run("arguments[0].focus()", page.one("mark"))
        page.driver.switch_to.active_element.send_keys(Keys.ENTER)
        assert page.run("return document.activeElement.className") == "copy"
        page.driver.switch_to.active_element.send_keys(Keys.ESCAPE)
        assert not page.one("#card").is_displayed()
        page.fill("search", "")
        page.one("body").send_keys("j")
        wait(lambda: page.run("return location.hash") == "#1")
        page.one("body").send_keys("k")
        wait(lambda: page.run("return location.hash") == "#0")
        page.one("body").send_keys("/")
        assert page.run("return document.activeElement.id") == "search"

    def test_a_fact_is_copied_as_json(self, page: Page) -> None:
        page.run("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
        page.open(0)
        page.run("arguments[0].click()", page.one(".facts [data-kind=casualties] .copy"))
        wait(lambda: page.run("return window.copied") is not None)
        copied = json.loads(page.run("return window.copied"))
        assert copied["text"] == ATTACK[copied["start"] : copied["end"]]
        assert (copied["type"], copied["min"]) == ("killed", 13)

    @pytest.mark.parametrize(
        ("field", "value", "found"),
        [
            ("by-organizations", "الامم المتحده", [0]),
            ("by-organizations", "الجيش", [0]),
            ("by-quotes", "وزارة الصحة", [2]),
            ("by-quotes", "الحضرمي", [0]),
            ("from", "2018-06-01", [0, 2]),
            ("to", "2018-06-01", [1]),
            ("search", "عدن", [1]),
            ("search", "<b>", [1]),
            ("search", "xyz", []),
        ],
    )
    def test_filters(self, page: Page, field: str, value: str, found: list[int]) -> None:
        page.fill(field, value)
        assert page.run("return state.shown.map((article) => ARTICLES.indexOf(article))") == found
        assert len(page.all("#index a")) == len(found)
        assert page.one("#count").text == f"{len(found)} من 3 مقالة"

    def test_kinds_are_filtered_in_index_and_text(self, page: Page) -> None:
        page.open(0)
        assert page.all("mark[data-kind=casualties]")
        for kind in ("casualties", "dates", "organizations", "places"):
            page.run("arguments[0].click()", page.one(f'#kinds input[value="{kind}"]'))
        wait(lambda: not page.all("mark[data-kind=casualties]"))
        assert page.all("mark[data-kind=quotes]")
        quoted = [n for n, article in enumerate(ARTICLES) if article.extracted.facts["quotes"]]
        assert page.run("return state.shown.map((article) => ARTICLES.indexOf(article))") == quoted
        page.run("arguments[0].click()", page.one('#filters button[type="reset"]'))
        wait(lambda: len(page.all("#index a")) == 3)

    def test_charts_are_drawn_and_filter(self, page: Page) -> None:
        headings = [heading.text for heading in page.all("#charts h3")]
        assert len(headings) == 6
        assert headings[1].endswith("(13)")
        tips = [
            page.run("return arguments[0].textContent", tip) for tip in page.all("#charts [data-kind=dates] rect title")
        ]
        assert "2019-03: 2" in tips
        for svg in page.all("#charts svg"):
            assert svg.size["width"] > 100 and svg.size["height"] > 20
        bars = {page.run("return arguments[0].querySelector('text').textContent", a): a for a in page.all("#charts a")}
        assert {"الأمم المتحدة", "الجيش اليمني", "سالم الحضرمي"} <= bars.keys()
        page.run(
            "arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))",
            bars["الأمم المتحدة"],
        )
        assert page.titles() == ["هجوم على نقطة تفتيش"]

    def test_a_hostile_article_is_text(self, page: Page) -> None:
        page.open(1)
        assert page.driver.title == "وقائع"
        assert page.all("#article script") == page.all("#article img") == page.all("#article b") == []
        assert len(page.all("script")) == 3
        shown = page.run("return document.getElementById('article').textContent")
        assert "</script><script>document.title='owned'</script>" in shown and "<img src=x onerror=alert(1)>" in shown
        assert not re.search(r"[\u202a-\u202e\u2066-\u2069]", page.run("return document.body.innerText"))
        assert [control.text for control in page.all("h2 .control")] == ["U+202E"]

    def test_it_runs_from_right_to_left_and_follows_the_system_s_colours(self, page: Page) -> None:
        assert page.run("return getComputedStyle(document.documentElement).direction") == "rtl"
        grounds = []
        for scheme in ("light", "dark"):
            media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
            page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
            grounds.append(page.run("return getComputedStyle(document.body).backgroundColor"))
        page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
        assert grounds == ["rgb(253, 252, 250)", "rgb(23, 22, 20)"]

    def test_a_phone_shows_one_thing_at_a_time(self, page: Page) -> None:
        page.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride", {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
        )
        try:
            assert page.one("#index").is_displayed()
            page.open(0)
            assert not page.one("#index").is_displayed()
            assert page.run("return document.documentElement.scrollWidth") <= 360
            page.run("arguments[0].click()", page.one("mark[data-kind=casualties]"))
            card = page.one("#card")
            assert card.is_displayed()
            assert card.rect["x"] >= 0 and card.rect["x"] + card.rect["width"] <= 360
            page.run("arguments[0].click()", page.one("#back"))
            wait(lambda: page.one("#index").is_displayed())
        finally:
            page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@browser_needed
def test_a_thousand_articles_stay_usable(driver: Any, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    text = "\n\n".join([ATTACK] * 12)
    one = annotated(text, dt.date(2019, 3, 14))
    articles = [
        AnnotatedArticle(
            Article(text=text, source="a.jsonl", id=str(number)),
            type(one.extracted)(published=dt.date(2010 + number % 10, 1 + number % 12, 3), facts=one.extracted.facts),
        )
        for number in range(1000)
    ]
    file.write_text(written(articles), encoding="utf-8")
    page = Page(driver, file)
    wait(lambda: len(page.all("#index a")) == 100)
    started = time.monotonic()
    page.open(500)
    assert time.monotonic() - started < 3
    started = time.monotonic()
    page.fill("search", "a.jsonl nothing like it")
    assert time.monotonic() - started < 3
    page.fill("search", "")
    page.run("document.getElementById('more').click()")
    assert len(page.all("#index a")) == 200
    assert page.errors() == []
