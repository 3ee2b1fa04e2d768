"""Makes the README's pictures, and its table, anew: `uv run examples/screenshots.py`. Needs Chromium and its driver."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from selenium import webdriver

from waqai.cli import report
from waqai.cli.annotated import AnnotatedArticle, annotate
from waqai.cli.bidi import isolated
from waqai.cli.formats import Parsing
from waqai.cli.summary import TableWriter
from waqai.cli.view import article_lines

HERE = Path(__file__).parent
README = HERE.parent / "README.md"
TABLE = ("```text\nexamples/border.txt", "\n```\n\nThe table fills")


def examples() -> list[AnnotatedArticle]:
    """The examples with their facts, that of the table first."""
    kinds = ["casualties", "dates", "organizations", "quotes"]
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


def photograph(page: str, size: tuple[int, int], file: Path, script: str = "") -> None:
    """A picture of a page in a window of `size`, after `script`."""
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--hide-scrollbars"):
        options.add_argument(argument)
    driver = webdriver.ChromeService(shutil.which("chromedriver"))  # named, or Selenium looks for one on the network
    with tempfile.TemporaryDirectory() as folder, webdriver.Chrome(options, driver) as browser:
        (Path(folder) / "page.html").write_text(page, encoding="utf-8")
        browser.set_window_size(*size)
        browser.get((Path(folder) / "page.html").as_uri())
        browser.execute_script(script)
        browser.save_screenshot(str(file))


def main() -> None:
    """Writes the pictures and the table."""
    os.chdir(HERE.parent)
    border, *others = examples()
    page = io.StringIO()
    report.write([border, *others], page)
    focus = "history.replaceState(null, '', '#1'); route(); document.querySelector('mark mark').focus()"
    photograph(view(border), (900, 780), HERE / "view.png")
    photograph(page.getvalue(), (1100, 900), HERE / "report.png", focus)
    text = README.read_text(encoding="utf-8")
    before, after = text.index(TABLE[0]), text.index(TABLE[1])
    README.write_text(text[:before] + "```text\n" + table(border) + text[after:], encoding="utf-8")


if __name__ == "__main__":
    main()
