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
    ("MANNER", r"^م(?:ست\w{3}|ت\w{3,4}|\w{3})ا$"),  # مستشهدا, متحدثا, مغردا
    ("OWNED", r"^\w{3,}(?:ها|هم|هما|كم)$"),
    ("LWORD", r"^ل\w{4,}$"),  # a name, or ل and a name
    ("WAWORD", r"^و\w{3,}$"),  # a name, or و and a word
)

FRAGMENTS = {
    # A short quotation that is a name: وكالة "سانا"
    "quoted": "<QUOTE|OPEN><^STOP|BREAK|QUOTE|CLOSE|OPEN|VERB>{1,5}+<QUOTE|CLOSE>",
    "bracketed": "<LPAREN><^STOP|BREAK|LPAREN|RPAREN>{1,12}+<RPAREN>",
    # After something definite, a name, a place or a verb a verbal noun opens a new phrase.
    "closed": "(?<=<AL|COUNTRY|PLACE|GIVEN|FAMILY|NAMED|TIME|COMMA|WORD|LATIN|CLOSE|QUOTE|RPAREN|VERB|PARTICIPLE>)",
    "object": "{closed}(?:<MASDAR&NOAL&NOPREP|OWNED&NOPREP>|(?!<YEAR|DAY>)<QUANTITY>)",
    # Between a cue and what is said: the subject, when and where, a relative clause without a cue.
    "word": "<SAYING_SO>|<^STOP|BREAK|VERB&NOAL|PARTICIPLE&NOAL|THAT|COLON|SEMICOLON|OPEN|QUOTE|CLOSE>",
    "step": "{quoted}|{bracketed}|(?!{object}){word}",
    "gap": "(?:{step}){0,30}?",
    "wide": "(?:{quoted}|{bracketed}|{word}){0,30}?",
    "that": "(?<!<AT|CONNECTS>)(?!<WA>)<THAT&NOPREP|THAT&BI>",
    "opening": "<QUOTE|OPEN>|<LPAREN><LPAREN>",
    # A finite verb; after a preposition or with ال the same letters are a noun, after لم nothing was said.
    "verb": "(?<!<AT|TO|FROM|ABOUT|ON|NEGATION|THIS>)(?!<AL|BI|KA>)(?!(?<=<THAT|VERB>)<NOUNISH&NOAL>)",
    "says": "{verb}<VERB&SAYS|PARTICIPLE&SAYS>",
    "with": "<BMASDAR|MASDAR&BI|DEED&BI|THIS&BI>|(?!<PLACEHEAD>)<BI&AL>",
    "ending": "(?=<STOP|BREAK|COMMA|SEMICOLON|CLOSE|CONNECTS>|$)",
}

_RULES = (
    # يذكر أن…: the writer's own voice
    Rule("impersonal", "(?P<cue>{verb}<IMPERSONAL>) (?P<gap>) (?:<TO>|<SAYING>)? (?P<content>{that})"),
    # وقال المتحدث باسم الوزارة فلان في بيان إن…; مؤكدا أن…; وأشار إلى أن…
    Rule("that", "(?P<cue>{says}) (?P<gap>{gap}) <TO|ON|ABOUT|FROM>? {that} (?P<content><*>)"),
    Rule("that", "(?P<cue>{verb}<ADDRESSES>) (?P<gap>{wide}) <TO|ON|ABOUT|FROM>? {that} (?P<content><*>)"),
    # فلان: …, a headline
    Rule("headline", "(?:(?<=<BREAK>)|^)(?P<gap>(?:{step}){1,9}?) (?P<cue><COLON>) (?P<content><^BREAK|GIVEN|DASH>)"),
    # وقال فلان: …
    Rule("colon", "(?P<cue>{says}|<SAYING>) (?P<gap>{gap}) <COLON> (?P<content><^BREAK>)"),
    # وأشار التقرير إلى تراجع…; ودعا فلان الدول إلى…; ودعا إلى…; ودعا للحوار
    Rule("to", "(?P<cue>{verb}<VERB&TO|PARTICIPLE&TO>) (?P<gap>{wide}) <TO> (?P<content><*>)"),
    Rule("for", "(?P<cue>{verb}<VERB&TO&ADDRESSES|PARTICIPLE&TO&ADDRESSES>) (?P<gap>{wide}) (?P<content><LMASDAR|MASDAR&LI>)"),
    Rule("on", "(?P<cue>{verb}<VERB&ON|PARTICIPLE&ON>) (?P<gap>{wide}) <ON> (?P<content><*>)"),
    Rule("about", "(?P<cue>{verb}<VERB&ABOUT|PARTICIPLE&ABOUT>) (?P<gap>{gap}) <ABOUT> (?P<content><*>)"),
    Rule("from", "(?P<cue>{verb}<VERB&FROM|PARTICIPLE&FROM>) (?P<gap>{wide}) <FROM> (?P<content><*>)"),
    # وطالب الاتحاد بإحالة…; ورحب فلان بالقرار
    Rule("with", "(?P<cue>{verb}<VERB&WITH|PARTICIPLE&WITH>) (?P<gap>{wide}) (?P<content>{with})"),
    # أعلن الجيش مقتل…; أدانت الهيئة بشدة الهجوم…
    Rule(
        "act",
        "(?P<cue>{verb}<VERB&ACT|PARTICIPLE&ACT>) (?P<gap>{gap})"
        "(?P<content>{object}|{closed}<DEED&AL&NOPREP>|(?<=<VERB|PARTICIPLE|COMMA>)<THIS>)",
    ),
    Rule("act", "(?P<cue>{verb}<VERB&ACT>) (?P<gap>(?:{step}){1,20}?) (?P<content>(?<=<AL>)<PLACEHEAD&NOAL&NOPREP>)"),
    # وتابع فلان "…"; وأضاف فلان نحن…
    Rule("quotation", "(?P<cue>{says}|<SAYING>) (?P<gap>{gap}) (?P<content>{opening})"),
    Rule("bare", "(?P<cue>{says}) (?P<gap>(?:{step}){1,12}?) (?P<content><STARTS>)"),
    # الجيش يعلن …
    Rule("subject_first", "(?P<cue>{verb}<VERB&ACT>) (?P<gap>) (?P<content><^STOP|BREAK|COMMA|VERB|TIME|AT|ON>)"),
    # ونقلت الصحيفة عن فلان قوله إن…
    Rule(
        "conveyed",
        "(?P<cue>{verb}<CONVEYS>) (?:{step}){0,10}? <ABOUT> (?P<gap>{gap})"
        "(?:<SAYING>?<COMMA>? {that} (?P<content><*>) | <SAYING>? <COLON> (?P<content><^BREAK>)"
        "| <SAYING>? (?P<content>{opening}|{object}) | <SAYING> (?P<content><*>))",
    ),
    # وعلمت الصحيفة من مصادر أن…
    Rule("conveyed", "(?P<cue><LEARNS>) (?:{step}){0,8}? <FROM> (?P<gap>{gap}) {that} (?P<content><*>)"),
    # وجاء في بيان للوزارة أن…
    Rule(
        "report",
        "(?P<cue>{verb}<COMES>) <AT> (?P<gap><REPORT|SPEECH>{gap})"
        "(?:{that} (?P<content><*>) | <COLON> (?P<content><^BREAK>) | (?P<content>{opening}))",
    ),
    # وبحسب فلان، …
    Rule(
        "according",
        "(?:(?<=<BREAK|STOP>)|^)(?P<cue>{according}) (?P<gap>{gap})"
        "(?:<COMMA>? {that}|<COMMA>? <SO_THAT>|<COMMA>) (?P<content><^BREAK>)",
    ),
    # …، بحسب فلان.  …، حسبما قال فلان.  …، كما صرح فلان.
    Rule("trailing", "(?P<cue>{according}|<CONVEYS&NOAL><ABOUT>) (?P<gap>{gap}) {ending}"),
    Rule("trailing", '(?P<cue>"كما" <VERB&SAYS>) (?P<gap>(?:{step}){1,20}?) (?=<STOP|BREAK>|$)'),
    # "…"، قال فلان.
    Rule("trailing", "(?<=<QUOTE|CLOSE><COMMA>|<QUOTE|CLOSE>)(?P<cue><VERB&SAYS>) (?P<gap>(?:{step}){1,20}?) {ending}"),
)
FRAGMENTS["according"] = (
    "<ACCORDING>(?:<WHAT><SAID_IT><HIM>?)?|<ACCORDING_WHAT><SAID_IT><HIM>?"
    "|<ON><WHAT><SAID_IT><HIM>?|<ON><LIMIT><*>"
)

LEXICON = Lexicon(
    *(_HERE / f"{name}.tsv" for name in ("cues", "titles", "bodies", "names", "nouns", "words")),
    literals=literals([rule.pattern for rule in _RULES]),
    suffixes=SHAPES,
    article=True,
)
FRAMES = Grammar(LEXICON, _RULES, FRAGMENTS)
