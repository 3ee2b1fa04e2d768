"""How an amount is written: regular expressions whose letters are the words of a text, each by its classes.

`QUANTITY` is a number phrase, which waqai reads whatever its form: `3`, `ثلاثة ملايين`, `نحو 2.5 مليار`.
"""

from pathlib import Path

from waqai.extractors.grammar import Matcher, Rule, literals
from waqai.extractors.text.lexicon import Lexicon

RULES = (
    # 10 ملايين دولار; 500 ألف ريال سعودي; آلاف الدولارات
    Rule("amount", "(?P<number><QUANTITY>) (?P<currency><CURRENCY&NOWA&NOPREP>) (?P<country><COUNTRY&NOWA>)?"),
    # $5 مليار; 5 مليار $
    Rule("sign first", "(?P<currency><SIGN>) (?P<number><QUANTITY>)"),
    Rule("sign last", "(?P<number><QUANTITY>) (?P<currency><SIGN>)"),
)

LEXICON = Lexicon(Path(__file__).parent / "words.tsv", literals=literals([rule.pattern for rule in RULES]))
MATCHER = Matcher(LEXICON, RULES, overlaps="first")
