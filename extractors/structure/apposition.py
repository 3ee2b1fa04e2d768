"""A title and a name side by side between a verb and أن, where the title holds words that no grammar of titles knows.

Between the two stands nothing but who speaks, and when and where. So what is no name there is the title:
قال الوسيط المشترك لدى البلدين | يانوش كوفان أمس | إن
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..grammar import spans
from . import phrases, speaker
from .arguments import Told
from .gender import Place
from .lexicon import one, stretch
from .reading import Reading

_COMMAS, _COMMAS_AND_DASHES = one("COMMA"), one("COMMA|DASH")
_OFFICE = one("OFFICE&NOPREP|PRIVATE&NOPREP|CHIEF&NOPREP")
_OFFICE_HEAD = stretch("(?!<GIVEN&NOAL>(?=<GIVEN&NOAL>))<OFFICE&NOPREP|PRIVATE&NOPREP|CHIEF&NOPREP>")
_DEFINITE_HEAD = stretch(
    "(?!<BODY|MEDIA|AGENCY|NAMED|TIME|REPORT|SPEECH|SOURCE|COUNTRY|HONORIFIC|RANK>)<AL&NOPREP&NOWA>"
)
_ASIDE, _GIVEN = one("TIME|AT|TO|ON|ABOUT|FROM|RELATIVE"), one("GIVEN|FAMILY")
# Where a title ends in front of when and where its holder spoke.
_OCCASION = stretch("<TIME|RELATIVE|TO|ON|ABOUT|FROM>|<AT>(?<!<IN>|<LADA>)|<IN>(?=<REPORT|SPEECH|TIME|OWNED>)")
_CLAUSE = stretch("<VERB&NOAL|FINITE|THAT|STOP|BREAK|COLON|QUOTE|OPEN|CLOSE|PARTICIPLE|QUANTITY|CONNECTS>")
# Inside a title nothing is told of its holder, and nobody stands in front of a name: النائب الذي عاد; الوزير رئيسه سمير
_TELLS = stretch("<RELATIVE|TIME|OWNED&WA>|<FROM>(?!<BODY>)|^<AL><LI&NOAL|LWORD&NOAL>")
_OWNED, _MANNER = one("OWNED"), one("MANNER")
# A name that no lexicon knows, behind something definite; a word that ends a name where nothing else can stand.
_FOREIGN = stretch(
    "(?<=<AL|COUNTRY|NAME_CLOSE>)(?!<COMMON>)"
    "(?:<WORD&NOAL&NOPREP&NOWA|GIVEN&NOAL&NOPREP|LATIN|VERBLIKE&NOAL|LWORD&NOAL|WAWORD&NOAL>){2,4}"
)
_SURNAME = stretch("(?!<EPITHET|TIME|BODY|OFFICE|PRIVATE|REPORT|ADDRESSEE>)<AL&NOPREP&NOWA>")


def apposed(reading: Reading, first: int, end: int) -> Told | None:
    """The person named with his title in tokens first … end - 1, and where; None where they hold anything else."""
    if _CLAUSE.search(reading.classes, first, end):
        return None
    return _read(reading, first, end, _COMMAS) or _read(reading, first, end, _COMMAS_AND_DASHES)


def _read(reading: Reading, first: int, end: int, apart: re.Pattern[str]) -> Told | None:
    classes = reading.classes
    parts = list(_parts(classes, first, end, apart))[:2]
    if not parts or parts[0][0] != first or phrases.FOR_NAMED.match(classes, first):
        return None
    office = _OFFICE_HEAD.match(classes, first) is not None
    if office or _DEFINITE_HEAD.match(classes, first):
        return _title_first(reading, parts, office)
    return _name_first(reading, parts) if len(parts) > 1 else None


def _title_first(reading: Reading, parts: list[Place], office: bool) -> Told | None:
    """A title and then a name, in one part or in two: مدير السوق سمير عوض; نائب مدير السوق، سمير عوض."""
    classes, (start, stop) = reading.classes, parts[0]
    named = _name_in(classes, range(start + 1, stop), stop)
    title = (start, stop if named is None else named[0][0])
    if named is not None and _OWNED.match(classes, title[1] - 1):
        return None
    if named is None and len(parts) > 1:
        named = _name_in(classes, range(parts[1][0], parts[1][0] + 1), parts[1][1])
    if named is None or _TELLS.search(classes[slice(*title)]):
        return None
    sure = office or title[1] - start > 1 or _GIVEN.match(classes, named[1][0])  # إلسا كانيا has no title
    return _told(reading, title, *named) if sure else None


def _name_first(reading: Reading, parts: list[Place]) -> Told | None:
    """A name and then a title: سمير عوض - مدير السوق."""
    classes, (start, stop), following = reading.classes, *parts
    named = _name_in(classes, range(start, start + 1), stop)
    if named is None or named[1][1] < stop or not _OFFICE.match(classes, following[0]):
        return None
    return _told(reading, (following[0], _title_end(classes, following)), *named)


def _parts(classes: str, first: int, end: int, apart: re.Pattern[str]) -> Iterator[Place]:
    """The stretches between commas, or commas and dashes."""
    for token in range(first, end + 1):
        if token == end or apart.match(classes, token):
            if token > first:
                yield first, token
            first = token + 1


def _name_in(classes: str, starts: range, end: int) -> tuple[Place, Place] | None:
    """The honorifics and the name that a part ends with, but for when and where: المدير | سمير عوض أمس في مؤتمر."""
    stops = [token for token in range(starts.start + 1, end) if _ASIDE.match(classes, token)]
    for stop in (*stops, end):
        for start in starts:
            if start < stop and (named := _name(classes, start, stop, last=stop == end)) is not None:
                return named
    return None


def _name(classes: str, start: int, stop: int, *, last: bool) -> tuple[Place, Place] | None:
    """The honorifics and the name in tokens start … stop - 1; at the `last` one any definite word may be a surname."""
    if _MANNER.match(classes, stop - 1):
        return None
    found = phrases.NAME.fullmatch(classes, start, stop)
    if found is None and last and stop - start > 1 and _SURNAME.match(classes, stop - 1):
        found = phrases.NAME.fullmatch(classes, start, stop - 1)
    if found is not None:
        groups = spans(found)
        return groups["honor"], (groups["name"][0], stop)
    return ((start, start), (start, stop)) if _FOREIGN.fullmatch(classes, start, stop) else None


def _title_end(classes: str, part: Place) -> int:
    """Where a title ends before the time at which its holder spoke."""
    found = _OCCASION.search(classes, part[0] + 1, part[1])
    return part[1] if found is None else found.start()


def _told(reading: Reading, title: Place, honor: Place, name: Place) -> Told:
    person = speaker.person(reading, {"role": title, "honor": honor, "name": name})
    return person, min(title[0], honor[0]), max(title[1], name[1])
