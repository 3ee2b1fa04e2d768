"""How names of organizations are built: regular expressions over word classes (triggers.tsv, words.tsv, places.tsv).

Names of the gazetteer are found first and stand in the class string as one NAME character and one MORE for each word after it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..text.gazetteer import Gazetteer
from ..text.lexicon import ARTICLE, PREPOSITIONS, Lexicon
from ..text.rules import Rule
from .fact import CATEGORIES, Category
from .names import Entries

_FOLDER = Path(__file__).parent
LEXICONS = ("triggers.tsv", "words.tsv", "places.tsv", "common.tsv", "persons.tsv")
SUFFIXES = (
    ("CLITIC", r"^(?:لت|بت|وت|وي|وم|ول|وب|فت)\w{3,}$"),
    ("NISBA", r"\w{2,}(?:يه|ي)$"),
    ("PEOPLE", r"\w{3,}(?:يين|يون|ين|ون)$"),
    ("VERB", r"^(?:[وف]?س?[يت])\w{3,}$"),
)

# Characters of gazetteer names in the class string, with the particles in the low bits: a block of 16 for each category
# and one for names that can mean something else.
_NAME, _BLOCK, MORE = 0xE000, 16, "\uf000"
_AMBIGUOUS = _NAME + _BLOCK * len(CATEGORIES)


def name_character(entries: Entries, bits: int) -> str:
    """The character for the first word of a gazetteer name."""
    block = _AMBIGUOUS if entries[0].ambiguous else _NAME + _BLOCK * CATEGORIES.index(entries[0].category)
    return chr(block + bits)


def is_name(character: str) -> bool:
    """Whether a character of the class string begins a gazetteer name."""
    return chr(_NAME) <= character < MORE


def name_category(character: str) -> Category | None:
    """The category of a gazetteer name by its character; None for an ambiguous name."""
    index = (ord(character) - _NAME) // _BLOCK
    return CATEGORIES[index] if index < len(CATEGORIES) else None


def _name(first: int, last: int, holds: Callable[[int], bool]) -> str:
    """A pattern for gazetteer names whose particle bits fulfil `holds`."""
    return f"[{''.join(chr(point) for point in range(first, last) if holds(point % _BLOCK))}]{MORE}*+"


def _of(category: Category) -> str:
    """A pattern for unambiguous gazetteer names of one category."""
    first = _NAME + _BLOCK * CATEGORIES.index(category)
    return _name(first, first + _BLOCK, lambda bits: True)


FRAGMENTS = {
    # names of the gazetteer: without doubt; any with nothing attached; any with ل attached
    "known": _name(_NAME, _AMBIGUOUS, lambda bits: True),
    "name": _name(_NAME, _AMBIGUOUS + _BLOCK, lambda bits: bits & ~ARTICLE == 0),
    "for_name": _name(_NAME, _AMBIGUOUS, lambda bits: bits & ~ARTICLE == PREPOSITIONS["ل"]),
    "business": f"(?:{_of('company')}|{_of('academic')}|{_of('ngo')})",
    "hash": "<OTHER>?",
    # nothing attached, and no word at which names end
    "alone": "(?!<WA|PREP|TITLE|GENERIC|TIME|PERSON|STOP&NOAL|COMMON&NOAL>)",
    # an adjective; one that tells more than المنظمة الدولية does
    "adj": "{hash}(?!<WA|PREP|GENERIC|TIME|TITLE>)<ADJ&AL|NISBA&AL>",
    "telling": "{hash}(?!<WA|PREP|GENERIC|TIME|TITLE|VAGUE>)<ADJ&AL|NISBA&AL>",
    # a definite noun; one more noun or adjective after و
    "noun": "{hash}{alone}(?!<POINTER&AL>(?!{adj}|<PLACE>))<AL|PLACE>",
    "and": "(?!<PREP|GENERIC>)<WA&AL&SUBJECT|WA&AL&ADJ|WA&AL&NISBA>",
    "of": "{alone}<CONSTRUCT&NOAL|HEAD&NOAL|TOPIC&NOAL>",
    "more": "{adj}*+(?:{and}{adj}*+){0,4}",
    "phrase": "{of}{0,4}{noun}{more}",
    # what a body is for: للسياحة والآثار, لحقوق الإنسان
    "for": "(?!<WA|GENERIC|TITLE|TIME>)(?:<LI&AL&SUBJECT|LI&AL&NISBA>|<LI&NOAL&CONSTRUCT>{of}{0,2}{noun}){more}",
    "unknown": "{alone}<WORD&NOAL>(?:{alone}<WORD&NOAL|PEOPLE&NOAL>){0,2}",
    "latin": "<LATIN>(?:<LATIN|DIGITS>)*+",
    "proper": "(?:{name}|{latin}|{unknown})",
    "inside": "(?:{name}|{latin}|(?!<STOP&NOAL|TITLE|OPEN|CLOSE|QUOTE|LPAREN|RPAREN|BREAK|COMMA|COLON>).){1,6}?",
    "quoted": "(?:<OPEN>{inside}<CLOSE>|<QUOTE>{inside}<QUOTE>|<LPAREN>{inside}<RPAREN>)",
    "alias": "(?:<OPEN|QUOTE|LPAREN>(?:{name}|{latin}|{unknown})<CLOSE|QUOTE|RPAREN>)",
    "nation": "{hash}(?!<WA|PREP>)<NAT&AL>",
    # a sport club, which no nationality belongs to
    "club": _of("sports"),
}

RULES = (
    # وزارة الدفاع الأمريكية, هيئة تطوير مدينة الرياض, وكالة الأنباء السورية "سانا"
    Rule("chain", "(?:<PLAIN&NOAL>{phrase}|(?!<PLAIN>)<HEAD&NOAL>{phrase}{for}?){alias}?{adj}*"),
    # مكتب الطقس المركزي, إدارة مكافحة المخدرات
    Rule("topic", "<TOPIC&NOAL>(?:{alone}<SUBJECT&AL>|(?!<PLACENOUN>){of}{1,3}{noun}){more}{for}?{alias}?{adj}*"),
    # وكالة الأنباء الرسمية السورية "سانا", وكالة الفضاء الأوروبية: not alone
    Rule("agency", "<NEWS&NOAL>{of}?{alone}<AL>{adj}{more}{for}?{alias}?"),
    # قوة التدخل السريع في شرطة ولاية لوغار
    Rule("force", "<UNIT&NOAL>(?:{of}{0,2}{alone}<DRILL&AL>){more}{alias}?"),
    # حركة العدل والمساواة
    Rule("cause", "<WEAK&NOAL>(?:{alone}<CAUSE&AL>)(?:(?!<PREP>)<WA&AL&CAUSE>|{adj})*{alias}?"),
    # مكتب الأمم المتحدة لتنسيق الشؤون الإنسانية
    Rule("head and club", "<SPORTS&NOAL>{name}{alias}?"),
    Rule("head and name", "(?!<SPORTS|NONAME>)<HEAD&NOAL|TOPIC&NOAL|NAMED&NOAL|WEAK&NOAL|LOCAL&NOAL|BEFORE_NAME&NOAL>{of}?{name}{nation}*{for}?{alias}?"),
    # الهيئة العامة للسياحة والآثار, الجمعية العامة للأمم المتحدة
    Rule(
        "definite",
        "(?!<NAMED><NAT>(?!{adj}|{for}))<HEAD&AL>(?:{telling}|{adj}(?={and}|{adj}|{for}|{for_name}))"
        "{more}(?:{for}|{for_name}{for}?)?{alias}?",
    ),
    Rule("definite topic", "<TOPIC&AL>(?:<ADJ&AL>(?<!<VAGUE>)|{adj}(?={adj}*(?:{for}|{for_name}))){more}(?:{for}|{for_name})?{alias}?"),
    # الجيش الليبي, القوات المسلحة المالية
    Rule("nationality", "<BODY&AL>{adj}{0,2}{nation}{adj}*{alias}?"),
    # الخارجية الأميركية
    Rule("ministry", "(?<!<TITLE>)<MINISTRY&AL>{nation}{alias}?"),
    # شركة سيتيلينك, تنظيم "الدولة الإسلامية", شبكة "CNN" الأمريكية
    Rule("named", "<NAMED&NOAL>{hash}(?:{quoted}|{name}|{latin}|(?P<proper>{unknown})){nation}*{for}?"),
    Rule("quoted", "<HEAD&NOAL|TOPIC&NOAL|WEAK&NOAL>{of}?{quoted}{nation}*"),
    # شرطة كابول, محكمة بريستول الملكية
    Rule("local", "<LOCAL&NOAL>{of}?(?!<WA|PREP>)(?:<PLACE>|{unknown}|<BIN>{unknown}){adj}*"),
    # جامعة الأمير محمد بن فهد
    Rule(
        "honour",
        "<HEAD&NOAL|TOPIC&NOAL>(?!<WA|PREP>)<ROYAL&AL>(?!<WA|PREP>)<PERSON|WORD>"
        "(?:<BIN>(?!<WA|PREP>)<PERSON|WORD>){0,3}{adj}*{for}?",
    ),
    # وزارتي الداخلية والدفاع
    Rule("dual", "<DUAL&NOAL>{noun}{adj}*(?P<second><WA&AL>{adj}*)?"),
    # حزب الله اللبناني
    Rule("known", "{club}|{known}(?:(?!<PLACE>){nation})*{alias}?"),
    # مجموعة فيرجين للابتكارات والاستثمار
    Rule("known company", "{business}{for}"),
    # agencies that caption a picture: (الفرنسية)
    Rule("credit", "(?<=<LPAREN>)<CREDIT&AL>(?=<RPAREN>)"),
)


# A ministry by what it deals with, where the article elsewhere names it in full: أعلنت الداخلية.
SHORT_MINISTRY = "(?<=<STOP|COMMON|VERB|COMMA|BREAK|OPEN|QUOTE|COLON|DASH>)(?!<WA>)<MINISTRY&AL>(?!<ADJ&AL|NISBA&AL>)"
FULL_MINISTRY = "<MINISTRIES&NOAL>(?P<name><MINISTRY&AL>)"
# What lets a name be read that can also mean something else.
OPENS = "<NAMED&NOAL|LOCAL&NOAL|SPORTS&NOAL|OPEN|QUOTE|LPAREN>"


def make_lexicon(gazetteer: Gazetteer[Entries]) -> Lexicon:
    """The lexicon of this folder, which also knows the first words of names."""
    paths = [_FOLDER / name for name in LEXICONS]
    return Lexicon(*paths, suffixes=SUFFIXES, extra=gazetteer.first_words(), article=True)
