"""The words of number phrases, and the patterns of phrases: plain numbers, and what bounds them."""

from __future__ import annotations

from pathlib import Path

from ..grammar import Matcher, Rule, compile_pattern, literals
from ..text.lexicon import Lexicon

_NOUN = "<WORD&NOWA&NOPREP&NOAL>"  # what is counted; no word of numerals.tsv
_NUMBER_WORD = "<DIGITS|DOTTED|DECIMAL|UNIT|TEN|TENS|HUNDRED|HUNDREDS|SCALE|DUAL|VAGUE>"
_PLAIN_NUMBER = rf"""
      (?P<ordinal><ORDINAL>(?:<TEN>|<TENS&WA&AL>))
    | (?P<joined><JOINED><SCALE>)
    | (?P<signed><PLUS><DIGITS>(?!{_NOUN}))
    | (?P<number>(?:<CLITIC>?
          (?:<UNIT>?<PART>(?=<SCALE>)|(?!<HUNDRED&AL&BI>){_NUMBER_WORD})(?:<PART&WA><SCALE>?)?
      )+)
      (?P<percent><PERCENT>|"في"<HUNDRED&AL>|<HUNDRED&AL&BI>)?
"""
_N = "<QUANTITY>"
# What stands before a number that it bounds.
_BEFORE = r"""
        (?P<at_least>(?:"لا"|"ليس")(?:"أقل"|"بأقل")"من")
      | (?P<at_most>(?:"لا"|"ليس")(?:"أكثر"|"بأكثر"|"أزيد")"من")
      | (?P<at_most>"أقل من"|(?:<MA>?"لا"|"لم")<EXCEED><COUNT_OF>?(?:"على"|"عن")?
                    |<MA>(?:"قد")?"يصل"<COUNT_OF>?"إلى"|"دون")
      | (?P<at_least>"أكثر من"|"أزيد من"|<MA>?(?:"لا"<FALL_SHORT>|"لايقل"|"لاتقل")<COUNT_OF>?"عن"
                    |<MA>?<EXCEED><COUNT_OF>?(?:"على"|"عن")?)
      | (?P<about>(?:<MA><"يقدر"|"تقدر"|"قدر"><APPROX>?|<APPROX>
                 |<MA>?<NEAR><COUNT_OF>?(?:"من")?|"في"?"حدود")(?:<COUNT_OF>)?)
      | (?P<several><SEVERAL>)
"""
# The look-ahead names every token that a phrase can begin with, so that the rest is tried at few places.
_BOUNDED_NUMBER = rf"""
    (?=<MA|"بين"|"من"|"أقل"|"لا"|"لم"|"لايقل"|"لاتقل"|"ليس"|"دون"|"أكثر"|"أزيد"|EXCEED|APPROX|NEAR|"في"|"حدود"|SEVERAL|QUANTITY>)
    (?:
      (?P<range>(?:<APPROX>|<MA>?<NEAR><COUNT_OF>?(?:"من")?)?
        (?:<MA>?"بين"{_N}(?:<QUANTITY&WA>|(?:"إلى"|"حتى"|<DASH>){_N})|(?P<change>"من"{_N}(?:"إلى"|"حتى"){_N})|{_N}(?:"أو"|"إلى"){_N}))
    | (?:{_BEFORE})<LPAREN>(?P<count>{_N})<RPAREN>
    | (?:{_BEFORE})?
      (?P<count>{_N})
      (?:
        (?P<or_more>"على الأقل"|"في الأقل"|"على أقل تقدير"|"كحد أدنى"|"أو أكثر"|<"أكثر"&WA>|<PLUS>(?={_NOUN}))
      | (?P<or_less>"على الأكثر"|"على أقصى تقدير"|"كحد أقصى")
      | (?P<roughly>"تقريبا")
      )?
    )
"""

LEXICON = Lexicon(Path(__file__).with_name("numerals.tsv"), literals=literals([_PLAIN_NUMBER, _BOUNDED_NUMBER]))
IS_VERB = compile_pattern(LEXICON, "<EXCEED|NEAR>")
IS_NOUN = compile_pattern(LEXICON, _NOUN)
IS_MEASURED = compile_pattern(LEXICON, "<SCALE|MEASURE>")
# ارتفع عدد القتلى من 13 إلى 17: two numbers, the later of which holds
CHANGED = compile_pattern(LEXICON, "<CHANGE>(?:<^STOP|BREAK|SEMICOLON|QUANTITY>{0,12})$")
PLAIN = Matcher(LEXICON, [Rule("plain", _PLAIN_NUMBER, "ثلاثة وعشرين ألفا")])
BOUNDED = Matcher(LEXICON, [Rule("modified", _BOUNDED_NUMBER, "ما لا يقل عن 20")])
