"""How fast articles are read whose words are known, beside one pass over the text and what else there is to pick."""

from __future__ import annotations

import datetime as dt
import gc
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from importlib.util import find_spec
from typing import NamedTuple

import regex

from waqai.extractors import available, extract

WORD = regex.compile(r"\w+")
FLOOR = '`regex.findall(r"\\w+")`, the floor'
ALL = "all five kinds"
_BLOCK = 20  # articles timed together; of each block the best round counts, so that what else runs counts little
_ROUNDS = 7
_BUDGET = 20.0  # seconds for all rounds of a contender; a slow one reads fewer blocks

Work = Callable[[str], object]  # what reads a text


class Speed(NamedTuple):
    """Words (of `\\w+`) and bytes of UTF-8 a second."""

    words: float
    bytes: float


def contenders() -> dict[str, Work]:
    """waqai's extractors, the floor, and the others that are installed."""
    found: dict[str, Work] = {FLOOR: WORD.findall, "`json.loads` of the article": _decoding(), ALL: extract}
    found |= {kind: partial(extract, only=[kind]) for kind in available()}
    others = {
        "camel-tools `normalize_*`, `simple_word_tokenize`": ("emoji", _camel),  # which its tokenizer imports
        "dateparser `search_dates`, Arabic": ("dateparser", _dateparser),
        "spaCy, blank Arabic with an EntityRuler of our gazetteer": ("spacy", _spacy),
        "puckling `parse`, times only": ("puckling", _puckling),
    }
    return found | {name: make() for name, (module, make) in others.items() if find_spec(module)}


def speeds(texts: Sequence[str]) -> dict[str, Speed]:
    """The speed of each contender, after warm-up. They take turns, block by block."""
    for text in texts:  # what is compiled on first use; the words of news
        extract(text)
    all_of_them = contenders()
    gc.freeze()  # what one contender holds in memory is not gone through while another works
    words: Counter[str] = Counter()
    size: Counter[str] = Counter()
    spent: dict[str, float] = dict.fromkeys(all_of_them, 0.0)
    for start in range(0, len(texts), _BLOCK):
        block = texts[start : start + _BLOCK]
        going = {name: work for name, work in all_of_them.items() if spent[name] * _ROUNDS < _BUDGET}
        for name, work in going.items():
            spent[name] += min(_seconds(work, block) for _ in range(_ROUNDS))
            words[name] += sum(len(WORD.findall(text)) for text in block)
            size[name] += sum(len(text.encode()) for text in block)
    return {name: Speed(words[name] / spent[name], size[name] / spent[name]) for name in all_of_them}


def _seconds(work: Work, block: Sequence[str]) -> float:
    begun = time.process_time()
    for text in block:
        work(text)
    return time.process_time() - begun


def table(again: dict[str, Speed], new: dict[str, Speed]) -> str:
    """A table in Markdown: each contender, its speed on articles read `again` and on `new` ones, beside the floor."""
    rows = [
        "| | words a second, articles read again | of the floor | new articles | of the floor |",
        "|---|---:|---:|---:|---:|",
    ]
    for name, _ in sorted(again.items(), key=lambda each: -each[1].words):
        cells = [*_cells(name, again), *(_cells(name, new) if name in new else ("", ""))]
        rows.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(rows)


def _cells(name: str, found: dict[str, Speed]) -> tuple[str, str]:
    words, floor = found[name].words, found[FLOOR].words
    share = "1" if name == FLOOR else f"1/{floor / words:.1f}" if words < floor else f"{words / floor:.1f}"
    return f"{_rounded(words):,}", share


def _rounded(number: float) -> int:
    """To three digits: more are noise."""
    return int(float(f"{number:.3g}"))


def _decoding() -> Work:
    encoded: dict[str, bytes] = {}

    def work(text: str) -> object:
        if text not in encoded:
            encoded[text] = json.dumps({"text": text}, ensure_ascii=False).encode()
        return json.loads(encoded[text])

    return work


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


def _dateparser() -> Work:
    from dateparser.search import search_dates

    return partial(search_dates, languages=["ar"])


def _spacy() -> Work:
    import spacy

    from waqai.extractors.organizations.entries import rows

    nlp = spacy.blank("ar")
    names = {name.removeprefix("~") for _, names in rows() for name in names}
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": name} for name in sorted(names)])
    return nlp


def _puckling() -> Work:
    from puckling import Context, Lang, Locale, parse

    context = Context(reference_time=dt.datetime(2016, 1, 1, tzinfo=dt.UTC), locale=Locale(Lang.AR))

    def work(text: str) -> object:  # a sentence at a time, which is faster
        sentences = re.split(r"[.\n]+", text)
        return [parse(sentence, context, dims=("time",)) for sentence in sentences if sentence.strip()]

    return work
