"""The grammar of who speaks: titles, names of persons, names of bodies, as noun phrases over word classes.

Groups of the patterns: `role`, `honor` (honorifics and ranks), `name` of a person; `body`; `report` (a statement that
speaks for who issued it); `honored` (سموه); `other` (a noun that no lexicon knows).
"""

from __future__ import annotations

from ..grammar import compile_pattern
from .lexicon import FRAGMENTS, LEXICON

# No noun phrase goes beyond these.
_STOPS = (
    "STOP|BREAK|COMMA|COLON|SEMICOLON|QUOTE|OPEN|CLOSE|LPAREN|RPAREN|DASH|QUANTITY"
    "|THAT|SO_THAT|RELATIVE|CONNECTS|TIME|AT|TO|FROM|ABOUT|ON|THIS|PRONOUN|WAS|ALREADY|WHAT|HIM|MANNER"
    "|VERB&NOAL|PARTICIPLE&NOAL|SAYING|CONVEYS&NOAL|SAID_IT&NOAL|OTHER_VERB|ACCORDING|AGENCY&LI|MEDIA&LI"
)

_NOUN_PHRASES = {
    **FRAGMENTS,
    # One more token of a title or of the name of a body: المتحدث | باسم | الحكومة | اليمنية
    "addressee": "(?<=<AL>)<LWORD&NOAL>(?=<THAT|COLON|COMMA|IN|QUOTE|OPEN|TIME>|$)",
    "in_body": "<IN>(?=<BODY|AGENCY|MEDIA|NAMED|COUNTRY|PLACE|PLACEHEAD|AL|NOUN|MOSQUE|SOURCE>|<WORD&NOAL><AL>)"
    "(?!<REPORT|TIME|THIS|OWNED>)",
    "of": "{quoted}|(?<=<MEDIA|AGENCY|BODY>){bracketed}"
    f"|(?!{{object}}|{{addressee}}|(?<=<AL>)<REPORT&NOAL&NOWA|VERBLIKE&NOAL>)<^{_STOPS}>"
    "|{in_body}|(?<=<OVER>)<ON>|(?<=<OFFICE>)<ABOUT|NOUN>|(?<=<OFFICE&NOAL>)<TIME&AL>",
    # The name of a body ends where somebody's title or rank begins.
    "of_body": "(?!(?<=<AL>)<OFFICE&NOWA|PRIVATE&NOWA|ADDRESSEE&AL&NOPREP&NOWA|DEED&AL&NOPREP&NOWA>)"
    "(?!<RANK|HONORIFIC|HONOR>)(?:{of})",
    # Titles: رئيس الوزراء, أحد سكان المدينة, كبير المستشارين
    "holder": "(?!<NAMEPART>(?=<GIVEN>))<OFFICE&NOPREP|PRIVATE&NOPREP>|(?!<GIVEN>)<HONORIFIC&NOAL&NOPREP>"
    "|<CHIEF&NOPREP>(?=<OFFICE|PRIVATE|AL>)|<IMAM>(?=<MOSQUE>)",
    "title": "(?:<ONE_OF&NOPREP><FROM>?)?(?:{holder})(?:{of})*?",  # up to a name
    "whole_title": "(?:<ONE_OF&NOPREP><FROM>?)?(?:{holder})(?:{of})*+",
    "honors": "<HONORIFIC&AL|HONOR|RANK&AL>|(?<=<RANK>)<RANK>|(?<=<HONORIFIC|HONOR>)<NOUN&AL|HONORIFIC&AL>",
    # Names. A name that no lexicon knows begins after something definite, a comma, a place, the name of a body; never
    # inside a construct. علي is spelt like على.
    "free": "(?<=<AL|COUNTRY|PLACE|NAMED|HONORIFIC|RANK|HONOR|TIME|COMMA|CLOSE|QUOTE|RPAREN|BREAK|STOP|VERB|PARTICIPLE"
    "|SAID_IT|ACCORDING|ALREADY|WAS|CONNECTS|THAT|ABOUT|MANNER>|^)",
    "ali": "(?<=<HONORIFIC|HONOR|RANK>)<ON>(?=<WORD&NOAL>)"
    "|(?<=<VERB|WAS|HONORIFIC|HONOR|RANK|COMMA|AL>)(?<!<OVER>)<ON>(?=<AL&NOPREP|GIVEN&NOPREP|NAMEPART&NOPREP|BIN>)",
    "given": "<GIVEN&NOAL&NOPREP|FAMILY&NOPREP>|{ali}"
    "|(?<=<VERB|HONORIFIC|RANK>)(?!<OFFICE>)<GIVEN&AL&NOPREP>(?=<AL|GIVEN>)",
    "next": "<GIVEN&NOAL&NOPREP|FAMILY&NOPREP|WORD&NOAL|LATIN|NAMEPART&NOPREP|NAMETAIL&NOPREP|BIN|SO_THAT>"
    "|(?<=<GIVEN|NAMEPART|NAMETAIL|BIN>)<ON>|(?<=<NAMEPART|BIN>)<AL&NOPREP&NOWA>|(?<=<BIN>)<OFFICE&NOPREP>"
    "|(?<=<GIVEN>)<VERBLIKE&NOAL|LWORD&NOAL|MANNER>"
    "|<VERBLIKE&NOAL|LWORD&NOAL>(?=<COMMA|THAT|COLON|OFFICE|PRIVATE|STOP|QUOTE|OPEN|AT|TIME>|$)"
    "|<DASH>(?:<WORD&NOAL|GIVEN|LATIN>)",
    "unknown": "{free}<WORD&NOAL|LATIN|NAMEPART&NOPREP>"
    # After a body with a name of one unknown word, a name of its own has two words: بنك غولدمان ساكس.
    "|(?<=<PLACEHEAD|BODY><WORD>)<WORD&NOAL|LATIN|NAMEPART&NOPREP>(?={next})"
    "|(?<=<VERB|HONORIFIC|HONOR|RANK>)<VERBLIKE&NOAL|LWORD&NOAL|WAWORD&NOAL>",
    "definite": "<WORD&AL&NOPREP&NOWA|VERBLIKE&AL&NOPREP&NOWA|LWORD&AL&NOPREP&NOWA|WAWORD&AL&NOPREP&NOWA>",
    "family": "{definite}|<GIVEN&AL&NOPREP&NOWA|LEADER>",
    "rest": "(?:{next}){0,5}+(?:{family})?+",
    # One unknown word that a definite one follows is rather a noun in construct.
    "alone": "(?!(?!<TIME|RELATIVE|OFFICE|PRIVATE|RANK|HONORIFIC|ORDINAL>)<AL&NOPREP>)",
    "bare_name": "(?:{given}){rest}|(?:{unknown})(?={next}){rest}|(?:{unknown}){alone}",
    # مستشفى الملك فهد is no king.
    "in_construct": "(?<=<BODY&NOAL|PLACEHEAD&NOAL|MOSQUE&NOAL|WORD&NOAL><ROYAL>|<BODY&NOAL|MOSQUE&NOAL>)",
    "titled_name": "(?!{in_construct})(?:{given}|{unknown}){rest}",
    "clause_start": "(?:(?<=<VERB|PARTICIPLE|COMMA|THAT|CONNECTS|BREAK|STOP|WAS|ALREADY|TIME>)|^)",
    "role_after": "<COMMA>? (?P<role>{whole_title})",
    "person": "(?P<role>{title}) <COMMA>? (?P<honor>(?:{honors})*+) (?P<name>{titled_name})"
    "|{clause_start}(?P<role>(?:{definite}){1,2}|<OWNED><COMMA>?) (?P<honor>) (?P<name>(?:{given}){rest})"
    "|(?P<honor>(?:{honors})++) (?P<name>{titled_name}|{family}) (?:{role_after})?"
    "|(?P<honor>) (?P<name>(?:{unknown}){family}) {role_after}"
    "|(?P<honor>) (?P<name>{bare_name}) (?:{role_after})?",
    # Bodies: وزارة الدفاع, مصادر قريبة من التحقيق, عدد من الدول
    "body": "<SOURCE&NOPREP>(?:{of})*+(?:<FROM>(?:{of})++)?"
    "|(?:<ONE_OF&NOPREP><FROM>?)?<BODY&NOPREP|AGENCY&NOPREP|NAMED&NOPREP|MEDIA&NOPREP|COUNTRY&NOPREP>(?:{of_body})*+",
    "named": "{quoted}(?:{of_body})*+",
    "for_body": "<BODY&LI|AGENCY&LI|NAMED&LI|MEDIA&LI|SOURCE&LI|COUNTRY&LI>(?:{of})*+",
    "for_title": "<OFFICE&LI|PRIVATE&LI>(?:{of})*?",
    "whole_for_title": "<OFFICE&LI|PRIVATE&LI>(?:{of})*+",
    "other": "(?:(?!<WA>)<HONORIFIC|RANK|WORD&NOPREP|ONE_OF&NOPREP|THIS|PLACE>(?<!<COMPARES>)"
    "|(?!<TIME|RELATIVE|ORDINAL|HIM>)<AL&NOPREP&NOWA>)(?:{of})*+",
    # What may stand before the subject: when and where, in what statement.
    "time": "<TIME|QUANTITY|COMMA|ALREADY|WAS|SLASH|DASH|MANNER|HIM|ORDINAL>",
    "late_head": "<OFFICE|PRIVATE|HONORIFIC|HONOR|RANK|SOURCE|GIVEN|BODY&NOAL|AGENCY&NOAL>",
    "adjunct": "<AT|TO|FROM|ABOUT|ON|LI|BI|LMASDAR|BMASDAR|CONNECTS><^COMMA|STOP>{0,12}?"
    "(?:<COMMA>(?:{time})*+|(?<=<AL|TIME|LATIN|QUOTE|CLOSE|COUNTRY|NAMED>)(?:{time})*+(?={late_head}))",
    "lead": "(?:{time})*+ (?:{adjunct})?? (?:<THIS>(?=<OFFICE|PRIVATE|BODY|REPORT>))?",
}


# The subject of a verb: في بيان أمس المتحدث باسم الوزارة فلان
SUBJECT = compile_pattern(
    LEXICON,
    """{lead} (?:
        (?P<honored><HIS_HONOR>)
      | (?P<report><REPORT&NOPREP|SPEECH>) (?:{of})*?
        (?:(?P<body>{for_body})|(?<=<REPORT>)(?P<body>{body})|<ISSUED><ABOUT>?(?P<body>{body}|{named}))
      | {person}
      | (?P<honor>(?:{honors})*+) (?P<role>{whole_title})
      | (?P<body>{body})
      | (?P<report><SPEECH|REPORT&NOPREP>)
    )
    | (?:{time})*+ (?:(?P<body>{named})|(?P<other>{other}))""",
    _NOUN_PHRASES,
)

# After بحسب, وفقا ل, نقلا عن: a statement and whose it is.
SOURCE = compile_pattern(
    LEXICON,
    """(?:<PRIVATE|MEDIA|AGENCY>(?:{of})*?<ABOUT>)?
       (?:<REPORT|SPEECH|SAYING|MASDAR|WORD&AL>(?=<BODY|NAMED|COUNTRY|OFFICE|LI>))?
       (?:(?P<report><REPORT|SPEECH>)(?:{of})*?)?
       (?: (?P<role>{for_title}) <COMMA>? (?P<honor>(?:{honors})*+) (?P<name>{titled_name})
         | (?P<role>{whole_for_title}) | (?P<body>{for_body})
         | {person} | (?P<role>{whole_title}) | (?P<body>{body}|{named}) )
      | (?P<report><SPEECH|REPORT>)
      | (?P<other><WORD|PLACE|MASDAR&AL>(?:{of})*+)""",
    _NOUN_PHRASES,
)

# A person named anywhere in an article: with a title or an honorific, or with a given name.
PERSON = compile_pattern(
    LEXICON,
    """(?P<role>{title}) <COMMA>? (?P<honor>(?:{honors})*+) (?P<name>(?={given}|<*>(?:{next}|{family})){titled_name})
     | (?P<honor>(?:{honors})*+) (?P<name>(?:{given}){rest}) (?:{role_after})?
     | (?P<honor>(?:{honors})++) (?P<name>{titled_name}|{family})""",
    _NOUN_PHRASES,
)

# The same with an honorific: صاحب السمو الملكي الأمير فلان أمير منطقة …
HONORED = compile_pattern(
    LEXICON,
    """(?P<honor><HONOR>(?:{honors})*+)
       (?: (?P<role>{title}) <COMMA>? (?:{honors})*+ (?P<name>(?:{given}){rest})
         | (?P<role><OFFICE&AL>) (?P<name>{titled_name}) | (?P<name>{titled_name}) | (?P<role>{whole_title}) )""",
    _NOUN_PHRASES,
)

# A body named in full; a body inside the title of who speaks for it, but for a minister's.
NAMED_BODY = compile_pattern(LEXICON, "<BODY|NAMED|AGENCY>(?:{of_body})*+", _NOUN_PHRASES)
BODY = compile_pattern(LEXICON, "<BODY&NOAL|AGENCY&NOAL|MEDIA&NOAL>(?:{of})++", _NOUN_PHRASES)
ORGANIZATION = compile_pattern(
    LEXICON, "(?<!<MINISTER>)(?P<body><BODY|NAMED|MEDIA|AGENCY> (?:(?!<AT|ON>)(?:{of_body}))*+)", _NOUN_PHRASES
)
