"""How news goes on from a count: the next of a list, a breakdown, what is broken down without a count of its own."""

from __future__ import annotations

from .implicit import LISTED

# What may follow a count and shares its outcome: و5 مدنيين; بينهم 3 أطفال وامرأة.
CHAIN = (
    "{ASIDE}?(?:"
    f"{LISTED}|"
    "<COMMA>?{BESIDES}|"
    '(?:"مع"|"رفقة"|"برفقة"|<COMMA>?{GAP}{0,5}?"إلى"<BESIDE>)(?:(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&NOPREP>)'
    "(?P<who>{WHO})|{SINGLE})|"
    "<COMMA>?(?=<PERSON&WA>){COUNT_BEHIND}|"
    "<COMMA>?(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&NOPREP>)(?P<who><OF_THEM>)|<COMMA>?(?P<one><ONE_OF_THEM&NOWA>)|"
    "<COMMA>?(?:(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&WA&NOPREP>)(?:(?P<who>{WHO})|(?P<who>"
    "{NOUN})|{BARE})(?P<least>{LEAST})?"
    "|(?=<PERSON&WA|OTHERS&WA|ONE_OF&WA>)(?:{SINGLE}))|<COMMA>?(?=<AND_ALONE>)<*>(?:{COUNT}|{SINGLE})"
    "|(?:(?!<AMONG>){GAP}){1,6}?{AND_NUMBER}(?:(?P<who>{WHO})(?P<least>{LEAST})?|<CASE>(?=<NEW>))"
    # 45 شخصا من أجل حيازة المخدرات وترويجها، و15 شخصا من أجل السرقة
    "|(?:(?!<AMONG>){GAP}){7,12}?<COMMA>(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&WA&NOPREP>)"
    "(?P<who><PERSON|OTHERS>{ADJECTIVE}{0,3})"
    # ثلاثة شبان بالرصاص، والعشرات بالاختناق
    "|(?:(?!<AMONG>){GAP}){1,6}?(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&WA&NOPREP>)"
    "(?=<HARM&BI|TRAUMA&BI|EVENT&BI&injured>)"
    # شابين من طولكرم وشابين من عناتا
    '|(?:"من"|<PLACING>)<PLACE|SITE|WORD|DEF|NISBA|DEF_NISBA>{1,5}<COMMA>?(?=<PERSON&WA>)(?:{SINGLE}){PHRASE_END}'
    "(?!<RELATIVE>)"
    # قتل في حماة 13 شخصا، وسبعة في حمص، وخمسة في حلب
    "|<DEATH>?<PLACING|FRONT>{GAP}{1,4}?<COMMA>?(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&WA&NOPREP>)(?=<PLACING|FRONT>)"
    # إصابة خمسة من رجال الإطفاء باختناقات وعاملين بحروق; 17 سائحا من جنسيات شتى، وتونسيان
    "|(?:(?!<AMONG>){GAP}){1,6}?(?=<PERSON&SG&WA|PERSON&DU&WA>)(?:{ONE}|{TWO})(?=<HARM&BI>)"
    "|(?:(?!<AMONG>){GAP}){1,12}?<COMMA>(?=<NATIONAL&DU&WA>)(?:{TWO})"
    # إقليم كذا (290 وفاة) وإقليم كذا (190)
    "|<RPAREN><COMMA>?(?=<SITE&WA|PLACE&WA>){PLACE_NAME}<LPAREN>(?P<number><QUANTITY>)(?:<CASE>|(?=<RPAREN>))"
    # 62 حالة في إقليم كذا، وإقليم كذا تسع حالات
    "|{GAP}{0,4}?<COMMA>?<SITE&WA|PLACE&WA>{GAP}{0,4}?(?P<number>{NUMBER})<CASE>"
    # عشرة شبان خلال اقتحامها القرية، إضافة لشابين من البلدة
    "|{GAP}{1,14}?<COMMA>{BESIDES})"
)
# A second name of several, where nothing said that a list comes: توفي فلان، فلان، فلان.
NAMED_NEXT = "{AGED}?<COMMA>(?P<implicit>{GIVEN_NAME})(?={AGED}?<COMMA>(?:(?:(?=<WA>)|(?!<WA>)){GIVEN_NAME}))"
# The next name of a list: والشهداء هم: فلان، فلان.
NAMES = (
    "{AGED}?<COMMA>(?P<implicit>{LISTED_PERSON})(?={AGED}?(?:<COMMA|STOP|BREAK|WA>|$))"
    # فلان، الذي كان مريضا، والشاعر فلان
    "|<COMMA>?<WHO_SG><^STOP|BREAK|COMMA>{1,14}?<COMMA>(?P<implicit>(?=<WA>){LISTED_PERSON})(?={AGED}?{PHRASE_END})"
)
BREAKDOWN = (
    '(?:(?:(?!<SURVIVE>|<QUANTITY><PERSON&NOAL>){REACHING}){0,25}?(?:"من")?<AMONG|NAMELY><COLON>?|{GAP}{0,6}?<COLON>|'
    "(?:<PLACING>{GAP}{1,4}?)?<LPAREN>|<DASH>(?=<^STOP|BREAK|DASH>{2,12}<DASH>))(?:{COUNT}|{SINGLE})"
    "|{GAP}{0,12}?<AMONG>(?:(?P<one><CASE&SG&NOAL>)|(?P<two><CASE&DU&NOAL>))"
    "(?!<EVENT|TOLL|STATE|RECOVER|UNCOUNTED_CASE|QUANTITY>)"
    "|(?:(?!<SURVIVE>|<QUANTITY><PERSON&NOAL>){REACHING}){0,25}?<AMONG>(?P<implicit>{SOMEBODY}|{HELD_BY}"
    "|(?=<REL|PERSON&SG><BODY|PERSON|WORD|SITE|NISBA>?<AL|DEF|DEF_NISBA>){HOLDER}){PHRASE_END}"
    # بينهم أسرة من خمسة أفراد
    '|{GAP}{0,12}?<AMONG><HOUSEHOLD>{GAP}{0,3}?<MADE_UP>?"من"(?P<number>{NUMBER})(?P<who>{WHO})'
)
# Within a breakdown: 6 في حمص، 4 في حماة; 4 رجال، 3 نساء، طفلان; حلب: 22، إدلب: 14
PARTS = (
    "{ASIDE}?(?:<PLACING>{GAP}{1,4}?)?<COMMA|SEMICOLON>(?:(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&NOWA&NOPREP>)"
    "(?:(?P<who>{WHO})|(?=<PLACING>))|(?=<PERSON&NOWA>)(?:{SINGLE})(?=<COMMA|RPAREN|STOP|BREAK|WA>|$))"
    "|<COMMA|SEMICOLON><AND_ALONE>?{NAMED_PLACE}<COLON|DASH>?(?P<number>(?!<YEAR>)<QUANTITY&NOWA&NOPREP>)"
    "(?=<COMMA|RPAREN|STOP|BREAK|SEMICOLON>|$)"
)
# The first of such places: 61 شهيدا، حلب 22، إدلب 14
PLACES = (
    "<COMMA|COLON|LPAREN>{NAMED_PLACE}<COLON|DASH>?(?P<number>(?!<YEAR>)<QUANTITY&NOWA&NOPREP>)"
    "(?=<COMMA|SEMICOLON>{NAMED_PLACE}<COLON|DASH>?<QUANTITY&NOWA&NOPREP>)"
)
# Nobody counted, but a breakdown may follow: مصرع عدد من المسلحين، بينهم قيادي.
UNCOUNTED = (
    '(?P<head>{HEAD})(?:"عدد"|"العديد"|"بعض"|<PERSON&PL>)|"بين"(?P<head><TOLL&PL&AL>)|"عدد""من"(?P<head><TOLL&PL>)|'
    "(?:<BREAK>|^)(?P<head><TOLL&PL&NOAL>){GAP}{0,3}?(?=<COLON>{NUMBER})"
)
