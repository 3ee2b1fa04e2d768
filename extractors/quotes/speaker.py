"""Who speaks: a noun phrase split into name, role and organization."""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from ..text.document import Document
from ..text.rules import compile_pattern
from .rules import FRAGMENTS, LEXICON

_FRAGMENTS = {
    **FRAGMENTS,
    "title": "<OFFICE&NOPREP|PRIVATE&NOPREP>",
    # Adjuncts: في بيان, أمس, لوكالة فرانس برس
    "adjunct": "<AT|TO|FROM|ABOUT|ON|LI|BI|LMASDAR|BMASDAR|CONNECTS><^COMMA|STOP>{0,12}?",
    "time": "<TIME|QUANTITY|COMMA|ALREADY|WAS|SLASH|DASH>",
    # What goes on with a role or the name of a body.
    "of": "{quoted}|(?!{object})<^STOP|BREAK|COMMA|COLON|SEMICOLON|THAT|VERB|PARTICIPLE|TIME|RELATIVE|CONNECTS|AT|TO|FROM|ABOUT"
    "|QUOTE|OPEN|CLOSE|LPAREN|RPAREN|THIS|PRONOUN|WAS|ON|DASH|SAYING|CONVEYS|QUANTITY>"
    '|<IN>(?!<REPORT|TIME|THIS>)|<ON>|(?<=<OFFICE>)<ABOUT>|<TIME&AL>(?=<COUNTRY>)',
    # Where a name may begin: after something definite, a comma, a place; not inside a construct.
    "free": "(?<=<AL|COUNTRY|PLACE|HONORIFIC|RANK|NAMED|TIME|COMMA|CLOSE|QUOTE|RPAREN|VERB|PARTICIPLE|ALREADY|WAS|CONNECTS>"
    "|<PLACEHEAD|BODY><WORD>)",
    "first": "<GIVEN|FAMILY>|{free}<WORD&NOAL|LATIN|NAMEPART>",
    "next": "<GIVEN|FAMILY|WORD&NOAL|LATIN|NAMEPART>|(?!<WA>)<WORD&AL&NOPREP>|<PLACE&NOAL>(?=$)",
    "name": "(?:{first})(?:{next}){0,5}+",
    "honors": "(?:<HONORIFIC|RANK>|(?<=<HONORIFIC>)<NOUN&AL>)*+",
}

_SUBJECT = compile_pattern(
    LEXICON,
    r"""(?:{time})*+ (?:{adjunct}(?:<COMMA>|(?<=<AL|TIME|LATIN|QUOTE|CLOSE>)))? (?:{time})*+
    (?:
        (?P<role>{title}(?:{of})*?) <COMMA>? (?P<honor>{honors}) (?P<name>{name})
      | (?P<honor>{honors}) (?P<name>{name}) (?:<COMMA>? (?P<role>{title}(?:{of})*+))?
      | (?P<honor>{honors}) (?P<role>{title}(?:{of})*+)
      | (?P<body><BODY&NOPREP|NAMED&NOPREP|MEDIA&NOPREP|SOURCE&NOPREP|COUNTRY&NOPREP>(?:{of})*+)
      | (?P<body>{quoted}(?:(?:{of})*+))
      | (?P<other><SPEECH|REPORT&NOPREP|HONORIFIC|RANK|WORD&NOPREP|THIS|PLACE|NOUN&AL|MASDAR&AL|PLACEHEAD&AL>(?:{of})*+)
    )""",
    _FRAGMENTS,
)
_ORGANIZATION = compile_pattern(
    LEXICON,
    r"""(?<!^)(?P<body><BODY|NAMED|MEDIA> (?: (?!<AT|ON>)(?:{of}) | <IN><^REPORT>(?=<BODY>))*+)""",
    _FRAGMENTS,
)
_BARE_NAME = compile_pattern(LEXICON, "{next}+", _FRAGMENTS)
_HAS = {name: compile_pattern(LEXICON, f"<{name}>") for name in ("OFFICE", "PRIVATE", "RANK", "BODY", "MEDIA", "STATE", "SOURCE", "COUNTRY", "SPEECH", "NAMED", "REPORT", "THIS", "PLURALPERSON") if name in LEXICON.classes}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as written; `name` is a person's name or what stands for it. `kind` tells what it is.

    kinds: person (has a name), title (an office holder or group without a name), body, source, report (البيان,
    التقرير: speaks for who issued it), other (a family name, a short form, an unknown noun).
    """

    kind: str
    name: str
    role: str | None = None
    organization: str | None = None
    official: bool = False


def has(name: str, classes: str) -> bool:
    return _HAS[name].search(classes) is not None


def parse(document: Document, start: int, end: int) -> tuple[Speaker, int, int] | None:
    """The speaker told in tokens start … end - 1 and where it stands; None where there is none."""
    if start >= end:
        return None
    classes = document.classes(LEXICON)
    found = _SUBJECT.match(classes, start, end)
    if found is None:
        return None
    speaker = _build(document, classes, found)
    if speaker is None:
        return None
    spans = [found.span(group) for group in ("role", "name", "body", "other") if found.span(group)[0] >= 0]
    return speaker, min(first for first, _ in spans), max(last for _, last in spans)


def _build(document: Document, classes: str, found: regex.Match[str]) -> Speaker | None:
    role_span, name_span, honor_span = found.span("role"), found.span("name"), found.span("honor")
    role = _text(document, role_span)
    organization = organization_in(document, role_span) if role else None
    honor = classes[slice(*honor_span)] if honor_span[0] >= 0 else ""
    if name_span[0] >= 0:
        rank = None
        if role is None and honor and has("RANK", honor):
            rank = _text(document, honor_span)
        official = is_official(classes[slice(*role_span)] if role else "", organization is not None) or rank is not None
        return Speaker("person", _text(document, name_span) or "", role or rank, organization, official)
    if role is not None:
        part = classes[slice(*role_span)]
        return Speaker("title", role, None, organization, is_official(part, organization is not None))
    body_span = found.span("body")
    if body_span[0] >= 0:
        part = classes[slice(*body_span)]
        text = _text(document, body_span) or ""
        if has("SOURCE", part[0]):
            official = has("STATE", part) or has("BODY", part)
            return Speaker("source", text, None, organization_in(document, body_span), official)
        media = has("MEDIA", part[0])
        country = has("COUNTRY", part[0]) and not has("BODY", part[0])
        return Speaker("body", text, None, None if country else text, not media)
    other_span = found.span("other")
    part = classes[slice(*other_span)]
    text = _text(document, other_span) or ""
    if has("SPEECH", part[0]) or has("REPORT", part[0]):
        return Speaker("report", text)
    return Speaker("other", text)


def is_official(role: str, institution: bool) -> bool:
    """Whether a role (its class string) speaks for an institution."""
    if not role:
        return False
    if has("OFFICE", role[0]):
        return True
    return not has("PRIVATE", role[0]) and institution


def organization_in(document: Document, span: tuple[int, int]) -> str | None:
    """The body named inside a role."""
    classes = document.classes(LEXICON)
    found = _ORGANIZATION.search(classes, span[0] + 1, span[1])
    return _text(document, found.span("body")) if found else None


def _text(document: Document, span: tuple[int, int]) -> str | None:
    if span[0] < 0 or span[0] >= span[1]:
        return None
    return document.slice(span[0], span[1], LEXICON)[2]


def with_role(speaker: Speaker, other: Speaker) -> Speaker:
    """`speaker` with the role and organization of `other`, the same person told more fully."""
    return replace(
        speaker,
        role=speaker.role or other.role,
        organization=speaker.organization or other.organization,
        official=speaker.official or other.official,
    )
