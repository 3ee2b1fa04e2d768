"""Lines such as فلان: …"""

from __future__ import annotations

from ..grammar import Match
from ..structure import speaker
from ..structure.lexicon import one, stretch
from ..structure.reading import Reading
from ..structure.speaker import Speaker
from .act import SpeechAct

_COUNTRY, _CAPITAL, _NAME = one("COUNTRY"), one("CAPITAL"), one("GIVEN|HONOR|HONORIFIC")
_FINITE = one("FINITE|VERB&NOAL")
_PAST = stretch("(?!<PRESENT>)<FINITE|VERB|EITHER>")
# وزير لـ«الجريدة»: …; الوزير لنظيره التركي: …; الوزير بعد لقاء السفير: …
_TO_SOMEBODY = stretch("<LI|LWORD><^COLON>{0,6}|<FOR><^COLON>{1,6}|<AT|FROM|ABOUT><^COLON|FINITE|VERB&NOAL>{1,8}")
_CITES = stretch("<MEDIA|AGENCY><^ABOUT>{0,5}(?=<ABOUT>)")  # القناة عن مصدر أمني: …
_MINISTRY = stretch("<RELATIONAL&AL&NOPREP&NOWA|NOUN&AL&NOPREP&NOWA>")  # الصحة: … ; الداخلية: …
_PLATFORM, _SAYS = stretch("(?!<BODY>)<NAMED>"), stretch("(?!<PRESENT>)<VERB&SAYS&NOAL>")
_RESPECT = stretch("<HONORIFIC|HONOR|RANK|GRADE>*+")
_STOP, _BREAK = one("STOP"), one("BREAK")
_HEADLINE = 30  # tokens of a first line in which a second one speaks
_LINE = stretch("<^BREAK>*+")
_SHORTEST_LINE, _LONGEST_LINE, _LONGEST_STATEMENT = 3, 25, 80  # tokens after the colon of a headline, of a statement


def headline(reading: Reading, match: Match, act: SpeechAct) -> SpeechAct | None:
    """A line such as فلان: …, whose first part is nothing but a speaker; no place that an article is dated from."""
    classes = reading.classes
    first, end = match.spans["gap"]
    cited = _CITES.match(classes, first, end)
    if cited is not None:
        first = cited.end() + 1
    told = (speaker.subject if cited is None else speaker.source)(reading, first, end)
    if told is not None and _MINISTRY.fullmatch(classes, told[1], told[2]):
        name = told[0].name
        told = Speaker("body", name, None, name, True, "feminine"), told[1], told[2]
    if told is None or told[0].kind == "report" or not _RESPECT.fullmatch(classes, first, told[1]):
        return None
    if told[0].kind == "other" and first > 0:  # a family name opens the article, which names the rest: العساف: …
        return None
    official = told[0].official and told[0].certain
    if told[2] != end and not _TO_SOMEBODY.fullmatch(classes, told[2], end):
        return None
    if first > 0 and _STOP.match(classes, first - 1) and (first > _HEADLINE or _BREAK.search(classes, 0, first)):
        return None
    line = _LINE.match(classes, act.content)
    length = 0 if line is None else line.end() - line.start()
    if not _SHORTEST_LINE <= length <= (_LONGEST_STATEMENT if official else _LONGEST_LINE):
        return None
    if _BREAK.match(classes, act.content - 1) and (not official or _PLATFORM.match(classes, first)):
        return None
    if _SAYS.match(classes, act.content):  # #الحادث: صرح مصدر أمني…
        return None
    if _NAME.match(classes, act.content) and not _FINITE.search(classes, act.content, act.content + length):
        return None
    if first > 0 and not told[0].certain:
        return None
    if told[0].kind == "body" and _COUNTRY.match(classes, first):
        government = first == 0 and _CAPITAL.match(classes, first) and not _PAST.match(classes, act.content)
        if not government:
            return None  # where it happened, not who speaks: بيروت: قتل ثلاثة
    act.subject, act.boundary = told[0], match.first
    return act
