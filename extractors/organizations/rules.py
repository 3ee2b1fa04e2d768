"""How names of organizations are built: regular expressions over word classes (triggers.tsv, words.tsv).

The parts in braces stand in `fragments.py`.

Names of the gazetteer are found first and stand in the class string as marks, see `symbols.py`.
"""

from __future__ import annotations

from pathlib import Path

from ..gazetteer import Gazetteer
from ..grammar import Rule
from ..text.lexicon import Lexicon
from .entries import Entries, stamp
from .symbols import SYMBOLS

_FOLDER = Path(__file__).parent
LEXICONS = ("triggers.tsv", "words.tsv")
SUFFIXES = (
    ("CLITIC", r"^(?:(?:لت|بت|وت|وي|وم|ول|وب|فت)\w{3,}|وا\w{4,})$"),
    ("NISBA", r"\w{2,}(?:يه|ي)$"),
    ("PEOPLE", r"\w{3,}(?:يين|يون|ين|ون)$"),
    ("VERB", r"^(?:[وف]?س?[يت])\w{3,}$"),
)


RULES = (
    # وزارة الدفاع الأمريكية
    Rule("plain chain", "<HEAD&PLAIN&NOAL>{phrase}{alias}?{adj}*", "قالت شرطة كابول إن ثلاثة مدنيين أصيبوا."),
    # هيئة تطوير مدينة الرياض, منظمة العفو الدولية, المركز الإسلامي
    Rule(
        "chain",
        "<HEAD&NOAL>(?<!<PLAIN>){phrase}{for}?{alias}?{adj}*",
        "هيئة تطوير مدينة الرياض, منظمة العفو الدولية, المركز الإسلامي",
    ),
    # اتحاد أرباب العمل, رابطة مشجعي الكرة: with any noun between, where what the head names has members or a purpose
    Rule(
        "members",
        "<HEAD&SOFT&NOAL>(?:{alone}<WORD&NOAL|FOLK&NOAL|AIM&NOAL>|(?!<WA|PREP|GENERIC>)<NISBA&NOAL>){noun}{more}{for}?{alias}?",
        "طالب اتحاد أرباب العمل بخفض الرسوم، ووافقت نقابة صيادي السمك.",
    ),
    # مركز البيان للدراسات الاستراتيجية, منتدى أفق للحوار
    Rule(
        "proper for",
        "<HEAD&NOAL|TOPIC&NOAL|NAMED&NOAL>(?<!<PLACENOUN|PLAIN>)"
        "(?:{unknown}|{alone}(?!<COMMON|POINTER>)<WORD&AL|CAUSE&AL>){nation}?{for}{alias}?",
        "نظم منتدى آفاق للحوار ومركز رؤى للدراسات الاستراتيجية لقاء.",
    ),
    # لجنة الطاقة والمعادن والبيئة بمجلس النواب
    Rule(
        "committee",
        "<COMMITTEE&NOAL>{of}{0,2}{noun}{adj}*+{joined}{0,5}{within}?",
        "لجنة الطاقة والمعادن والبيئة بمجلس النواب",
    ),
    # قوات الدعم الدولية لحفظ السلام "كوسفور", اللجنة الوطنية للدفاع عن حقوق الإنسان
    Rule(
        "purpose",
        "(?:<HEAD&NOAL>{phrase}|<HEAD&AL|TOPIC&AL>{adj}{1,3}){purpose}(?:{alias}|{quoted})?",
        'قوات الدعم الدولية لحفظ السلام "كوسفور", اللجنة الوطنية للدفاع عن حقوق الإنسان',
    ),
    # شبكة رصد سوريا لحقوق الإنسان, مجموعة أبحاث المصلحة العامة
    Rule(
        "network",
        "(?:<WEAK&NOAL|TOPIC&NOAL>|{name})(?:{alone}<PLACE|WORD&NOAL|CONSTRUCT&NOAL|NISBA&NOAL>|{name}){0,4}"
        "<LI&NOAL&RIGHTS>{noun}{adj}*",
        "شبكة رصد سوريا لحقوق الإنسان, مجموعة أبحاث المصلحة العامة",
    ),
    # مكتب الطقس المركزي, إدارة مكافحة المخدرات
    Rule(
        "topic",
        "<TOPIC&NOAL>(?:{alone}<SUBJECT&AL>|(?!<PLACENOUN>){of}{1,3}{noun}){more}{for}?{alias}?{adj}*",
        "مكتب الطقس المركزي, إدارة مكافحة المخدرات",
    ),
    # وكالة الأنباء الرسمية السورية "سانا", وكالة الفضاء الأوروبية: not alone
    Rule(
        "agency",
        "<NEWS&NOAL>{of}?{alone}<AL>(?:{adj}|{and}){more}{for}?{alias}?",
        'وكالة الأنباء الرسمية السورية "سانا", وكالة الفضاء الأوروبية',
    ),
    # الوكالة الوطنية للسلامة الطرقية; المندوبية السامية للتخطيط
    Rule(
        "public agency",
        "<NEWS&AL>{adj}{1,3}(?:{for}|{purpose}|{unlisted}){alias}?",
        "أطلقت الوكالة الوطنية للسلامة البحرية حملة.",
    ),
    Rule(
        "formal",
        "<FORMAL&AL>{adj}{1,3}(?:{for}|{for_name}{for}?|{purpose}){alias}?",
        "نشرت المندوبية السامية لشؤون البيئة أرقاما.",
    ),
    # اللواء 55 مدرعات, الفيلق الخامس
    Rule(
        "numbered unit",
        "<NUMBERED&AL>(?:{digits}|<ORDINAL&AL>)(?:<ARM&NOAL>{1,2}|{adj}*)",
        "انسحب اللواء 55 مدرعات، وتقدم الفيلق الخامس.",
    ),
    # القناة 12, القناة الثانية
    Rule("numbered channel", "<CHANNEL&AL>(?:{digits}|<ORDINAL&AL>){nation}*", "بثت القناة 21 التسجيل."),
    # ولاية أمن فاس
    Rule(
        "police district",
        "<DISTRICT&NOAL><SECURITY&NOAL>(?:{place}|{noun}|{unknown}){adj}*",
        "أوقفت عناصر ولاية أمن فاس المشتبه فيه.",
    ),
    # حكومة كرزاي: after a feminine head, what ends like a masculine adjective is a name
    Rule(
        "ruler",
        "<RULED&NOAL>(?!<WA|PREP|GENERIC|TITLE|TIME|ADJ>)<NISBA>",
        "رفضت حكومة كرزاي التفاوض.",
    ),
    # حكومة محمد شتية
    Rule(
        "ruler:by name",
        "<RULED&NOAL>(?!<WA|PREP|GENERIC|TITLE|TIME|ADJ>)"
        "<PERSON&NOAL>(?:<BIN>?(?!<WA|PREP|STOP|TITLE|TIME>)<PERSON|NISBA&AL|FAITH&AL>){1,3}",
        "قالت حكومة سعد الدين المنصوري إنها باقية.",
    ),
    # قوة التدخل السريع
    Rule("force", "<UNIT&NOAL>{of}{0,2}{alone}<DRILL&AL>{more}{alias}?", "قوة التدخل السريع"),
    # حركة العدل والمساواة
    Rule(
        "cause",
        "<WEAK&PARTY&NOAL|WEAK&ARMED_GROUP&NOAL>{alone}<CAUSE&AL>(?:(?!<PREP>)<WA&AL&CAUSE>|{adj})*{alias}?",
        "وحدت جبهة الحق والعدالة صفوفها قبل الانتخابات.",
    ),
    # نادي ريال مدريد, without the nationality
    Rule("head and club", "<SPORTS&NOAL|TEAM&NOAL>{name}{alias}?", "تعادل فريق تشيلسي مع ضيفه في الدوري الإنجليزي."),
    # مكتب الأمم المتحدة لتنسيق الشؤون الإنسانية
    Rule(
        "head and name",
        "<HEAD&NOAL|TOPIC&NOAL|NAMED&NOAL|WEAK&NOAL|LOCAL&NOAL|BEFORE_NAME&NOAL>(?<!<SPORTS|TEAM|NONAME>){of}?{name}{nation}*{for}?{alias}?",
        "قصف طيران التحالف العربي مواقع ميليشيات الحوثي في صعدة.",
    ),
    # الهيئة العامة للسياحة والآثار, الجمعية العامة للأمم المتحدة
    Rule(
        "definite",
        "<HEAD&AL>(?<!<NODEF>)(?!(?<=<NAMED>)<NAT>(?!{adj}|{for}|{unlisted}))(?:{telling}|{adj}(?={and}|{adj}|{for}|{for_name}|{unlisted})){more}(?:{for}|{unlisted}{for}?|{for_name}{for}?)?{alias}?",
        "تبرعت الهيئة الخيرية الإسلامية بسلال غذائية.",
    ),
    # المركز الوطني للأعاصير
    Rule(
        "definite topic",
        "<TOPIC&AL>(?:(?!<VAGUE>)<ADJ&AL>|{adj}(?={adj}*(?:{for}|{for_name}))){more}(?:{for}|{for_name})?{alias}?",
        "دعا المكتب السياسي لحركة حماس إلى اجتماع في الدوحة.",
    ),
    # الجيش الليبي, القوات المسلحة المالية
    Rule(
        "nationality",
        "<BODY&AL>(?!<NATIONAL>){adj}{0,2}{nation}{adj}*(?:<LI&NOAL&BALL>{noun}{adj}*)?{alias}?",
        "اشتبك #الجيش_اليمني مع ميليشيات #الحوثي في تعز.",
    ),
    # الخارجية الأميركية
    Rule("ministry", "(?<!<TITLE>)<MINISTRY&AL>{nation}{alias}?", "نددت الداخلية البحرينية بالهجوم على دورية."),
    # شركة سيتيلينك, تنظيم "الدولة الإسلامية", شبكة "CNN" الأمريكية
    Rule(
        "named",
        "<NAMED&NOAL>{hash}(?:{quoted}|{name}|{latin}|<PLACE>(?={for})|(?!(?<=<WEAK>)<VERB>)(?P<proper>{unknown})){sort}{alias}?(?:{for}|{unlisted})?",
        'شركة سيتيلينك, تنظيم "الدولة الإسلامية", شبكة "',
    ),
    Rule("foreign", "<MEDIA&NOAL>(?<!<DUAL>){foreign}{sort}", 'ونشرت صحيفة "لو تان" السويسرية الخبر.'),
    # بحسب موقع أكسيوس, لشبكة تيليفيسيا: where somebody tells it something or it tells
    Rule(
        "told outlet",
        "(?:(?<=<CUE_MEDIA|CUE_TOLD|SOURCE|WITH>)|(?=<LI>))<SITE&NOAL>(?P<proper>{unknown}){nation}*",
        "وصرح مصدر لشبكة تيليفيسيا بأن العدد زاد.",
    ),
    # وأوضح في حديث لـ"المدى" أن: whoever it is told to, in marks
    Rule(
        "told in marks",
        "(?:(?<=<FOR><OPEN|QUOTE|LPAREN>){told}(?=<CLOSE|QUOTE|RPAREN><COMMA>?<THAT|COLON>)"
        "|(?<=<CUE_TOLD><FOR><OPEN|QUOTE|LPAREN>){told}(?=<CLOSE|QUOTE|RPAREN>))",
        'وأوضح المدير لـ"المدار الرياضي" أن العمل بدأ، وقال في تصريح لـ"أفق": انتهينا.',
    ),
    # وكالة أنباء "إفي", وكالة الأنباء "سي تي كي"
    Rule(
        "quoted agency",
        "<NEWS&NOAL>(?:{of}|{alone}<AL>{adj}*)?{quoted}{sort}",
        'نقلت وكالة أنباء "إفي" عن شهود، وأكدت وكالة الأنباء "سي تي كي" ذلك.',
    ),
    Rule(
        "quoted",
        "<HEAD&NOAL|TOPIC&NOAL|WEAK&NOAL|ROOM&NOAL>(?<!<PLACENOUN|DEVICE>){of}?{quoted}{sort}{alias}?",
        'وقالت هيئة "تحرير الشام" إنها انسحبت.',
    ),
    # الرياض: الندوة, at the head of an article; نشر في المساء يوم 05 - 09 - 2012
    Rule(
        "dateline outlet",
        "(?<!<^BREAK>)(?:<PLACE>{1,2}|{compound})<DASH|COLON|SLASH><OPEN|QUOTE|LPAREN>?"
        "(?P<name>(?!<PREP|WA>)(?:<WORD&AL>|<PRESS&AL><AL>?))<CLOSE|QUOTE|RPAREN>?(?=<BREAK|DASH|COLON>)",
        "الرياض: الراصدة\nأعلنت وزارة الصحة فتح مركز جديد.",
    ),
    Rule(
        "published in",
        "<IN>(?P<name><^BREAK|COMMA|COLON|STOP>{1,3}?)(?=<TIME><DIGITS|QUANTITY><DASH><DIGITS|QUANTITY><DASH>)",
        "كتب محرر الموقع مقالا نشر في أوراق الجبل يوم 05 - 09 - 2012",
    ),
    # استئنافية أكادير
    Rule("seat", "<SEAT&NOAL>{place}", "أحيل الملف على استئنافية أكادير."),
    # شرطة كابول, محكمة بريستول الملكية
    Rule(
        "local",
        "<LOCAL&NOAL>{of}?(?!<WA|PREP>)(?:{place}|{unknown}|<BIN>{unknown}){adj}*",
        "تعهدت حكومة بوريسوف بمكافحة الفساد، وأغلقت شرطة أوستن الطريق.",
    ),
    # جامعة الأمير محمد بن فهد
    Rule(
        "honour",
        "<HEAD&NOAL|TOPIC&NOAL>(?!<WA|PREP>)<ROYAL&AL>(?!<WA|PREP>)<PERSON|WORD>(?:<BIN>(?!<WA|PREP>)<PERSON|WORD>){0,3}{adj}*{for}?",
        "جامعة الأمير محمد بن فهد",
    ),
    # جامعة عمر المختار
    Rule(
        "namesake",
        "<ACADEMIC&NOAL|NAMESAKE&NOAL>(?!<WA|PREP>)<PERSON>(?:<BIN>?(?!<WA|PREP>)<PERSON|WORD|ORDINAL&AL|NISBA&AL>){1,3}{adj}*{for}?",
        "جامعة سالم المنصوري",
    ),
    # وزارتي الداخلية والدفاع
    Rule("dual", "<DUAL&NOAL>{noun}{adj}*(?P<second><WA&AL>{adj}*)?", "وزارتي الداخلية والدفاع"),
    # الحرير نيوز, شعب بريس
    Rule(
        "outlet",
        "(?!<WA|PREP|TITLE|GENERIC|STOP|TIME|NAMED|HEAD>)<WORD|LATIN|SUBJECT|CAUSE|PLACE|NISBA|AL>{hash}<OUTLET>"
        "|(?<=<OTHER>){alone}<WORD|PLACE|AL>{hash}<EVENT&AL>",
        "الحرير نيوز, شعب بريس, #السخنة_الحدث",
    ),
    # فريق انيبال زحلة; only in an article on sports
    Rule(
        "team",
        "<TEAM&NOAL>(?P<proper>{alone}<WORD&NOAL>(?:{alone}<WORD&NOAL>){0,2})(?={nation}|<NISBA&AL|PLACE>)",
        "فريق صقور زحلة",
    ),
    # فريق الكهرباء; only in an article on sports
    Rule(
        "named team",
        "<TEAM&NOAL>(?P<proper>(?!<PREP|GENERIC|TIME|STOP|TITLE|BESIDE_CLUB|CUE_SPORTS|CREW|BODY|PLACE>)<AL&NOWA>)(?!<AL&NOWA>)",
        "فاز فريق الأمواج على فريق المنار بفارق خمس نقاط، وسجل لاعب الأمواج هدفا في مباراة الدوري.",
    ),
    # «التجارة» تشهر بمواطن; الصحة: تسجيل 12 إصابة
    Rule(
        "headline ministry",
        "(?<=<OPEN|QUOTE>)<FIELD&AL&NOWA&NOPREP>(?=<CLOSE|QUOTE><ACT|VERB|COLON>)"
        "|(?<!<^BREAK|SLASH|DASH|ALERT|COLON|OTHER>)<FIELD&AL&NOWA&NOPREP>(?=<COLON>|<TELLS>)",
        "«التجارة» تشهر بمواطن ومقيم",
    ),
    # نابولي, without the nationality
    Rule("club", "<CLUB_NAME>{rest}{alias}?", "تعاقد نادي ريال مدريد الإسباني مع مهاجم شاب."),
    # فريق حسنية أكادير لكرة القدم, الاتحاد الليبي لكرة السلة; not behind a nationality, which clubs do without
    Rule(
        "ball",
        "(?:<SPORTS&NOAL|TEAM&NOAL>{name}|<KNOWN_NAME>{rest})<LI&NOAL&BALL>{noun}{adj}*",
        "أوقف الاتحاد الليبي لكرة السلة لاعبا من فريق حسنية أكادير لكرة القدم.",
    ),
    # غرفة تجارة عمان
    Rule(
        "chamber",
        "<ROOM&NOAL>(?:<CHAMBER&NOAL>(?:<WA&NOAL&CHAMBER>)?(?:{place}|{noun}){more}|<CHAMBER&AL>{and}{more})",
        "رفضت غرفة تجارة وصناعة عمان القرار.",
    ),
    # حزب الله اللبناني
    Rule("known", "<KNOWN_NAME>(?<!<CLUB_NAME>){rest}{nation}*{alias}?", "حزب الله اللبناني"),
    # وكالة الأنباء السودانية الرسمية "سونا"
    Rule(
        "known outlet",
        "<PRESS_NAME>{rest}{sort}{alias}?",
        'قالت وكالة الأنباء السودانية الرسمية "سونا" إن السد امتلأ.',
    ),
    # مجموعة فيرجين للابتكارات والاستثمار
    Rule("known company", "<BUSINESS_NAME>{rest}{for}", "مجموعة فيرجين للابتكارات والاستثمار"),
    # agencies that caption a picture: (الفرنسية)
    Rule("credit", "(?<!<^LPAREN>)<CREDIT&AL>(?=<RPAREN|DASH>)", "جنود عند حاجز شمال المدينة (الفرنسية)"),
)


# A ministry by what it deals with, where the article elsewhere names it in full: أعلنت الداخلية.
SHORT_MINISTRY = (
    "(?<=<STOP|COMMON|VERB|MEMBERS|COMMA|BREAK|OPEN|QUOTE|COLON|DASH>)(?!<WA>)"
    "<MINISTRY&AL>(?!<ADJ&AL|NISBA&AL|GENERIC>)"
)
FULL_MINISTRY = "<MINISTRIES&NOAL>(?P<name><MINISTRY&AL>)"
# A name of the gazetteer is short for a longer one where its words go on so: الجمعية الوطنية لأرباب المقاهي.
GOES_ON = "<HEAD&SOFT&AL>{adj}{1,2}(?:{for}|{unlisted})|<ROOM&NOAL><CHAMBER&AL>(?:{and}){1,3}"
# What lets a name be read that can also mean something else.
OPENS = "<NAMED&NOAL|LOCAL&NOAL|SPORTS&NOAL|TEAM&NOAL|OPEN|LPAREN>"


def make_lexicon(gazetteer: Gazetteer[Entries]) -> Lexicon:
    """The lexicon of this folder, which also knows the words that names of the gazetteer begin with."""
    paths = (_FOLDER / name for name in LEXICONS)
    return Lexicon(
        *paths,
        suffixes=SUFFIXES,
        extra=gazetteer.classes,
        extra_stamp=stamp(),
        article=True,
        clitics_first=True,
        symbols=SYMBOLS,
    )
