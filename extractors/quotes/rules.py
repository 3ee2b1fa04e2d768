"""How speech is told: the lexicon, and the frames in which a cue stands with its speaker and what is said."""

from __future__ import annotations

from pathlib import Path

from ..text.lexicon import Lexicon
from ..text.rules import Grammar, Rule, literals

_HERE = Path(__file__).parent

# Verbal nouns by their measure (إفعال, افتعال, انفعال, استفعال, تفعيل, تفاعل, مفاعلة), also after ب or ل.
_MEASURES = r"(?:ا(?:..ا.|.ت.ا.|ن..ا.|.ا.ه|ست..ا.|ست.ا.ه|.تيا.|نح.ا.)|ت(?:..ي.|..يه|.ا..)|م.ا..ه)(?:ه|ها|هم|هما)?"
SHAPES = (
    ("MASDAR", rf"^{_MEASURES}$"),
    ("BMASDAR", rf"^[وف]?ب{_MEASURES}$"),
    ("LMASDAR", rf"^[وف]?ل{_MEASURES}$"),
)

FRAGMENTS = {
    # A short quotation that is a name: وكالة "سانا"
    "quoted": "<QUOTE|OPEN><^STOP|BREAK|QUOTE|CLOSE|OPEN|VERB>{1,5}+<QUOTE|CLOSE>",
    "bracketed": "<LPAREN><^STOP|BREAK|LPAREN|RPAREN>{1,12}+<RPAREN>",
    # Definite, a name or a place: nothing more can belong to it in a construct.
    "closed": "(?<=<AL|COUNTRY|PLACE|GIVEN|NAMED|TIME|COMMA|WORD|LATIN|CLOSE|QUOTE|RPAREN|VERB|PARTICIPLE|FAMILY>)",
    "object": "{closed}<MASDAR&NOAL&NOPREP|QUANTITY>",
    "step": "{quoted}|{bracketed}|(?!{object})<^STOP|BREAK|VERB|PARTICIPLE|THAT|COLON|SEMICOLON|OPEN|QUOTE|CLOSE>",
    "gap": "(?:{step}){0,30}?",
    "that": "(?<!<AT|CONNECTS>)(?!<WA>)<THAT&NOPREP|THAT&BI>",
    "opening": "<QUOTE|OPEN>|<LPAREN><LPAREN>",
    "says": "<VERB&SAYS|PARTICIPLE&SAYS>",
    # ب before what is asked, promised, welcomed
    "with": "<BMASDAR|WORD&BI&AL|MASDAR&BI|DEED&BI|THIS&BI>",
}

_RULES = (
    # وقال المتحدث باسم الوزارة فلان في بيان إن…; مؤكدا أن…; وأشار إلى أن…
    Rule("that", "(?P<cue>{says}) (?P<gap>{gap}) <TO|ON|ABOUT|FROM>? {that} (?P<content><*>)"),
    # وقال فلان: …; وتابع فلان "…"
    Rule("colon", "(?P<cue>{says}|<SAYING>) (?P<gap>{gap}) <COLON> (?P<content><^BREAK>)"),
    Rule("quotation", "(?P<cue>{says}|<SAYING>) (?P<gap>{gap}) (?P<content>{opening})"),
    # وأشار التقرير إلى تراجع…; ودعا فلان الدول إلى…
    Rule("to", "(?P<cue><VERB&TO|PARTICIPLE&TO>) (?P<gap>{gap}) <TO> (?P<content><*>)"),
    Rule("on", "(?P<cue><VERB&ON|PARTICIPLE&ON>) (?P<gap>{gap}) <ON> (?P<content><*>)"),
    Rule("about", "(?P<cue><VERB&ABOUT|PARTICIPLE&ABOUT>) (?P<gap>{gap}) <ABOUT> (?P<content><*>)"),
    Rule("from", "(?P<cue><VERB&FROM|PARTICIPLE&FROM>) (?P<gap>{gap}) <FROM> (?P<content><*>)"),
    Rule("with", "(?P<cue><VERB&WITH|PARTICIPLE&WITH>) (?P<gap>{gap}) (?P<content>{with})"),
    # أعلن الجيش مقتل…; أدانت الهيئة بشدة الهجوم…
    Rule("act", "(?P<cue><VERB&ACT|PARTICIPLE&ACT>) (?P<gap>{gap}) (?P<content>{object}|{closed}<DEED&AL&NOPREP>)"),
    # الجيش يعلن …
    Rule("headline_act", "(?P<cue><VERB&ACT>) (?P<gap>) (?P<content><^STOP|BREAK|COMMA|VERB>)"),
    # ونقلت الصحيفة عن فلان قوله إن…
    Rule(
        "conveyed",
        "(?P<cue><CONVEYS>) (?:{step}){0,10}? <ABOUT> (?P<gap>{gap})"
        "(?:<SAYING>?<COMMA>? {that} (?P<content><*>) | <SAYING>? <COLON> (?P<content><^BREAK>)"
        "| <SAYING>? (?P<content>{opening}|{object}) | <SAYING> (?P<content><*>))",
    ),
    # وجاء في بيان للوزارة أن…
    Rule(
        "report",
        '(?P<cue><COMES> <AT> <REPORT|SPEECH>) (?P<gap>{gap})'
        "(?:{that} (?P<content><*>) | <COLON> (?P<content><^BREAK>) | (?P<content>{opening}))",
    ),
    # وبحسب فلان، …
    Rule(
        "according",
        "(?:(?<=<BREAK|STOP>)|(?<=<BREAK|STOP><*>)|^)"
        "(?P<cue><ACCORDING>) (?P<gap>{gap}) <COMMA>? (?P<content>(?<=<COMMA>)<^TIME|BREAK>|<THAT>)",
    ),
)

_TRAILING = (
    # …، بحسب فلان.  …، حسبما قال فلان.  …، كما صرح فلان.
    Rule("trailing", "<COMMA>? (?P<cue><ACCORDING|ACCORDING_WHAT>) (?P<gap>{gap}) (?=<STOP|BREAK|COMMA|SEMICOLON>|$)"),
    Rule("as", '<COMMA>? (?P<cue>"كما" <VERB&SAYS>) (?P<gap>(?:{step}){1,20}?) (?=<STOP|BREAK>|$)'),
    # "…"، قال فلان.
    Rule("after", "(?<=<QUOTE|CLOSE>)<COMMA>? (?P<cue><VERB&SAYS>) (?P<gap>(?:{step}){1,20}?) (?=<STOP|BREAK|COMMA>|$)"),
)

LEXICON = Lexicon(
    *(_HERE / f"{name}.tsv" for name in ("cues", "titles", "bodies", "names", "nouns", "words")),
    literals=literals([rule.pattern for rule in (*_RULES, *_TRAILING)]),
    suffixes=SHAPES,
    article=True,
)
FRAMES = Grammar(LEXICON, (*_RULES, *_TRAILING), FRAGMENTS)
