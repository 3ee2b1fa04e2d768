"""The grammar of who speaks: titles, names of persons, names of bodies, as noun phrases over word classes.

Groups of the patterns: `role`, `honor` (honorifics and ranks), `name` of a person; `body`; `report` (a statement that
speaks for who issued it); `honored` (سموه); `other` (a noun that no lexicon knows).
"""

from __future__ import annotations

from ..grammar import Matcher, Rule, compile_pattern
from .lexicon import FRAGMENTS, LEXICON

# No noun phrase goes beyond these.
_STOPS = (
    "STOP|BREAK|COMMA|COLON|SEMICOLON|QUOTE|OPEN|CLOSE|LPAREN|RPAREN|DASH|QUANTITY"
    "|THAT|SO_THAT|RELATIVE|CONNECTS|TIME|AT|TO|FROM|ABOUT|ON|THIS|PRONOUN|WAS|ALREADY|WHAT|HIM|MANNER&NOAL"
    "|PARTICLE|VERB&NOAL|FINITE|PARTICIPLE&NOAL|SAYING|CONVEYS&NOAL|SAID_IT&NOAL|OTHER_VERB|ACCORDING|AGENCY&LI|MEDIA&LI|WITH"
)

_NOUN_PHRASES = {
    **FRAGMENTS,
    # One more token of a title or of the name of a body: المتحدث | باسم | الحكومة | اليمنية
    "addressee": "(?<=<AL>)<LWORD&NOAL>(?=<THAT|COLON|COMMA|IN|QUOTE|OPEN|TIME>|$)"
    "|(?<=<AL|WORD|COUNTRY|PLACE>)<LWORD&NOAL>(?=<WORD&NOAL&NOPREP&NOWA|NAMED|LATIN>(?:<THAT|COLON>|$))",
    # المرصد السوري (المرصد): another name, no age and no number
    "alias": "(?<=<AL|WORD|NAMED|COUNTRY|LATIN>)<LPAREN>(?:<NAMED|LATIN|BODY|AL&NOPREP|WORD&NOPREP>){1,3}<RPAREN>",
    "in_body": "<IN>(?=<BODY|AGENCY|MEDIA|NAMED|COUNTRY|PLACE|PLACEHEAD|REALM&NOAL"
    "|AL|NOUN|MOSQUE|SOURCE|PLATFORM>|{quoted}"
    "|<WORD&NOAL><AL|GIVEN&NOAL|BODY&NOAL>|(?:<WORD&NOAL>){1,4}(?:<THAT|COMMA|COLON|QUOTE|OPEN>|$))"
    "(?!<REPORT|TESTIMONY|TIME|THIS|OWNED>)",
    # مسؤول من جمعية كذا
    "from_body": "(?<=<OFFICE&NOAL|STATE&NOAL>)<FROM>(?=<BODY&NOPREP&NOWA|NAMED&NOPREP&NOWA>)",
    # Where an envoy or a prosecutor holds his office: سفير المغرب لدى مالي
    "at_court": "(?<=<AL|COUNTRY|WORD>)<LADA>(?=<BODY|COUNTRY|NAMED|PLACEHEAD>)",
    "of": "(?!(?<=<OFFICE&AL>)<BI>)(?:{quoted}|(?<=<MEDIA|AGENCY|BODY>){bracketed}|{alias}"
    "|(?!{object}|{addressee}|<SEATED>"
    "|(?<=<AL>)<PUBLISHED&NOAL|REPORT&NOAL&NOWA|VERBLIKE&NOAL|MASDAR&AL&NOPREP&NOWA>)"
    f"<^{_STOPS}|NAME_OPEN>"
    "|{in_body}|{from_body}|{at_court}|(?<=<CHARGED><BI>)<TOGETHER>(?=<BODY|AL>)|(?<=<BODY&NOAL|IN><BODY&AL>)<ABOUT>(?=<RIGHTS>)|(?<=<OVER>)<ON>|(?<=<OFFICE>)(?<!<MINISTER>)<ABOUT>|(?<=<OFFICE>)<NOUN>"
    "|(?<=<OFFICE&NOAL>)<TIME&AL>"
    "|(?<=<AL|GIVEN|WORD|BODY>)<GENERAL&AL&NOPREP&NOWA>(?!<TIME>))",
    # The name of a body ends where somebody's title or rank begins, before ب and what it depends on; and once it is
    # definite, before a noun of its own, which is the object of the verb: أعلن الجيش اليمني القبض على…
    "own_noun": "(?<=<AL|COUNTRY|NAME_CLOSE|RPAREN>)(?<!<PLURAL&NOAL>)(?<!<BODY&NOAL|CITY&NOAL><ROYAL>)"
    "(?:<MASDAR&AL&NOPREP&NOWA|DEED&NOPREP&NOWA|STATES|WORD&NOAL&NOPREP|COUNTED&NOAL&NOPREP>"
    "|(?<!<ROYAL>)<GIVEN&NOAL&NOPREP|FAMILY&NOPREP>)"
    "|(?<=<AL>)<BODY&AL&NOPREP&NOWA>(?<!<RELATIONAL>)"
    "|(?<=<AL|COUNTRY|NAME_CLOSE|RPAREN>)<BODY&NOAL&NOPREP&NOWA|REPORT&NOAL&NOPREP&NOWA>"
    "|(?<=<NAME_CLOSE>)<BODY&AL&NOPREP&NOWA|PRIVATE&NOAL&NOPREP&NOWA|COUNTRY&NOPREP&NOWA>(?<!<RELATIONAL>)"
    "|(?<=<NAMED>)<COUNTRY&NOPREP&NOWA|GIVEN&NOAL&NOPREP&NOWA>"
    "|(?<=<NAMETAIL>)<COUNTRY&NOPREP&NOWA|BODY&AL&NOPREP&NOWA>(?<!<RELATIONAL>)"  # حزب الله | إسرائيل
    "|(?<=<COUNTRY><PLACE>)<COMMON&NOAL&NOPREP&NOWA|REPORT&NOAL&NOPREP&NOWA|MASDAR&NOAL&NOPREP&NOWA>"
    # اتهمت الحكومة اليمنية | إيران; but وزارة الداخلية السعودية
    "|(?<=<AL|NAME_CLOSE|RPAREN>)(?<!<STATES|MOSQUE|SEAT>|<SEAT><AL>)(?!<EPITHET>)<COUNTRY&NOAL&NOPREP&NOWA|NAMED&AL&NOPREP&NOWA>"
    # حثت واشنطن | طهران; but دول العالم
    "|(?<=<COUNTRY>)(?<!<PLURAL>)<COUNTRY&NOPREP&NOWA|REPORT&AL&NOPREP&NOWA|SPEECH&NOPREP&NOWA|BODY&AL&NOPREP&NOWA|ADDRESSEE&AL&NOPREP&NOWA>(?<!<RELATIONAL>)"
    "|(?<=<AL>)(?!<EPITHET&AL>)<OFFICE&NOPREP&NOWA|PRIVATE&NOPREP&NOWA|ADDRESSEE&AL&NOPREP&NOWA>",
    # Where a body acts is no part of its name: وزارة الدفاع | في مالي; but بعثة … في ليبيا, وزارة الصحة في غزة.
    "where": "(?<!<BRANCH|NAME_CLOSE>)<IN>(?=<COUNTRY|PLACE|PLACEHEAD|WORD&NOAL>)(?!<*>?<RIVAL>|<*><NAME_OPEN>)"
    "|(?<=<NAMED&NOPREP|NAMED&LI>)(?<!<BRANCH>)<IN>(?!<*>?<RIVAL>)",
    "of_branch": "(?!{own_noun}|(?!<TEAM&NOAL>|(?<=<BODY&NOAL>)<HONORIFIC&WORD&AL>"
    "|(?<=<BODY&AL>)<HONORIFIC&STATE&AL>)<RANK|HONORIFIC|HONOR&NOAL|BI|KA|BMASDAR|DEPENDS>)(?:{of})",
    "of_body": "(?!{where})(?:{of_branch})",
    # Titles: رئيس الوزراء, أحد سكان المدينة, كبير المستشارين
    "holder": "<OVER&AL>(?=<DEED&BI>)|(?<=<VERB|PARTICIPLE|THAT|STOP|BREAK>)<CHARGED&AL>(?=<BI>)"
    "|(?!<NAMEPART|OFFICE&GIVEN&NOAL>(?=<GIVEN&NOAL>)|<OWNER><HONOR&AL>)<OFFICE&NOPREP|PRIVATE&NOPREP>"
    "|(?!<GIVEN>)<HONORIFIC&NOAL&NOPREP>"
    "|<CHIEF&NOPREP>(?=<OFFICE|PRIVATE|AL>)|<IMAM>(?=<IMAM&WA>?(?:<ONE_OF>)?<MOSQUE>)",
    # The name is not the speaker's: المتحدث باسم الرئيس فلان
    "for_named": "<OFFICE><AL>{0,2}<SPOKES><OFFICE&AL>(?!<GENERAL>(?!<*>{0,2}<LEADER>))"
    "<AL&NOPREP&NOWA>{0,2}<GIVEN&NOAL&NOPREP|WORD&NOAL&NOPREP&NOWA>",
    # القيادي بحزب كذا فلان, and with no name up to the end of the clause
    "employed": "(?<=<OFFICE&AL>)<BODY&BI|NAMED&BI>",
    # up to a name
    "title": "(?!{for_named})(?:<ONE_OF&NOPREP><FROM>?)?(?:{holder})"
    "(?:(?:{employed})(?:{of})*?(?=<COMMA>?(?:<HONORIFIC&AL|HONOR|RANK&AL|CALLING&AL>)*+<GIVEN&NOAL&NOPREP>)|(?:{of})*?)",
    # A title with no name after it ends once it is definite: نائب رئيس الجمعية | بعدا جديدا
    "of_title": "(?!<DECLINES><LACK>|(?<=<EPITHET&NOAL>)<BODY&NOAL&NOPREP&NOWA>"
    "|(?<=<AL|COUNTRY>)<WORD&NOAL&NOPREP&NOWA|DEED&NOPREP&NOWA|ADDRESSEE&AL&NOPREP&NOWA>"
    "|(?<=<AL>)(?<!<STATES|SEAT>|<SEAT><AL>)(?!<EPITHET>)<COUNTRY&NOAL&NOPREP&NOWA>|(?<=<OFFICE&AL|RANK&AL|PRIVATE&AL>)<NAMED&NOPREP&NOWA>"
    "|(?<=<AL|COUNTRY|NAME_CLOSE>)<BODY&AL&NOPREP&NOWA>(?<!<RELATIONAL>)|<GIVEN&WA|FAMILY&WA>"
    # مدير الصندوق | والمهندس فلان
    "|<HONORIFIC&WA&AL|RANK&WA&AL|CALLING&WA&AL>(?=<GIVEN&NOAL>))(?:{of})",
    "whole_title": "(?:<ONE_OF&NOPREP><FROM>?)?(?:{holder})"
    "(?:(?:{employed})(?:{of_title})*+(?=<THAT|COLON>|$)|(?:{of_title})*+)",
    "honor_of": "(?!<REALM&AL>)<HONOR>|<OWNER>(?=<HONOR&AL>)",
    "honors": "<HONORIFIC&AL>|{honor_of}|(?!<TEAM&AL><EPITHET&AL>|(?<=<PRIVATE&NOAL>)<TEAM&AL>)<RANK&AL>"
    "|<CALLING&AL&NOPREP&NOWA>"
    "|(?<=<RANK|GRADE>)<RANK|GRADE>|(?<=<HONORIFIC|HONOR>)<NOUN&AL|HONORIFIC&AL>",
    # A second title of one word: أمير المنطقة الأمير فلان, مندوب المملكة السفير فلان
    "second": "(?:<ENVOY&AL&NOPREP&NOWA|PRINCE&AL&NOPREP&NOWA>|(?<=<NAME_CLOSE>)<OFFICE&AL&NOPREP&NOWA>)"
    "(?=<GIVEN|WORD&NOAL|HONORIFIC&AL>)",
    # Respect before an office: معالي وزير الصحة, صاحب السمو الملكي الأمير فلان
    "respect": "(?:(?:{honor_of})(?:<NOUN&AL|HONORIFIC&AL>)*+)++(?=<OFFICE|PRIVATE>)",
    # Names. A name that no lexicon knows begins after something definite, a comma, a place, the name of a body; never
    # inside a construct. علي is spelt like على.
    "free": "(?<=<AL|COUNTRY|PLACE|NAMED|HONORIFIC|RANK|GRADE|HONOR|TIME|COMMA|OPEN|CLOSE|QUOTE|NAME_OPEN|NAME_CLOSE"
    "|RPAREN|BREAK|STOP"
    "|VERB|ITS_NAME|WHOSE|PARTICIPLE|SAID_IT|ACCORDING|ALREADY|WAS|CONNECTS|THAT|ABOUT|MANNER>|^)",
    "ali": "(?<=<HONORIFIC|HONOR|RANK>)<ALI>(?=<WORD&NOAL>)"
    "|(?<=<VERB&SAYS>)(?<!<TAKES_ON>)<ALI>(?=<WORD&NOAL&NOPREP|LWORD&NOAL|VERBLIKE&NOAL|WAWORD&NOAL>"
    "<AL&NOPREP|WORD&NOAL|GIVEN|WAWORD&NOAL|LWORD&NOAL|VERBLIKE&NOAL>{0,2}(?:<THAT|COLON|COMMA|QUOTE|OPEN|AT|TIME>|$))"
    "|(?<=<VERB|WAS|HONORIFIC|HONOR|RANK|COMMA|AL>)(?<!<OVER>)<ALI>(?=<AL&NOPREP|GIVEN&NOPREP|NAMEPART&NOPREP|BIN>)",
    "given": "(?!<AT>|(?<=<OFFICE&NOAL>)<GIVEN&NOUN&NOAL>)<GIVEN&NOAL&NOPREP|FAMILY&NOPREP|LEADER&NOAL&NOPREP>|{ali}"
    "|(?<=<VERB|HONORIFIC|RANK|TIME>)(?!<OFFICE|BODY>)<GIVEN&AL&NOPREP>"
    "(?=<AL|GIVEN|NAMEPART|NAMETAIL|BIN>|<WORD&NOAL&NOPREP&NOWA>(?<!<COMMON>))|<IMAM&NOAL&NOPREP&NOWA>(?=<NAMEPART>)"
    # استقبل الحبيب المنصوري، رئيس كذا، …
    "|(?<=<FINITE>)(?!<OFFICE|BODY>)<GIVEN&AL&NOPREP>(?=<AL&NOPREP&NOWA><COMMA>?<OFFICE&NOAL>)",
    # A family name that looks like another word: only where the name ends with it. كينيث بلوك، ; مايك لي إن
    "closes": "(?=<COMMA|THAT&NOPREP|COLON|OFFICE&NOAL&NOPREP&NOWA|PRIVATE&NOAL&NOPREP&NOWA|PARTICIPLE&SAYS>|$)",
    "surname": "(?<=<GIVEN|FAMILY|WORD>)<BI&NOAL&NOWA>{closes}"
    "|(?:(?<=<GIVEN|FAMILY>)|(?<=<GIVEN><WORD>))"
    "(?!<TO>)<MASDAR&NOAL&NOPREP&NOWA|BMASDAR|HONORIFIC&NOAL&NOPREP&NOWA|HIM|VERBAL&NOAL&NOPREP&NOWA>{closes}"
    # حمل النائب سمير حرب في مؤتمر
    "|(?<=<OFFICE&AL|HONORIFIC&AL|RANK&AL><GIVEN>)<MASDAR&NOAL&NOPREP&NOWA>(?=<IN|TIME|ON>)"
    "|(?<=<GIVEN|FAMILY>)<OFFICE&NOAL&NOPREP&NOWA|PRIVATE&NOAL&NOPREP&NOWA>(?=<THAT&NOPREP|COLON>|$)"
    "|(?<=<^GIVEN|FAMILY|WORD|NAMEPART|BIN><GIVEN>)"
    "<LI&NOAL&NOWA|WORD&AL&BI&NOWA|COUNTRY&NOAL&NOPREP&NOWA|PLACE&NOAL&NOPREP&NOWA>{closes}",
    "next": "{surname}|(?!<PRIVATE&GIVEN&NOAL>(?=<WORD&NOAL|COUNTRY|BODY|NAMED>)"
    "|<VERBAL&NOAL>(?!<WORD&NOAL><AL&NOPREP|COMMA|THAT|COLON>)|<TIME><TIME>)"
    "<GIVEN&NOAL&NOPREP|FAMILY&NOPREP|WORD&NOAL&NOPREP&NOWA|LATIN|NAMEPART&NOPREP|NAMETAIL&NOPREP|BIN|SO_THAT>"
    "|(?<=<GIVEN|NAMEPART|BIN>)<ALI>|(?<=<NAMETAIL>)<ALI>(?!<AL>)|(?<=<NAMEPART|BIN>)<AL&NOPREP&NOWA>|(?<=<BIN>)<OFFICE&NOPREP>"
    "|(?<=<GIVEN>)<OFFICE&NOAL&NOPREP&NOWA>(?=<GIVEN&NOAL&NOPREP>)"
    "|(?<=<GIVEN>)<HONORIFIC&AL&NOPREP&NOWA>(?=<GIVEN&NOAL&NOPREP&NOWA>)"  # مصطفى الحاج يوسف
    "|(?<=<GIVEN|WORD>)<WORD&KA&NOAL&NOWA>(?=<COMMA|THAT|COLON|OFFICE|PRIVATE|QUOTE|OPEN>)"
    "|(?<=<GIVEN>)<VERBLIKE&NOAL|LWORD&NOAL|MANNER>|(?<=<WORD|GIVEN|FAMILY>)<GRADE&NOAL&NOPREP&NOWA>(?=<^OFFICE&NOAL|PRIVATE&NOAL|WORD&NOAL|BODY&NOAL>|$)"
    "|<VERBLIKE&NOAL|LWORD&NOAL|WAWORD&NOAL>(?=<COMMA|THAT|COLON|OFFICE|PRIVATE|STOP|QUOTE|OPEN|AT|TIME>|$)"
    "|<DASH>(?:<WORD&NOAL&NOPREP&NOWA|GIVEN|LATIN>)",
    # An everyday word begins a name only after a title of respect or before a word that is none: كون غينز.
    "common": "(?<!<HONORIFIC|HONOR|RANK|GRADE>(?<!<TEAM>))<COMMON>"
    "(?!<WORD&NOAL&NOPREP&NOWA|GIVEN&NOAL&NOPREP|NAMEPART&NOPREP|BIN|LATIN>(?<!<COMMON>))",
    "unknown": "{free}(?!<PRIVATE|OFFICE>|(?<!<COMMA>)<NATION>|{common})<WORD&NOAL&NOPREP&NOWA|LATIN|NAMEPART&NOPREP>"
    "|(?<=<VERB|HONORIFIC|HONOR|RANK|OFFICE|PRIVATE>)<BIN&NOPREP>(?=<WORD&NOAL|GIVEN|AL>)"
    # زعيم أنصار الله عبد الملك
    "|(?<=<NAMED|WORD|BODY><NAMETAIL>)<NAMEPART&NOPREP>"
    # After a body or a place with a name of one unknown word, a name of its own has two words: بنك غولدمان ساكس.
    "|(?<=<PLACEHEAD|BODY|IN><WORD>)(?!{common})<WORD&NOAL&NOPREP&NOWA|LATIN|NAMEPART&NOPREP>(?={next})"
    "|(?<=<VERB|HONORIFIC|HONOR|RANK>)<VERBLIKE&NOAL|LWORD&NOAL|WAWORD&NOAL>"
    # مدير الوكالة يوكيا سندو
    "|(?<=<AL|COUNTRY|NAMED>)<VERBLIKE&NOAL>(?=<WORD&NOAL&NOPREP&NOWA>(?<!<COMMON>)(?:<COMMA|THAT|COLON|TIME|QUOTE|OPEN|OWNED>|$))"
    # الشيخ تيسير التميمي
    "|(?<=<HONORIFIC>)<MASDAR&NOAL&NOPREP&NOWA>(?=<AL&NOPREP&NOWA>)",
    "definite": "<WORD&AL&NOPREP&NOWA|STATE&AL&NOPREP&NOWA|VERBLIKE&AL&NOPREP&NOWA|LWORD&AL&NOPREP&NOWA"
    "|WAWORD&AL&NOPREP&NOWA>",
    "family": "(?<!<FAMILY>(?<!<GIVEN>))(?!<DEPENDS|ADDRESSEE>)(?:{definite})|<GIVEN&AL&NOPREP&NOWA|LEADER>"
    "|(?:(?<=<GIVEN|NAMETAIL>)<HONORIFIC&AL&NOPREP&NOWA|MASDAR&AL&NOPREP&NOWA|OFFICE&AL&NOPREP&NOWA|DEED&AL&NOPREP&NOWA"
    "|GRADE&AL&NOPREP&NOWA>"
    "|(?<=<HONORIFIC|OFFICE><WORD>)<HONORIFIC&AL&NOPREP&NOWA>)(?:{closes}|(?=<TO|ON|ABOUT|DASH>))",
    # صباح الأحمد الجابر الصباح; محمد العيد بن عمر
    "rest": "(?:{next}){0,9}+(?:<GIVEN&AL&NOPREP&NOWA>(?=<AL&NOPREP&NOWA>))*+"
    # أحمد النور رقم الله; محمد الأمين أحمد، …
    "(?:(?:{family})(?:<BIN>(?:{next}){1,6}+(?:{family})?+|<WORD&NOAL&NOPREP&NOWA><NAMETAIL>"
    "|<GIVEN&NOAL&NOPREP&NOWA>{closes})?+)?+",
    # One unknown word that a definite one follows is rather a noun in construct.
    "alone": "(?!(?!<TIME|RELATIVE|OFFICE|PRIVATE|RANK|HONORIFIC|ORDINAL>)<AL&NOPREP>)",
    "bare_name": "(?!<AT>|<OFFICE><GENERAL|BODY&NOAL>)(?:{given}){rest}"
    "|(?:{unknown})(?={next}){rest}|(?:{unknown}){alone}",
    # مستشفى الملك فهد is no king.
    "in_construct": "(?<=<BODY&NOAL|PLACEHEAD&NOAL|MOSQUE&NOAL|WORD&NOAL><ROYAL>|<BODY&NOAL|MOSQUE&NOAL>)",
    # The name after an indefinite noun is whose it is: شقيق سمير, محامي سمير; but صديقه سمير.
    "owner": "(?:(?<=<PRIVATE&NOAL&NOPREP&NOWA|PRIVATE&NOUNISH&NOAL>)(?<!<HAD>)"
    "|(?<=<KIN&NOAL&NOPREP><GIVEN|NAMEPART>))",
    # مسؤول تركي is no Turki.
    "titled_name": "(?!{in_construct}|{owner}|(?<=<NAMEPART|BIN>)|(?<=<OFFICE&NOAL|PRIVATE&NOAL>)<EPITHET&NOAL>"
    "|(?<=<OFFICE&NOAL>)<NOUN&NOAL>"
    "|<DECLINES><LACK>|(?<=<REPORTER&NOAL>)<WORD|NAMED>)(?:{given}|{unknown}){rest}",
    "clause_start": "(?:(?<=<VERB|PARTICIPLE|TONGUE|ABOUT|COMMA|THAT|CONNECTS|BREAK|STOP|WAS|ALREADY|TIME>)|^)",
    "role_after": "<COMMA|DASH>? <PRONOUN&WA>? (?!<APART><AT>|<OFFICE&WA|PRIVATE&WA>) (?P<role>{whole_title})"
    # فلان، الدولي المغربي وهداف نادي كذا، …
    "|<COMMA>(?P<role><NOUN&AL&NOPREP><NATION&AL>(?:<OFFICE&WA|PRIVATE&WA>(?:{of_title})*+)?)(?=<COMMA>)",
    # Where somebody is from: فلانة، بمحكمة بريستول; فلان من جامعة واشنطن
    "home": "<COMMA>?(?:<FROM>(?P<home><BODY&NOAL&NOPREP&NOWA>(?:{of_body})*+)"
    "|(?P<home><BODY&BI&NOAL>(?:{of_body})*+)(?=<COMMA|COLON|THAT>))",
    # النائب "فلان الفلاني", as some write names. A title of one word gives way to the fuller one: البابا فلان، بابا …
    "person": "(?P<role>{title})(?<=<AL|COUNTRY|PLACE>) (?P<honor>(?:{honors})*+)"
    " <NAME_OPEN|OPEN|QUOTE> (?P<name>{titled_name})(?<!<NAME_OPEN|OPEN|QUOTE><*>) <NAME_CLOSE|CLOSE|QUOTE>"
    # وقال "سامر الحاج يوسف" مدير المشفى
    "|<NAME_OPEN|QUOTE|OPEN>(?P<honor>(?:{honors})*+)(?P<name>(?:{given}){rest})"
    "<NAME_CLOSE|QUOTE|CLOSE><COMMA>?(?P<role>{whole_title})"
    "|(?P<bare><OFFICE&AL&NOPREP|PRIVATE&AL&NOPREP>) (?P<honor>(?:{honors})*+) (?P<name>{titled_name})"
    " <COMMA>? <PRONOUN&WA>? (?P<role>(?:{holder})(?:{of_title})++)(?=<COMMA|COLON|THAT|QUOTE|OPEN|AT|TIME|RELATIVE>)"
    "|(?P<role>{whole_title}) (?<!<GIVEN|FAMILY>)<COMMA> (?P<honor>(?:{honors})*+) (?P<name>{titled_name})"
    "(?=<COMMA|COLON|THAT>)"
    "|(?P<role>{whole_title}|<SOURCE&NOPREP><WORD&NOAL&NOPREP&NOWA>?|<ONE_OF&NOPREP>(?:{definite}|<NOUN&AL&NOPREP&NOWA>))"
    " <COMMA>? <ITS_NAME> (?P<honor>(?:{honors})*+) (?P<name>{titled_name})"
    "|(?P<role>{title}) <COMMA>? (?:{second})?+ (?P<honor>(?:{honors})*+) (?P<name>{titled_name}) (?:{home})?"
    # الدولي النوري فلان، لاعب نادي كذا
    "|{clause_start}(?:{definite}|<NOUN&AL&NOPREP&NOWA>){1,4}(?P<honor>)(?P<name>(?:{given}){rest})"
    "<COMMA>(?P<role>(?:{holder})(?:{of_title})++)(?=<COMMA|COLON|THAT>)"
    "|{clause_start}(?P<role>(?:{definite}|<NOUN&AL&NOPREP&NOWA>){1,4}|<OWNED><COMMA>?) (?P<honor>)"
    " (?P<name>(?:{given}){rest})"
    "|(?P<honor>(?:{honors})++) (?P<name>{titled_name}|{family}) (?:{role_after})?"
    "|(?P<honor>) (?P<name>(?:{unknown}){family}) {role_after}"
    "|(?P<honor>) (?P<name>{bare_name}) (?:{role_after})?",
    "many": "<VAGUE&NOPREP>(?=<AL&NOPREP&NOWA>)",
    # A number of people: عدد من الأطباء, بعض السكان, عشرات المحتجين
    "some": "<ONE_OF&NOPREP>(?:<FROM>(?:{of})++|(?=<AL|WORD>)(?:{of})++)|{many}(?:{of})++",
    "unnamed": "(?:<DECLINES><LACK><^COMMA|STOP|BREAK|THAT|COLON>{1,5}+)?+",
    # Bodies: وزارة الدفاع, مصادر قريبة من التحقيق, عدد من الدول
    "body": "<CITY&NOAL&NOPREP><ROYAL&AL>(?:{of_body})*+"
    # مصدر طبي | للجزيرة: to whom it speaks
    "|<SOURCE&NOPREP><INFORMED>?(?:(?!<DECLINES><LACK>|(?<=<WORD|STATE|INFORMED>)<DEED&NOAL&NOPREP|AGENCY&NOPREP|MEDIA&NOPREP>"
    "|(?<=<AL|INFORMED>)<COMMON&NOAL&NOPREP&NOWA>|(?<!<DEPENDS>)<LI>|(?<=<SOURCE|STATE>)<LWORD&NOAL>)(?:{of}))*+"
    "(?:<FROM>(?:(?!(?<!<DEPENDS>)<LI>)(?:{of}))++)?{unnamed}"
    "|<REALM&NOPREP><COUNTRY&NOPREP>(?:{of_body})*+"
    "|<BRANCH&NOPREP>(?:{of_branch})*+"
    "|(?:<ONE_OF&NOPREP><FROM>?)?<BODY&NOPREP|AGENCY&NOPREP|NAMED&NOPREP|MEDIA&NOPREP|COUNTRY&NOPREP>(?:{of_body})*+",
    # المصدر ذاته, نفس المصدر
    "same": "(?P<same><SAME_LEAD><AL&NOPREP>|<AL&NOWA>(?:{of}){0,2}?<SAME>)",
    "named": "{quoted}(?:<AND>{quoted})*+(?:{of_body})*+"
    "|<LPAREN><BODY&NOPREP|NAMED&NOPREP|AGENCY&NOPREP|MEDIA&NOPREP><^RPAREN|STOP|BREAK>{0,4}<RPAREN>",
    "for_body": "<BODY&LI|AGENCY&LI|NAMED&LI|MEDIA&LI|SOURCE&LI|COUNTRY&LI>(?:(?!{own_noun})(?:{of}))*+",
    # تصريح لوكالة كذا: what is said to it
    "talk": "<TALK>(?:<^STOP|BREAK|COMMA|LI>){0,3}?<AGENCY&LI|MEDIA&LI>",
    "for_title": "(?!{for_named})<OFFICE&LI|PRIVATE&LI>(?:{of})*?",
    "whole_for_title": "<OFFICE&LI|PRIVATE&LI>(?:{of})*+",
    "other": "(?:(?!<WA>)<HONORIFIC|RANK|WORD&NOPREP|ONE_OF&NOPREP|THIS|PLACE>(?<!<COMPARES>)"
    "|(?!<TIME|RELATIVE|ORDINAL|HIM>)<AL&NOPREP&NOWA>)(?:(?!(?<=<AL>){quoted}){of_body})*+",
    # What may stand before the subject: when and where, in what statement.
    "time": "<PEER>(?:<AL&NOPREP&NOWA>){0,2}|(?!{many})<TIME|QUANTITY|COMMA|ALREADY|WAS|SLASH|DASH|MANNER|HIM|ORDINAL>",
    "late_head": "<OFFICE|PRIVATE|HONORIFIC|HONOR|RANK|SOURCE|GIVEN|BODY&NOAL|AGENCY&NOAL>",
    "adjunct": "<AT|TO|FROM|ABOUT|ON|LI|BI|LMASDAR|BMASDAR|CONNECTS><^COMMA|STOP>{0,12}?"
    "(?:<COMMA>(?:{time})*+|(?<=<AL|TIME|LATIN|QUOTE|CLOSE|NAME_CLOSE|COUNTRY|NAMED>)(?:{time})*+(?={late_head}))",
    "lead": "(?:{time})*+ (?:{adjunct})?? (?:<THIS>(?=<OFFICE|PRIVATE|BODY|REPORT|HONORIFIC>))?",
}


# The subject of a verb: في بيان أمس المتحدث باسم الوزارة فلان
SUBJECT = compile_pattern(
    LEXICON,
    """{lead} (?:
        (?P<honored><HIS_HONOR>)
      | (?!{talk})(?P<report><REPORT&NOPREP|SPEECH|FIGURES&NOPREP>) (?:{of})*?
        (?:(?P<body>{for_body})|(?<=<REPORT|FIGURES>)(?P<body>{body})|<ISSUED><ABOUT>?(?P<body>{body}|{named}))
      | {same}
      | (?:{respect})?+ (?:{person})
      | (?P<honor>(?:{honors})*?) (?P<role>{whole_title}{unnamed})
      | (?P<body>{body})
      | (?P<some>{some})
      | (?P<report><SPEECH>|<REPORT&AL&NOPREP>
        |(?!<HIS_REPORT>)<REPORT&NOAL&NOPREP>(?:<WORD&NOAL&NOPREP|STATE&NOAL|NOUN&NOAL>){0,3}+)
    )
    | (?:{time})*+ (?:(?P<body>{named})|(?P<other>{other}))""",
    _NOUN_PHRASES,
)

# After بحسب, وفقا ل, نقلا عن: a statement and whose it is.
SOURCE = compile_pattern(
    LEXICON,
    """(?:<PRIVATE|MEDIA|AGENCY>(?:{of})*?<ABOUT>)?
       (?:<REPORT|SPEECH|SAYING|MASDAR|WORD&AL|FIGURES&NOAL>(?=<BODY|NAMED|COUNTRY|OFFICE|LI>)|<FIGURES><AL&NOPREP>?(?=<BODY&LI>)|<TESTIMONY>(?=<SOURCE|PRIVATE|OFFICE>))?
       (?:(?:(?!<OFFICE|PRIVATE>)<AL|REPORT>){1,3}?<RELATIVE><ISSUED|SAID_IT>)?
       (?:<LATEST>?(?P<report><REPORT|SPEECH>)<PRIVATE&EPITHET&NOAL&NOPREP>?+(?:{of})*?(?:<ISSUED|SAID_IT|DEPENDS><ABOUT|FROM>?)?)?
       (?: (?P<role>{for_title}) <COMMA>? (?P<honor>(?:{honors})*+) (?P<name>{titled_name})
         | (?P<role>{whole_for_title}) | (?P<body>{for_body})
         | {same} | (?:{respect})?+ (?:{person}) | (?P<role>{whole_title}{unnamed}) | (?P<body>{body}|{named}) )
      | (?P<report><SPEECH|REPORT><PRIVATE&EPITHET&NOAL&NOPREP>?)
      | (?P<other><WORD|PLACE|PRESS|MASDAR&AL|LWORD|VERBLIKE|WAWORD>(?:{of})*+)""",
    _NOUN_PHRASES,
)

# A person named anywhere in an article: with a title or an honorific, or with a given name.
PERSON = compile_pattern(
    LEXICON,
    """(?P<role>{title})(?<=<AL|COUNTRY|PLACE>) (?P<honor>(?:{honors})*+)
       <NAME_OPEN|OPEN|QUOTE> (?P<name>{titled_name})(?<!<NAME_OPEN|OPEN|QUOTE><*>) <NAME_CLOSE|CLOSE|QUOTE>
     | (?P<role>{title}) <COMMA>? (?:{second})?+
       (?P<honor>(?:{honors})*+) (?P<name>(?={given}|<*>(?:{next}|{family})){titled_name})
     | (?P<honor>(?:{honors})*+) (?P<name>(?:{given}){rest}) (?:{role_after})?
     | (?P<honor>) (?P<name>(?:{unknown}){family}|(?<!<LATIN>)<LATIN>{2,4}) {role_after}
     | (?P<honor>(?:{honors})++) (?P<name>{titled_name}|{family})""",
    _NOUN_PHRASES,
)

# المتحدث باسم الرئيس فلان, where nobody but the president has a name.
FOR_NAMED = compile_pattern(LEXICON, "{for_named}", _NOUN_PHRASES)

# A name with its honorifics, and nothing else.
NAME = compile_pattern(LEXICON, "(?P<honor>(?:{honors})*+) (?P<name>{titled_name})", _NOUN_PHRASES)

# The same with an honorific: صاحب السمو الملكي الأمير فلان أمير منطقة …
HONORED = compile_pattern(
    LEXICON,
    """(?P<honor>(?:{honor_of})(?:{honors})*+)
       (?: (?P<role>{title}) <COMMA>? (?:{honors})*+ (?P<name>(?:{given}){rest})
         | (?P<role><OFFICE&AL>) (?P<name>{titled_name}) | (?P<name>{titled_name}) | (?P<role>{whole_title}) )""",
    _NOUN_PHRASES,
)

# A statement and whose it is: بلاغ للوزارة, بيان صادر عن الوزارة
STATEMENT = compile_pattern(
    LEXICON,
    """<REPORT|SPEECH>(?:<AL|WORD&NOAL>){0,2}?
       (?:(?P<body>{for_body})|(?:<ISSUED><ABOUT|FROM>?|<ABOUT>)(?P<body>{body})|(?<=<REPORT&NOAL>)(?P<body>{body}))""",
    _NOUN_PHRASES,
)

# A body named in full; a body inside the title of who speaks for it, but for a minister's.
NAMED_BODY = compile_pattern(LEXICON, "<BRANCH>(?:{of_branch})*+|<BODY|NAMED|AGENCY>(?:{of_body})*+", _NOUN_PHRASES)
BODIES = Matcher(
    LEXICON,
    [
        Rule("body:branch", "<BRANCH>(?:{of_branch})++"),
        Rule("body:indefinite", "(?!<ALREADY>)<BODY&NOAL|AGENCY&NOAL|MEDIA&NOAL|NAMED>(?:{of_body})*+"),
        # المجلس الأعلى; الاتحاد العام | لعمال الموانئ
        Rule(
            "body:definite",
            "<BODY&AL|AGENCY&AL>(?:(?=<AL&NOPREP&NOWA>)(?!<OWNED>)(?:{of_body}))++(?:<LI|LWORD&NOAL>(?:{of_body})++)?",
        ),
    ],
    _NOUN_PHRASES,
    overlaps="first",
)
# What a body or a source is part of or near to, told behind its name: التابع لوزارة الصحة; مقربة من "الحزب"
DEPENDENCE = compile_pattern(
    LEXICON, "<COMMA>?<DEPENDS&NOWA>(?:{for_body}|<LI|LWORD>(?:{of_body})*+|<FROM>(?:{body}|{named}))", _NOUN_PHRASES
)
ORGANIZATION = compile_pattern(
    LEXICON,
    # An organ speaks for its body: المكتب السياسي للحزب
    "(?:<ORGAN&AL>(?:(?!<DEPENDS>)<AL&NOPREP&NOWA>){1,2}<IN>?"
    "(?P<body><BODY|NAMED> (?:(?!<AT|ON|FORMER|OFFICE&WA&NOAL>|<OFFICE&WA&AL><GENERAL|AL>)(?:{of_body}))*+))"
    "|(?<!<MINISTER|TOGETHER>)(?!(?<=<DEED|NOUN>)<RELATIONAL&AL&NOPREP>)(?P<body>(?:<BODY|NAMED|MEDIA|AGENCY|INSTITUTION>|<CITY>(?=<ROYAL&AL>))"
    " (?:(?!<AT|ON|FORMER|OFFICE&WA&NOAL>|<OFFICE&WA&AL><GENERAL|AL>|(?<=<EPITHET&AL>)<AFFAIRS&LI>)(?:{of_body}))*+)",
    _NOUN_PHRASES,
)
