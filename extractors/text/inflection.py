"""The inflected forms of a word that a lexicon row names by its lemma and a paradigm.

News is unvocalised, so one spelling serves many forms: `قتل` is active, passive and verbal noun alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator


def _verb(lemma: str) -> Iterator[str]:
    """Third person past of a sound verb, active or passive: قتل قتلت قتلا قتلتا قتلوا قتلن."""
    stem = lemma
    for ending in ("", "ت", "ا", "تا", "وا", "ن"):
        yield stem + ending


def _defective(lemma: str) -> Iterator[str]:
    """Third person past of a verb on ى or ا (لقى, دعا): لقي لقيت لقيا لقوا."""
    stem = lemma[:-1]
    yield lemma
    if lemma[-1] == "ا":
        yield from (stem + ending for ending in ("ت", "وا", "تا", "وا", "ون"))
    else:
        yield from (stem + ending for ending in ("ت", "يت", "يا", "وا", "تا", "يتا", "ين"))


def _present(lemma: str) -> Iterator[str]:
    """Third person present, from the form with ي: يقتل تقتل يقتلون يقتلان تقتلان يقتلن."""
    stem = lemma[1:]
    yield from ("ي" + stem, "ت" + stem)
    weak = stem[:-1] if stem[-1] in "يىو" else stem
    for ending in ("ون", "ان", "وا"):
        yield "ي" + (stem if ending == "ان" else weak) + ending
    yield "ت" + stem + "ان"


def _future(lemma: str) -> Iterator[str]:
    """The future, from the present form with ي: سيقتل ستقتل سيقتلون …"""
    return ("س" + form for form in _present(lemma))


def _noun(lemma: str) -> Iterator[str]:
    """A noun with its accusative alef and, where it is a verbal noun, its possessives: مقتل مقتله مقتلها مقتلهم."""
    yield lemma
    if lemma[-1] in "ةه":
        stem = lemma[:-1] + "ت"
    elif lemma[-1] == "ء":
        stem = lemma[:-1] + "ئ"
        yield from (lemma + ending for ending in ("ه", "ها", "هم", "هما", "هن"))
        yield from (lemma[:-1] + "ؤ" + ending for ending in ("ه", "ها", "هم", "هما", "هن"))
    else:
        stem = lemma
        yield lemma + "ا"
    yield from (stem + ending for ending in ("ه", "ها", "هم", "هما", "هن", "نا"))


def _singular(lemma: str) -> Iterator[str]:
    """A singular noun or participle: شخص شخصا."""
    yield lemma
    if lemma[-1] not in "ةهاءى":
        yield lemma + "ا"


def _dual(lemma: str) -> Iterator[str]:
    """The dual of a singular: جندي → جنديان جنديين, امرأة → امرأتان امرأتين; in construct جنديا جنديي."""
    stem = lemma[:-1] + "ت" if lemma[-1] in "ةه" else lemma
    yield from (stem + "ان", stem + "ين")


def _dual_subject(lemma: str) -> Iterator[str]:
    """The nominative dual alone, of a noun whose plural is spelled like its other dual: مدني → مدنيان, not مدنيين."""
    yield (lemma[:-1] + "ت" if lemma[-1] in "ةه" else lemma) + "ان"


def _sound(lemma: str) -> Iterator[str]:
    """The sound plurals of a singular: مدني → مدنيون مدنيين مدنيات, and the construct ones مدنيو مدنيي."""
    stem = lemma[:-1] if lemma[-1] in "ةه" else lemma
    yield from (stem + ending for ending in ("ون", "ين", "ات", "و"))


def _adjective(lemma: str) -> Iterator[str]:
    """An adjective in every gender and number: ليبي ليبية ليبيا ليبيين ليبيات …"""
    for ending in ("", "ا", "ة", "ين", "ون", "ان", "تان", "تين", "ات"):
        yield lemma + ending


def _accusative(lemma: str) -> Iterator[str]:
    """A participle of circumstance, in the accusative: مؤكدا مؤكدة مؤكدين مؤكدتين."""
    yield from (lemma + ending for ending in ("ا", "ة", "ين", "تين"))


def _definite(lemma: str) -> Iterator[str]:
    """A word with the article: عقيد → العقيد."""
    yield "ال" + lemma


def _possessed(lemma: str) -> Iterator[str]:
    """A noun with the pronoun of whose it is: والد → والده والدها والدهم, أبناء → أبناؤه أبنائه …"""
    stem = lemma[:-1] + "ت" if lemma[-1] in "ةه" else lemma
    stems = (lemma[:-1] + "ؤ", lemma[:-1] + "ئ") if lemma[-1] == "ء" else (stem,)
    yield from (stem + ending for stem in stems for ending in ("ه", "ها", "هم", "هما", "هن"))


def _bare(name: str) -> Iterator[str]:
    """A name without its article: العراق → عراق. ألمانيا has none."""
    yield name.removeprefix("ال")


def _object(lemma: str) -> Iterator[str]:
    """The past with a pronoun as its object: أكد → أكده أكدته أكدها أكدتها أكدوه."""
    yield from (lemma + ending for ending in ("ه", "ته", "ها", "تها", "وه"))


def conjugate(parts: str) -> Iterator[tuple[str, list[str]]]:
    """The forms of a verb by its principal parts, past:present:participle, each with its class; a part may be empty.

    `نفى:ينفي:نافي` gives VERB for نفى نفت نفوا …, VERB and PRESENT for ينفي تنفي …, PARTICIPLE for نافيا نافية ….
    """
    past, present, participle, *_ = [*parts.split(":"), "", ""]
    if past:
        yield "VERB", list(_defective(past) if past[-1] in "ىا" else _verb(past))
    if present:
        yield "VERB PRESENT", list(_present(present))
    if participle:
        yield "PARTICIPLE", list(_accusative(participle))
        if participle[-1] == "ي":
            yield "PARTICIPLE", [participle[:-1] + "ين"]


def decline(parts: str) -> Iterator[tuple[str, list[str]]]:
    """The forms of a noun by its singular and its plurals, singular+plural, each with its number.

    A plural is an ending or a word of its own. `جندي+جنود` gives SG for جندي جنديا, DU for جنديان جنديين, PL for جنود;
    `مدني+ون`, whose oblique dual is spelled like its plural, DU for مدنيان alone; `طبيبة+ات` PL for طبيبات.
    """
    singular, *plurals = parts.split("+")
    stem = singular[:-1] if singular[-1] in "ةه" else singular
    yield "SG", list(_singular(singular))
    yield "DU", list(_dual_subject(singular) if "ون" in plurals else _dual(singular))
    for plural in plurals:
        yield "PL", [stem + ending for ending in _PLURAL_ENDINGS.get(plural, ())] or [plural]


_PLURAL_ENDINGS = {"ون": ("ون", "ين", "و"), "ات": ("ات",)}

PARADIGMS: dict[str, Callable[[str], Iterator[str]]] = {
    "verb": _verb,
    "defective": _defective,
    "present": _present,
    "future": _future,
    "noun": _noun,
    "singular": _singular,
    "dual": _dual,
    "dual_subject": _dual_subject,
    "sound": _sound,
    "adjective": _adjective,
    "accusative": _accusative,
    "definite": _definite,
    "possessed": _possessed,
    "bare": _bare,
    "object": _object,
}


def inflect(word: str) -> Iterator[str]:
    """The forms that an entry of a lexicon stands for: `قتل/verb`, `يقتل/present`, `مدني/singular/dual`.

    Raises ValueError for a paradigm that does not exist.
    """
    lemma, *names = word.split("/")
    if not names:
        yield lemma
    for name in names:
        if name not in PARADIGMS:
            raise ValueError(f"{word}: no such paradigm, choose from {', '.join(PARADIGMS)}")
        yield from PARADIGMS[name](lemma)
