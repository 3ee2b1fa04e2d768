"""How names of organizations are built: regular expressions over word classes (triggers.tsv, words.tsv, places.tsv).

Names of the gazetteer are found first and stand in the class string as one NAME character and one MORE for each word after it.
"""

from __future__ import annotations

from pathlib import Path

from ..text.gazetteer import Gazetteer
from ..text.lexicon import Lexicon
from ..text.rules import Rule
from .fact import CATEGORIES
from .names import Entry

_FOLDER = Path(__file__).parent
LEXICONS = ("triggers.tsv", "words.tsv", "places.tsv", "common.tsv", "persons.tsv")
SUFFIXES = (
    ("NISBA", r"\w{2,}(?:يه|ي)$"),
    ("PEOPLE", r"\w{3,}(?:يين|يون|ين|ون)$"),
    ("VERB", r"^(?:[وف]?س?[يت])\w{3,}$"),
)

# Characters of gazetteer names in the class string: a block of 16 for the category, the particles in it.
NAME, AMBIGUOUS, MORE = 0xE000, 0xE400, "\uf000"
_BLOCK = 16


def name_character(entry: Entry, bits: int) -> str:
    """The character for the first word of a gazetteer name."""
    return chr((AMBIGUOUS if entry.ambiguous else NAME) + _BLOCK * CATEGORIES.index(entry.category) + bits)


def _range(base: int, wanted: int = -1, mask: int = 0) -> str:
    points = [p for p in range(base, base + _BLOCK * len(CATEGORIES)) if wanted < 0 or (p % _BLOCK) & mask == wanted]
    return "".join(map(chr, points))


def _name(base: int, wanted: int = -1, mask: int = 0) -> str:
    return f"[{_range(base, wanted, mask)}]{MORE}*+"


FRAGMENTS = {
    # names of the gazetteer: any; with nothing attached; with ل attached
    "known": _name(NAME),
    "name": f"[{_range(NAME, 0, 13)}{_range(AMBIGUOUS, 0, 13)}]{MORE}*+",
    "for_name": _name(NAME, 8, 13),
    "hash": "<OTHER>?",
    "alone": "(?!<WA|PREP|STOP|TITLE|GENERIC|TIME|PERSON|COMMON>)",
    # a definite noun; an adjective; one more noun or adjective after و
    "noun": "{hash}{alone}<AL>",
    "adj": "{hash}(?!<WA|PREP|GENERIC|TIME>)<ADJ&AL|NISBA&AL>",
    "and": "(?!<PREP|GENERIC>)<WA&AL&SUBJECT|WA&AL&ADJ|WA&AL&NISBA>",
    "of": "{alone}<CONSTRUCT&NOAL|HEAD&NOAL>",
    "more": "{adj}*+(?:{and}{adj}*+){0,4}",
    "phrase": "{of}{0,4}{noun}{more}",
    "li": "(?!<WA|GENERIC|TITLE|TIME>)(?:<LI&AL&SUBJECT|LI&AL&WORD|LI&AL&NISBA>|<LI&NOAL&CONSTRUCT>{of}{0,2}{noun}){more}",
    "unknown": "(?!<WA|PREP>)<WORD&NOAL>",
    "latin": "<LATIN>(?:<LATIN|DIGITS>)*+",
    "proper": "(?:{name}|{latin}|{unknown}{1,3})",
    "open": "<OPEN|QUOTE|LPAREN>",
    "close": "<CLOSE|QUOTE|RPAREN>",
    "inside": "(?:{name}|{latin}|(?!<STOP|VERB|TITLE|COMMON|OPEN|CLOSE|QUOTE|LPAREN|RPAREN|BREAK|COMMA|COLON>).){1,6}?",
    "quoted": "(?:<OPEN>{inside}<CLOSE>|<QUOTE>{inside}<QUOTE>|<LPAREN>{inside}<RPAREN>)",
    "alias": "(?:(?:<OPEN|QUOTE|LPAREN>)(?:{name}|{latin}|{unknown}{1,2})(?:<CLOSE|QUOTE|RPAREN>))",
    "nation": "(?!<WA|PREP>)<NAT&AL>",
}

RULES = (
    # وزارة الدفاع الأمريكية, هيئة تطوير مدينة الرياض, وكالة الأنباء السورية "سانا"
    Rule("chain", "<HEAD&NOAL>{phrase}{li}?{alias}?{adj}*"),
    # مكتب الأمم المتحدة لتنسيق الشؤون الإنسانية
    Rule("head and name", "<HEAD&NOAL|NAMED&NOAL|WEAK&NOAL>{of}?{name}{nation}*{li}?{alias}?"),
    # الهيئة العامة للسياحة والآثار, الجمعية العامة للأمم المتحدة
    Rule("definite", "<HEAD&AL>{adj}{more}(?:{li}|{for_name}{li}?)?{alias}?"),
    # الجيش الليبي, القوات المسلحة المالية
    Rule("nationality", "<BODY&AL>{adj}{0,2}{nation}{adj}*{alias}?"),
    # شركة سيتيلينك, تنظيم "الدولة الإسلامية", شبكة "CNN" الأمريكية
    Rule("named", "<NAMED&NOAL>{hash}(?:{quoted}|{proper}){nation}*{li}?"),
    Rule("quoted", "<HEAD&NOAL|WEAK&NOAL>{of}?{quoted}{nation}*"),
    # شرطة كابول, محكمة بريستول الملكية
    Rule("local", "<LOCAL&NOAL>{of}?(?!<WA|PREP>)(?:<PLACE>|{unknown}{1,2}){adj}*"),
    # جامعة الأمير محمد بن فهد
    Rule("honour", "<HEAD&NOAL>(?!<WA|PREP>)<ROYAL&AL>(?!<WA|PREP>)<PERSON|WORD>(?:<BIN>(?!<WA|PREP>)<PERSON|WORD>){0,3}{adj}*{li}?"),
    # وزارتي الداخلية والدفاع
    Rule("dual", "<DUAL&NOAL>(?:{phrase}|{proper}|{quoted})(?P<second>(?:<WA&AL>{adj}*|<WA>?{quoted}))?"),
    # حزب الله اللبناني
    Rule("known", "{known}{nation}*{alias}?"),
)


def make_lexicon(gazetteer: Gazetteer[Entry]) -> Lexicon:
    """The lexicon of this folder, which also knows the first words of names."""
    paths = [_FOLDER / name for name in LEXICONS]
    return Lexicon(*paths, suffixes=SUFFIXES, extra=gazetteer.first_words(), article=True)
