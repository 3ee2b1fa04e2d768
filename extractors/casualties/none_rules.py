"""How Arabic news tells that nobody was hurt: دون وقوع إصابات, لم يسقط قتلى, لم يصب أي من الركاب."""

from __future__ import annotations

from ..grammar import Rule

NONE_RULES: tuple[Rule, ...] = (
    # دون وقوع إصابات; لم يسقط قتلى; لا ضحايا; دون مقتل أي مدني; لم تحدث خسائر بشرية
    Rule(
        "none",
        '(?=<NEGATION|"دون"|"بدون"|"عدم">)(?P<head>(?<!<PREVENT>)(?:"دون"|"بدون"|"عدم")(?:"أي"|"أن"<OCCUR>)?'
        '<NO_OCCURRENCE>?(?:"أي"|"أية")?<CASE>?'
        '(?P<toll>(?!<WEAK>)<TOLL&NOAL|EVENT&NOAL>|<LOSSES>"بشرية"|<LOSSES>"في الأرواح")'
        "|<NEGATION><OCCUR>(?:{GAP}{0,5}?|{GAP}{6,10}?(?=<ANY>))(?P<toll><TOLL&NOAL&PL>|<ANY><TOLL&NOAL>"
        '|<TOLL&SG&NOAL>(?<!<PERSONAL>)|<CASE><EVENT&NOAL>|<LOSSES>"بشرية"|<LOSSES>"في الأرواح")'
        '|"لا"(?P<toll><TOLL&PL&NOAL>)|"لم"(?P<toll><ACT&PRESENT>)(?="أحد"))',
        "دون وقوع إصابات",
    ),
    # لم تسجل أي حالة جديدة بالإقليم; عدم رصد أي حالات كوليرا
    Rule(
        "none:cases",
        '(?P<head>(?:<NEGATION><OCCUR>{GAP}{0,6}?|"عدم"<NO_OCCURRENCE>)<"أي"|"أية">(?P<toll><CASE&NOAL>)'
        '(?:<NEW|POSITIVE|"مؤكدة">+|(?=<BI|BI_WORD|PREPOSITION|STOP|BREAK|COMMA|TIME>)|{GAP}{0,1}?<DISEASE>))(?!<RECOVER>)',
        "لم تسجل أي حالة جديدة في الإقليم خلال الجائحة",
    ),
    # لم يصب أي من الركاب; لم يقتل أي مدني; لم تفقد ولو جنديا
    Rule(
        "none:any",
        '(?P<head>"لم"(?:(?P<toll><ACT&PRESENT>)|(?P<toll><LOSE_MEN&PRESENT>)(?=(?:{GAP}|"ولو"){0,5}?<FIGHTER>)){GAP}{0,4}?'
        '(?:<"أي"|"أية"|"أيا">"من"?|"ولو"))(?P<who><PERSON|NATIONAL|NAT|OF_THEM>(?:(?!"بأذى"){ADJECTIVE}){0,2}<ONE>?)(?!<HARM&BI><ACTIVE>)',
        "لم يقتل أي مدني في الغارة.",
    ),
)
