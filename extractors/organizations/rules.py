"""How names of organizations are built: regular expressions over word classes (triggers.tsv, words.tsv, places.tsv).

Names of the gazetteer are found first and stand in the class string as marks, see `symbols.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..gazetteer import Gazetteer
from ..grammar.rules import compile_pattern
from ..text.lexicon import Lexicon
from . import symbols
from .entries import Entries

_FOLDER = Path(__file__).parent
LEXICONS = ("triggers.tsv", "words.tsv", "../text/places.tsv", "common.tsv", "persons.tsv")
SUFFIXES = (
    ("CLITIC", r"^(?:لت|بت|وت|وي|وم|ول|وب|فت)\w{3,}$"),
    ("NISBA", r"\w{2,}(?:يه|ي)$"),
    ("PEOPLE", r"\w{3,}(?:يين|يون|ين|ون)$"),
    ("VERB", r"^(?:[وف]?س?[يت])\w{3,}$"),
)


@dataclass(frozen=True, slots=True)
class NameRule:
    """A named pattern: the one token a name begins with, and what follows. `before` looks at what precedes."""

    name: str
    head: str
    rest: str
    before: str = ""


FRAGMENTS: dict[str, str] = {
    **symbols.FRAGMENTS,
    "rest": f"{symbols.MORE}*+",
    "hash": "<OTHER>?",
    # nothing attached, and no word at which names end
    "alone": "(?!<WA|PREP|TITLE|GENERIC|TIME|PERSON&NOAL|STOP&NOAL|COMMON&NOAL>)",
    # an adjective; one that tells more than المنظمة الدولية does
    "adj": "{hash}(?!<WA|PREP|GENERIC|TIME|TITLE>)<ADJ&AL|NISBA&AL>",
    "telling": "{hash}(?!<WA|PREP|GENERIC|TIME|TITLE|VAGUE>)<ADJ&AL|NISBA&AL>",
    # a definite noun; one more noun or adjective after و
    "noun": "{hash}{alone}(?!<POINTER&AL>(?!{adj}|<PLACE>))<AL|PLACE>",
    "and": "(?!<PREP|GENERIC>)<WA&AL&SUBJECT|WA&AL&ADJ|WA&AL&NISBA>",
    "of": "{alone}(?!<NONAME>)<CONSTRUCT&NOAL|SUBJECT&NOAL|HEAD&NOAL|TOPIC&NOAL>",
    "more": "{adj}*+(?:{and}{adj}*+){0,4}",
    "phrase": "{of}{0,4}(?:{noun}|{name}){more}",
    "place": "(?:<REGION&NOAL><PLACE|AL>|<PLACE>)",
    # what a body is for: للسياحة والآثار, لحقوق الإنسان
    "for": "(?!<WA|GENERIC|TITLE|TIME>)"
    "(?:<LI&AL&SUBJECT|LI&AL&NISBA>|<LI&NOAL&CONSTRUCT|LI&NOAL&SUBJECT>{of}{0,2}(?:{noun}|{name}))"
    "{more}(?:(?!<PREP>)<WA&NOAL&SUBJECT>{noun}{more})?",
    "unknown": "{alone}<WORD&NOAL|VERB&NOAL>(?:{alone}<WORD&NOAL|PEOPLE&NOAL|VERB&NOAL>){0,2}",
    "latin": "<LATIN>(?:<LATIN|DIGITS>)*+",
    "inside": "(?:{name}|{latin}"
    "|(?!<STOP&NOAL|TITLE|GENERIC|OPEN|CLOSE|QUOTE|LPAREN|RPAREN|BREAK|COMMA|COLON>).){1,6}?",
    "quoted": "(?:<OPEN>{inside}<CLOSE>|<QUOTE>{inside}<QUOTE>|<LPAREN>{inside}<RPAREN>)",
    "alias": "(?:<OPEN|QUOTE|LPAREN>(?:{name}|{latin}|{unknown})<CLOSE|QUOTE|RPAREN>)",
    "nation": "{hash}(?!<WA|PREP>)<NAT&AL>",
}

RULES = (
    # وزارة الدفاع الأمريكية
    NameRule("plain chain", "<HEAD&PLAIN&NOAL>", "{phrase}{alias}?{adj}*"),
    # هيئة تطوير مدينة الرياض, منظمة العفو الدولية, المركز الإسلامي
    NameRule("chain", "<HEAD&NOAL>", "(?<!<PLAIN>){phrase}{for}?{alias}?{adj}*"),
    # مكتب الطقس المركزي, إدارة مكافحة المخدرات
    NameRule(
        "topic", "<TOPIC&NOAL>", "(?:{alone}<SUBJECT&AL>|(?!<PLACENOUN>){of}{1,3}{noun}){more}{for}?{alias}?{adj}*"
    ),
    # وكالة الأنباء الرسمية السورية "سانا", وكالة الفضاء الأوروبية: not alone
    NameRule("agency", "<NEWS&NOAL>", "{of}?{alone}<AL>(?:{adj}|{and}){more}{for}?{alias}?"),
    # قوة التدخل السريع
    NameRule("force", "<UNIT&NOAL>", "{of}{0,2}{alone}<DRILL&AL>{more}{alias}?"),
    # حركة العدل والمساواة
    NameRule(
        "cause",
        "<WEAK&PARTY&NOAL|WEAK&ARMED_GROUP&NOAL>",
        "{alone}<CAUSE&AL>(?:(?!<PREP>)<WA&AL&CAUSE>|{adj})*{alias}?",
    ),
    # نادي ريال مدريد, without the nationality
    NameRule("head and club", "<SPORTS&NOAL|TEAM&NOAL>", "{name}{alias}?"),
    # مكتب الأمم المتحدة لتنسيق الشؤون الإنسانية
    NameRule(
        "head and name",
        "<HEAD&NOAL|TOPIC&NOAL|NAMED&NOAL|WEAK&NOAL|LOCAL&NOAL|BEFORE_NAME&NOAL>",
        "(?<!<SPORTS|TEAM|NONAME>){of}?{name}{nation}*{for}?{alias}?",
    ),
    # الهيئة العامة للسياحة والآثار, الجمعية العامة للأمم المتحدة
    NameRule(
        "definite",
        "<HEAD&AL>",
        "(?<!<NODEF>)(?!(?<=<NAMED>)<NAT>(?!{adj}|{for}))(?:{telling}|{adj}(?={and}|{adj}|{for}|{for_name}))"
        "{more}(?:{for}|{for_name}{for}?)?{alias}?",
    ),
    # المركز الوطني للأعاصير
    NameRule(
        "definite topic",
        "<TOPIC&AL>",
        "(?:(?!<VAGUE>)<ADJ&AL>|{adj}(?={adj}*(?:{for}|{for_name}))){more}(?:{for}|{for_name})?{alias}?",
    ),
    # الجيش الليبي, القوات المسلحة المالية
    NameRule("nationality", "<BODY&AL>", "{adj}{0,2}{nation}{adj}*{alias}?"),
    # الخارجية الأميركية
    NameRule("ministry", "<MINISTRY&AL>", "{nation}{alias}?", before="<TITLE>"),
    # شركة سيتيلينك, تنظيم "الدولة الإسلامية", شبكة "CNN" الأمريكية
    NameRule(
        "named",
        "<NAMED&NOAL>",
        "{hash}(?:{quoted}|{name}|{latin}|<PLACE>(?={for})|(?P<proper>{unknown})){nation}*{alias}?{for}?",
    ),
    NameRule("quoted", "<HEAD&NOAL|TOPIC&NOAL|WEAK&NOAL>", "(?<!<PLACENOUN>){of}?{quoted}{nation}*{alias}?"),
    # شرطة كابول, محكمة بريستول الملكية
    NameRule("local", "<LOCAL&NOAL>", "{of}?(?!<WA|PREP>)(?:{place}|{unknown}|<BIN>{unknown}){adj}*"),
    # جامعة الأمير محمد بن فهد
    NameRule(
        "honour",
        "<HEAD&NOAL|TOPIC&NOAL>",
        "(?!<WA|PREP>)<ROYAL&AL>(?!<WA|PREP>)<PERSON|WORD>(?:<BIN>(?!<WA|PREP>)<PERSON|WORD>){0,3}{adj}*{for}?",
    ),
    # جامعة عمر المختار
    NameRule(
        "namesake",
        "<ACADEMIC&NOAL>",
        "(?!<WA|PREP>)<PERSON&NOAL>(?:<BIN>?(?!<WA|PREP>)<PERSON|WORD|NISBA&AL>){1,3}{adj}*{for}?",
    ),
    # وزارتي الداخلية والدفاع
    NameRule("dual", "<DUAL&NOAL>", "{noun}{adj}*(?P<second><WA&AL>{adj}*)?"),
    # نابولي, without the nationality
    NameRule("club", symbols.CLUB, "{rest}{alias}?"),
    # حزب الله اللبناني
    NameRule("known", symbols.KNOWN, f"(?<!{symbols.CLUB}){{rest}}(?:(?!<PLACE>){{nation}})*{{alias}}?"),
    # مجموعة فيرجين للابتكارات والاستثمار
    NameRule("known company", symbols.BUSINESS, "{rest}{for}"),
    # agencies that caption a picture: (الفرنسية)
    NameRule("credit", "<CREDIT&AL>", "(?=<RPAREN|DASH>)", before="<^LPAREN>"),
)


# A ministry by what it deals with, where the article elsewhere names it in full: أعلنت الداخلية.
SHORT_MINISTRY = "(?<=<STOP|COMMON|VERB|COMMA|BREAK|OPEN|QUOTE|COLON|DASH>)(?!<WA>)<MINISTRY&AL>(?!<ADJ&AL|NISBA&AL>)"
FULL_MINISTRY = "<MINISTRIES&NOAL>(?P<name><MINISTRY&AL>)"
# What lets a name be read that can also mean something else.
OPENS = "<NAMED&NOAL|LOCAL&NOAL|SPORTS&NOAL|TEAM&NOAL|OPEN|QUOTE|LPAREN>"


def make_lexicon(gazetteer: Gazetteer[Entries]) -> Lexicon:
    """The lexicon of this folder, which also knows the words that names of the gazetteer begin with."""
    paths = (_FOLDER / name for name in LEXICONS)
    return Lexicon(*paths, suffixes=SUFFIXES, extra=gazetteer.classes(), article=True, clitics_first=True)


@dataclass(frozen=True, slots=True)
class _Compiled:
    name: str
    head: re.Pattern[str]
    pattern: re.Pattern[str]


class NameGrammar:
    """The rules compiled. They are tried only where a token can begin a name, and the longest name wins."""

    def __init__(self, lexicon: Lexicon) -> None:
        def compiled(pattern: str) -> re.Pattern[str]:
            return compile_pattern(lexicon, pattern, FRAGMENTS)

        self._rules = [
            _Compiled(
                rule.name,
                compiled(rule.head),
                compiled((f"(?<!{rule.before})" if rule.before else "") + rule.head + rule.rest),
            )
            for rule in RULES
        ]
        self._triggers = compiled("|".join(rule.head for rule in RULES))
        self._by_character: dict[str, list[_Compiled]] = {}

    def matches(self, classes: str) -> Iterator[tuple[str, re.Match[str]]]:
        """The longest name at each trigger that is not within another name, and its rule."""
        end = 0
        for trigger in self._triggers.finditer(classes):
            start = trigger.start()
            if start < end:
                continue
            best: tuple[str, re.Match[str]] | None = None
            for rule in self._of(classes[start]):
                match = rule.pattern.match(classes, start)
                if match is not None and (best is None or match.end() > best[1].end()):
                    best = rule.name, match
            if best is not None:
                end = best[1].end()
                yield best

    def _of(self, character: str) -> list[_Compiled]:
        """The rules for names that begin with a class character."""
        if character not in self._by_character:
            self._by_character[character] = [rule for rule in self._rules if rule.head.match(character)]
        return self._by_character[character]
