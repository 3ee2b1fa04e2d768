"""Where clauses begin, how they go on, and which one each hangs from."""

import pytest

from waqai.extractors.document import Document
from waqai.extractors.structure.clauses import Clause, Clauses


def clauses(text: str) -> list[tuple[str, str, int | None]]:
    """Kind, words and parent of each clause."""
    document = Document(text)
    tree = document.layer(Clauses)
    last = tree.number(len(document) - 1)

    def words(clause: Clause) -> str:
        return text[document.start(clause.first) : document.end(clause.end - 1)]

    return [(tree[number].kind, words(tree[number]), tree[number].parent) for number in range(last + 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قصفت الطائرات سوقا في حلب ما أدى إلى مقتل 3",
            [("main", "قصفت الطائرات سوقا في حلب", None), ("result", "ما أدى إلى مقتل 3", 0)],
        ),
        (
            "إن انفجار سيارة في دوما أدى إلى مقتل طفل",
            [("main", "إن انفجار سيارة في دوما", None), ("result", "أدى إلى مقتل طفل", 0)],
        ),
        (
            "قالت الشرطة إن 4 قتلوا عندما انفجرت قنبلة، بينما أصيب 5",
            [
                ("main", "قالت الشرطة", None),
                ("reported", "إن 4 قتلوا", 0),
                ("circumstance", "عندما انفجرت قنبلة", 1),
                ("beside", "، بينما أصيب 5", 0),
            ],
        ),
        (
            "أصيب 3 في الهجوم الذي استهدف دوما وأصيب 5",
            [
                ("main", "أصيب 3 في الهجوم", None),
                ("relative", "الذي استهدف دوما", 0),
                ("joined", "وأصيب 5", 0),
            ],
        ),
        ("وفي حلب، أصيب 3 أشخاص", [("main", "وفي حلب، أصيب 3 أشخاص", None)]),
    ],
)
def test_a_sentence_is_a_tree_of_clauses(text: str, expected: list[tuple[str, str, int | None]]) -> None:
    assert clauses(text) == expected


def test_what_hangs_from_a_clause_is_inside_it() -> None:
    document = Document("قتل 3 في الهجوم الذي وقع عندما مر الرتل ثم أصيب 5")
    tree = document.layer(Clauses)
    assert [tree[number].kind for number in tree.inside(0)] == ["relative", "circumstance"]
