"""Who speaks: a noun phrase split into name, role and organization."""

from __future__ import annotations

from typing import Literal

import msgspec
import regex

from ..text.document import Document
from ..text.rules import compile_pattern
from .rules import FRAGMENTS, LEXICON

_FRAGMENTS = {
    **FRAGMENTS,
    "title": "(?:<ONE_OF&NOPREP><FROM>?)?(?:<CHIEF&NOPREP>(?=<OFFICE|PRIVATE|AL>)|(?!<NAMEPART>(?=<GIVEN>))<OFFICE&NOPREP|PRIVATE&NOPREP>|(?!<GIVEN>)<HONORIFIC&NOAL&NOPREP>|<IMAM>(?=<MOSQUE>))",
    # What may stand before the subject: when and where, of what, in what statement.
    "time": "<TIME|QUANTITY|COMMA|ALREADY|WAS|SLASH|DASH|MANNER|HIM|ORDINAL>",
    "adjunct": "<AT|TO|FROM|ABOUT|ON|LI|BI|LMASDAR|BMASDAR|CONNECTS><^COMMA|STOP>{0,12}?",
    "late": "{adjunct}(?:<COMMA>|(?<=<AL|TIME|LATIN|QUOTE|CLOSE|COUNTRY|NAMED>)) (?:{time})*+",
    "lead": "(?:{time})*+ (?:{late})?? (?:<THIS>(?=<OFFICE|PRIVATE|BODY|REPORT>))?",
    # What goes on with a role or with the name of a body.
    "of": "{quoted}|(?<=<MEDIA|AGENCY|BODY>){bracketed}|(?!{object})(?!(?<=<AL>)(?:<LWORD&NOAL>(?=<THAT|COLON|COMMA|IN|QUOTE|OPEN|TIME>|$)|<REPORT&NOAL&NOWA|VERBLIKE&NOAL>))<^STOP|BREAK|COMMA|COLON|SEMICOLON|THAT|VERB&NOAL|PARTICIPLE&NOAL|TIME|RELATIVE|CONNECTS|AT|TO|FROM"
    "|ABOUT|QUOTE|OPEN|CLOSE|LPAREN|RPAREN|THIS|PRONOUN|WAS|ON|DASH|SAYING|CONVEYS&NOAL|QUANTITY|SAID_IT&NOAL|MANNER|HIM|ACCORDING|WHAT|SO_THAT|AGENCY&LI|MEDIA&LI|OTHER_VERB|ALREADY>"
    "|<IN>(?=<BODY|AGENCY|MEDIA|NAMED|COUNTRY|PLACE|PLACEHEAD|AL|NOUN|MOSQUE|SOURCE>|<WORD&NOAL><AL>)(?!<REPORT|TIME|THIS|OWNED>)|(?<=<OVER>)<ON>|(?<=<OFFICE>)<ABOUT>|(?<=<OFFICE>)<NOUN>|(?<=<OFFICE&NOAL>)<TIME&AL>",
    # Where a name may begin: after something definite, a comma, a place, the name of a body; not inside a construct.
    "free": "(?<=<AL|COUNTRY|PLACE|HONORIFIC|RANK|NAMED|TIME|COMMA|CLOSE|QUOTE|RPAREN|VERB|PARTICIPLE|ALREADY|WAS|CONNECTS"
    "|BREAK|STOP|ABOUT|SAID_IT|ACCORDING|THAT|MANNER|HONOR>|<PLACEHEAD|BODY><WORD>|^)",
    # علي is spelt like على
    "ali": "(?<=<VERB|WAS|HONORIFIC|HONOR|RANK|COMMA|AL>)<ON>(?=<AL&NOPREP|GIVEN&NOPREP|NAMEPART&NOPREP|BIN>)",
    "definite": "<WORD&AL&NOPREP&NOWA|VERBLIKE&AL&NOPREP&NOWA|LWORD&AL&NOPREP&NOWA|WAWORD&AL&NOPREP&NOWA>",
    "given": "<GIVEN&NOAL&NOPREP|FAMILY&NOPREP>|(?<=<VERB|HONORIFIC|RANK>)<GIVEN&AL&NOPREP>(?=<AL|GIVEN>)|{ali}",
    "unknown": "{free}<WORD&NOAL|LATIN|NAMEPART&NOPREP>|(?<=<VERB|HONORIFIC|HONOR|RANK>)<VERBLIKE&NOAL|LWORD&NOAL|WAWORD&NOAL>",
    "next": "<GIVEN&NOAL&NOPREP|FAMILY&NOPREP>|(?<=<GIVEN|NAMEPART|NAMETAIL|BIN>)<ON>|<WORD&NOAL|LATIN|NAMEPART&NOPREP|NAMETAIL&NOPREP|BIN|SO_THAT>|(?<=<NAMEPART|BIN>)<AL&NOPREP&NOWA>|(?<=<BIN>)<OFFICE&NOPREP>|(?<=<GIVEN>)<VERBLIKE&NOAL|LWORD&NOAL|MANNER>"
    "|<VERBLIKE&NOAL|LWORD&NOAL>(?=<COMMA|THAT|COLON|OFFICE|PRIVATE|STOP|QUOTE|OPEN|AT|TIME>|$)|<DASH>(?:<WORD&NOAL|GIVEN|LATIN>)",
    "family": "{definite}|<GIVEN&AL&NOPREP&NOWA|LEADER>",
    # A name of one unknown word that a definite one follows is rather a noun in construct.
    "alone": "(?!(?!<TIME|RELATIVE|OFFICE|PRIVATE|RANK|HONORIFIC|ORDINAL>)<AL&NOPREP>)",
    "name": "{given}(?:{next}){0,5}+(?:{family})?+|(?:{unknown})(?:{next}){1,5}+(?:{family})?+|(?:{unknown}){alone}",
    "titled_name": "(?<!<BODY&NOAL|PLACEHEAD&NOAL|MOSQUE&NOAL><ROYAL>)(?:{given}|{unknown})(?:{next}){0,5}+(?:{family})?+",
    "honors": "(?:<HONORIFIC&AL|HONOR|RANK&AL>|(?<=<RANK>)<RANK>|(?<=<HONORIFIC|HONOR>)<NOUN&AL|HONORIFIC&AL>)",
    "opens": "(?:(?<=<VERB|PARTICIPLE|COMMA|THAT|CONNECTS|BREAK|STOP|WAS|ALREADY|TIME>)|^)",
    "person": "(?P<role>{title}(?:{of})*?) <COMMA>? (?P<honor>{honors}*+) (?P<name>{titled_name})"
    "|{opens}(?P<role>(?:{definite}){1,2}|<OWNED><COMMA>?) (?P<honor>) (?P<name>{given}(?:{next}){0,5}+(?:{family})?+)"
    "|(?P<honor>{honors}++) (?P<name>{titled_name}|{family}) (?:<COMMA>? (?P<role>{title}(?:{of})*+))?"
    "|(?P<honor>) (?P<name>(?:{unknown}){family}) <COMMA>? (?P<role>{title}(?:{of})*+)"
    "|(?P<honor>) (?P<name>{name}) (?:<COMMA>? (?P<role>{title}(?:{of})*+))?",
    "of_it": "(?!(?<=<AL>)<OFFICE&NOWA|PRIVATE&NOWA>)(?!<RANK|HONORIFIC|HONOR>)(?:{of})",
    "body": "<SOURCE&NOPREP>(?:{of})*+(?:<FROM>(?:{of})++)?"
    "|(?:<ONE_OF&NOPREP><FROM>?)?<BODY&NOPREP|AGENCY&NOPREP|NAMED&NOPREP|MEDIA&NOPREP|COUNTRY&NOPREP>(?:{of_it})*+",
    "named": "{quoted}(?:{of_it})*+",
    "of_body": "<BODY&LI|AGENCY&LI|NAMED&LI|MEDIA&LI|SOURCE&LI|COUNTRY&LI>(?:{of})*+",
    "of_title": "<OFFICE&LI|PRIVATE&LI>",
}

_SUBJECT = compile_pattern(
    LEXICON,
    r"""{lead} (?:
        (?P<honored><HIS_HONOR>)
      | (?P<report><REPORT&NOPREP|SPEECH>) (?:{of})*? (?:(?P<body>{of_body})|<ISSUED><ABOUT>?(?P<body>{body}|{named}))
      | {person}
      | (?P<honor>{honors}*+) (?P<role>{title}(?:{of})*+)
      | (?P<body>{body})
      | (?P<report><SPEECH|REPORT&NOPREP>)
    )
    | (?:{time})*+ (?P<body>{named})
    | (?:{time})*+ (?P<other>(?:(?!<WA>)<HONORIFIC|RANK|WORD&NOPREP|THIS|PLACE>(?<!<COMPARES>)|(?!<TIME|RELATIVE|ORDINAL|HIM>)<AL&NOPREP&NOWA>)(?:{of})*+)""",
    _FRAGMENTS,
)
# After بحسب, وفقا ل, نقلا عن: a statement and whose it is.
_SOURCE = compile_pattern(
    LEXICON,
    r"""(?:<PRIVATE|MEDIA|AGENCY>(?:{of})*?<ABOUT>)?
        (?:<REPORT|SPEECH|SAYING|MASDAR|WORD&AL>(?=<BODY|NAMED|COUNTRY|OFFICE|LI>))?
        (?:(?P<report><REPORT|SPEECH>)(?:{of})*?)?
        (?: (?P<role>{of_title}(?:{of})*?) <COMMA>? (?P<honor>{honors}*+) (?P<name>{titled_name})
          | (?P<role>{of_title}(?:{of})*+) | (?P<body>{of_body}) | {person} | (?P<role>{title}(?:{of})*+) | (?P<body>{body}|{named}) )
      | (?P<report><SPEECH|REPORT>)
      | (?P<other><WORD|PLACE|MASDAR&AL>(?:{of})*+)""",
    _FRAGMENTS,
)
# A person named anywhere in an article: with a title or an honorific, or with a given name.
_PERSON = compile_pattern(
    LEXICON,
    "(?P<role>{title}(?:{of}){0,12}?) <COMMA>? (?P<honor>{honors}*+)"
    "(?P<name>(?={given}|<*>(?:{next}|{family}))(?:{titled_name}))"
    "|(?P<honor>{honors}*+) (?P<name>{given}(?:{next}){0,5}+(?:{family})?+) (?:<COMMA>? (?P<role>{title}(?:{of})*+))?"
    "|(?P<honor>{honors}++) (?P<name>{titled_name}|{family})",
    _FRAGMENTS,
)
_HONORED = compile_pattern(
    LEXICON,
    "(?P<honor><HONOR>{honors}*+) (?:(?P<role>{title}(?:{of}){0,12}?) <COMMA>? {honors}*+ (?P<name>{given}(?:{next}){0,5}+(?:{family})?+)"
    "|(?P<role><OFFICE&AL>) (?P<name>{titled_name}) | (?P<name>{titled_name}) | (?P<role>{title}(?:{of})*+))",
    _FRAGMENTS,
)
_BODY = compile_pattern(LEXICON, "<BODY&NOAL|AGENCY&NOAL|MEDIA&NOAL>(?:{of})++", _FRAGMENTS)
_ORGANIZATION = compile_pattern(
    LEXICON,
    "(?<!<MINISTER>)(?P<body><BODY|NAMED|MEDIA|AGENCY> (?:(?!<AT|ON>)(?:{of_it}))*+)",
    _FRAGMENTS,
)
_OFFICE, _PRIVATE, _RANK = (compile_pattern(LEXICON, f"<{name}>") for name in ("OFFICE", "PRIVATE|IMAM", "RANK"))
_BODY_HEAD = compile_pattern(LEXICON, "<BODY>")
_MEDIA = compile_pattern(LEXICON, "<MEDIA>|<AGENCY>(?:$|<NEWS|QUOTE|OPEN|MEDIA|WORD&NOAL|LATIN>)")
_COUNTRY, _SOURCE_HEAD = compile_pattern(LEXICON, "<COUNTRY>"), compile_pattern(LEXICON, "<SOURCE>")
_QUOTED = compile_pattern(LEXICON, "<QUOTE|OPEN>")
_ONE_OF = compile_pattern(LEXICON, "(?:<ONE_OF><FROM>?)?")
_LEADER = compile_pattern(LEXICON, "<LEADER>")
_GIVEN, _FEMALE = compile_pattern(LEXICON, "<GIVEN|FAMILY>"), compile_pattern(LEXICON, "<FEMALE>")
_PLURAL = compile_pattern(LEXICON, "<PLURAL>")
_STATE = compile_pattern(LEXICON, "<STATE|BODY>")

_SHORT = 5  # letters; ين in a shorter word is no plural (أمين)
_BEFORE_NAME, _AFTER_NAME = 14, 10  # tokens in which the title and the rest of a name may stand

Kind = Literal["person", "title", "honored", "body", "source", "report", "other"]
Gender = Literal["masculine", "feminine", "plural"]  # plural of persons


class Speaker(msgspec.Struct, frozen=True):
    """Who speaks, as written. `name` is a person's name, or with no name what stands for it.

    Kinds: person (with a name), title (an office holder or a group without one), honored (سموه), body, source, report
    (البيان: whose it is the discourse tells), other (a family name, a short form, a noun no lexicon knows).
    """

    kind: Kind
    name: str
    role: str | None = None
    organization: str | None = None
    official: bool = False
    gender: Gender | None = None
    certain: bool = True  # False where no title and no given name tells that this is a person or a body


def subject(document: Document, start: int, end: int) -> tuple[Speaker, int, int] | None:
    """The speaker told in tokens start … end - 1, and where; None where there is none."""
    return _read(document, _SUBJECT, start, end)


def source(document: Document, start: int, end: int) -> tuple[Speaker, int, int] | None:
    """The same after بحسب or وفقا ل, where a statement may stand before its speaker."""
    return _read(document, _SOURCE, start, end)


def person_around(document: Document, token: int) -> Speaker | None:
    """The person of whose title and name a token is a part."""
    classes = document.classes(LEXICON)
    for found in _PERSON.finditer(classes, max(0, token - _BEFORE_NAME), min(len(classes), token + _AFTER_NAME)):
        if found.end() > token:
            return _speaker(document, found) if found.start() <= token else None
    return None


def person_at(document: Document, token: int) -> Speaker | None:
    """The person whose title begins at a token."""
    found = _PERSON.match(document.classes(LEXICON), token)
    return _speaker(document, found) if found else None


def first_honored(document: Document) -> Speaker | None:
    """The first person or office holder that the article names with an honorific: سمو الأمير فلان."""
    found = _HONORED.search(document.classes(LEXICON))
    return _speaker(document, found) if found else None


def body_at(document: Document, token: int) -> Speaker | None:
    """The body whose full name begins at a token."""
    found = _BODY.match(document.classes(LEXICON), token)
    if found is None:
        return None
    name = _written(document, found.span())
    return Speaker("body", name, None, name, not _MEDIA.match(found[0]), _body_gender(document, token))


def _read(
    document: Document, pattern: regex.Pattern[str], start: int, end: int
) -> tuple[Speaker, int, int] | None:
    if start >= end:
        return None
    found = pattern.match(document.classes(LEXICON), start, end)
    if found is None:
        return None
    spans = [found.span(group) for group in ("honored", "report", "role", "name", "body", "other") if group in pattern.groupindex]
    spans = [span for span in spans if span[0] >= 0]
    if not spans:
        return None
    return _speaker(document, found), min(first for first, _ in spans), max(last for _, last in spans)


def _speaker(document: Document, found: regex.Match[str]) -> Speaker:
    groups = found.groupdict()

    def text(group: str) -> str:
        return _written(document, found.span(group))

    role_classes, honor, name_classes = groups.get("role") or "", groups.get("honor") or "", groups.get("name") or ""
    organization = _organization(document, found.span("role")) if role_classes else None
    official = _is_official(role_classes, organization)
    if name_classes:
        gender = _person_gender(document, found)
        role = text("role") if role_classes else None
        if not role_classes and _RANK.search(honor):
            role, official = text("honor"), True
        official = official or (not role_classes and _LEADER.match(name_classes, len(name_classes) - 1) is not None)
        certain = bool(role or honor) or _GIVEN.match(name_classes) is not None
        return Speaker("person", text("name"), role, organization, official, gender, certain)
    if role_classes:
        return Speaker("title", text("role"), None, organization, official, _title_gender(document, found.start("role")))
    body = groups.get("body")
    if body:
        name, gender = text("body"), _body_gender(document, found.start("body"))
        if _QUOTED.match(body) and not _BODY_HEAD.search(body):
            return Speaker("body", name)  # a paper: «عكاظ»
        if _SOURCE_HEAD.match(body):
            of = _organization(document, found.span("body"))
            return Speaker("source", name, None, of, _STATE.search(body, 1) is not None, gender)
        nation = _COUNTRY.match(body, _ONE_OF.match(body).end()) and not _BODY_HEAD.match(body)
        return Speaker("body", name, None, None if nation else name, not _MEDIA.match(body), None if nation else gender)
    if groups.get("honored"):
        return Speaker("honored", text("honored"), None, None, True, "masculine")
    if groups.get("report"):
        return Speaker("report", text("report"))
    return Speaker("other", text("other"), gender=_title_gender(document, found.start("other")), certain=False)


def _person_gender(document: Document, found: regex.Match[str]) -> Gender | None:
    if found["role"]:
        return _title_gender(document, found.start("role"))
    if _FEMALE.match(found["name"]):
        return "feminine"
    return "masculine" if _GIVEN.match(found["name"]) else None


def _title_gender(document: Document, token: int) -> Gender | None:
    form = document.form(token)
    if _ONE_OF.match(document.classes(LEXICON), token).end() > token:  # type: ignore[union-attr]
        return "feminine" if form.endswith("احدي") else "masculine"
    if form.endswith("ه"):
        return "feminine"
    return "plural" if form.endswith(("ون", "ين")) and len(form) > _SHORT else "masculine"


def _body_gender(document: Document, token: int) -> Gender | None:
    feminine = _PLURAL.match(document.classes(LEXICON), token) or document.form(token).endswith(("ه", "ات"))
    return "feminine" if feminine else "masculine"


def _is_official(role: str, organization: str | None) -> bool:
    """Whether a role (its class string) speaks for an institution."""
    head = _ONE_OF.match(role).end()  # type: ignore[union-attr]
    if _OFFICE.match(role, head):
        return True
    return bool(role) and not _PRIVATE.match(role, head) and organization is not None


def _organization(document: Document, span: tuple[int, int]) -> str | None:
    """The body named inside a role."""
    found = _ORGANIZATION.search(document.classes(LEXICON), span[0] + 1, span[1])
    return _written(document, found.span("body")) if found else None


def _written(document: Document, span: tuple[int, int]) -> str:
    text = document.slice(span[0], span[1], LEXICON)[2]
    return "ال" + text[2:] if text.startswith("لل") else text
