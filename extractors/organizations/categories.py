"""What a name says of its body: of which kind it is, by its rule, a known name in it, or its first word."""

from __future__ import annotations

from ..grammar import compile_pattern
from ..text.lexicon import Lexicon
from . import symbols
from .fact import CATEGORIES, Category
from .fragments import FRAGMENTS

_BY_RULE: dict[str, Category] = {
    "network": "ngo",
    "formal:network": "ngo",
    "formal:chamber": "ngo",
    "formal:rights": "ngo",
    "land": "armed_group",
    "outlet": "media",
    "outlet:headed": "media",
    "publisher": "company",
    "team": "sports",
    "named team": "sports",
    "named team:rival": "sports",
    "named team:winner": "sports",
    "public agency": "government",
    "ball": "sports",
    "club of a town": "sports",
    "told in marks": "media",
    "interview": "media",
    "dateline outlet": "media",
    "published in": "media",
    "acting outlet": "media",
    "chamber": "ngo",
    "police district": "military",
    "unit in marks": "armed_group",
    "unit with marks": "armed_group",
    "zone": "military",
    "town council": "government",
    "security service": "military",
    "gathering": "ngo",
    "chamber of a court": "government",
    "force:called": "armed_group",
    "neighbours": "ngo",
}
_CLASSES: dict[Category, str] = {c: c.upper() if c != "other" else "OTHER_BODY" for c in CATEGORIES}


class Categories:
    """The categories of names, given by their class strings."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._agency = compile_pattern(lexicon, "<NEWS&NOAL>(?:<SUBJECT|CONSTRUCT|PLACE>|<AL>)")
        self._news = compile_pattern(lexicon, "<TOPIC_NEWS|OPEN|QUOTE|LPAREN>")
        self._club_after = compile_pattern(lexicon, "<TEAM><PLAIN_NAME>")
        self._of_a_place = compile_pattern(lexicon, "<LOCAL>")
        self._soft = compile_pattern(lexicon, "<SOFT>")
        self._sports = compile_pattern(lexicon, "<TOPIC_SPORTS>")
        self._charity = compile_pattern(lexicon, "<TOPIC_NGO>")
        # لجنة معلمي المدينة, مركز الكلمة لحقوق الإنسان
        self._people = compile_pattern(lexicon, "<HEAD&SOFT><FOLK&NOAL|SOUND&NOAL>|<TOPIC&OTHER_BODY><*>*?<RIGHTS>")
        # الجامعة الوطنية للصحة, الجامعة الملكية لكرة القدم: federations of the Maghreb
        self._federation = compile_pattern(lexicon, "<UNIVERSITY&AL><FEDERAL&AL>{adj}*<LI|FOR_NAME>", FRAGMENTS)
        self._state = compile_pattern(lexicon, "<CENTRE&AL><STATEWIDE&AL>")  # المركز الوطني للأعاصير
        self._forces = compile_pattern(lexicon, "<TOPIC><*>*?<MILITARY>")
        self._heads: dict[str, Category | None] = {}

    def of(self, classes: str, rule: str) -> Category:
        """The category of a name that a rule found."""
        return _BY_RULE.get(rule) or self._of_known(classes) or self._of_words(classes)

    def of_head(self, character: str) -> Category | None:
        """What a class word says by itself."""
        if character not in self._heads:
            have = self._lexicon.features(character)
            self._heads[character] = next((c for c in CATEGORIES if _CLASSES[c] in have), None)
        return self._heads[character]

    def _of_known(self, classes: str) -> Category | None:
        """That of a name of the gazetteer in it; but بلدية أبو سليم is no club."""
        if not symbols.is_name(classes[0]) and self._of_a_place.match(classes):
            return None
        found = (symbols.category(character) for character in classes if symbols.is_name(character))
        return next((category for category in found if category is not None), None)

    def _of_words(self, classes: str) -> Category:
        if self._club_after.match(classes):
            return "sports"
        if self._federation.match(classes):
            return "sports" if self._sports.search(classes, 1) else "ngo"
        if self._agency.match(classes) and not self._news.search(classes, 1):
            return "government"  # وكالة الفضاء الأوروبية
        if not symbols.is_name(classes[0]) and self._soft.match(classes):
            if self._sports.search(classes, 1):
                return "sports"
            if self._forces.match(classes):
                return "military"
            if self._people.match(classes) or self._charity.search(classes, 1):
                return "ngo"
            if self._state.match(classes):
                return "government"
        return self.of_head(classes[0]) or "other"
