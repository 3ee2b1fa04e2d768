"""Family names that look like another word, short for who is named in full: قال سلامة إن, قال بوريطة إن, قال لشكر."""

from __future__ import annotations

import re
from itertools import islice

import msgspec

from ..grammar import Match
from ..structure import speaker
from ..structure.lexicon import one, stretch
from ..structure.reading import Reading
from ..structure.speaker import Speaker
from .act import SpeechAct

_ACT = one("ACT|RELATES|CLOSE_CUE|OPINION")
# A verbal noun; what would be ك and a noun, or و and a definite one, which nobody says right after a verb.
_ALONE = stretch("<MASDAR&NOAL&NOPREP&NOWA>|(?!<COMMON>)<KA|WA&AL>")
_CONFUSED = stretch("(?!<AL|TIME|GIVEN|PARTICIPLE|SAYING>)<MANNER|BMASDAR|BI&WORD|LI&WORD|KA&WORD>")
_AFTER = one("COMMA|AT|TIME|COLON|QUOTE|OPEN|THAT|IN")
_GIVEN = one("GIVEN&NOPREP&NOWA")
_MOST = 30  # mentions of a name that are looked at


def lone_name(reading: Reading, match: Match, act: SpeechAct) -> Speaker | None:
    """A family name that is another word as well, alone between a verb and أن."""
    first, end = match.spans["gap"]
    classes = reading.classes
    if act.way not in ("that", "colon") or end - first != 1 or _ACT.match(classes, act.cue):
        return None
    if not _ALONE.match(classes, first):
        return None
    return Speaker("other", reading.text(first), certain=False)


def family_name(reading: Reading, match: Match, act: SpeechAct) -> Speaker | None:
    """Who is named elsewhere with a given name before the word that follows a verb; None where nobody is."""
    if match.name != "said":
        return None
    first, end = match.spans["gap"]
    classes = reading.classes
    if first >= end or not _CONFUSED.match(classes, first):
        return None
    if first + 1 < end and not _AFTER.match(classes, first + 1):
        return None
    return _named(reading, first)


def _named(reading: Reading, token: int) -> Speaker | None:
    """The person with a given name before the word at a token, elsewhere in the article."""
    document, name = reading.document, reading.text(token)
    classes = reading.classes
    mentions = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", document.text)
    for mention in islice(mentions, _MOST):
        at = document.token_at(mention.start())
        if at in (0, token) or not _GIVEN.match(classes, at - 1):
            continue
        person = speaker.person_around(reading, at - 1)
        if person is not None:
            whole = person.name if person.name.endswith(name) else f"{person.name} {name}"
            return msgspec.structs.replace(person, name=whole)
    return None
