"""Extras: parts of waqai that need packages which are not installed with it."""

from __future__ import annotations

from importlib.util import find_spec


def is_installed(module: str) -> bool:
    """Whether a package is there; it is not imported."""
    return find_spec(module) is not None


def installing(extra: str) -> str:
    """How an extra is installed."""
    return f"uv run --extra {extra} waqai …, or uv tool install '.[{extra}]'"


def needs(extra: str) -> str:
    """That an extra is needed, and how it is installed."""
    return f"needs the extra {extra}: {installing(extra)}"
