"""What may stand between a cue of speech, its speaker and what is said, for the rules."""

from __future__ import annotations

from ..structure.lexicon import FRAGMENTS as NOUN_PHRASES

FRAGMENTS = {
    **NOUN_PHRASES,
    # Between a cue and what is said: the subject, when and where, a relative clause without a cue.
    "relative": "<RELATIVE><^STOP|BREAK|COMMA|COLON|SEMICOLON|OPEN|QUOTE|CLOSE|THAT>{1,16}+<COMMA>",
    # A verb after a preposition is a noun, as is أبرز; متحدثة in the middle of a clause is no participle of speech.
    # What was not done is not said: لم يكشف عن هويته; مسؤول تحدث لرويترز شريطة كذا tells only how he spoke.
    "plain": "<DECLINES><LACK><^COMMA|STOP|BREAK|THAT|COLON>{1,5}+"  # اشترط عدم الكشف عن اسمه
    "|(?<!<COMMA>)<SAYING_SO>|<AT&VERB>|(?<=<VERB>)<NOUNISH&NOAL>"
    "|(?<=<AT|TO|FROM|ABOUT|ON>)(?!<FINITE>)<VERB&NOAL>|(?<=<ONE_OF|FROM>)<COMPARES>|(?<!<COMMA>)<APART>"
    "|(?<=<NEGATION>)(?!<EXCLUDES>)<VERB&NOAL>|(?<!<COMMA|RELATIVE>)<SPOKE&NOWA>(?=<LI|LWORD|FOR|TO|TERMS>)"
    "|{relative}|(?!{relative})<RELATIVE>(?:<WAS>?<ALREADY>?<VERB>)?"
    "|<^STOP|BREAK|SEMICOLON|COLON|OPEN|QUOTE|CLOSE|NAME_OPEN|LPAREN|THAT|RELATIVE|SAYING|VERB&NOAL&NOPREP|PARTICIPLE&NOAL|MASDAR|OWNED"
    "|QUANTITY>",
    "noun": "(?!{object})<MASDAR|OWNED|QUANTITY>",
    "bracket": "{bracketed}|<DASH><^DASH|STOP|BREAK>{1,12}+<DASH>|(?!{bracketed})<LPAREN>",
    # في تصريح لصحيفة كذا نشر أمس
    "published": "<AT><REPORT|SPEECH><^STOP|BREAK|COMMA|COLON|THAT|RELATIVE|VERB&NOAL|OPEN|QUOTE>{0,7}+{quoted}?"
    "<^STOP|BREAK|COMMA|COLON|THAT|RELATIVE|VERB&NOAL|OPEN|QUOTE>{0,3}+<PUBLISHED>",
    "step": "{published}|{bracket}|{plain}|{quoted}|{noun}",
    "gap": "(?:{step}){0,30}?",
    "wide": "(?:{published}|{bracket}|{plain}|{quoted}|<MASDAR|OWNED|QUANTITY>){0,30}?",
    "that": "(?<!(?<!<FROM>)<AT>(?<!<VERB>)|<CONNECTS|ALREADY>)<THAT&NOPREP&NOWA|THAT&BI&NOWA>",
    # طالب "بكذا"; not يطالب بما يعرف "بكذا"
    "mark": "(?:(?<!<FINITE|VERB|SAID_IT>)<QUOTE|OPEN>)?",
    "opening": "<QUOTE|OPEN>|<LPAREN><LPAREN>",
    # A finite verb: after a preposition or with ال the same letters are a noun, after لم nothing was said; عبر is a
    # preposition too, رفض and طلب are nouns after أن or a verb, متهم is an adjective in the middle of a clause.
    "verb": "(?:(?<!<AT|TO|FROM|ABOUT|ON|NEGATION|THIS|WHAT>)|(?<=<TEMPORAL>|<AT|TO|FROM|ABOUT|ON><THIS>|<AT><WHAT>"
    "|<AT><WORD|BODY|MASDAR><THIS>)"
    "|(?<=<NEGATION>)(?=<EXCLUDES>)|(?<=<THIS>)(?=<VERB&WA>))"
    "(?!<AL|BI|KA>)"
    "(?:(?<!<^BREAK|STOP|COMMA|CONNECTS|AND|ALREADY|WAS>)|(?!<AT&VERB&NOWA>))"
    "(?:(?<!<^BREAK|STOP|COMMA|CONNECTS|CLOSE|QUOTE|RPAREN|THAT>)|(?!<NOUNISH&WA&MASDAR>))(?:(?<!<THAT|VERB>)|(?!<NOUNISH&NOAL>))"
    "(?:(?<!<^COMMA|STOP|BREAK|CLOSE|QUOTE|RPAREN|SEMICOLON|DASH>)|(?<=<AL>)(?=<APART_UNDEFINED>)|(?!<APART>(?!<THAT>)))",
    # What follows a verb of saying: its subject and adjuncts, then أن, a colon, a quotation. A short quotation in the
    # middle of a clause is a name, not what is said.
    "name_in_marks": "(?<=<BODY&NOAL|MEDIA|AGENCY|NEWS|AT|SOURCE>|<QUOTE|CLOSE><AND>){quoted}"
    "|<QUOTE|OPEN><^STOP|BREAK|QUOTE|CLOSE|OPEN|VERB&NOAL|FINITE&NOAL|QUANTITY>{1,3}+<QUOTE|CLOSE>"
    "(?=<^STOP|BREAK|COLON|QUOTE|OPEN|VERB&NOAL|FINITE|CONNECTS|PARTICIPLE|SO_THAT>{0,16}?(?:<THAT&NOWA>|<COLON><QUOTE|OPEN>))"
    "|{quoted}(?!<STOP|BREAK|COMMA|SEMICOLON|CONNECTS|PARTICIPLE|VERB|RPAREN|IN>|$)",
    # وقال المدير، وفق ما أوردت الوكالة، إن
    "relayed": "(?<=<COMMA>)(?:<ACCORDING><WHAT>|<ACCORDING_WHAT>)<SAID_IT>"
    "<^STOP|BREAK|COMMA|COLON|QUOTE|OPEN|THAT>{1,8}+(?=<COMMA><THAT>)",
    # وأكد الوزير، في تقرير عن مقتل فلان، أن
    "aside": "(?<=<COMMA>)<AT|BI|ON>"
    "<^STOP|BREAK|COMMA|COLON|SEMICOLON|OPEN|QUOTE|THAT|RELATIVE|VERB&NOAL|PARTICIPLE&NOAL>{1,16}+(?=<COMMA><THAT>)",
    "unsaid": "{relayed}|{aside}|{published}|{bracket}|(?!<STARTS>){plain}|{marked}|{name_in_marks}",
    "before_saying": "(?:{unsaid}|<MASDAR|OWNED|QUANTITY>|(?<=<AT|CONNECTS|ALREADY>)<THAT>|<THAT&LI>"
    "|<PARTICIPLE&CLOSE_CUE>(?!<THAT>)){0,30}+",
    "before_act": "(?:{unsaid}|{noun}|<PARTICIPLE&CLOSE_CUE>(?!<THAT>)){0,30}+",
    # What a ticker puts before a line: عاجل |
    "urgent": "(?:<OTHER|DASH|SLASH|CLOCK>|<URGENT><SLASH|DASH|COLON|STOP|OTHER>*+)*+",
    "before_colon": "(?:{plain}|{quoted}|<MASDAR>){1,9}+",
    "saying": "(?:{that}(?P<content><*>)"
    "|(?<!<PRONOUN&WA>)<COLON>(?!<SLASH>)<BREAK>?(?P<colon>(?P<content><^BREAK>))"
    "|(?P<opening>(?P<content>{opening}))|(?<!<VERB|PARTICIPLE>)(?P<bare>(?P<content><STARTS>)))",
    # The preposition of a verb, not of a title: المسؤول عن
    "own": "(?<!<OVER>)",
    "with": "<BMASDAR|BNOUN|BI&MASDAR>|(?!<PLACEHEAD|TIME|MANNER|REPORT|SAYING|ADDRESSEE|AT|ATTENDED>)<BI>",
    # بحسب; وفق ما أعلنته; حسبما أفادت به; على حد تعبير
    "said_it": "<SAID_IT><HIM>?(?:<IN>(?=<REPORT|SPEECH|VOICE|SOURCE>))?",
    "according": "<VIEW&BI&NOAL>|<IN><VIEW&NOAL>|<FROM><POINT><VIEW&NOAL>|<ACCORDING>(?:<WHAT>{said_it})?"
    "|<ACCORDING_WHAT>{said_it}|<ON>(?:<WHAT>{said_it}|<LIMIT>(?=<VOICE|SAYING>))",
    "voice": "(?:<VOICE>(?!<COMMA|STOP|BREAK|AT>))?",
    "whose": "(?:(?!<COMMA|CONNECTS|SO_THAT>)(?:{step})){0,30}+",
    "source": "(?:<RELATIVE>(?=<ISSUED|SAID_IT>(?!<OPEN|QUOTE|COLON|THAT>))"
    "|(?<=<WORD&NOAL|OFFICE&NOAL>)<MASDAR&NOAL&NOPREP>"  # قائد وحدة مكافحة الجريمة
    "|(?!<RELATIVE|COMMA|CONNECTS|SO_THAT>)(?:{step})){0,30}+",
    "ending": "(?=<STOP|BREAK|COMMA|SEMICOLON|CLOSE|CONNECTS|VERB&NOAL|FINITE&WA|RELATIVE>|$)",
}
