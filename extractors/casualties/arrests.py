"""Counts of people held, where a verb and its complement tell it together: put in custody, kept, brought down."""

from __future__ import annotations

from ..grammar import Rule

ARRESTS: tuple[Rule, ...] = (
    # وضع ثلاثة أشخاص رهن تدابير الحراسة النظرية; إخضاع شخصين للحراسة النظرية
    Rule(
        "custody",
        "<PUT>{GAP}{0,3}?(?:{COUNT}|{SINGLE}){GAP}{0,6}?(?P<head><CUSTODY>)(?=<THEORY>)",
        "وضع ثلاثة أشخاص رهن الحراسة النظرية",
    ),
    # أودع أربعة متهمين السجن; إيداع شخصين رهن الحبس الاحتياطي
    Rule(
        "custody:jail",
        "<LODGE>{GAP}{0,3}?(?:{COUNT}|{SINGLE}){GAP}{0,6}?(?P<head><JAIL>)",
        "أودع أربعة متهمين السجن",
    ),
    # الإطاحة بأربعة من تجار المخدرات; أطاحت الشرطة بمهرب; احتفظ الحرس بسبعة أشخاص
    Rule(
        "brought_down",
        "(?P<head><TOPPLE>){GAP}{0,6}?(?:(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&BI>)(?P<who><CRIMINAL|NATIONAL>{ADJECTIVE}{0,3}"
        '|"من"<CRIMINAL>{ADJECTIVE}{0,3})|(?P<one><CRIMINAL&SG&BI&NOAL>{ADJECTIVE}{0,3})(?!<DEF|DEF_NISBA>)'
        "|(?P<two><CRIMINAL&DU&BI>{ADJECTIVE}{0,3}))",
        "الإطاحة بأربعة من المهربين",
    ),
    # تحفظت السلطات على ثلاثة عمال
    Rule(
        "kept",
        '(?P<head><KEEP>){GAP}{0,4}?"على"(?:(?P<number>{NUMBER})(?P<who>{WHO})|{SINGLE})',
        "التحفظ على ثلاثة عمال",
    ),
)
