"""Who is named after بحسب and what he says."""

from __future__ import annotations

import msgspec

from ..grammar import Match
from ..structure import speaker
from ..structure.lexicon import end_of, one, stretch
from ..structure.reading import Reading
from ..structure.speaker import Speaker
from ..structure.written import written
from .act import SpeechAct

_JOINED, _COMMA, _COMPLEMENT = one("WA"), one("COMMA"), one("ON|TO")
_LEAD = stretch("<TIME|FOR>*+")  # before a source: بحسب ما أعلن أمس | فلان; وفقا لـ | «كذا»
_REST = stretch("<WORD&NOAL&NOPREP|LATIN>{1,2}+")  # of a name, behind a part of it that is one as well
_REACH = 25  # tokens in which a source may go on behind a comma
_AFTER_SOURCE = one("AT|ON|TIME|LI|RELATIVE|LPAREN|FROM|TO|ABOUT|BI|BMASDAR|LMASDAR|QUANTITY|FINITE|DEPENDS|WA")
# With a word like these a clause begins of which nothing stood before: بحسب ناشطين | أعطت القوات.
_PREDICATE = stretch("(?!<PUBLISHED>)<FINITE|ALREADY|WAS|VERB&NOAL|VERBLIKE&NOAL>")


def lead(classes: str, first: int, end: int) -> int:
    """The first word of a source, behind when it spoke and لـ."""
    return end_of(_LEAD, classes, first, end)


def trailing_source(reading: Reading, match: Match, act: SpeechAct) -> Speaker | None:
    """Who is named after what he says: …، بحسب وزارة الصحة; …، وفق ما أعلن الخميس مصدر قضائي."""
    classes, (gap, end) = reading.classes, match.spans["gap"]
    first = lead(classes, gap, end)
    told = speaker.source(reading, first, end)
    if told is None:
        return None
    who, _, stop = told
    if who.kind == "title" and end < len(classes) and _COMMA.match(classes, end):
        longer = speaker.source(reading, first, min(len(classes), end + _REACH))
        if longer is not None and longer[2] > end:  # حسب قائد الشرطة، فلان، …
            return longer[0]
    if stop == end:
        return who
    if not (_AFTER_SOURCE.match(classes, stop) or reading.begins_hashtag(stop)):
        if not (who.certain and _REST.fullmatch(classes, stop, end)):
            return None
        if who.kind == "body":  # صحيفة واشنطن | بوست
            name = written(reading, (told[1], end))
            who = msgspec.structs.replace(who, name=name, organization=who.organization and name)
    elif _COMPLEMENT.match(classes, stop):
        act.source_end = stop
    return who


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
