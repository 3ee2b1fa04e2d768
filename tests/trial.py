"""An extractor as anyone might write it, which tests install for processes of their own; some texts are its undoing."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import regex

from waqai.extractors import Document, Fact


class TrialFact(Fact, frozen=True, kw_only=True):
    """A run of digits."""

    value: int


class TrialExtractor:
    """Finds digits. The first word of a text may make it raise, sleep, wait for a file, run away or die."""

    name = "trial"
    fact = TrialFact
    requires: tuple[str, ...] = ()

    def extract(self, document: Document) -> list[Fact]:
        """The numbers in `document`."""
        match document.text.split():
            case ["raise", *_]:
                raise RuntimeError("boom")
            case ["sleep", seconds, *_]:
                time.sleep(float(seconds))
            case ["loop", *_]:
                regex.search(r"(?:a|aa|a?a)+$", "a" * 200 + "b", timeout=0.1)
            case ["until", gate, *_]:
                Path(f"{gate}.reached").touch()
                while not Path(gate).exists():
                    time.sleep(0.01)
            case ["deaf", *_]:
                signal.signal(signal.SIGALRM, signal.SIG_IGN)  # as code in C does
                while True:
                    pass
            case ["die", *_]:
                os.kill(os.getpid(), signal.SIGKILL)
            case ["once", marker, *_] if not Path(marker).exists():
                Path(marker).touch()
                os.kill(os.getpid(), signal.SIGKILL)
        return [
            TrialFact(start=found.start(), end=found.end(), text=found[0], value=int(found[0]))
            for found in regex.finditer(r"\d+", document.text)
        ]
