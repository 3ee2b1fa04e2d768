"""The lexicon of time words, and the values that stand beside their classes (`month=7`, `weekday=4`)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from unicodedata import normalize

from ..grammar import Match
from ..text.lexicon import Lexicon
from ..view import View

HERE = Path(__file__).parent
FILES = (HERE / "months.tsv", HERE / "words.tsv")


def lexicon(literals: Iterable[str]) -> Lexicon:
    """The time words and the words that the rules name themselves."""
    return Lexicon(
        *FILES, literals=literals, article=True, suffixes=(("FUTUREVERB", "^[وف]?س[يت](?!ار|اس|طر|نا|نم|د|ول|ل)..."),)
    )


class Reading(View):
    """One document seen through the lexicon of time words: what builders of facts read values from."""

    __slots__ = ()

    def text(self, token: int) -> str:
        """The text of a token, with its clitics and its letters composed."""
        return normalize("NFC", super().text(token))

    @staticmethod
    def span(match: Match, group: str) -> tuple[int, int] | None:
        """First token and end of a group; None where it took no part or the rule has none of that name."""
        return match.span(group)

    def first(self, match: Match, group: str) -> int:
        """The first token of a group that is known to have taken part."""
        return match.spans[group][0]

    def group(self, match: Match, group: str, key: str) -> str | None:
        """The value of the first token of a group."""
        span = match.span(group)
        return None if span is None else self.value(span[0], key)

    def integer(self, match: Match, group: str, key: str) -> int | None:
        """As `group`, for whole numbers."""
        value = self.group(match, group, key)
        return None if value is None else int(value)

    def a_day(self, token: int) -> bool:
        """Whether a token is a number that a day of the month can have."""
        return self.has(token, "DAY|ORDINAL|ORDINAL1")
