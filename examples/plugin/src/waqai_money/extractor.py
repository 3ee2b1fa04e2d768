"""A match of a rule → a fact."""

from waqai.extractors import Document, Fact
from waqai.extractors.grammar import Match
from waqai.extractors.numbers.quantity import Modifier

from .rules import LEXICON, MATCHER


class MoneyFact(Fact, frozen=True, kw_only=True):
    """An amount of money.

    `min` and `max` are inclusive bounds, None where open. `currency` is its ISO 4217 code, None where the text does not
    say whose it is (`500 ريال`).
    """

    min: int | None
    max: int | None
    modifier: Modifier | None = None
    currency: str | None = None


class MoneyExtractor:
    """Finds amounts of money."""

    name = "money"
    fact = MoneyFact
    requires: tuple[str, ...] = ()

    # Not needed; with them `waqai explain` shows the patterns and the classes of the words.
    lexicon = LEXICON
    matchers = (MATCHER,)

    def extract(self, document: Document) -> list[Fact]:
        """The amounts in `document`; where two rules overlap the earlier rule has the words."""
        facts: list[Fact] = []
        for match in MATCHER.finditer(document.classes(LEXICON)):
            facts.append(_fact(document, match))
            document.explain(facts[-1], [match])  # kept for `waqai explain` alone
        return facts


def _fact(document: Document, match: Match) -> MoneyFact:
    quantity = document.quantities[match.spans["number"][0]]
    start, end, text = document.slice(match.first, match.end, LEXICON)
    return MoneyFact(
        start=start,
        end=end,
        text=text,
        rule=match.rule.id,
        min=quantity.min,
        max=quantity.max,
        modifier=quantity.modifier,
        currency=_currency(document.classes(LEXICON), match),
    )


def _currency(classes: str, match: Match) -> str | None:
    """The code that a currency and its country have in common, or the one that the currency has by itself."""
    currency = _codes(classes[match.spans["currency"][0]])
    country = match.span("country")
    if country is None:
        return next((code.removeprefix("alone=") for code in currency if code.startswith("alone=")), None)
    common = currency & _codes(classes[country[0]])
    return common.pop().removeprefix("code=") if common else None


def _codes(character: str) -> set[str]:
    """The classes of a word that tell a currency."""
    return {name for name in LEXICON.features(character) if "=" in name}
