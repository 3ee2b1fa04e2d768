"""How names of organizations are built: regular expressions over word classes (triggers.tsv, words.tsv).

The parts in braces stand in `fragments.py`.

Names of the gazetteer are found first and stand in the class string as marks, see `symbols.py`.
"""

from __future__ import annotations

from pathlib import Path

from ..gazetteer import Gazetteer
from ..grammar import Rule
from ..text.lexicon import Lexicon
from .association_rules import ASSOCIATION_RULES
from .company_rules import COMPANY_RULES
from .entries import Entries, stamp
from .force_rules import FORCE_RULES
from .outlet_rules import OUTLET_RULES
from .symbols import SYMBOLS
from .team_rules import TEAM_RULES

_FOLDER = Path(__file__).parent
LEXICONS = ("triggers.tsv", "words.tsv")
SUFFIXES = (
    # a letter by itself: (ف د ش)
    ("LETTER", r"^\w\.?$"),
    ("LIMEMBERS", r"^لم\w{3,}ي$"),
    ("LIDEED", r"^ل(?:م\w{2,}ه|ت\w{2}ي\wه?|ت\wا\w{2}|(?:است|ا)\w{2,3}ا\w)$"),
    ("WOMEN", r"^\w{3,}يات$"),
    ("CLITIC", r"^(?:(?:لت|بت|وت|وي|وم|ول|وب|فت)\w{3,}|وا\w{4,})$"),
    ("NISBA", r"\w{2,}(?:يه|ي)$"),
    # a verb or a noun with its pronoun: شكلتها; a participle: محظور
    ("OBJECT", r"^(?:\w{3,}(?:ت|ون)|[يت]\w{3,})ه(?:ا|م|ما)$"),
    ("PASSIVE", r"^م\w{2}و\w(?:ه|ا|ين|ون)?$"),
    ("PEOPLE", r"\w{3,}(?:يين|يون|ين|ون)$"),
    # a verb whose letters no name has: تتخبط, تستورد
    ("PREDICATE", r"^[يت](?:ت|ست)\w{3,}$"),
    ("VERB", r"^(?:[وف]?س?[يت])\w{3,}$"),
)


RULES = (
    # وزارة الدفاع الأمريكية
    Rule(
        "plain chain",
        "(?:<MINISTRIES&NOAL>{phrase}{managing}|<HEAD&PLAIN&NOAL>{phrase}{second}?){alias}?{adj}*",
        "قالت شرطة كابول إن ثلاثة مدنيين أصيبوا.",
    ),
    # هيئة تطوير مدينة الرياض, منظمة العفو الدولية, المركز الإسلامي
    Rule(
        "chain",
        "<HEAD&NOAL>(?<!<PLAIN>)(?!(?<=<NONAME>){name}){phrase}{for}?{alias}?{adj}*",
        "هيئة تطوير مدينة الرياض, منظمة العفو الدولية, المركز الإسلامي",
    ),
    *ASSOCIATION_RULES,
    # مكتب الطقس المركزي, إدارة مكافحة المخدرات
    Rule(
        "topic",
        "(?!<LI&BENEFIT>)<TOPIC&NOAL>(?<!<OUTSIDE><CIRCUIT>){topic}{more}{second}?{for}?{alias}?{adj}*",
        "مكتب الطقس المركزي, إدارة مكافحة المخدرات",
    ),
    # مركز درعا الإعلامي
    Rule(
        "topic:place",
        "<TOPIC&NOAL><PLACE&NOAL&NOPREP&NOWA>{adj}{more}{second}?{for}?{alias}?{adj}*",
        "وثق مركز درعا الإعلامي الحادث.",
    ),
    # وزارة حالات الطوارئ
    Rule(
        "ministry of",
        "<MINISTRIES&NOAL>(?:{of}|{any_noun}|<COMMON&NOAL&NOWA&NOPREP>){1,2}{noun}{more}{second}?{alias}?{adj}*",
        "أصدرت وزارة حالات الطوارئ تحذيرا.",
    ),
    # الوكالة الوطنية للسلامة الطرقية; المندوبية السامية للتخطيط
    Rule(
        "public agency",
        "<NEWS&AL>{adj}{1,3}(?:{purpose}|{for}|{unlisted}){alias}?",
        "أطلقت الوكالة الوطنية للسلامة البحرية حملة.",
    ),
    Rule(
        "formal",
        "<FORMAL&AL>{adj}{1,3}(?:{purpose}|{for}|{for_name}{for}?|{within}){alias}?",
        "نشرت المندوبية السامية لشؤون البيئة أرقاما.",
    ),
    # المبادرة المصرية للحقوق الشخصية, but not المبادرة العربية للسلام
    Rule(
        "formal:rights",
        "<GROUPING&AL>{adj}{1,2}(?=<LI&LAWFUL>){for}<PERSONAL&AL>?{alias}?",
        "أدانت المبادرة الأردنية للحقوق الحكم.",
    ),
    # الغرفة الإسلامية للتجارة
    Rule("formal:chamber", "<ROOM&AL>{adj}{1,3}(?:{purpose}|{for}){alias}?", "نفت الغرفة العربية للملاحة الخبر."),
    # الشبكة المغربية للدفاع عن الحق في الصحة
    Rule(
        "formal:network",
        "<NETWORK&AL>(?:{adj}?{nation}|<FEDERAL&AL>){adj}*(?:{purpose}|{for}){alias}?",
        "دعت الشبكة التونسية للدفاع عن حقوق الطفل إلى تحقيق.",
    ),
    # حكومة كرزاي: after a feminine head, what ends like a masculine adjective is a name
    Rule(
        "ruler",
        "<RULED&NOAL>(?!<WA|PREP|GENERIC|TITLE|TIME|ADJ>)<NISBA>",
        "رفضت حكومة كرزاي التفاوض.",
    ),
    # جامعة كالغاري, مؤسسة كارنيجي للسلام: likewise
    Rule(
        "named:unlike",
        "<NAMED&NOAL>(?!<WA|PREP|GENERIC|TITLE|TIME|ADJ>)(?P<proper><NISBA&NOAL>)(?!<AL&NOWA&NOPREP|PLACE&NOWA&NOPREP>(?!{for}))"
        "{sort}{for}?{alias}?",
        "قال باحث في جامعة تورماسي ومؤسسة بارنيجي للسلام إن المناخ تغير.",
    ),
    # حكومة محمد شتية
    Rule(
        "ruler:by name",
        "<RULED&NOAL>(?!<WA|PREP|GENERIC|TITLE|TIME|ADJ>)"
        "(?:<BIN><PERSON>|<PERSON&NOAL>(?:<BIN>?(?!<WA|PREP|STOP|TITLE|TIME>)<PERSON|NISBA&AL|FAITH&AL>){1,3})",
        "قالت حكومة سعد الدين المنصوري إنها باقية.",
    ),
    # المجلس البلدي بنغازي, المجلس المحلي لمدينة الباب
    Rule(
        "town council",
        "<HEAD&AL|NEWS&AL|FORMAL&AL|TOPIC&AL><MUNICIPAL&AL>(?:<PLACE&NOAL&NOPREP&NOWA>|<LI&NOAL&PLACENOUN>{place}|<LI&PLACE>)",
        "ناشد المجلس البلدي بنغازي السكان.",
    ),
    # كتلة نواب الأرمن, كتلة ضمانة الجبل
    Rule(
        "bloc",
        "<WEAK&NAMED&PARTY&NOAL>(?:{of}|{alone}<WORD&NOAL>){noun}{adj}*{alias}?",
        "قاطعت كتلة ضمانة السهل الجلسة.",
    ),
    # حركة العدل والمساواة
    Rule(
        "cause",
        "<WEAK&PARTY&NOAL|WEAK&ARMED_GROUP&NOAL>{alone}<CAUSE&AL>(?:(?!<PREP>)<WA&AL&CAUSE>|{adj})*{alias}?",
        "وحدت جبهة الحق والعدالة صفوفها قبل الانتخابات.",
    ),
    # جبهة تحرير مورو, الحركة الوطنية لتحرير أزواد: what is to be free is seldom in a list
    Rule(
        "land",
        "(?:<WEAK&NOAL><FREEING&NOAL>|<WEAK&AL|HEAD&AL>{adj}{1,3}<LI&NOAL&FREEING>)"
        "(?:{place}|{unknown}|(?<=<LI>){noun}){adj}*{alias}?",
        "انضمت جبهة تحرير تيندارا إلى الحركة الوطنية لتحرير الشمال.",
    ),
    # تنظيم ما يعرف بـ"الدولة الإسلامية" (داعش)
    Rule(
        "so called",
        "<WEAK&NOAL><WHAT><KNOWN_AS><BY>?{quoted}{alias}?",
        'تبنى تنظيم ما يسمى بـ"كتائب الفجر" الهجوم.',
    ),
    # مكتب الأمم المتحدة لتنسيق الشؤون الإنسانية
    Rule(
        "head and name",
        "<HEAD&NOAL|TOPIC&NOAL|NAMED&NOAL|WEAK&NOAL|LOCAL&NOAL|BEFORE_NAME&NOAL>(?<!<SPORTS|TEAM|NONAME>){of}?{name}(?:<DASH>{name})*{nation}*{for}?{alias}?",
        "قصف طيران التحالف العربي مواقع ميليشيات الحوثي في صعدة.",
    ),
    # الهيئة العامة للسياحة والآثار, الجمعية العامة للأمم المتحدة
    Rule(
        "definite",
        "<HEAD&AL>(?<!<NODEF>)(?!(?<=<NAMED>)<NAT>(?!{adj}|{aim}))"
        "(?:{telling}|{adj}(?={and}|{adj}|{aim})){more}(?:{aim}{for}?)?{alias}?",
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
        "<NAMED&NOAL>{hash}(?:{quoted}|{name}|{latin}|<PLACE>(?={for})"
        "|(?!(?<=<WEAK>)<VERB>)(?P<proper>{unknown})(?:<PLACE&NOAL&NOPREP&NOWA>(?={for}))?)"
        "{sort}{alias}?(?:{for}|{unlisted})?",
        'شركة سيتيلينك, تنظيم "الدولة الإسلامية", شبكة "',
    ),
    Rule(
        "quoted",
        "<HEAD&NOAL|TOPIC&NOAL|WEAK&NOAL|ROOM&NOAL>(?<!<PLACENOUN|DEVICE>){of}?{quoted}{sort}{alias}?",
        'وقالت هيئة "تحرير الشام" إنها انسحبت.',
    ),
    # "حركة الفجر الإسلامية", "لواء البراء": what fills a pair of marks
    Rule(
        "in marks",
        "(?<=<OPEN|QUOTE>)<HEAD&NOAL|NAMED&NOAL|WEAK&ARMED_GROUP&NOAL>{proper_noun}{more}(?=<CLOSE|QUOTE>)",
        'انضمت "حركة الفجر الإسلامية" إلى الهدنة.',
    ),
    # استئنافية أكادير; مدير عام تعليم عسير
    Rule("seat", "<SEAT&NOAL>{place}", "أحيل الملف على استئنافية أكادير."),
    Rule(
        "branch",
        "(?:(?<=<DIRECTOR>)|(?<=<DIRECTOR><GENERAL>))<BRANCH&NOAL>(?:<PLACENOUN&NOAL>?{place})",
        "زار مدير عام تعليم عسير المدرسة، ونفى المتحدث باسم شرطة محافظة الطائف الخبر.",
    ),
    # شرطة كابول, محكمة بريستول الملكية
    Rule(
        "local",
        "(?:<LOCAL&NOAL>(?:{of}|<COURT&NOAL>)?|<HEAD&NOAL><JUSTICE&NOAL>)(?!<WA|PREP|FIGHTERS>)(?:{place}|{unknown}|<BIN>{unknown}|(?<=<COURT>){noun}){adj}*",
        "تعهدت حكومة بوريسوف بمكافحة الفساد، وأغلقت شرطة أوستن الطريق.",
    ),
    # جامعة الأمير محمد بن فهد
    Rule(
        "honour",
        "<HEAD&NOAL|TOPIC&NOAL>{royal}{adj}*{for}?",
        "جامعة الأمير محمد بن فهد",
    ),
    # مركز زها الثقافي
    Rule(
        "cultural",
        "<TOPIC&NOAL|HEAD&NOAL>(?<!<PLAIN>)(?:{unknown}|(?!<WA|PREP>)<PERSON&NOAL>{1,2})<CULTURAL&AL&NOWA&NOPREP>{alias}?",
        "افتتح مركز زهوا الثقافي المعرض.",
    ),
    # مدينة الملك عبدالله للطاقة, مدينة دبي للإنترنت: bodies only with what they are for
    Rule(
        "honour:city",
        "<CITY&NOAL>(?:{royal}{for}|(?!<WA|PREP>)<PLACE><LI&AL&SUBJECT|LI&AL&AIM>{more}(?!<STOP>))",
        "أعلنت مدينة الأمير سالم للعلوم والتقنية ومدينة الشارقة للإعلام بناء محطة.",
    ),
    # جامعة وهران 2
    Rule(
        "numbered university",
        "(?:<ACADEMIC&NOAL>{place}|<SCHOOL_NAME>{rest})<QUANTITY|DIGITS>(?!<COMMON&NOAL|WORD&NOAL|FOLK&NOAL|SUBJECT&NOAL|PEOPLE>)",
        "أغلق طلبة جامعة وهران 2 الباب.",
    ),
    # جامعة عمر المختار
    Rule(
        "namesake",
        "<ACADEMIC&NOAL|NAMESAKE&NOAL>(?!<WA|PREP>)(?:<PERSON&NOAL>(?:<BIN>?(?!<WA|PREP>)<PERSON|WORD|ORDINAL&AL|NISBA&AL>){1,3}"
        "|<PERSON&AL>(?:(?!<WA|PREP>)<PERSON|ORDINAL&AL|NISBA&AL>){1,2}){adj}*{for}?",
        "جامعة سالم المنصوري",
    ),
    # وزارتي الداخلية والدفاع
    Rule("dual", "<DUAL&NOAL>{noun}{adj}*(?P<second><WA&AL>{adj}*)?", "وزارتي الداخلية والدفاع"),
    # «التجارة» تشهر بمواطن; الصحة: تسجيل 12 إصابة
    Rule(
        "headline ministry",
        "(?<=<OPEN|QUOTE>)<FIELD&AL&NOWA&NOPREP>(?=<CLOSE|QUOTE><ACT|VERB|COLON>)"
        "|(?<!<^BREAK|SLASH|DASH|ALERT|COLON|OTHER>)<FIELD&AL&NOWA&NOPREP>(?=<COLON>|<TELLS>)",
        "«التجارة» تشهر بمواطن ومقيم",
    ),
    # غرفة الجنايات الابتدائية
    Rule("chamber of a court", "<ROOM&NOAL><DOCKET&AL>{adj}*", "أدانته غرفة الجنح الاستئنافية."),
    # غرفة تجارة عمان
    Rule(
        "chamber",
        "<ROOM&NOAL>(?:<CHAMBER&NOAL>(?:<WA&NOAL&CHAMBER>)?(?:{place}|{noun}){more}|<CHAMBER&AL>{and}{more}|<PLACE>)",
        "رفضت غرفة تجارة وصناعة عمان القرار.",
    ),
    # حزب الله اللبناني, وكالة الأنباء السودانية الرسمية "سونا"
    Rule("known", "<KNOWN_NAME>(?<!<CLUB_NAME>){rest}{sort}<LI&AL&TOPIC_NEWS&CONSTRUCT>?{alias}?", "حزب الله اللبناني"),
    *COMPANY_RULES,
    *FORCE_RULES,
    *OUTLET_RULES,
    *TEAM_RULES,
)


# A ministry by what it deals with, where the article elsewhere names it in full: أعلنت الداخلية.
SHORT_MINISTRY = (
    "(?<=<STOP|COMMON&NOAL|VERB|MEMBERS|COMMA|BREAK|OPEN|QUOTE|COLON|DASH>)(?!<WA>)"
    "<MINISTRY&AL>(?!<ADJ&AL|NISBA&AL|GENERIC>)"
)
FULL_MINISTRY = "<MINISTRIES&NOAL>(?P<name><MINISTRY&AL>)"
# A name of the gazetteer is short for a longer one where its words go on so: الجمعية الوطنية لأرباب المقاهي.
GOES_ON = (
    "<HEAD&SOFT&AL|TOPIC&GOVERNMENT&AL>{adj}{1,2}(?:{for}|{task}|{unlisted})"
    "|<HEAD&SOFT&AL|HEAD&GOVERNMENT&AL|HEAD&PARTY&AL>{adj}{1,3}(?!<NAT>){adj}"
    "|<ROOM&NOAL><CHAMBER&AL>(?:{and}){1,3}|<HEAD&LOCAL&GOVERNMENT&NOAL>{noun}(?!<NAT>){adj}"
    "|<HEAD&SOFT&NOAL|TOPIC&SOFT&NOAL>{of}{0,2}{noun}{adj}{0,2}(?!<NAT>){adj}"
    "|<NUMBERED&AL><ORDINAL&AL><ARM&NOAL>"
)
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
