"""Who is named after بحسب and what he says."""

from __future__ import annotations

from ..grammar import Match
from ..structure import speaker
from ..structure.lexicon import one, stretch
from ..structure.reading import Reading
from .act import SpeechAct

_JOINED = one("WA")
_AFTER_SOURCE = one("AT|ON|TIME|LI|RELATIVE|LPAREN|FROM|TO|ABOUT|BI|BMASDAR|LMASDAR|QUANTITY|FINITE|DEPENDS")
# With a word like these a clause begins of which nothing stood before: بحسب ناشطين | أعطت القوات.
_PREDICATE = stretch("(?!<PUBLISHED>)<FINITE|ALREADY|WAS|VERB&NOAL|VERBLIKE&NOAL>")


def fronted_source(reading: Reading, match: Match, act: SpeechAct) -> SpeechAct | None:
    """An act of a source that stands first with no comma after it: حسب الأهالي | فالطريق; بحسب ناشطين | انسحبت."""
    classes, (first, end) = reading.classes, match.spans["gap"]
    so = next((token for token in range(first + 1, end) if _is_so(reading, token)), None)
    told = speaker.source(reading, first, end if so is None else so)
    if told is None or (so is None and not _PREDICATE.match(classes, told[2])):
        return None
    act.subject, act.content, act.way = told[0], told[2] if so is None else so, "according" if so is None else "so"
    return act


def tells_so(reading: Reading, match: Match) -> bool:
    """Whether ف follows a source before the next comma: حسب الوزارة فقد سجلت ثلاث حالات، واثنتان."""
    return any(_is_so(reading, token) for token in range(match.spans["gap"][0] + 1, match.spans["gap"][1]))


def _is_so(reading: Reading, token: int) -> bool:
    """Whether ف is attached to a token: فالطريق, فقد."""
    return reading.form(token).startswith("ف") and _JOINED.match(reading.classes, token) is not None


def ends_source(reading: Reading, token: int) -> bool:
    """Whether a source goes no further than a token: a preposition, the hashtags of a post."""
    return _AFTER_SOURCE.match(reading.classes, token) is not None or reading.begins_hashtag(token)
