"""Why there is a fact: its rule, the words and their classes, where its fields stand, how its value was resolved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

from rich.text import Text

from waqai.extractors import load
from waqai.extractors.explanation import Explanation, Trial, explain, rules, trials

from .bidi import Draw, isolated
from .console import Page
from .tables import at_right, lines, table
from .words import ENGLISH, Words

if TYPE_CHECKING:
    from .annotated import AnnotatedArticle

_MOST_TRIALS = 5  # of a rule that are shown, those that came furthest
_MOST_WORDS = 12  # of a fact or a field that are shown one by one; a quotation may have a hundred
_LEGEND = (
    "In a pattern <CLASS> is a word of that class, {PART} a part that other rules share, and (?P<field>...) what "
    "becomes a field; the rest is a regular expression."
)
Row = tuple[str, str, str, str]


def write(annotated: AnnotatedArticle, stream: TextIO, draw: Draw = isolated, words: Words = ENGLISH) -> None:
    """Prints each fact of an article with all there is to say about it. Rules and notes are English in any language."""
    console = Page(stream)
    document = annotated.document()

    def show(drawn: Sequence[str], style: str = "") -> None:
        if words.right_to_left:
            drawn = [at_right(line, console.width) if line else "" for line in drawn]
        console.print(Text("\n".join(drawn), style), soft_wrap=True)

    show(lines(annotated.extracted.title or annotated.name, console.width, draw), "bold")
    show(lines(_published(annotated, words), console.width, draw))
    for kind, fact in annotated.facts:
        explanation = explain(document, load(kind), fact)
        show(["", *lines(f"{words.label(kind)} {fact.start}–{fact.end}", console.width, draw)], "bold cyan")
        show(lines(fact.text, console.width, draw), "bold")
        for heading, sentence in explanation.notes.items():
            show(lines(f"{heading}: {sentence}", console.width, draw))
        show(lines(f"{words.label('rule')} {explanation.rule or words.label('unknown')}", console.width, draw))
        for pattern in explanation.patterns:
            show(lines(" ".join(pattern.split()), console.width, draw), "dim")
        header = ["", *map(words.label, ("text", "place", "classes"))]
        rows = [(words.label(heading), *rest) for heading, *rest in _words(explanation)]
        show(table(header, rows, console.width, draw, words))
    if annotated.facts:
        show(["", *lines(words.label(_LEGEND), console.width, draw)], "dim")
    else:
        show(lines(words.label("no facts"), console.width, draw), "dim")
    show([""])


def write_trials(annotated: AnnotatedArticle, rule: str, stream: TextIO, draw: Draw = isolated) -> None:
    """Prints how far a rule, named `KIND.ID`, came at each place where it can begin."""
    console = Page(stream)
    kind, _, name = rule.partition(".")
    extractor = load(kind)
    document = annotated.document()

    def show(text: str, style: str = "") -> None:
        console.print(Text("\n".join(lines(text, console.width, draw)), style), soft_wrap=True)

    show(annotated.extracted.title or annotated.name, "bold")
    for id in rules(extractor, name):
        tried = sorted(trials(document, extractor, id), key=lambda trial: trial.attempt.first - trial.attempt.end)
        show(
            f"{kind}.{id}: "
            + (f"can begin at {len(tried)} place{'s' * (len(tried) != 1)}" if tried else "can begin nowhere"),
            "bold cyan",
        )
        for trial in tried[:_MOST_TRIALS]:
            show(" ".join(word.text for word in trial.words) or "(nothing)", "bold")
            show(f"  matched {trial.attempt.matched or 'nothing'}", "dim")
            if not trial.attempt.missing:
                show(f"  the whole rule: {_outcome(trial)}")
                continue
            show(f"  then needed {trial.attempt.missing}")
            for word in trial.following:
                show(f"  but found {word.text}: {' '.join(word.classes)}")
    show("")


def _outcome(trial: Trial) -> str:
    """What came of a place where all of a rule matched."""
    fact = trial.made or trial.other
    if fact is None:
        return "what made no fact of it is not the pattern, but an earlier rule or a check"
    return f"{'it' if trial.made else 'another match'} made the fact {fact.start}–{fact.end}: {fact.text}"


def _published(annotated: AnnotatedArticle, words: Words) -> str:
    if annotated.extracted.published is None:
        return words.label("no day of publication known")
    dateline = "" if annotated.article.published else words.label(", read from the article's dateline")
    return f"{words.label('published')} {words.day(annotated.extracted.published)}{dateline}"


def _words(explanation: Explanation) -> Iterator[Row]:
    """The words of the fact, then those of its fields."""
    for heading, words in (("fact", explanation.words), *explanation.fields.items()):
        for number, word in enumerate(words[:_MOST_WORDS]):
            yield heading if number == 0 else "", word.text, f"{word.start}–{word.end}", " ".join(word.classes)
        if len(words) > _MOST_WORDS:
            yield "", "…", "", f"and {len(words) - _MOST_WORDS} more"
