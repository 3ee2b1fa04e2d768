"""Lexicons: which classes a word has. A fact kind keeps its words in .tsv files beside its grammar.

A row is `CLASSES<TAB>word word word`, classes joined by a blank; `#` opens a comment. A word with `/` and a paradigm
(`قتل/verb`) stands for its inflected forms, see `inflection.py`. A word may stand in many rows and then has the
classes of all of them.

Every token gets one character: one for each set of classes that occurs, in each of the ways particles can be attached
to it (و ف, then ب ل ك, then ال). Rules are regular expressions over these characters, see `rules.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from .folding import fold
from .inflection import inflect
from .quantity import MARKER, MARKERS, read_marker
from .store import Store, digest
from .words import VOCABULARY

# Attached particles. A character of the class string stands for a set of classes and these bits.
# The order of the bits keeps the ranges of a character class few: what asks for ال or for none is half a block.
PREPOSITIONS = {"ب": 1, "ل": 2, "ك": 3}
PREPOSITION = 3
CONJUNCTION = 4  # و ف
ARTICLE = 8  # ال
_FLAGS: dict[str, Callable[[int], bool]] = {
    "WA": lambda bits: bool(bits & CONJUNCTION),
    "AL": lambda bits: bool(bits & ARTICLE),
    "BI": lambda bits: bits & PREPOSITION == PREPOSITIONS["ب"],
    "LI": lambda bits: bits & PREPOSITION == PREPOSITIONS["ل"],
    "KA": lambda bits: bits & PREPOSITION == PREPOSITIONS["ك"],
    "PREP": lambda bits: bool(bits & PREPOSITION),
    "NOWA": lambda bits: not bits & CONJUNCTION,
    "NOAL": lambda bits: not bits & ARTICLE,
    "NOPREP": lambda bits: not bits & PREPOSITION,
}
_FIRST = 0x4E00  # class characters come from here on: letters without case, outside every other use
_READINGS = 16  # ways in which particles can be attached

# What a token is by its shape alone, where no lexicon knows it. The first that fits.
_SHAPES: tuple[tuple[str, str], ...] = (
    ("BREAK", r"\s*\n\s*"),
    ("STOP", r"[.!?؟…]+|[٭*•]"),
    ("SEMICOLON", r"[؛;]"),
    ("COMMA", r"[،,]"),
    ("COLON", r":"),
    ("OPEN", r"[«“„‹]"),
    ("CLOSE", r"[»”›]"),
    ("QUOTE", r"[\"'’‘`]+"),
    ("LPAREN", r"[(\[{﴾]"),
    ("RPAREN", r"[)\]}﴿]"),
    ("DASH", r"[-–—]"),
    ("SLASH", r"[/\\|]"),
    ("PERCENT", r"[%٪]"),
    ("NUMERIC_DATE", r"\d{1,4}(?P<separator>[/.\-–\\])\d{1,2}(?P=separator)\d{1,4}"),
    ("CLOCK", r"\d{1,2}(:\d{2}){1,2}"),
    ("DIGITS", r"\d{1,3}([,،]\d{3})+|\d{1,3}(\.\d{3}){2,}|\d+"),
    ("DECIMAL", r"[\d,،.]*\d\.\d+|\d+,\d{1,2}"),
    ("JOINED", r"\d+[/\-–:]\d+"),
    ("LATIN", r"[^\W\d_\u0600-\u06ff]+(['’.&\-]\w+)*"),
    ("WORD", r"[\u0600-\u06ff.]+"),
)
UNKNOWN = "OTHER"  # a sign without a shape
_SHAPE = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _SHAPES))


def shape(form: str) -> str:
    """The class that the look of a folded form alone gives: `DIGITS`, `LATIN`, `WORD`, `STOP` …"""
    found = _SHAPE.fullmatch(form)
    return found.lastgroup or UNKNOWN if found else UNKNOWN


def rows(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """The rows of a lexicon: the classes, the folded words of one row, inflected."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.partition("#")[0].strip()
        if not line:
            continue
        classes, tab, words = line.partition("\t")
        if not tab:
            raise ValueError(f"{path}:{number}: a row is CLASSES<TAB>words")
        yield classes.split(), [fold(form) for word in words.split() for form in inflect(word)]


class Lexicon:
    """Words and their classes, and the character that stands for them in a class string.

    `literals` are words that rules name themselves: each becomes a class of its own, written `"word"` in the rule.
    `suffixes` gives a class to words no row knows by a pattern over the folded form, e.g. nisba adjectives.
    `extra` adds classes to words besides what rows, or their look, say: the words that a gazetteer's names begin with.
    `article` reads ال, and the particles before it, also off words that no row knows. `particles_first` orders the
    characters by particles and then by classes, for rules that ask for particles more than for classes.
    """

    def __init__(
        self,
        *paths: Path,
        literals: Iterable[str] = (),
        suffixes: Sequence[tuple[str, str]] = (),
        extra: Mapping[str, Iterable[str]] | None = None,
        article: bool = False,
        particles_first: bool = False,
    ) -> None:
        literals, extra = sorted(set(map(fold, literals)), key=lambda word: (len(word), word)), extra or {}
        made_of = (
            literals,
            [*suffixes],
            [(word, sorted(more)) for word, more in extra.items()],
            article,
            particles_first,
        )
        self.store = Store(paths[0].parent, digest(*made_of, files=paths))
        self._article = article
        self._suffixes = tuple((name, re.compile(pattern)) for name, pattern in suffixes)
        self._words = self.store.remember("words", lambda: self._read(paths, literals, extra))
        self._sets = self.store.remember("sets", self._order)
        self._numbers = {classes: number for number, classes in enumerate(self._sets)}
        # How far apart characters are that differ in one step of particles, or of the set of classes.
        self._bits_step, self._set_step = (len(self._sets), 1) if particles_first else (1, _READINGS)
        self.classes = frozenset().union(*self._sets) | _FLAGS.keys()
        self.number = VOCABULARY.add(self)  # among the characters of a word
        self._features: dict[str, frozenset[str]] = {}
        self._bodies: dict[frozenset[frozenset[str]], str] = {}

    def _read(
        self, paths: Iterable[Path], literals: Iterable[str], extra: Mapping[str, Iterable[str]]
    ) -> dict[str, frozenset[str]]:
        """The classes of every word that rows, rules and `extra` name."""
        words: dict[str, set[str]] = {}
        for path in paths:
            for classes, forms in rows(path):
                for form in forms:
                    words.setdefault(form, set()).update(classes)
        for literal in literals:  # the shorter first, so that الأقل is ال and أقل
            word = next((rest for _, rest in particles(literal) if rest in words), literal)
            words.setdefault(word, set()).add(_literal_class(word))
        for given, more in extra.items():
            known = (rest for _, rest in particles(given) if rest in words)
            word = next(known, self._definite(given)[1] if self._article else given)
            words.setdefault(word, {self._guess(word)}).update(more)
        return {word: frozenset(classes) for word, classes in words.items()}

    def _order(self) -> list[frozenset[str]]:
        """Every set of classes that a token can have, in the order of their characters."""
        sets = dict.fromkeys(self._words.values())
        sets.update(dict.fromkeys(frozenset([name]) for name, _ in self._suffixes))
        sets.update(dict.fromkeys(frozenset([name]) for name, _ in _SHAPES))
        sets.update(dict.fromkeys(MARKERS))
        sets[frozenset([UNKNOWN])] = None
        return _neighbours_together(sets)

    def character(self, form: str) -> str:
        """The class character of a folded form, or of the marker that stands for a parsed number."""
        if form.startswith(MARKER):
            bits, classes = read_marker(form)
        else:
            bits, classes = self.analyse(form)
        return chr(self._point(bits, self._numbers[classes]))

    def _point(self, bits: int, number: int) -> int:
        return _FIRST + bits * self._bits_step + number * self._set_step

    def literal(self, word: str) -> list[str]:
        """The features that stand for a literal of a rule: the word with just its own particles, but for و and ف."""
        bits, rest = next((bits, rest) for bits, rest in particles(fold(word)) if rest in self._words)
        preposition = next((name for name in ("BI", "LI", "KA") if _FLAGS[name](bits)), "NOPREP")
        return [_literal_class(rest), "AL" if bits & ARTICLE else "NOAL", preposition]

    def analyse(self, form: str) -> tuple[int, frozenset[str]]:
        """The particles attached to a folded form, as bits, and the classes of what is left."""
        for bits, rest in particles(form):
            classes = self._words.get(rest)
            if classes is not None:
                return bits, classes
        bits, form = self._definite(form) if self._article else (0, form)
        return bits, frozenset([self._guess(form)])

    @staticmethod
    def _definite(form: str) -> tuple[int, str]:
        """A form read with ال where it can be."""
        return next((reading for reading in particles(form) if reading[0] & ARTICLE), (0, form))

    def _guess(self, form: str) -> str:
        """The class that a form no row knows has by its ending or its shape."""
        if form and form[0].isalpha():
            for name, pattern in self._suffixes:
                if pattern.search(form):
                    return name
        return shape(form)

    @property
    def characters(self) -> str:
        """Every class character there is."""
        return "".join(map(chr, range(_FIRST, _FIRST + _READINGS * len(self._sets))))

    def bits(self, character: str) -> int:
        """The attached particles of a class character."""
        return (ord(character) - _FIRST) // self._bits_step % _READINGS

    def features(self, character: str) -> frozenset[str]:
        """The classes behind a class character, with `WA`, `AL`, `BI`, `LI`, `KA` for attached particles."""
        known = self._features.get(character)
        if known is None:
            bits = self.bits(character)
            number = (ord(character) - _FIRST) // self._set_step % len(self._sets)
            known = self._sets[number] | {name for name, holds in _FLAGS.items() if holds(bits)}
            self._features[character] = known
        return known

    def character_class(self, alternatives: Iterable[frozenset[str]]) -> str:
        """The body of a regular-expression class for all tokens that have every feature of one of `alternatives`."""
        key = frozenset(alternatives)
        if key not in self._bodies:
            self._bodies[key] = self._body(key)
        return self._bodies[key]

    def _body(self, alternatives: Iterable[frozenset[str]]) -> str:
        points: set[int] = set()
        for wanted in alternatives:
            flags = [_FLAGS[name] for name in wanted & _FLAGS.keys()]
            classes = wanted - _FLAGS.keys()
            fitting = [bits for bits in range(_READINGS) if all(holds(bits) for holds in flags)]
            points.update(
                self._point(bits, number)
                for number, have in enumerate(self._sets)
                if classes <= have
                for bits in fitting
            )
        ranges: list[list[int]] = []
        for point in sorted(points):
            if ranges and ranges[-1][1] == point - 1:
                ranges[-1][1] = point
            else:
                ranges.append([point, point])
        return "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in ranges)


def _neighbours_together(sets: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Sets of classes in an order in which those that share common classes stand together.

    The tokens of a class are then few ranges of characters, which compile and match faster than many.
    """
    sets = list(sets)
    common = Counter(name for classes in sets for name in classes)
    return sorted(sets, key=lambda classes: sorted((-common[name], name) for name in classes))


def letters_after(piece: str, start: int, bits: int) -> int:
    """The offset in the text at which the word of a piece at `start` begins, after its particles و ف ب ل ك.

    ال belongs to the word, and so does the ل of لل, which swallows it.
    """
    letters = bool(bits & CONJUNCTION) + bool(bits & PREPOSITION)
    if bits & ARTICLE and bits & PREPOSITION == PREPOSITIONS["ل"]:
        letters -= 1
    offset = 0
    for _ in range(letters):
        offset += 1
        while offset < len(piece) - 1 and not piece[offset].isalpha():
            offset += 1
    return start + offset


def _literal_class(word: str) -> str:
    return f'"{word}"'


def particles(form: str) -> Iterator[tuple[int, str]]:
    """The ways to read a folded form as particles and a word, plainest first.

    >>> [rest for _, rest in particles("وبالقتلي")]
    ['وبالقتلي', 'بالقتلي', 'القتلي', 'قتلي']
    """
    yield 0, form
    yield from _article(0, form)
    yield from _preposition(0, form)
    if len(form) > 2 and form[0] in "وف":
        yield CONJUNCTION, form[1:]
        yield from _article(CONJUNCTION, form[1:])
        yield from _preposition(CONJUNCTION, form[1:])


def _article(bits: int, form: str) -> Iterator[tuple[int, str]]:
    if len(form) > 3 and form.startswith("ال"):
        yield bits | ARTICLE, form[2:]


def _preposition(bits: int, form: str) -> Iterator[tuple[int, str]]:
    if len(form) < 3 or form[0] not in PREPOSITIONS:
        return
    with_preposition = bits | PREPOSITIONS[form[0]]
    yield with_preposition, form[1:]
    yield from _article(with_preposition, form[1:])
    if form.startswith("لل"):  # ل + ال + word
        yield with_preposition | ARTICLE, form[2:]
