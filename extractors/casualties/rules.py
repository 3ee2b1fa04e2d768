"""How Arabic news tells a count: rules over the classes of `outcomes.tsv`, `persons.tsv` and `words.tsv`.

A rule's groups: `head` holds the outcome, `number` the count, `who` the victims, `least` a modifier behind them;
`one` and `two` are victims whose noun alone is the count. Where rules overlap the earlier one has the count.
"""

from __future__ import annotations

from ..grammar import Rule
from .lists import LIST_RULES

# Sub-patterns; each may use those before it.
FRAGMENTS: dict[str, str] = {
    # What may stand between an outcome and its count: no sentence end, no other outcome, no other count.
    "GAP": "(?!<GO&WA>)<^STOP|BREAK|SEMICOLON|ACT|EVENT|TOLL|QUANTITY|CLAUSE|UNREAL|MEET|CLAIM|TOTAL|AGENT>",
    # A date in the gap: في 13 يونيو, عام 2016
    "DATE": '"في"<QUANTITY&DAY>(?!<PERSON|TOLL|OTHERS>)|<TIME|"عام"|"سنة">?<YEAR>(?!<PERSON|TOLL|OTHERS>)',
    # As GAP, where a date or a place with a number may stand between.
    "REACHING": "<^STOP|BREAK|SEMICOLON|ACT|EVENT|TOLL|UNREAL|TOTAL>",
    # An adjective; the rest of مشتبه بهم.
    "ADJECTIVE": "<NISBA|DEF_NISBA|NAT&NOWA|NATIONAL&NOWA|QUALITY&NOWA|OTHERS&NOWA|STATE&NOWA|SUSPECT&NOWA>"
    '|(?<=<SUSPECT>)<"به"|"بهم"|"بهما"|"بها">',
    "PEOPLE_OF": "<NISBA|DEF_NISBA|NAT&NOWA|NATIONAL&NOWA>",
    # After من: the group that the victims are of, to the next preposition, verb or sign.
    "GROUP": "<PERSON|TOLL&AL|OTHERS|STATE|WORD|NISBA|DEF|DEF_NISBA|NAT>"
    "<NISBA|DEF_NISBA|DEF|NAT&NOWA|PLACE&NOPREP&NOWA|PERSON&NOWA|TITLE>{0,4}",
    "WHO": '"من"(?!"أصل")(?:"بين")?{GROUP}|<PERSON|OTHERS|STATE>{ADJECTIVE}{0,3}(?:"من"(?!"أصل"){GROUP})?|<OF_THEM>',
    # A noun that no lexicon knows counts as people only where an outcome governs it directly.
    "NOUN": "(?!<THING|MANNER>)<WORD|NISBA|DEF|DEF_NISBA|NAT>{ADJECTIVE}{0,2}",
    "LEAST": '"على الأقل"|"على أقل تقدير"|"تقريبا"|"على الأكثر"',
    # 10-15; 10 - 15
    "DASHED": "<JOINED>|<QUANTITY&EXACT&NOPREP><DASH><QUANTITY&EXACT&NOPREP>",
    # Before a noun that is counted itself a clitic may stand: بثلاثين قتيلا
    "TOLLED": "(?!<FRACTION>)<QUANTITY>|{DASHED}(?=<CASE|TOLL&NOAL>)",
    "PEOPLED": "(?=<PERSON&NOAL|TOLL&NOAL|STATE&NOAL|OTHERS&NOAL>)",
    "NUMBER": "{DASHED}{PEOPLED}|(?!<YEAR|FRACTION>)<QUANTITY&NOPREP>|<YEAR&NOPREP>{PEOPLED}",
    # A count without a noun ends where its clause goes on or ends.
    "BARE": "(?=<STOP|BREAK|COMMA|SEMICOLON|PREPOSITION|TIME|ACT|EVENT|HARM|AMONG|RELATIVE|CLAUSE|CLOSE|QUOTE|RPAREN"
    '|QUANTITY|PLACING|MANNER|WA|BI|LI|WA_WORD|BI_WORD>|"على"|$)',
    "COUNT": "(?P<number>{NUMBER})(?:<CASE>|(?P<who>{WHO})|(?P<who>{NOUN})|{BARE})(?P<least>{LEAST})?",
    "PEOPLE": "(?P<number>{NUMBER})"
    "(?:(?P<who>{WHO})(?P<least>{LEAST})?|(?P<least>{LEAST})?(?=<COMMA|STOP|BREAK|AMONG>|$))"
    "|(?P<number>(?=<VAGUE>){NUMBER}){BARE}",
    # One or two people told by the noun: شرطي, شخصين, أحد جنوده. A definite noun after it makes it a name or title.
    # The head of something is somebody known: زعيم التنظيم, رئيس مركز انتخابي
    "HOLDER": "<REL&NOAL>(?=<WORD|DEF|DEF_NISBA|PERSON&AL|NAT&AL|REL|PLACE|TITLE|THING|SITE|FAMILY>)"
    "<^STOP|BREAK|COMMA|PREPOSITION|TIME|QUANTITY|WA|WA_WORD|BI>{1,5}",
    "ONE": '(?!<PLACE>)(?!{HOLDER})(?!<SUSPECT><"بهم"|"بهما">)'
    "(?P<one><PERSON&SG&NOAL&NOPREP|OTHERS&SG&NOAL&NOPREP|STATE&SG&NOAL&NOPREP>{ADJECTIVE}{0,3}<ONE&NOWA>?"
    '(?:"من"{GROUP})?)'
    "(?!<DEF|DEF_NISBA>)(?P<least>{LEAST})?",
    "TWO": '(?P<two><PERSON&DU&NOPREP|OTHERS&DU&NOPREP>{ADJECTIVE}{0,3}(?:"من"{GROUP})?)(?P<least>{LEAST})?',
    "ONE_OF": "(?P<one><ONE_OF&NOAL><PERSON|STATE|TOLL|WORD|DEF|NISBA|DEF_NISBA>{ADJECTIVE}{0,3})"
    "|(?P<one><ONE_OF_THEM>)",
    "SINGLE": "{ONE}|{TWO}|{ONE_OF}",
    # A sentence to death (بالإعدام) is no death. Outcomes told by more than one word, all of them deaths but القبض على.
    "PHRASE": '<SEIZE>"على"|<CLAIM>{GAP}{0,3}?<LIVES>|<REAP>{GAP}{0,4}?<LIVES>|<GO>{GAP}{0,4}?<PREY>'
    '|<MEET>(?:{GAP}{0,3}?<DEATH>|(?=<^STOP|BREAK>{0,20}<DEATH>))|<PART_WITH>"الحياة"',
    "HEAD": "(?=<ACT|EVENT|SEIZE|CLAIM|REAP|GO|MEET|PART_WITH>)(?!<EVENT&BI&AL>)"
    "(?:<ACT><ACT&WA>?|<EVENT><EVENT&WA>?|{PHRASE})",
    "INSIDE": '"فيها"|"فيه"|"خلالها"|"خلاله"|"منهم"|"منها"|"أيضا"|"به"|"بها"|<CASE>|"كل من"',
    # A verb behind its subject, with no object of its own after it.
    "VERB_BEHIND": "(?<!<PREPOSITION>)(?:(?!<EVENT>)<ACT&PATIENT&NOWA&NOAL&NOPREP>(?!<ONE_OF_THEM>|<QUANTITY><OF_THEM>)"
    "|<MEET&NOWA>(?={GAP}{0,3}<DEATH>)"
    "|<PART_WITH&NOWA>|(?!<PATIENT>)<ACT&PAST&NOWA&NOAL&NOPREP>"
    "(?!<PERSON|DEF|DEF_NISBA|TITLE|QUANTITY|OTHERS|ONE_OF|STATE|NAT|KIN_OF>))",
    "STATE_BEHIND": '<STATE&NOAL&PL&NOWA&NOPREP>|<TOLL&NOAL&PL&NOWA&NOPREP>|"في عداد"<STATE|TOLL>',
    "NAME": "(?!<QUANTITY>)<WORD|NISBA|LATIN|NAME|PLACE&NOPREP&NOAL&NOWA>",
    # An age or a name in brackets behind a victim: فتى (16 عاما) ورضيع
    "ASIDE": "<LPAREN><^STOP|BREAK|LPAREN|RPAREN|PERSON|TOLL|ACT|EVENT>{1,5}<RPAREN>",
    "CLAUSE_END": "(?=<STOP|BREAK|COMMA|PREPOSITION|TIME|RPAREN>|$)",
    # Between a killer and whom he killed.
    "DEED": "<^STOP|BREAK|COMMA|ACT|EVENT|TOLL|AGENT|WA|QUANTITY>",
    # A count of people further on that the verb governs: what stands before it is the killer, «قتل مسلح … 32 شخصا»
    "OBJECT": "{DEED}{0,12}?<QUANTITY&NOWA&NOPREP><PERSON>",
    "KILLER": "<ATTACKER&NOAL>{ADJECTIVE}{0,2}<TIME|DEF|DEF_NISBA|PERSON|TITLE>",
    # After a single victim no other person but joined with و: «قتل قناص فتى» tells of the sniper what he did.
    "VICTIM_END": "(?!<QUANTITY&NOAL&NOWA>|<PERSON&NOAL&NOWA&NOPREP>)",
    "UNGOVERNED": "(?=<QUANTITY>)(?<!<ACT|EVENT|MEET|LOSE|PERISH|GO|PREY|LIVES|SUFFER>)(?<!<ACT|EVENT>{INSIDE})",
}

RULES: tuple[Rule, ...] = (
    # دون وقوع إصابات; لم يسقط قتلى; لا ضحايا; دون مقتل أي مدني; لم تحدث خسائر بشرية
    Rule(
        "none",
        '(?=<NEGATION|"دون"|"بدون"|"عدم">)(?P<head>(?<!<PREVENT>)(?:"دون"|"بدون"|"عدم")(?:"أي"|"أن"<OCCUR>)?'
        '<NO_OCCURRENCE>?(?:"أي"|"أية")?'
        '(?P<toll><TOLL&NOAL|EVENT&NOAL>|<LOSSES>"بشرية"|<LOSSES>"في الأرواح")'
        '|<NEGATION><OCCUR>{GAP}{0,5}?(?P<toll><TOLL&NOAL>|<CASE><EVENT&NOAL>|<LOSSES>"بشرية"|<LOSSES>"في الأرواح")'
        '|"لا"(?P<toll><TOLL&PL&NOAL>)|"لم"(?P<toll><ACT&PRESENT>)(?="أحد"))',
    ),
    # 20 بين قتيل وجريح; 11 قتيلا وجريحا; عشرات القتلى والجرحى
    Rule(
        "killed_and_injured",
        '(?P<number>{TOLLED})(?:(?P<who>{WHO})(?="ما"?"بين"))?(?:"ما"?"بين"|"من")?(?P<head><TOLL&NOWA|STATE&NOWA><TOLL&PERSONAL&WA|TOLL&PL&WA|STATE&WA>)'
        '(?:(?:"من"|{GAP}{0,3}?<"في"|"من"|"بين">"صفوف")(?P<who>{GROUP}))?',
    ),
    # وفاة جريحين; توفي جريح
    Rule(
        "died_of",
        "(?P<head><ACT&PATIENT&killed|EVENT&NAMED&killed>)"
        "(?:(?P<one><TOLL&injured&SG&PERSONAL&NOAL&NOWA>)|(?P<two><TOLL&injured&DU&NOAL&NOWA>)){ADJECTIVE}{0,2}",
    ),
    # توفي ثلاثة جرحى; وفاة أربعة معتقلين
    Rule(
        "died_of:counted",
        '(?P<head><ACT&PATIENT&killed|EVENT&NAMED&killed>|<PART_WITH>"الحياة")(?!<QUANTITY&WA>)(?P<number>{NUMBER})(?:"من")?'
        "(?P<who><TOLL&injured&NOWA|STATE&NOWA>{ADJECTIVE}{0,2})",
    ),
    *LIST_RULES,
    # 667 قتيلا; ثلاثة من الجرحى; 12 حالة وفاة; تسعة قتلى على الأقل
    Rule(
        "counted",
        '(?P<number>{TOLLED})<CASE>?(?:"من")?(?P<head><TOLL&NOWA>)<QUALITY&NOWA>{0,2}(?P<who>{PEOPLE_OF}{1,3})?(?P<least>{LEAST})?'
        '(?:(?:"من"(?:"بين")?|"بين"|"في أوساط"|{GAP}{0,3}?<"في"|"من"|"بين">"صفوف")(?P<who>{GROUP}))?'
        "(?P<least>{LEAST})?",
    ),
    # القتلى الـ12; المصابين الثلاثة; الضحايا الـ32 الذين قضوا
    Rule(
        "counted_definite",
        "(?=<TOLL&AL|STATE&AL>)(?P<head><*>)(?P<number><QUANTITY&DEFINITE>)(?:<RELATIVE>(?P<fate><ACT|MEET>))?",
    ),
    # أحد القتلى; إحدى السائحات المصابات
    Rule("one_of_counted", "(?P<one><ONE_OF&NOAL><PERSON>?(?P<head><TOLL&PL>))"),
    # 54 شخصا على الأقل، بينهم 28 مدنيا، قتلوا
    Rule(
        "count_among_head",
        "{UNGOVERNED}(?P<number>{NUMBER})(?P<who>{WHO})(?P<least>{LEAST})?<COMMA>?<AMONG>{NUMBER}{WHO}<COMMA>?{GAP}{0,4}?"
        "(?P<head>{VERB_BEHIND})",
    ),
    # 13 شخصا قتلوا; أكثر من مئة من عناصر الأمن قتلوا; 35 ألف أسرة نزحت; 12 شخصا ما زالوا مفقودين
    Rule(
        "count_head",
        "{UNGOVERNED}(?P<number>(?!<YEAR|FRACTION>)<QUANTITY>|<YEAR>{PEOPLED})(?!<THING|CASE>)"
        "(?:(?P<who>{WHO})(?P<least>{LEAST})?(?:{GAP}{0,7}?|{GAP}{8,14}?(?=<MANY>))(?P<head>{VERB_BEHIND})"
        "|(?P<who>{WHO})(?P<least>{LEAST})?{GAP}{0,3}?(?P<head>{STATE_BEHIND})|(?P<head>{STATE_BEHIND})"
        '|(?P<who>{WHO})(?P<least>{LEAST})?{GAP}{0,14}?(?P<head>"في عداد"<STATE|TOLL>)'
        "|(?P<least>{LEAST})?{GAP}{0,2}?(?P<head>{VERB_BEHIND})|(?P<who>{NOUN})(?P<least>{LEAST})?(?P<head>{VERB_BEHIND}))",
    ),
    # راح نحو 400 شخص ضحايا الفيضانات
    Rule(
        "fell_prey",
        "(?P<head><GO>){GAP}{0,3}?(?P<number>{NUMBER})(?P<who>{WHO})?{GAP}{0,4}?<PREY|TOLL&casualty>",
    ),
    # تعرض ثلاثة أشخاص لإصابات
    Rule(
        "suffer",
        "(?P<head><SUFFER>){GAP}{0,2}?(?P<number>{NUMBER})(?P<who>{WHO})?{GAP}{0,3}?<HARM&LI>",
    ),
    # أن جنديا في الحلف قتل; إن شخصين أصيبا
    Rule("single_head", '(?:"أن"|"إن")(?:{ONE}|{TWO})(?:(?!<RELATIVE>){GAP}){0,5}?(?P<head>(?!<WEAK>){VERB_BEHIND})'),
    # قتل وأصيب 20; مقتل وإصابة عشرات الحوثيين; قتل 13 شخصا; أودى بحياة تسعة; القبض على 5
    Rule("head_count", "(?P<head>{HEAD})(?:{INSIDE})?(?!<QUANTITY&WA>){COUNT}"),
    # إصابة مصريين اثنين; مقتل الجنود الثلاثة; قتل شخص واحد
    Rule(
        "head_noun_count",
        "(?P<head>{HEAD})(?:{INSIDE})?(?P<who><PERSON>{ADJECTIVE}{0,2})(?P<number><QUANTITY&DEFINITE|QUANTITY&DAY&NOWA|ONE&NOWA>)"
        "(?!<PERSON&NOWA|THING&NOWA|OTHERS&NOWA|TOLL&NOWA|FROM>)",
    ),
    # قتل في الهجوم الذي وقع أمس 13 شخصا
    Rule("head_far_count", "(?P<head>{HEAD})(?!<PERSON&SG&NOAL>)(?:{GAP}|{DATE}){1,14}?{PEOPLE}"),
    # فقد 12 شخصا; فقد ثلاثة حياتهم; فقد جراء الإعصار 17 شخصا
    Rule(
        "lost",
        "(?P<head><LOSE|PERISH>)(?:<PREPOSITION>{GAP}{1,5}?)?(?P<number>{NUMBER})"
        "(?:(?P<who>{WHO})|(?=<THEIR_LIVES>)|(?<!<VAGUE>)(?=<COMMA|STOP|EVENT&WA|ACT&WA>|$))"
        "(?:{GAP}{0,2}?(?P<lives><THEIR_LIVES>))?",
    ),
    # ارتفاع عدد القتلى إلى 230; حصيلة ضحايا الزلزال بلغت 50; بلغ عدد المصابين 30
    Rule(
        "total",
        '<TOTAL>{GAP}{0,2}?(?P<head><TOLL|STATE>){REACHING}{0,25}?(?:<REACH>(?:"إلى"|"نحو")?|"إلى"|<COLON>|(?=<VERBAL>))'
        "(?P<number>{NUMBER})(?:<CASE>|(?P<who>{WHO})|{BARE})",
    ),
    # يقدر عدد القتلى بنحو 50 شخصا
    Rule(
        "total:estimated",
        "<TOTAL>{GAP}{0,1}?(?P<head><TOLL|STATE>)(?:(?!<BI>){GAP}){0,4}?(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&BI>)(?:<CASE>|(?P<who>{WHO})|{BARE})",
    ),
    # ارتفع إلى 12 عدد القتلى
    Rule("total:number_first", '<REACH>"إلى"(?P<number>{NUMBER})(?P<who><PERSON>)?<TOTAL>(?P<head><TOLL|STATE>)'),
    Rule(
        "total:verb_first",
        '(?P<reached><REACH>)<TOTAL>{GAP}{0,1}?(?P<head><TOLL|STATE>){GAP}{0,8}?"إلى"?(?<!<FROM>)(?P<number>{NUMBER})'
        "(?:<TOLL&NOWA>|(?P<who>{WHO})|{BARE})",
    ),
    # عدد الوفيات 7
    Rule("total:bare", "<TOTAL>(?P<head><TOLL|STATE>)(?P<number>(?!<YEAR>){NUMBER}){BARE}"),
    # فرت مئات العائلات; 400 مدني فروا
    Rule(
        "fled",
        "(?P<head><FLEE>){GAP}{0,3}?(?P<number>{NUMBER})"
        '(?:(?P<who>(?:"من")?<CIVIL>{ADJECTIVE}{0,2})|(?P<who><OF_THEM>)?(?=<FROM><HOME|SITE|PLACE>|"إلى"<SITE|PLACE>|"داخل"|"خارج"))'
        '|(?P<number>{NUMBER})(?P<who>(?:"من")?<CIVIL>{ADJECTIVE}{0,2}){GAP}{0,4}?(?P<head><FLEE>)',
    ),
    # 4 مفقودين; ثلاث رهائن; 35 ألف أسرة نازحة
    Rule(
        "counted_state",
        '(?P<number>{NUMBER})(?:"من")?(?P<who><PERSON>)?(?P<head><STATE&NOWA>)(?P<who>{ADJECTIVE}{1,3})?(?P<least>{LEAST})?',
    ),
    # قتل قناص فتى; قتل انتحاري فجر نفسه 32 شخصا
    Rule(
        "killer",
        "(?P<head>(?!<PATIENT>)<ACT&PAST>)<ATTACKER&NOAL>{ADJECTIVE}{0,2}"
        "(?:{DEED}{0,12}?(?<!<PREPOSITION>)(?P<number>{NUMBER})(?P<who><PERSON>{ADJECTIVE}{0,2})|{SINGLE})",
    ),
    # قتل شرطي; إصابة شخصين; مقتل أحد جنوده
    Rule(
        "head_single",
        "(?P<head>(?!<ACT>){HEAD}|<ACT&PATIENT><ACT&WA>?)(?:{INSIDE})?(?:{SINGLE}){VICTIM_END}",
    ),
    Rule(
        "head_single:active",
        "(?P<head>(?!<PATIENT>)<ACT><ACT&WA>?)(?:{INSIDE})?(?!{KILLER})(?:{SINGLE}){VICTIM_END}(?!{OBJECT})",
    ),
    # لقي شخص مصرعه; قتل في الهجوم شرطي
    Rule(
        "head_far_single",
        "(?P<head><ACT>|<MEET>)(?:<PLACING>{GAP}{1,4}?|<TIME>{1,3})(?:{SINGLE})(?=<STOP|BREAK|COMMA|PREPOSITION|WA>|$)",
    ),
    # مقتل القائد فلان; اعتقال فلان; وفاة والده; اغتيل الصحفي فلان
    Rule(
        "implicit",
        "(?P<head><ACT&PATIENT&PAST|EVENT&NAMED>)(?P<implicit><TITLE><TITLE|DEF|DEF_NISBA|NAT&AL|PERSON&AL>{0,2}{NAME}{1,4}"
        "<DEF|DEF_NISBA|NAT&AL>{0,2}"
        "|<PERSON&SG&AL>(?:<DEF_NISBA|NAT&AL|PERSON&AL>{0,2}{NAME}{1,4}|<DEF_NISBA|NAT&AL>?{CLAUSE_END})"
        "|<KIN_OF>{NAME}{0,3}|{HOLDER})|(?P<head><EVENT&NAMED&killed>)(?P<implicit>{NAME}{1,4}){CLAUSE_END}",
    ),
    # حالة وفاة; حالتا إصابة
    Rule(
        "case",
        "(?=<CASE>)(?<!<QUANTITY>)(?:(?P<one><CASE&SG&NOAL>(?P<head><EVENT&NOAL>))|(?P<two><CASE&DU>(?P<head><EVENT&NOAL|TOLL&NOAL>)))",
    ),
    # والقتلى هم أربعة صحافيين وموظفة
    Rule("namely", "(?P<head><TOLL&PL&AL>)<NAMELY>(?:{COUNT}|{SINGLE})"),
    # قتيلان; سقوط قتيل
    Rule("toll_dual", "(?=<TOLL&DU>)(?<!<QUANTITY>)(?P<two>(?P<head><TOLL&DU&NOAL>){ADJECTIVE}{0,2})"),
    Rule(
        "toll_single",
        '(?:"سقوط"|"سقط"|"عن"|"إلى"|"وقوع"|"خلف"|"أوقع"|"يوقع"|"يخلف"|"وجود"|<TOLL>)'
        "(?P<one>(?P<head><TOLL&SG&PERSONAL&NOAL>){ADJECTIVE}{0,2})(?!<DEF|WORD>)",
    ),
)

# What may follow a count and shares its outcome: و5 مدنيين; بينهم 3 أطفال وامرأة.
CHAIN = (
    "{ASIDE}?(?:"
    + (
        '<COMMA>?<MEANWHILE>(?:"إلى"|"عن"|"على")(?:{COUNT}|{SINGLE})|'
        "<COMMA>(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&NOPREP>)(?P<who><OF_THEM>)|"
        "<COMMA>?(?:(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&WA&NOPREP>)(?:(?P<who>{WHO})|(?P<who>{NOUN})|{BARE})(?P<least>{LEAST})?"
        "|(?P<implicit><KIN_OF&WA>)|(?=<PERSON&WA|OTHERS&WA|ONE_OF&WA>)(?:{SINGLE}))"
        "|{GAP}{1,6}?(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&WA&NOPREP>)(?P<who>{WHO})(?P<least>{LEAST})?"
        # 62 حالة في إقليم كذا، وإقليم كذا تسع حالات
        "|{GAP}{0,4}?<COMMA>?<SITE&WA|PLACE&WA>{GAP}{0,4}?(?P<number>{NUMBER})<CASE>"
    )
    + ")"
)
BREAKDOWN = '(?:{REACHING}{0,25}?(?:"من")?<AMONG|NAMELY>|<LPAREN>(?={NUMBER}<PERSON>))(?:{COUNT}|{SINGLE})'
# Nobody counted, but a breakdown may follow: مصرع عدد من المسلحين، بينهم قيادي.
UNCOUNTED = '(?P<head>{HEAD})(?:"عدد"|"العديد"|"بعض"|<PERSON&PL>)'
# The few words before a head that make it no fact, none of them the end of a sentence.
UNREAL_BEFORE = (
    "(?:<RECOVER|RELEASE><^STOP|BREAK|COMMA>{0,3}"
    "|<LEAVE><^STOP|BREAK|COMMA>{0,2}(?=<TOLL&injured>$)"
    "|<COURT><^STOP|BREAK|COMMA>{0,5}(?=<EXECUTION&BI|EVENT&BI&detained>$)"
    "|<EXPECT><^STOP|BREAK|QUANTITY>{0,8}|<UNREAL><^STOP|BREAK|COMMA|QUANTITY>{0,3}"
    '|<TO>(?=<PRESENT>)|"لم"|"لن"|"لا")(?=<*>$)'
)
# Behind the head of an injury in its clause: an illness, or cases of one; in its sentence, what wounds.
ILLNESS = '<^STOP|BREAK|COMMA>{0,8}<DISEASE>|<QUANTITY&NOWA><CASE>|(?:"جديدة")?"مؤكدة"'
TRAUMA = "<TRAUMA>"
DISEASE = "<DISEASE>"
EPIDEMIC = "<EPIDEMIC>"

# What a count covers, told in its sentence: a period, several incidents, what is past.
PERIOD = '"منذ"(?:<BEGINNING>|<^STOP|BREAK|COMMA|QUANTITY>{0,2}<ERA>)|<DURING><ERA_LENGTH>'
SEVERAL = "<SEPARATE>"
PAST = '"كان"<"قد"><^STOP|BREAK>{0,3}<ACT>|"قبل"<ERA_LENGTH>'
NEW = "<NEW>"
