"""Gender and number of who speaks, by the form of the noun."""

from __future__ import annotations

from typing import Literal

from ..document import Document
from .lexicon import LEXICON, end_of, one, stretch

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


def title_gender(document: Document, token: int) -> Gender | None:
    form = document.form(token)
    if end_of(_ONE_OF, document.classes(LEXICON), token) > token:
        return "feminine" if form.endswith("احدي") else "masculine"
    if form.endswith("ه"):
        return "feminine"
    if form.endswith("ات") or _PLURAL.match(document.classes(LEXICON), token):
        return None  # أكدت قيادات, قالت قبائل; the verb may be masculine too
    return "plural" if form.endswith(("ون", "ين")) and len(form.removeprefix("ال")) > _SHORT else "masculine"


def unknown_gender(document: Document, place: Place) -> Gender | None:
    """The gender of a noun that may be a short name: البرغوثي may be a woman's, ماكرون is no plural."""
    if _is_feminine(document, place):
        return "feminine"
    definite = _DEFINITE.match(document.classes(LEXICON), place[0])
    if definite and document.form(place[0]).endswith("ي"):
        return None
    gender = title_gender(document, place[0])
    return gender if gender != "plural" or definite else None


def body_gender(document: Document, place: Place) -> Gender | None:
    if _is_feminine(document, place):
        return "feminine"
    return None if _OWN_NAME.match(document.classes(LEXICON), place[0]) else "masculine"


def _is_feminine(document: Document, place: Place) -> bool:
    """Whether a noun is feminine by its form, as a broken plural, or by its adjective: القوى السياسية."""
    classes, (head, end) = document.classes(LEXICON), place
    if _PLURAL.match(classes, head) or document.form(head).endswith(("ه", "ات")):
        return True
    if end - head == 1 or not _DEFINITE.match(classes, head):
        return False
    return _DEFINITE.match(classes, head + 1) is not None and document.form(head + 1).endswith("ه")
