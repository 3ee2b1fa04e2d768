"""How news lists counts: a table, a rise from one number to another, a breakdown under the outcome."""

from __future__ import annotations

from ..grammar import Rule

LIST_RULES: tuple[Rule, ...] = (
    # ارتفع عدد القتلى من 13 قتيلا إلى 17: the later one holds
    Rule(
        "risen",
        '(?:<TOTAL>{GAP}{0,2}?|<REACH>)(?P<head><TOLL|STATE>){REACHING}{0,12}?"من"'
        "(?P<old>{NUMBER}<TOLL|PERSON|CASE>{0,2})"
        '"إلى"(?P<number>{NUMBER})(?:<TOLL>|<CASE>|(?P<who>{WHO})|{BARE})',
        "ارتفع عدد القتلى من 13 قتيلا إلى 17",
    ),
    # تجاوز عدد القتلى 300 قتيل
    Rule(
        "bounded",
        "(?P<reached><EXCEEDING|NEARING>)<TOTAL>{GAP}{0,1}?(?P<head><TOLL|STATE>){GAP}{0,8}?(?P<number>{NUMBER})"
        "(?:<TOLL&NOWA>|<CASE>|(?P<who>{WHO})|{BARE})",
        "تجاوز عدد القتلى 300 قتيل",
    ),
    # القتلى: 5، الجرحى: 12
    Rule(
        "listed",
        "(?P<head><TOLL|STATE>)<COLON>(?P<number>{NUMBER})(?:<CASE>|(?P<who>{WHO})|<SLASH|DASH>|<QUOTE>|{BARE})"
        "|(?<=<SLASH|BREAK|DASH>)(?P<head><TOLL&PL>)(?P<number>(?!<YEAR>)<QUANTITY&NOWA&NOPREP>)"
        "(?=<SLASH|BREAK|DASH|STOP>|$)",
        "الوفيات: 7، الإصابات: 31، المفقودون: 2",
    ),
    # وتوزع القتلى بين 427 مقاتلا و298 مدنيا
    Rule(
        "divided",
        '<DIVIDE>(?P<head><TOLL&PL|STATE&PL>)<"بين"|"إلى"|"على">(?:{COUNT}|{SINGLE})',
        "وتوزع القتلى بين 427 مقاتلا و298 مدنيا",
    ),
    # وبين القتلى ست نساء
    Rule(
        "among_counted",
        '(?:"من"?"بين"|"ضمن")(?:(?P<head><TOLL&PL&AL|STATE&PL&AL>)(?!<WA|QUANTITY&DEFINITE>)'
        "<DEF|DEF_NISBA|NAT&AL|PERSON&AL|QUALITY&AL>{0,2}(?:<RELATIVE>{GAP}{1,4}?<COMMA>)?|(?P<head><TOLL&PL&NOAL>){GAP}{1,3}?)"
        "<THERE>?<QUOTE|OPEN>?(?:{COUNT}|{SINGLE})",
        "وبين القتلى ست نساء",
    ),
    # وأصيب 300 آخرون، إصابات 38 منهم بليغة
    Rule(
        "among_counted:severe",
        "(?P<head><TOLL&injured&PL&NOAL>)(?P<number>{NUMBER})(?P<who><OF_THEM>)"
        "|<CASE>(?P<number>{NUMBER})(?P<who><OF_THEM>)(?P<head><ACTIVE>)",
        "إصابات 38 منهم بليغة",
    ),
    # كبدتهم قتلى بالعشرات
    Rule("tens", "(?P<head><TOLL&PL&NOAL|STATE&PL&NOAL>)(?P<number><QUANTITY&BI&VAGUE>)", "قتلى بالعشرات"),
    # 12 حالة اختطاف
    Rule(
        "cases",
        "(?P<number>{NUMBER})<CASE>(?P<head>(?!<TOLL>)<EVENT&NOAL&NOPREP&NOWA|LOSE&NOAL&NOPREP&NOWA>)",
        "12 حالة اختطاف",
    ),
    # 3 لاعبين مصابين
    Rule(
        "counted_people",
        "(?P<number>{NUMBER})(?P<who><PERSON>{ADJECTIVE}?)(?P<head>"
        "(?!<HARM|EVENT|casualty>)<TOLL&PL&NOAL&NOWA&NOPREP|TOLL&DU&NOAL&NOWA&NOPREP|TOLL&PERSONAL&NOAL&NOWA&NOPREP>)",
        "3 لاعبين مصابين",
    ),
    # قضى مدنيان في القصف
    Rule(
        "perished",
        "(?P<head><PERISH>)(?:{SINGLE})(?=<STOP|BREAK|COMMA|PREPOSITION|MANNER|BI|BI_WORD|ACT&WA|EVENT&WA>|$)",
        "قضى مدنيان في القصف",
    ),
    # جثماني الشهيدين
    Rule("bodies", "(?P<head><EVENT&BODY&NOAL>)(?P<two><TOLL&DU&AL>)", "جثماني الشهيدين"),
    # فقدان شخصين لحياتهما
    Rule("lost_life", "(?P<head><LOSE|PERISH>){GAP}{0,2}?(?:{SINGLE})(?P<lives><THEIR_LIVES>)", "فقدان شخصين لحياتهما"),
    # فقدان بحارين قبالة الساحل; فقدت طفلتان في السيول
    Rule(
        "lost_single",
        '(?<!"عند"|"حال"|"حالة")'
        "(?P<head><LOSE>)(?:{ONE}|{TWO})(?:<WA><^STOP|BREAK|COMMA|QUANTITY>{0,2})?"
        '(?=<TIME>{0,2}(?:<PLACING|DIRECTION>|"قبالة"|"إثر"|"بعد"|"جراء"|"منذ"))',
        "فقدان بحارين في عرض البحر",
    ),
    # قتل جنديان وأصيب ثالث; إصابة ثالث نقل إلى المستشفى; وفقد رابع بعد غرق القارب
    Rule(
        "another",
        "(?P<head><ACT&PAST|EVENT&NAMED|LOSE>|{SEIZED})(?P<one><NTH&NOAL&NOPREP&NOWA>)"
        "(?=<STOP|BREAK|COMMA|SEMICOLON|PREPOSITION|TIME|WA|WA_WORD|BI|BI_WORD|RPAREN|HARM|MANNER|TAKE|SURVIVE|CLAUSE>|$)",
        "قتل جنديان وأصيب ثالث",
    ),
)
