"""The parts that names of organizations are built from, as rules name them: `{phrase}`, `{for}`, `{alias}`."""

from __future__ import annotations

FRAGMENTS: dict[str, str] = {
    # a name of the gazetteer; one with ل attached
    "rest": "<NAME_REST>*+",
    "name": "<PLAIN_NAME>{rest}",
    "for_name": "<FOR_NAME>{rest}",
    "hash": "<OTHER>?",
    # nothing attached, and no word at which names end
    "alone": "(?!<WA|PREP|TITLE|GENERIC|TIME|PERSON&NOAL|STOP&NOAL|COMMON&NOAL>)",
    # an adjective; one that tells more than المنظمة الدولية does
    # العام is an adjective before another or before what a body is for; elsewhere it may be the year
    "adj": "{hash}(?:(?!<WA|PREP|GENERIC|TIME|TITLE>)<ADJ&AL|NISBA&AL>"
    "(?:(?<=<NAT>)<DASH><NAT&AL&NOWA&NOPREP>)?|<MANIFOLD&AL&NOWA&NOPREP><MANIFOLD_OF&AL>"
    "|<GENERAL&AL&NOWA&NOPREP>(?=<LI|FOR_NAME>|(?!<WA|PREP>)<NAT&AL>))",
    "telling": "{hash}(?!<WA|PREP|GENERIC|TIME|TITLE|VAGUE>)<ADJ&AL|NISBA&AL>",
    # a definite noun; one more noun or adjective after و
    "noun": "{hash}{alone}(?!<POINTER&AL>(?!{adj}|<PLACE|WA&AL&SUBJECT>))<AL|PLACE>",
    "and": "(?:(?!<PREP|GENERIC|HEAD>)<WA&AL&SUBJECT|WA&AL&AIM|WA&AL&ADJ|WA&AL&NISBA>(?:(?<=<CRIME>)<ORGANIZED&AL>)?)",
    "of": "(?!<WA|PREP|TITLE|GENERIC|TIME|NONAME|PERSON&NOAL|STOP&NOAL>)"
    "<CONSTRUCT&NOAL|SUBJECT&NOAL|HEAD&NOAL|TOPIC&NOAL>",
    "more": "{adj}*+(?:{and}{adj}*+){0,4}",
    # الدار البيضاء, بني ملال, مرج بن عامر
    "compound": "(?:<DAR&AL><WHITE&AL>"
    "|<PLACEHEAD&NOAL&NOPREP&NOWA><BIN>?(?!<WA|PREP|TITLE|GENERIC|TIME|STOP>)<^HEAD|BREAK|COMMA>)",
    # جهة سوس: a division of a country before a name that no list has
    "division": "<ADMIN&NOAL&NOPREP&NOWA>(?!<STOP&NOAL>)<WORD&NOAL|VERB&NOAL>",
    "phrase": "(?:{of}(?:(?!<PREP>)<WA&NOAL&SUBJECT>)?){0,4}(?:{compound}|{division}|{noun}|{name}){more}",
    # مكتب التحقيقات وتحليل حوادث الطيران المدني: what else it deals with
    "second": "(?!<PREP|GENERIC|BODY|TITLE|NAMED|HEAD|TOPIC|UNIT>)<WA&NOAL&SUBJECT|WA&NOAL&CONSTRUCT>{of}{0,2}"
    "(?:{noun}|{name}){adj}*+",
    "place": "(?:<REGION&NOAL><PLACE|AL>|{division}|{compound}|<PLACE>)",
    # جمعيات أمهات وآباء التلاميذ: nouns before the one that makes them definite, some joined by و
    "many": "(?:{of}|{alone}<TASK&NOAL>"
    "|(?!<PREP|HEAD|UNIT>|(?!<MANAGING>)<BODY|TOPIC>)<WA&NOAL&CONSTRUCT|WA&NOAL&SUBJECT|WA&NOAL&FOLK>){0,4}",
    # المهندسين الزراعيين
    "folk_adj": "(?<=<FOLK&AL|PEOPLE&AL>)(?!<WA|PREP|TITLE|GENERIC|TIME>)<PEOPLE&AL|FOLK&AL|WOMEN&AL>",
    # what a body is for: للسياحة والآثار, لحقوق الإنسان
    "for_what": "(?!<WA|GENERIC|TITLE|TIME>)"
    "(?:<LI&AL&SUBJECT|LI&AL&AIM|LI&AL&FOLK|LI&AL&BODIES|LI&AL&NISBA>|<LI&AL&FORCE>(?={adj})"
    "|<LI&NOAL&CONSTRUCT|LI&NOAL&SUBJECT|LI&NOAL&FOLK|LI&NOAL&NISBA>{many}(?:{noun}|{name}|<NO_NAME>{rest}))",
    "and_folk": "(?:(?!<PREP>)<WA&AL&FOLK>{adj}*+)",
    "and_care": "(?:(?!<PREP|HEAD|UNIT>|(?!<MANAGING>)<TOPIC>)"
    "<WA&NOAL&SUBJECT|WA&NOAL&CONSTRUCT|WA&NOAL&AIM&CAUSE>{noun}{more})",
    "and_what": "(?:(?!<PREP|HEAD|BODY|TITLE|STOP|GENERIC|TIME|PERSON|PLACE|FOLK>)<WA&AL&VERB>{adj}++)",
    "for": "(?:{for_what}{folk_adj}?{more}{and_what}?{and_care}?{and_folk}?|<LI&AL&CARE><BI&AL>{more})",
    "unknown": "{alone}(?!<PREDICATE>)<WORD&NOAL|VERB&NOAL|FIGHTERS&NOAL>"
    "(?:{alone}<WORD&NOAL|PEOPLE&NOAL|VERB&NOAL|FIGHTERS&NOAL>){0,2}",
    # a definite noun that is a name: الأمل of جمعية الأمل لرعاية الأيتام
    "proper_al": "{alone}(?!<COMMON|POINTER>)<WORD&AL|CAUSE&AL|PERSON&AL>",
    # any noun that another makes definite: أرباب of أرباب العمل
    "any_noun": "(?:{alone}<WORD&NOAL|AIM&NOAL|TASK&NOAL|SOUND&NOAL|WOMEN&NOAL>|(?!<WA|PREP|GENERIC>)<NISBA&NOAL>"
    "|(?!<WA|PREP|GENERIC|TIME>)<FOLK&NOAL>(?:(?!<WA|PREP|TITLE|GENERIC|TIME|STOP>)<WORD&NOAL|COMMON&NOAL>)?)",
    # what institutions deal with
    "topic": "(?:{alone}<SUBJECT&AL>|(?!<PLACENOUN>|(?<=<CIRCUIT>)<DISTRICT>){of}{1,3}(?:{noun}|{compound}))",
    # الملك عبد الله, الأمير محمد بن فهد
    "royal": "(?!<WA|PREP>)<ROYAL&AL>(?!<WA|PREP>)<PERSON|WORD>(?:<BIN>(?!<WA|PREP>)<PERSON|WORD>){0,3}",
    "latin": "<LATIN>(?:<LATIN|DIGITS>)*+",
    "inside": "(?:{name}|{latin}"
    "|(?!<STOP&NOAL|TITLE|GENERIC|OPEN|CLOSE|QUOTE|LPAREN|RPAREN|BREAK|COMMA|COLON>).){1,6}?",
    "in_marks": "(?:<OPEN>{inside}<COMMA>?<CLOSE>|<QUOTE>{inside}<COMMA>?<QUOTE>)",
    "quoted": "(?:{in_marks}|<LPAREN>{inside}<RPAREN>)",
    # what a faction is called, between marks: أحرار السهل, الفجر الجديد
    "proper_noun": "(?:{of}|{alone}<WORD&NOAL|CAUSE&NOAL>|(?!<WA|PREP>)<TIME&NOAL|FIGHTERS&NOAL>){0,2}"
    "(?:{noun}|{name}|(?!<WA|PREP>)<TIME&AL>){adj}*+",
    # a foreign name whose words look like function words: صحيفة "لو موند"
    "foreign": "(?:<OPEN><^CLOSE|BREAK|COLON|VERB>{1,4}?<CLOSE>|<QUOTE><^QUOTE|BREAK|COLON|VERB>{1,4}?<QUOTE>)",
    # letters of a company, spelled out: شركة "آي دي سي"
    "spelled": "(?:<OPEN><^CLOSE|BREAK|COLON|COMMA|VERB|WA>{1,4}?<CLOSE>"
    "|<QUOTE><^QUOTE|BREAK|COLON|COMMA|VERB|WA>{1,4}?<QUOTE>)",
    # whoever is told, which is no person
    "told": "(?!<PREP|WA>)(?:{name}|(?!<PERSON&NOAL>)<AL|WORD|LATIN|PLACE|NISBA|COMMON|SUBJECT|OUTLET|PASSIVE>){1,3}?",
    "alias": "(?:<OPEN|QUOTE|LPAREN>(?:{name}|{latin}|{unknown})<CLOSE|QUOTE|RPAREN>"
    "|<LPAREN>(?=<*>{0,2}<LETTER>)<LETTER|STOP>{3,9}<RPAREN>"
    "|<LPAREN>(?!<PLACE|PREP|STOP|NAT|PERSON&NOAL>)<COMMON&NOAL|WORD&AL|BODY&AL><RPAREN>)",
    # a committee deals with several things: لجنة الداخلية والجماعات الترابية والبنيات الأساسية بمجلس النواب
    "managing": "<WA&NOAL&MANAGING>{of}?<AL&SUBJECT&NOWA&NOPREP>{more}",
    "joined": "(?:(?!<PREP|GENERIC|BODY|TITLE|NAMED>)<WA&AL>{adj}*+"
    "|(?!<PREP|GENERIC|BODY|TITLE|NAMED|HEAD|TOPIC|UNIT>)<WA&NOAL&SUBJECT|WA&NOAL&CONSTRUCT>{noun}{adj}*+)",
    "within": "(?:<BI&NOAL&HEAD>{phrase}|<AT_NAME>{rest})",
    # what forces and councils are for: لحفظ السلام, للدفاع عن حقوق الإنسان
    "purpose": "(?!<WA|GENERIC|TITLE|TIME>)"
    "(?:<LI&NOAL&PURPOSE>{of}{0,2}{noun}{more}|<LI&AL&CAUSE><WITH>{noun}{more}|<LI&AL&PURPOSE><ABOUT>(?:{of}|{alone}<WORD&NOAL>){0,3}{noun}{more})",
    "sake": "<FROM><SAKE>{of}{0,2}<AL&CAUSE&NOWA|AL&SUBJECT&NOWA|AL&AIM&NOWA>{more}",
    # where members work: العاملين في القطاع العام, الموظفين بالسكك الحديدية
    "workers": "<WORKERS&AL>(?:<IN>(?!<PLACE>){of}?{noun}|<BI&AL&SUBJECT|BI&AL&COMMON|BI&AL&AIM>"
    "|<BI&NOAL&CONSTRUCT>{noun}){more}",
    "digits": "(?:<OPEN|QUOTE|LPAREN><QUANTITY|DIGITS><CLOSE|QUOTE|RPAREN>|<QUANTITY|DIGITS>)",
    # الكورية الجنوبية
    "score": "(?:<JOINED>|<DIGITS|QUANTITY><DASH|SLASH><DIGITS|QUANTITY>)",
    "nation": "{hash}(?!<WA|PREP>)<NAT&AL>(?:(?!<WA|PREP>)<SOUTH&AL>)?",
    # of a club; not لاعب نادي الهلال البرازيلي رودريغو: it is his
    "of_nation": "(?!<MINISTRY>){nation}(?!<PERSON|TITLE|WORD&NOAL|VERB&NOAL|PEOPLE&NOAL|NISBA&NOAL>)",
    # behind a proper name: الخيرية, القابضة, الإخبارية الأمريكية
    "sort": "(?:(?!<WA|PREP>)(?:<SORT&AL>|<STATE&AL>(?={alias}))|{nation}){0,3}",
    # what a body of a nation or a state is for, by words that everybody uses: للجهات والأقاليم, لأبناء الشهداء
    "task": "(?!<WA|GENERIC|TITLE|TIME|STOP|PERSON|NAT|BODY|PLACE|NOTASK>)"
    "(?:<LI&AL&COMMON|LI&AL&CAUSE|LI&AL&DRILL|LI&AL&PEOPLE>(?!<STOP|PREP>)"
    "|<LIMEMBERS|LIDEED>(?:{of}|{alone}<WORD&NOAL>){0,2}{noun}|<LI&NOAL&TASK>{many}(?:{noun}|{name}))"
    "{more}(?:(?!<PREP|HEAD|BODY|TITLE|STOP>)<WA&AL&WORD|WA&AL&PEOPLE|WA&AL&WOMEN|WA&AL&FOLK|WA&AL&COMMON>{adj}*+)?",
    # what a federation or a society is for, by a word that no list has: للآيكيدو; not للوصول إلى
    "unlisted": "<LI&AL&WORD|LI&AL&WOMEN>(?:(?={and}|{adj}){more}|(?!<STOP|PREP>))",
    # what a body is for, however it is said
    "aim": "(?:{for}|{task}|{for_name}|{unlisted})",
    # مشجعي الكرة, متابعة قضايا الجفاف; شمال أفريقيا, دول غرب آسيا
    "of_members": "{many}{any_noun}{of}{0,2}(?:{noun}|{name}){folk_adj}?{more}{and_folk}?{for}?",
    "of_region": "(?:{of}{0,4}<REGION&NOAL&NOPREP&NOWA><PLACE&NOPREP&NOWA>"
    "|{of}{1,4}<REGION&NOAL&NOPREP&NOWA><AL&NOPREP&NOWA>)",
    # a name or a town, and what the body is for: طنطا لدراسات حقوق الإنسان
    "proper_for": "(?:<BIN>?{unknown}|<PLACE&NOAL&NOPREP&NOWA>|{proper_al}){nation}?{for}",
}
