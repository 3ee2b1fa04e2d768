"""One page of a report: data, style and scripts in one file, under a policy that lets nothing else in."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from waqai.extractors.registry import presentation
from waqai.extractors.text.spellings import one_spelling

from ..view import styles

# What a script element must not hold as it is, and line ends of JavaScript that JSON does not know.
_ESCAPED = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})
_SCRIPTS = ("base", "charts", "map", "events", "speakers", "articles", "main")
LANGUAGES = ("en", "ar")


def page(
    articles: Sequence[Mapping[str, Any]],
    events: Sequence[Mapping[str, Any]] = (),
    language: str = "en",
    made: dt.date | None = None,
    home: str = "",
    quotes: Sequence[Sequence[Mapping[str, Any]]] | None = None,
) -> str:
    """A page of these articles and events in a language. `quotes` are those of each article, where it has not its own.

    The page makes its elements from data and never from markup, so nothing in an article can become any.
    """
    style, script = _part("style.css"), _script()
    data = {
        "language": language,
        "made": (made or dt.date.today()).isoformat(),
        "labels": labels(language),
        "outlines": _outlines() if events else None,
        "kinds": _shown({kind: None for article in articles for kind in article.get("counts") or article["facts"]}),
        "events": events,
        "articles": articles,
        "spellings": one_spelling(_speakers(articles, quotes)),
    }
    return (
        _part("page.html")
        .replace("LANGUAGE", language)
        .replace("DIRECTION", "rtl" if language == "ar" else "ltr")
        .replace("STYLE_HASH", _digest(style))
        .replace("SCRIPT_HASH", _digest(script))
        .replace("HOME", home)
        .replace("/*STYLE*/", style)
        .replace("/*SCRIPT*/", script)
        .replace(
            "<!--QUOTES-->",
            "" if quotes is None else f'<script id="quotes" type="application/json">{_json(quotes)}</script>',
        )
        .replace("/*DATA*/", _json(data))
    )


def _speakers(
    articles: Sequence[Mapping[str, Any]], quotes: Sequence[Sequence[Mapping[str, Any]]] | None
) -> Iterator[str]:
    """The speakers of all quotes, the commonest first."""
    held = quotes if quotes is not None else [article["facts"].get("quotes", ()) for article in articles]
    counted = Counter(name for found in held for quote in found if (name := quote.get("speaker")))
    yield from (name for name, _ in counted.most_common())


def _json(data: object) -> str:
    """Data as a script element can hold it."""
    return msgspec.json.encode(data).decode().translate(_ESCAPED)


def labels(language: str) -> dict[str, Any]:
    """The words of the page in a language."""
    held = msgspec.json.decode(_part("labels.json"))
    terms = {**fields(language), **held["terms"][language]}
    return {"page": held[language], "terms": terms, "plurals": held["plurals"][language]}


def fields(language: str) -> dict[str, str]:
    """What the fields of facts, and their fixed values, are called in a language; nothing in English, as they are."""
    held = msgspec.json.decode(files("waqai.cli").joinpath("words.json").read_text(encoding="utf-8"))
    named: dict[str, str] = held.get(language, {})
    return named


def _shown(kinds: Iterable[str]) -> dict[str, Any]:
    """How the facts of each kind are shown, as it says itself."""
    return {
        kind: {
            "label": presentation(kind).label,
            "style": style.replace("bright_", "").replace("bold ", ""),
            "mentions": presentation(kind).mentions,
            "tallies": presentation(kind).tallies,
        }
        for kind, style in styles(kinds).items()
    }


@cache
def _outlines() -> Any:
    return msgspec.json.decode(_part("outlines.json"))


@cache
def _script() -> str:
    return "\n".join(_part(f"scripts/{name}.js") for name in _SCRIPTS)


@cache
def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    """The digest by which the page's policy knows its own script and style (CSP level 2)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
