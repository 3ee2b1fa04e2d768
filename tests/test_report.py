"""The report in a browser: what it shows is right, and nothing in an article becomes part of the page."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from typer.testing import CliRunner

from waqai.cli.annotated import AnnotatedArticle
from waqai.cli.app import app
from waqai.cli.report import Report
from waqai.cli.report.entries import entry
from waqai.cli.report.page import LANGUAGES, fields, labels
from waqai.extractors import Article, extract

webdriver = pytest.importorskip("selenium.webdriver")
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
browser_needed = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no Chromium with its driver")

ATTACK = (
    "قال المتحدث باسم الجيش اليمني سالم الحضرمي إن 13 جنديا قتلوا وأصيب نحو 50 آخرين في هجوم في عدن أمس الأربعاء. 😀"
    "\n\n"
    "ودعت الأمم المتحدة إلى ضبط النفس، وقتل 7 أشخاص في 14 مارس 2019."
)
LATER = (
    "عدن: ارتفع عدد قتلى الهجوم في عدن أول من أمس الأربعاء إلى 17 جنديا، "
    "وقال المتحدث باسم الجيش اليمني سالم الحضرمي إن 4 من الجرحى توفوا."
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
    return AnnotatedArticle(
        article,
        type(found)(source=article.source, id=article.id, title=article.title, published=published, facts=found.facts),
    )


ARTICLES = [
    annotated(ATTACK, dt.date(2019, 3, 14), source="a.txt", title="هجوم على نقطة تفتيش"),
    annotated(HOSTILE, dt.date(2018, 1, 3), source="<b>.txt", title=TITLE),
    annotated(FLOOD, dt.date(2018, 8, 21), source="c.jsonl", id="7"),
    annotated(LATER, dt.date(2019, 3, 15), source="d.txt", title="ارتفاع حصيلة هجوم عدن"),
]
NAMES = ["a.txt", "<b>.txt", "c.jsonl:7", "d.txt"]


def report_of(articles: list[AnnotatedArticle]) -> Report:
    return Report(entry(msgspec.structs.replace(one.extracted, text=one.article.text)) for one in articles)


def written(articles: list[AnnotatedArticle], language: str = "ar") -> str:
    return report_of(articles).page(language, dt.date(2020, 1, 2))


def test_the_page_holds_the_articles_as_they_are_and_no_markup_of_theirs() -> None:
    page = written(ARTICLES)
    assert page.count("<script") == page.count("</script>") == 2
    data = re.search(r'<script id="data" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    held = json.loads(data[1])
    assert [article["text"] for article in held["articles"]] == [ATTACK, HOSTILE, FLOOD, LATER]
    assert held["articles"][1]["title"] == TITLE
    assert not re.search(r"[<>&\u2028]", data[1])
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "") and "https://" not in page
    assert "rule" not in held["articles"][0]["facts"]["casualties"][0]


def test_statements_have_the_words_around_them() -> None:
    told = [one for event in report_of(ARTICLES).events for toll in event["tolls"].values() for one in toll["history"]]
    assert told
    for statement in told:
        before, count, after = statement["words"]
        assert any(before + count + after in article.article.text for article in ARTICLES)


def test_both_languages_have_the_same_words() -> None:
    english, arabic = (labels(language) for language in LANGUAGES)
    assert english.keys() == arabic.keys()
    for part in english:
        # Fields of facts, and their values, are English in English.
        assert english[part].keys() == arabic[part].keys() - (fields("ar").keys() if part == "terms" else set())


def test_arabic_plurals_are_those_of_cldr() -> None:
    babel = pytest.importorskip("babel")
    wanted = set(babel.Locale("ar").plural_form.rules) | {"other"}
    for what, forms in labels("ar")["plurals"].items():
        assert set(forms) == wanted, what


def report(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["report", *map(str, arguments)], prog_name="waqai")


def test_the_command_writes_a_page_and_says_what_failed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ATTACK, encoding="utf-8")
    output = tmp_path / "report.html"
    result = report(tmp_path / "a.txt", tmp_path / "none", "-o", output, "--date", "2019-03-14")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"waqai: {tmp_path / 'none'}: no such file or folder\n"
    assert '"published":"2019-03-14"' in output.read_text(encoding="utf-8")
    refused = report(tmp_path / "a.txt", "-o", tmp_path / "r.pdf")
    assert refused.exit_code == 2 and "no .pdf file" in refused.stderr and not (tmp_path / "r.pdf").exists()
    refused = report(tmp_path / "a.txt", "-o", tmp_path / "no" / "r.html")
    assert refused.exit_code == 2 and "cannot write" in refused.stderr


def test_no_page_is_printed_on_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("قتل 13 شخصا أمس.", "utf-8")
    assert report(tmp_path / "a.txt").stdout.startswith("<!doctype html>")
    monkeypatch.setattr("waqai.cli.commands.is_terminal", lambda _: True)
    result = report(tmp_path / "a.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "-o report.html" in result.stderr


def test_a_page_that_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ATTACK, encoding="utf-8")
    output = tmp_path / "report.html"
    output.write_text("good", encoding="utf-8")
    assert report(tmp_path / "a.txt", "-o", output).exit_code == 2
    nothing = report(tmp_path / "none", "-o", output, "--force")
    assert nothing.exit_code == 1 and nothing.stderr.endswith("waqai: no article was read; no report is written\n")
    assert output.read_text(encoding="utf-8") == "good"
    assert report(tmp_path / "a.txt", "-o", output, "--force").exit_code == 0


def test_the_language_is_that_of_the_locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(ATTACK, encoding="utf-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    for locale, direction in (("ar_EG.UTF-8", "rtl"), ("C.UTF-8", "ltr")):
        monkeypatch.setenv("LANG", locale)
        assert f'dir="{direction}"' in report(tmp_path / "a.txt").stdout
    assert 'dir="rtl"' in report(tmp_path / "a.txt", "--lang", "ar").stdout


def test_a_folder_has_an_index_and_pages(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(ATTACK.replace("13", str(13 + len(name))), encoding="utf-8")
    assert report(tmp_path / "a.txt", tmp_path / "b.txt", "-o", tmp_path / "site").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == ["articles-1.html", "index.html"]
    assert report(tmp_path / "a.txt", "-o", tmp_path / "site").exit_code == 2


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

    def go(self, view: str, name: str = "") -> None:
        """Opens a view and waits until it is there."""
        self.run("location.hash = link(arguments[0], arguments[1])", view, name)
        wait(lambda: self.run("return document.body.dataset.view") == view and self.one("#shown h2").is_displayed())

    def titles(self) -> list[str]:
        # Asked in one step: the list is drawn anew while it is filtered.
        found: list[str] = self.run("return [...document.querySelectorAll('.index bdi')].map((e) => e.textContent)")
        return found

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
        return [url for url in urls if not url.startswith(("data:", "about:", "blob:"))]

    def errors(self) -> list[str]:
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]


def wait(condition: Callable[[], bool], seconds: float = 20) -> None:
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


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(written(ARTICLES), encoding="utf-8", newline="")
    return path


@pytest.fixture
def page(driver: Any, file: Path) -> Iterator[Page]:
    opened = Page(driver, file)
    yield opened
    driver.set_window_size(1280, 900)
    assert opened.requests() == [file.as_uri()]
    assert opened.errors() == []


@browser_needed
class TestInABrowser:
    def test_it_opens_with_what_happened(self, page: Page) -> None:
        assert page.run("return document.body.dataset.view") == "events"
        total = page.one(".total").text
        assert "كما ورد في الأخبار" in total
        rows = [row.text for row in page.all("#shown table tbody tr")]
        assert any("17" in row for row in rows)

    def test_an_event_shows_its_history_and_the_words(self, page: Page) -> None:
        event = page.run("return EVENTS.find((event) => event.mentions.some((one) => one.article === 'd.txt'))?.id")
        assert event is not None
        page.go("event", event)
        shown = page.run("return document.getElementById('shown').textContent")
        assert "كما ورد في الأخبار" in shown and "ارتفع عدد قتلى" in shown
        assert page.all("#shown q mark")

    def test_heights_are_in_proportion_to_the_numbers(self, page: Page) -> None:
        event = page.run("return EVENTS.find((event) => event.tolls.killed?.history.length > 1)?.id")
        page.go("event", event)
        values = page.run(
            "const svg = document.querySelector('svg.chart'), zero = +svg.querySelector('.axis').getAttribute('y1');"
            "return [...svg.querySelectorAll('circle')].map((c) => [+c.dataset.value, zero - c.getAttribute('cy')])"
        )
        assert len(values) > 1
        for value, height in values:
            assert height / value == pytest.approx(values[0][1] / values[0][0], rel=1e-6)

    def test_columns_are_in_proportion_too(self, page: Page) -> None:
        page.go("articles")
        for figure in page.all("figure"):
            drawn = page.run(
                "return [...arguments[0].querySelectorAll('rect.column')].map((r) => [+r.dataset.value,"
                " +r.getAttribute(r.parentNode.tagName === 'g' || r.parentNode.tagName === 'a' ? 'width' : 'height')])",
                figure,
            )
            for value, size in drawn:
                assert size / value == pytest.approx(drawn[0][1] / drawn[0][0], rel=1e-6)

    def test_a_chart_is_saved_with_its_source_line(self, page: Page) -> None:
        page.go("articles")
        page.run("window.saved = {}; save = (name, blob) => blob.text().then((text) => { window.saved[name] = text; })")
        for button in page.all("#shown figure:first-of-type .tools button"):
            page.run("arguments[0].click()", button)
        wait(lambda: len(page.run("return Object.keys(window.saved)")) >= 3)
        saved = page.run("return window.saved")
        svg = next(text for name, text in saved.items() if name.endswith(".svg"))
        assert "وقائع" in svg and "كما ورد في الأخبار" in svg and 'fill="rgb(' in svg
        table = next(text for name, text in saved.items() if name.endswith(".csv"))
        assert table.startswith("day,count\r\n")

    def test_who_said_what(self, page: Page) -> None:
        page.go("speaker", "سالم الحضرمي")
        quotes = page.all("ol.quotes li")
        assert len(quotes) >= 2
        assert "المتحدث باسم الجيش اليمني" in page.one("#shown").text
        page.run(
            "const f = document.querySelector('#shown input'); f.value = 'توفوا'; f.dispatchEvent(new Event('input'))"
        )
        wait(lambda: len(page.all("ol.quotes li")) == 1)

    def test_spellings_of_a_name_are_one_person(self, driver: Any, tmp_path: Path) -> None:
        names = ("أنطونيو غوتيريش", "أنطونيو جوتيريس", "انطونيو غوتيريس", "محمد حسن", "محمد حسين")
        told = [f"قال {name} إن الوضع خطير، وأضاف أن الأزمة مستمرة." for name in names]
        articles = [annotated(text, dt.date(2019, 3, 14), source=f"{n}.txt") for n, text in enumerate(told)]
        spoken = [article.extracted.facts["quotes"][0].speaker for article in articles]  # type: ignore[attr-defined]
        assert spoken == list(names)
        file = tmp_path / "spellings.html"
        file.write_text(written(articles), encoding="utf-8", newline="")
        page = Page(driver, file)
        page.go("speakers")
        shown = page.run("return [...document.querySelectorAll('#shown tbody th bdi')].map((e) => e.textContent)")
        assert sorted(shown) == sorted([names[0], *names[3:]])

    def test_highlights_sit_on_the_right_words(self, page: Page) -> None:
        for name, article in zip(NAMES, ARTICLES, strict=True):
            page.go("article", name)
            for kind, facts in article.extracted.facts.items():
                for index, fact in enumerate(facts):
                    parts = page.all(f'mark[data-kind="{kind}"][data-number="{index}"]')
                    shown = "".join(page.run("return arguments[0].textContent", part) for part in parts)
                    assert without_signs(shown) == without_marks(fact.text)
            text = page.run("return document.querySelector('.text').textContent")
            assert without_signs(text) == without_marks(article.article.text)

    def test_overlapping_facts_are_all_there_to_see(self, page: Page) -> None:
        page.go("article", "a.txt")
        inner = page.one("mark[data-kind=quotes] mark[data-kind=casualties]")
        page.run("arguments[0].focus()", inner)
        assert page.one("#card").is_displayed()
        card = page.one("#card").text
        assert "قتلى" in card and "الضحايا" in card and "التصريحات" in card and "سالم الحضرمي" in card

    def test_a_date_without_end_hides_no_chart(self, driver: Any, tmp_path: Path) -> None:
        far = [annotated(text, dt.date(9999, 12, 31), source="far.txt") for text in (ATTACK, FLOOD)]
        file = tmp_path / "far.html"
        file.write_text(written([*ARTICLES, *far]), encoding="utf-8", newline="")
        page = Page(driver, file)
        page.go("articles")
        wait(lambda: bool(page.all("rect.column")))

    def test_the_keyboard_does_it_all(self, page: Page) -> None:
        page.go("articles")
        page.one("#search").send_keys("تفتيش")
        wait(lambda: page.titles() == ["هجوم على نقطة تفتيش"])
        page.run("document.querySelector('.index a').focus()")
        page.driver.switch_to.active_element.send_keys(Keys.ENTER)
        wait(lambda: page.run("return document.body.dataset.view") == "article")
        page.run("arguments[0].focus()", page.one("mark"))
        page.driver.switch_to.active_element.send_keys(Keys.ENTER)
        assert page.run("return document.activeElement.tagName") == "BUTTON"
        page.driver.switch_to.active_element.send_keys(Keys.ESCAPE)
        assert not page.one("#card").is_displayed()
        page.fill("search", "")
        page.run("document.activeElement.blur()")
        page.one("body").send_keys("j")
        wait(lambda: page.run("return READING === ARTICLES[1]"))
        page.one("body").send_keys("k")
        wait(lambda: page.run("return READING === ARTICLES[0]"))
        page.one("body").send_keys("/")
        assert page.run("return document.activeElement.id") == "search"

    def test_a_fact_is_copied_as_json(self, page: Page) -> None:
        page.go("article", "a.txt")
        page.run("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
        page.run("arguments[0].click()", page.one(".facts .fact.red button"))
        wait(lambda: page.run("return window.copied") is not None)
        copied = json.loads(page.run("return window.copied"))
        assert copied["text"] == ATTACK[copied["start"] : copied["end"]]
        assert (copied["type"], copied["min"]) == ("killed", 13)

    @pytest.mark.parametrize(
        ("field", "value", "found"),
        [
            ("by-organizations", "الامم المتحده", [0]),
            ("by-quotes", "وزارة الصحة", [2]),
            ("by-quotes", "الحضرمي", [0, 3]),
            ("from", "2018-06-01", [0, 2, 3]),
            ("to", "2018-06-01", [1]),
            ("search", "<b>", [1]),
            ("search", "xyz", []),
        ],
    )
    def test_filters(self, page: Page, field: str, value: str, found: list[int]) -> None:
        page.go("articles")
        page.fill(field, value)
        wait(lambda: page.run("return chosen.map((article) => ARTICLES.indexOf(article))") == found)
        assert len(page.all(".index a")) == len(found)

    def test_kinds_are_filtered_in_the_text(self, page: Page) -> None:
        page.go("article", "a.txt")
        assert page.all("mark[data-kind=casualties]")
        page.run("arguments[0].click()", page.one('#kinds input[value="casualties"]'))
        wait(lambda: not page.all("mark[data-kind=casualties]"))
        assert page.all("mark[data-kind=quotes]")

    def test_a_hostile_article_is_text(self, page: Page) -> None:
        page.go("article", "<b>.txt")
        assert page.driver.title == "وقائع"
        assert page.all("#shown script") == page.all("#shown img") == page.all("#shown b") == []
        assert len(page.all("script")) == 2
        shown = page.run("return document.getElementById('shown').textContent")
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

    def test_a_phone_has_nothing_beyond_its_edge(self, driver: Any, file: Path) -> None:
        metrics = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        try:
            page = Page(driver, file)
            assert page.run("return document.getElementById('asking').open") is False
            for view, name in (("events", ""), ("speakers", ""), ("articles", ""), ("article", "a.txt")):
                page.go(view, name)
                assert page.run("return document.documentElement.scrollWidth") <= 360, view
            page.run("arguments[0].click()", page.one("mark[data-kind=casualties]"))
            card = page.one("#card")
            assert card.is_displayed()
            assert card.rect["x"] >= 0 and card.rect["x"] + card.rect["width"] <= 360
        finally:
            driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@browser_needed
def test_a_folder_opens_its_articles(driver: Any, tmp_path: Path) -> None:
    report_of(ARTICLES).write_folder(tmp_path / "site", "en")
    page = Page(driver, tmp_path / "site" / "index.html")
    page.go("articles")
    page.run("arguments[0].click()", page.one(".index a"))
    wait(lambda: page.driver.current_url.endswith("articles-1.html#article=a.txt"))
    assert page.one(".text").text.startswith("قال المتحدث")
    assert page.errors() == []


@browser_needed
def test_a_thousand_articles_stay_usable(driver: Any, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    one = annotated("\n\n".join([FLOOD] * 12), dt.date(2019, 3, 14))
    articles = [
        AnnotatedArticle(
            Article(text=one.article.text, source="a.jsonl", id=str(number)),
            type(one.extracted)(id=str(number), published=dt.date(2010 + number % 10, 1, 3), facts=one.extracted.facts),
        )
        for number in range(1000)
    ]
    file.write_text(written(articles), encoding="utf-8")
    page = Page(driver, file)
    page.go("articles")
    assert len(page.all(".index a")) == 100
    page.fill("search", "nothing like it")
    wait(lambda: not page.all(".index a"))
    page.fill("search", "")
    wait(lambda: len(page.all(".index a")) == 100)
    page.run("document.querySelector('.index').parentElement.querySelector('button').click()")
    assert len(page.all(".index a")) == 200
    assert page.errors() == []


AXE = os.environ.get("AXE_CORE")  # axe.min.js of axe-core, which no package brings


@browser_needed
@pytest.mark.skipif(AXE is None, reason="AXE_CORE does not name axe.min.js")
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_any_view(driver: Any, tmp_path: Path, language: str) -> None:
    file = tmp_path / "page.html"
    file.write_text(written(ARTICLES, language), encoding="utf-8", newline="")
    page = Page(driver, file)
    event, speaker = report_of(ARTICLES).events[0]["id"], "سالم الحضرمي"
    views = {"events": "", "speakers": "", "articles": "", "event": event, "speaker": speaker, "article": "a.txt"}
    for view, name in views.items():
        page.go(view, name)
        driver.execute_cdp_cmd("Runtime.evaluate", {"expression": Path(str(AXE)).read_text(encoding="utf-8")})
        found = driver.execute_async_script(
            "axe.run().then((told) => arguments[0](told.violations.map((one) => `${one.id}: ${one.nodes[0].html}`)))"
        )
        assert found == [], view
