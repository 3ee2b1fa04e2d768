"""A report: one HTML file that holds the articles, their facts, and all that shows them; it asks no network."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from collections.abc import Iterable
from importlib.resources import files
from typing import TYPE_CHECKING, TextIO

import msgspec

from waqai.extractors.registry import presentation

from ..view import styles

if TYPE_CHECKING:
    from ..annotated import AnnotatedArticle

# What a script element must not hold as it is, and line ends of JavaScript that JSON does not know.
_ESCAPED = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


def write(articles: Iterable[AnnotatedArticle], stream: TextIO) -> int:
    """Writes a report of `articles`, one at a time; how many there were.

    The page makes its elements from data and never from markup, so nothing in an article can become any.
    """
    style, script = _part("style.css"), _part("script.js")
    page = _part("page.html").replace("STYLE_HASH", _digest(style)).replace("SCRIPT_HASH", _digest(script))
    before, rest = page.replace("/*STYLE*/", style).replace("/*SCRIPT*/", script).split("[/*ARTICLES*/]")
    between, after = rest.split("{/*SHOWN*/}")
    stream.write(before + "[")
    number, kinds = 0, dict[str, None]()
    for number, article in enumerate(articles, 1):
        stream.write(("," if number > 1 else "") + "\n" + _data(article))
        kinds.update(dict.fromkeys(article.extracted.facts))
    stream.write("\n]" + between + _shown(kinds))
    stream.write(after.replace("GENERATED", dt.datetime.now(dt.UTC).date().isoformat()))
    return number


def _shown(kinds: Iterable[str]) -> str:
    """How the facts of each kind are shown, as JSON that can stand in a script element."""
    shown = {}
    for kind, style in styles(kinds).items():
        how = presentation(kind)
        classes = style.replace("bright_", "")
        shown[kind] = {"label": how.label, "style": classes, "mentions": how.mentions, "tallies": how.tallies}
    return msgspec.json.encode(shown).decode().translate(_ESCAPED)


def _data(annotated: AnnotatedArticle) -> str:
    """An article as JSON that can stand in a script element."""
    extracted = annotated.extracted
    record = {
        "source": annotated.article.source,
        "id": annotated.article.id,
        "title": extracted.title,
        "published": extracted.published,
        "text": annotated.article.text,
        "facts": extracted.facts,
    }
    return msgspec.json.encode(record).decode().translate(_ESCAPED)


def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    """The digest by which the page's policy knows its own script and style (CSP level 2)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
