"""How news tells a total: a noun such as عدد or حصيلة, what it is of, and its number."""

from __future__ import annotations

from ..grammar import Rule

TOTAL_RULES: tuple[Rule, ...] = (
    # ارتفاع عدد القتلى إلى 230; حصيلة ضحايا الزلزال بلغت 50; بلغ عدد المصابين 30
    Rule(
        "total",
        "<TOTAL>{GAP}{0,2}?(?P<head>{TOLD})(?:{REACHING}|(?<=<PREPOSITION>)<EVENT&NOAL>){0,25}?"
        '(?:(?P<reached><REACH>)(?:"إلى"|"نحو"|"عند"|"في"|"إلى حدود"<*>{1,2}?)?<QUOTE|OPEN>?'
        "(?P<number>{NUMBER}|<YEAR&NOPREP>)"
        '|(?:"إلى"|(?<!<QUANTITY>)<COLON>|(?=<QUOTE|OPEN>?<VERBAL>))<LPAREN|QUOTE|OPEN>?(?P<number>{NUMBER})|(?P<number>'
        "(?!<YEAR|FRACTION>)<QUANTITY&LI>))"
        "(?:<CASE>|(?P<who>{WHO})(?P<least>{LEAST})?|(?P<least>{LEAST})|{BARE}|(?!<THING|SITE|QUANTITY|DEF>)"
        "(?=<WORD|OTHER>))",
        "ارتفاع عدد القتلى إلى 230",
    ),
    # ارتفعت حصيلة ضحايا الانهيار إلى شخصين
    Rule(
        "total:two",
        '<REACH><TOTAL>{GAP}{0,2}?(?P<head>{TOLD}){REACHING}{0,14}?"إلى"(?P<two><PERSON&DU|TOLL&DU>)',
        "ارتفعت حصيلة ضحايا الانهيار إلى شخصين",
    ),
    Rule(
        "total:estimated",
        "(?:<TOTAL>{GAP}{0,1}?(?P<head>{TOLD})(?:(?!<BI>){GAP}){0,4}?"
        "|(?P<before><ESTIMATE>{GAP}{0,6}?)(?:<TOTAL>{GAP}{0,1}?)?(?P<head>{TOLD})(?:(?!<QUANTITY&BI>)(?:{GAP}|{DATE})){0,14}?)"
        "(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&BI>)(?:<CASE>|(?P<who>{WHO})|{BARE})",
        "يقدر عدد القتلى بنحو 50 شخصا",
    ),
    # ارتفع إلى 12 عدد القتلى
    Rule(
        "total:number_first",
        '<REACH|RAISE>"إلى"(?P<number>{NUMBER})(?P<who><PERSON>)?<TOTAL>{GAP}{0,2}?(?P<head>{TOLD})',
        "ارتفع إلى 12 عدد القتلى",
    ),
    Rule(
        "total:verb_first",
        '(?P<reached><REACH>)<TOTAL>{GAP}{0,2}?(?P<head>{TOLD})(?:{DATE}|{GAP}){0,8}?"إلى"?(?<!<FROM>)'
        "(?P<number>{NUMBER})"
        "(?:<TOLL&NOWA>|<CASE>|(?P<who>{WHO})|{BARE})(?P<least>{LEAST})?",
        "بلغ عدد المصابين في التفجير 41.",
    ),
    # بلغ عدد الإصابات بالمرض في الولاية منذ مطلع السنة، 148 حالة
    Rule(
        "total:cases",
        "<REACH><TOTAL>{GAP}{0,1}?(?P<head>{TOLD}){REACHING}{0,25}?<COMMA>?(?P<number>{NUMBER})(?P<who><CASE>)",
        "بلغ عدد الإصابات بالمرض في الولاية منذ مطلع السنة، 148 حالة",
    ),
    # والإصابات إلى 77368
    Rule(
        "total:also",
        "(?:(?P<head><TOLL&PL&AL&WA|STATE&PL&AL&WA>){GAP}{0,2}?|(?<=<REACH>)(?P<head><TOLL&PL>){GAP}{0,9}?)"
        '(?:"إلى"(?P<number>{NUMBER})|(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&LI>))'
        "(?:<CASE>|(?P<who>{WHO})|{BARE})",
        "والإصابات إلى 77368",
    ),
    # عدد الوفيات 7
    Rule(
        "total:bare",
        "<TOTAL>(?P<head><TOLL|STATE>)(?:<PRAYER>+)?(?P<number>(?!<YEAR>){NUMBER})(?:{BARE}|(?P<who>{WHO}))"
        # وبلغ القتلى; إن القتلى تسعة; الضحايا ثلاثة
        '|(?:(?=<WA>)|(?<="أن"|"بأن"|"إن")|(?<=<BREAK|COLON>)|^)(?P<head><STATE&PL&AL|TOLL&PL&AL>)(?P<number>'
        "(?!<YEAR>|<DEFINITE>){NUMBER})(?:(?P<who>{WHO})|{BARE})"
        "|<CASE>(?P<head><ACTIVE>)(?P<number>(?!<YEAR|WA>){NUMBER})(?:{BARE}|(?=<CASE>))",
        "عدد الوفيات 7",
    ),
)
