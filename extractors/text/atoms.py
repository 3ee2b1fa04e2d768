"""Atoms: what is asked of one token, as `PERSON&AL|NAT`, `^STOP|BREAK` or `"على"|ON`."""

from __future__ import annotations

from msgspec import Struct


class PatternError(ValueError):
    """An atom or a pattern that is wrong; the message says where and why."""


class Atom(Struct, frozen=True):
    """One token with all features of one of `choices`; with all of none of them where `negated`; without any, any."""

    choices: tuple[tuple[str, ...], ...]
    negated: bool = False

    def __str__(self) -> str:
        return f"<{'^' * self.negated}{'|'.join(map('&'.join, self.choices)) or '*'}>"


def atom(written: str) -> Atom:
    """The atom that is written so, without its brackets. Raises PatternError."""
    written = written.strip()
    if written == "*":
        return Atom(())
    negated = written.startswith("^")
    choices = tuple(
        tuple(part.strip() for part in choice.split("&")) for choice in written.removeprefix("^").split("|")
    )
    if not all(all(choice) for choice in choices):
        raise PatternError(f"an atom lacks a class: <{written}>")
    return Atom(choices, negated)
