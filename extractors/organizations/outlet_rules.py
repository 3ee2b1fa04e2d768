"""Papers, channels, sites and news agencies: in datelines, where they are told something, by what only they do."""

from __future__ import annotations

from ..grammar import Rule

OUTLET_RULES = (
    # وكالة الأنباء الرسمية السورية "سانا", وكالة الفضاء الأوروبية: not alone
    Rule(
        "agency",
        "<NEWS&NOAL>{of}?{alone}<AL>(?:{adj}|{and}){more}{for}?{alias}?",
        'وكالة الأنباء الرسمية السورية "سانا", وكالة الفضاء الأوروبية',
    ),
    # القناة 12, القناة الثانية
    Rule("numbered channel", "<CHANNEL&AL>{adj}?(?:{digits}|<ORDINAL&AL>){nation}*", "بثت القناة 21 التسجيل."),
    Rule(
        "foreign",
        "(?:<MEDIA&NOAL>(?<!<DUAL>){foreign}|<NAMED&NOAL|WEAK&ARMED_GROUP&NOAL>{spelled}){sort}",
        'ونشرت صحيفة "لو تان" السويسرية الخبر.',
    ),
    # إذاعة صوت الأمل
    Rule(
        "voice",
        "<MEDIA&HEAD&NOAL><VOICE&NOAL>(?:{place}|{noun}){adj}*",
        "قالت إذاعة صوت الجبل إن الطريق أغلق.",
    ),
    # بحسب موقع أكسيوس, لشبكة تيليفيسيا: where somebody tells it something or it tells
    Rule(
        "told outlet",
        "(?:(?<=<CUE_MEDIA|CUE_TOLD|SOURCE|WITH|REPORTS>)|(?=<LI>))<SITE&NOAL>(?P<proper>{unknown}<AL&NOWA&NOPREP>?){nation}*"
        "|<SITE&NOAL>{latin}(?!<COLON>)",
        "وصرح مصدر لشبكة تيليفيسيا بأن العدد زاد.",
    ),
    # وأوضح في حديث لـ"المدى" أن: whoever it is told to, in marks
    Rule(
        "told in marks",
        "(?:(?<=<FOR><OPEN|QUOTE|LPAREN>){told}(?=<CLOSE|QUOTE|RPAREN><COMMA>?<THAT|COLON>)"
        "|(?<=<CUE_TOLD><FOR><OPEN|QUOTE|LPAREN>){told}(?=<CLOSE|QUOTE|RPAREN>))",
        'وأوضح المدير لـ"المدار الرياضي" أن العمل بدأ، وقال في تصريح لـ"أفق": انتهينا.',
    ),
    # في حوار مع «الراصد», في حديث إلى «دنيا الملاعب»
    Rule(
        "interview",
        "<IN><TALK&NOAL>(?:(?!<WA|PREP|STOP>)<NISBA&NOAL|ADJ&NOAL|WORD&NOAL>)?<WITH|TOWARDS><OPEN|QUOTE|LPAREN>(?P<name>{told})(?=<CLOSE|QUOTE|RPAREN>)",
        'قال المدرب في حوار مع "دنيا الملاعب" إن فريقه جاهز، وأضاف في حديث إلى «الراصد» أنه سعيد.',
    ),
    # صدر عن دار الآداب
    Rule(
        "publisher",
        "(?<=<PUBLISHED><ABOUT>|<PUBLISHED>)<HOUSE&NOAL&NOWA>(?:{noun}|{unknown}){adj}*{for}?",
        "صدر عن دار السنابل كتاب جديد.",
    ),
    # وكالة أنباء "إفي", وكالة الأنباء "سي تي كي"
    Rule(
        "quoted agency",
        "<NEWS&NOAL>(?:{of}|{alone}<AL>{adj}*)?{quoted}{sort}",
        'نقلت وكالة أنباء "إفي" عن شهود، وأكدت وكالة الأنباء "سي تي كي" ذلك.',
    ),
    # الرياض: الندوة, at the head of an article; نشر في المساء يوم 05 - 09 - 2012
    Rule(
        "dateline outlet",
        "(?<!<^BREAK>)(?:<PLACE>{1,2}|{compound})<DASH|COLON|SLASH><OPEN|QUOTE|LPAREN>?"
        "(?P<name>(?!<PREP|WA>)(?:<WORD&AL>|<PRESS&AL><AL>?))<CLOSE|QUOTE|RPAREN>?(?=<BREAK|DASH|COLON>)",
        "الرياض: الراصدة\nأعلنت وزارة الصحة فتح مركز جديد.",
    ),
    # "الوطن" رصدت; علمت "دنيا الرياضة" أن: what only outlets do
    Rule(
        "acting outlet",
        "(?:(?<=<OPEN|QUOTE>){told}(?=<CLOSE|QUOTE><CUE_PRESS&NOWA>)|(?<=<CUE_PRESS><OPEN|QUOTE>){told}(?=<CLOSE|QUOTE>))",
        'كانت "المدار" رصدت تجمع المياه، وعلمت "دنيا المدائن" أن الطريق أغلق.',
    ),
    Rule(
        "published in",
        "<IN>(?P<name><^BREAK|COMMA|COLON|STOP>{1,3}?)(?=<TIME><DIGITS|QUANTITY><DASH><DIGITS|QUANTITY><DASH>)",
        "كتب محرر الموقع مقالا نشر في أوراق الجبل يوم 05 - 09 - 2012",
    ),
    # الحرير نيوز, شعب بريس
    Rule(
        "outlet",
        "(?!<WA|PREP|TITLE|GENERIC|STOP|TIME|NAMED|HEAD>)(?:<WORD|LATIN|SUBJECT|CAUSE|PLACE|NISBA|COMMON|PEOPLE|AL>|{name}){hash}<OUTLET&NOAL>"
        "|(?<=<OTHER>){alone}<WORD|PLACE|AL>{hash}<EVENT&AL>",
        "الحرير نيوز, شعب بريس, #السخنة_الحدث",
    ),
    # موقع السخنة نيوز: a rule by itself, so that the one above is only tried before such a word
    Rule(
        "outlet:headed",
        "<MEDIA&NOAL>(?!<WA|PREP|STOP>)<WORD|AL|SUBJECT|CAUSE|PLACE|COMMON|NISBA|PEOPLE><OUTLET&NOAL>",
        "نقل موقع السخنة نيوز الخبر.",
    ),
    # agencies that caption a picture: (الفرنسية)
    Rule("credit", "(?<!<^LPAREN>)<CREDIT&AL>(?=<RPAREN|DASH>)", "جنود عند حاجز شمال المدينة (الفرنسية)"),
)
