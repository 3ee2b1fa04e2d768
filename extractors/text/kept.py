"""What this room builds once and keeps: patterns over text, and what letters fold to."""

from __future__ import annotations

from pathlib import Path

from ..engine.cache import Cache, digest

KEPT = Cache(Path(__file__).parent, digest(), "text")
