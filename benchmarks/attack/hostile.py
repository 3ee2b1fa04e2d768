"""A folder that holds one of each hostile thing among good articles: these are done, and each of the others is told."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import zstandard

from ..articles import stream

_WAQAI = [sys.executable, "-m", "waqai", "extract"]
_MEMORY = 3_500_000_000  # bytes of address space
_BOMB = 400_000_000  # bytes unpacked


def _zip(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return packed.getvalue()


def _flipped(data: bytes, start: int) -> bytes:
    return data[:start] + bytes(byte ^ 255 for byte in data[start : start + 30]) + data[start + 30 :]


def _encrypted() -> bytes:
    data = bytearray(_zip(("a.txt", b"13")))
    for start in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        data[start] |= 1
    return bytes(data)


def _attributes(count: int) -> bytes:
    return b"<html><body><div " + b" ".join(b'a%d="x"' % number for number in range(count)) + b">13</div></body></html>"


BLANKS = b" " * 1_000_000
# Each fails alone, with one line.
FILES: dict[str, Callable[[], bytes]] = {
    "binary.txt": lambda: bytes(range(256)) * 20,
    "cut.txt.gz": lambda: gzip.compress(os.urandom(5000))[:3000],
    "nonsense.jsonl.gz": lambda: b"\x1f\x8b nonsense",
    "bomb.txt.gz": lambda: gzip.compress(BLANKS * (_BOMB // len(BLANKS))),
    "bomb.txt.zst": lambda: bytes(zstandard.compress(BLANKS * (_BOMB // len(BLANKS)))),
    "bomb.zip": lambda: _zip(("a.txt", BLANKS * (_BOMB // len(BLANKS)))),
    "line.jsonl.gz": lambda: gzip.compress(BLANKS * (_BOMB // len(BLANKS))),
    "lzma.zip": lambda: _flipped(_zip(("a.txt", "قتل 13 ".encode() * 500), method=zipfile.ZIP_LZMA), 60),
    "name.zip": lambda: _zip(("أخبار.txt", b"13")).replace("أخ".encode(), b"\xff\xfe\xff\xfe"),
    "password.zip": _encrypted,
    "directory.zip": lambda: b"PK nonsense",
    "empty.zip": lambda: _zip(),
    "record.jsonl": lambda: b'{"text": 3}\n',
    "depth.jsonl": lambda: b"[" * 100_000,
    "date.jsonl": lambda: b'{"text": "13", "date": "yesterday"}',
    "utf16.jsonl": lambda: '{"text": "\udc00"}'.encode("utf-16-le", "surrogatepass"),
    "page.html": lambda: b"<html><body>" + b"<td>" * 1000,
    "attributes.html": lambda: _attributes(60_000),
    "\x1b[31mred\nwaqai: forged.txt": lambda: bytes(range(256)) * 20,
}
LINKS = {"zero.txt": "/dev/zero", "loop.txt": "loop.txt", "nowhere.txt": "nothing", "folder.txt": "/dev/null"}


def folders(rng: random.Random, news: Path | None, good: int = 1_000) -> Iterator[str | None]:
    """Each time in another order, to another output, by one process or two."""
    while True:
        with tempfile.TemporaryDirectory() as folder:
            expected = fill(rng, Path(folder), news, good)
            yield check(Path(folder), expected, rng.choice(["1", "2"]), good)


def fill(rng: random.Random, folder: Path, news: Path | None, good: int) -> int:
    """Makes the folder `in`; how many failures are due."""
    into = folder / "in"
    into.mkdir()
    for number, text in enumerate(stream(news, good)):
        (into / f"{rng.randrange(10**6):06}-{number}.txt").write_text(text, encoding="utf-8")
    for name, content in FILES.items():
        (into / f"{rng.randrange(10**6):06}-{name}").write_bytes(content())
    for name, target in LINKS.items():
        (into / name).symlink_to(target)
    os.mkfifo(into / "pipe.txt")
    os.mkfifo(into / "pipe.zip")
    return len(FILES) + len(LINKS) + 2


def check(folder: Path, expected: int, jobs: str, good: int) -> str | None:
    """Runs over the folder, with little memory and time; what was lost."""
    begun = time.monotonic()
    limits = lambda: resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))  # noqa: E731
    command = [*_WAQAI, "in", "-o", "out.jsonl", "--errors", "failed.jsonl", "-q", "-j", jobs, "--max-size", "8"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, preexec_fn=limits, check=False)
    done = [json.loads(line)["source"] for line in (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    whole = len([source for source in done if source.rpartition("-")[2].removesuffix(".txt").isdigit()])
    failed = run.stderr.splitlines()
    print(
        f"  {whole} articles, {len(failed)} failures, rc {run.returncode}, {time.monotonic() - begun:.0f} s", flush=True
    )
    if (run.returncode, whole) != (1, good) or "Traceback" in run.stderr or "\x1b" in run.stderr:
        return f"{whole} of {good} articles, rc {run.returncode}: {run.stderr[-1000:]}"
    extra = [line for line in failed if not line.startswith("waqai: in/")]
    named = {line.split(": ")[1] for line in failed}
    return (
        None
        if len(named) == expected and not extra
        else f"{len(named)} failures of {expected}: {sorted(named)}, {extra}"
    )
