"""Lexicons: which classes a word has. A fact kind keeps its words in .tsv files beside its grammar.

A row is `CLASSES<TAB>word word word`, classes joined by a blank; `#` opens a comment. A word with `/` and a paradigm
(`قتل/verb`) stands for its inflected forms, a verb by its principal parts (`نفى:ينفي:نافي`) for all of its own, see
`inflection.py`. A word may stand in many rows and then has the classes of all of them.

Every token gets one character: one for each set of classes that occurs, in each of the ways clitics can be attached
to it (و ف, then ب ل ك, then ال). Rules are regular expressions over these characters, see `rules.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from pathlib import Path

from ..engine.cache import Cache, digest
from .clitics import ARTICLE, CONJUNCTION, PREPOSITION, PREPOSITIONS, Form, segmentations
from .folding import fold
from .inflection import conjugate, inflect
from .markers import MARKERS, read_marker
from .shapes import SHAPES, UNKNOWN, shape
from .words import VOCABULARY

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
_READINGS = 16  # ways in which clitics can be attached


def rows(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """The rows of a lexicon: the classes, the folded words of one row, inflected."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.partition("#")[0].strip()
        if not line:
            continue
        classes, tab, words = line.partition("\t")
        if not tab:
            raise ValueError(f"{path}:{number}: a row is CLASSES<TAB>words")
        verbs = [word for word in words.split() if ":" in word]
        yield classes.split(), [fold(form) for word in words.split() if ":" not in word for form in inflect(word)]
        for more, forms in (conjugated for verb in verbs for conjugated in conjugate(verb)):
            yield [*classes.split(), *more.split()], [fold(form) for form in forms]


class Lexicon:
    """Words and their classes, and the character that stands for them in a class string.

    `literals` are words that rules name themselves: each becomes a class of its own, written `"word"` in the rule.
    `suffixes` gives a class to words no row knows by a pattern over the folded form, e.g. nisba adjectives.
    `extra` adds classes to words besides what rows, or their look, say: the words that a gazetteer's names begin with.
    `article` reads ال, and the clitics before it, also off words that no row knows. `clitics_first` orders the
    characters by clitics and then by classes, for rules that ask for clitics more than for classes. `symbols` are
    classes of tokens that no word is: their characters, beyond those of words, are put into class strings by others.
    """

    def __init__(
        self,
        *paths: Path,
        literals: Iterable[str] = (),
        suffixes: Sequence[tuple[str, str]] = (),
        extra: Mapping[str, Iterable[str]] | None = None,
        article: bool = False,
        clitics_first: bool = False,
        symbols: Mapping[str, str] | None = None,
    ) -> None:
        literals, extra = sorted(set(map(fold, literals)), key=lambda word: (len(word), word)), extra or {}
        made_of = (
            literals,
            [*suffixes],
            [(word, sorted(more)) for word, more in extra.items()],
            article,
            clitics_first,
            sorted((symbols or {}).items()),
        )
        self.cache = Cache(paths[0].parent, digest(*made_of, files=paths))
        self._article = article
        self._symbols = symbols or {}
        # Each reads a form from its first letter on; the first that does counts.
        endings = "|".join(f"(?P<{name}>{pattern})" for name, pattern in suffixes)
        self._suffix = re.compile(endings) if endings else None
        self._names = [name for name, _ in (*suffixes, *SHAPES)]
        self._words, self._sets = self.cache.remember("words", lambda: self._numbered(paths, literals, extra))
        self._numbers = {classes: number for number, classes in enumerate(self._sets)}
        self._alone = {name: self._numbers[frozenset([name])] for name in (*self._names, UNKNOWN)}
        # How far apart characters are that differ in one step of clitics, or of the set of classes.
        self._bits_step, self._set_step = (len(self._sets), 1) if clitics_first else (1, _READINGS)
        self.classes = frozenset().union(*self._sets) | _FLAGS.keys() | self._symbols.keys()
        self.number = VOCABULARY.add(self)  # among the characters of a word
        self._features: dict[str, frozenset[str]] = {}
        self._having: dict[str, int] = {}

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
            word = next((rest for _, rest in segmentations(literal) if rest in words), literal)
            words.setdefault(word, set()).add(_literal_class(word))
        for given, more in extra.items():
            known = (rest for _, rest in segmentations(given) if rest in words)
            word = next(known, Form(given).definite[1] if self._article else given)
            words.setdefault(word, {self._ending(word) or shape(word)}).update(more)
        return {word: frozenset(classes) for word, classes in words.items()}

    def _numbered(
        self, paths: Iterable[Path], literals: Iterable[str], extra: Mapping[str, Iterable[str]]
    ) -> tuple[dict[str, int], list[frozenset[str]]]:
        """Each word's number in the list of all sets of classes that a token can have, and that list.

        It is in the order of the sets' characters.
        """
        words = self._read(paths, literals, extra)
        sets = dict.fromkeys(words.values())
        sets.update(dict.fromkeys(frozenset([name]) for name in (*self._names, UNKNOWN)))
        sets.update(dict.fromkeys(MARKERS))
        order = _neighbours_together(sets)
        numbers = {classes: number for number, classes in enumerate(order)}
        return {word: numbers[classes] for word, classes in words.items()}, order

    @property
    def words(self) -> Iterable[str]:
        """The words that have classes, without clitics."""
        return self._words

    def character(self, form: Form) -> str:
        """The class character of a folded form."""
        return chr(self._point(*self._looked_up(form)))

    def guessed_character(self, form: Form) -> str:
        """The same of a form that is in no lexicon."""
        return chr(self._point(*self._guess(form)))

    def marker_character(self, piece: str) -> str:
        """The class character of the marker that stands for a parsed number."""
        bits, classes = read_marker(piece)
        return chr(self._point(bits, self._numbers[classes]))

    def _point(self, bits: int, number: int) -> int:
        return _FIRST + bits * self._bits_step + number * self._set_step

    def literal(self, word: str) -> list[str]:
        """The features that stand for a literal of a rule: the word with just its own clitics, but for و and ف."""
        bits, rest = next((bits, rest) for bits, rest in segmentations(fold(word)) if rest in self._words)
        preposition = next((name for name in ("BI", "LI", "KA") if _FLAGS[name](bits)), "NOPREP")
        return [_literal_class(rest), "AL" if bits & ARTICLE else "NOAL", preposition]

    def analyse(self, form: str) -> tuple[int, frozenset[str]]:
        """The clitics attached to a folded form, as bits, and the classes of what is left."""
        bits, number = self._looked_up(Form(form))
        return bits, self._sets[number]

    def _looked_up(self, form: Form) -> tuple[int, int]:
        """The clitics of the plainest reading whose word a row knows, and the number of its set of classes."""
        for bits, rest in form.readings:
            number = self._words.get(rest)
            if number is not None:
                return bits, number
        return self._guess(form)

    def _guess(self, form: Form) -> tuple[int, int]:
        """The same where no row knows one: the class is told by the ending of the word or by its look."""
        if self._article:
            (bits, word), look = form.definite, form.definite_look
        else:
            (bits, word), look = form.readings[0], form.look
        return bits, self._alone[self._ending(word) or look]

    def _ending(self, word: str) -> str | None:
        """The class that the ending of a word tells."""
        found = self._suffix.match(word) if self._suffix and word[:1].isalpha() else None
        return found.lastgroup if found else None

    @property
    def everything(self) -> int:
        """Every character there is, as a set of bits."""
        words = (1 << _READINGS * len(self._sets)) - 1
        return reduce(or_, map(self._with, self._symbols), words)

    def bits(self, character: str) -> int:
        """The attached clitics of a class character."""
        return (ord(character) - _FIRST) // self._bits_step % _READINGS

    def features(self, character: str) -> frozenset[str]:
        """The classes behind a class character, with `WA`, `AL`, `BI`, `LI`, `KA` for attached clitics."""
        known = self._features.get(character)
        if known is None:
            bits = self.bits(character)
            number = (ord(character) - _FIRST) // self._set_step % len(self._sets)
            known = self._sets[number] | {name for name, holds in _FLAGS.items() if holds(bits)}
            self._features[character] = known
        return known

    def having(self, features: Iterable[str]) -> int:
        """The characters of all tokens that have these features, as a set of bits. Raises KeyError."""
        found = -1
        for feature in features:
            if feature not in self._having:
                self._having[feature] = self._with(feature)
            found &= self._having[feature]
        return found

    def _with(self, feature: str) -> int:
        if feature in self._symbols:
            return _bits(ord(character) for character in self._symbols[feature])
        if feature not in self.classes:
            raise KeyError(feature)
        holds = _FLAGS.get(feature)
        readings = [bits for bits in range(_READINGS) if holds is None or holds(bits)]
        numbers = [number for number, have in enumerate(self._sets) if holds is not None or feature in have]
        return _bits(self._point(bits, number) for number in numbers for bits in readings)


def _bits(points: Iterable[int]) -> int:
    """Characters as one number: a bit for each, by its distance from the first."""
    signs = bytearray(b"0")
    for point in points:
        place = point - _FIRST
        if place >= len(signs):
            signs += b"0" * (place + 1 - len(signs))
        signs[place] = ord("1")
    return int(signs[::-1], 2)


def written(bits: int) -> str:
    """A set of characters as the body of a regular-expression class."""
    runs = re.finditer("1+", bin(bits)[:1:-1])
    ends = ((chr(_FIRST + run.start()), chr(_FIRST + run.end() - 1)) for run in runs)
    return "".join(first if first == last else f"{first}-{last}" for first, last in ends)


def characters(bits: int) -> str:
    """The characters of a set."""
    return "".join(chr(_FIRST + run.start()) for run in re.finditer("1", bin(bits)[:1:-1]))


def _neighbours_together(sets: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Sets of classes in an order in which those that share common classes stand together.

    The tokens of a class are then few ranges of characters, which compile and match faster than many.
    """
    sets = list(sets)
    common = Counter(name for classes in sets for name in classes)
    return sorted(sets, key=lambda classes: sorted((-common[name], name) for name in classes))


def _literal_class(word: str) -> str:
    return f'"{word}"'
