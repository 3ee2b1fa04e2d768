"""How far what is said goes: pairs of quotation marks, ends of sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice

from ..document import Document
from .lexicon import LEXICON, one, stretch

_MARKS = stretch("<QUOTE|OPEN|CLOSE>|(?<=<LPAREN>)<LPAREN>|<RPAREN>(?=<RPAREN>)|<BREAK>")
_ENDS, _BREAK, _THAT = one("STOP|BREAK"), one("BREAK"), one("THAT")
_TURN = one("WAS&WA|ALREADY&WA|IMPERSONAL|CONNECTS|FROM|AT&WA")  # وكان, كما, من جهة أخرى
_NESTED = 200  # tokens in which what is quoted inside a quotation, and that, are closed
_LONGEST = 400  # tokens between quotation marks; a mark whose partner is farther is a slip
_OPENING, _CLOSING = "«“„‹(", "»”›)"
_BEFORE = 6  # quotations that may stand inside one before a token in it
_SINGLE = "'’‘`´"  # a kind of marks that may stand inside others
_KINDS = ("«»", '“”"＂', "‹›", "()", _SINGLE)
_TO = ("ل", "لـ")
_POINTS = "،,.؛;!؟?"
_ENDING = frozenset(".،؛")  # after a closing mark
_LEADS_TO = one("COLON|THAT")  # what an opening mark follows
_PARTICLES = "وفبلكـ"  # may stand before an opening mark: و"…


# What no name holds; what stands before a name in marks; a verb that a name in marks may be the subject of.
_UNNAMED = one(
    "FINITE|VERB&NOAL|THAT|RELATIVE|WAS|ALREADY|NEGATION|PRONOUN|STOP|BREAK|COLON|QUANTITY|CONNECTS|STARTS|VERBLIKE&NOAL"
)
_NAMED = one("BODY|MEDIA|AGENCY|NEWS|PLACEHEAD|NOUN|SOURCE|PLATFORM|OFFICE|PRIVATE")
_LINE, _LEADS = one("BREAK|STOP"), one("COLON|VERB&SAYS&NOWA")
_AND = one("AND")
_FOREIGN, _FOREIGN_NAME = one("MEDIA|AGENCY|NEWS"), 3  # whose names may look like words: شبكة «سي إن إن»
_SPEAKS = one("VERB&SAYS|VERB&ACT|VERB&ADDRESSES|CONVEYS|ACCORDING")
_INTRODUCES = stretch("<^STOP|BREAK|SEMICOLON>{0,25}?(?:<THAT|COLON|QUOTE|OPEN|PARTICIPLE>|<ABOUT|FROM|TO|ON>)")
_TO_MEDIUM = stretch("<COMMA>?<TIME>{0,3}<COMMA>?<THAT|COLON>")  # قال لـ"الرأي" إن
_NAME = 6  # tokens that a name in marks may have
_SAID_DOTS = stretch("<VERB&SAYS><AL|GIVEN|WORD|OFFICE|HONORIFIC|HONOR>{0,4}<STOP>")
_COLON = LEXICON.tag(":")
_NAME_OPEN, _NAME_CLOSE = map(LEXICON.tag, "⟨⟩")


class Marks:
    """The quotation marks and sentence ends of one document, in tokens.

    Marks around a name lose their class QUOTE, OPEN, CLOSE and become NAME_OPEN and NAME_CLOSE.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._classes = document.classes(LEXICON)
        self.closing: dict[int, int] = {}  # token of an opening mark → token of its closing mark
        self._nested: set[int] = set()  # marks that open inside others of their kind
        self._characters: dict[int, str] = {}  # what marks around names become
        self._pair()
        self._tell_names()
        self._tell_colons()
        self._classes = document.classes(LEXICON)
        self._opened = sorted(self.closing)
        self.opening = {closing: opening for opening, closing in self.closing.items()}
        ends = (found.start() for found in _ENDS.finditer(self._classes))
        self._ends = [end for end in ends if not self._is_ellipsis(end) and self.enclosing(end) is None]

    def _tell_names(self) -> None:
        characters, inside = self._characters, self._inside()
        for opening, closing in self.closing.items():
            if opening in inside or self._is_name(opening, closing):
                characters |= {opening: _NAME_OPEN, closing: _NAME_CLOSE}
        for opening in characters:
            self.closing.pop(opening, None)
        self._document.reclassify(LEXICON, characters)

    def _tell_colons(self) -> None:
        """Gives two dots between a verb of saying and what is said, as some papers write, the class of a colon."""
        if ".." not in self._document.text:
            return
        after = (found.end() - 1 for found in _SAID_DOTS.finditer(self._document.classes(LEXICON)))
        self._document.reclassify(LEXICON, {token: _COLON for token in after if self._document.form(token) == ".."})

    def _is_name(self, opening: int, closing: int) -> bool:
        """Whether marks enclose a name: few words without a verb, after what names follow or where a subject stands."""
        if not 1 < closing - opening <= _NAME + 1:
            return False
        if opening == 0 or _LINE.match(self._classes, opening - 1):
            return _LEADS.match(self._classes, closing + 1) is not None and not _UNNAMED.search(
                self._classes, opening + 1, closing
            )
        if _FOREIGN.match(self._classes, opening - 1) and closing - opening <= _FOREIGN_NAME + 1:
            return True
        if self._document.form(opening - 1) in _TO and _TO_MEDIUM.match(self._classes, closing + 1):
            return True
        if _UNNAMED.search(self._classes, opening + 1, closing):
            return False
        if _NAMED.match(self._classes, opening - 1) or self._joins_name(opening):
            return True
        return (
            _SPEAKS.match(self._classes, opening - 1) is not None
            and _INTRODUCES.match(self._classes, closing + 1) is not None
        )

    def _inside(self) -> set[int]:
        """The single marks, and those of one kind, that open inside others, where nobody else begins to speak."""
        inside: set[int] = set()
        reach = -1
        for opening, closing in sorted(self.closing.items()):
            if opening < reach and (opening in self._nested or self._kind(opening) == _SINGLE):
                inside.add(opening)
            reach = max(reach, closing)
        return inside

    def _joins_name(self, opening: int) -> bool:
        """Whether و joins marks to a name in marks: قالت "كذا" و"كذا"."""
        return opening > 1 and _AND.match(self._classes, opening - 1) is not None and opening - 2 in self._characters

    def enclosing(self, token: int) -> tuple[int, int] | None:
        """The quotation marks around a token, the inner ones of two."""
        index = bisect_right(self._opened, token - 1)
        for opening in reversed(self._opened[max(0, index - _BEFORE) : index]):
            if token < (closing := self.closing[opening]):
                return opening, closing
        return None

    def sentence_end(self, token: int) -> int:
        """The full stop or line break after `token`, outside quotation marks; else the text's end."""
        index = bisect_left(self._ends, token)
        return self._ends[index] if index < len(self._ends) else len(self._classes)

    def sentence_start(self, token: int) -> int:
        """The first token of the sentence that `token` stands in."""
        index = bisect_left(self._ends, token)
        return self._ends[index - 1] + 1 if index else 0

    def paragraph_end(self, token: int) -> int:
        """The line break after `token`; else the text's end."""
        found = _BREAK.search(self._classes, token)
        return len(self._classes) if found is None else found.start()

    def speech_end(self, token: int) -> int:
        """Where what follows a colon ends, without quotation marks: its paragraph, or where the writer takes over."""
        end = self.sentence_end(token)
        goes_on = not _THAT.match(self._classes, token - 1) if token else True
        last = self.paragraph_end(token)
        while goes_on and end < last and not _TURN.match(self._classes, end + 1):
            end = self.sentence_end(end + 1)
        return min(end, last)

    def _is_ellipsis(self, token: int) -> bool:
        """Dots that trail off in the middle of a line end no sentence."""
        sign = self._document.form(token)
        if len(sign) < 2 or sign[0] not in ".…":
            return False
        end = self._document.end(token)
        return self._document.text[end : end + 1] != "\n"

    def _pair(self) -> None:
        opened: list[int] = []  # marks of several kinds may be open, one inside another: « … ‘…’ … »
        marks = [found.start() for found in _MARKS.finditer(self._classes)]
        for number, token in enumerate(marks):
            sign = self._document.form(token)[0]
            if sign == "\n":
                opened = [mark for mark in opened if self._goes_on(mark, token)]
            elif self._opens(token, sign, bool(opened)):
                if not self._is_nested(opened, marks, number):
                    opened = [mark for mark in opened if self._kind(mark) != _kind_of(sign)]
                opened.append(token)
            elif opened:
                self._close(opened, token, _kind_of(sign))

    def _is_nested(self, opened: list[int], marks: list[int], number: int) -> bool:
        """Whether a mark opens inside one of its kind that is closed in the same line: "لن نترك "المدينة" لأحد"."""
        kind = self._kind(marks[number])
        if all(self._kind(mark) != kind for mark in opened):
            return False
        depth = 2
        for token in islice(marks, number + 1, None):
            sign = self._document.form(token)[0]
            if sign == "\n" or token - marks[number] > _NESTED:
                return False
            if _kind_of(sign) == kind:
                depth += 1 if self._opens(token, sign, depth > 0) else -1
            if depth == 0:
                self._nested.add(marks[number])
                return True
        return False

    def _close(self, opened: list[int], token: int, kind: str) -> None:
        """Pairs a closing mark with the last open one of its kind, else with the last one; forgets the ones inside."""
        match = next((mark for mark in reversed(opened) if self._kind(mark) == kind), None)
        if match is None:
            if kind == _SINGLE:
                return
            match = opened[-1]
        if token - match <= _LONGEST:
            self.closing[match] = token
        del opened[opened.index(match) :]

    def _kind(self, mark: int) -> str:
        return _kind_of(self._document.form(mark)[0])

    def _opens(self, token: int, sign: str, inside: bool) -> bool:
        """Whether a mark opens: by its form, by what leads to it, by the space around it, else by turns."""
        led = token > 0 and _LEADS_TO.match(self._classes, token - 1) is not None
        if sign in _OPENING or sign in _CLOSING:
            return sign in _OPENING or (led and not inside and sign not in ")’")
        text, start, end = self._document.text, self._document.start(token), self._document.end(token)
        if led or text[end : end + 1] in _ENDING:  # قال ان" كذا ".
            return led
        spaced_before = start == 0 or text[start - 1].isspace() or text[start - 1] == ":"
        spaced_before = spaced_before or self._is_particle(start - 1)
        spaced_after = end >= len(text) or text[end].isspace() or text[end] in _POINTS
        if spaced_before == spaced_after:
            return not inside
        return spaced_before

    def _is_particle(self, offset: int) -> bool:
        text = self._document.text
        return text[offset] in _PARTICLES and (offset == 0 or text[offset - 1].isspace())

    def _goes_on(self, opened: int, token: int) -> bool:
        """Whether a quotation opened before a line break is closed in the next paragraph."""
        if self._document.form(opened)[0] in _OPENING:
            return True
        found = _MARKS.search(self._classes, token + 1)
        if found is None:
            return False
        sign = self._document.form(found.start())[0]
        return sign != "\n" and not self._opens(found.start(), sign, True)


def _kind_of(sign: str) -> str:
    """The marks that a mark can make a pair with."""
    return next((kind for kind in _KINDS if sign in kind), sign)
