"""How a place is named beside a count: في مدينة حلب, قرب الحدود, بمحافظة تعز, شرقي باكستان, استهدف حي الزهراء."""

from __future__ import annotations

from ..text.folding import fold

# Sub-patterns; each may use those before it.
PLACE_FRAGMENTS: dict[str, str] = {
    "NAMES": "<PLACE>(?:<PLACE&NOPREP&NOWA>|<DEF_NISBA|NAT&AL>)*",
    # A site and its name: the words after it to the next preposition, verb or sign, in quotation marks or not.
    "OF_SITE": "(?!<NAME_END>)<QUOTE|OPEN>?<WORD|GIVEN|BODY&NOPREP&NOWA|NAMEPART|NAMETAIL|DEF|DEF_NISBA|NISBA"
    "|PLACE&NOPREP&NOWA|SITE&NOPREP&NOWA|DIRECTION&AL&NOWA|TITLE|PERSON&AL|NAT|TOLL&AL|HOUSEHOLD|DIGITS|LATIN|LINKING>"
    "<QUOTE|CLOSE>?",
    # Behind a definite one only what agrees with it: المدينة القديمة | تمكنت
    "OF_THE_SITE": "(?!<NAME_END>)"
    "<DEF|DEF_NISBA|NAT&AL|SITE&AL&NOPREP&NOWA|DIRECTION&AL&NOWA|PLACE&NOPREP&NOWA|WORD&AL|LINKING&AL|NEW&AL>",
    "SITE": "(?:(?:<SITE&NOAL><WA_WORD>|<SITE&NOAL>)(?:{OF_SITE}){0,5}|<SITE&AL>(?:{OF_THE_SITE}){0,4})"
    "(?:<FROM><PLACE>|<NUMBERED><QUANTITY>)?",
    "DIRECTED": '<DIRECTION&NOPREP>(?:<DIRECTION&NOPREP>|"من")*(?:{SITE}|{NAMES}|(?<!"وسط")<DEF>)',
    "NP": "<OTHER>?(?:<SUCH&NOPREP|QUANTITY&NOPREP&NOWA>?{SITE}|{NAMES})",
    "AT": "(?=<SITE&BI|PLACE&BI>){NP}|<SUCH&BI>{SITE}|<DIRECTION&BI>(?:{DIRECTED}|{SITE}|{NAMES})",
    # What a road joins: الطريق الرابطة | بين بوجدور والداخلة
    "BETWEEN": '(?<=<LINKING>)(?:"بين"|"إلى")(?:{NP}|<WORD|GIVEN|NISBA|NAMEPART>{1,2})'
    "(?:<PLACE&WA|SITE&WA|WA_WORD|WORD>)?",
    # The larger places that one lies in: في دائرة ماسينا, بمحافظة تعز, (جنوب تركيا)
    "WIDER": '<LPAREN|COMMA>?(?:{DIRECTED}|(?!<WA>)"في"(?:{DIRECTED}|{NP})|{AT})<RPAREN>?|"على مستوى"{NP}|{BETWEEN}'
    '|<"قريبة"|"قريب"|"القريبة"|"القريب">"من"{NP}',
}

PLACE = (
    '(?:(?:"في"(?:<SOME>"من"|<EACH_OF>"من"|"هذا"|"هذه")?|<EACH_OF&BI>"من"|'
    '"داخل"|"ضمن"|"أمام"|"على مستوى"|"على صعيد"|"على أطراف"|"على"(?=<SITE|PLACE>)'
    '|"قبالة"|"عند"|<NEAR><FROM>'
    "|(?<=<displaced>)<FROM>|<STRIKE>(?!<OFFICE>))"
    "(?P<place>(?:{DIRECTED}|{NP}){WIDER}{0,2})"
    "|<NEAR><FROM>(?P<place><WORD|GIVEN>{1,2}{WIDER}{1,2})"
    '|"في"(?P<place>"العالم"|<WORD|GIVEN|NISBA>(?:{WIDER}{1,2}|(?=<LPAREN><DIRECTION>)))'
    "|(?P<place>{NAMES}|<SITE&NOPREP&NOAL>{OF_SITE})<RECORDS&NOWA>"
    "|(?P<place>{DIRECTED}{WIDER}{0,2})|(?P<place>{AT}{WIDER}{0,2}))"
)
# A place that nobody knows: غارة إسرائيلية على زوطر الشرقية; 3 قتلى في البارة، و5 في كنصفرة
STRANGE = (
    '(?:"في"|"على")(?P<place><WORD><SIDE>)'
    '|(?:(?<=<QUANTITY>"في")(?P<place><WORD|DEF|NISBA>)|(?<=<QUANTITY><*>"في")(?P<place><WORD|NISBA>))'
    "(?=$|<COMMA|SEMICOLON|STOP|BREAK|LPAREN|RPAREN|CLOSE|QUOTE|WA|BI|LI|PREPOSITION|RELATIVE>)"
)
# At the head of a headline: اليمن.. مقتل; مالي: مقتل
HEADING = "(?:^|<BREAK>)<OTHER|LATIN>{0,4}(?P<place>{NAMES})<COLON|STOP>"
# A place at the head of its line, where a report is from or what a headline is about: حلب - مراسلنا; لبنان: مقتل
LINE_HEAD = "(?:^|<BREAK>)<OTHER|LATIN>{0,4}$"
BEHIND_LINE_HEAD = "<DASH|COLON|STOP|LPAREN|SLASH>"
# Another place is spoken of: that of a source, or of what goes on besides: ، مع استمرار القصف على; ، إضافة إلى قطع كذا.
# But not of a bus: حافلة نقل; and who most were stands within what befell all: معظمهم من السياح في هجوم على كذا.
ELSEWHERE = (
    "(?<!<CARRIER>)(?!<ENTIRELY>)"
    '(?!<MOSTLY>"من"?<^STOP|BREAK|COMMA|PREPOSITION|ACT|EVENT>{1,6}<PREPOSITION>?<HAPPEN>)'
    '<ELSEWHERE|MOSTLY>|<COMMA>(?:"مع"|"وسط"|"في ظل")<GOING_ON>|<CONCURRENT>'
    '|<MEANWHILE><"إلى"|"عن"|"على">?(?!<QUANTITY|TOLL|EVENT|STATE|SUCH>)'
)
# Before the place on a road that is meant.
LEVEL = '"على مستوى"'
# Before a place that a verb has for its object: ضرب زلزالان | نيبال
STRUCK = '<SHAKE><^STOP|BREAK|COMMA|QUANTITY|PREPOSITION>{0,3}(?:"بقوة"<^STOP|BREAK|COMMA>{1,4})?$'
# Before a place, in its clause: what happens there.
HAPPENING = "<HAPPEN|STRIKE>"
# Up to a place: the sentence goes on from an aside.
AFTER_ASIDE = "<COMMA><SAYS_SO><^STOP|BREAK|COMMA>{1,4}<COMMA><PLACING>$"
# Before a place: who is from it; where the wounded, or the arrested, are brought.
ORIGIN = (
    '<THIS_IS>$|"عن"<SITE>?$|<FROM><"دول"|"بلدان"|"جنسيات">"في"?$|'
    "<STARTING><FROM><^STOP|BREAK|COMMA>{0,2}$|<SPREAD><^STOP|BREAK|COMMA>{0,4}$"
    "|<BODY><QUOTE|CLOSE>?<DASH>$|<WORKS><^STOP|BREAK|COMMA|HAPPEN|EVENT|ACT>{0,5}$"
    '|<FROM><STUDENTS><^STOP|BREAK|COMMA>{0,5}$|<HEADED>"إلى"<^STOP|BREAK|COMMA>{0,3}$'
    "|<SITE><CIRCUIT>$"
    '|(?<!<RELATIVE>)<TIES>"بين"<SITE>?$'
    '|(?<!"في")<ORIGIN>(?:<^STOP|BREAK|COMMA>{0,2}$|<FROM><^STOP|BREAK|COMMA>{0,3}$)'
)
# Where people have fled from, known as a place or not: نزح 145 شخصا من | الضعين
FLED_FROM = (
    "<FROM><WORD|DEF|NISBA><WORD|DEF>?"
    "(?=$|<COMMA|SEMICOLON|STOP|BREAK|LPAREN|CLOSE|QUOTE|WA|BI|LI|PREPOSITION|RELATIVE|DURING>)"
)
# But where it happened behind بالقرب, 30 كلم, المناطق الشمالية.
OUT_OF = "(?<!<NEAR|THING|DIRECTION|DEF_NISBA|ALL_OVER|EACH_OF|SOME>)<FROM>$"
TOWARDS = '"إلى"<SITE|WORD>?$|"نحو"<SITE|WORD>?$'
TAKEN = (
    '"إلى"<WARD><DEF_NISBA|NISBA|DEF|WORD|NAT|TITLE|GIVEN>{0,3}$|<RECEIVE>$'
    '|<TAKE><^STOP|BREAK>{0,5}"إلى"<^STOP|BREAK|COMMA>{0,5}$'
)
# Sites without a name, before one that has it, or alone.
GENERIC = (
    '<SITE>"أمن"(?=<*>)|<"منطقة"|"بمنطقة">"في"(?=<DIRECTION>)'
    '|"مدخل"(?=<SITE>)|"الجوار"(?=<*>)|'
    '<GENERIC|OFFICE&AL>(?:<^STOP|BREAK|COMMA|QUANTITY>{0,3}?(?:"في"|(?=<PLACE&BI|SITE&BI|DIRECTION>))|<^STOP|BREAK|COMMA>{0,5}$)'
)
# Between two phrases, with the first token of the second: it says more of the same place, or names a second one.
JOINT = (
    '(?:<COMMA|LPAREN>?(?:<DIRECTION>|"من"|"في"|"بالقرب"|<OTHER|QUOTE|CLOSE|OPEN|RPAREN>){0,4}(?<!<COMMA>)<*>'
    "|<COMMA|LPAREN>?<SITE&BI|PLACE&BI|DIRECTION|DIRECTION&BI>|<DEF_NISBA|NAT&AL|DEF&NOWA|QUOTE|CLOSE>{0,2}<DIRECTION>|<DEF_NISBA|NAT&AL|QUOTE|CLOSE>{0,2}<*>|<DASH><*>|<WA>"
    '|<COMMA>?<LYING>(?:<DIRECTION|DEF|DEF_NISBA|NISBA>|"في"|"من"|"إلى"){0,4}<*>)'
)
# Between a place that is no scene and the first token of another, where that only says in what it lies, or is the next.
LIES_IN = "<DEF_NISBA|NAT&AL|DEF&NOWA|QUOTE|CLOSE>{0,3}(?:<FROM>?<*>|<WA>|<BI>)"
# The head of a phrase: to what says where it lies.
HEAD_OF_PLACE = "<*><^STOP|BREAK|COMMA|LPAREN|DIRECTION|FROM|SITE&BI|PLACE&BI|PREPOSITION|LYING>*"
# The name of a place behind a number of a list, which need not be known.
LISTED_PLACE = (
    '(?:"في"(?:<EACH_OF>"من")?)?(?P<place><WORD|BI_WORD|NISBA|PLACE|SITE>'
    "(?:<WORD|DEF|DEF_NISBA|NISBA|GIVEN&NOWA|TITLE&NOWA|DASH>"
    "|<PLACE&NOWA&NOPREP>){0,3})"
)
# Between the numbers of a list the next name: ، وبولمان بـ16 حالة; ، وبولمان 16 حالة; ، وبولمان بحالة واحدة
NEXT_LISTED = (
    "<COMMA|SEMICOLON>(?P<place><PLACE|SITE|WORD|WA_WORD|NISBA|GIVEN|DEF>{1,4})(?=<QUANTITY>|<CASE&SG&BI&NOAL>)"
)
# From the end of a known name to the number of it: وجدة- أنجاد بـ10; إقليم الحوز (1293 وفاة); دوما: 3 قتلى;
# تازة بحالة واحدة
NAME_BEFORE = (
    "<DASH|WORD|DEF|NISBA|GIVEN>{0,3}(?:<QUANTITY&BI>|<CASE&SG&BI&NOAL><QUANTITY&DAY&NOWA>?)"
    "|<LPAREN|COLON|DASH><QUANTITY>"
)
# Before a place whose number follows it at once: وسجل | إقليم كذا 76; ، | وإقليم كذا 48; ، وفي | كذا 8
LISTS = '<RECORDS>$|(?:^|<COMMA|SEMICOLON|STOP|BREAK>)(?:"في")?$'
# What stands where a place might and is none.
NOWHERE = (
    '<DIRECTION>?"المجتمع"|"بالقضاء"|"منطقة"|"مناطق"|<"الشارع"|"بالشارع"><DEF>?|"الشوارع"<DEF>?|"المستشفى"|"المشفى"|"المستشفيات"|"حدود"(?:<TIME|WORD|DEF><*>*)?'
    "|<OFFICE><DEPARTMENT><*>*|<SITE><CIRCUIT><*>*"
    '|<"المنطقة"|"بالمنطقة"><DEF_NISBA>+|<"جماعة"|"بجماعة"><NISBA>'
    '|"الصعيد"<*>*|<SITE>"الساعة"<*>*|<*>*?<FLESH>'
)
# Behind the place at which a report was written, دبي، الإمارات (CNN); behind what is a part of somebody's body, or is
# a pretext: بحجة أنهم.
NO_SCENE = (
    "<COMMA>?<^STOP|BREAK|COMMA>{0,3}<LPAREN><LATIN><RPAREN>|(?:<SEPARATE>?<FROM>)?<FLESH>"
    '|(?<=<PLACE&BI>)<"أن"|"أنه"|"أنها"|"أنهم"|"أنهن">'
)
# Behind a site these tell of what kind or whose it is, and begin no name: نقطة تفتيش عسكرية, مدرسة تابعة للأونروا.
# No classes of the lexicon, as they stay adjectives and nouns to all other rules.
UNNAMED_SITE = frozenset(
    fold(word)
    for word in (
        "تفتيش مراقبة شعبي شعبية عسكري عسكرية مدني مدنية أمني أمنية سكني سكنية تجاري تجارية صناعي صناعية "
        "زراعي زراعية حكومي حكومية رسمي رسمية محلي محلية خاص خاصة عام عامة ميداني ميدانية سياحي سياحية ديني "
        "دينية طبي طبية جوي جوية بحري بحرية بري برية جبلي جبلية حدودي حدودية صحراوي ساحلي ساحلية حرجية ريفي "
        "جليدي صفيحي إقليمي إقليمية أولى ثانية ثالثة رابعة خامسة سادسة سابعة ثامنة تاسعة عاشرة "
        "ريفية نائي نائية أثري أثرية مجاور مجاورة قريب قريبة مكتظ مكتظة مزدحم مزدحمة تابع تابعة خاضع خاضعة "
        "واقع واقعة مأهول مأهولة مهجور مهجورة متنقل متنقلة مؤقت مؤقتة كبير كبيرة صغير صغيرة قديم قديمة جديد "
        "جديدة رئيسي رئيسية مختلف مختلفة عدة أيضا لاجئين نازحين إيواء اقتراع تدريب تجنيد احتجاز اعتقال وقود "
        "واسعة متعددة عديدة كثيرة معزول معزولة متاخمة محاذية منكوبة مهمشة معزولين شاسعة متباعدة محاصر محاصرة غني غنية "
        "رابط رابطة واصل واصلة مؤدي مؤدية عابر عابرة عتيق عتيقة مذكور مذكورة "
        "خضار أسماك ماشية سيارات سيطرة عبور تجمع قيادة أمن دولي دولية "
    ).split()
)
# Words that are names of places elsewhere, which only the places of the document decide.
HOMOGRAPHS = frozenset(fold(word) for word in "السيول سيول فأس صور الصور حديدة تل".split())
SAME = frozenset(fold(word) for word in "ذاته ذاتها نفسه نفسها عينه عينها المذكور المذكورة".split())  # في المدينة ذاتها
