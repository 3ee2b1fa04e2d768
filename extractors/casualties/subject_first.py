"""How news tells a count before its verb: «13 شخصا قتلوا», «إن شخصين أصيبا»."""

from __future__ import annotations

from ..grammar import Rule

SUBJECT_FIRST: tuple[Rule, ...] = (
    # قياديين اثنين بين القتلى
    Rule(
        "count_head:behind",
        '{COUNT_BEHIND}(?P<least>{LEAST})?{GAP}{0,5}?(?P<head>"من"?"بين"<TOLL&PL&AL>|(?=<MANY>){VERB_BEHIND})',
        "المسافرين الخمسة قتلوا",
    ),
    # 36 شخصا على الأقل، بينهم ستة أجانب، قتلوا
    Rule(
        "count_among_head",
        "{UNGOVERNED}(?P<number>{NUMBER})(?P<who>{WHO})(?P<least>{LEAST})?<COMMA>?<AMONG>{NUMBER}"
        "{WHO}<COMMA>?{GAP}{0,4}?(?P<head>{VERB_BEHIND})"
        "|{UNGOVERNED}(?P<number>{NUMBER})(?P<who>{WHO})(?P<least>{LEAST})?(?:(?:{GAP}|<ONE>){0,5}?<AMONG>"
        "(?:{GAP}|{DATE}|<QUANTITY|TOTAL>){1,9}?|<DASH>(?:{GAP}|<QUANTITY>){1,9}?<DASH>)(?=<MANY>)"
        "(?P<head>{VERB_BEHIND})",
        "36 شخصا على الأقل، بينهم ستة أجانب، قتلوا",
    ),
    # أن جنديا في الحلف قتل; إن شخصين أصيبا
    Rule(
        "single_head",
        '(?:"أن"|"بأن"|"إن"|"فإن")(?:{ONE}|{TWO}|(?=<ONE_OF><PERSON|TOLL|STATE|WANTED>){ONE_OF})'
        "(?:(?!<RELATIVE>){GAP}){0,8}?"
        "(?P<head>(?!<WEAK>){VERB_BEHIND}|{PERISHED}|(?<=<FALL>)<PREDICATE>)"
        '|<"كان"|"كانت">(?:{ONE}|{TWO}){GAP}{0,5}?"قد"(?P<head>{VERB_BEHIND}|{PERISHED})',
        "أن جنديا في الحلف قتل",
    ),
    # 13 شخصا قتلوا; أكثر من مئة من عناصر الأمن قتلوا; 35 ألف أسرة نزحت; 12 شخصا ما زالوا مفقودين
    Rule(
        "count_head",
        "{UNGOVERNED}(?P<number>(?!<YEAR|FRACTION>)<QUANTITY>|<YEAR>{PEOPLED})(?!<THING|CASE>)"
        "(?:(?P<who>{WHO})(?P<least>{LEAST})?(?:{GAP}{0,7}?|{GAP}{8,14}?(?=<MANY>))(?P<head>{VERB_BEHIND}"
        "(?:<OR><ACT|LOSE>)?)"
        "|(?P<who>{WHO})(?P<least>{LEAST})?{GAP}{0,3}?(?P<head>{STATE_BEHIND})|(?P<head>{STATE_BEHIND})"
        "|(?P<who>{WHO})(?P<least>{LEAST})?{GAP}{0,14}?"
        '(?P<head>"في عداد"<STATE|TOLL>|"من"?"بين"<TOLL&PL&AL|STATE&PL&AL>)'
        '|{GAP}{0,3}?(?P<head>"في عداد"<STATE|TOLL>)'
        "|(?P<least>{LEAST})?{GAP}{0,2}?(?P<head>{VERB_BEHIND})|(?P<who>{NOUN})(?P<least>{LEAST})?"
        "(?P<head>{VERB_BEHIND}))",
        "13 شخصا قتلوا",
    ),
)
