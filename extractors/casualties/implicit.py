"""How news tells of one person, or of persons one by one, without a number: by name, title or kin."""

from __future__ import annotations

from ..grammar import Rule
from .implicit_frames import IMPLICIT_FRAMES

# The word is the preposition على, not the name علي, which is spelled like it.
ON = '(?:"على"(?!<STOP|BREAK|COMMA|PREPOSITION|CLOSE|QUOTE|RPAREN|GIVEN|BIN|WA>))'

# Sub-patterns; each may use those before it, and those of `rules.py`.
PERSON_FRAGMENTS: dict[str, str] = {
    "EACH_ONE": '(?:"كل من"|"كلا من")<COLON>?',
    "AND_SO_ON": "(?!{ON})<GIVEN&NOPREP&NOWA|BIN&NOWA|NAMEPART&NOPREP&NOWA|NAMETAIL&NOWA|FAMILY&NOWA|SURNAME"
    '|LATIN|NAME&NOPREP&NOWA|"السيد"'
    "|WORD|NISBA|DEF|DEF_NISBA|NAT&AL&NOPREP&NOWA|PLACE&NOPREP&NOWA|PERSON&SG&AL&NOPREP&NOWA>"
    # فلان النجار; عبد الملك; حسن الجندي
    "|(?<=<NAMEPART>)<TITLE&NOWA>|(?<=<GIVEN>)<TITLE&NOWA&NOPREP>(?=<PREPOSITION|STOP|BREAK|COMMA|LPAREN|TIME>|$)",
    # محمد علي الحسن; #هلال
    "FULL_NAME": '<OTHER>?(?!{ON}|<TIME>)(?:<GIVEN&NOAL|FAMILY&NOAL><BIN&NOWA>?|"على"(?=<GIVEN|BIN>)|<NAMEPART&NOAL>'
    "(?!<QUANTITY>)){AND_SO_ON}{0,4}",
    # A first name and what follows it, two words at least.
    "GIVEN_NAME": "(?!<QUANTITY>)<GIVEN&NOAL>{AND_SO_ON}{1,4}",
    "MARKED_NAME": "<OPEN|QUOTE>(?:{FULL_NAME}|{NAME}{1,4})<CLOSE|QUOTE>",
    # الطالب الشاب عبد الحق الحلبي; الصحفي فلان; القائد العسكري للمتمردين فلان
    "TITLED": "(?!<KIN_OF>)<TITLE|PERSON&SG&AL|STATE&SG&AL>"
    "(?:<TITLE&NOWA|DEF|DEF_NISBA|NAT&AL|PERSON&AL&NOWA|NATIONAL&AL|QUALITY&AL|STATE&AL>){0,4}(?:"
    "{FULL_NAME}|{MARKED_NAME}|{NAME}{2,4}|{NAME}{1,3}<DEF|DEF_NISBA>)",
    # القيادي في جماعة كذا، محمد سالم; العضو في المجلس فلان
    "TITLED_IN": '(?!<KIN_OF>)<TITLE|PERSON&SG&AL|KNOWN_ONE><DEF|DEF_NISBA|NAT&AL|QUALITY&AL>{0,2}"في"'
    "<^STOP|BREAK|COMMA|ACT|EVENT|TOLL|QUANTITY|PREPOSITION|TIME|WA>{1,5}?<COMMA|QUOTE>?{FULL_NAME}",
    "OF_OFFICE": "<DEF|DEF_NISBA|NAT&AL|BODY&NOPREP&NOWA|SITE&NOPREP&NOWA|WORD|NISBA|PLACE&NOPREP&NOWA|PERSON&AL"
    "|STRIKE&NOPREP&NOWA>{1,5}",
    # أخصائي التمريض فلان; رئيس حركة كذا فلان
    "HELD": "(?:<REL|TITLE|PERSON&SG&NOAL>|<WORD|NISBA>(?=<AL|DEF|DEF_NISBA>)){OF_OFFICE}{FULL_NAME}",
    # The same behind a verb, where an unknown word may be anything.
    "HELD_BY": "<REL&NOPREP|TITLE|PERSON&SG&NOAL&NOPREP>{OF_OFFICE}{FULL_NAME}",
    "NAMED_ONCE": "(?!<KIN_OF>)<TITLE|PERSON&SG&AL><TITLE|DEF|DEF_NISBA|NAT&AL|PERSON&AL>{0,2}{NAME}{1,4}",
    # The bearer of an office, with or without a name: زعيم جماعة كذا عبد الملك فلان
    "DEFINITE": '<CONCERNED>(?:"بالأمر")?|<THIS>?(?!<WORLD>'
    "|<SUSPECT><SUSPICION>)<PERSON&SG&AL&NOPREP|STATE&SG&AL&NOPREP|KNOWN_ONE>"
    '(?!"فيهم"|"بهم"|"بهما"|"فيهما"|"بهن")'
    "(?:<DEF&NOWA|DEF_NISBA&NOWA|NAT&AL|NATIONAL&AL|OTHERS&AL|CRIMINAL&SG&AL&NOWA|PERSON&SG&AL&NOWA|WANTED&AL&NOWA|KNOWN_ONE&NOWA|SUSPECT_OF>){0,2}",
    # A name that no lexicon knows, with an age: داون ستيرجيس (44 عاما)
    "NAMED_WITH_AGE": "{NAME}{1,4}(?=<LPAREN><QUANTITY>(?:<QUANTITY>|<THING>)?<RPAREN>)",
    "SOMEBODY": "{TITLED}|{TITLED_IN}|{FULL_NAME}|<KIN_OF>(?:{FULL_NAME}|<OTHER>{NAME}{1,3})?|{NAMED_WITH_AGE}",
    # Whoever the article names in full elsewhere, or everybody knows: خاشقجي
    "SURNAMED": "<SURNAME>(?:(?<!<WEAK><SURNAME>)|(?!<DEF|DEF_NISBA|AL|WORD>))",
    # استشهد فلان بقول فلان cites somebody
    "UNCITED": "(?!(?<=<CITES><GIVEN|SURNAME|FAMILY|TITLE>)(?!<TRAUMA|SITE|PLACE|STRIKE|THING>)<BI|BI_WORD>)",
    # لقتل فلان is what somebody means to do; اغتيال, مقتل are deeds
    "INTENT": "(?!<DELIBERATE&LI>)",
    "AGED": '(?:<LPAREN><^STOP|BREAK|RPAREN>{1,7}<RPAREN>|<COMMA>?(?:"عمره"|"عمرها")?<QUANTITY>'
    '<"عاما"|"عام"|"سنة"|"سنوات"|"أعوام"|"ربيعا"|"شهرا"|"أشهر"|"شهور">)',
    "PHRASE_END": "(?=<STOP|BREAK|COMMA|SEMICOLON|PREPOSITION|TIME|RPAREN|LPAREN|RELATIVE|DASH|CLAUSE|BI|LI|MANNER|WA"
    '|WA_WORD|BI_WORD|OPEN|CLOSE|QUOTE|AMONG|THERE|OF_AGE>|<"عمره"|"عمرها">|$)',
    # A person as a list names them.
    "LISTED_PERSON": "{TITLED}|{FULL_NAME}|{NAME}{2,4}",
    # Who arrests or kills: قوات الاحتلال, الشرطة, مسلحون مجهولون
    "AGENCY": "<OPEN|QUOTE>?(?:<BODY&NOPREP&NOWA>)"
    "(?:<DEF|DEF_NISBA|NAT&AL|NISBA|PLACE&NOPREP&NOWA|BODY&AL&NOWA|CLOSE|QUOTE>|<BODY&NOAL&NOWA>)"
    "{0,4}?"
    "{WHEN}?",
}

IMPLICIT: tuple[Rule, ...] = (
    # اعتقال كل من فلان وفلان; إصابة المواطن عمر الحسن; أصيب شقيقه; توفي فلان
    Rule(
        "implicit:named_event",
        "(?P<head><EVENT&NAMED&NOAL|EVENT&AILING&AL&NOPREP>|{SEIZED}){EACH_ONE}?"
        "(?P<implicit>{SOMEBODY}|{SURNAMED}|{HELD}|"
        "{NAMED_ONCE}{PHRASE_END}|(?<!<WEAK>){MARKED_NAME})",
        "إصابة المواطن عمر الحسن",
    ),
    Rule(
        "implicit:named_verb",
        "(?P<head>(?!<BOTH>)<ACT&PATIENT>)(?:{EACH_ONE}|<PREPOSITION>{GAP}{1,4}?{EACH_ONE}|<DURING_IT>|"
        '(?<!<CITES>)<"به"|"بها">)?{WHEN}?'
        "(?P<implicit>{SOMEBODY}|{HELD_BY}|{NAMED_ONCE}|{SURNAMED}){PHRASE_END}{UNCITED}"
        "|(?P<head>(?!<CITES>)<ACT&PATIENT>){WHEN}?(?P<implicit>{TITLED})(?=<PERSON&NOAL|REL&NOAL|DEF>)"
        # توفي جراء القصف أحمد سالم
        "|(?P<head>(?!<CITES>)<ACT&PATIENT>)(?:<PREPOSITION>{GAP}{1,3}?|{WHEN}?{INSET})(?<!<PREPOSITION|SITE>)"
        "(?P<implicit>{TITLED}|{GIVEN_NAME}){PHRASE_END}",
        "توفي والده العام الماضي.",
    ),
    # جثمان الشهيد فلان; جثة الغريق; انتحار الشاب فلان; إعدام الرئيس فلان
    Rule(
        "implicit:body",
        "(?P<head><EVENT&BODY&NOAL>)(?P<implicit>{SOMEBODY}|{DEFINITE}){PHRASE_END}",
        "شيع الأهالي جثمان الشهيد محمد سالم في القرية.",
    ),
    Rule(
        "implicit:event",
        "(?P<head>(?!<BODY>){INTENT}<EVENT&killed&NOAL>|<VANISH&NOAL>)(?:(?P<implicit>{TITLED}|{SURNAMED}|"
        "(?!{NAME}<AL>|<PREP>){FULL_NAME}|(?<=<VANISH>){DEFINITE}){PHRASE_END}"
        "|(?P<implicit><KIN_OF>)(?!<PERSON&NOWA|TITLE&NOWA|GIVEN&NOWA|QUANTITY&NOWA>))",
        "إعدام الرئيس محمد سالم.",
    ),
    # قتلت سيدة زوجها; أب يذبح طفلته; قتل أحمد سالم والده
    Rule(
        "implicit:kin",
        "(?P<head>(?!<PATIENT|WEAK>)<ACT&NOAL>|<STAB&NOAL>)(?:"
        "(?:<PERSON&SG&NOPREP&NOWA>{ADJECTIVE}{0,2}|{FULL_NAME})<TIME>{0,2})?"
        "(?P<implicit><KIN_OF&NOWA&NOPREP&NOAL>){PHRASE_END}",
        "قتلت سيدة زوجها في المنزل.",
    ),
    # قتل رئيس الجهاز في المواجهات
    Rule(
        "implicit:holder",
        "(?P<head>(?!<WEAK>)<ACT&PAST&NOAL>)(?P<implicit>{HOLDER})(?=<STOP|BREAK|COMMA|PREPOSITION|TIME|BI|WA|MANNER>|$)"
        "(?!{OBJECT})|(?P<head><MANY&ACT>)(?P<implicit>{HOLDER})",
        "قتل رئيس الجهاز في المواجهات.",
    ),
    # مجهولون يغتالون نائب القائد
    Rule(
        "implicit:present",
        "(?P<head>(?!<PATIENT|WEAK>)<ACT&PRESENT&NOAL>)(?P<implicit>{TITLED}|{FULL_NAME}|{HOLDER}){PHRASE_END}",
        "مجهولون يغتالون نائب القائد في المخيم.",
    ),
    # رحل عن عالمنا الفنان فلان; رحيل الشاعر فلان
    Rule(
        "implicit:departed",
        '(?P<head><DEPART>)(?:"عن"<THE_WORLD>{WHEN}?(?P<implicit>{SOMEBODY})|{WHEN}?(?P<implicit>'
        "(?=<ARTIST>){TITLED}|(?=<ARTIST>){NAMED_ONCE})){PHRASE_END}",
        "رحل عن عالمنا الممثل أحمد سالم.",
    ),
    # لقي الشاب فلان مصرعه; لقي مصرعه فلان; فارق فلان الحياة; أودى الحادث بحياة السائق
    Rule(
        "implicit:met_death",
        "(?P<head><MEET>)(?:{WHEN}?(?P<implicit>{SOMEBODY}|{HELD_BY}|{DEFINITE}|{HOLDER})(?:<COMMA>?{WHEN}?<DEATH>|(?=<^STOP|BREAK>{0,20}<DEATH>))"
        "|<DEATH>{WHEN}?(?P<implicit>{SOMEBODY}|{HELD_BY}|{DEFINITE}){PHRASE_END})"
        "|(?P<head><GO>)<PREY>(?P<implicit>{SOMEBODY}|{DEFINITE}){PHRASE_END}",
        "لقي الشاب محمد سالم مصرعه في حادث سير.",
    ),
    Rule(
        "implicit:parted",
        '(?P<head><PART_WITH>)(?P<implicit>{SOMEBODY}|{DEFINITE})(?:"الحياة"|<BREATH>)'
        '|(?P<head><PART_WITH>)(?:"الحياة"|<BREATH>){WHEN}?(?P<implicit>{SOMEBODY}|{DEFINITE}){PHRASE_END}',
        "وفارق الشاب عمر حسن الحياة أمس.",
    ),
    Rule(
        "implicit:claimed",
        '(?P<head><CLAIM|REAP|PUT_END>)(?:(?!<LIVES>){GAP}){0,5}?<"حدا"|"حد">?<LIVES>'
        "(?P<implicit>{SOMEBODY}|{HELD_BY}|{DEFINITE}|<SURNAME>){PHRASE_END}",
        "أودى الحادث بحياة السائق محمد سعيد.",
    ),
    *IMPLICIT_FRAMES,
    # توقيف المشتبه به; إصابة الطفلة
    Rule(
        "implicit:definite",
        '(?:(?P<head><ACT&PATIENT&NOAL>)(?:<DURING_IT>|(?<!<CITES>)<"به"|"بها">|{WHEN})?'
        "(?P<implicit>{DEFINITE})(?:{PHRASE_END}|(?=<TOLL&injured&NOAL>))"
        "|(?P<head><ACT&PAST&NOAL>)(?P<implicit>{DEFINITE})(?=<BI|BI_WORD|STOP|COMMA|BREAK|TIME|LPAREN|OF_AGE>|$)"
        # احتجزت الشاب في المخفر; قتل خلاله القائد في المعركة
        "|(?P<head><ACT&PAST&NOAL>)(?:(?<=<detained|abducted>)|<DURING_IT>)(?P<implicit>{DEFINITE}){PHRASE_END}"
        "|(?P<head><EVENT&NAMED&NOAL>"
        "|{SEIZED})(?P<implicit>{DEFINITE})(?!<DEF&NOWA|PERSON&NOWA>))",
        "توقيف المشتبه به",
    ),
    # قتل القائد فلان في غارة; بقتل الصحفي فلان
    Rule(
        "implicit:passive",
        "(?P<head>(?!<BOTH>)<ACT&PAST&NOAL>|{INTENT}<EVENT&PREP&NOAL>)(?:{EACH_ONE}|<DURING_IT>)?"
        "(?P<implicit>{TITLED}|{TITLED_IN}|{HELD_BY}|{FULL_NAME}|<SURNAME>)(?={AGED}?<COMMA|CLOSE|QUOTE>?"
        "(?:<STOP|BREAK|PREPOSITION|TIME|BI|BI_WORD|RELATIVE|WA>|$))",
        'أصيب الطفل "سليم حداد" أمس.',
    ),
    # اعتقلت قوات الاحتلال المعلمة فلانة; اعتقال السلطات للصحافي فلان
    Rule(
        "implicit:agent",
        "(?P<head>(?!<PATIENT>)<ACT>){AGENCY}{EACH_ONE}?(?!<NATIONAL&AL|QUALITY&AL>)"
        "(?P<implicit>{SOMEBODY}|{HELD_BY}|{DEFINITE}|(?!<BODY>){HOLDER}){PHRASE_END}",
        "اغتال مسلحون القاضي سمير الحلبي أمام منزله.",
    ),
    Rule(
        "implicit:agent_noun",
        "(?P<head><EVENT>){AGENCY}(?P<implicit>(?=<LI>)(?:{SOMEBODY})){PHRASE_END}",
        "اعتقال السلطات للصحافي سالم الدوري بسبب مقال.",
    ),
    # إن القائد فلان قتل; عبد الملك فلان قد اعتقل
    Rule(
        "implicit:before",
        '(?:"أن"|"بأن"|"إن"|"فإن"(?=<AL|DEF|TITLE|KNOWN_ONE>)|"كان"|"كانت"|<CLAUSE&NOWA>|<BREAK|COLON>|^)<QUOTE|OPEN>?(?P<implicit>{SOMEBODY}|{DEFINITE}|{HOLDER}'
        "|<GIVEN&AL>|<SURNAME>)"
        '(?:<CALLED>(?:{FULL_NAME}|{NAME}{1,3})|{HOLDER})?{AGED}?(?:<COMMA|CLOSE|QUOTE>|{INSET})?(?:"قد"|"كان")?<QUOTE|OPEN>?'
        "(?P<head>(?!<WEAK>){VERB_BEHIND}|{PERISHED})(?:{PHRASE_END}|(?=<DEATH|LIVES|BREATH>)|(?<=<PATIENT&killed>)(?!<QUANTITY>))",
        "وكان أحمد سالم قد اعتقل في فبراير.",
    ),
    # فلان الذي وافته المنية; فلان الذي اغتاله مسلحون
    Rule(
        "implicit:killed_him",
        "(?P<implicit>{SOMEBODY}){AGED}?<COMMA>?<WHO_SG>(?P<head><ACTED_ON>)",
        "نعت الجامعة محمد سالم الذي اغتاله مسلحون.",
    ),
    # خاشقجي تم قتله; المشتبه فيه الذي جرى توقيفه; الشاب الذي تعرض للقتل
    Rule(
        "implicit:done_to",
        "(?P<implicit>{SOMEBODY}|{DEFINITE}|<SURNAME>){AGED}?<COMMA>?<WHO_SG>?<QUOTE|CLOSE>?{WHEN}?"
        '(?:(?P<head><DONE><HIS>|<DONE>?<SEIZE><"عليه"|"عليها">)|<SUFFER>'
        "(?P<head><EVENT&LI&killed|EVENT&LI&abducted>))",
        "المشتبه فيه جرى توقيفه في حاجز.",
    ),
    # فلان الذي استشهد; الطفلة التي قتلت
    Rule(
        "implicit:relative",
        "(?P<implicit>{SOMEBODY}|{DEFINITE}|<SURNAME>|<PERSON&SG&AL>"
        '|<WORD&NOWA|NISBA&NOWA>{2,3}){AGED}?<COMMA>?<WHO_SG>(?:"كان"|"كانت"'
        '|"قد"|"تم")?(?P<head>(?!<WEAK>){VERB_BEHIND}|{PERISHED}|(?!<WEAK>)<STATE&SG&NOAL>)'
        "(?:{PHRASE_END}|(?=<DEATH>))(?!(?<=<killed>){OBJECT})",
        "شيع الأهالي عمر سالم الذي استشهد في المواجهات.",
    ),
)

# More of them after one: وفلان, ووالدته
LISTED = (
    "{AGED}?(?:<CALLED>(?:{FULL_NAME}|{MARKED_NAME}|{NAME}{1,3}))?"
    "(?:<FROM><PLACE|SITE|WORD|DEF|GIVEN&NOWA|NAMEPART&NOWA>{1,5})?<COMMA>?(?P<implicit>(?=<WA>)"
    "(?:{SOMEBODY}))(?={AGED}?{PHRASE_END})"
    '|{AGED}?<COMMA>?(?P<implicit>(?=<WA>)(?!"أمر"){HOLDER})'
    '|{AGED}?<COMMA>?(?:"مع"|"رفقة"|"برفقة"|(?:(?!<SUSPICION>){GAP}){0,12}?"إلى"<BESIDE>|(?=<WA>))'
    "(?P<implicit><KIN_OF>)"
    '|{AGED}?(?:<COMMA>(?:(?!<COMMA>){GAP}){1,12})?<COMMA>?"إلى"<BESIDE>(?P<implicit>{TITLED}|{NAMED_ONCE}){PHRASE_END}'
)
