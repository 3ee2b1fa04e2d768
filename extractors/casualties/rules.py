"""How Arabic news tells a count: rules over the classes of `outcomes.tsv`, `persons.tsv` and `words.tsv`.

A rule's groups: `head` holds the outcome, `number` the count, `who` the victims, `least` a modifier behind them;
`one` and `two` are victims whose noun alone is the count. Where rules overlap the earlier one has the count.
"""

from __future__ import annotations

from ..grammar import Rule
from .arrests import ARRESTS
from .epidemic import CASES
from .frames import FRAMES
from .implicit import IMPLICIT
from .lists import LIST_RULES
from .none_rules import NONE_RULES
from .subject_first import SUBJECT_FIRST
from .total_rules import TOTAL_RULES

RULES: tuple[Rule, ...] = (
    *NONE_RULES,
    # 20 بين قتيل وجريح; 11 قتيلا وجريحا; عشرات القتلى والجرحى
    Rule(
        "killed_and_injured",
        '(?P<number>{TOLLED})(?:(?P<who>{WHO}){GAP}{0,8}?(?="ما"?"بين"))?(?:"ما"?"بين"|"من")?'
        "(?P<head>(?:(?!<PL>)<TOLL&NOWA|STATE&NOWA><TOLL&PERSONAL&WA>|<TOLL&NOWA|STATE&NOWA><TOLL&PL&WA|STATE&WA>))"
        '(?:(?:"من"|{GAP}{0,3}?<"في"|"من"|"بين">"صفوف")(?P<who>{GROUP}))?',
        "20 بين قتيل وجريح",
    ),
    # وفاة جريحين; توفي جريح
    Rule(
        "died_of",
        "(?P<head><ACT&PATIENT&killed|EVENT&NAMED&killed>)"
        "(?:(?P<one><TOLL&injured&SG&PERSONAL&NOAL&NOWA>)|(?P<two><TOLL&injured&DU&NOAL&NOWA>)){ADJECTIVE}{0,2}",
        "وفاة جريحين",
    ),
    # توفي ثلاثة جرحى; وفاة أربعة معتقلين
    Rule(
        "died_of:counted",
        '(?P<head><ACT&PATIENT&killed|EVENT&NAMED&killed|MEET>|<PART_WITH>"الحياة")(?!<QUANTITY&WA>)'
        '(?P<number>{NUMBER})(?:"من")?'
        "(?P<who><TOLL&injured&NOWA|TOLL&casualty&NOWA|STATE&NOWA>{ADJECTIVE}{0,2})",
        "توفي ثلاثة جرحى",
    ),
    *LIST_RULES,
    *FRAMES,
    *ARRESTS,
    # 667 قتيلا; ثلاثة من الجرحى; 12 حالة وفاة; تسعة قتلى على الأقل
    Rule(
        "counted",
        '(?!<ONE><TOLL&PL>)(?:<OPEN|QUOTE>(?=<QUANTITY><CLOSE|QUOTE>))?(?P<number>{TOLLED}){CLOSED}<CASE>?(?:"من")?<QUOTE|OPEN>?'
        "(?P<head><TOLL&NOWA&NOPREP>)<QUALITY&NOWA>{0,2}(?P<who>{PEOPLE_OF}{1,3})?(?P<least>{LEAST})?(?:(?<=<casualty&AL>)<RELATIVE>?(?P<fate>{VERB_BEHIND}))?"
        '(?:(?:"من"(?:"بين")?|"بين"|"في أوساط"|{GAP}{0,3}?<"في"|"من"|"بين">"صفوف")(?P<who>{GROUP}))?'
        "(?P<least>{LEAST})?",
        "667 قتيلا",
    ),
    # القتلى الـ12; المصابين الثلاثة; الضحايا الـ32 الذين قضوا
    Rule(
        "counted_definite",
        "(?=<TOLL&AL|STATE&AL>)(?P<head><*>)(?P<number><QUANTITY&DEFINITE>)(?:<RELATIVE>(?P<fate><ACT|MEET>))?",
        "القتلى الـ12",
    ),
    # أحد القتلى; إحدى السائحات المصابات
    Rule("one_of_counted", "(?P<one><ONE_OF&NOAL><PERSON>?(?P<head><TOLL&PL&killed|TOLL&PL&injured>))", "أحد القتلى"),
    *SUBJECT_FIRST,
    # قتل وأصيب 20; مقتل وإصابة عشرات الحوثيين; قتل 13 شخصا; أودى بحياة تسعة; القبض على 5; إصابة مصريين اثنين
    Rule(
        "head_count",
        "(?P<head>{HEAD})(?:{INSIDE})?(?P<least>{LEAST})?<QUOTE|OPEN>?(?!<QUANTITY&WA>){COUNT}",
        "قتل وأصيب 20",
    ),
    # أوقفت عناصر الشرطة القضائية بمدينة كذا، مساء الاثنين، ثلاثة أشخاص
    Rule(
        "agent_count:far",
        "(?P<head>(?!<PATIENT>)<ACT>)<BODY&NOPREP>(?:{GAP}|{DATE}){1,24}?(?<!<PREPOSITION|EACH_OF>)(?P<number>{NUMBER})"
        "(?P<who><PERSON>{ADJECTIVE}{0,3}(?:<FROM>{GROUP})?)",
        "أوقفت عناصر الشرطة القضائية بمدينة كذا، مساء الاثنين، ثلاثة أشخاص",
    ),
    # عقب توقيفها أربعة مهاجرين
    Rule(
        "agent_count:possessed",
        "(?P<head><HIS>)<TIME>{0,2}(?P<number>{NUMBER})(?P<who><PERSON&NOWA>{ADJECTIVE}{0,3}(?:<FROM>{GROUP})?)",
        "عقب توقيفها أربعة مهاجرين",
    ),
    # قتل في الهجوم الذي وقع أمس 13 شخصا
    Rule(
        "head_far_count",
        # The survivors of an event are not its victims: 64 نجوا من الغرق بينهم 12 طفلا
        "(?P<head>(?!<EVENT&BODY>|<EVENT&WEAK>{GAP}{6}){HEAD})(?!<PERSON&SG&NOAL>)"
        "(?:(?<!<EVENT&AL>)(?:{GAP}|{DATE}){1,14}?|(?<=<EVENT&AL>)(?:(?!<AMONG>){GAP}|{DATE}){1,14}?){PEOPLE}",
        "قتل في الهجوم الذي وقع أمس 13 شخصا",
    ),
    # ضبط مصالح الأمن ل 39 مواطنا
    Rule(
        "agent_count",
        "(?P<head><EVENT>)<BODY&NOPREP>{GAP}{0,10}?(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&LI>)"
        "(?P<who><PERSON>{ADJECTIVE}{0,2}(?:<FROM>{GROUP})?)"
        "|(?P<head>(?!<PATIENT|WEAK>)<ACT>)<BODY&NOPREP>{GAP}{0,3}?(?<!<PREPOSITION>)(?P<number>{NUMBER}){BARE}",
        "ضبط مصالح الأمن ل 39 مواطنا",
    ),
    # مقتل كل من كانوا على متنها وعددهم 157 شخصا
    Rule(
        "numbering",
        "(?:(?P<head>{HEAD})<^STOP|BREAK|QUANTITY|ACT|TOLL>{1,10}?|(?P<head><TOLL&PL&AL|STATE&PL&AL>){GAP}{0,4}?"
        "|(?P<head><TOLL&PL&NOAL>)<AL|DEF|DEF_NISBA>{1,3})<REACH>?"
        '<THEIR_NUMBER>"إلى"?(?P<number><QUANTITY>)(?P<who>{WHO})?',
        "مقتل كل من كانوا على متنها وعددهم 157 شخصا",
    ),
    # أودى الحريق بتسعة أشخاص; فتك الفيروس بخمس حالات
    Rule(
        "claimed",
        "(?P<head><CLAIM>){GAP}{0,4}?(?:(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&BI>)(?:<CASE>|(?P<who>{WHO})|{BARE})"
        "|(?P<one><CASE&SG&BI&NOAL>))|(?P<head>(?!<AL>)<CLAIM>){GAP}{0,4}?"
        "(?:(?P<two><PERSON&DU&BI>{ADJECTIVE}{0,2}<QUANTITY&DAY&NOWA>?)"
        '|(?P<one><PERSON&SG&BI&NOAL>{ADJECTIVE}{0,2})(?!<AL&NOPREP>|<DEF|DEF_NISBA>|"إلى"))',
        "أودى الحريق بتسعة أشخاص",
    ),
    # فقد 12 شخصا; فقد ثلاثة حياتهم; فقد جراء الإعصار 17 شخصا
    Rule(
        "lost",
        "(?P<head><LOSE|PERISH>)(?:<PREPOSITION>{GAP}{1,5}?|<OF_THEM>)?(?P<number>{NUMBER})"
        "(?:(?P<who>{WHO})(?!<THEIRS_LOST>)|(?=<THEIR_LIVES>)|(?<!<VAGUE>)(?=<COMMA|STOP|EVENT&WA|ACT&WA>|$))"
        "(?:{GAP}{0,2}?(?P<lives><THEIR_LIVES>))?",
        "فقد 12 شخصا",
    ),
    *TOTAL_RULES,
    # فرت مئات العائلات; 400 مدني فروا
    Rule(
        "fled",
        "(?P<head><FLEE>)(?!{GAP}{0,3}?<QUANTITY>{GAP}{1,4}?<WARD>){GAP}{0,3}?(?P<number>{NUMBER})"
        '(?:(?P<who>(?:"من")?<CIVIL>{ADJECTIVE}{0,2})|(?P<who><OF_THEM>)?(?=<FROM><HOME|SITE|PLACE>'
        '|"إلى"<SITE|PLACE>|"داخل"|"خارج"))'
        '|(?P<number>{NUMBER})(?P<who>(?:"من")?<CIVIL>{ADJECTIVE}{0,2}){GAP}{0,4}?(?P<head><FLEE>)',
        "فرت مئات العائلات",
    ),
    # 4 مفقودين; ثلاث رهائن; 35 ألف أسرة نازحة
    Rule(
        "counted_state:behind",
        "(?P<head><STATE&PL&NOAL>)(?P<number><QUANTITY&DAY&NOWA&NOPREP>)(?!<PERSON|THING|TOLL|OTHERS|CASE>)",
        "تبحث الفرق عن مفقودين اثنين.",
    ),
    Rule(
        "counted_state",
        '(?P<number>{NUMBER})(?:"من")?(?P<who><PERSON>{QUALIFIED}{0,2})?(?P<head><STATE&NOWA>)(?P<who>{ADJECTIVE}'
        "{1,3})?(?P<least>{LEAST})?",
        "4 مفقودين",
    ),
    # قتل قناص فتى; قتل انتحاري فجر نفسه 32 شخصا
    Rule(
        "killer",
        "(?P<head>(?!<PATIENT>)<ACT&PAST>)(?:<ATTACKER&NOAL>{ADJECTIVE}{0,2}|<OTHERS&SG>(?=<PERSON|QUANTITY>))"
        "(?:(?:<COMMA>{DEED}{1,9}<COMMA>)?{DEED}{0,12}?(?<!<PREPOSITION>)(?P<number>{NUMBER})"
        "(?P<who><PERSON>{ADJECTIVE}{0,2})|{COUNT_BEHIND}|{SINGLE})",
        "قتل قناص فتى",
    ),
    # قتل شرطي; إصابة شخصين; مقتل أحد جنوده
    Rule(
        "head_single",
        "(?P<head>(?!<ACT>){HEAD}|<ACT&PATIENT><ACT&WA>?)(?:{INSIDE})?(?:{SINGLE}){VICTIM_END}",
        "إصابة شخصين",
    ),
    Rule(
        "head_single:active",
        "(?P<head>(?!<PATIENT>)<ACT><ACT&WA>?)(?:{INSIDE})?(?!{KILLER})(?:{SINGLE}){VICTIM_END}(?!{OBJECT})",
        "قتل شرطيان وجرح ثالث.",
    ),
    # أوقفت عناصر الشرطة القضائية بمدينة كذا شخصا; توقيف مصالح الأمن لشخصين
    Rule(
        "agent_single",
        "(?P<head>(?!<PATIENT>)<ACT>)<BODY&NOPREP>(?:{GAP}|{DATE})"
        "{0,14}?(?<!<PREPOSITION|EACH_OF>)(?:{SINGLE}){VICTIM_END}"
        "|(?P<head><EVENT>)<BODY&NOPREP>{GAP}{0,10}?(?:(?P<one><PERSON&SG&LI&NOAL>)|"
        "(?P<two><PERSON&DU&LI>)){ADJECTIVE}{0,2}",
        "أوقفت عناصر الشرطة القضائية بمدينة كذا شخصا",
    ),
    # لقي شخص مصرعه; قتل في الهجوم شرطي
    Rule(
        "head_far_single",
        "(?P<head><ACT>|<MEET>)(?:<PLACING>(?:{GAP}{1,4}?|(?:{GAP}|{DATE}){3,14}?<COMMA>)|<TIME>{1,3}|{INSET})"
        "(?!(?<!<AL>)<OTHERS>)(?:{SINGLE})"
        "(?:(?=<STOP|BREAK|COMMA|PREPOSITION|WA|BI|MANNER>|$)|(?<=<OTHERS>))",
        "قتل في الهجوم شرطي",
    ),
    # زعيم التنظيم; مقتل خاشقجي
    Rule(
        "implicit",
        '(?P<head><ACT&PATIENT&PAST|EVENT&NAMED>|<SEIZE>"على")<DURING_IT>?(?P<implicit>{HOLDER})'
        "|(?<!<THIS_IS>)(?P<head>{INTENT}<EVENT&NAMED&killed&NOAL>)(?P<implicit>{NAME}{1,4}){PHRASE_END}"
        "|(?P<head><EVENT&NAMED&killed&NOAL>)(?P<implicit>{NAME}{2,4})(?=<REL&NOAL&NOPREP&NOWA>)",
        "مقتل خاشقجي",
    ),
    *IMPLICIT,
    *CASES,
    # شابين مصابين; صحفي أمريكي مفقود; 782 جنديا قتيلا
    Rule(
        "single_state",
        "(?P<one><PERSON&SG&NOAL>{QUALIFIED}{0,2})"
        "(?P<head><STATE&SG&NOAL&NOWA&NOPREP|TOLL&SG&PERSONAL&NOAL&NOWA&NOPREP>)"
        "(?!<DEF|DEF_NISBA|PERSON|TITLE>)"
        "|(?P<two><PERSON&DU>{QUALIFIED}{0,2})"
        "(?P<head><STATE&DU&NOWA&NOPREP|STATE&PL&NOWA&NOPREP|TOLL&DU&NOWA&NOPREP|TOLL&PL&NOWA&NOPREP>)",
        "شابين مصابين",
    ),
    # مدنيين قتلا; الطفلان قضيا نحبهما
    Rule(
        "pair_head",
        "(?P<two><PERSON&DU|PERSON&PL|TOLL&DU&AL>{ADJECTIVE}{0,2})(?:{GAP}{0,3}?|(?<=<DU>){GAP}{4,14}?|{INSET})(?P<head><BOTH&ACT>)",
        "مدنيين قتلا",
    ),
    # حالة وفاة; حالتا إصابة
    Rule(
        "case",
        "(?=<CASE>)(?<!<QUANTITY|RPAREN|NTH|ORDINAL|EACH_OF|ANY|TIME|TOTAL>)(?<!<ZERO>)(?:"
        "(?P<one><CASE&SG&NOAL>(?P<head><EVENT&NOAL>)(?:<QUANTITY&DAY&NOWA&NOPREP>|(?<!<detained>)))|"
        "(?P<two><CASE&DU>(?P<head><EVENT&NOAL|TOLL&NOAL>)))",
        "حالة وفاة",
    ),
    # والقتلى هم أربعة صحافيين وموظفة
    Rule(
        "namely",
        "(?P<head><TOLL&PL&AL|STATE&PL&AL>){GAP}{0,5}?<NAMELY><QUOTE|OPEN>?(?:{COUNT}|{SINGLE})",
        "والقتلى هم أربعة صحافيين وموظفة",
    ),
    # قتيلان; سقوط قتيل
    Rule(
        "toll_dual",
        "(?=<TOLL&DU>)(?<!<QUANTITY>)(?P<two>(?P<head><TOLL&DU&NOAL>){ADJECTIVE}{0,2})",
        "قتيلان",
    ),
    Rule(
        "toll_single",
        '(?:"سقوط"|<"سقط"|"وقع">(?!<PREDICATE>)|"عن"|"إلى"|"وقوع"|<CAUSE>{GAP}{0,4}?|"وجود"|(?<=<TOLL>))'
        '(?P<one>(?P<head><TOLL&SG&PERSONAL&NOAL>)"واحدا"?{ADJECTIVE}{0,2})(?!(?!<NAME_END>)<DEF|WORD>)'
        # قتيل وجريح في انفجار
        "|(?:<BREAK|COLON>|^)(?P<one>(?P<head><TOLL&SG&PERSONAL&NOAL&NOWA&NOPREP>){ADJECTIVE}{0,2})"
        "(?=<TOLL&WA|TOTAL&WA|QUANTITY&WA|BI|BI_WORD|PREPOSITION>)"
        "|(?<=<STOP>)(?P<one>(?P<head><TOLL&SG&PERSONAL&NOAL&NOWA&NOPREP>))(?=<TOLL&WA|TOTAL&WA|QUANTITY&WA>)"
        # وفاة وإصابتان; وفاة و3 إصابات
        "|(?:<BREAK|COLON>|^|(?<=<STOP>))(?P<one>(?P<head><TOLL&SG&NOAL&NOWA&NOPREP>))"
        "(?=<TOLL&DU&WA|TOLL&PL&NOAL&WA>|<QUANTITY&WA><TOLL>)",
        "سقط 20 بين قتيل وجريح.",
    ),
)
