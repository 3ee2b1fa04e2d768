"""How places are named: regular expressions over word classes (words.tsv, nations.tsv) and names of the gazetteer.

Names of the gazetteer stand in the class string as marks, see `symbols.py`. A name alone is read only where something
around it shows that a place is meant, or where it is hardly ever anything else.
"""

from __future__ import annotations

from pathlib import Path

from ..grammar import Rule
from ..text.lexicon import Lexicon
from .names import Atlas, stamp
from .symbols import SYMBOLS

_FOLDER = Path(__file__).parent
LEXICONS = ("words.tsv", "nations.tsv", "ordinary.tsv")
SUFFIXES = (
    ("JOINED_WORD", r"^و\w{3,}$"),
    ("POSSESSED", r"\w{3,}(?:هم|ها|هن|نا)$"),
    ("NISBA", r"\w{2,}(?:يه|ي)$"),
    ("PEOPLE", r"\w{3,}(?:يين|يون|ين|ون)$"),
    ("ENDS_T", r"\w{3,}(?<!ا)ت$"),  # the past of a verb, or a name: قرية تديل بترت
    ("VERB", r"^(?:[وف]?س?[يت])\w{3,}$"),
)

FRAGMENTS: dict[str, str] = {
    "name": "<NAME><NAME_REST>*+",
    "at": "<TRUSTED_AT><NAME_REST>*+",
    "head": "(?!<KA>)<HEAD&NOAL>",
    "inner": "<HEAD&NOAL&NOPREP&NOWA>",
    "alias": "(?:<LPAREN>{name}<RPAREN>)",
    # a word of a name that the gazetteer lacks
    "free": "(?!<STOP|TIME|COMMON&NOAL|ORDINARY&NOAL|JOINED_WORD|POSSESSED|PERSON&NOAL>)"
    "(?!<NAT|IN|NEAR|NEAR_OF|DIRECTION&NOAL|FROM|TO|ON|BETWEEN|BELONGS>)"
    "(?!<WA|PREP|HEAD&NOAL|HEADS>)",
    # a word after which a name continues, and the word that continues it: تل السمن, عين عرب السمراء
    "begun": "(?!<WA|PREP>)<BEFORE_NAME&NOAL>",
    "further": "(?!<WA|PREP|NAT|IN|NEAR|NEAR_OF|DIRECTION&NOAL|FROM|TO|ON|BETWEEN|BELONGS>)"
    "<^BREAK|STOP|TIME|COMMA|COLON|DASH|SLASH|LPAREN|RPAREN|OPEN|CLOSE|QUOTE|DIGITS>",
    # whose it is, that no other word may be: تلول البوم
    "second": "{free}(?!<COMMON|ORDINARY|NISBA|PEOPLE>)<AL>",
    "unknown": "(?:{begun}{1,2}{further}"
    "|{free}(?:<AL>|<WORD|NISBA|PEOPLE|VERB|ENDS_T>(?:{free}<WORD&NOAL>|{second})?))(?:<NAME_ADJ&AL>)?",
    # one that is not also a word
    "strange": "(?:{begun}{1,2}{further}|(?!<COMMON|ORDINARY|GROUP>){unknown})",
    "inside": "(?:<^OPEN|CLOSE|QUOTE|LPAREN|RPAREN|BREAK|COMMA|COLON>){1,4}?",
    "quoted": "(?:<OPEN>{inside}<CLOSE>|<QUOTE>{inside}<QUOTE>|<LPAREN>{inside}<RPAREN>)",
    "site_adj": "(?:<SITE_ADJ&AL&NOPREP&NOWA>){0,2}",
    "honoured": "(?:<HONOR>(?!<WA|PREP>)<PERSON|WORD>|(?!<WA|PREP>)<PERSON&NOAL>(?!<COMMON|STOP|WA|PREP>)<WORD|PERSON>)"
    "(?:(?!<WA|PREP>)<PERSON|BEFORE_NAME>){0,3}",
}

# What makes a place of the words after it, the gazetteer's name or not.
HEADED = (
    # مدينة حلب, ريف مدينة منبج, مدينة عين العرب (كوباني)
    Rule("class and name", "{head}{inner}{0,2}{name}{alias}?", "قصفت الطائرات مدينة حلب أمس."),
    # مطار عدن الدولي
    Rule("site and name", "<SITE&NOAL>{inner}{0,2}{name}{site_adj}", "أغلق مطار عدن الدولي."),
    # طريق القامشلي – عامودا
    Rule("road", "<SITE&LOOSE&NOAL>{name}<DASH>{name}", "قطع المسلحون طريق القامشلي – الحسكة."),
    # قرية المحسنلي, قرية "مكلبيس"
    Rule(
        "class and word",
        "(?!<LOOSE|KA>)<TOWN&HEAD&NOAL|QUARTER&HEAD&NOAL|CAMP&HEAD&NOAL>(?:{quoted}|(?!<HONOR&AL>){unknown})",
        "داهمت القوات قرية المحسنلي أمس.",
    ),
    # محافظة "ريمة", منطقة سطيح: what is not also a word
    Rule(
        "area and word",
        "(?!<LOOSE|KA>)<REGION&HEAD&NOAL|DISTRICT&HEAD&NOAL|AREA&HEAD&NOAL>{inner}?(?:{quoted}|(?!<COMMON|ORDINARY>){unknown})",
        "انفجرت عبوة في منطقة سطيح أمس.",
    ),
    # قريتي الفيوش وجعولا
    Rule("several words", "<PAIR&NOAL>(?P<place>(?!<COMMON|ORDINARY>){unknown})", "سيطروا على قريتي الفيوش وجعولا."),
    # قرى الفيوش وجعولا, but not إحدى مدن الألعاب
    Rule(
        "several words:list",
        "<HEADS&NOAL>(?P<place>{begun}{1,2}{further}"
        "|(?!<COMMON|ORDINARY>){unknown}(?=<NISBA>?(?:<COMMA|WA|JOINED_WORD>|<TRUSTED>)))",
        "سيطروا على قرى الفيوش وجعولا والدحيلة.",
    ),
    # مستشفى الأطفال
    Rule(
        "site and word",
        "(?:<OPEN_SITE&NOAL>|<PROPER&NOAL>(?!<COMMON|ORDINARY>))(?:{quoted}|(?!<PEOPLE>){unknown}){site_adj}",
        "نقلوا إلى مستشفى الأطفال.",
    ),
    # سد "النهضة", حقل "العمر"
    Rule("site and quoted", "<QUOTED_SITE&NOAL>{quoted}", 'توقف العمل في حقل "الورد".'),
    # بجماعة سيدي رضوان; بالجماعة الترابية أولاد فارس
    Rule(
        "commune",
        "<COMMUNE&BI&NOAL|HAMLET&NOAL>(?:{quoted}|(?!<NISBA&NOAL>){strange})",
        "نقلوه إلى مستوصف بجماعة سيدي رضوان.",
    ),
    # رئيس جماعة تيزي نلي, بلدية عين الحمراء
    Rule(
        "commune:land",
        "(?!<KA>)<LOOSE&DISTRICT&HEAD&NOAL|HAMLET&NOAL><LAND&NOAL&NOPREP&NOWA>(?:{begun})?{further}",
        "تضررت جماعة تيزي نلي من السيول.",
    ),
    Rule(
        "territorial commune",
        "<COMMUNE&AL><TERRITORIAL&AL>{1,2}(?P<place>{name}|{strange})",
        "وقع الحادث بالجماعة الترابية أولاد الزاير.",
    ),
    # مستشفى الملك فهد, حي يعقوب المنصور
    Rule("honour", "<PROPER&NOAL|QUARTER&NOAL>{honoured}{site_adj}", "نقلوا إلى مستشفى الملك فهد."),
    # مستشفى الحسن الثاني
    Rule(
        "king",
        "<PROPER&NOAL|QUARTER&NOAL>(?:<HONOR>)?(?!<WA|PREP>)<PERSON><ORDINAL&AL&NOPREP&NOWA>",
        "نقلوا إلى مستشفى الحسن الثاني.",
    ),
    # بالحي المحمدي, but not الرصاص الحي
    Rule(
        "quarter",
        "(?!<LOOSE>)(?:<QUARTER&AL&BI>|(?<=<IN|FROM|NEAR>)<QUARTER&AL&NOPREP>){free}(?!<COMMON|ORDINARY>)<AL>",
        "اندلع حريق بالحي المحمدي.",
    ),
    # في هيمو غربي القامشلي
    Rule(
        "unknown inside",
        "(?<=<IN|NEAR|NEAR_OF>)(?!<COMMON|ORDINARY>){free}<WORD&NOAL>(?=<DIRECTION|NEAR>{1,2}<FROM>?<SURE>|<HEAD&BI>{name})",
        "أصيب مدنيان في هيزو غربي القامشلي.",
    ),
    # العاصمة صنعاء, العاصمة السورية دمشق
    Rule("capital and name", "<CAPITAL&AL>(?:<NAT&AL&NOPREP&NOWA>)?{name}", "وصل إلى العاصمة السورية دمشق."),
    # العاصمة السورية
    Rule("capital", "<CAPITAL&AL><NAT&AL&NOPREP&NOWA>", "وصل إلى العاصمة السورية."),
)

# Where a name of the gazetteer is a place.
NAMED = (
    Rule("attached", "{at}", "وقع انفجار بحلب."),
    Rule("in", "<NAME|TRUSTED>(?<=<IN>.)<NAME_REST>*+", "وقع انفجار في حلب."),
    Rule(
        "near",
        "<NAME|TRUSTED>(?:(?<=<NEAR|DIRECTION>.)|(?<=<NEAR|NEAR_OF|DIRECTION><FROM>.))<NAME_REST>*+",
        "وقع انفجار قرب حلب.",
    ),
    # غرق شبان بكل من سكيكدة وبجاية
    Rule("each", "<TRUSTED>(?<=<EACH><FROM>.)<NAME_REST>*+", "غرق شبان بكل من سكيكدة وبجاية."),
    Rule("between", "<NAME|TRUSTED>(?<=<BETWEEN>.)<NAME_REST>*+", "قطع الطريق بين حلب وإدلب."),
    # مدينتي تعز وإب
    Rule("several", "<NAME>(?<=<HEADS&NOAL>.)<NAME_REST>*+", "قصفت مدينتي تعز وإب."),
    Rule("way", "<TRUSTED>(?<=<TO>.)<NAME_REST>*+(?!<NISBA&AL|NAT&AL>)", "توجهوا نحو حلب."),
    # سكان الشدادي
    Rule("of", "<TRUSTED>(?<=<OF&NOAL>.)<NAME_REST>*+(?!<NISBA&AL|NAT&AL>)", "ناشد سكان الشدادي المنظمات."),
    # القاهرة - رويترز
    Rule(
        "dateline", "<TRUSTED>(?:(?<=^.)|(?<=<BREAK>.))<NAME_REST>*+(?=<DASH|COLON|LPAREN|SLASH>)", "القاهرة - رويترز"
    ),
    # هيمو غربي القامشلي, السخنة بريف حمص
    Rule(
        "inside",
        "<TRUSTED><NAME_REST>*+(?=<LPAREN|COMMA>?(?:<DIRECTION|NEAR>{1,2}<FROM>?<SURE>|<SURE_AT>|<HEAD&BI>))",
        "هاجموا السخنة بريف حمص.",
    ),
    Rule("sure", "<SURE><NAME_REST>*+", "زار الوزير دمشق."),
)

RULES = (*HEADED, *NAMED)

# Before a name that is a word too, where it is a place all the same: مدينة الباب, مدينتي الزاوية وصرمان.
BEFORE_WORD = (
    "(?!<LOOSE>)<TOWN&HEAD&NOAL|REGION&HEAD&NOAL|DISTRICT&HEAD&NOAL|QUARTER&HEAD&NOAL|CAMP&HEAD&NOAL>|<CAPITAL&AL>"
    "|<PAIR&NOAL>"
)
# Before a name that is then part of another's: صحيفة الرياض, ابن فلسطين.
OTHERS = "(?:(?<=<PAPER&NOAL|KIN&NOAL>)|(?<=<PERSON&NOAL&NOPREP>))"
# The first word of a longer name, which is no name by itself then: عين الغزال is not the town of عين.
BEGINNING = "<BEFORE_NAME&NOAL>{further}"
# A name of one word that is a day too: وسائل إعلام محلية الأربعاء.
DAY = "<DAY>"
# Zero-width, before a country's name that is the adjective of what stands before it: القوات السعودية.
ADJECTIVE = "(?<=<AL>)(?=<NAT&AL&NOWA&NOPREP>)"
# Zero-width, before a mention: it is near the place.
NEAR = "(?:(?<=<NEAR|DIRECTION&NOAL>)|(?<=<NEAR|NEAR_OF|DIRECTION><FROM>))"
# Zero-width, before a name that was seen as a place's before.
PLACING = "(?<=<IN|NEAR|DIRECTION&NOAL|FROM|TO|ON|BETWEEN|OF&NOAL>)"
# Between a place and the larger one that it lies in: بـ, في, ، , شمالي, التابعة ل.
CONTAINED = (
    "<AL&NISBA|NAT&AL|NAME_ADJ&AL|SITE_ADJ&AL>{0,2}<LPAREN|COMMA|DASH>?"
    "(?:<BELONGS><TO|FROM|IN>?|<IN|FROM>)?<DIRECTION|NEAR>{0,2}<FROM>?"
)
# Behind a place of a list, its number: بـ16 حالة، بحالة واحدة،
NUMBERED = "(?:<QUANTITY&BI>|<COMMON&BI|ORDINARY&BI><QUANTITY>)<^COMMA|STOP|BREAK|WA>{0,2}<COMMA|SEMICOLON>?(?=<WA>)"
# Before a place of a list, its number with what it counts: 5 حالات بسطات.
BEHIND_NUMBER = "<QUANTITY&NOPREP><COMMON|ORDINARY|NISBA>{0,2}$"
# Between two places of a list.
LISTED = "<COMMA|DASH|OR>?(?:<BI>)?"


def make_lexicon(atlas: Atlas, table: Path | None = None) -> Lexicon:
    """The lexicon of this folder, which also knows the words that names of the gazetteer begin with."""
    paths = (_FOLDER / name for name in LEXICONS)
    return Lexicon(
        *paths,
        suffixes=SUFFIXES,
        extra=atlas.names.classes,
        extra_stamp=stamp(table),
        cache_name="lexicon with table" if table else "lexicon",
        article=True,
        symbols=SYMBOLS,
    )
