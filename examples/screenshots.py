"""Makes the README's pictures, and its table, anew: `uv run examples/screenshots.py`. Needs Chromium and its driver."""

from __future__ import annotations

import datetime as dt
import io
import os
import shutil
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from selenium import webdriver

from waqai.cli.annotated import AnnotatedArticle, annotate
from waqai.cli.bidi import isolated
from waqai.cli.formats import Parsing
from waqai.cli.report import Report
from waqai.cli.summary import TableWriter
from waqai.cli.view import article_lines
from waqai.extractors import Article, extract_article

HERE = Path(__file__).parent
README = HERE.parent / "README.md"
TABLE = ("```text\nexamples/border.txt", "\n```\n\nThe table fills")


def examples() -> list[AnnotatedArticle]:
    """The examples with their facts, that of the table first."""
    kinds = ["casualties", "dates", "organizations", "places", "quotes"]
    paths = [f"examples/{name}" for name in ("border.txt", "cholera.jsonl", "flood.html")]
    return [article for article in annotate(paths, kinds, Parsing()) if isinstance(article, AnnotatedArticle)]


def view(annotated: AnnotatedArticle) -> str:
    """What `waqai view` prints, as a page."""
    console = Console(record=True, width=96, file=io.StringIO(), force_terminal=True, highlight=False)
    for line in article_lines(annotated, console.width, isolated):
        console.print(line, soft_wrap=True)
    style = "body { margin: 0; padding: 1rem; width: max-content; font-size: 15px; line-height: 1.6 }"
    return console.export_html(theme=DIMMED_MONOKAI).replace("</style>", style + "</style>")


def table(annotated: AnnotatedArticle) -> str:
    """What `waqai extract` prints on a terminal."""
    os.environ["COLUMNS"] = "110"
    stream = io.StringIO()
    writer = TableWriter(stream)
    writer.write(annotated.extracted)
    writer.close()
    return stream.getvalue().strip()


# Four papers on one made-up attack, with a toll that rises, a figure that is wrong, and an official who speaks.
STORY = (
    ("الصباح", dt.date(2019, 3, 14), "قتلى في انفجار بسوق شعبية في عدن",
     "قتل تسعة أشخاص وأصيب نحو 30 آخرين في انفجار سيارة مفخخة بسوق شعبية في مدينة عدن صباح الخميس 14 مارس 2019، "
     "بحسب مصدر طبي في مستشفى الجمهورية.\n\nوقال شاهد عيان إن الدخان غطى المكان."),
    ("المساء", dt.date(2019, 3, 14), "وزارة الصحة: 12 قتيلا في تفجير عدن",
     "أعلنت وزارة الصحة اليمنية مقتل 12 شخصا وإصابة 34 آخرين في تفجير السيارة المفخخة في سوق بمدينة عدن اليوم.\n\n"
     "وقال المتحدث باسم الجيش اليمني سالم الحضرمي إن المهاجم كان يقود سيارة مفخخة."),
    ("الأفق", dt.date(2019, 3, 15), "ارتفاع حصيلة تفجير عدن إلى 15 قتيلا",
     "ارتفعت حصيلة تفجير السيارة المفخخة في سوق بمدينة عدن أمس الخميس إلى 15 قتيلا و31 جريحا بعد وفاة ثلاثة من الجرحى، "
     "وفق ما أعلنته وزارة الصحة اليمنية.\n\nوأكد المتحدث باسم الجيش اليمني سالم الحضرمي أن التحقيق مستمر."),
    ("الراصد", dt.date(2019, 3, 16), "غارة على صعدة",
     "قتل أربعة مدنيين في غارة جوية على منزل في مدينة صعدة يوم الجمعة 15 مارس 2019، بحسب سكان.\n\n"
     "وكان 12 شخصا قتلوا في تفجير سيارة مفخخة في عدن يوم الخميس."),
)  # fmt: skip


def story() -> Report:
    """The report of the made-up attack."""
    articles = [
        Article(text=f"{title}\n\n{text}", title=title, published=day, outlet=outlet, source=f"{outlet}.txt")
        for outlet, day, title, text in STORY
    ]
    return Report(AnnotatedArticle(article, extract_article(article, explain=True)) for article in articles)


def photograph(
    page: str, size: tuple[int, int], file: Path, hash: str = "", *, dark: bool = False, phone: bool = False
) -> None:
    """A picture of the view `hash` of a page in a window of `size`."""
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--hide-scrollbars"):
        options.add_argument(argument)
    driver = webdriver.ChromeService(shutil.which("chromedriver"))  # named, or Selenium looks for one on the network
    with tempfile.TemporaryDirectory() as folder, webdriver.Chrome(options, driver) as browser:
        (Path(folder) / "page.html").write_text(page, encoding="utf-8")
        browser.set_window_size(*size)
        if phone:
            metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 2, "mobile": True}
            browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        if dark:
            media = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
            browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
        browser.get((Path(folder) / "page.html").as_uri() + hash)
        browser.save_screenshot(str(file))


def main() -> None:
    """Writes the pictures and the table."""
    os.chdir(HERE.parent)
    border, *_ = examples()
    photograph(view(border), (900, 780), HERE / "view.png")
    report = story()
    first = next(event["id"] for event in report.events if event["articles"] > 1)
    english, arabic = report.page("en"), report.page("ar")
    photograph(english, (1100, 1250), HERE / "report.png")
    photograph(arabic, (1100, 1000), HERE / "report-event.png", f"#event={first}")
    photograph(arabic, (1100, 800), HERE / "report-speaker.png", "#speaker=سالم الحضرمي", dark=True)
    photograph(arabic, (1100, 900), HERE / "report-article.png", "#article=المساء.txt")
    photograph(arabic, (360, 740), HERE / "report-phone.png", phone=True)
    text = README.read_text(encoding="utf-8")
    before, after = text.index(TABLE[0]), text.index(TABLE[1])
    README.write_text(text[:before] + "```text\n" + table(border) + text[after:], encoding="utf-8")


if __name__ == "__main__":
    main()
