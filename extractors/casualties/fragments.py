"""Sub-patterns that the rules of counts share."""

from __future__ import annotations

from .epidemic import EPIDEMIC_FRAGMENTS
from .implicit import ON, PERSON_FRAGMENTS

# Sub-patterns; each may use those before it.
FRAGMENTS: dict[str, str] = {
    # What may stand between an outcome and its count: no sentence end, no other outcome, no other count.
    "GAP": "(?!<GO&WA|DONE&WA>)<^STOP|BREAK|SEMICOLON|ACT|EVENT|TOLL|QUANTITY|CLAUSE|UNREAL|MEET|CLAIM|TOTAL|AGENT>"
    '|<TOTAL&PREP>(?="من")|(?<=<"جراء"|"نتيجة"|"بسبب"|"إثر"|"متأثرا">)<EVENT&AL|EVENT&BI&AL>'
    "|(?<=<HOUSEHOLD|THING>)<ONE&NOWA>",
    # A date or a number of things in the gap: في 13 يونيو, عام 2016, قبل أربعة أشهر, في ثلاث غارات
    "DATE": '"في"<QUANTITY&DAY>(?!<PERSON|TOLL|OTHERS>)|<TIME|"عام"|"سنة">?<YEAR>(?!<PERSON|TOLL|OTHERS>)'
    "|<PREPOSITION><QUANTITY><THING&NOWA>|(?<=<TIME>)<QUANTITY&DAY&NOWA>(?!<PERSON|TOLL|OTHERS>)",
    # What stands between commas: استشهد، فجر اليوم، شاب
    "INSET": "<COMMA>(?:(?!<COMMA>)(?:{GAP}|{DATE})){1,9}?<COMMA>",
    # As GAP, where a date or a place with a number may stand between.
    "REACHING": '(?!"قد"<PRESENT>)<^STOP|BREAK|SEMICOLON|ACT|EVENT|TOLL|UNREAL|TOTAL>|(?<=<PREPOSITION>)"عدد"(?="من")',
    # An adjective that is no outcome.
    "QUALIFIED": "<NISBA|NAT&NOWA|NATIONAL&NOWA|QUALITY&NOWA|OTHERS&NOWA>",
    # An adjective; the rest of مشتبه بهم.
    "ADJECTIVE": "<NISBA|DEF_NISBA|NAT&NOWA|NATIONAL&NOWA|QUALITY&NOWA|OTHERS&NOWA|STATE&NOWA|SUSPECT&NOWA|WANTED&NOWA>"
    '|(?<=<SUSPECT>)<"به"|"بهم"|"بهما"|"بها">',
    "PEOPLE_OF": "<NISBA|DEF_NISBA|NAT&NOWA|NATIONAL&NOWA>",
    # After من: the group that the victims are of, to the next preposition, verb or sign.
    "GROUP": "<PERSON|TOLL&AL|OTHERS|STATE|WORD|GIVEN|NISBA|DEF|DEF_NISBA|NAT|BODY|BESIDE&AL>"
    "(?:(?!<PREPOSITION>)<BODY&NOWA|NISBA|DEF_NISBA|DEF|NAT&NOWA|PLACE&NOPREP&NOWA|PERSON&NOWA|TITLE"
    "|QUALITY&AL&NOPREP&NOWA>|(?<=<PERSON&PL&NOAL>)<SITE&AL&NOPREP&NOWA|THING&AL&NOPREP&NOWA>"
    "|(?<=<HOUSEHOLD>)<GIVEN&NOWA|FAMILY&NOWA>"
    # سكان حي الورود, طلاب جامعة كذا; لواء الجبل
    "|(?<=<PERSON&PL&NOAL>)<SITE&NOAL&NOPREP&NOWA>|(?<=<PERSON&PL&NOAL><SITE&NOAL>)<WORD&NOPREP&NOWA|SITE&AL&NOPREP&NOWA>"
    '|(?<="لواء")<AL&NOPREP&NOWA>){0,4}',
    "WHO": '"من"(?!"أصل")(?:"بين")?{GROUP}|(?!<PREPOSITION>)<PERSON&NOWA|OTHERS&NOWA|STATE&NOWA>'
    '{ADJECTIVE}{0,3}(?:"من"(?!"أصل"){GROUP})?|<OF_THEM>(?!<QUANTITY&NOWA>)',
    # A noun that no lexicon knows counts as people only where an outcome governs it directly.
    "NOUN": "(?!<THING|MANNER|NAME_END>)<WORD|NISBA|DEF|DEF_NISBA|NAT>{ADJECTIVE}{0,2}",
    "LEAST": '"على الأقل"|"في الأقل"|"على أقل تقدير"|"تقريبا"|"على الأكثر"',
    "CLOSED": "(?:(?<=<LPAREN><QUANTITY>)<RPAREN>|(?<=<OPEN|QUOTE><QUANTITY>)<CLOSE|QUOTE>)?",
    # 10-15; 10 - 15
    "DASHED": "<JOINED>|<QUANTITY&EXACT&NOPREP><DASH><QUANTITY&EXACT&NOPREP>",
    # Before a noun that is counted itself a clitic may stand: بثلاثين قتيلا
    "TOLLED": "(?!<FRACTION>)<QUANTITY>|{DASHED}(?=<CASE|TOLL&NOAL>)",
    "PEOPLED": "(?=<PERSON&NOAL|TOLL&NOAL|STATE&NOAL|OTHERS&NOAL>)",
    "NUMBER": "(?<!<EACH_OF|NUMBERED>)(?<!<EPIDEMIC><DASH>)(?:(?<!<EPIDEMIC>)|(?=<QUANTITY>{PEOPLED}))"
    "(?!(?<=<THING|SITE&NOAL>)<DEFINITE>)"  # سواحل الخمس is a coast
    "(?:{DASHED}{PEOPLED}|(?!<YEAR|FRACTION>)<QUANTITY&NOPREP>|<YEAR&NOPREP>"
    "{PEOPLED})",
    # A count without a noun ends where its clause goes on or ends.
    "BARE": "(?=<STOP|BREAK|COMMA|COLON|SEMICOLON|PREPOSITION|TIME|ACT|EVENT|HARM|AMONG|MOSTLY|RELATIVE|CLAUSE|CLOSE"
    '|QUOTE|LPAREN|RPAREN|QUANTITY|PLACING|MANNER|WA|BI|LI|WA_WORD|BI_WORD>|(?!<THING>)<ACCORDING>|"على"|$)',
    # مدنيين اثنين; الجنود الثلاثة
    "COUNT_BEHIND": "(?<!<FROM>)(?!<DU|HOUSEHOLD><ONE>)"
    "(?P<who><PERSON>(?:{ADJECTIVE}{0,2}|(?<=<PL>)<SITE&AL|THING&AL|DEF>|(?<=<PL&NOAL>)<PERSON&SG&AL&NOWA>))(?<!<NUMBERED>)"
    "(?P<number><QUANTITY&DEFINITE|QUANTITY&DAY&NOWA|ONE&NOWA>)"
    "(?!<PERSON&NOWA|THING&NOWA|OTHERS&NOWA|TOLL&NOWA>|<FROM><PERSON>)",
    "COUNT": "<LPAREN>?(?P<number>{NUMBER}){CLOSED}(?!<CASE>?<RECOVER|UNCOUNTED_CASE>)"
    "(?:<CASE>(?!<EVENT&NOAL>)|(?P<least>{LEAST})(?P<who><FROM>{GROUP})|(?P<who>{WHO})|(?P<who>"
    "{NOUN})|<QUOTE|OPEN>(?P<who>{WHO}|{NOUN})|{BARE})"
    "(?P<least>{LEAST})?|{COUNT_BEHIND}",
    # People whom a number further off may count.
    "KNOWN": '"من"(?!"أصل")(?:"بين")?(?=<PERSON|TOLL&AL|OTHERS|STATE|BODY|NAT|GIVEN>'
    "|<NISBA&NOAL><AL|DEF>){GROUP}|<OF_THEM>"
    '|<PERSON&NOWA|OTHERS&NOWA|STATE&NOWA>{ADJECTIVE}{0,3}(?:"من"(?!"أصل"){GROUP})?',
    "PEOPLE": "(?P<number>{NUMBER})"
    "(?:(?P<who>{KNOWN})(?P<least>{LEAST})?|(?P<least>{LEAST})?(?=<COMMA|STOP|BREAK|AMONG>|$))"
    "|(?P<number>(?=<VAGUE>){NUMBER}){BARE}|{COUNT_BEHIND}",
    # One or two people told by the noun: شرطي, شخصين, أحد جنوده. A definite noun after it makes it a name or title.
    # The head of something is somebody known: زعيم التنظيم, رئيس مركز انتخابي
    "HOLDER": '(?:<REL&NOAL>(?:"عام"|<REL&WA&NOAL>)?'
    "(?=<BODY|WORD|DEF|DEF_NISBA|PERSON&NOPREP&NOWA|NAT&AL|REL|PLACE|TITLE|THING|SITE|HOUSEHOLD|GIVEN|STRIKE|CONCERNED|KIN_OF|SOURCE|ONE_OF|NUMBERED|SURNAME>)"
    "|(?<=<EVENT>)(?!<PREPOSITION|WORLD>)<PERSON&SG&NOAL>(?=<KNOWN_ONE&NOPREP&NOWA>)"  # سائق الوزير
    "|(?!<PREPOSITION|WORLD>)<PERSON&SG&NOAL>(?!<WORLD>)(?=<DEF|DEF_NISBA>|"
    '(?!<TIME|QUANTITY>|"الجنسية")<AL&NOPREP&NOWA>'
    "|<SITE|BODY|SOURCE><DEF|DEF_NISBA|AL|QUOTE|OPEN>|<ONE_OF>))"
    "<^STOP|BREAK|COMMA|LPAREN|RPAREN|DASH|RELATIVE|CLAUSE|MANNER|PREPOSITION|TIME|QUANTITY|WA|WA_WORD|BI>{1,10}",
    "ONE": '(?!<PLACE|PREPOSITION>|"ممثلة"<"في"|BI>|<PAIR_IN><SERVICE>)(?!{HOLDER})'
    '(?!<SUSPECT><"بهم"|"بهما"|"فيهم"|"فيهما">)'
    "(?P<one><PERSON&SG&NOAL&NOPREP|OTHERS&SG&NOAL&NOPREP|STATE&SG&NOAL&NOPREP>{ADJECTIVE}"
    '{0,3}<ONE&NOWA>?(?:"من"{GROUP})?|<HOMEMAKER&NOPREP><"منزل"|"بيت">)'
    '(?!<DEF|DEF_NISBA>|(?!<TIME|QUANTITY>|"الجنسية")<AL&NOPREP&NOWA>)(?P<least>{LEAST})?',
    "TWO": '(?P<two><SUSPECT><"فيهما"|"بهما">|<THESE_TWO>?<PERSON&DU&NOPREP|OTHERS&DU&NOPREP|STATE&DU&NOPREP>'
    '<PERSON&DU&NOAL&NOWA&NOPREP>?{ADJECTIVE}{0,3}(?:"من"'
    "{GROUP})?|<PAIR_IN&NOPREP><SERVICE&NOWA>{ADJECTIVE}{0,2}|<PAIR_OF&NOPREP>(?:<AL&NOPREP&NOWA>|<DEF|DEF_NISBA>){1,3})(?P<least>{LEAST})?",
    "ONE_OF": "(?P<one><ONE_OF&NOAL&NOPREP><PERSON|STATE|TOLL|WANTED|WORD|DEF|NISBA|DEF_NISBA>{ADJECTIVE}{0,3})"
    "|(?P<one><ONE_OF_THEM>)",
    "SINGLE": "<QUOTE|OPEN>?(?:{ONE}|{TWO}|{ONE_OF})",
    # إضافة إلى 125 عنصرا; فضلا عن ثلاثة عمال; إضافة لشابين
    "BESIDES": '<MEANWHILE>(?:(?:"إلى"|"عن"|"على")(?:{COUNT}|{SINGLE})'
    "|(?P<one><PERSON&SG&LI&NOAL>{ADJECTIVE}{0,3})|(?P<two><PERSON&DU&LI>{ADJECTIVE}{0,3})"
    "|(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&LI>)(?P<who>{WHO}))",
    # و5 جرحى, and as old newspapers write it و 5 جرحى
    "AND_NUMBER": "(?:(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&WA&NOPREP>)"
    "|<AND_ALONE>(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&NOWA&NOPREP>))",
    "WHEN": "<TIME&NOWA>{1,4}(?:<LPAREN><TIME><RPAREN>)?<COMMA>?",
    # A sentence to death (بالإعدام) is no death. Outcomes told by more than one word, all of them deaths but القبض على.
    "SEIZED": '<SEIZE>(?:<COMMA>?{WHEN}|<BODY&NOPREP>{GAP}{0,5}?)?"على"',
    "PHRASE": '{SEIZED}|<ELIMINATE>(?:<BODY&NOPREP>(?:{GAP}|{DATE}){0,12}?)?"على"'
    "|<CLAIM>(?:{GAP}|{DATE}){0,9}?<LIVES>"
    "|<CLAIM>(?=<PERSON&BI|QUANTITY&BI>)"
    '|<REAP>{GAP}{0,4}?<LIVES>|<PUT_END><"حدا"|"حد">?<LIVES>|<GO>{GAP}{0,4}?<PREY>'
    '|<MEET>(?:{GAP}{0,3}?<DEATH>|(?=<^STOP|BREAK>{0,20}<DEATH>))|<PART_WITH>(?:"الحياة"|<BREATH>)',
    "HEAD": "(?=<ACT|EVENT|SEIZE|ELIMINATE|CLAIM|REAP|GO|MEET|PART_WITH|PUT_END>)(?!<EVENT&BI&AL|EVENT&HOUSEHOLD&AL>)"
    '(?:<ACT>(?:<ACT&WA>|"أو"<ACT>)?|<EVENT>(?:<EVENT&WA>|<OR|AND_ALONE><EVENT>)?|{PHRASE})',
    "INSIDE": '"بحق"|"في حق"|"ضد"|"فيها"|"فيه"|"خلالها"|"خلاله"|"منهم"|"منها"|"أيضا"|"به"|"بها"|<CASE>|"كل من"',
    # A verb behind its subject, with no object of its own after it.
    "VERB_BEHIND": "(?<!<PREPOSITION>)(?:(?!<EVENT>)<ACT&PATIENT&NOWA&NOAL&NOPREP>(?!<ONE_OF_THEM>"
    "|<QUANTITY><OF_THEM>)|<MEET&NOWA>(?={GAP}{0,3}<DEATH>)"
    "|<PART_WITH&NOWA>|(?!<PATIENT|HOUSEHOLD>)<ACT&PAST&NOWA&NOAL&NOPREP>"
    "(?!(?!<PREPOSITION>)<PERSON|DEF|DEF_NISBA|TITLE|QUANTITY&NOWA|OTHERS|ONE_OF|STATE|NAT|KIN_OF>)"
    '|<SEIZE&NOAL&NOWA><"عليهم"|"عليه"|"عليها"|"عليهما">)',
    # قضى is mostly to spend, or with على to put down: معلمة قضت على الفور, مزارع قضى فجرا في القصف
    "PERISHED": '<PERISH>(?=(?!"عام"|"يوم")<TIME>|<MANNER|AFFECTED|TRAUMA&BI>|"على"<"فور"|"يد"|"أيدي">|"على الفور"'
    '|<"إثر"|"جراء"|"نتيجة"|"خلال"|"تحت">|"في"<HAPPEN|RUBBLE>|"على"<ROAD>)',
    "STATE_BEHIND": '<STATE&NOAL&PL&NOWA&NOPREP>|<TOLL&NOAL&PL&NOWA&NOPREP>|"في عداد"<STATE|TOLL>',
    "NAMED_PLACE": "<PLACE&NOPREP|SITE&NOPREP><PLACE&NOPREP|SITE&NOPREP|DEF|WORD>{0,2}",
    "FLIGHT": '<EVENT&LI&displaced|FLEE&LI>|<"إلى"|"على"><EVENT&displaced|FLEE>|(?:<"إلى"|"على">|'
    "(?=<LI>))<LEAVING><HOME>"
    '|<"إلى"|"على"><LEAVING&AL>|<LEAVING&LI&AL>',
    "ON": ON,
    "NAME": "(?!<QUANTITY>|{ON})<WORD|GIVEN&NOWA|FAMILY&NOWA|SURNAME|NAMEPART&NOWA|NAMETAIL&NOWA|BIN&NOWA"
    "|NISBA|LATIN|NAME|PLACE&NOPREP&NOAL&NOWA>",
    # An age or a name in brackets behind a victim: فتى (16 عاما) ورضيع
    "ASIDE": "<LPAREN><^STOP|BREAK|LPAREN|RPAREN|PERSON|TOLL|ACT|EVENT>{1,5}<RPAREN>",
    # Between a killer and whom he killed.
    "DEED": "<^STOP|BREAK|COMMA|ACT|EVENT|TOLL|AGENT|WA|QUANTITY>",
    # A count of people further on that the verb governs: what stands before it is the killer, «قتل مسلح … 32 شخصا»
    "OBJECT": "(?:<COMMA>{DEED}{1,9}<COMMA>)?{DEED}{0,12}?<QUANTITY&NOWA&NOPREP><PERSON>"
    "|<TIME>{0,2}<KIN_OF&NOWA&NOPREP&NOAL>",
    "KILLER": "<ATTACKER&NOAL>{ADJECTIVE}{0,2}<TIME|DEF|DEF_NISBA|PERSON|TITLE>",
    # After a single victim no other person but joined with و: «قتل قناص فتى» tells of the sniper what he did.
    "VICTIM_END": "(?!<QUANTITY&NOAL&NOWA>(?!<THING>)|<PERSON&NOAL&NOWA&NOPREP>)",
    **PERSON_FRAGMENTS,
    **EPIDEMIC_FRAGMENTS,
    # تم توقيفهم; ألقي القبض عليهم
    "DONE": '<DONE><THEIRS>|<DONE>?<SEIZE><"عليهم"|"عليه"|"عليها"|"عليهما">',
    # عدد من ألقت الشرطة القبض عليهم
    "HELD_THEM": '<DONE>{GAP}{0,5}?<SEIZE><"عليهم">',
    # What a total is of: القتلى, حالات الإصابة, الذين قتلوا
    "TOLD": "<CASE>?(?!<HOUSEHOLD>)<EVENT&AL>|<TOLL|STATE>|<RELATIVE|FROM><ACT&PAST>|<RELATIVE|FROM>{DONE}"
    "|<FROM>{HELD_THEM}|<TOLL><TOLL&WA>"
    "|<CASE&AL><ACTIVE>(?:<OR>?<ACTIVE>)?",
    "UNGOVERNED": "(?=<QUANTITY>)(?!<ONE><BOTH>|<ONE>(?!<FROM|PERSON|OF_THEM|COMMA>)(?<!<PERSON><ONE>))"
    "(?<!<EACH_OF|NUMBERED>)(?<!<EPIDEMIC>)(?<!<EPIDEMIC><DASH>)"
    "(?:(?=<QUANTITY&WA>)|(?<!<ACT|EVENT|MEET|LOSE|PERISH|GO|PREY|LIVES|SUFFER>))"
    "(?<!<ACT|EVENT>{INSIDE})",
}
