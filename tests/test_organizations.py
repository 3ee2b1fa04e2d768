"""The parts of the organizations extractor, and its accuracy on the gold articles where they are at hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from waqai.extractors import Document
from waqai.extractors.gazetteer import Gazetteer, Names, forms
from waqai.extractors.organizations import OrganizationExtractor, OrganizationFact
from waqai.extractors.organizations.canonical import differ_in_nation, fullest
from waqai.extractors.organizations.entries import Bodies, rows
from waqai.extractors.organizations.extractor import agree
from waqai.extractors.organizations.fact import CATEGORIES
from waqai.extractors.text.clitics import CONJUNCTION
from waqai.extractors.text.lexicon import Lexicon

NONE, NATO, UN = Bodies(), Bodies({"nato"}), Bodies({"un"})
GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"


@pytest.fixture(scope="module")
def extractor() -> OrganizationExtractor:
    return OrganizationExtractor()


def found(extractor: OrganizationExtractor, text: str) -> list[OrganizationFact]:
    return extractor.extract(Document(text))


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """A lexicon file of one word."""
    path = tmp_path / "words.tsv"
    path.write_text("BANK\tبنك\n", encoding="utf-8")
    return path


def test_a_gazetteer_finds_the_longest_name_with_clitics_before_it(words: Path) -> None:
    gazetteer = Gazetteer(Names.of([("بنك", "1"), ("بنك الخليج الأول", "2"), ("الخليج", "3")]), int)
    lexicon = Lexicon(words, extra=gazetteer.classes, article=True)
    document = Document("زار وبنك الخليج الأول ثم بنك الخليج")
    names = list(gazetteer.find(document, document.classes(lexicon), gazetteer.finder(lexicon)))
    assert [(name.first, name.end, name.bits, name.value) for name in names] == [
        (1, 4, CONJUNCTION, 2),
        (5, 6, 0, 1),
        (6, 7, names[2].bits, 3),
    ]


def test_a_gazetteer_looks_through_hashtags_and_at_words_in_numbers(words: Path) -> None:
    gazetteer = Gazetteer(Names.of([("قوى 14 آذار", "1"), ("الجيش اليمني", "2")]), int)
    lexicon = Lexicon(words, extra=gazetteer.classes, article=True)
    document = Document("قالت قوى 14 آذار إن #الجيش_اليمني تقدم")
    names = list(gazetteer.find(document, document.classes(lexicon), gazetteer.finder(lexicon)))
    assert [name.value for name in names] == [1, 2]


@pytest.mark.parametrize(
    ("head", "adjective", "agrees"),
    [
        ("المخابرات", "العراقيه", True),
        ("المخابرات", "العراقي", False),
        ("المجلس", "البلدي", True),
        ("المجلس", "البلديه", False),
        ("المحكمه", "العليا", True),
        ("المحاكم", "الشرعيه", True),
    ],
)
def test_adjectives_agree_with_their_heads(head: str, adjective: str, agrees: bool) -> None:
    assert agree(head, adjective) is agrees


def test_the_fullest_name_is_the_name() -> None:
    names = fullest([("وزارة الدفاع", NONE), ("وزارة الدفاع الروسية", NONE), ("الدفاع", NONE)])
    assert set(names.values()) == {"وزارة الدفاع الروسية"}


def test_a_name_short_for_two_is_neither() -> None:
    names = fullest(
        [("وزارة الدفاع", NONE), ("وزارة الدفاع الروسية", NONE), ("وزارة الدفاع التركية", NONE)],
    )
    assert names["وزارة الدفاع"] == "وزارة الدفاع"


def test_names_of_one_body_share_the_fullest() -> None:
    names = fullest(
        [
            ("الناتو", NATO),
            ("حلف شمال الأطلسي", NATO),
            ("الأمم المتحدة", UN),
        ],
    )
    assert names == {
        "الناتو": "حلف شمال الأطلسي",
        "حلف شمال الأطلسي": "حلف شمال الأطلسي",
        "الأمم المتحدة": "الأمم المتحدة",
    }


def test_no_name_takes_another_nation() -> None:
    names = fullest([("المجلس الأعلى الليبي", NATO), ("المجلس الأعلى للدولة المصرية", NATO)])
    assert names["المجلس الأعلى الليبي"] == "المجلس الأعلى الليبي"
    assert differ_in_nation(forms("الجيش السوري"), forms("الجيش العربي الليبي"))
    assert not differ_in_nation(forms("المحكمة العليا الأمريكية"), forms("المحكمة الأميركية"))
    assert not differ_in_nation(forms("الاتحاد العربي"), forms("الاتحاد المصري"))


STREETS = "وتحدث السكان عن الطرق والأسواق والمدارس في المدينة القديمة. "
MATCH = "وسجل المهاجم هدفين بعد ركلة جزاء وسدد المدافع كرة. "


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # an article about more: as many words of sports as are asked for, within 30 tokens, or farther away
        (STREETS * 40 + "وفاز النصر على ضيفه في المباراة بعد ركلة جزاء وهدف. " + STREETS * 5, ["النصر"]),
        (STREETS * 40 + "وفاز النصر على ضيفه. " + STREETS * 5 + MATCH + STREETS * 5, []),
        ("هزم النصر ضيفه في المباراة أمس. " + STREETS * 3, []),
        # cues of armed groups within 10 tokens, of parties within 8
        ("وقال زعيم الحركة إن القاعدة ستقاتل.", ["القاعدة"]),
        ("وقال زعيم العشيرة في المدينة أمس إن السكان في الأسواق والمدارس والطرق يعرفون القاعدة جيدا.", []),
        ("وقال المرشح في الانتخابات إن النور سيفوز.", ["النور"]),
        ("وجرت الانتخابات وفاز المرشح. " + STREETS + "وقال النور في بيان إنه باق.", []),
    ],
)
def test_an_ambiguous_name_needs_words_of_its_kind_nearby(
    extractor: OrganizationExtractor, text: str, names: list[str]
) -> None:
    assert [fact.text for fact in found(extractor, text)] == names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("حزب الله اللبناني", "كتائب حزب الله العراقية"),
        ("حزب العدالة والتنمية التركي", "حزب العدالة والتنمية المغربي"),
        ("الهلال الأحمر القطري", "الهلال الأحمر الفلسطيني"),
        ("المحكمة العليا الأمريكية", "المحكمة العليا الإسرائيلية"),
        ("مجلس الشيوخ الفرنسي", "مجلس الشيوخ الأمريكي"),
        ("الدفاعات الجوية السورية", "الدفاعات الجوية السعودية"),
        ("الخطوط السويسرية", "الخطوط الجوية السورية"),
        ("الخطوط الكينية", "الخطوط الجوية اليمنية"),
    ],
)
def test_two_bodies_keep_their_names(extractor: OrganizationExtractor, one: str, other: str) -> None:
    assert [fact.name for fact in found(extractor, f"وصل وفد {one} ثم غادر وفد {other}.")] == [one, other]


def test_a_name_of_many_bodies_is_that_of_the_one_in_the_article(extractor: OrganizationExtractor) -> None:
    text = "انعقد مجلس النواب الأردني أمس. وقرر مجلس النواب"
    assert [fact.name for fact in found(extractor, f"{text} ذلك.")] == ["مجلس النواب الأردني"] * 2
    names = [fact.name for fact in found(extractor, f"{text} ذلك، ورد مجلس النواب اليمني.")]
    assert names == ["مجلس النواب الأردني", "مجلس النواب", "مجلس النواب اليمني"]


def test_a_row_of_the_gazetteer_has_one_nation() -> None:
    for category, row in rows():
        names = [forms(name.removeprefix("~")) for name in row] if category else []
        assert not any(differ_in_nation(one, other) for one in names for other in names), row


def test_no_row_of_the_gazetteer_has_a_name_twice() -> None:
    for _, row in rows():
        keys = [tuple(forms(name.removeprefix("~"))) for name in row]
        assert len(set(keys)) == len(keys), row


def test_no_row_of_the_gazetteer_has_only_names_that_another_row_has() -> None:
    with_name: dict[tuple[str | None, str], set[int]] = {}
    written = [(category, {name.removeprefix("~") for name in names}) for category, names in rows()]
    for number, (category, names) in enumerate(written):
        for name in names:
            with_name.setdefault((category, name), set()).add(number)
    twice = [
        sorted(names)
        for number, (category, names) in enumerate(written)
        if set.intersection(*(with_name[category, name] for name in names)) != {number}
    ]
    assert not twice


def test_names_keep_their_article_but_not_the_clitics_before_them(extractor: OrganizationExtractor) -> None:
    text = "وقالت للأمم المتحدة وبالبنك الدولي وحِزْب الله ولداعش"
    assert [fact.text for fact in found(extractor, text)] == ["لأمم المتحدة", "البنك الدولي", "حِزْب الله", "داعش"]
    for fact in found(extractor, text):
        assert fact.text == text[fact.start : fact.end]


def test_the_extractor_keeps_nothing_between_articles(extractor: OrganizationExtractor) -> None:
    assert found(extractor, "قال حزب النور إنه ينسحب.")
    assert not found(extractor, "قال النور في بيان إنه ينسحب.")


@pytest.mark.parametrize("text", ["", "\n", "وزارة", 'شركة "', "وزارتي", "(", "ال", "مجلس و", "# _ #", "شركة " * 2000])
def test_odd_texts_do_no_harm(extractor: OrganizationExtractor, text: str) -> None:
    for fact in found(extractor, text):
        assert fact.text == text[fact.start : fact.end]


def test_the_gazetteer_has_names_of_every_category() -> None:
    names: dict[str, set[str]] = {}
    for category, row in rows():
        assert all(name == name.strip() and name.strip("~") for name in row), row
        names.setdefault(category or "none", set()).update(row)
    assert names.keys() == {*CATEGORIES, "none"}
    assert sum(map(len, names.values())) > 5000


@pytest.mark.skipif(not GOLD.exists(), reason="the gold articles are not at hand")
@pytest.mark.parametrize(("part", "least"), [("dev", 0.93), ("organizations", 0.77)])
def test_accuracy_on_the_gold_articles_does_not_sink(extractor: OrganizationExtractor, part: str, least: float) -> None:
    """The F1 of mentions that overlap; optional facts of the gold count neither way."""
    with (GOLD / part / "articles.jsonl").open(encoding="utf-8") as lines:
        texts = {article["id"]: article["text"] for article in map(json.loads, lines)}
    hits = wrong = missed = 0
    with (GOLD / part / "gold.jsonl").open(encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            gold = article["facts"]["organizations"]
            facts = found(extractor, texts[article["id"]])
            touched = [any(f.start < g["end"] and g["start"] < f.end for f in facts) for g in gold]
            required = [hit for hit, g in zip(touched, gold, strict=True) if not g.get("optional")]
            hits += sum(required)
            missed += len(required) - sum(required)
            wrong += sum(not any(f.start < g["end"] and g["start"] < f.end for g in gold) for f in facts)
    assert 2 * hits / (2 * hits + wrong + missed) >= least


def test_another_body_is_another_body() -> None:
    names = ["الجيش العراقي", "الجيش العراقي الحر", "حزب الإصلاح اليمني", "حزب الإصلاح الأردني", "حزب الإصلاح"]
    assert fullest([(name, NONE) for name in names]) == {name: name for name in names}
    assert fullest([("المرصد السوري", NONE), ("المرصد السوري لحقوق الإنسان", NONE)])["المرصد السوري"].endswith(
        "الإنسان"
    )
    assert fullest([("الجيش الوطني", NONE), ("الجيش الوطني الليبي", NONE)])["الجيش الوطني"] == "الجيش الوطني الليبي"


# Names that bodies of two categories really bear.
TWO_BODIES = frozenset(
    {
        "الحركة الشعبية",  # of South Sudan, of Morocco
        "فانغارد",  # the investor, the Nigerian paper
        "فوكس",  # the channel, the Spanish party
        "الاتحاد الاشتراكي",  # the Moroccan party, its paper
        "نادي روما",  # the Club of Rome, AS Roma
        "الصريح",
        "الجزيرة",
        "العربي",
        "لخويا",
        "حرس الحدود",
        "النهضة",
        "أمانة بغداد",
        "المقاولون العرب",
        "أبو قير للأسمدة",
        "رينو",
        "بروج",
    }
)


def test_no_body_stands_in_two_categories() -> None:
    categories: dict[tuple[str, ...], set[str]] = {}
    for category, names in rows():
        for name in names if category else ():
            categories.setdefault(tuple(forms(name.removeprefix("~"))), set()).add(str(category))
    shared = {name for name, in_ in categories.items() if len(in_) > 1}
    assert shared == {tuple(forms(name)) for name in TWO_BODIES}
