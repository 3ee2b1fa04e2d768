"""What holds for every extractor, whatever the text: the protocol, and facts that stand where they say."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.extractors import Article, Fact, UnknownExtractor, available, extract, extract_article, load
from waqai.extractors.numbers.numerals import parse
from waqai.extractors.numbers.patterns import LEXICON
from waqai.extractors.text.tokens import split
from waqai.extractors.text.words import Word

KINDS = list(available())

# Words that rules look for, so that random texts are not all without facts.
WORDS = [
    *"قتل وقتل مقتل أصيب وإصابة بجروح جريح جرحى قتيلا قتلى شخصا مدنيين جنود جنديان فقدان نزوح اعتقال".split(),
    *"ثلاثة وعشرين ألف آلاف مئات عشرات نحو أكثر أقل من ما بين لا يقل عن على الأقل".split(),
    *"13 ١٣ ۱۳ 1,800 و2000 3.5 50% 12/11/2016 14:09 2016م 1436هـ".split(),
    *"أمس اليوم الخميس يوم شهر أكتوبر/ تشرين الأول رمضان الماضي المقبل الجاري قبل منذ أعوام أسابيع مساء صباح".split(),
    *"قال وقالت أضاف أعلن أكد نفى إن أن بأن أنه إلى دعا طالب بحسب وفقا نقلا بيان المتحدث باسم وزير رئيس".split(),
    *"وزارة الدفاع الأمريكية الجيش الليبي تنظيم داعش حكومة الوفاق شركة جامعة نادي صحيفة وكالة الأمم المتحدة".split(),
    *"محمد أحمد علي رضا عيسى السراج".split(),
    *'" « » “ ” ( ) : ، . ؟ ! - – ...'.split(),
    "\n\n",
    "قال المتحدث باسم الجيش الليبي رضا عيسى إن",
    "وأضاف أن",
    "وأعلنت وزارة الدفاع الأمريكية في بيان",
    "«لن نتراجع»",
    "مقتل ما لا يقل عن ثلاثة عشر شخصا وإصابة 20 آخرين",
    "مساء يوم الخميس 12 نوفمبر/ تشرين الثاني",
    "منذ أكثر من ستة أشهر",
]
MARKS = "\u064b\u064e\u0651\u0640\u0670\u200c\u200f\u202b\u2068\u00ad\ufeff\u0000\u00a0\u2028\ufdfa\ufefb"

words = st.lists(st.sampled_from(WORDS) | st.text("ابتقنرسوليه0159٣" + MARKS, max_size=6), min_size=5, max_size=40).map(
    " ".join
)
marked = st.lists(st.sampled_from([*WORDS, *MARKS, " "]), min_size=5, max_size=60).map("".join)
texts = words | marked | st.text(max_size=200)
days = st.none() | st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))


@given(text=texts, published=days)
def test_every_fact_stands_where_it_says(text: str, published: dt.date | None) -> None:
    extracted = extract(text, published)
    assert list(extracted.facts) == KINDS
    for facts in extracted.facts.values():
        assert [(fact.start, fact.end) for fact in facts] == sorted((fact.start, fact.end) for fact in facts)
        for fact in facts:
            assert 0 <= fact.start < fact.end <= len(text)
            assert fact.text == text[fact.start : fact.end]


@given(text=texts, published=days)
def test_facts_hold_the_values_their_types_promise(text: str, published: dt.date | None) -> None:
    """Frozen structs are not checked when they are made; the schema that `waqai schema` prints is."""
    for kind, facts in extract(text, published).facts.items():
        for fact in facts:
            msgspec.convert(msgspec.to_builtins(fact), load(kind).fact)


@given(text=texts)
def test_pieces_cover_the_text(text: str) -> None:
    pieces, starts = split(text)
    assert "".join(pieces) == text
    assert [text[start : start + len(piece)] for piece, start in zip(pieces, starts, strict=True)] == pieces


@given(text=texts)
def test_number_phrases_stay_in_their_place(text: str) -> None:
    pieces, starts = split(text)
    words = [Word(piece) for piece in pieces]
    numbered = parse(words, starts, LEXICON.tag([word.key for word in words]))
    assert numbered.starts == sorted(set(numbered.starts))
    after = [*numbered.starts[1:], len(text)]
    for token, (start, end) in numbered.spans.items():
        assert numbered.starts[token] <= start < end <= after[token]
    for token, quantity in numbered.quantities.items():
        start, end = numbered.spans[token]
        assert all(start <= number.start < number.end <= end for number in quantity.numbers)


@pytest.mark.parametrize("kind", KINDS)
def test_an_extractor_keeps_the_protocol(kind: str) -> None:
    extractor = load(kind)
    assert extractor.name == kind
    assert issubclass(extractor.fact, Fact)
    assert set(extractor.requires) <= set(KINDS)
    assert load(kind) is extractor


@pytest.mark.parametrize("kind", KINDS)
def test_one_kind_alone_gives_what_it_gives_among_all(kind: str) -> None:
    text = (
        "قال المتحدث باسم الجيش الليبي رضا عيسى أمس إن 13 شخصا قتلوا وأصيب 20 آخرون "
        "في قصف نفذه تنظيم داعش في سرت يوم الخميس."
    )
    day = dt.date(2016, 11, 13)
    assert extract(text, day, only=[kind]).facts == {kind: extract(text, day).facts[kind]}
    assert extract(text, day).facts[kind], "a text that shows every kind"


def test_no_state_is_kept_between_articles() -> None:
    first, second = "قتل 13 شخصا أمس.", "أعلن الجيش الليبي مقتل جنديين."
    alone = extract(second)
    extract(first)
    assert extract(second) == alone


def test_rules_are_named_only_in_explanations() -> None:
    article = Article(text="قتل 13 شخصا أمس.", source="a.txt", id="1", title="عنوان", published=dt.date(2016, 11, 13))
    (fact,) = extract_article(article, ["casualties"], explain=True).facts["casualties"]
    assert isinstance(fact.rule, str)
    plain = extract_article(article, ["casualties"])
    assert plain.facts["casualties"][0].rule is msgspec.UNSET
    assert (plain.source, plain.id, plain.title, plain.published) == ("a.txt", "1", "عنوان", dt.date(2016, 11, 13))


def test_an_unknown_kind_is_named_with_those_there_are() -> None:
    with pytest.raises(UnknownExtractor, match="no kind 'weapons'; there are: casualties, dates"):
        extract("", only=["weapons"])
    with pytest.raises(UnknownExtractor, match=r"no kind 'casualty'; did you mean casualties\? There are: casualties"):
        extract("", only=["casualty"])
