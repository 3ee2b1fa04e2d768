"""The arguments of a verb: the subject before it, its object; and the gender that it shows."""

from __future__ import annotations

import msgspec

from . import speaker
from .gender import Gender
from .lexicon import end_of, one, stretch
from .reading import Reading
from .speaker import Speaker

_PARTICIPLE, _PRESENT, _JOINED = one("PARTICIPLE"), one("PRESENT"), one("WA")
# What may stand between the clause before and a verb; where a clause begins; what may stand between subject and verb.
_LINK = one("COMMA|CONNECTS|SEMICOLON|THAT|AT|TIME|ALREADY|WAS|DASH|AND|THUS")
_FILLER = stretch(
    "(?:<COMMA|TIME|ALREADY|WAS|QUANTITY|AL|BI>|<IN><COUNTRY|PLACE|PLACEHEAD>"
    "|<DEPENDS><LI|LWORD|AT|ABOUT|FROM><^COMMA|STOP|BREAK|FINITE|VERB&NOAL|THAT|COLON>{0,4}?)*+"
)
_ASIDE = stretch("(?:<COMMA>?<RELATIVE><^STOP|BREAK|COLON|SEMICOLON|THAT>{1,20}?<COMMA>)?")
_AND = one("AND")
_PARTS, _CONNECTS, _TIME = one("COMMA|SEMICOLON|DASH"), one("CONNECTS"), one("TIME")
_WAS, _RELATIVE, _WAS_OR_ALREADY = one("WAS"), one("RELATIVE"), one("WAS|ALREADY")
_ADJUNCT = one("AT|TO|FROM|ABOUT|ON")
_FRONTED = one("AT|TO|FROM|ABOUT|ON|CONCERNING|BI|TIME")
_WITH = one("BI|TIME")
_INDEFINITE = one("REPORT&NOAL&NOPREP|SOURCE&NOAL&NOPREP|MEDIA&PLURAL&NOAL&NOPREP")
_THAT, _ALREADY, _AUXILIARY = one("THAT"), one("ALREADY"), one("AUXILIARY")
_JOINED_AUXILIARY = one("AUXILIARY&WA")
_COMMA, _SENTENCE, _FINITE = one("COMMA"), one("STOP|BREAK|COLON|CONNECTS|THAT"), one("FINITE|VERB&NOAL|RELATIVE")
_JOINED_ACTOR = one("COUNTRY&WA|BODY&WA|OFFICE&WA|NAMED&WA|GIVEN&WA|SOURCE&WA|MEDIA&WA|AGENCY&WA")
_REACH = 20  # tokens before a verb in which its subject may stand

# What may stand between a verb or its subject and its object; where a noun phrase can begin that is an object.
_BEFORE_OBJECT = stretch(
    "(?:<TIME|MANNER|HIM>"
    # أدانت المنظمة في بيان صحافي، أمس، الهجوم
    "|<AT|REPORT&BI><^STOP|BREAK|COMMA|THAT|FINITE|VERB&NOAL|MASDAR|DEED>{0,6}?(?<=<REPORT|SPEECH>|<REPORT|SPEECH><^COMMA>"
    "|<REPORT|SPEECH><^COMMA><^COMMA>)<COMMA>(?:<TIME|MANNER|ORDINAL>{1,4}<COMMA>)?"
    "|<COMMA>(?:<TIME|MANNER|ORDINAL>{1,4}|<AT|DEPENDS|OFFICE|PRIVATE|RELATIVE><^STOP|BREAK|COMMA>{1,12}?)<COMMA>)*+"
)
_OBJECT = one(
    "AL&NOPREP&NOWA|WORD&NOPREP&NOWA|MASDAR&NOPREP&NOWA|OWNED&NOPREP|DEED&NOPREP&NOWA|REPORT&NOPREP&NOWA|NOUN&NOPREP&NOWA"
    "|BODY&NOPREP&NOWA|PLACEHEAD&NOPREP&NOWA|OFFICE&NOPREP&NOWA|PRIVATE&NOPREP&NOWA|COUNTRY&NOPREP&NOWA|NAMED&NOPREP&NOWA"
    "|PLACE&NOPREP&NOWA|STATES&NOPREP&NOWA|COUNTED|WHAT&NOWA|ONE_OF&NOPREP&NOWA|COMPARES&NOPREP&NOWA|GIVEN&NOPREP&NOWA|SAYING&NOPREP&NOWA|QUOTE|OPEN|NAME_OPEN|THIS&NOWA"
)
_NO_OBJECT = one("TIME|RELATIVE|HIM|FINITE|VERB&NOAL|WAS|ALREADY|CONNECTS|PRONOUN|ORDINAL|RANK|HONORIFIC|HONOR")

# Up to the predicate of a nominal clause: الموظفة الثانية، التي تبلغ من العمر 30 عاما، | أنكرت
_SUBJECT_PART = stretch(
    "(?:<RELATIVE><^STOP|BREAK|COMMA>++<COMMA>?+|<^STOP|BREAK|FINITE|VERB&NOAL|VERBLIKE|RELATIVE|WAS|PARTICIPLE|THAT|COLON"
    "|CONNECTS|TEMPORAL|ACCORDING|SEMICOLON|CLOSE|QUOTE>)++(?:<WAS><ALREADY>?)?"
)

Told = tuple[Speaker, int, int]  # who speaks, and the tokens of it


def start_of(classes: str, token: int) -> int:
    """The first of the signs and links before a clause: ، كما; لكن; قبل أن."""
    while token > 0 and _LINK.match(classes, token - 1):
        token -= 1
        if _PARTS.match(classes, token) or (_CONNECTS.match(classes, token) and _TIME.match(classes, token - 1)):
            break
    return token


def clause_start(reading: Reading, verb: int) -> int:
    """Where the clause of a verb begins, with what links it: ، ولكنه في الوقت ذاته | أشار."""
    classes, tree = reading.classes, reading.clauses
    clause = tree[tree.number(verb)]
    turns = clause.kind == "beside" and fronted(reading, verb)
    return clause.first if turns else start_of(classes, verb)


def is_joined(classes: str, verb: int) -> bool:
    """Whether و stands before a verb, attached to it or, as some papers write it, apart: و أكد; ومضى يقول."""
    return _JOINED.match(classes, verb) is not None or (
        verb > 0 and (_AND.match(classes, verb - 1) or _JOINED_AUXILIARY.match(classes, verb - 1)) is not None
    )


def gender(reading: Reading, token: int) -> Gender:
    """The gender and number that a verb or participle shows."""
    classes, form = reading.classes, reading.form(token)
    form = form[1:] if _JOINED.match(classes, token) else form
    if _PARTICIPLE.match(classes, token):
        if form.endswith("ين") and not form.endswith("تين"):
            return "plural"
        return "feminine" if form.endswith(("ه", "تين")) else "masculine"
    if form.endswith(("وا", "ون")):
        return "plural"
    if _PRESENT.match(classes, token):
        return "feminine" if form.removeprefix("ب")[0] == "ت" else "masculine"
    return "feminine" if form.endswith("ت") and form != "لفت" else "masculine"


def agreeing(told: Speaker, verb: Gender | None) -> Speaker:
    """The subject with the gender of its verb, which an office does not show: أكدت عضو اللجنة سلمى."""
    if verb == "feminine" and told.gender == "masculine" and told.kind in ("person", "title"):
        return msgspec.structs.replace(told, gender="feminine")
    return told


def object_from(classes: str, token: int) -> int | None:
    """The noun with which an object begins, at a token or after when and how it was done."""
    start = end_of(_BEFORE_OBJECT, classes, token)
    begins = start < len(classes) and _OBJECT.match(classes, start) and not _NO_OBJECT.match(classes, start)
    return start if begins else None


def is_predicate(classes: str, start: int, verb: int) -> bool:
    """Whether a verb is the predicate of the clause that begins at `start`: no other finite verb stands before it,
    but in relative clauses.
    """
    return _SUBJECT_PART.fullmatch(classes, start, verb) is not None


def opens(reading: Reading, verb: int) -> bool:
    """Whether nothing stands before a verb in its clause."""
    return _begin(reading, verb) == verb


def subject_before(reading: Reading, verb: int) -> Told | None:
    """The subject that stands before its verb: لكن فلان قال; وكان المرصد، الاثنين، ذكر; الوزارة التي أعلنت.

    None where there is none, where more than time stands between them, or where it is no subject but an adjunct.
    """
    classes = reading.classes
    start = _begin(reading, verb)
    if start == verb:
        relative = relative_before(classes, verb)
        if relative is not None:
            return _antecedent(reading, relative)
        return _set_off(reading, verb) or _with_past(reading, verb)
    if _AUXILIARY.match(classes, start) and _PRESENT.match(classes, verb):  # عاد الوزير ليقول
        start += 1
    told = speaker.subject(reading, start, verb)
    if _INDEFINITE.match(classes, verb - 1):  # وردت تقارير تقول إن
        return speaker.subject(reading, verb - 1, verb)
    if told is None and start > 0 and _WAS.match(classes, start - 1):
        return _antecedent(reading, start - 1)  # منظمات محلية كانت قد دعت
    if told is None or _ADJUNCT.search(classes, start, told[1]) or (told[0].kind == "other" and told[1] > start):
        return None
    if not told[0].certain and _WITH.match(classes, start):  # وبلهجة متشددة | أكد
        return None
    return told if end_of(_FILLER, classes, told[2], verb) == verb else None


def topic(reading: Reading, verb: int) -> Told | None:
    """The subject that أما sets before its verb: أما الدفاع المدني فقال إن…"""
    if not reading.form(verb).startswith("ف"):
        return None
    classes = reading.classes
    for start in range(verb - 1, max(-1, verb - _REACH), -1):
        if reading.form(start) in ("اما", "واما"):
            told = speaker.subject(reading, start + 1, verb)
            return told if told is not None and end_of(_FILLER, classes, told[2], verb) == verb else None
        if _SENTENCE.match(classes, start):
            return None
    return None


def _begin(reading: Reading, verb: int) -> int:
    """The first word of the clause of a verb, or of one joined to it: … تعلن كذا | وروما تعلن."""
    classes = reading.classes
    start = reading.clauses.begin(verb)
    if start == verb or not _PRESENT.match(classes, verb):
        return start
    return next((at for at in range(verb - 1, start, -1) if _begins_another(classes, start, at)), start)


def _begins_another(classes: str, start: int, token: int) -> bool:
    """Whether a joined actor begins a clause of its own, behind one with its own verb."""
    return _JOINED_ACTOR.match(classes, token) is not None and _FINITE.search(classes, start, token) is not None


def _set_off(reading: Reading, verb: int) -> Told | None:
    """The subject that commas or a relative clause part from its verb: وكان المرصد، الاثنين، ذكر."""
    classes, tree = reading.classes, reading.clauses
    if verb == 0 or not _COMMA.match(classes, verb - 1):
        return None
    start = tree.opened(tree.head(tree.number(max(0, verb - 2))))
    told = speaker.subject(reading, start, verb)
    if told is None or told[1] != start or told[2] >= verb:
        return None
    if not told[0].certain and not (start > 0 and _WAS.match(classes, start - 1)):
        return None
    end = end_of(_ASIDE, classes, told[2], verb)
    return told if end_of(_FILLER, classes, end, verb) == verb else None


def _with_past(reading: Reading, verb: int) -> Told | None:
    """The subject of سبق: وسبق للوزير أن صرح."""
    classes = reading.classes
    if verb < 2 or not _THAT.match(classes, verb - 1):
        return None
    before = next((at for at in range(verb - 2, max(-1, verb - _REACH), -1) if _ALREADY.match(classes, at)), None)
    told = None if before is None else speaker.source(reading, before + 1, verb - 1)
    return told if told is not None and end_of(_FILLER, classes, told[2], verb - 1) == verb - 1 else None


def fronted(reading: Reading, verb: int) -> bool:
    """Whether nothing but an adjunct stands before a verb in its clause: وحول الحادث الذي وقع أمس قال إن…"""
    classes, tree = reading.classes, reading.clauses
    number, start = tree.number(verb), tree.begin(verb)
    if tree[number].kind == "relative" and verb - start > 1:
        start = tree.opened(tree.head(number))
    if start == verb or not _FRONTED.match(classes, start):
        return False
    return not _FINITE.search(classes, start, verb) or is_predicate(classes, start, verb)


def _antecedent(reading: Reading, relative: int) -> Told | None:
    """The noun phrase that ends before a relative pronoun."""
    classes = reading.classes
    if relative > 0 and _COMMA.match(classes, relative - 1):
        relative -= 1
    start = reading.clauses.begin(max(0, relative - 1))
    for first in range(max(start, relative - _REACH), relative):
        told = speaker.subject(reading, first, relative)
        if told is not None and told[1] == first and told[2] == relative and told[0].kind != "other":
            return told
    return None


def relative_before(classes: str, token: int) -> int | None:
    """The relative pronoun before a verb: الذي قال, التي كانت قد أعلنت."""
    while token > 0 and _WAS_OR_ALREADY.match(classes, token - 1):
        token -= 1
    return token - 1 if token > 0 and _RELATIVE.match(classes, token - 1) else None
