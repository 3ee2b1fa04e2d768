"""Mutated texts, archives, pages and records, read and worked on in this process."""

from __future__ import annotations

import gzip
import io
import json
import random
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import zstandard

from waqai.cli.formats import Parsing
from waqai.cli.job import Done, Job
from waqai.cli.outputs.table import as_it_is
from waqai.cli.readers.raw import RawArticle, RawFormat
from waqai.cli.reading import read
from waqai.extractors import ExtractedArticle, Failure, available

from ..articles import stream

_SPOILT = ("{", "[" * 100_000, '{"text": NaN}', '{"text": "\ud800"}', "\x00", '"x"', '{"text": 1e999}', "\udcff\u0a0a")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)


def _articles(news: Path | None) -> list[bytes]:
    return [text[:3000].encode() for text in stream(news, 500)]


def work() -> Job:
    """What a worker does, with the facts as they are."""
    return Job(list(available()), Parsing(), True, as_it_is)


def texts(rng: random.Random, news: Path | None) -> Iterator[str | None]:
    """Random bytes and mutated articles: no extractor fails, and all facts are sound."""
    job, articles = work(), _articles(news)
    while True:
        data = rng.randbytes(rng.randrange(500)) if rng.random() < 0.1 else mutated(rng, rng.choice(articles), articles)
        yield _told(job([RawArticle("x", RawFormat.text, data)])[0], data)


def pages(rng: random.Random, news: Path | None) -> Iterator[str | None]:
    """Pages with broken markup, odd references and wrong encodings."""
    job, articles = work(), _articles(news)
    tags = "<p> </p> <div <!-- --> <script> <meta/charset=utf-7> &#11; &#xd800; &amp <td>".split()
    while True:
        words = rng.choice(articles).decode().split(" ")
        for _ in range(rng.randrange(1, 40)):
            words.insert(rng.randrange(len(words) + 1), rng.choice(tags))
        page = f"<html><head><title>x</title></head><body><article>{' '.join(words)}</article></body></html>"
        data = bytearray(page.encode(rng.choice(["utf-8", "utf-8", "cp1256", "utf-16"]), "replace"))
        for _ in range(rng.randrange(5)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        yield _told(job([RawArticle("x", RawFormat.page, bytes(data))])[0], bytes(data))


def mutated(rng: random.Random, data: bytes, others: list[bytes]) -> bytes:
    """An article with pieces cut out, doubled, put in from others, and characters changed."""
    text = list(data.decode())
    for _ in range(rng.randrange(1, 30)):
        if not text:
            break
        start = rng.randrange(len(text))
        end = min(len(text), start + rng.randrange(1, 60))
        match rng.randrange(6):
            case 0:
                del text[start:end]
            case 1:
                text[start:start] = text[start:end] * rng.randrange(1, 5)
            case 2:
                text[start:end] = rng.choice(others).decode()[start:end]
            case 3:
                text[start] = rng.choice('\x00\u200f\u0640\u064b\ufeff\u2028"«»()،.؟0٣,/-\n\t \U0001f600')
            case 4:
                text[start:end] = reversed(text[start:end])
            case _:
                text[start] = chr(rng.choice([rng.randrange(0x600, 0x700), rng.randrange(1, 0xD800)]))
    mutated = "".join(text).encode()
    if rng.random() < 0.2:  # not always UTF-8
        at = rng.randrange(len(mutated) + 1)
        mutated = mutated[:at] + rng.randbytes(2) + mutated[at:]
    return mutated


def _told(result: Done | Failure, data: bytes) -> str | None:
    """What is wrong with a result."""
    if isinstance(result, Failure):
        return f"{result.reason}: {data[:80]!r}" if "extraction failed" in result.reason else None
    article: ExtractedArticle = result.rendered
    for kind, facts in article.facts.items():
        for fact in facts:
            record = {name: getattr(fact, name) for name in fact.__struct_fields__}
            if fact.text != str(article.text)[fact.start : fact.end] or fact.text != fact.text.strip():
                return f"{kind}: not in its place: {record}"
            for low, high in (("min", "max"), ("first", "last")):
                one, other = record.get(low), record.get(high)
                if one is not None and other is not None and one > other:
                    return f"{kind}: {low} above {high}: {record}"
        if facts != sorted(facts, key=lambda fact: (fact.start, fact.end)):
            return f"{kind}: out of order"
    return None


def archives(rng: random.Random, news: Path | None) -> Iterator[str | None]:
    """Archives and compressed files of which some bytes are changed or cut off: what follows them is read."""
    articles = _articles(news)
    with tempfile.TemporaryDirectory() as folder:
        good = Path(folder, "good.txt")
        good.write_text("13")
        while True:
            suffix, whole = _packed(rng, articles)
            data = bytearray(whole)
            for _ in range(rng.randrange(1, 8)):
                data[rng.randrange(len(data))] = rng.randrange(256)
            bad = Path(folder, f"bad{suffix}")
            bad.write_bytes(data[: rng.randrange(len(data))] if rng.random() < 0.2 else data)
            try:
                *_, last = read([str(bad), str(good)])
                yield None if isinstance(last, RawArticle) and last.source == str(good) else f"{suffix}: {last}"
            except Exception as error:
                yield f"{suffix}: {type(error).__name__}: {error}"


def _packed(rng: random.Random, articles: list[bytes]) -> tuple[str, bytes]:
    article = rng.choice(articles)
    match rng.randrange(3):
        case 0:
            return ".txt.gz", gzip.compress(article)
        case 1:
            return ".txt.zst", bytes(zstandard.compress(article))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", rng.choice(_METHODS)) as archive:
        for number in range(3):
            archive.writestr(f"أخبار{number}.txt", article[: rng.randrange(1, 500)])
    return ".zip", packed.getvalue()


def lines(rng: random.Random, news: Path | None) -> Iterator[str | None]:
    """Records one of which is spoilt, in several encodings: all others are read, with their numbers."""
    articles = [article.decode()[:200] for article in _articles(news)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.jsonl")
        while True:
            encoding = rng.choice(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
            records = [json.dumps({"text": rng.choice(articles)}, ensure_ascii=rng.random() < 0.5) for _ in range(20)]
            spoilt = rng.randrange(1, 20)
            records[spoilt] = rng.choice(_SPOILT)
            written = [f"{record}\n".encode(encoding.removesuffix("-sig"), "surrogatepass") for record in records]
            if encoding == "utf-16":  # one mark is enough
                written[1:] = [line[2:] for line in written[1:]]
            path.write_bytes((b"\xef\xbb\xbf" if encoding == "utf-8-sig" else b"") + b"".join(written))
            found = [item.record for item in read([str(path)]) if isinstance(item, RawArticle)]
            missing = [number for number in range(1, 21) if number not in found and number != spoilt + 1]
            yield f"{encoding}, {records[spoilt][:20]!r}: records {missing} are missing" if missing else None
