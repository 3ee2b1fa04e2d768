"""Gender and number of who speaks, by the form of the noun."""

from __future__ import annotations

from typing import Literal

from .lexicon import end_of, one, stretch
from .reading import Reading

Gender = Literal["masculine", "feminine", "plural"]  # plural of persons
Place = tuple[int, int]  # first token and end

_PLURAL, _DEFINITE = one("PLURAL"), one("AL&NOPREP")
_OWN_NAME = one("NAMED")  # the form of a proper name shows no gender: حماس
_GIVEN, _FEMALE = one("GIVEN|FAMILY"), one("FEMALE")
_ONE_OF = stretch("(?:<ONE_OF><FROM>?)?")
_SHORT = 5  # letters without ال; ين in a shorter word is no plural (الأمين)


def given_gender(classes: str, token: int) -> Gender | None:
    if _FEMALE.match(classes, token):
        return "feminine"
    return "masculine" if _GIVEN.match(classes, token) else None


def title_gender(reading: Reading, token: int) -> Gender | None:
    form = reading.form(token)
    if end_of(_ONE_OF, reading.classes, token) > token:
        return "feminine" if form.endswith("احدي") else "masculine"
    if form.endswith("ه"):
        return "feminine"
    if form.endswith("ات") or _PLURAL.match(reading.classes, token):
        return None  # أكدت قيادات, قالت قبائل; the verb may be masculine too
    return "plural" if form.endswith(("ون", "ين")) and len(form.removeprefix("ال")) > _SHORT else "masculine"


def unknown_gender(reading: Reading, place: Place) -> Gender | None:
    """The gender of a noun that may be a short name: البرغوثي may be a woman's, ماكرون is no plural."""
    if _is_feminine(reading, place):
        return "feminine"
    definite = _DEFINITE.match(reading.classes, place[0])
    if definite and reading.form(place[0]).endswith("ي"):
        return None
    gender = title_gender(reading, place[0])
    return gender if gender != "plural" or definite else None


def body_gender(reading: Reading, place: Place) -> Gender | None:
    if _is_feminine(reading, place):
        return "feminine"
    return None if _OWN_NAME.match(reading.classes, place[0]) else "masculine"


def _is_feminine(reading: Reading, place: Place) -> bool:
    """Whether a noun is feminine by its form, as a broken plural, or by its adjective: القوى السياسية."""
    classes, (head, end) = reading.classes, place
    if _PLURAL.match(classes, head) or reading.form(head).endswith(("ه", "ات")):
        return True
    if end - head == 1 or not _DEFINITE.match(classes, head):
        return False
    return _DEFINITE.match(classes, head + 1) is not None and reading.form(head + 1).endswith("ه")


def agrees(verb: Gender | None, noun: Gender | None) -> bool:
    """Whether a verb that stands first can have a noun as its subject: it shows gender, but no number."""
    return verb is None or noun is None or noun == verb or (noun == "plural" and verb == "masculine")
