"""Patterns as trees, rules, the matcher: what they hold of, and which mistakes are found when they are built."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from waqai import extractors
from waqai.extractors import Document, load
from waqai.extractors.engine.sre import compiled, loaded
from waqai.extractors.grammar import Matcher, PatternError, Rule, compile_pattern, literals, spans
from waqai.extractors.grammar.build import rule_expression, tree
from waqai.extractors.grammar.first import Reader
from waqai.extractors.grammar.matcher import Overlaps
from waqai.extractors.grammar.neighbours import Neighbours
from waqai.extractors.grammar.pattern import Node, parse
from waqai.extractors.grammar.regular import regular
from waqai.extractors.text.atoms import Atom, atom
from waqai.extractors.text.lexicon import Lexicon
from waqai.extractors.view import View

PATTERNS = [
    "(?<=<a>|<b><c>)<d>",
    "(?<!<a>|<b><c>)<d>",
    "(?<=<a>(?:<b>|<c><b>){1,2})<d>",
    "(?<=<a><b>?)<d>",
    "(?<!(?:<a>|<b><b>){0,2}<c>)<d>",
    "(?:(?P<x><a>)|<b>(?P<x><c>))<d>",
    "(?<=(?P<x><a><b>?)<c>)<d>",
    "(?=(?<=<a>|<b><c>)<d>)<d>(?:<a>*+<b>)?",
    "(?:<a>|(?<=<b>)<c><d>|(?!<d>)(?:<b><c>|<d>)){1,3}?<d>",
    "<a>(?P<x><b>|<c><a>?)*(?:<a><a>|(?<!<b>)<d>)?",
    "<a>(?:<b><c>|(?!<d>)(?:(?<=<a>)<c>|<a>|<b>|<c>|<d>)){0,4}?<d>",
    "(?:(?<=<b>)<a>|(?<=<a>)<c><d>|<a>|<b>|(?!<b>)(?:<c>|<a>)){1,5}+<d>",
    "(?:(?!<a><b>)(?:<a>|<b>|<c>)|<d><a>){2,6}(?:<d>|$)",
]


@pytest.fixture
def lexicon(tmp_path: Path) -> Lexicon:
    file = tmp_path / "words.tsv"
    file.write_text("KILL\tقتل/verb\nPERSON\tشخص جندي\nPERSON WOUNDED\tجريح\nPLACE\tسرت\n", encoding="utf-8")
    return Lexicon(file, literals=["على", "الأقل"])


def found(lexicon: Lexicon, text: str, *patterns: str, overlaps: Overlaps = "all") -> list[tuple[str, int, int]]:
    """Rule, first token and end of each match; the rules are named a, b, c …"""
    rules = [Rule(id, pattern) for id, pattern in zip("abc", patterns, strict=False)]
    matches = Matcher(lexicon, rules, overlaps=overlaps).finditer(Document(text).classes(lexicon))
    return [(match.rule.id, match.first, match.end) for match in matches]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=st.text("abcd", max_size=12))
def test_patterns_hold_where_they_hold_for_regex(pattern: str, text: str) -> None:
    def characters(atom: Atom) -> int:
        return 1 << "abcd".index(atom.choices[0][0])

    reader = Reader(characters)

    def letters(found: int) -> str:
        return "".join(letter for bit, letter in enumerate("abcd") if found >> bit & 1)

    def ahead(node: Node) -> str:
        beginning = reader.beginning(node)
        return f"(?=[{letters(beginning.first)}])" if beginning.empty is None else ""

    def alone(node: Node) -> str:
        found = letters(reader.alone(node))
        return f"[{found}]" if found else ""

    ours = loaded(compiled(regular(parse(pattern), lambda atom: f"[{atom.choices[0][0]}]", ahead, alone)))
    theirs = regex.compile(re.sub(r"(?<!P)<([a-d])>", r"[\1]", pattern))
    expected = [
        (match.span(), {name: match.span(name) for name in theirs.groupindex if match.start(name) >= 0})
        for match in theirs.finditer(text)
    ]
    assert [(match.span(), spans(match)) for match in ours.finditer(text)] == expected
    neighbours = Neighbours(characters)
    before, after = letters(neighbours.before(parse(pattern))), letters(neighbours.after(parse(pattern)))
    for match in theirs.finditer(text):
        assert before == "abcd" or text[match.start() - 1 : match.start()] in [*before]
        assert after == "abcd" or text[match.start() + 1 : match.start() + 2] in [*after]


@pytest.mark.parametrize(
    ("pattern", "alone"),
    [
        ("<a>|<b>", "ab"),
        ("<a><b>|<a>|<c>", "c"),
        ("(?<=<d>)<a>|<a>|(?<=<d>)<b>", "a"),
        ("(?!<a>)(?:<a>|<b><c>|<c>|(?!<c><d>)<d>)", "cd"),
        ("(?!<c><d>)(?:<c>|<d>)", "d"),
        ("<a>?|<b>", ""),
        ("(?P<x><a>)|<b>", "b"),
    ],
)
def test_which_tokens_a_pattern_is_sure_to_match_by_themselves_is_read_off_it(pattern: str, alone: str) -> None:
    found = Reader(lambda atom: 1 << "abcd".index(atom.choices[0][0])).alone(parse(pattern))
    assert found == sum(1 << "abcd".index(letter) for letter in alone)


@pytest.mark.parametrize(
    ("pattern", "before"),
    [
        ("(?<=<a>|<b><c>)<d>", "ac"),
        ("(?:(?<=<a>)<b>|(?!<d>)(?<=<b><c>)<b>)", "ac"),
        ("(?<=<a>|<b>)(?<=<b>|<c>)<d>", "b"),
        ("(?<=<a>|^)<d>", None),
        ("(?<!<a>)<d>", None),
        ("(?:(?<=<a>)<b>|<c>)", None),
    ],
)
def test_what_must_stand_before_a_match_is_read_off_its_pattern(pattern: str, before: str | None) -> None:
    found = Neighbours(lambda atom: 1 << "abcd".index(atom.choices[0][0])).before(parse(pattern))
    assert found == (-1 if before is None else sum(1 << "abcd".index(letter) for letter in before))


@pytest.mark.parametrize(
    ("pattern", "after"),
    [
        ("<a><b>", "b"),
        ("<a>?<b>(?:<c>|<d>)", "bcd"),
        ("<a>(?:<b><c>)*<d>", "bd"),
        ("<a>{2,3}<b>", "ab"),
        ("(?<=<d>)(?!<a>)(?:<a>|<b>)(?=<c>|<d><a>)", "cd"),
        ("(?=<a><b>)<a>(?P<x><c>)", "c"),
        ("(?:<a>(?=<b>)|<b>(?=<c>))", "bc"),
        ("(?:<a>(?=<b>)|<b>)", None),
        ("<a><b>?", None),
        ("<a>(?=<b>|$)", None),
        ("<a>(?!<b>)", None),
    ],
)
def test_what_must_stand_second_in_a_match_is_read_off_its_pattern(pattern: str, after: str | None) -> None:
    found = Neighbours(lambda atom: 1 << "abcd".index(atom.choices[0][0])).after(parse(pattern))
    assert found == (-1 if after is None else sum(1 << "abcd".index(letter) for letter in after))


def test_matches_give_spans_back(lexicon: Lexicon) -> None:
    rule = Rule("killed", '(?P<verb><KILL>)<^STOP>{0,2}?(?P<who>{people})(?:"على الأقل")?')
    document = Document("بالأمس وقتل  جنديٌ على الأقل. كتب")
    (match,) = Matcher(lexicon, [rule], {"people": "<PERSON&NOAL>"}).finditer(document.classes(lexicon))
    assert document.slice(match.first, match.end, lexicon) == (8, 28, "قتل  جنديٌ على الأقل")
    assert match.span("who") == (2, 3)
    assert literals([rule.pattern]) == ["على", "الأقل"]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ('(?P<a> <KILL|PERSON&AL> ){1,1}?"على  الأقل"', '(?P<a><KILL|PERSON&AL>){1}? "على الأقل"'),
        ("(?<!<^KILL>)(?:<*>*+|$){2,}", "(?<!<^KILL>) (?:<*>*+ | $){2,}"),
        ("{who}?", "{who}?"),
    ],
)
def test_a_tree_is_printed_as_a_person_would_write_it(written: str, printed: str) -> None:
    node = parse(written, {"who": parse("<PERSON>")})
    assert str(node) == printed
    assert parse(printed, {"who": parse("<PERSON>")}) == node


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("<KILL>{WHOO}", "no fragment is named WHOO"),
        ("<KILL", "an atom is not closed"),
        ("<KILL|>", "an atom lacks a class"),
        ('"على', "a quotation mark is missing"),
        ("(<KILL>", "a bracket is not closed"),
        ("<KILL>)", "a bracket is closed that was not opened"),
        ("(?>KILL)", "'?' means nothing here"),
        ("<KILL>{2,", "a brace neither repeats anything nor names a fragment"),
        ("KILL", "'K' means nothing here"),
        ("<KILLED>", "no word has the class KILLED"),
        ("<KILL&WOUNDED>", "no word has these classes together"),
        ("(?<=<KILL>*)<PERSON>", "a look-behind has no certain length"),
        ("(?:(?P<who><PERSON>)|<KILL>)*+", "the group who stands in a possessive repeat"),
        ("(?=<KILL>)<PERSON>", "no token can begin a match"),
    ],
)
def test_a_wrong_pattern_is_refused_with_its_file_and_rule(lexicon: Lexicon, pattern: str, reason: str) -> None:
    with pytest.raises(PatternError, match=rf"test_grammar\.py: rule wrong: .*{re.escape(reason)}"):
        Matcher(lexicon, [Rule("right", "<KILL>"), Rule("wrong", pattern)])


def test_a_fragment_may_use_only_those_before_it(lexicon: Lexicon) -> None:
    fragments = {"who": "<PERSON>{where}?", "where": "<PLACE>"}
    with pytest.raises(
        PatternError, match=r"rule killed: fragment who: .*no fragment is named where.*only those before it"
    ):
        Matcher(lexicon, [Rule("killed", "<KILL>{who}")], fragments)
    assert found(lexicon, "قتل جندي", "<KILL>") == [("a", 0, 1)]


def test_two_rules_of_one_id_are_refused(lexicon: Lexicon) -> None:
    with pytest.raises(PatternError, match=r"test_grammar\.py: two rules have the id killed"):
        Matcher(lexicon, [Rule("killed", "<KILL>"), Rule("killed", "<KILL><PERSON>")])


@pytest.mark.parametrize("pattern", ["<KILLED>", "<KILL&WOUNDED>"])
def test_a_class_that_no_word_has_is_refused(lexicon: Lexicon, pattern: str) -> None:
    with pytest.raises(PatternError, match="no word has"):
        compile_pattern(lexicon, pattern)


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("(?!(?<=<KILL>)<PERSON>)<PERSON>", "<PERSON>"),
        ("(?<!<KILL>)<PERSON>", "<PERSON>"),
        ("<PLACE>?(?:<KILL>|<PERSON>)", "<PLACE|KILL|PERSON>"),
        ("(?!<WOUNDED>)<PERSON|PLACE>", "<PERSON&NOAL|PLACE>"),
        ("(?!<PERSON><KILL>)<PERSON>", "<PERSON>"),
        ("(?=<WOUNDED|KILL>)<PERSON>", "<WOUNDED>"),
        ("(?:(?!<KILL>)|(?<!<PLACE>))<KILL|PERSON>", "<KILL|PERSON>"),
        ('"على الأقل"', '"على"'),
        ("(?P<who><PERSON>){0,2}+<KILL>", "<PERSON|KILL>"),
    ],
)
def test_what_a_match_can_begin_with_is_read_off_its_pattern(lexicon: Lexicon, pattern: str, first: str) -> None:
    reader = Reader(lexicon.matching)
    expected = reader.beginning(tree(first)).first
    if pattern == "(?!<WOUNDED>)<PERSON|PLACE>":
        expected = reader.beginning(tree("<PERSON|PLACE>")).first & ~reader.beginning(tree("<WOUNDED>")).first
    assert reader.beginning(tree(pattern)).first == expected


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("<KILL><^STOP>{0,9}?<PERSON>", ["<KILL>", "<PERSON>"]),
        ("<KILL>(?=<PERSON>)(?<=<PLACE>)(?!<PLACE>)", ["<KILL>", "<PERSON>"]),
        ("<KILL><PLACE>?", ["<KILL>"]),
        ("<KILL>|<PERSON>", ["<KILL|PERSON>"]),
        ("<KILL>|<PLACE>?", []),
        ("<KILL><*>?<PERSON>", ["<KILL>"]),
        ("<KILL><STOP><PERSON>", ["<KILL>", "<STOP>"]),
    ],
)
def test_what_a_match_must_have_is_read_off_its_pattern(lexicon: Lexicon, pattern: str, needs: Sequence[str]) -> None:
    reader = Reader(lexicon.matching, barrier=lexicon.matching(atom("STOP")))
    told = [need.characters for need in reader.demands(tree(pattern)).needs]
    wanted = [reader.demands(tree(need)).needs[0].characters for need in needs]
    assert told == wanted


def test_a_rule_is_tried_where_what_it_needs_follows_in_the_sentence(lexicon: Lexicon) -> None:
    text = "قتل. قتل في سرت أمس مساء جندي"
    assert found(lexicon, text, "<KILL><^STOP|BREAK>{0,9}?<PERSON>") == [("a", 2, 8)]
    rule = Rule("a", "<KILL><^STOP|BREAK>{0,9}?<PERSON>")
    assert rule_expression(lexicon, rule, {}, False).startswith("(?=[^"), "a look-ahead for what is far off"


def test_overlaps_are_settled_as_the_matcher_is_told(lexicon: Lexicon) -> None:
    text, patterns = "قتل جندي في سرت", ("<PERSON><*>", "<KILL><PERSON>", "<KILL>")
    assert found(lexicon, text, *patterns) == [("a", 1, 3), ("b", 0, 2), ("c", 0, 1)]
    assert found(lexicon, text, *patterns, overlaps="first") == [("a", 1, 3), ("c", 0, 1)]
    assert found(lexicon, text, *patterns, overlaps="longest") == [("b", 0, 2)]


def test_rules_of_sentences_look_no_further(lexicon: Lexicon) -> None:
    classes = Document("قتل. جندي").classes(lexicon)
    rules = [Rule("a", "<KILL><*>?"), Rule("b", "<KILL>$")]
    assert [(m.rule.id, m.end) for m in Matcher(lexicon, rules).finditer(classes)] == [("a", 2)]
    assert [(m.rule.id, m.end) for m in Matcher(lexicon, rules, sentences=True).finditer(classes)] == [
        ("a", 1),
        ("b", 1),
    ]


def test_a_rule_at_the_start_of_the_text_is_tried_there_alone(lexicon: Lexicon) -> None:
    assert found(lexicon, "قتل جندي قتل", "^<KILL>") == [("a", 0, 1)]


def test_rules_of_several_ways_to_say_one_thing_share_a_name() -> None:
    assert (Rule("total:estimated", "<KILL>").name, Rule("total", "<KILL>").name) == ("total", "total")


def asked_atoms(folder: Path) -> set[str]:
    """The atoms that the modules of a folder ask tokens for: `view.has(token, "COMMA|STOP")`."""
    return {
        str(call.args[1].value)
        for file in folder.glob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "has"
        if len(call.args) == 2 and isinstance(call.args[1], ast.Constant)
    }


@pytest.mark.parametrize("kind", ["casualties", "dates", "organizations", "quotes"])
def test_what_tokens_are_asked_for_is_a_class_of_the_lexicon(kind: str) -> None:
    lexicon: Lexicon = load(kind).lexicon  # type: ignore[attr-defined]
    atoms = asked_atoms(Path(extractors.__file__).parent / kind)
    assert atoms or kind != "dates"
    for written in atoms:
        assert lexicon.matching(atom(written))


def test_a_view_tells_classes_values_and_numbers(tmp_path: Path) -> None:
    file = tmp_path / "words.tsv"
    file.write_text("MONTH month=7\tيوليو\nPERSON\tجندي\n", encoding="utf-8")
    view = View(Document("في 13 يوليو، قتل والجندي"), Lexicon(file))
    assert [view.has(token, "MONTH|COMMA") for token in range(len(view))] == [False, False, True, True, False, False]
    assert view.has(5, "PERSON&WA&AL") and not view.has(5, "PERSON&NOWA") and not view.has(5, "^PERSON")
    assert not view.has(-1, "PERSON") and not view.has(6, "PERSON")
    assert (view.value(2, "month"), view.value(3, "month"), view.number(1)) == ("7", None, 13)
    assert (view.text(5), view.written(5, 6), view.form(5)) == ("والجندي", "الجندي", "والجندي")
    with pytest.raises(PatternError, match="no word has the class MONHT"):
        view.has(0, "MONHT")
