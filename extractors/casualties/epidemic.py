"""How news counts the cases of an epidemic: by the day, in all, and place by place."""

from __future__ import annotations

from ..grammar import Rule

EPIDEMIC_FRAGMENTS: dict[str, str] = {
    "RATE": '"كل ساعة"|"كل يوم"|"كل دقيقة"|"في اليوم"|"في الساعة"|"يوميا"',
    # The name of a place, known or not: الدار البيضاء-سطات
    "PLACE_NAME": "<PLACE|SITE|WORD|WA_WORD|NISBA|DEF|DEF_NISBA|DASH|GIVEN|TITLE>{1,7}",
    # في مدينة فاس; بجهة طنجة-تطوان; بكل من شفشاون ووزان
    "AT_PLACE": '(?:<PLACING>|(?=<BI|BI_WORD|WORD|NISBA>))(?:<EACH_OF>|"من"'
    "|<PLACE|SITE|WORD|WA_WORD|NISBA|BI_WORD|NEW&BI|DEF|DEF_NISBA|DASH|GIVEN>){1,7}?",
}

CASES: tuple[Rule, ...] = (
    # يخضع للعلاج 109 أشخاص; 51 حالة تتلقى العلاج
    Rule(
        "case_count:treated",
        "(?P<head><TREATMENT&AL&LI>)(?P<number>{NUMBER})(?:<CASE>|(?P<who>{WHO}))"
        "|(?P<number>{NUMBER})(?:<CASE>|(?P<who>{WHO})){GAP}{0,3}?(?P<head><TREATMENT&AL>)",
        "51 حالة تتلقى العلاج",
    ),
    # سجلت الجهة 146 حالة; إقليم ورزازات بـ1387 حالة; 10 حالات إيجابية جديدة
    Rule(
        "case_count",
        "(?<!<DASH>)(?P<number>{TOLLED}){CLOSED}(?P<head><CASE&NOWA>)(?!{RATE})"
        "(?!<EVENT|TOLL|STATE|RECOVER|UNCOUNTED_CASE>)<QUALITY&NOWA|NISBA|NEW>{0,2}",
        "سجلت الجهة 146 حالة",
    ),
    # حالتين أخريين; حالة واحدة
    Rule(
        "case_count:pair",
        "(?P<two>(?P<head><CASE&DU&NOAL>))(?!<EVENT|TOLL|STATE|RECOVER|UNCOUNTED_CASE>)|"
        "(?P<head><CASE&SG&NOAL>)(?P<number><QUANTITY&DAY&NOWA&NOPREP>)(?!<PERSON|CASE|THING|TOLL>)",
        "حالتين أخريين",
    ),
    # 5 لاعبين جاءت نتائج اختباراتهم إيجابية; ثبتت إصابة
    Rule(
        "tested",
        "(?P<number>{NUMBER})(?P<who>{WHO}){GAP}{0,6}?(?P<head><POSITIVE&NOWA&NOAL>)",
        "5 لاعبين جاءت نتائج اختباراتهم إيجابية",
    ),
)

# After a count of cases: place by place, with cases or without the word.
BY_PLACE = (
    '(?!"بين"){AT_PLACE}?<COMMA>?(?:'
    "(?:(?=<WA>){PLACE_NAME}|{PLACE_NAME})(?P<number><QUANTITY&BI>)<CASE>?(?=<COMMA|STOP|BREAK|SEMICOLON|WA|WA_WORD>|$)"
    "|(?=<WA>){PLACE_NAME}<LPAREN>(?P<number><QUANTITY>)<CASE>?<RPAREN>"
    '|(?:"ثم"|<AND_ALONE>|(?=<WA>))(?P<number><QUANTITY>)<CASE>?'
    "(?=<PLACING|PLACE&BI|SITE&BI|NEW&BI|BI_WORD|WORD|NISBA|COMMA|STOP|BREAK|RPAREN>|$)"
    '|(?:"ثم"|(?=<WA>))(?:(?P<one><CASE&SG&NOAL>)<QUANTITY>?|(?P<two><CASE&DU&NOAL|TOLL&DU&NOAL>)|(?P<one><OTHERS&SG&NOAL>))'
    "(?=<PLACING|PLACE&BI|SITE&BI|NEW&BI|BI_WORD|WORD|NISBA>))"
)
# … and what stands before the first of them: توزعت على; منها; ؛
SPLIT = (
    "(?:{REACHING}{0,25}?<DISTRIBUTE>{GAP}{0,3}?{PLACE_NAME}(?:(?P<number><QUANTITY&BI>)<CASE>?"
    "|<LPAREN>(?P<number><QUANTITY>)<CASE>?<RPAREN>)"
    '|"بين"{PLACE_NAME}(?P<number><QUANTITY&BI>)<CASE>?'
    "|{AT_PLACE}<LPAREN>(?P<number><QUANTITY&NOWA>)<CASE>?(?!<RPAREN>)"
    '|(?:(?!<SEMICOLON>){REACHING}){0,14}?<SEMICOLON>?"من"?<AMONG>(?P<number><QUANTITY&NOWA>)<CASE>?'
    "|<COMMA|SEMICOLON>(?P<number><QUANTITY&NOWA&NOPREP>)<CASE>?(?:<OF_THEM>|(?=<PLACING|PLACE&BI|SITE&BI>)))"
)
# The words that tell which cases are spoken of.
TOPIC = "<AILING|killed|RECOVER|UNCOUNTED_CASE>"
# Cases told place by place are those of an epidemic, which need not be named: 146 حالة، ضمنها 114 بفاس
CASE_LIST = (
    "<QUANTITY>(?:<CASE>|<TOLL&AILING&NOWA>)<QUALITY|NISBA|NEW>{0,2}"
    "(?:<PLACING>?<PLACE|SITE|BI_WORD|DEF|DASH|WORD>{1,6})?<COMMA|SEMICOLON|LPAREN>+"
    "(?:<FROM>?<AMONG>)?<QUANTITY><CASE>?(?:<PLACING|PLACE&BI|SITE&BI|NEW&BI|BI_WORD>|<WORD>"
    "(?=<COMMA|WA|WA_WORD|QUANTITY&WA>)|<NISBA>(?=<COMMA><QUANTITY&WA>))"
    '|<TOLL&AILING><^STOP|BREAK|SEMICOLON|QUANTITY>{0,12}<QUANTITY><CASE>?<COMMA|SEMICOLON>"من"?"منها"<QUANTITY>'
    "|<TOLL&AILING&PL><NEW><^STOP|BREAK|SEMICOLON>{0,12}<QUANTITY><CASE>"
)
