"""Who speaks: a noun phrase split into name, role and organization."""

from __future__ import annotations

import re
from itertools import islice
from typing import Literal

import msgspec

from ..grammar import spans
from . import phrases
from .gender import Gender, Place, body_gender, given_gender, title_gender, unknown_gender
from .lexicon import end_of, one, stretch
from .offices import is_official, organization_of, rank_of
from .reading import Reading
from .written import written

_RANK, _LEADER = one("RANK"), one("LEADER")
_CALLINGS = stretch("<CALLING>++")  # الكاتب الصحفي
_GIVEN = one("GIVEN|FAMILY")
_BODY, _COUNTRY, _SOURCE = one("BODY"), one("COUNTRY"), one("SOURCE")
_STATE = stretch("<STATE|NAMED>|<BODY>(?<!<HOUSE&AL>)")
_QUOTED, _GENERIC_MEDIA, _RIGHTS = one("QUOTE|OPEN|NAME_OPEN"), one("MEDIA&PLURAL&NOAL"), one("RIGHTS")
_MEDIA = stretch("<MEDIA>|<AGENCY>(?:$|<NEWS|QUOTE|OPEN|NAME_OPEN|MEDIA|WORD&NOAL|LATIN>)")
_STATEMENT = one("REPORT&NOAL")
_REFERS = stretch("<REFERS&AL>(?:<AL&NOPREP>){0,2}(?:<BODY&BI&AL><^OFFICE|GIVEN>*+)?$")
_CLOSE_TO = one("CLOSE_TO")
_NOUN = one("WORD&NOAL&NOPREP&NOWA|MASDAR&NOAL&NOPREP&NOWA|DEED&NOAL&NOPREP&NOWA")
_LOOSE = one("IN|TO|FROM|ABOUT|ON|LADA")
_NATION = stretch("<NATION&AL>++")
_UNKNOWN = one("WORD&NOAL&NOPREP&NOWA")
_CALLING_AND_ADJECTIVE = stretch("<CALLING>(?!<GIVEN>)<AL&NOPREP&NOWA>|<REFERS><EPITHET&AL&NOPREP&NOWA>")
_ON_BEHALF = stretch("<COMMA>?<ON><TONGUE>")
_ONE_OF = stretch("(?:<ONE_OF><FROM>?)?")

_SHORT = 5  # letters; a shorter noun in ون is no plural of persons
_NEAR = 60  # tokens before البيان in which who issued it is named
_STATED = 400  # tokens before البيان in which بيان and its body may stand
_BEFORE_NAME, _AFTER_NAME = 14, 10  # tokens in which the title and the rest of a name may stand

_GROUPS = frozenset({"bare", "honored", "report", "same", "some", "role", "name", "body", "other"})

Kind = Literal["person", "title", "honored", "body", "source", "report", "same", "other"]


class Speaker(msgspec.Struct, frozen=True):
    """Who speaks, as written. `name` is a person's name, or with no name what stands for it.

    Kinds: person (with a name), title (an office holder or a group without one), honored (سموه), body, source, report
    (البيان: the discourse shows whose it is), same (المصدر ذاته), other (a family name, a short form, a
    noun no lexicon knows).
    """

    kind: Kind
    name: str
    role: str | None = None
    organization: str | None = None
    official: bool = False
    gender: Gender | None = None
    rank: bool = False  # whether the role is a rank or an honorific, not an office
    refers: bool = False  # whether the name only says what somebody named before is: المتحدث, القيادي السياسي, الجزائري
    certain: bool = True  # False where no title or given name shows that this is a person or a body


def subject(reading: Reading, start: int, end: int) -> tuple[Speaker, int, int] | None:
    """The speaker named in tokens start … end - 1, and where; None where there is none."""
    return _read(reading, phrases.SUBJECT, start, end)


def source(reading: Reading, start: int, end: int) -> tuple[Speaker, int, int] | None:
    """The same after بحسب or وفقا ل, where a statement may stand before its speaker."""
    return _read(reading, phrases.SOURCE, start, _before_hashtag(reading, start, end))


def person_around(reading: Reading, token: int) -> Speaker | None:
    """The person of whose title and name a token is a part."""
    classes = reading.classes
    for found in phrases.PERSON.finditer(classes, max(0, token - _BEFORE_NAME), min(len(classes), token + _AFTER_NAME)):
        if found.end() > token:
            return _named(reading, found) if found.start() <= token else None
    return None


def person_at(reading: Reading, token: int) -> Speaker | None:
    """The person whose title begins at a token."""
    found = phrases.PERSON.match(reading.classes, token)
    return _named(reading, found) if found else None


def _named(reading: Reading, found: re.Match[str]) -> Speaker | None:
    person = _speaker(reading, spans(found))
    return person if person.kind == "person" else None


def first_honored(reading: Reading) -> Speaker | None:
    """The first person or office holder that the article names with an honorific: سمو الأمير فلان."""
    found = phrases.HONORED.search(reading.classes)
    return _speaker(reading, spans(found)) if found else None


def honored_before(reading: Reading, token: int, respect: str) -> list[Speaker]:
    """The people before a token who are named with a word of respect: سماحته after سماحة المفتي."""
    honored = []
    for found in phrases.HONORED.finditer(reading.classes, max(0, token - _STATED), token):
        first = range(found.start(), min(found.end(), found.start() + 2))
        if any(reading.form(at).removeprefix("ال").startswith(respect) for at in first):
            honored.append(_speaker(reading, spans(found)))
    return honored


def body_before(reading: Reading, token: int) -> Speaker | None:
    """The last body named before a token, near it."""
    classes = reading.classes
    found = list(phrases.NAMED_BODY.finditer(classes, max(0, token - _NEAR), token))
    if not found:
        return None
    last = found[-1]
    name = written(reading, last.span())
    return Speaker("body", name, None, name, not _MEDIA.match(last[0]), body_gender(reading, last.span()))


def issuer_before(reading: Reading, token: int, noun: str) -> Speaker | None:
    """Whose statement, named by a noun, the last one before a token is; None where it was named without a body."""
    classes = reading.classes
    start = max(0, token - _STATED)
    named = [at for at in range(start, token) if _STATEMENT.match(classes, at) and reading.form(at).endswith(noun)]
    for found in phrases.STATEMENT.finditer(classes, named[-1], token) if named else ():
        if found.start() == named[-1]:
            body = _body(reading, spans(found)["body"])
            return body if body.official else None  # بيان بثه التلفزيون
    return None


def bodies(reading: Reading, most: int) -> list[tuple[int, Speaker]]:
    """The bodies named in a document, with their first tokens, up to a number of them."""
    found = islice(phrases.BODIES.finditer(reading.classes), most)
    return [(match.first, _body(reading, (match.first, match.end))) for match in found]


def dependence_after(reading: Reading, token: int) -> int:
    """Where the words end that tell what a body depends on, behind its name; `token` where there are none."""
    return end_of(phrases.DEPENDENCE, reading.classes, token)


def _read(reading: Reading, pattern: re.Pattern[str], start: int, end: int) -> tuple[Speaker, int, int] | None:
    if start >= end:
        return None
    found = pattern.match(reading.classes, start, end)
    if found is None:
        return None
    groups = spans(found)
    for group in ("role", "body", "other"):
        if group in groups and "name" not in groups:
            groups[group] = _closed(reading, groups[group])
    places = [place for group, place in groups.items() if group in _GROUPS]
    if not places:
        return None
    return _speaker(reading, groups), min(first for first, _ in places), max(last for _, last in places)


def _before_hashtag(reading: Reading, start: int, end: int) -> int:
    """The first token after `start` that a hashtag begins with, else `end`."""
    if "#" not in reading.document.text:
        return end
    return next((token for token in range(start + 1, end) if reading.begins_hashtag(token)), end)


def _closed(reading: Reading, role: Place) -> Place:
    """A noun phrase without a preposition at its end or a noun after a plural in ون, which is never a construct.

    ناشطون سوريون | غياب الرقابة
    """
    token, end = role
    while end > token + 1 and _LOOSE.match(reading.classes, end - 1):
        end -= 1
    role = (token, end)
    if not reading.form(token).endswith("ون"):
        return role
    while token < end and reading.form(token).endswith(("ون", "ين")):
        token += 1
    return (role[0], token) if token < end and _NOUN.match(reading.classes, token) else role


def _speaker(reading: Reading, groups: dict[str, Place]) -> Speaker:
    if name := groups.get("name"):
        if refers := _reference(reading, groups):
            return _title(reading, refers)
        if _are_people(reading, name[0]) and not groups.get("role"):
            return Speaker("title", written(reading, name), gender="plural")
        return person(reading, groups)
    if role := groups.get("role"):
        return _title(reading, role)
    if body := groups.get("body"):
        told = _body(reading, body)
        # The verb goes with the report, what follows with either: قال بيان للوزارة إن… وأضافت
        return msgspec.structs.replace(told, gender=None) if "report" in groups else told
    if honored := groups.get("honored"):
        return Speaker("honored", written(reading, honored), None, None, True, "masculine")
    if report := groups.get("report"):
        official = _STATE.search(reading.classes, report[0] + 1, report[1]) is not None
        return Speaker("report", written(reading, report), official=official)
    if same := groups.get("same"):
        return Speaker("same", written(reading, same), gender=title_gender(reading, same[0]))
    if some := groups.get("some"):
        many = some[0] in reading.document.quantities
        gender = None if many else title_gender(reading, some[0])
        return Speaker("title", written(reading, some), gender=gender, certain=not many)
    other = groups["other"]
    if _are_people(reading, other[0]):
        return Speaker("title", written(reading, other), gender="plural")
    gender = unknown_gender(reading, other)
    nation = _NATION.fullmatch(reading.classes, *other) is not None
    return Speaker("other", written(reading, other), gender=gender, refers=nation, certain=False)


def _reference(reading: Reading, groups: dict[str, Place]) -> Place | None:
    """A calling and its adjective, which is no family name: الباحث التربوي. Whoever is meant is named elsewhere."""
    (first, end), honor = groups["name"], groups.get("honor")
    if "role" in groups or honor is None or end - first > 1:
        return None
    return (honor[0], end) if _CALLING_AND_ADJECTIVE.fullmatch(reading.classes, honor[0], end) else None


def _are_people(reading: Reading, token: int) -> bool:
    """Whether an indefinite noun that no lexicon knows is a plural of persons and a subject by its ending: منعشون."""
    form = reading.form(token)
    return form.endswith("ون") and len(form) > _SHORT and _UNKNOWN.match(reading.classes, token) is not None


def person(reading: Reading, groups: dict[str, Place]) -> Speaker:
    """The person of a name, with the title and the honorifics that stand with it."""
    classes = reading.classes
    name, title, honor = groups["name"], groups.get("role"), groups.get("honor")
    if title and _NATION.fullmatch(classes, *title):
        title = None
    honored = honor is not None and honor[0] < honor[1]
    role: str | None = None
    organization: str | None = None
    official = rank = False
    if title:
        role, organization = written(reading, title), organization_of(reading, title)
        official = is_official(classes[slice(*title)], organization)
    elif honor and _RANK.search(classes, *honor):
        role, official, rank = rank_of(reading, honor), True, True
    elif honor and (calling := _CALLINGS.search(classes, *honor)):
        role, rank = written(reading, calling.span()), True
    elif _LEADER.match(classes, name[1] - 1):
        official = True
    if organization is None:
        organization = _home(reading, groups)
    gender = title_gender(reading, title[0]) if title else given_gender(classes, name[0])
    certain = title is not None or honored or _GIVEN.match(classes, name[0]) is not None
    return Speaker("person", written(reading, name), role, organization, official, gender, rank, certain=certain)


def _home(reading: Reading, groups: dict[str, Place]) -> str | None:
    """The body that a person is told to be from, or for which he speaks: سجل الفريق، على لسان فلانة."""
    if home := groups.get("home"):
        return written(reading, home)
    first = min(groups.get("role", groups["name"])[0], groups["name"][0])
    classes = reading.classes
    for found in phrases.NAMED_BODY.finditer(classes, max(0, first - _BEFORE_NAME), max(0, first - 2)):
        if _ON_BEHALF.fullmatch(classes, found.end(), first):
            return written(reading, found.span())
    return None


def _title(reading: Reading, role: Place) -> Speaker:
    organization = organization_of(reading, role)
    official = is_official(reading.classes[slice(*role)], organization)
    gender, refers = title_gender(reading, role[0]), _REFERS.match(reading.classes, *role) is not None
    return Speaker("title", written(reading, role), None, organization, official, gender, refers=refers)


def _body(reading: Reading, place: Place) -> Speaker:
    body = reading.classes[slice(*place)]
    name, gender = written(reading, place), body_gender(reading, place)
    if _GENERIC_MEDIA.match(body):
        return Speaker("body", name, gender=gender)
    if _QUOTED.match(body) and not _BODY.search(body):
        return Speaker("body", name, None, name)  # a paper: «عكاظ»
    if _SOURCE.match(body):
        if _CLOSE_TO.search(body):
            return Speaker("source", name, gender=gender)
        official = _STATE.search(body, 1) is not None
        return Speaker("source", name, None, organization_of(reading, place), official, gender)
    if _COUNTRY.match(body, end_of(_ONE_OF, body)) and not _BODY.match(body):
        return Speaker("body", name, official=True)
    return Speaker("body", name, None, name, not _MEDIA.match(body) or _RIGHTS.search(body) is not None, gender)
