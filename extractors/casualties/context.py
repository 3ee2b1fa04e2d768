"""What the words around a count tell of it: whether it happened, of what, over which time."""

from __future__ import annotations

# What a denial governs: its clause, with what is only reported there, to the next verb, conjunction or consequence.
_DENIED = (
    '(?:"أن"|"ما"|"لما"|<COMMA>(?=<EVENT&WA>)(?!<ACT>)'
    "|<^STOP|BREAK|COMMA|SEMICOLON|RELATIVE|CLAUSE|ACT&WA|REPORT&WA|CAUSE|UNDENIED>){0,14}"
)
# Not a deed that is joined to what is only planned or prevented: إحباط هجوم وقتل 3 مهاجمين, محاولة اغتيال وإصابة اثنين
# Nobody attempts what only befalls: محاولة اغتيال ومقتل سائقه.
_GOES_ON = (
    "(?!(?<!<ACT|EVENT|TOLL|UNREAL>)<EVENT&WA|ACT&WA>|(?<=<DELIBERATE>)"
    '(?:<EVENT&WA&injured>|(?=<WA>)<"مقتل"|"مصرع"|"وفاة"|"استشهاد">))'
)
# تنفيذ حكم; نفذت الوزارة أمس حكم
_NOT_CARRIED_OUT = "(?<!<CARRY_OUT>)(?<!<CARRY_OUT><*>)(?<!<CARRY_OUT><*><*>)(?<!<CARRY_OUT><*><*><*>)"
# An attempt, up to what came of it: محاولة اغتيال | أدت إلى مقتل أربعة.
_ATTEMPT = "<ATTEMPT><^STOP|BREAK|COMMA|QUANTITY|DONE&WA|LED_TO|CAUSE>{0,3}"
# The few words before a head that make it no fact, none of them the end of a sentence.
UNREAL_BEFORE = (
    f"(?:(?:(?<!<NEGATION>)<DENY>|<NEGATION><CONFIRM>){_DENIED}"
    '|<RECOVER|RELEASE>(?:(?!<CASE&WA|QUANTITY&WA>)<^STOP|BREAK|COMMA>){0,3}(?!<ACT&PAST&NOWA|EVENT&WA|TOLL&WA>$)|<RELEASE><^STOP|BREAK|COMMA|ACT|EVENT>{0,8}"عن"'
    "<^STOP|BREAK|COMMA|ACT|EVENT>{0,3}|<FREE&NOPREP><QUANTITY|CASE|SUCH|OTHERS>{0,2}(?=<STATE>$)"
    "|<LEAVE><QUANTITY|CASE|SUCH|NEW|OTHERS|TIME>{0,2}(?=<TOLL&injured>$)"
    "|<COURT><^STOP|BREAK|COMMA>{0,5}(?=<EVENT&BI&detained>$)|<COURT|VERDICT><^STOP|BREAK>{0,18}(?=<EXECUTION&BI>$)"
    f"|<EXPECT><^STOP|BREAK|QUANTITY>{{0,8}}|{_NOT_CARRIED_OUT}(?:{_ATTEMPT}|(?!<ATTEMPT>)<UNREAL|PREVENT&NOAL><^STOP|BREAK|COMMA|QUANTITY|DONE&WA>{{0,3}}){_GOES_ON}"
    # مخاوف من سقوط 1000 قتيل; الخسائر قد تتجاوز 100 قتيل; قد يصل عدد القتلى
    "|(?!<ATTEMPT>)<EXPECT|UNREAL><^STOP|BREAK|COMMA|COLON|QUANTITY|RELATIVE|CLAUSE|CAUSE>{1,3}<QUANTITY>(?=<TOLL>$)"
    # قد يتسبب في وفاة; قد تؤدي إلى إصابة
    '|"قد"<LEADING><^STOP|BREAK|COMMA|QUANTITY>{1,3}'
    '|"قد"(?:<VERBAL>(?=<TOLL>$)|<REACH&PRESENT><TOTAL>{0,1})'
    '|"في"<CASE>"ما"<^STOP|BREAK|COMMA>{0,2}'
    '|<"تدخل"|"عملية"><NISBA|DEF_NISBA|QUALITY>{0,2}<COMMA>?(?=<EVENT&LI&detained>$)'
    "|<DONE&LI>(?=<SEIZE>$)|<AIM|TARGET>(?=<EVENT&detained>$)|<TARGET><^STOP|BREAK|COMMA>{0,2}(?=<DELIBERATE>$)"
    "|<PURSUIT><^STOP|BREAK|COMMA>{0,4}(?=<EVENT&LI&detained>$)"
    '|<NEGATION><MANAGE><^STOP|BREAK|COMMA>{0,3}?"من"'
    '|(?<!<BEFORE_TO>)<TO>(?=<PRESENT>)|"لم"|"لن"|"لا"|"من أجل")(?=<*>$)'
)
# Behind an arrest, which is a suspension then: توقيفه عن العمل
SUSPENSION = '<WEAK&detained><^STOP|BREAK|COMMA|QUANTITY>{1,12}?"عن"<WORK>'
# ارتقى ثلاثة ضباط إلى رتبة أعلى
PROMOTION = '<RISE><^STOP|BREAK|COMMA>{1,6}?"إلى"<RANK>'
# Behind an outcome of which it was said that it is not true: أنباء مقتل 20 غير صحيحة
REFUTED = (
    "<*><^STOP|BREAK|SEMICOLON|COMMA|CLAUSE>{1,14}?"
    '(?:"غير"<CONFIRM>|<BASELESS><"من"|"عن"><CONFIRM>|"لا"<CONFIRM><"له"|"لها">)'
)
# Behind the head of an injury in its clause: an illness, or cases of one; in its sentence, what wounds.
ILLNESS = (
    '<^STOP|BREAK|COMMA>{0,8}<DISEASE>|<QUANTITY&NOWA><CASE>|(?:"جديدة")?"مؤكدة"'
    '|<^STOP|BREAK|COMMA>{0,3}<COMMA|SEMICOLON>?"منها"<QUANTITY><CASE>?(?:<PLACING|PLACE&BI|SITE&BI>)'
)
TRAUMA = "<TRAUMA>"
DISEASE = "<DISEASE>"
EPIDEMIC = '<EPIDEMIC>|<EACH_OF><QUANTITY>"نسمة"'

# What a count covers, told in its sentence: a period, several incidents, what is past.
PERIOD = "<DURING><QUANTITY>?<ERA_LENGTH>"
SINCE_BEGINNING = '"منذ"(?:<BEGINNING>|<^STOP|BREAK|COMMA|QUANTITY>{0,2}<ERA>)'
SEVERAL = "(?<!<TOLL|EVENT|HARM|FLESH>)<SEPARATE>"
PAST = (
    '"كان"<"قد"><^STOP|BREAK>{0,3}<ACT>|"قبل"<ERA_LENGTH>|"قبل"(?:<QUANTITY>|"أكثر""من"|"نحو")<YEARS>'
    '|(?<!"مخلفات")<HAPPEN><"سابق"|"سابقة">'
    "|<PRECEDED>|<WAR><WORLD>|<CHARGED><^STOP|BREAK|COMMA>{0,4}<EVENT&killed>"
)
# A deed of which people speak because of the day on which it happened: ذكرى انفجار المصنع, مرور عام على الزلزال.
ANNIVERSARY = (
    "(?:<MEMORY>|<PASSING><QUANTITY>?<ERA_LENGTH>)<^STOP|BREAK|COMMA|SEMICOLON|RELATIVE>{0,6}?"
    "<HAPPEN|EVENT|ATTACKS|DEPART>"
)
# At the beginning of a sentence that takes up what happened: ووقع الحادث, وكانت الحافلة قد انقلبت.
TAKEN_UP = (
    '<STOP|BREAK>*(?!"منذ"|<THIS_IS>|"يأتي"|"تأتي"|"جاء")(?:<^STOP|BREAK|COMMA|QUANTITY>{0,3}?<HAPPEN&AL>'
    '|(?:"كان"|"كانت")<AL|DEF><^STOP|BREAK|COMMA|ACT>{0,4}?<"قد">(?!<REPORT|ACCUSE>))'
)
# In a relative clause with a verb of its own, the verb of the clause around it: الزلزال الذي ضرب المدينة ليلا أدى إلى.
LED_TO = "<RELATIVE><*><^STOP|BREAK|COMMA>{1,12}?<CAUSE&NOWA>"
# Of a total: what it runs since.
SINCE_EVENT = '"منذ"<^STOP|BREAK|COMMA|TIME|THING|QUANTITY|ERA_LENGTH|PREPOSITION>'
# Before a deed that a case, a verdict or a length of time is told of: على خلفية مقتل طالب; بعد أشهر من اغتيال الوزير.
CASE_OF = "(?!<TRIED&AL>)<TRIED><^STOP|BREAK|COMMA|QUANTITY>{0,5}$"
LONG_AFTER = (
    '<ERA_LENGTH|"يومين"><QUALITY|WORD>?(?:"من"|"على"|"بعد")'
    '(?:<^STOP|BREAK|COMMA|SEMICOLON|ACT|QUANTITY|RELATIVE>{1,5}<"الذي"|"التي"><^STOP|BREAK|COMMA|ACT>{0,2})?$'
)
# Deaths that need not be by force.
DEATHS = '<CASE>|"وفاة"|"وفيات"|"وفاتين"'
# Before a deed that others came shortly after: بعد ساعات من وفاة نائب المدير, بعد يوم من هجمات أدت إلى.
SHORTLY_AFTER = (
    '"بعد"<QUANTITY>?<"يوم"|"ساعات"|"ساعة"|"ساعتين"|"دقائق"><QUANTITY|QUALITY>?<COMMA>?<"من"|"على">(?!<REPORT>)'
    "(?:<^STOP|BREAK|COMMA|SEMICOLON|ACT|QUANTITY>{0,7})$"
)
# From the time of what came later to the deed that went before: عام 2016، بعد ستة أعوام على اقتحام.
LATER = '<"بعد"><QUANTITY>?<ERA_LENGTH|"يومين"|"يوم"|"ساعات"><QUANTITY|QUALITY>?<"من"|"على">'
# A relative clause about somebody or something, and no event: قتل سالم، والذي قتل شقيقه قبل أربع سنوات.
OF_ANOTHER = (
    "(?<!<HAPPEN|STRIKE|EVENT|ATTACKS>)(?<!<HAPPEN|STRIKE|EVENT|ATTACKS><*>)"
    '<"الذي"|"التي"|"الذين"|"اللذين"|"اللذان"|"اللتين">'
)
# What happened once, whatever the month or year that is told of it.
ONE_EVENT = "<HAPPEN|TRAUMA>"
# Attacks whose victims are told together, and several places; a war, whose toll is that of years; people who have
# fled and not come back.
ATTACKS = '(?<!<FROM>)(?<!"عن")(?<!"ضد")(?!<ATTACKS&LI>)<ATTACKS>'
EVERYWHERE = (
    '(?:"في"|"من")(?:<VARIOUS>|<TOTAL>"من")<GENERIC|SITE>'
    "|<ALL_OVER><THE_COUNTRY|PLACE|NAT>"
    "|<PLACING><PLACE><DEF|PLACE&NOWA>?(?:<PLACE&WA><DEF|PLACE&NOWA>?){2,}"
)
WAR = '<WAR>|"منذ"<QUANTITY>?<YEARS>'
STANDING = "<STATE&displaced|TOLL&displaced>"
# What happens at a place: an attack, an accident, an outcome.
EVENTS = "<STRIKE|TRAUMA|ATTACKS|HAPPEN|EVENT|ACT|TOLL|STATE|HARM>"
# Before cases: they are counted as they come.
REGISTERED = "(?<!<RELATIVE>)<REGISTER>"
NEW = "<NEW>"
# Between the noun of a total and its number, the last of these tokens: إجمالي الحالات المؤكدة بالجهة إلى | 2954.
TOTAL_OF = (
    '<TOTAL>(?:<ACT&AL>|<RELATIVE><SHAKE|HAPPEN>|<^STOP|BREAK|SEMICOLON|ACT|RELATIVE>)*(?:"إلى"|<REACH>)<TIME>*<LPAREN>?$'
    '|<REACH><TOLL&PL><^STOP|BREAK|SEMICOLON|ACT|RELATIVE>{0,10}"إلى"$'
    "|<TALLY><^STOP|BREAK|SEMICOLON|ACT|RELATIVE>*<REACH><TIME>*<EVENT>?$"
    '|(?!"عدد"<LPAREN>?$)<TOTAL><^STOP|BREAK|COMMA|RELATIVE>{0,2}$'
    "|<CASE&AL|TOLL&PL&AL><^STOP|BREAK|SEMICOLON|ACT>{0,8}<REACH><TIME>*$"
    "|<TOTAL><CASE|TOLL><^STOP|BREAK|COMMA|SEMICOLON|ACT>{0,9}$"
)
# Between a whole and a part of it: منهم, بما في ذلك.
AMONG = '<AMONG>|"بما"(?:"في ذلك"|"فيها"|"فيهم")|"بمن""فيهم"'
# Between a count and a larger one that another source tells: أسفرت عن مقتل 20، فيما تقدر جامعات العدد بنحو 130.
RIVAL = '(?:"بينما"|"فيما"|"في حين"|"لكن"|<CLAUSE&WA>)<REPORT|SOURCE|REACH>'
# Before the time at which something was said: في بيان صدر مساء السبت.
IN_STATEMENT = '(?:"بيان"|"تقرير"|"تصريح"|"تصريحات")<^STOP|BREAK|QUANTITY|EVENT|ACT|TOLL|CLAUSE|TO|REPORT>{0,5}'
# A stretch that was told before: خلال الفترة نفسها, خلال نفس المدة.
SAME_PERIOD = (
    '<SAME_ONE>(?:"الفترة"|"المدة")(?!"من"|"عام")|<DURING><THIS>(?:"الفترة"|"المدة")(?!"من")'
    '|(?:"الفترة"|"المدة")<SAME_ONE|"المذكورة">(?!"من"|"عام")'
)
# Between a count and a time that is not its own: قبل أن; للاشتباه في تورطه في.
BEFORE = '"قبل""أن"'
SUSPICION = "<SUSPICION>"
