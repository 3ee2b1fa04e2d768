"""How Arabic news tells a count: rules over the classes of `outcomes.tsv`, `persons.tsv` and `words.tsv`.

A rule's groups: `head` holds the outcome, `number` the count, `who` the victims, `least` a modifier behind them;
`one` and `two` are victims whose noun alone is the count. Where rules overlap the earlier one has the count.
"""

from __future__ import annotations

from ..text.rules import Rule

FRAGMENTS: dict[str, str] = {
    # What may stand between an outcome and its count: no sentence end, no other outcome, no other count.
    "GAP": "<^STOP|BREAK|SEMICOLON|ACT|EVENT|TOLL|QUANTITY|CLAUSE|UNREAL|MEET|CLAIM|TOTAL>",
    "ADJECTIVE": "<NISBA|DEF_NISBA|PERSON&PL|PERSON&SG|OTHERS|STATE>",
    # After من: the group that the victims are of, to the next preposition, verb or sign.
    "GROUP": "<PERSON|OTHERS|STATE|WORD|NISBA|DEF|DEF_NISBA|FAMILY>{1}<NISBA|DEF_NISBA|DEF|PERSON|TITLE>{0,4}",
    "WHO": '(?:"من"(?:"بين")?)?<PERSON|OTHERS|STATE>{ADJECTIVE}{0,3}(?:"من"{GROUP})?|"من"{GROUP}|<AMONG>',
    # A noun that no lexicon knows counts as people only where an outcome governs it directly.
    "NOUN": "<WORD|NISBA|DEF|DEF_NISBA>{ADJECTIVE}{0,2}",
    "LEAST": '"على الأقل"|"على أقل تقدير"|"تقريبا"|"على الأكثر"',
    "NUMBER": "(?!<YEAR|FRACTION>)<QUANTITY&NOPREP>|<YEAR&NOPREP>(?=<PERSON|TOLL|STATE|OTHERS>)",
    "BARE": "(?=<STOP|BREAK|COMMA|SEMICOLON|PREPOSITION|TIME|ACT|EVENT|AMONG|RELATIVE|CLAUSE|CLOSE|QUOTE|RPAREN"
    '|QUANTITY|PLACING|"على"|WA>|$)',
    "COUNT": "(?P<number>{NUMBER})(?:(?P<who>{WHO})|(?P<who>(?!<THING>){NOUN})|{BARE})(?P<least>{LEAST})?",
    "PERSONS": "(?P<number>{NUMBER})(?:(?P<who>{WHO})(?P<least>{LEAST})?|(?P<least>{LEAST})?(?=<COMMA|STOP|BREAK>|$))",
    # One or two people told by the noun: شرطي, شخصين, أحد جنوده. A definite noun after it makes it a name or title.
    "SINGLE": '(?P<one>(?:<PERSON&SG&NOAL&NOPREP>|<OTHERS&SG&NOAL&NOPREP>){ADJECTIVE}{0,3}(?:"من"{GROUP})?)(?!<DEF|DEF_NISBA>)'
    '|(?P<two><PERSON&DU&NOPREP>{ADJECTIVE}{0,3}(?:"من"{GROUP})?)'
    "|(?P<one><ONE_OF&NOAL><PERSON|STATE|TOLL|WORD|DEF|NISBA|DEF_NISBA>{ADJECTIVE}{0,3})|(?P<one><ONE_OF_THEM>)",
    "PHRASE": '<SEIZE>"على"|<CLAIM>{GAP}{0,3}?<LIVES>|<REAP>{GAP}{0,4}?<LIVES>|<GO>{GAP}{0,4}?<PREY>'
    '|<MEET>(?:{GAP}{0,3}?<DEATH>|(?=<^STOP|BREAK>{0,20}<DEATH>))|<PART_WITH>"الحياة"',
    "STRONG_HEAD": "<ACT|EVENT>(?:<ACT&WA|EVENT&WA>)?|{PHRASE}",
    "INSIDE": '(?:"فيها"|"فيه"|"خلالها"|"خلاله"|"منهم"|"منها"|"أيضا"|"به"|"بها"|<CASE>|"ما"|"نحو"|"كل من")',
}

RULES: tuple[Rule, ...] = (
    # دون وقوع إصابات; لم يسقط قتلى; لا ضحايا; دون مقتل أي مدني
    Rule(
        "none",
        '(?P<head>(?:"دون"|"بدون"|"عدم")(?:"أي"|"أن"<OCCUR>)?<NO_OCCURRENCE>?(?:"أي"|"أية")?(?P<toll><TOLL&NOAL|EVENT&NOAL>)'
        '|<NEGATION><OCCUR>{GAP}{0,4}?(?P<toll><TOLL&NOAL>)|"لا"(?P<toll><TOLL&PL&NOAL>)'
        '|"لم"(?P<toll><ACT&PRESENT>)(?="أحد"))',
    ),
    # 20 بين قتيل وجريح; 11 قتيلا وجريحا; عشرات القتلى والجرحى
    Rule(
        "killed_and_injured",
        '(?P<number>{NUMBER})(?P<who>{WHO})??(?:"ما"?"بين"|"من")?(?P<head><TOLL>)(?P<pair><TOLL&WA>)(?:"من"(?P<who>{GROUP}))?',
    ),
    # 667 قتيلا; ثلاثة من الجرحى; 12 حالة وفاة; تسعة قتلى على الأقل
    Rule(
        "counted",
        '(?P<number>{NUMBER})<CASE>?(?:"من")?(?P<head><TOLL>)(?P<who>{ADJECTIVE}{1,3})?(?P<least>{LEAST})?'
        '(?:(?:"من"(?:"بين"|"صفوف")?|"بين"|"في صفوف"|"في أوساط")(?P<who>{GROUP}))?(?P<least>{LEAST})?',
    ),
    # لقي سبعة مصرعهم; ثلاثة أشخاص لقوا حتفهم; تعرض ثلاثة أشخاص لإصابات
    Rule("suffer", "(?P<head><SUFFER>){GAP}{0,2}?(?P<number>{NUMBER})(?P<who>{WHO})?{GAP}{0,3}?<HARM&LI>"),
    # قتل وأصيب 20; مقتل وإصابة عشرات الحوثيين; قتل 13 شخصا; أودى بحياة تسعة; القبض على 5
    Rule("head_count", "(?P<head>{STRONG_HEAD}){INSIDE}?{COUNT}"),
    # قتل في الهجوم الذي وقع أمس 13 شخصا
    Rule("head_far_count", "(?P<head>{STRONG_HEAD})(?!<PERSON&SG&NOAL>){GAP}{1,14}?{PERSONS}"),
    # فقد 12 شخصا; فقد ثلاثة حياتهم
    Rule(
        "lost",
        "(?P<head><LOSE>)(?P<number>{NUMBER})(?:(?P<who>{WHO})|(?=<THEIR_LIVES>))(?:{GAP}{0,2}?(?P<lives><THEIR_LIVES>))?",
    ),
    # 13 شخصا قتلوا; أكثر من مئة من عناصر الأمن قتلوا; 35 ألف أسرة نزحت; 12 شخصا ما زالوا مفقودين
    Rule(
        "count_head",
        "(?P<number>{NUMBER})(?:(?P<who>{WHO})|(?P<who>(?!<THING>){NOUN}))?(?P<least>{LEAST})?{GAP}{0,7}?"
        "(?P<head><ACT&PATIENT>|<MEET>|<PART_WITH>|<STATE&NOAL&PL>|<TOLL&NOAL&PL>"
        "|<ACT&PAST>(?=<STOP|BREAK|COMMA|PREPOSITION|TIME|CLOSE|QUOTE|RPAREN|WA|BI_WORD|RELATIVE>|$))",
    ),
    # ارتفاع عدد القتلى إلى 230; حصيلة ضحايا الزلزال بلغت 50; بلغ عدد المصابين 30
    Rule(
        "total",
        "<TOTAL>{GAP}{0,2}?(?P<head><TOLL|STATE>)<^STOP|BREAK|ACT|EVENT|TOLL|QUANTITY|UNREAL>{0,12}?"
        '(?:<REACH>(?:"إلى"|"نحو")?|"إلى"|<COLON>)(?P<number>{NUMBER})(?!<THING>)(?P<who>{WHO})?',
    ),
    Rule(
        "total",
        '<REACH><TOTAL>{GAP}{0,1}?(?P<head><TOLL|STATE>){GAP}{0,8}?"إلى"?(?P<number>{NUMBER})(?!<THING>)(?P<who>{WHO})?',
    ),
    # 4 مفقودين; ثلاث رهائن
    Rule("counted_state", '(?P<number>{NUMBER})(?:"من")?(?P<head><STATE>)(?P<who>{ADJECTIVE}{1,3})?'),
    # قتل شرطي; إصابة شخصين; مقتل أحد جنوده
    Rule("head_single", "(?P<head>{STRONG_HEAD}){INSIDE}?(?:{SINGLE})(?!<QUANTITY&NOAL>)"),
    # لقي شخص مصرعه; قتل في الهجوم شرطي
    Rule(
        "head_far_single",
        "(?P<head><ACT>|<MEET>)(?:<PLACING>{GAP}{1,4}?|<TIME>{1,3})(?:{SINGLE})(?=<STOP|BREAK|COMMA|PREPOSITION|WA>|$)",
    ),
    # قتيلان; سقوط قتيل
    Rule("toll_dual", "(?P<two>(?P<head><TOLL&DU&NOAL>){ADJECTIVE}{0,2})"),
    Rule(
        "toll_single",
        '(?:"سقوط"|"سقط"|"عن"|"إلى"|"وقوع"|"خلف"|"أوقع"|"يوقع"|"يخلف"|"وجود"|<TOLL>)(?P<one>(?P<head><TOLL&SG&PERSONAL&NOAL>){ADJECTIVE}{0,2})(?!<DEF|WORD>)',
    ),
)

# What may follow a count and shares its outcome: و5 مدنيين; بينهم 3 أطفال وامرأة; فضلا عن 4.
CHAIN = "<COMMA>?(?:(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&WA&NOPREP>)(?:(?P<who>{WHO})|(?P<who>(?!<THING>){NOUN})|{BARE})(?P<least>{LEAST})?|(?=<PERSON&WA|OTHERS&WA|ONE_OF&WA>){SINGLE})"
BREAKDOWN = '<^STOP|BREAK|SEMICOLON|ACT|EVENT|TOLL|QUANTITY|UNREAL>{0,14}?(?:"من")?<AMONG|NAMELY>(?:{COUNT}|{SINGLE})'

# The few words before a head that make it no fact, none of them the end of a sentence.
UNREAL_BEFORE = '(?:<UNREAL><^STOP|BREAK|COMMA|QUANTITY>{0,2}|<TO>(?=<PRESENT>)|"لم"|"لن"|"لا")(?=<*>$)'
