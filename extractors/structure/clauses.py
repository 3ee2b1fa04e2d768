"""The clauses of a text: where each begins, how it goes on from another, and which one that is.

A clause here is a stretch of tokens from one boundary to the next; a boundary is a word or sign that begins a clause:
و before a verb, الذي, أن, ما أدى إلى, بينما, عندما, a colon. A sentence is a tree of clauses: a subordinate one and
what is said hang from the clause before, a coordinate one from its parent.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal, cast

from msgspec import Struct

from ..document import Document
from ..grammar import spans
from .lexicon import LEXICON, end_of, one, stretch

Kind = Literal["main", "joined", "beside", "result", "circumstance", "relative", "reported"]

_VERB = "FINITE|VERB&NOAL"
_MAYBE = "VERBAL|EITHER"  # verbs whose letters are a noun as well
_WITHHOLDS = "<COMMA>?<FROM|IN>?<WITHOUT>(?:<THAT>(?=<VERB|FINITE>)|<FROM>?<WITHHELD>)"  # دون أن يذكر، دون تفاصيل
# In the order in which they are tried at a token. `beside`: the writer turns to another fact; `result`: what came of
# the clause before; `circumstance`: when, where or how it was; `reported`: what is said.
_BOUNDARIES = stretch(
    f"""(?P<beside><COMMA>?(?:<KNOWING><THAT>?|<WHILE>|<IN><MEANTIME&NOAL>(?=<THAT|{_VERB}|ALREADY|WAS|NEGATION>)
          |<IN><MEANTIME&AL><RELATIVE>|<ADVERSATIVE>|<AS_WELL>(?=<{_VERB}|{_MAYBE}|ALREADY|THAT>)
          |(?<=<COMMA>)<WAS&WA>|<FROM&WA><SIDE>|(?<=<COMMA>)<AT_ONCE>|<COMMA><COMING><THIS>
          |{_WITHHOLDS}))
      | (?P<result><COMMA>?(?:<WHAT|WHAT_FROM>(?=<{_VERB}|{_MAYBE}|RESULTS>)|<RESULTS&WA>|<RISES>
          |(?<!<STOP|BREAK|COMMA|RELATIVE|WHAT|WHAT_FROM|ALREADY|WAS|THAT>)(?<!^)<RESULTS&NOWA>(?=<TO|ABOUT|IN|BI|LI|WITH>)
          |(?<=<COMMA>)<RESULTS&NOWA>))
      | (?P<circumstance><COMMA>?(?:<TEMPORAL>|<AT><THAT>|<WHERE>))
      | (?P<relative><COMMA>?<RELATIVE>)
      | (?P<reported><THAT|SO_THAT>|<COLON>|<COMMA><PARTICIPLE&NOAL>)
      | (?P<joined><TO>(?=<QUANTITY>)|(?<=<COMMA>)<ALREADY&WA>|<COMMA>?<FINITE&WA|VERB&WA>
          |<COMMA><VERBAL&WA|EITHER&WA>|<COMMA><{_VERB}>
          |<COMMA>?<IN&WA>(?=<^COMMA|STOP|BREAK|{_VERB}|QUANTITY|{_MAYBE}|LPAREN>{{1,7}}<COMMA>?<{_VERB}|{_MAYBE}>))"""
)
# What opens a clause, before its first word.
_OPENING = stretch(
    "(?:<COMMA|SEMICOLON|COLON|STOP|BREAK|QUOTE|OPEN|CLOSE|CONNECTS|THAT|SO_THAT|RELATIVE|WHILE|TEMPORAL|WHERE|WAS"
    "|ALREADY|WHAT|WHAT_FROM>|<LATIN>?<OTHER><LATIN>?|<AT><THAT>|<IN><MEANTIME>(?=<THAT|RELATIVE|FINITE|VERB|ALREADY|WAS>))*+"
)
# Where the writer takes over from who is quoted: ، علما أن; دون أن يذكر; ، وقد أصدر; ، يأتي ذلك بعد; ، وجاء إعلان كذا
_WRITER = stretch(
    f"<COMMA>?<KNOWING><THAT>|{_WITHHOLDS}|<COMMA><COMING><THIS>|<COMMA><COMING&WA><DEED|MASDAR|REPORT>"
    "|(?<=<COMMA>)<ALREADY&WA><FINITE|VERB>"
)
# The same behind a noun phrase: أعلن مقتل ثلاثة، | في حين نجا رابع
_WRITER_BESIDE = stretch(f"<COMMA>?<IN>(?:<MEANTIME&NOAL>(?=<THAT|{_VERB}|ALREADY|WAS>)|<MEANTIME&AL><RELATIVE>)")
# A verb joined by و after a comma: it goes on from no noun phrase, and begins a clause of its own before an actor.
_JOINED_VERB = stretch("<COMMA><FINITE&WA|VERB&WA>")
# What tells when something was announced, no part of it: أعلن فتح تحقيق، | بعد أن ارتفعت الوفيات
_ON_OCCASION = stretch("<COMMA>(?:<AT><THAT>|<TEMPORAL>)")
_ACTS = stretch("<COMMA><FINITE&WA|VERB&WA><BODY&NOPREP|OFFICE&NOPREP|RANK&NOPREP|NAMED&NOPREP|AGENCY&NOPREP>")
_ADJUNCT = stretch(
    f"<AT|BI|TIME|QUANTITY><^{_VERB}|{_MAYBE}|PARTICIPLE>*"
)  # before the verb of its clause: وفي حلب، قتل
_ANY_VERB = one(f"{_VERB}|{_MAYBE}")
_TO, _RESULTS = one("TO"), one("RESULTS")
_SENTENCE = stretch("<STOP|BREAK>")
_SUBORDINATE: frozenset[Kind] = frozenset({"result", "circumstance", "relative", "reported"})
_INSIDE: frozenset[Kind] = frozenset({"circumstance", "relative"})


class Clause(Struct, frozen=True):
    """The tokens first … end - 1, how they go on, and the number of the clause they hang from; None for a main one."""

    first: int
    end: int
    kind: Kind
    parent: int | None


class Clauses:
    """The clauses of one document, in the order of the text: `document.layer(Clauses)`."""

    def __init__(self, document: Document) -> None:
        self._all: list[Clause] = []
        self._classes = classes = document.classes(LEXICON)
        start = 0
        for stop in (*(found.start() for found in _SENTENCE.finditer(classes)), len(classes)):
            self._add_sentence(classes, start, stop)
            start = stop + 1
        self._firsts = [clause.first for clause in self._all]

    def __getitem__(self, number: int) -> Clause:
        return self._all[number]

    def number(self, token: int) -> int:
        """The number of the clause that a token stands in."""
        return max(0, bisect_right(self._firsts, token) - 1)

    def inside(self, number: int) -> Iterator[int]:
        """The relative clauses and circumstances that follow a clause and hang from it, or from one another."""
        own = {number}
        for at in range(number + 1, len(self._all)):
            clause = self._all[at]
            if clause.kind not in _INSIDE or clause.parent not in own:
                return
            own.add(at)
            yield at

    def after(self, number: int) -> Iterator[int]:
        """The clauses of the same sentence behind a clause."""
        for at in range(number + 1, len(self._all)):
            if self._all[at].kind == "main":
                return
            yield at

    def verb(self, number: int) -> int:
        """The first verb of a clause, or its first token where it has none."""
        clause = self._all[number]
        found = _ANY_VERB.search(self._classes, clause.first, clause.end)
        return clause.first if found is None else found.start()

    def head(self, number: int) -> int:
        """The clause that a relative clause or a circumstance is inside of; another clause itself."""
        while self._all[number].kind in _INSIDE and (parent := self._all[number].parent) is not None:
            number = parent
        return number

    def begin(self, token: int) -> int:
        """The first word of the clause that a token stands in, behind what opens the clause: ، لكن; الذي كان."""
        return min(token, self.opened(self.number(token)))

    def opened(self, number: int) -> int:
        """The token behind what opens a clause."""
        return end_of(_OPENING, self._classes, self._all[number].first)

    def turns(self, start: int, end: int, nominal: bool) -> Iterator[int]:
        """Where what is said in start … end - 1 may end, because the writer goes on. `nominal`: it is a noun phrase."""
        for at in range(self.number(start) + 1, len(self._all)):
            first = self._all[at].first
            if first >= end:
                return
            turned = (_JOINED_VERB, _ON_OCCASION, _WRITER_BESIDE) if nominal else (_ACTS,)
            if any(turn.match(self._classes, first) for turn in (_WRITER, *turned)):
                yield first

    def _add_sentence(self, classes: str, start: int, stop: int) -> None:
        bounds: list[tuple[int, Kind]] = [(start, "main")]
        for found in _BOUNDARIES.finditer(classes, start, stop):
            kind = cast(Kind, next(iter(spans(found))))
            if found.start() > start and not (kind == "joined" and self._goes_on(*bounds[-1], found.start())):
                bounds.append((found.start(), kind))
        ends = [first for first, _ in bounds[1:]] + [stop]
        for (first, kind), end in zip(bounds, ends, strict=True):
            self._all.append(Clause(first, end, kind, self._parent(kind)))

    def _goes_on(self, begun: int, kind: Kind, token: int) -> bool:
        """Whether a clause goes on at a token that seems to begin one joined to it: وفي حلب، | قتل; أدى إلى | 3 قتلى.

        A number after a relative clause goes on with what that is told of: عدد قتلى الهجوم الذي وقع أمس | إلى 13.
        """
        if _TO.match(self._classes, token):
            return kind != "relative" or _RESULTS.search(self._classes, begun, token) is not None
        return _ADJUNCT.fullmatch(self._classes, begun, token) is not None

    def _parent(self, kind: Kind) -> int | None:
        """The clause before for a subordinate one; for a coordinate one the parent of the one it is joined to."""
        if kind == "main":
            return None
        before = len(self._all) - 1
        if kind in _SUBORDINATE:
            return before
        before = self.head(before)
        parent = self._all[before].parent
        return before if parent is None else parent
