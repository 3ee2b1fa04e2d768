"""Lexicons: which classes a word has. A fact kind keeps its words in .tsv files beside its grammar.

A row is `CLASSES<TAB>word word word`, classes joined by a blank; `#` opens a comment. A word with `/` and a paradigm
(`قتل/verb`) stands for its inflected forms, a verb by its principal parts (`نفى:ينفي:نافي`) and a noun by its singular
and plurals (`جندي+جنود`) for all of their own, see `inflection.py`. `@ranks` stands for the words of a list that
several kinds read, see `wordlists.py`; `-لواء` leaves a word of the lists out of its row. A word may stand in many rows
and then has the classes of all of them.

Every token gets one character: one for each set of classes that occurs, in each of the ways clitics can be attached
to it (و ف, then ب ل ك, then ال). Rules are regular expressions over these characters, see `rules.py`.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import and_, or_
from pathlib import Path

from ..engine.cache import Cache, digest
from ..engine.front import Lookup
from .atoms import Atom, PatternError, atom
from .characters import EVERYTHING, FIRST, set_of
from .clitics import ARTICLE, CONJUNCTION, PREPOSITION, PREPOSITIONS, Form, segmentations
from .folding import fold
from .inflection import conjugate, decline, inflect
from .markers import MARKERS
from .memo import Memo
from .shapes import SHAPES, UNKNOWN, shape
from .wordlists import entries, lists_in

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
_EVER = sys.maxsize
_READINGS = 16  # ways in which clitics can be attached
_ASKED = 2_000  # words, by themselves, whose characters are remembered


def rows(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """The rows of a lexicon: the classes, the folded words of one row, inflected."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.partition("#")[0].strip()
        if not line:
            continue
        classes, tab, written = line.partition("\t")
        if not tab:
            raise ValueError(f"{path}:{number}: a row is CLASSES<TAB>words")
        words = written.split()
        whole = [word for word in words if ":" not in word and "+" not in word]
        try:
            forms = forms_of(whole)
        except ValueError as error:
            raise ValueError(f"{path}:{number}: {error}") from None
        yield classes.split(), forms
        for more, forms in _by_parts(word for word in words if word not in whole):
            yield [*classes.split(), *more.split()], [fold(form) for form in forms]


def _by_parts(words: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """The forms of verbs and nouns that are given by their parts, each with its classes."""
    for word in entries(words):
        yield from conjugate(word) if ":" in word else decline(word)


def forms_of(words: Iterable[str]) -> list[str]:
    """The folded forms of the words of a row: `قتل/verb`, `@ranks/definite`, and without `-لواء`."""
    words = list(words)
    kept = entries(word for word in words if not word.startswith("-"))
    forms = [fold(form) for word in kept for form in inflect(word)]
    unwanted = {fold(word[1:]) for word in words if word.startswith("-")}
    if unwanted.difference(forms):
        raise ValueError(f"no list of the row has {' '.join(sorted(unwanted.difference(forms)))}, which it leaves out")
    return [form for form in forms if form not in unwanted]


class Lexicon:
    """Words and their classes, and the character that stands for them in a class string.

    `literals` are words that rules name themselves: each becomes a class of its own, written `"word"` in the rule.
    `suffixes` gives a class to words no row knows by a pattern over the folded form, e.g. nisba adjectives.
    `extra` adds classes to words besides what rows, or their look, say: the words that a gazetteer's names begin with.
    It is called only where nothing built from the same `extra_stamp` is kept, under `cache_name`.
    `article` reads ال, and the clitics before it, also off words that no row knows. `clitics_first` orders the
    characters by clitics and then by classes, for rules that ask for clitics more than for classes. `symbols` are
    classes of tokens that no word is: their characters, beyond those of words, are put into class strings by others.
    """

    def __init__(
        self,
        *paths: Path,
        literals: Iterable[str] = (),
        suffixes: Sequence[tuple[str, str]] = (),
        extra: Callable[[], Mapping[str, Iterable[str]]] = dict,
        extra_stamp: str = "",
        cache_name: str = "lexicon",
        article: bool = False,
        clitics_first: bool = False,
        symbols: Mapping[str, str] | None = None,
    ) -> None:
        literals = sorted(set(map(fold, literals)), key=lambda word: (len(word), word))
        made_of = literals, [*suffixes], extra_stamp, article, clitics_first, sorted((symbols or {}).items())
        self.cache = Cache(paths[0].parent, digest(*made_of, files=(*paths, *lists_in(paths))), cache_name)
        self._article = article
        self._symbols = symbols or {}
        # Each reads a form from its first letter on; the first that does counts.
        endings = "|".join(f"(?P<{name}>{pattern})" for name, pattern in suffixes)
        self._suffix = self.cache.pattern("suffix", lambda: endings) if endings else None
        self._names = [name for name, _ in (*suffixes, *SHAPES)]
        kept, self._sets = self.cache.remember("words", lambda: self._numbered(paths, literals, extra()))
        self._words = {word: number for number, words in enumerate(kept) for word in words.splitlines()}
        numbers = {classes: number for number, classes in enumerate(self._sets)}
        alone = {name: numbers[frozenset([name])] for name in (*self._names, UNKNOWN)}
        # How far apart characters are that differ in one step of clitics, or of the set of classes.
        self._bits_step, self._set_step = (len(self._sets), 1) if clitics_first else (1, _READINGS)
        self.classes = frozenset().union(*self._sets) | _FLAGS.keys() | self._symbols.keys()
        self.lookup = Lookup(self._words, alone, self._suffix, article, FIRST, self._bits_step, self._set_step)
        self._characters: Memo[str, str] = Memo(lambda key: self.lookup.character(Form(key)), _ASKED)
        self._features = Memo(self._features_of, _EVER)
        self._having: Memo[str, int] = Memo(lambda feature: set_of(self._points(feature)), _EVER)
        self._values = Memo(self._values_of, _EVER)
        self._tests = Memo(self._test, _EVER)

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
            inside = "SECOND" in more  # a word inside a name keeps its clitics: لحقوق is ل and حقوق
            readings = segmentations(given)
            known = (rest for bits, rest in readings if rest in words and (inside or bits in (0, ARTICLE)))
            word = next(known, Form(given).definite[1] if self._article else given)
            words.setdefault(word, {self._ending(word) or shape(word)}).update(more)
        return {word: frozenset(classes) for word, classes in words.items()}

    def _numbered(
        self, paths: Iterable[Path], literals: Iterable[str], extra: Mapping[str, Iterable[str]]
    ) -> tuple[list[str], list[frozenset[str]]]:
        """All sets of classes that a token can have, in the order of their characters; before them their words.

        The words of a set are one string, a word a line, as thousands of strings would take long to read back.
        """
        words = self._read(paths, literals, extra)
        sets = dict.fromkeys(words.values())
        sets.update(dict.fromkeys(frozenset([name]) for name in (*self._names, UNKNOWN)))
        words |= MARKERS
        sets.update(dict.fromkeys(MARKERS.values()))
        order = _neighbours_together(sets)
        words_of = defaultdict(list)
        for word, classes in words.items():
            words_of[classes].append(word)
        return ["\n".join(words_of[classes]) for classes in order], order

    def tag(self, keys: Iterable[str]) -> str:
        """The class string of words, given by their keys: one character a word."""
        return "".join(map(self._characters.__getitem__, keys))

    def _point(self, bits: int, number: int) -> int:
        return FIRST + bits * self._bits_step + number * self._set_step

    def literal(self, word: str) -> list[str]:
        """The features that stand for a literal of a rule: the word with just its own clitics, but for و and ف."""
        bits, rest = next((bits, rest) for bits, rest in segmentations(fold(word)) if rest in self._words)
        preposition = next((name for name in ("BI", "LI", "KA") if _FLAGS[name](bits)), "NOPREP")
        return [_literal_class(rest), "AL" if bits & ARTICLE else "NOAL", preposition]

    def analyse(self, form: str) -> tuple[int, frozenset[str]]:
        """The clitics attached to a folded form, as bits, and the classes of what is left."""
        character = self._characters[form]
        return self.bits(character), self._sets[self._set_of(character)]

    def _ending(self, word: str) -> str | None:
        """The class that the ending of a word suggests."""
        found = self._suffix.match(word) if self._suffix and word[:1].isalpha() else None
        return found.lastgroup if found else None

    @property
    def everything(self) -> int:
        """Every character there is, as a set of bits."""
        words = (1 << _READINGS * len(self._sets)) - 1
        return reduce(or_, map(self._having.__getitem__, self._symbols), words)

    def bits(self, character: str) -> int:
        """The attached clitics of a class character."""
        return (ord(character) - FIRST) // self._bits_step % _READINGS

    def _set_of(self, character: str) -> int:
        """The number of the set of classes of a class character."""
        return (ord(character) - FIRST) // self._set_step % len(self._sets)

    def features(self, character: str) -> frozenset[str]:
        """The classes behind a class character, with `WA`, `AL`, `BI`, `LI`, `KA` for attached clitics."""
        return self._features[character]

    def _features_of(self, character: str) -> frozenset[str]:
        place = ord(character) - FIRST
        if place >= _READINGS * len(self._sets):
            return frozenset(name for name, characters in self._symbols.items() if character in characters)
        bits = self.bits(character)
        classes = self._sets[self._set_of(character)]
        return classes | {name for name, holds in _FLAGS.items() if holds(bits)}

    def without(self, name: str, character: str) -> str:
        """The class character of a word that has all classes of another but one; the same where no word has these."""
        bits, number = self.bits(character), self._set_of(character)
        rest = self._sets[number] - {name}
        return chr(self._point(bits, self._sets.index(rest))) if rest in self._sets else character

    def values(self, character: str) -> dict[str, str]:
        """The values that stand among the classes behind a character: `7` under `month` for `month=7`."""
        return self._values[character]

    def _values_of(self, character: str) -> dict[str, str]:
        pairs = (name.partition("=") for name in self.features(character) if "=" in name)
        return {key: value for key, _, value in pairs if key.isalpha()}

    def matching(self, atom: Atom) -> int:
        """The characters that an atom stands for. Raises PatternError for a class that no word has."""
        if not atom.choices:
            return EVERYTHING
        found = 0
        for choice in atom.choices:
            found |= reduce(and_, map(self._having.__getitem__, self._asked(choice, atom)))
        if not found:
            raise PatternError(f"no word has these classes together: {atom}")
        return ~found if atom.negated else found

    def is_one(self, character: str, written: str) -> bool:
        """Whether a character is one of those that an atom, written without its brackets, stands for."""
        return self._tests[written][character]

    def _test(self, written: str) -> Memo[str, bool]:
        asked = atom(written)
        choices = [frozenset(self._asked(choice, asked)) for choice in asked.choices]
        return Memo(lambda character: any(c <= self.features(character) for c in choices) != asked.negated, _EVER)

    def _asked(self, choice: tuple[str, ...], atom: Atom) -> list[str]:
        """The features that one choice of an atom asks for: `PERSON&AL`, `"word"`."""
        asked = [f for name in choice for f in (self.literal(name.strip('"')) if name[0] == '"' else [name])]
        unknown = sorted(set(asked) - self.classes)
        if unknown:
            raise PatternError(f"no word has the class {', '.join(unknown)}: {atom}")
        return asked

    def _points(self, feature: str) -> Iterator[int]:
        """The code points of the characters of all tokens that have a feature."""
        if feature in self._symbols:
            yield from map(ord, self._symbols[feature])
            return
        holds = _FLAGS.get(feature)
        readings = [bits for bits in range(_READINGS) if holds is None or holds(bits)]
        for number, have in enumerate(self._sets):
            if holds is not None or feature in have:
                yield from (self._point(bits, number) for bits in readings)


def _neighbours_together(sets: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Sets of classes in an order in which those that share common classes stand together.

    The tokens of a class are then few ranges of characters, which compile and match faster than many.
    """
    sets = list(sets)
    common = Counter(name for classes in sets for name in classes)
    return sorted(sets, key=lambda classes: sorted((-common[name], name) for name in classes))


def _literal_class(word: str) -> str:
    return f'"{word}"'
