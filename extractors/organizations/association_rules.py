"""Unions, associations, committees, centres, networks: bodies named by their members, or by what they are for."""

from __future__ import annotations

from ..grammar import Rule

ASSOCIATION_RULES = (
    # اتحاد أرباب العمل, رابطة مشجعي الكرة: with any noun between, where what the head names has members or a purpose
    Rule(
        "members",
        "<HEAD&SOFT&NOAL>(?:{workers}|{of_region}|{of_members}){alias}?",
        "طالب اتحاد أرباب العمل بخفض الرسوم، ووافقت نقابة صيادي السمك.",
    ),
    # نقابة الأئمة والدعاة
    Rule(
        "members:two",
        "<HEAD&NGO&NOAL>{noun}(?:{and_folk}|{folk_adj}{and_folk}?){for}?{alias}?",
        "رفضت نقابة الأئمة والدعاة القرار.",
    ),
    # تجمع موظفي الإدارة: behind a verb (تجمع موظفو) the people would be its subject
    Rule(
        "gathering",
        "<GATHERING&NOAL>(?!<WA|PREP>)<SOUND&NOAL|NISBA&NOAL>(?:(?!<PREP>)<WA&SOUND&NOAL|WA&TASK&NOAL>)?{noun}{more}{alias}?",
        "دعا تجمع مزارعي الشمال إلى لقاء.",
    ),
    # مركز البيان للدراسات الاستراتيجية, منتدى أفق للحوار
    Rule(
        "proper for",
        "<HEAD&NOAL|TOPIC&NOAL|NAMED&NOAL>(?<!<PLACENOUN|PLAIN>)(?:{proper_for}|{proper_al}{adj}{0,2}{purpose}"
        "|{alone}(?!<POINTER>)<AL><LI&RIGHTS>{noun}){alias}?",
        "نظم منتدى آفاق للحوار ومركز رؤى للدراسات الاستراتيجية لقاء.",
    ),
    # لجنة الطاقة والمعادن والبيئة بمجلس النواب
    Rule(
        "committee",
        "<COMMITTEE&NOAL>{of}{0,2}{noun}{adj}*+{joined}{0,5}{within}?",
        "لجنة الطاقة والمعادن والبيئة بمجلس النواب",
    ),
    # قوات الدعم الدولية لحفظ السلام "كوسفور", اللجنة الوطنية للدفاع عن حقوق الإنسان
    Rule(
        "purpose",
        "(?:(?:<HEAD&NOAL>{phrase}|<HEAD&AL|TOPIC&AL>{adj}{1,3}){purpose}"
        "|<HEAD&SOFT&NOAL><PURPOSE&AL><ABOUT>(?:{of}|{alone}<WORD&NOAL>){0,3}{noun}{more})(?:{alias}|{quoted})?",
        'قوات الدعم الدولية لحفظ السلام "كوسفور", اللجنة الوطنية للدفاع عن حقوق الإنسان',
    ),
    # الاتحاد من أجل الشفافية
    Rule(
        "sake",
        "(?:<HEAD&NGO&NOAL|NAMED&PARTY&NOAL>(?:{phrase}|{any_noun})|<HEAD&NGO&AL|HEAD&PARTY&AL>{adj}{0,3}|<COMMITTEE&AL>{adj}{1,3}){sake}{alias}?",
        "دعا الاتحاد من أجل الشفافية إلى لقاء.",
    ),
    # شبكة رصد سوريا لحقوق الإنسان, مجموعة أبحاث المصلحة العامة
    Rule(
        "network",
        "(?:<WEAK&NOAL|TOPIC&NOAL>|{name})(?:{alone}<PLACE|WORD&NOAL|CONSTRUCT&NOAL|NISBA&NOAL>|{name}){0,4}"
        "<LI&NOAL&RIGHTS>{noun}{adj}*",
        "شبكة رصد سوريا لحقوق الإنسان, مجموعة أبحاث المصلحة العامة",
    ),
)
