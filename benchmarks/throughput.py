"""How fast articles are read, beside what one pass over the text costs and what else there is to pick."""

from __future__ import annotations

import datetime as dt
import json
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import NamedTuple

import regex

from waqai.extractors import available, extract

WORD = regex.compile(r"\w+")
FLOOR = r"`regex.findall(r\"\w+\")`, the floor".replace('\\"', '"')
ALL = "all four kinds"
_BLOCK = 20  # articles timed together; of each block the best round counts, so that what else runs counts little
_ROUNDS = 7
_BUDGET = 10.0  # seconds for all rounds of a contender; a slow one reads fewer articles

Work = Callable[[str], object]


@dataclass(frozen=True)
class Contender:
    """Something that reads a text, and what it finds in it."""

    name: str
    finds: str
    work: Work


class Speed(NamedTuple):
    """Words (of `\\w+`) and bytes of UTF-8 a second."""

    words: float
    bytes: float


def contenders() -> list[Contender]:
    """waqai's extractors, the floor, and the others that are installed."""
    found = [
        Contender(FLOOR, "words", WORD.findall),
        *(Contender(kind, kind, lambda text, kind=kind: extract(text, only=[kind])) for kind in available()),  # type: ignore[misc]
        Contender(ALL, "all four", extract),
        Contender("`json.loads` of the article", "the text", _decoding),
        Contender("camel-tools `normalize_*`, `simple_word_tokenize`", "words, normalized", _camel()),
    ]
    others = (("dateparser", _dateparser), ("spacy", _spacy), ("puckling", _puckling))
    return [*found, *(make() for module, make in others if find_spec(module))]


def measure(contender: Contender, blocks: Sequence[Sequence[str]], rounds: int = _ROUNDS) -> Speed:
    """The speed of a contender on as many blocks of articles as its budget of time allows, after warm-up."""
    words = size = 0
    spent = 0.0
    begun = time.perf_counter()
    for block in blocks:
        best = float("inf")
        for _ in range(rounds):
            start = time.process_time()
            for text in block:
                contender.work(text)
            best = min(best, time.process_time() - start)
            if time.perf_counter() - begun > _BUDGET:
                break
        spent += best
        words += sum(len(WORD.findall(text)) for text in block)
        size += sum(len(text.encode()) for text in block)
        if time.perf_counter() - begun > _BUDGET:
            break
    return Speed(words / spent, size / spent)


def speeds(texts: Sequence[str]) -> dict[str, Speed]:
    """The speed of each contender on these texts."""
    blocks = [texts[start : start + _BLOCK] for start in range(0, len(texts), _BLOCK)]
    for text in texts:  # what is compiled on first use; the words of news
        extract(text)
    return {contender.name: measure(contender, blocks) for contender in contenders()}


def table(found: dict[str, Speed]) -> str:
    """A table in Markdown: each contender, its speed, and that as a share of the floor."""
    floor = found[FLOOR].words
    rows = ["| | words a second | MB a second | of the floor |", "|---|---:|---:|---:|"]
    for name, (words, size) in sorted(found.items(), key=lambda each: -each[1].words):
        share = "1" if name == FLOOR else f"1/{floor / words:.1f}" if words < floor else f"{words / floor:.1f}"
        rows.append(f"| {name} | {_rounded(words):,} | {size / 1e6:.2g} | {share} |")
    return "\n".join(rows)


def _rounded(number: float) -> int:
    """To two or three digits: more are noise."""
    digits = len(str(int(number)))
    return round(number, min(0, 3 - digits - (digits < 4))) and int(round(number, -max(0, digits - 3)))


def _decoding(text: str) -> object:
    return json.loads(_ENCODED.setdefault(text, json.dumps({"text": text}, ensure_ascii=False).encode()))


_ENCODED: dict[str, bytes] = {}


def _camel() -> Work:
    from camel_tools.tokenizers.word import simple_word_tokenize
    from camel_tools.utils.dediac import dediac_ar
    from camel_tools.utils.normalize import (
        normalize_alef_ar,
        normalize_alef_maksura_ar,
        normalize_teh_marbuta_ar,
        normalize_unicode,
    )

    def work(text: str) -> object:
        plain = normalize_alef_maksura_ar(normalize_alef_ar(dediac_ar(normalize_unicode(text))))
        return simple_word_tokenize(normalize_teh_marbuta_ar(plain))

    return work


def _dateparser() -> Contender:
    from dateparser.search import search_dates

    return Contender("dateparser `search_dates`, Arabic", "dates", lambda text: search_dates(text, languages=["ar"]))


def _spacy() -> Contender:
    import spacy

    from waqai.extractors.organizations.names import rows

    nlp = spacy.blank("ar")
    nlp.max_length = 10**9
    names = {name.removeprefix("~") for _, names in rows() for name in names}
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": name} for name in sorted(names)])
    return Contender("spaCy, blank Arabic with an EntityRuler of our gazetteer", "organizations", nlp)


def _puckling() -> Contender:
    from puckling import Context, Lang, Locale, parse

    context = Context(reference_time=dt.datetime(2016, 1, 1, tzinfo=dt.UTC), locale=Locale(Lang.AR))

    def work(text: str) -> object:  # a sentence at a time, which is faster
        sentences = re.split(r"[.\n]+", text)
        return [parse(sentence, context, dims=("time",)) for sentence in sentences if sentence.strip()]

    return Contender("puckling `parse`, times only", "dates", work)
