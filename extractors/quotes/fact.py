"""The fact: somebody says something."""

from __future__ import annotations

from typing import Literal

from ..article import Fact


class QuoteFact(Fact, frozen=True, kw_only=True):
    """A speech act; `text` is the content alone: no cue, no إن/أن, no quotation marks around all of it.

    `speaker` is the name where it is fullest in the article, else the group, body or title that speaks; `role` and
    `organization` are as written. `official` holds where the speaker speaks for an institution.
    """

    kind: Literal["direct", "indirect"]
    cue: str | None
    speaker: str | None
    role: str | None
    organization: str | None
    official: bool
