"""An article's text prepared once for all extractors: tokens with number phrases parsed, and the facts found so far."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from .evidence import Evidence, Excerpt, places
from .numbers import numerals, ranges
from .numbers.patterns import LEXICON as NUMBERS
from .numbers.quantity import Quantity
from .text.clitics import ARTICLE, letters_after
from .text.legible import legible
from .text.tagger import Tagger
from .text.tokens import split
from .text.words import WORDS

if TYPE_CHECKING:
    from .article import Fact
    from .grammar import Match
    from .text.lexicon import Lexicon

Layer = TypeVar("Layer")


class Document:
    """The tokens of one text. A token is a word, a sign or a whole number phrase (`أكثر من 20 ألفا`).

    `published` is the day that relative dates count from. Documents with one `tagger` share what it knows of words.
    `facts` holds what earlier extractors found, by kind; `evidence`, with `explain`, what facts were made of.
    """

    def __init__(
        self, text: str, published: dt.date | None = None, *, explain: bool = False, tagger: Tagger | None = None
    ) -> None:
        self.text = text
        self.published = published
        self.facts: dict[str, list[Fact]] = {}
        self.evidence: dict[Fact, Evidence] | None = {} if explain else None
        pieces, starts = split(legible(text))
        self._tagger = tagger or Tagger()
        words = list(map(WORDS.__getitem__, pieces))
        classes = self._tagger.tag([word.key for word in words], NUMBERS)
        numbered = numerals.parse(words, starts, classes[NUMBERS])
        self._words = numbered.words
        self._starts = numbered.starts
        self.quantities: dict[int, Quantity] = numbered.quantities
        self.ordinals: dict[int, int] = numbered.ordinals
        self._spans = numbered.spans
        self._keys = [word.key for word in self._words]
        self._classes = {} if numbered.spans else classes
        self._layers: dict[Callable[[Document], Any], Any] = {}

    def __len__(self) -> int:
        return len(self._words)

    def classes(self, lexicon: Lexicon) -> str:
        """The class string: one character a token."""
        classes = self._classes.get(lexicon)
        if classes is None:
            self._classes = {**self._tagger.tag(self._keys, lexicon), **self._classes}
            classes = self._classes[lexicon]
        return classes

    def reclassify(self, lexicon: Lexicon, characters: Mapping[int, str]) -> None:
        """Gives tokens other class characters, for what their context shows and their letters do not."""
        if not characters:
            return
        classes = list(self.classes(lexicon))
        for token, character in characters.items():
            classes[token] = character
        self._classes[lexicon] = "".join(classes)

    def layer(self, build: Callable[[Document], Layer]) -> Layer:
        """What `build` makes of this document, made once: `document.layer(Marks)`."""
        if build not in self._layers:
            self._layers[build] = build(self)
        layer: Layer = self._layers[build]
        return layer

    def form(self, token: int) -> str:
        """The folded form of a token; empty for a number phrase."""
        return self._words[token].form

    def tokens_of(self, forms: Container[str]) -> list[int]:
        """The tokens that have one of these forms."""
        return [token for token, word in enumerate(self._words) if word.form in forms]

    def start(self, token: int) -> int:
        """Offset of the first character of a token."""
        return self._starts[token]

    def end(self, token: int) -> int:
        """Offset after the last character of a token, white space left out."""
        if token in self._spans:
            return self._spans[token][1]
        return self._starts[token] + self._words[token].length

    def word_start(self, token: int, lexicon: Lexicon) -> int:
        """Offset of a token after the clitics و ف ب ل ك attached to it; ال stays."""
        if token in self._spans:
            return self._spans[token][0]
        bits = lexicon.bits(self.classes(lexicon)[token])
        start = self._starts[token]
        return letters_after(self._words[token].piece, start, bits) if bits & ~ARTICLE else start

    def slice(self, first: int, end: int, lexicon: Lexicon) -> tuple[int, int, str]:
        """Start and end offset and the text of tokens first … end - 1, without clitics attached to the first."""
        start, stop = self.word_start(first, lexicon), self.end(end - 1)
        return start, stop, self.excerpt(start, stop)

    def excerpt(self, start: int, end: int) -> str:
        """The text between two offsets, which knows where it stands where this document is to be explained."""
        text = self.text[start:end]
        return text if self.evidence is None else Excerpt(text, start, end)

    def explain(self, fact: Fact, matches: Iterable[Match], notes: Callable[[], dict[str, str]] = dict) -> None:
        """Keeps what a fact was made of, where this document is to be explained."""
        if self.evidence is not None:
            self.evidence[fact] = Evidence(tuple(matches), places(fact), notes())

    def counted(self, first: int, end: int) -> Quantity | None:
        """The quantity of tokens first … end - 1 before a noun: a number phrase, or two numbers and a dash: 10 - 15."""
        if end - first > 1:
            return ranges.between(self.quantities[first].numbers[0], self.quantities[end - 1].numbers[0])
        if first in self.quantities:
            return self.quantities[first]
        return ranges.joined(self.form(first), self.start(first), self.end(first))

    def phrase_span(self, token: int) -> tuple[int, int]:
        """Start and end offset of the number phrase at a token, without attached clitics."""
        return self._spans[token]

    def token_at(self, offset: int) -> int:
        """The token that the character at `offset` belongs to."""
        return max(0, bisect_right(self._starts, offset) - 1)
