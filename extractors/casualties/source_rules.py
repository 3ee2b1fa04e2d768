"""How a source is named beside a count, without a quotation: بحسب وزارة الصحة; وثقت الشبكة مقتل."""

from __future__ import annotations

SOURCE_FRAGMENTS: dict[str, str] = {
    # A noun phrase, to the next verb, sign or preposition; a name in quotation marks in it.
    "PART": "<^STOP|BREAK|COMMA|SEMICOLON|COLON|DASH|TIME|QUANTITY|RELATIVE|CLAUSE|PREPOSITION|LPAREN|RPAREN|OTHER"
    "|TOLL|ACT|AND_ALONE|LATIN|REPORT|ELSEWHERE|TO|SAYING>",
    "NP": '(?:<SOURCE>|{PART}){PART}{0,8}(?:"في"<PLACE|SITE><PLACE&NOPREP&NOWA>?)?',
}
# بحسب; وفق ما ذكره أمس; حسبما أفادت به; وفق ما علم لدى; في بلاغ (ل); لآخر تحديث صادر عن
_TOLD_BY = (
    '<ACCORDING>"إلى"?(?:"ما"<LEARNT><"لدى"|"من">|"ما"<REPORT|ELSEWHERE|REPORTED_IT&NOAL|WORD|NISBA>"به"?<TIME>{0,3}'
    '|(?!<SOURCE>)<REPORT|ELSEWHERE>"به"?<TIME>{0,3}|"عن")?'
)
_IN_WHAT = (
    '(?:"في"<STATEMENT>(?=<LI>)|<STATEMENT|TALLY><NEW|NISBA>{0,2}(?=<LI>)'
    "|<ANY_SOURCE|TALLY><DEF|DEF_NISBA|NISBA>{0,2}<RELATIVE>?<REPORTED_IT&NOAL>"
    '|"تعبير"|"قول"|"وصف"|"رأي"'
    '|<^STOP|BREAK|COMMA|PREPOSITION>{1,3}<ISSUED>"عن"|<STATEMENT&NOAL><NEW|NISBA>{0,2}"عن"(?=<SOURCE>))?'
)
# بحسب المرصد; وفق ما جاء في بلاغ للمديرية; حسبما قال ضابط; وفقا لآخر تحديث صادر عن اللجنة
ACCORDING_TO = (
    f'{_TOLD_BY}{_IN_WHAT}(?P<source>(?!<RELATIVE|PREPOSITION|TIME|QUANTITY|ACCORDING|NORM>|"ما"|"ذلك")'
    "{NP})(?<!<STOP>)"
    # في حصيلة أعلنتها الوزارة; في حصيلة للصليب الأحمر; ، يوضح المصدر ذاته،
    "|<TALLY|ANY_SOURCE><NEW|WORD|NISBA|DEF|DEF_NISBA>{0,2}<RELATIVE>?<REPORTED_IT&NOAL>(?P<source>{NP})"
    "|<TALLY&NOAL><NEW>?(?P<source>(?=<SOURCE&LI>){NP})"
    "|<COMMA><SAYS_SO>(?P<source>(?=<SOURCE>){NP})(?=<COMMA|STOP|BREAK>|$)"
    # كما أعلن السبت حاكم الولاية
    '|"كما"<REPORT|ELSEWHERE><TIME>{0,3}(?P<source>(?!<PREPOSITION|TIME|QUANTITY>|"أن"|"إن"|"عن"){NP})'
    "(?=<COMMA|STOP|BREAK|CLAUSE>|$)"
)
# وثقت الشبكة مقتل 5; الداخلية تعلن مقتل 5; أنباء عن مقتل
REPORTED_BY = (
    "<REPORT>(?P<source>(?=<SOURCE|TALLY>){NP})"
    "|<ACCUSE>(?P<source><AL|SOURCE|BODY|PERSON><DEF_NISBA|NAT&AL>{0,2})(?=<BODY|SOURCE|AL|WORD|PERSON>)"
    "|(?<!<PREPOSITION|REPORT|ACCORDING>)(?P<source>(?=<SOURCE>){NP})<REPORT>"
    '|(?P<source><HEARSAY>{NP}{0,1})(?:<REPORT>)?"عن"'
)
# What holds for all that follows in the sentence. المرصد: 5 قتلى; علم لدى السلطات أن
ANNOUNCED_BY = (
    "(?<!<PREPOSITION|REPORT|ACCORDING>)(?P<source>(?=<SOURCE>){NP})<COLON>"
    '|<LEARNT><"لدى"|"من">(?P<source>{NP})(?="أن"|"بأن")'
)
# Behind a noun that stands for a source: المعطيات التي وفرتها المديرية
FURNISHED = "<RELATIVE>?<REPORTED_IT&NOAL>(?P<source>{NP})"
# المصدر ذاته, which leads to the source before.
SAME_SOURCE = "<SOURCE&AL|STATEMENT&AL|WORD&AL><SAME_ONE>|<ANY_SOURCE&AL>$"
# Where somebody is, told behind who it is: وسائل إعلام رسمية | في كذا; مصدر محلي | من ريف كذا
PLACED = (
    '(?:(?:"في"|"من")(?=<PLACE|SITE>|"هذا"|"هذه"|"تلك"){PART}{1,4}?|<PLACE&BI|SITE&BI>{PART}{0,3}?)'
    '(?=<COMMA|COLON|TIME|LI|TALLY|TOLL|REGISTER|EVENT|ACT|QUANTITY|STOP|BREAK|QUOTE|OPEN>|"أن"|"إن"|"بأن"|"ل"|$)'
)
# Goes on with the name of a body: مديرية الصحة | بمدينة كذا.
AT_PLACE = "<PLACE&BI|SITE&BI>"
# Where the name of a source has ended, and what it tells begins: المرصد | مقتل 122 ألفا.
NAME_ENDS = "<EVENT|ACT|TOLL|TOTAL|QUANTITY|COLON|DONE>"
CLOSES = "<STOP|BREAK|COMMA>|$"  # behind the name of a source that ends its clause
# Behind these the writer goes on, unless it is with outcomes that he was told: ، وذلك في; ، فيما.
BESIDE = '<COMMA>?(?:"فيما"|"بينما"|"في"<"حين"|"وقت">|"من"?"دون""أن")'
THEREBY = '"وذلك"'
OUTCOME = "<EVENT|TOLL|ACT>"
# What went before is the writer's: ، وذلك بعد زلزال.
EARLIER = '"وذلك"<"بعد"|"عقب">'
# What somebody claims or asks for, not what he states: أعلن مسؤوليته عن هجوم, طالب بتحقيق في غارة.
CLAIM_OF = "<CLAIMED>"
# مصدر أمني مطلع; بلاغ للمديرية العامة, which leads to the body.
UNNAMED = (
    "<STATEMENT&NOAL>(?P<source><LI>{NP})"
    "|(?P<source>(?!<STATEMENT><LI>)<SOURCE><^STOP|BREAK|COMMA|COLON|DASH|PREPOSITION|TIME|CLAUSE|QUOTE|OPEN|LPAREN|LI|BI"
    '|QUANTITY|REPORT|ELSEWHERE|ACT|EVENT|RELATIVE|SAYING>{1,3})(?=<COMMA|QUOTE|OPEN|LPAREN|PREPOSITION|TIME|LI|BI>|"أن"|"إن")'
)
# Between a role and a name: الشيخ. What stands behind both, to what is said: البريطانية; من الشرطة; معاوية حسنين.
APART = "<TITLE&NOWA|QUOTE|OPEN>{0,2}"
MORE = (
    '(?!<LI>|"ومقره"|"ومقرها"|"مقره"|"مقرها")(?:<DEF_NISBA&NOWA|NAT&AL>{0,2}|(?:"من"(?=<PLACE|SITE|BODY>))?'
    "<WORD&NOWA|DEF&NOWA|DEF_NISBA&NOWA|NISBA|NAT&AL|GIVEN&NOWA|BIN&NOWA|FAMILY&NOWA|NAMEPART&NOWA|NAMETAIL&NOWA"
    '|TITLE&NOWA|PLACE&NOWA|SITE&NOWA|BODY&NOWA>{1,6}?)(?="أن"|"إن"|"بأن"|<COLON>|<EVENT>|<ACT>|<QUANTITY>|$)'
)
