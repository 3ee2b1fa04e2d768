"""Clauses: where one begins, the subject before its verb, the gender of the verb."""

from __future__ import annotations

from ..document import Document
from . import speaker
from .lexicon import LEXICON, end_of, one, stretch
from .speaker import Gender, Speaker

_PARTICIPLE, _PRESENT, _JOINED = one("PARTICIPLE"), one("PRESENT"), one("WA")
# What may stand between the clause before and a verb; where a clause begins; what may stand between subject and verb.
_LINK = one("COMMA|CONNECTS|SEMICOLON|THAT|AT|TIME|ALREADY|WAS|DASH")
_CLAUSE = one("STOP|BREAK|COMMA|CONNECTS|THAT|COLON|SEMICOLON|WAS|RELATIVE|QUOTE|CLOSE|OPEN")
_FILLER = stretch("(?:<COMMA|TIME|ALREADY|QUANTITY|AL>)*+")
_PARTS = one("COMMA|SEMICOLON|DASH")
_WAS, _RELATIVE, _WAS_OR_ALREADY = one("WAS"), one("RELATIVE"), one("WAS|ALREADY")
_ADJUNCT = one("AT|TO|FROM|ABOUT|ON")
_REACH = 20  # tokens before a verb in which its subject may stand

Told = tuple[Speaker, int, int]  # who speaks, and the tokens of it


def start_of(classes: str, token: int) -> int:
    """The first of the signs and links before a clause: ، كما; لكن; قبل أن."""
    while token > 0 and _LINK.match(classes, token - 1):
        token -= 1
        if _PARTS.match(classes, token):
            break
    return token


def gender(document: Document, token: int) -> Gender:
    """The gender and number that a verb or participle shows."""
    classes, form = document.classes(LEXICON), document.form(token)
    form = form[1:] if _JOINED.match(classes, token) else form
    if _PARTICIPLE.match(classes, token):
        if form.endswith("ين") and not form.endswith("تين"):
            return "plural"
        return "feminine" if form.endswith(("ه", "تين")) else "masculine"
    if form.endswith(("وا", "ون")):
        return "plural"
    if _PRESENT.match(classes, token):
        return "feminine" if form[0] == "ت" else "masculine"
    return "feminine" if form.endswith("ت") and form != "لفت" else "masculine"


def opens(classes: str, verb: int) -> bool:
    """Whether nothing stands before a verb in its clause."""
    return _begin(classes, verb) == verb


def subject_before(document: Document, verb: int) -> Told | None:
    """The subject that stands before its verb: لكن فلان قال; وكان المرصد، الاثنين، ذكر; الوزارة التي أعلنت.

    None where there is none, where more than time stands between them, or where it is no subject but an adjunct.
    """
    classes = document.classes(LEXICON)
    start = _begin(classes, verb)
    if start == verb:
        relative = relative_before(classes, verb)
        return None if relative is None else _antecedent(document, relative)
    told = speaker.subject(document, start, verb)
    if told is None or _ADJUNCT.search(classes, start, told[1]) or (told[0].kind == "other" and told[1] > start):
        return None
    return told if end_of(_FILLER, classes, told[2], verb) == verb else None


def _begin(classes: str, verb: int) -> int:
    """The first token of the clause of a verb; after كان where a comma follows its subject."""
    start = verb
    while start > max(0, verb - _REACH) and not _CLAUSE.match(classes, start - 1):
        start -= 1
    if start < verb:
        return start
    return next((at + 1 for at in range(verb - 1, max(-1, verb - _REACH), -1) if _WAS.match(classes, at)), verb)


def _antecedent(document: Document, relative: int) -> Told | None:
    """The noun phrase that ends before a relative pronoun."""
    classes = document.classes(LEXICON)
    start = relative
    while start > max(0, relative - _REACH) and not _CLAUSE.match(classes, start - 1):
        start -= 1
    for first in range(start, relative):
        told = speaker.subject(document, first, relative)
        if told is not None and told[1] == first and told[2] == relative and told[0].kind != "other":
            return told
    return None


def relative_before(classes: str, token: int) -> int | None:
    """The relative pronoun before a verb: الذي قال, التي كانت قد أعلنت."""
    while token > 0 and _WAS_OR_ALREADY.match(classes, token - 1):
        token -= 1
    return token - 1 if token > 0 and _RELATIVE.match(classes, token - 1) else None
