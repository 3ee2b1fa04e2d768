"""One person without a number, told by a verb and its complement together, or by a list."""

from __future__ import annotations

from ..grammar import Rule

IMPLICIT_FRAMES: tuple[Rule, ...] = (
    # وضع الشاب رهن الحراسة النظرية; إخضاع سائقها لتدابير الحراسة النظرية; أقدم فلان على الانتحار; أنهى فلان حياته
    Rule(
        "implicit:custody",
        "<PUT>(?P<implicit>{SOMEBODY}|{DEFINITE}){GAP}{0,6}?(?P<head><CUSTODY>)(?=<THEORY>)",
        "وضع المشتبه فيه رهن الحراسة النظرية",
    ),
    Rule(
        "implicit:suicide",
        '<DARE>(?P<implicit>{SOMEBODY}|{DEFINITE}){GAP}{0,8}?"على"(?P<head><SUICIDE>)'
        '|(?P<head><PUT_END>)(?P<implicit>{SOMEBODY}|{DEFINITE}){GAP}{0,6}?<"حدا"|"حد">?(?P<lives><THEIR_LIVES>)',
        "أقدم الموظف على الانتحار",
    ),
    # الحاج حسين بشر من كفر كذا مفقود
    Rule(
        "implicit:missing",
        "(?P<implicit>{TITLED}|{FULL_NAME}){AGED}?{GAP}{0,5}?(?P<head><STATE&SG&NOAL&missing>)",
        "الشاب قاسم المولى مفقود",
    ),
    # الاعتقالات التي طالت نجله
    Rule(
        "implicit:covered",
        "(?P<head><ARRESTS>){GAP}{0,3}?<COVER>(?P<implicit>{SOMEBODY})",
        "حملة اعتقالات طالت نجله",
    ),
    # تنفيذ حكم الإعدام بحق فلان
    Rule(
        "implicit:executed",
        "<CARRY_OUT><UNREAL>?<THING>?(?P<head><EVENT&killed>)<WORD|MANNER|NISBA>{0,2}<AGAINST>(?P<implicit>{SOMEBODY})",
        "تنفيذ حكم الإعدام بحق المواطن صالح الحسن.",
    ),
    # والشهداء هم: فلان، وفلان; ومن بين القتلى العميد فلان
    Rule(
        "implicit:namely",
        "(?P<head><TOLL&PL&AL|STATE&PL&AL|TOLL&DU&AL|STATE&DU&AL>|(?<=<RELATIVE>)<ACT>)"
        "(?:{GAP}{0,4}?<NAMELY><COLON>?(?P<implicit>{LISTED_PERSON})"
        "|<COLON>(?P<implicit>{TITLED}|{FULL_NAME}))(?={AGED}?{PHRASE_END})",
        "والشهداء هم: محمد سالم، وأحمد حسن.",
    ),
    Rule(
        "implicit:among",
        '(?:"من"?"بين"|"ضمن")(?:(?P<head><TOLL&PL&AL|STATE&PL&AL>)|(?P<head><TOLL&PL&NOAL>)<AL|DEF|DEF_NISBA>)'
        "(?P<implicit>{SOMEBODY}|{HELD_BY})(?={AGED}?{PHRASE_END})"
        # إن سائق القطار، 27 عاما، بين القتلى
        '|(?:"أن"|"إن"|<BREAK|COLON>|^)(?P<implicit>{SOMEBODY}|{HOLDER}){AGED}?<COMMA>?"من"?"بين"(?P<head><TOLL&PL&AL>)',
        "ومن بين القتلى العميد علي حسن، نائب القائد.",
    ),
    # زفت الحركة المجاهد فلان شهيدا; خرج فلان مصابا
    Rule(
        "implicit:as",
        "<MOURN|LEAVE>(?:{GAP}{0,4}?(?P<implicit>{TITLED}|{FULL_NAME})|(?P<implicit><WORD&NOWA|SURNAME>))"
        "(?P<head><TOLL&SG&PERSONAL&NOAL&NOWA&NOPREP>)(?=<BI|PREPOSITION|STOP|BREAK|COMMA|TIME|BI_WORD|LI|WORD>|$)"
        "|(?P<implicit>{SOMEBODY}|{DEFINITE})<TAKE|LEAVE|MOURN>(?P<head><TOLL&SG&PERSONAL&NOAL&NOWA&NOPREP>)",
        "زفت الحركة المجاهد محمد سالم شهيدا.",
    ),
    # عثر على فلان مقتولا; وجد الحارس جثة هامدة
    Rule(
        "implicit:found",
        '(?:<"عثر"|"عثرت"|"عثروا"|"العثور">{GAP}{0,5}?"على"|<"وجد"|"وجدت">{WHEN}?)'
        "(?P<implicit>{SOMEBODY}|{DEFINITE}){GAP}{0,2}?"
        '(?P<head><TOLL&SG&killed&PERSONAL&NOAL&NOWA&NOPREP>|<TOLL&SG&killed&NOAL&NOWA>(?="هامدة"))',
        "عثر على الصحافي مقتولا",
    ),
    # غاب فلان بسبب الإصابة; فلان المصاب; تعرض فلان لإصابة
    Rule(
        "implicit:absent",
        '(?P<implicit>{FULL_NAME}|{TITLED}|<WORD&NOWA>{2}){GAP}{0,3}?(?:"بسبب"|"بداعي"|"جراء"'
        '|"نتيجة")(?P<head><EVENT&AILING|TOLL&AILING&SG>)(?!<PERSON|QUANTITY>)',
        "يغيب محمد علي حسن بسبب الإصابة.",
    ),
    Rule(
        "implicit:hurt",
        "(?P<implicit>{FULL_NAME}|{TITLED})(?P<head><TOLL&SG&PERSONAL&AL&injured>)",
        "ترك محمود سالم المصاب الملعب.",
    ),
    Rule(
        "implicit:suffers",
        "(?P<head><SUFFER>)(?P<implicit>{SOMEBODY}|{NAMED_ONCE}|{DEFINITE}|(?<=<PAST>){NAME}{1,3})<HARM&LI>",
        "تعرض اللاعب سمير سالم لإصابة في الركبة.",
    ),
    Rule(
        "implicit:suffering",
        "(?P<implicit>{SOMEBODY}|{NAMED_ONCE}){GAP}{0,4}?(?P<head><SUFFER>)<HARM&LI>",
        "اللاعب سمير سالم تعرض لإصابة",
    ),
    # التحفظ على مدير المصنع
    Rule(
        "implicit:kept",
        '(?P<head><KEEP>){GAP}{0,4}?"على"(?P<implicit>{SOMEBODY}|{DEFINITE}|{HOLDER})',
        "التحفظ على مدير المصنع",
    ),
    # حالة الوفاة الجديدة
    Rule(
        "implicit:case",
        "(?P<implicit><CASE&SG&NOAL>(?P<head><EVENT&AL&killed|EVENT&AL&infected>)<NEW&AL>)",
        "حالة الوفاة الجديدة سجلت في المدينة",
    ),
    # امرأة فقدت زوجها
    Rule(
        "implicit:lost",
        "(?P<head><LOSE>)(?P<lives>(?P<implicit><KIN_OF&NOWA&NOPREP>)){PHRASE_END}",
        "امرأة فقدت زوجها في القصف",
    ),
)
