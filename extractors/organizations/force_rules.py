"""Units, operations rooms, police of a district, committees of neighbours: bodies named by what they do and where."""

from __future__ import annotations

from ..grammar import Rule

FORCE_RULES = (
    # اللواء 55 مدرعات, الفيلق الخامس
    Rule(
        "numbered unit",
        "<NUMBERED&AL>(?:{digits}|<ORDINAL&AL>)(?:<ARM&NOAL>{1,2}|{adj}*)|<NUMBERED&NOAL>{digits}<ARM&NOAL>{1,2}",
        "انسحب اللواء 55 مدرعات، وتقدم الفيلق الخامس.",
    ),
    # ولاية أمن فاس, قسم شرطة ثان المنتزه
    Rule(
        "police district",
        "<DISTRICT&NOAL>(?:<SECURITY&NOAL><NTH&NOAL>?|<NTH&NOAL>)(?:{place}|{noun}|<REGION&NOAL>?{unknown}|<ROYAL&AL><PERSON|WORD>){adj}*",
        "أوقفت عناصر ولاية أمن فاس المشتبه فيه.",
    ),
    # جهاز الشرطة الزراعية
    Rule("security service", "<DEVICE&NOAL><SECURITY&AL>{adj}{1,2}", "ضبط جهاز الشرطة الجبلية شاحنة."),
    # قوة التدخل السريع
    Rule(
        "force",
        "<UNIT&NOAL>(?:{of}{0,2}{alone}<DRILL&AL>|<COMBAT&NOAL&NOPREP&NOWA>{of}?{noun}){more}{alias}?",
        "قوة التدخل السريع",
    ),
    # غرفة طوارئ بحري, لجان مقاومة مدني, تنسيقية لجان مقاومة أم درمان
    Rule(
        "neighbours",
        "(?:<ROOM&NOAL><EMERGENCY&NOAL>|<HEAD&SOFT&NOAL>?<COMMITTEES&NOAL><CAUSE&NOAL>)(?:{place}|{unknown}|(?!<WA|PREP>)<NISBA&NOAL>){adj}*",
        "أعلنت غرفة طوارئ أم درمان وتنسيقية لجان مقاومة الخرطوم الحصيلة.",
    ),
    # فوج طوارئ البصرة الأول, قوة حماية طرابلس
    Rule(
        "force:local",
        "<UNIT&NOAL><DRILL&NOAL>(?:{place}<ORDINAL&AL>?|<HEAD&NOAL|TOPIC&NOAL>{phrase}){adj}*{alias}?",
        "انتشر فوج طوارئ البصرة الثاني وقوة حماية طرابلس في الحي.",
    ),
    # قوات درع الجزيرة
    Rule("force:shield", "<FORCES&NOAL>{alone}<WORD&NOAL>{noun}{adj}*", "انتشرت قوات درع السهل في المدينة."),
    # غرفة عمليات فجر الجبل
    Rule(
        "force:room",
        "<ROOM&NOAL><OPERATIONS&NOAL>(?:{quoted}|{proper_noun})",
        "أعلنت غرفة عمليات فجر الجبل بدء هجوم.",
    ),
    # لواء العروبة, كتيبة سالم الأكبر, كتيبة شهداء الثورة
    Rule(
        "force:called",
        "(?<!<UNDER|IN>)(?:<NUMBERED&NOAL|ARMY&NOAL|WEAK&ARMED_GROUP&NOAL><FIGHTERS&NOAL>{noun}{adj}*|<NUMBERED&NOAL|BATTALION&NOAL>{royal}"
        "|<BATTALION&NOAL>(?!<STOP|PLACE|TITLE|NUMBERED|BODY>){proper_noun}"
        "|<ARMY&NOAL>{alone}<CAUSE&AL>(?:(?!<PREP>)<WA&AL&CAUSE>|{adj})*"
        "|<BATTALION&NOAL&NOPREP>(?!<WA|PREP|TITLE|STOP>)<PERSON&NOAL|PLACEHEAD&NOAL>"
        "(?!<WA|PREP|TITLE|STOP|TIME>)(?:<BIN>?<PERSON|WORD|AL>){1,2})",
        "هاجم لواء العروبة وكتيبة سالم الأكبر وكتيبة شهداء الثورة الحاجز.",
    ),
    # كتيبة «الكوثر 5»
    Rule("unit with marks", "<BATTALION&NOAL>{quoted}", "انتشرت كتيبة «الكوثر 5» في الحي."),
    # المنطقة العسكرية الغربية, المنطقة العسكرية الثالثة
    Rule("zone", "<ZONE&AL><MARTIAL&AL>(?:<ORDINAL&AL>|{adj}|<WORD&AL>{adj})", "زار الوزير المنطقة العسكرية الجبلية."),
    Rule(
        "unit in marks",
        "(?<=<OPEN|QUOTE>)<UNIT&NOAL|ARMY&NOAL>{proper_noun}{more}(?=<CLOSE|QUOTE>)",
        'انسحب "لواء البراء" و"فرقة الأنصار" من القرية.',
    ),
)
