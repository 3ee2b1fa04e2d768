"""Web pages: how much of the main text is found, with which title and day, and in what time.

    uv run python -m benchmarks.pages [articles.jsonl.gz]

The pages are made from articles and from `sites/*.html`, which have the markup of themes and systems that Arabic news
sites run on: menus, teasers, related stories within the text, tags, comments, advertisements, embedded posts.
"""

from __future__ import annotations

import datetime as dt
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from string import Template

from waqai.cli import pages

from .articles import load

_SITES = sorted((Path(__file__).parent / "sites").glob("*.html"))
_MONTHS = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
_SCRIPT = "(function(w,d){w.dataLayer=w.dataLayer||[];var a=d.createElement('script');a.async=!0;a.src='/t.js';})();\n"
_UNDATED = {"tables", "k2"}  # sites that write the day in words alone


@dataclass(frozen=True, slots=True)
class Made:
    """A page with what should be found in it. `day` is None where it is told in words alone."""

    site: str
    markup: str
    text: str
    title: str
    day: dt.date | None


@dataclass(slots=True)
class Score:
    """What was found in pages: words of the main text, titles, days; and the processor time it took."""

    pages: int = 0
    found: int = 0
    right: int = 0
    gold: int = 0
    titles: int = 0
    days: int = 0
    seconds: float = 0.0
    slips: list[str] = field(default_factory=list)

    @property
    def row(self) -> str:
        """All of it on a line."""
        p, r = self.right / max(1, self.found), self.right / max(1, self.gold)
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        return (
            f"{self.pages:5} {1000 * self.seconds / self.pages:8.2f} {p:7.3f} {r:7.3f} {f1:7.3f} "
            f"{self.titles / self.pages:7.2f} {self.days / self.pages:6.2f}"
        )

    def add(self, made: Made, found: pages.Page | None, seconds: float) -> None:
        """Counts a page."""
        self.pages += 1
        self.seconds += seconds
        text = "" if found is None else found.text
        title = found.title if found else None
        words, gold = _words(_without(text, made.title)), _words(made.text)
        self.found += words.total()
        self.gold += gold.total()
        self.right += (words & gold).total()
        self.titles += title is not None and " ".join(title.split()) == made.title
        self.days += (found.published if found else None) == made.day


def made_pages(texts: Sequence[str], seed: int = 7) -> Iterator[Made]:
    """A page of each site from each text."""
    rng = random.Random(seed)
    titles = [_title(text) for text in texts]
    for text in texts:
        for site in _SITES:
            yield _page(site, text, texts, titles, rng)


def _page(site: Path, text: str, texts: Sequence[str], titles: Sequence[str], rng: random.Random) -> Made:
    paragraphs = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    title, day = _title(rng.choice(texts)), dt.date(2010, 1, 1) + dt.timedelta(rng.randrange(5000))
    embedded = _title(rng.choice(texts))
    template = site.read_text("utf-8")
    values = _values(paragraphs, title, day, rng, texts, titles) | {"embedded": escape(embedded)}
    markup = Template(template).substitute(values)
    gold = [*paragraphs, *([embedded] if "$embedded" in template else [])]
    return Made(site.stem, markup, "\n".join(gold), title, None if site.stem in _UNDATED else day)


def _values(
    paragraphs: list[str],
    title: str,
    day: dt.date,
    rng: random.Random,
    texts: Sequence[str],
    titles: Sequence[str],
) -> dict[str, str]:
    """What a site may show, by the names that templates use."""
    half = (len(paragraphs) + 1) // 2
    first, rest = paragraphs[:half], paragraphs[half:]
    later = day + dt.timedelta(3)

    def headline() -> str:
        return escape(rng.choice(titles))

    def excerpt(most: int) -> str:
        return escape(" ".join(rng.choice(texts).split()[:most]))

    def some(n: int, shown: Callable[[], str]) -> str:
        return "\n".join(shown() for _ in range(n))

    return {
        "title": escape(title),
        "description": escape(" ".join(paragraphs)[:150]),
        "iso": f"{day}T10:20:00+03:00",
        "utc": f"{day}T07:20:00.123Z",
        "later": f"{later}T11:00:00+03:00",
        "day": str(day),
        "us": f"{day.month}/{day.day}/{day.year} 10:20:00 AM" if day.day > 12 else f"{day}T10:20:00",
        "numeric": f"{day.day:02}/{day.month:02}/{day.year}",
        "words": _in_words(day),
        "later_words": _in_words(later),
        "path": f"{day:%Y/%m/%d}",
        "slashed": f"{day.year}/{day.month}/{day.day}",
        "first": _each("<p>{}</p>", first),
        "rest": _each("<p>{}</p>", rest),
        "broken_first": "<br /><br />\n".join(map(escape, first)),
        "broken_rest": "<br /><br />\n".join(map(escape, rest)),
        "divided_first": _each('<div dir="rtl" class="css-q5i3k7"><p dir="rtl" class="css-p1">{}</p></div>', first),
        "divided_rest": _each('<div dir="rtl" class="css-q5i3k7"><p dir="rtl" class="css-p1">{}</p></div>', rest),
        "menu": some(40, lambda: f'<li class="menu-item"><a href="/c">{" ".join(headline().split()[:2])}</a></li>'),
        "links": some(5, lambda: f'<li><a href="/s">{headline()}</a></li>'),
        "rows": some(12, lambda: f'<tr><td>• <a href="/s"><font size=2>{headline()}</font></a></td></tr>'),
        "teasers": some(
            8, lambda: f'<li><h3><a href="/s">{headline()}</a></h3><span class="date">منذ يومين</span></li>'
        ),
        "cards": some(
            5,
            lambda: (
                f'<div class="card"><a href="/s"><img src="/2.jpg"></a><h3><a href="/s">{headline()}</a></h3>'
                f"<p>{excerpt(25)} …</p></div>"
            ),
        ),
        "comments": some(
            6,
            lambda: (
                '<li class="comment"><article class="comment-body"><div class="comment-author">قارئ</div>'
                f'<time datetime="{later}">منذ ساعة</time><div class="comment-content"><p>{excerpt(40)}</p></div>'
                '<a class="comment-reply-link" href="#">رد</a></article></li>'
            ),
        ),
        "tags": some(5, lambda: f'<li><a href="/t" rel="tag">{" ".join(headline().split()[:2])}</a></li>'),
        "other": headline(),
        "scripts": f"<script>{_SCRIPT * 60}</script>\n<style>{'.a{color:red;margin:0 auto}' * 200}</style>",
        "filler": "dDw3NDg2NTI5MDg7Oz4" * 300,
    }


def _each(markup: str, paragraphs: Sequence[str]) -> str:
    return "\n".join(markup.format(escape(paragraph)) for paragraph in paragraphs)


def _in_words(day: dt.date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _title(text: str) -> str:
    return " ".join(text.split()[:9])


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def _without(text: str, title: str) -> str:
    """A text without its title, which sites have in it or above it."""
    return "\n".join(line for line in text.split("\n") if " ".join(line.split()) != title)


def by_trafilatura(markup: str) -> pages.Page | None:
    """What trafilatura alone finds."""
    return pages.thoroughly(markup)


def by_waqai(markup: str) -> pages.Page | None:
    """What waqai finds."""
    return pages.page(markup)


def measure(find: Callable[[str], pages.Page | None], made: Sequence[Made], rounds: int = 2) -> dict[str, Score]:
    """The scores of a way to read pages, for each site and for all."""
    scores: dict[str, Score] = {}
    for page in made:
        best = float("inf")
        for _ in range(rounds):
            begun = time.process_time()
            found = find(page.markup)
            best = min(best, time.process_time() - begun)
        for name in (page.site, "all"):
            scores.setdefault(name, Score()).add(page, found, best)
    return scores


def main() -> None:
    """Prints the scores of both ways."""
    texts = load(Path(sys.argv[1]) if len(sys.argv) > 1 else None, 12)
    made = list(made_pages(texts))
    print(f"{len(made)} pages of {sum(len(page.markup.encode()) for page in made) // len(made) // 1000} kB")
    for name, find in (("trafilatura", by_trafilatura), ("waqai", by_waqai)):
        print(f"{name:14} pages  ms/page  precis  recall      F1  titles   days")
        for site, score in measure(find, made).items():
            print(f"  {site:12} {score.row}")


if __name__ == "__main__":
    main()
