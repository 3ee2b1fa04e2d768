"""Finds organizations: names of the gazetteer first, then names by how they are built around them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Protocol

from ..document import Document
from ..evidence import standing
from ..gazetteer import Found
from ..grammar import Match, Matcher, compile_pattern
from ..text.clitics import letters_after
from . import symbols
from .canonical import fullest, spelled_out
from .categories import Categories
from .disambiguation import Resolver
from .entries import Bodies, Entries, bodies, load
from .fact import OrganizationFact
from .fragments import FRAGMENTS
from .lists import Lists
from .mentions import Mention, apposed, longest, merge, repeats
from .presentation import COMPARISON, PRESENTATION
from .rules import FULL_MINISTRY, GOES_ON, OPENS, RULES, SHORT_MINISTRY, make_lexicon

_IN_MARKS = ("told in marks", "interview", "acting outlet")  # which may also be of a body that the gazetteer has
_SPORTS_WORDS = 5  # of sports, in an article on sports
_SPORTS_PAGE = 0.03  # the share of its tokens that speak of sports in an article on nothing else
_TELLING_REACH = 10  # tokens between a verb of speech and whoever is told
_FEMININE = ("عليا", "كبري", "اولي", "وسطي")
_PLURAL = ("محاكم", "جمارك", "خطوط", "مصافي", "جيوش", "ميليشيا", "مليشيا")
_UNITS = ("كتايب", "كتيبه", "سرايا", "الويه", "لواء", "جناح")  # which are no body that their name has without them
_MAQSURA = "ى"
_COUNTRIES = ("سوريه",)  # which look like adjectives of a nation
_CLUB_HEADS = ("فريق", "نادي")


class Recognizer(Protocol):
    """Another way of finding organizations, used beside the built-in one."""

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Start and end offsets of organizations."""
        ...


class OrganizationExtractor:
    """Finds organizations by gazetteer and grammar, and with another recognizer where one is given."""

    name = "organizations"
    fact = OrganizationFact
    requires: tuple[str, ...] = ()
    presentation = PRESENTATION
    comparison = COMPARISON

    def __init__(self, recognizer: Recognizer | None = None) -> None:
        self._recognizer = recognizer
        self._gazetteer = load()
        self._lexicon = self.lexicon = make_lexicon(self._gazetteer)
        self._finder = self._gazetteer.finder(self._lexicon)
        self._names = Matcher(self._lexicon, RULES, FRAGMENTS, "longest")
        self.matchers = (self._names,)
        self._resolver = Resolver(self._lexicon)
        self._opens = compile_pattern(self._lexicon, OPENS)
        self._quote = compile_pattern(self._lexicon, "<QUOTE>")
        self._marks = compile_pattern(
            self._lexicon, "<OPEN|QUOTE|LPAREN>(?P<inside><^DIGITS|QUANTITY|NAT>{1,3})<CLOSE|QUOTE|RPAREN>"
        )
        self._goes_on = compile_pattern(self._lexicon, GOES_ON, FRAGMENTS)
        self._full_ministry = compile_pattern(self._lexicon, FULL_MINISTRY)
        self._short_ministry = compile_pattern(self._lexicon, SHORT_MINISTRY)
        self._naming = compile_pattern(self._lexicon, "<NAMED|WEAK|SPORTS>")
        self._place = compile_pattern(self._lexicon, "<PLACE>")
        self._thing = compile_pattern(self._lexicon, "(?!<PLACE|NISBA|ADJ|NAT|GENERIC|ORDINAL|STOP&NOAL>)<AL|WORD>")
        self._nation = compile_pattern(self._lexicon, "<NAT&NOAL>")
        self._counted = compile_pattern(self._lexicon, "<DIGITS|QUANTITY><NAMED&NOAL><WORD|VERB>")
        self._ordinal = compile_pattern(self._lexicon, "<ORDINAL&AL&NOWA&NOPREP>")
        self._nisba = compile_pattern(self._lexicon, "<NISBA>")
        self._playing = compile_pattern(self._lexicon, "<TOPIC_SPORTS|CUE_SPORTS|BESIDE_CLUB>")
        self._scores = compile_pattern(self._lexicon, "<TOPIC_SPORTS|CUE_SPORTS>")
        self._categories = Categories(self._lexicon)
        self._lists = Lists(self._lexicon, self._categories.of_head)
        self._telling = compile_pattern(self._lexicon, "<CUE_TOLD|ACT>")

    def classes(self, document: Document) -> str:
        """The class string that the rules read: with the names of the gazetteer marked."""
        return self._marking(document)[1]

    def _marking(self, document: Document) -> tuple[list[Found[Entries]], str]:
        """The names of the gazetteer in a document, and its class string with them marked."""
        plain = document.classes(self._lexicon)
        known = list(self._gazetteer.find(document, plain, self._finder))
        return known, symbols.mark(plain, [name for name in known if self._marked(name, plain)])

    def extract(self, document: Document) -> list[OrganizationFact]:
        """The organizations that `document` names, in their order."""
        plain = document.classes(self._lexicon)
        known, classes = self._marking(document)
        known_bodies = {found.first: bodies(found.value, found.value[0].category) for found in known}
        mentions = [
            mention
            for match in self._matches(document, classes)
            for mention in self._mentions(document, match, classes, known_bodies)
        ]
        mentions += [
            Mention(
                *found[:2],
                _start(document, found.first, found.bits),
                entry.category,
                "ambiguous",
                bodies(found.value, entry.category),
            )
            for found, entry in self._resolver.resolve(known, plain)
            if entry.category is not None
        ]
        mentions += self._ministries(document, plain)
        mentions = longest(mentions)
        mentions = longest([*mentions, *self._lists.find(document, classes, mentions)])
        mentions = apposed(document, longest([*mentions, *repeats(document, mentions)]))
        if self._recognizer is not None:
            mentions = merge(mentions, list(self._recognized(document, self._recognizer)))
        return list(_facts(document, mentions))

    def _recognized(self, document: Document, recognizer: Recognizer) -> Iterator[Mention]:
        """What a recognizer finds, without the clitics before it, and with the category that its first word tells."""
        classes = document.classes(self._lexicon)
        for start, end in recognizer.spans(document.text):
            first, last = document.token_at(start), document.token_at(end - 1)
            category = self._categories.of_head(classes[first]) or "other"
            yield Mention(first, last + 1, document.word_start(first, self._lexicon), category, "neural")

    def _marked(self, name: Found[Entries], classes: str) -> bool:
        """Whether a name is to stand in the class string: an ambiguous one only after a trigger or in quotes."""
        if name.value[0].ambiguous:
            before = name.first - 1
            quoted = self._quote.match(classes, before) and self._quote.match(classes, name.end)
            return before >= 0 and bool(quoted or self._opens.match(classes, before))
        longer = self._goes_on.match(classes, name.first) if name.value[0].category else None
        return longer is None or longer.end() <= name.end

    def _matches(self, document: Document, classes: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Match]:
        """The names that rules find, and those within the words that are refuted: ملتقى نظمه | مجلس الشيوخ."""
        for match in self._names.finditer(classes, start):
            if match.first >= end:
                return
            first, last = match.spans.get("name", (match.first, match.end))
            rule = match.rule.id
            if self._holds(rule, classes) and not self._refuted(document, rule, first, last, classes):
                yield match
            elif last - first > 1:
                yield from self._matches(document, classes, match.first + 1, match.end)

    def _mentions(self, document: Document, match: Match, classes: str, known: dict[int, Bodies]) -> Iterator[Mention]:
        rule, groups = match.rule.id, match.spans
        first, end = groups.get("name", (match.first, match.end))
        character = classes[first]
        if symbols.is_name(character):
            start = _start(document, first, symbols.bits(character))
        else:
            start = document.word_start(first, self._lexicon)
        named = symbols.is_name(character) and symbols.category(character)
        category = (named if rule in _IN_MARKS else None) or self._categories.of(classes[first:end], rule)
        if "second" in groups:
            second, end = groups["second"]
            yield Mention(first, second, start, category, rule, match=match)
            yield Mention(second, end, document.word_start(second, self._lexicon), category, rule, match=match)
        else:
            body = Bodies()
            if rule == "known" and self._is_country(document, first, end, classes):
                end -= 1
            if symbols.is_name(character):
                body = known[first]
            # حركة حماس is Hamas, but مكتب الأمم المتحدة not the United Nations
            elif self._naming.match(character) and not document.form(first).endswith(_UNITS):
                body = next((known[token] for token in range(first + 1, end) if token in known), body)
            marks = self._marks.search(classes, first + 1, end)
            doubtful = rule == "quoted" and category in ("government", "other")  # ديوان "غلطة عمر"
            marked = marks.span("inside") if marks and not doubtful else None
            proper = groups.get("proper")
            if proper is None and category == "sports" and self._is_headed_club(document, first, end, classes):
                proper = first + 1, end  # نادي الأمل: الأمل
            yield Mention(first, end, start, category, rule, body, proper, match, marked)

    def _refuted(self, document: Document, rule: str, first: int, end: int, classes: str) -> bool:
        """Whether gender, or a letter of the second word, tells that words in the order of a name are none."""
        head, second = document.form(first), document.form(first + 1) if end - first > 1 else ""
        match rule:
            case "definite" | "definite topic" | "nationality" | "ministry":
                # رئيس الاستخبارات الإسرائيلي: the adjective belongs to the person
                return not agree(head, second, rule == "ministry")
            case "ruler":
                return agree(head, second)  # شرطة محلية
            case "named:unlike":  # شركة محلي, but من هجمة منظمة أهدى
                return agree(head, second) or _MAQSURA in _written(document, first + 1)
            case "topic:place":
                return not agree(head, document.form(first + 2))  # إدارة لشبونة البرتغالي
            case "chain" | "plain chain":  # قوات سعودية
                adjective = end - first == 2 and second.endswith("يه") and second not in _COUNTRIES
                return adjective and bool(self._nation.match(classes, first + 1))
            case "members":  # ملتقى نظمه المجلس; لجنة وزارية الخميس, but نقابة صيادي السمك and مؤسسة حرية الرأي
                nisba = second.endswith("يه") and bool(self._nisba.match(classes, first + 1))
                return nisba or (
                    _written(document, first + 1).endswith("ه") and bool(self._thing.match(classes, first + 1))
                )
            case "known":  # وزيرة الخارجية الأميركية: it is hers; المؤتمر الوطني السابع is no body
                hers = first > 0 and document.form(first - 1).endswith("وزيره")
                return hers or (head.endswith("موتمر") and bool(self._ordinal.match(classes, end)))
            case "named":  # شاركت 13 جمعية موزعة على المناطق
                return bool(self._counted.match(classes, first - 1)) if first else False
            case "numbered university":  # not في جامعة وهران 20 باحثا
                return end - first > 1 and len(_written(document, end - 1)) > 1
            case "told in marks":
                return not self._telling.search(classes, max(0, first - _TELLING_REACH), first)
            case _:
                return False

    def _is_country(self, document: Document, first: int, end: int, classes: str) -> bool:
        """Whether a last word that is a nationality or a country is one: ويتهم الحوثيون السعودية."""
        last = end - 1
        place = self._place.match(classes, last)
        return bool(last > first and place and not agree(document.form(first), document.form(last)))

    def _is_headed_club(self, document: Document, first: int, end: int, classes: str) -> bool:
        """Whether a name is a club's class word and a word that is no town, in an article on sports."""
        headed = end - first == 2 and document.form(first).endswith(_CLUB_HEADS) and self._holds("named team", classes)
        return headed and bool(self._thing.match(document.classes(self._lexicon), first + 1))

    def _holds(self, rule: str, classes: str) -> bool:
        """Whether a rule may be used here: names of teams are words no list has, and need an article on sports."""
        match rule:
            case "team":
                return len(self._playing.findall(classes)) >= _SPORTS_WORDS
            case "named team" | "named team:rival" | "named team:winner" | "club of a town":
                return len(self._scores.findall(classes)) >= max(_SPORTS_WORDS, _SPORTS_PAGE * len(classes))
            case "force:called":  # كتيبة الريال
                return len(self._scores.findall(classes)) < _SPORTS_WORDS
            case _:
                return True

    def _ministries(self, document: Document, classes: str) -> Iterator[Mention]:
        """Ministries without the word, where the article also names them in full."""
        full = {document.form(match.start("name")) for match in self._full_ministry.finditer(classes)}
        if full:
            for match in self._short_ministry.finditer(classes):
                if document.form(match.start()) in full:
                    start = document.word_start(match.start(), self._lexicon)
                    yield Mention(*match.span(), start, "government", "short ministry")


def _facts(document: Document, mentions: list[Mention]) -> Iterator[OrganizationFact]:
    texts = [document.excerpt(mention.start, document.end(mention.end - 1)) for mention in mentions]
    names = fullest(zip(texts, (mention.bodies for mention in mentions), strict=True))
    told = {text: mention.category for mention, text in zip(mentions, texts, strict=True)}
    for mention, text in zip(mentions, texts, strict=True):
        full = names[text]
        start, end = mention.start + text.startswith("لل"), mention.start + len(text)  # للمديرية: what is left of ال
        fact = OrganizationFact(
            start=start,
            end=end,
            text=document.excerpt(start, end),
            name=standing(spelled_out(full), full),
            # لجنة الحريات is of the kind that لجنة الحريات بنقابة المحامين tells
            category=told[full] if full.startswith(text) and not mention.bodies else mention.category,
            rule=mention.rule,
        )
        document.explain(fact, [mention.match] if mention.match else [])
        yield fact


def agree(head: str, adjective: str, feminine: bool = False) -> bool:
    """Whether an adjective agrees in gender with a folded head, which may be feminine by itself, as spelling tells.

    >>> agree("المخابرات", "العراقيه"), agree("المخابرات", "العراقي"), agree("المجلس", "الاعلي")
    (True, False, True)
    """
    if feminine or head.endswith(("ه", "ات")):
        return adjective.endswith("ه") or not adjective.endswith("ي") or adjective.endswith(_FEMININE)
    return not adjective.endswith("يه") or head.endswith(_PLURAL)


def _start(document: Document, token: int, bits: int) -> int:
    """The offset at which a name begins whose first token has clitics before it."""
    start = document.start(token)
    return letters_after(document.text[start : document.end(token)], start, bits)


def _written(document: Document, token: int) -> str:
    """A token with all its letters, as it stands in the text."""
    return document.excerpt(document.start(token), document.end(token))
