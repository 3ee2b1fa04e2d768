"""Who is meant: the last speaker for a verb without a subject, the full name for a short one, whose البيان is."""

from __future__ import annotations

from collections import deque

import msgspec

from ..document import Document
from ..engine.sre import lazy
from ..text.folding import DIACRITICS, fold
from . import speaker
from .gender import Gender
from .namings import TELLING
from .reading import Reading
from .register import Names, Register, is_short_for, joined, words_of
from .speaker import Speaker

_SHORT = 2  # words of a name that may stand for a longer one
_MEMORY = 4  # how many speakers back a verb without a subject may go
_ACCUSATIVE = lazy(rf"^(?!ال)(\w{{4,}}?)[{DIACRITICS}]?ا[{DIACRITICS}]?(?!\w)")  # مسؤولا أمنيا
_SHORT_RESPECT = 4  # letters of سموه
_PRESIDENT = ("سيادت", "فخامت")
_LEADERS = frozenset(map(fold, "زعيم رئيس أمين كاتب قائد".split()))
_IN_MARKS = lazy(r"[\"«“].+[\"»”]")
_ALIAS = '("«“'  # before another name of a body: قوات سوريا الديمقراطية (قسد)
_SOURCES = "المصادر"
_THESE = [fold("هؤلاء")]  # the group that spoke last
_THIS, _LATTER, _THE_SOURCES = (frozenset(map(fold, told.split())) for told in ("هذا هذه", "أخير أخيرة", "مصدر مصادر"))
_PASSING_ON = frozenset({"report", "body", "other"})
_GROUPS = frozenset({"title", "other"})
_SPOKESMEN = frozenset({"متحدث", "متحدثه", "ناطق", "ناطقه"})
_REPORTS = frozenset(map(fold, "تقرير تقارير وثيقة وثائق مذكرة مسودة بحث بيانات تحقيق نص".split()))  # no person's
_ANYBODY = frozenset(
    map(fold, "مصدر مصادر بيان بلاغ تقرير وثيقة تصريح معطيات معلومات".split())
)  # المصدر ذاته is whoever spoke last


class Discourse:
    """The speakers of one article so far, in the order they were met."""

    def __init__(self, document: Document) -> None:
        self._reading = document.layer(Reading)
        self._register = document.layer(Register)
        self._met: deque[Speaker] = deque(maxlen=_MEMORY)
        self._latest: dict[str, Speaker] = {}  # by kind
        self._people, self._holders, self._bodies = Names(), Names(), Names()
        self._revealed: dict[Speaker, Speaker] = {}  # who an unnamed speaker turned out to be
        self.last: Speaker | None = None

    def last_for(self, gender: Gender | None) -> Speaker | None:
        """The last speaker that a verb of this gender can go with; no man for a verb of women."""
        for known in reversed(self._met):
            if gender is None or known.gender is None or known.gender == gender:
                return known
        return None if gender == "feminine" and self.last is not None and self.last.kind == "person" else self.last

    def meet(self, named: Speaker, token: int) -> Speaker:
        """`named` at its fullest; it is the last speaker from now on."""
        full = self._fullest(named, token)
        self._met.append(full)
        self._latest[full.kind] = full
        if full.kind == "person":
            self._people.add(full, full.name)
            self._reveal_spokesman(full)
            self._holders.add(full, full.role or "")
        elif full.kind == "body":
            self._bodies.add(full, full.name)
        elif full.kind in ("title", "source"):
            self._holders.add(full, _ACCUSATIVE.sub(r"\1", full.name))
        self.last = full
        return full

    def meet_aside(self, named: Speaker, token: int) -> bool:
        """Meets a report or a medium behind what somebody says, who stays the last speaker; False for other sources."""
        full = self._fullest(named, token)
        if self.last is None or self.last.kind not in TELLING or full.official or full.kind not in _PASSING_ON:
            return False
        self._bodies.add(full, full.name)
        last = self._met.pop()
        self._met.extend((full, last))
        return True

    def _reveal_spokesman(self, full: Speaker) -> None:
        """Tells who spoke before without a name, under the same title for the same body: المتحدث باسم "الجسر"."""
        unnamed = self._holders.beginning(words_of(full.role or "")[:1]) if full.organization else None
        if unnamed is None or unnamed.kind != "title" or not unnamed.organization:
            return
        if unnamed.organization == full.organization or is_short_for(unnamed.organization, full.organization or ""):
            self.reveal(unnamed, full)

    def knows(self, named: Speaker, token: int) -> bool:
        """Whether somebody else stands behind a name."""
        return self._fullest(named, token) is not named

    def revealed(self, known: Speaker) -> Speaker:
        """Who a speaker turned out to be later: the officer whose name follows in the next sentence."""
        return self._revealed.get(known, known)

    def reveal(self, known: Speaker, full: Speaker) -> None:
        """Tells who an unnamed speaker is."""
        self._revealed[known] = full

    def _fullest(self, named: Speaker, token: int) -> Speaker:
        full = self._known(named, token) or named
        if full.organization and full.kind in ("person", "title") and len(words_of(full.organization)) == 1:
            full = self._with_full_body(full, token)
        if full.organization and full.kind == "source":
            full = self._with_full_source(full, token)
        last = self.last
        if last is not None and last.kind == "body" and last.official and _is_bare_spokesman(full):
            return msgspec.structs.replace(full, organization=last.organization)
        return full

    def _known(self, named: Speaker, token: int) -> Speaker | None:
        """Who is behind a name, where the article says more of him elsewhere."""
        words = words_of(named.name)
        if named.kind == "report":
            return self._issuer(words[0], token) if named.name.startswith("ال") else None
        if named.kind == "same":
            return self._same(named, words[:-1])
        if words == _THESE:
            return self.last if self.last is not None and self.last.kind in _GROUPS else None
        if len(words) == _SHORT and words[0] in _THIS and words[1] in _LATTER:
            return self.last_for(named.gender)
        if len(words) == _SHORT and words[0] in _THIS and words[1] in _THE_SOURCES:
            return self._latest.get("source")
        if named.kind == "honored":
            return self._honored(fold(named.name), token)
        if named.kind == "source":
            return self._source(named, words, token)
        if named.kind == "body" and not named.official and (known := self._in_marks(named, words, token)):
            return known
        if named.kind in ("person", "other") and (known := self._person(named, words, token)):
            return joined(named, known)
        if named.kind in ("title", "other") and (known := self._holder(named, words, token)):
            return known
        if (
            named.kind == "title"
            and named.name.startswith("ال")
            and len(words) > 1
            and named.gender != "plural"
            and (known := self._family(named, words, token))
        ):
            return known
        if named.refers and (last := self._latest.get("person")) is not None and last is self.last:
            return last if named.gender is None or last.gender in (None, named.gender) else None
        if len(words) == 1 and words[0] in _SPOKESMEN and (known := self._unnamed_last(named)) is not None:
            return known
        if named.kind in ("body", "other"):
            return self._body(named, words, token)
        if named.kind == "person" and not named.certain and (known := self._body(named, words, token)):
            return known if any(mark + named.name in known.name for mark in _ALIAS) else None
        return None

    def _unnamed_last(self, named: Speaker) -> Speaker | None:
        """Who المتحدث is where one without a name spoke last: وقال مسؤول محلي…. وتابع المتحدث."""
        last = self.last
        if last is None or last.kind not in ("title", "source") or last.name.startswith("ال"):
            return None
        return last if last.gender in (None, named.gender) else None

    def _honored(self, form: str, token: int) -> Speaker | None:
        """Who سموه, معاليه, سيادته is: who was named with that word, the president, else the person who spoke last."""
        honored = speaker.honored_before(self._reading, token, form[:-1] if len(form) <= _SHORT_RESPECT else form[:-2])
        last = self._latest.get("person")
        if last is not None and any(set(words_of(known.name)) <= set(words_of(last.name)) for known in honored):
            return last
        named = honored[-1] if honored else None
        if named is None and form.startswith(_PRESIDENT):
            named = self._holder(Speaker("title", "الرئيس", gender="masculine"), ["رييس"], token)
        person = named if named is not None and named.kind == "person" else last
        return person or named or speaker.first_honored(self._reading)

    def _issuer(self, noun: str, token: int) -> Speaker | None:
        """Whose البيان is: the body that spoke last, else the one it was named with, else who spoke last.

        A report, التقرير, is no person's: it speaks for itself.
        """
        last = self.last
        if last is not None and last.kind == "body" and last.official:
            return last
        if (issuer := speaker.issuer_before(self._reading, token, noun)) is not None:
            return self._fullest(issuer, token)
        if noun in _REPORTS and last is not None and last.kind in ("person", "title"):
            return None
        return last or speaker.body_before(self._reading, token)

    def _in_marks(self, named: Speaker, words: list[str], token: int) -> Speaker | None:
        """The person whose short name stands in marks, as a paper's does: “عبد المحيط”."""
        known = self._people.holding(words) or self._register.person(named, words, token)
        return known if known is not None and " ".join(words) in " ".join(words_of(known.name)) else None

    def _same(self, named: Speaker, words: list[str]) -> Speaker | None:
        """Who المصدر ذاته, المتحدث نفسه, الوزارة نفسها is."""
        if named.name.startswith(_SOURCES) and (source := self._latest.get("source")) is not None:
            return source
        if not words or words[0] in _ANYBODY:
            return self.last
        return self._holders.beginning(words) or self._bodies.beginning(words) or self.last_for(named.gender)

    def _source(self, named: Speaker, words: list[str], token: int) -> Speaker | None:
        """Which source المصدر, المصدر الطبي, المصادر is."""
        if not named.name.startswith("ال"):
            return None
        if known := self._holders.beginning(words):
            return known
        if len(words) > 1:
            return self._register.unnamed(named.name, token)
        source, last = self._latest.get("source"), self.last
        if named.gender != "masculine" or last is None:
            return source
        unnamed = last.kind == "title" and not last.name.startswith("ال")  # وقال مسؤول محلي…. وأضاف المصدر
        return last if unnamed or source is None or source.gender != "masculine" else source

    def _person(self, named: Speaker, words: list[str], token: int) -> Speaker | None:
        """The person of whose name these words are a part: one who spoke, else one named in the article."""
        if (titled := self._titled(named)) is not None:
            return titled
        if len(words) > _SHORT:
            known = self._people.holding(words) or self._register.person(named, words, token)
            its = [] if known is None else words_of(known.name)
            return known if its[:1] == words[:1] or its[-1:] == words[-1:] else None
        return self._people.holding(words) or self._register.person(named, words, token)

    def _titled(self, named: Speaker) -> Speaker | None:
        """A person whose name comes after his title: الضابط، واسمه فلان."""
        if named.kind != "person" or not named.role:
            return None
        unnamed = self._holders.beginning(words_of(named.role)) if named.role.startswith("ال") else None
        if unnamed is None or unnamed.kind != "title":
            return None
        full = msgspec.structs.replace(named, role=unnamed.name, organization=unnamed.organization)
        self.reveal(unnamed, full)
        return full

    def _family(self, named: Speaker, words: list[str], token: int) -> Speaker | None:
        """The person of a title and a family name: السفير الفايز."""
        family = msgspec.structs.replace(named, name=named.name.split()[1])
        known = self._person(family, words[1:2], token)
        if known is None or not known.name.endswith(family.name):
            return None
        told = msgspec.structs.replace(known, role=named.name.split()[0], official=named.official)
        return known if known.role else told

    def _holder(self, named: Speaker, words: list[str], token: int) -> Speaker | None:
        """The person or the unnamed official whose title begins with these words: القاضية, وزير العدل."""
        known = self._holders.beginning(words) or self._holders.of_land(words)
        if known is not None and known.kind == "person":
            return known
        if named.gender == "plural":
            return known if named.name.startswith("ال") else None
        person = (
            self._spokesman(named, words) or self._register.holder(named, words, token) or self._leader(named, words)
        )
        if person is None and known is None and named.official:
            person = self._register.office(named.name, words, token)
        if person is not None or not named.name.startswith("ال"):
            return person
        return known or (self._register.unnamed(named.name, token) if len(words) > 1 else None)

    def _leader(self, named: Speaker, words: list[str]) -> Speaker | None:
        """Who spoke last, where he leads a body that has a nickname in marks: زعيم "الأحرار"."""
        last, role = self.last, words_of(self.last.role or "") if self.last else []
        if last is None or last.kind != "person" or not role or not _IN_MARKS.search(named.name):
            return None
        return last if words[0] == role[0] or (words[0] in _LEADERS and role[0] in _LEADERS) else None

    def _spokesman(self, named: Speaker, words: list[str]) -> Speaker | None:
        """Who speaks for a body under the same title, where its name is a short form: المتحدث باسم "الأونروا"."""
        known = self._holders.beginning(words[:1]) if named.organization else None
        if known is None or known.kind != "person" or not known.organization:
            return None
        return known if is_short_for(named.organization or "", known.organization) else None

    def _body(self, named: Speaker, words: list[str], token: int) -> Speaker | None:
        """The body that is known by a longer name: المرصد, الوزارة; two that spoke as one: المنظمتان."""
        if named.official and named.organization is None:  # a country: لندن is not شرطة لندن
            return None
        if len(words) == 1 and words[0].endswith(("تان", "تين")) and self.last and " و" in self.last.name:
            return self.last
        known = self._bodies.beginning(words)
        longer = self._register.body(named.name, token)
        return longer if longer is not None and (known is None or known.name == named.name) else known

    def _with_full_body(self, full: Speaker, token: int) -> Speaker:
        body = self._register.body(full.organization or "", token)
        return full if body is None else msgspec.structs.replace(full, organization=body.name)

    def _with_full_source(self, full: Speaker, token: int) -> Speaker:
        """A source whose body is named in full elsewhere: مصادر المرصد السوري | لحقوق الإنسان."""
        organization = full.organization or ""
        body = self._register.body(organization, token)
        if body is None or len(words_of(organization)) == 1 or not body.name.startswith(organization + " ل"):
            return full
        return msgspec.structs.replace(full, name=full.name.replace(organization, body.name), organization=body.name)


def _is_bare_spokesman(full: Speaker) -> bool:
    """Whether a person is said to speak for somebody, but not for whom: المتحدثة فلانة."""
    words = words_of(full.role or "")
    return full.kind == "person" and full.organization is None and len(words) == 1 and words[0] in _SPOKESMEN
